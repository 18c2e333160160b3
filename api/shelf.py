"""The library and the manifest as one list: documents held, and documents only known by name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

from api.model import Choice
from ingest.errors import AmbiguousDocumentError, UnknownDocumentError
from ingest.model import DocumentInfo
from ingest.symbols import matches, parse_number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from api.model import KnownDocument
    from index.catalog_records import Version
    from index.model import Hit, Query, State
    from ingest.model import Document, Fact, FactKind, Page, Passage, Reference
    from ingest.references import WrittenNumber


class Holdings(Protocol):
    """What the interfaces read of a library; ``index.library.Library`` is one."""

    def state(self) -> State:
        """Return the generation published and how much it holds."""
        ...

    def documents(self) -> tuple[DocumentInfo, ...]:
        """Return the heads of all documents held."""
        ...

    def document(self, document_id: str, /) -> Document:
        """Return one document whole."""
        ...

    def original(self, document_id: str, /) -> bytes:
        """Return the file as it was added."""
        ...

    def history(self, document_id: str, /) -> tuple[Version, ...]:
        """Return every version kept under an id, oldest first."""
        ...

    def passage(self, passage_id: str, /) -> Passage:
        """Return one passage."""
        ...

    def facts(
        self, kind: FactKind | None = None, documents: Sequence[str] = ()
    ) -> tuple[tuple[str, Fact], ...]:
        """Return the facts of the documents named (all, if none is), with their documents' ids."""
        ...

    def references_to(self, document_id: str, /) -> tuple[tuple[str, Reference], ...]:
        """Return who refers to a document."""
        ...

    def resolve(self, written: str, /) -> tuple[DocumentInfo, ...]:
        """Return the documents held that a written form may mean."""
        ...

    def frequency(self, folded: str, /) -> int:
        """Return how many passages hold a syllable, written without diacritics."""
        ...

    def holds(self, term: str, /) -> bool:
        """Tell whether any passage holds a syllable, or two joined, with the marks of ``term``."""
        ...

    def search(self, query: Query, /) -> tuple[Hit, ...]:
        """Return the passages that answer a query, best first."""
        ...

    def nearness(self, question: str, texts: Sequence[str], /) -> tuple[float, ...]:
        """Return how near each text is to the question in meaning."""
        ...


PAGES_KEPT: Final = 20_000  # documents whose pages are remembered; most have none


class NotHeldError(UnknownDocumentError):
    """The document is known by name, its text is not in the library."""

    def __init__(self, known: KnownDocument) -> None:
        super().__init__(
            f"{known.type} số {known.symbol} ngày {known.issued:%d/%m/%Y}: chưa có toàn văn trong "
            "thư viện. Thêm bằng lệnh: tracuu add TỆP (hoặc tracuu corpus sync)."
        )
        self.known = known


def as_info(known: KnownDocument) -> DocumentInfo:
    """Return the head of a known document, as if it were held."""
    return DocumentInfo(
        id=known.id,
        symbol=known.symbol,
        type=known.type,
        title=known.title,
        issuer=known.issuer,
        place=known.place,
        issued=known.issued,
        signer=known.signer,
        recipients=(),
        source=known.file or "",
        sha256="",
    )


def as_choice(info: DocumentInfo, *, held: bool) -> Choice:
    """Return a document as one of several to choose from."""
    return Choice(info.id, info.symbol, info.type, info.title, info.issuer, info.issued, held=held)


class Shelf:
    """Every document by id or any written form of its number, whether held or only known."""

    def __init__(self, library: Holdings, known: Sequence[KnownDocument]) -> None:
        self.library = library
        self.known = tuple(known)
        self._pages: dict[str, tuple[Page, ...]] = {}

    def pages(self, info: DocumentInfo) -> tuple[Page, ...]:
        """Return the pages of a held document; remembered, for every hit asks for them."""
        known = self._pages.get(info.sha256)
        if known is None:
            if len(self._pages) >= PAGES_KEPT:
                self._pages.clear()
            known = self._pages[info.sha256] = self.library.document(info.id).pages
        return known

    def rows(self) -> tuple[Choice, ...]:
        """Return every document, newest first, with whether its text is held."""
        rows = [as_choice(info, held=True) for info in self.library.documents()]
        absent = (known for known in self.not_held() if not known.homonym)
        rows += [as_choice(as_info(known), held=False) for known in absent]
        return tuple(sorted(rows, key=lambda row: (str(row.issued or ""), row.id), reverse=True))

    def not_held(self) -> tuple[KnownDocument, ...]:
        """Return the known documents whose text is missing, homonyms too."""
        held = {info.id for info in self.library.documents()}
        return tuple(known for known in self.known if known.id not in held)

    def named(self, document_id: str) -> DocumentInfo | None:
        """Return the head of a document, held or known; None if neither."""
        for info in self.library.documents():
            if info.id == document_id:
                return info
        return next((as_info(k) for k in self.known if k.id == document_id), None)

    def choices(self, written: str) -> tuple[Choice, ...]:
        """Return what ``written`` can mean, held documents first; an exact id means one."""
        exact = self.named(written)
        absent = self.not_held()
        if exact is not None:
            missing = [k for k in absent if k.id == written]
            return (
                as_choice(as_info(missing[0]), held=False)
                if missing
                else as_choice(exact, held=True),
            )
        held = tuple(as_choice(info, held=True) for info in self.library.resolve(written))
        number = parse_number(written)
        if number is None:
            return held
        rest = tuple(
            as_choice(as_info(k), held=False) for k in absent if matches(number, k.symbol, k.type)
        )
        return (*held, *rest)

    def bears(self, number: WrittenNumber) -> bool:
        """Tell whether any document, held or only known, bears ``number``."""
        held = ((info.symbol, info.type) for info in self.library.documents())
        known = ((each.symbol, each.type) for each in self.known)
        return any(symbol and matches(number, symbol, kind) for symbol, kind in (*held, *known))

    def document(self, document_id: str) -> Document:
        """Return a held document by its id."""
        return self.library.document(document_id)

    def find(self, written: str) -> Document:
        """Return the held document that an id or written number names.

        Raises:
            NotHeldError: it is known, its text is missing.
            AmbiguousDocumentError: several documents bear that number.
            UnknownDocumentError: nothing bears it.

        """
        choices = self.choices(written)
        if not choices:
            raise UnknownDocumentError(
                f"Không có văn bản nào ứng với “{written}”. Xem danh sách: tracuu documents."
            )
        if len(choices) > 1:
            raise AmbiguousDocumentError(
                f"“{written}” có thể là {len(choices)} văn bản khác nhau; hãy chọn theo mã.",
                tuple(choice.id for choice in choices),
            )
        if not choices[0].held:
            raise NotHeldError(next(k for k in self.known if k.id == choices[0].id))
        return self.library.document(choices[0].id)

    def ids(self, written: Sequence[str]) -> tuple[str, ...]:
        """Return the ids of the held documents that these forms name, for a filter."""
        return tuple(dict.fromkeys(self.find(form).info.id for form in written))
