"""A question that asks several things is asked part by part."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from one_sentence import plan_saying

from api.answer_parts import together
from api.model import Partial
from api.parts import MOST, parts_of
from api.write import Draft, Line, Proof
from ingest.model import Span

if TYPE_CHECKING:
    from answering import Answering

pytest_plugins = ("answering",)


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        # the first part's document and matter go along, its asking words do not
        (
            "QĐ 312 hiệu lực từ ngày nào, bãi bỏ quyết định nào",
            ("QĐ 312 hiệu lực từ ngày nào", "QĐ 312, bãi bỏ quyết định nào"),
        ),
        (
            "mail cong vu bao lau phai doi mat khau, mat khau toi thieu may ky tu",
            (
                "mail cong vu bao lau phai doi mat khau",
                "mail cong vu phai doi mat khau, mat khau toi thieu may ky tu",
            ),
        ),
        (
            "Ai soạn đề án và khi nào phải xong?",
            ("Ai soạn đề án", "soạn đề án, khi nào phải xong"),
        ),
        # a part with a year or a paper of its own leaves those of the first
        (
            "bến thủy 2030 có mấy bến, 2045 có mấy bến",
            ("bến thủy 2030 có mấy bến", "bến thủy có mấy bến, 2045 có mấy bến"),
        ),
        (
            "KH 45 do ai chủ trì, còn NQ 16 giao ai theo dõi",
            ("KH 45 do ai chủ trì", "chủ trì, NQ 16 giao ai theo dõi"),
        ),
        # a second breath without a matter of its own is no part
        ("Kế hoạch 45 do ai ký, ngày nào?", ()),
        # what asks nothing stays with what does
        ("Hội đồng tư vấn về KHCN, ĐMST và CĐS có bao nhiêu thành viên", ()),
        ("Sở, ban, ngành nào chủ trì?", ()),
        # "mấy" that counts nothing asks nothing
        ("Đài tỉnh với mấy đài huyện, đài xã chậm nhất ngày nào phải gửi báo cáo?", ()),
        ("đô thị thông minh", ()),
        ("", ()),
    ],
)
def test_parts_are_cut_where_both_sides_ask(question: str, parts: tuple[str, ...]) -> None:
    assert tuple(part.whole for part in parts_of(question)) == parts


@given(st.text(alphabet="abc nào gì ai, ; và ?1.", max_size=60))
def test_any_text_has_no_part_or_between_two_and_the_most(text: str) -> None:
    assert len(parts_of(text)) in {0, *range(2, MOST + 1)}


def test_both_parts_are_answered_with_their_places(answering: Answering) -> None:
    outcome = answering.answered(
        "Quyết định 312 có hiệu lực từ ngày nào, sở nào hướng dẫn việc cấp sách luân chuyển?"
    )
    assert "01 tháng 5 năm 2026" in outcome.answer
    assert "Sở Văn hóa, Thể thao và Du lịch" in outcome.answer
    assert {"Điều 5", "Điều 4"} <= {part for c in outcome.citations for part in c.path}


def test_a_part_that_is_not_stated_makes_the_answer_partial(answering: Answering) -> None:
    outcome = answering.ask(
        "Quyết định 312 có hiệu lực từ ngày nào, phòng đọc mở cửa bao nhiêu giờ mỗi tuần?"
    )
    assert isinstance(outcome, Partial)
    assert "01 tháng 5 năm 2026" in outcome.answer
    lead = outcome.answer.splitlines()[0]  # what is not stated is named, in the words typed
    assert "phòng đọc mở cửa bao nhiêu giờ mỗi tuần" in lead
    assert "hiệu lực" not in lead


def test_a_part_that_repeats_another_is_told_by_its_own_words(answering: Answering) -> None:
    outcome = answering.answered(
        "Kế hoạch 45: tỉ lệ thư viện xã có mạng đến năm 2030 đạt bao nhiêu phần trăm, bạn đọc tăng"
        " bao nhiêu phần trăm?"
    )
    assert "85%" in outcome.answer
    assert "12%" in outcome.answer


def test_what_two_parts_say_with_the_same_proofs_is_told_once() -> None:
    """Who and when are told by one sentence, its proofs the other way round."""
    document = plan_saying("Sở Y tế báo cáo trong quý I.")
    one, two = (Proof(document, Span(at, at + 5)) for at in (0, 7))
    said = [Draft((Line("Trong quý I.", proofs),)) for proofs in ((one, two), (two, one))]
    assert together(said).lines == said[0].lines
    assert len(together([*said, Draft((Line("Trong quý I.", (one,)),))]).lines) == 2
