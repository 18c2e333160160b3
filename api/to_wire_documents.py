"""Documents, passages and what is known of them as the shapes that travel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from api.shelf import as_choice, as_info
from api.to_wire import citation_shape, document_url, official, page_at
from api.wire import Choice, DocumentProblem, DocumentRef, RelationShape
from api.wire_documents import (
    AddedShape,
    CompareResponse,
    DocumentDetail,
    DocumentRow,
    HealthShape,
    InfoShape,
    PairShape,
    PassageDetail,
    PassageShape,
    ReferenceShape,
    VersionShape,
)
from ingest.header import official_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from api.compare import Pair
    from api.model import KnownDocument
    from api.shelf import Holdings, Shelf
    from api.uploads import Added
    from api.wire import Problem
    from index.catalog_records import Version
    from ingest.model import Document, Passage, Reference


def document_rows(shelf: Shelf) -> tuple[DocumentRow, ...]:
    """Return every document, newest first, held or only known."""
    infos = {known.id: as_info(known) for known in shelf.known}
    infos |= {info.id: info for info in shelf.library.documents()}
    rows = []
    for choice in shelf.rows():
        info = infos.get(choice.id)
        head = DocumentRef.model_validate(choice).model_dump()
        name = official_name(info) if info else choice.title
        url = document_url(choice.id)
        rows.append(DocumentRow(**head, held=choice.held, official=name, url=url))
    return tuple(rows)


def document_detail(document: Document, shelf: Shelf) -> DocumentDetail:
    """Return what is known of a held document, references and relations both ways."""
    info = document.info
    return DocumentDetail(
        info=InfoShape.model_validate(info),
        official=official_name(info),
        url=document_url(info.id),
        references=tuple(_reference(reference, shelf) for reference in document.references),
        referenced_by=_referring(info.id, shelf),
        relations=relations(info.id, shelf),
        related_from=related_from(info.id, shelf),
        health=HealthShape.model_validate(document.health),
        versions=version_shapes(shelf.library.history(info.id)),
        passages=len(document.passages),
        characters=len(document.text),
    )


def version_shapes(versions: Iterable[Version]) -> tuple[VersionShape, ...]:
    """Return the versions of a document, oldest first."""
    return tuple(
        VersionShape(
            number=number,
            sha256=version.sha256,
            source=version.source,
            stored_at=version.stored_at,
            current=version.removed is None,
        )
        for number, version in enumerate(versions, 1)
    )


def added_shape(added: Added) -> AddedShape:
    """Return what became of a file that was sent."""
    info = added.document.info
    return AddedShape(
        outcome=added.outcome,
        id=info.id,
        official=official_name(info),
        url=document_url(info.id),
        health=HealthShape.model_validate(added.document.health),
    )


def _reference(reference: Reference, shelf: Shelf) -> ReferenceShape:
    """Return a reference with the documents it can mean; a date in it settles which."""
    targets = _targets(reference, shelf)
    return ReferenceShape.model_validate(reference).model_copy(update={"targets": targets})


def _targets(reference: Reference, shelf: Shelf) -> tuple[str, ...]:
    return tuple(
        choice.id
        for choice in shelf.choices(reference.symbol)
        if reference.issued in {None, choice.issued}
    )


def _referring(document_id: str, shelf: Shelf) -> tuple[DocumentRef, ...]:
    """Return the held documents that refer to a document, held or known."""
    library = shelf.library
    if any(info.id == document_id for info in library.documents()):
        owners = {owner for owner, _ in library.references_to(document_id)}
    else:
        owners = {info.id for info in library.documents() if _refers(info.id, document_id, shelf)}
    heads = (shelf.named(owner) for owner in sorted(owners - {document_id}))
    return tuple(DocumentRef.model_validate(head) for head in heads if head is not None)


def _refers(owner: str, document_id: str, shelf: Shelf) -> bool:
    references = shelf.document(owner).references
    return any(document_id in _targets(reference, shelf) for reference in references)


def relations(document_id: str, shelf: Shelf) -> tuple[RelationShape, ...]:
    """Return the official relations of a document to others, from its record."""
    return _related(
        ((r.kind, r.target) for k in shelf.known if k.id == document_id for r in k.relations), shelf
    )


def related_from(document_id: str, shelf: Shelf) -> tuple[RelationShape, ...]:
    """Return who stands in an official relation to a document."""
    return _related(
        ((r.kind, k.id) for k in shelf.known for r in k.relations if r.target == document_id), shelf
    )


def _related(pairs: Iterable[tuple[str, str]], shelf: Shelf) -> tuple[RelationShape, ...]:
    shapes = []
    for kind, other in pairs:
        info = shelf.named(other)
        head = DocumentRef.model_validate(info) if info else None
        shapes.append(RelationShape(kind=kind, target=other, document=head))
    return tuple(shapes)


def not_held_problem(problem: Problem, known: KnownDocument, shelf: Shelf) -> DocumentProblem:
    """Return a 404 that tells what is known of a document whose text is missing."""
    return DocumentProblem(
        **problem.model_dump(),
        document=DocumentRef.model_validate(as_info(known)),
        relations=relations(known.id, shelf),
        related_from=related_from(known.id, shelf),
        referenced_by=_referring(known.id, shelf),
    )


def choices(ids: Sequence[str], shelf: Shelf) -> tuple[Choice, ...]:
    """Return the documents of these ids to choose from."""
    held = {info.id for info in shelf.library.documents()}
    found = ((one, shelf.named(one)) for one in ids)
    return tuple(
        Choice.model_validate(as_choice(info, held=one in held)) for one, info in found if info
    )


def passage_detail(passage: Passage, library: Holdings) -> PassageDetail:
    """Return a passage with its place and its neighbours."""
    document = library.document(passage.document_id)
    ids = [each.id for each in document.passages]
    at = ids.index(passage.id)
    return PassageDetail(
        passage=PassageShape.model_validate(passage),
        document=DocumentRef.model_validate(document.info),
        page=page_at(document.pages, passage.span.start),
        official=official(passage.label, document.info),
        url=document_url(document.info.id, passage.path),
        previous=ids[at - 1] if at else None,
        following=ids[at + 1] if at + 1 < len(ids) else None,
    )


def comparison(
    documents: tuple[Document, Document], pairs: Sequence[Pair], took_ms: float
) -> CompareResponse:
    """Return two documents side by side as the contract's one shape."""
    first, second = (DocumentRef.model_validate(document.info) for document in documents)
    return CompareResponse(
        first=first,
        second=second,
        pairs=tuple(map(_pair_shape, pairs)),
        total=len(pairs),
        carried_out=sum(pair.match is not None for pair in pairs),
        took_ms=took_ms,
    )


def _pair_shape(pair: Pair) -> PairShape:
    return PairShape(
        kind=pair.kind,
        source=citation_shape(pair.source),
        match=citation_shape(pair.match) if pair.match else None,
        share=round(pair.share, 3),
    )
