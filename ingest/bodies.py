"""Organisations and office holders are recognised by pattern, not from a list of names.

A name is a head noun ("Sở", "Đảng ủy", "Ban Quản lý") followed by capitalised words and by
qualifiers of level or place ("tỉnh", "các xã, phường", "Trung ương"). In Vietnamese only the
first syllable of each word of a name is capitalised, so one lower-case syllable may follow a
capitalised one unless it begins a verb. Collective owners ("các sở, ban, ngành tỉnh") and the
lower-case spelling of people who type ("sở y tế", "so y te") have patterns of their own.
"""

from __future__ import annotations

import re
from functools import lru_cache

from ingest.model import Span
from ingest.patterns import lazy, letters
from ingest.text import fold

_LATIN = [chr(c) for c in range(0x41, 0x1EFA) if c <= 0x24F or c >= 0x1EA0]  # noqa: PLR2004 — Unicode blocks of Vietnamese
_UPPER = [c for c in _LATIN if c.isupper()]
_LOWER = [c for c in _LATIN if c.islower()]
UPPER = letters(_UPPER)
LOWER = letters(_LOWER)
LETTER = letters(_UPPER + _LOWER)  # much shorter than the two one after the other
_PAIRED = (  # words of names whose second syllable is small, also between capitals: "Khu Kinh tế"
    "Kinh tế|Công nghiệp|Nông nghiệp|Lâm nghiệp|Công nghệ|Thanh niên|Thiếu niên|Phụ nữ|Nông dân"
    "|Lao động|Thương mại|Du lịch|Môi trường|Quốc gia|Quốc tế|Khoa học|Giáo dục|Văn hóa|Văn hoá"
    "|Nông thôn|Năng lượng|Điện lực|Hàng hải|Hàng không|Đường sắt|Biên phòng|Tài nguyên"
    "|Chính trị|Cộng sản|Thủy lợi|Thuỷ lợi|Viễn thông|Bưu chính"
)
_ONE = rf"[{UPPER}][{LETTER}]*+(?!\w)"
_TWO = rf"(?:{_PAIRED})(?!\w)"
_CAP = rf"(?:{_TWO}|{_ONE})"
_LOW = rf"[{LOWER}]++(?!\w)"

