"""``python tests/page_speed.py [DATA]``: how fast the pages are painted and what they transfer.

The product runs as it does for a person, in a process of its own, and so does the browser; nothing
is cached. Without DATA the library holds what ships and a few made-up documents. The rows of
/healthz are an answer of 40 bytes: what no page can be faster than on this machine.
"""

from __future__ import annotations

import os
import re
import signal
import statistics
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from chromium import CHROMIUM, FLAGS
from papers import papers
from playwright.sync_api import sync_playwright
from shared import ROOT

from api.settings import Settings
from api.wiring import open_library

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from playwright.sync_api import Browser, Page

TIMES = 15
QUESTIONS = (
    "Báo cáo kết quả quán triệt Nghị quyết 57 trước ngày nào?",
    "ke hoach 180 do ai ky",
    "khoản 4 mục III kế hoạch 180 nói gì?",
    "giá vàng hôm nay",
)
PAGES = (
    *(
        "/healthz",
        "/",
        "/search?q=bao+cao",
        "/documents",
        "/documents/180-KH%2FTU",
        "/facts",
        "/compare",
    ),
    "/add",
)
PAINT = """() => {
  const paint = performance.getEntriesByName('first-contentful-paint')[0];
  const loaded = performance.getEntriesByType('resource');
  const own = performance.getEntriesByType('navigation')[0];
  return { paint: paint ? paint.startTime : null, origin: performance.timeOrigin,
    bytes: [own, ...loaded].reduce((sum, each) => sum + each.transferSize, 0) };
}"""
SENT = """() => document.addEventListener('submit', () => {
  sessionStorage.setItem('sent', performance.timeOrigin + performance.now());
})"""


@dataclass(frozen=True)
class Opening:
    """What one opening of a page took, in milliseconds, and what was transferred for it."""

    paint: float
    bytes: float = 0


@contextmanager
def running(data: Path) -> Iterator[str]:
    """Yield the address of the product over a library, run in a process of its own."""
    process = subprocess.Popen(
        [sys.executable, "-m", "api.cli", "serve", "--port", "0"],
        env=os.environ | {"TRACUU_DATA": str(data), "OFFLINE": "1"},
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        first = process.stdout.readline() if process.stdout else ""
        yield re.findall(r"http://[\d.]+:\d+", first)[0]
    finally:
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=20)


def repeated(browser: Browser, once: Callable[[Page], Opening]) -> list[Opening]:
    """Return openings in a window that is open already; nothing comes from the cache."""
    context = browser.new_context(viewport={"width": 1280, "height": 800}, locale="vi-VN")
    try:
        page = context.new_page()
        context.new_cdp_session(page).send("Network.setCacheDisabled", {"cacheDisabled": True})
        first = once(page)  # starts the window's own process; later ones find the style in memory
        return [replace(once(page), bytes=first.bytes) for _ in range(TIMES)]
    finally:
        context.close()


def cold(browser: Browser, address: str) -> list[Opening]:
    """Return openings each in a window of its own, whose process has yet to start."""
    found = []
    for _ in range(TIMES):
        context = browser.new_context(viewport={"width": 1280, "height": 800}, locale="vi-VN")
        found.append(opened(context.new_page(), address))
        context.close()
    return found


def painted(page: Page) -> dict[str, float]:
    """Return when a page was first painted; polled from outside, for the policy forbids eval."""
    while not (found := page.evaluate(PAINT))["paint"]:
        page.wait_for_timeout(5)
    return found


def opened(page: Page, address: str) -> Opening:
    """Return how long it took from asking for a page to its first content."""
    page.goto(address, wait_until="load")
    found = painted(page)
    return Opening(found["paint"], found["bytes"])


def asked(page: Page, root: str, question: str) -> Opening:
    """Return how long it took from Enter to the answer painted."""
    page.goto(root)
    page.fill("#q", question)
    page.evaluate(SENT)
    page.press("#q", "Enter")
    page.wait_for_selector(".answer")
    found = painted(page)
    sent = float(page.evaluate("sessionStorage.getItem('sent')"))
    return Opening(found["origin"] + found["paint"] - sent, found["bytes"])


def line(name: str, found: Sequence[Opening]) -> str:
    """Return a row: median and 90th percentile of the paint, and the bytes."""
    paints = sorted(opening.paint for opening in found)
    nearly = paints[min(len(paints) - 1, round(0.9 * len(paints)))]
    kilobytes = max(opening.bytes for opening in found) / 1000
    return f"{name:<40} {statistics.median(paints):>8.0f} {nearly:>8.0f} {kilobytes:>8.1f}\n"


def measure(browser: Browser, root: str) -> Iterator[str]:
    """Yield the rows of the table."""
    yield f"{'milliseconds to first content':<40} {'median':>8} {'90 %':>8} {'kB':>8}\n"
    for path in PAGES:
        yield line(path, repeated(browser, partial(opened, address=root + path)))
    for path in PAGES[:2]:
        yield line(f"a new window: {path}", cold(browser, root + path))
    for question in QUESTIONS:
        found = repeated(browser, partial(asked, root=root, question=question))
        yield line(f"Enter: {question}"[:40], found)


def main(arguments: Sequence[str]) -> int:
    """Print the table."""
    if CHROMIUM is None:
        sys.stderr.write("needs Chromium on this machine: apt-get install chromium\n")
        return 2
    with tempfile.TemporaryDirectory() as made, sync_playwright() as playwright:
        data = Path(arguments[0]) if arguments else Path(made)
        if not arguments:
            with open_library(Settings(data=data, offline=True)) as library:
                library.put(papers())
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        with running(data) as root:
            for row in measure(browser, root):
                sys.stdout.write(row)
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
