"""What the documentation says is done: its commands run, its answer is the program's own."""

from __future__ import annotations

import argparse
import contextlib
import re
import shlex
from typing import TYPE_CHECKING

import pytest
from shared import CORPUS, ROOT
from starlette.routing import Mount
from starlette.testclient import TestClient

from api.app import create_app
from api.cli import run
from api.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

README = (ROOT / "README.md").read_text(encoding="utf-8")
CADRES = (ROOT / "README.vi.md").read_text(encoding="utf-8")
DECISIONS = (ROOT / "DECISIONS.md").read_text(encoding="utf-8")
CHANGES = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")

BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
TARGET = re.compile(r"^([a-z]+):", re.MULTILINE)  # "run: .venv/ready"
MAKE = re.compile(r"`(?:[A-Z]+=\S+ )*make ([a-z]+)`")  # "`OFFLINE=1 make run`"
LINK = re.compile(r"\]\(([^)#:]+)\)")  # "](DECISIONS.md)"
QUOTED = re.compile(r"`([^`\s]+)`")
ROOTS = ("ingest", "index", "api", "eval", "corpus", "tests")
IN_REPOSITORY = re.compile(rf"(?:{'|'.join(ROOTS)})/\S*|[\w.-]+\.(?:md|toml)")
BESIDE_ANOTHER = frozenset({"manifest.toml"})  # named where its folder has just been named
PARAMETER = re.compile(r"\{[^}]*\}")
MACHINE = re.compile(r"(?<![\w./~-])/(?:work|root|home|opt|Users)/\w")
HIDDEN = re.compile(r"(?:^|/)(?:\.(?!ci\b)[^/]+|data|build|dist|__pycache__)(?:/|$)")
BINARY = frozenset({".npz", ".safetensors", ".png", ".ico", ".webp"})

# what ships holds one of the two documents compared, and leaves three known ones without text
NOT_ALWAYS_ZERO = {"compare": (3, "chưa có toàn văn"), "corpus": (1, "Chưa có toàn văn")}


def blocks(text: str, language: str) -> list[str]:
    return [body for name, body in BLOCK.findall(text) if name == language]


