"""Whether words are about the years that a question asks for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from api.desk import head_of
from api.question import YEAR
from api.table_rows import row_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from api.question import Question
    from ingest.model import Document, Passage, Span

OPENS_WITH_YEAR = re.compile(
    r"\W*(?:(?:\d{1,2}(?:\.\d{1,2})*|[a-zđ])[.)]\s*)?"  # the label of an item
    r"(?:[Đđ]ến|[Tt]ới|[Vv]ào|[Tt]rong) (?:hết |cuối )?năm (?:19|20)\d\d\b(?!\s*[-–])"
)

# the same, and where a later sentence of the paragraph turns to another year
YEAR_ON = re.compile(
    rf"(?:^{OPENS_WITH_YEAR.pattern}|(?<=[.;]) (?:Đến|Tới|Vào) (?:hết |cuối )?năm (?:19|20)\d\d\b)",
    re.MULTILINE,
)


def supported_years(question: Question, document: Document, passage: Passage, span: Span) -> bool:
    """Tell whether each year asked for stands in the sentence, its heading trail or the head.

    A year that stands only elsewhere in the passage does not count: the passage may set 2030
    against 2045.
    """
    opening = OPENS_WITH_YEAR.match(span.of(document.text))
    if opening and not own_year_asked(question, document, opening.group()):
        return False
    if not opening and not _goes_on_to(question, document, span):
        return False
    heading = passage.text.split("\n", 1)[0]  # a section's first passage opens with its heading
    row = row_at(document.text, span)
    columns = row.inherited if row else ""
    titles = row.titled if row else ""
    # columns of years say which
    above = f"{passage.context} ; {titles}" if not YEAR.search(columns) else ""
    return years_stand(question, document, (span.of(document.text), heading, above, columns))


def _goes_on_to(question: Question, document: Document, span: Span) -> bool:
    """Tell whether the year that a paragraph opens with is asked, where a later sentence has none.

    "Đến năm 2020, … đóng góp 35 %. Giá trị sản phẩm … đạt 40 %" says nothing of 2030.
    """
    if not question.years or YEAR.search(span.of(document.text)):
        return True
    start = document.text.rfind("\n", 0, span.start) + 1
    openings = [found[0] for found in YEAR_ON.finditer(document.text, start, span.start)]
    return not openings or own_year_asked(question, document, openings[-1])


def own_year_asked(question: Question, document: Document, words: str) -> bool:
    """Tell whether any year asked for stands in ``words``, which say of which year they speak.

    A heading may name two ("đến năm 2020 và tầm nhìn 2030"); what says "đến năm 2020" is of that.
    """
    issued = document.info.issued
    asked = [year for year in question.years if not (issued and issued.year == year)]
    return not asked or any(str(year) in words for year in asked)


def years_stand(question: Question, document: Document, near: Sequence[str]) -> bool:
    """Tell whether each year asked for stands in the texts ``near``, or else in the head.

    What has a year of its own is not of the title's: "tầm nhìn đến năm 2050". The year of issue
    may only say which paper is meant.
    """
    issued = document.info.issued
    own = " ".join(near)
    asked = [str(y) for y in question.years if not (issued and issued.year == y)]
    if asked and YEAR.search(own) and not any(year in own for year in asked):
        return False
    return all(str(year) in f"{own} {head_of(document)}" for year in question.years)
