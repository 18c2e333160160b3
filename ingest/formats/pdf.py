"""PDF: text layers through PDFium, pypdf as second opinion, pictures through recognition.

Each page is judged by itself: its layer is read as it is, or read again by pypdf where PDFium
finds rubbish, or recognised from the picture where there is no layer worth reading. A page of
rubbish never passes in silence.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, TypeAlias

from ingest.errors import DamagedFileError, NoTextError
from ingest.formats import ocr_tesseract
from ingest.formats.limits import check_pages, counted
from ingest.formats.ocr import NoRecogniserError, has_ink, recognise
from ingest.formats.ocr_head import guesses, with_plain_head
from ingest.formats.ocr_kept import finished_before, handing_over, made_by
from ingest.formats.ocr_marks import with_repeated_marks
from ingest.formats.pdf_fonts import in_unicode
from ingest.formats.pdf_hidden import without_hidden
from ingest.formats.pdf_lines import lines_of
from ingest.formats.pdf_pdfium import DAMAGED, FEW_LETTERS, Pdf
from ingest.formats.pdf_pypdf import SecondOpinion
from ingest.formats.pdf_repair import repaired
from ingest.model import RawPage, RawText
from ingest.syllables import JUDGED_FROM, mark_share, syllable_share

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ingest.formats.ocr import Recognised, Recogniser
    from ingest.formats.pdf_pieces import DrawnPage, Piece

State: TypeAlias = Literal["text", "blank", "picture", "rubbish", "broken"]

END_WITHIN = 4096  # bytes from the end; a whole file says there where its table stands
BAD_LAYER_SYLLABLES = 0.85  # possible syllables; real texts reach 0.94
BAD_LAYER_MARKS = 0.15  # Vietnamese marks a letter; real texts reach 0.36
FOREIGN_LETTERS = 0.02  # letters beyond ASCII; English has none, TCVN3 read as Latin has many
NO_LETTERS = 20  # a page number and a line of a stamp are no text layer
MOSTLY_PICTURE = 0.5
BETTER = 0.05  # share of possible syllables by which another reading must win
MOST_NAMED = 12  # pages named one by one in a message


@dataclass(frozen=True, slots=True)
class Layer:
    """What the text layer of a page says, and how far it can be used."""

    number: int
    lines: tuple[str, ...]
    state: State
    hidden: tuple[str, ...] = ()
    encoding: str | None = None

    @property
    def text(self) -> str:
        """The lines together."""
        return "\n".join(self.lines)


def read(data: bytes) -> RawText:
    """Return the text of a PDF page by page, pictures recognised with the installed program.

    Raises:
        DamagedFileError: cut off or broken.
        EncryptedFileError: a password is needed.
        EmptyFileError: no pages.
        NoRecogniserError: pages are pictures, and nothing is installed to recognise them.
        NoTextError: no page has text, and none has a picture either.
        TooLargeError: over the limits of pages and characters.
        SecretDocumentError: a stamp was recognised on a page.

    """
    return read_with(data, ocr_tesseract.installed())


def read_with(data: bytes, recogniser: Recogniser | None) -> RawText:
    """Return what ``read`` returns, pictures read by this recogniser."""
    if b"startxref" not in data[-END_WITHIN:]:
        raise DamagedFileError(DAMAGED)
    pdf = Pdf(data)
    try:
        check_pages(pdf.count)
        layers = tuple(_layers(pdf, SecondOpinion(data)))
        found = _recognised(pdf, layers, recogniser)
    finally:
        pdf.close()
    return _raw(layers, found)


def _layers(pdf: Pdf, second: SecondOpinion) -> Iterator[Layer]:
    so_far = 0
    for number in range(1, pdf.count + 1):
        layer = _layer(pdf, number, second)
        so_far = sum(map(len, counted(layer.lines, so_far)), so_far)
        yield layer


def _layer(pdf: Pdf, number: int, second: SecondOpinion) -> Layer:
    page = pdf.page(number)
    if page is None:
        lines = _lines(second.pieces(number))
        return Layer(number, lines, "text" if any(lines) else "broken")
    drawn, hidden = without_hidden(page)
    pieces, encoding = in_unicode(drawn)
    lines = (*page.notices, *_lines(pieces))
    if syllable_share("\n".join(lines)) < BAD_LAYER_SYLLABLES and not page.pictured:
        page = pdf.with_areas(page)
    if is_rubbish(lines, page) and not page.pictured:
        lines = _better(lines, (*page.notices, *_lines(second.pieces(number))))
    return Layer(number, lines, _state(pdf, page, lines), hidden, encoding)


def _lines(pieces: Sequence[Piece]) -> tuple[str, ...]:
    return tuple(map(repaired, lines_of(pieces)))


def _better(lines: tuple[str, ...], others: tuple[str, ...]) -> tuple[str, ...]:
    gain = syllable_share("\n".join(others)) - syllable_share("\n".join(lines))
    return others if gain > BETTER else lines


def _state(pdf: Pdf, page: DrawnPage, lines: tuple[str, ...]) -> State:
    letters = _letters(lines)
    few = letters < NO_LETTERS or (letters < FEW_LETTERS and page.pictured >= MOSTLY_PICTURE)
    if few and has_ink(pdf, page.number):
        drawn_as_text = letters and not page.pictured
        return "text" if drawn_as_text else "picture"
    if not letters:
        return "text" if any(map(str.strip, lines)) else "blank"
    return "rubbish" if is_rubbish(lines, page) else "text"


def _letters(lines: Sequence[str]) -> int:
    return sum(sum(map(str.isalpha, line)) for line in lines)


def is_rubbish(lines: Sequence[str], page: DrawnPage) -> bool:
    """Tell whether a layer is bad recognition or an old font, and no text in any language."""
    text = "\n".join(lines)
    letters = _letters(lines)
    if letters < JUDGED_FROM or syllable_share(text) >= BAD_LAYER_SYLLABLES:
        return False
    if mark_share(text) >= BAD_LAYER_MARKS:
        return False
    beyond = sum(letter.isalpha() and not letter.isascii() for letter in text)
    return page.pictured >= MOSTLY_PICTURE or beyond >= FOREIGN_LETTERS * letters


def _recognised(
    pdf: Pdf, layers: Sequence[Layer], recogniser: Recogniser | None
) -> dict[int, Recognised]:
    """Return the pages that had to be recognised, now or by an earlier reading of this file.

    Raises:
        NoRecogniserError: there are some, and no recogniser.
        SecretDocumentError: a stamp stands on one of them.

    """
    numbers = [layer.number for layer in layers if layer.state in {"picture", "rubbish"}]
    if not numbers:
        return {}
    if recogniser is None:
        raise NoRecogniserError(f"{_why(layers)} {ocr_tesseract.INSTALL}")
    maker = made_by(recogniser)
    before = finished_before(numbers, maker)
    for page in before.values():
        page.check()
    rest = [number for number in numbers if number not in before]
    done = handing_over(len(before), len(numbers), maker)
    read = dict(recognise(pdf, rest, recogniser, done))
    return read | {number: page.found for number, page in before.items()}


def _why(layers: Sequence[Layer]) -> str:
    pictures = [layer.number for layer in layers if layer.state == "picture"]
    rubbish = [layer.number for layer in layers if layer.state == "rubbish"]
    if len(pictures) == len(layers):
        return f"Tệp PDF là bản quét, {len(layers)} trang đều không có lớp chữ."
    parts = []
    if pictures:
        parts.append(f"{_named(pictures)} chỉ có hình, không có lớp chữ")
    if rubbish:
        parts.append(f"{_named(rubbish)} có lớp chữ sai nhiều (nhận dạng kém hoặc phông chữ cũ)")
    return f"Tệp PDF có {', '.join(parts)}."


def _named(numbers: Sequence[int]) -> str:
    if len(numbers) > MOST_NAMED:
        return f"{len(numbers)} trang"
    return f"trang {', '.join(map(str, numbers))}"


def _raw(layers: tuple[Layer, ...], found: dict[int, Recognised]) -> RawText:
    pages = _with_marks([_page(layer, found.get(layer.number)) for layer in layers])
    if all(layer.state == "broken" for layer in layers):
        raise DamagedFileError(DAMAGED)
    if all(page.source == "none" for page in pages):
        raise NoTextError(
            f"Tệp PDF không có chữ nào đọc được trên {len(pages)} trang. Hãy kiểm tra lại tệp."
        )
    lost = sum(line.count("\ufffd") for page in pages for line in page.lines)
    return RawText(
        format="pdf",
        pages=pages,
        wrapped=True,
        lost_characters=lost,
        notes=tuple(_notes(layers, pages)),
        hidden=tuple(words for layer in layers for words in layer.hidden),
        encoding=" + ".join(dict.fromkeys(la.encoding for la in layers if la.encoding)) or None,
        guessed=guesses(head.lines, head.again) if (head := found.get(1)) else (),
    )


def _page(layer: Layer, found: Recognised | None) -> RawPage:
    """Return a page from its layer or from recognition, whichever is more like Vietnamese."""
    if found is not None and _wins(found, layer):
        lines = found.lines
        if layer.number == 1:
            lines = with_plain_head(lines, found.doubtful, found.again)
        return RawPage(layer.number, tuple(map(repaired, lines)), "ocr", found.confidence)
    if not any(map(str.strip, layer.lines)):
        return RawPage(layer.number, (), "none")
    return RawPage(layer.number, layer.lines)


def _with_marks(pages: Sequence[RawPage]) -> tuple[RawPage, ...]:
    """Return the pages, the head of a recognised one compared with what all of them repeat."""
    first, *others = pages
    if first.source == "ocr":
        lines = with_repeated_marks(first.lines, [line for page in others for line in page.lines])
        first = replace(first, lines=lines)
    return first, *others


def _wins(found: Recognised, layer: Layer) -> bool:
    if not _letters(found.lines):
        return False
    if layer.state == "picture" and _letters(found.lines) > _letters(layer.lines):
        return True
    return syllable_share("\n".join(found.lines)) > syllable_share(layer.text) + BETTER


def _notes(layers: Sequence[Layer], pages: Sequence[RawPage]) -> Iterator[str]:
    """Yield what a person must know: broken pages, and layers kept although they are rubbish."""
    for layer, page in zip(layers, pages, strict=True):
        if layer.state == "broken":
            yield f"Trang {layer.number} bị lỗi, không đọc được."
        if layer.state == "rubbish" and page.source != "ocr":
            yield (
                f"Trang {layer.number} có lớp chữ sai nhiều, nhận dạng lại cũng không hơn. "
                "Hãy đối chiếu với bản gốc."
            )
