"""The tables behind understanding a question: what people ask for, and in which words.

Patterns are written in folded form (no diacritics, lower case) and tried on the folded question,
so that a question typed without diacritics reads the same. The tables are tried in order; the
first kind that matches leads, the others are kept beside it.
"""

from __future__ import annotations

import re
from typing import Literal, TypeAlias

from api.phrases import table_of
from ingest.text import fold

Kind: TypeAlias = Literal[
    "compare", "path", "issued", "signer", "recipients", "issuer", "symbol", "title", "place",
    "basis", "referring", "definition", "report_to", "partners", "deadline", "who", "count",
    "list", "goal", "task", "general",
]  # fmt: skip

# words that may stand before "nào" when a body is asked for
_BODY = (
    "(?:co quan|don vi|to chuc|(?<!van )ban|(?<!noi )(?<!can )bo(?! sung)|(?<!mau )"
    "(?<!bieu )(?<!nghe )(?<!te )(?<!doi )(?<!hoi )(?<!lieu )(?<!tang )(?<!luc )so"
    # "ưu tiên những ngành nào" asks for branches of industry, "ngành nào chủ trì" for a body
    "|nganh(?= nao [a-z])|(?<=do )(?:nganh|vu|cuc|phong)|(?<=so )nganh|(?<=ban )nganh"
    "|(?<=bo )nganh"
    # "những thủ tục cấp xã nào" asks for procedures
    "|noi(?! bo| dung)|(?<!thu tuc )(?<!tthc )(?<!hanh chinh )(?<!nhiem vu )(?<!du an )cap"
    "|dia phuong|ca nhan|dong chi|luc luong|dang uy|cap uy|ban nganh|doan the|bo nganh"
    "|chu the)(?: [a-z]+)?"
)
# who signs, on folded text: "do Phó Chủ tịch nào ký", "ct hđnd tp nào ký"
_SIGNS = (
    "(?:pho )?(?:dong chi|ong|ba|chu tich|ct|giam doc|bo truong|thu truong|bi thu|truong ban"
    "|cuc truong|vu truong|chanh van phong|thong doc|tong kiem toan)(?: \\w+){0,5}? nao"
    " (?:da )?k[yi]"
)
SIGNING_OFFICE = re.compile(rf"\b{_SIGNS}\b")
HOW_MUCH = re.compile(r"\b(?:may|bao nhieu)\b")  # on folded text
# kinds of document, as they stand before "nào"
_PAPER = (
    "(?:nghi quyet|huong dan|ke hoach|ket luan|chi thi|quy dinh|quyet dinh|van ban|luat|tai lieu"
    "|nghi dinh|thong tu|quy che|cong van|to trinh)"
)
# parts of a document that can be counted or listed
_PART = (
    "(?:nhiem vu|giai phap|muc tieu|quan diem|chi tieu|(?<!danh )muc|(?<!tai )khoan|dieu|chuong"
    "|(?<!thanh )(?<!co )phan(?! thoi gian| von| dien tich| cu tri| nguoi)"
    "|nguyen tac|yeu cau|noi dung"
    "|(?<!thoi )(?<!dia )(?<!dac )(?<!uu )diem|phu luc|bien phap|nhom|linh vuc|truong hop"
    "|hinh thuc|tieu chi"
    "|tieu chuan|buoc|doi tuong|loai|cach|phuong phap|phan viec)"
)

