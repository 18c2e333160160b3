"""Small documents read by the product itself, for tests of what comes after reading."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from shared import CORPUS

from ingest.read import read_document

if TYPE_CHECKING:
    from ingest.model import Document

# a made-up plan in the form of Party documents: figures and bodies occur in no other test text
PLAN = """TỈNH ỦY BẮC SƠN
*
Số 45-KH/TU

ĐẢNG CỘNG SẢN VIỆT NAM
Bắc Sơn, ngày 05 tháng 3 năm 2026

KẾ HOẠCH
thực hiện Nghị quyết số 91-NQ/TW về phát triển thư viện số
-----

Thực hiện Nghị quyết số 91-NQ/TW, ngày 15/01/2026 của Bộ Chính trị về phát triển thư viện số, \
Ban Thường vụ Tỉnh ủy xây dựng kế hoạch như sau:

I- MỤC TIÊU

1. Đến năm 2030

- Tỉ lệ thư viện xã có mạng đạt tối thiểu 85%; số bạn đọc tăng trung bình 12%/năm.

- Có từ 20 - 25 thư viện số cấp tỉnh.

2. Đến năm 2045

- Tỉ lệ thư viện xã có mạng đạt 100%.

II- NHIỆM VỤ

1. Hoàn thiện quy chế mượn sách điện tử

2. Số hóa tài liệu địa chí

3. Đào tạo thủ thư

III- TỔ CHỨC THỰC HIỆN

1. Đảng ủy Ủy ban nhân dân tỉnh chủ trì, phối hợp với Văn phòng Tỉnh ủy xây dựng đề án số hóa \
địa chí, hoàn thành trước ngày 30/9/2026.

2. Báo Bắc Sơn mở chuyên mục đọc sách. Báo cáo kết quả về Ban Thường vụ Tỉnh ủy \
(qua Ban Tuyên giáo và Dân vận Tỉnh ủy) trước ngày 15/12/2026.

Nơi nhận:
- Bộ Chính trị,
- Các huyện ủy,
- Lưu Văn phòng Tỉnh ủy.

T/M BAN THƯỜNG VỤ
PHÓ BÍ THƯ
Trần Văn Bình
"""


@lru_cache(maxsize=1)
def plan() -> Document:
    """Return the made-up plan 45-KH/TU."""
    return read_document(PLAN.encode(), "45-KH-TU.txt")


@lru_cache(maxsize=1)
def kh180() -> Document:
    """Return the plan that ships in ``corpus/``."""
    return read_document((CORPUS / "180-KH-TU.txt").read_bytes(), "180-KH-TU.txt")


# a State decision: Căn cứ lines, chapters, articles, khoản and điểm, a definition, a recurring duty
DECISION = """ỦY BAN NHÂN DÂN
TỈNH SƠN HÀ
Số: 312/QĐ-UBND

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Sơn Hà, ngày 14 tháng 4 năm 2026

QUYẾT ĐỊNH
Ban hành Quy định quản lý phòng đọc cộng đồng trên địa bàn tỉnh Sơn Hà

ỦY BAN NHÂN DÂN TỈNH SƠN HÀ

Căn cứ Luật Thư viện số 46/2019/QH14 ngày 21 tháng 11 năm 2019;
Căn cứ Nghị định số 93/2020/NĐ-CP ngày 18 tháng 8 năm 2020 của Chính phủ quy định chi tiết một \
số điều của Luật Thư viện;
Theo đề nghị của Giám đốc Sở Văn hóa, Thể thao và Du lịch tại Tờ trình số 77/TTr-SVHTTDL ngày \
02 tháng 4 năm 2026.

QUYẾT ĐỊNH:

Chương I
QUY ĐỊNH CHUNG

Điều 1. Phạm vi điều chỉnh
Quy định này áp dụng với phòng đọc cộng đồng do thôn, tổ dân phố thành lập.

Điều 2. Giải thích từ ngữ
1. Phòng đọc cộng đồng là nơi đọc sách không thu tiền do cộng đồng dân cư lập và tự quản.
2. Tủ sách lưu động là tủ sách được chuyển giữa các phòng đọc cộng đồng trong cùng một xã.

Chương II
ĐIỀU KIỆN VÀ TRÁCH NHIỆM

