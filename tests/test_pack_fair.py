"""A bank that can be handed out as it is: nothing tells the right answer but the document."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from fakes import make_document
from packs import made_up, nq57, others_of, pack_of, reference_documents
from papers import kh180
from shared import needs_shared

from api.pack import material
from api.pack.choices import grain
from api.pack.make import draft
from api.pack.proofs import ELSEWHERE, is_single, pairs_of
from api.pack.workshop import lowered
from ingest.dates import find_periods
from ingest.read import read_document
from ingest.text import fold

if TYPE_CHECKING:
    from api.pack.model import Question, StudyPack

NAMED = "Những năm qua, ở Việt Nam và các nước Đông Nam Á, việc này được coi trọng."
PLAN = """ỦY BAN NHÂN DÂN
TỈNH ĐỒNG NGUYÊN

Số: 77/KH-UBND

Đồng Nguyên, ngày 05 tháng 3 năm 2026

KẾ HOẠCH
Phát triển thư viện số

1. Sở Tài chính
a) Bố trí kinh phí để mua sắm thiết bị cho các thư viện cấp xã trong dự toán hằng năm của tỉnh.
b) Thẩm định giá các gói thầu số hóa tài liệu theo đúng quy định của pháp luật về đấu thầu.
2. Thủ thư
a) Tham gia các lớp tập huấn về số hóa tài liệu do Sở Văn hóa và Thể thao tổ chức tại các huyện.
3. Tổ chức thực hiện
a) Giao Sở Văn hóa và Thể thao chủ trì, phối hợp với các trường phổ thông mở phòng đọc số tại xã.
4. Điều khoản thi hành
a) Kế hoạch này có hiệu lực kể từ ngày ký và được gửi tới các cơ quan có liên quan để thực hiện.
"""
AIMS = """TỈNH ỦY ĐỒNG NGUYÊN
*
Số 8-KH/TU

Đồng Nguyên, ngày 05 tháng 3 năm 2026

KẾ HOẠCH
phát triển kinh tế biển

