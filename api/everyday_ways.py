"""How people say that things are, when, for what money and on which papers.

The rows are read as those of ``everyday_words``.
"""

from __future__ import annotations

from typing import Final

WAYS_SAID: Final = """
# what is hard, weak, good
kẹt | vướng: vướng mắc, khó khăn
chỗ khó | chỗ vướng | gặp khó: khó khăn, vướng mắc
trục trặc: khó khăn, vướng mắc, sự cố
rắc rối: vướng mắc, phức tạp
trở ngại: khó khăn, vướng mắc, rào cản
chỗ yếu: hạn chế, tồn tại, bất cập, còn yếu, chưa đáp ứng
mặt yếu: hạn chế, tồn tại, bất cập, chưa đáp ứng
còn kém: hạn chế, còn yếu, chưa đáp ứng
còn dở: hạn chế, tồn tại, chưa đáp ứng
thiếu sót: hạn chế, khuyết điểm, tồn tại
nhược điểm: hạn chế, tồn tại, bất cập
thua kém: khoảng cách, tụt hậu
thua xa: khoảng cách
tụt lại | lạc hậu: tụt hậu
ì ạch: chậm
lơ là: thiếu trách nhiệm, buông lỏng
bỏ bê: buông lỏng, thiếu trách nhiệm
làm cho có | chiếu lệ | qua loa: hình thức
mặt được: kết quả, thành tựu, ưu điểm
làm được: đạt được, kết quả
thành quả: kết quả, thành tựu
# how fast, how strong, how much
gấp: khẩn trương, khẩn cấp, kịp thời
mau chóng: khẩn trương, nhanh chóng, kịp thời
nhanh chóng: khẩn trương, kịp thời
lẹ: khẩn trương, nhanh
lập tức: ngay, khẩn trương, kịp thời
tức tốc: ngay, khẩn trương
đúng lúc: kịp thời
đúng hẹn: đúng thời hạn, đúng hạn
trễ hạn | trễ hẹn: quá hạn, chậm
muộn: chậm, quá hạn
dứt khoát: dứt điểm, kiên quyết
mạnh tay: kiên quyết, xử lý nghiêm, quyết liệt
thẳng tay: kiên quyết, xử lý nghiêm
ráo riết: quyết liệt, khẩn trương
mấu chốt: then chốt, cốt lõi, trọng tâm
chủ chốt: then chốt, nòng cốt
cốt yếu: cốt lõi, trọng tâm
quan trọng nhất: trọng tâm, hàng đầu, then chốt
tốp đầu | top đầu: nhóm dẫn đầu, dẫn đầu, hàng đầu
làm gương: gương mẫu, nêu gương, đi đầu
tiên phong: đi đầu
trước nhất: ưu tiên, trước hết, hàng đầu
trước tiên: ưu tiên, trước hết
xếp trước | xếp hàng đầu tiên | xếp đầu tiên | được trước: ưu tiên
gốc rễ: căn cơ, căn bản, cốt lõi
dài hơi: dài hạn, lâu dài
nặng nề: nghiêm trọng
rành mạch: rõ ràng, minh bạch
như nhau: thống nhất, tương đương, bình đẳng
ngang nhau: tương đương, bình đẳng
sánh ngang | ngang hàng | ngang ngửa: ngang tầm, tương đương
bằng với: tương đương
hợp với: phù hợp
ăn khớp: phù hợp, thống nhất, đồng bộ
hết hợp: không còn phù hợp, không phù hợp
trơn tru | êm xuôi: thông suốt
suôn sẻ: thông suốt, thuận lợi
liền mạch: liên tục, thông suốt, liên thông
đều đặn: thường xuyên, định kỳ
không báo trước | không hẹn trước | bất ngờ: đột xuất
ngoài ý muốn: khách quan, bất khả kháng
tự ý: trái phép
đúng luật: hợp pháp, đúng quy định
đủ giấy tờ: đủ hồ sơ, hồ sơ hợp lệ
giấy tờ đủ: đủ hồ sơ, hồ sơ hợp lệ, đủ điều kiện
đủ tiêu chuẩn: đủ điều kiện
tiện lợi: thuận lợi, thuận tiện
rườm rà: phức tạp
tối tân | đời mới: hiện đại, tiên tiến
đắt nhất | mắc nhất: tối đa, cao nhất
đông nhất: nhiều nhất, cao nhất
ít nhất: tối thiểu
tối thiểu: ít nhất
nhiều lắm: tối đa, không quá
trung bình: bình quân
bình quân: trung bình
hơn một nửa: trên 50%, hơn 50%
non nửa: 50%
dự phòng: dự trữ
để dành: dự trữ, dự phòng
trăm phần trăm: 100%
tất cả | toàn bộ: 100%, toàn bộ, tất cả
mũi nhọn: trọng điểm, then chốt
yếu: hạn chế, còn yếu, còn chậm, chưa đáp ứng
quanh năm: thường xuyên
hễ cần: khi có yêu cầu
lúc cần | khi cần: khi cần thiết, khi có yêu cầu
tùy lúc: theo yêu cầu
sát sao: chặt chẽ, thường xuyên
kỹ lưỡng | kỹ càng: chặt chẽ, cụ thể
cặn kẽ: cụ thể, chi tiết
tỉ mỉ: chi tiết
tới nơi tới chốn: đầy đủ, nghiêm túc
đàng hoàng: nghiêm túc
sòng phẳng: minh bạch, công khai
vững chãi: vững chắc, bền vững
lâu bền: bền vững
yên ổn: ổn định
# times
nửa năm: 6 tháng, 06 tháng, sáu tháng
sáu tháng: 6 tháng, 06 tháng
nửa tháng: 15 ngày
tới hết | đến cuối: đến hết
tới cuối: đến hết, đến cuối
trong vòng: trong thời hạn
hàng tuần: hằng tuần
hằng tuần: hàng tuần
hàng ngày: hằng ngày
hằng ngày: hàng ngày
trước kia: trước đây
lâu nay: thời gian qua, những năm qua
sắp tới | tới đây: thời gian tới
mai sau: tương lai
bây giờ | hiện giờ: hiện nay
dần dần: từng bước, chuyển dần, lộ trình
# money
từ túi: ngân sách, kinh phí
tiền công: thù lao, tiền lương
tiền học | tiền trường | đóng học | tiền đóng học: học phí
tiền ăn: chế độ dinh dưỡng, tiền ăn
giá cả: giá, mức giá
tiền thuê: giá thuê, giá cho thuê
tiền phạt: mức phạt, xử phạt
đóng thuế: nộp thuế
tốn tiền: chi phí
đỡ tốn | bớt tốn: tiết kiệm
phung phí | hoang phí: lãng phí
tiêu tiền: giải ngân, sử dụng kinh phí
rót vốn: bố trí vốn, phân bổ
bỏ vốn: đầu tư
làm ra tiền: thu nhập
tiền lời: lợi nhuận, lãi
lỗ vốn: thiệt hại, thua lỗ
thua lỗ: thiệt hại
đền tiền: bồi thường
vay tiền: vay vốn, tín dụng
trả tiền: chi trả, thanh toán
quẹt thẻ: không dùng tiền mặt
mướn: thuê
cho mướn: cho thuê
gửi xe: trông giữ xe, đỗ xe
giữ xe: trông giữ xe
đậu xe: đỗ xe
# papers and permits
giấy tờ tùy thân: căn cước, hộ chiếu, căn cước công dân
giấy tờ pháp lý: hồ sơ pháp lý, thủ tục pháp lý
giấy tờ luật: văn bản pháp luật
văn bản luật: văn bản quy phạm pháp luật, văn bản pháp luật
giấy tờ đất | giấy tờ nhà đất: giấy chứng nhận quyền sử dụng đất
đơn xin: đơn đề nghị, văn bản đề nghị, hồ sơ đề nghị
làm đơn: hồ sơ, đơn đề nghị
nộp đơn | nộp giấy tờ: nộp hồ sơ, gửi hồ sơ
bộ giấy tờ: bộ hồ sơ
bản chụp | bản photo | photo: bản sao
bản gốc: bản chính
bản chính: bản gốc
giao kèo: hợp đồng
luật lệ: pháp luật, quy định
luật pháp: pháp luật
tư vấn luật | hỏi luật | thuê luật sư: tư vấn pháp luật
đồ đạc: tài sản, trang thiết bị
của cải: tài sản
xe cộ: phương tiện, phương tiện giao thông
chỗ ở: nhà ở, nơi cư trú
nơi ở: nơi cư trú, nhà ở
"""