Điều 3. Điều kiện thành lập phòng đọc
1. Diện tích phòng đọc tối thiểu 36 m2.
2. Vốn sách ban đầu:
a) Ở khu vực đồng bằng có ít nhất 650 bản sách;
b) Ở khu vực miền núi có ít nhất 420 bản sách.

Điều 4. Trách nhiệm của các cơ quan
1. Sở Văn hóa, Thể thao và Du lịch chủ trì, phối hợp với Sở Tài chính hướng dẫn việc cấp sách \
luân chuyển.
2. Ủy ban nhân dân cấp xã báo cáo hoạt động của phòng đọc về Sở Văn hóa, Thể thao và Du lịch \
trước ngày 25 tháng 11 hằng năm.

Điều 5. Hiệu lực thi hành
Quyết định này có hiệu lực từ ngày 01 tháng 5 năm 2026 và thay thế Quyết định số 118/QĐ-UBND \
ngày 09 tháng 3 năm 2017 của Ủy ban nhân dân tỉnh.

Nơi nhận:
- Như Điều 4;
- Sở Tư pháp;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
Lê Thị Hoài Thu
"""

# two directives of one committee with one number: numbers restart with each term
FORESTS = """TỈNH ỦY BẮC SƠN
*
Số 27-CT/TU

ĐẢNG CỘNG SẢN VIỆT NAM
Bắc Sơn, ngày 12 tháng 6 năm 2018

CHỈ THỊ
về tăng cường bảo vệ rừng đầu nguồn
-----

Ban Thường vụ Tỉnh ủy yêu cầu các cấp ủy, tổ chức đảng thực hiện tốt các nội dung sau:

1. Hạt Kiểm lâm Bắc Sơn tuần tra rừng đầu nguồn mỗi tháng 6 lần.

2. Đến năm 2020 nâng tỉ lệ che phủ rừng lên 58%.

3. Đảng đoàn Hội đồng nhân dân tỉnh giám sát việc giao rừng, hoàn thành trước ngày 31/10/2018.

Nơi nhận:
- Ban Bí thư,
- Lưu Văn phòng Tỉnh ủy.

T/M BAN THƯỜNG VỤ
BÍ THƯ
Nông Đức Tài
"""

PLASTICS = """TỈNH ỦY BẮC SƠN
*
Số 27-CT/TU

ĐẢNG CỘNG SẢN VIỆT NAM
Bắc Sơn, ngày 20 tháng 01 năm 2026

CHỈ THỊ
về thu gom rác thải nhựa trên sông
-----

Ban Thường vụ Tỉnh ủy yêu cầu các cấp ủy, tổ chức đảng thực hiện tốt các nội dung sau:

1. Ban Quản lý Cảng sông Bắc Sơn tổ chức thu gom rác thải nhựa trên sông mỗi tuần 2 lần.

2. Đến năm 2028 thu gom được ít nhất 70% rác thải nhựa trên sông.

3. Tỉnh Đoàn Bắc Sơn phối hợp với Hội Liên hiệp Phụ nữ tỉnh vận động ngư dân mang rác về bờ; báo \
cáo kết quả về Ban Thường vụ Tỉnh ủy (qua Văn phòng Tỉnh ủy) trước ngày 20/6/2026.

Nơi nhận:
- Ban Bí thư,
- Lưu Văn phòng Tỉnh ủy.

T/M BAN THƯỜNG VỤ
PHÓ BÍ THƯ
Trần Văn Bình
"""

# a resolution and the State plan that carries it out, with an annex of tasks in a table
RIVERS = """TỈNH ỦY SƠN HÀ
*
Số 16-NQ/TU

ĐẢNG CỘNG SẢN VIỆT NAM
Sơn Hà, ngày 03 tháng 02 năm 2026

NGHỊ QUYẾT
về phát triển vận tải đường sông
-----

I- QUAN ĐIỂM

- Vận tải đường sông là lợi thế lâu dài của tỉnh.

- Nạo vét luồng lạch phải đi đôi với giữ gìn bờ bãi.

II- MỤC TIÊU

1. Đến năm 2030

- Vận tải đường sông đảm nhận tối thiểu 35% khối lượng hàng hóa của tỉnh.

- Có 18 bến thủy nội địa đạt chuẩn an toàn.