_ALTERNATIVES: tuple[tuple[Kind, tuple[str, ...]], ...] = (
    ("compare", (
        "so sanh", "doi chieu", "khac (?:nhau|gi|biet|the nao|ra sao)", "giong (?:nhau|gi)",
        "chenh (?:nhau|lech)",
        ("(?:cai|ben|noi|tinh|dia phuong|chi tieu|muc|ty le|ti le) nao (?:\\w+ )?"
        "(?:cao|thap|nhieu|it|som|muon|dai|ngan|lon|nho) hon"),
    )),
    ("signer", (
        "ai (?:la nguoi )?(?:da )?k[yi]", "nguoi(?: nao)?(?: da)? k[yi]", "ky boi ai",
        "(?:ai|(?:ong|ba|dong chi|nguoi) (?:\\w+ )?nao) (?:dung ten|thay mat)(?: \\w+)?(?: k[yi])?",
        "do ai k[yi]", _SIGNS, "chu ky cua ai", "ky ten",
        "ten (?:cua )?ai(?: \\w+){0,3} k[yi]",
        "(?:giu |(?<!to )(?<!cong )(?<!vien ))chuc(?: vu)? gi",
    )),
    ("recipients", (
        "noi nhan", "kinh gui",
        "(?:nhung )?(?:ai|(?:co quan|don vi|noi) nao) (?:duoc gui|nhan duoc)(?!.*bao cao)",
        ("(?:duoc )?gui (?:cho |toi |den |len )?(?:nhung )?"
        "(?:ai|dau|noi nao|(?:co quan|don vi) nao)(?!.*bao cao)"),
        "gui (?:cho |toi |den |len )?(?:nhung |cac )?(?:dong chi|vi) nao",
        "co gui (?:cho|toi|den|ve|len)(?!.*bao cao)",
    )),
    ("place", ("(?:ban hanh|ky) (?:o|tai) (?:dau|tinh nao|noi nao|dia phuong nao)", "dia danh")),
    ("symbol", (
        "so(?:,| va)? ?(?:(?:ky|ki) )?hieu", "(?:ky|ki) hieu (?:la )?(?:gi|nao)",
        "(?:mang|la|co) so (?:may|bao nhieu|nao)",
        ("(?<!ma )(?<!mau )(?<!bieu )(?<!doi )(?<!te )(?<!phu )(?<!ky )(?<!lieu )(?<!tang )"
        "(?<!nghe )(?<!hoi )(?<!kinh te )(?<!chinh phu )"
        "(?<!he )(?<!chi )(?<!tong )(?<!dan )so (?:may|bao nhieu)\\W*$"),
    )),
    ("title", (
        "trich yeu", "ten (?:day du|goi|van ban)",
        "(?:noi |ban hanh |la )?ve (?:viec |van de |noi dung |cai )?gi\\W*$",
    )),
    ("basis", (
        ("(?:can cu|(?<!thi )dua) (?:vao |tren |theo )?(?:cac |nhung )?"
        "(?!yeu to|tieu chi|nguyen tac|dau hieu|chi so|ket qua)(?:\\w+ ){0,2}(?:nao|gi)"),
        "(?:can cu|(?<!thi )dua) (?:vao|tren) (?:dau|nhung dau)",
        "co so phap ly", "(?:nhung|cac) can cu", "can cu (?:ban hanh|phap ly)",
        ("(?:thuc hien|trien khai|cu the hoa|huong dan|gan voi|di doi voi|kem theo|quan triet"
        "|nhac den"
        "|vien dan|dan chieu|lien quan (?:den|toi)|theo) (?:nhung |cac )?"
        f"{_PAPER}(?: \\w+)? (?:nao|so may|so bao nhieu)"),
        f"(?:bang|o|tai|trong|qua|can cu|can cu vao) {_PAPER} (?:so may|so bao nhieu)",
        f"(?:thay the|thay cho|thay|bai bo|sua doi|bo sung) (?:cho )?{_PAPER} nao",
    )),
    ("referring", (
        (f"{_PAPER} nao (?:\\w+ ){{0,3}}(?:thuc hien|trien khai|cu the hoa|nhac den|vien dan"
        "|thay the|bai bo|sua doi|bo sung)"),
    )),
    ("report_to", (
        f"(?:bao cao|gui)(?: \\S+){{0,8}} (?:cho|ve|voi|toi|den|qua|len) (?:ai|dau|{_BODY} nao)",
        f"qua (?:ai|{_BODY} nao)", "noi nhan bao cao", f"bao cao (?:ai|{_BODY} nao)",
    )),
    ("partners", (
        (f"(?:phoi hop|lien ket|hop tac|cung|voi)(?: \\w+)?(?: voi| cung)? (?:nhung |cac )?"
        f"(?:ai|(?:hoi|{_BODY}) nao)"),
        "phoi hop voi ai", "(?:co quan|don vi) nao phoi hop",
        "(?:co quan|don vi) phoi hop(?: la(?: ai)?| gom)?\\W*$", f"cung (?:voi )?{_BODY} nao",
    )),
    ("deadline", (
        "khi nao", "bao gio", "(?:chung|(?<!voi )(?<!cac )(?<!nhung )hoi|bua) nao",
        "(?<!nguon )(?<!nang )luc nao",
        "bao lau", "han chot", "han cuoi", "han nop", "deadline",
        "thoi han(?!.* gom (?:co )?(?:may|nhung|cac) )", "cham nhat", "ngay may",
        "(?:may|bao nhieu) (?:ngay|thang|tuan|nam|quy|gio)",
        "dinh ky (?:bao lau|may)", "(?:may|bao nhieu) (?:nam|quy)(?: \\w+){0,8} (?:mot|1) lan",
        ("(?:ngay|quy|thang|nam|moc|thoi (?:gian|diem)|giai doan) (?:nao|cu the)"
        "|(?<!moi )(?<!mot )(?<!1 )(?:ngay|quy|thang|nam|moc) (?:may|bao nhieu)"
        "(?! (?:tien|dong|trieu|ty|ti|nghin|nguoi|lan)\\b)"),
        "thoi gian (?:hoan thanh|thuc hien|trien khai|bao cao|nop|to chuc|quan triet)",
        "han nao",
        "^han (?!che|han|muc|dien|ngach|ngap)\\w+",
        "han (?:hoan thanh|bao cao|thuc hien|gui|trinh|hoc|xay dung|ban hanh|so ket|tong ket)",
        "truoc ngay\\W*$",
        "xong truoc",
        "tien do", "thoi gian la", "^thoi gian",
    )),
    ("count", (f"(?:may|bao nhieu) (?:nhom )?{_PART}(?! tram)(?: lon| chinh| chu yeu)?",)),
    ("who", (
        f"(?:nhung|cac) {_BODY}(?:, \\w+| va \\w+)* nao", "ai", f"{_BODY} nao",
        "do (?:ai|dau)", "(?:chu tri|phu trach|dau moi|chiu trach nhiem) la",
        f"trach nhiem (?:cua |thuoc (?:ve )?)(?:ai|{_BODY} nao)", "co quan chu tri",
        "don vi chu tri",
    )),
    ("list", (
        "(?:nhung|cac) (?:[\\w,-]+ ){1,6}(?:nao|gi)", "liet ke", "ke (?:ra|ten)", "nhung gi",
        "(?:bao )?gom (?:nhung |cac )?(?:gi|noi dung|\\w+ nao)", "neu (?:cac|nhung)",
        f"^(?:cac|nhung) {_PART}", f"{_PART}(?: va giai phap|, giai phap)? (?:nao|chinh|chu yeu)",
        f"^\\d+ {_PART}", f"{_PART} trong tam",
    )),
    ("definition", (
        "la gi", "nghia la (?:[a-z]+ ){0,3}(?:gi|nao|nhu the nao)", "the nao la",
        "the nao (?:thi )?(?:duoc |la )?(?:coi|xem|goi)",
        "(?:goi|coi|xem) la", "duoc hieu (?:la|nhu)", "khai niem", "dinh nghia",
        "giai thich tu ngu",
    )),
    ("task", (
        "(?<!de )lam (?:gi|nhung gi)", "nhiem vu (?:gi|cua|nhu the nao)", "trach nhiem (?:gi|cua)",
        "duoc giao (?:gi|nhiem vu|nhung)", "phai (?:lam|thuc hien) (?:gi|nhung gi)",
        "co (?:nhiem vu|trach nhiem)", "viec gi",
    )),
    ("goal", (
        "bao nhieu", "thu may", "may (?:phan tram|nguoi|to chuc|doanh nghiep|nuoc)",
        "muc tieu", "chi tieu",
        "ti le", "ty le", "phan tram", "dat muc", "tam nhin", "(?:toi da|toi thieu|it nhat) may",
    )),
)  # fmt: skip

