"""A sentence answers only if it states the kind of thing that is asked for."""

from __future__ import annotations

import pytest
from one_sentence import plan_saying

from api.asked_for import asks_for_certain, states_what_is_asked
from api.question import understand


def states(question: str, sentence: str) -> bool:
    document = plan_saying(sentence)
    passage = document.passages[-1]
    return states_what_is_asked(understand(question), document, passage.span)


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        # a time of the sort asked for
        ("Nộp báo cáo trước ngày nào?", "Các xã nộp báo cáo trước ngày 20/11/2026."),
        ("Nộp báo cáo trước ngày nào?", "Các xã nộp báo cáo trong quý III năm 2026."),
        ("Bắt đầu từ tháng mấy?", "Đợt thả cá bắt đầu từ tháng 3/2026."),
        ("Xong trong quý mấy?", "Hoàn thành trong quý II năm 2026."),
        ("Hoàn thành vào năm nào?", "Hoàn thành năm 2027."),
        ("Mã thủ tục cấp thẻ là gì?", "Thủ tục cấp thẻ có mã 1.014436.H13."),
        ("Làm trong bao lâu?", "Thời hạn giải quyết là 15 ngày làm việc."),
        ("Phải nộp trong mấy năm?", "Nộp trong thời hạn 05 năm kể từ ngày kết thúc."),
        ("Phát hành khi nào?", "Bản tin phát hành vào tuần cuối cùng của tháng thứ 3 trong quý."),
        ("bao lau hop mot lan", "Tổ công tác họp hằng tháng."),
        ("Mấy tháng họp một lần?", "Tổ công tác họp hằng quý."),
        ("Bao lâu phải sơ kết?", "Định kỳ sơ kết việc nuôi cá lồng."),
        ("Dùng được mấy năm?", "Lồng cá dùng được 25 (năm)."),
        ("Nộp chậm nhất lúc nào?", "Nộp trước 10 giờ sáng ngày làm việc tiếp theo."),
        ("Khi nào hộ nuôi bị thu hồi lồng?", "Thu hồi lồng trong những trường hợp sau đây:"),
        ("phí vào cảng", "Phí vào cảng là 20.000 đồng mỗi lượt."),
        ("biên chế Chi cục Thủy sản", "Chi cục Thủy sản có 25 biên chế."),
        ("Mua bao nhiêu tiền thì phải có hóa đơn?", "Trả tiền hàng từ hai mươi triệu đồng."),
        ("Mấy tháng một lần báo cáo?", "Báo cáo 6 tháng một lần."),
        ("Thời hạn kẻ vạch của bến ra sao?", "Trong thời hạn 10 năm, bến phải kẻ vạch."),
        ("Thời hạn trả lời thế nào?", "Trả lời không quá 05 (năm) ngày làm việc."),
        ("Khi nào phải nộp?", "Nộp sau khi lồng cá được nghiệm thu."),
        ("thời hạn trả lời", "Trả lời trong thời hạn 05 ngày làm việc."),
        ("Xong trước ngày nào?", "Thực hiện Luật Thủy sản năm 2017, hoàn thành năm 2027."),
        # a number of the thing asked for
        ("Hệ số trợ cấp của trẻ dưới 4 tuổi là bao nhiêu?", "Trẻ em dưới 4 tuổi: 2.5"),
        ("Có bao nhiêu lồng cá?", "Đến năm 2027 có 340 lồng cá trên sông."),
        ("Có mấy phó giám đốc?", "Quỹ có không quá 02 (hai) Phó Giám đốc."),
        ("Tập trung xây dựng mấy khu?", "Xây dựng ba khu nuôi cá tập trung."),
        ("Đạt bao nhiêu phần trăm?", "Tỉ lệ đạt 45%."),
        ("Đóng góp bao nhiêu GDP?", "Nuôi cá đóng góp tối thiểu 3% GDP."),
        ("Quan trắc mấy đợt?", "Quan trắc thuốc bảo vệ thực vật 3 (đợt/năm)."),
        ("Công bố mấy TTHC?", "Ban hành Danh mục 02 thủ tục hành chính về nuôi cá."),
        ("Kinh phí là bao nhiêu?", "Kinh phí thực hiện là 12 tỉ đồng."),
        ("Xếp thứ mấy?", "Năm 2025 xếp thứ 05 cả nước."),
        ("Vào nhóm bao nhiêu quốc gia đứng đầu?", "Thuộc nhóm 50 nước đứng đầu thế giới."),
        ("Đứng thứ mấy đông nam á?", "Thuộc nhóm 3 nước dẫn đầu Đông Nam Á."),
        ("Bao nhiêu hộ dân nuôi cá?", "Tỉ lệ hộ dân nuôi cá lồng đạt trên 80%."),
        ("Lồng từ cấp mấy phải đăng ký?", "Lồng cá cấp II trở lên phải đăng ký."),
        ("Hộ được vay mấy năm thì phải trả?", "Hộ nuôi cá được vay trong thời hạn 05 năm."),
        ("tổng kinh phí?", "Kinh phí thực hiện là 12 tỉ đồng."),
        ("Trại với mấy lồng nhỏ do ai quản lý?", "Sở Y tế quản lý trại và lồng nhỏ."),
        ("Phát vào ngày mấy?", "Bản tin phát vào ngày 15 của tháng trước đó."),
        ("Bắt đầu khi nào?", "Làm từ ngày ban hành Kế hoạch đến khi bàn giao lồng."),
        ("Bao nhiêu cán bộ biết bơi?", "Phấn đấu tỷ lệ cán bộ biết bơi đạt 25%."),
        ("Bao nhiêu hãng nuôi cá?", "Có 12 doanh nghiệp nuôi cá lồng."),
        ("Tỷ lệ vốn đối ứng bao nhiêu?", "Xã Mây | 80 | 20."),
        ("Nộp báo cáo trước mấy giờ?", "Nộp báo cáo trước 19h00 hằng ngày."),
        ("Đứng tốp mấy châu Á?", "Thuộc nhóm 3 nước dẫn đầu châu Á."),
        ("Số trại ngang tầm tiên tiến là bao nhiêu?", "Có 5 trại ngang tầm các nước tiên tiến."),
        # a body
        ("Sở nào chủ trì?", "Giám đốc Sở Y tế chủ trì nuôi cá lồng."),
        ("Đảng ủy bộ nào chủ trì?", "Đảng ủy Bộ Y tế chủ trì nuôi cá lồng."),
        ("Ai lường trước việc cá chết?", "Sở Y tế dự báo việc cá chết."),
        ("Ai chủ trì?", "Sở Nông nghiệp và Môi trường chủ trì nuôi cá lồng."),
        # anything, where nothing in particular is asked
        ("Nuôi cá lồng thế nào?", "Nuôi cá lồng theo quy hoạch."),
    ],
)
def test_what_is_asked_for_is_recognised(question: str, sentence: str) -> None:
    assert states(question, sentence)


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("Nộp báo cáo trước ngày nào?", "Các xã nộp báo cáo đầy đủ."),
        ("Xong trước quý mấy?", "Nộp báo cáo trước ngày 10/5/2026."),
        ("Có mấy xã nuôi cá?", "Xã nuôi cá lồng được hỗ trợ 50% giống."),
        ("Lồng từ cấp mấy phải đăng ký?", "Lồng cá lớn phải đăng ký với 2 cơ quan."),
        ("tổng kinh phí?", "Kinh phí thực hiện do ngân sách bảo đảm."),
        ("Bộ nào chủ trì?", "Bộ Chính trị yêu cầu nuôi cá lồng."),
        ("Bộ nào chủ trì?", "Đảng bộ xã chủ trì nuôi cá lồng."),
        ("Ban nào chủ trì?", "Ủy ban nhân dân xã chủ trì nuôi cá lồng."),
        ("Hoàn thành vào tháng mấy?", "Hoàn thành trong năm 2027."),  # a year is no month
        ("Xong trong quý mấy?", "Sau khi Nghị định quy định chi tiết có hiệu lực."),
        # the date of another document is no deadline, nor is the year in the name of a law
        ("Xong trước ngày nào?", "Cá đạt chuẩn theo quy định của Luật Thủy sản năm 2017."),
        ("Xong trước ngày nào?", "Làm rõ mục tiêu đến năm 2030, tầm nhìn đến năm 2045."),
        ("thời hạn ra thông báo", "Sau khi nhận cá, thông báo được gửi đến từng hộ."),
        ("Khi nào xong?", "Thực hiện Quyết định số 2437/QĐ-TTg ngày 04/11/2025 về nuôi cá."),
        ("Làm trong bao lâu?", "Hoàn thành trước ngày 20/11/2026."),
        ("Dùng được mấy năm?", "Mỗi hộ được cấp mới một lồng."),  # "mới" is no "mỗi"
        ("Dùng được mấy năm?", "Lồng được thay sau 03 tháng."),
        ("Mấy tháng sơ kết một lần?", "Định kỳ sơ kết việc nuôi cá lồng."),
        ("Nhà máy có công suất bao nhiêu MW?", "Có 02 dự án nhà máy điện gió."),
        ("Công bố mấy TTHC?", "| 1 | 1.014464 | Thủ tục cấp giấy phép nuôi cá."),
        ("Có bao nhiêu lồng cá?", "Đến năm 2027 có 12 trại giống."),  # another thing is counted
        ("Có bao nhiêu đảng viên?", "Đảng viên nắm vững Nghị quyết số 57-NQ/TW."),
        ("Đạt bao nhiêu phần trăm?", "Có 340 lồng cá."),
        ("Kinh phí là bao nhiêu?", "Bố trí kinh phí nuôi cá, xong trước ngày 15/8/2026."),
        ("Được thưởng bao nhiêu tiền?", "Khen thưởng 20% số hộ nuôi cá."),  # a share is no sum
        ("Kinh phí nuôi cá là bao nhiêu?", "Nuôi cá đạt 70% số hộ."),  # nor one of another matter
        ("Ai chủ trì?", "Nuôi cá lồng theo quy hoạch."),
        ("Có bao nhiêu hộ nuôi cá?", "Nộp 01 bộ hồ sơ nuôi cá."),  # "hồ" is no "hộ"
        ("Có bao nhiêu trẻ nuôi cá?", "Ngăn ngừa xâm hại trẻ nuôi cá."),  # "hại" is no "hai"
        ("Bao nhiêu tỷ?", "| 7 | Tỷ lệ nuôi cá | 35 | 65 |"),
        ("Sở Y tế phối hợp với ai?", "Sở Y tế nuôi cá lồng."),  # not with itself
        # a quantity that is named asks for its figure
        ("biên chế Chi cục Thủy sản", "Trình tỉnh quy định biên chế của Chi cục Thủy sản."),
        ("phí vào cảng", "Được miễn phí vào cảng theo quy định."),
        ("đất lúa làm ao nuôi tối đa", "Việc dùng đất lúa làm ao nuôi theo quy hoạch."),
        # dates are no lengths: "31 tháng 12 năm 2026"
        ("Mấy tháng báo cáo một lần?", "Báo cáo trước ngày 31 tháng 12 năm 2026."),
        ("mấy năm sơ kết một lần", "Sơ kết trong tháng 12 năm 2026."),
        # nor are the years of a programme, or of its vision, a day
        ("Nộp kế hoạch trước ngày nào?", "Nộp kế hoạch nuôi cá giai đoạn 2026 - 2030."),
        ("Nộp kế hoạch trước ngày nào?", "Nộp kế hoạch nuôi cá đến năm 2045."),
    ],
)
def test_what_is_not_the_thing_asked_for_does_not_answer(question: str, sentence: str) -> None:
    assert not states(question, sentence)


@pytest.mark.parametrize(
    ("question", "certain"),
    [
        ("Trước ngày nào?", True),
        ("Ai chủ trì?", True),
        ("bao nhieu %", True),
        ("nuôi cá lồng thế nào", False),
        ("máy móc gì được hỗ trợ", False),  # "máy" of a machine asks for no number
        ("may moc gi duoc ho tro", False),
    ],
)
def test_questions_for_a_certain_thing_are_told_from_others(
    question: str,
    certain: bool,  # noqa: FBT001  a column of the table
) -> None:
    assert asks_for_certain(understand(question)) is certain
