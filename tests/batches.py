"""A large batch that is killed again and again: ``python tests/batches.py FILES KILLS FOLDER``.

Makes FILES papers below FOLDER, adds them with the command line in a process of its own, kills
that process and all it started KILLS times at random moments, lets the last run finish, and
compares what the library holds, lists, finds and hides with what each file's fate should be.
Prints the time and the memory of every run; ends with 1 if anything is not as it should be.
"""

from __future__ import annotations

import json
import os
import random
import re
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from paperwork import SEED, Sent, make

from api.settings import Settings
from api.wiring import open_library
from index.model import Query

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from index.library import Library

COMMAND: Final = (sys.executable, "-c", "from api.cli import main; main()")
LOOK: Final = 0.1  # seconds between two looks at a run
LATER: Final = 3.0  # seconds within which a run is killed, once it has told of so many files
SEARCHED: Final = 20  # documents that are looked for by their own words
ENDED: Final = "Tổng cộng:"
SEVERAL: Final = re.compile(r"(\d+) tệp liền nhau")
PEAK: Final = re.compile(r"VmHWM:\s+(\d+) kB")


@dataclass(frozen=True, slots=True)
class Run:
    """One run of ``tracuu add``: files told of, seconds, megabytes, and whether it ended."""

    told: int
    seconds: float
    megabytes: int
    ended: bool


