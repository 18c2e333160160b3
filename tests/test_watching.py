"""A reading child is watched: its pages go on whole, its answer comes apart, its limits hold."""

from __future__ import annotations

import os
import threading
import time
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from ingest import frames
from ingest.limits import Limits
from ingest.pages_done import MARK, MOST_RECORD
from ingest.watching import MOST_PAGES, Watch

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ingest.frames import Head

ANSWER = b'{"document":{}}'
LIMITS = Limits(wall_seconds=20, page_seconds=0, result=50_000)


def mark(page: int, body: bytes = b"x", size: int | None = None) -> bytes:
    return MARK.pack(0, page, 1, 2, len(body) if size is None else size) + body


class Watched:
    """What a watch makes of the bytes that a child writes."""

    def __init__(self, written: Sequence[bytes], limits: Limits = LIMITS, wait: float = 0) -> None:
        self.pages: list[tuple[Head, bytes]] = []
        self._done = threading.Event()
        read, write = os.pipe()
        told, answers = os.pipe()
        child = threading.Thread(target=self._write, args=(write, written, wait))
        parent = threading.Thread(target=self._hear, args=(told,))
        child.start()
        parent.start()
        watch = Watch(answers, limits)
        self.answer = watch.collect(read)
        self.stopped = watch.stopped
        self._done.set()
        os.close(read)
        os.close(answers)
        child.join(10)
        parent.join(10)

    def _write(self, pipe: int, written: Sequence[bytes], wait: float) -> None:
        try:
            for part in written:
                os.write(pipe, part)
                self._done.wait(wait)
        except BrokenPipeError:
            pass
        finally:
            os.close(pipe)

    def _hear(self, pipe: int) -> None:
        try:
            while True:
                self.pages.append(frames.receive(pipe, MOST_RECORD))
        except frames.ClosedError:
            os.close(pipe)


def test_pages_are_passed_on_and_the_answer_comes_without_them() -> None:
    found = Watched(
        [mark(0, b""), mark(1, b"one")[:9], mark(1, b"one")[9:], mark(2, ANSWER), ANSWER]
    )
    assert (found.answer, found.stopped) == (ANSWER, "")
    assert [body for _, body in found.pages] == [b"", b"one", ANSWER]
    assert found.pages[1][0] == {"end": "page", "page": 1, "done": 1, "of": 2}


def test_what_follows_the_beginning_of_the_answer_is_no_page() -> None:
    found = Watched([ANSWER + mark(1)])
    assert found.answer == ANSWER + mark(1)
    assert found.pages == []


@pytest.mark.parametrize("size", [MOST_RECORD + 1, 2**32 - 1])
def test_a_page_that_claims_too_much_stops_the_child(size: int) -> None:
    found = Watched([mark(1, b"", size), b"x" * 99])
    assert (found.stopped, found.pages) == ("size", [])


def test_an_answer_over_its_size_stops_the_child() -> None:
    assert Watched([b"{" * 40_000, b"{" * 40_000]).stopped == "size"


def test_more_pages_than_a_document_has_are_passed_over() -> None:
    found = Watched([mark(1) * 500] * 5 + [ANSWER])
    assert len(found.pages) == MOST_PAGES
    assert found.answer == ANSWER


@pytest.mark.parametrize(("page", "stopped"), [(1, ""), (0, "wall")])
def test_only_a_page_that_is_done_gives_more_time(page: int, stopped: str) -> None:
    limits = replace(LIMITS, wall_seconds=0.6, page_seconds=5)
    began = time.monotonic()
    found = Watched([mark(page), b"", b"", ANSWER], limits, wait=0.4)
    assert found.stopped == stopped
    assert time.monotonic() - began < 5
