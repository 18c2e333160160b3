"""Slow readers say here that a page is done, and get the time for the next one.

Recognising a scan takes seconds a page; one limit for all files would either stop a long scan or
let a hostile file run for an hour. Outside an isolated process nothing happens.
"""

from __future__ import annotations

import os
import resource
from dataclasses import dataclass


@dataclass(slots=True)
class _Tally:
    pipe: int | None = None
    seconds: float = 0.0


_TALLY = _Tally()


def count_pages_into(pipe: int, seconds: float) -> None:
    """Let pages be told through ``pipe``, each worth ``seconds`` more of time."""
    _TALLY.pipe, _TALLY.seconds = pipe, seconds


def page_done() -> None:
    """Tell the watching process that another page has been read."""
    if _TALLY.pipe is None:
        return
    os.write(_TALLY.pipe, b"\0")
    soft, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (min(hard, soft + round(_TALLY.seconds)), hard))