# "5 quan điểm chỉ đạo": how many there are is known to who asks, and names none of them
COUNTED_PART = re.compile(rf"(?<![\w/.,-])(?P<count>\d{{1,2}}) (?:nhom )?{_PART}\b(?! \d)")
# "mục tiêu đến năm 2045 là gì" asks for the aims, not for a definition
PART_IS_WHAT = re.compile(rf"\b{_PART}\b.*\bla (?:nhung )?gi\b")

# asked about the paper itself: these lead where the rest of the question only names the paper
_PAPER_ALTERNATIVES: tuple[tuple[Kind, tuple[str, ...]], ...] = (
    ("issued", (
        ("(?:ban hanh|ky|ra doi|ra|cong bo|thong qua|gui)(?: vao)? ?"
        "(?:ngay|khi|luc|thang|nam|bao gio|tu|hom)(?: \\w+)?"),
        "(?:lam|viet|soan) (?:ngay|hom|bua) nao", "ngay ra",
        "ngay (?:ban hanh|ky|thang nam)", "(?:de|co) ngay(?: \\w+)?",
        "(?:cai|van ban|ben|to) nao (?:\\w+ )?(?:ra|ban hanh|co|ky) (?:truoc|sau)",
        "(?:khi|ngay|nam|luc|bao gio)(?: nao)? (?:duoc )?(?:ban hanh|ky|ra doi)",
    )),
    ("issuer", (
        ("(?:ai|co quan|don vi|to chuc|cap)(?: nao)?(?: (?:cua|o) (?:\\w+ ){1,2}?)? ?(?:da )?"
        "(?:ban hanh|ra)"),
        "(?:do|cua) (?:ai|co quan nao|don vi nao|cap nao)(?: ban hanh|\\W*$|,)", "co quan ban hanh",
        "(?:do|cua) (?:\\w+ ){1,8}hay (?:\\w+ ){1,8}ban hanh",
    )),
)  # fmt: skip


