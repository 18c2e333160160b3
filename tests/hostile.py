"""Files made to hurt: bombs, loops, lies, cuts, disguises. None may become a document."""

from __future__ import annotations

import io
import random
import struct
import zipfile
import zlib
from typing import TYPE_CHECKING

import docx
from make_pdf import column, make_pdf
from openpyxl import Workbook
from papers import PLAN

if TYPE_CHECKING:
    from collections.abc import Iterator

SEED = 20250218
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
CONTENT_TYPES = (
    b'<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/'
    b'content-types"><Default Extension="xml" ContentType="application/xml"/></Types>'
)
LAUGHS = (
    "<!DOCTYPE x [<!ENTITY a0 'ha'>"
    + "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 10))
    + "]><x>&a9;</x>"
).encode()
OUTSIDE = b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>'
DEEP = b"<a>" * 50_000 + b"</a>" * 50_000

# what each office format keeps its text in
MAIN_PARTS = {
    "docx": "word/document.xml",
    "xlsx": "xl/workbook.xml",
    "odt": "content.xml",
}


def word() -> bytes:
    """Return an honest Word file."""
    document = docx.Document()
    for line in PLAN.splitlines():
        document.add_paragraph(line)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def sheet() -> bytes:
    """Return an honest Excel file."""
    book = Workbook()
    for line in PLAN.splitlines():
        if book.active is not None:
            book.active.append([line])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def pdf() -> bytes:
    """Return an honest PDF."""
    return make_pdf(column(*PLAN.splitlines(), leading=14))


def rtf() -> bytes:
    """Return an honest RTF file."""
    lines = (
        "".join(c if c.isascii() else f"\\u{ord(c)}?" for c in line) for line in PLAN.splitlines()
    )
    return ("{\\rtf1\\ansi\\uc1 " + "\\par\n".join(lines) + "}").encode()


def html() -> bytes:
    """Return an honest web page."""
    return f"<!doctype html><body>{''.join(f'<p>{x}</p>' for x in PLAN.splitlines())}".encode()


def archive(*entries: tuple[str, bytes], packed: bool = True) -> bytes:
    """Return a ZIP file with these entries, doubles included."""
    file = io.BytesIO()
    kind = zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED
    with zipfile.ZipFile(file, "w", kind) as made:
        for name, data in entries:
            if name in made.NameToInfo:
                del made.NameToInfo[name]  # it would warn
            made.writestr(zipfile.ZipInfo(name), data, kind)
    return file.getvalue()


def hostile_files() -> Iterator[tuple[str, bytes]]:
    """Yield each file with a name that says what is wrong with it."""
    yield from _archives()
    yield from _pdfs()
    yield from _markup()
    yield from _containers()
    yield from _disguised()
    yield from _rubbish()
    yield from _cut()


def _archives() -> Iterator[tuple[str, bytes]]:
    bomb = b"<w>" + b" " * 20_000_000
    inner = archive(("x.zip", archive(("y.zip", archive(("z.txt", b"0" * 1_000_000))))))
    for kind, main in MAIN_PARTS.items():
        base = ("[Content_Types].xml", CONTENT_TYPES)
        if kind == "odt":
            base = ("mimetype", b"application/vnd.oasis.opendocument.text")

        def made(*more: tuple[str, bytes], base: tuple[str, bytes] = base) -> bytes:
            return archive(base, *more)

        yield f"{kind} bomb", made((main, bomb))
        yield (
            f"{kind} of many entries",
            made((main, b"<w/>"), *((f"e{n}", b"") for n in range(5_001))),
        )
        yield f"{kind} laughing", made((main, LAUGHS))
        yield f"{kind} looking outside", made((main, OUTSIDE))
        yield f"{kind} deep", made((main, DEEP))
        yield f"{kind} not XML", made((main, b"\x00\xff" * 500))
        yield f"{kind} empty part", made((main, b""))
        yield f"{kind} doubled", made((main, b"<w/>"), (main, b"<w/>"))
        yield f"{kind} case doubled", made((main, b"<w/>"), (main.upper(), b"<w/>"))
        for name in ("../x", "/etc/passwd", "a/../../x", "C:\\x", "..\\..\\x"):
            yield f"{kind} with {name}", made((main, b"<w/>"), (name, b"x"))
        yield f"{kind} encrypted", _flagged(made((main, b"<w/>")))
        yield f"{kind} lying small", _resized(made((main, b"<w>" + b" " * 500_000)), 10)
        yield f"{kind} lying large", _resized(made((main, b"<w/>")), 2_000_000_000)
        yield f"{kind} overlapping", _overlapping(made((main, b"<w/>" * 90), ("b", b"x" * 90)))
        yield f"{kind} of a wrong method", _method(made((main, b"<w/>")), 99)
    yield "zip in zip in zip", inner
    yield "zip of texts", archive(("a.txt", PLAN.encode()))
    yield "empty zip", archive()


