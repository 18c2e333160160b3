"""The browser of this machine, and the document that tries to break a page."""

from __future__ import annotations

import shutil
from datetime import date

import pytest

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
DAY = date(2026, 9, 10)
"""The day it is in these tests: 29/9/2026 is soon, 14/12/2026 later."""

HOSTILE = "9-kh-tu-2025-03-04"
HOSTILE_TEXT = (
    '<script>window.broken = 1</script> Sở Khoa học <b onclick="x()">chủ trì</b> & báo cáo',
    '</script><img src="http://example.com/x.png" onerror="window.broken = 2">',
)

needs_chromium = pytest.mark.skipif(
    CHROMIUM is None, reason="needs Chromium on this machine: apt-get install chromium"
)
