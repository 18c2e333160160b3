"""The measures agree with sums done by hand."""

from __future__ import annotations

from math import log2

import pytest

from eval.measures import MEASURES, Row, means, measure

RANKED = [f"d{number}" for number in range(1, 13)]  # d1 is first, d12 stands behind the tenth


@pytest.mark.parametrize(
    ("relevant", "expected"),
    [
        # found at once: everything is 1
        ({"d1": 1}, {"P@1": 1, "R@10": 1, "MRR@10": 1, "nDCG@10": 1}),
        # at rank 3: reciprocal 1/3, gain 1/log2(4)
        ({"d3": 1}, {"P@1": 0, "R@10": 1, "MRR@10": 1 / 3, "nDCG@10": 1 / log2(4)}),
        # at rank 11: too late for all
        ({"d11": 1}, {"P@1": 0, "R@10": 0, "MRR@10": 0, "nDCG@10": 0}),
        # never: counts zero, does not fall out
        ({"x": 1}, {"P@1": 0, "R@10": 0, "MRR@10": 0, "nDCG@10": 0}),
        # two of three found, at ranks 2 and 5
        (
            {"d2": 1, "d5": 1, "x": 1},
            {
                "P@1": 0,
                "R@10": 2 / 3,
                "MRR@10": 1 / 2,
                "nDCG@10": (1 / log2(3) + 1 / log2(6)) / (1 + 1 / log2(3) + 1 / log2(4)),
            },
        ),
        # grades: the better answer (2) at rank 2, the lesser at rank 1
        (
            {"d1": 1, "d2": 2},
            {"P@1": 1, "R@10": 1, "MRR@10": 1, "nDCG@10": (1 + 2 / log2(3)) / (2 + 1 / log2(3))},
        ),
    ],
)
def test_a_question_is_measured_as_by_hand(
    relevant: dict[str, int], expected: dict[str, float]
) -> None:
    (row,) = measure({"q": relevant}, {"q": RANKED})
    assert row.question == "q"
    assert dict(row.values) == pytest.approx(expected)


def test_a_question_without_any_hit_counts_zero() -> None:
    rows = measure({"q1": {"d1": 1}, "q2": {"d1": 1}, "q3": {"d1": 1}}, {"q1": ["d1"], "q2": []})
    assert [row.values["nDCG@10"] for row in rows] == [1.0, 0.0, 0.0]
    assert means(rows)["nDCG@10"] == 33.33


def test_a_question_that_nobody_judged_does_not_count() -> None:
    rows = measure({"q": {"d1": 1}}, {"q": ["d1"], "other": ["d1"]})
    assert [row.question for row in rows] == ["q"]


def test_means_are_percentages_with_two_decimals() -> None:
    rows = [Row("a", dict.fromkeys(MEASURES, 1.0)), Row("b", dict.fromkeys(MEASURES, 1 / 3))]
    assert means(rows) == dict.fromkeys(MEASURES, 66.67)
    assert means([]) == dict.fromkeys(MEASURES, 0.0)
