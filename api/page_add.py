"""The page "Thêm văn bản": what became of each file that was sent, in words and figures."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from api.page_documents import file_kind
from api.problems import problem_of
from api.to_wire import document_url
from api.uploads import RefusedFileError
from ingest.errors import ConfirmationNeededError, SecretDocumentError, TracuuError
from ingest.header import official_name
from ingest.health import HEAD_FIELDS
from ingest.issued import print_date

if TYPE_CHECKING:
    from typing import TypeAlias

    from api.multipart import FileForm, SentFile
    from api.uploads import Uploads
    from ingest.model import DocumentInfo, Health

    Tone: TypeAlias = Literal["good", "wait", "bad"]

MOST_FILES: Final = 20  # in one form sent without JavaScript
YES_TO: Final = "yes_to"
"""The field that holds the digest of the one file a person has said yes to."""

OUTCOMES: Final = {
    "added": "Đã thêm",
    "replaced": "Đã thêm, thay bản trước",
    "held": "Đã có từ trước, không có gì mới",
}
TONES: Final[dict[str, Tone]] = {"tốt": "good", "cần xem lại": "wait", "không tin cậy được": "bad"}
KEPT: Final = "Bản gốc và lý do được giữ lại; xem bằng lệnh tracuu rejected."
NOT_KEPT: Final = "Không giữ bản sao nào của tệp này."
OPTION: Final = " (--yes)"  # what the messages call a person's yes on the command line


@dataclass(frozen=True, slots=True)
class Report:
    """A document that is in the library now: how well it could be read, and its head as read.

    Of ``head``, each field has its name and its value, empty where it was not found.
    """

    name: str
    url: str
    verdict: str
    reasons: tuple[str, ...]
    head: tuple[tuple[str, str], ...]
    format: str


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one file. ``yes_to`` is its digest where a person's yes would let it in."""

    source: str
    title: str
    tone: Tone
    says: str = ""
    report: Report | None = None
    yes_to: str = ""


def results(uploads: Uploads, form: FileForm) -> tuple[Result, ...]:
    """Take in each file of a form by itself and return what became of it."""
    said_yes_to = form.fields.get(YES_TO, "")
    return tuple(_result(uploads, file, said_yes_to) for file in form.files())


def _result(uploads: Uploads, file: SentFile, said_yes_to: str) -> Result:
    """Return what became of a file; a yes counts for the file it was said to, for no other."""
    digest = hashlib.sha256(file.data).hexdigest()
    try:
        added = uploads.add(file.data, file.source, confirmed=digest == said_yes_to)
    except TracuuError as error:
        return _refused(file.source, error, digest)
    health = added.document.health
    report = _report(added.document.info, health)
    title = OUTCOMES[added.outcome]
    return Result(file.source, title, TONES[health.verdict], report=report)


def _report(info: DocumentInfo, health: Health) -> Report:
    return Report(
        name=official_name(info),
        url=document_url(info.id),
        verdict=health.verdict,
        reasons=health.reasons,
        head=tuple((name, _value(info, field)) for field, name in HEAD_FIELDS),
        format=file_kind(health),
    )


def _value(info: DocumentInfo, field: str) -> str:
    if field == "issued":
        return print_date(info.issued) if info.issued else ""
    return getattr(info, field) or ""


def _refused(source: str, error: TracuuError, digest: str) -> Result:
    cause = error.cause if isinstance(error, RefusedFileError) else error
    asks = isinstance(cause, ConfirmationNeededError)
    said = str(cause).replace(OPTION, "")
    if isinstance(error, RefusedFileError) and not isinstance(cause, SecretDocumentError):
        said = f"{said} {KEPT if error.kept else NOT_KEPT}"
    return Result(
        source=source,
        title=problem_of(cause).title,
        tone="wait" if asks else "bad",
        says=said,
        yes_to=digest if asks else "",
    )