def _directory(data: bytes) -> Iterator[int]:
    """Yield where the entries of a ZIP's directory stand."""
    at = data.find(b"PK\x01\x02")
    while at >= 0:
        yield at
        at = data.find(b"PK\x01\x02", at + 4)


def _flagged(data: bytes) -> bytes:
    changed = bytearray(data)
    for at in _directory(data):
        changed[at + 8] |= 1
    return bytes(changed)


def _resized(data: bytes, size: int) -> bytes:
    changed = bytearray(data)
    last = list(_directory(data))[-1]
    struct.pack_into("<I", changed, last + 24, size)
    return bytes(changed)


def _overlapping(data: bytes) -> bytes:
    changed = bytearray(data)
    for at in _directory(data):
        struct.pack_into("<I", changed, at + 42, 0)
    return bytes(changed)


def _method(data: bytes, method: int) -> bytes:
    changed = bytearray(data)
    for at in _directory(data):
        struct.pack_into("<H", changed, at + 10, method)
    return bytes(changed)


def _objects(*objects: bytes, trailer: bytes = b"") -> bytes:
    """Return a PDF of numbered objects with a table that is right."""
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R %b >>\n" % (len(objects) + 1, trailer)
    return bytes(out + b"startxref\n%d\n%%%%EOF\n" % start)


def _pdfs() -> Iterator[tuple[str, bytes]]:
    catalog, pages = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
    )
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R %b >>"

    def stream(data: bytes, extra: bytes = b"") -> bytes:
        head = b"<< /Length %d %b >>\nstream\n" % (len(data), extra)
        return head + data + b"\nendstream"

    squeezed = zlib.compress(b"q 1 0 0 1 0 0 cm Q\n" * 1_000_000, 9)
    twice = zlib.compress(zlib.compress(b"q Q\n" * 5_000_000, 9), 9)
    loop = b"/Resources << /XObject << /X 5 0 R >> >>"
    form = b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] " + loop
    yield (
        "pdf content bomb",
        _objects(catalog, pages, page % b"", stream(squeezed, b"/Filter /FlateDecode")),
    )
    yield (
        "pdf doubly packed bomb",
        _objects(catalog, pages, page % b"", stream(twice, b"/Filter [/FlateDecode /FlateDecode]")),
    )
    yield (
        "pdf drawing itself",
        _objects(catalog, pages, page % loop, stream(b"/X Do"), stream(b"/X Do /X Do", form)),
    )
    yield "pdf of nested arrays", _objects(catalog, pages, page % b"", stream(b"[" * 200_000))
    yield (
        "pdf page tree in a loop",
        _objects(catalog, b"<< /Type /Pages /Count 9 /Kids [2 0 R 2 0 R] >>"),
    )
    yield "pdf of a million pages", _objects(
        catalog, b"<< /Type /Pages /Count 1000000 /Kids [%b] >>" % (b"3 0 R " * 100_000),
        page % b"", stream(b""),
    )  # fmt: skip
    yield "pdf without pages", _objects(catalog, b"<< /Type /Pages /Count 0 /Kids [] >>")
    yield "pdf with a table of itself", _objects(catalog, pages, trailer=b"/Prev 9")
    yield "pdf encrypted", _objects(
        catalog, pages, page % b"", stream(b"BT ET"),
        b"<< /Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O <%b> /U <%b> >>"
        % (b"41" * 32, b"42" * 32),
        trailer=b"/Encrypt 5 0 R /ID [<41> <41>]",
    )  # fmt: skip
    yield "pdf of an unknown lock", _objects(
        catalog, pages, page % b"", stream(b""), b"<< /Filter /Unknown /V 9 >>",
        trailer=b"/Encrypt 5 0 R /ID [<41> <41>]",
    )  # fmt: skip
    yield "pdf root in a loop", _objects(b"1 0 R")
    yield "pdf head only", b"%PDF-1.7\n"
    yield "pdf zeros", b"%PDF-1.7\n" + bytes(100_000) + b"startxref\n0\n%%EOF"
    yield "pdf brackets", b"%PDF-1.7\n" + b"<<" * 100_000 + b"startxref\n9\n%%EOF"


