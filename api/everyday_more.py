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
"""
