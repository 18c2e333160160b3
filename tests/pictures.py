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
from papers import PLAN, papers
from playwright.sync_api import sync_playwright
from shared import ROOT

from api.settings import Settings
from api.wiring import open_library

if TYPE_CHECKING:
    from playwright.sync_api import Browser, FilePayload

FOLDER = ROOT / "docs" / "pictures"
QUESTION = "/?" + urlencode({"q": "Báo cáo kết quả quán triệt Nghị quyết 57 trước ngày nào?"})
SENT = (  # on the page that takes files
    ("Kế hoạch 145.txt", PLAN.replace("45-KH/TU", "145-KH/TU")),
    ("Dự thảo.txt", f"DỰ THẢO\n{PLAN}"),
)
# name, width, height, address, what is clicked first
PICTURES = (
    ("hoi", 1280, 800, QUESTION, "[data-beside]"),
    ("tim-kiem", 1280, 760, "/search?q=bao+cao+ket+qua&year=2025", ""),
    ("van-ban", 1280, 1000, "/documents/180-KH%2FTU#III.4", ""),
    ("so-theo-doi", 1280, 900, "/facts?document=45-KH%2FTU", ""),
    ("so-sanh", 1280, 760, "/compare?from=16-NQ%2FTU&to=88%2FKH-UBND", ""),
    ("dien-thoai", 390, 760, QUESTION, ""),
    ("them-van-ban", 1280, 1100, "/add", ""),
)


def take(browser: Browser, root: str, picture: tuple[str, int, int, str, str]) -> bytes:
    """Return a page as WebP."""
    _, width, height, path, clicked = picture
    size = {"width": width, "height": height}
    page = browser.new_page(viewport=size, locale="vi-VN", reduced_motion="reduce")
    page.goto(root + path)
    if path == "/add":
        page.set_input_files("#tep", [_file(name, text) for name, text in SENT])
        page.click("form.drop button")
        page.wait_for_selector(".confirm")
    if clicked:
        page.click(clicked)
        page.wait_for_selector(".panel mark")
    shot = page.context.new_cdp_session(page).send(
        "Page.captureScreenshot", {"format": "webp", "quality": 60}
    )
    page.close()
    return base64.b64decode(shot["data"])


def _file(name: str, text: str) -> FilePayload:
    return {"name": name, "mimeType": "text/plain", "buffer": text.encode()}


def main() -> int:
    """Write every picture anew."""
    if CHROMIUM is None:
        sys.stderr.write("needs Chromium on this machine: apt-get install chromium\n")
        return 2
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as data:
        settings = Settings(data=Path(data), offline=True, uploads="local")
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
