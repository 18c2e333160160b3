"""A study pack says what its document says, and each question has one right answer."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from packs import choices, made_up, nq57, others_of, pack_of, reference_documents
from papers import kh180, plan
from shared import needs_shared

from api.pack import check, for_participants
from api.pack.check import quotes
from api.pack.make import draft
from ingest.read import read_document
from ingest.text import fold

if TYPE_CHECKING:
    from api.pack.model import Question, StudyPack
    from ingest.model import Document

PAPERS = pytest.mark.parametrize("document", made_up(), ids=lambda d: d.info.id)


def flat(text: str) -> str:
    return fold(" ".join(text.split()))


def filled(question: Question, words: str) -> str:
    """Return what a question shows with words in its gap, or before a task without its body."""
    shown = "".join(words if piece.role == "gap" else piece.text for piece in question.shown)
    return shown if "gap" in {p.role for p in question.shown} else f"{words} {shown}"


def two_right(question: Question, document: Document) -> list[str]:
    """Return wrong options that the text states, by plain search: an oracle of its own."""
    text = flat(document.text)
    wrong = [o.text for n, o in enumerate(question.options) if n != question.right]
    if question.about in {"figure", "body"} or any(p.role == "gap" for p in question.shown):
        return [w for w in wrong if flat(filled(question, w)) in text]
    if question.kind == "choice" and question.about == "content":
        level = re.search("“(.+?)”", question.ask)
        assert level is not None
        return [w for w in wrong if flat(f"{w} {level[1]}") in text]
    return []


def assert_sound(pack: StudyPack, document: Document) -> None:
    assert check(pack, document, others_of(document)) == ()
    assert all(q.text == q.span.of(document.text) for q in quotes(pack))
    for question in pack.questions:
        assert question.sources, question.id
        assert two_right(question, document) == []
    for question in choices(pack):
        assert question.right is not None
        assert flat(question.options[question.right].text) == flat(question.key)
        assert len({flat(option.text) for option in question.options}) == len(question.options)
        assert len(question.options) >= 3
    assert len({question.id for question in pack.questions}) == len(pack.questions)


@PAPERS
def test_every_line_of_a_pack_is_proved_and_no_question_has_two_right_options(
    document: Document,
) -> None:
    assert_sound(pack_of(document), document)


@needs_shared
@pytest.mark.slow
def test_thirty_real_documents_give_packs_without_two_right_options() -> None:
    documents = reference_documents()
    assert len(documents) >= 30
    for document in documents:
        assert_sound(pack_of(document), document)
    assert sum(len(choices(pack_of(document))) for document in documents) > 200


@needs_shared
def test_resolution_57_gives_at_least_thirty_questions_of_every_kind() -> None:
    document = nq57()
    pack = pack_of(document)
    assert_sound(pack, document)
    kinds = Counter(question.kind for question in pack.questions)
    assert len(pack.questions) >= 30
    assert min(kinds.values()) >= 7
    assert set(kinds) == {"choice", "gap", "statement", "open"}
    assert len(pack.goals) > 35
    assert pack.notes == ()


@needs_shared
def test_the_core_of_resolution_57_is_its_viewpoints_aims_tasks_and_duties() -> None:
    groups = {group.name: group.quotes for group in pack_of(nq57()).essentials}
    assert list(groups) == [
        "Quan điểm, nguyên tắc", "Mục tiêu", "Nhiệm vụ, giải pháp", "Tổ chức thực hiện",
    ]  # fmt: skip
    assert [len(quotes) for quotes in groups.values()] == [5, 6, 7, 6]
    assert groups["Nhiệm vụ, giải pháp"][2].text.startswith("Tăng cường đầu tư, hoàn thiện hạ tầng")
    assert groups["Nhiệm vụ, giải pháp"][2].label == "khoản 3, mục III"


@needs_shared
def test_the_same_matter_in_another_year_is_a_wrong_option_or_a_false_figure() -> None:
    pack = pack_of(nq57())
    attracted = [q for q in pack.questions if "Thu hút thêm" in q.text]
    assert attracted
    for question in attracted:
        assert "ở mức" not in question.ask
        when = {source.text for source in question.sources[1:]}
        assert when in ({"Đến năm 2030"}, {"Tầm nhìn đến năm 2045"})


@PAPERS
def test_a_pack_is_the_same_each_time(document: Document) -> None:
    others = others_of(document)
    assert draft(document, others) == draft(document, others)


def test_a_heading_that_names_a_topic_gives_way_to_the_sentence_under_it() -> None:
    groups = {group.name: group.quotes for group in pack_of(kh180()).essentials}
    assert groups["Mục đích, yêu cầu"][0].text.startswith("Giúp các cấp ủy đảng lãnh đạo")
    told = [quote.text for quote in groups["Nhiệm vụ, giải pháp"]]
    assert "Thời gian: Hoàn thành trong quý I năm 2025." in told


def test_a_short_document_gives_a_small_bank_and_says_so() -> None:
    pack = pack_of(kh180())
    assert 5 <= len(pack.questions) < 30
    assert any(f"{len(pack.questions)} câu hỏi" in note for note in pack.notes)


def test_a_document_without_facts_still_gives_an_outline_and_open_questions() -> None:
    text = """THÔNG BÁO
