"""What people say in everyday words, and what official papers write for it.

A row is "said: written, written"; phrases that papers write alike share one, divided by "|".
Words that papers use themselves have no row, except those that stand for themselves to keep a
shorter row out of a compound ("học phí"), and a few that people use for one another.
"""

from __future__ import annotations

from typing import Final

SAID: Final = """
# who does what
cầm trịch: chủ trì
đứng ra: chủ trì
đứng đầu: người đứng đầu, chủ trì, trưởng ban
đảm trách: chủ trì, chịu trách nhiệm
lo: chủ trì, chịu trách nhiệm, bảo đảm
chịu trách nhiệm chính: chủ trì
làm cùng: phối hợp
cùng làm: phối hợp
phụ giúp: phối hợp, hỗ trợ
tiếp tay: phối hợp
sếp: thủ trưởng, lãnh đạo, người đứng đầu
báo đài: báo, đài phát thanh, cơ quan báo chí
cơ quan báo chí: báo, đài phát thanh, đài truyền hình
loa phường: đài truyền thanh, hệ thống truyền thanh
tivi: truyền hình
ti vi: truyền hình
mặt trận: mặt trận tổ quốc
đoàn thể: tổ chức chính trị - xã hội
trực thuộc: thuộc
# times
ước chừng: ước, ước tính, khoảng
áng chừng: ước, ước tính, khoảng
khoảng chừng: ước, ước tính, khoảng
mười nghìn: một vạn, vạn
mười ngàn: một vạn, vạn
mỗi năm: hằng năm, hàng năm, năm
hàng năm: hằng năm
hằng năm: hàng năm
mỗi tháng: hằng tháng, hàng tháng, tháng
hàng tháng: hằng tháng
hằng tháng: hàng tháng
hằng quý: hàng quý
hàng quý: hằng quý
mỗi quý: hằng quý, hàng quý, quý
mỗi tuần: hằng tuần, hàng tuần
mỗi ngày: hằng ngày, hàng ngày, ngày
bắt đầu: từ ngày, kể từ ngày
kết thúc: đến hết, hoàn thành
xong: hoàn thành
làm xong: hoàn thành
hết hạn: hết hiệu lực
# sending and reporting
nộp: gửi, trình, báo cáo
gửi: nộp, trình, báo cáo
nộp lên: gửi, trình
báo lên: báo cáo
báo: báo cáo, thông báo
trình lên: trình
# making, changing, ending
soạn: xây dựng, soạn thảo, dự thảo, tham mưu
viết: xây dựng, biên soạn
thảo: xây dựng, soạn thảo, dự thảo
làm ra: ban hành, xây dựng
đưa ra: ban hành, đề ra
lập: thành lập, xây dựng
dựng: xây dựng
thay: thay thế
sửa: sửa đổi
thêm: bổ sung
bỏ: bãi bỏ, xóa bỏ, hủy bỏ
xóa: xóa bỏ, bãi bỏ
hủy: hủy bỏ, bãi bỏ
bị thay: thay thế, hết hiệu lực
hết tác dụng: hết hiệu lực
gộp: sáp nhập, hợp nhất
nhập: sáp nhập, hợp nhất
nhập vào: sáp nhập, hợp nhất
tách: chia tách
giải tán: giải thể
dẹp: giải thể, chấm dứt
dừng: chấm dứt, tạm dừng
ngừng: chấm dứt, tạm dừng
chia: phân, chia thành, phân loại
xếp loại: phân loại, đánh giá
chấm điểm: đánh giá
đi đôi với: gắn với, đồng thời với
đi liền với: gắn với
kèm với: gắn với, kèm theo
dựa vào: căn cứ, trên cơ sở
dựa trên: căn cứ
nói tới: nêu, đề cập
mở rộng: phát triển
cắt giảm: đơn giản hóa, rút ngắn
rút xuống: rút ngắn
tạm ngừng: tạm dừng, đình chỉ
gỡ: tháo gỡ
gỡ vướng: tháo gỡ
vào cuộc: tham gia, phối hợp, triển khai
chia làm: gồm, chia thành
chia thành: gồm
bán ra nước ngoài: xuất khẩu
mua từ nước ngoài: nhập khẩu
bớt: giảm, cắt giảm
# watching and punishing
coi sóc: quản lý, theo dõi, giám sát
trông coi: quản lý
cai quản: quản lý
nhắc nhở: đôn đốc
phạt: xử phạt, xử lý vi phạm, xử lý
bị phạt: xử phạt, xử lý vi phạm, xử lý
đuổi việc: buộc thôi việc
đuổi học: buộc thôi học
sa thải: buộc thôi việc, chấm dứt hợp đồng
thưởng: khen thưởng
cấm: nghiêm cấm, không được
bắt buộc: phải
cho phép: được phép, chấp thuận
xin: đề nghị
xin phép: cấp phép, chấp thuận, đề nghị
duyệt: phê duyệt, phê chuẩn, thông qua, chấp thuận
chốt: quyết định, phê duyệt
# money and papers
tiền: kinh phí, ngân sách, nguồn vốn, mức hỗ trợ, chi phí
tiền bạc: kinh phí, ngân sách
chi tiêu: chi, kinh phí
vốn: kinh phí, nguồn vốn, ngân sách
rót: bố trí, cấp, phân bổ
chi: kinh phí, ngân sách
trả: chi trả, thanh toán
lương: tiền lương
lương tháng: tiền lương
giá: đơn giá, giá trị
đóng: nộp, mức thu
giấy tờ: hồ sơ, thành phần hồ sơ
giấy má: hồ sơ
đơn từ: đơn, hồ sơ
bằng cấp: văn bằng, trình độ chuyên môn
bằng lái: giấy phép lái xe
sổ đỏ: giấy chứng nhận quyền sử dụng đất
sổ hồng: giấy chứng nhận quyền sử dụng đất
chứng minh thư: căn cước
thủ tục: thủ tục hành chính, trình tự
làm giấy: cấp giấy
ai được: đối tượng
ưu tiên: ưu đãi, đặc thù, ưu tiên
thấp nhất: tối thiểu, ít nhất
cao nhất: tối đa, không quá
nhiều nhất: tối đa, không quá
rẻ nhất: tối thiểu
bù: cấp bù, bù đắp
tự lo: tự bảo đảm, tự chủ
hưởng: được hưởng, hỗ trợ
được gì: hỗ trợ, chính sách, chế độ
giúp: hỗ trợ
# thought and speech
lối nghĩ: tư duy
kiểu nghĩ: tư duy
cách nghĩ: tư duy
luận điệu: quan điểm, thông tin
xấu độc: sai trái, thù địch
nói xấu: xuyên tạc, sai trái
cãi lại: phản bác, đấu tranh
điểm yếu | yếu kém | còn yếu: hạn chế, tồn tại, bất cập, còn chậm, chưa đáp ứng, chưa đồng bộ
khúc mắc: vướng mắc, khó khăn
nhất thiết: bắt buộc
# people
hãng: doanh nghiệp, tập đoàn, công ty
nhà mạng: doanh nghiệp viễn thông
việt kiều: người việt nam ở nước ngoài, người việt nam định cư ở nước ngoài, kiều bào
kiều bào: người việt nam ở nước ngoài, người việt nam định cư ở nước ngoài
người già: người cao tuổi
cụ già: người cao tuổi
ông cụ: người cao tuổi
bà cụ: người cao tuổi
trẻ con: trẻ em
con nít: trẻ em
nhà nghèo: hộ nghèo
người nghèo: hộ nghèo
dân: người dân, nhân dân, công dân, hộ dân
bà con: người dân, nhân dân, hộ dân
thầy cô: giáo viên, nhà giáo, giảng viên
cô giáo: giáo viên, nhà giáo
gv: giáo viên, giảng viên
người học: học viên, học sinh, sinh viên
học trò: học sinh
học sinh cấp 1: học sinh tiểu học, tiểu học
học sinh cấp 2: học sinh trung học cơ sở, trung học cơ sở
học sinh cấp 3: học sinh trung học phổ thông, trung học phổ thông
cấp 1: tiểu học
cấp 2: trung học cơ sở
cấp 3: trung học phổ thông
mẫu giáo: mầm non
nhà trẻ: mầm non
bác sĩ: nhân viên y tế, cán bộ y tế
thợ: người lao động, công nhân
chủ: chủ sở hữu, người sử dụng
sếp lớn: người đứng đầu
# work
mail: thư điện tử
email: thư điện tử
mail công vụ: thư điện tử công vụ
web: trang thông tin điện tử, cổng thông tin điện tử
website: trang thông tin điện tử, cổng thông tin điện tử
học phí: học phí
học bổng: học bổng
công bố: công bố, ban hành
học kỳ: học kỳ
chi bộ: chi bộ
chi hội: chi hội
học: học tập, quán triệt, bồi dưỡng, đào tạo
học tập: quán triệt, bồi dưỡng
dạy: giảng dạy, giảng
tập huấn: bồi dưỡng, đào tạo
phổ biến: tuyên truyền, quán triệt
quảng bá: tuyên truyền, truyền thông
việc: nhiệm vụ, công việc
cách làm: giải pháp, biện pháp
đích: mục tiêu
mốc: mục tiêu, chỉ tiêu
xài: sử dụng
dùng: sử dụng
làm ăn: hoạt động, sản xuất kinh doanh
kém hiệu quả: không hiệu quả
làm ăn kém: không hiệu quả, hoạt động không hiệu quả
hàng hóa: sản phẩm
mua: mua sắm
bán: kinh doanh, tiêu thụ
xây: xây dựng
sửa chữa: bảo trì, duy tu
đường sá: giao thông, đường bộ
xe hơi: ô tô
xe máy: mô tô, xe gắn máy
mạng: internet, mạng máy tính
đồ cũ: tài sản
nước ngoài: quốc tế, ngoài nước
trong nước: quốc gia
cả nước: toàn quốc
khắp nơi: trên toàn quốc, trên địa bàn
ở quê: nông thôn
vùng quê: nông thôn
thành thị: đô thị
lũ: lũ lụt, thiên tai, mưa lũ
lụt: lũ lụt, thiên tai, mưa lũ
bão lũ: thiên tai, mưa lũ
cháy: hỏa hoạn, phòng cháy
cúp điện: ngắt, mất điện
mất điện: ngắt
dịch: dịch bệnh
bệnh: dịch bệnh
"""
