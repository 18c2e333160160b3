"""Heads of documents as PDF, Word, scans and old files yield them, and names for citing."""

from __future__ import annotations

from datetime import date
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shared import CORPUS

from ingest.formats import read_raw
from ingest.header import closing_span, document_id, official_name, read_header, short_name
from ingest.issued import print_date, read_date
from ingest.model import DocumentInfo, Header
from ingest.text import canonical

MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"


@pytest.fixture(scope="module")
def plan_text() -> str:
    return canonical(read_raw((CORPUS / "180-KH-TU.txt").read_bytes())).text


@pytest.fixture(scope="module")
def plan(plan_text: str) -> Header:
    return read_header(plan_text)


def test_the_shipped_plan_is_read_though_its_issuer_is_only_in_the_text(plan: Header) -> None:
    assert (plan.symbol, plan.type) == ("180-KH/TU", "Kế hoạch")
    assert plan.issuer == "Ban Thường vụ Tỉnh ủy Tiền Giang"
    assert (plan.place, plan.issued) == ("Tiền Giang", date(2025, 2, 18))


def test_its_title_is_joined_from_four_lines_without_the_type(plan: Header) -> None:
    assert plan.title.startswith("học tập, quán triệt, tuyên truyền thực hiện Nghị quyết số 57")
    assert plan.title.endswith("đổi mới sáng tạo và chuyển đổi số quốc gia")
    assert "\n" not in plan.title


def test_its_lone_signature_is_no_recipient(plan: Header) -> None:
    assert plan.signer == "Nguyễn Hải Trâm"
    assert len(plan.recipients) == 8
    assert plan.recipients[0] == "Ban Tuyên giáo và Dân vận Trung ương"
    assert plan.recipients[-1] == "Lưu Văn phòng Tỉnh ủy"


def test_its_body_lies_between_the_dashes_and_the_recipients(plan: Header, plan_text: str) -> None:
    body = plan.body.of(plan_text)
    assert body.startswith("Thực hiện Hướng dẫn số 186-HD/BTGTW")
    assert body.endswith("theo dõi, chỉ đạo.")
    closing = closing_span(plan_text)
    assert closing is not None
    assert closing.of(plan_text).startswith("Nơi nhận:")
    assert closing.of(plan_text).endswith("Nguyễn Hải Trâm")


