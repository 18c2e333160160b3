"""The original files: whole, never changed, and missed when gone."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest

from index.originals import Originals
from ingest.errors import LibraryError

if TYPE_CHECKING:
    from pathlib import Path

DATA = "Kế hoạch số 180-KH/TU".encode()
DIGEST = hashlib.sha256(DATA).hexdigest()


def test_bytes_are_kept_under_their_digest_and_come_back(tmp_path: Path) -> None:
    originals = Originals(tmp_path / "originals")
    assert originals.store(DATA) == DIGEST
    assert originals.load(DIGEST) == DATA
    assert [path.name for path in (tmp_path / "originals").iterdir()] == [DIGEST]


def test_many_are_kept_in_their_order_and_one_of_them_but_once(tmp_path: Path) -> None:
    originals = Originals(tmp_path)
    other = b"another"
    digests = originals.store_all([DATA, other, DATA])
    assert digests == (DIGEST, hashlib.sha256(other).hexdigest(), DIGEST)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(set(digests))


def test_storing_twice_writes_once(tmp_path: Path) -> None:
    originals = Originals(tmp_path)
    originals.store(DATA)
    before = (tmp_path / DIGEST).stat()
    originals.store(DATA)
    assert (tmp_path / DIGEST).stat() == before


def test_a_half_written_file_is_written_again(tmp_path: Path) -> None:
    (tmp_path / DIGEST).write_bytes(DATA[:5])
    originals = Originals(tmp_path)
    assert not originals.sound(DIGEST)
    originals.store(DATA)
    assert originals.load(DIGEST) == DATA


@pytest.mark.parametrize("content", [None, b"other bytes"])
def test_a_missing_or_changed_file_is_never_handed_out(
    tmp_path: Path, content: bytes | None
) -> None:
    originals = Originals(tmp_path)
    if content is not None:
        (tmp_path / DIGEST).write_bytes(content)
    with pytest.raises(LibraryError, match="thêm lại"):
        originals.load(DIGEST)


def test_files_that_nothing_names_are_strays(tmp_path: Path) -> None:
    originals = Originals(tmp_path)
    originals.store(DATA)
    (tmp_path / "abc.part").touch()
    assert [path.name for path in originals.strays(frozenset({DIGEST}))] == ["abc.part"]
