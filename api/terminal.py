"""What the command line prints, and where: results to standard output, the rest to error."""

from __future__ import annotations

import json
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.progress import Progress

    from ingest.codec import Json


def say(text: str = "") -> None:
    """Print a line of the result."""
    sys.stdout.write(f"{text}\n")


def tell(text: str) -> None:
    """Print a line about the work: not part of the result."""
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()


def printable(text: str) -> str:
    """Return a text that cannot steer a terminal: names of files may hold anything."""
    return "".join(letter if letter.isprintable() else "?" for letter in text)


def say_json(value: Json) -> None:
    """Print a result as JSON, for programs."""
    say(json.dumps(value, ensure_ascii=False, indent=2))


class Bar:
    """A bar that shows nothing: what is not a terminal has none."""

    def __call__(self, done: int) -> None:
        """Set how much is done."""

    def note(self, words: str) -> None:
        """Set what is said beside the label."""


class _Drawn(Bar):
    def __init__(self, bar: Progress, label: str, total: int) -> None:
        self._bar = bar
        self._label = label
        self._task = bar.add_task(label, total=total)

    def __call__(self, done: int) -> None:
        self._bar.update(self._task, completed=done, description=self._label)

    def note(self, words: str) -> None:
        """Say it until the next thing is done."""
        from rich.markup import escape  # noqa: PLC0415 -- likewise

        self._bar.update(self._task, description=f"{self._label} · {escape(words)}")


@contextmanager
def progress(label: str, total: int) -> Iterator[Bar]:
    """Yield what is told how much is done; a bar shows it on a terminal only."""
    if total == 0 or not sys.stderr.isatty():
        yield Bar()
        return
    from rich.console import Console  # noqa: PLC0415 -- slow to import, needed on a terminal only
    from rich.progress import Progress  # noqa: PLC0415 -- likewise

    with Progress(console=Console(stderr=True), transient=True) as bar:
        yield _Drawn(bar, label, total)