def facts(text: str) -> tuple[str | None, ...]:
    head = read_header(text)
    return (head.symbol, head.type, head.issuer, head.issued and head.issued.isoformat())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "BAN CHẤP HÀNH TRUNG ƯƠNG ĐẢNG CỘNG SẢN VIỆT NAM\n*\nSố 57-NQ/TW Hà Nội, ngày 22 tháng"
            " 12 năm 2024\nNGHỊ QUYẾT CỦA BỘ CHÍNH TRỊ VỀ ĐỘT PHÁ\nPhát triển là yếu tố.",
            ("57-NQ/TW", "Nghị quyết", "Bộ Chính trị", "2024-12-22"),
            id="two columns glued on one line",
        ),
        pytest.param(
            "ĐẢNG CỘNG SẢN VIỆT NAM\nHà Nội, ngày 10 tháng 01 năm 2025\nBAN CHẤP HÀNH TRUNG ƯƠNG\n"
            "BAN TUYÊN GIÁO\n*\nSố 186-HD/BTGTW\nHƯỚNG DẪN\nquán triệt Nghị quyết\n-----\nThực",
            ("186-HD/BTGTW", "Hướng dẫn", "Ban Tuyên giáo Trung ương", "2025-01-10"),
            id="right column first",
        ),
        pytest.param(
            "BAN CHẤP HÀNH TRUNG ƯƠNG VĂN PHÒNG\nĐẢNG CỘNG SẢN VIỆT NAM\nSố 432-TB/VPTW\nHà Nội,"
            " ngày 26 tháng 11 năm 2025\nTHÔNG BÁO KẾT LUẬN\nCỦA ĐỒNG CHÍ TỔNG BÍ THƯ\nNgày 24/11",
            ("432-TB/VPTW", "Thông báo", "Văn phòng Trung ương Đảng", "2025-11-26"),
            id="superior and office glued",
        ),
        pytest.param(
            "TỈNH ỦY TIỀN GIANG BAN TỔ CHỨC\nĐẢNG CỘNG SẢN VIỆT NAM\nSố 94- HD/BTCTU\nTiền Giang,"
            " ngày 5 tháng 3 năm 2024\nHƯỚNG DẪN\nmột số nội dung\nCăn cứ Quy định số 24-QĐ/TW",
            ("94-HD/BTCTU", "Hướng dẫn", "Ban Tổ chức Tỉnh ủy Tiền Giang", "2024-03-05"),
            id="a provincial committee's office",
        ),
        pytest.param(
            "BAN CHẤP HÀNH TRUNG ƯƠNG\nĐẢNG CỘNG SẢN VIỆT NAM\nSố 18-NQ/TW\nHà Nội, ngày 25 tháng"
            " 10 năm 2017\nNGHỊ QUYẾT\nHỘI NGHỊ LẦN THỨ SÁU BAN CHẤP HÀNH TRUNG ƯƠNG KHOÁ XII\n"
            "Một số vấn đề về tiếp tục đổi mới\n-----\nI- TÌNH HÌNH",
            ("18-NQ/TW", "Nghị quyết", "Ban Chấp hành Trung ương", "2017-10-25"),
            id="a plenum's resolution",
        ),
        pytest.param(
            "BAN CHẤP HÀNH TRUNG ƯƠNG\nSố 399-QĐ/TW\nHà Nội, ngày 09 tháng 01 năm 2026\n"
            "QUY ĐỊNH\nVỀ THỂ LOẠI\n- Căn cứ Điều lệ Đảng,\nĐiều 1. A\nT/M BAN BÍ THƯ\nTrần Văn B",
            ("399-QĐ/TW", "Quy định", "Ban Bí thư", "2026-01-09"),
            id="the signature names the organ",
        ),
        pytest.param(
            f"HỘI ĐỒNG NHÂN DÂN\nTỈNH BẾN TRE\n{MOTTO}\nSố: 05/NQ-HĐND Bến Tre, ngày 08 tháng 7"
            " năm 2024\nNGHỊ QUYẾT\nVề việc thông qua danh mục\nHỘI ĐỒNG NHÂN DÂN TỈNH BẾN TRE\n"
            "KHÓA X, KỲ HỌP THỨ 15\nCăn cứ Luật",
            ("05/NQ-HĐND", "Nghị quyết", "Hội đồng nhân dân tỉnh Bến Tre", "2024-07-08"),
            id="a name on two lines",
        ),
        pytest.param(
            f"THỦ TƯỚNG CHÍNH PHỦ {MOTTO}\nSố: 749/QĐ-TTg\nHà Nội, ngày 03 tháng 6 năm 2020\n"
            "QUYẾT ĐỊNH\nPhê duyệt Chương trình\nTHỦ TƯỚNG CHÍNH PHỦ\nCăn cứ Luật",
            ("749/QĐ-TTg", "Quyết định", "Thủ tướng Chính phủ", "2020-06-03"),
            id="motto glued to the issuer",
        ),
        pytest.param(
            f"QUỐC HỘI\nLuật số: 33/2024/QH15\n{MOTTO}\nLUẬT\nLƯU TRỮ\nCăn cứ Hiến pháp;\nLuật này"
            " được Quốc hội khóa XV thông qua ngày 21 tháng 6 năm 2024.",
            ("33/2024/QH15", "Luật", "Quốc hội", "2024-06-21"),
            id="a law is dated by its adoption",
        ),
        pytest.param(
            "Kết luận số 69-KL/TW ngày 11/01/2024 của Bộ Chính trị về tiếp tục thực hiện Nghị quyết"
            " số 20-NQ/TW\n\nSau 10 năm thực hiện",
            ("69-KL/TW", "Kết luận", "Bộ Chính trị", "2024-01-11"),
            id="a title sentence instead of a heading",
        ),
        pytest.param(
            "Thông tư\nLiên tịch Bộ Tài chính - Tổng cục Hải quan\nSố 120/2000/TTLT-BTC-TCHQ ngày"
            " 25 tháng 12 năm 2000\nVề việc bổ sung chính sách\n\nCăn cứ ý kiến",
            (
                "120/2000/TTLT-BTC-TCHQ",
                "Thông tư liên tịch",
                "Bộ Tài chính - Tổng cục Hải quan",
                "2000-12-25",
            ),
            id="a joint circular in small letters",
        ),
        pytest.param(
            f"CHÍNH PHỦ\nSố: /2025/NĐ-CP\nDỰ THẢO LẦN 2\n{MOTTO}\nHà Nội, ngày   tháng   năm 2025\n"
            "NGHỊ ĐỊNH\nQuy định về dữ liệu\nCăn cứ Luật Dữ liệu;",
            (None, "Nghị định", "Chính phủ", None),
            id="a draft without number and date",
        ),
    ],
)
def test_heads_are_read_in_whatever_order_they_come(
    text: str, expected: tuple[str | None, ...]
) -> None:
    assert facts(text) == expected


