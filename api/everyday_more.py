"""More of what people say in everyday words; the rows are read as those of ``everyday_words``."""

from __future__ import annotations

from typing import Final

SAID_TOO: Final = """
# looking ahead and back
lường trước: dự báo, dự kiến
đoán trước: dự báo
tâm tư: tâm trạng, tư tưởng
lòng dân: tâm trạng, tư tưởng, đồng thuận
soát lại: rà soát
xem lại: rà soát
coi lại: rà soát, kiểm tra
thế chỗ | thế cho: thay thế
kiểm lại: rà soát, kiểm tra
nhìn lại: tổng kết, đánh giá
rút kinh nghiệm: sơ kết, tổng kết
góp ý: ý kiến
hỏi ý: xin ý kiến, lấy ý kiến
hỏi ý kiến: xin ý kiến, lấy ý kiến
canh chừng: giám sát, theo dõi
để mắt: giám sát, theo dõi
# doing
đem: mang
dời: di dời, chuyển
gom: tập trung, tổng hợp, thu gom
gom lại: tập trung, tổng hợp
đẩy nhanh: tăng tốc, đẩy mạnh
nâng lên: nâng cao, tăng
kéo giảm: giảm
kéo xuống: giảm
hạ xuống: giảm
chỉ dẫn: hướng dẫn
bày cách: hướng dẫn
chỉ cách: hướng dẫn
kèm cặp: hướng dẫn, bồi dưỡng
bắt tay: hợp tác, phối hợp
chung tay: tham gia, phối hợp
góp sức: tham gia, đóng góp
lo cho: chăm lo, bảo đảm
chăm: chăm sóc, chăm lo
tuyển: tuyển dụng, tuyển sinh
hút: thu hút
mời gọi: thu hút, kêu gọi
giữ chân: thu hút, trọng dụng
làm thử: thí điểm, thử nghiệm
thử: thử nghiệm, thí điểm
chạy thử: thử nghiệm, vận hành
lan ra: lan tỏa, nhân rộng
nhân ra: nhân rộng
ra mắt: công bố
hứa: cam kết
quyên góp: vận động, đóng góp
đăng: đăng tải
đưa tin: thông tin, tuyên truyền
phát sóng: phát thanh, truyền hình
chữa bệnh: khám bệnh, điều trị
phàn nàn: khiếu nại, phản ánh
kiện: khiếu nại, khởi kiện
lừa: lừa đảo
ăn cắp: chiếm đoạt, trộm cắp
hối lộ: tham nhũng
tham ô: tham nhũng
lộ ra ngoài: lộ lọt, tiết lộ
rò rỉ: lộ lọt, tiết lộ
châm chước: miễn, giảm, ngoại lệ
qua mạng: trực tuyến, trên môi trường số
trên mạng: trực tuyến, trên môi trường số
online: trực tuyến
không tiền mặt: không dùng tiền mặt
nhận diện: xác định, nhận dạng
cháu bé: trẻ em, trẻ
em bé: trẻ em, trẻ
đăng lên: đăng tải, cập nhật
thay đổi: điều chỉnh, biến động
tinh thần: yêu cầu, thái độ
# how much and how fast
gấp đôi: 2 lần, 02 lần
gấp ba: 3 lần, 03 lần
phân nửa: 50%
một nửa: 50%
mau: khẩn trương, nhanh
gấp rút: khẩn trương
trễ: chậm, quá hạn
kịp: đúng thời hạn, kịp thời
từ từ: từng bước
tốn kém: lãng phí, chi phí
bao quát: toàn diện
lọt vào: thuộc nhóm
lọt top: thuộc nhóm
đứng trong: thuộc nhóm
hecta: ha
hécta: ha
usd: đô la mỹ, đô la, đôla mỹ
đô la: usd
đoạt: đạt
giá trần: giá tối đa, mức giá tối đa
héc ta: ha
cây số: km
ki lô mét: km
ký gạo: kg gạo
ký lô: kg
kí lô: kg
đền bù: bồi thường
bỏ tiền: chi trả, bảo đảm kinh phí
đi vắng: vắng mặt
lo liệu: bảo đảm, tổ chức
mét vuông: m2
# people and places
người giỏi: nhân tài, chuyên gia, nhân lực chất lượng cao
người tài: nhân tài, chuyên gia
chất xám: nhân lực, trí thức
tay nghề: kỹ năng, trình độ
người tàn tật: người khuyết tật
tàn tật: khuyết tật
nhà thương: bệnh viện, cơ sở khám bệnh
trạm xá: trạm y tế
trường học: cơ sở giáo dục, nhà trường
trường: cơ sở giáo dục, nhà trường
quan chức: cán bộ, công chức
buôn bán: thương mại, kinh doanh
nghề nông: nông nghiệp
rác: chất thải, rác thải
khói bụi: khí thải, ô nhiễm
nhà cửa: nhà ở
máy móc: thiết bị
số liệu: dữ liệu
# what matters
xương sống: nòng cốt, trọng tâm
bệ đỡ: nền tảng, động lực
đầu tàu: động lực, dẫn dắt
rào cản: điểm nghẽn, vướng mắc
nút thắt: điểm nghẽn
nghẽn: điểm nghẽn
liều: mạo hiểm, rủi ro
thất bại: rủi ro
bài học: kinh nghiệm
lý lẽ: luận cứ
điều kiện đủ: yêu cầu, tiêu chuẩn
chuẩn: tiêu chuẩn
thước đo: tiêu chí, chỉ số
# other acts
mở lớp | mở khóa học: tổ chức lớp, tập huấn, bồi dưỡng
mở hội nghị: tổ chức hội nghị
đi lên | vươn lên | lớn mạnh: phát triển
ghi danh | ghi tên | đăng kí: đăng ký
thực thi: thi hành, thực hiện
dạy dỗ: giáo dục, giảng dạy
góp mặt: tham gia
đi dự: tham dự, tham gia
tham dự: tham gia, dự
phát cho: cấp, cung cấp
có tác dụng | bắt đầu áp dụng: có hiệu lực
xét hồ sơ | xem hồ sơ | xem xét hồ sơ: thẩm định, thẩm định hồ sơ
cất giữ | lưu lại: lưu giữ, lưu trữ, bảo quản
giữ lại: lưu giữ, để lại
tận nơi: trực tiếp, tại nhà
thay mặt: đại diện
đại diện: thay mặt
chở | chuyên chở: vận chuyển, vận tải
đóng cửa: chấm dứt hoạt động, tạm dừng hoạt động, giải thể
đi thực tế: khảo sát
học hỏi | học hỏi kinh nghiệm | tham quan học hỏi: học tập kinh nghiệm, trao đổi kinh nghiệm
làm điểm | làm mẫu: thí điểm, mô hình
vực dậy: phục hồi, khôi phục
khôi phục: phục hồi, khắc phục
sửa sai | uốn nắn: chấn chỉnh, khắc phục
siết | siết chặt | thắt chặt: tăng cường, chặt chẽ, chấn chỉnh
bứt lên | vượt lên | nhảy vọt: bứt phá, đột phá
tự quyết | tự làm | tự nuôi: tự chủ, tự bảo đảm
đồng lòng | một lòng | chung lòng: đồng thuận, thống nhất
thử lửa: rèn luyện, thử thách
xuống cơ sở: kiểm tra, nắm tình hình
giải tỏa: thu hồi đất, giải phóng mặt bằng
lấy đất | thu đất: thu hồi đất
giao mặt bằng: bàn giao mặt bằng, giải phóng mặt bằng
làm đường | mở đường: xây dựng tuyến đường, xây dựng đường
bỏ thầu: dự thầu
chọn thầu: lựa chọn nhà thầu
không tính | chưa tính | không kể: không bao gồm, chưa bao gồm
đi bầu | bỏ phiếu: bầu cử, biểu quyết
họp chi bộ: sinh hoạt chi bộ
sinh hoạt chi bộ: họp chi bộ
vào đảng: kết nạp đảng viên, kết nạp
tăng ca | làm thêm: làm thêm giờ
nghỉ đẻ | nghỉ sinh: thai sản
về hưu: nghỉ hưu, hưu trí
nghỉ hưu: hưu trí
mất việc: thất nghiệp, mất việc làm
kiếm việc | tìm việc: giới thiệu việc làm, tìm việc làm
xuất khẩu lao động | đi làm nước ngoài: làm việc ở nước ngoài
bạo hành | đánh đập: bạo lực
buôn người: mua bán người
lừa tiền: lừa đảo, chiếm đoạt
bịa đặt: xuyên tạc, sai sự thật
ăn chặn | ăn bớt: tham nhũng, trục lợi
giữ kín | giữ bí mật: bảo mật, bảo vệ bí mật
lên xuống | tăng giảm | trồi sụt: biến động
thương lượng | ngã giá: thỏa thuận
làm tiếp: tiếp tục
thừa nhận: công nhận
hoàn chỉnh: hoàn thiện
nối mạng: kết nối
dính dáng | dính tới | liên đới | đụng tới: liên quan
nảy sinh: phát sinh
dự tính: dự kiến, ước tính
san sẻ: chia sẻ
lấy thông tin: thu thập thông tin, thu thập
báo động: cảnh báo
giữ nguyên: duy trì
chứng tỏ: chứng minh
làm thay: ủy quyền
lắp: lắp đặt
sắm | sắm sửa: mua sắm, trang bị
kiêm | làm kiêm: kiêm nhiệm
chuyên làm: chuyên trách
kiểm chứng: xác minh
sửa soạn: chuẩn bị
khai: kê khai, khai báo
khai báo: kê khai
coi trọng | để tâm | để ý | lưu tâm: chú trọng, quan tâm
lạm dụng | mượn cớ: lợi dụng
lập nghiệp: khởi nghiệp
mở công ty | lập công ty: thành lập doanh nghiệp
ra nước ngoài | đi nước ngoài: xuất cảnh, ra nước ngoài
cắm ranh: cắm mốc
gặt: thu hoạch
sập tiệm | vỡ nợ: phá sản
bán được: tiêu thụ
nhập hộ khẩu: đăng ký thường trú
thừa hưởng: kế thừa
đua tranh: cạnh tranh
trùng nhau | giẫm chân: trùng lặp, chồng chéo
chồng lên nhau: chồng chéo, chồng lấn
đứt quãng | ngắt quãng: gián đoạn
học thêm: bồi dưỡng
nâng tay nghề: nâng cao trình độ, bồi dưỡng
dìu dắt: hướng dẫn, bồi dưỡng
phá rào: vi phạm, vượt thẩm quyền
bắt bẻ: từ chối, yêu cầu
khoanh vùng: xác định, khoanh định
gỡ rối: tháo gỡ, giải quyết
tiếp sức: hỗ trợ
truy thu: thu hồi
nộp bù: truy nộp, nộp bổ sung
đóng góp ý kiến: góp ý, ý kiến
lấy mẫu: thu mẫu
trực chiến: thường trực, ứng trực
túc trực: thường trực, ứng trực, trực
ứng trực: thường trực
trám | bù vào: bổ sung
cấm tiệt | cấm hẳn: nghiêm cấm
buộc phải: bắt buộc, phải
miễn trách nhiệm | không bắt lỗi | không bắt tội | miễn trách: miễn trừ trách nhiệm
bắt tội | bắt lỗi: trách nhiệm, xử lý
"""
