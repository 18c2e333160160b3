"""Files of a batch are read ahead while others are put, and come in their order."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from papers import plan

from api import batch
from api.batch import Orders, Told, read_ahead
from api.intake import NO_CONSENT, Intake
from api.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from api.batch import Step
    from ingest.model import Document

KNOWN = Told("đã có.txt", "held", "không có gì mới")


class CountingReader:
    """Reads every file as the same plan, and counts those begun."""

    def __init__(self) -> None:
        self.names: list[str] = []
        self.begun = threading.Semaphore(0)
        self.door = threading.Event()
        self.door.set()

    def __call__(self, _data: bytes, source: str, *, confirmed: bool, pages: object) -> Document:
        """Return the plan, once the door is open."""
        assert not confirmed
        assert pages
        self.names.append(source)
        self.begun.release()
        assert self.door.wait(10)
        return plan()


@pytest.fixture
def reader() -> CountingReader:
    return CountingReader()


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    made = [tmp_path / f"{number:02}.txt" for number in range(12)]
    for path in made:
        path.write_bytes(b"a" * 100)
    return made


def ahead(
    reader: CountingReader, steps: Iterator[Told | Path], room: int, workers: int = 1
) -> Iterator[Step]:
    """Return the steps as they are read, ``room`` of them ahead."""
    settings = Settings(workers=workers)
    orders = Orders(settings, NO_CONSENT)
    return read_ahead(steps, Intake(settings.data, reader), orders, lambda: room)


def test_files_come_in_their_order_with_what_is_known_in_its_place(
    files: list[Path], reader: CountingReader
) -> None:
    steps: list[Told | Path] = [*files[:5], KNOWN, *files[5:]]
    found = [step.path for step in ahead(reader, iter(steps), room=4, workers=3)]
    assert found == [*map(str, files[:5]), KNOWN.path, *map(str, files[5:])]
    assert sorted(reader.names) == [path.name for path in files]


def test_files_are_read_while_the_caller_is_busy_with_the_first(
    files: list[Path], reader: CountingReader
) -> None:
    steps = ahead(reader, iter(files), room=4)
    next(steps)
    assert all(reader.begun.acquire(timeout=10) for _ in range(5))
    assert len(list(steps)) == len(files) - 1


def test_no_more_files_are_read_ahead_than_there_is_room_for(
    files: list[Path], reader: CountingReader
) -> None:
    steps = ahead(reader, iter(files), room=4)
    next(steps)
    del steps  # which ends it, when what was begun has been read
    assert len(reader.names) <= 5


def test_heavy_files_wait_until_it_is_their_turn(
    files: list[Path], reader: CountingReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batch, "HEAVY", 250)
    steps = ahead(reader, iter(files), room=10)
    next(steps)
    del steps
    assert len(reader.names) <= 3


def test_an_interrupted_batch_reads_no_further(files: list[Path], reader: CountingReader) -> None:
    def interrupted() -> Iterator[Path]:
        reader.door.clear()
        yield from files
        threading.Timer(0.2, reader.door.set).start()
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        list(ahead(reader, interrupted(), room=100))
    assert len(reader.names) == 1


def test_a_file_that_is_gone_by_then_is_told(files: list[Path], reader: CountingReader) -> None:
    files[1].unlink()
    found = list(ahead(reader, iter(files[:3]), room=4))
    assert [isinstance(step, Told) for step in found] == [False, True, False]
    assert "không mở được" in str(found[1])
