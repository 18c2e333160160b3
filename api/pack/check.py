"""A whole pack against the canonical text: what fails here is not given out.

Nothing is taken over from the making: quotations are cut from the text anew, and what a right
answer says and a wrong one must not say is worked out again from the pack's own words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from api.pack.check_questions import question_failures
from api.pack.places import proved, same_words
from api.pack.proofs import Grounds
from api.to_wire import official
from ingest.errors import TracuuError
from ingest.header import official_name, short_name
from ingest.issued import print_date, read_date

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from api.pack.model import Datum, Quote, StudyPack
    from ingest.model import Document, DocumentInfo

SHOWN: Final = 3  # failures named in the message


class PackError(TracuuError):
    """A line of a study pack is not what the document says; the pack is not given out."""

    def __init__(self, name: str, failures: Sequence[str]) -> None:
        named = "; ".join(failures[:SHOWN])
        super().__init__(
            f"Tài liệu học tập của {name} không được xuất vì {len(failures)} dòng không khớp "
            f"nguyên văn: {named}. Hãy chạy tracuu check; nếu vẫn lỗi, hãy thêm lại văn bản."
        )
        self.failures = tuple(failures)


def check(
    pack: StudyPack, document: Document, others: Sequence[DocumentInfo] = ()
) -> tuple[str, ...]:
    """Return what is wrong with a trainer's pack, in Vietnamese; empty if every line holds."""
    grounds = Grounds(document)
    return (
        *_head_failures(pack, document),
        *(f for quote in quotes(pack) for f in quote_failures(quote, document)),
        *_row_failures(pack, document),
        *_relation_failures(pack, document, others),
        *_id_failures(pack),
        *(f for q in pack.questions for f in question_failures(q, grounds, others)),
    )


def quotes(pack: StudyPack) -> Iterator[Quote]:
    """Yield every quotation of a pack."""
    yield from (datum.source for datum in pack.data if datum.source)
    yield from (row.quote for row in pack.outline)
    yield from (quote for group in pack.essentials for quote in group.quotes)
    yield from (row.source for row in pack.goals)
    yield from (row.source for row in pack.tasks)
    yield from (row.source for row in pack.deadlines)
    yield from (quote for relation in pack.relations for quote in relation.sources)
    for question in pack.questions:
        yield from question.sources
        yield from (option.source for option in question.options if option.source)


def quote_failures(quote: Quote, document: Document) -> Iterator[str]:
    """Yield what is wrong with a quotation: its words, its passage or its official place."""
    if quote.span.of(document.text) != quote.text or not quote.text.strip():
        yield f"“{quote.text}” không phải nguyên văn tại vị trí đã ghi"
        return
    passage = next((p for p in document.passages if p.id == quote.passage_id), None)
    if passage is None or not passage.span.start <= quote.span.start < passage.span.end:
        yield f"“{quote.text}” không nằm trong đoạn {quote.passage_id}"
    elif quote.label != passage.label or quote.official != official(passage.label, document.info):
        yield f"“{quote.text}” ghi sai nơi dẫn: {quote.official}"


def _head_failures(pack: StudyPack, document: Document) -> Iterator[str]:
    info = document.info
    told = (pack.document_id, pack.official, pack.short, pack.title)
    if told != (info.id, official_name(info), short_name(info), info.title):
        yield "dữ liệu chính thức của văn bản bị ghi sai"
    if pack.edition != "trainer":
        yield "chỉ kiểm chứng được bản dành cho giảng viên"
    yield from (f for datum in pack.data for f in _datum_failures(datum, document))


def _datum_failures(datum: Datum, document: Document) -> Iterator[str]:
    info = document.info
    issued = print_date(info.issued) if info.issued else ""
    known = {info.type, info.symbol, info.title, info.issuer, issued, info.signer}
    if datum.text not in known:
        yield f"{datum.name}: “{datum.text}” không phải dữ liệu chính thức"
    source = datum.source
    printed = source is None or same_words(source.text, datum.text)
    if source is not None and not printed and read_date(source.text) != info.issued:
        yield f"{datum.name}: “{datum.text}” khác nơi dẫn “{source.text}”"


def _row_failures(pack: StudyPack, document: Document) -> Iterator[str]:
    """Yield the cells of the tables that do not stand where their row is quoted from."""
    rows: list[tuple[Quote, tuple[str, ...]]] = []
    rows += [(row.source, (row.measure, row.figure, row.horizon)) for row in pack.goals]
    rows += [(row.source, (*row.owner, row.action, *row.partners, row.due)) for row in pack.tasks]
    rows += [(row.source, (row.what, *row.owner, row.due)) for row in pack.deadlines]
    for source, cells in rows:
        if not proved(document, source.span, filter(None, cells)):
            yield f"dòng bảng “{' | '.join(cells)}” có ô không có trong {source.official}"
    headings = {section.heading for section in document.walk() if section.heading}
    for line in pack.outline:
        if line.whole and line.quote.text not in headings and _is_cut(line.quote, document):
            yield f"đề mục “{line.quote.text}” không trọn vẹn"


def _is_cut(quote: Quote, document: Document) -> bool:
    """Tell whether a quotation stops inside a word."""
    after = document.text[quote.span.end : quote.span.end + 1]
    return quote.text[-1:].isalnum() and after.isalnum()


def _relation_failures(
    pack: StudyPack, document: Document, others: Sequence[DocumentInfo]
) -> Iterator[str]:
    names = {official_name(info) for info in others}
    cited = {reference.span.of(document.text) for reference in document.references}
    for row in pack.relations:
        if row.official not in names | cited:
            yield f"văn bản liên quan không rõ nguồn: {row.official}"


def _id_failures(pack: StudyPack) -> Iterator[str]:
    ids = [question.id for question in pack.questions]
    yield from (f"mã câu hỏi lặp lại: {one}" for one in sorted(set(ids)) if ids.count(one) > 1)