def test_a_letter_has_no_title_line_and_its_subject_may_take_two_lines() -> None:
    text = (
        f"UBND TỈNH ĐỒNG THÁP\nSỞ Y TẾ\n{MOTTO}\nSố: 125/SYT-VP\nV/v triển khai chuyển đổi số\n"
        "ngành y tế\nĐồng Tháp, ngày 3 tháng 7 năm 2025\nKính gửi: Các đơn vị trực thuộc\n"
        "Thực hiện kế hoạch, Sở đề nghị.\nNơi nhận:\n- Như trên;\n- Lưu: VT.\nKT. GIÁM ĐỐC\n"
        "PHÓ GIÁM ĐỐC\n\nBS. Trần Thị Bình"
    )
    head = read_header(text)
    assert (head.type, head.title) == ("Công văn", "triển khai chuyển đổi số ngành y tế")
    assert (head.symbol, head.issuer, head.place) == ("125/SYT-VP", "Sở Y tế", "Đồng Tháp")
    assert head.signer == "Trần Thị Bình"
    assert head.recipients == ("Như trên", "Lưu: VT")


OLDER = [
    # type alone, then issuer, number and date in the title
    (
        (
            "NGHỊ ĐỊNH\nCỦA CHÍNH PHỦ SỐ 94 /1998/NĐ-CP NGÀY 17 THÁNG 11 NĂM 1998\n"
            "QUY ĐỊNH CHI TIẾT THI HÀNH LUẬT THUẾ\nCHÍNH PHỦ\nCăn cứ Luật Tổ chức Chính phủ;"
        ),
        ("94/1998/NĐ-CP", "Nghị định", "Chính phủ", "QUY ĐỊNH CHI TIẾT THI HÀNH LUẬT THUẾ"),
    ),
    # several bodies, the number on a line that begins with one of them
    (
        (
            "THÔNG TƯ\nLIÊN TỊCH CỦA BỘ TÀI CHÍNH - CÔNG NGHIỆP -\nTỔNG CỤC HẢI QUAN SỐ"
            " 176/1998/TTLT-BTC-BCN-TCHQ\nNGÀY 25 THÁNG 12 NĂM1998 HƯỚNG DẪN THUẾ\nCăn cứ ý kiến;"
        ),
        (
            "176/1998/TTLT-BTC-BCN-TCHQ",
            "Thông tư liên tịch",
            "Bộ Tài chính - Công nghiệp - Tổng cục Hải quan",
            "HƯỚNG DẪN THUẾ",
        ),
    ),
    # the body under the type, then V/v
    (
        (
            "ỦY BAN NHÂN DÂN\nTHÀNH PHỐ CẦN THƠ\nSố: 256 /2004/QĐ-UB\nTP.Cần Thơ, ngày 01 tháng 7"
            " năm 2004\nQUYẾT ĐỊNH CỦA ỦY BAN NHÂN DÂN THÀNH PHỐ CẦN THƠ\nV/v ban hành Chương"
            " trình\nỦY BAN NHÂN DÂN THÀNH PHỐ CẦN THƠ\nCăn cứ Luật Tổ chức;"
        ),
        (
            "256/2004/QĐ-UB",
            "Quyết định",
            "Ủy ban nhân dân thành phố Cần Thơ",
            "ban hành Chương trình",
        ),
    ),
    # an attached paper: its note takes two lines
    (
        (
            "ỦY BAN NHÂN DÂN\nTỈNH AN GIANG\nLong Xuyên, ngày 07 tháng 3 năm 2002\nBẢN QUY ĐỊNH\n"
            "Chính sách ưu đãi đầu tư\n(Ban hành kèm theo Quyết định số: 522/2002/QĐ.UB\nngày"
            " 07/3/2002 của UBND tỉnh)\nChương I\nQUY ĐỊNH CHUNG"
        ),
        (None, "Quy định", "Ủy ban nhân dân tỉnh An Giang", "Chính sách ưu đãi đầu tư"),
    ),
    # signs that no table knows, a school, a subject that opens with "Về việc"
    (
        (
            "BỘ GIÁO DỤC VÀ ĐÀO TẠO\nTRƯỜNG THPT ĐỐC BINH KIỀU\nSố: 1935/ĐBKX-KSĐH\nĐồng Tháp, ngày"
            " 17 tháng 10 năm 2013\nVề việc đề nghị ra quyết định\nKính gửi: Các đơn vị\nCăn cứ"
            " Quy định;"
        ),
        (
            "1935/ĐBKX-KSĐH",
            "Công văn",
            "Trường THPT Đốc Binh Kiều",
            "đề nghị ra quyết định",
        ),
    ),
]


