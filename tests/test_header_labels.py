"""How often each field of the head is read as a person reads it, on hand-labelled documents.

``header_labels.tsv``: one document a row; an empty cell means that the document does not state
the field, "?" that it was not labelled. Rows "held-out" were labelled after the rules were
written; "older files" are Word, RTF and PDF files of 1998 to 2014, whose errors were mended.
"""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from shared import needs_shared, shared

from ingest.formats import read_raw
from ingest.header import read_header
from ingest.text import canonical, fold

if TYPE_CHECKING:
    from ingest.model import Header

LABELS = Path(__file__).with_name("header_labels.tsv")
FIELDS = ("symbol", "type", "issuer", "issued", "signer", "title")
MUST_REACH = 0.97


def rows(part: str) -> list[dict[str, str]]:
    with LABELS.open(encoding="utf-8") as file:
        return [row for row in csv.DictReader(file, delimiter="\t") if row["part"] == part]


@cache
def head_of(name: str) -> Header:
    return read_header(canonical(read_raw(shared("documents", name).read_bytes())).text)


def errors(part: str, field: str) -> tuple[list[str], int]:
    """Return the documents read otherwise than labelled, and how many were labelled."""
    labelled = [row for row in rows(part) if row[field] != "?"]
    wrong = []
    for row in labelled:
        found = str(getattr(head_of(row["file"]), field) or "")
        if fold(found) != fold(row[field]) or (field != "title" and found != row[field]):
            wrong.append(f"{row['file']}: {found!r} instead of {row[field]!r}")
    return wrong, len(labelled)


def test_at_least_forty_documents_of_party_and_state_are_labelled() -> None:
    labelled = rows("rules") + rows("held-out")
    assert len(labelled) >= 40
    assert {row["file"].split("/")[0] for row in labelled} == {"party", "state"}


@needs_shared
@pytest.mark.parametrize("part", ["rules", "held-out", "older files"])
@pytest.mark.parametrize("field", FIELDS)
def test_a_field_of_the_head_is_read_as_labelled(part: str, field: str) -> None:
    wrong, total = errors(part, field)
    assert 1 - len(wrong) / total >= MUST_REACH, "\n".join(wrong)
