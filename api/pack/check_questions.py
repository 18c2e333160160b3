"""One question against the text: what it shows, its key, and that every other answer is wrong."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from api.pack.places import evidence, heading_span, same_words
from api.pack.proofs import YEAR, apart, bodies_in, differ, exclusive, is_single, numbers
from ingest.bodies import body_key
from ingest.dates import find_periods
from ingest.header import official_name, short_name
from ingest.issued import print_date
from ingest.model import Span
from ingest.text import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from api.pack.model import Option, Piece, Question
    from api.pack.proofs import Grounds
    from ingest.model import DocumentInfo, Period

FEWEST_OPTIONS: Final = 3
GIVEN: Final = re.compile(r"^giao ")  # "Giao Đảng ủy … chủ trì"
LEVEL: Final = re.compile("“(?P<level>[^”]*)”")
HEAD_LENGTH: Final = 1500
KEYS: Final = {1: "Đúng", 0: "Sai"}


def question_failures(
    question: Question, grounds: Grounds, others: Sequence[DocumentInfo]
) -> Iterator[str]:
    """Yield what is wrong with a question, each line beginning with its id."""
    found = [*_ask_failures(question, grounds), *_shown_failures(question, grounds)]
    if not question.sources:
        found.append("không có căn cứ")
    elif question.kind == "choice":
        found += _choice_failures(question, grounds, others)
    elif question.kind == "statement":
        found += _statement_failures(question, grounds)
    elif question.kind == "gap" and not any(p.role == "gap" for p in question.shown):
        found.append("không có chỗ trống")
    yield from (f"câu {question.id}: {failure}" for failure in found)


def _ask_failures(question: Question, grounds: Grounds) -> Iterator[str]:
    """Yield the figures and bodies of the instruction that neither sources nor head hold."""
    info = grounds.document.info
    shown = [official_name(info), short_name(info)]
    for source in question.sources:
        shown += [source.text, source.official, evidence(grounds.document, source.span)]
    known = " ".join(shown)
    strange = numbers(question.ask) - numbers(known)
    named = body_key(known)
    strange |= {
        name for name in bodies_in(question.ask) if is_single(name) and body_key(name) not in named
    }
    if strange:
        yield f"câu dẫn nêu điều không có trong căn cứ: {', '.join(sorted(strange))}"


def _shown_failures(question: Question, grounds: Grounds) -> Iterator[str]:
    for piece in question.shown:
        if piece.role in {"quote", "swap"} and (
            piece.span is None or piece.span.of(grounds.text) != piece.text
        ):
            yield f"“{piece.text}” không phải nguyên văn"
        if piece.role == "gap" and (
            piece.span is None or not same_words(piece.span.of(grounds.text), question.key)
        ):
            yield f"đáp án “{question.key}” không phải lời của văn bản tại chỗ trống"
    if any(piece.role == "link" for piece in question.shown):
        when = question.shown[0]
        stated = any(when.span and source.span.holds(when.span) for source in question.sources)
        if when.role != "swap" and not stated:
            yield f"căn cứ không nêu “{when.text}”"
    if _clause(question) is None and question.shown:
        yield "lời hiện ra không liền mạch trong văn bản"
    links = any(piece.role == "link" for piece in question.shown)
    own = [p.text for p in question.shown[2 if links else 0 :] if p.role == "quote"]
    if question.about in {"figure", "period", "body"} and not grounds.alone(own):
        yield "lời hiện ra có ở hai nơi trong văn bản"


def _clause(question: Question) -> Span | None:
    """Return the stretch of the text that is shown, gap and swap filled with what stands there."""
    own = [piece for piece in question.shown if piece.role != "link"]
    links = [piece.role for piece in question.shown].count("link")
    if links:  # what stands before the link is the time, quoted by itself
        own = own[1:]
    if not own or links > 1:
        return None
    source = question.sources[0].span if question.sources else None
    at = source.start if own[0].role == "swap" and source else _start(own[0])
    start = at
    for piece, after in zip(own, [*own[1:], None], strict=True):
        if piece.role == "swap":
            at = _start(after) if after else (source.end if source else at)
        elif piece.span is None or piece.span.start != at:
            return None
        else:
            at = piece.span.end
    return Span(start, at)


def _start(piece: Piece) -> int:
    return piece.span.start if piece.span else -1


def _replaced(question: Question) -> tuple[Span | None, Piece | None]:
    """Return where a swap or gap stands in the clause, and the piece that stands there."""
    clause = _clause(question)
    at = clause.start if clause else 0
    own = list(question.shown)
    if any(piece.role == "link" for piece in own):
        if own[0].role == "swap":
            return (question.sources[-1].span, own[0])
        own = own[2:]
    for piece, after in zip(own, [*own[1:], None], strict=True):
        if piece.role in {"swap", "gap"}:
            end = _start(after) if after else (clause.end if clause else at)
            return Span(at, end), piece
        at = piece.span.end if piece.span else at
    return None, None


def _choice_failures(
    question: Question, grounds: Grounds, others: Sequence[DocumentInfo]
) -> Iterator[str]:
    options, right = question.options, question.right
    if right is None or not 0 <= right < len(options) or len(options) < FEWEST_OPTIONS:
        yield "không đủ phương án"
        return
    if len({fold(" ".join(o.text.split())) for o in options}) < len(options):
        yield "có hai phương án giống nhau"
    if not same_words(options[right].text, question.key) or options[right].source is None:
        yield "đáp án không trùng phương án đúng"
    elif not _proved_right(question, grounds):
        yield f"căn cứ không chứng minh đáp án “{question.key}”"
    for number, option in enumerate(options):
        yield from _option_failures(question, option, others)
        if number != right and not _wrong(question, option, grounds):
            yield f"không chứng minh được phương án “{option.text}” là sai"


def _proved_right(question: Question, grounds: Grounds) -> bool:
    """Tell whether the sources state the key: its words, its section, or the official data."""
    info = grounds.document.info
    if question.about == "document" and not question.id.endswith("cited"):
        issued = print_date(info.issued) if info.issued else None
        return question.key == (issued if question.id.endswith("issued") else info.issuer)
    if question.about == "place":
        source = question.options[question.right or 0].source
        here = question.sources[0].span
        held = [s for s in grounds.document.walk() if s.span.holds(here)]
        heads = (heading_span(grounds.document, section) for section in held)
        return source is not None and any(head and head.holds(source.span) for head in heads)
    key = fold(question.key)
    if question.about == "body":
        return GIVEN.sub("", fold(question.sources[0].text), count=1).startswith(key)
    return any(key in fold(source.text) for source in question.sources)


def _option_failures(
    question: Question, option: Option, others: Sequence[DocumentInfo]
) -> Iterator[str]:
    """Yield whether an option is neither words of the document nor data of another."""
    if option.source is not None:
        printed = same_words(option.source.text, option.text)
        if not printed and question.about != "document":
            yield f"phương án “{option.text}” khác nơi dẫn của nó"
        return
    info = next((info for info in others if info.id == option.document_id), None)
    issued = print_date(info.issued) if info and info.issued else None
    if info is None or option.text not in {info.issuer, issued, short_name(info)}:
        yield f"phương án “{option.text}” không rõ nguồn"


def _statement_failures(question: Question, grounds: Grounds) -> Iterator[str]:
    swaps = [piece for piece in question.shown if piece.role == "swap"]
    if question.right not in KEYS or question.key != KEYS[question.right]:
        yield "đáp án không hợp lệ"
    elif question.right == 1 and swaps:
        yield "nhận định ghi là đúng nhưng không phải nguyên văn"
    elif question.right == 0:
        if len(swaps) != 1:
            yield "nhận định ghi là sai nhưng không thay điều gì"
        elif not _wrong(question, swaps[0], grounds):
            yield f"không chứng minh được “{swaps[0].text}” là sai"


def _wrong(question: Question, answer: Option | Piece, grounds: Grounds) -> bool:
    """Tell whether an answer is proved wrong: by figure, time, body, place or document."""
    proofs: dict[str, Callable[[Question, Option | Piece, Grounds], bool]] = {
        "figure": _wrong_figure,
        "content": _wrong_measure,
        "period": _wrong_period,
        "body": _wrong_body,
        "place": _wrong_place,
        "document": _wrong_document,
    }
    proof = proofs.get(question.about)
    return proof is not None and proof(question, answer, grounds)


def _matter(question: Question, grounds: Grounds) -> tuple[str, str]:
    """Return the clause without what is asked for, and what is asked for."""
    clause, (place, _) = question.sources[0].span, _replaced(question)
    text = grounds.text
    if place is None or not clause.holds(place):
        return clause.of(text), (place.of(text) if place else question.key)
    before, after = text[clause.start : place.start], text[place.end : clause.end]
    return f"{before} {after}", place.of(text)


def _year(question: Question) -> int | None:
    """Return the year for which a goal is set: of the source that gives its time."""
    for source in reversed(question.sources):
        if years := YEAR.findall(source.text):
            return max(map(int, years))
    return None


def _wrong_figure(question: Question, answer: Option | Piece, grounds: Grounds) -> bool:
    matter, key = _matter(question, grounds)
    sentence = grounds.sentence(question.sources[0].span).of(grounds.text)
    return (
        apart(answer.text, key)
        and not numbers(answer.text) & numbers(sentence)
        and not grounds.states_figure(matter, answer.text, _year(question))
    )


def _wrong_measure(question: Question, answer: Option | Piece, grounds: Grounds) -> bool:
    level = LEVEL.search(question.ask)
    if level is None or not numbers(level["level"]):
        return False
    return not grounds.states_figure(answer.text, level["level"], _year(question))


def _wrong_period(question: Question, answer: Option | Piece, grounds: Grounds) -> bool:
    matter, key = _matter(question, grounds)
    said = _period(answer.text, grounds)
    true = _period(key if question.kind == "statement" else question.key, grounds)
    sentence = fold(grounds.sentence(question.sources[0].span).of(grounds.text))
    if said is None or true is None or fold(answer.text) in sentence:
        return False
    source = question.sources[0].span
    return exclusive(said, true) and not grounds.states_period(matter, said, source)


def _period(words: str, grounds: Grounds) -> Period | None:
    found = find_periods(words, grounds.document.info.issued)
    return found[0][1] if len(found) == 1 else None


def _wrong_body(question: Question, answer: Option | Piece, grounds: Grounds) -> bool:
    matter, key = _matter(question, grounds)
    owner = key if question.kind == "statement" else question.key
    sentence = grounds.sentence(question.sources[0].span).of(grounds.text)
    if question.kind == "choice":
        matter = question.text
    return (
        differ(answer.text, owner)
        and all(differ(answer.text, name) for name in bodies_in(sentence))
        and not grounds.names_body(matter, answer.text)
    )


def _wrong_place(question: Question, answer: Option | Piece, grounds: Grounds) -> bool:
    """Tell whether the words shown stand once in the text, and not under this heading."""
    source = getattr(answer, "source", None)
    if source is None or grounds.times(question.text) != 1:
        return False
    headed = [
        section
        for section in grounds.document.walk()
        if (span := heading_span(grounds.document, section)) and span.holds(source.span)
    ]
    here = question.sources[0].span
    return bool(headed) and not any(section.span.holds(here) for section in headed)


def _wrong_document(question: Question, answer: Option | Piece, grounds: Grounds) -> bool:
    """Tell whether data of another document are not this one's, nor named at its head."""
    info = grounds.document.info
    if question.id.endswith("cited"):
        symbol = answer.text.rsplit(" ", 1)[-1]
        return not grounds.times(symbol)
    if question.id.endswith("issued"):
        return answer.text != question.key and info.issued is not None
    head = fold(grounds.text[:HEAD_LENGTH])
    return differ(answer.text, question.key) and fold(answer.text) not in head