def commands(text: str, program: str) -> list[list[str]]:
    """Return the commands of the shell blocks that call a program, comments left out."""
    lines = [line for block in blocks(text, "sh") for line in block.splitlines()]
    split = [shlex.split(line, comments=True) for line in lines]
    return [words for words in split if words and words[0] == program]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Yield a folder that looks like the project to a command, which is where commands run."""
    folder = tmp_path_factory.mktemp("tài liệu")
    (folder / "corpus").symlink_to(CORPUS)
    with contextlib.chdir(folder):
        yield folder


@pytest.fixture
def settings(home: Path) -> Settings:
    """Return settings of a library that holds what ships."""
    made = Settings(data=home / "data", offline=True)
    run(["add", str(CORPUS / "180-KH-TU.txt")], made)
    return made


def test_every_shell_command_is_one_that_these_tests_know() -> None:
    for text in (README, CADRES):
        lines = [line for block in blocks(text, "sh") for line in block.splitlines() if line]
        known = [words for p in ("make", "tracuu", "curl") for words in commands(text, p)]
        assert len(lines) == len(known)


def test_every_target_named_exists() -> None:
    targets = set(TARGET.findall((ROOT / "Makefile").read_text(encoding="utf-8")))
    for text in (README, CADRES):
        named = {words[1] for words in commands(text, "make")} | set(MAKE.findall(text))
        assert named
        assert named <= targets


@pytest.mark.parametrize(
    "command", commands(README, "tracuu") + commands(CADRES, "tracuu"), ids=" ".join
)
def test_a_command_of_the_documentation_works(
    settings: Settings, capsys: pytest.CaptureFixture[str], command: list[str]
) -> None:
    code = run(command[1:], settings)
    wanted, said = NOT_ALWAYS_ZERO.get(command[1], (0, ""))
    assert code == wanted
    assert said in capsys.readouterr().err


def test_the_answer_shown_is_the_answer_given(
    settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    question = next(words for words in commands(README, "tracuu") if words[1] == "ask")
    capsys.readouterr()
    assert run(question[1:], settings) == 0
    answer = capsys.readouterr().out
    assert blocks(README, "text")[0] == answer
    assert blocks(CADRES, "text")[0] in answer


def _curl() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser()
    parser.add_argument("address")
    parser.add_argument("-s", action="store_true")
    parser.add_argument("-G", action="store_true")
    parser.add_argument("-H", action="append", default=[])
    parser.add_argument("-d")
    parser.add_argument("--data-urlencode", action="append", default=[])
    return parser


@pytest.mark.parametrize("command", commands(README, "curl"), ids=" ".join)
def test_a_request_of_the_documentation_is_answered(settings: Settings, command: list[str]) -> None:
    asked = _curl().parse_args(command[1:])
    address = asked.address.removeprefix(f"http://{settings.host}:{settings.port}")
    assert address.startswith("/")
    with TestClient(create_app(settings)) as client:
        if asked.d:
            headers = dict(line.split(": ", 1) for line in asked.H)
            answer = client.post(address, content=asked.d.encode(), headers=headers)
        else:
            params = dict(pair.split("=", 1) for pair in asked.data_urlencode)
            answer = client.get(address, params=params or None)
    wanted = 404 if address.startswith("/v1/compare") else 200
    assert answer.status_code == wanted
    if asked.d:
        assert answer.json()["status"] == "answered"


def test_every_address_of_the_application_is_in_the_readme(settings: Settings) -> None:
    app = create_app(settings)
    with TestClient(app) as client:
        contract = set(client.get("/openapi.json").json()["paths"])
    pages = {"/", "/search", "/documents", "/documents/{written}", "/facts", "/compare", "/add"}
    pages |= {"/docs", "/openapi.json"}
    mounted = {route.path for route in app.routes if isinstance(route, Mount)}
    named = {PARAMETER.sub("{}", word) for word in re.findall(r"`(?:[A-Z]+ )?(/[^`]*)`", README)}
    assert {PARAMETER.sub("{}", path) for path in contract | pages | mounted} == named


def test_every_setting_is_in_the_readme_with_its_default() -> None:
    rows = dict(re.findall(r"^\| `(TRACUU_\w+)` \| (.*?) \|", README, re.MULTILINE))
    fields = Settings.model_fields
    assert set(rows) == {f"TRACUU_{name.upper()}" for name in fields}
    for name, field in fields.items():
        shown = rows[f"TRACUU_{name.upper()}"]
        if isinstance(field.default, bool):
            assert shown == f"`{str(field.default).lower()}`"
        elif isinstance(field.default, int | float | str):
            assert shown == f"`{field.default:g}`" if isinstance(field.default, float) else shown
            assert str(field.default).removesuffix(".0") in shown


@pytest.mark.parametrize("text", [README, CADRES, DECISIONS, CHANGES])
def test_every_file_named_exists(text: str) -> None:
    named = set(LINK.findall(text))
    named |= {word for word in QUOTED.findall(text) if IN_REPOSITORY.fullmatch(word)}
    missing = [name for name in named - BESIDE_ANOTHER if not any(ROOT.glob(name.rstrip("/")))]
    assert missing == []


def test_the_map_names_every_package() -> None:
    for package in ("ingest", "index", "api", "eval"):
        assert f"| **`{package}/`** |" in README


def test_the_version_is_in_the_list_of_changes() -> None:
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    version = re.search(r'^version = "(.+)"$', project, re.MULTILINE)
    assert version is not None
    assert f"## {version[1]}\n" in CHANGES


def test_no_file_names_a_place_of_one_machine() -> None:
    tops = [top for top in ROOT.iterdir() if not HIDDEN.search(top.name)]
    files = [path for top in tops for path in (top, *top.rglob("*")) if path.is_file()]
    guilty = [
        str(path.relative_to(ROOT))
        for path in files
        if path.suffix not in BINARY and not HIDDEN.search(str(path.relative_to(ROOT)))
        if MACHINE.search(path.read_text(encoding="utf-8", errors="replace"))
    ]
    assert len(files) > 100
    assert guilty == []
