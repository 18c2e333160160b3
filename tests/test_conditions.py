"""A paper named behind "theo" sets a condition where another is asked, or none is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from made_library import answering_from

from api.model import Answered, NotHeld

if TYPE_CHECKING:
    from collections.abc import Iterator

    from api.answer import Answerer

DECREE = """CHÍNH PHỦ
Số: 42/2023/NĐ-CP

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Hà Nội, ngày 29 tháng 6 năm 2023

NGHỊ ĐỊNH
Điều chỉnh trợ cấp người giữ đập

Điều 1. Mức điều chỉnh
a) Tăng thêm 12,5% đối với người giữ đập đã được điều chỉnh theo Nghị định số 108/2021/NĐ-CP.
b) Tăng thêm 20,8% đối với người giữ đập chưa được điều chỉnh theo Nghị định số 108/2021/NĐ-CP.
Điều 2. Trách nhiệm
Bộ Nội vụ hướng dẫn người giữ đập hưởng trợ cấp theo Quyết định số 142/2008/QĐ-TTg.
"""


@pytest.fixture(scope="module")
def dams(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    with answering_from(tmp_path_factory.mktemp("dams"), DECREE) as answerer:
        yield answerer


@pytest.mark.parametrize(
    ("question", "told"),
    [
        (
            "Theo Nghị định 42/2023, người đã điều chỉnh theo Nghị định 108/2021 tăng mấy %?",
            "12,5%",
        ),
        (
            "nguoi giu dap chua duoc dieu chinh theo nd 108/2021 thi tang bao nhieu phan tram",
            "20,8%",
        ),
        (
            "Người giữ đập hưởng trợ cấp theo Quyết định 142/2008/QĐ-TTg thì bộ nào hướng dẫn?",
            "Bộ Nội vụ",
        ),
    ],
)
def test_the_paper_that_speaks_of_them_answers(dams: Answerer, question: str, told: str) -> None:
    answer = dams.answer(question)
    assert isinstance(answer, Answered)
    assert told in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "Theo Nghị định 108/2021 thì mức tăng là bao nhiêu?",
        "Nghị định 108/2021 tăng bao nhiêu phần trăm?",
        "Mức tăng trợ cấp người giữ đập là bao nhiêu theo Nghị định 108/2021?",
    ],
)
def test_a_paper_asked_for_its_text_is_not_held(dams: Answerer, question: str) -> None:
    assert isinstance(dams.answer(question), NotHeld)
