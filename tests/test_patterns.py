"""Patterns compiled on first use, and short classes of letters."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.patterns import lazy, letters


@pytest.mark.parametrize("method", ["search", "match", "fullmatch", "findall", "split"])
@pytest.mark.parametrize("text", ["", "số 57", "57 và 18", "Kế hoạch 180"])
def test_a_lazy_pattern_gives_what_a_compiled_one_gives(method: str, text: str) -> None:
    mine, real = lazy(r"\d+"), re.compile(r"\d+")
    found, expected = getattr(mine, method)(text), getattr(real, method)(text)
    if isinstance(expected, re.Match):
        found, expected = found.span(), expected.span()
    assert found == expected


def test_a_lazy_pattern_substitutes_iterates_and_keeps_its_flags() -> None:
    pattern = lazy(r"ủy ban", re.IGNORECASE)
    assert pattern.sub("UB", "Ủy ban tỉnh") == "UB tỉnh"
    assert [found.span() for found in pattern.finditer("ủy ban, ỦY BAN")] == [(0, 6), (8, 14)]
    assert pattern.flags & re.IGNORECASE


def test_a_wrong_pattern_is_noticed_only_when_it_is_used() -> None:
    pattern = lazy("(")
    with pytest.raises(re.error):
        pattern.search("")


def test_asking_a_lazy_pattern_for_something_private_does_not_compile_it() -> None:
    with pytest.raises(AttributeError):
        _ = lazy("(")._nothing  # type: ignore[attr-defined]


def test_neighbours_become_a_range() -> None:
    assert letters("abcdđ") == "a-dđ"
    assert letters("bax") == "a-bx"
    assert letters("") == ""


@given(st.sets(st.characters(categories=["Lu", "Ll"]), min_size=1))
def test_a_class_of_letters_holds_these_and_no_others(held: set[str]) -> None:
    pattern = re.compile(f"[{letters(held)}]")
    around = {chr(ord(c) + step) for c in held for step in (-1, 0, 1)}
    assert {c for c in around if pattern.fullmatch(c)} == held


def test_the_names_of_documents_are_given_without_compiling_the_patterns_of_a_heading() -> None:
    lines = (
        "import re",
        "sizes = []",
        "real = re.compile",
        "re.compile = lambda p, *a: (sizes.append(len(p)), real(p, *a))[1]",
        "import ingest.header, ingest.bodies, ingest.references",
        "print(max(sizes))",
    )
    done = subprocess.run(
        [sys.executable, "-c", "\n".join(lines)], capture_output=True, text=True, check=True
    )
    assert int(done.stdout) < 3_000  # those of bodies and issuers have 7,000 and 36,000 characters
