"""Scans without a scanner: pages of bars, and a program that reads a page by counting them.

The program takes Tesseract's place on ``PATH``, so that reading runs as it always does: in a
process apart, page by page. It notes each page that it reads, and can be told to stop.
"""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
import unicodedata
import zlib
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from make_pdf import make_pdf
from shared import ROOT

from index.sealed_pages import FOLDER

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# started by a shell, since the first line of a script takes no path with a blank in it
PROGRAM = """#!/bin/sh
''':'
exec "{python}" "$0" "$@"
'''
import json, sys, time
from pathlib import Path

home = Path(__file__).parent
if "--version" in sys.argv or "--list-langs" in sys.argv:
    sys.exit(print("vie", (home / "version").read_text()))
head, _, dots = sys.stdin.buffer.read().partition(b"\\n")
width, height = map(int, head.split()[1:3])
dark = [dots[row * width + width // 3] < 128 for row in range(height)]
page = sum(now and not before for before, now in zip(dark, dark[1:]))
if page > int((home / "last").read_text()):
    time.sleep(60)
names = "level page_num block_num par_num line_num word_num left top width height conf text"
print("\\t".join(names.split()))
for line, words in enumerate(json.loads((home / "texts").read_text())[page - 1].split("\\n")):
    for at, word in enumerate(words.split()):
        place = [5, 1, 1, 1, line, at, 100 * at, 40 * line, 90, 30, 96]
        print("\\t".join(map(str, [*place, word])))
with (home / "seen").open("a") as seen:
    seen.write(f"{{page}}\\n")
"""
ALL = 1_000
PACKED = re.compile(rb"\x1f\x8b|\x78[\x01\x5e\x9c\xda]")  # gzip, zlib
AUTOMATIC = zlib.MAX_WBITS | 32


@dataclass(frozen=True)
class Scan:
    """A scan as a file, and the folder of the program that can read it."""

    home: Path
    data: bytes

    @property
    def path(self) -> str:
        """The search path on which the program is found first."""
        return f"{self.home}{os.pathsep}{os.environ['PATH']}"

    @property
    def file(self) -> Path:
        """The file."""
        return self.home / "scan.pdf"

    def seen(self) -> list[int]:
        """Return which pages were read since it was asked last."""
        path = self.home / "seen"
        pages = sorted(map(int, path.read_text().split())) if path.exists() else []
        path.unlink(missing_ok=True)
        return pages


def make_scan(home: Path, texts: Sequence[str], version: str = "5.3.0") -> Scan:
    """Return a scan with these pages."""
    home.mkdir(exist_ok=True)
    (home / "texts").write_text(json.dumps(texts), encoding="utf-8")
    (home / "version").write_text(version)
    (home / "last").write_text(str(ALL))
    (home / "tesseract").write_text(PROGRAM.format(python=sys.executable))
    (home / "tesseract").chmod(0o755)
    bars = [
        " ".join(f"80 {760 - 20 * bar} 400 9 re f" for bar in range(page))
        for page in range(1, len(texts) + 1)
    ]
    data = make_pdf(*[[] for _ in texts], under=bars)
    (home / "scan.pdf").write_bytes(data)
    return Scan(home, data)


def kill_after(scan: Scan, pages: int, data: Path) -> None:
    """Add the scan to the library in ``data``, and kill all that do it after so many pages."""
    (scan.home / "last").write_text(str(pages))
    command = [sys.executable, "-c", "from api.cli import main; main()", "add", str(scan.file)]
    env = {**os.environ, "PATH": scan.path, "TRACUU_DATA": str(data), "OFFLINE": "1"}
    with subprocess.Popen(
        command, cwd=ROOT, env=env, start_new_session=True, stderr=subprocess.DEVNULL
    ) as adding:
        deadline = time.monotonic() + 60
        while len(records(data)) < pages and time.monotonic() < deadline:
            time.sleep(0.02)
        reading = _children(adding.pid)
        os.killpg(adding.pid, signal.SIGKILL)
    while any(path.exists() for path in reading) and time.monotonic() < deadline:
        time.sleep(0.02)  # they die of their parent's death, and let nobody read on
    (scan.home / "last").write_text(str(ALL))


def _children(process: int) -> list[Path]:
    """Return the places in /proc of what a process has started."""
    threads = Path(f"/proc/{process}/task").glob("*/children")
    return [Path("/proc", child) for thread in threads for child in thread.read_text().split()]


def records(data: Path) -> list[Path]:
    """Return the pages that are kept below ``data``."""
    return sorted(path for path in (data / FOLDER).glob("*/*") if path.name.isdigit())


def words_found(folder: Path, words: Sequence[str]) -> list[str]:
    """Return every file below a folder that holds one of these words in any readable form."""
    traces = [
        unicodedata.normalize(kind, form).encode(code)
        for word in words
        for form in (word, word.lower(), word.upper())
        for kind in ("NFC", "NFD")
        for code in ("utf-8", "utf-16-le", "utf-16-be")
    ]
    files = [path for path in folder.rglob("*") if path.is_file()]
    return [
        str(path)
        for path in files
        if any(trace in shown for shown in _shown(path) for trace in traces)
    ]


def _shown(path: Path) -> Iterator[bytes]:
    """Yield the name and the bytes of a file, and what comes out wherever these look packed."""
    whole = path.read_bytes()
    yield os.fsencode(path)
    yield whole
    for begin in PACKED.finditer(whole):
        with suppress(zlib.error):
            yield zlib.decompressobj(AUTOMATIC).decompress(whole[begin.start() :], 100_000)
