"""Configuration is one frozen object, read from the environment at the edge."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from pydantic import ValidationError
from shared import ROOT

from api.settings import Settings


def _settings_with(**environment: str) -> dict[str, object]:
    """Return the settings of a process that was started with this environment."""
    code = "from api.settings import Settings; print(Settings().model_dump_json())"
    kept = {k: v for k, v in os.environ.items() if k in {"PATH", "PYTHONPATH", "HOME"}}
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=kept | environment,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    values: dict[str, object] = json.loads(done.stdout)
    return values


def test_without_an_environment_the_defaults_hold() -> None:
    values = _settings_with()
    assert values["data"] == "data"
    assert values["host"] == "127.0.0.1"
    assert values["port"] == 8000
    assert values["offline"] is False
    assert values["log_questions"] is False
    assert Path(str(values["corpus"])) == ROOT / "corpus"


@pytest.mark.parametrize(
    ("name", "value", "field", "meant"),
    [
        ("TRACUU_DATA", "/tmp/thư viện", "data", "/tmp/thư viện"),  # noqa: S108 -- only a name
        ("TRACUU_PORT", "9000", "port", 9000),
        ("PORT", "9001", "port", 9001),  # as hosting platforms name it
        ("TRACUU_OFFLINE", "1", "offline", True),
        ("OFFLINE", "1", "offline", True),  # as `make run` names it
        ("TRACUU_MODEL", "", "model", None),  # empty is not set
        ("TRACUU_LOG_QUESTIONS", "true", "log_questions", True),
    ],
)
def test_the_environment_sets(name: str, value: str, field: str, meant: object) -> None:
    assert _settings_with(**{name: value})[field] == meant


def test_settings_never_change() -> None:
    with pytest.raises(ValidationError):
        Settings().port = 1  # type: ignore[misc]


def test_a_home_folder_may_be_written_with_a_tilde() -> None:
    assert Settings(data=Path("~/x")).data == Path.home() / "x"


@pytest.mark.parametrize("port", [-1, 65_536])
def test_an_impossible_port_is_refused(port: int) -> None:
    with pytest.raises(ValidationError):
        Settings(port=port)


def test_every_setting_says_what_it_is_for() -> None:
    for name, field in Settings.model_fields.items():
        assert field.description, name


def test_every_setting_is_documented_in_the_readme() -> None:
    readme = ROOT / "README.md"
    if not readme.exists() or "TRACUU_" not in readme.read_text(encoding="utf-8"):
        pytest.skip("the README does not list the settings yet")
    text = readme.read_text(encoding="utf-8")
    missing = [n for n in Settings.model_fields if f"TRACUU_{n.upper()}" not in text]
    assert missing == []


def test_the_environment_is_read_nowhere_else() -> None:
    reads = re.compile(r"os\.environ|os\.getenv|getenv\(")
    guilty = [
        str(path.relative_to(ROOT))
        for package in ("ingest", "index", "api", "eval")
        for path in (ROOT / package).rglob("*.py")
        # the second hands a few variables on to the processes apart and reads none itself
        if path.name not in {"settings.py", "isolation.py"}
        and reads.search(path.read_text(encoding="utf-8"))
    ]
    assert guilty == []