# Words that end a name: verbs of duty and function words that follow a subject.
STOP = (
    "chủ|phối|có|được|phải|cần|chịu|lãnh|chỉ đạo|tham mưu|tham gia|xây|thực|tổ chức|ban hành|hướng"
    "|theo|để|và|trong|về|với|của|là|cho|khi|tại|do|từ|đến|đã|sẽ|căn|báo|tiếp|tăng|đẩy|nâng|rà|kiểm"
    "|giám sát|đôn|trình|đề|quyết|phê|triển|thường xuyên|chủ động|kịp|khẩn|nghiên|tổng hợp|thẩm"
    "|hỗ trợ|bố|cung|quán|tuyên truyền|vận động|phát|đảm|bảo đảm|quản lý|giao|yêu|cập|hoàn|xem|lập"
    "|tập|thành lập|đưa|thống nhất|khai|tích|đăng|công bố|gửi|nộp|định kỳ|nhận|lựa|bổ|điều|ưu|xử|ra"
    "|giải quyết|gương|đổi mới|mở|huy|ngoài|nếu|trên|cùng|gồm|như|nhằm|sau|trước|làm|ký|sử"
    "|thông qua"
    "|giúp|tư vấn|đánh giá|hằng|hàng|không|chậm|nêu|này|đó|trở|cụ|khuyến|lồng|ứng dụng|kết nối|tạo"
    "|đầu tư|chuẩn|lấy|xác|phân|thu|đối|quy|áp|tiến|tự|bằng|mà|vào|cũng|thì|đang|nơi|hoặc|khác|rất"
)
_PAIRS = (  # words of names whose second syllable is also a verb
    r"(?<=Đào )tạo|(?<=Sáng )tạo|(?<=Ngoại )giao|(?<=Công )trình|(?<=Chương )trình|(?<=Dân )chủ"
    r"|(?<=Tiếp )nhận|(?<=Quảng )cáo|(?<=Truyền )thông qua|(?<=Kiểm )tra"
)
_STOP = rf"(?:(?={_PAIRS})|(?!(?:{STOP})\b))"
_PLACE = (
    "tỉnh|thành phố|Thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu"
    "|cấp tỉnh|cấp xã|cấp huyện"
)
_PLACES = rf"(?:{_PLACE})(?:, (?:{_PLACE}))*(?: và (?:{_PLACE}))?"
_TAIL = (
    rf"(?: (?:các )?(?:{_PLACES})\b(?! hội)| các cấp| cùng cấp| cấp trên| cơ sở| Trung ương"
    r"| trung ương| công lập| ngoài công lập| tư thục"
    r"| nhân dân| tối cao| nhà nước| hành chính công| hành chính| quân sự| biên phòng| trực thuộc"
    r"| các cơ quan| thập đỏ| quỹ đất| bệnh tật| thực vật| chiến binh| công nghiệp| kinh tế| xã hội"
    r"| (?:có )?liên quan| và tương đương| quốc gia| địa phương| thôn mới| nông dân| phụ nữ| đổi số"
    r"| thanh niên| lao động| hữu nghị| chuyên môn| chuyên ngành| số| ngang [Bb]ộ| thuộc Chính phủ"
    r"| trên địa bàn(?: tỉnh| thành phố| Thành phố)?)"
)
_SHORT_FORM = rf"(?<=[{UPPER}][{UPPER}])"  # "KHCN lo": a form in capitals has no second syllable
# a pair ends its word: after "Kinh tế" another begins, "Trung ương", whose second syllable is small
_WORD = (
    rf"(?:{_TWO}|{_ONE}(?>(?: (?!{_TWO}){_ONE})++(?: {_TWO})?| {_TWO}"
    rf"|(?:(?!{_SHORT_FORM}) {_STOP}{_LOW})?))"
)
_UY = "(?:ủy|uỷ|Ủy|Uỷ|ỦY|UỶ)"
_CAP_HEADS = (  # these are ordinary words unless capitalised
    "Sở(?! hữu)|Bộ(?! phận| luật| Luật| tiêu chí| chỉ số| máy)|Cục|Chi cục|Tổng cục|Vụ(?! việc)"
    "|Viện|Học viện|Trường(?! hợp)|Đại học|Trung tâm|Báo(?! cáo)|Đài|Tạp chí|Hội(?! nghị| thảo"
    "| thi)|Đoàn(?! kết)"
    "|Tỉnh đoàn|Thành đoàn|Liên đoàn|Liên minh|Liên hiệp|Tập đoàn|Tổng công ty|Công ty|Ngân hàng"
    "|Kho bạc|Bảo hiểm|Thuế|Hải quan|Quỹ|Phòng(?! ngừa| chống| trừ)|Ban(?! hành)|Thanh tra"
    "|Kiểm toán|Kiểm lâm|Cảng vụ"
    "|Tổ công tác|Tổ(?! chức)|Thông tấn xã|Hiệp hội|Đội(?! ngũ)|Nhà máy|Hạt|Khối(?! lượng)"
    "|Tổng Liên đoàn|Cổng|Cơ quan|Đơn vị"
)
_ANY_HEADS = (
    rf"[Đđ]ảng {_UY}|[Đđ]ảng bộ|[Cc]hi bộ|[Cc]hi {_UY}|[Cc]ấp {_UY}|[Tt]ỉnh {_UY}|[Tt]hành {_UY}"
    rf"|[Hh]uyện {_UY}|[Qq]uận {_UY}|[Tt]hường trực|[Bb]an [Tt]hường vụ|[Bb]an [Cc]hấp hành"
    rf"|[Bb]an [Cc]án sự đảng|[Đđ]ảng đoàn|[Bb]an [Cc]hỉ đạo|[Bb]an [Qq]uản lý|[Bb]an Bí thư"
    rf"|[Bb]an [Tt]uyên giáo(?: và [Dd]ân vận)?(?: (?:tỉnh|thành|huyện|cấp) {_UY})?"
    rf"|[Tt]rung tâm [Cc]hính trị|[Bb]an [Tt]ổ chức|Bộ Chính trị|Bộ Chỉ huy|BCĐ|BTV|BCH|{_UY} ban"
    rf"|UBND|HĐND|UBMTTQ|MTTQ|UBKT|{_UY} ban [Nn]hân dân|[Hh]ội đồng(?: [Nn]hân dân)?|[Vv]ăn phòng"
    r"|Mặt trận Tổ quốc|[Hh]ội quần chúng"
    r"|[Cc]ông an|[Bb]ộ đội [Bb]iên phòng|[Tt]òa án|[Tt]oà án|[Vv]iện [Kk]iểm sát"
    r"|[Đđ]ài (?:truyền thanh|phát thanh|Phát thanh|Truyền thanh)(?:(?: - | và |, )truyền hình)?"
    r"|Chính phủ|Quốc hội|VTV|VOV|TTXVN|VNPT|Viettel|EVN|Trung ương Đảng"
    r"|[Cc]ơ quan (?:chủ trì|ngang [Bb]ộ|phối hợp|thường trực|soạn thảo|chủ quản"
    r"|chuyên môn|đầu mối|quản lý|đăng ký đầu tư|thẩm định"
    r"|tiếp nhận|có thẩm quyền|nhà nước|công an|thuế|hải quan|báo chí)|[Đđ]ơn vị (?:chủ trì"
    r"|phối hợp|thường trực|đầu mối|tư vấn|vận hành)"
)
_OFFICES = (
    r"Thủ tướng Chính phủ|Thủ tướng|(?:Phó )?Chủ tịch(?! nước)|Chủ tịch nước|Tổng Bí thư"
    r"|(?:Phó )?Bí thư"
    r"|(?:Phó )?Giám đốc|[Tt]hủ trưởng|(?:Thứ|Bộ) trưởng|(?:Phó )?Trưởng [Bb]an|Chánh [Vv]ăn phòng"
    r"|Chánh Thanh tra|(?:Phó )?(?:Cục|Tổng cục|Chi cục) trưởng|Vụ trưởng|Hiệu trưởng|Viện trưởng"
    r"|Chỉ huy trưởng|Tư lệnh|Chánh án|Thẩm phán|Thống đốc|Tổng Thanh tra|Tổng Kiểm toán"
    r"|[Nn]gười đứng đầu|[Đđ]ồng chí|Trưởng phòng|Tổng Giám đốc|Trưởng các"
)
_GROUP_NOUN = (
    rf"(?:[Ss]ở,? (?:ban,? )?ngành|[Ss]ở|[Bb]an,? ngành|ban [Đđ]ảng|ban cán sự đảng|đảng đoàn"
    rf"|[Bb]an|[Bb]ộ|[Nn]gành|[Cc]ơ quan (?:ngang [Bb]ộ|thuộc Chính phủ)|[Cc]ơ quan|[Đđ]ơn vị"
    rf"|[Đđ]ịa phương|[Cc]ấp {_UY}|[Tt]ổ chức đảng"
    r"|tổ chức chính trị ?- ?xã hội|tổ chức đoàn thể|tổ chức|đoàn thể|cấp chính quyền|chính quyền"
    rf"|[Đđ]ảng {_UY}|tỉnh {_UY}|thành {_UY}|đảng bộ|chi bộ|[Dd]oanh nghiệp|hợp tác xã|{_PLACE}|hội"
    r"|hiệp hội|hội đoàn thể|trường(?: đại học| học)?|cơ sở giáo dục|tập đoàn|tổng công ty|phòng"
    r"|thành viên|chủ đầu tư|nhà đầu tư|nhà thầu|cá nhân|viện nghiên cứu|bệnh viện|ban quản lý"
    r"|Ban Đảng|cán bộ|đảng viên|công chức|viên chức|người lao động|người dân|Nhân dân"
    r"|trung tâm|cơ sở|chủ rừng|chủ dự án|hộ gia đình|nhà khoa học|ban chỉ đạo)"
)
_GROUP_JOIN = r"(?:, ?| và | - |/|; | hoặc )(?:các )?"
_NAME_TAIL = rf"(?: {_WORD}|{_TAIL})"
_SECTOR_LIST = (
    r"(?:(?<=Văn hóa)|(?<=Văn hoá)|(?<=Phát thanh)|(?<=Khoa học)), "  # "Văn hóa, Thể thao…"
)
_HEADS = rf"(?:{_OFFICES}|{_ANY_HEADS}|{_CAP_HEADS})"
_MORE = (
    rf"(?:(?:(?: và | - |{_SECTOR_LIST})(?!{_HEADS}\b)| ){_WORD}|{_TAIL}"
    rf"| các (?:Đảng|tổ chức|đoàn thể|[Kk]hu)\b)"
)
COLLECTIVE = (  # "các sở, ban, ngành tỉnh", "cấp ủy, tổ chức đảng", "bộ, ngành, địa phương"
    rf"(?:(?:(?:[Cc]ác|[Nn]hững|[Mm]ột số) |{_GROUP_NOUN}{_GROUP_JOIN}){_GROUP_NOUN}"
    rf"(?:{_GROUP_JOIN}{_GROUP_NOUN})*(?: có thẩm quyền)?"
    rf"|[Cc]ấp {_UY}(?: huyện| xã| tỉnh)?(?: và tương đương)?)"
    rf"\b(?:{_TAIL}|(?: thuộc| trực thuộc| của)(?: {_CAP})(?: {_STOP}{_LOW})?{_NAME_TAIL}*+"
    rf"|(?: {_WORD}))*+"
)
NAMED = (  # "Sở Văn hóa, Thể thao và Du lịch", "Đảng ủy Ủy ban nhân dân tỉnh"
    rf"(?:[Cc]ác )?(?:(?:{_OFFICES})\b(?: {COLLECTIVE}|(?: (?:các )?{_HEADS}\b|{_MORE})*+)"
    rf"|(?:{_ANY_HEADS})\b(?:{_MORE})*+"
    rf"|(?:{_CAP_HEADS})\b(?:{_MORE})++)"
)

