"""The command line's own words in Vietnamese: help headings and mistakes of usage."""

from __future__ import annotations

import re
from typing import Any, Final

from typer.core import TyperCommand, TyperGroup

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
MISTAKES: Final = (
    (re.compile(r"Missing argument '?([^'.]+)[.']*"), "Thiếu đối số {0}."),
    (re.compile(r"Missing option '?([^'.]+)[.']*"), "Thiếu tuỳ chọn {0}."),
    (re.compile(r"Missing command"), "Thiếu tên lệnh."),
    (re.compile(r"No such command '([^']+)'"), "Không có lệnh “{0}”."),
    (re.compile(r"No such option:? '?([^\s']+)"), "Không có tuỳ chọn {0}."),
    (re.compile(r"Option '([^']+)' requires an argument"), "Tuỳ chọn {0} cần một giá trị."),
    (re.compile(r"Got unexpected extra arguments? \((.+)\)"), "Thừa đối số: {0}."),
    (
        re.compile(
            r"Invalid value for '([^']+)': (?:File|Directory|Path) '([^']+)' does not exist"
        ),
        "{0}: không có “{1}”.",
    ),
    (
        re.compile(r"Invalid value for '([^']+)': '([^']+)' is not one of (.+)\."),
        "{0}: “{1}” phải là một trong {2}.",
    ),
    (
        re.compile(r"Invalid value for '([^']+)': '?([^']+?)'? .*"),
        "{0}: giá trị “{1}” không hợp lệ.",
    ),
)


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
