"""No claim leaves without a proof: what it states stands in the passages it cites.

Checked for every claim: each citation quotes its span exactly, and each number, date,
percentage and organisation of the claim occurs in a cited passage, in its heading trail or in
the document's own official data. A claim that fails is dropped, whoever wrote it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ingest.bodies import body_key, find_bodies
from ingest.header import official_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from api.write import Line, Proof

# "12", "0,7", "16 - 18%", "10/5/2025", "57-NQ/TW", "quý I" is words and needs no rule
FIGURE = re.compile(r"\d+(?:[.,/]\d+)*")


def verified(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return the lines whose every figure and body is proved, in their order."""
    return tuple(line for line in lines if line.proofs and proves(line.proofs, line.text))


def proves(proofs: Sequence[Proof], claim: str) -> bool:
    """Tell whether the cited passages hold every figure and organisation of ``claim``."""
    evidence = " \n ".join(_evidence(proof) for proof in proofs)
    figures = set(FIGURE.findall(evidence))
    if any(figure not in figures for figure in FIGURE.findall(claim)):
        return False
    named = body_key(evidence)
    return all(body_key(name) in named for _, name in find_bodies(claim))


def _evidence(proof: Proof) -> str:
    """Return all that a proof shows: its passages, their heading trail, the official name."""
    document, span = proof.document, proof.span
    shown = [span.of(document.text), official_name(document.info)]
    for passage in document.passages:
        if passage.span.start < span.end and span.start < passage.span.end:
            shown += [passage.text, passage.context]
    return " \n ".join(shown)
