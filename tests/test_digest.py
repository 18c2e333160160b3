"""Digests say what their documents say, in other words, and are read strictly."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

import pytest
from papers import kh180
from shared import CORPUS, needs_shared, shared

from api.digest import REASON, is_digest, load_digests
from api.digest_file import read_digest
from api.manifest import load_manifest
from ingest.bodies import body_key, find_bodies
from ingest.model import Deadline, Goal, Task, fact_kind
from ingest.read import read_document
from ingest.structure import find_by_path
from ingest.text import normalise_tone

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from api.digest_file import DigestFact
    from ingest.model import Document, Fact, Passage

FOLDER = CORPUS / "digests"
KNOWN = load_manifest(CORPUS).documents
DIGESTS = load_digests(FOLDER, KNOWN)
NQ57, NQ18, HD186 = "57-nq-tw-2024-12-22", "18-nq-tw-2017-10-25", "186-hd-btgtw-2025-01-10"
FILES = {NQ57: "57-nq-tw.toml", NQ18: "18-nq-tw-2017.toml", HD186: "186-hd-btgtw.toml"}
ALL = pytest.mark.parametrize("document_id", sorted(FILES))

FIGURE = re.compile(r"\d+(?:[.,/]\d+)*(?!\w)")  # "0,7", "10/01/2025"; not the 5 of "5G"
SYLLABLE = re.compile(r"§|\w+")
# Vietnamese is written syllable by syllable, and most words have two: eight words are twelve
# syllables or more. Nine in a row hold at most a term of the field and the words around it
# ("chính sách khuyến khích đầu tư", "văn bằng bảo hộ sáng chế tăng trung bình").
LONGEST_RUN = 9

# Names are not sentences: they cannot be said in other words. The subject of NQ 57 is its title.
NAMES = re.compile(
    r"(?:phát triển )?khoa học, công nghệ,? (?:và )?đổi mới sáng tạo(?:(?: và|,) chuyển đổi số)?"
    r"(?: quốc gia)?|Chương trình phát triển công nghệ và công nghiệp chiến lược"
    r"|Quỹ đầu tư phát triển công nghiệp chiến lược|đơn vị hành chính - kinh tế đặc biệt"
    r"|kinh tế thị trường định hướng xã hội chủ nghĩa",
    re.IGNORECASE,
)


@lru_cache(maxsize=1)
def full57() -> Document:
    return read_document(shared("corpus", "57-NQ-TW.txt").read_bytes(), "57-NQ-TW.txt")


def stated(document_id: str) -> Iterator[tuple[DigestFact, Passage, tuple[Fact, ...]]]:
    """Yield every fact as written, its passage, and the facts found in it."""
    document = DIGESTS[document_id]
    for section in read_digest(FOLDER / FILES[document_id]).sections:
        for fact in section.facts:
            passage = next(
                p
                for p in document.passages
                if p.path == section.path and p.text.split("\n")[-1] == fact.text
            )
            line = passage.span.end - len(fact.text)
            found = (f for f in document.facts if line <= f.span.start < passage.span.end)
            yield fact, passage, tuple(found)


def test_the_digests_are_those_of_the_documents_not_shipped() -> None:
    assert set(DIGESTS) == {r.id for r in KNOWN if r.file is None} == set(FILES)
    assert len(DIGESTS) == 3
    assert NQ57 in DIGESTS
    assert "180-kh-tu-2025-02-18" not in DIGESTS
    assert DIGESTS.get("180-kh-tu-2025-02-18") is None


@ALL
def test_a_digest_is_a_document_that_says_what_it_is(document_id: str) -> None:
    document = DIGESTS[document_id]
    record = next(r for r in KNOWN if r.id == document_id)
    assert is_digest(document.info)
    assert not is_digest(kh180().info)
    assert (document.info.symbol, document.info.issued) == (record.symbol, record.issued)
    assert (document.info.issuer, document.info.signer) == (record.issuer, record.signer)
    assert len(document.info.sha256) == 64
    assert document.health.verdict == "cần xem lại"
    assert document.health.reasons[0] == REASON
    assert document.health.reasons[1].startswith("nguồn: ")
    assert DIGESTS[document_id] is document


@ALL
def test_passages_are_slices_that_cover_the_text_once(document_id: str) -> None:
    document = DIGESTS[document_id]
    assert "\n".join(p.text for p in document.passages) == document.text
    assert all(p.text == p.span.of(document.text) for p in document.passages)
    assert len({p.id for p in document.passages}) == len(document.passages)
    assert all(p.id.startswith(f"{document_id}#{'.'.join(p.path)}") for p in document.passages)


@ALL
def test_sections_nest_and_facts_lie_in_a_passage_of_their_path(document_id: str) -> None:
    document = DIGESTS[document_id]
    for section in document.walk():
        assert section.heading in section.span.of(document.text)
        assert all(section.span.holds(child.span) for child in section.children)
        assert all(child.path[:-1] == section.path for child in section.children)
    for fact in document.facts:
        assert any(p.span.holds(fact.span) and p.path == fact.path for p in document.passages)


def test_passages_know_their_number_place_and_headings() -> None:
    passages = {p.id.split("#")[1]: p for p in DIGESTS[NQ57].passages}
    second = passages["II.1.-2~3"]
    assert second.text == "Đến năm 2030, quy mô kinh tế số đạt tối thiểu 30% GDP."
    assert second.label == "gạch đầu dòng thứ 2, khoản 1, mục II"
    assert second.context.startswith(
        "Nghị quyết số 57-NQ/TW > mục II. Mục tiêu > khoản 1. Đến năm 2030 > gạch đầu dòng thứ 2. "
    )
    assert passages["III.1"].text.startswith("1. Đổi mới nhận thức")


@ALL
def test_the_facts_found_are_the_facts_meant(document_id: str) -> None:
    for fact, _, found in stated(document_id):
        kinds = {fact_kind(f) for f in found}
        needed = {"goal": {"goal"}, "task": {"task"}, "duty": {"task"}, "note": set()}[fact.kind]
        assert needed <= kinds, fact.text
        assert kinds <= needed | ({"goal", "deadline"} if needed else set()), fact.text


def counted(goal: Goal) -> str:
    """Return what is counted, without the region a rank holds in, which the digest may shorten."""
    return re.split(r" (?:dẫn|đứng) đầu", goal.unit or "")[0]


@ALL
def test_values_horizons_and_owners_found_are_those_written(document_id: str) -> None:
    for fact, _, found in stated(document_id):
        goals = [f for f in found if isinstance(f, Goal)]
        values = {(g.value or "") + re.sub(r"^(?!%)", " ", counted(g)) for g in goals}
        assert fact.value is None or fact.value in {v.strip() for v in values}, fact.text
        if fact.kind == "goal" and fact.years:
            ends = {g.horizon.last.year for g in goals if g.horizon and g.horizon.last}
            assert ends == {fact.years[-1]}, fact.text
        if fact.owner:
            tasks = [f for f in found if isinstance(f, Task)]
            assert tasks, fact.text
            assert all(fact.owner in t.owner for t in tasks), fact.text


def test_resolution_57_has_seven_tasks_and_six_duties() -> None:
    document = DIGESTS[NQ57]
    for path, parts in ((("III",), 7), (("IV",), 6)):
        section = find_by_path(document.sections, path)
        assert section is not None
        assert [c.path[1] for c in section.children] == [str(n + 1) for n in range(parts)]
        for child in section.children:
            inside = [f for f in document.facts if f.path[:2] == child.path]
            assert any(isinstance(f, Task) for f in inside), child.label


def test_the_two_deadlines_of_resolution_57_are_found() -> None:
    due = {f.path: f for f in DIGESTS[NQ57].facts if isinstance(f, Deadline)}
    assert set(due) == {("IV", "3"), ("IV", "6")}
    assert due["IV", "3"].due.phrase == "trong năm 2025"
    assert due["IV", "6"].due.recurring == "định kỳ 6 tháng"


def test_resolution_18_gives_goals_whose_place_is_not_known() -> None:
    document = DIGESTS[NQ18]
    assert document.sections == ()
    assert {(p.path, p.label) for p in document.passages} == {((), "")}
    measured = {(f.value, f.unit) for f in document.facts if isinstance(f, Goal) and f.value}
    assert measured == {("10", "%"), ("50", "%")}


def test_guidance_186_sets_nothing_and_says_only_what_two_documents_say_of_it() -> None:
    document = DIGESTS[HD186]
    assert document.facts == ()
    assert {"57-NQ/TW", "180-KH/TU"} <= {r.symbol for r in document.references}
    # KH 180's own date and issuer are official data; the duty stands in NQ 57, khoản 5, mục IV
    said = f"{kh180().text} 18/02/2025 {kh180().info.issuer} các cơ quan liên quan khoản 5, mục IV"
    assert set(FIGURE.findall(document.text)) <= set(FIGURE.findall(said))
    assert bodies_missing(document.text, said) == []


def bodies_missing(text: str, evidence: str) -> list[str]:
    key = body_key(evidence)
    return [name for _, name in find_bodies(text) if body_key(name) not in key]


@needs_shared
def test_every_place_figure_year_and_body_stands_in_the_full_text() -> None:
    full = full57()
    for section in DIGESTS[NQ57].walk():
        held = find_by_path(full.sections, section.path)
        assert held is not None, section.path
        assert held.label == section.label
    headings = {s.path: s.heading for s in full.walk()}
    for fact, passage, _ in stated(NQ57):
        held = find_by_path(full.sections, passage.path)
        assert held is not None
        above = (headings[passage.path[:n]] for n in range(1, len(passage.path)))
        evidence = " ".join((*above, held.span.of(full.text)))
        assert set(FIGURE.findall(fact.text)) <= set(FIGURE.findall(evidence)), fact.text
        assert bodies_missing(fact.text, evidence) == [], fact.text


@needs_shared
def test_every_goal_with_a_figure_is_in_the_digest() -> None:
    def measured(document: Document) -> Counter[tuple[object, ...]]:
        goals = (f for f in document.facts if isinstance(f, Goal) and f.path[:1] == ("II",))
        return Counter(
            (g.path, g.value, counted(g), g.horizon and g.horizon.last) for g in goals if g.value
        )

    assert measured(DIGESTS[NQ57]) == measured(full57())
    held = find_by_path(full57().sections, ("II",))
    ours = find_by_path(DIGESTS[NQ57].sections, ("II",))
    assert held is not None
    assert ours is not None
    figures = {f for f in FIGURE.findall(held.span.of(full57().text)) if f not in {"1", "2"}}
    assert figures <= set(FIGURE.findall(ours.span.of(DIGESTS[NQ57].text)))


@needs_shared
def test_every_part_of_the_full_text_is_in_the_digest() -> None:
    assert {s.path for s in full57().walk()} == {s.path for s in DIGESTS[NQ57].walk()}


def runs(text: str) -> set[tuple[str, ...]]:
    """Return the runs of more than LONGEST_RUN syllables of a line, names and figures apart."""
    for name in sorted({name for _, name in find_bodies(text)}, key=len, reverse=True):
        text = text.replace(name, " § ")
    found: set[tuple[str, ...]] = set()
    for line in NAMES.sub(" § ", text).split("\n"):
        words = SYLLABLE.findall(normalise_tone(line).casefold())
        found.update(zip(*(words[n:] for n in range(LONGEST_RUN + 1)), strict=False))
    return {run for run in found if not any(w == "§" or w.isdigit() for w in run)}


@needs_shared
@pytest.mark.parametrize(
    ("document_id", "name"), [(NQ57, "57-NQ-TW.txt"), (NQ18, "18-NQ-TW.goals-only.txt")]
)
def test_no_sentence_is_copied(document_id: str, name: str) -> None:
    full = shared("corpus", name).read_text(encoding="utf-8")
    shown = {" ".join(run) for run in runs(DIGESTS[document_id].text) & runs(full)}
    assert shown == set()


@needs_shared
def test_the_figures_of_resolution_18_stand_in_the_extract() -> None:
    extract = shared("corpus", "18-NQ-TW.goals-only.txt").read_text(encoding="utf-8")
    assert set(FIGURE.findall(DIGESTS[NQ18].text)) <= set(FIGURE.findall(extract))


def test_without_a_folder_there_are_no_digests(tmp_path: Path) -> None:
    assert dict(load_digests(tmp_path / "none", KNOWN)) == {}
