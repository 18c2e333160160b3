"""Between sentences that carry alike, the short one and the one of the right sort go first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from api.answer import Answerer
from api.question import understand
from api.scope import Scope
from api.sentence_worth import worth
from index.embed import load_embedder
from index.library import Library
from ingest.read import read_document

if TYPE_CHECKING:
    from collections.abc import Iterator

TEXT = """ỦY BAN NHÂN DÂN
TỈNH SƠN HÀ
Số: 90/KH-UBND

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Sơn Hà, ngày 02 tháng 6 năm 2026

KẾ HOẠCH
Phát triển nghề nuôi ong

I. MỤC ĐÍCH
Giữ đàn ong khỏe qua mùa mưa.

II. NỘI DUNG
1. Tách đàn ong trước ngày 15/8/2026.
2. Đàn ong không kê khai thì xem như đàn tự nhiên.
3. Hội Nông dân tỉnh cùng các xã, phường, các trường nghề, các hợp tác xã và mọi hộ nuôi ong \
trong tỉnh bàn cách giữ đàn ong, thùng ong, mật ong và sáp ong sao cho bền lâu.
"""


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    """Answer from one plan about bees."""
    with Library.open(tmp_path_factory.mktemp("worth"), load_embedder) as library:
        library.put([(read_document(TEXT.encode(), "90.txt"), TEXT.encode())])
        yield Answerer(library)


def worths(answerer: Answerer, question: str) -> dict[str, float]:
    """Return what each sentence is worth for a question, by its first words."""
    scope = Scope()
    desk = answerer.desk(understand(question), scope)
    return {unit.text.lstrip("123. ")[:8]: worth(desk, unit) for unit in desk.units}


@pytest.mark.parametrize(
    ("question", "first", "then"),
    [
        ("tách đàn ong trước ngày nào", "Tách đàn", "Đàn ong "),
        ("đàn ong không kê khai được hiểu thế nào", "Đàn ong ", "Tách đàn"),
        ("nuôi ong nhằm mục đích gì", "Giữ đàn ", "Tách đàn"),
        ("ai nuôi ong", "Tách đàn", "Hội Nông"),
    ],
)
def test_the_sentence_of_the_right_sort_is_worth_more(
    answerer: Answerer, question: str, first: str, then: str
) -> None:
    found = worths(answerer, question)
    assert found[first] > found[then]


def test_where_nothing_certain_is_asked_length_is_worth_nothing(answerer: Answerer) -> None:
    assert set(worths(answerer, "nuôi ong").values()) == {0.0}
