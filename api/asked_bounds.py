"""What a question sets apart by a word: above or below a figure, most or least, whose, till when.

"Vượt trên 30 %" is not told by a rule for 15 to 30 %, "tối đa" by no least, "Quỹ … địa phương" not
by the fund of the centre, and when something ends not by when it begins.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from api.desk import head_of
from api.question_words import HOW_MUCH
from ingest.text import fold

if TYPE_CHECKING:
    from api.question import Question
    from ingest.model import Document, Passage, Span

FIGURE: Final = r"(?P<figure>\d+(?:[.,]\d+)?) ?(?:%|phan tram|tang\b|tuoi\b|ngay\b|nguoi\b)"
ABOVE_ASKED: Final = re.compile(
    rf"\b(?:tren|vuot(?: qua)?|cao hon|lon hon|(?<!khong )qua) {FIGURE}"
)
BELOW_ASKED: Final = re.compile(rf"\b(?:duoi|khong qua|thap hon|it hon|chua (?:den|du)) {FIGURE}")
UP_TO: Final = r"(?:khong (?:qua|vuot qua)|toi da|den|duoi|nhieu nhat)"
FROM: Final = r"(?:tu|tren|it nhat|toi thieu|hon|vuot)"
MOST: Final = re.compile(r"\b(?:toi da|nhieu nhat|cao nhat)\b")
LEAST: Final = re.compile(r"\b(?:toi thieu|it nhat|thap nhat)\b")
MOST_SAID: Final = re.compile(rf"{MOST.pattern}|\b(?:khong (?:qua|vuot)|den|duoi|tro xuong)\b")
LEAST_SAID: Final = re.compile(rf"{LEAST.pattern}|\b(?:tro len|khong duoi|tren|tu)\b")
# levels and owners that papers set side by side, each with rules of its own
OPPOSED: Final = (
    ("dia phuong", "trung uong"), ("cap tinh", "cap xa", "cap huyen"),
    ("cap quoc gia", "cap chau luc", "cap the gioi", "cap khu vuc"),
    ("cong lap", "ngoai cong lap", "tu thuc"),
)  # fmt: skip
# other words for the same: what "UBND xã" does is done at that level
MEANT: Final = {
    "cap xa": "xa|phuong|dac khu", "cap huyen": "huyen|quan|thi xa", "cap tinh": "tinh|thanh pho",
    "dia phuong": "nsdp|tinh|thanh pho|xa", "trung uong": "nstw|tw",
}  # fmt: skip
END_ASKED: Final = re.compile(
    r"\b(?:het (?:thoi gian|thoi han|hieu luc|han)|ket thuc)\b.*"
    r"\b(?:khi|ngay|luc|thang|nam) (?:nao|may)\b|\b(?:keo dai|ap dung) den (?:khi|ngay|nam) nao\b"
)
BEGIN_ASKED: Final = re.compile(r"\bbat dau\b|\btu (?:khi|ngay|thang|nam) (?:nao|may)\b")
END_SAID: Final = re.compile(r"\b(?:den|het|ket thuc|cham dut|truoc ngay)\b")
BEFORE_PAPER: Final = re.compile(
    r"^truoc (?:khi co )?(?:nghi quyet|quyet dinh|nghi dinh|thong tu|quy dinh|luat)\b[^,]*\b"
    r"(?:may|bao nhieu|the nao|ra sao)\b"
)
BEFORE_SAID: Final = re.compile(
    r"\b(?:truoc (?:day|khi|do|ngay)|dang ap dung|da (?:ap dung|quy dinh))\b"
)


def within_bounds(question: Question, document: Document, passage: Passage, span: Span) -> bool:
    """Tell whether what stands at ``span`` is on the side of each bound that the question sets."""
    asked = question.folded
    if not _sets_bounds(asked):
        return True
    own = fold(span.of(document.text))
    return (
        _figures_fit(asked, fold(passage.text))
        and _extremes_fit(asked, own)
        and _opposed_fit(asked, own, f"{own} {fold(passage.context)} {fold(head_of(document))}")
        and _ends_fit(asked, own)
    )


def on_the_side_asked(question: Question, text: str) -> bool:
    """Tell whether ``text``, an answer by itself, tells an end or a past where that is asked."""
    return _ends_fit(question.folded, fold(text))


@lru_cache(maxsize=512)  # a question is held against hundreds of sentences
def _sets_bounds(asked: str) -> bool:
    bounds = (ABOVE_ASKED, BELOW_ASKED, MOST, LEAST, END_ASKED, BEFORE_PAPER)
    levels = any(_has(kind, asked) for kinds in OPPOSED for kind in kinds)
    return levels or any(bound.search(asked) for bound in bounds)


def _figures_fit(asked: str, shown: str) -> bool:
    """Tell whether no figure asked from above stands in ``shown`` as an upper bound alone."""
    for pattern, others in ((ABOVE_ASKED, UP_TO), (BELOW_ASKED, FROM)):
        for found in pattern.finditer(asked):
            said = list(
                re.finditer(rf"(?<![\d.,])0?{re.escape(found['figure'])}(?![\d.,]*\d)", shown)
            )
            turned = [m for m in said if re.search(rf"\b{others} $", shown[: m.start()])]
            if said and len(turned) == len(said):
                return False
    return True


def _extremes_fit(asked: str, own: str) -> bool:
    """Tell whether a most is not told by a least, nor a least by a most."""
    if not HOW_MUCH.search(asked):
        return True
    most, least = MOST.search(asked), LEAST.search(asked)
    if most and not least:
        return bool(MOST_SAID.search(own)) or not LEAST.search(own)
    if least and not most:
        return bool(LEAST_SAID.search(own)) or not MOST.search(own)
    return True


def _opposed_fit(asked: str, own: str, shown: str) -> bool:
    """Tell whether the level asked about stands in ``shown`` where another of its kind does.

    In the sentence itself, ``own``, other words may say it.
    """
    for kinds in OPPOSED:
        wanted = [kind for kind in kinds if _has(kind, asked)]
        said = [kind for kind in kinds if _has(kind, shown)]
        if len(wanted) == 1 and said and wanted[0] not in said:
            meant = MEANT.get(wanted[0])
            return bool(meant and re.search(rf"(?<!cap )\b(?:{meant})\b", own))
    return True


def _has(kind: str, text: str) -> bool:
    before = "(?<!ngoai )" if kind == "cong lap" else ""
    return re.search(rf"\b{before}{kind}\b", text) is not None


def _ends_fit(asked: str, own: str) -> bool:
    """Tell whether an end is told where one is asked, and what was before a paper by its past."""
    if END_ASKED.search(asked) and not BEGIN_ASKED.search(asked) and not END_SAID.search(own):
        return False
    return not BEFORE_PAPER.search(asked) or BEFORE_SAID.search(own) is not None
