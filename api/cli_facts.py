"""``tracuu facts``: the register on the terminal, or as a file for offices and calendars."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

from api.cli_answers import short
from api.facts_query import entries, owners_of, period_of, select
from api.register import KIND_NAMES, MEDIA_TYPES, export, what_of
from api.terminal import say, tell
from api.to_wire import fact_entry, label_of
from api.wiring import wire
from ingest.errors import TracuuError
from ingest.model import fact_kind

if TYPE_CHECKING:
    from pathlib import Path

    from api.facts_query import Entry, FactFilter
    from api.settings import Settings


def list_facts(settings: Settings, asked: FactFilter, form: str | None, out: Path | None) -> int:
    """Print the register of facts, or write it to a file in the form its name or option says."""
    chosen = form or (out.suffix.lstrip(".") if out and out.suffix else None)
    parts = wire(settings)
    with parts.library:
        named = parts.shelf.ids(asked.documents)
        found = tuple(
            entries(parts.library, select(parts.library, replace(asked, documents=named)))
        )
        if chosen is None:
            _print_facts(found)
            return 0
        content = _content(found, chosen)
    if out is not None:
        out.write_bytes(content)
        tell(f"Đã ghi {len(found)} dòng vào {out}.")
    elif chosen == "xlsx" and sys.stdout.isatty():
        raise TracuuError("Bảng tính không in ra màn hình được; hãy thêm -o TỆP.xlsx.")
    else:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    return 0


def _content(found: tuple[Entry, ...], form: str) -> bytes:
    """Return the register in a form; JSON is what ``GET /v1/facts`` gives."""
    if form == "json":
        shown = [fact_entry(e.fact, e.document).model_dump(mode="json") for e in found]
        value = {"facts": shown, "total": len(found)}
        return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()
    if form not in MEDIA_TYPES:
        raise TracuuError(f"Không có dạng “{form}”; chọn json, csv, xlsx hoặc ics.")
    return export(found, form)


def _print_facts(found: tuple[Entry, ...]) -> None:

    for entry in found:
        period = period_of(entry.fact)
        owners = "; ".join(owners_of(entry.fact))
        due = f"  [{period.phrase}]" if period else ""
        say(f"{KIND_NAMES[fact_kind(entry.fact)]}: {short(what_of(entry.fact))}{due}")
        place = label_of(entry.document, entry.fact.path)
        symbol = entry.document.info.symbol or entry.document.info.id
        say(f"    {f'{owners} · ' if owners else ''}{place}, {symbol}")
    if not found:
        tell("Không có dòng nào.")
