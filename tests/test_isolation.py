"""Reading apart: limits hold, the dead are replaced, and no answer is believed unchecked."""

from __future__ import annotations

import json
import os
import pickle
import signal
import socket
import subprocess
import sys
import threading
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from papers import PLAN

from ingest import isolated
from ingest.codec import dumps, encode
from ingest.errors import (
    EmptyFileError,
    ReadingStoppedError,
    SecretDocumentError,
    TooLargeError,
    UnjudgedError,
)
from ingest.formats.ocr import NoRecogniserError
from ingest.isolation import ReadingPool, _document
from ingest.limits import Limits
from ingest.read import read_document

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ingest.codec import Json

PLAN_BYTES = PLAN.encode()
LONG = (
    "\n".join(f"{n}. Ban Tổ chức báo cáo trước ngày 10/5/2026." for n in range(60_000))
).encode()
TIGHT = Limits(megabyte_seconds=0)


@pytest.fixture(scope="module")
def pool() -> Iterator[ReadingPool]:
    """Yield a pool of one process with the usual limits."""
    with ReadingPool() as made:
        yield made


def _pool(**limits: float) -> ReadingPool:
    return ReadingPool(1, replace(TIGHT, **limits))  # type: ignore[arg-type]


def _watcher(pool: ReadingPool) -> int:
    place = pool._places.get()
    pool._places.put(place)
    assert place is not None
    return place._process.pid


def _child_of(process: int) -> int:
    """Return the child of a process, as soon as it has one."""
    path = Path(f"/proc/{process}/task/{process}/children")
    while not (found := path.read_text().split()):
        time.sleep(0.005)
    return int(found[0])


def _ends(process: int) -> bool:
    """Tell whether a process runs no more before ten seconds have passed."""
    for _ in range(200):
        try:
            state = Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[0]
        except (FileNotFoundError, ProcessLookupError):
            return True
        if state == "Z":  # dead, and nobody has asked how
            return True
        time.sleep(0.05)
    return False


def test_a_document_read_apart_is_the_same(pool: ReadingPool) -> None:
    assert pool.read(PLAN_BYTES, "ở đâu đó/45-KH-TU.txt") == read_document(
        PLAN_BYTES, "45-KH-TU.txt"
    )


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", EmptyFileError),
        (b"MAT\n" + PLAN_BYTES, SecretDocumentError),
        (b"12 34 56\n\n" * 20, UnjudgedError),
    ],
)
def test_an_error_comes_back_as_itself(
    pool: ReadingPool, data: bytes, error: type[Exception]
) -> None:
    with pytest.raises(error) as here:
        read_document(data, "x")
    with pytest.raises(error) as apart:
        pool.read(data, "x")
    assert (type(apart.value), str(apart.value)) == (type(here.value), str(here.value))


@pytest.mark.parametrize(
    ("limits", "error", "words"),
    [
        ({"memory": 90_000_000}, ReadingStoppedError, "90 MB bộ nhớ"),
        ({"cpu_seconds": 1.0}, ReadingStoppedError, "1 giây bộ xử lý"),
        ({"wall_seconds": 0.3}, ReadingStoppedError, "lâu quá 0 giây"),
        ({"result": 1_000_000}, TooLargeError, "vượt quá 1 MB"),
    ],
)
def test_each_limit_stops_the_file_by_name_and_not_the_next(
    limits: dict[str, float], error: type[Exception], words: str
) -> None:
    with _pool(**limits) as pool:
        data = LONG if "result" not in limits else LONG[:900_000]
        with pytest.raises(error, match=words) as caught:
            pool.read(PLAN_BYTES + data, "x")
        assert "hãy mở bằng" in str(caught.value)  # what to do
        if "result" not in limits:
            assert pool.read(PLAN_BYTES, "y").info.symbol == "45-KH/TU"


@pytest.mark.parametrize("victim", ["child", "watcher"])
def test_a_process_that_dies_is_replaced_and_its_file_refused(victim: str) -> None:
    with ReadingPool().start() as pool:
        errors: list[Exception] = []

        def read() -> None:
            try:
                pool.read(PLAN_BYTES + LONG, "x")
            except ReadingStoppedError as error:
                errors.append(error)

        watcher = _watcher(pool)
        thread = threading.Thread(target=read)
        thread.start()
        child = _child_of(watcher)
        os.kill(child if victim == "child" else watcher, signal.SIGKILL)
        thread.join(20)
        assert "ngắt đột ngột" in str(errors[0])
        assert pool.read(PLAN_BYTES, "y").info.symbol == "45-KH/TU"
        assert _ends(child)  # also the child of a dead watcher


def test_the_processes_end_with_the_pool_and_leave_nothing() -> None:
    with ReadingPool() as pool:
        pool.read(PLAN_BYTES, "x")
        watcher = _watcher(pool)
        assert list(isolated.MEMORY_FOLDER.glob(f"tracuu-{watcher}-*")) or not os.access(
            isolated.MEMORY_FOLDER, os.W_OK
        )
    assert not Path(f"/proc/{watcher}").exists()
    assert not list(isolated.MEMORY_FOLDER.glob(f"tracuu-{watcher}-*"))


