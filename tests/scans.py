"""``python tests/scans.py DOCUMENTS [PART]``: heads of scans that were never seen, field by field.

Texts of real documents are set in type as offices print them, every other one with number and
day written by hand, then turned, blurred, dusted and saved as JPEG in a PDF; some bear the red
stamp of the office that received them. Their files are named as offices name them. What is read
from the PDF is held against what is read from the text; wrong values count apart from missing.
"""

from __future__ import annotations

import io
import random
import re
import sys
import textwrap
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont
from sklearn.datasets import load_digits

from ingest.read import read_document
from ingest.text import fold

if TYPE_CHECKING:
    from ingest.model import Document, DocumentInfo

FONTS = Path("/usr/share/fonts/truetype/dejavu")  # has every Vietnamese letter
DOTS = 200
WIDE, HIGH = 1654, 2339  # A4
LEFT, RIGHT = 470, 1150  # the middle of the two columns of a head
SEED, COUNT = 7, 24
FIELDS = ("symbol", "type", "issuer", "issued", "title")
NAMES = (  # as offices and their portals name files
    "{low}.pdf", "{dashed}.signed.pdf", "{sign} {dashed}.pdf", "scan{at:04}.pdf",
    "{kind} số {dashed} ngày {day}.pdf",
)  # fmt: skip
Ink: TypeAlias = int | tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Paper:
    """A document to be printed: what its text says, its place in the sample, its writing."""

    text: Document
    at: int
    by_hand: bool

    @property
    def name(self) -> str:
        """A name as an office gives it."""
        info = self.text.info
        dashed = (info.symbol or "").replace("/", "-")
        return NAMES[self.at % len(NAMES)].format(
            low=fold(dashed).replace("-", "_"), dashed=dashed, at=self.at, kind=info.type,
            sign=re.split(r"[-/]", (info.symbol or "").lstrip("0123456789-/"))[0],
            day=f"{info.issued:%d-%m-%Y}" if info.issued else "",
        )  # fmt: skip


