"""What a good trainer would strike out of a bank of questions, and never finds in this one."""

from __future__ import annotations

import math
import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from fakes import make_document
from packs import choices, made_up, nq57, others_of, pack_of, reference_documents
from papers import kh180
from shared import needs_shared

from api.pack.bank import ENOUGH, FILLING, MOST_PLACES
from api.pack.check import check
from api.pack.choices import FAR
from api.pack.choices_places import CROSS, GENERAL
from api.pack.contents import essentials
from api.pack.layout import Table, _filled
from api.pack.make import draft, neighbours
from api.pack.proofs import DANGLING, bounds
from api.pack.workshop import lowered
from ingest.read import read_document
from ingest.text import fold

if TYPE_CHECKING:
    from api.pack.model import StudyPack
    from ingest.model import DocumentInfo


def all_packs() -> list[StudyPack]:
    return [pack_of(document) for document in (*made_up(), *reference_documents())]


@needs_shared
def test_no_sentence_is_filled_in_twice() -> None:
    for pack in all_packs():
        shown = [q.sources[0].span for q in pack.questions if q.about == "term"]
        assert len(shown) == len(set(shown))


@needs_shared
def test_options_that_are_figures_or_days_stand_in_their_order() -> None:
    seen = 0
    for question in (q for pack in all_packs() for q in choices(pack)):
        texts = [option.text for option in question.options]
        if question.about == "figure":
            assert texts == sorted(texts, key=lambda text: bounds(text) or (0, 0))
            seen += 1
        elif question.id.endswith("issued"):
            days = [[int(n) for n in text.split("/")][::-1] for text in texts]
            assert days == sorted(days)
            seen += 1
    assert seen > 40


@needs_shared
def test_a_wrong_figure_is_one_that_could_be_right() -> None:
    for question in (q for pack in all_packs() for q in choices(pack)):
        if question.about == "figure":
            own = math.log1p((bounds(question.key) or (0, 0))[1])
            for option in question.options:
                assert abs(math.log1p((bounds(option.text) or (0, 0))[1]) - own) <= FAR


@needs_shared
def test_the_right_document_is_not_known_by_its_form() -> None:
    cited = [q for pack in all_packs() for q in choices(pack) if q.id.endswith("cited")]
    assert cited
    for question in cited:
        assert all(re.fullmatch(r"\D+ số \S+", option.text) for option in question.options)
        state = {bool(re.search(r" \d+/", option.text)) for option in question.options}
        assert len(state) == 1  # all of the State, or all of the Party


@needs_shared
def test_what_is_to_be_placed_says_something_of_its_own() -> None:
    for question in (q for pack in all_packs() for q in choices(pack) if q.about == "place"):
        assert not CROSS.search(question.text)
    assert not [q for q in choices(pack_of(kh180())) if q.text.startswith("Nghị quyết số")]


@pytest.mark.parametrize(
    ("words", "cut_off"),
    [
        ("tỷ lệ người từ 65 tuổi trở", True),
        ("Giám đốc trung tâm ra", True),
        ("các cơ quan được giao hỗ trợ", False),
        ("Sở Khoa học và Công nghệ", False),
        ("số hộ tham gia và", True),
    ],
)
def test_a_name_that_was_cut_off_is_told(words: str, cut_off: bool) -> None:  # noqa: FBT001
    assert bool(DANGLING.search(words)) is cut_off


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("ĐẾN NĂM 2030", "đến năm 2030"),
        ("Đến năm 2030", "đến năm 2030"),
        ("UBND tỉnh", "UBND tỉnh"),
    ],
)
def test_a_time_of_a_heading_does_not_shout_among_the_options(written: str, shown: str) -> None:
    assert lowered(written) == shown


class Held:
    """A shelf with documents beside the one asked about; nothing is known by name only."""

    known = ()

    def __init__(self, infos: list[DocumentInfo]) -> None:
        self.infos = infos

    @property
    def library(self) -> Held:
        """The documents are held here too."""
        return self

    def documents(self) -> list[DocumentInfo]:
        """Return the heads."""
        return self.infos


def test_wrong_answers_come_from_held_papers_of_the_same_type_nearest_in_time() -> None:
    own, _ = make_document(["x"], "90-kh-tu-2025-06-01", issued=date(2025, 6, 1))
    infos = [
        replace(own.info, id=f"{kind}-{n:02}", symbol=f"{n}-KH/TU", type=kind, issued=day)
        for kind in ("Kế hoạch", "Thông tư")
        for n, day in enumerate((date(2025, month, 2) for month in range(1, 13)), 1)
    ]
    found = neighbours(own, Held([own.info, *infos]))  # type: ignore[arg-type] -- a fake shelf
    assert {info.type for info in found} == {"Kế hoạch"}
    assert len(found) == 9
    assert {"Kế hoạch-01", "Kế hoạch-12"}.isdisjoint(info.id for info in found)