def _markup() -> Iterator[tuple[str, bytes]]:
    frame = b"<!doctype html><body>%b</body>"
    yield "html deep", frame % (b"<div>" * 100_000)
    yield "html wide", frame % (b"<p>a" * 120_000)
    yield "html attributes", frame % (b"<p " + b"a=b " * 2_000_000 + b">")
    yield "html one comment", frame % b"<!--"
    yield "html scripts only", frame % b"<script>while(1);</script>"
    yield "html entities", b"<!doctype html>" + LAUGHS
    yield "html empty", frame % b""
    yield "rtf deep", b"{\\rtf1" + b"{" * 500_000
    yield "rtf closing", b"{\\rtf1" + b"}" * 500_000
    yield "rtf huge binary", b"{\\rtf1\\bin999999999999 x}"
    yield "rtf long word", b"{\\rtf1\\" + b"a" * 5_000_000 + b"}"
    yield "rtf objects only", b"{\\rtf1{\\object\\objdata " + b"41" * 500_000 + b"}}"
    yield "rtf empty", b"{\\rtf1}"
    yield "word xml", b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><x/>'
    yield "mhtml", b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\n"


def _containers() -> Iterator[tuple[str, bytes]]:
    rng = random.Random(SEED)  # noqa: S311 -- the same rubbish every time
    for name in ("WordDocument", "Workbook", "PowerPoint Document", "EncryptedPackage", "Nothing"):
        named = name.encode("utf-16-le")
        yield f"ole {name}, rubbish", OLE + rng.randbytes(2_000) + named + rng.randbytes(4_000)
        yield f"ole {name}, zeros", OLE + bytes(504) + named + bytes(4_096)
        loop = bytearray(OLE + bytes(504))
        struct.pack_into("<HHHHH", loop, 24, 0x3E, 3, 0xFFFE, 9, 6)
        struct.pack_into("<IIIIIIIII", loop, 44, 1, 1, 0, 4096, 0, 1, 0, 0, 0)
        yield f"ole {name}, chain in a loop", bytes(loop) + struct.pack("<128I", *[0] * 128) + named
    yield "ole head only", OLE


def _disguised() -> Iterator[tuple[str, bytes]]:
    magics = {
        "png": b"\x89PNG\r\n\x1a\n", "jpeg": b"\xff\xd8\xff\xe0", "gif": b"GIF89a",
        "tiff": b"II*\x00", "tiff of motorola": b"MM\x00*", "bmp": b"BM\x00\x00",
        "djvu": b"AT&TFORM", "7z": b"7z\xbc\xaf\x27\x1c", "rar": b"Rar!\x1a\x07",
        "gzip": b"\x1f\x8b\x08",
        "bzip2": b"BZh9\x00", "xz": b"\xfd7zXZ\x00", "windows program": b"MZ\x90\x00",
        "linux program": b"\x7fELF\x02", "mp3": b"ID3\x03\x00", "sqlite": b"SQLite format 3\x00",
        "postscript": b"%!PS-Adobe-3.0\n", "webp": b"RIFF\x00\x00\x00\x00WEBP",
        "heic": b"\x00\x00\x00\x18ftypheic",
    }  # fmt: skip
    rng = random.Random(SEED)  # noqa: S311 -- the same rubbish every time
    for name, magic in magics.items():
        yield f"{name} alone", magic
        yield f"{name} with rubbish", magic + rng.randbytes(3_000)


def _rubbish() -> Iterator[tuple[str, bytes]]:
    rng = random.Random(SEED)  # noqa: S311 -- the same rubbish every time
    yield "nothing", b""
    yield "blanks", b" \n\t" * 1_000
    yield "zeros", bytes(10_000)
    yield "one letter", b"a"
    yield "figures", b"1 2 3 4\n" * 500
    yield "a line without end", b"a" * 21_000_000
    yield "controls", bytes(range(1, 32)) * 300
    yield "a lone surrogate", b"\xff\xfe" + b"\x00\xd8" * 3_000
    yield "utf-32 beyond unicode", b"\xff\xfe\x00\x00" + b"\xff\xff\xff\x7f" * 1_000
    for size in (1, 10, 100, 1_000, 10_000, 100_000):
        for n in range(5):
            yield f"noise {size} {n}", b"\xfe" + rng.randbytes(size)


def _cut() -> Iterator[tuple[str, bytes]]:
    """Yield honest packed files that lost their end: no part of them can be trusted."""
    for name, data in (("docx", word()), ("xlsx", sheet()), ("pdf", pdf())):
        for tenth in range(1, 10):
            yield f"{name} cut at {tenth}/10", data[: len(data) * tenth // 10]
