"""A study pack as a file: its form, its media type and its name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from api.pack.make import study_pack

if TYPE_CHECKING:
    from api.pack.model import Edition, StudyPack
    from api.shelf import Shelf
    from ingest.model import Document

PackForm: TypeAlias = Literal["docx", "pptx", "html", "json"]

MEDIA_TYPES: Final[dict[PackForm, str]] = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "html": "text/html; charset=utf-8",
    "json": "application/json",
}
READERS: Final[dict[Edition, str]] = {"participant": "hoc-vien", "trainer": "giang-vien"}


def pack_file(document: Document, shelf: Shelf, form: PackForm, edition: Edition) -> bytes:
    """Return the verified pack of a document in a form.

    Raises:
        PackError: a line of it is not what the document says.

    """
    return written(study_pack(document, shelf, edition), form)


def written(pack: StudyPack, form: PackForm) -> bytes:
    """Return a pack as a file of that form; the writer of another form is not loaded."""
    if form == "docx":
        from api.pack.word import as_docx  # noqa: PLC0415 -- slow to import, needed only here

        return as_docx(pack)
    if form == "pptx":
        from api.pack.slides import as_pptx  # noqa: PLC0415 -- likewise

        return as_pptx(pack)
    if form == "html":
        from api.pack.page import as_html  # noqa: PLC0415 -- likewise

        return as_html(pack)
    from api.pack.as_json import as_json  # noqa: PLC0415 -- likewise

    return as_json(pack)


def file_name(document: Document, form: PackForm, edition: Edition) -> str:
    """Return the name under which a pack is saved: "tai-lieu-57-nq-tw-2024-12-22-hoc-vien.docx"."""
    return f"tai-lieu-{document.info.id}-{READERS[edition]}.{form}"
