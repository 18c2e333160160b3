"""``tracuu serve``: the library is made ready, the address said, the service run."""

from __future__ import annotations

import socket
import sys
import threading
from typing import TYPE_CHECKING

from api.log import LOG, start_log
from api.terminal import say, tell
from api.wiring import TRIAL
from ingest.errors import CacheDamagedError, LibraryError, TracuuError

if TYPE_CHECKING:
    from api.settings import Settings
    from api.wiring import Parts


def serve_forever(settings: Settings, host: str | None, port: int | None) -> int:
    """Serve until interrupted."""
    import uvicorn  # noqa: PLC0415 -- a web server is needed by this command only

    from api.app import create_app  # noqa: PLC0415 -- likewise

    given = {"host": host, "port": port}
    settings = settings.model_copy(update={k: v for k, v in given.items() if v is not None})
    start_log(settings.log_level)
    with listening(settings) as door:
        app = create_app(settings)
        parts: Parts = app.state.parts
        with parts.library:
            mend(parts)
            add_shipped(parts)
            greet(parts, door.getsockname()[1])
            if not settings.offline:
                threading.Thread(target=sync_quietly, args=(parts,), daemon=True).start()
            config = uvicorn.Config(
                app,
                log_config=None,
                access_log=False,
                server_header=False,
                timeout_graceful_shutdown=5,
            )
            uvicorn.Server(config).run(sockets=[door])
    return 0


def listening(settings: Settings) -> socket.socket:
    """Return the door of the service, opened first: a taken port is said before any work."""
    address = settings.host, settings.port
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    try:
        return socket.create_server(address, family=family, backlog=2048)
    except OSError as error:
        raise TracuuError(
            f"Không mở được cổng {settings.port} ở {settings.host}: {error.strerror}. "
            f"Hãy chọn cổng khác, ví dụ PORT={settings.port + 1}."
        ) from error


def mend(parts: Parts) -> None:
    """Rebuild the indexes from the truth if they do not open, after an upgrade or an accident."""
    try:
        parts.library.search(TRIAL)
    except CacheDamagedError as error:
        tell(f"{error} Đang dựng lại…")
        for finding in parts.library.check(repair=True):
            tell(finding.message)


def add_shipped(parts: Parts) -> None:
    """Put the documents that are shipped into the library, those that are not there yet."""
    from api.intake import reading_pool  # noqa: PLC0415 -- a second start has nothing to read

    folder = parts.settings.corpus
    items = []
    with reading_pool(parts.settings) as pool:
        for record in parts.shelf.not_held():
            if record.file:
                data = (folder / record.file).read_bytes()
                items.append((pool.read(data, record.file), data))
    if items:
        tell(f"Lập thư viện từ {len(items)} văn bản phát hành kèm…")
        parts.library.put(items)


def greet(parts: Parts, port: int) -> None:
    """Say where the service is and show that it answers; the model is loaded on the way."""
    from api.cli_answers import answer_lines  # noqa: PLC0415 -- needs the wired parts

    host, example = parts.settings.host, parts.manifest.example
    state = parts.library.state()
    shown = f"[{host}]" if ":" in host else host
    say(f"Tra cứu: http://{shown}:{port}/  ({state.documents} văn bản)")
    if example and state.documents:
        say(f"\nHỏi: {example}")
        say("\n".join(answer_lines(parts.ask(example))))
        say()
    sys.stdout.flush()


def sync_quietly(parts: Parts) -> None:
    """Try to complete the library while the service runs; no network is not an error."""
    from api.cli_care import attempt_line  # noqa: PLC0415 -- in a thread of its own
    from api.corpus import Fetcher, sync  # noqa: PLC0415 -- loads the network client
    from api.intake import reading_pool  # noqa: PLC0415 -- likewise

    fetcher = Fetcher(parts.settings.fetch_seconds, parts.settings.fetch_bytes)
    known = parts.manifest.documents
    try:
        with reading_pool(parts.settings) as pool:
            for attempt in sync(parts.library, known, fetcher, pool.read):
                if attempt.outcome != "held":
                    tell(attempt_line(attempt))
    except LibraryError as error:
        LOG.warning("sync", extra={"fields": {"detail": str(error)}})
    except TracuuError as error:
        tell(str(error))