@needs_shared
def test_the_bank_of_a_resolution_is_large_and_proved() -> None:
    pack = pack_of(nq57())
    assert len(pack.questions) >= 30
    assert check(draft(nq57(), others_of(nq57())), nq57(), others_of(nq57())) == ()


@needs_shared
def test_a_long_outline_keeps_its_headings_and_says_so() -> None:
    said = "Văn bản dài nên phần bố cục chỉ nêu các đề mục."
    long = [pack for pack in all_packs() if said in pack.notes]
    assert long
    for pack in long:
        assert all(row.whole or row.depth == 1 for row in pack.outline)
    assert "khoản 3, mục I" in {row.label for row in pack_of(nq57()).outline}


PARTED = """KẾ HOẠCH
phát triển nghề mộc

A- TÌNH HÌNH
1. Nghề mộc của tỉnh có từ lâu đời và được nhiều nơi biết tiếng.
2. Thợ trẻ theo nghề ngày một ít đi trong mười năm trở lại đây.

B- ĐỊNH HƯỚNG PHÁT TRIỂN, TẦM NHÌN ĐẾN NĂM 2040
I- Quan điểm
1. Giữ nghề là giữ nếp sống của làng. Cần kiên trì.
2. Thợ giỏi phải sống được bằng nghề của mình.
II- Nhiệm vụ
1. Mở lớp truyền nghề tại các làng mộc trong tỉnh cho thanh niên.
2. Lập quỹ mua gỗ chung cho các tổ thợ nhỏ.
"""


def test_a_part_that_holds_several_groups_gives_each_its_own() -> None:
    document = read_document(PARTED.encode(), "nghe-moc.txt")
    groups = {group.name: [q.text for q in group.quotes] for group in essentials(document)}
    assert list(groups) == ["Quan điểm, nguyên tắc", "Nhiệm vụ, giải pháp"]
    assert groups["Quan điểm, nguyên tắc"][0] == "Giữ nghề là giữ nếp sống của làng."
    assert len(groups["Nhiệm vụ, giải pháp"]) == 2


def test_a_column_that_no_row_fills_is_left_out() -> None:
    table = Table(("a", "b", "c"), (1, 2, 3), (("1", "", "2"), ("3", "", "")))
    assert _filled(table) == (Table(("a", "c"), (1, 3), (("1", "2"), ("3", ""))),)
    assert _filled(Table(("a",), (1,), ())) == ()


@needs_shared
def test_a_paper_that_sets_little_is_asked_where_things_stand_up_to_thirty_questions() -> None:
    for pack in all_packs():
        places = sum(q.about == "place" and q.kind == "choice" for q in pack.questions)
        assert places <= FILLING
        assert places <= MOST_PLACES or len(pack.questions) <= ENOUGH


def test_a_decree_without_goals_has_questions_enough() -> None:
    document = read_document(decree().encode(), "77.txt")
    pack = pack_of(document)
    places = [q for q in pack.questions if q.about == "place" and q.kind == "choice"]
    assert MOST_PLACES < len(places) <= FILLING
    assert not any(GENERAL.match(fold(q.key)) for q in places)
    assert list(check(pack, document, others_of(document))) == []


@needs_shared
def test_nobody_is_asked_what_stands_in_the_general_part_of_a_paper() -> None:
    keys = [fold(q.key) for pack in all_packs() for q in choices(pack) if q.about == "place"]
    assert keys
    assert not any(GENERAL.match(key) for key in keys)


@needs_shared
def test_nought_is_no_wrong_figure_and_none_stands_beside_it() -> None:
    for question in (q for pack in all_packs() for q in choices(pack) if q.about == "figure"):
        assert all(bounds(option.text) != (0, 0) for option in question.options)


def decree() -> str:
    """Return a made-up decree: twelve articles in four chapters, and not one goal."""
    things = ("sách in", "báo chí", "bản đồ", "tranh cổ", "đĩa hát", "phim tư liệu") * 2
    parts = []
    for number, thing in enumerate(things, start=1):
        if number % 3 == 1:
            name = ("QUY ĐỊNH CHUNG", "LƯU GIỮ", "CHO MƯỢN", "HOÀN TRẢ")[number // 3]
            parts.append(f"Chương {('I', 'II', 'III', 'IV')[number // 3]}\n{name}")
        way = "Kho chứa" if number <= len(things) // 2 else "Việc mượn"
        kept = f"Vật phẩm ở kệ {number} được lau bụi, xếp theo năm nhập và kiểm đếm bởi thủ kho."
        sent = f"Hồ sơ kệ {number} gửi về trụ sở."
        parts.append(f"Điều {number}. {way} {thing}\n1. {kept}\n2. {sent}")
    head = "CHÍNH PHỦ\nSố: 77/2026/NĐ-CP\nHà Nội, ngày 05 tháng 3 năm 2026\nNGHỊ ĐỊNH"
    return f"{head}\nVề thư viện\n" + "\n".join(parts)
