"""The things a table lists, counted and told, where the question names the table or its group.

"Có bao nhiêu thủ tục cấp tỉnh" asks for the number of rows below "A. Thủ tục cấp tỉnh", "bãi bỏ
những thủ tục nào" for each of them: one row with the names of its columns tells neither.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Final

from api.answer_outline import states_figures
from api.answer_text import fitting
from api.asked_for import asked_number
from api.desk import TITLE_WORTH, TRAIL_WORTH, head_of
from api.evidence import COMPOUND, EXPANSIONS, Layer, holds, support, words_of
from api.named_bodies import names_bodies
from api.numerals import CARDINALS
from api.table_lists import FEWEST, Listed, lists_of
from api.table_roles import of_roles
from api.write import Draft, Line, Proof, capitalised, passage_of
from index.restore import syllable_model
from ingest.text import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from api.desk import Desk
    from api.evidence import Words
    from api.question import Question, Term
    from api.question_words import Kind
    from api.table_rows import Row
    from ingest.model import Document, Span

    Group = tuple[tuple[Span, ...], tuple[Row, ...]]

MOST_PAPERS: Final = 3  # that are looked at, where none is named
NEEDED: Final = 0.62  # share of the question that the titles, groups and rows must carry
MOST_BEFORE: Final = 600  # code points of what its part says before a table
APART: Final = 0.03  # by which the best table must lead
MOST_TOLD: Final = 30  # rows; of a longer list the first and the last of each group
_SEVERAL: Final = "|".join(word for word in CARDINALS if word != "mot")
THINGS: Final = re.compile(
    rf"\b(?:bao nhieu|nhung|cac|may|danh muc|(?P<number>{_SEVERAL}|\d{{1,3}}))"
    r"(?= (?P<one>[a-z]+)(?: (?P<two>[a-z]+))?)"
)
CALLED: Final = re.compile(r"Tên ([^\W\d][\w ]*)$")  # "Tên thủ tục hành chính"
DONE_AWAY: Final = re.compile(r"\b(?:bi )?(?:bai bo|huy bo)\b|\bhet hieu luc\b")
DROPPED: Final = re.compile(r"\b(?:bo|huy|thay|thay the|het hieu luc|cat giam)\b")
LEVEL: Final = "cap"  # "cấp xã", "cấp trung ương"
CENTRAL: Final = ("trung", "uong")
LEADS: Final = re.compile(r"\b(?:chu tri|phu trach|thuc hien|giao|lam|dam nhan|tham muu)\b")
JOINS: Final = re.compile(r"\bphoi hop\b")


def answer_table(desk: Desk) -> Draft | None:
    """Return the rows of the one table that the question names, or of its groups, or None."""
    question = desk.question
    if not (question.asks("list", "count") or asked_number(question) or _number(question)):
        return None
    papers = desk.documents() if desk.scope.documents else desk.documents()[:MOST_PAPERS]
    found = sorted(
        ((_share(desk, document, table, rows), document, table, rows)
         for document in papers for table in lists_of(document.text)
         if _is_of(question, document, table) and (rows := _rows(desk, document, table))
         and _figures_stand(question, document, table, rows)),
        key=lambda one: -one[0],
    )  # fmt: skip
    if not found or found[0][0] < NEEDED:
        return None
    (share, document, table, rows), *others = found
    if others and others[0][0] > share - APART:
        return None
    number = _number(question)
    if number and number != len(rows):
        return None
    if asked_number(question) is None:
        return _told(document, table, rows, counted=False)
    return _stated(desk, document, len(rows), _told(document, table, rows, counted=True))


def _stated(desk: Desk, document: Document, number: int, draft: Draft) -> Draft:
    """Return a draft behind the sentence of its paper that states the number, if any does."""
    nouns = (_forms(_noun(found)) for found in THINGS.finditer(desk.question.folded))
    named = "|".join(" ".join(form) for forms in nouns for form in forms if form)
    counted = re.compile(rf"(?<![\d.,/])0?{number}(?: \([^)]*\))?(?: \w+)? (?:{named})\b")
    said = (u for u in fitting(desk) if u.document is document and counted.search(fold(u.text)))
    lines = [_line(document, unit.span, unit.text) for unit in said][:1]
    return replace(draft, lines=(*lines, *draft.lines))


def _number(question: Question) -> int:
    """Return how many things are asked for: "hai thủ tục nào", 0 where none are counted."""
    found = THINGS.match(question.folded)
    number = found["number"] if found else None
    return 0 if not number else CARDINALS.get(number) or int(number)


def _is_of(question: Question, document: Document, table: Listed) -> bool:
    """Tell whether the rows of a table are the things asked for: "Tên nhiệm vụ", "Dự án".

    What is done away with is listed where the question says so, and nowhere else.
    """
    gone = DONE_AWAY.search(fold(_just_above(document, table))) is not None
    if gone and not DROPPED.search(question.folded):
        return False
    named = words_of(table.name).folded
    nouns = [_noun(found) for found in THINGS.finditer(question.folded)]
    return any(_named(noun, named) or _called(document, table, noun) for noun in nouns)


def _figures_stand(
    question: Question, document: Document, table: Listed, rows: Sequence[Row]
) -> bool:
    """Tell whether the years and figures of a question, but for how many it asks, are told."""
    others = tuple(f for f in question.figures if f.lstrip("0") != str(_number(question)))
    told = (part for row in rows for part in (row.told, *(g.of(document.text) for g in row.groups)))
    shown = (_titles(document, table), head_of(document), *told)
    return states_figures(replace(question, figures=others), shown)


def _called(document: Document, table: Listed, noun: Sequence[str]) -> bool:
    """Tell whether most rows are called what is asked for: "Xã A Lưới 1", "Xã A Lưới 2"."""
    opening = f"{' '.join(noun)} "
    labels = [fold(row.label.of(document.text)) for row in table.rows]
    return 2 * sum(label.startswith(opening) for label in labels) > len(labels)


def _named(noun: Sequence[str], words: frozenset[str]) -> bool:
    return any(words.issuperset(form) for form in _forms(noun))


def _forms(noun: Sequence[str]) -> list[tuple[str, ...]]:
    """Return the syllables of a noun, and of what it abbreviates."""
    full = EXPANSIONS.get(noun[0], ()) if noun else ()
    return [tuple(noun), *(tuple(map(fold, words)) for words in full)]


def _noun(found: re.Match[str]) -> tuple[str, ...]:
    one, two = found["one"], found["two"]
    return (one, two) if two and syllable_model().bound(one, two) > COMPOUND else (one,)


def _rows(desk: Desk, document: Document, table: Listed) -> tuple[Row, ...]:
    """Return the rows asked for: those of the groups named, which hold what the titles lack."""
    named = names_bodies(desk.bodies, (_titles(document, table), head_of(document)))
    rows = table.rows if named else tuple(r for r in table.rows if _of_body(desk, document, r))
    titles = f"{_titles(document, table)} ; {head_of(document)}"
    rows = _of_groups(desk.question, document, rows, words_of(titles))
    groups = " ; ".join(g.of(document.text) for row in rows for g in row.groups)
    return _holding(_telling(desk, bodies=named), rows, words_of(f"{titles} ; {groups}"))


def _holding(telling: Sequence[Term], rows: Sequence[Row], titles: Words) -> tuple[Row, ...]:
    """Return the rows that hold what neither the titles nor the groups say, all if none does.

    Of a word of two syllables a row must hold both: "quan" is none of "quan tâm".
    """
    lacking = frozenset(support(telling, (Layer(titles, 1.0),)).missing)
    wanted = {(one.folded, two.folded) for one, two in pairwise(telling)
              if one in lacking or two in lacking}  # fmt: skip
    held = [wanted & words_of(row.told).pairs for row in rows]
    most = max(map(len, held), default=0)
    return tuple(row for row, pairs in zip(rows, held, strict=True) if len(pairs) == most)


def _telling(desk: Desk, *, bodies: bool) -> tuple[Term, ...]:
    """Return the words that tell one thing from others, without a body's where cells name it."""
    body = {word for forms in desk.bodies for form in forms for word in form.split()}
    kept = (t for t in _terms(desk.question) if not t.weak)
    return tuple(t for t in kept if bodies or t.folded not in body)