_BODY = lazy(rf"(?<![\w])(?=[{UPPER}cnđhtbsuvolp])(?:{COLLECTIVE}|{NAMED})(?![\w])")

_SECTORS = (
    "noi vu|y te|tai chinh|tu phap|xay dung|cong thuong|ngoai vu|noi chinh|giao thong van tai"
    "|nong nghiep va moi truong|khoa hoc va cong nghe|khoa hoc cong nghe|giao duc va dao tao"
    "|giao duc|van hoa, the thao va du lich|van hoa the thao va du lich|van hoa|du lich|dan toc"
    "|dan toc va ton giao|ke hoach va dau tu|thong tin va truyen thong|quoc phong|cong an"
    "|ngoai giao|tai nguyen va moi truong|lao dong|tuyen giao va dan van|tuyen giao|dan van"
    "|to chuc|kiem tra|kinh te"
)
_NATIONAL = "chinh phu|quoc hoi|thu tuong(?: chinh phu)?|bo chinh tri"  # has no "tỉnh" behind it
_TYPED = lazy(  # names as people type them, on folded text: "so y te", "ubnd tinh"
    rf"\b(?:({_NATIONAL})|(?:so|bo) (?:{_SECTORS})"
    r"|ban (?:tuyen giao va dan van|tuyen giao|to chuc|noi chinh"
    rf"|dan van"
    r"|thuong vu|chap hanh|bi thu|kinh te trung uong)|van phong (?:tinh uy|thanh uy|trung uong dang"
    r"|chinh phu|ubnd tinh|quoc hoi)|bo chinh tri|uy ban (?:nhan dan|kiem tra|mat tran to quoc)"
    r"|ubnd|ubkt|hdnd|hoi dong nhan dan"
    r"|dang doan quoc hoi|quoc hoi|ban can su dang(?: chinh phu)?|chinh phu"
    r"|thu tuong(?: chinh phu)?"
    r"|mttq|mat tran to quoc(?: viet nam)?|dang uy(?: (?:ubnd|uy ban nhan dan))?|cong an|cap uy"
    r"|hoi (?:nong dan|cuu chien binh|(?:lien hiep )?phu nu)|doan thanh nien|tinh doan"
    r"|lien doan lao dong|truong chinh tri"
    r"|toa an(?: nhan dan)?|vien kiem sat(?: nhan dan)?|bo chi huy quan su|bo doi bien phong)\b"
    r"(?: (?:tinh uy|thanh uy|tinh|thanh pho|huyen|xa|trung uong|cac cap|cac co quan dang tinh))*"
)
_HALF_BEFORE = re.compile(r"\b(?:toan|noi|can|dong|tien) $")  # "toàn bộ kinh tế số"
_MARKED = re.compile(rf"[{letters(c for c in _LOWER if not c.isascii())}]", re.IGNORECASE)
_SPELT_HEADS = {  # folded first syllable of a name → as it is spelt with marks
    "so": ("sở",), "bo": ("bộ",), "van": ("văn",), "uy": ("ủy", "uỷ"), "dang": ("đảng",),
    "hoi": ("hội",), "mat": ("mặt",), "cong": ("công",), "cap": ("cấp",), "hdnd": ("hđnd",),
    "quoc": ("quốc",), "chinh": ("chính",), "thu": ("thủ",), "doan": ("đoàn",), "tinh": ("tỉnh",),
    "lien": ("liên",), "truong": ("trường",), "toa": ("tòa", "toà"), "vien": ("viện",),
}  # fmt: skip

