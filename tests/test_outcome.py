"""What a draft amounts to, told to a person: papers are named as far as they are known."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from api.model import Choice, NotHeld
from api.outcome import choose

if TYPE_CHECKING:
    from answering import Answering

pytest_plugins = ("answering",)
DAY = date(2024, 12, 22)


@pytest.mark.parametrize(
    ("choice", "line"),
    [
        (
            Choice("57", "57-NQ/TW", "Nghị quyết", "về đột phá", None, DAY, held=True),
            "- Nghị quyết số 57-NQ/TW ngày 22/12/2024: về đột phá",
        ),
        (
            Choice("57", "57-NQ/TW", "Nghị quyết", "", None, None, held=False),
            "- Nghị quyết số 57-NQ/TW",
        ),
        (Choice("x", None, "Kết luận", "", None, None, held=True), "- Kết luận"),
        (Choice("y", None, None, "", None, None, held=True), "- Văn bản"),
        (
            Choice("l", "46/2019/QH14", "Luật", "Luật Thư viện", None, None, held=False),
            "- Luật Thư viện số 46/2019/QH14",
        ),
    ],
)
def test_a_choice_is_named_as_far_as_it_is_known(choice: Choice, line: str) -> None:
    assert choose((choice,), "Hãy chọn:").answer == f"Hãy chọn:\n{line}"


def test_what_is_missing_is_named_and_how_to_add_it(answering: Answering) -> None:
    outcome = answering.ask("Luật Thư viện cấm những gì")
    assert isinstance(outcome, NotHeld)
    assert outcome.answer == (
        "Thư viện chưa có toàn văn Luật Thư viện số 46/2019/QH14. Thêm bằng lệnh: tracuu add TỆP."
    )