def _table(
    rows: tuple[tuple[Kind, tuple[str, ...]], ...],
) -> tuple[tuple[Kind, re.Pattern[str]], ...]:
    return tuple(
        (kind, re.compile(rf"(?<!\w)(?:{'|'.join(patterns)})(?!\w)")) for kind, patterns in rows
    )


KINDS = _table(_ALTERNATIVES)
ABOUT_THE_PAPER = _table(_PAPER_ALTERNATIVES)

# "khoản 4 mục III", "điểm a khoản 2 điều 5": level word and label, folded
PATH_PART = re.compile(
    r"\b(?P<level>phan|chuong|muc|dieu|khoan|diem|phu luc) "
    r"(?P<label>[ivxl]+|(?!(?:19|20)\d\d\b)\d+(?:\.\d+)*|[a-z])(?![\w%])"
)

# words before a document's number that make it the matter, not the place, of the answer:
# "ai đôn đốc việc thực hiện Nghị quyết 57" may be answered by another document
MATTER_BEFORE = re.compile(
    r"(?:thuc hien|quan triet|tuyen truyen|trien khai|hoc tap|hoc|pho bien|cu the hoa|so ket"
    r"|tong ket"
    r"|gan (?:voi|lien)|lien quan (?:den|toi)|nhac (?:den|toi)|can cu|dua (?:tren|vao)|ve|kiem tra"
    r"|theo doi|giam sat|vien dan|dan chieu|bao cao|du thao)"
    r"(?: (?:voi|viec|noi dung|thuc hien|tinh than|cac|xong|ve))*\s*$"
)

