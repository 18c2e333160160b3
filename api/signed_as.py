"""The office in which a paper is signed, as it stands above the name of who signed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from api.write import passage_of
from ingest.model import Span

if TYPE_CHECKING:
    from ingest.model import Document

# the office of who signed, on a line of its own: "KT. CHỦ TỊCH" is another's
SIGNED_AS = re.compile(
    r"^(?P<office>(?:PHÓ |UỶ VIÊN |ỦY VIÊN )?(?:BÍ THƯ|CHỦ TỊCH|CHÁNH VĂN PHÒNG|TRƯỞNG BAN|GIÁM ĐỐC"
    r"|BỘ TRƯỞNG|THỨ TRƯỞNG|THỦ TƯỚNG|CỤC TRƯỞNG|VỤ TRƯỞNG|TRƯỞNG ĐOÀN|TỔNG BÍ THƯ|THƯỜNG TRỰC)"
    r"[^\S\n]*(?:THƯỜNG TRỰC)?)[^\S\n]*$",
    re.MULTILINE,
)


def office_above(paper: Document, name: Span) -> Span | None:
    """Return the office printed above the name of who signed, or None: "CHÁNH VĂN PHÒNG"."""
    passage = passage_of(paper, name)
    above = paper.text[passage.span.start : name.start]
    found = list(SIGNED_AS.finditer(above))[-1:]
    return Span(*(passage.span.start + at for at in found[0].span("office"))) if found else None
