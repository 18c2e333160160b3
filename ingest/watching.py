"""What watches a reading child: its time, its size, its pages, and whether the parent lives.

The bytes of the child are untrusted. Nothing here looks into them; pages that are done and the
answer are passed on whole, or not at all.
"""

from __future__ import annotations

import os
import time
from dataclasses import asdict
from typing import TYPE_CHECKING, Final

from ingest import frames
from ingest.pages_done import take_record

if TYPE_CHECKING:
    from ingest.limits import Limits

MOST_PAGES: Final = 2_000  # for which time is added; later ones are passed over


class Watch:
    """Collects what a child writes, within its limits; pages go into the pipe ``answers``."""

    def __init__(self, answers: int, limits: Limits) -> None:
        self._answers = answers
        self._limits = limits
        self._deadline = time.monotonic() + limits.wall_seconds
        self._parent = os.getppid()
        self._pages = 0
        self.stopped = ""

    def collect(self, pipe: int) -> bytes:
        """Return the answer: all that the child writes, its pages apart, until it is done.

        ``stopped`` then says which limit ended it, if one did.

        Raises:
            ClosedError: the parent is gone.

        """
        found = bytearray()
        while not self.stopped:
            if not self._waits(pipe):
                self.stopped = "wall"
                break
            chunk = os.read(pipe, frames.CHUNK)
            if not chunk:
                break
            found += chunk
            try:
                self._pass_pages_on(found)
            except ValueError:
                self.stopped = "size"
            if len(found) > self._limits.result:
                self.stopped = "size"
        return bytes(found)

    def _waits(self, pipe: int) -> bool:
        """Tell whether the child wrote something in time; leave if the parent is gone."""
        while True:
            now = time.monotonic()
            if now >= self._deadline:
                return False
            if frames.readable(pipe, min(self._deadline, now + 1.0)):
                return True
            if os.getppid() != self._parent:
                raise frames.ClosedError

    def _pass_pages_on(self, found: bytearray) -> None:
        """Take the whole records before the answer out of ``found``."""
        while taken := take_record(found):
            reached, record = taken
            self._pages += 1
            if self._pages > MOST_PAGES:
                continue
            if reached.page:
                self._deadline += self._limits.page_seconds
            frames.send(self._answers, {"end": "page", **asdict(reached)}, record)
