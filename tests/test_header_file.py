"""Numbers and days that a document leaves open, told by the name of its file, or not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from papers import PLAN, plan

from ingest.header import official_name, read_header
from ingest.header_file import other_number, with_file_name
from ingest.read import read_document

HEAD = """UBND TỈNH KIÊN GIANG
SỞ Y TẾ
{number}
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
{dated}
{kind}
Tổ chức đấu thầu cung ứng thuốc

Căn cứ Luật đấu thầu số 43/2013/QH13 ngày 26/11/2013;
Sở Y tế xây dựng kế hoạch đấu thầu như sau:
"""
OPEN_DAY = "Kiên Giang, ngày … tháng 3 năm 2018"
KINDS = {"BC": "BÁO CÁO", "GM": "GIẤY MỜI", "QĐ": "QUYẾT ĐỊNH", "CV": "CÔNG VĂN"}


def head(number: str, dated: str = OPEN_DAY) -> str:
    kind = next((name for sign, name in KINDS.items() if sign in number), "KẾ HOẠCH")
    return HEAD.format(number=number, dated=dated, kind=kind)


def told(number: str, name: str, dated: str = OPEN_DAY) -> tuple[str | None, date | None]:
    """Return number and date of a head with this line, in a file of this name."""
    text = head(number, dated)
    found = with_file_name(read_header(text), text, name)
    return found.symbol, found.issued


@pytest.mark.parametrize(
    ("number", "name", "symbol"),
    [
        ("Số: …/KH-SYT", "1942_kh_syt.pdf", "1942/KH-SYT"),
        ("Số: …/GM-SYT", "11_gm_syt.pdf", "11/GM-SYT"),
        ("Số: …/KH-SYT-CĐN", "2004_kh_syt_cd.pdf", "2004/KH-SYT-CĐN"),
        ("Số      -KH/TU", "KH 180-KH.TU.pdf", "180-KH/TU"),
        ("Số …-NQ/TW", "57-nq-tw.signed.pdf", "57-NQ/TW"),
        ("Số: …/KH-UBND", "0134-KH-UBND_2025-11-25_d5ffa6.txt", "0134/KH-UBND"),
        ("Số: …/2025/QĐ-UBND", "Quyết định số 031-2025-QĐ-UBND.docx", "031/2025/QĐ-UBND"),
        ("Số:      /QĐ-SYT", "QD_3176-qd-syt(1).pdf", "3176/QĐ-SYT"),
        ("Số: ……/KH-SYT", "20180305_239khsyt.PDF", "239/KH-SYT"),
        ("Số: …/KH-SYT", "5-kh-syt.pdf", "05/KH-SYT"),
        ("Số: …/KH-SYT", "239-2018-KH-SYT.pdf", "239/KH-SYT"),
        ("Số: …/TB VPCP", "634-TB-VPCP.pdf", "634/TB-VPCP"),  # the thin dash is lost
        ("Số …-NQ/TW Hà Nội ngày Ê tháng 12 năm 2024", "57_nq_tw.pdf", "57-NQ/TW"),
    ],
)
def test_a_number_is_told_where_the_printed_signs_stand_beside_it(
    number: str, name: str, symbol: str
) -> None:
    assert told(number, name)[0] == symbol


@pytest.mark.parametrize(
    ("number", "name"),
    [
        ("Số: …/KH-SYT", "scan0012.pdf"),
        ("Số: …/KH-SYT", "239.pdf"),  # a number alone may count anything
        ("Số: …/KH-SYT", "239_kh.pdf"),  # the issuer does not stand there
        ("Số: …/KH-SYT", "239_bc_syt.pdf"),  # another type
        ("Số: …/KH-SYT", "239_kh_ubnd.pdf"),  # another issuer
        ("Số: …/KH-SYT", "239_kh_sytx.pdf"),
        ("Số: …/KH-SYT", "Trien khai 57-KH-SYT.pdf"),  # the paper that is carried out
        ("Số: …/KH-SYT", "KH thực hiện 57-KH-SYT.pdf"),
        ("Số: …/KH-SYT", "Phu luc 239-KH-SYT.pdf"),
        ("Số: …/KH-SYT", "239-KH-SYT va 240-KH-SYT.pdf"),  # which?
        ("Số: …/KH-SYT", "2018-KH-SYT.pdf"),  # its year
        ("Số: …/KH-SYT", "2020 KH-SYT.pdf"),  # the year it plans for
        ("Số: …/KH-SYT", "05-03-2018 KH-SYT.pdf"),  # its date
        ("Số: …/KH-SYT", "3. KH-SYT.pdf"),  # the third file of a folder
        ("Số: …/KH-SYT", "3 KH-SYT.pdf"),
        ("Số: …/2018/QĐ-UBND", "31-QD-UBND.pdf"),  # the printed year is missing
        ("Số: …/KH", "239-KH.pdf"),  # one sign is borne by too many
        ("Số: …", "239_kh_syt.pdf"),  # nothing is printed to agree with
    ],
)
def test_a_name_that_may_mean_anything_else_tells_no_number(number: str, name: str) -> None:
    assert told(number, name)[0] is None


@pytest.mark.parametrize(
    ("number", "name", "dated", "issued"),
    [
        ("Số: …/KH-SYT", "239-KH-SYT ngày 01-3-2018.pdf", OPEN_DAY, date(2018, 3, 1)),
        ("Số: 239/KH-SYT", "239 KH-SYT (ngay 01.03.2018).pdf", OPEN_DAY, date(2018, 3, 1)),
        ("Số: …/KH-SYT", "239-KH-SYT ngày 01-4-2018.pdf", OPEN_DAY, None),  # another month
        ("Số: …/KH-SYT", "239-KH-SYT hop ngay 01-3-2018.pdf", OPEN_DAY, None),  # of a meeting
        ("Số: …/KH-SYT", "239-KH-SYT_2018-03-01.pdf", OPEN_DAY, None),  # perhaps of the scan
        ("Số: …/KH-SYT", "239-KH-SYT ngày 31-2-2018.pdf", "Kiên Giang, ngày … tháng 2 năm 2018",
         None),
        ("Số: 240/KH-SYT", "239-KH-SYT ngày 01-3-2018.pdf", OPEN_DAY, None),  # another paper's
        ("Số: …/KH-SYT", "239-KH-SYT ngày 01-3-2018.pdf",
         "Kiên Giang, ngày … tháng … năm 2018", None),  # nothing printed to agree with
    ],
)  # fmt: skip
def test_a_day_is_told_behind_the_number_where_month_and_year_are_printed(
    number: str, name: str, dated: str, issued: date | None
) -> None:
    assert told(number, name, dated)[1] == issued


def test_type_number_and_date_together_tell_both() -> None:
    name = "CV so 12 ngay 3-4-2024 ve viec cung ung thuoc.pdf"
    dated = "Kiên Giang, ngày … tháng 4 năm 2024"
    assert told("Số: …/CV-SYT", name, dated) == ("12/CV-SYT", date(2024, 4, 3))
    assert told("Số: …/CV-SYT", name, OPEN_DAY) == (None, None)
    assert told("Số: …/BC-SYT", name, dated) == (None, None)


def test_a_number_that_is_printed_is_never_overruled_and_the_other_is_reported() -> None:
    text = head("Số: 240/KH-SYT")
    found = with_file_name(read_header(text), text, "239_kh_syt.pdf")
    assert (found.symbol, found.from_file) == ("240/KH-SYT", ())
    assert other_number(found, "239_kh_syt.pdf") == "239/KH-SYT"
    assert other_number(found, "0240-KH-SYT.pdf") is None
    assert other_number(found, "Trien khai 239-KH-SYT.pdf") is None
    reasons = read_document(text.encode(), "239_kh_syt.pdf").health.reasons
    assert "tên tệp ghi số 239/KH-SYT, văn bản ghi số 240/KH-SYT: hãy đối chiếu" in reasons


@pytest.mark.parametrize(
    ("guessed", "symbol"),
    [
        ((("figures", "239"),), "239/KH-SYT"),
        ((("figures", "234"),), None),
        ((("day", "23"),), "239/KH-SYT"),
    ],
)
def test_figures_that_recognition_saw_and_that_differ_leave_the_number_open(
    guessed: tuple[tuple[str, str], ...], symbol: str | None
) -> None:
    text = head("Số: …/KH-SYT")
    assert with_file_name(read_header(text), text, "239_kh_syt.pdf", guessed).symbol == symbol


def test_a_day_that_recognition_saw_otherwise_stays_open() -> None:
    text, name = head("Số: …/KH-SYT"), "239-KH-SYT ngày 01-3-2018.pdf"
    seen = with_file_name(read_header(text), text, name, (("day", "7"),))
    assert (seen.symbol, seen.issued, seen.from_file) == ("239/KH-SYT", None, ("symbol",))


def test_an_annex_repeats_the_signs_that_the_head_lost() -> None:
    text = head("", OPEN_DAY).replace("KẾ HOẠCH", "QUYẾT ĐỊNH")
    annex = "\nDANH SÁCH\n(Ban hành kèm theo {} số      /QĐ-SYT ngày 16/10/2014)\n"
    own, other = (text + annex.format(kind) for kind in ("Quyết định", "Kế hoạch"))
    found = with_file_name(read_header(own), own, "1987_qd_syt.pdf")
    assert (found.symbol, found.issued) == ("1987/QĐ-SYT", None)  # the annex's day is another
    assert with_file_name(read_header(other), other, "1987_qd_syt.pdf").symbol is None


def test_a_draft_has_no_number_whatever_its_file_is_called() -> None:
    text = "DỰ THẢO\n" + head("Số:      /KH-SYT")
    assert with_file_name(read_header(text), text, "239_kh_syt.docx").symbol is None


def test_the_number_of_another_paper_in_the_title_is_not_taken_for_an_open_one() -> None:
    text = head("Số: …/KH-SYT").replace("Tổ chức", "số 12/KH-UBND về tổ chức")
    assert read_header(text).symbol is None


def test_what_the_name_told_is_said_wherever_the_document_is_named() -> None:
    found = read_document(PLAN.replace("Số 45-KH/TU", "Số      -KH/TU").encode(), "45-KH-TU.docx")
    assert found.info.symbol == "45-KH/TU"
    assert found.info.from_file == ("symbol",)
    assert official_name(found.info).endswith("(số theo tên tệp)")
    assert found.health.verdict == "cần xem lại"
    assert found.health.fields_missing == ()
    assert found.health.reasons == (
        "số 45-KH/TU lấy từ tên tệp vì để trống trong văn bản: hãy đối chiếu với bản gốc",
    )
    assert official_name(replace(found.info, from_file=("symbol", "issued"))).endswith(
        "(số, ngày theo tên tệp)"
    )


def test_a_name_makes_no_identity() -> None:
    data = PLAN.replace("Số 45-KH/TU", "Số      -KH/TU").encode()
    one, two = read_document(data, "45-KH-TU.docx"), read_document(data, "46-KH-TU.docx")
    assert (one.info.symbol, two.info.symbol) == ("45-KH/TU", "46-KH/TU")
    assert one.info.id == two.info.id == f"tep-{one.info.sha256[:12]}"
    assert one.info.id != plan().info.id


def test_the_text_stays_as_it_was_read() -> None:
    data = PLAN.replace("Số 45-KH/TU", "Số …-KH/TU").encode()
    named, plain = read_document(data, "45-KH-TU.docx"), read_document(data, "quét.docx")
    assert named.text == plain.text
    assert [p.span for p in named.passages] == [p.span for p in plain.passages]
    assert plain.info.symbol is None


SIGNS = st.sampled_from(["KH-SYT", "QĐ-UBND", "BC-SGDĐT", "TB-SNV", "NQ-HĐND", "GM-UBND"])


@settings(deadline=None)
@given(st.integers(21, 9999), SIGNS, SIGNS)
def test_a_number_is_told_only_by_its_own_signs(number: int, printed: str, named: str) -> None:
    text = head(f"Số: …/{printed}", "Kiên Giang, ngày … tháng 3 năm 1996")
    found = with_file_name(read_header(text), text, f"{number}_{named.lower()}.pdf").symbol
    near = 1994 <= number < 2004
    assert found == (f"{number}/{printed}" if printed == named and not near else None)


@settings(deadline=None)
@given(st.text(max_size=40))
def test_no_name_breaks_the_reading_of_a_head(name: str) -> None:
    text = head("Số: …/KH-SYT")
    found = with_file_name(read_header(text), text, name)
    assert found.symbol is None or found.from_file == ("symbol",)
