"""The canonical text and the two forms for comparison."""

from __future__ import annotations

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shared import CORPUS, needs_shared, shared

from ingest.formats import read_raw
from ingest.model import RawPage, RawText
from ingest.text import canonical, clean_line, fold, normalise_tone, tone_key

VIETNAMESE = "aáàảãạăắằâấầeéèẻêếềiíìỉoóòỏôốồơớờuúùủưứừyýỳỷđbcghklmnpqrstvx ,.;:-–()1234567890/"
# what a careless producer may put between letters
ODD = "\u00a0\u2009\u200b\u200d\ufeff\u00ad\u2028\t\x00\x07\u0323\u0301\U000e0041\uf0b7\ufffd|ðÐ"
text_lines = st.lists(st.text(alphabet=VIETNAMESE + VIETNAMESE.upper() + ODD, max_size=60))


def plain(*lines: str, wrapped: bool = False) -> RawText:
    return RawText("text", (RawPage(None, lines),), wrapped=wrapped)


def paged(*pages: tuple[str, ...]) -> RawText:
    """Return a printed document with numbered pages."""
    numbered = (RawPage(number, lines) for number, lines in enumerate(pages, 1))
    return RawText("pdf", tuple(numbered), wrapped=True)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("\ufeffĐẢNG", "ĐẢNG"),
        ("khoa\u00a0học", "khoa học"),
        ("  hai   khoảng\ttrắng  ", "hai khoảng trắng"),
        ("ẩn\u200bkhông\u200d\u2060rộng", "ẩnkhôngrộng"),
        ("mềm\u00admại", "mềmmại"),
        ("thẻ\U000e0041\U000e0042", "thẻ"),
        ("bi\u202edi", "bidi"),
        ("điều\x00\x07khiển", "điềukhiển"),
        (unicodedata.normalize("NFD", "Nghị quyết"), "Nghị quyết"),
        ("Ðảng", "Đảng"),  # eth, as some fonts embed it
        ("\uf0b7 gạch", "- gạch"),  # Word's bullet
        ("\uf02d gạch", "- gạch"),
        ("uỷ ủy khoá khóa", "uỷ ủy khoá khóa"),  # words are kept as written
        ("“ngoặc” – gạch…", "“ngoặc” – gạch…"),
    ],
)
def test_only_what_nobody_sees_is_changed(line: str, expected: str) -> None:
    assert clean_line(line) == expected
    assert canonical(plain(line)).text == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("CHÍNH PHỦ      CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 2),
        ("TỈNH ỦY\tĐẢNG CỘNG SẢN VIỆT NAM", 2),
        ("Số 180-KH/TU    Tiền Giang, ngày 18 tháng 02 năm 2025", 2),
        ("Nơi nhận:\t\tT/M BAN THƯỜNG VỤ", 2),
        ("Nơi nhận:        HIỆU TRƯỞNG", 2),
        ("1.\tMục đích", 1),
        ("Cột một\tCột hai", 1),
        ("ĐẢNG CỘNG SẢN VIỆT NAM", 1),
    ],
)
def test_columns_set_with_blanks_are_taken_apart(line: str, expected: int) -> None:
    assert len(canonical(plain(line)).text.split("\n")) == expected


def test_one_empty_line_at_most_and_none_at_the_ends() -> None:
    assert canonical(plain("", " ", "một", "", "\u00a0", "", "hai", "")).text == "một\n\nhai"


def test_lines_of_text_files_stay_as_they_are() -> None:
    assert canonical(plain("về đột phá", "và chuyển đổi số")).text == "về đột phá\nvà chuyển đổi số"


def test_lost_characters_are_counted() -> None:
    raw = RawText("text", (RawPage(None, ("a\x00b\ue123c",)),), lost_characters=2)
    assert (canonical(raw).text, canonical(raw).lost_characters) == ("abc", 4)


def test_a_soft_hyphen_after_a_blank_parts_no_word_and_leaves_no_blank() -> None:
    lines = ("0 \xad", "ab\xad ", "\xad", "c")
    assert canonical(plain(*lines)).text == "0\nab\n\nc"


@given(text_lines)
def test_the_canonical_text_of_its_own_lines_is_the_same(lines: list[str]) -> None:
    once = canonical(plain(*lines)).text
    assert canonical(plain(*once.split("\n"))).text == once
    assert unicodedata.is_normalized("NFC", once)


@given(text_lines)
def test_joined_paragraphs_are_canonical_lines(lines: list[str]) -> None:
    once = canonical(plain(*lines, wrapped=True)).text
    assert canonical(plain(*once.split("\n"))).text == once


