"""Deadlines, owners, partners, where reports go, tasks and goals: answered from the right item."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ingest.model import Deadline, Goal
from ingest.text import fold

if TYPE_CHECKING:
    from answering import Answering

pytest_plugins = ("answering",)

KH180, PLAN = "180-kh-tu-2025-02-18", "45-kh-tu-2026-03-05"
DECISION, RIVERS = "312-qd-ubnd-2026-04-14", "16-nq-tu-2026-02-03"
FORESTS, PLASTICS = "27-ct-tu-2018-06-12", "27-ct-tu-2026-01-20"
WATERWAYS = "88-kh-ubnd-2026-03-27"

DEADLINES = [
    ("Báo Ấp Bắc phải báo cáo kết quả trước ngày nào?", "10/5/2025", f"{KH180}#III.4"),
    ("Việc quán triệt, tuyên truyền hoàn thành khi nào?", "quý I năm 2025", f"{KH180}#II.2"),
    ("Đề án số hóa địa chí hoàn thành khi nào?", "30/9/2026", f"{PLAN}#III.1"),
    ("Báo Bắc Sơn báo cáo kết quả chậm nhất ngày nào?", "15/12/2026", f"{PLAN}#III.2"),
    ("Giám sát việc giao rừng xong trước ngày nào?", "31/10/2018", f"{FORESTS}#3"),
    ("Tỉnh Đoàn Bắc Sơn báo cáo trước ngày nào?", "20/6/2026", f"{PLASTICS}#3"),
    ("Ban Kinh tế Tỉnh ủy báo cáo trước ngày nào?", "28/12/2027", f"{RIVERS}#IV.1"),
    ("Báo Sơn Hà mở chuyên mục khi nào?", "quý II năm 2026", f"{RIVERS}#IV.2"),
    ("Lắp đặt phao tiêu báo hiệu hoàn thành khi nào?", "15/8/2026", f"{WATERWAYS}#II.2"),
    ("Thời hạn lập bản đồ số bến thủy?", "Quý IV/2026", f"{WATERWAYS}#Phụ lục I.2"),
    (
        "UBND cấp xã báo cáo hoạt động của phòng đọc khi nào?",
        "25 tháng 11 hằng năm",
        f"{DECISION}#Chương II.Điều 4.2",
    ),
]
OWNERS = [
    ("Cơ quan nào chủ trì xây dựng đề án số hóa địa chí?", "Đảng ủy Ủy ban", f"{PLAN}#III.1"),
    ("Ai thu gom rác thải nhựa trên sông?", "Ban Quản lý Cảng sông", f"{PLASTICS}#1"),
    ("Ai tuần tra rừng đầu nguồn?", "Hạt Kiểm lâm Bắc Sơn", f"{FORESTS}#1"),
    ("Cơ quan nào hướng dẫn cấp sách luân chuyển?", "Sở Văn hóa", f"{DECISION}#Chương II.Điều 4.1"),
    ("Ai bố trí kinh phí nạo vét luồng lạch?", "Sở Tài chính", f"{WATERWAYS}#II.2"),
    ("Ai khảo sát độ sâu luồng sông Mây?", "Sở Khoa học", f"{WATERWAYS}#Phụ lục I.1"),
    ("Ai theo dõi việc thực hiện Nghị quyết 16?", "Ban Kinh tế Tỉnh ủy", f"{RIVERS}#IV.1"),
]
PARTNERS = [
    ("Sở Xây dựng phối hợp với ai nâng cấp bến thủy?", "Công an tỉnh", f"{WATERWAYS}#II.1"),
    ("Tỉnh Đoàn Bắc Sơn phối hợp với ai?", "Hội Liên hiệp Phụ nữ", f"{PLASTICS}#3"),
    (
        "Cơ quan nào phối hợp khảo sát độ sâu luồng sông Mây?",
        "Sở Xây dựng",
        f"{WATERWAYS}#Phụ lục I.1",
    ),
    (
        "Sở Văn hóa, Thể thao và Du lịch phối hợp với cơ quan nào?",
        "Sở Tài chính",
        f"{DECISION}#Chương II.Điều 4.1",
    ),
]
REPORTS = [
    ("Báo Bắc Sơn báo cáo qua cơ quan nào?", "Tuyên giáo và Dân vận", f"{PLAN}#III.2"),
    ("Tỉnh Đoàn Bắc Sơn báo cáo kết quả về đâu?", "Ban Thường vụ Tỉnh ủy", f"{PLASTICS}#3"),
    (
        "UBND cấp xã báo cáo hoạt động phòng đọc cho ai?",
        "Sở Văn hóa, Thể thao và Du lịch",
        f"{DECISION}#Chương II.Điều 4.2",
    ),
]
GOALS = [
    ("Tỉ lệ thư viện xã có mạng đến năm 2030?", "85%", f"{PLAN}#I.1.-1"),
    ("Tỉ lệ thư viện xã có mạng đến năm 2045?", "100%", f"{PLAN}#I.2.-1"),
    ("Có bao nhiêu thư viện số cấp tỉnh?", "20 - 25", f"{PLAN}#I.1.-2"),
    ("Đến năm 2020 tỉ lệ che phủ rừng bao nhiêu?", "58%", f"{FORESTS}#2"),
    ("Đến 2028 thu gom được bao nhiêu % rác thải nhựa?", "70%", f"{PLASTICS}#2"),
    ("Vận tải đường sông năm 2030 đảm nhận bao nhiêu %?", "35%", f"{RIVERS}#II.1.-1"),
    ("Vận tải đường sông năm 2045 đảm nhận bao nhiêu %?", "50%", f"{RIVERS}#II.2.-1"),
    ("Có bao nhiêu bến thủy nội địa đạt chuẩn an toàn?", "18", f"{RIVERS}#II.1.-2"),
]
ASKED = [*DEADLINES, *OWNERS, *PARTNERS, *REPORTS, *GOALS]


@pytest.mark.parametrize(("question", "value", "place"), ASKED)
def test_what_is_asked_is_answered_from_the_item_that_states_it(
    answering: Answering, question: str, value: str, place: str
) -> None:
    assert value in answering.answered(question).answer
    assert place in answering.places(question)


@pytest.mark.parametrize(("question", "value", "place"), ASKED)
def test_it_is_answered_without_diacritics_too(
    answering: Answering, question: str, value: str, place: str
) -> None:
    assert value in answering.answered(fold(question)).answer
    assert place in answering.places(fold(question))


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        *(("Cơ quan nào phối hợp khảo sát độ sâu luồng sông Mây?", name) for name in ["Sở Xây"]),
        ("Ai khảo sát độ sâu luồng sông Mây?", "Sở Khoa học"),
        ("Ai bố trí kinh phí nạo vét luồng lạch?", "Sở Tài chính"),
    ],
)
def test_owners_and_partners_are_not_mixed_up(
    answering: Answering, question: str, lead: str
) -> None:
    assert answering.answered(question).answer.startswith(lead)


@pytest.mark.parametrize(
    ("question", "wrong"),
    [
        ("Tỉ lệ thư viện xã có mạng đến năm 2030?", "100%"),
        ("Vận tải đường sông năm 2045 đảm nhận bao nhiêu %?", "35%"),
        ("Báo Bắc Sơn báo cáo kết quả chậm nhất ngày nào?", "10/5/2025"),
        ("Sở Tài chính bố trí kinh phí xong trước ngày nào?", "10 tháng 12"),
    ],
)
def test_a_neighbouring_figure_is_left_out(answering: Answering, question: str, wrong: str) -> None:
    assert wrong not in answering.answered(question).answer


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Đề án số hóa địa chí hoàn thành khi nào?", Deadline),
        ("Tỉ lệ thư viện xã có mạng đến năm 2030?", Goal),
    ],
)
def test_the_facts_behind_an_answer_travel_with_it(
    answering: Answering, question: str, kind: type
) -> None:
    answer = answering.answered(question)
    assert any(isinstance(fact, kind) for _, fact in answer.facts)
    for document, fact in answer.facts:
        assert fact in answering.library.document(document).facts


@pytest.mark.parametrize(
    "question",
    [
        "Báo Bắc Sơn mở chuyên mục đọc sách trước ngày nào?",  # no day is stated for this duty
        "Đào tạo thủ thư do cơ quan nào chủ trì?",  # the task names nobody
        "Hạt Kiểm lâm Bắc Sơn tuần tra xong trước ngày nào?",
    ],
)
def test_what_the_item_does_not_state_is_not_borrowed_from_its_neighbour(
    answering: Answering, question: str
) -> None:
    assert answering.status(question) in {"partial", "not_found"}


def test_the_official_place_names_the_item(answering: Answering) -> None:
    cited = answering.answered("Đề án số hóa địa chí hoàn thành khi nào?").citations[0]
    assert cited.label == "khoản 1, mục III"
    assert cited.official == (
        "khoản 1, mục III, Kế hoạch số 45-KH/TU, ngày 05/3/2026 của Ban Thường vụ Tỉnh ủy Bắc Sơn"
    )
    assert "hoàn thành trước ngày 30/9/2026." in cited.quote


def test_to_whom_is_reported_names_no_owner_unless_one_is_asked_for(answering: Answering) -> None:
    to_whom = answering.answered("Báo Ấp Bắc báo cáo kết quả quán triệt cho ai?").answer
    assert "Ban Thường vụ Tỉnh ủy" in to_whom.splitlines()[0]
    assert "Báo Ấp Bắc" not in to_whom.splitlines()[0]
    both = answering.answered("Ai báo cáo kết quả quán triệt và báo cáo về đâu?", [KH180]).answer
    assert "Ban Thường vụ Tỉnh ủy" in both
    assert "Báo Ấp Bắc" in both


@pytest.mark.parametrize(
    "question", ["Ban Dân vận làm gì theo KH 180", "Văn phòng Tỉnh ủy có nhiệm vụ gì trong KH 180"]
)
def test_a_partner_is_never_told_another_bodys_duty_as_its_own(
    answering: Answering, question: str
) -> None:
    answer = answering.answered(question).answer
    assert answer.startswith("Giao Đảng ủy Uỷ ban nhân dân tỉnh chủ trì, phối hợp với")
