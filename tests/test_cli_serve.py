"""``tracuu serve``: a fresh folder becomes a running service that answers."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import urllib.request
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from shared import ROOT
from starlette.testclient import TestClient

from api.app import create_app
from api.cli import run
from api.cli_serve import add_shipped, greet, mend, sync_quietly
from api.settings import Settings
from api.wiring import wire

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def _serving(data: Path) -> Iterator[str]:
    """Yield the address of a service in a process of its own, as soon as it answers."""
    environment = os.environ | {"TRACUU_DATA": str(data), "OFFLINE": "1"}
    process = subprocess.Popen(
        [sys.executable, "-m", "api.cli", "serve", "--port", "0"],
        env=environment,
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        assert process.stdout is not None
        found = re.search(r"http://[\d.]+:\d+", process.stdout.readline())
        assert found is not None
        yield found[0]
    finally:
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=20)


def _get(address: str) -> dict[str, object]:
    with urllib.request.urlopen(address, timeout=10) as answer:  # noqa: S310 -- this machine
        body: dict[str, object] = json.loads(answer.read())
        return body


@pytest.mark.slow
def test_a_fresh_folder_serves_the_shipped_documents(tmp_path: Path) -> None:
    with _serving(tmp_path / "thư mục mới") as address:
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
    parts = wire(Settings(data=tmp_path, offline=True))
    with parts.library:
        add_shipped(parts)
        greet(parts, 8123)
    out = capsys.readouterr().out
    assert "http://127.0.0.1:8123/" in out
    assert "[1] khoản 4, mục III, Kế hoạch số 180-KH/TU" in out


def test_an_index_that_does_not_open_is_told_and_rebuilt(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = Settings(data=tmp_path, offline=True)
    parts = wire(settings)
    with parts.library:
        add_shipped(parts)
    for folder in tmp_path.glob("lexical*"):
        shutil.rmtree(folder)
    parts = wire(settings)
    with parts.library as library:
        client = TestClient(create_app(settings, library=library))
        assert client.get("/readyz").status_code == 503
        answer = client.get("/v1/search", params={"q": "báo cáo"})
        assert answer.status_code == 503
        assert "tracuu check" in answer.json()["detail"]
        mend(parts)
        assert "Đang dựng lại" in capsys.readouterr().err
        assert client.get("/readyz").status_code == 200
        mend(parts)
    assert capsys.readouterr().err == ""


def test_a_taken_port_is_told_before_any_work(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert run(["serve", "--port", str(port)], Settings(data=tmp_path, offline=True)) == 1
    assert f"Không mở được cổng {port}" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_without_documents_the_greeting_asks_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    parts = wire(Settings(data=tmp_path, corpus=tmp_path, offline=True))
    with parts.library:
        add_shipped(parts)
        greet(parts, 8123)
    assert "Hỏi:" not in capsys.readouterr().out


def test_the_library_is_completed_beside_the_service_and_every_source_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "manifest.toml").write_text(
        """[[document]]
id = "1-kh-tu-2025-01-02"
symbol = "1-KH/TU"
type = "Kế hoạch"
title = "thử"
issuer = "Tỉnh ủy"
issued = 2025-01-02
""",
        encoding="utf-8",
    )
    parts = wire(Settings(data=tmp_path / "data", corpus=tmp_path))
    with parts.library:
        sync_quietly(parts)
    assert "không có địa chỉ 1-kh-tu-2025-01-02" in capsys.readouterr().err
