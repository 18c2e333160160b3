"""A command loads what it needs and nothing heavier, so that an answer comes at once."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from shared import CORPUS, ROOT

from api.cli import run
from api.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

HEAVY = ("fastapi", "uvicorn", "chromadb", "torch", "transformers", "underthesea", "httpx")


def test_an_answer_loads_nothing_heavy(tmp_path: Path) -> None:
    assert run(["add", str(CORPUS / "180-KH-TU.txt")], Settings(data=tmp_path)) == 0
    code = (
        "import sys; from pathlib import Path; from api.cli import run;"
        "from api.settings import Settings;"
        f"run(['ask', 'hạn báo cáo', '--json'], Settings(data=Path({str(tmp_path)!r})));"
        f"bad = [m for m in {(*HEAVY, 'sentence_transformers', 'openpyxl', 'jinja2')!r}"
        " if m in sys.modules]; sys.exit(' '.join(bad) or 0)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.stderr == ""
    assert done.returncode == 0


def test_help_loads_no_more_than_it_needs() -> None:
    code = (
        "import sys; from api.cli import run; run(['--help']);"
        "bad = [m for m in ('pydantic', 'numpy', 'tantivy', 'rich') if m in sys.modules];"
        "sys.exit(' '.join(bad) or 0)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
