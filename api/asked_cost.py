"""Money asked about ("lệ phí", "tiền thưởng", "vốn"), and whether a passage names that kind."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING, Final

from api.evidence import says, words_of
from api.table_rows import seen_from
from api.write import passage_of
from ingest.text import normalise_tone

if TYPE_CHECKING:
    from collections.abc import Iterator

    from api.question import Question
    from ingest.model import Document, Span

SHARE_OF: Final = re.compile(r"\b(?:t[iy] (?:le|trong)|he so) (?:\w+ )?$")
NO_WAGE: Final = "".join(  # "dung lượng" is no "lương"
    f"(?<!{word} )" for word in ("dung", "so", "chat", "khoi", "san", "nang", "luu")
)
COSTS: Final = re.compile(
    r"\b(?:kinh phi|(?<!uu )(?<!dau )(?<!tien )tien(?! (?:thuong|phat|cong|an|dong|tien|do|hanh|te"
    rf"|trinh|len|bo|si|phong)\b)|{NO_WAGE}luong|chi phi|hoc phi|le phi"
    r"|von(?= dieu le| dau tu| vay| doi ung)"
    r"|(?<!dinh )muc (?:chi(?! tieu)|thuong|phat|dong(?! gop)|thu(?! nhap)|ho tro|vay)"
    r"|tien (?:thuong|phat|cong|an|dong)"
    r"|tro cap|phu cap)\b"
)
# a "lường" or "tiên" typed with its marks is no money
MONEY_WORDS: Final = {"luong": {"luong", "lương"}, "tien": {"tien", "tiền"}}


def asks_cost(question: Question) -> bool:
    """Tell whether money is asked about, by whatever word."""
    return any(True for _ in _costs(question))


def _costs(question: Question) -> Iterator[re.Match[str]]:
    """Yield the words that name money.

    "Tỷ lệ vốn đối ứng" asks for a share, "hệ số trợ cấp" for a factor.
    """
    for found in COSTS.finditer(question.folded):
        typed = normalise_tone(question.text[found.start() : found.end()].lower())
        share = SHARE_OF.search(question.folded, 0, found.start())
        meant = MONEY_WORDS.get(found[0].partition(" ")[0])
        if not share and (not meant or typed.partition(" ")[0] in meant):
            yield found


def costs_named(question: Question, document: Document, span: Span) -> bool:
    """Tell whether the money asked about ("lệ phí", "tiền thưởng") is named in its passage.

    The words must stand together: "lệ phí" is not named by "chi phí" and "tỷ lệ".
    """
    passage = seen_from(document, passage_of(document, span), span)
    shown = words_of(f"{passage.text} {passage.context}")
    for cost in _costs(question):
        named = [t for t in question.terms if t.folded in cost[0].split()]
        pairs = itertools.pairwise(cost[0].split())
        together = all(pair in shown.pairs for pair in pairs)
        meant = bool(named) and all(t.means and says(shown, t) for t in named)
        if named and not meant and not (together and all(says(shown, t) for t in named)):
            return False
    return True