@pytest.mark.parametrize(("text", "expected"), OLDER)
def test_heads_of_older_papers_are_read(
    text: str, expected: tuple[str | None, str, str, str]
) -> None:
    head = read_header(text)
    assert (head.symbol, head.type, head.issuer, head.title) == expected


def test_a_signer_is_found_below_recipients_that_wrap_and_behind_a_degree() -> None:
    text = (
        "Điều 1. Một.\nNơi nhận:\n- Thủ tướng và các Phó Thủ tướng\nChính phủ;\n- Lưu: VP, Vụ PC."
        "\n(đã ký)\nTh.s Nguyễn Đồng Tiến"
    )
    assert read_header(text).signer == "Nguyễn Đồng Tiến"


def test_qd_is_read_from_the_title_line_and_never_guessed() -> None:
    head = "BAN CHẤP HÀNH TRUNG ƯƠNG\nSố 12-QĐ/TW\nHà Nội, ngày 09 tháng 01 năm 2026\n"
    assert read_header(f"{head}QUYẾT ĐỊNH\nvề việc\nĐiều 1. A").type == "Quyết định"
    assert read_header(f"{head}QUY ĐỊNH\nvề việc\nĐiều 1. A").type == "Quy định"
    assert read_header(f"{head}Căn cứ Điều lệ Đảng\nĐiều 1. A").type is None
    assert read_header(f"{head}Căn cứ Điều lệ\nQuy định này có hiệu lực.").type == "Quy định"


@pytest.mark.parametrize(
    ("closing", "signer"),
    [
        ("Nơi nhận: - Ban Bí thư, - Lưu. | T/M BAN BÍ THƯ Trần Cẩm Tú", "Trần Cẩm Tú"),
        ("| KT. CHỦ TỊCH PHÓ CHỦ TỊCH Hồ Thị Nguyên Thảo", "Hồ Thị Nguyên Thảo"),
        ("__Nơi nhận__: - Lưu. | K/T TRƯỞNG BAN PHÓ TRƯỞNG BAN Ngô Đông Hải", "Ngô Đông Hải"),
        ("Nơi nhận:\n- Lưu.\nT/M BỘ CHÍNH TRỊ\n(Đã ký)\nTrương Thị Mai", "Trương Thị Mai"),
        ("T/M BỘ CHÍNH TRỊ\nTỔNG BÍ THƯ\nTÔ LÂM\nNơi nhận:\n- Lưu.", "Tô Lâm"),
        ("TM. UỶ BAN NHÂN DÂN\nCHỦ TỊCH\nĐại tướng Phan Văn Điều", "Phan Văn Điều"),
        ("CHỦ TỊCH\nLê Trường Lưu", "Lê Trường Lưu"),
        ("KT. BỘ TRƯỞNG THỨ TRƯỞNG Thượng tướng Vũ Hải Sản", "Vũ Hải Sản"),
        ("Nơi nhận:\n- Như Điều 3;\n- Lưu: VT.", None),
    ],
)
def test_the_signer_is_found_in_every_form_of_signature(closing: str, signer: str | None) -> None:
    text = f"KẾ HOẠCH\nvề việc\n-----\nCăn cứ Luật.\nTổ chức thực hiện tốt./.\n{closing}"
    head = read_header(text)
    assert head.signer == signer
    assert head.body.of(text).endswith("tốt./.")


def test_an_annex_after_the_closing_does_not_sign_the_document() -> None:
    text = (
        "KẾ HOẠCH\nvề việc\n-----\nCăn cứ Luật.\nNơi nhận: - Lưu. | KT. CHỦ TỊCH Mai Sơn\n"
        "PHỤ LỤC\nNơi nhận: - Như trên | GIÁM ĐỐC Nguyễn Văn Mẫu"
    )
    assert read_header(text).signer == "Mai Sơn"


