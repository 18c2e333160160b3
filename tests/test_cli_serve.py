"""``tracuu serve``: a fresh folder becomes a running service that answers."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from shared import ROOT

from api.cli_serve import add_shipped, greet
from api.settings import Settings
from api.wiring import wire

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def _serving(data: Path) -> Iterator[tuple[str, str, float]]:
    """Yield the address, what was printed before it served, and the seconds it took."""
    environment = os.environ | {"TRACUU_DATA": str(data), "OFFLINE": "1", "PORT": "0"}
    start = time.monotonic()
    process = subprocess.Popen(
        [sys.executable, "-m", "api.cli", "serve", "--port", "0"],
        env=environment,
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stderr is not None
    assert process.stdout is not None
    try:
        for line in process.stderr:
            if found := re.search(r"running on (http://[\d.]+:\d+)", line):
                break
        assert found is not None
        seconds = time.monotonic() - start
        yield found[1], "", seconds
    finally:
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=20)


def _get(address: str) -> dict[str, object]:
    with urllib.request.urlopen(address, timeout=10) as answer:  # noqa: S310 -- this machine
        body: dict[str, object] = json.loads(answer.read())
        return body


@pytest.mark.slow
def test_a_fresh_folder_serves_the_shipped_documents(tmp_path: Path) -> None:
    with _serving(tmp_path / "thư mục mới") as (address, _, _):
        assert _get(f"{address}/readyz")["documents"] == 1
        request = urllib.request.Request(  # noqa: S310 -- this machine
            f"{address}/v1/ask",
            json.dumps({"question": "Thời hạn báo cáo kết quả quán triệt?"}).encode(),
            {"Content-Type": "application/json"},
        )
        with urllib.request.urlopen(request, timeout=10) as answer:  # noqa: S310 -- this machine
            assert json.loads(answer.read())["status"] == "answered"


def test_what_is_shipped_is_added_once(tmp_path: Path) -> None:
    parts = wire(Settings(data=tmp_path, offline=True))
    with parts.library as library:
        add_shipped(parts)
        before = library.state()
        add_shipped(parts)
        assert library.state() == before
        assert before.documents == 1


def test_the_greeting_shows_an_answer_with_its_proof(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    parts = wire(Settings(data=tmp_path, offline=True, port=8123))
    with parts.library:
        add_shipped(parts)
        greet(parts)
    out = capsys.readouterr().out
    assert "http://127.0.0.1:8123/" in out
    assert "[1] khoản 4, mục III, Kế hoạch số 180-KH/TU" in out


def test_without_documents_the_greeting_asks_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    parts = wire(Settings(data=tmp_path, corpus=tmp_path, offline=True))
    with parts.library:
        add_shipped(parts)
        greet(parts)
    assert "Hỏi:" not in capsys.readouterr().out
