"""The evaluation's gold file and its figures: rows first, means second, a miss counts zero."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shared import ROOT

from eval.gold import read_gold, right_place, stands
from eval.run import Row, means, regressions

if TYPE_CHECKING:
    from pathlib import Path

QUESTIONS = ROOT / "eval" / "questions.jsonl"
STATUSES = {"answered", "partial", "not_found", "ambiguous", "not_held"}

RIGHT = Row(
    id="a",
    question="…",
    expected=("answered",),
    status="answered",
    status_right=True,
    answer_right=True,
    citation_right=True,
    found_in_five=True,
    quotes_exact=True,
    ms=1.0,
    answer="…",
)
REFUSED = replace(
    RIGHT,
    id="b",
    expected=("not_found", "partial"),
    status="not_found",
    answer_right=None,
    citation_right=None,
    found_in_five=None,
)


def test_a_question_is_read_with_all_its_fields(tmp_path: Path) -> None:
    row = {
        "id": "x-1",
        "question": "Ai ký?",
        "needs": ["a.txt"],
        "kind": "signer",
        "typing": "short",
        "status": ["answered"],
        "values": ["Lê Hoa|Lê Hòa"],
        "paths": ["x#noi-nhan"],
    }
    path = tmp_path / "q.jsonl"
    path.write_text(json.dumps(row, ensure_ascii=False) + "\n\n", encoding="utf-8")
    [gold] = read_gold(path)
    assert (gold.id, gold.kind, gold.typing) == ("x-1", "signer", "short")
    assert (gold.needs, gold.values, gold.paths) == (
        ("a.txt",),
        ("Lê Hoa|Lê Hòa",),
        ("x#noi-nhan",),
    )
    assert gold.answerable


@pytest.mark.parametrize(
    "row",
    [
        {"id": "x", "question": "?", "needs": "a.txt", "kind": "who", "status": ["answered"]},
        {"id": "x", "question": "?", "needs": ["a.txt"], "kind": "who", "status": "answered"},
    ],
)
def test_a_field_that_should_be_a_list_is_named_with_its_line(
    tmp_path: Path, row: dict[str, object]
) -> None:
    path = tmp_path / "q.jsonl"
    path.write_text("\n" + json.dumps(row), encoding="utf-8")
    with pytest.raises(ValueError, match="line 2"):
        read_gold(path)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("10/5/2025", "Trước ngày 10/5/2025."),
        ("quý I năm 2025", "Trong Quý  I\nnăm 2025"),  # case and blanks
        ("Ủy ban nhân dân", "Uỷ ban nhân dân tỉnh"),  # tone placement
        ("ba|3", "gồm 3 nhiệm vụ"),
    ],
)
def test_a_value_stands_in_an_answer(value: str, text: str) -> None:
    assert stands(value, text)


@pytest.mark.parametrize(
    ("value", "text"),
    [("10/5/2025", "Trước ngày 10/6/2025."), ("hoa", "hòa"), ("hai|2", "gồm 3 nhiệm vụ")],
)
def test_another_value_does_not(value: str, text: str) -> None:
    assert not stands(value, text)


@pytest.mark.parametrize(
    ("path", "cited", "right"),
    [
        ("d#III.4", "d#III.4", True),
        ("d#III.4", "d#III.4~2", True),  # a later piece of it
        ("d#III", "d#III.4", True),  # a part of it
        ("d#III.4", "d#III", False),  # the whole is not the part
        ("d#III.4", "d#III.41", False),
        ("d#III.4", "e#III.4", False),
    ],
)
def test_a_citation_is_right_at_its_place_or_inside_it(path: str, cited: str, right: bool) -> None:  # noqa: FBT001  a column of the table
    assert right_place(path, cited) is right


def test_the_questions_that_ship_are_well_formed() -> None:
    gold = read_gold(QUESTIONS)
    assert len({one.id for one in gold}) == len(gold)
    for one in gold:
        assert one.question.strip()
        assert one.needs
        assert one.status
        assert set(one.status) <= STATUSES
        assert not (one.answerable and not (one.values or one.paths)), one.id


def test_means_leave_out_what_does_not_apply() -> None:
    figures = means([RIGHT, replace(RIGHT, answer_right=False), REFUSED])
    assert figures["answer_right"] == 0.5
    assert figures["status_right"] == 1.0
    assert figures["questions"] == 3


def test_answering_the_unanswerable_is_a_figure_of_its_own() -> None:
    wrong = replace(REFUSED, status="answered", status_right=False)
    assert means([RIGHT, REFUSED, wrong])["answered_unanswerable"] == 0.5
    assert means([RIGHT])["answered_unanswerable"] == 0.0


def test_a_worse_mean_is_a_regression_and_named() -> None:
    before = means([RIGHT, REFUSED])
    assert regressions(before, before) == []
    now = means([replace(RIGHT, citation_right=False), REFUSED])
    [said] = regressions(now, before)
    assert "citation_right" in said


def test_fewer_false_answers_are_no_regression_and_more_are() -> None:
    wrong = replace(REFUSED, status="answered", status_right=True)
    good, bad = means([RIGHT, REFUSED]), means([RIGHT, wrong])
    assert regressions(good, bad) == []
    assert any("answered_unanswerable" in said for said in regressions(bad, good))


def test_a_figure_that_vanished_is_a_regression() -> None:
    before = means([RIGHT])
    now = {name: value for name, value in before.items() if name != "answer_right"}
    assert any("answer_right" in said for said in regressions(now, before))


@given(st.lists(st.sampled_from([RIGHT, REFUSED, replace(RIGHT, answer_right=False)])))
def test_every_mean_is_a_share_and_never_worse_than_itself(rows: list[Row]) -> None:
    figures = means(rows)
    assert all(0 <= value <= 1 for name, value in figures.items() if name != "questions")
    assert regressions(figures, figures) == []
