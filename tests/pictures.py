"""``python tests/pictures.py``: the pictures of README.vi.md are those of the running product."""

from __future__ import annotations

import base64
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from browser import serving
from chromium import CHROMIUM, FLAGS
from papers import papers
from playwright.sync_api import sync_playwright
from shared import ROOT

from api.settings import Settings
from api.wiring import open_library

if TYPE_CHECKING:
    from playwright.sync_api import Browser

FOLDER = ROOT / "docs" / "pictures"
QUESTION = "/?" + urlencode({"q": "Báo cáo kết quả quán triệt Nghị quyết 57 trước ngày nào?"})
# name, width, height, address, what is clicked first
PICTURES = (
    ("hoi", 1280, 800, QUESTION, "[data-beside]"),
    ("tim-kiem", 1280, 760, "/search?q=bao+cao+ket+qua&year=2025", ""),
    ("van-ban", 1280, 1000, "/documents/180-KH%2FTU#III.4", ""),
    ("so-theo-doi", 1280, 900, "/facts?document=45-KH%2FTU", ""),
    ("so-sanh", 1280, 760, "/compare?from=16-NQ%2FTU&to=88%2FKH-UBND", ""),
    ("dien-thoai", 390, 760, QUESTION, ""),
)


def take(browser: Browser, root: str, picture: tuple[str, int, int, str, str]) -> bytes:
    """Return a page as WebP."""
    _, width, height, path, clicked = picture
    page = browser.new_page(viewport={"width": width, "height": height}, locale="vi-VN")
    page.goto(root + path)
    if clicked:
        page.click(clicked)
        page.wait_for_selector(".panel mark")
    shot = page.context.new_cdp_session(page).send(
        "Page.captureScreenshot", {"format": "webp", "quality": 60}
    )
    page.close()
    return base64.b64decode(shot["data"])


def main() -> int:
    """Write every picture anew."""
    if CHROMIUM is None:
        sys.stderr.write("needs Chromium on this machine: apt-get install chromium\n")
        return 2
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as data:
        settings = Settings(data=Path(data), offline=True)
        with open_library(settings) as library:
            library.put(papers())
            with serving(settings, library) as root, sync_playwright() as playwright:
                browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
                for picture in PICTURES:
                    (FOLDER / f"{picture[0]}.webp").write_bytes(take(browser, root, picture))
                browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
