"""A number is read as another only where the runs around it need that other."""

from __future__ import annotations

import pytest
from outlines import outline, parse

from ingest.structure import find_by_path, numbering_gaps

MISREAD = [
    # the letter l typed as the figure 1
    ("i) A;\nk) B;\n1) C;\n- D\nm) E.", [*"ghik", "l", "l/-1", "m"]),
    ("i/ A\nk/ B\n1/ C\nm/ D", [*"ghik", "l", "m"]),
    # a list of its own, the end of the run
    ("i) A;\nk) B gồm:\n1) C;\n2) D;\nm) E.", [*"ghik", "k/1", "k/2", "m"]),
]
LOST = [
    # the word of two articles is lost
    (
        "Điều 15. Thuế\n1. A.\n2. B.\n16. Lệ phí\nMiễn.\n17. Phí\n1. C.\nĐiều 18. Giá",
        ["Điều 15", "Điều 15/1", "Điều 15/2", "Điều 16", "Điều 17", "Điều 17/1", "Điều 18"],
    ),
    # a clause after a gap, the next clause, an article that follows its number
    (
        "Điều 3. Một\n1. A.\n2. B.\n4. C.\nĐiều 4. Hai",
        ["Điều 3", *(f"Điều 3/{n}" for n in "124"), "Điều 4"],
    ),
    ("Điều 1. Một\n1. A.\n2. B.\nĐiều 3. Ba", ["Điều 1", "Điều 1/1", "Điều 1/2", "Điều 3"]),
]


BRACKETS = [
    ("I/ HOÀN THUẾ\n1/ Một:\n- A.\n2) Hai:\n- B.\n3/ Ba.", ["1", "1/-1", "2", "2/-1", "3"]),
    # a list of its own, and a bracket that no number follows
    ("I/ HOÀN THUẾ\n1/ Một gồm:\n1) A;\n2) B;\n3/ Ba.", ["1", "1/1", "1/2", "3"]),
    ("I/ HOÀN THUẾ\n1/ Một.\nII/ TRUY THU\n2) Hai.\n1/ Ba.", ["1"]),
]


@pytest.mark.parametrize(("text", "tail"), BRACKETS)
def test_a_bracket_between_two_clauses_is_the_clause_they_lack(text: str, tail: list[str]) -> None:
    assert [path for path in outline(text) if path.startswith("I/")] == [f"I/{n}" for n in tail]


@pytest.mark.parametrize(("text", "tail"), MISREAD)
def test_a_figure_1_is_the_letter_l_between_k_and_m(text: str, tail: list[str]) -> None:
    paths = outline("Điều 9. Hồ sơ\n" + "".join(f"{sign}) Một;\n" for sign in "abcdđegh") + text)
    assert paths[7:] == [f"Điều 9/{name}" for name in tail]


@pytest.mark.parametrize(("text", "paths"), LOST)
def test_a_number_is_an_article_only_where_the_articles_lack_it(
    text: str, paths: list[str]
) -> None:
    assert outline(text) == paths


def test_an_article_without_its_word_keeps_its_heading_and_leaves_no_gap() -> None:
    sections = parse(LOST[0][0])
    found = find_by_path(sections, ("Điều 16",))
    assert found is not None
    assert (found.heading, numbering_gaps(sections)) == ("Lệ phí", ())
