"""The answering that the tests of answers share: a real library, the model that ships.

Whatever is asked through it is checked for what must hold of every outcome, so that each test
of one answer also proves the promises of all.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from papers import papers
from shared import CORPUS

from api.answer import Answerer
from api.manifest import load_manifest
from api.model import Ambiguous, Answered, NotFound, NotHeld, Partial
from index.embed import load_embedder
from index.library import Library
from ingest.bodies import body_key, find_bodies
from ingest.header import official_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from api.model import Citation, Claim, Outcome

FIGURE = re.compile(r"\d+(?:[.,/]\d+)*")
STATUS = {
    Answered: "answered",
    Partial: "partial",
    NotFound: "not_found",
    Ambiguous: "ambiguous",
    NotHeld: "not_held",
}


@dataclass(frozen=True)
class Answering:
    """A library of seven documents and what answers from it."""

    library: Library
    answerer: Answerer

    def ask(self, question: str, documents: Sequence[str] = ()) -> Outcome:
        """Return the outcome, once all that every outcome promises has been checked."""
        outcome = self.answerer.answer(question, documents)
        self.check(outcome)
        return outcome

    def status(self, question: str, documents: Sequence[str] = ()) -> str:
        """Return the outcome's name as the interfaces give it."""
        return STATUS[type(self.ask(question, documents))]

    def answered(self, question: str, documents: Sequence[str] = ()) -> Answered:
        """Return the answer; fails where there is none."""
        outcome = self.ask(question, documents)
        assert isinstance(outcome, Answered), outcome
        return outcome

    def places(self, question: str, documents: Sequence[str] = ()) -> tuple[str, ...]:
        """Return the passages cited by the answer's lead, ids without the number of the piece."""
        answer = self.answered(question, documents)
        cited = answer.claims[0].citations
        return tuple(c.passage_id.partition("~")[0] for c in answer.citations if c.number in cited)

    def check(self, outcome: Outcome) -> None:
        """Fail where the outcome breaks a promise that holds of every outcome."""
        assert outcome.answer.strip()
        if not isinstance(outcome, Answered | Partial):
            assert not getattr(outcome, "citations", ())  # a digest's are another matter
            return
        assert outcome.claims
        assert [c.number for c in outcome.citations] == list(range(1, len(outcome.citations) + 1))
        for claim in outcome.claims:
            assert outcome.answer[claim.start : claim.end] == claim.text
            self._check_claim(claim, [outcome.citations[n - 1] for n in claim.citations])
        for citation in outcome.citations:
            self._check_citation(citation)

    def _check_citation(self, citation: Citation) -> None:
        document = self.library.document(citation.document.id)
        text, span = document.text, citation.span
        assert citation.quote == text[span.start : span.end]
        assert citation.quote.strip()
        assert text[: span.start].endswith(citation.prefix)
        assert text[span.end :].startswith(citation.suffix)
        passage = self.library.passage(citation.passage_id)
        assert passage.span.start <= span.start < passage.span.end
        assert (citation.path, citation.label) == (passage.path, passage.label)
        assert citation.official == f"{passage.label}, {official_name(document.info)}"

    def _check_claim(self, claim: Claim, cited: Sequence[Citation]) -> None:
        """Fail where a figure or a body of the claim is in none of the passages it cites."""
        assert cited, claim
        shown = "\n".join(text for citation in cited for text in self._shown(citation))
        assert set(FIGURE.findall(claim.text)) <= set(FIGURE.findall(shown)), claim
        for _, name in find_bodies(claim.text):
            assert body_key(name) in body_key(shown), claim

    def _shown(self, citation: Citation) -> Iterator[str]:
        document = self.library.document(citation.document.id)
        yield from (citation.quote, official_name(document.info))
        for passage in document.passages:
            if passage.span.start < citation.span.end and citation.span.start < passage.span.end:
                yield from (passage.text, passage.context)


@pytest.fixture(scope="session")
def answering(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answering]:
    """Yield the answering over every paper; nothing in it may be changed by a test."""
    with Library.open(tmp_path_factory.mktemp("papers"), load_embedder) as library:
        library.put(papers())
        yield Answering(library, Answerer(library, load_manifest(CORPUS).known))
