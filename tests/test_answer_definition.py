"""A term is defined by the sentence of the paper that opens with it and says what it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from made_library import answering_from

from api.answer_definition import answer_definition, definitions_of
from api.model import Answered
from api.question import understand
from api.scope import Scope

if TYPE_CHECKING:
    from collections.abc import Iterator

    from api.answer import Answerer

RULES = """ỦY BAN NHÂN DÂN
TỈNH SƠN HÀ
Số: 44/2026/QĐ-UBND

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Sơn Hà, ngày 02 tháng 6 năm 2026

QUYẾT ĐỊNH
Ban hành quy chế trạm quan trắc mưa của tỉnh Sơn Hà

Điều 1. Phạm vi
Quy chế này quy định việc vận hành trạm quan trắc mưa.

Điều 2. Giải thích từ ngữ
1. Phiên đo mưa là khoảng thời gian trạm ghi mực nước của một trận mưa.
2. Sổ đo mưa gồm bản giấy và bản điện tử ghi các phiên đo mưa.
3. Người giữ trạm được hiểu là người dân được giao chìa khóa trạm.

Điều 3. Trong phiên đo mưa
1. Kiểm tra đồng hồ trước phiên đo mưa.
2. Ghi sổ đo mưa sau mỗi phiên.

Điều 4. Người giữ trạm quan trắc mưa
1. Người giữ trạm mở cửa trạm trước 6 giờ.
2. Người giữ trạm báo hỏng hóc cho xã.
"""


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    """One rule that explains its own terms, and then uses them."""
    with answering_from(tmp_path_factory.mktemp("mua"), RULES) as made:
        yield made


@pytest.mark.parametrize(
    ("question", "defined"),
    [
        ("Thế nào là một phiên đo mưa?", "Phiên đo mưa là khoảng thời gian trạm ghi mực nước"),
        ("quy che tram quan trac mua hieu so do mua la gi", "Sổ đo mưa gồm bản giấy"),
        ("Người giữ trạm được hiểu như thế nào?", "Người giữ trạm được hiểu là người dân"),
    ],
)
def test_the_paper_s_own_words_define_its_term(
    answerer: Answerer, question: str, defined: str
) -> None:
    outcome = answerer.answer(question)
    assert isinstance(outcome, Answered)
    assert outcome.answer.startswith(defined)
    assert outcome.citations[0].path[-2:-1] == ("Điều 2",)


def test_a_longer_term_is_not_defined_by_a_shorter_one(answerer: Answerer) -> None:
    asked = understand("Thế nào là phiên đo mưa đá bằng ra đa?")
    assert answer_definition(answerer.desk(asked, Scope())) is None


@pytest.mark.parametrize(
    ("line", "terms"),
    [
        ("4. Tài khoản thư là thông tin bao gồm địa chỉ.", [{"tai", "khoan", "thu"}]),
        ("a) “Dữ liệu mở” được hiểu là dữ liệu ai cũng dùng được.", [{"du", "lieu", "mo"}]),
        ("- Trạm đo gồm nhà trạm và cột đo.", [{"tram", "do"}]),
        ("Đây là việc của xã.", []),  # one word is no term
        ("Theo đó, trạm đo mưa là nơi đo.", []),  # a comma before it: no term opens the line
        ("trạm đo mưa là nơi đo", []),
        ("được coi là hoàn thành khi đủ hồ sơ", []),  # goes on from the line above
    ],
)
def test_a_term_opens_its_line(line: str, terms: list[set[str]]) -> None:
    assert [set(each.words) for each in definitions_of(line)] == terms
