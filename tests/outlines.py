"""The outlines that golden files hold; ``python tests/outlines.py`` writes them anew.

An outline has one line a section: path, offsets, the beginning of the heading. Running text is
never written down, so the outlines of documents that are not shipped may be kept.
"""

from __future__ import annotations

import sys
from pathlib import Path

from shared import CORPUS, SHARED

from ingest.formats import read_raw
from ingest.header import read_header
from ingest.model import Section, Span
from ingest.structure import find_sections
from ingest.text import canonical

GOLDEN = Path(__file__).parent / "golden"
SHIPPED = ("180-KH-TU",)
HELD_ELSEWHERE = {
    "57-NQ-TW": "corpus/57-NQ-TW.txt",
    "1147-QD-BTGDVTW": "documents/party/1147-QD-BTGDVTW_2025-12-01.txt",
    "212-KL-TW": "documents/party/212-KL-TW_2025-11-18.txt",
    "37-HD-BTGDVTW": "documents/party/37-HD-BTGDVTW_2025-11-19.txt",
    "383-QD-TW": "documents/party/383-QD-TW_2025-11-19.txt",
    "432-TB-VPTW": "documents/party/432-TB-VPTW_2025-11-26.txt",
    "127-KL-TW": "documents/party/KL-127-KL-TW_2025-02-28_BCT-BBT_BODY.txt",
    "69-KL-TW": "documents/party/KL-69-KL-TW_2024-01-11_BoChinhTri.txt",
    "20-NQ-TW": "documents/party/NQ-20-NQ-TW_2012-11-01_BCHTW-khoaXI.txt",
    "03-NQ-CP": "documents/party/NQ-03-NQ-CP_2025-01-09_ChinhPhu.txt",
    "03-NQ-CP-PL1": "documents/party/NQ-03-NQ-CP_PL1.txt",
    "03-NQ-CP-PL2": "documents/party/NQ-03-NQ-CP_PL2.txt",
    "0112-QD-BTC-doc": "files/legacy_encoded/tcvn3_2002-0112qd.doc",
    "99-TT-BTC-rtf": "files/legacy_encoded/tcvn3_2003-A04.rtf",
    "114-ND-CP-doc": "files/legacy_encoded/tcvn3_2004-NghiDinh114_2003.doc",
    "117-ND-CP-doc": "files/legacy_encoded/tcvn3_2004-NghiDinh117_2003.doc",
    "29-ND-CP-doc": "files/legacy_encoded/tcvn3_2004-NghiDinh29_1998.doc",
    "quy-dinh-kiem-tra-doc": "files/legacy_encoded/vni_2006-quydinhkiemtra02.doc",
    "30-2020-ND-CP-docx": "files/doc_docx_unicode/ND30-2020_30_2020_ND_CP.docx",
    "0124-KH-UBND": "documents/state/0124-KH-UBND_2025-11-18_556b2f.txt",
    "102-2025-QD-UBND": "documents/state/102-2025-QD-UBND_2025-11-18_1a3950.txt",
    "1760-QD-KTNN": "documents/state/1760-QD-KTNN_2025-11-24_e5fc43.txt",
    "1627-QD-UBND": "documents/state/1627-QD-UBND_2025-11-21_4e39af.txt",
    "23-2025-TT-BTP": "documents/state/23-2025-TT-BTP_2025-11-20_6f76ea.txt",
    "63-2025-NQ-HDND": "documents/state/63-2025-NQ-HDND_2025-11-27_350a12.txt",
    "0129-KH-UBND": "documents/state/0129-KH-UBND_2025-11-21_62f25a.txt",
    "06-CT-UBND": "documents/state/06-CT-UBND_2025-11-25_4f3020.txt",
    "1610-QD-TTPVHCC": "documents/state/1610-QD-TTPVHCC_2025-11-25_cdf2fb.txt",
    "54-2025-TT-BCT": "documents/state/54-2025-TT-BCT_2025-11-21_c6718d.txt",
    "64-2025-NQ-HDND": "documents/state/64-2025-NQ-HDND_2025-11-27_b50a2c.txt",
    "165-KH-UBND": "documents/state/165-KH-UBND_2025-11-21_a83fff.txt",
    "256-QD-UB-doc": "files/legacy_encoded/tcvn3_2005-QD-256.doc",
    "74-2025-QD-UBND": "documents/state/74-2025-QD-UBND_2025-12-04_8d9779.txt",
    "302-2025-ND-CP": "documents/state/302-2025-ND-CP_2025-11-19_c05552.txt",
    "56-2025-TT-BCT": "documents/state/56-2025-TT-BCT_2025-11-28_e13e31.txt",
    "57-VBHN-BCT": "documents/state/57-VBHN-BCT_2025-11-26_087cf3.txt",
    "2597-QD-TTg": "documents/state/2597-QD-TTg_2025-11-27_ec00bd.txt",
    "0134-KH-UBND": "documents/state/0134-KH-UBND_2025-11-25_d5ffa6.txt",
    "634-TB-VPCP": "documents/state/634-TB-VPCP_2025-11-22_24701a.txt",
    "120-2002-TT-BTC-doc": "files/legacy_encoded/tcvn3_2003-02120.doc",
    "72-2025-QD-UBND": "documents/state/72-2025-QD-UBND_2025-11-19_72f18e.txt",
    "2914-QD-UBND": "documents/state/2914-QD-UBND_2025-11-24_f08ec7.txt",
    "81-VBHN-BNNMT": "documents/state/81-VBHN-BNNMT_2025-11-17_cfc85d.txt",
    "86-2025-QD-UBND": "documents/state/86-2025-QD-UBND_2025-12-03_45fb7c.txt",
    "luat-thue-TTDB-rtf": "files/legacy_encoded/tcvn3_2004-A40.rtf",
    "120-2000-TTLT-rtf": "files/legacy_encoded/tcvn3_2003-A37.rtf",
    "quy-che-chi-tieu-doc": "files/legacy_encoded/vni_2007-Quy-che-chi-tieu-noi-bo-2007.doc",
    "mau-22-CKTC-xls": "files/legacy_encoded/vni_2006-Mau22_CKTC_NSH.xls",
    "don-dang-ky-TNHH-doc": "files/legacy_encoded/tcvn3_2006-Mau-MD-2M-TNHH1.doc",
    "02-2007-BC-pdf": "files/legacy_encoded/tcvn3_2007-1AF57_02-2007.pdf",
}
_HEADING = 60


