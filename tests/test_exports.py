"""The façade: each package offers a handful of names and loads nothing until one is asked for."""

from __future__ import annotations

import importlib
import subprocess
import sys
from importlib.metadata import packages_distributions

import pytest
from shared import ROOT

EXPORTED = {
    "ingest": ["Document", "DocumentInfo", "Passage", "Section", "Span", "read_document"],
    "index": ["Filters", "Hit", "Library", "Query"],
    "api": ["Answerer", "create_app"],
}
# statement → modules that it must not load
LIGHT = [
    (
        "from ingest import Document, read_document",
        ("pypdf", "docx", "bs4", "lxml", "numpy", "underthesea", "sqlite3"),
    ),
    ("from index import Library, Query", ("chromadb", "torch", "sentence_transformers", "pypdf")),
    ("from api import Answerer", ("fastapi", "starlette", "torch", "chromadb", "uvicorn")),
    ("import ingest, index, api", ("ingest.read", "index.library", "api.app", "numpy", "pydantic")),
]


@pytest.mark.parametrize(("package", "names"), EXPORTED.items())
def test_a_package_offers_these_names(package: str, names: list[str]) -> None:
    module = importlib.import_module(package)
    assert module.__all__ == names
    assert module.__doc__
    for name in names:
        offered = getattr(module, name)
        assert offered.__name__ == name
        assert offered.__module__.startswith(f"{package}.")


@pytest.mark.parametrize("package", EXPORTED)
def test_any_other_name_is_an_attribute_error(package: str) -> None:
    module = importlib.import_module(package)
    with pytest.raises(AttributeError, match="no attribute 'khong_co'"):
        _ = module.khong_co


@pytest.mark.parametrize(("statement", "heavy"), LIGHT, ids=[row[0] for row in LIGHT])
def test_a_name_loads_no_more_than_it_needs(statement: str, heavy: tuple[str, ...]) -> None:
    code = (
        f"import sys; {statement};sys.exit(' '.join(m for m in {heavy!r} if m in sys.modules) or 0)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("package", [*EXPORTED, "eval"])
def test_no_other_distribution_brings_a_package_of_this_name(package: str) -> None:
    owners = set(packages_distributions().get(package, ["tracuu"]))
    assert owners == {"tracuu"}
