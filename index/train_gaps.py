"""Questions are made from a text's own words: what could be asked for gives way to how one asks.

"Hồ sơ được giải quyết trong 15 ngày" asks "hồ sơ được giải quyết trong bao nhiêu ngày". So a
question word learns which kind of passage answers it, which a word put anywhere cannot teach.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random
    from collections.abc import Callable

    Ask = Callable[[re.Match[str]], str]

LEAST_BLANKS = 7  # in a sentence that is asked about
LEAST_WORDS = 4  # beside the question word
BEFORE, WITHIN = (3, 9), (6, 14)  # words kept before the gap, and on both sides of it together
DROPPED, TURNED = 0.12, 0.35  # shares of words left out, of questions that end in their question

UNITS = (
    r"ngày làm việc|ngày|tháng|năm|giờ|phút|tuổi|đồng|phần trăm|người|mét|km|tấn|ha|lần|bản|bộ"
    r"|thành viên|tỷ đồng|triệu đồng|m2|kg"
)
ITEM = r"^(?:\d+\.|[a-zđ]\)|-)?\s*"  # "2. ", "a) "
BODY_ACTS = (
    r"(?= (?:có|chịu|quy định|thực hiện|phối hợp|quyết định|hướng dẫn|chủ trì|ban hành|tổ chức"
    r"|được|phải|xem xét|cấp ))"
)
PERSON_ACTS = (
    r"(?= (?:có|chịu|quy định|thực hiện|quyết định|hướng dẫn|ban hành|tổ chức|được|phải|xem xét"
    r"|cấp|đã|bị|bắt đầu|trở) )"
)
REASONS, AIMS = "vì sao", "để làm gì"


def _always(words: str) -> Ask:
    return lambda _: words


def _duty(found: re.Match[str]) -> str:
    """Return what is left of "có trách nhiệm báo cáo …": "có trách nhiệm làm gì"."""
    said = found[0]
    kept = next((n for begin, n in DUTIES if said.startswith(begin)), 1)
    return " ".join(said.split()[:kept]) + " làm gì"


DUTIES = (("có trách", 3), ("có nghĩa", 3), ("có", 2), ("được", 2), ("không", 2))
GAPS: tuple[tuple[re.Pattern[str], Ask], ...] = (
    (
        # "không quá 15 ngày"
        re.compile(
            rf"(?:không quá |tối đa |ít nhất |trên |dưới |từ )?\b\d[\d.,]* (?=({UNITS})\b)",
            re.IGNORECASE,
        ),
        _always("bao nhiêu"),
    ),
    (re.compile(r"\b\d[\d.,]*\s?%"), _always("bao nhiêu phần trăm")),  # "20%"
    (
        # "từ ngày 1 tháng 7 năm 2025"
        re.compile(r"(?:vào |từ |đến )?(?:ngày \d+ (?:tháng \d+ )?)(?:năm \d{3,4})?"),
        _always("khi nào"),
    ),
    (re.compile(r"(?:vào |trong |từ |đến )?năm \d{3,4}"), _always("năm nào")),  # "năm 1954"
    (
        # "2. Bộ Tài chính chủ trì …"
        re.compile(
            ITEM + r"(?:Chính phủ|Quốc hội|Bộ [A-ZĐ]\w+(?: \w+){0,4}?|Ủy ban nhân dân(?: cấp \w+)?"
            r"|Hội đồng nhân dân(?: cấp \w+)?|Tòa án(?: nhân dân)?|Viện kiểm sát(?: nhân dân)?"
            r"|Cơ quan \w+(?: \w+){0,5}?)" + BODY_ACTS
        ),
        _always("cơ quan nào"),
    ),
    (
        # "Người sử dụng lao động phải …", "Nguyễn Huệ đã …"
        re.compile(
            ITEM + r"(?:Thủ tướng Chính phủ|Bộ trưởng(?: Bộ)? [A-ZĐ]\w+(?: \w+){0,4}?"
            r"|Chủ tịch(?: \w+){1,6}?|Người \w+(?: \w+){0,4}?|Tổ chức, cá nhân(?: \w+){0,4}?"
            r"|(?:[A-ZĐ]\w+ ){2,4})" + PERSON_ACTS
        ),
        _always("ai"),
    ),
    (
        re.compile(r"\b(?:tại|ở) (?:[A-ZĐÁÀÂẤẦÔÚÍÝ]\w+ ?){1,5}"),  # "tại Hà Nội"
        _always("ở đâu"),
    ),
    (re.compile(r"\b(?:do|vì|bởi vì|bởi) [^,.;]{8,}"), _always(REASONS)),  # "vì thiếu vốn"
    (re.compile(r"\b(?:để|nhằm) [^,.;]{8,}"), _always(AIMS)),  # "nhằm bảo vệ trẻ em"
    (re.compile(r"(?:bao gồm|gồm)(?: [^:;]{0,30})?:?\s*$"), _always("gồm những gì")),  # "gồm có:"
    (re.compile(r"(?<=\w) là (?!gì|bao)[^.;:]{10,}"), _always("là gì")),  # "… là công dân …"
    (
        # "có quyền yêu cầu cơ quan …"
        re.compile(
            r"\b(?:phải|có trách nhiệm|có nghĩa vụ|có quyền|được phép|không được) [^.;:]{10,}"
        ),
        _duty,
    ),
)

# How a title asks: "{title}" whole, "{rest}" what follows the words it begins with.
TITLES: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = tuple(
    (re.compile(begin), asked)
    for begin, asked in (
        (r"^Thẩm quyền(?: của .+)?", ("cơ quan nào có thẩm quyền{rest}",
                                      "ai có thẩm quyền{rest}")),
        (r"^Thời hạn|^Thời gian|^Thời hiệu", ("{title} là bao lâu", "{title} bao nhiêu ngày")),
        (r"^Điều kiện", ("cần đáp ứng {title} nào", "{title} là gì", "khi nào được {rest}")),
        (r"^Hồ sơ", ("{title} gồm những gì", "cần giấy tờ gì để {rest}")),
        (r"^Trách nhiệm của", ("{rest} có trách nhiệm gì",)),
        (r"^Quyền (?:và nghĩa vụ )?của", ("{rest} có quyền gì",)),
        (r"^Nghĩa vụ của", ("{rest} có nghĩa vụ gì", "{rest} phải làm gì")),
        (r"^(?:Trình tự|Thủ tục|Trình tự, thủ tục)",
         ("{rest} như thế nào", "{rest} thực hiện ra sao", "làm thế nào để {rest}")),
        (r"^Nguyên tắc", ("{rest} theo nguyên tắc nào",)),
        (r"^Mức", ("{title} là bao nhiêu",)),
        (r"^(?:Đối tượng|Tiêu chuẩn)", ("{rest} gồm những ai", "ai được {rest}")),
        (r"^Nội dung", ("{rest} gồm những nội dung gì",)),
        (r"^Nhiệm vụ(?:,| và)? quyền hạn của", ("{rest} có nhiệm vụ, quyền hạn gì",)),
        (r"^Xử lý|^Xử phạt", ("{title} như thế nào", "{rest} thì bị xử lý ra sao")),
        (r"^(?:Các hành vi|Hành vi)", ("những hành vi nào {rest}",)),
    )
)  # fmt: skip


def from_sentence(sentence: str, chance: random.Random) -> list[str]:
    """Return a question for each kind of thing that the sentence states, some words left out."""
    made: list[str] = []
    if sentence.count(" ") < LEAST_BLANKS:
        return made
    for pattern, ask in GAPS:
        found = list(pattern.finditer(sentence))
        if found:
            gap = found[chance.randrange(len(found))]
            sides = sentence[: gap.start()].split(), sentence[gap.end() :].split()
            if sum(map(len, sides)) >= LEAST_WORDS:
                made += _question(sides, ask(gap), chance)
    return made


def _question(sides: tuple[list[str], list[str]], asked: str, chance: random.Random) -> list[str]:
    """Return one question of the words around the gap, none if too few are left."""
    before, after = sides
    left = min(len(before), chance.randint(*BEFORE))
    right = min(len(after), max(0, chance.randint(*WITHIN) - left))
    before = _thinned(before[len(before) - left :], chance)
    after = _thinned(after[:right], chance)
    if len(before) + len(after) < LEAST_WORDS:
        return []
    if chance.random() >= TURNED:
        return [" ".join([*before, asked, *after])]
    if asked in (REASONS, AIMS):
        return [" ".join([asked, *before, *after])]
    return [" ".join([*after, *before, asked])]


def _thinned(words: list[str], chance: random.Random) -> list[str]:
    return [word for word in words if chance.random() >= DROPPED]


def from_title(title: str, chance: random.Random) -> str | None:
    """Return a question that asks what an article of that title tells; None where no rule fits."""
    for begin, forms in TITLES:
        found = begin.match(title)
        if found:
            return chance.choice(forms).format(title=title, rest=title[found.end() :])
    return None
