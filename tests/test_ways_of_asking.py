"""One made-up plan asked in many ways: each question is answered by the words that state it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from api.answer import Answerer
from api.model import Answered, Partial
from index.embed import load_embedder
from index.library import Library
from ingest.read import read_document
from ingest.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

PLAN = """ỦY BAN NHÂN DÂN
TỈNH SƠN HÀ
Số: 61/2026/QĐ-UBND

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Sơn Hà, ngày 02 tháng 6 năm 2026

QUYẾT ĐỊNH
Quy định về trạm nghe nhìn của Trung tâm văn hóa xã, phường

Căn cứ Luật Thư viện số 46/2019/QH14;
Căn cứ Nghị quyết số 16/NQ-HĐND ngày 03/02/2026 của Hội đồng nhân dân tỉnh;

I. MỤC TIÊU
1. Đến năm 2030
a) Kinh phí chi cho trạm nghe nhìn đạt 4% ngân sách xã, trong đó doanh nghiệp góp 60%.
b) Phấn đấu tỷ lệ cán bộ biết ký hiệu tại mỗi trạm đạt 25%.
c) Có 70% hộ kinh doanh (HKD) đặt loa công cộng.
2. Đến năm 2045
Đến năm 2045, 95% HKD đặt màn hình công cộng.

II. HOẠT ĐỘNG
1. Bản tin nghe nhìn tập trung các nhóm nội dung
- Chủ trương mới của tỉnh.
- Gương người tốt việc tốt.
2. Phát hành
Bản tin nghe nhìn được đăng tải vào ngày 15 của tháng trước đó.
Tuần lễ nghe nhìn được tổ chức từ ngày ban hành Quyết định đến khi khánh thành trạm thứ mười.
3. Thẩm định
Văn bản thẩm định trạm phải ghi rõ ý kiến đồng ý hay không đồng ý.
Trường hợp văn bản thẩm định không ghi rõ ý kiến thì xem như đồng ý đặt trạm.
4. Miễn trách nhiệm
Trạm thử nghiệm thiết bị mới được miễn trách nhiệm nếu hư hỏng do thiên tai.
Giám đốc Trung tâm văn hóa xã ký giấy miễn trách nhiệm.
Việc cất đàn loa được nêu tại phụ lục.
5. Đứng máy
Người phụ trách đứng máy theo định mức: trưởng trạm 10 giờ; phó trưởng trạm 20 giờ.

III. TỔ CHỨC THỰC HIỆN
1. Đảng ủy Sở Văn hóa hướng dẫn quy trình ghi âm; bố trí 12 kỹ thuật viên; kiểm tra việc ghi âm.
2. Hội Văn nghệ nắm chắc và dự báo tâm trạng xã hội, mời nghệ sỹ ghi âm.
3. Trung tâm văn hóa xã, phường mở lớp, mỗi lớp tối thiểu 35 học viên.
4. Thuế tỉnh Sơn Hà
Cho ý kiến về ưu đãi thuế của trạm.

IV. HIỆU LỰC
Quyết định có hiệu lực thi hành kể từ ngày 01 tháng 7 năm 2026.
"""


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answerer]:
    """Answer from the made-up decision alone."""
    with Library.open(tmp_path_factory.mktemp("asking"), load_embedder) as library:
        library.put([(read_document(PLAN.encode(), "61.txt"), PLAN.encode())])
        yield Answerer(library)


ASKED = [
    ("trạm nghe nhìn chi mấy phần trăm ngân sách xã, trong đó doanh nghiệp góp bao nhiêu", "60%"),
    ("phấn đấu bao nhiêu cán bộ biết ký hiệu", "25%"),
    ("bao nhiêu % hộ kinh doanh đặt màn hình công cộng đến 2045", "95% HKD"),
    ("Bản tin nghe nhìn xoay quanh những nhóm nội dung nào", "Gương người tốt"),
    ("Bản tin nghe nhìn được đăng vào ngày mấy", "ngày 15 của tháng trước"),
    ("Tuần lễ nghe nhìn bắt đầu và kết thúc khi nào", "khánh thành trạm thứ mười"),
    ("văn bản thẩm định không ghi rõ ý kiến thì được hiểu thế nào", "xem như đồng ý"),
    ("trạm thử nghiệm thiết bị mới được miễn trách nhiệm khi nào", "thiên tai"),
    ("trưởng trạm và phó trưởng trạm đứng máy mấy giờ", "phó trưởng trạm 20 giờ"),
    ("Đảng ủy Sở Văn hóa phải làm gì", "12 kỹ thuật viên"),
    ("đảng ủy sở nào hướng dẫn quy trình ghi âm", "Sở Văn hóa"),
    ("ai phải nắm và lường trước tâm trạng xã hội", "Hội Văn nghệ"),
    ("ai mời nghệ sĩ ghi âm", "Hội Văn nghệ"),
    ("Trung tâm văn hóa cấp xã mở lớp ít nhất bao nhiêu học viên", "35 học viên"),
    ("chi cho trạm bao nhiêu % ngân sách xã và doanh nghiệp góp bao nhiêu %", "60%"),
    ("ngành thuế tỉnh Sơn Hà cho ý kiến về những gì", "ưu đãi thuế"),
    ("Quyết định về trạm nghe nhìn áp dụng từ ngày nào", "01 tháng 7 năm 2026"),
    ("Quyết định về trạm nghe nhìn dựa vào nghị quyết nào của HĐND tỉnh", "16/NQ-HĐND"),
]


@pytest.mark.parametrize(("question", "stated"), ASKED)
def test_the_words_that_state_it_answer(answerer: Answerer, question: str, stated: str) -> None:
    outcome = answerer.answer(question)
    assert isinstance(outcome, Answered), outcome
    assert stated in outcome.answer


NO_MARKS_LOST = [row for row in ASKED if "mấy" not in row[0]]  # "may" may be a machine


@pytest.mark.parametrize(("question", "stated"), NO_MARKS_LOST)
def test_they_answer_too_where_no_marks_are_typed(
    answerer: Answerer, question: str, stated: str
) -> None:
    outcome = answerer.answer(fold(question))
    assert isinstance(outcome, Answered | Partial), outcome
    assert stated in outcome.answer


@pytest.mark.parametrize(
    "question",
    [
        "tên giám đốc Trung tâm văn hóa xã là gì",
        "khi nào đàn loa được cất",  # "được nêu" is no "nếu"
        "Kinh phí chi cho trạm nghe nhìn đến năm 2045 đạt bao nhiêu phần trăm",
        "Hội Văn nghệ dự báo tâm trạng xã hội cùng với ai",
        "bao nhiêu % ngân sách tỉnh dành cho bảo tàng",
    ],
)
def test_what_is_said_of_another_year_or_matter_is_no_answer(
    answerer: Answerer, question: str
) -> None:
    assert not isinstance(answerer.answer(question), Answered)