def test_a_form_inside_an_annex_is_not_the_closing() -> None:
    text = "KẾ HOẠCH\nvề việc\n-----\nCăn cứ Luật.\nPHỤ LỤC\nNơi nhận:\n- Như trên\nTrần Văn An"
    head = read_header(text)
    assert head.recipients == ()
    assert head.signer is None


def test_items_of_the_recipients_keep_their_inner_dashes() -> None:
    text = (
        "KẾ HOẠCH\nvề việc\n---\nCăn cứ Luật.\nNơi nhận: - Tổ chức chính trị - xã hội, - Vụ Thông"
        " tin - Đối ngoại; -Vụ Pháp chế; - Lưu: VT. | TM. ỦY BAN NHÂN DÂN CHỦ TỊCH Mai Sơn"
    )
    assert read_header(text).recipients == (
        "Tổ chức chính trị - xã hội",
        "Vụ Thông tin - Đối ngoại",
        "Vụ Pháp chế",
        "Lưu: VT",
    )


def test_marks_of_urgency_and_drafts_are_kept_and_are_no_issuer() -> None:
    text = (
        "HỎA TỐC\nTỈNH ỦY AN GIANG\n*\nSố 5-CT/TU\nDự thảo lần 3\nAn Giang, ngày 01 tháng 02 năm"
        " 2025\nCHỈ THỊ\nvề phòng chống lũ\n-----\nĐể chủ động"
    )
    head = read_header(text)
    assert head.marks == ("HỎA TỐC", "Dự thảo lần 3")
    assert head.issuer == "Tỉnh ủy An Giang"


def test_a_title_in_capitals_ends_where_small_letters_or_a_section_begin() -> None:
    for body in ("Căn cứ Luật;", "A- TÌNH HÌNH", "I. MỤC TIÊU", "Thời gian qua, công tác này"):
        text = f"KẾ HOẠCH\nCHUYỂN ĐỔI SỐ GIAI ĐOẠN\n2021 - 2025\n{body}\nnội dung"
        head = read_header(text)
        assert head.title == "CHUYỂN ĐỔI SỐ GIAI ĐOẠN 2021 - 2025"
        assert head.body.of(text).startswith(body)


def test_a_table_without_a_head_is_all_body() -> None:
    text = "STT | Khu công nghiệp | Địa điểm\n1 | Sóng Thần | Dĩ An\n2 | Đồng An | Thuận An"
    assert read_header(text).body.of(text) == text


def test_ids_carry_number_and_date_and_a_place_only_on_collision() -> None:
    issued = date(2025, 2, 18)
    plain = document_id("180-KH/TU", "Kế hoạch", None, issued)
    assert plain == "180-kh-tu-2025-02-18"
    other = document_id("180-KH/TU", "Kế hoạch", None, issued, place="Đồng Tháp")
    assert other == "180-kh-tu-2025-02-18-dong-thap"
    assert document_id("03/NQ-CP", None, None, date(2025, 1, 9)) == "03-nq-cp-2025-01-09"
    assert (
        document_id("302/2025/NĐ-CP", None, None, date(2025, 11, 19)) == "302-2025-nd-cp-2025-11-19"
    )


def test_two_resolutions_of_one_number_have_two_ids() -> None:
    first = document_id("18-NQ/TW", "Nghị quyết", "Ban Chấp hành Trung ương", date(2017, 10, 25))
    second = document_id("18-NQ/TW", "Nghị quyết", "Ban Chấp hành Trung ương", date(2022, 6, 16))
    assert first != second


def test_without_number_or_date_there_is_no_id() -> None:
    assert document_id(None, "Kế hoạch", None, date(2025, 1, 1)) == ""
    assert document_id("180-KH/TU", "Kế hoạch", None, None) == ""


def info(**changes: object) -> DocumentInfo:
    fields: dict[str, object] = {
        "id": "180-kh-tu-2025-02-18",
        "symbol": "180-KH/TU",
        "type": "Kế hoạch",
        "title": "học tập",
        "issuer": "Ban Thường vụ Tỉnh ủy Tiền Giang",
        "place": "Tiền Giang",
        "issued": date(2025, 2, 18),
        "signer": None,
        "recipients": (),
        "source": "",
        "sha256": "",
    }
    return DocumentInfo(**(fields | changes))  # type: ignore[arg-type]


