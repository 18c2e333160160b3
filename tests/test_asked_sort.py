"""What has a form of its own is told only by words of that form: a number to dial, a name."""

from __future__ import annotations

import pytest

from api.asked_sort import gives_a_reason, of_the_form_asked
from api.question import understand


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Số điện thoại của Trung tâm là bao nhiêu?", "Trung tâm, điện thoại: 0238.3844.522."),
        ("Gọi số điện thoại nào để hỏi?", "Liên hệ 0912 345 678 để được hướng dẫn."),
        ("hotline của Sở Y tế", "Đường dây nóng 1900 9095 của Sở Y tế."),
        ("Gửi góp ý qua hộp thư điện tử nào?", "Gửi về vanphong@sonha.gov.vn."),
        ("Tên miền của Cổng dữ liệu tỉnh là gì?", "Cổng dữ liệu tại địa chỉ data.sonha.gov.vn."),
        ("cho xin số tài khoản", "Chuyển vào tài khoản 3713.0.1054321 tại Kho bạc."),
        ("Giám đốc Trung tâm tên là gì?", "Giám đốc Trung tâm là bà Lê Thị Hoài Thu."),
        ("họ tên của Chủ tịch Hội đồng", "Chủ tịch Hội đồng: ông Trần Văn Khải."),
        ("Giám đốc Quỹ là ai?", "Giám đốc Quỹ do Phó Giám đốc Sở Tài chính kiêm nhiệm."),
        ("Trưởng Ban Chỉ đạo là ai?", "Thành lập Ban Chỉ đạo do đồng chí Bí thư làm Trưởng ban."),
        ("Nêu tên những phường nào?", "Tại một số phường: Sông Trí, Thành Sen."),
        ("Trưởng Ban Chỉ đạo là ai?", "Chủ tịch Ủy ban nhân dân tỉnh là Trưởng Ban Chỉ đạo."),
        ("Chủ tịch Hội đồng Tư vấn quốc gia", "Chủ tịch Hội đồng là Bộ trưởng Bộ Y tế."),
        ("Quy chế định nghĩa thư công vụ là gì?", "Thư công vụ (viết tắt là TCV) là thư được cấp."),
        ("khai niem chuoi so la gi", "Chuỗi số được hiểu là chuỗi có dữ liệu số."),
        ("Hợp tác với những trường đại học cụ thể nào?", "Hợp tác với Trường Đại học Cần Thơ."),
        ("Kể tên các xã được hỗ trợ", "Gồm các xã Sông Trí, Nam Đông."),
        ("danh sách phường làm thí điểm", "1 | Thành Sen | 40"),
    ],
)
def test_words_of_the_form_asked_may_answer(question: str, text: str) -> None:
    assert of_the_form_asked(understand(question), text)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Số điện thoại của Trung tâm là bao nhiêu?", "Trung tâm tại số 16, đường Trường Thi."),
        ("so dien thoai cua trung tam la gi", "Trung tâm tiếp nhận 1.014464 hồ sơ."),
        ("hotline hỗ trợ thư công vụ", "Thường xuyên hướng dẫn, hỗ trợ thư điện tử công vụ."),
        ("Gửi góp ý qua hộp thư điện tử nào?", "Góp ý gửi về Văn phòng trước ngày 25/5."),
        ("ten mien cua Cong du lieu tinh la gi", "Xây dựng Cổng dữ liệu tỉnh."),
        ("Giám đốc Trung tâm tên là gì?", "Giám đốc Trung tâm có trách nhiệm thi hành."),
        ("truong ban chi dao ten gi", "Trưởng Ban Chỉ đạo phụ trách chung."),
        ("Giám đốc Sở Y tế tên gì?", "Giám đốc Sở Y tế Hà Nội chịu trách nhiệm thi hành."),
        ("Giám đốc Công ty Điện lực là ai?", "Giám đốc Công ty Điện lực; Giám đốc Hợp tác xã."),
        ("Giám đốc Quỹ là ai?", "Quỹ là tổ chức tài chính nhà nước."),  # of no director
        ("Giám đốc Quỹ là đồng chí nào?", "Giám đốc Quỹ là người đại diện theo pháp luật."),
        ("Giám đốc Quỹ là ai?", "Giám đốc Quỹ thông báo và nêu rõ lý do từ chối."),
        ("Các phó giám đốc Quỹ là những ai?", "Khoản vay do phó giám đốc Quỹ quyết định."),
        ("Chủ tịch Hội đồng Tư vấn quốc gia", "Thành lập Hội đồng Tư vấn quốc gia về cá."),
        ("Nghị quyết định nghĩa đô thị số là gì?", "Hoàn thành xây dựng đô thị số."),
        ("Hợp tác với những trường đại học cụ thể nào?", "Các trường đại học cung cấp phần mềm."),
        ("Kể tên các xã được hỗ trợ", "Các xã được Ủy ban nhân dân tỉnh hỗ trợ theo quy định."),
        ("Tỉnh có những xã nào khó khăn, liệt kê tên", "Xã khu vực III là xã khó khăn."),
        ("danh sách doanh nghiệp của tỉnh", "Phó Giám đốc Sở quản lý doanh nghiệp của tỉnh."),
        ("Nêu tên những thành phố nào?", "Thí điểm cho một số thành phố trực thuộc trung ương."),
        ("những thành phố cụ thể nào làm trước", "Thí điểm cho một số thành phố."),
    ],
)
def test_other_words_do_not(question: str, text: str) -> None:
    assert not of_the_form_asked(understand(question), text)


@pytest.mark.parametrize(
    "question",
    [
        "Tên miền là gì?",  # asks what the word means
        "Dung lượng hộp thư điện tử là bao nhiêu?",
        "Dung lượng hộp thư điện tử cá nhân là bao nhiêu?",
        "Những hộp thư điện tử nào bị khóa?",
        "Địa chỉ thư điện tử của xã đặt theo mẫu nào?",
        "Người không dùng điện thoại thông minh thì làm gì?",
        "Bỏ quên số điện thoại thì nộp giấy tờ gì?",
        "email đảng ủy xã",  # papers say how such addresses are made
        "Ai là giám đốc được bầu?",
        "giám đốc trung tâm chính trị định mức giảng dạy",
        "Ai xác định nghĩa vụ tài chính thế nào?",
        "Phải làm rõ những khái niệm nào?",
        "Danh sách hộ nghèo do ai duyệt?",
        "Những biện pháp cụ thể nào được áp dụng?",
        "Sở nào chủ trì?",
    ],
)
def test_questions_that_ask_for_no_such_thing_leave_every_sentence(question: str) -> None:
    assert of_the_form_asked(understand(question), "Sở Y tế hướng dẫn các xã.")


@pytest.mark.parametrize(
    ("question", "text", "given"),
    [
        ("Vì sao cá chết?", "Cá chết do nước bẩn.", True),
        ("Vi sao bo lai?", "Lý do: nhiều năm không phát sinh hồ sơ.", True),
        ("Tại sao không phê duyệt?", "Nếu không phê duyệt thì trả lời và nêu rõ lý do.", False),
        ("Vì lý do gì cá chết?", "Cá chết phải được thu gom.", False),
        ("Khi nào cá chết?", "Cá chết phải được thu gom.", True),  # no reason is asked
    ],
)
def test_a_reason_is_told_by_a_word_of_reasons(question: str, text: str, given: bool) -> None:  # noqa: FBT001  a column of the table
    assert gives_a_reason(understand(question), text) is given
