"""Passages: one an item, never across a section, covering the whole text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shared import CORPUS, needs_shared, shared

from ingest.formats import read_raw
from ingest.header import read_header
from ingest.model import Passage, Span
from ingest.passages import LONGEST, make_passages
from ingest.structure import find_sections, section_at
from ingest.text import canonical

TEXT = """KẾ HOẠCH
học tập Nghị quyết
Thực hiện Hướng dẫn số 1-HD/TW.
I- MỤC ĐÍCH, YÊU CẦU
1. Mục đích
Giúp các cấp ủy nắm vững.
2. Yêu cầu
- Thiết thực.
- Hiệu quả.
II- TỔ CHỨC THỰC HIỆN
1. Đảng ủy tổ chức học tập.
Trên đây là Kế hoạch học tập.
Nơi nhận:
- Như trên,
- Lưu."""
BODY = Span(TEXT.index("Thực hiện"), TEXT.index("Nơi nhận"))


def passages_of(text: str, body: Span | None = None) -> tuple[Passage, ...]:
    body = body or Span(0, len(text))
    return make_passages("x", "Kế hoạch số 1-KH/TU", text, find_sections(text, body), body)


def test_every_item_and_every_heading_is_one_passage() -> None:
    found = [(".".join(p.path), p.text.splitlines()[0]) for p in passages_of(TEXT, BODY)]
    assert found == [
        ("dau", "KẾ HOẠCH"),
        ("mo-dau", "Thực hiện Hướng dẫn số 1-HD/TW."),
        ("I", "I- MỤC ĐÍCH, YÊU CẦU"),
        ("I.1", "1. Mục đích"),
        ("I.2", "2. Yêu cầu"),
        ("I.2.-1", "- Thiết thực."),
        ("I.2.-2", "- Hiệu quả."),
        ("II", "II- TỔ CHỨC THỰC HIỆN"),
        ("II.1", "1. Đảng ủy tổ chức học tập."),
        ("ket", "Trên đây là Kế hoạch học tập."),
        ("noi-nhan", "Nơi nhận:"),
    ]


def test_a_heading_keeps_its_own_paragraphs() -> None:
    passage = passages_of(TEXT, BODY)[3]
    assert passage.text == "1. Mục đích\nGiúp các cấp ủy nắm vững."
    assert passage.id == "x#I.1"
    assert passage.label == "khoản 1, mục I"


def test_the_context_names_the_document_and_the_headings_above() -> None:
    assert passages_of(TEXT, BODY)[5].context == (
        "Kế hoạch số 1-KH/TU > mục I. Mục đích, yêu cầu > khoản 2. Yêu cầu > gạch đầu dòng thứ 1"
    )
    assert passages_of(TEXT, BODY)[0].context == "Kế hoạch số 1-KH/TU > phần đầu văn bản"


def test_a_long_section_is_divided_between_sentences() -> None:
    sentence = "Đẩy mạnh chuyển đổi số trong mọi lĩnh vực của đời sống xã hội."
    text = "1. Nhiệm vụ\n" + " ".join([sentence] * 40)
    found = passages_of(text)
    assert [p.id for p in found] == ["x#1", "x#1~2", "x#1~3"]
    assert all(len(p.text.split()) <= LONGEST for p in found)
    assert all(p.text.endswith("xã hội.") for p in found)
    assert found[1].context == "Kế hoạch số 1-KH/TU > khoản 1. Nhiệm vụ"


@pytest.mark.parametrize("joint", ["; ", ", ", " "])
def test_a_sentence_too_long_is_divided_at_clauses_or_else_between_words(joint: str) -> None:
    text = "1. " + joint.join(["phát triển khoa học và công nghệ"] * 100) + "."
    assert all(len(p.text.split()) <= LONGEST for p in passages_of(text))


TABLE = """PHỤ LỤC I
CHỈ TIÊU
| TT | Chỉ tiêu | Đơn vị |
|---|---|---|
| I | Đến năm 2030 | |
| 1 | Kinh tế số | % |
| 2 | Dịch vụ công | % |"""


def test_a_row_is_one_passage_and_its_context_names_the_columns() -> None:
    row = passages_of(TABLE)[-1]
    assert row.path == ("Phụ lục I", "I", "2")
    assert row.text == "| 2 | Dịch vụ công | % |"
    assert row.context == (
        "Kế hoạch số 1-KH/TU > phụ lục I. Chỉ tiêu > mục I. Đến năm 2030 > khoản 2"
        " > các cột: TT; Chỉ tiêu; Đơn vị"
    )


def test_a_text_without_sections_is_preamble() -> None:
    assert {p.path for p in passages_of("Kính gửi các đồng chí.\nTrân trọng.")} == {("mo-dau",)}


def test_what_stands_between_a_decision_and_its_annex_are_the_recipients() -> None:
    text = "Điều 1. Một.\nNơi nhận: - Như trên.\nPHỤ LỤC\nDANH SÁCH\n1. Một."
    assert [p.path[0] for p in passages_of(text)] == ["Điều 1", "noi-nhan", "Phụ lục", "Phụ lục"]


CLOSINGS = [
    # below the recipients, beside them in one cell each, before them, a name alone
    ("Nơi nhận:\n- Như trên,\n- Lưu.\nT/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ\nLê Hoa", "T/M BAN THƯỜNG VỤ"),
    ("Nơi nhận: - Như trên; - Lưu: VT. | KT. CHỦ TỊCH PHÓ CHỦ TỊCH Hoàng Nam", "KT. CHỦ TỊCH"),
    ("T/M BỘ CHÍNH TRỊ\n(Đã ký)\nTrần Thị Mai\nNơi nhận:\n- Lưu.", "T/M BỘ CHÍNH TRỊ"),
    ("Nơi nhận:\n- Phòng Tổng hợp,\n- Lưu.\nLê Thị Hoa", "Lê Thị Hoa"),
    # two columns read across: who signed and who receives cannot be told apart
    ("Nơi nhận:\nCHỦ TỊCH\n- Như trên,\n- Lưu. Lê Hoa", None),
]


@pytest.mark.parametrize(("closing", "signature"), CLOSINGS)
def test_the_signature_is_cited_as_such_and_not_as_recipients(
    closing: str, signature: str | None
) -> None:
    text = f"Điều 1. Một.\n{closing}"
    found = {p.label: p.text for p in passages_of(text, Span(0, len("Điều 1. Một.")))}
    assert found.get("phần ký", "").startswith(signature or "")
    assert ("phần ký" in found) is (signature is not None)
    assert "Lưu" in found["nơi nhận"]


# --- invariants --------------------------------------------------------------------------------


def check(text: str, passages: tuple[Passage, ...]) -> None:
    """Check that passages are slices, in order, short, unique, and cover the text."""
    at = 0
    for passage in passages:
        assert passage.span.of(text) == passage.text == passage.text.strip() != ""
        assert passage.span.start >= at
        assert not text[at : passage.span.start].strip()
        assert len(passage.text.split()) <= LONGEST
        at = passage.span.end
    assert not text[at:].strip()
    assert len({passage.id for passage in passages}) == len(passages)


_WORDS = st.sampled_from(
    [
        *("I- MỘT", "II- HAI", "1. Một.", "2. Hai", "a) A;", "- gạch", "Điều 1. Tên", "PHỤ LỤC"),
        *("Nơi nhận: - Lưu.", "| 1 | Việc | 5 |", "TT | Tên", "KẾT", "[1] Ghi chú.", "", " "),
        *("lời " * 300, "câu. Câu khác; " * 90),
    ]
)


@given(st.lists(_WORDS, max_size=25), st.integers(0, 60), st.integers(0, 60))
def test_passages_cover_the_text(lines: list[str], start: int, length: int) -> None:
    text = "\n".join(lines)
    body = Span(min(start, len(text)), min(start + length * 20, len(text)))
    check(text, passages_of(text, body))


def test_passages_of_the_shipped_document_cover_it() -> None:
    text = canonical(read_raw((CORPUS / "180-KH-TU.txt").read_bytes())).text
    body = read_header(text).body
    found = passages_of(text, body)
    check(text, found)
    assert len(found) >= 16


@needs_shared
def test_passages_of_every_document_at_hand_cover_it() -> None:
    for file in sorted(shared("documents").rglob("*.txt")):
        text = canonical(read_raw(file.read_bytes())).text
        body = read_header(text).body
        sections = find_sections(text, body)
        passages = make_passages("x", "Văn bản", text, sections, body)
        check(text, passages)
        for passage in passages:
            inside = section_at(sections, passage.span.start)
            assert inside is None or inside.path == passage.path