class Page:
    """An A4 sheet that is written on in type and by hand."""

    def __init__(self, rng: random.Random) -> None:
        self._rng = rng
        self._sheet = Image.new("RGB", (WIDE, HIGH), "white")
        self._draw = ImageDraw.Draw(self._sheet)
        self._digits = load_digits()

    def middle(self, at: tuple[float, int], words: str, face: str = "-Bold") -> None:
        """Write a line around a middle."""
        self._draw.text(at, words, 15, font(face), anchor="ms")

    def line(self, at: tuple[float, int], words: str, ink: Ink = 15) -> float:
        """Write a line from the left; return where it ends."""
        self._draw.text(at, words, ink, font(""), anchor="ls")
        return at[0] + font("").getlength(words)

    def by_hand(self, at: tuple[float, int], figures: str) -> float:
        """Write figures as somebody wrote them; return where they end."""
        x = at[0] + self._rng.randint(4, 12)
        for figure in figures:
            which = self._rng.choice(np.flatnonzero(self._digits.target == int(figure)).tolist())
            ink = Image.fromarray((self._digits.images[which] * 15.9).astype(np.uint8))
            size = self._rng.randint(44, 56)
            mask = ink.resize((size * 3 // 4, size), Image.Resampling.BICUBIC)
            mask = mask.point(lambda grey: 255 if grey > 150 else 0)
            self._sheet.paste((30, 40, 90), (round(x), at[1] - size + 10), mask)
            x += size * 0.7
        return x + 10

    def stamp(self) -> None:
        """Stamp the sheet in red as received, with a number and a day of its own."""
        box = (60, 60, 390, 200)
        self._draw.rectangle(box, outline=(200, 30, 40), width=4)
        number, day = self._rng.randint(1000, 9000), self._rng.randint(1, 28)
        for row, words in enumerate(("CÔNG VĂN ĐẾN", f"Số: {number}", f"Ngày: {day}/12/2025")):
            self.line((80, 100 + 42 * row), words, (200, 30, 40))

    def scanned(self) -> bytes:
        """Return the sheet as a scanner saves it."""
        turned = self._sheet.rotate(
            self._rng.uniform(-1.3, 1.3), Image.Resampling.BICUBIC, fillcolor="white"
        )
        grey = np.asarray(turned.convert("L").filter(ImageFilter.GaussianBlur(0.8)), np.float64)
        noise = np.random.default_rng(self._rng.randint(0, 9999))
        grey = grey * 0.95 + noise.normal(0, 7, grey.shape)
        grey[noise.random(grey.shape) < 0.0004] = 40
        out = io.BytesIO()
        Image.fromarray(grey.clip(0, 255).astype(np.uint8)).save(
            out, "PDF", resolution=DOTS, quality=55
        )
        return out.getvalue()


def font(face: str) -> ImageFont.FreeTypeFont:
    """Return the face at the size of 13 points of a narrower one."""
    return ImageFont.truetype(FONTS / f"DejaVuSerifCondensed{face}.ttf", 32)


def printed(paper: Paper, rng: random.Random) -> bytes:
    """Return the first page of a paper as a scan."""
    page, info = Page(rng), paper.text.info
    party = "/T" in (info.symbol or "") and "-" in (info.symbol or "").split("/")[0]
    for row, words in enumerate(_broken((info.issuer or "").upper())):
        page.middle((LEFT, 260 + 44 * row), words)
    page.middle((RIGHT, 260), "ĐẢNG CỘNG SẢN VIỆT NAM" * party or MOTTO[0])
    page.middle((RIGHT, 304), "" if party else MOTTO[1])
    _number_and_date(page, paper)
    page.middle((WIDE / 2, 640), (info.type or "").upper())
    y = 690
    for words in textwrap.wrap(info.title, 62):
        page.middle((WIDE / 2, y), words)
        y += 46
    body = paper.text.text[paper.text.passages[0].span.start :] if paper.text.passages else ""
    for paragraph in _body(body):
        y += 14
        for words in textwrap.wrap(paragraph, 84):
            if y < HIGH - 200:
                page.line((230, y := y + 46), words)
    if paper.at % 4 == 1:
        page.stamp()
    return page.scanned()


MOTTO = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")


def _broken(issuer: str) -> list[str]:
    """Return the lines of an issuer's name, broken before its place as heads break it."""
    parts = re.split(r" (?=(?:TỈNH|THÀNH PHỐ|XÃ|PHƯỜNG) )", issuer, maxsplit=1)
    return [line for part in parts for line in textwrap.wrap(part, 28)]


def _body(text: str) -> list[str]:
    """Return the paragraphs of a body, those of the head left out."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    start = next((i for i, line in enumerate(lines) if len(line) > 90 and not line.isupper()), 0)
    return lines[start : start + 14]


def _number_and_date(page: Page, paper: Paper) -> None:
    info = paper.text.info
    found = re.match(r"\d+", info.symbol or "")
    figures, rest = (found.group(), (info.symbol or "")[found.end() :]) if found else ("", "")
    write = page.by_hand if paper.by_hand else page.line
    page.line((write((page.line((300, 470), "Số: "), 470), figures), 470), rest)
    if info.issued:
        month = f"{info.issued.month:02}" if info.issued.month <= 2 else str(info.issued.month)
        x = page.line((860, 470), f"{info.place or 'Hà Nội'}, ngày ")
        x = write((x, 470), f"{info.issued.day:02}")
        page.line((x, 470), f" tháng {month} năm {info.issued.year}")


def judged(true: DocumentInfo, found: DocumentInfo) -> dict[str, str]:
    """Return of each field whether it is right, wrong or missing, and if the name told it."""
    return {
        field: _judged(getattr(true, field), getattr(found, field))
        + " by name" * (field in found.from_file)
        for field in FIELDS
    }


def _judged(true: object, found: object) -> str:
    if not found:
        return "missing"
    same = " ".join(str(true).casefold().split()) == " ".join(str(found).casefold().split())
    return "right" if same else "wrong"


def sample(folder: Path, part: int) -> list[Document]:
    """Return a part of the documents whose texts state every field, in an order by chance."""
    texts = (read_document(p.read_bytes(), "văn bản") for p in sorted(folder.rglob("*.txt")))
    whole = [text for text in texts if all(getattr(text.info, field) for field in FIELDS)]
    random.Random(SEED).shuffle(whole)  # noqa: S311 -- a sample
    return whole[part * COUNT : (part + 1) * COUNT]


def measure(texts: list[Document]) -> Counter[tuple[str, str, str]]:
    """Print every field that is not right; return how many are, by writing and field."""
    rng, counts = random.Random(SEED), Counter[tuple[str, str, str]]()  # noqa: S311 -- likewise
    for at, text in enumerate(texts):
        paper = Paper(text, at, by_hand=at % 2 == 1)
        found = read_document(printed(paper, rng), paper.name)
        for field, verdict in judged(text.info, found.info).items():
            counts["by hand" if paper.by_hand else "printed", field, verdict] += 1
            if not verdict.startswith("right"):
                values = (getattr(text.info, field), getattr(found.info, field))
                sys.stdout.write(f"{paper.name}: {field} {verdict}: {values}\n")
    return counts


def main() -> int:
    """Measure one part of the documents of a folder."""
    part = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    for (writing, field, verdict), times in sorted(
        measure(sample(Path(sys.argv[1]), part)).items()
    ):
        sys.stdout.write(f"{writing} {field} {verdict} {times}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
