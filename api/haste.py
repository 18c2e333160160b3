"""A question typed in haste, written out: "b/c" is "báo cáo", "j" "gì", "vậy đ/c?" asks nothing.

Only what has one meaning in such questions is written out here; other short forms are read by the
papers (``api.initials``).
"""

from __future__ import annotations

import re
from typing import Final

from api.paper_types import SHORT_TYPES, full_type
from index.abbreviations import HURRIED, MEANINGS
from index.restore import syllable_model
from ingest.text import fold

# of typing, not of print: "bn" is "bao nhiêu"
SHORTHAND: Final = re.compile(rf"(?<![\w.&/-])(?:{'|'.join(HURRIED)})(?![\w.&/-])", re.IGNORECASE)
SHORT_PAPER: Final = re.compile(  # "thay qđ nào": a type of paper that is asked for
    rf"\b(?:{'|'.join((*SHORT_TYPES, *map(fold, SHORT_TYPES)))})"
    r"(?= (?:(?:cũ|cu|trước|truoc) )?(?:nào|nao|số mấy|so may)\b)",
    re.IGNORECASE,
)
SCIENTISTS: Final = re.compile(r"(?<=\b[Nn]hà )KH(?![\w./&-])|(?<=\bnha )kh(?![\w./&-])")  # no plan
HECTARES: Final = re.compile(r"\bh[eé]c-ta\b", re.IGNORECASE)  # papers write "ha"
# as it is spoken, or with a letter left out
HOW_MUCH: Final = re.compile(r"\bbao (?P<much>nhìu|nhiu|nheu|nhêu|nhiêo)\b", re.IGNORECASE)
HOURS: Final = re.compile(
    r"(?<=mấy )tiếng\b|(?<=nhiêu )tiếng\b|(?<=may )tieng\b|(?<=nhieu )tieng\b"
)
# of the south: "mấy bữa" are days, but "mấy bữa ăn" meals
DAYS: Final = re.compile(
    r"(?:(?<=mấy )|(?<=nhiêu ))bữa\b(?! (?:ăn|cơm|chính|phụ))"
    r"|(?:(?<=may )|(?<=nhieu ))bua\b(?! (?:an|com|chinh|phu))"
)
# "bao nhiêu/buổi", "người nghiên cứu/vạn dân"; "km/h" and "NQ/TW" are one word
EACH: Final = re.compile(r"(?<=nhiêu)/|(?<=nhieu)/|(?<=mấy)/|(?<=\bbn)/")
WORDS_APART: Final = re.compile(r"(?<!\w)(?P<one>[^\W\d_]{3,})/(?P<two>[^\W\d_]{3,})(?![\w/])")
SLASHED: Final = re.compile(r"(?<![\w/])(?P<one>[^\W\d_]{1,2})/(?P<two>[^\W\d_]{1,4})(?![\w/])")
SLASHED_WORDS: Final = {
    "đ/c": "đồng chí", "d/c": "đồng chí", "v/v": "về việc", "t/h": "thực hiện",
    "p/h": "phối hợp", "n/v": "nhiệm vụ", "h/s": "hồ sơ", "c/b": "cán bộ", "k/q": "kết quả",
    "đ/v": "đơn vị", "d/v": "đơn vị", "t/c": "tổ chức", "q/đ": "quy định", "c/t": "công tác",
    "k/h": "kế hoạch", "v/y": "vậy",
}  # fmt: skip
HOW_LONG: Final = re.compile(r"\b(?:bao nhiêu|bao nhieu|bn) (?:lâu|lau)\b", re.IGNORECASE)
UNIT_EACH: Final = re.compile(r"\b(?P<unit>usd|vnđ|vnd|đồng)/(?=[^\W\d_])", re.IGNORECASE)
# "Bộ TP", "Sở CT": behind a body these are no town and no directive
SECTORS: Final = {"tp": "Tư pháp", "ct": "Công Thương"}
OF_BODY: Final = re.compile(
    r"(?:(?<=\bBộ )|(?<=\bSở )|(?<=\bbộ )|(?<=\bsở )|(?<=\bBo )|(?<=\bSo )|(?<=\bbo )|(?<=\bso ))"
    r"(?P<short>TP|CT)(?![\w./&-])"
)
# "bao nhiêu pt GDP", "tăng 20 pt": in other places "phát triển" is as likely
PER_CENT: Final = re.compile(
    r"((?<=nhiêu )|(?<=nhieu )|(?<=mấy )|(?<=may )|(?<=\bbn )|(?<=\d )|(?<=\d))pt(?!\w)",
    re.IGNORECASE,
)
HALF_WRITTEN: Final = {
    "đ/vị": "đơn vị", "d/vi": "don vi", "c/bộ": "cán bộ", "q/định": "quy định",
    "t/gian": "thời gian", "k/phí": "kinh phí", "t/hiện": "thực hiện", "n/vụ": "nhiệm vụ",
    "c/trì": "chủ trì", "t/tin": "thông tin", "v/bản": "văn bản", "p/hợp": "phối hợp",
}  # fmt: skip
# letters that are words only where a question ends
LAST: Final = re.compile(r"(?<=\s)(?P<letter>[vk])(?=\s*[?.!]*$)", re.IGNORECASE)
LAST_WORDS: Final = {"v": "vậy", "k": "không"}
# "nd" is as often "nhân dân"; "n ai" is "những ai"
COUNTED: Final = re.compile(
    r"(?:(?<=mấy )|(?<=may )|(?<=nhiêu )|(?<=nhieu )|(?<=những )|(?<=nhung )|(?<=các ))nd\b",
    re.IGNORECASE,
)
THOSE: Final = re.compile(r"(?<=\s)n(?=\s(?:ai|gì|gi|cơ quan|đơn vị)\b)", re.IGNORECASE)
# an "ai" in a list of technologies: "bán dẫn, ai, đô thị thông minh"
LISTED_AI: Final = re.compile(r"(?<=, )ai(?=, )", re.IGNORECASE)
# "pl1 nq 03": an annex of the paper that follows, no "pháp luật"
ANNEX: Final = re.compile(
    r"(?<![\w.&/-])(?:pl|pluc|p\.lục) ?(?P<number>\d{1,2}|[ivx]{1,4})"
    r"(?=\s*,? (?:của |cua |kèm |kem )?"
    r"(?:nq|qđ|qd|kh|tt|nđ|nd|hd|ct|cv|nghị|nghi|quyết|quyet|kế|ke|thông|thong)\b)",
    re.IGNORECASE,
)
# "vp ubnd tỉnh", "vp tw": an office before the body it serves; alone it is as often "vi phạm"
OFFICE_OF: Final = re.compile(
    r"(?<![\w.&/-])vp(?= (?:ubnd|hđnd|hdnd|đu|tu|tw|cp|qh|đảng|dang|tỉnh ủy|tinh uy|trung ương"
    r"|trung uong|chính phủ|chinh phu|quốc hội|quoc hoi|huyện|huyen|đăng ký|dang ky)(?!\w))",
    re.IGNORECASE,
)
# "BTV TU": the committee of a province; in small letters "tu" is a word
PROVINCIAL: Final = re.compile(
    r"(?<![\w./&-])(?:TU|(?<=BTV )tu|(?<=BCH )tu|(?<=btv )tu|(?<=bch )tu)(?![\w./&-])"
)
# "CA TPHCM", "CA tỉnh"; in small letters "ca" is a word
POLICE: Final = re.compile(
    r"(?<![\w.&/-])CA(?= ?(?:TP|TW|T\.P|tỉnh|thành phố|xã|phường|huyện|cấp|các)(?![^\W\d_][a-z]))"
)
# "Sở GD&ĐT": the name of a body is then read whole
WITH_ANDS: Final = {fold(short): full for short, full in MEANINGS.items() if "&" in short}
WITH_AND: Final = re.compile(r"(?<![\w/&-])[^\W\d_]{2,4}(?:&[^\W\d_]{2,4})+(?![\w/&-])")
GLUED: Final = re.compile(r"(?<=&)(?P<name>[A-ZĐ]+)TW\b")  # "Ban TG&DVTW"
# a slip of one letter in a type before its number: "nghi quet 57"
TYPES: Final = {fold(t): t for t in ("nghị quyết", "quyết định", "kế hoạch", "hướng dẫn")}
TYPED: Final = re.compile(r"\b[^\W\d_]{2,6} [^\W\d_]{2,6}(?= (?:số )?\d)", re.IGNORECASE)
# of the south: "KH 180 biểu học" is "KH 180 bảo học"; "27 biểu hiện" is a word
TELLS: Final = re.compile(
    r"(?<=\d )(?:biểu|bieu) (?=(?:làm|lam|phải|phai|học|hoc|nộp|nop|báo cáo|bao cao|gửi|gui)\b)",
    re.IGNORECASE,
)
# who is spoken to, at the end: "khi nào vậy đồng chí?", "… giúp em với các anh ơi"
SPOKEN_TO: Final = re.compile(
    r"(?:,|\s(?:vậy|thế|hả|ạ|nhé|vay|the|ha|nhe))\s+(?:các )?"
    r"(?:đồng chí|anh|chị|bạn|dong chi|chi|ban|ad|thầy|cô)(?:\s+(?:ơi|ạ|oi))?(?=\s*[?.!]*$)",
    re.IGNORECASE,
)