_EXPANSIONS: tuple[tuple[str, str], ...] = (
    ("ubnd", "uy ban nhan dan"),
    ("hdnd", "hoi dong nhan dan"),
    ("ubmttq", "uy ban mat tran to quoc"),
    ("mttq", "mat tran to quoc"),
    ("ubkt", "uy ban kiem tra"),
    ("btv", "ban thuong vu"),
    ("bch", "ban chap hanh"),
    ("bct", "bo chinh tri"),
    ("bbt", "ban bi thu"),
    ("bcd", "ban chi dao"),
    ("btgdv", "ban tuyen giao va dan van"),
    ("btgdvtw", "ban tuyen giao va dan van trung uong"),
    ("btgtw", "ban tuyen giao trung uong"),
    ("tw", "trung uong"),
    ("vptw", "van phong trung uong"),
    ("vptu", "van phong tinh uy"),
    ("tp", "thanh pho"),
    ("bqp", "bo quoc phong"),
    ("bca", "bo cong an"),
    ("khcn", "khoa hoc va cong nghe"),
    ("vpcp", "van phong chinh phu"),
)
_EXPAND = dict(_EXPANSIONS)
_WORDS = re.compile(r"\w+")
_PLURAL = re.compile(r"^(?:cac|nhung) ")


@lru_cache(maxsize=8192)  # a question weighs the same few names against every fact
def body_key(name: str) -> str:
    """Return one key for every spelling of a body's name: folded, abbreviations written out."""
    words = (_EXPAND.get(word, word) for word in _WORDS.findall(fold(name)))
    return _PLURAL.sub("", " ".join(words).replace("khoa hoc cong nghe", "khoa hoc va cong nghe"))


