"""Scans: which pages are recognised, what is kept of them, and what stops."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field

import numpy as np
import pytest
from make_pdf import BARS, PICTURE, column, make_pdf
from shared import needs_shared, shared

from ingest.errors import SecretDocumentError
from ingest.formats import ocr_tesseract
from ingest.formats.ocr import FinishedPage, NoRecogniserError, Recognised, recognise
from ingest.formats.ocr_frames import framed
from ingest.formats.ocr_image import Picture, angle_of, enlarged, ink_of
from ingest.formats.ocr_tesseract import parsed
from ingest.formats.pdf import read_with
from ingest.header import read_header
from ingest.health import confidence_of
from ingest.model import Page, Span
from ingest.read import read_document
from ingest.text import canonical

LINES = (
    "UBND TỈNH KIÊN GIANG",
    "Số: S7/KH-SYT",
    "KẾ HOẠCH",
    "Tổ chức xét công nhận sáng kiến cấp cơ sở năm 2017 của toàn ngành y tế trong tỉnh",
)
BODY = column(*["Các cấp ủy, tổ chức đảng xác định rõ chức năng, nhiệm vụ được giao."] * 5)
RUBBISH = column(
    *["UYBAN NHAN DAN Tlf{NH KItN GIANG qghia Vi?t Narn dQc l$p tg do hzinh phric"] * 5
)

needs_tesseract = pytest.mark.skipif(
    ocr_tesseract.installed() is None, reason="Tesseract with Vietnamese is not installed"
)


@dataclass
class FakeRecogniser:
    """Reads every picture as the same lines, and remembers how many it saw."""

    lines: tuple[str, ...] = LINES
    stamp: str = ""
    doubtful: frozenset[str] = frozenset()
    fingerprint: str = "giả"
    seen: list[tuple[int, ...]] = field(default_factory=list)

    def read(self, picture: Picture, dots: int) -> Recognised:  # noqa: ARG002, D102 -- the seam's
        self.seen.append(picture.shape)
        return Recognised(self.lines, 0.91, self.doubtful)

    def words(self, picture: Picture, dots: int) -> str:  # noqa: ARG002, D102 -- the seam's
        assert picture.size
        return self.stamp


@dataclass
class FakePages:
    """Blank pictures, drawn in one thread only."""

    thread: int = field(default_factory=threading.get_ident)

    def picture(self, number: int, dots: int, turned: float = 0.0) -> Picture:  # noqa: D102
        assert threading.get_ident() == self.thread
        assert number
        assert turned == 0.0
        return np.full((dots, dots), 255, dtype=np.uint8)


def test_a_page_without_letters_is_recognised_and_its_confidence_kept() -> None:
    raw = read_with(make_pdf(BODY, [], under=BARS), FakeRecogniser())
    assert [(page.source, page.confidence) for page in raw.pages] == [
        ("text layer", None),
        ("ocr", 0.91),
    ]


def test_a_bad_layer_gives_way_and_a_good_one_is_not_read_again() -> None:
    reader = FakeRecogniser()
    raw = read_with(make_pdf(BODY, RUBBISH, under=PICTURE), reader)
    assert [page.source for page in raw.pages] == ["text layer", "ocr"]
    assert len(reader.seen) == 1


def test_a_bad_layer_that_recognition_does_not_beat_is_told() -> None:
    raw = read_with(make_pdf(RUBBISH, under=PICTURE), FakeRecogniser(lines=("?%*",)))
    assert raw.pages[0].source == "text layer"
    assert "Trang 1 có lớp chữ sai nhiều" in raw.notes[0]


def test_english_without_a_picture_is_no_rubbish() -> None:
    text = column(*["The quick brown fox jumps over the lazy dog and the fence behind it."] * 5)
    assert read_with(make_pdf(text), None).pages[0].source == "text layer"


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (make_pdf([], [], under=BARS), "là bản quét, 2 trang"),
        (make_pdf(BODY, [], under=BARS), "trang 2 chỉ có hình"),
        (make_pdf(RUBBISH, under=PICTURE), "trang 1 có lớp chữ sai nhiều"),
    ],
)
def test_without_a_recogniser_the_file_waits_and_the_packages_are_named(
    data: bytes, why: str
) -> None:
    with pytest.raises(NoRecogniserError, match=f"{why}.*tesseract-ocr và tesseract-ocr-vie"):
        read_with(data, None)


def test_the_number_of_the_first_page_is_put_right() -> None:
    raw = read_with(make_pdf([], under=BARS), FakeRecogniser())
    assert "Số: 57/KH-SYT" in raw.pages[0].lines


def test_figures_of_the_first_page_that_nobody_believes_are_handed_on() -> None:
    reader = FakeRecogniser(lines=("Số: 22/KH-SYT", *LINES[2:]), doubtful=frozenset({"22/KH-SYT"}))
    raw = read_with(make_pdf([], [], under=BARS), reader)
    assert raw.guessed == (("figures", "22"),)
    assert read_with(make_pdf(BODY), reader).guessed == ()


def test_a_stamp_on_a_scan_stops_everything() -> None:
    reader = FakeRecogniser(lines=("TỐI MẬT", *LINES))
    with pytest.raises(SecretDocumentError):
        read_with(make_pdf(*[[]] * 9, under=BARS), reader)
    assert len(reader.seen) < 9


def test_a_stamp_in_a_frame_stops_too() -> None:
    frame = "90 780 120 40 re S"
    with pytest.raises(SecretDocumentError):
        read_with(make_pdf([], under=f"{BARS} 2 w {frame}"), FakeRecogniser(stamp="MẬT"))


def test_pages_come_in_order_each_told_as_done() -> None:
    done: list[int] = []
    found = recognise(FakePages(), range(1, 8), FakeRecogniser(), lambda n, _page: done.append(n))
    assert [number for number, _ in found] == [1, 2, 3, 4, 5, 6, 7]
    assert done == [1, 2, 3, 4, 5, 6, 7]


def _lines_at(angle: float) -> Picture:
    """Return bars of print turned clockwise by an angle."""
    picture = np.full((800, 600), 255, dtype=np.uint8)
    slope = np.tan(np.radians(angle))
    for top in range(100, 700, 24):
        for column_ in range(60, 540):
            at = top + round((column_ - 300) * slope)
            picture[at : at + 8, column_] = 0
    return picture


@pytest.mark.parametrize("angle", [-3.0, -1.4, 0.0, 0.7, 2.5])
def test_the_turn_of_a_page_is_measured_to_a_fifth_of_a_degree(angle: float) -> None:
    assert angle_of(_lines_at(angle)) == pytest.approx(-angle, abs=0.21)


def test_a_blank_page_has_neither_ink_nor_turn() -> None:
    blank = np.full((800, 600), 255, dtype=np.uint8)
    assert (ink_of(blank), angle_of(blank)) == (0.0, 0.0)


def test_a_small_frame_is_found_and_a_table_or_a_bar_is_not() -> None:
    page = np.full((1700, 2400), 255, dtype=np.uint8)
    page[200:300, 300:306] = page[200:300, 694:700] = 0
    page[200:206, 300:700] = page[294:300, 300:700] = 0
    page[230:270, 400:600] = 0  # the words
    page[500:520, 300:700] = 0  # a bar
    page[800:1600, 100:106] = page[800:1600, 2294:2300] = 0  # a table, too large
    page[800:806, 100:2300] = page[1594:1600, 100:2300] = 0
    found = framed(page, 300)
    assert len(found) == 1
    assert (found[0] < 128).sum() == pytest.approx(40 * 200, rel=0.05)


def test_tesseracts_table_becomes_lines_columns_and_confidence() -> None:
    names = "level page_num block_num par_num line_num word_num left top width height conf text"
    header = "\t".join(names.split())
    rows = [
        "5\t1\t1\t1\t1\t1\t100\t50\t90\t30\t95\tSở",
        "5\t1\t1\t1\t1\t2\t200\t50\t60\t30\t95\tY",
        "5\t1\t1\t1\t1\t3\t900\t50\t60\t30\t75\tHà",
        "5\t1\t1\t2\t1\t1\t100\t99\t60\t9\t3\t~",
        "5\t1\t1\t2\t1\t2\t100\t99\t60\t30\t95\tNội",
    ]
    found = parsed("\n".join([header, *rows]))
    assert found.lines == ("Sở Y\tHà", "", "Nội")
    assert found.doubtful == {"Hà"}
    assert found.confidence == pytest.approx((6 * 0.95 + 2 * 0.75) / 8, abs=0.001)
    assert parsed("") == Recognised((), 0.0)


def test_a_word_beside_strokes_that_were_passed_over_is_torn() -> None:
    names = "level page_num block_num par_num line_num word_num left top width height conf text"
    row = "5\t1\t1\t1\t1\t{}\t{}\t50\t{}\t{}\t{}\t{}"
    words = ((100, 90, 40, 96, "ngày"), (200, 20, 40, 95, "2"), (225, 20, 40, 4, "Ÿ"),
             (270, 90, 40, 96, "tháng"), (370, 4, 6, 3, "."), (380, 50, 40, 96, "11"),
             (900, 50, 40, 5, "Ð"))  # fmt: skip
    rows = [row.format(n, *word) for n, word in enumerate(words)]
    found = parsed("\n".join(["\t".join(names.split()), *rows]))
    assert found.lines == ("ngày 2 tháng 11",)
    assert found.torn == found.doubtful == {"2", "tháng"}  # dust and far strokes tear nothing


def test_a_second_reading_that_is_torn_confirms_nothing() -> None:
    torn = Recognised(
        ("Số: …/KH-SYT", "ngày 2 tháng 11"), 0.9, frozenset({"2"}), (), frozenset("2")
    )

    class Torn(FakeRecogniser):
        def read(self, picture: Picture, dots: int) -> Recognised:  # noqa: ARG002
            return torn

    ((_, found),) = recognise(FakePages(), (1,), Torn())
    assert found.again == ("Số: …/KH-SYT",)


def test_confidence_is_weighed_by_the_text_of_each_page() -> None:
    pages = [Page(1, Span(0, 900), "ocr", 0.9), Page(2, Span(900, 1000), "ocr", 0.5)]
    assert confidence_of(pages) == 0.86
    assert confidence_of([Page(1, Span(0, 9), "text layer")]) is None


def test_a_program_that_fails_costs_one_page_only() -> None:
    done: list[FinishedPage] = []
    broken = ocr_tesseract.Tesseract("/bin/false")
    found = recognise(FakePages(), (1, 2), broken, lambda _number, page: done.append(page))
    assert dict(found) == {1: Recognised((), 0.0), 2: Recognised((), 0.0)}
    assert [page.whole for page in done] == [False, False]  # so that they are not kept


def test_a_picture_drawn_larger_keeps_its_corners_and_runs_evenly_between() -> None:
    larger = enlarged(np.array([[0, 100], [200, 255]], dtype=np.uint8), 1.5)
    assert larger.tolist() == [[0, 50, 100], [100, 139, 178], [200, 228, 255]]
    assert larger.dtype == np.uint8


@pytest.mark.parametrize(
    ("lines", "doubtful", "readings"),
    [
        (("Số: 57/KH-SYT",), frozenset(), 1),
        (("Số: 57/KH-SYT",), frozenset({"57/KH-SYT"}), 2),
        (("Số: …/KH-SYT",), frozenset(), 2),
    ],
)
def test_a_head_with_a_gap_is_read_again_larger_and_no_other_page_is(
    lines: tuple[str, ...], doubtful: frozenset[str], readings: int
) -> None:
    reader = FakeRecogniser(lines, doubtful=doubtful)
    first, second = (found for _, found in recognise(FakePages(), (1, 2), reader))
    assert len(reader.seen) == readings + 1
    assert first.again == (lines if readings > 1 else ())
    assert second.again == ()


@needs_tesseract
@needs_shared
@pytest.mark.slow
@pytest.mark.parametrize(
    ("file", "head"),
    [
        ("1942_kh_syt.pdf", ("Kế hoạch", "Tổ chức xét công nhận Sáng kiến cấp cơ sở năm 2017")),
        ("1987_syt_nvy.pdf",
         ("Công văn", "tập huấn công tác điều trị một số bệnh dịch SXHD, tay chân miệng")),
    ],
)  # fmt: skip
def test_the_printed_head_of_a_scan_is_right_and_what_is_handwritten_is_missing(
    file: str, head: tuple[str, str]
) -> None:
    path = shared("files", "scan_pdf_no_text_layer", file)
    raw = read_with(path.read_bytes(), ocr_tesseract.installed())
    found = read_header(canonical(raw).text)
    assert (found.type, found.title) == head
    assert found.issuer == "Sở Y tế"
    assert (found.symbol, found.issued, found.place) == (None, None, "Kiên Giang")


@needs_tesseract
@needs_shared
@pytest.mark.slow
def test_a_scan_is_read_and_its_handwritten_number_is_left_open() -> None:
    path = shared("files", "scan_pdf_no_text_layer", "11_gm_syt.pdf")
    raw = read_with(path.read_bytes(), ocr_tesseract.installed())
    text = "\n".join(raw.pages[0].lines)
    assert "Số: …/GM-SYT" in text
    assert "đánh giá và phân loại" in text
    assert (raw.pages[0].confidence or 0) > 0.85


@needs_tesseract
@needs_shared
@pytest.mark.slow
def test_a_tilted_stamp_in_a_frame_is_read() -> None:
    from ingest.formats.ocr import DOTS, upright  # noqa: PLC0415 -- only with Tesseract
    from ingest.formats.pdf_pdfium import Pdf  # noqa: PLC0415

    pdf = Pdf(shared("files", "scan_pdf_no_text_layer", "1987_syt_nvy.pdf").read_bytes())
    page = upright(pdf, 1)
    reader = ocr_tesseract.installed()
    assert reader is not None
    assert [reader.words(frame, DOTS) for frame in framed(page[: len(page) // 2], DOTS)] == [
        "HỎA TỐC"
    ]


@needs_tesseract
@needs_shared
@pytest.mark.slow
def test_a_number_written_by_hand_comes_from_the_name_and_its_text_stays_open() -> None:
    path = shared("files", "scan_pdf_no_text_layer", "11_gm_syt.pdf")
    found = read_document(path.read_bytes(), path.name)
    assert (found.info.symbol, found.info.from_file) == ("11/GM-SYT", ("symbol",))
    assert found.info.id.startswith("tep-")
    assert "Số: …/GM-SYT" in found.text
