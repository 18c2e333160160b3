"""Pieces in fonts from before Unicode become Unicode; all others stay as they are."""

from __future__ import annotations

import pytest

from ingest.formats.pdf_fonts import in_unicode
from ingest.formats.pdf_pieces import Piece


def page(*drawn: tuple[str, str]) -> tuple[Piece, ...]:
    return tuple(
        Piece(72.0, 700.0 - 14 * at, 300.0, 13.0, text, font)
        for at, (text, font) in enumerate(drawn)
    )


TCVN3 = "C¨n cø LuËt Tæ chøc ChÝnh phñ ngµy 25 th¸ng 12 n¨m 2001"
READ = "Căn cứ Luật Tổ chức Chính phủ ngày 25 tháng 12 năm 2001"


@pytest.mark.parametrize("font", [".VnTime", "VnTime", "ABCDEF+.VnTime", "ABCDEF+VnTime,Bold"])
def test_an_old_font_is_known_however_the_file_names_it(font: str) -> None:
    pieces, encoding = in_unicode(page((TCVN3, font)))
    assert pieces[0].text == READ
    assert encoding == "TCVN3 (ABC)"


def test_letters_kept_as_signs_in_a_part_of_the_font_are_read() -> None:
    drawn = page((TCVN3, "VnTime"), ("N", "VnTime"), ("\u2212", "ABCDEF+VnTime"), ("íc", "VnTime"))
    pieces, _ = in_unicode(drawn)
    assert "".join(piece.text for piece in pieces[1:]) == "Nước"


def test_places_and_sizes_stay() -> None:
    drawn = page((TCVN3, ".VnTime"))
    pieces, _ = in_unicode(drawn)
    assert [(p.x, p.y, p.right, p.size) for p in pieces] == [
        (p.x, p.y, p.right, p.size) for p in drawn
    ]


@pytest.mark.parametrize("font", ["TimesNewRomanPSMT", ".VnTime", ""])
def test_unicode_text_is_left_alone_whatever_its_font(font: str) -> None:
    drawn = page((READ, font), ("Kinh phí: 12 − 3 = 9 tỉ đồng", "TimesNewRomanPSMT"))
    assert in_unicode(drawn) == (drawn, None)
