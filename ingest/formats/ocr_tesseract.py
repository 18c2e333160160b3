"""Tesseract, the system's own program, as the recogniser of scans.

Called as a process for each page: the picture goes in through a pipe, the words come back with
their confidence through another, nothing touches the disk, and a crash costs one page.
"""

from __future__ import annotations

import csv
import hashlib
import re
import shutil
import subprocess
from dataclasses import dataclass
from functools import cache
from itertools import groupby, pairwise
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from ingest.formats.ocr import Recognised, UnreadPictureError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ingest.formats.ocr_image import Picture

LANGUAGE = "vie"
PAGE, BLOCK = "3", "6"  # page segmentation: of a whole page; one block of lines
SECONDS = 120  # a page; Tesseract takes five to ten
WORD = "5"  # level of a row that holds a word
ALONE = ("/usr/bin/env", "OMP_THREAD_LIMIT=1")  # pages run side by side, each on one processor
# words at this confidence and below are specks and strokes, not letters
NOISE = 10.0
DOUBTFUL = 80.0  # handwriting taken for figures stays below
COLUMN_GAP = 2.5  # heights of a line
LETTER = 0.5  # of the height of a line; dust is lower

_FOLDER = re.compile(r'"(.+)"')  # "List of available languages in "/usr/share/…/tessdata/" (3):"

INSTALL = (
    "Máy chưa có chương trình nhận dạng chữ Tesseract với gói tiếng Việt. "
    "Hãy cài hai gói tesseract-ocr và tesseract-ocr-vie rồi thêm lại tệp này."
)


class Tesseract:
    """The installed program; each call is a process of its own, on one processor."""

    def __init__(self, program: str) -> None:
        self._program = program

    @property
    def fingerprint(self) -> str:
        """Another one for each version of the program, its model of Vietnamese, and how we ask."""
        return _fingerprint(self._program)

    def read(self, picture: Picture, dots: int) -> Recognised:
        """Return the lines of a page; raises UnreadPictureError where Tesseract fails."""
        return parsed(self._run(picture, dots, PAGE))

    def words(self, picture: Picture, dots: int) -> str:
        """Return the words of a small picture, line by line, as ``read`` does."""
        return "\n".join(parsed(self._run(picture, dots, BLOCK)).lines)

    def _run(self, picture: Picture, dots: int, layout: str) -> str:
        height, width = picture.shape
        image = b"P5 %d %d 255\n" % (width, height) + picture.tobytes()
        command = [
            *ALONE, self._program, "-", "-", "-l", LANGUAGE,
            "--dpi", str(dots), "--psm", layout, "tsv",
        ]  # fmt: skip
        try:
            done = subprocess.run(  # noqa: S603 -- a program found on PATH, no word of a file in it
                command, input=image, capture_output=True, timeout=SECONDS, check=True
            )
        except (subprocess.SubprocessError, OSError) as error:
            raise UnreadPictureError from error
        return done.stdout.decode("utf-8", "replace")


@cache
def installed() -> Tesseract | None:
    """Return Tesseract if it is there and knows Vietnamese."""
    program = shutil.which("tesseract")
    if program is None:
        return None
    return Tesseract(program) if LANGUAGE in _asked(program, "--list-langs").split() else None


@cache
def _fingerprint(program: str) -> str:
    told = [_asked(program, "--version"), _asked(program, "--list-langs"), LANGUAGE]
    folder = _FOLDER.search(told[1])
    model = Path(folder[1], f"{LANGUAGE}.traineddata") if folder else Path()
    if model.is_file():
        told.append(hashlib.sha256(model.read_bytes()).hexdigest())
    return "\n".join(told)


def _asked(program: str, option: str) -> str:
    """Return what the program tells of itself."""
    try:
        told = subprocess.run(  # noqa: S603 -- as above
            [program, option], capture_output=True, timeout=SECONDS, check=False, text=True
        )
    except (subprocess.SubprocessError, OSError):
        return ""
    return told.stdout


@dataclass(frozen=True, slots=True)
class Word:
    """A word that Tesseract found: its paragraph and line, its place in dots, its confidence."""

    paragraph: tuple[str, str]
    line: str
    left: int
    right: int
    height: int
    text: str
    confidence: float


def parsed(table: str) -> Recognised:
    """Return the lines in Tesseract's table of words, and the mean confidence of its letters."""
    words: list[Word] = []
    lines: list[str] = []
    torn: set[str] = set()
    for _, group in groupby(_words(table), key=lambda word: (word.paragraph, word.line)):
        seen = list(group)
        own = [word for word in seen if word.confidence > NOISE]
        if not own:
            continue
        if words and words[-1].paragraph != own[0].paragraph:
            lines.append("")
        lines.append("".join(_spaced(own)))
        torn.update(_torn(seen, median(word.height for word in own)))
        words += own
    letters = sum(len(word.text) for word in words)
    sure = sum(len(word.text) * word.confidence for word in words)
    doubtful = frozenset(word.text for word in words if word.confidence < DOUBTFUL)
    share = round(sure / letters / 100, 3) if letters else 0.0
    return Recognised(tuple(lines), share, doubtful | torn, torn=frozenset(torn))


def _words(table: str) -> Iterator[Word]:
    for row in csv.DictReader(table.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE):
        text = (row["text"] or "").strip()
        confidence = float(row["conf"])
        if row["level"] == WORD and text:
            left, width = int(row["left"]), int(row["width"])
            paragraph = row["block_num"], row["par_num"]
            yield Word(
                paragraph, row["line_num"], left, left + width, int(row["height"]), text, confidence
            )


def _torn(words: list[Word], usual: float) -> Iterator[str]:
    """Yield the words of a line beside which something as high as a letter was passed over.

    A day written by hand, "27", is read as a sure 2 and a stroke: what is left looks whole.
    """
    for before, word in pairwise(words):
        near = word.left - before.right <= COLUMN_GAP * usual
        for noise, other in ((before, word), (word, before)):
            strokes = noise.confidence <= NOISE and noise.height >= LETTER * usual
            if near and strokes and other.confidence > NOISE:
                yield other.text


def _spaced(words: list[Word]) -> Iterator[str]:
    """Yield the words of a line, a tab where a wide gap parts two printed columns."""
    yield words[0].text
    usual = median(word.height for word in words)
    for before, word in pairwise(words):
        yield ("\t" if word.left - before.right > COLUMN_GAP * usual else " ") + word.text