class Batch:
    """One folder, one library, one log; ``runs`` are what was done so far."""

    def __init__(self, home: Path, count: int) -> None:
        self.folder, self.data = home / "files", home / "data"
        self.log = home / "log.txt"
        self.ledger = make(self.folder, count)
        self.runs: list[Run] = []

    def add(self, until: int | None = None, later: float = 0.0) -> Run:
        """Add the folder; kill everything ``later`` seconds after ``until`` files were told of."""
        begun = self.log.stat().st_size if self.log.exists() else 0
        start, peak = time.monotonic(), 0
        with self.log.open("ab") as log, self._started(log.fileno()) as run:
            reached: float | None = None
            while run.poll() is None:
                peak = _peak(run.pid) or peak
                if until is not None and reached is None and self._told(begun) >= until:
                    reached = time.monotonic()
                if reached is not None and time.monotonic() >= reached + later:
                    os.killpg(run.pid, signal.SIGKILL)
                time.sleep(LOOK)
        seconds = round(time.monotonic() - start, 1)
        ended = ENDED in self.log.read_bytes()[begun:].decode(errors="replace")
        self.runs.append(Run(self._told(begun), seconds, peak // 1024, ended))
        return self.runs[-1]

    def killed(self, moments: Sequence[int], latest: float) -> Run:
        """Add the folder, killed within ``latest`` seconds of each moment; the last run ends."""
        chance = random.Random(SEED)  # noqa: S311 -- the same moments every time
        for moment in moments:
            self.add(moment, chance.uniform(0, latest))
        return self.add()

    def faults(self) -> list[str]:
        """Return whatever is not as the ledger says; nothing of it is put right."""
        with open_library(Settings(data=self.data)) as library:
            found = [*self._misheld(library), *self._misfound(library)]
            found += (finding.message for finding in library.check(repair=False))
        return [*found, *self._mislisted(), *self._told_secrets()]

    def of(self, *fates: str) -> list[Sent]:
        """Return the files with one of these fates."""
        return [sent for sent in self.ledger if sent.fate in fates]

    def _started(self, log: int) -> subprocess.Popen[bytes]:
        variables = os.environ | {"TRACUU_DATA": str(self.data), "OFFLINE": "1"}
        return subprocess.Popen(
            [*COMMAND, "add", str(self.folder)],
            env=variables, stdout=subprocess.DEVNULL, stderr=log, start_new_session=True,
        )  # fmt: skip

    def _told(self, begun: int) -> int:
        """Return how many files the run that wrote the log from ``begun`` on has told of."""
        with self.log.open("rb") as log:
            log.seek(begun)
            lines = log.read().decode(errors="replace").splitlines()
        told = (SEVERAL.search(line) for line in lines if str(self.folder) in line)
        return sum(int(found[1]) if found else 1 for found in told)

    def _misheld(self, library: Library) -> Iterator[str]:
        """Yield where documents or their histories are lost, doubled or not the latest."""
        held = {info.sha256: info for info in library.documents()}
        due = {sent.sha256: sent for sent in self.of("held")}
        if len(held) != len(library.documents()):
            yield "the same bytes are held twice"
        yield from (f"lost: {due[one].path}" for one in due.keys() - held.keys())
        yield from (f"not due: {held[one].id}" for one in held.keys() - due.keys())
        for one in due.keys() & held.keys():
            if held[one].symbol != due[one].symbol:
                yield f"{due[one].path} is {held[one].symbol}, not {due[one].symbol}"
        kept = [v.sha256 for i in held.values() for v in library.history(i.id)]
        expected = sorted(sent.sha256 for sent in self.of("held", "replaced"))
        if sorted(kept) != expected:
            yield f"{len(kept)} versions in the history, not {len(expected)}"

    def _misfound(self, library: Library) -> Iterator[str]:
        """Yield documents not found by their own words, and hits that are no slices."""
        infos = library.documents()
        for info in infos[:: max(1, len(infos) // SEARCHED)]:
            passage = max(library.document(info.id).passages, key=lambda one: len(one.text))
            hits = library.search(Query(passage.text[:300], limit=5))
            if passage.id not in [hit.passage.id for hit in hits]:
                yield f"{passage.id} is not found"
            for hit in hits:
                text = library.document(hit.document.id).text
                if hit.passage.span.of(text) != hit.passage.text:
                    yield f"{hit.passage.id} is no slice"

    def _mislisted(self) -> Iterator[str]:
        """Yield bad files that ``tracuu rejected`` does not list with a reason, and others."""
        variables = os.environ | {"TRACUU_DATA": str(self.data), "OFFLINE": "1"}
        command = [*COMMAND, "rejected", "--json"]
        shown = subprocess.run(command, env=variables, check=True, capture_output=True).stdout
        listed = {one["sha256"] for one in json.loads(shown) if one["reason"]}
        due = {sent.sha256: sent.path for sent in self.of("unread", "draft")}
        yield from (f"not listed: {due[one]}" for one in due.keys() - listed)
        yield from (f"listed: {one}" for one in listed - due.keys())

    def _told_secrets(self) -> Iterator[str]:
        """Yield secret files of which anything stands in the log or below the data folder."""
        secret = self.of("secret")
        for path in (self.log, *self.data.rglob("*")):
            data = path.read_bytes() if path.is_file() else b""
            for sent in secret:
                if sent.trace.encode() in data or sent.sha256.encode() in data:
                    yield f"{sent.path} has left a trace in {path}"
                if sent.sha256 in path.name:
                    yield f"{sent.path} is kept as {path}"


def _peak(process: int) -> int:
    """Return the most memory a process has held so far, in kilobytes; 0 once it is gone."""
    try:
        found = PEAK.search(Path(f"/proc/{process}/status").read_text(encoding="ascii"))
    except OSError:
        return 0
    return int(found[1]) if found else 0


def main(arguments: Sequence[str]) -> int:
    """Do what the module's docstring says."""
    count, kills, home = int(arguments[0]), int(arguments[1]), Path(arguments[2])
    chance = random.Random(SEED)  # noqa: S311 -- likewise
    batch = Batch(home, count)
    moments = sorted(chance.choices(range(count), k=max(kills - 1, 0)))
    batch.killed([*moments, count][:kills], LATER)  # the last one when all files are in
    batch.add()  # with nothing new
    faults = batch.faults()
    for line in (*map(str, batch.runs), *faults, f"{len(faults)} faults"):
        sys.stdout.write(f"{line}\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
