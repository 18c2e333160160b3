"""Compound files (the container of .doc and .xls) through olefile."""

from __future__ import annotations

import io
import struct

import olefile

from ingest.errors import DamagedFileError

BROKEN = (
    OSError, struct.error, IndexError, KeyError, ValueError, TypeError, AttributeError,
    ArithmeticError,
)  # fmt: skip


def read_streams(data: bytes, *names: str) -> dict[str, bytes]:
    """Return the streams with these names, at the container's root; those that exist.

    Raises:
        DamagedFileError: the container's directory or a stream's chain is broken.

    """
    try:
        with olefile.OleFileIO(io.BytesIO(data)) as container:
            return {
                name: container.openstream(name).read() for name in names if container.exists(name)
            }
    except (*BROKEN, RecursionError, MemoryError) as error:
        raise DamagedFileError(
            "Tệp Office đời cũ bị hỏng hoặc tải chưa hết. Hãy lấy lại bản gốc."
        ) from error


def stream_names(data: bytes) -> frozenset[str]:
    """Return the names of the streams at the container's root; empty if it is broken."""
    try:
        with olefile.OleFileIO(io.BytesIO(data)) as container:
            listed = container.listdir(streams=True, storages=False)
    except (*BROKEN, RecursionError, MemoryError):
        return frozenset()
    return frozenset(path[0] for path in listed if len(path) == 1)
