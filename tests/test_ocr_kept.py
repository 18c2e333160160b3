"""Records of finished pages: the same page comes back, and only if all that made it is the same."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from make_pdf import BARS, make_pdf
from test_ocr import LINES, FakeRecogniser, needs_tesseract

from ingest import pages_done
from ingest.errors import SecretDocumentError
from ingest.formats import ocr_kept, ocr_tesseract
from ingest.formats.ocr import FinishedPage, Recognised
from ingest.formats.ocr_kept import finished_in, handing_over, made_by, record_of
from ingest.formats.pdf import read_with
from ingest.pages_done import BETWEEN, MARK, MOST_RECORD, Reached, take_record

TEXTS = st.lists(st.text(), max_size=5).map(tuple)
FINISHED = st.builds(
    FinishedPage,
    st.builds(Recognised, TEXTS, st.floats(0, 1), st.frozensets(st.text(), max_size=3), TEXTS),
    TEXTS,
)
PAGE = FinishedPage(Recognised(LINES, 0.87, frozenset({"S7"}), ("Số: 57",)), ("HỎA TỐC",))
SCAN = make_pdf([], [], [], under=BARS)


@pytest.fixture
def before(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """Return a list: the records in it were finished before."""
    records: list[bytes] = []
    monkeypatch.setattr(ocr_kept, "pages_before", lambda: tuple(records))
    return records


@given(st.integers(1, 9_999), FINISHED)
def test_a_page_comes_back_the_same_on_one_line(number: int, page: FinishedPage) -> None:
    record = record_of(number, page, "a")
    assert finished_in([record], "a") == {number: page}
    assert BETWEEN not in record


@given(st.lists(st.binary(max_size=40) | st.just(b"[" * 100_000), max_size=3))
def test_what_is_no_record_is_passed_over(written: list[bytes]) -> None:
    assert finished_in([*written, record_of(1, PAGE, "a")], "a") == {1: PAGE}


@pytest.mark.parametrize(
    ("field", "value"),
    [("number", "1"), ("lines", "Số"), ("lines", [1]), ("confidence", None), ("stamps", {})],
)
def test_a_record_of_another_shape_is_passed_over(field: str, value: object) -> None:
    changed = json.loads(record_of(1, PAGE, "a")) | {field: value}
    assert finished_in([json.dumps(changed).encode()], "a") == {}


def test_pages_of_another_recogniser_are_read_again(before: list[bytes]) -> None:
    reader, newer = FakeRecogniser(), FakeRecogniser(fingerprint="bản khác")
    before += [record_of(number, PAGE, made_by(reader)) for number in (1, 2)]
    read_with(SCAN, reader)
    assert len(reader.seen) == 1
    read_with(SCAN, newer)
    assert len(newer.seen) == 3


def test_pages_of_another_version_of_this_program_are_read_again(
    before: list[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = FakeRecogniser()
    before.append(record_of(1, PAGE, made_by(reader)))
    monkeypatch.setattr(ocr_kept, "_own_code", lambda: "one line of a rule changed")
    read_with(SCAN, reader)
    assert len(reader.seen) == 3


def test_pages_that_were_finished_give_the_same_text_as_if_read_now(before: list[bytes]) -> None:
    reader = FakeRecogniser(doubtful=frozenset({"S7/KH-SYT"}))
    whole = read_with(SCAN, reader)
    page = FinishedPage(Recognised(LINES, 0.91, reader.doubtful, LINES))
    before += [record_of(number, page, made_by(reader)) for number in (1, 3)]
    reader.seen.clear()
    assert read_with(SCAN, reader) == whole
    assert len(reader.seen) == 1


@pytest.mark.parametrize(
    "page",
    [
        FinishedPage(Recognised(("TỐI MẬT", *LINES), 0.9)),
        FinishedPage(Recognised(LINES, 0.9), ("MẬT",)),
    ],
    ids=["line", "frame"],
)
def test_the_gate_looks_again_at_pages_that_were_finished(
    before: list[bytes], page: FinishedPage
) -> None:
    reader = FakeRecogniser()
    before.append(record_of(3, page, made_by(reader)))
    with pytest.raises(SecretDocumentError):
        read_with(SCAN, reader)
    assert reader.seen == []


@dataclass
class Told:
    """Reads what a reading process tells of its pages."""

    pipe: int

    def all(self) -> list[tuple[Reached, bytes]]:
        """Return everything that was told so far."""
        found, told = bytearray(os.read(self.pipe, 1 << 20)), []
        while taken := take_record(found):
            told.append(taken)
        assert not found
        return told


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> Told:
    """Return the other end of the pipe through which pages are handed over."""
    theirs, ours = os.pipe()
    monkeypatch.setattr(pages_done, "_TALLY", pages_done._Tally(ours))
    return Told(theirs)


def test_each_page_is_handed_over_with_how_far_the_reading_is(
    told: Told, before: list[bytes]
) -> None:
    reader = FakeRecogniser()
    before.append(record_of(2, PAGE, made_by(reader)))
    read_with(SCAN, reader)
    (begun, nothing), *pages = told.all()
    assert (begun, nothing) == (Reached(0, 1, 3), b"")
    assert [reached for reached, _ in pages] == [Reached(1, 2, 3), Reached(3, 3, 3)]
    assert set(finished_in([record for _, record in pages], made_by(reader))) == {1, 3}


def test_a_stamped_page_is_not_handed_over(told: Told) -> None:
    with pytest.raises(SecretDocumentError):
        read_with(SCAN, FakeRecogniser(lines=("MẬT", *LINES)))
    assert told.all() == [(Reached(0, 0, 3), b"")]


def test_a_page_on_which_the_recogniser_failed_is_counted_but_not_handed_over(told: Told) -> None:
    done = handing_over(0, 2, "a")
    done(1, PAGE)
    done(2, FinishedPage(PAGE.found, ("",), whole=False))
    (first, record), second = told.all()
    assert (first, finished_in([record], "a")) == (Reached(1, 1, 2), {1: PAGE})
    assert second == (Reached(2, 2, 2), b"")


@given(st.lists(st.tuples(st.integers(0, 9), st.binary(max_size=30))), st.integers(1, 20))
def test_records_are_cut_out_whole_however_the_pipe_tears_them(
    pages: list[tuple[int, bytes]], step: int
) -> None:
    stream = b"".join(MARK.pack(0, n, 1, 2, len(body)) + body for n, body in pages)
    stream += b'{"document":"\\u0000"}'
    found, taken = bytearray(), []
    for start in range(0, len(stream), step):
        found += stream[start : start + step]
        while one := take_record(found):
            taken.append((one[0].page, one[1]))
    assert taken == pages
    assert found == b'{"document":"\\u0000"}'


def test_a_record_that_is_too_large_is_refused_before_it_is_read() -> None:
    with pytest.raises(ValueError, match="too large"):
        take_record(bytearray(MARK.pack(0, 1, 1, 1, MOST_RECORD + 1)))


@needs_tesseract
def test_tesseract_is_told_from_another_version_and_another_model() -> None:
    reader = ocr_tesseract.installed()
    assert reader is not None
    version, *_, language, model = reader.fingerprint.splitlines()
    assert version.startswith("tesseract ")
    assert (language, len(model)) == ("vie", 64)
    assert ocr_tesseract.Tesseract("/bin/true").fingerprint != reader.fingerprint
    assert reader.words(np.full((60, 60), 255, dtype=np.uint8), 300) == ""