về việc giữ gìn nề nếp đọc sách trong cơ quan

I- Ý NGHĨA CỦA VIỆC ĐỌC SÁCH

Đọc sách mở mang hiểu biết và bồi đắp tâm hồn của mỗi con người trong xã hội.

II- NỀ NẾP ĐỌC SÁCH TRONG CƠ QUAN

Sách quý cần được nâng niu, giữ sạch và trao tay nhau bằng lòng trân trọng.
"""
    document = read_document(text.encode(), "thong-bao.txt")
    pack = draft(document, ())
    assert check(pack, document) == ()
    assert (pack.goals, pack.tasks, pack.deadlines) == ((), (), ())
    assert [row.label for row in pack.outline] == ["mục I", "mục II"]
    assert {question.kind for question in pack.questions} == {"open"}
    assert "Không tìm thấy mục tiêu" in pack.notes[0]


def test_participants_get_the_questions_and_nothing_that_gives_the_keys_away() -> None:
    trainer = pack_of(plan())
    given_out = for_participants(trainer)
    assert given_out.edition == "participant"
    assert [q.ask for q in given_out.questions] == [q.ask for q in trainer.questions]
    assert [q.text for q in given_out.questions] == [q.text for q in trainer.questions]
    for question in given_out.questions:
        assert (question.key, question.right, question.sources) == ("", None, ())
        assert all(o.source is None and not o.origin for o in question.options)
        assert all(p.span is None and p.role in {"gap", "quote"} for p in question.shown)


MEASURES = (
    "Tỉ lệ thư viện xã có mạng băng rộng",
    "Tỉ trọng sách điện tử trong kho sách của tỉnh",
    "Số hộ gia đình nông thôn dùng nước sạch",
    "Diện tích rừng trồng mới có chứng chỉ bền vững",
    "Mức tăng năng suất lao động của ngành thủy sản",
    "Tỉ lệ hồ sơ trực tuyến giải quyết đúng hạn",
    "Tỉ lệ trạm y tế có bác sĩ làm việc thường xuyên",
)


@st.composite
def plans(draw: st.DrawFn) -> tuple[str, dict[tuple[str, int], int]]:
    """Return a made-up plan and its goals: (measure, year) → percent."""
    truth: dict[tuple[str, int], int] = {}
    lines = []
    for number, year in enumerate((2030, 2045), start=1):
        lines.append(f"{number}. Đến năm {year}\n")
        for measure in draw(st.lists(st.sampled_from(MEASURES), min_size=2, unique=True)):
            truth[measure, year] = draw(st.integers(2, 99))
            lines.append(f"- {measure} đạt tối thiểu {truth[measure, year]}%.\n")
    body = "\n".join(lines)
    head = PLAN_HEAD
    return f"{head}I- MỤC TIÊU\n\n{body}\n", truth


PLAN_HEAD = """TỈNH ỦY BẮC SƠN
*
Số 46-KH/TU

ĐẢNG CỘNG SẢN VIỆT NAM
Bắc Sơn, ngày 06 tháng 3 năm 2026

KẾ HOẠCH
phát triển vùng nông thôn
-----

"""


@settings(max_examples=40, deadline=None)
@given(plans())
def test_whatever_the_goals_a_wrong_option_is_never_the_figure_of_that_measure_and_year(
    made: tuple[str, dict[tuple[str, int], int]],
) -> None:
    text, truth = made
    document = read_document(text.encode(), "46-KH-TU.txt")
    pack = draft(document, ())
    assert check(pack, document) == ()
    for question in pack.questions:
        years = re.findall(r"năm (20\d\d)", " ".join(s.text for s in question.sources[1:]))
        if question.about != "figure" or not years:
            continue
        measure = next(m for m in MEASURES if m in question.text)
        right = f"{truth[measure, int(years[0])]}%"
        wrong = [o.text for n, o in enumerate(question.options) if n != question.right]
        assert right not in wrong
        if question.kind == "statement":
            assert (f" {right}" in question.text) == (question.right == 1)
        else:
            assert question.key == right


def test_a_deadline_that_bears_only_the_name_of_its_part_shows_its_own_words() -> None:
    rows = [row for row in pack_of(kh180()).deadlines if row.source.label == "khoản 2, mục II"]
    assert [row.what for row in rows] == ["Thời gian: Hoàn thành trong quý I năm 2025."]
