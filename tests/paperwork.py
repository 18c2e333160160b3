"""A folder of papers as an office has them, good and bad, the same for the same number of files.

``make(folder, count)`` writes it and returns a ledger: what shall have become of each file once
all of them have been added in the order of their names.
"""

from __future__ import annotations

import hashlib
import io
import random
import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

import docx
from make_pdf import column, make_pdf
from papers import PAPERS
from shared import CORPUS, SHARED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

Fate: TypeAlias = Literal["held", "replaced", "twin", "unread", "draft", "secret"]

SEED: Final = 20250218
PLACES: Final = (
    *("Bắc Sơn", "Sơn Hà", "Tây Lĩnh", "Đông Khê", "Nam Trạch", "Hòa An", "Phước Long"),
    *("Vĩnh Thạnh", "Tân Uyên", "Kim Bôi", "Yên Lập", "Trà Lý", "Hải Triều", "Cẩm Giang"),
)
MATTERS: Final = (
    *("phát triển thư viện số", "chuyển đổi số trong nông nghiệp", "bảo vệ rừng đầu nguồn"),
    *("vận tải đường sông", "nước sạch nông thôn", "đào tạo nghề", "nhà ở công nhân"),
    *("khám bệnh từ xa", "thu gom rác thải nhựa", "kinh tế tập thể", "du lịch làng nghề"),
    *("phòng, chống sạt lở", "sữa học đường", "dữ liệu đất đai", "văn hóa đọc"),
)
# sign and name of the types, of the Party and of the State
PARTY: Final = (
    ("KH", "KẾ HOẠCH"), ("NQ", "NGHỊ QUYẾT"), ("CT", "CHỈ THỊ"), ("KL", "KẾT LUẬN"),
    ("BC", "BÁO CÁO"), ("TB", "THÔNG BÁO"), ("HD", "HƯỚNG DẪN"),
)  # fmt: skip
STATE: Final = (("QĐ", "QUYẾT ĐỊNH"), ("KH", "KẾ HOẠCH"), ("BC", "BÁO CÁO"), ("CT", "CHỈ THỊ"))
HEADINGS: Final = {
    "I": "MỤC TIÊU",
    "II": "NHIỆM VỤ, GIẢI PHÁP",
    "III": "KINH PHÍ",
    "IV": "TỔ CHỨC THỰC HIỆN",
}

PARTY_HEAD: Final = """TỈNH ỦY {PLACE}
*
Số {symbol}

ĐẢNG CỘNG SẢN VIỆT NAM
{place}, ngày {day:%d} tháng {day:%m} năm {day:%Y}

{kind}
về {matter} năm {year}
-----

"""
STATE_HEAD: Final = """ỦY BAN NHÂN DÂN
TỈNH {PLACE}
Số: {symbol}

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
{place}, ngày {day:%d} tháng {day:%m} năm {day:%Y}

{kind}
Về {matter} năm {year}

"""
PARTY_END: Final = """
Nơi nhận:
- Các huyện ủy,
- Lưu Văn phòng Tỉnh ủy.

T/M BAN THƯỜNG VỤ
PHÓ BÍ THƯ
{signer}
"""
STATE_END: Final = """
Nơi nhận:
- Các sở, ngành;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
{signer}
"""
SIGNERS: Final = ("Trần Văn Bình", "Lê Thị Hoài Thu", "Phạm Quốc Hưng", "Nông Đức Tài")
LABEL: Final = re.compile(
    r"^\s*(?:[-+*•]|[IVX]+\s?[-.]|Điều \d+\.|(?:\d+[.)/])+|[a-zđ]\)|\(\d+\)|\[\d+\])\s*"
)
SHORTEST, LONGEST = 60, 700  # characters of a line that is taken as a paragraph


@dataclass(frozen=True, slots=True)
class Sent:
    """One file of the folder, and its fate once all files have been added."""

    path: Path
    sha256: str
    fate: Fate
    symbol: str = ""
    trace: str = ""
    """Words of a secret file that may be found nowhere afterwards."""


