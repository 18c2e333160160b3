"""The shapes of documents as JSON; field names are those of ``ingest.model``."""

from datetime import date
from typing import Literal

from pydantic import ConfigDict, Field

from api.wire import CitationShape, DocumentRef, RelationShape, Shape, SpanShape


class InfoShape(Shape):
    """The head of a document."""

    id: str
    symbol: str | None
    type: str | None
    title: str
    issuer: str | None
    place: str | None
    issued: date | None
    signer: str | None
    recipients: tuple[str, ...]
    source: str
    sha256: str
    from_file: tuple[Literal["symbol", "issued"], ...] = Field(
        (), description="phần lấy từ tên tệp vì văn bản để trống hoặc viết tay: cần đối chiếu"
    )


class SectionShape(Shape):
    """One part of the body with the parts inside it."""

    path: tuple[str, ...]
    label: str
    heading: str
    span: SpanShape
    children: tuple["SectionShape", ...]


class PassageShape(Shape):
    """What is indexed and cited."""

    id: str
    document_id: str
    path: tuple[str, ...]
    label: str
    span: SpanShape
    text: str
    context: str


class ReferenceShape(Shape):
    """Another document named in the text; ``targets`` are the known documents it can mean."""

    symbol: str
    type: str | None
    issuer: str | None
    issued: date | None
    span: SpanShape
    targets: tuple[str, ...] = ()


class HealthShape(Shape):
    """How well the document could be read."""

    verdict: Literal["tốt", "cần xem lại", "không tin cậy được"]
    reasons: tuple[str, ...]
    format: str
    encoding: str | None
    pages: int
    pages_without_text: tuple[int, ...]
    fields_missing: tuple[str, ...]
    numbering_gaps: tuple[str, ...]
    lost_characters: int
    marks: tuple[str, ...]
    recognised_pages: tuple[int, ...] = Field((), description="các trang nhận dạng từ bản quét")
    recognised_share: float = Field(0.0, description="phần số trang nhận dạng từ bản quét")
    recognised_confidence: float | None = None
    hidden: tuple[str, ...] = Field((), description="chữ ẩn, không đưa vào văn bản")
    tables_not_understood: int = Field(0, description="số bảng không hiểu được")
    broken_share: float = Field(0.0, description="phần chữ không thành âm tiết tiếng Việt")


class VersionShape(Shape):
    """One version of a document; ``current`` is the one that answers."""

    number: int
    sha256: str
    source: str
    stored_at: str
    current: bool


class DocumentRow(DocumentRef):
    """One line of the list; ``official`` is the name fit to be pasted into a paper."""

    held: bool
    official: str
    url: str


class DocumentsResponse(Shape):
    """Every document held or known by name."""

    documents: tuple[DocumentRow, ...]
    total: int


class DocumentDetail(Shape):
    """What is known of one held document, references out and in, and its health."""

    info: InfoShape
    held: bool = True
    official: str
    url: str
    references: tuple[ReferenceShape, ...]
    referenced_by: tuple[DocumentRef, ...]
    relations: tuple[RelationShape, ...]
    related_from: tuple[RelationShape, ...]
    health: HealthShape
    versions: tuple[VersionShape, ...] = Field((), description="các bản đã giữ, mới nhất sau cùng")
    passages: int = Field(description="số đoạn")
    characters: int = Field(description="số ký tự của toàn văn chuẩn")


class AddedShape(Shape):
    """What became of a file that was sent: its document and how well it could be read."""

    outcome: Literal["added", "replaced", "held"]
    id: str
    official: str
    url: str
    health: HealthShape


class Outline(Shape):
    """The section tree of a document."""

    document: DocumentRef
    sections: tuple[SectionShape, ...]


class PassageDetail(Shape):
    """One passage with its document, its official citation and its neighbours."""

    passage: PassageShape
    document: DocumentRef
    page: int | None
    official: str
    url: str
    previous: str | None
    following: str | None


class PairShape(Shape):
    """A goal or task of the first document, and what carries it out in the second (null: none).

    ``share`` is how much of the duty's own words the nearest sentence of the second holds.
    """

    kind: Literal["goal", "task"]
    source: CitationShape
    match: CitationShape | None
    share: float = Field(ge=0, le=1)


class CompareResponse(Shape):
    """Every goal and task of one document against another, in the order of the first's text."""

    model_config = ConfigDict(serialize_by_alias=True)

    first: DocumentRef = Field(serialization_alias="from")
    second: DocumentRef = Field(serialization_alias="to")
    pairs: tuple[PairShape, ...]
    total: int
    carried_out: int = Field(description="số mục tiêu, nhiệm vụ có đoạn thực hiện")
    took_ms: float
