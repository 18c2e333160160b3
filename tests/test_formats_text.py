"""Text files in the encodings that offices use, alone and mixed."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.errors import EmptyFileError, UnknownFormatError
from ingest.formats.text import decode, read
from ingest.text import canonical

TEXT = (
    "ĐẢNG CỘNG SẢN VIỆT NAM\n"
    "Thực hiện Nghị quyết của Bộ Chính trị về đột phá phát triển khoa học, công nghệ,\n"
    "các cấp ủy, tổ chức đảng quán triệt, tuyên truyền sâu rộng trong Nhân dân; ưỡn ẹo, nghĩ ngợi."
)
TONE_MARKS = dict(zip("\u0300\u0301\u0303\u0309\u0323", b"\xcc\xec\xde\xd2\xf2", strict=True))
SHAPES = {"\u0302", "\u0306", "\u031b"}  # hat, breve and horn belong to the letter in cp1258


def windows_1258(text: str) -> bytes:
    """Return the text as Windows writes it: tone marks after the vowel."""
    written = bytearray()
    for character in unicodedata.normalize("NFC", text):
        tones = [mark for mark in unicodedata.normalize("NFD", character) if mark in TONE_MARKS]
        rest = "".join(m for m in unicodedata.normalize("NFD", character) if m not in TONE_MARKS)
        written += unicodedata.normalize("NFC", rest).encode("cp1258")
        written += bytes(TONE_MARKS[tone] for tone in tones)
    return bytes(written)


def lines(data: bytes) -> list[str]:
    return canonical(read(data)).text.split("\n")


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode(), "UTF-8"),
        (TEXT.encode("utf-8-sig"), "UTF-8"),
        (TEXT.encode("utf-16"), "UTF-16"),  # with its mark
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), "UTF-16"),
        (TEXT.encode("utf-16-le"), "UTF-16"),  # told by its high bytes
        (TEXT.encode("utf-16-be"), "UTF-16"),
        (TEXT.encode("utf-32"), "UTF-32"),
        (windows_1258(TEXT), "Windows-1258"),
        (unicodedata.normalize("NFD", TEXT).encode(), "UTF-8"),
        (TEXT.replace("\n", "\r\n").encode(), "UTF-8"),
        (TEXT.replace("\n", "\r").encode(), "UTF-8"),
        (TEXT.replace("\n", "\u2028").encode(), "UTF-8"),
        (TEXT.replace("\n", "\r\n", 1).encode(), "UTF-8"),  # both kinds in one file
    ],
)
def test_every_encoding_gives_the_same_lines(data: bytes, encoding: str) -> None:
    raw = read(data)
    assert (raw.encoding, raw.lost_characters) == (encoding, 0)
    assert canonical(raw).text.split("\n") == TEXT.split("\n")


def test_lines_of_two_encodings_in_one_file_are_each_read() -> None:
    first, second, third = TEXT.split("\n")
    data = first.encode() + b"\n" + windows_1258(second) + b"\r\n" + third.encode()
    assert read(data).encoding == "UTF-8 + Windows-1258"
    assert lines(data) == [first, second, third]


OLD = {
    "TCVN3 (ABC)": "Céng hoµ x· héi chñ nghÜa ViÖt Nam, §éc lËp - Tù do - H¹nh phóc",
    "VNI": "Coäng hoaø xaõ hoäi chuû nghóa Vieät Nam, Ñoäc laäp - Töï do - Haïnh phuùc",
}
WORDS = "Cộng hoà xã hội chủ nghĩa Việt Nam, Độc lập - Tự do - Hạnh phúc"


@pytest.mark.parametrize("encoding", OLD)
def test_text_from_before_unicode_is_converted(encoding: str) -> None:
    raw = read(OLD[encoding].encode("cp1252"))
    assert (raw.encoding, raw.pages[0].lines) == (encoding, (WORDS,))


def test_lines_before_and_after_unicode_in_one_file_are_each_read() -> None:
    data = f"{WORDS}\n".encode() + OLD["TCVN3 (ABC)"].encode("cp1252")
    assert read(data).encoding == "UTF-8 + TCVN3 (ABC)"
    assert lines(data) == [WORDS, WORDS]


def test_viqr_is_converted() -> None:
    data = b"Co^.ng hoa` xa~ ho^.i chu? nghi~a Vie^.t Nam, DDo^.c la^.p - Tu+. do - Ha.nh phu'c"
    raw = read(data)
    assert (raw.encoding, raw.pages[0].lines) == ("VIQR", (WORDS,))


def test_damaged_utf8_is_read_and_the_loss_counted() -> None:
    data = TEXT.encode().replace("triệt".encode(), b"tri\xe1\xbbt")
    raw = read(data)
    assert raw.encoding == "UTF-8"
    assert raw.lost_characters == 1
    assert "tuyên truyền sâu rộng" in raw.pages[0].lines[2]


@pytest.mark.parametrize(
    "data",
    [
        bytes(range(1, 256)) * 8,
        bytes(500) + b"\x01\x02\x03" * 30,
    ],
)
def test_rubbish_and_unknown_encodings_are_refused(data: bytes) -> None:
    with pytest.raises(UnknownFormatError, match=r"văn bản|bảng mã"):
        read(data)


def test_form_feeds_alone_are_an_empty_file() -> None:
    with pytest.raises(EmptyFileError, match="trống"):
        read(b"\x0c\n \x0c")


def test_form_feeds_part_pages_without_numbers() -> None:
    raw = read("Trang một\fTrang hai".encode())
    assert [(page.number, page.lines) for page in raw.pages] == [
        (None, ("Trang một",)),
        (None, ("Trang hai",)),
    ]


def test_markdown_marks_go_and_tables_stay() -> None:
    written = "## II- NHIỆM VỤ\n**Điều 1.** Phạm vi\n| TT | Việc |\n|---|---|\n| 1 | Báo cáo |"
    assert lines(written.encode()) == [
        "II- NHIỆM VỤ", "Điều 1. Phạm vi", "| TT | Việc |", "|---|---|", "| 1 | Báo cáo |",
    ]  # fmt: skip


def test_emphasised_words_are_bare_and_a_drawn_line_is_kept() -> None:
    assert lines("__Nơi nhận__: **Như trên**\n________\n*****".encode()) == [
        "Nơi nhận: Như trên", "________", "*****",
    ]  # fmt: skip


def test_a_star_in_plain_text_is_kept() -> None:
    assert lines("*Hà Nội, ngày 19 tháng 11 năm 2025\n3.* Tham gia".encode()) == [
        "*Hà Nội, ngày 19 tháng 11 năm 2025",
        "3.* Tham gia",
    ]


def test_text_broken_by_hand_is_told_from_paragraphs() -> None:
    broken = "Thực hiện Nghị quyết của Bộ Chính trị, các cấp ủy đảng\ncần quán triệt sâu sắc.\n" * 8
    assert read(broken.encode()).wrapped
    assert not read((TEXT + "\n").encode() * 8).wrapped


@given(st.text(alphabet="aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạ ,.\n", max_size=200))
def test_utf8_is_never_taken_for_anything_else(text: str) -> None:
    assert decode(text.encode()).text == text
