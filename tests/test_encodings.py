"""Text from before Unicode: each table whole, each run read as what it is."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shared import CORPUS, needs_shared, shared

from ingest.encodings import Converter, Run
from ingest.encodings.fonts import draws_capitals, family_of, holds_signs
from ingest.encodings.runs import recognise
from ingest.encodings.signs import as_signs
from ingest.encodings.spelling import evidence, is_spelled
from ingest.encodings.tables import DECODERS
from ingest.encodings.viqr import decode, is_viqr

UNICODE = "Cộng hoà xã hội chủ nghĩa Việt Nam Độc lập Tự do Hạnh phúc"
LETTERS = "àảãáạăằẳẵắặâầẩẫấậèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵđ"

# the same words in every encoding, as Windows shows their bytes
WRITTEN = {
    "TCVN3": "Céng hoµ x· héi chñ nghÜa ViÖt Nam §éc lËp Tù do H¹nh phóc",
    "VNI": "Coäng hoaø xaõ hoäi chuû nghóa Vieät Nam Ñoäc laäp Töï do Haïnh phuùc",
    "VISCII": "C\u00b5ng hoà xã h\u00b5i ch\u00fc nghîa Vi\u00aet Nam Ðµc l§p Tñ do HÕnh phúc",
    "VPS": "C\u00b6ng hoà xã h\u00b6i ch\u00fb nghïa Vi\u0152t Nam ñ\u00b6c lÆp T¿ do Hånh phúc",
}


def inverse(name: str) -> dict[str, str]:
    """Return the byte of each letter, as ISO 8859-1 shows it, asked of the decoder itself."""
    bytes_ = [chr(b) for b in range(256) if b not in range(0x20, 0x80) and b not in b"\t\n\r"]
    return {DECODERS[name](b): b for b in bytes_ if DECODERS[name](b).lower() in LETTERS}


@pytest.mark.parametrize("name", WRITTEN)
def test_the_same_words_come_out_of_every_encoding(name: str) -> None:
    assert DECODERS[name](WRITTEN[name]) == UNICODE


@pytest.mark.parametrize("name", WRITTEN)
def test_an_encoding_is_told_by_spelling_alone(name: str) -> None:
    assert recognise(WRITTEN[name]) == name


@pytest.mark.parametrize("name", ["VISCII", "VPS"])
def test_a_table_holds_every_letter_once(name: str) -> None:
    found = [DECODERS[name](chr(b)) for b in range(256)]
    letters = [c for c in found if c.lower() in LETTERS]
    assert sorted(letters) == sorted([*LETTERS, *LETTERS.upper()])


def test_tcvn3_has_small_letters_and_seven_capitals() -> None:
    found = inverse("TCVN3")
    assert set(LETTERS) | set("ĂÂÊÔƠƯĐ") <= found.keys()
    assert found["ư"] == "\xad"  # not a soft hyphen


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("AÁ AÀ AÅ AÃ AÄ AÉ AÈ AÚ AÜ AË", "Ấ Ầ Ẩ Ẫ Ậ Ắ Ằ Ẳ Ẵ Ặ"),
        ("öù öø öû öõ öï ôù ôø ôû ôõ ôï", "ứ ừ ử ữ ự ớ ờ ở ỡ ợ"),
        ("í ì æ ó ò î ñ Ñ yù yø yû yõ", "í ì ỉ ĩ ị ỵ đ Đ ý ỳ ỷ ỹ"),
        ("ñiïnh", "định"),  # typed with a dot of its own
        ("Uyû ban nhaân daân", "Uỷ ban nhân dân"),
    ],
)
def test_vni_puts_marks_on_the_vowel_before_them(written: str, expected: str) -> None:
    assert DECODERS["VNI"](written) == expected


def test_bytes_of_a_font_declared_as_symbols_are_the_same_bytes() -> None:
    copied = "".join(chr(0xF000 + ord(c)) if ord(c) < 256 else c for c in WRITTEN["TCVN3"])
    assert DECODERS["TCVN3"](copied) == UNICODE


@pytest.mark.parametrize(
    ("font", "family", "capitals"),
    [
        (".VnTime", "TCVN3", False),
        (".VnTimeH", "TCVN3", True),
        (".VNARIALH", "TCVN3", True),
        ("VnTime", "TCVN3", False),
        ("VNI-Times", "VNI", False),
        ("VNI Helve", "VNI", False),
        ("VPS Times", "VPS", False),
        ("Times New Roman", None, False),
        ("Verdana", None, False),
        ("UVN Van", None, False),  # a Unicode family
    ],
)
def test_a_font_hints_at_its_encoding(font: str, family: str | None, *, capitals: bool) -> None:
    assert (family_of(font), draws_capitals(font)) == (family, capitals)


def converted(*paragraphs: tuple[Run, ...]) -> tuple[list[str], str | None]:
    converter = Converter(paragraphs)
    return [converter.text(runs) for runs in paragraphs], converter.encoding


def test_unicode_that_declares_an_old_font_is_left_alone() -> None:
    assert converted((Run(UNICODE, ".VnTime"),)) == ([UNICODE], None)
    assert converted((Run(UNICODE, ".VnTimeH"),)) == ([UNICODE], None)


def test_a_capital_font_shows_capitals() -> None:
    runs = (Run("QuyÕt ®Þnh ", ".VnTimeH"), Run("vÒ viÖc ban hµnh quy chÕ", ".VnTime"))
    texts, encoding = converted(runs)
    assert texts == ["QUYẾT ĐỊNH về việc ban hành quy chế"]
    assert encoding == "TCVN3 (ABC)"


def test_a_word_torn_between_runs_is_read_whole() -> None:
    runs = (Run("Ng", "VNI-Times"), Run("hò ñò", "VNI-Times"), Run("nh soá 5", "VNI-Times"))
    assert converted((Run(WRITTEN["VNI"], "VNI-Times"),), runs)[0][1] == "Nghị định số 5"


def test_runs_of_two_encodings_are_each_read_as_theirs() -> None:
    runs = (Run(WRITTEN["TCVN3"] + " ", ".VnTime"), Run(WRITTEN["VNI"], "VNI-Times"))
    texts, encoding = converted(runs)
    assert texts == [f"{UNICODE} {UNICODE}"]
    assert encoding in {"TCVN3 (ABC) + VNI", "VNI + TCVN3 (ABC)"}


def test_a_paragraph_in_another_encoding_than_its_font_is_found_by_spelling() -> None:
    texts, _ = converted(
        *[(Run(WRITTEN["TCVN3"], "Times New Roman"),)] * 3, (Run(UNICODE, "Times New Roman"),)
    )
    assert texts == [UNICODE] * 4


def test_a_short_run_follows_the_rest_of_its_font() -> None:
    assert converted((Run(WRITTEN["TCVN3"], ".VnTime"),), (Run("Sè", ".VnTime"),))[0][1] == "Số"


@pytest.mark.parametrize(
    "text", ["Café Français, déjà vu à Besançon", "Số 12-QĐ/TU", "© 2020 · 25 °C ± 3", "ABC", ""]
)
def test_what_is_no_old_vietnamese_is_not_converted(text: str) -> None:
    assert converted((Run(text, "Arial"),)) == ([text], None)


def test_symbol_fonts_give_their_signs() -> None:
    assert holds_signs("Wingdings 2")
    assert as_signs([Run("\uf0b3\xa3", "Symbol"), Run("\uf0d8 ", "Wingdings")]) == "≥≤- "


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("nghiêng", True), ("khuỷu", True), ("quý", True), ("gì", True), ("giếng", True),
        ("uỷ", True), ("ủy", True), ("thuở", True), ("viêt", False), ("đươc", False),
        ("Hooị", False), ("hoµ", False), ("internet", False),
    ],
)  # fmt: skip
def test_a_syllable_needs_the_right_marks(word: str, *, expected: bool) -> None:
    assert is_spelled(word) is expected


def test_our_own_plan_is_spelled_well() -> None:
    text = (CORPUS / "180-KH-TU.txt").read_text(encoding="utf-8")
    assert evidence(text).share > 0.98


@needs_shared
def test_no_reference_document_is_taken_for_an_old_encoding() -> None:
    for path in sorted(shared("documents").glob("*/*.txt"))[::8]:
        assert recognise(path.read_text(encoding="utf-8")) is None


@given(st.lists(st.sampled_from(UNICODE.split()), min_size=4, max_size=30))
def test_what_a_table_writes_it_reads_back(words: list[str]) -> None:
    text = unicodedata.normalize("NFC", " ".join([UNICODE, *words]))
    written = text.translate({ord(k): v for k, v in inverse("VISCII").items()})
    assert converted((Run(written),))[0] == [text]


@given(st.text(max_size=200), st.sampled_from([".VnTime", "VNI-Times", "Arial", "Symbol"]))
def test_any_text_in_any_font_is_converted_without_failing(text: str, font: str) -> None:
    assert isinstance(converted((Run(text, font),))[0][0], str)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Vie^.t Nam dda^'t nu+o+'c ta", "Việt Nam đất nước ta"),
        ("Dda?ng bo^. ti?nh", "Đảng bộ tỉnh"),
        ("ho.p ta.i Ha` No^.i.", "họp tại Hà Nội."),
        ("Co' ai kho^ng?", "Có ai không?"),
        (r"ta\. Va(n pho`ng", "ta. Văn phòng"),
    ],
)
def test_viqr_marks_join_their_vowels(written: str, expected: str) -> None:
    assert decode(written) == expected


def test_viqr_is_told_from_english() -> None:
    assert is_viqr("Vie^.t Nam dda^'t nu+o+'c ta ra^'t dde.p va` ra^'t gia`u.")
    assert not is_viqr("The committee's plan isn't final. Who's in? What are they to do?")
