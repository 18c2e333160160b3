"""Pages that are pictures become lines: rendered, set upright, recognised, a few at a time.

The program that recognises is a seam: anything that turns a grey picture into lines and a
confidence will do. Nothing is written to disk here: pictures and results live in memory, and
whoever asked for the pages is given each as it is done.
"""

from __future__ import annotations

import os
from collections import deque
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Protocol, TypeVar

from ingest.errors import NoTextError
from ingest.formats.ocr_frames import framed
from ingest.formats.ocr_head import has_gaps, with_plain_head
from ingest.formats.ocr_image import INKED, angle_of, enlarged, ink_of
from ingest.secrecy import check_stamps

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from ingest.formats.ocr_image import Picture

T = TypeVar("T")

DOTS = 300  # an inch: what recognition was trained on
COARSE = 75  # an inch: enough to see ink and to measure how far a page is turned
SECOND_DOTS = 400  # for a second reading: errors of size and raster do not repeat
FIRST, HEAD = 1, 0.35  # the page that has a head, and how much of it that takes
LEAST_TURN = 0.2  # degrees; less is not worth drawing again


class NoRecogniserError(NoTextError):
    """Pages are pictures, and no program to recognise them is installed."""


@dataclass(frozen=True, slots=True)
class Recognised:
    """The lines of one page, an empty one between paragraphs, and how sure they are (0 to 1).

    ``doubtful`` are the words that the recogniser was least sure of, among them ``torn`` ones:
    strokes beside them were passed over. ``again`` are the lines of a head that was therefore
    read a second time, at another size, those with torn words left out.
    """

    lines: tuple[str, ...]
    confidence: float
    doubtful: frozenset[str] = frozenset()
    again: tuple[str, ...] = ()
    torn: frozenset[str] = frozenset()


NOTHING_READ = Recognised((), 0.0)


class UnreadPictureError(Exception):
    """The recogniser failed on one picture; it may do better another time."""


@dataclass(frozen=True, slots=True)
class FinishedPage:
    """A page as recognised, and the words in the frames of its upper half.

    ``whole`` is false where the recogniser failed on a part of it.
    """

    found: Recognised
    stamps: tuple[str, ...] = ()
    whole: bool = True

    def check(self) -> None:
        """Raise SecretDocumentError if a stamp stands on the page."""
        check_stamps(["\n".join(self.found.lines), *self.stamps])


class Recogniser(Protocol):
    """Reads pictures; called from several threads at once."""

    @property
    def fingerprint(self) -> str:
        """Another one whenever the same picture could be read otherwise."""
        ...

    def read(self, picture: NDArray[np.uint8], dots: int) -> Recognised:
        """Return what stands on a grey picture of a page, 0 for black.

        Raises:
            UnreadPictureError: nothing can be said of it.

        """
        ...

    def words(self, picture: NDArray[np.uint8], dots: int) -> str:
        """Return the words of a small picture that holds one or two lines, as ``read`` does."""
        ...


class Pages(Protocol):
    """Where pictures of pages come from; called from one thread only."""

    def picture(self, number: int, dots: int, turned: float = 0.0) -> Picture:
        """Return page ``number`` in grey, turned clockwise by degrees."""
        ...


def has_ink(pages: Pages, number: int) -> bool:
    """Tell whether anything is printed on a page."""
    return ink_of(pages.picture(number, COARSE)) >= INKED


def recognise(
    pages: Pages,
    numbers: Sequence[int],
    recogniser: Recogniser,
    done: Callable[[int, FinishedPage], None] = lambda _number, _page: None,
) -> Iterator[tuple[int, Recognised]]:
    """Yield the pages with these numbers as read, in order, ``done`` called with each.

    As many pages are read at once as there are processors; no more pictures are held.

    Raises:
        SecretDocumentError: a stamp stands on one of them; ``done`` has not seen that page, and
            no further page is read.

    """
    workers = max(1, len(os.sched_getaffinity(0)))
    waiting: deque[tuple[int, Future[FinishedPage]]] = deque()
    with ThreadPoolExecutor(workers) as pool:
        try:
            for number in numbers:
                if len(waiting) >= workers:
                    yield _finished(*waiting.popleft(), done)
                waiting.append(
                    (number, pool.submit(_read, recogniser, upright(pages, number), number))
                )
            while waiting:
                yield _finished(*waiting.popleft(), done)
        finally:
            for _, future in waiting:
                future.cancel()


def _read(recogniser: Recogniser, picture: Picture, number: int) -> FinishedPage:
    """Return the page, and what stands in the frames of its upper half.

    A stamp stands in a frame, askew, across other lines: reading the page as a whole misses it.
    A failure costs what it fell on, and no more.
    """
    trial = _Trial()
    frames = framed(picture[: len(picture) // 2], DOTS)
    stamps = tuple(trial.of(partial(recogniser.words, frame, DOTS), "") for frame in frames)
    found = trial.of(partial(recogniser.read, picture, DOTS), NOTHING_READ)
    if number == FIRST and has_gaps(with_plain_head(found.lines, found.doubtful)):
        head = picture[: int(len(picture) * HEAD)]
        larger = enlarged(head, SECOND_DOTS / DOTS)
        again = trial.of(partial(recogniser.read, larger, SECOND_DOTS), NOTHING_READ)
        unbroken = (line for line in again.lines if again.torn.isdisjoint(line.split()))
        found = replace(found, again=tuple(unbroken))
    return FinishedPage(found, stamps, trial.whole)


class _Trial:
    """Asks the recogniser, and remembers whether it ever failed."""

    def __init__(self) -> None:
        self.whole = True

    def of(self, ask: Callable[[], T], otherwise: T) -> T:
        """Return what ``ask`` returns, or ``otherwise`` where it fails."""
        try:
            return ask()
        except UnreadPictureError:
            self.whole = False
            return otherwise


def _finished(
    number: int, future: Future[FinishedPage], done: Callable[[int, FinishedPage], None]
) -> tuple[int, Recognised]:
    page = future.result()
    page.check()
    done(number, page)
    return number, page.found


def upright(pages: Pages, number: int) -> Picture:
    """Return the picture of a page, drawn again where its lines do not run level."""
    turned = angle_of(pages.picture(number, COARSE))
    return pages.picture(number, DOTS, turned if abs(turned) >= LEAST_TURN else 0.0)
