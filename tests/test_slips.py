"""What is a slip of the keys is read as it was meant; refusals show it as it was typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.model import NotFound, Partial
from api.slips import Mended, said_as_typed, without_slips

HELD = frozenset({"sandbox", "tien", "giang", "ca", "phe", "thu", "tuc"})


def known(word: str) -> bool:
    return word in HELD


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("thuc hein nghi quyet", "thuc hien nghi quyet"),
        ("thực hiện ngihị quyết", "thực hiện nghị quyết"),
        ("bao caoo truoc ngay nao", "bao cao truoc ngay nao"),
        ("xuat khau caphe bao nhieu tan", "xuat khau ca phe bao nhieu tan"),  # run together
        ("thutuc cap the", "thu tuc cap the"),
        ("gửi tới nhữngđồng chí nào", "gửi tới những đồng chí nào"),
        ("aiký kế họach 7360", "ai ký kế hoạch 7360"),
        ("phân việc choBộ Tài chính", "phân việc cho Bộ Tài chính"),
        ("Kế hoạhc 180 gửi nhửng nơi nào", "Kế hoạch 180 gửi những nơi nào"),
        ("Sỡ Y tế gửi báo cáo về đâu", "Sở Y tế gửi báo cáo về đâu"),
        ("tỉnh Quãng Ngải giao sở nào", "tỉnh Quảng Ngãi giao sở nào"),
        ("theo nghi quyết 57 về chuyển đổi số", "theo nghị quyết 57 về chuyển đổi số"),
        ("hinh thưc tuyên truyên cho nguoi dân", "hinh thức tuyên truyền cho nguoi dân"),
    ],
)
def test_a_slip_is_put_right(typed: str, meant: str) -> None:
    assert without_slips(typed, known).text == meant


@pytest.mark.parametrize(
    "typed",
    [
        "thuc hien nghi quyet 57",
        "co che sandbox la gi",  # stands in the library
        "UBND tinh Quang Ngai lam gi",
        "ubnd, hdnd, khcn, tthc",  # short forms
        "NGHI QUYET",
        "Báo Ấp Bắc gửi báo cáo trước ngày nào?",
        "Ở Đắk Lắk và Huế, ai ký Kế hoạch số 0129/KH-UBND?",
        "Bộ KH&CN, Sở GD&ĐT ktra qtrình nào?",
        "b/c về đâu trong TTr/BKHCN",
        "Nhà tui bị tốc mái thì mấy ổng ở xã lo sao?",
        "Tỉnh cho ai cầm trịch dự án?",
        "Quỹ thu nhập tăng thêm của cán bộ Hà Nội",
        "",
    ],
)
def test_all_else_stays_as_it_was_typed(typed: str) -> None:
    assert without_slips(typed, known) == Mended(typed)


@given(st.text(alphabet="abeinht ớ 57/", max_size=30))
def test_any_text_is_read_without_an_error(text: str) -> None:
    assert isinstance(without_slips(text, known), Mended)


def test_words_put_right_are_told_with_what_was_typed() -> None:
    found = without_slips("Kế hoạhc gửi nhửng nơi nào", known)
    assert found.slips == (("hoạch", "hoạhc"), ("những", "nhửng"))


def test_a_refusal_shows_words_as_they_were_typed() -> None:
    slips = (("hoạch", "họach"), ("những", "nhửng"))
    told = Partial("Văn bản không nêu “kế hoạch”. Nội dung gần nhất:\nKế hoạch tuần.", (), ())
    assert said_as_typed(told, slips).answer == (
        "Văn bản không nêu “kế họach”. Nội dung gần nhất:\nKế hoạch tuần."
    )


@pytest.mark.parametrize(
    "outcome",
    [
        Partial("Văn bản có nói đến kế hoạch. Nội dung gần nhất:\nKế hoạch tuần.", (), ()),
        NotFound("Không tìm thấy nội dung trả lời trong các văn bản của thư viện."),
    ],
)
def test_what_is_said_otherwise_stays(outcome: Partial | NotFound) -> None:
    assert said_as_typed(outcome, (("hoạch", "họach"),)) is outcome


def test_where_one_slip_is_found_others_are_likelier() -> None:
    typed = "việc thẻ chế hóa do ai lảnh đạo"
    assert without_slips(typed, known).text == "việc thể chế hóa do ai lãnh đạo"
    once = typed.replace("lảnh", "lãnh")
    assert without_slips(once, known).text == once
