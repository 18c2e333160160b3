"""A real browser on the running product: one server and one Chromium for all tests of a process.

Nothing is ever downloaded: the browser is the machine's own, and any request that would leave
the server is stopped and remembered.
"""

from __future__ import annotations

import contextlib
import socket
import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlencode, urlsplit

import pytest
import uvicorn
from chromium import CHROMIUM, DAY, FLAGS, HOSTILE, HOSTILE_TEXT
from fakes import HashingEmbedder, make_document
from papers import papers
from playwright.sync_api import sync_playwright

from api.app import create_app
from api.routes_pages_find import today
from api.settings import Settings
from index.library import Library

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, BrowserContext, Page, Route


@dataclass
class Site:
    """The running product and a browser; ``outgoing`` are requests that would have left it."""

    root: str
    browser: Browser
    outgoing: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    contexts: list[BrowserContext] = field(default_factory=list)

    def address(self, path: str, **query: str) -> str:
        """Return a full address."""
        return self.root + path + (f"?{urlencode(query)}" if query else "")

    def page(self, width: int = 1280, **options: object) -> Page:
        """Return a fresh window; what it asks of other hosts is stopped and kept."""
        viewport = {"width": width, "height": 800}
        context = self.browser.new_context(viewport=viewport, locale="vi-VN", **options)
        context.set_default_timeout(10_000)
        context.route("**/*", self._guard)
        self.contexts.append(context)
        page = context.new_page()
        page.on("console", lambda said: self.complaints.append(said.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        return page

    def _guard(self, route: Route) -> None:
        if urlsplit(route.request.url).netloc == urlsplit(self.root).netloc:
            route.continue_()
        else:
            self.outgoing.append(route.request.url)
            route.abort()

    def close(self) -> None:
        """Close the windows of one test."""
        while self.contexts:
            self.contexts.pop().close()


@contextlib.contextmanager
def serving(settings: Settings, library: Library) -> Iterator[str]:
    """Yield the address of the service, run in a thread over ``library``."""
    app = create_app(settings, library=library)
    app.dependency_overrides[today] = lambda: DAY
    with socket.create_server(("127.0.0.1", 0)) as door:
        server = uvicorn.Server(uvicorn.Config(app, log_config=None, access_log=False))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [door]})
        thread.start()
        try:
            yield f"http://127.0.0.1:{door.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join()


@pytest.fixture(scope="session")
def _site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    hostile = make_document(
        HOSTILE_TEXT, HOSTILE, symbol="9-KH/TU", title="</script><script>window.broken = 3"
    )
    settings = Settings(data=tmp_path_factory.mktemp("library"), offline=True)
    with Library.open(settings.data, HashingEmbedder) as library:
        library.put([*papers(), hostile])
        with serving(settings, library) as root, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
            yield Site(root, browser)
            browser.close()


@pytest.fixture
def site(_site: Site) -> Iterator[Site]:
    """Yield the site; afterwards nothing may have left it and no page may have complained."""
    _site.outgoing.clear()
    _site.complaints.clear()
    yield _site
    _site.close()
    assert _site.outgoing == []
    assert _site.complaints == []
