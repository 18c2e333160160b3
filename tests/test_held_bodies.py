"""A body that only the papers know is named without marks too; an office is no body."""

from __future__ import annotations

import pytest
from papers import kh180, plan

from api.held_bodies import bodies_held
from api.question import understand


@pytest.mark.parametrize(
    ("typed", "bodies"),
    [
        ("bao ap bac phai lam nhung gi", (("bao ap bac",),)),
        ("bao bac son bao cao truoc ngay nao?", (("bao bac son",),)),
        ("Báo Ấp Bắc phải làm gì", ()),  # has its marks: the words themselves tell
        ("bao cao truoc ngay nao", ()),
        ("so y te lam gi", ()),
    ],
)
def test_the_papers_tell_which_bodies_are_named(
    typed: str, bodies: tuple[tuple[str, ...], ...]
) -> None:
    assert bodies_held(understand(typed), (kh180(), plan())) == bodies


def test_no_paper_knows_no_body() -> None:
    assert bodies_held(understand("bao ap bac lam gi"), ()) == ()