# a friendly word that ends the question, and is a word of its own elsewhere: "nha khoa"
FRIENDLY: Final = re.compile(r"\s+(?:nha|nghen|hen|hở|thôi)(?=\s*[?.!]*$)", re.IGNORECASE)


def written_out(line: str) -> str:
    """Return a question in one line with its short forms in full, and without whom it is put to."""
    line = EACH.sub(" / ", line.lower() if line.isupper() else line)
    line = WORDS_APART.sub(_apart, line)
    line = OF_BODY.sub(lambda m: SECTORS[m["short"].lower()], line)
    line = UNIT_EACH.sub(r"\g<unit> / ", HOW_LONG.sub(_how_long, line))
    line = HECTARES.sub("ha", PER_CENT.sub("%", with_types(line)))
    line = SCIENTISTS.sub("khoa học", LISTED_AI.sub("trí tuệ nhân tạo", line))
    line = TELLS.sub("", line)
    line = SLASHED.sub(_unslashed, SHORT_PAPER.sub(lambda short: full_type(short[0]), line))
    line = WITH_AND.sub(_joined, POLICE.sub(_police, PROVINCIAL.sub("Tỉnh ủy", line)))
    line = THOSE.sub("những", COUNTED.sub("nội dung", line))
    line = GLUED.sub(lambda m: f"{m['name']} TW", line)
    line = ANNEX.sub(r"phụ lục \g<number>", OFFICE_OF.sub("văn phòng", line))
    line = LAST.sub(lambda m: LAST_WORDS[m["letter"].lower()], line)
    line = DAYS.sub("ngày", HOURS.sub("giờ", line))
    line = SHORTHAND.sub(lambda short: HURRIED[short[0].lower()], line)
    return FRIENDLY.sub("", SPOKEN_TO.sub("", line))


