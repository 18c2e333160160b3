"""A row of a table falls into its cells, each a slice of the text."""

from __future__ import annotations

import pytest

from ingest.cells import cells_of
from ingest.model import Span


@pytest.mark.parametrize(
    ("row", "cells"),
    [
        ("1 | Cà phê | 26.120", ["1", "Cà phê", "26.120"]),
        ("| 1 | Cà phê | 26.120 |", ["1", "Cà phê", "26.120"]),
        ("| Dưới 30 biên chế | 95", ["Dưới 30 biên chế", "95"]),
        ("|  | Cả năm |  | 12", ["", "Cả năm", "", "12"]),
        ("2 | Xe ô tô |", ["2", "Xe ô tô"]),
    ],
)
def test_the_cells_of_a_row_are_slices(row: str, cells: list[str]) -> None:
    text = f"Trước\n{row}\nSau"
    start = text.index(row)
    assert [cell.of(text) for cell in cells_of(text, Span(start, start + len(row)))] == cells
