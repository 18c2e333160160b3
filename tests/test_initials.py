"""A short form that no table knows is read by what the documents say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.initials import with_initials
from api.question import understand

TEXT = """Quy định về thẻ kiểm toán viên
1. Kiểm toán viên nhà nước được cấp thẻ. Trưởng ban giám khảo do Giám đốc Sở Tài chính cử.
2. Nghệ sĩ ưu tú được thưởng khi đoạt huy chương vàng; đời sống kinh tế của nghệ sĩ.
3. Các tổ chức chính trị - xã hội giám sát. Khi thi công, kiểm tra kỹ thuật và kỹ thuật an toàn.
"""


def read(typed: str, text: str = TEXT) -> str:
    return with_initials(understand(typed), lambda: (text,)).text


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("thẻ ktoán cấp cho ai", "thẻ kiểm toán cấp cho ai"),  # the last word whole
        ("gđốc Sở Tài chính cử ai", "giám đốc Sở Tài chính cử ai"),
        ("kt an toàn thế nào", "kỹ thuật an toàn thế nào"),  # no vowel: no syllable
        ("nghe si duoc thuong khi doat hcvang", "nghe si duoc thuong khi doat huy chuong vang"),
    ],
)
def test_a_form_may_be_half_written(typed: str, meant: str) -> None:
    assert read(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Sở Tư pháp HP phối hợp với ai", "Sở Tư pháp Hải Phòng phối hợp với ai"),
        ("giám đốc Công an tỉnh VL báo cáo ai", "giám đốc Công an tỉnh Vĩnh Long báo cáo ai"),
        ("mức thưởng ở HP", "mức thưởng ở Hải Phòng"),
        ("chứng từ HP là gì", "chứng từ HP là gì"),  # no place stands there
        ("mục IV ở đâu", "mục IV ở đâu"),
    ],
)
def test_a_place_is_read_by_its_initials_where_one_may_stand(typed: str, meant: str) -> None:
    places = ("Hải Phòng", "Vĩnh Long", "Cần Thơ")
    assert with_initials(understand(typed), lambda: ("",), places).text == meant


def test_initials_of_two_places_mean_neither() -> None:
    typed = "Sở Tư pháp HN báo cáo ai"
    assert with_initials(understand(typed), lambda: ("",), ("Hà Nội", "Hà Nam")).text == typed


def test_three_words_with_the_last_whole_are_read_where_they_are_often_said() -> None:
    text = "Kinh tế số đạt 30%. Phát triển kinh tế số; đo kinh tế số hằng năm. Khi tố số."
    assert read("ktso dat bao nhieu", text) == "kinh te so dat bao nhieu"


def test_capitals_stand_for_a_name_before_other_words() -> None:
    text = "Nâng sức cạnh tranh. Sức cạnh tranh còn thấp. Sở Công Thương lo; gửi Sở Công Thương."
    assert read("SCT làm gì", text) == "sở công thương làm gì"
    assert read("nâng sct thế nào", text) == "nâng sức cạnh tranh thế nào"


def test_words_that_no_table_knows_are_read_where_they_meet_twice() -> None:
    text = "Ban Tuyên giáo và Dân vận chủ trì. Gửi Ban Tuyên giáo và Dân vận."
    assert read("Ban TG&DV làm gì", text) == "Ban tuyên giáo và dân vận làm gì"


def test_a_form_typed_with_its_mark_begins_with_that_letter() -> None:
    text = "Các đơn vị báo cáo. Dịch vụ công; dịch vụ số; dịch vụ khác."
    assert read("các đv gửi về đâu", text) == "các đơn vị gửi về đâu"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("thẻ KTV cấp cho ai", "thẻ kiểm toán viên cấp cho ai"),
        ("truong BGK do ai cu", "truong ban giam khao do ai cu"),  # typed without marks, read so
        ("NSƯT được thưởng khi nào", "nghệ sĩ ưu tú được thưởng khi nào"),
        ("nsut doat hcv", "nghe si uu tu doat huy chuong vang"),
        ("CT-XH giám sát gì", "chính trị - xã hội giám sát gì"),
        # what stands between the same words is meant, though another phrase is said oftener
        ("đời sống KT của nghệ sĩ", "đời sống kinh tế của nghệ sĩ"),
        ("kiểm tra KT thế nào", "kiểm tra kỹ thuật thế nào"),
    ],
)
def test_the_letters_are_the_initials_of_a_phrase_of_the_text(typed: str, meant: str) -> None:
    assert read(typed) == meant


@pytest.mark.parametrize(
    "typed",
    [
        "UBND tỉnh làm gì",  # of the table
        "thẻ kiểm toán viên",  # nothing short
        "khoản 5 mục IV",  # a numeral
        "AI giúp gì cho kiểm toán",  # a word of the table of capitals, said nowhere in full
        "XYZ là gì",  # no such initials
        "TT 54/2025/TT-BCT quy định gì",  # a number of a document
        "",
    ],
)
def test_known_words_numerals_and_numbers_stay(typed: str) -> None:
    assert read(typed) == understand(typed).text


def test_no_text_is_fetched_where_nothing_is_short() -> None:
    def never() -> tuple[str, ...]:
        raise AssertionError

    assert with_initials(understand("Ai chủ trì việc này?"), never).text == "Ai chủ trì việc này?"


def test_a_form_that_the_documents_use_themselves_stays() -> None:
    text = "Kinh tế số đạt 30% GDP, 50% GDP. Giao dịch phí. Giao dịch phí."
    assert read("bao nhiêu % GDP", text) == "bao nhiêu % GDP"
    unit = "Mỗi hộp thư 02 GB/tài khoản. Góp bút; góp bút; góp bút."
    assert read("hộp thư mấy GB", unit) == "hộp thư mấy GB"


def test_a_phrase_does_not_run_over_a_stop() -> None:
    assert read("HCV là gì", "Hội. Chương vàng son. Hồ, chim, vịt.") == "HCV là gì"


@given(st.text(max_size=40), st.text(max_size=80))
def test_any_question_and_text_are_read(typed: str, text: str) -> None:
    assert isinstance(read(typed, text), str)