@dataclass(frozen=True, slots=True)
class Paper:
    """One document: its head, and the seed that its body is made from."""

    symbol: str
    kind: str
    place: str
    day: date
    seed: int

    def text(self) -> str:
        """Return it as plain text."""
        chance = random.Random(self.seed)  # noqa: S311 -- the same paper every time
        state = self.symbol.endswith("UBND")
        head, end = (STATE_HEAD, STATE_END) if state else (PARTY_HEAD, PARTY_END)
        matter = chance.choice(MATTERS)
        filled = head.format(
            PLACE=self.place.upper(), place=self.place, symbol=self.symbol, day=self.day,
            kind=self.kind, matter=matter, year=self.day.year + 1,
        )  # fmt: skip
        dash = "." if state else "-"
        return filled + _body(chance, dash) + end.format(signer=chance.choice(SIGNERS))


def make(folder: Path, count: int) -> list[Sent]:
    """Write ``count`` files below ``folder``, a hundred in each of its own."""
    chance = random.Random(SEED)  # noqa: S311 -- the same folder every time
    ledger: list[Sent] = []
    rare = [made for made, share in RARE.items() for _ in range(max(1, count * share // 1_000))]
    makers = [*rare, *[PLAIN] * (count - len(rare))]
    chance.shuffle(makers)
    for number, made in enumerate(makers, 1):
        place = folder / f"{number // 100:03}"
        place.mkdir(parents=True, exist_ok=True)
        made(_Desk(place, number, chance, ledger))
    return ledger


@dataclass(frozen=True, slots=True)
class _Desk:
    """Where the next file is made: its folder and number, chance, and what was made before."""

    folder: Path
    number: int
    chance: random.Random
    ledger: list[Sent]

    def paper(self) -> Paper:
        """Return a new paper; some have number, type and day of one in another province."""
        serial = self.number - (self.number % 97 == 0)
        state = serial % 3 == 0
        sign, kind = (STATE if state else PARTY)[serial % (4 if state else 7)]
        symbol = f"{serial}/{sign}-UBND" if state else f"{serial}-{sign}/TU"
        day = date(2015, 1, 5) + timedelta(days=serial * 7 % 4_000)
        place = PLACES[(serial + (serial != self.number)) % len(PLACES)]
        return Paper(symbol, kind, place, day, self.number)

    def send(self, name: str, data: bytes, fate: Fate, symbol: str = "", trace: str = "") -> None:
        """Write a file and enter it in the ledger."""
        path = self.folder / f"{self.number:05} {name}"
        path.write_bytes(data)
        digest = hashlib.sha256(data).hexdigest()
        self.ledger.append(Sent(path, digest, fate, symbol, trace))

    def earlier(self) -> Sent | None:
        """Return a text file sent before and held so far."""
        found = [s for s in self.ledger if s.fate == "held" and s.path.suffix == ".txt"]
        return self.chance.choice(found) if found else None


def _good(extension: str, encode: Callable[[str], bytes]) -> Callable[[_Desk], None]:
    def send(desk: _Desk) -> None:
        paper = desk.paper()
        name = f"{paper.kind.capitalize()} {paper.place}{extension}"
        desk.send(name, encode(paper.text()), "held", paper.symbol)

    return send


def _version(desk: _Desk) -> None:
    """Send an earlier paper with other words, or a new one where there is none yet."""
    old = desk.earlier()
    if old is None:
        return PLAIN(desk)
    text = old.path.read_text(encoding="utf-8")
    changed = text.replace("\nNơi nhận", f"\nBản sửa lần {desk.number}.\n\nNơi nhận")
    desk.ledger[desk.ledger.index(old)] = replace(old, fate="replaced")
    return desk.send(f"{old.path.stem[6:]} sửa.txt", changed.encode(), "held", old.symbol)


def _twin(desk: _Desk) -> None:
    old = desk.earlier()
    if old is None:
        return PLAIN(desk)
    return desk.send(f"bản sao {old.path.name[6:]}", old.path.read_bytes(), "twin", old.symbol)


def _unread(desk: _Desk) -> None:
    """Send a file that nobody can read, each in its own way."""
    noise = desk.chance.randbytes(3_000)
    ways = (
        ("trống.txt", b""), ("trắng.txt", b" \n" * desk.number), ("ảnh.pdf", b"\0\1" + noise),
        ("cụt.pdf", b"%PDF-1.7\n1 0 obj\n<<" + noise[:90]),
        ("cụt.docx", _word(desk.paper().text())[:9_000]),
        ("lạ.txt", b"MZ\x90\0" + noise),
    )  # fmt: skip
    name, data = desk.chance.choice(ways)
    desk.send(name, data, "unread")


def _draft(desk: _Desk) -> None:
    paper = desk.paper()
    desk.send("dự thảo.txt", f"DỰ THẢO\n{paper.text()}".encode(), "draft", paper.symbol)


def _secret(desk: _Desk) -> None:
    stamp = desk.chance.choice(("MẬT", "TỐI MẬT", "TUYỆT MẬT"))
    trace = "".join(desk.chance.choices("bcdghklmn", k=14))
    text = desk.paper().text().replace("\nNơi nhận", f"\nHồ sơ {trace}.\n\nNơi nhận")
    encode, extension = desk.chance.choice(((str.encode, ".txt"), (_word, ".docx")))
    desk.send(f"tài liệu{extension}", encode(f"{stamp}\n{text}"), "secret", "", trace)


def _body(chance: random.Random, dash: str) -> str:
    """Return two to four sections of numbered items; figures are changed, so none are alike."""
    parts = []
    for roman, heading in list(HEADINGS.items())[: chance.randint(2, 4)]:
        items = chance.sample(_material(), chance.randint(2, 6))
        parts.append(f"{roman}{dash} {heading}")
        parts += (f"{n}. {_varied(text, chance)}" for n, text in enumerate(items, 1))
    return "\n\n".join(parts) + "\n"


def _varied(text: str, chance: random.Random) -> str:
    return re.sub(r"\d+", lambda found: str(chance.randint(1, 10 ** len(found[0]))), text)


@lru_cache(maxsize=1)
def _material() -> tuple[str, ...]:
    """Return paragraphs of real papers where they are at hand, of our own otherwise."""
    texts = [*PAPERS.values(), (CORPUS / "180-KH-TU.txt").read_text(encoding="utf-8")]
    if SHARED:
        paths = sorted((SHARED / "documents").rglob("*.txt"))
        texts += (path.read_text(encoding="utf-8") for path in paths)
    lines = (LABEL.sub("", line).strip() for text in texts for line in text.splitlines())
    fit = (x for x in lines if SHORTEST <= len(x) <= LONGEST and "|" not in x and not x.isupper())
    return tuple(dict.fromkeys(fit))


def _word(text: str) -> bytes:
    document = docx.Document()
    for line in text.splitlines():
        document.add_paragraph(line)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _rich(text: str) -> bytes:
    lines = ("".join(c if c.isascii() else f"\\u{ord(c)}?" for c in x) for x in text.splitlines())
    return ("{\\rtf1\\ansi\\uc1 " + "\\par\n".join(lines) + "}").encode()


def _page(text: str) -> bytes:
    return f"<!doctype html><body>{''.join(f'<p>{x}</p>' for x in text.splitlines())}".encode()


def _pdf(text: str) -> bytes:
    lines = list(_wrapped(text, 85))
    pages = [lines[at : at + 45] for at in range(0, len(lines), 45)]
    return make_pdf(*(column(*page, leading=16) for page in pages))


def _wrapped(text: str, width: int) -> Iterator[str]:
    for line in text.splitlines():
        kept = ""
        for word in line.split(" "):
            if len(kept) + len(word) > width:
                yield kept
                kept = ""
            kept = f"{kept} {word}".strip()
        yield kept


PLAIN: Final = _good(".txt", str.encode)
# the other ways a file comes about → how many in a thousand, at least one
RARE: Final[dict[Callable[[_Desk], None], int]] = {
    _good(".docx", _word): 30,
    _good(".pdf", _word): 5,  # a name that lies: the bytes count
    _good(".rtf", _rich): 20,
    _good(".html", _page): 15,
    _good(".pdf", _pdf): 5,
    _version: 12,
    _twin: 10,
    _unread: 12,
    _draft: 5,
    _secret: 6,
}
