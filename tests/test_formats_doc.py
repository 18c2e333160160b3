"""Word 97 files: real ones where they are at hand, and the parts of the format byte by byte."""

from __future__ import annotations

import contextlib
import struct

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading import is_read_or_refused
from shared import needs_shared, shared

from ingest.errors import DamagedFileError, ReadError
from ingest.formats.doc import read
from ingest.formats.doc_drawings import drawn_texts
from ingest.formats.doc_formatting import Characters, Layout, changed, laid_out, modifiers
from ingest.formats.doc_lists import _level, _overrides
from ingest.formats.doc_stories import _piece_table
from ingest.formats.doc_styles import _fonts, _styles
from ingest.formats.fields import Fields
from ingest.formats.numbering import Counts, Level
from ingest.read import read_document

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def lines(*path: str) -> list[str]:
    raw = read(shared("files", *path).read_bytes())
    return [line.strip() for page in raw.pages for line in page.lines if line.strip()]


@needs_shared
def test_a_decree_in_tcvn3_is_read_as_it_is_printed() -> None:
    found = lines("legacy_encoded", "tcvn3_2002-0112qd.doc")
    assert found[:4] == [
        "BỘ TÀI CHÍNH",
        "Số: 12/2001/QĐ-BTC",
        "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM",  # a font of capitals
        "Độc lập -Tự do - Hạnh phúc",
    ]


@needs_shared
def test_automatic_numbers_of_a_doc_are_written_out() -> None:
    found = lines("legacy_encoded", "tcvn3_2004-0328NDCP.doc")
    numbers = [line.split()[0] for line in found if line[:1].isdigit() and line[1:3] == ". "]
    assert numbers[:8] == [f"{n}." for n in range(1, 9)]


@needs_shared
def test_the_head_of_an_old_doc_is_found() -> None:
    path = shared("files", "legacy_encoded", "tcvn3_2002-0112qd.doc")
    document = read_document(path.read_bytes(), path.name)
    assert (document.info.symbol, str(document.info.issued)) == ("12/2001/QĐ-BTC", "2001-03-13")
    assert document.health.encoding == "TCVN3 (ABC)"


@needs_shared
def test_unicode_docs_are_not_converted() -> None:
    for path in shared("files", "doc_docx_unicode").glob("*.doc"):
        assert read(path.read_bytes()).encoding is None, path.name


@pytest.mark.parametrize("rest", [b"", bytes(600), b"WordDocument".ljust(4000, b"\xff")])
def test_a_broken_container_is_damaged(rest: bytes) -> None:
    with pytest.raises(DamagedFileError, match="hỏng"):
        read(OLE + rest)


def test_modifiers_are_told_apart_by_their_codes() -> None:
    written = struct.pack("<HB", 0x083C, 1) + struct.pack("<HH", 0x4A4F, 7)
    written += struct.pack("<HB3s", 0xCA47, 3, b"abc") + struct.pack("<HB", 0x0855, 1)
    assert [code for code, _ in modifiers(written)] == [0x083C, 0x4A4F, 0xCA47, 0x0855]
    assert changed(Characters(), written) == Characters(font=7, hidden=True, special=True)


def test_a_paragraph_knows_its_table_and_list() -> None:
    written = struct.pack("<HBHBHHHB", 0x2416, 1, 0x2417, 1, 0x460B, 5, 0x260A, 2)
    assert laid_out(Layout(), written) == Layout(in_table=True, row_end=True, list_index=5, level=2)


def test_a_list_level_prints_the_numbers_of_those_above() -> None:
    text = "\0.\1)"
    level = struct.pack("<iB", 3, 4) + bytes(23) + struct.pack("<H", len(text))
    level += text.encode("utf-16-le")
    found = _level(level, 0)
    assert found is not None
    assert (found[0].start, found[0].style, found[0].text) == (3, "lowerLetter", "%1.%2)")
    assert found[1] == len(level)


def test_a_list_that_starts_at_billions_prints_a_short_number() -> None:
    levels = {0: Level(2_000_000_000, "lowerLetter", "%1)")}
    assert Counts().label("1", levels, 0) == "2000000000)"


def test_a_level_without_numbers_prints_the_words_typed_for_it() -> None:
    levels = {0: Level(1, "none", "1."), 1: Level(1, "decimal", "%11.2.%2")}
    counts = Counts()
    assert [counts.label("1", levels, level) for level in (0, 1, 1)] == ["1.", "1.2.1", "1.2.2"]


def test_a_deeper_number_takes_those_above_it_for_begun() -> None:
    levels = {0: Level(1, "decimal", "%1"), 1: Level(1, "decimal", "%1.%2")}
    counts = Counts()
    assert [counts.label("1", levels, level) for level in (1, 1, 0, 1)] == [
        "1.1",
        "1.2",
        "2",
        "2.1",
    ]


def test_words_drawn_as_a_picture_are_found() -> None:
    text = "TỐI MẬT\0".encode("utf-16-le")
    properties = struct.pack("<HIHI", 0x80, 1, 0xC0C0, len(text)) + text
    shape = struct.pack("<HHI", 2 << 4 | 3, 0xF00B, len(properties)) + properties
    container = struct.pack("<HHI", 0xF, 0xF002, len(shape)) + shape
    assert list(drawn_texts(b"\0" + container)) == ["TỐI MẬT"]


def test_a_field_shows_its_result_and_a_table_of_contents_nothing() -> None:
    fields = Fields()
    fields.begin()
    assert fields.takes(" PAGE ")
    fields.result()
    assert not fields.takes("7")
    fields.end()
    fields.begin()
    fields.takes(' TOC \\o "1-3" ')
    fields.result()
    assert fields.takes("Mục lục")
    fields.end()
    assert not fields.silent


@given(st.binary(max_size=600), st.integers(0, 600))
def test_any_bytes_of_a_part_are_read_to_an_end(written: bytes, at: int) -> None:
    assert sum(len(operand) for _, operand in modifiers(written)) <= len(written)
    assert all(isinstance(text, str) for text in drawn_texts(written))
    assert len(_fonts(written)) <= len(written)
    assert len(_styles(written)[0]) <= len(written)
    assert len(_overrides(written)) <= len(written)
    level = _level(written, at)
    assert level is None or level[1] > at


@given(st.binary(max_size=200))
def test_a_piece_table_never_runs_backwards(written: bytes) -> None:
    with contextlib.suppress(ReadError):
        places, descriptors = _piece_table(b"\x02" + struct.pack("<I", len(written)) + written)
        assert list(places) == sorted(places)
        assert len(descriptors) == len(places) - 1


@needs_shared
@settings(deadline=None, max_examples=60)
@given(st.data())
def test_a_damaged_doc_is_read_or_refused(data: st.DataObject) -> None:
    whole = shared("files", "legacy_encoded", "tcvn3_2006-Mau-MDS-1M.doc").read_bytes()
    at = data.draw(st.integers(0, len(whole)))
    written = data.draw(st.binary(max_size=32))
    cut = data.draw(st.integers(0, len(whole))) if data.draw(st.booleans()) else len(whole)
    damaged = (whole[:at] + written + whole[at + len(written) :])[:cut]
    assert is_read_or_refused(read, damaged)