I- MỤC TIÊU ĐẾN NĂM 2030
- Phát triển bền vững các ngành kinh tế biển mũi nhọn của tỉnh ven biển; \
kinh tế hàng hải của tỉnh; nuôi trồng hải sản xa bờ.
- Diện tích rừng ngập mặn ven biển của tỉnh đạt 1.700 ha.
- Phục hồi rừng ngập mặn, diện tích rừng ngập mặn ven biển của tỉnh đạt 1.700 ha.
- Tỉ lệ thu gom rác thải nhựa ở các bãi biển đạt 100%.
- Tỉ lệ tàu cá xa bờ gắn thiết bị giám sát hành trình đạt 100%.
"""


def all_packs() -> list[StudyPack]:
    return [pack_of(document) for document in (*made_up(), *reference_documents())]


def all_questions() -> list[Question]:
    return [question for pack in all_packs() for question in pack.questions]


@needs_shared
def test_no_two_words_of_the_right_heading_alone_stand_in_what_is_to_be_placed() -> None:
    placed = [q for q in all_questions() if q.about == "place" and q.kind == "choice"]
    assert len(placed) > 100
    for question in placed:
        right = question.options[question.right or 0].text
        others = [o.text for o in question.options if o.text != right]
        telltale = pairs_of(right).difference(*map(pairs_of, others))
        assert not telltale & pairs_of(question.text)


@needs_shared
def test_the_times_to_choose_from_are_told_as_exactly_as_each_other() -> None:
    asked = [q for q in all_questions() if q.about == "period" and q.kind == "choice"]
    assert len(asked) >= 5
    for question in asked:
        periods = [find_periods(option.text)[0][1] for option in question.options]
        assert len(set(map(grain, periods))) == 1


@needs_shared
def test_a_level_is_asked_about_once_and_without_what_it_is_a_share_of() -> None:
    for pack in all_packs():
        asked = [q.ask for q in pack.questions if q.about == "content" and q.kind == "choice"]
        assert len(asked) == len(set(asked))
        assert not any(re.search(r"% [^”]", ask.split("mức", 1)[1].split("”")[0]) for ask in asked)


@needs_shared
def test_no_question_points_at_what_is_not_shown() -> None:
    for question in all_questions():
        if question.kind != "open":
            assert not ELSEWHERE.search(question.text)
            assert not question.text.rstrip().endswith(":")
            assert "……." not in question.text


@needs_shared
def test_a_paper_that_the_title_names_is_not_asked_for() -> None:
    for pack in all_packs():
        for question in pack.questions:
            if question.id.endswith("cited"):
                assert fold(question.key.rsplit(" ", 1)[-1]) not in fold(pack.title)


@needs_shared
def test_true_and_false_statements_come_in_like_numbers() -> None:
    keys = [q.key for q in all_questions() if q.kind == "statement"]
    assert 0.35 < keys.count("Đúng") / len(keys) < 0.65
    for pack in all_packs():
        true = sum(q.key == "Đúng" for q in pack.questions)
        assert true <= sum(q.key == "Sai" for q in pack.questions) + 1


@needs_shared
def test_initials_are_asked_for_once_at_most() -> None:
    for pack in all_packs():
        assert sum("từ viết tắt" in q.ask for q in pack.questions) <= 1


@needs_shared
def test_no_form_of_question_takes_the_whole_bank() -> None:
    kinds = [(q.kind, q.about) for q in pack_of(nq57()).questions]
    assert len(set(kinds)) >= 9
    assert max(map(kinds.count, kinds)) <= 10


@needs_shared
def test_an_open_question_is_answered_by_every_headed_part_of_the_section() -> None:
    whole = next(
        q for q in pack_of(nq57()).questions if "mục III “" in q.ask and "của mục" in q.ask
    )
    assert [source.label for source in whole.sources] == [
        f"khoản {n}, mục III" for n in range(1, 8)
    ]


def test_the_time_that_a_part_is_about_is_asked_for_by_the_name_of_the_part() -> None:
    asked = [q for q in pack_of(kh180()).questions if q.about == "period"]
    named = [q for q in asked if "khoản 2, mục II (“NỘI DUNG, THỜI GIAN VÀ TÀI LIỆU" in q.ask]
    assert [q.key for q in named] == ["trong quý I năm 2025"]


def test_a_plan_is_asked_about_by_its_bodies_and_not_by_its_closing_words() -> None:
    document = read_document(PLAN.encode(), "thu-vien.txt")
    pack = draft(document, others_of(document))
    asks = [q.ask for q in pack.questions if q.kind == "open"]
    assert any("nhiệm vụ, trách nhiệm của Sở Tài chính theo khoản 1, " in ask for ask in asks)
    assert not any("thi hành" in ask for ask in asks)


def test_a_body_that_a_task_is_given_to_may_stand_after_giao_only() -> None:
    document = read_document(PLAN.encode(), "thu-vien.txt")
    assert [owned.name for owned in material.owned(document)] == ["Sở Văn hóa và Thể thao"]


def test_a_day_whose_month_serves_several_days_is_no_answer() -> None:
    text = "Tập huấn các ngày 24, 25 và 26/8/2026 tại huyện; sơ kết trước ngày 30/9/2026."
    document, _ = make_document((text,))
    days = [span for span, _ in find_periods(document.text)]
    listed = [material.in_list_of_days(document.text, span) for span in days]
    assert listed == [span.of(document.text).startswith("26") for span in days]
    assert any(listed)


@pytest.mark.parametrize(
    ("written", "text", "shown"),
    [
        ("QUÝ IV NĂM 2025", "", "quý IV năm 2025"),
        ("ĐẾN NĂM 2030, VIỆT NAM", NAMED, "đến năm 2030, Việt Nam"),
        ("TẦM NHÌN ĐẾN NĂM 2045", NAMED, "tầm nhìn đến năm 2045"),
        ("Đến năm 2030", NAMED, "đến năm 2030"),
    ],
)
def test_names_and_roman_figures_of_a_heading_keep_their_capitals(
    written: str, text: str, shown: str
) -> None:
    assert lowered(written, text) == shown


@pytest.mark.parametrize(
    "name",
    ["Doanh nghiệp, tổ chức, cơ sở giáo dục", "Tổ chức chủ trì nhiệm vụ", "Cơ sở giáo dục đại học"],
)
def test_a_kind_of_bodies_is_no_single_body(name: str) -> None:
    assert not is_single(name)


@needs_shared
def test_the_paper_referred_to_is_named_as_the_others_are() -> None:
    cited = [q for q in all_questions() if q.id.endswith("cited")]
    assert cited
    assert all(" số " in option.text for q in cited for option in q.options)


@needs_shared
def test_a_false_time_does_not_shout() -> None:
    swaps = [p.text for q in all_questions() if q.about == "period" for p in q.shown]
    assert not any(words.isupper() and len(words) > 1 for words in swaps)


def test_an_item_within_a_sentence_is_asked_about_only_if_it_says_enough() -> None:
    document = read_document(AIMS.encode(), "8.txt")
    shown = [each.clause.of(document.text) for each in material.dated(document)]
    assert any(words.startswith("Phát triển bền vững") for words in shown)
    assert not any(words.startswith(("kinh tế hàng hải", "nuôi trồng")) for words in shown)


def test_a_figure_that_is_set_twice_for_one_matter_is_asked_for_once() -> None:
    document = read_document(AIMS.encode(), "8.txt")
    figures = [each.key for each in material.figures(document)]
    assert figures.count("1.700") == 1
    assert figures.count("100%") == 2