# "Nghị quyết 18 được nhắc trong Kế hoạch 180", "ngày ra HD 186 ghi trong KH 180": asked of the
# plan, about the other; "NQ57 nêu gì trong phần mục tiêu" is asked of the resolution itself
MATTER_AFTER = re.compile(
    r"\s*(?:(?:\S+ ){0,3}?(?:duoc|co) (?:\S+ ){0,3}?(?:nhac|neu|dan|de cap|vien dan|ghi)"
    r"(?: \S+)? (?:trong|o|tai)\b"
    rf"|(?:ghi|nhac|dan)(?: \S+)? (?:trong|o|tai) (?:{_PAPER}|[a-z]{{2,3}} ?\d|\d))"
)

# "ra kế hoạch này để làm gì" asks for what stands under "Mục đích", "vì sao" for a "Lý do"
PLACED_UNDER = (
    (re.compile(r"\b(?:de lam gi|nham (?:dat )?(?:duoc )?(?:muc dich |dieu )?gi"
                r"|de dat (?:duoc )?(?:dieu )?gi)\b"),
     ("mục", "đích")),
    (re.compile(r"\b(?:vi sao|tai sao|vi ly do|ly do (?:gi|nao))\b"), ("lý", "do")),
)  # fmt: skip

_PHRASES = """
tất cả bao nhiêu|tất cả mấy|
bao nhiêu phần trăm|bao nhiêu|nói về vấn đề|vấn đề gì|về vấn đề|nói về|văn bản nào|tới đâu|
cho mình hỏi|cho em hỏi|mình muốn biết|em muốn biết|muốn biết|mình hỏi|bạn ơi|một lần|1 lần|hay sao|
như thế nào|thế nào|ra sao|là gì|khi nào|lúc nào|bao giờ|bao lâu|
ngày nào|tháng nào|năm nào|quý nào|ngày mấy|tháng mấy|trước ngày|hạn chót|hạn cuối|deadline|
do cơ quan nào|do đơn vị nào|do ai|của ai|cho ai|với ai|
cơ quan nào|đơn vị nào|tổ chức nào|ban nào|bộ nào|sở nào|nơi nào|những ai|ai là người|
cho biết|cho tôi biết|cho hỏi|xin hỏi|hãy nêu|hãy|vui lòng|giúp tôi|tôi muốn biết|làm ơn|
được quy định|quy định như thế nào|theo quy định|có phải|phải không|đúng không|hay không|
những gì|cái gì|điều gì|việc gì|làm gì|nói gì|nêu gì|gồm gì|ở đâu|đến đâu|tại sao|vì sao|
liệt kê|kể ra|kể tên|khác nhau|giống nhau|chênh nhau|chênh lệch nhau|hơn kém nhau|
so sánh|đối chiếu|phải không ạ|bao nhiêu tiền|
thời gian nào|thời điểm nào|trong thời gian|mốc nào|chậm nhất|muộn nhất|bao gồm|cụ thể là|
văn bản này|nghị quyết này|kế hoạch này|quyết định này|hướng dẫn này|quy định này|kết luận này|
địa phương nào|trong tỉnh ta|của tỉnh ta|mấy giờ|cho xin|cho xem|cho mình xem|cho mình xin|
đề nghị cho biết|đề nghị kể|đề nghị nêu|đề nghị|nước ta|chừng nào|hồi nào|bữa nào|nói sao|
trước khi hết|trước lúc nào|trước khi nào|trước mấy giờ|trước mấy|so với|chẳng may|không may|
chia việc thành|chia thành mấy|trong ngoặc kép|ngoặc kép|nguyên văn cụm từ|
ghi sao|thì sao|kể tên từng|nêu tên từng|kể tên từng nhóm|nêu tên từng nhóm|nguyên văn|
toàn văn|
trích nguyên văn|chép lại|chép nguyên văn|trích dẫn|nói rõ|
hồi tháng|hồi năm|hồi đầu|hồi cuối|hồi đó|hồi trước|
bảo gì|biểu gì|bảo làm gì|biểu làm gì|bảo phải|biểu phải|
lần lượt|mỗi cái|mỗi bên|mỗi nơi|từng cái|từng bên|mỗi văn bản|hơn kém nhau
"""
_WORDS = """
ai là gì nào mấy sao đâu bao nhiêu của và các những cho với về từ đến tới trong ngoài trên dưới tại ở
được bị do bởi thì mà để theo này đó kia ấy như khi lúc nếu vì nên hay hoặc cũng đã đang sẽ vẫn còn
có không phải cần rất quá lắm chỉ một mỗi từng vào ra lên xuống hỏi nêu rõ gồm bao kể liệt
ạ à nhé vậy thế nhỉ ơi dạ bạn tôi mình em anh chị năm ngày tháng quý
muốn rồi cái cả hôm luôn hả hẳn lỡ nghen hông hổng vầy giùm dùm gì
"""  # noqa: E501  one line of words is easier to keep than many short ones

