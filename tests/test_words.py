"""Words are found without underthesea's own import."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from ingest.words import segment

ROOT = Path(__file__).resolve().parent.parent


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("phát triển khoa học", ["phát_triển", "khoa_học"]),
        ("Ban Thường vụ Tỉnh ủy ban hành Kế hoạch số 180-KH/TU.",
         ["Ban", "Thường_vụ", "Tỉnh_ủy", "ban_hành", "Kế_hoạch", "số", "180", "KH", "TU"]),
        ("", []),
        ("…", []),
    ],
)  # fmt: skip
def test_syllables_of_a_word_are_joined(text: str, words: list[str]) -> None:
    assert segment([text]) == [words]


def test_each_text_has_its_own_words() -> None:
    assert segment(["công nghệ", "thông tin"]) == [["công_nghệ"], ["thông_tin"]]


def test_no_word_reaches_over_punctuation_or_the_end_of_a_line() -> None:
    assert segment(["khoa,\nhọc"]) == [["khoa", "học"]]
    assert segment(["khoa, học"]) == [["khoa", "học"]]


def test_every_syllable_stays_in_its_order() -> None:
    text = "Các cấp ủy đảng tổ chức học tập, quán triệt Nghị quyết trong quý I năm 2025"
    joined = "_".join(segment([text])[0]).split("_")
    assert joined == text.replace(",", "").split()


def test_neither_underthesea_nor_torch_is_imported() -> None:
    code = (
        "import sys; from ingest.words import segment; segment(['khoa học']);"
        "print([m for m in ('underthesea', 'torch') if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
