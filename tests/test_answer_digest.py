"""A digest tells of a document that is not held, as a digest, and never once it is held."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from papers import papers
from shared import CORPUS, needs_shared, shared

from api.answer import Answerer
from api.digest import load_digests
from api.manifest import load_manifest
from api.model import Answered, NotFound, NotHeld
from index.embed import load_embedder
from index.library import Library
from ingest.read import read_document

if TYPE_CHECKING:
    from collections.abc import Iterator

MANIFEST = load_manifest(CORPUS)
DIGESTS = load_digests(CORPUS / "digests", MANIFEST.documents)


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    folder = tmp_path_factory.mktemp("digest")
    with Library.open(Path(folder), load_embedder) as library:
        library.put(list(papers()))
        yield Answerer(library, MANIFEST.known, lambda: DIGESTS)


@pytest.mark.parametrize(
    ("question", "symbol", "value"),
    [
        ("nq57 đến 2045 kinh tế số bao nhiêu %", "57-NQ/TW", "50% GDP"),
        ("Nghị quyết 57 đến năm 2030 kinh tế số đạt bao nhiêu?", "57-NQ/TW", "30% GDP"),
        ("kinh te so den 2030 bao nhieu % GDP", "57-NQ/TW", "30% GDP"),  # not named, but told of
        ("kinh tế số 2030", "57-NQ/TW", "30% GDP"),  # the nearest digest, not the first
        ("nghị quyết 18 2017 giảm biên chế bao nhiêu đến 2021", "18-NQ/TW", "10%"),
        ("Nghị quyết 18 năm 2017 giảm biên chế bao nhiêu đến 2021?", "18-NQ/TW", "10%"),
    ],
)
def test_a_digest_answers_for_a_document_not_held(
    answerer: Answerer, question: str, symbol: str, value: str
) -> None:
    outcome = answerer.answer(question)
    assert isinstance(outcome, NotHeld)
    assert [choice.symbol for choice in outcome.missing] == [symbol]
    assert value in outcome.answer
    assert "theo bản tóm lược, chưa có toàn văn" in outcome.answer.lower()


def test_every_citation_of_a_digest_says_so(answerer: Answerer) -> None:
    outcome = answerer.answer("nq57 đến 2045 kinh tế số bao nhiêu %")
    assert isinstance(outcome, NotHeld)
    assert outcome.citations
    for citation in outcome.citations:
        assert citation.source == "digest"
        assert citation.official.startswith("theo bản tóm lược, chưa có toàn văn: ")
    for claim in outcome.claims:
        assert outcome.answer[claim.start : claim.end] == claim.text


@pytest.mark.parametrize(
    "question",
    [
        "nq57 đến 2035 kinh tế số bao nhiêu %",  # no year of the digest
        "Nghị quyết 57 giao Sở Y tế làm gì?",  # nor a body of it
        "Giá vàng hôm nay bao nhiêu?",
        "kế hoạch 45 kinh tế số đến 2030 bao nhiêu % GDP",  # another document is asked
    ],
)
def test_a_digest_does_not_answer_what_it_does_not_say(answerer: Answerer, question: str) -> None:
    outcome = answerer.answer(question)
    assert not isinstance(outcome, Answered)
    assert isinstance(outcome, NotFound) or not getattr(outcome, "citations", ())


@needs_shared
def test_the_full_text_takes_the_place_of_the_digest(tmp_path: Path) -> None:
    data = shared("corpus", "57-NQ-TW.txt").read_bytes()
    with Library.open(tmp_path, load_embedder) as library:
        library.put([(read_document(data, "57-NQ-TW.txt"), data)])
        outcome = Answerer(library, MANIFEST.known, lambda: DIGESTS).answer(
            "nq57 đến 2045 kinh tế số bao nhiêu %"
        )
    assert isinstance(outcome, Answered)
    assert {citation.source for citation in outcome.citations} == {"text"}