def _terms(question: Question) -> tuple[Term, ...]:
    """Return the words of a question without the number of the things asked for."""
    return question.terms[1:] if _number(question) else question.terms


def _of_body(desk: Desk, document: Document, row: Row) -> bool:
    """Tell whether a row is of the body asked about, in the part that it has."""
    roles: list[Kind] = ["partners"] if JOINS.search(desk.question.folded) else []
    roles += ["who"] if LEADS.search(desk.question.folded) else []
    cells = of_roles(roles, document.text, row) or row.cells
    return names_bodies(desk.bodies, [cell.of(document.text) for cell in cells])


def _of_groups(
    question: Question, document: Document, rows: tuple[Row, ...], titles: Words
) -> tuple[Row, ...]:
    """Return the rows of the groups that the question names, all where it names none or each.

    None where no group has all that is named: "văn hóa và du lịch" are several groups in part.
    """
    above = {row.groups: words_of(" ; ".join(g.of(document.text) for g in row.groups))
             for row in rows}  # fmt: skip
    held = {groups: _held(question.terms, words, titles) for groups, words in above.items()}
    telling = frozenset().union(*held.values())
    telling -= frozenset.intersection(*held.values()) if held else frozenset()
    whole = tuple(row for row in rows if held[row.groups] >= telling)
    if whole or any(LEVEL not in pair and pair != CENTRAL for pair in telling):
        return whole
    return tuple(row for row in rows if held[row.groups] & telling)


