"""The head of a scan: marks over letters as the document itself has them elsewhere."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.folding import fold
from ingest.formats.ocr_head import HEAD_LINES
from ingest.formats.ocr_marks import with_repeated_marks

REST = ["dòng"] * HEAD_LINES
BODY = (
    "Sở Y tế thông báo đến các đơn vị công tác tập huấn",
    "Căn cứ kế hoạch tập huấn của Sở Y tế",
)


@pytest.mark.parametrize(
    ("read", "others", "mended"),
    [
        ("SỞ Y TẺ", BODY, "SỞ Y TẾ"),
        ("V/v tập huân công tác", BODY, "V/v tập huấn công tác"),
        ("Tập huân", BODY, "Tập huấn"),
        ("SỞ Y TẺ", BODY[:1], "SỞ Y TẺ"),  # one other reading may be the wrong one
        ("tập huân", (*BODY, "tập huân"), "tập huân"),  # not clearly more often
        ("tập huân", (*BODY, *BODY, "tập huân"), "tập huấn"),
        ("Cộng hoà", ("Cộng hòa", "Cộng hòa"), "Cộng hoà"),  # two spellings of one word
        ("cấp I", ("cấp Í", "cấp Í"), "cấp I"),  # a numeral
        ("chuyển đổi số", ("chuyện đời tôi", "đời sống", "nói chuyện"), "chuyển đổi số"),
        ("SỞ TẺ\tĐộc lập", ("tế độc", "tế độc"), "SỞ TẺ\tĐộc lập"),  # two columns
    ],
)
def test_a_word_of_the_head_has_the_marks_it_mostly_has(
    read: str, others: tuple[str, ...], mended: str
) -> None:
    assert with_repeated_marks([read, *REST], others)[0] == mended


def test_the_body_of_the_same_page_counts_and_is_left_alone() -> None:
    lines = ["SỞ Y TẺ", *REST, *BODY, "trước tẻ"]
    assert with_repeated_marks(lines) == ("SỞ Y TẾ", *REST, *BODY, "trước tẻ")


WORDS = st.sampled_from(
    ["Sở", "Y", "tế", "tẻ", "TẾ", "số", "12/KH", "hoà", "-", "\t", "huấn", "huân"]
)


@settings(deadline=None)
@given(st.lists(st.lists(WORDS).map(" ".join)), st.lists(st.lists(WORDS).map(" ".join)))
def test_only_marks_change_never_letters(lines: list[str], others: list[str]) -> None:
    mended = with_repeated_marks(lines, others)
    assert [fold(line) for line in mended] == [fold(line) for line in lines]
    assert [len(line) for line in mended] == [len(line) for line in lines]
