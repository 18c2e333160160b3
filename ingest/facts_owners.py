"""Who owes what a sentence says: its subject, or the body its heading names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ingest.facts_units import Role, Unit, opening
from ingest.model import Section, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ingest.facts_reading import Reading

# Verbs that begin a duty. A plan speaks in the same few hundred verbs; these open its sentences.
VERBS = (
    "chủ trì|phủ|thu gọn|phân định|định hướng|là (?:cơ quan|đơn vị|đầu mối)"
    "|chủ động|phối hợp|có trách nhiệm|có nhiệm vụ|có chức năng"
    "|có ý kiến|có kết luận|gia tăng|chấm dứt|thi đua|chú ý|thiết lập|kiên quyết|tôn trọng"
    "|chịu trách nhiệm|lãnh đạo|chỉ đạo"
    "|tham mưu|tham gia|xây dựng|thực hiện|tổ chức|ban hành|hướng dẫn|báo cáo|tiếp tục|tăng cường"
    "|đẩy mạnh|nâng cao|rà soát|kiểm tra|giám sát|theo dõi|đôn đốc|trình|đề xuất|đề nghị"
    "|quyết định(?! này| số| của| kèm)"
    "|phê duyệt|triển khai|nghiên cứu|tổng hợp|thẩm định|hỗ trợ|bố trí|cung cấp|quán triệt"
    "|tuyên truyền"
    "|vận động|phát huy|phát động|phát triển|đảm bảo|bảo đảm|quản lý|giao|yêu cầu|cập nhật"
    "|hoàn thành"
    "|hoàn thiện|xem xét|lập|tập trung|thành lập|đưa|thống nhất|khai thác|công bố|công khai|gửi|nộp"
    "|tiếp nhận|lựa chọn|bổ sung|điều chỉnh|điều hành|ưu tiên|xử lý|giải quyết|đổi mới|mở|huy động"
    "|cụ thể hóa|cụ thể hoá|khuyến khích|lồng ghép|ứng dụng|kết nối|tạo|đầu tư|chuẩn bị|xác định"
    "|phân công|phân bổ|thu hút|sử dụng|đánh giá|thường xuyên|kịp thời|khẩn trương|định kỳ|căn cứ"
    "|quy định|áp dụng|duy trì|củng cố|sửa đổi|mở rộng|đào tạo|bồi dưỡng|tập huấn|thông tin"
    "|phổ biến"
    "|giúp|tư vấn|thúc đẩy|giới thiệu|khen thưởng|biểu dương|cân đối|thanh tra|xúc tiến|quảng bá"
    "|sơ kết"
    "|tổng kết|rút kinh nghiệm|nắm|bám sát|tích cực|tham vấn|đăng ký|đăng tải|chuyển|thu thập"
    "|tổ chức"
    "|khảo sát|thống kê|số hóa|số hoá|cải cách|cắt giảm|đơn giản|tháo gỡ|khắc phục|ngăn chặn|phòng"
    "|đấu tranh"
    "|chấn chỉnh|làm|kiện toàn|sắp xếp|sáp nhập|bảo vệ|giữ|truyền thông|chú trọng|quan tâm"
    "|trực tiếp|tự"
    "|cử|thông báo|phản ánh|lấy ý kiến|tiến hành|thường trực|nghiêm túc|quyết liệt|đồng hành"
    "|hợp tác"
    "|liên kết|trao đổi|chia sẻ|bàn giao|vận hành|lắp đặt|mua sắm|thiết kế|khởi công|thi công"
    "|giải ngân"
    "|kê khai|niêm yết|tích hợp|khuyến cáo|khuyến nghị|cho phép|thí điểm|hình thành|gắn"
    "|nhân rộng"
    "|tôn vinh|chăm lo|tuyển|đặt hàng|xét|phân tích|dự báo|kiểm soát|cảnh báo|quan trắc|phân cấp"
    "|ủy quyền"
    "|uỷ quyền|đôn đốc|soạn|biên soạn|in|phát hành|xuất bản|bảo tồn|tu bổ|trồng|chăm sóc|khoanh"
    "|giảm|hạn chế"
    "|phấn đấu|chấp hành|tuân thủ|gương mẫu|nêu cao|đề cao|phát hiện|xử phạt|hằng năm|hàng năm"
    "|hằng quý"
    "|cấp|trả|chuẩn hóa|chuẩn hoá|đồng bộ|thay thế|kiểm kê|kiểm định|giám định|kiến nghị|tiếp cận"
    "|lan tỏa"
    "|đẩy nhanh|đẩy lùi|hướng tới|đa dạng|xóa|xoá|thể chế|nội luật|quy hoạch|khơi dậy|sớm"
    "|có (?:kế hoạch|giải pháp|cơ chế|chính sách|cách|chương trình|biện pháp|văn bản|các)"
    "|chấp nhận|nâng cấp|hiện đại|từng bước|khuyến|tận dụng|nội dung"
    "|cơ cấu|tái cơ cấu|nhận thức|động viên|hưởng ứng|thành thạo|khôi phục|bố|truy|tổ|ký kết|ký"
    "|đàm phán|vinh danh"
)
_MODAL = r"(?:(?:phải|cần|sẽ|được giao|có thẩm quyền|trực tiếp|cùng)[ ,]+)?"
DUTY = re.compile(
    rf"{_MODAL}(?:(?:theo|căn cứ|trên cơ sở|ngoài|trong|khi|hằng|hàng|định kỳ|đồng thời"
    rf"|là (?:cơ quan|đơn vị))\b[^;:]{{0,160}}?,? ?)?"
    rf"(?:{VERBS})\b",
    re.IGNORECASE,
)
IMPERATIVE = re.compile(rf"(?:{VERBS})\b", re.IGNORECASE)
_STATE = re.compile(  # a subject before these owes nothing: history, definition, authority
    r"\s*(?:đã|đang|là\b(?! (?:cơ quan|đơn vị|đầu mối))|được\b(?! giao)|gồm|bao gồm|có quyền|còn"
    r"|chưa|không\b"
    r"|có hiệu lực|như sau|ban hành kèm)"
)
_LEAD = re.compile(
    r"(?:(?:và|đồng thời|trong đó|riêng|đối với)[, ]+)?(?:[Gg]iao(?: cho)?|[Đđ]ề nghị|[Yy]êu cầu"
    r"|[Pp]hân công|[Tt]rách nhiệm(?: cụ thể)?(?: của)?"
    r"|TRÁCH NHIỆM CỦA|[Đđ]ối với|[Ủủ]y quyền(?: cho)?|[Kk]iến nghị"
    r"|[Nn]hiệm vụ(?: cụ thể)?(?: của)?|[Cc]ơ quan chủ trì|[Đđ]ơn vị chủ trì"
    r"|[Hh]oan nghênh|[Tt]hống nhất giao|[Đđ]ồng ý giao)\s*:?\s+",
)
_NEXT = re.compile(
    r"(?:\s*\([^)]{0,200}\))?(?:\s*[,;/]\s*|\s+)?(?:(?:và|cùng|hoặc|cùng với|-|–)\s+)?(?:các\s+)?$"
)
_INTRODUCTION = re.compile(
    r"(?:Trên cơ sở|Căn cứ|Theo|Về|Đối với|Để|Khi|Trong|Sau khi|Với|Nhằm|Trường hợp|Riêng|Định kỳ"
    r"|Hằng"
    r"|Hàng|Trước|Chậm nhất|Đồng thời|Ngoài|Bên cạnh|Quá trình|Đến|Từ|Giai đoạn|Tùy|Thực hiện)\b"
)
_LIST_GAP = 220  # code points between two names: a parenthesis may stand there
_NOT_OF_A_NAME = re.compile(r"[,;:.]|\b(?:được|là|đã|đang|không|do|để|theo|khi|nếu|của)\b")
_PAUSE = re.compile(r"[,:] (?=\w)")
_INTRO_REACH = 420  # code points; "Về dự án …:" can be long
_RELATIVE = re.compile(  # "các cơ quan được phân công chủ trì … có trách nhiệm"
    r"(?:được|chủ trì|có liên quan|liên quan|thuộc|trực thuộc)\b[^.;:]{0,160}?"
    r"(?=\b(?:có trách nhiệm|chịu trách nhiệm|có nhiệm vụ|chủ động)\b)"
)
_ASIDE = re.compile(r"\s*(?:\([^)]{0,300}\)|\*|, (?:cơ quan|đơn vị) [^,:]{0,80},)?\s*")
_COLON = re.compile(r"\s*:\s*")
_CHAIR = re.compile(
    r"(?<!về )(?:giao(?: cho)?|giao nhiệm vụ cho|đề nghị|yêu cầu|phân công)\s+$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Subject:
    """The bodies that a sentence binds, and where it begins to say what they do."""

    owners: tuple[Span, ...]
    predicate: int


def _listed(reading: Reading, first: Span, end: int) -> list[Span]:
    """Return the run of bodies that begins with ``first``, joined by commas and "và"."""
    run = [first]
    for body in reading.bodies_in(Span(first.end, end)):
        if (
            not _NEXT.match(reading.text, run[-1].end, body.start)
            or body.start - run[-1].end > _LIST_GAP
        ):
            break
        run.append(body)
    return run


def listed_bodies(reading: Reading, start: int, end: int) -> tuple[Span, ...]:
    """Return the bodies listed from ``start`` on, which must begin there."""
    for body in reading.bodies_in(Span(start, end)):
        if reading.text[start : body.start].strip(" :,-") in {
            "",
            "các",
            "với",
            "giữa",
            "chặt chẽ với",
        }:
            return tuple(_listed(reading, body, end))
        break
    return ()


def _unnamed_tail(reading: Reading, last: Span, end: int) -> int | None:
    """Return where the verb begins after a name that goes on beyond the pattern."""
    text = reading.text
    for at in re.finditer(r" ", text[last.end : min(end, last.end + 70)]):
        position = last.end + at.end()
        if _NOT_OF_A_NAME.search(text, last.end, position):
            return None
        if DUTY.match(text, position, end):
            return position
    return None


def subject_of(reading: Reading, span: Span) -> Subject | None:
    """Return the bodies that the sentence at ``span`` binds, and where their duty begins."""
    if found := _subject_at(reading, span):
        return found
    if not _INTRODUCTION.match(reading.text, span.start, span.end):
        return None
    for comma in _PAUSE.finditer(
        reading.text, span.start, min(span.end, span.start + _INTRO_REACH)
    ):
        if IMPERATIVE.match(reading.text, comma.end(), span.end):
            return None
        found = _subject_at(reading, Span(comma.end(), span.end))
        if found and found.predicate < span.end:
            return found
    return None


def _subject_at(reading: Reading, span: Span) -> Subject | None:
    text = reading.text
    lead = _LEAD.match(text, span.start, span.end)
    bodies = listed_bodies(reading, lead.end(), span.end) if lead else ()
    if not bodies:  # "cơ quan chủ trì có trách nhiệm": no label, a body
        lead, bodies = None, listed_bodies(reading, span.start, span.end)
    if not bodies:
        return None
    after = _ASIDE.match(text, bodies[-1].end, span.end)
    position = after.end() if after else bodies[-1].end
    if position >= span.end:
        return Subject(bodies, span.end) if lead else None
    for mark in (_COLON, _RELATIVE):
        if found := mark.match(text, position, span.end):
            return Subject(bodies, found.end())
    return _with_verb(reading, bodies, _after_comma(text, position), span.end)


def _after_comma(text: str, position: int) -> int:
    return position + 2 if text.startswith(", ", position) else position


def _with_verb(
    reading: Reading, bodies: tuple[Span, ...], position: int, end: int
) -> Subject | None:
    """Return the subject if a verb of duty follows it, at once or after the rest of a name."""
    if whole := _whole_name(reading.text, bodies[-1], end):
        bodies, position = (*bodies[:-1], whole), whole.end + 1
    if _STATE.match(reading.text, position, end):
        return None
    if DUTY.match(reading.text, position, end):
        return Subject(bodies, position)
    found = _unnamed_tail(reading, bodies[-1], end)
    if found is None:
        return None
    return Subject((*bodies[:-1], Span(bodies[-1].start, found - 1)), found)


# "Hội đồng | xác định giá trị tài liệu | được thành lập": a verb may belong to the name
_BARE = re.compile(r"(?:các )?(?:hội đồng|tiểu ban|ban|tổ|đoàn)", re.IGNORECASE)
_REST_OF_NAME = re.compile(
    r"(?: (?!được|có|chịu|do|gồm|phải|họp|là)\w+){1,9}?"
    r"(?= (?:được|có trách nhiệm|chịu trách nhiệm|có nhiệm vụ|gồm|phải|họp|do|là)\b)"
)


def _whole_name(text: str, body: Span, end: int) -> Span | None:
    """Return the name of a body known so far by its first word alone, up to its predicate."""
    if not _BARE.fullmatch(text, body.start, body.end):
        return None
    rest = _REST_OF_NAME.match(text, body.end, end)
    return Span(body.start, rest.end()) if rest else None


def is_asked(reading: Reading, span: Span) -> bool:
    """Tell whether the sentence begins by charging somebody: "Giao …", "Đề nghị …"."""
    return _LEAD.match(reading.text, span.start, span.end) is not None


def charged(reading: Reading, span: Span) -> Iterator[Subject]:
    """Yield the bodies charged inside a sentence: "giao X chủ trì", "do X thực hiện"."""
    for body in reading.bodies_in(span):
        before = reading.text[max(span.start, body.start - 25) : body.start]
        if body.start > span.start and _CHAIR.search(before):
            run = _listed(reading, body, span.end)
            at = run[-1].end + 1
            if at < span.end and DUTY.match(reading.text, at, span.end):
                yield Subject(tuple(run), at)


_NAME_GOES_ON = re.compile(r" (?!có |chủ trì|chịu |và |được |phải )[^,;:.()]{2,45}[:.]?\s*")
LED_DUTY = re.compile(  # "Theo chức năng, nhiệm vụ tăng cường …", "Khi có yêu cầu, cung cấp …"
    rf"(?:(?:Theo|Căn cứ)(?: theo)? chức năng,? nhiệm vụ[^;:]{{0,90}}?,? "
    rf"|(?:Theo|Căn cứ|Trên cơ sở|Khi|Hằng|Hàng|Định kỳ|Sau khi"
    rf"|Ngoài)\b[^;:]{{0,200}}?, )(?:{VERBS})\b",
    re.IGNORECASE,
)
_HEADING_REST = re.compile(
    r"\s*(?:\([^)]*\))?\s*(?:[:.]?|(?:có )?(?:trách nhiệm|nhiệm vụ).{0,60}|chủ trì.{0,200}:"
    r"|(?:và )?các .{0,60}|.{0,40}(?:sau|dung):)\s*",
    re.DOTALL,
)


def heading_owners(reading: Reading, section: Section) -> tuple[Span, ...]:
    """Return the bodies that a heading consists of: "4. Sở Nội vụ", "Trách nhiệm của Sở Y tế"."""
    head = opening(reading.text, section)
    lead = _LEAD.match(reading.text, head.start, head.end)
    start = lead.end() if lead else head.start
    bodies = listed_bodies(reading, start, head.end)
    if not bodies:
        return ()
    rest = reading.text[bodies[-1].end : head.end]
    if _NAME_GOES_ON.fullmatch(rest):
        return (*bodies[:-1], Span(bodies[-1].start, bodies[-1].end + len(rest.rstrip(" :."))))
    named = bool(section.children) and rest.rstrip()[-1:] not in {".", ";", ""} and len(rest) < 150  # noqa: PLR2004 — a title
    if named and not re.search(r"có trách nhiệm|chịu trách nhiệm", rest):
        return bodies
    ends = rest.rstrip().endswith(":") and len(rest) < 200  # noqa: PLR2004 — a lead line, not a sentence
    return bodies if ends or _HEADING_REST.fullmatch(rest) else ()


def inherited_owners(reading: Reading, unit: Unit) -> tuple[Span, ...]:
    """Return the owners named by the nearest heading above the sentence that names any."""
    if unit.role in {Role.REVIEW, Role.GOALS}:
        return ()
    for section in reversed(unit.trail):
        head = opening(reading.text, section)
        if head.end > unit.span.start:
            continue
        if owners := heading_owners(reading, section):
            return owners
        subject = subject_of(reading, head) if unit.role is not Role.TASKS else None
        if subject and section is not unit.trail[-1]:
            return subject.owners
    return ()
