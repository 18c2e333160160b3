"""Questions about the paper itself: its number, date, issuer, signer, recipients, title, basis."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ingest.text import fold

if TYPE_CHECKING:
    from answering import Answering

pytest_plugins = ("answering",)

# question, words of the answer, where they stand
ASKED = [
    ("Kế hoạch 45 ban hành ngày nào?", "05/3/2026", "45-kh-tu-2026-03-05#dau"),
    ("Kế hoạch 180 ban hành ngày nào?", "18/02/2025", "180-kh-tu-2025-02-18#dau"),
    ("Quyết định 312 ký ngày nào?", "14/4/2026", "312-qd-ubnd-2026-04-14#dau"),
    ("Kế hoạch 88/KH-UBND ngày tháng năm nào?", "27/3/2026", "88-kh-ubnd-2026-03-27#dau"),
    ("Kế hoạch 45 do ai ký?", "Trần Văn Bình", "45-kh-tu-2026-03-05#noi-nhan"),
    ("Kế hoạch 180 do ai ký?", "Nguyễn Hải Trâm", "180-kh-tu-2025-02-18#noi-nhan"),
    ("Người ký Quyết định 312 là ai?", "Lê Thị Hoài Thu", "312-qd-ubnd-2026-04-14#noi-nhan"),
    ("Nghị quyết 16 ai ký?", "Phạm Quốc Hưng", "16-nq-tu-2026-02-03#noi-nhan"),
    ("Phó Chủ tịch nào ký Quyết định 312?", "Lê Thị Hoài Thu", "312-qd-ubnd-2026-04-14#noi-nhan"),
    ("Ông nào ký Kế hoạch 45?", "Trần Văn Bình", "45-kh-tu-2026-03-05#noi-nhan"),
    ("Kế hoạch 45 do đồng chí Bí thư nào ký?", "Trần Văn Bình", "45-kh-tu-2026-03-05#noi-nhan"),
    ("Nơi nhận của Kế hoạch 45?", "Các huyện ủy", "45-kh-tu-2026-03-05#noi-nhan"),
    ("Quyết định 312 gửi những nơi nào?", "Sở Tư pháp", "312-qd-ubnd-2026-04-14#noi-nhan"),
    ("Kế hoạch 88 do cơ quan nào ban hành?", "Sơn Hà", "88-kh-ubnd-2026-03-27#dau"),
    ("Cơ quan nào ban hành Nghị quyết 16?", "Tỉnh ủy Sơn Hà", "16-nq-tu-2026-02-03#dau"),
    ("Kế hoạch 45 ban hành ở đâu?", "Bắc Sơn", "45-kh-tu-2026-03-05#dau"),
    ("Kế hoạch 45 nói về vấn đề gì?", "thư viện số", "45-kh-tu-2026-03-05#dau"),
    ("Trích yếu của Quyết định 312?", "phòng đọc cộng đồng", "312-qd-ubnd-2026-04-14#dau"),
    ("Trích yếu của Nghị quyết 16?", "vận tải đường sông", "16-nq-tu-2026-02-03#dau"),
    ("Kế hoạch 45 căn cứ văn bản nào?", "91-NQ/TW", "45-kh-tu-2026-03-05#mo-dau"),
    ("Quyết định 312 căn cứ vào đâu?", "46/2019/QH14", "312-qd-ubnd-2026-04-14#mo-dau"),
    ("Kế hoạch 88 thực hiện nghị quyết nào?", "16-NQ/TU", "88-kh-ubnd-2026-03-27#mo-dau"),
]


@pytest.mark.parametrize(("question", "value", "place"), ASKED)
def test_a_field_of_the_head_is_answered_from_the_text(
    answering: Answering, question: str, value: str, place: str
) -> None:
    assert value in answering.answered(question).answer
    assert place in answering.places(question)


@pytest.mark.parametrize(("question", "value", "place"), ASKED)
def test_a_field_is_found_without_diacritics_too(
    answering: Answering, question: str, value: str, place: str
) -> None:
    assert value in answering.answered(fold(question)).answer
    assert place in answering.places(fold(question))


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("Kế hoạch về phát triển thư viện số do ai ký?", "Trần Văn Bình"),
        ("Số, ký hiệu của kế hoạch phát triển thư viện số?", "45-KH/TU"),
        ("Chỉ thị về rác thải nhựa ban hành ngày nào?", "20/01/2026"),
        ("Nghị quyết về vận tải đường sông ban hành ngày nào?", "03/02/2026"),
    ],
)
def test_a_paper_may_be_named_by_its_title(answering: Answering, question: str, value: str) -> None:
    assert value in answering.answered(question).answer


def test_every_document_of_the_basis_is_named(answering: Answering) -> None:
    answer = answering.answered("Quyết định 312 căn cứ vào những văn bản nào?").answer
    assert all(symbol in answer for symbol in ("46/2019/QH14", "93/2020/NĐ-CP", "77/TTr-SVHTTDL"))
    assert "118/QĐ-UBND" not in answer  # replaced by it, not its basis


def test_every_recipient_is_named(answering: Answering) -> None:
    answer = answering.answered("Nơi nhận của Kế hoạch 45?").answer
    assert all(name in answer for name in ("Bộ Chính trị", "Các huyện ủy", "Văn phòng Tỉnh ủy"))


def test_the_official_citation_can_be_pasted_into_a_paper(answering: Answering) -> None:
    cited = answering.answered("Kế hoạch 45 do ai ký?").citations[0]
    assert cited.official == (
        "phần ký, Kế hoạch số 45-KH/TU, ngày 05/3/2026 của Ban Thường vụ Tỉnh ủy Bắc Sơn"
    )


def test_a_question_about_a_matter_is_not_one_about_the_paper(answering: Answering) -> None:
    answer = answering.answered("Chỉ thị 27 về rác thải nhựa giao ai thu gom?").answer
    assert answer.startswith("Ban Quản lý Cảng sông Bắc Sơn")


def test_the_document_replaced_is_named(answering: Answering) -> None:
    answer = answering.answered("Quyết định 312 thay thế văn bản nào?")
    assert "118/QĐ-UBND" in answer.answer
    assert answer.citations[0].path == ("Chương II", "Điều 5")


def test_the_day_of_effect_is_not_the_day_of_issue(answering: Answering) -> None:
    answer = answering.answered("Quyết định 312 có hiệu lực từ ngày nào?").answer
    assert "01 tháng 5 năm 2026" in answer
    assert "14/4/2026" not in answer


def test_who_signed_is_not_who_issued(answering: Answering) -> None:
    assert len(answering.answered("Kế hoạch 45 do ai ký?").claims) == 1


def test_two_fields_asked_at_once_are_both_answered(answering: Answering) -> None:
    answer = answering.answered("Kế hoạch 45 ai ký, ngày nào?").answer
    assert "Trần Văn Bình" in answer
    assert "05/3/2026" in answer


def test_who_signed_is_told_with_the_office(answering: Answering) -> None:
    answer = answering.answered("Kế hoạch 45 do ai ký?")
    assert answer.answer == "Người ký Kế hoạch số 45-KH/TU: Trần Văn Bình, Phó bí thư."
    assert answer.citations[0].quote == "PHÓ BÍ THƯ\nTrần Văn Bình"


@pytest.mark.parametrize(
    ("question", "symbols"),
    [
        ("Ông Trần Văn Bình ký những văn bản nào?", ["45-KH/TU", "27-CT/TU"]),
        ("tran van binh da ky may van ban", ["45-KH/TU", "27-CT/TU"]),
        ("Bà Lê Thị Hoài Thu ký quyết định nào?", ["312/QĐ-UBND"]),
    ],
)
def test_the_papers_of_a_signer_are_told(
    answering: Answering, question: str, symbols: list[str]
) -> None:
    answer = answering.answered(question).answer
    assert all(symbol in answer for symbol in symbols)
    assert answer.count("Người ký") == len(symbols)


def test_nobody_signs_for_another(answering: Answering) -> None:
    """A name that no paper bears is no signer's."""
    assert answering.status("Ông Trần Văn Tám ký những văn bản nào?") != "answered"


def test_what_a_paper_replaces_is_not_its_own_number(answering: Answering) -> None:
    assert answering.status("Kế hoạch 88 thay thế kế hoạch số mấy?") != "answered"
    assert answering.status("Kế hoạch 88 mang số mấy?") == "answered"