@given(st.lists(text_lines, max_size=5))
def test_pages_cover_the_text_in_order(pages: list[list[str]]) -> None:
    found = canonical(paged(*map(tuple, pages)))
    ends = [0, *(page.span.end for page in found.pages)]
    assert [page.span.start for page in found.pages] == ends[:-1]
    assert ends[-1] == len(found.text)
    assert [page.number for page in found.pages] == list(range(1, len(pages) + 1))


@given(st.text(alphabet=VIETNAMESE + VIETNAMESE.upper() + "|ðÐ“”\u00a0\ufffd"))
def test_comparison_forms_keep_offsets(text: str) -> None:
    written = unicodedata.normalize("NFC", text)
    assert len(fold(written)) == len(normalise_tone(written)) == len(written)
    assert fold(normalise_tone(written)) == fold(written)
    assert normalise_tone(normalise_tone(written)) == normalise_tone(written)
    assert fold(fold(written)) == fold(written)


def test_a_paragraph_over_two_pages_belongs_to_both() -> None:
    long = "Các cấp ủy, tổ chức đảng cần xác định rõ chức năng, nhiệm vụ của"
    found = canonical(paged((long,), ("mình trong tình hình mới.",)))
    assert found.text == f"{long} mình trong tình hình mới."
    assert found.pages[1].span.of(found.text) == "mình trong tình hình mới."


def test_a_page_without_text_has_an_empty_place_and_no_source() -> None:
    found = canonical(paged(("một",), (), ("ba",)))
    assert [page.span.of(found.text).strip() for page in found.pages] == ["một", "", "ba"]
    assert [page.source for page in found.pages] == ["text layer", "none", "text layer"]


def test_text_files_have_no_pages() -> None:
    assert canonical(plain("một")).pages == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Đảng Cộng sản Việt Nam", "dang cong san viet nam"),
        ("ỦY BAN", "uy ban"),
        ("nghiêng ngửa ưỡn ẹo", "nghieng ngua uon eo"),
        ("Ðảng", "dang"),
        ("57-NQ/TW, 40%", "57-nq/tw, 40%"),
        ("İSTANBUL Ñandú", "istanbul nandu"),
        (unicodedata.normalize("NFD", "Tiền Giang"), "tien giang"),
    ],
)
def test_folding_takes_case_and_marks_away(text: str, expected: str) -> None:
    assert fold(text) == expected


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("hoà", "hòa"), ("khoá", "khóa"), ("uỷ", "ủy"), ("thuý", "thúy"), ("tuỳ", "tùy"),
        ("khoẻ", "khỏe"), ("loè", "lòe"), ("Uỷ", "Ủy"), ("UỶ", "ỦY"), ("HOÁ", "HÓA"), ("oà", "òa"),
        ("quý", "quý"), ("quỹ", "quỹ"), ("QUỸ", "QUỸ"), ("quà", "quà"), ("giá", "giá"),
        ("già", "già"), ("hoàn", "hoàn"), ("thuỷ", "thủy"), ("thuỵ", "thụy"), ("khoáy", "khoáy"),
        ("ngoèo", "ngoèo"), ("huỳnh", "huỳnh"), ("luỹ thừa", "lũy thừa"), ("hoá-học", "hóa-học"),
    ],
)  # fmt: skip
def test_two_placements_of_the_tone_become_one(old: str, new: str) -> None:
    assert normalise_tone(old) == new
    assert normalise_tone(new) == new


def test_the_tone_key_makes_spellings_equal() -> None:
    assert tone_key("Uỷ ban KHOÁ XII") == tone_key("ủy Ban khóa xii") != tone_key("uy ban khoa xii")


def test_the_shipped_document_becomes_nfc_with_its_words_kept() -> None:
    found = canonical(read_raw((CORPUS / "180-KH-TU.txt").read_bytes()))
    assert unicodedata.is_normalized("NFC", found.text)
    assert found.text.startswith("Số 180-KH/TU\n\nĐẢNG CỘNG SẢN VIỆT NAM\n\nTiền Giang, ngày 18")
    assert "Uỷ ban nhân dân" in found.text
    assert "Ủy ban nhân dân" in found.text
    assert found.lost_characters == 0


@needs_shared
def test_reference_documents_are_canonical_once_and_for_all() -> None:
    for path in shared("documents").glob("*/*.txt"):
        once = canonical(read_raw(path.read_bytes())).text
        assert canonical(plain(*once.split("\n"))).text == once


def test_comparison_forms_are_fast_enough_for_every_question() -> None:
    text = (CORPUS / "180-KH-TU.txt").read_text(encoding="utf-8") * 40
    text = unicodedata.normalize("NFC", text)
    for form in (fold, normalise_tone):
        begun = time.perf_counter()
        form(text)
        assert len(text) / (time.perf_counter() - begun) > 1_000_000  # measured: 14 million
