"""What the reading of one file may cost; over it, the process that reads is stopped."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

MEGABYTE: Final = 1_000_000
WALL_TO_CPU: Final = 2.0  # a busy machine gives a process half of a processor


@dataclass(frozen=True, slots=True)
class Limits:
    """Most memory, processor time, time by the clock, and bytes handed back, for one file.

    Honest files take longer the larger they are, bombs are small: ``megabyte_seconds`` of
    processor time are added for each megabyte of the file. ``page_seconds`` is added to both
    times for each page that a slow reader (recognition of scans) reports as done. Pages and
    characters are counted by the readers of the formats.
    """

    memory: int = 2_000 * MEGABYTE
    cpu_seconds: float = 120.0
    wall_seconds: float = 240.0
    megabyte_seconds: float = 20.0
    page_seconds: float = 60.0
    result: int = 256 * MEGABYTE

    def for_file(self, size: int) -> Limits:
        """Return the limits for a file of ``size`` bytes."""
        more = self.megabyte_seconds * size / MEGABYTE
        return replace(
            self,
            cpu_seconds=self.cpu_seconds + more,
            wall_seconds=self.wall_seconds + WALL_TO_CPU * more,
        )


def limits(memory: int, seconds: float) -> Limits:
    """Return the limits with this much memory (bytes) and processor time (seconds)."""
    return Limits(memory=memory, cpu_seconds=seconds, wall_seconds=WALL_TO_CPU * seconds)
