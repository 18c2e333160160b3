"""A large batch that is killed again and again: ``python tests/batches.py FILES KILLS FOLDER``.

Makes FILES small plans below FOLDER, adds them with the command line in a process of its own,
kills that process and all it started KILLS times at random moments, lets the last run finish,
and says what the library holds.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from api.settings import Settings
from api.wiring import open_library

SEED = 20250218
PAPER = """TỈNH ỦY BẮC SƠN
*
Số {number}-KH/TU

ĐẢNG CỘNG SẢN VIỆT NAM
Bắc Sơn, ngày 05 tháng 3 năm 2026

KẾ HOẠCH
phát triển {matter} giai đoạn {number}
-----

I- MỤC TIÊU

1. Đến năm 2030 có {number} cơ sở {matter}.

2. Đến năm 2045 mở rộng {others}.

II- TỔ CHỨC THỰC HIỆN

1. Văn phòng Tỉnh ủy báo cáo kết quả trước ngày 15/12/2026.

T/M BAN THƯỜNG VỤ
PHÓ BÍ THƯ
Trần Văn Bình
"""


WORDS = [
    *("bến", "cầu", "chợ", "đường", "hồ", "kênh", "lớp", "mạng", "nhà", "nước", "phà", "quỹ"),
    *("rừng", "sông", "tàu", "thuyền", "trạm", "trường", "vườn", "xưởng", "thư viện", "y tế"),
]
# says of passages nearly alike, of which these plans are full, that an approximate index misses
# one of them; it says so without any kill too
APPROXIMATE = "không tìm lại được"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a library holds after a batch, and how long the batch took in all its runs."""

    documents: int
    distinct: int
    versions: int
    findings: int
    kills: int
    seconds: float


def paper(number: int) -> str:
    """Return a plan that only this number has."""
    rng = random.Random(number)  # noqa: S311 -- the same plan every time
    matter, others = (" ".join(rng.choices(WORDS, k=count)) for count in (6, 20))
    return PAPER.format(number=number, matter=matter, others=others)


def make(folder: Path, count: int) -> None:
    """Write the plans, a hundred in a folder."""
    for number in range(1, count + 1):
        place = folder / f"{number // 100:03}"
        place.mkdir(parents=True, exist_ok=True)
        (place / f"{number}.txt").write_text(paper(number), encoding="utf-8")


def add(folder: Path, data: Path, seconds: float | None = None) -> bool:
    """Add the folder; kill everything after ``seconds``. Return whether it came to its end."""
    command = [sys.executable, "-c", "from api.cli import main; main()", "add", str(folder)]
    variables = os.environ | {"TRACUU_DATA": str(data), "OFFLINE": "1"}
    with subprocess.Popen(
        command, env=variables, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as run:  # fmt: skip
        try:
            return run.wait(seconds) == 0
        except subprocess.TimeoutExpired:
            os.killpg(run.pid, signal.SIGKILL)
            return False


def batch(home: Path, count: int, kills: int, longest: float) -> Outcome:
    """Add ``count`` files, killed ``kills`` times within ``longest`` seconds each."""
    rng = random.Random(SEED)  # noqa: S311 -- moments to die at, the same every time
    folder, data = home / "files", home / "data"
    make(folder, count)
    start, killed = time.monotonic(), 0
    for _ in range(kills):
        killed += not add(folder, data, rng.uniform(longest / 5, longest))
    if not add(folder, data):
        raise SystemExit("the last run did not end well")
    seconds = time.monotonic() - start
    with open_library(Settings(data=data)) as library:
        infos = library.documents()
        findings = [f for f in library.check(repair=False) if APPROXIMATE not in f.message]
        versions = sum(len(library.history(info.id)) for info in infos)
    digests = {info.sha256 for info in infos}
    return Outcome(len(infos), len(digests), versions, len(findings), killed, round(seconds, 1))


if __name__ == "__main__":
    files, deaths, place = sys.argv[1:]
    sys.stdout.write(f"{batch(Path(place), int(files), int(deaths), int(files) / 100)}\n")
