"""Of sentences that carry alike, the one whose passage is about the matter is told first."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from api.answer import Answerer
from api.question import understand
from api.scope import Scope
from api.sentence_order import told_in_order
from index.embed import load_embedder
from index.library import Library
from ingest.read import read_document

if TYPE_CHECKING:
    from collections.abc import Iterator

    from api.desk import Desk, Unit

TEXT = """ỦY BAN NHÂN DÂN
TỈNH SƠN HÀ
Số: 91/KH-UBND

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Sơn Hà, ngày 02 tháng 6 năm 2026

KẾ HOẠCH
Giữ gìn làng nghề dệt chiếu

I. CÓI NGUYÊN LIỆU
1. Vùng trồng cói được giữ nước ngọt quanh năm.
2. Cói phơi đủ nắng trước khi dệt.

II. THỢ DỆT
1. Thợ dệt được truyền nghề tại nhà.
2. Người cao tuổi dạy nghề được ghi công.

III. NƠI BÁN CHIẾU
1. Chợ làng mở hai phiên mỗi tháng.
"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """Lay out what one plan says of its weavers, of which nothing certain is asked."""
    with Library.open(tmp_path_factory.mktemp("order"), load_embedder) as library:
        library.put([(read_document(TEXT.encode(), "91.txt"), TEXT.encode())])
        yield Answerer(library).desk(understand("truyền nghề thợ dệt"), Scope())


def alike(desk: Desk) -> list[Unit]:
    """Return the sentences as if each carried as much of the question."""
    return [replace(unit, score=1.0, alike=0.0) for unit in desk.units]


def places(desk: Desk, units: list[Unit]) -> list[int]:
    """Return the place of each sentence's passage among those found."""
    place = {hit.passage.id: hit.rank for hit in desk.hits}
    return [place[unit.passage.id] for unit in units]


def test_of_sentences_that_carry_alike_that_of_the_better_passage_is_first(desk: Desk) -> None:
    turned = alike(desk)[::-1]
    assert places(desk, turned) != sorted(places(desk, turned))
    told = told_in_order(desk, turned)
    assert places(desk, told) == sorted(places(desk, turned))


def test_no_sentence_is_lost_or_doubled(desk: Desk) -> None:
    told = told_in_order(desk, desk.units)
    assert len(told) == len(desk.units)
    assert {unit.span for unit in told} == {unit.span for unit in desk.units}


def test_a_sentence_that_carries_much_more_is_told_before_a_better_passage(desk: Desk) -> None:
    last = max(alike(desk), key=lambda unit: places(desk, [unit]))
    much = replace(last, score=2.0)
    others = [unit for unit in alike(desk) if unit.span != last.span]
    assert told_in_order(desk, [*others, much])[0] == much
