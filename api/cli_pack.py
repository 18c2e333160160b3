"""``tracuu study-pack``: what a trainer hands out about one document, as a file."""

# Only what the help needs is imported here; the rest when the command runs.
from pathlib import Path
from typing import Annotated

from typer import Context, Option

from api.cli_options import PackEdition, PackForm, Written, settings_of
from api.terminal import tell
from ingest.errors import TracuuError


def study_pack(
    context: Context,
    written: Written,
    *,
    out: Annotated[Path, Option("-o", "--output", help="Ghi vào tệp này; đuôi tệp cho biết dạng.")],
    form: Annotated[PackForm | None, Option("--format", help="Dạng tệp.")] = None,
    edition: Annotated[
        PackEdition,
        Option(
            "--edition", help="participant: bản học viên, không có đáp án; trainer: giảng viên."
        ),
    ] = PackEdition.participant,
) -> int:
    """Soạn tài liệu học tập: bố cục, nội dung cốt lõi, bảng số liệu, ngân hàng câu hỏi."""
    from api.pack.files import pack_file  # noqa: PLC0415 -- help does not wait for it
    from api.wiring import wire  # noqa: PLC0415 -- likewise

    chosen = form or _form_of(out)
    parts = wire(settings_of(context))
    with parts.library:
        document = parts.shelf.find(written)
        content = pack_file(document, parts.shelf, chosen.value, edition.value)
    try:
        out.write_bytes(content)
    except OSError as error:
        raise TracuuError(
            f"Không ghi được tệp {out}: {error.strerror}. Hãy chọn thư mục khác cho -o."
        ) from error
    tell(f"Đã ghi tài liệu học tập vào {out}; mọi dòng đã được đối chiếu với văn bản.")
    return 0


def _form_of(out: Path) -> PackForm:
    """Return the form that the name of a file tells."""
    try:
        return PackForm(out.suffix.lstrip(".").lower())
    except ValueError:
        raise TracuuError(
            f"Tên tệp “{out.name}” không cho biết dạng; hãy dùng đuôi .docx, .pptx, .html, .json "
            "hoặc thêm --format."
        ) from None
