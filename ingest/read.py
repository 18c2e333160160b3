"""From bytes to a Document: the steps, in their order, and nothing else."""

from __future__ import annotations

import hashlib
from itertools import islice
from pathlib import PurePath
from typing import TYPE_CHECKING

from ingest.errors import ConfirmationNeededError, NotADocumentError, UnjudgedError
from ingest.facts import find_facts
from ingest.formats import read_raw
from ingest.header import document_id, read_header, short_name
from ingest.header_file import other_number, with_file_name
from ingest.health import assess
from ingest.model import Document, DocumentInfo
from ingest.passages import make_passages
from ingest.references import find_references
from ingest.secrecy import check_stamps, first_page_unreadable
from ingest.structure import find_sections
from ingest.text import canonical

if TYPE_CHECKING:
    from ingest.model import Header, RawText

FEWEST_LETTERS = 20  # below this there is no sentence, so nothing to cite


def read_document(data: bytes, source: str, *, confirmed: bool = False) -> Document:
    """Return the document that ``data`` holds, with everything found in it.

    ``source`` is a file name or address; only its last part is kept. ``confirmed`` is a person's
    explicit yes to keeping a document with a handling mark or an unreadable first page.

    Raises:
        ReadError: the bytes cannot become a document.
        SecretDocumentError: a secrecy stamp stands near the head of a page.
        ConfirmationNeededError: a handling mark was found and ``confirmed`` is false.

    """
    raw = read_raw(data)
    _admit(raw, confirmed=confirmed)
    canon = canonical(raw)
    letters = filter(str.isalpha, canon.text)
    if sum(1 for _ in islice(letters, FEWEST_LETTERS)) < FEWEST_LETTERS:
        raise NotADocumentError(
            "Tệp không có nội dung văn bản đọc được. Hãy kiểm tra lại tệp rồi thêm lần nữa."
        )
    name = PurePath(source.rstrip("/").replace("\\", "/")).name
    head = with_file_name(read_header(canon.text), canon.text, name, raw.guessed)
    info = _info(head, data, name)
    sections = find_sections(canon.text, head.body)
    return Document(
        info=info,
        text=canon.text,
        pages=canon.pages,
        sections=sections,
        passages=make_passages(info.id, short_name(info), canon.text, sections, head.body),
        facts=find_facts(canon.text, sections, head.body, info.issued),
        references=find_references(canon.text),
        health=assess(raw, canon, head, sections, other_number(head, name)),
    )


def _admit(raw: RawText, *, confirmed: bool) -> None:
    """Refuse what may not be kept, before anything of it goes further."""
    pages = ["\n".join(page.lines) for page in raw.pages]
    marks = check_stamps(pages)
    if confirmed:
        return
    if first_page_unreadable(pages):
        raise UnjudgedError(
            "Trang đầu không đọc được chữ nên chưa kiểm tra được dấu mật. "
            "Nếu chắc chắn văn bản không mật, hãy thêm lại kèm xác nhận (--yes)."
        )
    if marks:
        raise ConfirmationNeededError(
            f"Văn bản có dấu “{'”, “'.join(marks)}”. "
            "Nếu được phép đưa vào thư viện, hãy thêm lại kèm xác nhận (--yes)."
        )


def _info(head: Header, data: bytes, name: str) -> DocumentInfo:
    """Return the head as stored; a name that anybody can give a file makes no identity."""
    digest = hashlib.sha256(data).hexdigest()
    own = document_id(head.symbol, head.type, head.issuer, head.issued)
    return DocumentInfo(
        id=f"tep-{digest[:12]}" if head.from_file or not own else own,
        symbol=head.symbol,
        type=head.type,
        title=head.title,
        issuer=head.issuer,
        place=head.place,
        issued=head.issued,
        signer=head.signer,
        recipients=head.recipients,
        source=name,
        sha256=digest,
        from_file=head.from_file,
    )
