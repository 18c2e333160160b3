"""The "may" of a question typed without marks: "mấy" asks for a number, "máy" is a machine."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from index.restore import syllable_model
from ingest.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from api.question import Question

MAY: Final = re.compile(r"(?:(?P<before>\w+) )?(?<!\w)(?P<may>may)\b(?= ?(?P<after>\w*))")
NO_NUMBER: Final = frozenset(["moc", "chu", "mac", "in", "hoc", "anh", "truong", "phat"])
NO_NUMBER_AFTER: Final = frozenset(["tau", "chang", "khong", "rui"])  # "tàu may", "chẳng may"
# "có mấy trường mầm non"; "máy trưởng" is no word of papers
SCHOOL: Final = re.compile(
    r" ?truong (?:mam non|mau giao|hoc|tieu hoc|trung hoc|thcs|thpt|pho thong|cao dang|dai hoc)\b"
)
LEARNER: Final = re.compile(r" ?hoc (?:vien|sinh|phan|ky)\b")
MACHINE: Final = 1.5  # log-likelihood: "nhà máy" 3.4, "bộ máy" 1.6; "có máy" -0.8

# parts of a paper that are counted, as they are spelt
PARTS: Final = {fold(part): part for part in (
    "nhiệm vụ", "giải pháp", "mục tiêu", "quan điểm", "chỉ tiêu", "nguyên tắc", "yêu cầu",
    "biện pháp", "nhóm", "lĩnh vực", "trường hợp", "hình thức", "tiêu chí", "tiêu chuẩn", "bước",
    "đối tượng", "điều kiện", "điểm", "khoản", "điều", "chương",
)}  # fmt: skip
NAMED: Final = re.compile(rf"\b(?:{'|'.join(PARTS)})\b")
COUNTED: Final = re.compile(rf"\b(?:may|bao nhieu) (?P<part>{'|'.join(PARTS)})\b")


def counted_noun(question: Question, heading: str) -> str:
    """Return the part of a paper that the question counts, where the heading holds no other.

    "Nội dung" where it names none: what stands under "Nhiệm vụ, giải pháp" is not all tasks.
    """
    found = COUNTED.search(question.folded)
    named = NAMED.findall(fold(heading))
    return PARTS[found["part"]] if found and named == [found["part"]] else "nội dung"


def ask_how_many(folded: str) -> Iterator[int]:
    """Yield where each "may" of a folded text stands that asks for a number."""
    for found in MAY.finditer(folded):
        bound = syllable_model().bound
        before, after = found["before"] or "", found["after"]
        if after == "hoc" and LEARNER.match(folded, found.end()):
            after = "hoc vien"  # is counted; "máy học" is a machine's
        if after == "truong" and SCHOOL.match(folded, found.end()):
            after = "truong hoc"
        machine = max(bound(before, "máy"), bound("máy", after)) > MACHINE
        if not machine and after not in NO_NUMBER and before not in NO_NUMBER_AFTER:
            yield found.start("may")
