"""The options that several commands share."""

import sys
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeAlias

from typer import Argument, Context, Exit, Option

if TYPE_CHECKING:
    from api.settings import Settings

AsJson: TypeAlias = Annotated[bool, Option("--json", help="In JSON cho chương trình đọc.")]
Yes: TypeAlias = Annotated[
    bool,
    Option("--dong-y", "--yes", help="Đồng ý dù văn bản có dấu lưu hành nội bộ, dự thảo…"),
]
Replace: TypeAlias = Annotated[
    bool,
    Option("--thay-ban", "--replace", help="Thay bản đang có dù tệp đọc kém hơn hoặc là bản cũ."),
]
Documents: TypeAlias = Annotated[
    list[str] | None,
    Option("--document", "-d", help="Chỉ xét văn bản này (mã hoặc số); lặp lại được."),
]
Limit: TypeAlias = Annotated[int, Option("--limit", "-n", min=1, max=100, help="Số đoạn.")]
Written: TypeAlias = Annotated[str, Argument(metavar="MÃ", help="Mã hoặc số văn bản.")]
First: TypeAlias = Annotated[
    str, Argument(metavar="TỪ", help="Văn bản đặt ra mục tiêu, nhiệm vụ: mã hoặc số.")
]
Second: TypeAlias = Annotated[str, Argument(metavar="ĐẾN", help="Văn bản thực hiện: mã hoặc số.")]
ReadPath: TypeAlias = Annotated[
    Path, Argument(metavar="TỆP", help="Tệp cần đọc.", exists=True, dir_okay=False)
]
Day: TypeAlias = datetime | None


def settings_of(context: Context) -> "Settings":
    """Return the settings given to ``run``, else those of the environment."""
    from api.settings import Settings  # noqa: PLC0415 -- help needs none

    given = context.obj
    return given if isinstance(given, Settings) else Settings()


def day(name: str, words: str) -> object:
    """Return an option that takes a day."""
    return Option(name, formats=["%Y-%m-%d"], metavar="NĂM-THÁNG-NGÀY", help=words)


def date_of(given: Day) -> date | None:
    """Return the day that was given."""
    return given.date() if given else None


def show_version(asked: bool) -> None:  # noqa: FBT001 -- Typer calls it so
    """Print the version and leave, where it is asked for."""
    if asked:
        from importlib.metadata import version  # noqa: PLC0415 -- rarely asked, costs every start

        sys.stdout.write(f"tracuu {version('tracuu')}\n")
        raise Exit


ShowVersion: TypeAlias = Annotated[
    bool,
    Option("--version", callback=show_version, is_eager=True, help="Hiện phiên bản rồi thoát."),
]


class ReadForm(StrEnum):
    """How a file that is only read is printed."""

    text = "text"
    outline = "outline"
    json = "json"


class FactForm(StrEnum):
    """How the register of facts is printed."""

    json = "json"
    csv = "csv"
    xlsx = "xlsx"
    ics = "ics"


class Kind(StrEnum):
    """A kind of fact."""

    goal = "goal"
    task = "task"
    deadline = "deadline"


class PackForm(StrEnum):
    """How a study pack is written."""

    docx = "docx"
    pptx = "pptx"
    html = "html"
    json = "json"


class PackEdition(StrEnum):
    """For whom a study pack is: participants get no keys."""

    participant = "participant"
    trainer = "trainer"
