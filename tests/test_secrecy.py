"""The gate: stamps refuse, handling marks ask, running text does neither."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shared import CORPUS, needs_shared, shared

from ingest.errors import SecretDocumentError
from ingest.secrecy import HEAD_LINES, check_stamps, first_page_unreadable, mark_of

HEADING = "TỈNH ỦY TIỀN GIANG\nĐẢNG CỘNG SẢN VIỆT NAM\n"
BODY = "\nBÁO CÁO\nThực hiện Hướng dẫn của Ban Tuyên giáo Trung ương, Tỉnh ủy báo cáo như sau:"

STAMPS = [
    "MẬT",
    "TỐI MẬT",
    "TUYỆT MẬT",
    "(MẬT)",
    "[ TỐI MẬT ]",
    "★ TUYỆT MẬT ★",
    "*** MẬT ***",
    "--- MẬT ---",
    "M Ậ T",
    "T Ố I  M Ậ T",
    "T U Y Ệ T  M Ậ T",
    "MẬT.",
    "MAT",  # recognised from a scan without its marks
    "MÂT",
    "TOI MAT",
    "TUYET MAT",
    "TÀI LIỆU MẬT",
    "HỎA TỐC - MẬT",
    "MẬT - KHẨN",
    "M\u200bẬ\u00adT",  # characters without width between the letters
    "TỐI\u00a0MẬT",
    unicodedata.normalize("NFD", "TUYỆT MẬT"),
    "МẬТ",  # Cyrillic М and Т
    "ＭẬＴ",  # the wide letters of East Asian fonts
    "M\nẬ\nT",
    "Số 12-BC/TU MẬT",
    "Số: 12/BC-UBND   (TỐI MẬT)",
    "MẬT Số 12-BC/TU",
    "TUYỆT MẬT   ĐẢNG CỘNG SẢN VIỆT NAM",
    "ĐẢNG CỘNG SẢN VIỆT NAM | MẬT",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM MẬT",
    "BAN THƯỜNG VỤ TỈNH ỦY MẬT",
    "Tiền Giang, ngày 18 tháng 02 năm 2025 MẬT",
    "| MẬT | |",
    "| TỈNH ỦY | TỐI MẬT |",
    "Độ mật: Tối mật",
    "MỨC ĐỘ MẬT: MẬT",
]


@pytest.mark.parametrize("stamp", STAMPS)
def test_a_stamp_near_the_head_is_refused(stamp: str) -> None:
    with pytest.raises(SecretDocumentError, match="không được đưa vào máy") as caught:
        check_stamps([HEADING + stamp + BODY])
    assert "TIỀN GIANG" not in str(caught.value)


@pytest.mark.parametrize("position", [0, 1, 2])
def test_a_stamp_on_any_page_is_refused(position: int) -> None:
    pages = [HEADING + BODY, "Trang hai\n", "PHỤ LỤC\n"]
    pages[position] = "TUYỆT MẬT\n" + pages[position]
    with pytest.raises(SecretDocumentError):
        check_stamps(pages)


@pytest.mark.parametrize(
    "line",
    [
        "VỀ BẢO VỆ BÍ MẬT NHÀ NƯỚC",
        "bí mật",
        "BÍ MẬT",
        "BẢO MẬT",
        "mật",
        "Mật",
        "Mật độ dân số của tỉnh",
        "MẬT ĐỘ DÂN SỐ",
        "quan hệ mật thiết giữa Đảng với Nhân dân",
        "Căn cứ Luật Bảo vệ bí mật nhà nước số 117/2025/QH15;",
        "LUẬT BẢO VỆ BÍ\nMẬT NHÀ NƯỚC",
        "VỀ TĂNG CƯỜNG CÔNG TÁC BẢO\nMẬT",  # the last word of a broken title
        "PHÁT TRIỂN NGHỀ NUÔI ONG\nMẬT",
        "BAN CHỈ ĐẠO BẢO MẬT",
        "BAN QUẢN LÝ TÀI LIỆU MẬT",
        "Ban hành Danh mục tài liệu MẬT",
        "Số lượng văn bản MẬT đã tiếp nhận trong năm",
        "| 1 | Văn bản | MẬT | 5 |",  # a row of data
        "BỀ MẶT",
        "MẶT",
        "Độ mật: không",
        "KHẨN",
    ],
)
def test_words_about_secrecy_are_not_stamps(line: str) -> None:
    assert check_stamps([HEADING + line + BODY]) == ()


def test_a_stamp_far_below_the_head_is_running_text() -> None:
    assert check_stamps([HEADING + "dòng chữ\n" * HEAD_LINES + "MẬT"]) == ()


@pytest.mark.parametrize(
    ("line", "mark"),
    [
        ("Dự thảo lần 2", "Dự thảo lần 2"),
        ("DỰ THẢO LẦN II", "Dự thảo lần II"),
        ("(Bản dự thảo lần thứ 3)", "Dự thảo lần 3"),
        ("DỰ THẢO", "Dự thảo"),
        ("Dự thảo ngày 12/3/2025", "Dự thảo"),
        ("LƯU HÀNH NỘI BỘ", "Lưu hành nội bộ"),
        ("(Tài liệu lưu hành nội bộ)", "Lưu hành nội bộ"),
        ("TÀI LIỆU HỘI NGHỊ", "Tài liệu hội nghị"),
        ("Tài liệu thu hồi sau hội nghị", "Thu hồi"),
        ("XEM XONG TRẢ LẠI", "Xem xong trả lại"),
        ("Góp ý dự thảo báo cáo", None),
        ("Dự thảo Nghị quyết", None),
        ("Thu hồi đất tại xã Tân Lý", None),
        ("KHẨN", None),  # urgency does not bind who may read
    ],
)
def test_a_handling_mark_is_a_line_of_its_own(line: str, mark: str | None) -> None:
    assert mark_of(line) == mark
    assert check_stamps([line + "\n" + HEADING, line]) == ((mark,) if mark else ())


@pytest.mark.parametrize(
    ("page", "unreadable"),
    [
        (HEADING + BODY, False),
        ("Thuc hien Nghi quyet cua Bo Chinh tri", False),  # typed without marks
        ("", True),
        ("  \n 12 \n", True),
        ("~Or XHCnr v,~r c, ti2 S6 J1Lii xq zz kt", True),  # what recognition makes of a seal
    ],
)
def test_a_first_page_that_cannot_be_judged_is_reported(page: str, unreadable: bool) -> None:  # noqa: FBT001 (a table's column)
    assert first_page_unreadable([page, HEADING]) is unreadable


def test_no_pages_at_all_cannot_be_judged() -> None:
    assert first_page_unreadable([])


@given(
    st.sampled_from(["MẬT", "TỐI MẬT", "TUYỆT MẬT"]),
    st.text(alphabet=" *-_()[]★=|.\t\u00a0\u200b", max_size=6),
    st.integers(0, 10),
)
def test_no_frame_hides_a_stamp(stamp: str, frame: str, above: int) -> None:
    with pytest.raises(SecretDocumentError):
        check_stamps(["Dòng đầu\n" * above + frame + stamp + frame[::-1]])


def test_the_shipped_document_passes() -> None:
    text = (CORPUS / "180-KH-TU.txt").read_text(encoding="utf-8")
    assert check_stamps([text]) == ()
    assert not first_page_unreadable([text])


@needs_shared
def test_no_reference_document_is_refused_or_unreadable() -> None:
    paths = [*shared("documents").glob("*/*.txt"), *shared("corpus").glob("*.txt")]
    texts = [path.read_text(encoding="utf-8") for path in paths]
    assert len(texts) > 90
    assert {check_stamps([text]) for text in texts} == {()}
    assert not any(first_page_unreadable([text]) for text in texts)