def source_of(name: str) -> Path | None:
    """Return the file of a golden outline; None where it is not at hand."""
    if name in SHIPPED:
        return CORPUS / f"{name}.txt"
    return SHARED / HELD_ELSEWHERE[name] if SHARED else None


def parse(text: str) -> tuple[Section, ...]:
    """Return the sections of a text without head or closing."""
    return find_sections(text, Span(0, len(text)))


def outline(text: str) -> list[str]:
    """Return the paths of all sections of such a text, joined by "/"."""
    return ["/".join(part.path) for section in parse(text) for part in section.walk()]


def outline_of(file: Path) -> str:
    """Return the outline of a document, one section a line."""
    text = canonical(read_raw(file.read_bytes())).text
    sections = find_sections(text, read_header(text).body)
    rows = (
        f"{' > '.join(part.path)}\t{part.span.start}-{part.span.end}"
        f"\t{' '.join(part.heading.split())[:_HEADING]}".rstrip()
        for section in sections
        for part in section.walk()
    )
    return "\n".join(rows) + "\n"


def main() -> None:
    """Write the golden outline of every document at hand."""
    for name in (*SHIPPED, *HELD_ELSEWHERE):
        file = source_of(name)
        if file is None:
            sys.stderr.write(f"{name}: not at hand, left as it is\n")
            continue
        (GOLDEN / f"{name}.outline").write_text(outline_of(file), encoding="utf-8")


if __name__ == "__main__":
    main()
