"""RTF as Word and others write it: fonts, Unicode, tables, and what is not text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading import is_read_or_refused

from ingest.errors import DamagedFileError, NoTextError
from ingest.formats.rtf import MAX_DEPTH, read

FONTS = rb"{\fonttbl{\f0\fnil\fcharset0 Arial;}{\f1\fnil .VnTime;}{\f2\fnil .VnTimeH;}"
FONTS += rb"{\f3\fnil\fcharset2 Symbol;}{\f4\fnil\fcharset163{\*\panose 0202}Times;}}"
HEAD = rb"{\rtf1\ansi\ansicpg1252\deff0" + FONTS


def rtf(body: bytes) -> bytes:
    return HEAD + body + b"}"


def lines(body: bytes) -> list[str]:
    return [line for page in read(rtf(body)).pages for line in page.lines]


def test_each_run_is_read_in_its_font() -> None:
    body = (
        rb"{\f2 Quy\'d5t \'ae\'deNH }{\f1 v\'d2 vi\'d6c ban h\'b5nh quy ch\'d5 l\'b5m vi\'d6c}\par"
    )
    raw = read(rtf(body))
    assert raw.pages[0].lines[0] == "QUYẾT ĐỊNH về việc ban hành quy chế làm việc"
    assert raw.encoding == "TCVN3 (ABC)"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (rb"T\u7881?nh \u7911?y\par", ["Tỉnh ủy"]),
        (rb"\uc2 T\u7881\'3f\'3fnh\par", ["Tỉnh"]),  # two characters stand for one
        (rb"\uc0 T\u7881nh\par", ["Tỉnh"]),  # nothing stands for it
        (rb"\u-10179?\u-8704?\par", ["\U0001f600"]),
        (rb"{\f4 a\'ec}\par", ["a\u0301"]),  # Windows-1258 by the font's character set
        (rb"{\f3\'b7}\tab M\u7909?c\par", ["-\tMục"]),
        (rb"a\~b\_c\-d\emdash e\line f\par", ["a\u00a0b-cd—e", "f"]),
        (rb"a\{b\}c\\d\par", ["a{b}c\\d"]),
        (rb"a{\v b\par c}{\deleted d}e\par", ["a", "e"]),
        (rb"{\*\generator Word}{\info{\title T}}a\par", ["a"]),
        (rb"{\pict\wmetafile8 0102ff}a{\object{\*\objdata 01}}\par", ["a"]),
        (rb"a{\footnote b}{\*\annotation c}\par", ["a"]),
        (rb"{\field{\*\fldinst HYPERLINK x}{\fldrslt lien ket}}\par", ["lien ket"]),
        (rb'{\field{\*\fldinst TOC \\o "1-3"}{\fldrslt Muc luc 1}}a\par', ["a"]),
        (rb"{\listtext\f0 1.\tab}a\par", ["1.\ta"]),
        (rb"a\bin4 {}{}b\par", ["ab"]),
        (rb"a\sect b\par", ["a", "b"]),
        (rb"a\page b\par", ["a", "b"]),
        (rb"{\header TRANG}a\par", ["a"]),
        (rb"{\header M\u7852?T\par}a\par", ["MẬT", "a"]),  # a stamp is no furniture
    ],
)
def test_what_is_printed_is_read_and_what_is_not_is_left_out(
    body: bytes, expected: list[str]
) -> None:
    found = lines(body)
    assert [line for line in found if line] == expected


def test_a_drawn_stamp_is_found() -> None:
    body = rb"{\shp{\*\shpinst{\sp{\sn gtextUNICODE}{\sv M\u7852?T}}}}a\par"
    assert lines(body)[0] == "MẬT"


def test_a_text_box_is_kept_at_the_end_and_said_so() -> None:
    raw = read(rtf(rb"{\shp{\*\shpinst{\sp{\sn x}{\sv 1}}{\shptxt Trong khung\par}}}Than\par"))
    assert [line for line in raw.pages[0].lines if line][-1] == "Trong khung"
    assert any("khung" in note for note in raw.notes)


def test_rows_and_cells_become_table_rows() -> None:
    row = rb"\trowd\pard\intbl %s\cell %s\cell %s\cell\row"
    body = (
        row % (b"TT", b"Viec", b"Han") + row % (b"1", b"In\\par sach", b"Quy I") + rb"\pard b\par"
    )
    assert lines(body)[:3] == ["TT | Viec | Han", "1 | In sach | Quy I", "b"]


def test_groups_without_end_are_refused() -> None:
    with pytest.raises(DamagedFileError, match="tầng"):
        read(rtf(b"{" * (MAX_DEPTH + 1)))


def test_pictures_only_is_no_text() -> None:
    with pytest.raises(NoTextError, match="OCR"):
        read(rtf(rb"{\pict 0102}\par"))


PIECES = [
    b"{", b"}", rb"\par ", rb"\cell ", rb"\row ", rb"\intbl ", rb"\u7881?", rb"\'e1", rb"\bin9 ",
    rb"\*", rb"\fonttbl", rb"\f1 ", rb"\uc3 ", rb"\v ", rb"\shptxt ", rb"\fldinst ", b"abc", b"\\",
    rb"\u-10179 ", rb"\ansicpg9 ", rb"\sn ", rb"\sv ", b"\xff", rb"\nestcell ",
]  # fmt: skip


@settings(deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=60))
def test_any_order_of_tokens_is_read_or_refused(pieces: list[bytes]) -> None:
    assert is_read_or_refused(read, HEAD + b"".join(pieces))
