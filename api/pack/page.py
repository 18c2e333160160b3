"""A pack as one HTML file: no script, nothing fetched, its only style locked by its digest."""

from __future__ import annotations

import base64
import hashlib
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from api.pack.layout import EDITIONS, Asked, Line, Table, abreast, displayed, parts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from api.pack.layout import Block
    from api.pack.model import StudyPack

STYLE = (Path(__file__).parent / "pack.css").read_text(encoding="utf-8")


def as_html(pack: StudyPack) -> bytes:
    """Return the pack as a page that can be kept, sent and printed by itself."""
    digest = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
    title = escape(f"Tài liệu học tập: {pack.short}")
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    body = "\n".join(_body(pack))
    return (
        '<!DOCTYPE html>\n<html lang="vi">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n"
        f"{body}\n</main>\n</body>\n</html>\n"
    ).encode()


def _body(pack: StudyPack) -> Iterator[str]:
    yield "<header>\n<h1>Tài liệu học tập, quán triệt</h1>"
    yield f"<p><strong>{escape(pack.official)}<br>{escape(displayed(pack.title))}</strong></p>"
    yield f"<p><em>({EDITIONS[pack.edition]})</em></p>\n</header>"
    for part in parts(pack):
        yield f"<section>\n<h2>{escape(part.title)}</h2>"
        yield from (_block(block) for block in part.blocks)
        yield "</section>"


def _block(block: Block) -> str:
    match block:
        case Line():
            return _line(block)
        case Table():
            return _table(block)
        case Asked():
            return "\n".join(_asked(block))


def _line(line: Line) -> str:
    if line.style == "head":
        return f"<h3>{escape(line.text)}</h3>"
    words = escape(line.text)
    if line.style == "outline":
        words = f"<b>{escape(displayed(line.place))}.</b> {words}"
    elif line.place:
        words = f"{words} <cite>({escape(line.place)})</cite>"
    return f'<p class="{line.style} depth-{line.depth}">{words}</p>'


def _table(table: Table) -> str:
    heads = "".join(f'<th scope="col">{escape(name)}</th>' for name in table.columns)
    rows = "\n".join(
        "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in table.rows
    )
    return f"<table>\n<thead><tr>{heads}</tr></thead>\n<tbody>\n{rows}\n</tbody>\n</table>"


def _asked(asked: Asked) -> Iterator[str]:
    yield f'<div class="question" id="cau-{asked.number}">'
    yield f"<p><b>Câu {asked.number}.</b> {escape(asked.ask)}</p>"
    if asked.shown:
        yield f"<blockquote>{escape(asked.shown)}</blockquote>"
    if asked.options:
        options = "".join(f"<li>{escape(option)}</li>" for option in asked.options)
        yield f'<ul class="abreast-{abreast(asked.options)}">{options}</ul>'
    if asked.answer and not asked.key:
        yield f"<p>{escape(asked.answer)}</p>"
    if asked.key:
        yield f'<p class="key"><b>Đáp án:</b> {escape(asked.key)}</p>'
    for words, place in asked.sources:
        yield f'<p class="source">Căn cứ: <q>{escape(words)}</q>, {escape(place)}.</p>'
    yield "</div>"
