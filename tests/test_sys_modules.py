"""``tracuu ask`` in a process of its own: the answer comes and nothing heavy was loaded."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from papers import papers
from shared import ROOT

from index.embed import load_embedder
from index.library import Library

if TYPE_CHECKING:
    from pathlib import Path

HEAVY = (
    "torch",
    "transformers",
    "sentence_transformers",
    "underthesea",
    "chromadb",
    "fastapi",
)
CODE = f"""
import sys
from api.cli import main

sys.argv = ["tracuu", *sys.argv[1:]]
try:
    main()
except SystemExit as ended:
    if ended.code:
        raise
loaded = [name for name in {HEAVY!r} if name in sys.modules]
sys.exit(" ".join(loaded) or 0)
"""


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a library that holds every paper."""
    folder = tmp_path_factory.mktemp("data")
    with Library.open(folder, load_embedder) as library:
        library.put(papers())
    return folder


def tracuu(data: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", CODE, *arguments],
        cwd=ROOT,
        env={**os.environ, "TRACUU_DATA": str(data)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize(
    ("question", "status", "value"),
    [
        ("Báo Bắc Sơn phải báo cáo kết quả trước ngày nào?", "answered", "15/12/2026"),
        ("Chỉ thị 27 do ai ký?", "ambiguous", "2018"),
    ],
)
def test_an_answer_needs_no_heavy_library(
    data: Path, question: str, status: str, value: str
) -> None:
    done = tracuu(data, "ask", question, "--json")
    assert done.stderr == ""
    assert done.returncode == 0
    said = json.loads(done.stdout)
    assert said["status"] == status
    assert value in said["answer"]


def test_a_search_needs_no_heavy_library(data: Path) -> None:
    done = tracuu(data, "search", "rác thải nhựa", "--json")
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["hits"]