def test_the_processes_end_when_their_parent_is_killed(tmp_path: Path) -> None:
    script = tmp_path / "parent.py"
    script.write_text(
        "import time\nfrom ingest.isolation import ReadingPool\npool = ReadingPool().start()\n"
        "place = pool._places.get()\nprint(place._process.pid, flush=True)\ntime.sleep(60)\n"
    )
    with subprocess.Popen([sys.executable, str(script)], stdout=subprocess.PIPE) as parent:
        assert parent.stdout is not None
        watcher = int(parent.stdout.readline())
        parent.kill()
    assert _ends(watcher)


def _in_fork(act: str) -> str:
    """Return what an expression gives in a process confined as a reader is."""
    code = (
        "import os, resource, socket\nfrom ingest import isolated\n"
        "from ingest.limits import Limits\n"
        f"isolated._without_network()\nisolated._confine(Limits(), os.getppid())\nprint({act})"
    )
    return subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True
    ).stdout.strip()


def test_a_reader_dumps_no_core_and_its_limits_are_final() -> None:
    assert _in_fork("resource.getrlimit(resource.RLIMIT_CORE)") == "(0, 0)"
    memory = Limits().memory
    assert _in_fork("resource.getrlimit(resource.RLIMIT_AS)") == f"({memory}, {memory})"


def test_a_reader_reaches_no_network_where_the_system_allows_to_leave_it() -> None:
    if subprocess.run(["unshare", "-Urn", "true"], check=False, capture_output=True).returncode:
        pytest.skip("this system lets no ordinary user leave the network")
    with socket.create_server(("127.0.0.1", 0)) as door:
        port = door.getsockname()[1]
        tried = f"socket.socket().connect_ex(('127.0.0.1', {port})) != 0"
        assert _in_fork(tried) == "True"


def _farewell(error: Exception) -> Json:
    """Return what a reading process writes when this error ends it."""
    code = (
        "import os\nfrom ingest.isolated import _Farewell\n"
        f"from {type(error).__module__} import {type(error).__name__}\n"
        f"with _Farewell(1):\n    raise {type(error).__name__}({str(error)!r})"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)
    told: Json = json.loads(done.stdout)
    return told


def test_a_kind_of_error_that_only_a_format_knows_leaves_as_the_kind_above_it() -> None:
    told = {"error": "NoTextError", "message": "hãy cài Tesseract"}
    assert _farewell(NoRecogniserError("hãy cài Tesseract")) == told


def test_the_words_of_an_unforeseen_error_stay_inside() -> None:
    assert _farewell(KeyError("lời của văn bản")) == {"error": "KeyError", "message": ""}


GOOD: Json = encode(read_document(PLAN_BYTES, "45-KH-TU.txt"))


def _changed(path: str, value: Json) -> bytes:
    found = json.loads(json.dumps(GOOD))
    place, *steps = (found, *path.split("."))
    for step in steps[:-1]:
        place = place[int(step) if step.isdigit() else step]
    place[steps[-1]] = value
    return json.dumps({"document": found}).encode()


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"[" * 100_000,
        b'{"document": {}}',
        pickle.dumps({"document": 1}),
        _changed("info.id", "../../etc/passwd"),
        _changed("info.id", 5),
        _changed("info.recipients", "Bộ Chính trị"),
        _changed("info.issued", "mai"),
        _changed("text", ["a"]),
        _changed("text", ""),
        _changed("passages.0.text", "lời không có trong văn bản"),
        _changed("passages.0.document_id", "khac"),
        _changed("passages.0.span", {"start": 5, "end": 10**9}),
        _changed("facts.0.kind", "__class__"),
        _changed("facts.0.span", {"start": -3, "end": 2}),
        _changed("health.verdict", "rất tốt"),
        _changed("health.pages", "ba"),
    ],
)
def test_an_answer_that_is_not_a_whole_document_is_refused(answer: bytes) -> None:
    with pytest.raises(ReadingStoppedError):
        _document(answer, PLAN_BYTES, "x", Limits())


@pytest.mark.parametrize("name", ["SystemExit", "os", "TracuuError.__init__", "", "Path", "T\x1b"])
def test_an_error_with_a_foreign_name_is_no_more_than_words(name: str) -> None:
    answer = json.dumps({"error": name, "message": "x\x1b[31m"}).encode()
    with pytest.raises(ReadingStoppedError) as caught:
        _document(answer, PLAN_BYTES, "x", Limits())
    assert "\x1b" not in str(caught.value)


def test_digest_and_source_are_ours_whatever_the_answer_says() -> None:
    document = read_document(PLAN_BYTES, "45-KH-TU.txt")
    forged = replace(document, info=replace(document.info, sha256="0" * 64, source="/etc/x"))
    answer = f'{{"document":{dumps(forged)}}}'.encode()
    assert _document(answer, PLAN_BYTES, "45-KH-TU.txt", Limits()) == document
