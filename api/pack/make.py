"""One document becomes a study pack, which is checked against the text before it is given out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from api.pack import contents
from api.pack.bank import ENOUGH, make_bank
from api.pack.check import PackError, check
from api.pack.model import Option, Piece, RelationRow, StudyPack
from api.pack.places import in_one_passage, quote_at
from api.shelf import as_info
from api.to_wire_documents import related_from, relations
from ingest.header import official_name, short_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from api.pack.model import Edition, Question, Quote
    from api.shelf import Shelf
    from ingest.model import Document, DocumentInfo

CITED: Final = "văn bản này viện dẫn"
NEAREST: Final = 10  # held documents of a type that wrong answers may be data of
NAMED_AT: Final = 3  # places shown where the text names another document


def study_pack(document: Document, shelf: Shelf, edition: Edition) -> StudyPack:
    """Return the pack of a document for trainers or participants, every line verified.

    Raises:
        PackError: a line is not what the document says; nothing is given out.

    """
    others = neighbours(document, shelf)
    pack = draft(document, others, related(document, shelf))
    failures = check(pack, document, others)
    if failures:
        raise PackError(pack.official, failures)
    return pack if edition == "trainer" else for_participants(pack)


def draft(
    document: Document, others: tuple[DocumentInfo, ...], rows: tuple[RelationRow, ...] = ()
) -> StudyPack:
    """Return the trainer's pack, not yet checked."""
    data = contents.official_data(document)
    groups = contents.essentials(document)
    pack = StudyPack(
        document_id=document.info.id,
        official=official_name(document.info),
        short=short_name(document.info),
        title=document.info.title,
        edition="trainer",
        data=data,
        outline=contents.outline(document),
        essentials=groups,
        goals=contents.goal_rows(document),
        tasks=contents.task_rows(document),
        deadlines=contents.deadline_rows(document),
        relations=rows,
        questions=make_bank(document, others, data, groups),
        notes=(),
    )
    return replace(pack, notes=tuple(_notes(pack, document)))


def _notes(pack: StudyPack, document: Document) -> Iterator[str]:
    """Yield what the reader must know of the pack, in Vietnamese."""
    closed = sum(question.kind != "open" for question in pack.questions)
    if not (pack.goals or pack.tasks or pack.deadlines):
        yield "Không tìm thấy mục tiêu, nhiệm vụ có chủ thể hay thời hạn trong văn bản."
    if len(pack.questions) < ENOUGH:
        yield (
            f"Ngân hàng có {len(pack.questions)} câu hỏi ({closed} câu có đáp án): chỉ hỏi những "
            "điều chứng minh được bằng nguyên văn; văn bản này không có thêm số liệu, thời hạn, "
            "chủ thể nào đủ chắc chắn để hỏi."
        )
    if contents.is_outline_cut(document):
        yield "Văn bản dài nên phần bố cục chỉ nêu các đề mục."
    if document.health.verdict != "tốt":
        yield "Văn bản được đọc chưa trọn vẹn (“cần xem lại”): hãy đối chiếu với bản gốc."


def neighbours(document: Document, shelf: Shelf) -> tuple[DocumentInfo, ...]:
    """Return the documents whose official data may stand beside this one's, by id.

    They are those known by name, those it refers to, and held ones of its own type and of the
    types of those it refers to, nearest in time.
    """
    found = {known.id: as_info(known) for known in shelf.known}
    found |= {info.id: info for info in _nearest(document, shelf)}
    for reference in document.references:
        for choice in shelf.choices(reference.symbol):
            info = shelf.named(choice.id)
            if info is not None:
                found[info.id] = info
    found.pop(document.info.id, None)
    return tuple(found[key] for key in sorted(found))


def _nearest(document: Document, shelf: Shelf) -> list[DocumentInfo]:
    """Return the held documents of each type that may stand beside this one, nearest in time."""
    own = document.info

    def far(info: DocumentInfo) -> tuple[int, str]:
        days = abs((info.issued - own.issued).days) if info.issued and own.issued else 0
        return days, info.id

    held = sorted((i for i in shelf.library.documents() if i.issued and i.symbol), key=far)
    kinds = {own.type, *(reference.type for reference in document.references)}
    return [info for kind in kinds for info in [i for i in held if i.type == kind][:NEAREST]]


def related(document: Document, shelf: Shelf) -> tuple[RelationRow, ...]:
    """Return the official relations of a document, then the documents it only refers to."""
    rows: dict[str, RelationRow] = {}
    own = document.info.id
    for shape in relations(own, shelf):
        _add(rows, document, shelf.named(shape.target), f"văn bản này {shape.kind}")
    for shape in related_from(own, shelf):
        _add(rows, document, shelf.named(shape.target), f"{shape.kind} văn bản này")
    for reference in document.references:
        choices = shelf.choices(reference.symbol)
        if reference.symbol == document.info.symbol or reference.symbol in rows:
            continue
        info = shelf.named(choices[0].id) if len(choices) == 1 else None
        if info is not None:
            _add(rows, document, info, CITED)
        elif in_one_passage(document, reference.span):
            words = reference.span.of(document.text)
            named = _named(document, reference.symbol)
            rows[reference.symbol] = RelationRow(CITED, words, "", named)
    return tuple(rows.values())


def _add(
    rows: dict[str, RelationRow], document: Document, info: DocumentInfo | None, kind: str
) -> None:
    if info is None or info.id == document.info.id:
        return
    key = info.symbol or info.id
    sources = _named(document, key)
    if key not in rows:
        rows[key] = RelationRow(kind, official_name(info), info.title, sources)


def _named(document: Document, symbol: str) -> tuple[Quote, ...]:
    places = [r.span for r in document.references if r.symbol == symbol]
    return tuple(quote_at(document, s) for s in places if in_one_passage(document, s))[:NAMED_AT]


def for_participants(pack: StudyPack) -> StudyPack:
    """Return the pack without keys, and without anything that gives them away."""
    return replace(pack, edition="participant", questions=tuple(map(_without_key, pack.questions)))


def _without_key(question: Question) -> Question:
    """Return a question as a participant sees it; its id tells the kind and the place only."""
    shown = tuple(
        Piece(piece.text, "gap" if piece.role == "gap" else "quote") for piece in question.shown
    )
    options = tuple(Option(option.text) for option in question.options)
    return replace(question, shown=shown, options=options, right=None, key="", sources=())
