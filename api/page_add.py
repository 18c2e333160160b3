"""The page "Thêm văn bản": what became of each file that was sent, in words and figures."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Literal

from api.intake import Consent
from api.page_documents import file_kind
from api.problems import problem_of
from api.to_wire import document_url
from api.uploads import RefusedFileError
from ingest.errors import (
    ConfirmationNeededError,
    PoorerCopyError,
    SecretDocumentError,
    TracuuError,
)
from ingest.header import official_name
from ingest.health import HEAD_FIELDS
from ingest.issued import print_date

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import TypeAlias

    from api.multipart import FileForm, SentFile
    from api.uploads import Uploads
    from ingest.model import DocumentInfo, Health

    Tone: TypeAlias = Literal["good", "wait", "bad"]

MOST_FILES: Final = 20  # in one form sent without JavaScript
YES_TO: Final = "yes_to"
REPLACE_WITH: Final = "replace_with"
"""The fields that hold the digest of the one file a person has said yes to: to its handling
mark, and to its taking the place of a copy that was read better."""

QUESTIONS: Final = {
    YES_TO: "Tôi được phép và đồng ý thêm",
    REPLACE_WITH: "Tôi đồng ý thay bản đang có bằng tệp này",
}
OUTCOMES: Final = {
    "added": "Đã thêm",
    "replaced": "Đã thêm, thay bản trước",
    "held": "Đã có từ trước, không có gì mới",
}
TONES: Final[dict[str, Tone]] = {"tốt": "good", "cần xem lại": "wait", "không tin cậy được": "bad"}
RESUMED: Final = "Đã có {before}/{of} trang nhận dạng từ lần trước."
KEPT: Final = "Bản gốc và lý do được giữ lại; xem bằng lệnh tracuu rejected."
NOT_KEPT: Final = "Không giữ bản sao nào của tệp này."
OPTIONS: Final = re.compile(r" \(--\w+\)")  # what the messages call a yes on the command line


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
    """What became of one file.

    Where a person's yes would let it in, ``yeses`` are the fields to send with it: what was said
    yes to before, and what is asked now; ``asks`` is the question, as the words of a button.
    """

    source: str
    title: str
    tone: Tone
    says: str = ""
    report: Report | None = None
    asks: str = ""
    yeses: tuple[tuple[str, str], ...] = ()


def results(uploads: Uploads, form: FileForm) -> tuple[Result, ...]:
    """Take in each file of a form by itself and return what became of it."""
    return tuple(_result(uploads, file, form.fields) for file in form.files())


def _result(uploads: Uploads, file: SentFile, fields: Mapping[str, str]) -> Result:
    """Return what became of a file; a yes counts for the file it was said to, for no other."""
    digest = hashlib.sha256(file.data).hexdigest()
    said = {name for name in QUESTIONS if fields.get(name) == digest}
    try:
        added = uploads.add(file.data, file.source, Consent(YES_TO in said, REPLACE_WITH in said))
    except TracuuError as error:
        refused = _refused(file.source, error)
        asked = _asked_by(error)
        if asked is None:
            return refused
        yeses = tuple((name, digest) for name in QUESTIONS if name in {*said, asked})
        return replace(refused, tone="wait", asks=QUESTIONS[asked], yeses=yeses)
    health = added.document.health
    report = _report(added.document.info, health)
    title = OUTCOMES[added.outcome]
    at = added.resumed
    says = RESUMED.format(before=at.before, of=at.of) if at else ""
    return Result(file.source, title, TONES[health.verdict], says, report)


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


def _asked_by(error: TracuuError) -> str | None:
    """Return the field by which a person's yes would be told, where one is asked for."""
    cause = error.cause if isinstance(error, RefusedFileError) else error
    if isinstance(cause, PoorerCopyError):
        return REPLACE_WITH
    return YES_TO if isinstance(cause, ConfirmationNeededError) else None


def _refused(source: str, error: TracuuError) -> Result:
    cause = error.cause if isinstance(error, RefusedFileError) else error
    said = OPTIONS.sub("", str(cause))
    if isinstance(error, RefusedFileError) and not isinstance(cause, SecretDocumentError):
        said = f"{said} {KEPT if error.kept else NOT_KEPT}"
    return Result(source, problem_of(cause).title, "bad", says=said)
