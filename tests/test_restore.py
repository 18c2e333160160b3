"""Lost diacritics come back; what was typed rightly stays."""

from __future__ import annotations

import time

import pytest

from index.keys import untelex
from index.restore import MODEL, Restorer


@pytest.fixture(scope="module")
def restorer() -> Restorer:
    return Restorer()


@pytest.mark.parametrize(
    "meant",
    [
        "trách nhiệm của ủy ban nhân dân tỉnh trong quản lý đất đai",
        "thời hạn nộp hồ sơ đề nghị cấp giấy phép xây dựng là bao lâu",
        "cơ quan nhà nước có thẩm quyền quyết định xử phạt vi phạm hành chính",
        "đột phá phát triển khoa học công nghệ đổi mới sáng tạo và chuyển đổi số quốc gia",
    ],
)
def test_a_question_without_diacritics_is_read_as_meant(restorer: Restorer, meant: str) -> None:
    from ingest.folding import fold  # noqa: PLC0415 - the opposite of what is tested

    restored = restorer.restore(fold(meant))
    assert restored.text() == meant
    assert restored.changed
    assert restored.bare


def test_half_of_the_diacritics_are_completed(restorer: Restorer) -> None:
    restored = restorer.restore("trách nhiem của uy ban nhân dan tỉnh trong quan lý dat đai")
    assert restored.text() == "trách nhiệm của ủy ban nhân dân tỉnh trong quản lý đất đai"


@pytest.mark.parametrize(
    "whole",
    [
        "Hội đồng nhân dân cấp xã có bao nhiêu đại biểu?",
        "Ban Thường vụ Tỉnh ủy giao cơ quan nào theo dõi, đôn đốc?",
        "Kế hoạch số 180-KH/TU do ai ký?",
        "Trong thời hạn bao lâu kể từ ngày nhận đủ hồ sơ hợp lệ?",
    ],
)
def test_a_question_typed_whole_stays_as_it_is(restorer: Restorer, whole: str) -> None:
    restored = restorer.restore(whole)
    assert not restored.changed
    assert not restored.bare


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("nghij quyeets của Bộ Chính trị", "nghị quyết của bộ chính trị"),  # keyboard off
        ("trách nhiêm của Ủy ban nhân dân", "trách nhiệm của ủy ban nhân dân"),  # mark forgotten
        ("quyết địnhh của Ủy ban nhân dân", "quyết định của ủy ban nhân dân"),  # key twice
        ("qyuết định của Ủy ban nhân dân", "quyết định của ủy ban nhân dân"),  # keys swapped
    ],
)
def test_slips_of_the_keys_are_mended(restorer: Restorer, typed: str, meant: str) -> None:
    assert restorer.restore(typed).text() == meant


def test_names_that_the_library_knows_are_no_slips() -> None:
    known = Restorer("panthres".__eq__)
    assert "panthres" in known.restore("Đội thủ của Panthres đã thua bao nhiêu điểm?").tokens


def test_numbers_and_nothing_are_left_alone(restorer: Restorer) -> None:
    assert restorer.restore("57 2025").tokens == ("57", "2025")
    assert restorer.restore("").tokens == ()
    assert restorer.restore("?!").tokens == ()


@pytest.mark.parametrize(
    ("keys", "syllable"),
    [
        ("quyeets", "quyết"),
        ("dduwowcj", "được"),
        ("nguwowif", "người"),
        ("hoaf", "hòa"),
        ("thuyr", "thủy"),
        ("giawcj", "giặc"),
        ("nhieemj", "nhiệm"),
        ("nhiemej", "nhiệm"),  # the second e behind the last letter
        ("dduowngf", "đường"),
        ("ban", "ban"),
    ],
)
def test_telex_keys_make_a_syllable(keys: str, syllable: str) -> None:
    assert untelex(keys) == syllable


def test_letters_without_a_vowel_make_none() -> None:
    assert untelex("tnhh") is None


def test_the_model_is_small_and_quick_to_load() -> None:
    assert MODEL.stat().st_size < 3_000_000
    started = time.perf_counter()
    assert Restorer().model.names
    assert time.perf_counter() - started < 1.0