def _typed(text: str) -> list[Span]:
    folded = fold(text)
    spans = []
    for m in _TYPED.finditer(folded):
        head = m[0].split(" ", 1)[0]
        if _HALF_BEFORE.search(folded, 0, m.start()):
            continue
        if text[m.start() :][: len(head)].lower() in {head, *_SPELT_HEADS.get(head, ())}:
            spans.append(Span(m.start(), m.end(1) if m[1] else m.end()))
    return spans


def _longest(spans: list[Span], typed: list[Span]) -> list[Span]:
    """Return ``spans`` and those of ``typed`` that overlap none, or hold a shorter one whole.

    "Ban nội chính tỉnh ủy" in small letters is no "tỉnh ủy".
    """
    for new in typed:
        met = [old for old in spans if new.start < old.end and old.start < new.end]
        if all(new.holds(old) and new != old for old in met):
            spans = [*(old for old in spans if old not in met), new]
    return spans


def find_bodies(text: str, *, typed: bool = False) -> tuple[tuple[Span, str], ...]:
    """Return the organisations and office holders named in ``text``, with their spans, in order.

    ``typed`` also reads names in lower case or without diacritics, as in a question.
    """
    spans = [Span(*m.span()) for m in _BODY.finditer(text)]
    if typed or not _MARKED.search(text):
        spans = _longest(spans, _typed(text))
    return tuple((span, span.of(text)) for span in sorted(spans))
