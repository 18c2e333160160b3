"""A lone dash goes on with the sentence above it; a list, or a dash below a heading, stays."""

from __future__ import annotations

import pytest
from outlines import outline

LONG = "Xác định nội dung công việc gắn với trách nhiệm và phát huy vai trò chủ động, tích cực của"
BROKEN = f"b) {LONG} Công an thành phố\n- Thường trực tham mưu thực hiện Chương trình."


def test_a_sentence_broken_before_a_hyphen_is_no_list() -> None:
    text = f"1. Một\n2. Hai\na) Bám sát Nghị quyết.\n{BROKEN}\nc) Bảo đảm phối hợp."
    assert outline(text) == ["1", "2", "2/a", "2/b", "2/c"]


LISTS = [
    # two dashes; a sentence that ends; a heading; other items with lists; no other items
    f"a) Bám sát.\n{BROKEN}\n- Giám sát.\nc) Bảo đảm.",
    f"a) Bám sát.\n{BROKEN.replace('phố', 'phố:')}\nc) Bảo đảm.",
    "a) Bám sát.\nb) Công tác cán bộ\n- Thường trực tham mưu.\nc) Bảo đảm.",
    f"a) Bám sát\n- Một.\n{BROKEN}\nc) Bảo đảm.",
    f"a) Một\n{BROKEN}",
]


@pytest.mark.parametrize("text", LISTS)
def test_what_may_be_a_list_stays_one(text: str) -> None:
    assert "2/b/-1" in outline(f"1. Mục đích\n2. Yêu cầu\n{text}")
