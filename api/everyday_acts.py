"""What people say that is done, and what papers write for it; rows as in ``everyday_words``."""

from __future__ import annotations

from typing import Final

ACTS_SAID: Final = """
# making plans and papers
lập ra: thành lập, xây dựng
dựng lên: xây dựng, thành lập
vạch ra: xây dựng, đề ra, xác định
lên kế hoạch | làm kế hoạch: xây dựng kế hoạch, lập kế hoạch
lập kế hoạch: xây dựng kế hoạch
xây dựng kế hoạch: lập kế hoạch, ban hành kế hoạch
lên danh sách: lập danh sách, tổng hợp danh sách
làm báo cáo: báo cáo, tổng hợp
viết báo cáo: báo cáo, xây dựng báo cáo
viết ra: soạn thảo, biên soạn, xây dựng
thảo ra: dự thảo, soạn thảo
làm luật | soạn luật: xây dựng pháp luật, xây dựng luật
ra luật: ban hành luật, xây dựng pháp luật
bàn bạc: thảo luận, trao đổi, thống nhất
bàn thảo | họp bàn: thảo luận, trao đổi
bàn với: trao đổi, phối hợp, thống nhất
đưa lên: trình, báo cáo, đăng tải
đệ trình: trình
trình duyệt: trình, phê duyệt
ký duyệt: phê duyệt
gật đầu: chấp thuận, đồng ý, nhất trí
tán thành: nhất trí, đồng ý, biểu quyết
bác đơn: từ chối, không chấp thuận
bác bỏ: từ chối, loại bỏ, không chấp thuận
bị từ chối: từ chối, không đủ điều kiện
# telling and sending
gởi: gửi, nộp, trình, báo cáo
gởi về: gửi, báo cáo
gửi lên: trình, gửi, báo cáo
chuyển lên: trình, gửi
báo lại: thông báo, phản hồi, trả lời
báo cho: thông báo, phản ánh, báo cáo
báo tin: thông báo
báo về: báo cáo, gửi
phúc đáp: trả lời
hồi âm: trả lời, phản hồi
loan báo: thông báo, công bố
dán thông báo | treo bảng: niêm yết
tải lên: đăng tải, cập nhật
đưa lên mạng: đăng tải, công khai, trên môi trường số
đăng mạng: đăng tải
giảng giải: hướng dẫn, tuyên truyền, giải thích
cổ động: tuyên truyền, vận động
hỏi dân: lấy ý kiến
tiếp dân: tiếp công dân
gặp dân: tiếp công dân, đối thoại
đề đạt: kiến nghị, đề xuất
hiến kế: đề xuất, góp ý
gợi ý: đề xuất
kêu ca | than phiền: phản ánh, kiến nghị, khiếu nại
kêu với | kêu: phản ánh, kiến nghị
thắc mắc: vướng mắc, khiếu nại, phản ánh, kiến nghị
kiện cáo | kiện tụng: khiếu nại, khởi kiện, tranh chấp
thưa kiện: khiếu nại, khởi kiện, tố cáo
cãi nhau | tranh cãi | tranh giành: tranh chấp
# giving work and power
trao quyền: phân cấp, phân quyền, giao quyền, ủy quyền
giao quyền: phân cấp, phân quyền, ủy quyền
giao việc: phân công, giao nhiệm vụ
chia việc | phân việc: phân công
cắt cử: phân công, cử, bố trí
cử người: cử, bố trí, phân công
đảm nhận: đảm nhiệm, chủ trì
cáng đáng | gánh vác: đảm nhiệm, chịu trách nhiệm
gánh: chịu trách nhiệm, chi trả
quy trách nhiệm: chịu trách nhiệm, xử lý trách nhiệm
cầm cân nảy mực: chủ trì, điều hành
quyết: quyết định
quyền quyết: thẩm quyền quyết định, quyết định
được quyết: quyết định, thẩm quyền
vượt quyền | quá quyền: vượt thẩm quyền
bổn phận: nghĩa vụ, trách nhiệm
phận sự: nhiệm vụ, trách nhiệm
tuyển người: tuyển dụng
kiếm người: tuyển dụng, thu hút
nhận vào làm: tuyển dụng, tiếp nhận
mướn người: tuyển dụng, thuê
đưa về | điều về: bố trí, điều động
chuyển công tác: điều động, luân chuyển
đề bạt | cất nhắc | lên chức: bổ nhiệm
mất chức: miễn nhiệm, cách chức
cho thôi việc: thôi việc, chấm dứt hợp đồng
nghỉ việc: thôi việc
# watching, urging, judging
đốc thúc | thúc giục | hối thúc | giục: đôn đốc
theo sát: theo dõi, giám sát, nắm chắc
bám sát: theo dõi, nắm chắc
nắm tình hình: nắm chắc, theo dõi
soát: rà soát, kiểm tra
soát xét | dò lại: rà soát
đi tuần: tuần tra
đếm: thống kê, kiểm đếm, kiểm kê
mổ xẻ: phân tích, đánh giá
cân nhắc | tính tới: xem xét
xếp hạng: phân loại, thứ hạng
chọn ra | chọn | lựa | lựa ra: lựa chọn, tuyển chọn
chọn lựa: lựa chọn
khen | khen ngợi: khen thưởng, biểu dương
tuyên dương: biểu dương, khen thưởng, tôn vinh
xử nghiêm: xử lý nghiêm
xử: xử lý, xử phạt
phạt tiền: xử phạt
phạm luật: vi phạm pháp luật, vi phạm
phạm lỗi: vi phạm
làm sai | làm trái: vi phạm, trái quy định
sai luật: vi phạm pháp luật, trái pháp luật
trái luật: trái pháp luật, vi phạm pháp luật
lách luật: lợi dụng, trục lợi
làm đúng | làm theo: tuân thủ, chấp hành
nghe theo: chấp hành, tuân thủ
phát giác | bắt được: phát hiện
tìm ra: phát hiện, xác định
ngăn: ngăn chặn, ngăn ngừa, phòng ngừa
chặn | chặn đứng: ngăn chặn
đề phòng: phòng ngừa
chống đối: chống người thi hành công vụ
làm khó: phiền hà, sách nhiễu, nhũng nhiễu
hành dân: phiền hà, nhũng nhiễu, sách nhiễu
hạch sách: sách nhiễu, nhũng nhiễu
vòi vĩnh: nhũng nhiễu, sách nhiễu
vòi tiền: nhũng nhiễu, tiêu cực
# helping, caring, drawing in
giúp đỡ | đỡ đần: hỗ trợ, trợ giúp
giúp sức: hỗ trợ, phối hợp
được cho: được hỗ trợ
bênh vực | che chở: bảo vệ
gìn giữ | giữ gìn: bảo vệ, bảo tồn
giữ rừng: bảo vệ rừng, quản lý rừng
giữ vững: bảo đảm, duy trì
nuôi | nuôi nấng: nuôi dưỡng, chăm sóc
săn sóc: chăm sóc, chăm lo
trông nom: chăm sóc, nuôi dưỡng, quản lý
trông trẻ: chăm sóc trẻ
cổ vũ: khuyến khích, động viên
rủ: vận động
lôi kéo | lôi cuốn | kéo về | mời về: thu hút
giữ người: giữ chân, trọng dụng
gom góp: huy động, đóng góp
góp tiền: đóng góp
hùn | hùn vốn: góp vốn
chung vốn: góp vốn, liên doanh
làm chung: phối hợp, dùng chung
chung sức: phối hợp, tham gia
sát cánh: phối hợp, đồng hành
cùng nhau: phối hợp
cộng tác: phối hợp, hợp tác
# starting, running, changing, ending
bắt tay vào: triển khai
đưa vào dùng: đưa vào sử dụng, vận hành
cho chạy: vận hành
xài chung: dùng chung, chia sẻ
tận dụng: khai thác, sử dụng, phát huy
hoàn tất | xong xuôi: hoàn thành
ngưng: tạm dừng, chấm dứt, đình chỉ
hoãn: tạm dừng, gia hạn
dời lại | kéo dài | nới hạn | thêm thời gian: gia hạn
rút gọn: đơn giản hóa, rút ngắn, tinh gọn
làm gọn: tinh gọn, đơn giản hóa
gọn nhẹ: tinh gọn
gọn lại: tinh gọn, sắp xếp
sắp lại: sắp xếp
sắp đặt: bố trí, sắp xếp
dọn dẹp: vệ sinh, thu gom
làm mới: đổi mới, cải tạo, nâng cấp
sửa sang: cải tạo, sửa chữa, chỉnh trang, nâng cấp
tu sửa: sửa chữa, cải tạo, bảo trì, duy tu
tân trang: cải tạo, nâng cấp, chỉnh trang
xây cất: xây dựng
cất nhà | xây nhà | làm nhà: xây dựng nhà ở
nới rộng: mở rộng
đổi cách: đổi mới, chuyển đổi
đổi sang: chuyển đổi, chuyển sang
chuyển sang: chuyển đổi
đổi: thay đổi, chuyển đổi, điều chỉnh
sửa lại: điều chỉnh, sửa đổi
chỉnh lại: điều chỉnh
chỉnh sửa: điều chỉnh, sửa đổi, chỉnh lý
viết lại: sửa đổi, xây dựng
thêm vào: bổ sung
bỏ đi: bãi bỏ, xóa bỏ, loại bỏ
bỏ bớt: cắt giảm, bãi bỏ, đơn giản hóa
cắt bỏ: bãi bỏ, cắt giảm
cắt bớt: cắt giảm
từ bỏ | gạt bỏ: loại bỏ, xóa bỏ
dẹp bỏ: xóa bỏ, bãi bỏ, chấm dứt
đập bỏ: phá dỡ, tháo dỡ
tháo bỏ: tháo dỡ
hủy đi: tiêu hủy, hủy bỏ
vứt bỏ: thải bỏ, tiêu hủy
thu lại | lấy lại | đòi lại: thu hồi
rút giấy phép: thu hồi giấy phép
trả lại: hoàn trả, bàn giao
hoàn lại: hoàn trả
giao lại: bàn giao
sang tên | sang nhượng: chuyển nhượng
chuyển cho: chuyển giao, bàn giao
gộp lại: hợp nhất, sáp nhập, tổng hợp
ghép: sáp nhập, hợp nhất, lồng ghép
nhập chung: sáp nhập, hợp nhất
tách ra: chia tách
tăng thêm: tăng, bổ sung, nâng
đẩy lên: nâng cao, tăng
giảm bớt: giảm, cắt giảm, giảm thiểu
lan rộng: lan tỏa, nhân rộng
nhân lên: nhân rộng
"""
