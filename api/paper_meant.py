"""Which paper a question is about that asks about a paper itself, by its number or its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from api.desk import head_of
from api.evidence import Layer, support, words_of
from api.paper_types import type_named
from api.question_words import SIGNING_OFFICE
from ingest.text import fold

if TYPE_CHECKING:
    from api.desk import Desk
    from api.question import Question
    from api.question_words import Kind
    from ingest.model import Document

HEAD, OPENING, CLOSING = "dau", "mo-dau", "noi-nhan"

ONLY_NAMES = 0.72  # share of the question's own words that must name the paper
MOSTLY_NAMES = 0.5

# the part of the paper where the answer to a kind of question stands
PART_OF: dict[Kind, str] = {
    "issued": HEAD, "symbol": HEAD, "title": HEAD, "place": HEAD, "issuer": HEAD,
    "basis": OPENING, "recipients": CLOSING, "signer": CLOSING,
}  # fmt: skip

# words that only ask about the paper; what is left must name the paper, not a matter in it
_ASKING = """
đồng chí làm có không gửi ban quy tỉnh nq kh qđ ct hd kl tt nđ cv vb luật hiệu hôm mấy thay cho của
ký kí hiệu số nhận nơi gửi trích yếu tên địa danh đầy đủ ban hành ngày tháng năm ra đời chức
vụ người công bố về việc cơ quan đơn vị căn cứ sở pháp lý thực hiện triển khai nào dựa vào
do văn bản loại giờ vấn đề cấp thông qua cụ thể hóa hoá viện dẫn gọi chữ đâu
kính trên trung ương tw xây dựng mặt mang chỗ soạn lập trước sau ông bà đứng tờ vậy giữa mỗi hai
chủ tịch đề nghị giám đốc bộ trưởng
"""
ASKING = frozenset(map(fold, _ASKING.split()))


def the_paper(desk: Desk) -> Document | None:
    """Return the one document that the question is about, if it asks about nothing else."""
    if _turns_to_another(desk.question):
        return None
    candidates = [d for d in desk.documents() if _of_years(desk, d)]
    if not desk.scope.documents:
        candidates = [d for d in candidates if _may_be_named(desk, d)]
    shares = [_named_share(desk, d) for d in candidates]
    best = max(shares, default=0.0)
    sure = SIGNING_OFFICE.search(desk.question.folded) and len(desk.scope.documents) == 1
    if best < (MOSTLY_NAMES if sure else ONLY_NAMES) or shares.count(best) > 1:
        return None
    return candidates[shares.index(best)]


def _turns_to_another(question: Question) -> bool:
    """Tell whether a thing of its own is asked about after a paper: "HD 37: bản tin ra lúc nào"."""
    after = [question.text[m.span.end :].lstrip() for m in question.mentions]
    own = [t for t in question.terms if not t.weak and t.folded not in ASKING]
    return bool(own) and any(text.startswith(":") for text in after)


def _of_years(desk: Desk, document: Document) -> bool:
    return all(str(year) in head_of(document) for year in desk.question.years)


def named_paper(desk: Desk) -> Document | None:
    """Return the one document that the question names, by number or mostly by its title."""
    if desk.scope.documents:
        return desk.documents()[0] if len(desk.scope.documents) == 1 else None
    if type_named(desk.question) is None:
        return None
    candidates = [d for d in desk.documents() if _may_be_named(desk, d)]
    shares = [_named_share(desk, d) for d in candidates]
    best = max(shares, default=0.0)
    return candidates[shares.index(best)] if best >= MOSTLY_NAMES else None


def _named_share(desk: Desk, document: Document) -> float:
    """Return the share of the question's words that name the paper or what stands in its field."""
    asked = (desk.question.kind, *desk.question.also, *desk.question.paper)
    parts = {PART_OF[kind] for kind in asked if kind in ("recipients", "signer", "basis")}
    own = " ".join(p.text for p in document.passages if p.path[:1] and p.path[0] in parts)
    office = SIGNING_OFFICE.search(desk.question.folded)
    asking = ASKING.union(office[0].split() if office else ())
    naming = [t for t in desk.question.terms if not t.weak and t.folded not in asking]
    shown = Layer(words_of(f"{head_of(document)} {own}"), 1.0)
    if naming:
        return support(naming, (shown,)).share
    only = len(desk.shelf.library.documents()) == 1  # "ban hành ngày nào" can mean no other
    return float(bool(desk.scope.documents) or only)


def _may_be_named(desk: Desk, document: Document) -> bool:
    """Tell whether the document is of the type that the question names, if it names one."""
    named = type_named(desk.question)
    return named is None or named == fold(document.info.type or "")