2. Đến năm 2045

- Vận tải đường sông đảm nhận trên 50% khối lượng hàng hóa của tỉnh.

III- NHIỆM VỤ VÀ GIẢI PHÁP

1. Nạo vét luồng lạch, lắp đặt phao tiêu báo hiệu

2. Nâng cấp bến thủy nội địa đạt chuẩn an toàn

3. Đào tạo thuyền trưởng, máy trưởng tàu sông

4. Thu hút doanh nghiệp đóng tàu chạy điện

IV- TỔ CHỨC THỰC HIỆN

1. Ban Kinh tế Tỉnh ủy theo dõi, sơ kết việc thực hiện Nghị quyết, báo cáo Ban Thường vụ Tỉnh ủy \
trước ngày 28/12/2027.

2. Báo Sơn Hà mở chuyên mục về vận tải đường sông trong quý II năm 2026.

Nơi nhận:
- Bộ Chính trị,
- Lưu Văn phòng Tỉnh ủy.

T/M TỈNH ỦY
BÍ THƯ
Phạm Quốc Hưng
"""

WATERWAYS = """ỦY BAN NHÂN DÂN
TỈNH SƠN HÀ
Số: 88/KH-UBND

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Sơn Hà, ngày 27 tháng 3 năm 2026

KẾ HOẠCH
Thực hiện Nghị quyết số 16-NQ/TU của Tỉnh ủy về phát triển vận tải đường sông

Thực hiện Nghị quyết số 16-NQ/TU ngày 03/02/2026 của Tỉnh ủy về phát triển vận tải đường sông, Ủy \
ban nhân dân tỉnh ban hành kế hoạch như sau:

I. MỤC ĐÍCH, YÊU CẦU

1. Phân công rõ việc, rõ người, rõ thời gian hoàn thành.

2. Gắn nạo vét luồng lạch với phòng chống sạt lở.

II. NỘI DUNG

1. Sở Xây dựng chủ trì, phối hợp với Công an tỉnh nâng cấp bến thủy nội địa đạt chuẩn an toàn; mỗi \
năm nâng cấp 3 bến.

2. Sở Tài chính bố trí kinh phí nạo vét luồng lạch, lắp đặt phao tiêu báo hiệu, hoàn thành trước \
ngày 15/8/2026.

3. Trường Cao đẳng nghề Sơn Hà đào tạo thuyền trưởng, máy trưởng tàu sông:

- Mỗi năm mở 4 lớp cho người lái tàu chở khách.

- Cấp chứng chỉ cho 260 học viên.

III. TỔ CHỨC THỰC HIỆN

Các sở, ngành gửi báo cáo về Ủy ban nhân dân tỉnh (qua Sở Xây dựng) trước ngày 10 tháng 12 hằng năm.

Nơi nhận:
- Bộ Xây dựng;
- Lưu: VT.

KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
Lê Thị Hoài Thu

PHỤ LỤC I
DANH MỤC NHIỆM VỤ
(Kèm theo Kế hoạch số 88/KH-UBND ngày 27 tháng 3 năm 2026)

| TT | Nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian hoàn thành |
| --- | --- | --- | --- | --- |
| 1 | Khảo sát độ sâu luồng sông Mây | Sở Khoa học và Công nghệ | Sở Xây dựng | Quý III/2026 |
| 2 | Lập bản đồ số bến thủy | Sở Nông nghiệp và Môi trường | Công an tỉnh | Quý IV/2026 |
"""

PAPERS = {
    "45-KH-TU.txt": PLAN,
    "312-QD-UBND.txt": DECISION,
    "27-CT-TU-2018.txt": FORESTS,
    "27-CT-TU-2026.txt": PLASTICS,
    "16-NQ-TU.txt": RIVERS,
    "88-KH-UBND.txt": WATERWAYS,
}


@lru_cache(maxsize=1)
def papers() -> tuple[tuple[Document, bytes], ...]:
    """Return every made-up document and the plan that ships, each with its bytes."""
    shipped = (CORPUS / "180-KH-TU.txt").read_bytes()
    made = tuple(
        (read_document(text.encode(), name), text.encode()) for name, text in PAPERS.items()
    )
    return ((read_document(shipped, "180-KH-TU.txt"), shipped), *made)