def with_how_much(line: str) -> str:
    """Return a question with a slip of "bao nhiêu" put right, with or without its marks."""
    bare = line == fold(line)
    return HOW_MUCH.sub("bao nhieu" if bare else "bao nhiêu", line)


def _type_meant(typed: str) -> str:
    """Return the type that two words are but for one letter, or the words themselves.

    Words that belong together mean themselves: "kế hoặc".
    """
    plain = fold(typed)
    meant = next((t for t in TYPES if t != plain and _one_letter_off(plain, t)), None)
    if meant is None or plain in TYPES or syllable_model().bound(*plain.split()) > 0:
        return typed
    return meant if typed == plain else TYPES[meant]


def _one_letter_off(typed: str, meant: str) -> bool:
    """Tell whether one letter was left out, put in, or typed for another."""
    same = next((n for n, (a, b) in enumerate(zip(typed, meant, strict=False)) if a != b), None)
    same = min(len(typed), len(meant)) if same is None else same
    rests = {
        (typed[same:], meant[same + 1 :]),
        (typed[same + 1 :], meant[same:]),
        (typed[same + 1 :], meant[same + 1 :]),
    }
    return any(a == b for a, b in rests)


def _how_long(typed: re.Match[str]) -> str:
    return "bao lau" if typed[0].endswith("lau") else "bao lâu"


def _apart(words: re.Match[str]) -> str:
    """Return two words in small letters apart; "TTr/BKHCN" is one sign."""
    return f"{words['one']} / {words['two']}" if words[0].islower() else words[0]


def with_types(line: str) -> str:
    """Return ``line`` with a slip in a paper's type before its number put right."""
    return TYPED.sub(lambda typed: _type_meant(typed[0]), line)


def _police(short: re.Match[str]) -> str:
    """Return "Công an" with a blank behind it: "CA tỉnh", "CATW"."""
    return "Công an" if short.string[short.end()] == " " else "Công an "


def _joined(short: re.Match[str]) -> str:
    """Return the words of a form with "&", without marks where it was typed without them."""
    full = WITH_ANDS.get(fold(short[0]))
    if full is None:
        return short[0]
    return fold(full) if short.string.lower() == fold(short.string) else full


def _unslashed(short: re.Match[str]) -> str:
    """Return what "b/c" means, or the form as it is: "và/hoặc"."""
    joined = f"{short['one']}{short['two']}".lower()
    plain = SLASHED_WORDS.get(short[0].lower())
    return plain or MEANINGS.get(joined) or HALF_WRITTEN.get(short[0].lower(), short[0])