STOP_PHRASES = table_of(_PHRASES)
STOP_WORDS: frozenset[str] = frozenset(_WORDS.split())
# without diacritics most stop words are content as often ("dang" đảng, "van" văn, "luc" lực);
# these are not
FOLDED_STOP_WORDS: frozenset[str] = frozenset(
    fold(
        """ai là gì nào sao nhiêu của và các những cho với về đến trong trên dưới được bị bởi theo
        này kia như khi nếu vì nên hoặc cũng sẽ có phải rất vào gồm nhé vậy thế nhỉ ơi ạ mình
        lên ra rồi"""
    ).split()
)

# phrases that ask for a kind rather than name a matter: weak evidence, never required
_WEAK_PHRASES = """
thời gian|thời hạn|thời điểm|hoàn thành|chủ trì|phối hợp|trách nhiệm|nhiệm vụ|mục tiêu|giải pháp|
chỉ tiêu|văn bản|ban hành|quy định|nội dung|thực hiện|nghị quyết|kế hoạch|hướng dẫn|quyết định|
kết luận|chỉ thị|tỉ lệ|tỷ lệ|phần trăm|đạt|mức|danh sách|chủ yếu|cụ thể|xác định|yêu cầu|đề ra|
tối đa|không quá|lớn|đặt ra|đặt mục tiêu|chiếm|gọi là|được gọi|coi là|tên gọi|
đặt chỉ tiêu|đặt mốc|chỉ rõ|định nghĩa|nghĩa là|mấy loại|bao nhiêu loại|
còn yếu|điểm yếu|yếu ở|yếu kém gì|hạn chế gì|yếu kém nào|hạn chế nào|
phần|mục|khoản|điều|chương|được giao|giao|chịu|tiến hành|việc|dùng|tài liệu|
đơn vị|cơ quan|phụ trách|người|nơi|tối thiểu|ít nhất|trong đó|gồm|quan điểm|xong|đối tượng|
làm|đặt|đứng|lấy|dành|đòi|đưa|tên|kiểu|riêng|góp|chỗ|thêm|hiểu|gọi|nói|nhắc|top|xem|coi|xin|lại|
cách|vai trò|câu|cụm từ|chuyện|bên|lối|khác|bằng|tổng cộng|nhìn nhận|ghi|viết|đọc|bố cục|cấu trúc|
phần việc|đầu việc|công việc|giúp|gấp|hưởng|tính|phấn đấu|chủ trương|nhấn mạnh|đề cập|từng|
ý chính|nhóm nhiệm vụ|nhóm giải pháp|nhóm vấn đề|nhóm nội dung|từng nhóm|mỗi nhóm|tên nhóm
"""
WEAK_PHRASES = table_of(_WEAK_PHRASES)
