"""Error rates of reading: how they are counted, and what they are on real files."""

from __future__ import annotations

import statistics

import pytest
from shared import needs_shared, shared

from eval.reading import error_rate, main, measure, normalised, without_numbers
from ingest.formats import read_raw
from ingest.text import canonical

READ = (".doc", ".rtf", ".xls")


@pytest.mark.parametrize(
    ("truth", "text", "expected"),
    [
        ("bốn chữ cái", "bốn chữ cái", 0.0),
        ("bốn chữ", "bốn chừ", 1 / 7),
        ("bốn chữ", "bốn", 4 / 7),  # the blank belongs to the word
        ("bốn", "bốn chữ", 4 / 3),
        ("", "a", 1.0),
    ],
)
def test_edits_are_counted_by_the_characters_of_the_transcript(
    truth: str, text: str, expected: float
) -> None:
    assert error_rate(truth, text) == pytest.approx(expected, abs=0.2)


def test_white_space_bars_and_unicode_forms_do_not_count() -> None:
    assert normalised("a | e\u0302\t\n b") == normalised("a ê b")
    assert without_numbers("năm 2005 tăng 12,5% 1.2.3-a") == "năm tăng 1.2.3-a"


def test_a_folder_without_transcripts_measures_nothing(
    tmp_path_factory: pytest.TempPathFactory, capsys: pytest.CaptureFixture[str]
) -> None:
    empty = str(tmp_path_factory.mktemp("a"))
    assert main([empty, empty]) == 2
    assert "bản chép" in capsys.readouterr().err


@needs_shared
def test_one_paper_as_doc_and_as_docx_is_the_same_text() -> None:
    one, other = _both("ND30-2020_Phuluc2")
    assert error_rate(one, other) <= 0.002
    with_boxes, boxes_last = _both("ND30-2020_Phuluc1")
    assert sorted(with_boxes.split(" ")) == sorted(boxes_last.split(" "))


def _both(name: str) -> tuple[str, str]:
    """Return the text of a paper that is at hand in both formats, as DOCX and as DOC."""
    one, other = (shared("files", "doc_docx_unicode", f"{name}.{kind}") for kind in ("docx", "doc"))
    return tuple(normalised(canonical(read_raw(p.read_bytes())).text) for p in (one, other))


@pytest.mark.slow
@needs_shared
def test_old_files_that_were_only_measured_are_read_faithfully() -> None:
    folders = shared("files", "legacy_encoded"), shared("files", "legacy_encoded_ground_truth")
    rows = measure(*folders, READ, unseen_only=True)
    rates = sorted(row.error for row in rows)
    assert len(rates) > 25
    assert statistics.median(rates) <= 0.005
    assert rates[len(rates) * 9 // 10] <= 0.03
