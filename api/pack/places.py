"""Where the words of a pack stand: quotations with their place, and parts of a fact by offset."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from api.facts_query import period_of
from api.pack.model import Quote
from api.to_wire import official
from api.write import passage_of, trimmed
from ingest.model import Span
from ingest.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ingest.model import Document, Fact, Goal, Section

BETWEEN = 12  # characters that may stand between "đạt", "tối thiểu" and the figure


def quote_at(document: Document, span: Span) -> Quote:
    """Return the words at ``span`` with the passage they stand in and its official place.

    Raises:
        LookupError: no passage begins at or before the span and holds its first character.

    """
    passage = passage_of(document, span)
    return Quote(
        text=span.of(document.text),
        span=span,
        passage_id=passage.id,
        label=passage.label,
        official=official(passage.label, document.info),
    )


def in_one_passage(document: Document, span: Span) -> bool:
    """Tell whether a span of words lies inside one passage and on one line, outside tables."""
    words = span.of(document.text)
    if not words.strip() or "\n" in words or "|" in words:
        return False
    try:
        return passage_of(document, span).span.holds(span)
    except LookupError:
        return False


def once(document: Document, words: str, within: Span) -> Span | None:
    """Return where ``words`` stand in a span, as whole words, if they stand there once."""
    pattern = rf"(?<!\w){re.escape(words)}(?!\w)"
    found = [m.span() for m in re.finditer(pattern, within.of(document.text))]
    if len(found) != 1:
        return None
    return Span(within.start + found[0][0], within.start + found[0][1])


def figure_span(text: str, goal: Goal) -> Span | None:
    """Return where the figure of a goal is printed, "%" included; None unless it is certain."""
    if not goal.value:
        return None
    unit = (goal.unit or "").split(" ", 1)[0].split("/", 1)[0]
    pattern = rf"(?<![\w.,/-]){re.escape(goal.value)}(?!\d)(?![.,/]\d)"
    if unit:
        pattern += rf"(?:\s?(?P<unit>{re.escape(unit)})(?!\w))"
    found = list(re.finditer(pattern, goal.span.of(text)))
    if len(found) != 1:
        return None
    start = goal.span.start + found[0].start()
    end = start + len(goal.value)
    if unit == "%":
        end = goal.span.start + found[0].end()
    return Span(start, end)


def level_span(text: str, goal: Goal) -> Span | None:
    """Return the words that say how much: "tối thiểu 30% GDP"; at least the figure itself."""
    figure = figure_span(text, goal)
    if figure is None or goal.value is None:
        return None
    start, end = figure.start, figure.start + len(goal.value)
    before = text[max(goal.span.start, start - BETWEEN - len(goal.comparator or "")) : start]
    if goal.comparator and goal.comparator in before:
        start -= len(before) - before.rindex(goal.comparator)
    if goal.unit:
        after = re.match(rf"\s?{re.escape(goal.unit)}", text[end : goal.span.end])
        end = end + after.end() if after else figure.end
    return Span(start, end)


def ancestors(document: Document, path: tuple[str, ...]) -> Iterator[Section]:
    """Yield the sections on the way to ``path``, outermost first."""
    here = document.sections
    for depth in range(1, len(path) + 1):
        found = next((s for s in here if s.path == path[:depth]), None)
        if found is None:
            return
        yield found
        here = found.children


def opening(section: Section) -> Span:
    """Return the part of a section before its first child."""
    end = section.children[0].span.start if section.children else section.span.end
    return Span(section.span.start, end)


def heading_span(document: Document, section: Section) -> Span | None:
    """Return where the heading of a section is printed, or None where it has none."""
    if not section.heading:
        return None
    at = document.text.find(section.heading, section.span.start, section.span.end)
    return Span(at, at + len(section.heading)) if at >= 0 else None


def phrase_span(document: Document, fact: Fact) -> Span | None:
    """Return where the time of a fact is written: in its words, its passage or a heading above."""
    period = period_of(fact)
    if period is None:
        return None
    above = [opening(section) for section in ancestors(document, fact.path)]
    for place in (fact.span, passage_of(document, fact.span).span, *reversed(above)):
        at = place.of(document.text).find(period.phrase)
        span = Span(place.start + at, place.start + at + len(period.phrase))
        if at >= 0 and in_one_passage(document, span):
            return span
    return None


def named_span(document: Document, name: str, within: Span) -> Span | None:
    """Return where a body's name first stands in a span."""
    at = within.of(document.text).find(name)
    return Span(within.start + at, within.start + at + len(name)) if at >= 0 else None


def cut(document: Document, span: Span, length: int) -> tuple[Span, bool]:
    """Return the span cut at a blank to at most ``length`` characters, and whether it is whole."""
    span = trimmed(document.text, span)
    if span.end - span.start <= length:
        return span, True
    words = document.text[span.start : span.start + length]
    return Span(span.start, span.start + max(words.rfind(" "), 1)), False


def same_words(first: str, second: str) -> bool:
    """Tell whether two stretches say the same, whatever their case and blanks."""
    return fold(" ".join(first.split())) == fold(" ".join(second.split()))


def evidence(document: Document, span: Span) -> str:
    """Return all that proves a line quoted at ``span``: its passages, and the headings above."""
    shown = []
    for passage in document.passages:
        if passage.span.start < span.end and span.start < passage.span.end:
            shown += [passage.text, passage.context]
            above = ancestors(document, passage.path)
            shown += [opening(section).of(document.text) for section in above]
    return "\n".join(shown)


def proved(document: Document, span: Span, words: Iterable[str]) -> bool:
    """Tell whether each of the words stands in what proves a line quoted at ``span``."""
    shown = " ".join(evidence(document, span).split())
    return all(" ".join(word.split()) in shown for word in words)
