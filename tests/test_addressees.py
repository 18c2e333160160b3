"""Whom a letter addresses stands after "Kính gửi", one or a line each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from made_library import answering_from

from api.addressees import addressees
from api.model import Answered
from ingest.read import read_document

if TYPE_CHECKING:
    from collections.abc import Iterator

    from api.answer import Answerer

LETTER = """ĐẢNG ỦY SƠN HÀ
VĂN PHÒNG
Số 40-CV/VPĐU
V/v góp ý dự thảo báo cáo về nghề nuôi ong

ĐẢNG CỘNG SẢN VIỆT NAM
Sơn Hà, ngày 02 tháng 6 năm 2026

Kính gửi:
- Đồng chí Trần Văn Mật, Bí thư Đảng ủy,
- Các đồng chí Ủy viên Ban Thường vụ Đảng ủy.

Thực hiện chương trình công tác, Văn phòng Đảng ủy đã cùng Hội Nông dân xây dựng dự thảo báo cáo về
nghề nuôi ong.

Đề nghị các đồng chí cho ý kiến đối với dự thảo báo cáo nêu trên.

Ý kiến xin gửi về Văn phòng Đảng ủy trước 16h30 ngày 09 tháng 6 năm 2026 để tổng hợp.

Nơi nhận:
- Như trên,
- Lưu Văn phòng Đảng ủy.

CHÁNH VĂN PHÒNG
Lê Thị Ngọt
"""


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    """One letter of a few lines."""
    with answering_from(tmp_path_factory.mktemp("thu"), LETTER) as made:
        yield made


TOP, REST = LETTER.split("Kính gửi:\n", 1)


@pytest.mark.parametrize(
    ("dear", "named"),
    [
        ("Kính gửi: Sở Y tế.\n\n", ["Sở Y tế."]),
        ("Kính gửi:\n- Sở Y tế;\n- Sở Tài chính;\n\n", ["Sở Y tế;", "Sở Tài chính;"]),
        ("", []),
    ],
)
def test_each_addressee_is_a_slice(dear: str, named: list[str]) -> None:
    body = REST.split("\n\n", 1)[1]
    document = read_document(f"{TOP}{dear}{body}".encode(), "thư.txt")
    assert [span.of(document.text) for span in addressees(document)] == named


def test_a_form_behind_the_closing_addresses_nobody_of_the_paper() -> None:
    body = REST.split("\n\n", 1)[1]
    form = "\nPHỤ LỤC I\nMẪU ĐƠN\nKính gửi: Sở Y tế.\nTôi xin đăng ký.\n"
    document = read_document(f"{TOP}{body}{form}".encode(), "thư.txt")
    assert "Kính gửi" in document.text
    assert addressees(document) == ()


@pytest.mark.parametrize(
    "question",
    ["cv 40-cv/vpđu kính gửi những ai?", "Công văn 40 được gửi tới những đồng chí nào?"],
)
def test_a_letter_s_recipients_are_those_it_addresses(answerer: Answerer, question: str) -> None:
    outcome = answerer.answer(question)
    assert isinstance(outcome, Answered)
    assert "kính gửi: Đồng chí Trần Văn Mật, Bí thư Đảng ủy; Các đồng chí" in outcome.answer


def test_the_one_time_a_letter_states_is_that_of_its_whole_matter(answerer: Answerer) -> None:
    outcome = answerer.answer(
        "Góp ý dự thảo báo cáo nghề nuôi ong gửi về Văn phòng Đảng ủy trước mấy giờ, ngày nào?"
    )
    assert isinstance(outcome, Answered)
    assert "trước 16h30 ngày 09 tháng 6 năm 2026" in outcome.answer
