"""Figures of a goal: the number or range, the comparator before it and the unit after it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ingest.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ingest.facts_reading import Reading

_NUMBER = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?"
FIGURE = re.compile(  # "40 - 50", "16 - 18", "0,7", "1.000"
    rf"(?<![\w.,/])(?:{_NUMBER})(?:\s?%?\s?(?:-|–|đến|tới)\s?(?:{_NUMBER})(?=[\s%,.;)]|$))?(?![\d]"
    rf"|[.,]\d)"
)
_WEAK = r"đạt|chiếm|có|là|ở|mức|duy trì|giữ|bằng|còn|thuộc|nằm trong|trong|vào|thêm"
_STRONG = (
    r"tối thiểu|tối đa|ít nhất|nhiều nhất|không quá|không thấp hơn|không dưới|không ít hơn"
    r"|không vượt quá"
    r"|không cao hơn|cao hơn|thấp hơn|trên|dưới|hơn|khoảng|xấp xỉ|gần|từ|tăng|giảm|bình quân"
    r"|trung bình|xuống"
    r"|lên|đến|vượt|gấp|nhóm|top|tốp|hằng năm|hàng năm|mỗi năm|≥|≤|>=|<=|>|<|so với|tương đương"
    r"|cả nước|đứng đầu"
)
_RUN = re.compile(rf"(?:(?:(?<=[\s(])|^)(?:{_WEAK}|{_STRONG})\s*)+$", re.IGNORECASE)
_RUN_STRONG = re.compile(rf"(?<!\w)(?:{_STRONG})(?!\w)", re.IGNORECASE)
_RUN_REACH = 45
_TRAILING = re.compile(r"\s+(?:có|là|đạt|ở|mức)$")

_NOUNS = (
    "doanh nghiệp|tổ chức|hợp tác xã|cơ sở|sản phẩm|mô hình|dự án|đề án|nhiệm vụ|lượt khách"
    "|lượt người|lượt"
    "|khách|hộ|người|xã|phường|thôn|trường(?! hợp)|lớp|học sinh|sinh viên|cán bộ|công chức|km2|km²"
    "|km|m2"
    "|m²|m3|m³|ha"
    "|MWp|MW|kWh|GW|tấn|con|cây|căn hộ|căn|khu công nghiệp|cụm công nghiệp|khu|cụm|trung tâm"
    "|nhà máy|tuyến"
    "|bài|tin|lần|điểm phần trăm|điểm|nước|quốc gia|chỉ tiêu|tiêu chí|thủ tục|dịch vụ|hồ sơ|trạm"
    "|bệnh viện"
    "|giường bệnh|giường|bác sĩ|di tích|lễ hội|sáng chế|đơn|văn bằng|công trình|hội nghị|cuộc|buổi"
    "|đợt|Tbps"
    "|Gb/s|Mb/s|tỉnh|thành phố|địa phương|kỹ sư|chuyên gia|lao động|ngành|lĩnh vực|giải|bậc|vụ|tổ"
    "|nhóm|phòng"
    "|đơn vị|trẻ|bộ|nền tảng|hệ thống|tàu|cơ quan|nhân lực|công dân|thành viên|hội viên|đoàn viên"
    "|đảng viên"
    "|phút|giây|giờ|tháng|ngày|năm|kg|lít|tạ|MB|thuê bao|điểm du lịch|nhà khoa học|cảng|sân bay"
    "|đô thị|làng nghề"
)
_UNIT = re.compile(
    r"\s*(?:"
    r"(?P<percent>(?:%|‰|phần trăm)(?:\s?/\s?năm|\s(?:GDP|GRDP)\b)?)"
    r"|(?P<scale>(?:nghìn|ngàn|triệu|tỷ|tỉ|vạn)(?:\s(?:nghìn|triệu|tỷ|tỉ))?\s)?"
    rf"(?P<noun>(?:đồng|USD|đô la|EUR|VNĐ|{_NOUNS})(?!\w))"
    r"(?P<per>\s?/\s?[\w.]+(?:\s(?:dân|người|năm|lao động|học sinh|sinh viên))?|\strên (?:một "
    r"|1 )?(?:vạn|10\.000|1\.000|100\.000) dân)?"
    r"|(?P<other>[a-zà-ỹđ]+))",
)
_NOT_FIGURE = re.compile(  # what a number names rather than counts
    r"(?:\bsố|điều|khoản|mục|điểm|chương|phần|thứ|đề án|quyết định|nghị quyết|luật|khóa|khoá|loại"
    r"|cấp độ|mức độ"
    r"|bước|hạng|phụ lục|biểu|mẫu|TCVN|ISO|phiên bản|quý|tháng|ngày|công nghiệp|kỳ|tổ|kết luận"
    r"|chỉ thị|quyển|covid"
    r"|iso/iec|nđ-cp|công văn|quốc lộ|đường|ql|khu vực|nhiệm kỳ|đại hội|nhóm [a-z]|đối tượng|tầng"
    r"|khối|đội|trạm|giai đoạn|tiêu chí|vùng|web|năm)[\s.\-]*$",
    re.IGNORECASE,
)
_GROUPS = (["nhóm"], ["top"], ["tốp"], ["số"])
_AFTER_NOT = re.compile(
    r"\s?[-/][A-ZĐ]|[A-Za-z]|/\d|\s*(?:tuổi|tháng tuổi|(?:tháng|tuổi)? (?:đến"
    r"|-) (?:dưới )?\d+ (?:tháng )?tuổi|cấp\b|trường hợp|trở lên|chiều|mặt|bên|trong \d)"
    r"|\)\s*[A-Z]|\.\d"
)


@dataclass(frozen=True, slots=True)
class Value:
    """A figure: number, comparator and unit; ``run`` is where all of it begins."""

    number: Span
    comparator: Span | None
    unit: Span | None
    run: int
    noun: int
    end: int


def _comparator(text: str, floor: int, start: int) -> tuple[Span | None, int]:
    window = max(floor, start - _RUN_REACH)
    m = _RUN.search(text[window:start])
    if not m or not m[0].strip():
        return None, start
    run = window + m.start()
    strong = _RUN_STRONG.search(text, run, start)
    begin = strong.start() if strong else run
    words = _TRAILING.sub("", text[begin:start].rstrip()) if strong else text[begin:start].rstrip()
    lead = len(text[begin:start]) - len(text[begin:start].lstrip())
    return Span(begin + lead, begin + len(words)), run


def figures(reading: Reading, span: Span) -> Iterator[Value]:
    """Yield the figures of a clause that count something, in order."""
    text = reading.text
    dated = [at for at, _ in reading.periods_in(span)]
    floor = span.start
    for m in FIGURE.finditer(text, span.start, span.end):
        number = Span(*m.span())
        if any(at.start <= number.start < at.end for at in dated) or _AFTER_NOT.match(
            text, number.end
        ):
            continue
        if _NOT_FIGURE.search(text[max(span.start, number.start - 20) : number.start]):
            continue
        unit = _UNIT.match(text, number.end, span.end)
        if unit is None and not re.search(
            r"đạt|trên|dưới|≥|≤|hơn|giảm|tăng|duy trì", text[floor : number.start]
        ):
            continue
        comparator, run = _comparator(text, floor, number.start)
        value = _value(unit, number, comparator, run)
        yield _ranked(text, value, span.end)
        floor = number.end


# e.g. "nhóm 3 nước | dẫn đầu khu vực Đông Nam Á | về …": the rank says among whom
_AMONG = re.compile(
    r"\s(?:dẫn đầu|đứng đầu|hàng đầu|có)(?:(?! về )[^,;.()]){2,60}?(?=\s+về\b|[,;.]|$)"
)


def _ranked(text: str, value: Value, end: int) -> Value:
    """Return a rank with the region it holds in as part of its unit."""
    if value.unit is None or text[value.run : value.number.start].split()[-1:] not in _GROUPS:
        return value
    among = _AMONG.match(text, value.end, end)
    if among is None:
        return value
    return replace(value, unit=Span(value.unit.start, among.end()), end=among.end())


def _value(unit: re.Match[str] | None, number: Span, comparator: Span | None, run: int) -> Value:
    if unit is None:
        return Value(number, comparator, None, run, number.end, number.end)
    start = unit.end() - len(unit[0].lstrip())
    end = start + len(unit[0].strip())
    if unit["other"]:  # "25 thư viện": where an unlisted noun ends is not known, so none is cut
        return Value(number, comparator, None, run, start, number.end)
    noun = end if unit["percent"] else start
    return Value(number, comparator, Span(start, end), run, noun, end)
