"""A row of a table is understood with the rows that name its columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from api.answer import Answerer
from api.model import Answered
from api.table_heads import table_head
from index.embed import load_embedder
from index.library import Library
from ingest.model import Span
from ingest.read import read_document

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ingest.model import Document

PLAN = """ỦY BAN NHÂN DÂN
TỈNH SƠN HÀ
Số: 77/KH-UBND

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Sơn Hà, ngày 14 tháng 4 năm 2026

KẾ HOẠCH
Phát triển nghề nuôi cá lồng giai đoạn 2026 - 2028

I. MỤC TIÊU
Phát triển nghề nuôi cá lồng trên các hồ chứa của tỉnh theo quy hoạch.

II. KINH PHÍ
Kinh phí thực hiện theo biểu sau:
Đơn vị tính: triệu đồng
STT | Nội dung | Dự kiến
Năm 2026 | Năm 2027 | Năm 2028
A | B | 1 | 2 | 3
1 | Hỗ trợ con giống | 2.150 | 2.480 | 3.160
2 | Tập huấn kỹ thuật; hội thảo | 315 | 340 | 365

III. TỔ CHỨC THỰC HIỆN
Sở Nông nghiệp và Môi trường chủ trì thực hiện Kế hoạch này.

Nơi nhận:
- Như trên;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Trần Văn Lâm
"""


@pytest.fixture(scope="module")
def plan() -> Document:
    return read_document(PLAN.encode(), "77-KH-UBND.txt")


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory, plan: Document) -> Iterator[Answerer]:
    with Library.open(tmp_path_factory.mktemp("tables"), load_embedder) as library:
        library.put([(plan, PLAN.encode())])
        yield Answerer(library)


def _place(document: Document, words: str) -> Span:
    start = document.text.index(words)
    return Span(start, document.text.index("\n", start))


def test_the_head_is_all_rows_that_name_columns_and_the_unit(plan: Document) -> None:
    head = table_head(plan, _place(plan, "2 | Tập huấn"))
    assert head is not None
    assert head.rows.of(plan.text) == "STT | Nội dung | Dự kiến\nNăm 2026 | Năm 2027 | Năm 2028"
    assert head.unit is not None
    assert head.unit.of(plan.text) == "Đơn vị tính: triệu đồng"


@pytest.mark.parametrize("words", ["STT | Nội dung", "Sở Nông nghiệp và Môi trường chủ trì"])
def test_neither_the_head_nor_other_text_has_one(plan: Document, words: str) -> None:
    assert table_head(plan, _place(plan, words)) is None


@pytest.mark.parametrize(
    ("question", "row"),
    [
        ("năm 2028 hỗ trợ con giống bao nhiêu triệu đồng", "| 3.160"),
        ("nam 2027 ho tro con giong bao nhieu trieu dong", "| 2.480"),
        ("kinh phí tập huấn kỹ thuật năm 2026 là bao nhiêu triệu đồng", "hội thảo | 315"),
    ],
)
def test_a_row_answers_whole_with_its_columns_beside_it(
    answerer: Answerer, question: str, row: str
) -> None:
    outcome = answerer.answer(question)
    assert isinstance(outcome, Answered)
    assert row in outcome.answer.splitlines()[0]
    assert "Năm 2026 | Năm 2027 | Năm 2028" in outcome.answer
    assert "Đơn vị tính: triệu đồng" in outcome.answer


def test_a_year_that_no_column_names_is_not_answered(answerer: Answerer) -> None:
    outcome = answerer.answer("năm 2031 hỗ trợ con giống bao nhiêu triệu đồng")
    assert not isinstance(outcome, Answered)