def test_a_document_is_cited_by_number_date_and_issuer() -> None:
    assert official_name(info()) == (
        "Kế hoạch số 180-KH/TU, ngày 18/02/2025 của Ban Thường vụ Tỉnh ủy Tiền Giang"
    )
    assert short_name(info()) == "Kế hoạch số 180-KH/TU"


def test_what_is_not_known_is_left_out_of_the_citation() -> None:
    assert official_name(info(issuer=None, issued=None)) == "Kế hoạch số 180-KH/TU"
    assert short_name(info(symbol=None)) == "Kế hoạch học tập"
    assert short_name(info(symbol=None, title="", type=None)) == "Văn bản"


@pytest.mark.parametrize(
    ("day", "printed"),
    [
        (date(2025, 2, 18), "18/02/2025"),
        (date(2025, 5, 10), "10/5/2025"),
        (date(2025, 1, 5), "05/01/2025"),
        (date(2025, 12, 9), "09/12/2025"),
    ],
)
def test_dates_are_padded_by_the_rule_of_the_party(day: date, printed: str) -> None:
    assert print_date(day) == printed
    assert read_date(f"ngày {printed}") == day


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("ngày 05 tháng 02 năm 2026", date(2026, 2, 5)),
        ("ngày22 tháng12 năm 2024", date(2024, 12, 22)),
        ("06-02-2017", date(2017, 2, 6)),
        ("ngày 31/02/2025", None),
        ("ngày … tháng … năm 2025", None),
    ],
)
def test_dates_of_issue_are_read_in_words_and_figures(written: str, day: date | None) -> None:
    assert read_date(written) == day


_LINES = st.sampled_from(
    [
        "ỦY BAN NHÂN DÂN",
        "TỈNH X",
        "Số: 12/KH-UBND",
        "Số",
        "V/v",
        "KẾ HOẠCH",
        "-----",
        "*",
        "",
        "|",
        "Hà Nội, ngày 1 tháng 2 năm 2025",
        "ngày",
        "về việc",
        "CỦA BỘ CHÍNH TRỊ",
        "Căn cứ Luật;",
        "Nơi nhận:",
        "- Lưu: VT.",
        "T/M BAN BÍ THƯ",
        "CHỦ TỊCH",
        "Nguyễn Văn An",
        "PHỤ LỤC",
        "I-",
        "Nghị quyết số 57-NQ/TW của",
        "\t \xa0",
        "(Kèm theo",
        "[1]",
        "Điều 1.",
        "| KT. |",
    ]
)


@given(st.lists(_LINES, max_size=14).map("\n".join) | st.text(max_size=200))
def test_reading_a_head_never_fails_and_the_body_lies_in_the_text(text: str) -> None:
    head = read_header(text)
    assert 0 <= head.body.start <= head.body.end <= len(text)
    closing = closing_span(text)
    assert closing is None or head.body.end <= closing.start <= closing.end <= len(text)


@pytest.mark.parametrize(
    "text",
    [
        "SỐ TT | NỘI DUNG\n3-TT\nBỔ SUNG CÓ MỤC TIÊU",
        "BAN HÀNH THEO QUYẾT ĐỊNH\nSố: 3/BÁO",
        "TỔNG SỐ 15\nSTT",
    ],
)
def test_a_table_has_neither_number_nor_issuer(text: str) -> None:
    head = read_header(text)
    assert (head.symbol, head.issuer) == (None, None)


def test_a_paper_that_is_an_annex_alone_takes_no_number_from_what_it_refers_to() -> None:
    text = (
        "PHỤ LỤC II\n\nDANH MỤC NHIỆM VỤ THỰC HIỆN NGHỊ QUYẾT SỐ 57-NQ/TW NGÀY 22 THÁNG 12 NĂM"
        " 2024\n\n(Kèm theo Nghị quyết số /NQ-CP ngày 01 tháng 01 năm 2025)\n\nTT | Nhiệm vụ"
    )
    head = read_header(text)
    assert (head.symbol, head.type, head.issued) == (None, None, None)
    assert head.title.startswith("DANH MỤC NHIỆM VỤ")
    assert head.body.of(text) == "TT | Nhiệm vụ"


@pytest.mark.parametrize("piece", ["ỦY BAN NHÂN DÂN ", "- ", "ngày tháng năm ", "Nơi nhận:\n"])
def test_a_very_long_text_is_read_in_time_that_grows_with_its_length(piece: str) -> None:
    started = process_time()
    read_header(piece * (200_000 // len(piece)))
    assert process_time() - started < 5
