"""A row of a table is understood with the rows that name its columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from api.answer import Answerer
from api.model import Answered
from api.table_rows import row_at
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


HEAD = "STT | Nội dung | Dự kiến\nNăm 2026 | Năm 2027 | Năm 2028"


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
    row = row_at(plan.text, _place(plan, "2 | Tập huấn"))
    assert row is not None
    head = row.head
    assert head.rows.of(plan.text) == "STT | Nội dung | Dự kiến\nNăm 2026 | Năm 2027 | Năm 2028"
    assert head.unit is not None
    assert head.unit.of(plan.text) == "Đơn vị tính: triệu đồng"


@pytest.mark.parametrize("words", ["STT | Nội dung", "Sở Nông nghiệp và Môi trường chủ trì"])
def test_neither_the_head_nor_other_text_has_one(plan: Document, words: str) -> None:
    assert row_at(plan.text, _place(plan, words)) is None


@pytest.mark.parametrize(
    ("question", "told", "row"),
    [
        (
            "năm 2028 hỗ trợ con giống bao nhiêu triệu đồng",
            "Hỗ trợ con giống, Năm 2028: 3.160 (Đơn vị tính: triệu đồng).",
            "1 | Hỗ trợ con giống | 2.150 | 2.480 | 3.160",
        ),
        (
            "nam 2027 ho tro con giong bao nhieu trieu dong",
            "Hỗ trợ con giống, Năm 2027: 2.480 (Đơn vị tính: triệu đồng).",
            "1 | Hỗ trợ con giống | 2.150 | 2.480 | 3.160",
        ),
        (
            "kinh phí tập huấn kỹ thuật năm 2026 là bao nhiêu triệu đồng",
            "Tập huấn kỹ thuật; hội thảo, Năm 2026: 315 (Đơn vị tính: triệu đồng).",
            "2 | Tập huấn kỹ thuật; hội thảo | 315 | 340 | 365",
        ),
    ],
)
def test_the_cell_is_told_with_its_row_and_column_and_the_row_is_cited_whole(
    answerer: Answerer, question: str, told: str, row: str
) -> None:
    outcome = answerer.answer(question)
    assert isinstance(outcome, Answered)
    assert outcome.answer.splitlines()[0] == told
    assert outcome.citations[0].quote == row
    quoted = {citation.quote for citation in outcome.citations}
    assert {"Đơn vị tính: triệu đồng", HEAD} <= quoted


def test_two_cells_are_told_of_two_years(answerer: Answerer) -> None:
    question = "hỗ trợ con giống năm 2026 và năm 2028 lần lượt bao nhiêu triệu đồng"
    outcome = answerer.answer(question)
    assert isinstance(outcome, Answered)
    assert "Năm 2026: 2.150" in outcome.answer
    assert "Năm 2028: 3.160" in outcome.answer
    assert "2.480 (" not in outcome.answer


def test_a_year_that_no_column_names_is_not_answered(answerer: Answerer) -> None:
    outcome = answerer.answer("năm 2031 hỗ trợ con giống bao nhiêu triệu đồng")
    assert not isinstance(outcome, Answered)
