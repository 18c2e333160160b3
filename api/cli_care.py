"""``tracuu corpus sync``, ``reindex`` and ``check``: the library is completed and kept sound."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from api.intake import reading_pool
from api.terminal import progress, say, say_json, tell
from api.wiring import open_library, wire

if TYPE_CHECKING:
    from pathlib import Path

    from api.corpus import Attempt
    from api.settings import Settings

OUTCOMES = {
    "added": "đã thêm",
    "held": "đã có",
    "refused": "không nhận",
    "failed": "không lấy được",
    "no address": "không có địa chỉ",
}


def sync_corpus(settings: Settings, folder: Path | None, *, as_json: bool) -> int:
    """Try every source of what is not held; return 1 if something stays missing."""
    from api.corpus import Fetcher, sync, sync_from  # noqa: PLC0415 -- loads the network client

    parts = wire(settings)
    attempts: list[Attempt] = []
    with parts.library as library, reading_pool(settings) as pool:
        known = parts.manifest.documents
        fetcher = Fetcher(settings.fetch_seconds, settings.fetch_bytes)
        found = (
            sync_from(library, known, folder, pool.read)
            if folder
            else sync(library, known, fetcher, pool.read)
        )
        for attempt in found:
            attempts.append(attempt)
            if not as_json:
                say(attempt_line(attempt))
        missing = [record for record in parts.shelf.not_held() if not record.homonym]
    if as_json:
        say_json([asdict(attempt) for attempt in attempts])
    for record in missing:
        tell(f"Chưa có toàn văn: {record.type} số {record.symbol}.")
    return 1 if missing else 0


def attempt_line(attempt: Attempt) -> str:
    """Return one source tried as a line."""
    source = f" {attempt.source}" if attempt.source else ""
    return f"{OUTCOMES[attempt.outcome]:<16} {attempt.document_id}{source}: {attempt.message}"


def reindex_library(settings: Settings) -> int:
    """Make every index anew."""
    with open_library(settings) as library:
        total = library.state().passages
        with progress("Lập chỉ mục", total) as shown:
            library.reindex(lambda done, _total: shown(done))
        state = library.state()
    tell(f"Đã lập lại chỉ mục: {state.documents} văn bản, {state.passages} đoạn.")
    return 0


def check_library(settings: Settings, *, repair: bool, as_json: bool) -> int:
    """Compare the truth with itself and the indexes with it; 1 if something stays wrong."""
    with open_library(settings) as library:
        findings = library.check(repair=repair)
    if as_json:
        say_json([{"message": f.message, "repaired": f.repaired} for f in findings])
    else:
        for finding in findings:
            say(f"{'đã sửa' if finding.repaired else 'CÒN LỖI'}: {finding.message}")
        if not findings:
            say("Thư viện và chỉ mục đều tốt.")
    return 1 if any(not finding.repaired for finding in findings) else 0
