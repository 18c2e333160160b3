"""Messages between two processes: a small JSON head and a body of bytes, nothing executable.

Pickle would let whoever fills the pipe run code in whoever reads it; a process that has just
looked at untrusted bytes must never get that far.
"""

from __future__ import annotations

import json
import os
import select
import struct
import time
from typing import TYPE_CHECKING, Final, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

Head: TypeAlias = "Mapping[str, str | int | float | bool]"

SIZES: Final = struct.Struct(">IQ")
MOST_HEAD: Final = 100_000
CHUNK: Final = 1 << 20


class ClosedError(Exception):
    """The other side is gone, or speaks something else."""


def send(handle: int, head: Head, body: bytes = b"") -> None:
    """Write one message whole.

    Raises:
        ClosedError: nobody reads any more.

    """
    shown = json.dumps(head).encode()
    try:
        for part in (SIZES.pack(len(shown), len(body)) + shown, body):
            view = memoryview(part)
            while view:
                view = view[os.write(handle, view) :]
    except BrokenPipeError as error:
        raise ClosedError from error


def receive(handle: int, most: int, deadline: float | None = None) -> tuple[Head, bytes]:
    """Return the next message, its body of at most ``most`` bytes.

    Raises:
        ClosedError: the pipe ends, or what comes is no message.
        TimeoutError: ``deadline`` (``time.monotonic``) passes first.

    """
    head_size, body_size = SIZES.unpack(_exactly(handle, SIZES.size, deadline))
    if head_size > MOST_HEAD or body_size > most:
        raise ClosedError
    shown = _exactly(handle, head_size, deadline)
    body = _exactly(handle, body_size, deadline)
    try:
        head = json.loads(shown)
    except ValueError as error:
        raise ClosedError from error
    if not isinstance(head, dict):
        raise ClosedError
    return head, body


def _exactly(handle: int, size: int, deadline: float | None) -> bytes:
    found = bytearray()
    while len(found) < size:
        if not readable(handle, deadline):
            raise TimeoutError
        chunk = os.read(handle, min(CHUNK, size - len(found)))
        if not chunk:
            raise ClosedError
        found += chunk
    return bytes(found)


def readable(handle: int, deadline: float | None) -> bool:
    """Tell whether something can be read before the deadline; waits until then."""
    watch = select.poll()
    watch.register(handle, select.POLLIN)
    left = None if deadline is None else max(0.0, deadline - time.monotonic()) * 1000
    return bool(watch.poll(left))