def _held(terms: Sequence[Term], words: Words, titles: Words) -> frozenset[tuple[str, str]]:
    """Return the neighbouring words of a question that stand so in the names of groups.

    Those that the titles have tell no group from another, but for a level: "cấp xã".
    """
    pairs = ((one.folded, two.folded) for one, two in pairwise(terms))
    own = {pair for pair in pairs if pair in words.pairs}
    short = {(LEVEL, t.folded) for one, t in pairwise(terms) if one.folded == LEVEL
             and t.folded in EXPANSIONS and holds(words, t)}  # fmt: skip
    return frozenset(
        short | {pair for pair in own if LEVEL in pair[:1] or pair not in titles.pairs}
    )


def _titles(document: Document, table: Listed) -> str:
    """Return the words above a table: its titles, the headings it stands under, its columns."""
    lead = [span.of(document.text) for span in table.head.lead]
    trail = passage_of(document, table.head.rows).context
    columns = table.head.rows.of(document.text)
    return " ; ".join((*lead, trail, _just_above(document, table), columns))


def _just_above(document: Document, table: Listed) -> str:
    """Return what the part in which a table stands says before it, and the line above it."""
    start = passage_of(document, table.head.rows).span.start
    before = document.text[start : table.head.rows.start][-MOST_BEFORE:]
    return " ; ".join((*(span.of(document.text) for span in table.head.lead[:1]), before))


def _share(desk: Desk, document: Document, table: Listed, rows: Sequence[Row]) -> float:
    text = document.text
    groups = " ; ".join(group.of(text) for row in rows for group in row.groups)
    title = " ; ".join(span.of(text) for span in table.head.lead[:1])
    layers = (
        Layer(words_of(f"{title} ; {groups} ; {table.name}"), 1.0),
        Layer(words_of(_titles(document, table)), TRAIL_WORTH),
        Layer(words_of(rows[0].told), TRAIL_WORTH),
        Layer(words_of(head_of(document)), TITLE_WORTH),
    )
    return support(_terms(desk.question), layers).share


def _told(document: Document, table: Listed, rows: Sequence[Row], *, counted: bool) -> Draft:
    """Return the rows, each below what heads it, of a long list the first and the last."""
    text = document.text
    groups = [(heads, tuple(own)) for heads, own in groupby(rows, key=lambda row: row.groups)]
    lines = [_line(document, span, span.of(text)) for span in table.head.lead[:1]]
    above: tuple[Span, ...] = ()
    for heads, own in groups:
        lines += (_line(document, span, span.of(text)) for span in heads if span not in above)
        above = heads
        shown = own if len(rows) <= MOST_TOLD else (own[0], own[-1]) if len(own) > 1 else own
        lines += (_line(document, row.span, _entry(text, row)) for row in shown)
    lead = _count(text, table, groups) if counted or len(rows) > MOST_TOLD else ""
    return Draft(tuple(lines), lead=lead)


def _count(text: str, table: Listed, groups: Sequence[Group]) -> str:
    """Return the number of the rows, and that of each outermost group where there are several."""
    tops: dict[Span, int] = {}
    for heads, own in groups:
        if heads:
            tops[heads[0]] = tops.get(heads[0], 0) + len(own)
    called = CALLED.match(table.name)
    counted = f"{sum(len(own) for _, own in groups):02} {called[1] if called else 'nội dung'}"
    parts = [(" ".join(top.of(text).split()), number) for top, number in tops.items()]
    if len(parts) < FEWEST:
        return f"{counted} ({parts[0][0]}):" if parts else f"{counted}:"
    return f"{counted}, gồm: {'; '.join(f'{top}: {number:02}' for top, number in parts)}."


def _entry(text: str, row: Row) -> str:
    number = row.cells[0].of(text).strip("*. ") if row.cells else ""
    return f"{number}. {row.label.of(text)}" if number else row.label.of(text)


def _line(document: Document, span: Span, words: str) -> Line:
    return Line(capitalised(words), (Proof(document, span),))
