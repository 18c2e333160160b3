"""One question, one outcome: the right one, proved, however it is typed.

``Answering.ask`` checks every outcome it returns: quotes are slices, claims are slices of the
answer, figures and bodies of a claim stand in what it cites, refusals carry no citation.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from papers import papers

from api.model import Ambiguous, Answered, NotFound, NotHeld, Partial
from ingest.errors import UnknownDocumentError
from ingest.sentences import sentences
from ingest.text import fold

if TYPE_CHECKING:
    from answering import Answering

pytest_plugins = ("answering",)

KH180, PLAN = "180-kh-tu-2025-02-18", "45-kh-tu-2026-03-05"
DECISION, RIVERS = "312-qd-ubnd-2026-04-14", "16-nq-tu-2026-02-03"
FORESTS, PLASTICS = "27-ct-tu-2018-06-12", "27-ct-tu-2026-01-20"
WATERWAYS = "88-kh-ubnd-2026-03-27"

# one question of each kind: question, what the answer holds, the passage its lead cites
EVERY_KIND = [
    ("Báo Bắc Sơn phải báo cáo kết quả trước ngày nào?", "15/12/2026", f"{PLAN}#III.2"),
    ("Đề án số hóa địa chí do cơ quan nào chủ trì?", "Đảng ủy Ủy ban nhân dân", f"{PLAN}#III.1"),
    (
        "Theo kế hoạch 45, Đảng ủy UBND tỉnh phối hợp với cơ quan nào?",
        "Văn phòng Tỉnh ủy",
        f"{PLAN}#III.1",
    ),
    ("Báo Bắc Sơn báo cáo kết quả qua cơ quan nào?", "Ban Tuyên giáo", f"{PLAN}#III.2"),
    ("Ban Quản lý Cảng sông Bắc Sơn làm gì?", "thu gom rác thải nhựa", f"{PLASTICS}#1"),
    ("Số bạn đọc tăng trung bình bao nhiêu?", "12%", f"{PLAN}#I.1.-1"),
    ("Kế hoạch 45 có mấy nhiệm vụ?", "3", f"{PLAN}#II"),
    ("Liệt kê các quan điểm của Nghị quyết 16", "giữ gìn bờ bãi", f"{RIVERS}#I"),
    ("Nghị quyết 16-NQ/TU ban hành ngày nào?", "03/02/2026", f"{RIVERS}#dau"),
    ("Kế hoạch 88 căn cứ vào văn bản nào?", "16-NQ/TU", f"{WATERWAYS}#mo-dau"),
    ("Tủ sách lưu động là gì?", "chuyển giữa các phòng đọc", f"{DECISION}#Chương I.Điều 2.2"),
    ("Khoản 4 mục III Nghị quyết 16 nói gì?", "tàu chạy điện", f"{RIVERS}#III.4"),
]


@pytest.mark.parametrize(("question", "value", "place"), EVERY_KIND)
def test_every_kind_of_question_is_answered_from_its_place(
    answering: Answering, question: str, value: str, place: str
) -> None:
    assert value in answering.answered(question).answer
    assert place in answering.places(question)


def old_tones(text: str) -> str:
    """Return the text with tone marks where older spelling puts them."""
    for new, old in (("óa", "oá"), ("òa", "oà"), ("ủy", "uỷ"), ("Ủy", "Uỷ"), ("úy", "uý")):
        text = text.replace(new, old)
    return text


@pytest.mark.parametrize(
    "retyped",
    [
        fold,  # no diacritics at all
        old_tones,
        str.upper,
        lambda text: unicodedata.normalize("NFD", text),
        lambda text: f"  {text.rstrip('?')}  ".replace(" ", "  "),
    ],
    ids=["folded", "old tones", "capitals", "decomposed", "blanks"],
)
@pytest.mark.parametrize(("question", "value", "place"), EVERY_KIND)
def test_the_way_of_typing_changes_nothing(
    answering: Answering, question: str, value: str, place: str, retyped: object
) -> None:
    assert callable(retyped)
    asked = str(retyped(question))
    assert value in answering.answered(asked).answer
    assert place in answering.places(asked)


@pytest.mark.parametrize(
    ("question", "place"),
    [
        ("UBND cấp xã báo cáo hoạt động của phòng đọc về đâu?", f"{DECISION}#Chương II.Điều 4.2"),
        ("đảng ủy ubnd tỉnh chủ trì xây dựng đề án gì", f"{PLAN}#III.1"),
        ("btgdv tỉnh ủy nhận báo cáo của báo bắc sơn trước ngày nào", f"{PLAN}#III.2"),
        ("kh45 ai ký", f"{PLAN}#noi-nhan"),
        ("qđ 312 dieu 5", f"{DECISION}#Chương II.Điều 5"),
        ("nq16 đến 2030 vận tải đường sông đạt bn %", f"{RIVERS}#II.1.-1"),
    ],
)
def test_abbreviations_as_people_type_them_are_understood(
    answering: Answering, question: str, place: str
) -> None:
    assert place in answering.places(question)


UNANSWERABLE = [
    "Giá vàng hôm nay bao nhiêu?",
    "Ai là Chủ tịch nước?",
    "Sở Y tế có nhiệm vụ gì?",  # a body of no document
    "so y te bao cao truoc ngay nao",
    "Sở Công Thương chủ trì việc gì?",
    "Sở Y tế nâng cấp bến thủy nội địa trước ngày nào?",  # the task of another body
    "Báo Ấp Bắc số hóa tài liệu địa chí khi nào?",
    "Tỉ lệ thư viện xã có mạng đến năm 2035 đạt bao nhiêu?",  # 2030 and 2045 are stated
    "ti le thu vien xa co mang den nam 2035",
    "Đến năm 2040 vận tải đường sông đảm nhận bao nhiêu phần trăm?",
    "Tỉ lệ che phủ rừng đến năm 2025 là bao nhiêu?",
    "Mục tiêu của Nghị quyết 16 đến năm 2035?",
    "Kinh phí thu gom rác thải nhựa trên sông là bao nhiêu?",  # spoken of, not costed
    "Kinh phí nạo vét luồng lạch là bao nhiêu?",
    "Kinh phí mua sách điện tử là bao nhiêu?",
    "Sở Tài chính bố trí bao nhiêu tỉ đồng nạo vét luồng lạch?",
    "Kế hoạch 45 có nêu kinh phí không?",
    "Điều 9 Quyết định 312 nói gì?",  # there are five
    "Khoản 7 mục II Kế hoạch 45 nói gì?",
    "Tỉnh ủy Cao Lãnh giao nhiệm vụ gì?",
    "Có 75% thư viện xã có mạng vào năm nào?",  # a figure of no document
    "???",
    "x",
]


@pytest.mark.parametrize("question", UNANSWERABLE)
def test_what_is_not_stated_is_not_answered(answering: Answering, question: str) -> None:
    assert answering.status(question) in {"not_found", "partial"}


@pytest.mark.parametrize(
    "question",
    [
        "Tỉ lệ thư viện xã có mạng đến năm 2035 đạt bao nhiêu?",
        "Kinh phí thu gom rác thải nhựa trên sông là bao nhiêu?",
        "Kinh phí nạo vét luồng lạch là bao nhiêu?",
    ],
)
def test_a_matter_spoken_of_without_the_thing_asked_is_partial_and_cited(
    answering: Answering, question: str
) -> None:
    outcome = answering.ask(question)
    assert isinstance(outcome, Partial)
    assert outcome.citations


def test_a_refusal_shows_the_nearest_passages_within_the_limit(answering: Answering) -> None:
    outcome = answering.answerer.answer("Giá vé tàu điện ngầm đường sông?", limit=2)
    assert isinstance(outcome, NotFound | Partial)
    assert len(outcome.nearest) <= 2


# -- the documents a question is about ---------------------------------------------------------


def test_a_document_referred_to_but_not_held_is_named(answering: Answering) -> None:
    outcome = answering.ask("Mục tiêu của Nghị quyết 91-NQ/TW là gì?")
    assert isinstance(outcome, NotHeld)
    assert [choice.symbol for choice in outcome.missing] == ["91-NQ/TW"]
    assert "91-NQ/TW" in outcome.answer


def test_two_documents_of_one_number_are_a_choice(answering: Answering) -> None:
    outcome = answering.ask("Chỉ thị 27 yêu cầu gì?")
    assert isinstance(outcome, Ambiguous)
    assert {choice.id for choice in outcome.choices} == {FORESTS, PLASTICS}
    assert {choice.issued.year for choice in outcome.choices if choice.issued} == {2018, 2026}


@pytest.mark.parametrize(
    ("question", "documents", "status"),
    [
        ("có mấy nhiệm vụ", ["45-KH/TU"], "answered"),
        ("có mấy nhiệm vụ", ["16-NQ/TU"], "answered"),
        ("ai ký", [PLASTICS], "answered"),
        ("mục tiêu là gì", ["57-NQ/TW"], "not_held"),
        ("yêu cầu gì", ["27-CT/TU"], "ambiguous"),
        ("Báo Ấp Bắc phải báo cáo trước ngày nào?", ["45-KH/TU"], "not_found"),
        ("vận tải đường sông đến năm 2030", ["45-KH/TU"], "not_found"),
    ],
)
def test_the_documents_given_are_the_only_ones_that_answer(
    answering: Answering, question: str, documents: list[str], status: str
) -> None:
    assert answering.status(question, documents) == status


@pytest.mark.parametrize(
    ("document", "count"), [(PLAN, "3 nhiệm vụ"), (RIVERS, "4 nội dung")], ids=["plan", "rivers"]
)
def test_the_same_question_is_answered_for_the_document_given(
    answering: Answering, document: str, count: str
) -> None:
    answer = answering.answered("có mấy nhiệm vụ", [document])
    assert count in answer.answer
    assert {citation.document.id for citation in answer.citations} == {document}


def test_an_id_of_no_document_is_an_error(answering: Answering) -> None:
    with pytest.raises(UnknownDocumentError, match="khong-co-van-ban-nay"):
        answering.answerer.answer("ai ký", ["khong-co-van-ban-nay"])


def test_a_number_of_no_document_is_never_answered(answering: Answering) -> None:
    assert answering.status("Nghị quyết 999 nói gì?") in {"not_found", "not_held"}


# -- the lead of an answer ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("Báo Bắc Sơn phải báo cáo kết quả trước ngày nào?", "Trước ngày 15/12/2026"),
        ("Đề án số hóa địa chí do cơ quan nào chủ trì?", "Đảng ủy Ủy ban nhân dân tỉnh"),
        ("Tỉ lệ thư viện xã có mạng đến năm 2045 đạt bao nhiêu?", "100%"),
    ],
)
def test_the_direct_answer_comes_first(answering: Answering, question: str, lead: str) -> None:
    assert lead in answering.answered(question).answer.splitlines()[0]


@pytest.mark.parametrize(("question", "value", "place"), EVERY_KIND)
def test_an_answer_is_not_a_paragraph_to_read_through(
    answering: Answering, question: str, value: str, place: str
) -> None:
    answer = answering.answered(question)
    assert value in answer.answer, place
    assert all(len(claim.text) <= 400 for claim in answer.claims)


# -- whatever is asked -------------------------------------------------------------------------

WORDS = tuple(sorted({word for paper, _ in papers() for word in paper.text.split()}))
ASKS = (
    *("khi nào", "trước ngày nào", "cơ quan nào", "ai", "bao nhiêu", "là gì", "có mấy", "những gì"),
    *("phối hợp với ai", "báo cáo về đâu", "năm 2030", "năm 2035", "ai ký", "Chỉ thị 27", "kh45"),
    *("Nghị quyết 16", "nq57", "so sánh", "khoản 1 mục II", "Điều 4", "Sở Y tế", "nêu căn cứ"),
)


@st.composite
def questions(draw: st.DrawFn) -> str:
    """Draw a question made of a stretch of a document and of words that ask."""
    paper, _ = draw(st.sampled_from(papers()))
    words = paper.text.split()
    start = draw(st.integers(0, len(words) - 1))
    stretch = words[start : start + draw(st.integers(0, 12))]
    parts = [*stretch, *draw(st.lists(st.sampled_from((*ASKS, *WORDS)), max_size=4))]
    asked = " ".join(draw(st.permutations(parts)) if draw(st.booleans()) else parts)
    return fold(asked) if draw(st.booleans()) else asked


@settings(max_examples=60, deadline=None)
@given(question=questions())
def test_whatever_is_asked_every_claim_is_proved(answering: Answering, question: str) -> None:
    answering.ask(question)


@settings(max_examples=30, deadline=None)
@given(question=questions(), document=st.sampled_from([paper.info.id for paper, _ in papers()]))
def test_whatever_is_asked_no_other_document_is_cited(
    answering: Answering, question: str, document: str
) -> None:
    outcome = answering.ask(question, [document])
    cited = outcome.citations if isinstance(outcome, Answered | Partial) else ()
    assert {citation.document.id for citation in cited} <= {document}


@settings(max_examples=10, deadline=None)
@given(question=questions())
def test_the_same_question_has_the_same_outcome(answering: Answering, question: str) -> None:
    assert answering.ask(question) == answering.ask(question)


# -- a question made of a document's own words, with one thing in it that no document states --

SAID = tuple(
    span.of(paper.text)
    for paper, _ in papers()
    for passage in paper.passages
    if passage.path[0] not in {"dau", "noi-nhan"}
    for span in sentences(paper.text, passage.span)
)
FEWEST_WORDS = 5  # a shorter stretch asks for nothing in particular


@st.composite
def stretches(draw: st.DrawFn) -> str:
    """Draw a part of a sentence of a document, long enough to name its matter."""
    words = draw(st.sampled_from([said.split() for said in SAID if len(said.split()) > 7]))
    start = draw(st.integers(0, len(words) - FEWEST_WORDS))
    stretch = " ".join(words[start : start + draw(st.integers(FEWEST_WORDS, 12))])
    return fold(stretch) if draw(st.booleans()) else stretch


@settings(max_examples=40, deadline=None)
@example(stretch="hiện Nghị quyết số 57-NQ/TW của", asks="ai chủ trì?")
@example(stretch="- Vận tải đường sông", asks="là gì?")
@given(stretch=stretches(), asks=st.sampled_from(["đạt bao nhiêu?", "là gì?", "ai chủ trì?"]))
def test_a_year_that_no_document_states_is_never_answered(
    answering: Answering, stretch: str, asks: str
) -> None:
    assert not isinstance(answering.ask(f"Đến năm 2035 {stretch} {asks}"), Answered)


@settings(max_examples=40, deadline=None)
@given(stretch=stretches(), asks=st.sampled_from(["trước ngày nào?", "khi nào?", "với ai?", "gì?"]))
def test_a_body_that_no_document_names_is_never_answered(
    answering: Answering, stretch: str, asks: str
) -> None:
    assert not isinstance(answering.ask(f"Sở Y tế {stretch} {asks}"), Answered)


@settings(max_examples=30, deadline=None)
@given(stretch=stretches(), asks=st.sampled_from(["thế nào?", "khi nào?", "bao nhiêu?"]))
def test_a_document_that_nobody_knows_is_never_answered_for(
    answering: Answering, stretch: str, asks: str
) -> None:
    assert not isinstance(answering.ask(f"Theo Kết luận 731-KL/TW, {stretch} {asks}"), Answered)


@settings(max_examples=30, deadline=None)
@example(stretch="3. Đào tạo thuyền trưởng, máy trưởng tàu", figure="73%")  # opens a list
@given(stretch=stretches(), figure=st.sampled_from(["73%", "9.417 tỉ đồng", "8.888"]))
def test_a_figure_that_no_document_states_is_never_confirmed(
    answering: Answering, stretch: str, figure: str
) -> None:
    assert not isinstance(answering.ask(f"{stretch} là {figure} phải không?"), Answered)


def test_a_plan_that_carries_a_resolution_out_is_asked_where_it_is_named(
    answering: Answering,
) -> None:
    asked = "Theo Nghị quyết 16, kế hoạch của tỉnh bố trí kinh phí nạo vét xong trước ngày nào"
    answer = answering.answered(asked)
    assert "15/8/2026" in answer.answer
    assert {c.document.symbol for c in answer.citations} == {"88/KH-UBND"}


def test_another_paper_does_not_answer_for_the_one_that_is_named(answering: Answering) -> None:
    asked = "Theo Nghị quyết 16, kế hoạch bố trí kinh phí nạo vét xong trước ngày nào"
    assert not isinstance(answering.ask(asked), Answered)


def test_a_question_in_decomposed_letters_keeps_its_words(answering: Answering) -> None:
    asked = unicodedata.normalize("NFD", "nghi quet 16 đảm nhận bao nhiêu % hàng hóa đến 2030")
    assert "35%" in answering.answered(asked).answer
