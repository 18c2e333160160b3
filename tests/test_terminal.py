"""What is shown while work goes on: on a terminal only, and nothing in it steers the terminal."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING

from api.terminal import printable, progress

if TYPE_CHECKING:
    import pytest


class Screen(io.StringIO):
    """A terminal that keeps what was drawn."""

    def isatty(self) -> bool:
        """Return that it is one."""
        return True


def standing_in(monkeypatch: pytest.MonkeyPatch) -> Screen:
    """Return what stands in for the standard error from now on."""
    made = Screen()
    monkeypatch.setattr(sys, "stderr", made)
    for name, value in {"COLUMNS": "120", "TERM": "xterm", "NO_COLOR": "1"}.items():
        monkeypatch.setenv(name, value)
    return made


def test_a_terminal_shows_which_page_is_read_with_the_name_as_it_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    screen = standing_in(monkeypatch)
    with progress("Đọc và thêm", 2) as bar:
        bar.note("[bold]scan.pdf: trang 3/40")
    assert "Đọc và thêm · [bold]scan.pdf: trang 3/40" in screen.getvalue()


def test_the_note_goes_with_the_file_it_was_about(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    screen = standing_in(monkeypatch)
    with progress("Đọc và thêm", 2) as bar:
        bar.note("scan.pdf: trang 3/40")
        bar(1)
    assert "trang 3/40" not in screen.getvalue().rsplit("Đọc và thêm", 1)[1]


def test_what_is_no_terminal_gets_no_bar(capsys: pytest.CaptureFixture[str]) -> None:
    with progress("Đọc và thêm", 2) as bar:
        bar.note("trang 3/40")
        bar(2)
    assert capsys.readouterr().err == ""


def test_a_name_cannot_steer_the_terminal() -> None:
    assert printable("quét\x1b[2J\u202e.pdf") == "quét?[2J?.pdf"
