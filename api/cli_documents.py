"""``tracuu documents``, ``remove`` and ``read``: what is held, and what a file would become."""

from __future__ import annotations

from typing import TYPE_CHECKING

from api.intake import reading_pool
from api.terminal import say, say_json, tell
from api.to_wire_documents import document_detail, document_rows
from api.wiring import wire
from ingest.codec import encode
from ingest.errors import TooLargeError
from ingest.header import official_name
from ingest.health import HEAD_FIELDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from api.settings import Settings
    from api.shelf import Shelf
    from index.catalog_records import Version
    from ingest.model import Document, Health, Section

HEADING_LENGTH = 100  # characters of a heading or item shown in an outline


def list_documents(settings: Settings, *, as_json: bool) -> int:
    """Print every document, held or only known."""
    parts = wire(settings)
    with parts.library:
        rows = document_rows(parts.shelf)
    if as_json:
        say_json([row.model_dump(mode="json") for row in rows])
        return 0
    for row in rows:
        say(f"{row.id:<28} {row.official}{'' if row.held else '  (chưa có toàn văn)'}")
        say(f"{'':<28} {row.title}")
    return 0


def show_document(settings: Settings, written: str, view: str, *, as_json: bool) -> int:
    """Print one document: its head, outline, text, health or history."""
    parts = wire(settings)
    with parts.library:
        document = parts.shelf.find(written)
        if view == "head":
            _head(document, parts.shelf, as_json=as_json)
        elif as_json:
            values: dict[str, object] = {"outline": document.sections, "text": document.text}
            if view == "history":
                values["history"] = parts.library.history(document.info.id)
            say_json(encode(values.get(view, document.health)))
        elif view == "text":
            say(document.text)
        elif view == "history":
            say("\n".join(version_lines(parts.library.history(document.info.id))))
        else:
            lines = outline(document) if view == "outline" else health_lines(document.health)
            say("\n".join(lines))
    return 0


def _head(document: Document, shelf: Shelf, *, as_json: bool) -> None:
    detail = document_detail(document, shelf)
    if as_json:
        say_json(detail.model_dump(mode="json"))
        return
    info = document.info
    lines = (
        ("Mã", info.id),
        ("Trích yếu", info.title),
        ("Cơ quan ban hành", info.issuer),
        ("Nơi ban hành", info.place),
        ("Người ký", info.signer),
        ("Nơi nhận", "; ".join(info.recipients)),
        ("Tệp", info.source),
        ("Chất lượng đọc", document.health.verdict),
        ("Viện dẫn", ", ".join(dict.fromkeys(r.symbol for r in document.references))),
        ("Được viện dẫn trong", ", ".join(d.symbol or d.id for d in detail.referenced_by)),
        *((f"Quan hệ: {r.kind}", r.document.symbol if r.document else r.target)
          for r in detail.relations),
    )  # fmt: skip
    say(official_name(info))
    say("\n".join(f"  {name}: {value}" for name, value in lines if value))


def remove_document(settings: Settings, written: str) -> int:
    """Take a document out of the library."""
    parts = wire(settings)
    with parts.library:
        document = parts.shelf.find(written)
        parts.library.remove(document.info.id)
    tell(f"Đã đưa ra khỏi thư viện: {official_name(document.info)}")
    return 0


def read_file(settings: Settings, path: Path, form: str, *, confirmed: bool) -> int:
    """Print what a file would become, without keeping anything of it."""
    if path.stat().st_size > settings.max_file:
        raise TooLargeError(f"Tệp lớn hơn {settings.max_file // 1_000_000} MB.")
    with reading_pool(settings) as pool:
        document = pool.read(path.read_bytes(), path.name, confirmed=confirmed)
    if form == "json":
        say_json(encode(document))
    elif form == "text":
        say(document.text)
    else:
        say("\n".join(outline(document)))
    return 0


def outline(document: Document) -> Iterator[str]:
    """Yield a line for each section, indented by its depth."""
    yield from _below(document.sections, document.text, 0)


def _below(sections: Iterable[Section], text: str, depth: int) -> Iterator[str]:
    for section in sections:
        end = section.children[0].span.start if section.children else section.span.end
        words = " ".join((section.heading or text[section.span.start : end]).split())
        cut = words if len(words) <= HEADING_LENGTH else f"{words[:HEADING_LENGTH].rstrip()}…"
        yield f"{'  ' * depth}{section.label}: {cut}"
        yield from _below(section.children, text, depth + 1)


def health_lines(health: Health) -> Iterator[str]:
    """Yield how well a document could be read, in lines."""
    sure = health.recognised_confidence
    lines = (
        ("Chất lượng đọc", health.verdict),
        ("Dạng tệp", health.format + (f", mã {health.encoding}" if health.encoding else "")),
        ("Số trang", health.pages),
        ("Trang không có chữ", ", ".join(map(str, health.pages_without_text))),
        (
            "Nhận dạng từ bản quét",
            f"{health.recognised_share * 100:.0f} % số trang" * bool(health.recognised_pages),
        ),
        ("Độ tin cậy nhận dạng", None if sure is None else f"{sure * 100:.0f} %"),
        ("Phần đầu văn bản", _fields(health)),
        ("Ký tự không đọc được", health.lost_characters),
        ("Bảng không hiểu được", health.tables_not_understood),
        ("Dấu lưu ý", ", ".join(health.marks)),
    )
    yield from (f"{name}: {value}" for name, value in lines if value)
    yield from (f"- {reason}" for reason in health.reasons)


def _fields(health: Health) -> str:
    """Return which fields of the head were found and which were not."""
    names = [name for _, name in HEAD_FIELDS]
    found = ", ".join(name for name in names if name not in health.fields_missing) or "không có"
    missing = ", ".join(health.fields_missing)
    return f"có {found}" + (f"; thiếu {missing}" if missing else "")


def version_lines(versions: Iterable[Version]) -> Iterator[str]:
    """Yield the versions of a document, oldest first, the one that answers marked."""
    for number, version in enumerate(versions, 1):
        state = "đang dùng" if version.removed is None else "đã thay hoặc đưa ra"
        stored = version.stored_at[:16].replace("T", " ")
        yield f"bản {number}  {stored}  {version.sha256[:16]}  {version.source}  ({state})"
