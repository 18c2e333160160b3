"""The command line's own words in Vietnamese: help headings, mistakes, exit codes."""

from __future__ import annotations

import re
from typing import Any, Final

from typer.core import TyperCommand, TyperGroup

from ingest.errors import (
    AmbiguousDocumentError,
    LibraryError,
    TracuuError,
    UnknownDocumentError,
)

CODES = """Mã thoát: 0 xong; 1 có việc không làm được; 2 gọi lệnh sai; 3 không có hoặc chưa rõ
văn bản; 4 thư viện không mở hoặc không ghi được; 130 bị ngắt."""

# tried in order: the first class that fits gives the exit code
EXIT_CODES: tuple[tuple[type[TracuuError], int], ...] = (
    (UnknownDocumentError, 3),
    (AmbiguousDocumentError, 3),
    (LibraryError, 4),
    (TracuuError, 1),
)
INTERRUPTED = 130
# what Typer prints → what is printed, tried in order
HELP_WORDS: Final = (
    (re.compile(r"\bUsage:"), "Cách gọi:"),
    (re.compile(r"^Options:$", re.MULTILINE), "Tuỳ chọn:"),
    (re.compile(r"^Arguments:$", re.MULTILINE), "Đối số:"),
    (re.compile(r"^Commands:$", re.MULTILINE), "Lệnh:"),
    (re.compile(r"\[OPTIONS\]"), "[TUỲ CHỌN]"),
    (re.compile(r"COMMAND \[ARGS\]\.\.\."), "LỆNH [ĐỐI SỐ]..."),
    (re.compile(r"\[required\]"), "[bắt buộc]"),
    (re.compile(r"\[default: "), "[mặc định: "),
    (re.compile(r"Show this message and\s+exit\."), "Hiện hướng dẫn này rồi thoát."),
)
BAD: Final = r"Invalid value for '([^']+)'(?: / '[^']+')*: "
MISTAKES: Final = (
    (re.compile(r"Missing argument '?([^'.]+)[.']*"), "Thiếu đối số {0}."),
    (re.compile(r"Missing option '?([^'.]+)[.']*"), "Thiếu tuỳ chọn {0}."),
    (re.compile(r"Missing command"), "Thiếu tên lệnh."),
    (re.compile(r"No such command '([^']+)'"), "Không có lệnh “{0}”."),
    (re.compile(r"No such option:? '?([^\s']+)"), "Không có tuỳ chọn {0}."),
    (re.compile(r"Option '([^']+)' requires an argument"), "Tuỳ chọn {0} cần một giá trị."),
    (re.compile(r"Got unexpected extra argument(?:s|\(s\))? \((.+)\)"), "Thừa đối số: {0}."),
    (
        re.compile(
            r"Invalid value for '([^']+)': (?:File|Directory|Path) '([^']+)' does not exist"
        ),
        "{0}: không có “{1}”.",
    ),
    (re.compile(rf"{BAD}file '([^']+)' does not exist"), "{0}: không có tệp “{1}”."),
    (re.compile(rf"{BAD}path '([^']+)' does not exist"), "{0}: không có “{1}”."),
    (re.compile(rf"{BAD}file '([^']+)' is a directory"), "{0}: “{1}” là thư mục, cần một tệp."),
    (re.compile(rf"{BAD}.*?'([^']+)' is not one of (.+)\."), "{0}: “{1}” phải là một trong {2}."),
    (re.compile(rf"{BAD}.*?'([^']+)' does not match"), "{0}: “{1}” phải có dạng 2025-02-18."),
    (re.compile(rf"{BAD}Input should be less than or equal to (\S+)"), "{0}: không được quá {1}."),
    (re.compile(rf"{BAD}Input should be greater than or equal to (\S+)"), "{0}: phải từ {1}."),
    (re.compile(rf"{BAD}Input should be a valid integer"), "{0}: phải là số nguyên."),
    (re.compile(r"Invalid value: (.*)", re.DOTALL), "Gọi lệnh chưa đúng: {0}."),
)


def code_of(error: TracuuError) -> int:
    """Return the exit code of a foreseen error."""
    return next(code for kind, code in EXIT_CODES if isinstance(error, kind))


def in_vietnamese(message: str) -> str:
    """Return a mistake of usage in Vietnamese; one that is not in the table stands as it is."""
    for pattern, words in MISTAKES:
        if found := pattern.match(message):
            return words.format(*found.groups())
    return f"Gọi lệnh chưa đúng: {message}"


def translated(text: str) -> str:
    """Return a help text with its headings in Vietnamese."""
    for pattern, words in HELP_WORDS:
        text = pattern.sub(words, text)
    return text


class Command(TyperCommand):
    """A command whose help is in Vietnamese."""

    def get_help(self, ctx: Any) -> str:
        """Return the help."""
        return translated(super().get_help(ctx))


class Group(TyperGroup):
    """A group of commands whose help is in Vietnamese."""

    def get_help(self, ctx: Any) -> str:
        """Return the help."""
        return translated(super().get_help(ctx))
