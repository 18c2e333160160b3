"""What people call people and things, and what papers write; rows as in ``everyday_words``."""

from __future__ import annotations

from typing import Final

THINGS_SAID: Final = """
# people
nhà nông: nông dân
người làm | người đi làm: người lao động
nhân công: lao động, người lao động
chủ nhà: bên cho thuê, chủ sở hữu
người mướn: người thuê, bên thuê
nhà buôn: thương nhân, hộ kinh doanh
hộ buôn bán: hộ kinh doanh
tiểu thương: hộ kinh doanh, thương nhân
xí nghiệp: doanh nghiệp, nhà máy
công ty nhỏ | doanh nghiệp nhỏ: doanh nghiệp nhỏ và vừa
các cháu: trẻ em, trẻ
mấy đứa nhỏ: trẻ em, học sinh
người lớn tuổi | cao niên: người cao tuổi
bệnh nhân: người bệnh
tật nguyền: khuyết tật
đàn bà | bà mẹ: phụ nữ
bà bầu: phụ nữ mang thai
dân tộc ít người | người dân tộc: dân tộc thiểu số
chùa chiền | nhà thờ: cơ sở tôn giáo
lính: bộ đội, quân nhân, chiến sĩ
đi lính | đi bộ đội: nghĩa vụ quân sự, nhập ngũ
cấp trên: cấp có thẩm quyền, cơ quan có thẩm quyền
chính quyền xã | ủy ban xã: ủy ban nhân dân xã, ủy ban nhân dân cấp xã
chính quyền tỉnh | ủy ban tỉnh: ủy ban nhân dân tỉnh
hội đoàn: đoàn thể, tổ chức chính trị - xã hội
từng người: cá nhân
tuyển thủ: vận động viên
giáo viên: nhà giáo
nhà giáo: giáo viên
đầu đàn: đầu ngành
học giỏi: xuất sắc
người thân | họ hàng: thân nhân, gia đình
bố mẹ | ba má: cha mẹ, phụ huynh
mỗi nhà | từng nhà: hộ gia đình, hộ
chủ tịch xã | chủ tịch phường: chủ tịch ủy ban nhân dân cấp xã, chủ tịch ủy ban nhân dân xã
chủ tịch tỉnh: chủ tịch ủy ban nhân dân tỉnh
ủy ban phường: ủy ban nhân dân phường, ủy ban nhân dân cấp xã
cán bộ xã: công chức cấp xã, cán bộ cấp xã
đài huyện | đài xã: đài truyền thanh
đài tỉnh: đài phát thanh truyền hình tỉnh, đài phát thanh và truyền hình
đất nước: quốc gia
xa xôi | hẻo lánh: vùng sâu, vùng xa
bờ biển: ven biển
người am hiểu: chuyên gia
nhà báo: phóng viên, cơ quan báo chí
người bỏ vốn: nhà đầu tư
người giữ trẻ: bảo mẫu, người chăm sóc
đầu ngành: hàng đầu, đầu đàn
thợ giỏi: tay nghề cao
trí thức: chuyên gia, nhà khoa học
nhà khoa học: chuyên gia, trí thức
lớp trẻ | giới trẻ | tuổi trẻ: thanh niên
thiếu nhi: trẻ em
học sinh nghèo: học sinh thuộc hộ nghèo
người mất việc: thất nghiệp
người bán: bên bán
người mua: bên mua
bên mua: người mua
# school and health
trường tư: dân lập, tư thục, ngoài công lập
trường công: công lập
trường nghề: giáo dục nghề nghiệp
dạy nghề | học nghề: đào tạo nghề, giáo dục nghề nghiệp
bỏ học | nghỉ học: thôi học
ra trường: tốt nghiệp
kiểu suy nghĩ | lối suy nghĩ | cách suy nghĩ | nếp nghĩ: tư duy
suy nghĩ: tư duy, nhận thức
lòng tin: niềm tin
đi khám: khám bệnh
chích ngừa: tiêm chủng, tiêm phòng
tiêm: tiêm chủng
chết: tử vong
chôn cất: mai táng
ma chay: mai táng, lễ tang
đám tang: lễ tang, tang lễ
lấy vợ | lấy chồng: kết hôn
ly dị: ly hôn
# country and nature
vùng cao | vùng núi: miền núi
vùng biên: biên giới
làng quê | miền quê | thôn quê: nông thôn
khu phố: tổ dân phố, khu dân cư
xóm: thôn, tổ dân phố, khu dân cư
cả tỉnh: toàn tỉnh, trên địa bàn tỉnh
ngoại quốc: nước ngoài
phi trường: cảng hàng không, sân bay
sân bay: cảng hàng không
máy bay: tàu bay
xe lửa: đường sắt, tàu hỏa
tàu hỏa: đường sắt
xe đò: xe khách
kẹt xe | tắc đường: ùn tắc
đèn đường: chiếu sáng công cộng, đèn chiếu sáng
thắp sáng: chiếu sáng
dây điện: dây dẫn điện
đồng hồ điện: công tơ
cắt điện: ngắt điện
điện giật: tai nạn điện
nước máy: nước sạch
nước bẩn: nước thải
rác rưởi: chất thải, rác thải
cống rãnh: thoát nước
bẩn: ô nhiễm
chặt rừng | đốn rừng | mất rừng: phá rừng
lấn rừng: lấn chiếm rừng
lấn đất | chiếm đất: lấn chiếm đất, lấn chiếm
dập lửa | cứu hỏa: chữa cháy
thú rừng: động vật hoang dã, động vật rừng
heo: lợn
gà vịt: gia cầm
tôm cá: thủy sản
nuôi cá | nuôi tôm: nuôi trồng thủy sản
đánh cá: khai thác thủy sản
làm ruộng | làm nông: sản xuất nông nghiệp, nông nghiệp
ruộng: đất trồng lúa, đất nông nghiệp
thóc gạo: lương thực
đồ ăn: thực phẩm
mưa bão: thiên tai, mưa lũ
ngập nước: ngập lụt, ngập úng
cứu người: cứu nạn, cứu hộ
chạy lũ: sơ tán, di dời
# machines and networks
trang web | trang mạng: trang thông tin điện tử, cổng thông tin điện tử, cổng thông tin
app: ứng dụng, phần mềm
sóng di động: sóng điện thoại, phủ sóng
chưa có sóng | mất sóng: lõm sóng
kho dữ liệu: cơ sở dữ liệu
gom dữ liệu: thu thập dữ liệu, tạo lập dữ liệu
tin tặc: tấn công mạng
an toàn mạng: an ninh mạng, an toàn thông tin
thủ tục qua mạng | làm thủ tục qua mạng | thủ tục hành chính qua mạng: dịch vụ công trực tuyến
# other things
đồ nghề: dụng cụ, thiết bị
tin tức: thông tin
tin giả: thông tin sai sự thật, thông tin xấu độc
phản động: thù địch
cơ sở hạ tầng: kết cấu hạ tầng, hạ tầng
trị an: an ninh, trật tự
đãi ngộ: chế độ, chính sách
đòi hỏi: yêu cầu, điều kiện
nguyên do | căn nguyên: nguyên nhân, lý do
hướng đi | đường hướng: định hướng, phương hướng
cách thức: phương thức, hình thức
lợi lộc | cái lợi: lợi ích
tác hại: ảnh hưởng, thiệt hại
mô hình hay: mô hình hiệu quả, điển hình
gương sáng: điển hình, tiêu biểu
thẻ bảo hiểm: bảo hiểm y tế
lương hưu: hưu trí
giờ làm: giờ làm việc
cây xăng: cửa hàng xăng dầu
điện mặt trời: năng lượng mặt trời
cát sỏi: khoáng sản, vật liệu xây dựng
kênh mương: thủy lợi
sách vở: sách giáo khoa, học liệu, tài liệu
đồ cổ: cổ vật, di vật
phim ảnh: điện ảnh
khách sạn | nhà nghỉ: cơ sở lưu trú
hàng quán | quán ăn: cơ sở kinh doanh
cửa tiệm | tiệm: cửa hàng, cơ sở kinh doanh
công ty: doanh nghiệp
công ty nước ngoài: doanh nghiệp nước ngoài, doanh nghiệp có vốn đầu tư nước ngoài
tài liệu mật: bí mật nhà nước
thuốc phiện | xì ke: ma túy
người nghiện: nghiện ma túy, cai nghiện
chặng | chặng đường: giai đoạn
tài cán: năng lực
quá sức | vượt sức | xoay không nổi: vượt quá khả năng
hiểu biết: kiến thức, nhận thức
nền móng | bệ phóng: nền tảng
đòn bẩy | cú hích | sức bật | lực đẩy: động lực
mức trần | kịch trần: tối đa, không quá, mức tối đa
mức sàn: tối thiểu, mức tối thiểu
cùng lúc | song song: đồng thời
mất mát | tổn thất: thiệt hại
hư hại: thiệt hại, hư hỏng
bưu điện: bưu chính
bản nháp | bản thảo: dự thảo
sức người sức của: nguồn lực
sức dân: nguồn lực xã hội
bằng chứng: chứng cứ
cơ chế riêng: cơ chế đặc thù, cơ chế đặc biệt
chính sách riêng: chính sách đặc thù, chính sách đặc biệt
riêng có: đặc thù
mẫu giấy | tờ mẫu: biểu mẫu, mẫu
hộ khẩu: thường trú, cư trú
cuộc sống: đời sống
mức sống: đời sống, thu nhập
gốc gác: nguồn gốc
công ty lớn | ông lớn: tập đoàn, doanh nghiệp lớn
mức tăng: tăng trưởng, tốc độ tăng
thế mạnh | chỗ mạnh: lợi thế, tiềm năng
điểm mạnh: thế mạnh, lợi thế, ưu điểm
lợi thế: thế mạnh, tiềm năng
phong phú | nhiều kiểu: đa dạng
cách hay | ý hay | ý tưởng: sáng kiến
mạng sống: tính mạng
nhầm lẫn: sai sót
tiền bán hàng: doanh thu
vi tính: máy tính, tin học
giấy hành nghề: chứng chỉ hành nghề, giấy phép hành nghề
số má: số liệu
công trạng: thành tích
thói xấu: tiêu cực
chỗ nghẽn: điểm nghẽn
kỳ thi: thi, sát hạch
sổ tay: cẩm nang
cẩm nang: sổ tay
giá thuê nhà: giá cho thuê nhà
tiền thuê nhà: giá cho thuê nhà, giá thuê nhà
nhà trọ: nhà ở cho thuê, cơ sở lưu trú
chung cư: nhà chung cư
nhà máy điện: nguồn điện
giờ cao điểm: cao điểm
mùa mưa: mùa mưa lũ, mưa lũ
mùa khô: khô hạn
nắng hạn | hạn hán: thiên tai, khô hạn
xói lở: sạt lở
triều cường: ngập lụt, nước dâng
kè: đê điều
"""
