"""The value types of answering: five outcomes that a caller must tell apart.

``Answered`` and ``Partial`` carry claims and citations; ``NotFound`` and ``Ambiguous`` never
do, ``NotHeld`` only those of a digest. A refusal is a result, not a failure.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from datetime import date

    from index.model import Hit
    from ingest.model import DocumentInfo, Fact, Span

CitationSource: TypeAlias = Literal["text", "digest"]
RelationKind: TypeAlias = Literal["thực hiện", "gắn với", "căn cứ", "sửa đổi", "thay thế"]


@dataclass(frozen=True, slots=True)
class Relation:
    """How one document stands to another: KH 180 *thực hiện* NQ 57."""

    kind: RelationKind
    target: str


@dataclass(frozen=True, slots=True)
class KnownDocument:
    """A record of ``corpus/manifest.toml``: official data of a document, held or not.

    ``file`` is the shipped file's name in ``corpus/``; ``addresses`` are where the full text
    was seen; ``sha256`` is the digest of the canonical text where it is shipped. A ``homonym``
    is recorded only because it bears the number of another document, and is not listed.
    """

    id: str
    symbol: str
    type: str
    title: str
    issuer: str
    issued: date
    place: str | None = None
    signer: str | None = None
    file: str | None = None
    sha256: str | None = None
    addresses: tuple[str, ...] = ()
    relations: tuple[Relation, ...] = ()
    homonym: bool = False


@dataclass(frozen=True, slots=True)
class Citation:
    """The proof of a claim: ``quote == text[span]`` of the document's canonical text.

    ``official`` is fit to be pasted into a paper: "khoản 4, mục III, Kế hoạch số 180-KH/TU,
    ngày 18/02/2025 của …"; ``prefix`` and ``suffix`` are the words around the quote. With the
    source ``digest`` the text is a digest's, in other words than the document's own.
    ``ocr_confidence`` (0 to 1) is set where a part of the quote was read from a picture.
    """

    number: int
    document: DocumentInfo
    passage_id: str
    path: tuple[str, ...]
    label: str
    page: int | None
    quote: str
    span: Span
    prefix: str
    suffix: str
    official: str
    source: CitationSource = "text"
    ocr_confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """One sentence of the answer (``answer[start:end]``) and the citations that prove it."""

    text: str
    start: int
    end: int
    citations: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Answered:
    """The question is answered; every claim is verified against its citations."""

    answer: str
    claims: tuple[Claim, ...]
    citations: tuple[Citation, ...]
    facts: tuple[tuple[str, Fact], ...] = ()
    nearest: tuple[Hit, ...] = ()


@dataclass(frozen=True, slots=True)
class Partial:
    """The matter is spoken of, the thing asked is not stated; cites what is said."""

    answer: str
    claims: tuple[Claim, ...]
    citations: tuple[Citation, ...]
    nearest: tuple[Hit, ...] = ()


@dataclass(frozen=True, slots=True)
class NotFound:
    """Nothing in the library supports an answer; ``nearest`` are passages to read instead."""

    answer: str
    nearest: tuple[Hit, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """A document that a short form could mean; ``held`` tells whether its text is here."""

    id: str
    symbol: str | None
    type: str | None
    title: str
    issuer: str | None
    issued: date | None
    held: bool


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """The short form names several documents: the person has to choose."""

    answer: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class NotHeld:
    """The question is about a document that is known or referred to, but not in the library.

    Claims and citations, if any, are those of its digest.
    """

    answer: str
    missing: tuple[Choice, ...]
    nearest: tuple[Hit, ...] = ()
    claims: tuple[Claim, ...] = ()
    citations: tuple[Citation, ...] = ()


Outcome: TypeAlias = Answered | Partial | NotFound | Ambiguous | NotHeld
