"""How much a file may hold; every reader counts while it reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.errors import TooLargeError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MEGABYTE = 1_000_000
MAX_FILE_BYTES = 50 * MEGABYTE
MAX_PAGES = 2_000
MAX_CHARACTERS = 20_000_000
MAX_SHEET_CELLS = 2_000_000  # with text; a province's largest annex has some tens of thousands
MAX_SHEET_COLUMNS = 256  # as many as .xls has
MAX_ARCHIVE_ENTRIES = 5_000  # a Word file has some dozens, one a picture
MAX_ARCHIVE_BYTES = 300 * MEGABYTE  # declared, all entries together, unpacked
MAX_ARCHIVE_RATIO = 200  # unpacked to packed; Word's XML reaches 30


def check_size(data: bytes) -> None:
    """Raise TooLargeError for a file over the limit of size."""
    if len(data) > MAX_FILE_BYTES:
        raise TooLargeError(
            f"Tệp nặng {len(data) / MEGABYTE:.0f} MB, "
            f"vượt giới hạn {MAX_FILE_BYTES // MEGABYTE} MB. "
            "Hãy chia nhỏ hoặc bỏ bớt hình ảnh."
        )


def check_pages(count: int) -> None:
    """Raise TooLargeError for a file with too many pages."""
    if count > MAX_PAGES:
        raise TooLargeError(
            f"Tệp có {count} trang, vượt giới hạn {MAX_PAGES} trang. Hãy chia tệp thành nhiều phần."
        )


def counted(lines: Iterable[str], so_far: int = 0) -> Iterator[str]:
    """Yield the lines and raise TooLargeError as soon as they hold too many characters."""
    for line in lines:
        so_far += len(line)
        if so_far > MAX_CHARACTERS:
            raise TooLargeError(
                f"Tệp có hơn {MAX_CHARACTERS // 1_000_000} triệu ký tự, vượt giới hạn. "
                "Hãy chia tệp thành nhiều phần."
            )
        yield line
