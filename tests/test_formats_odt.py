"""OpenDocument text, made here as LibreOffice writes it."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading import is_read_or_refused

from ingest.errors import DamagedFileError, EncryptedFileError
from ingest.formats import detect
from ingest.formats.odt import read

NAMES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in (
        ("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"),
        ("draw", "drawing"), ("fo", "xsl-fo-compatible"), ("svg", "svg-compatible"),
    )
)  # fmt: skip
STYLES = (
    '<style:font-face style:name="F1" svg:font-family="&apos;.VnTime&apos;"/>'
    '<style:style style:name="old"><style:text-properties style:font-name="F1"/></style:style>'
    '<style:style style:name="child" style:parent-style-name="old"/>'
    '<style:style style:name="gone"><style:text-properties text:display="none"/></style:style>'
    '<text:list-style style:name="L"><text:list-level-style-number text:level="1" '
    'style:num-format="1" style:num-suffix="."/><text:list-level-style-number text:level="2" '
    'style:num-format="a" style:num-suffix=")"/></text:list-style>'
)


def odt(body: str, styles: str = "", **more: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        content = (
            f"<office:document-content {NAMES}><office:automatic-styles>{STYLES}"
            f"</office:automatic-styles><office:body><office:text>{body}</office:text>"
            "</office:body></office:document-content>"
        )
        archive.writestr("content.xml", content)
        archive.writestr(
            "styles.xml", f"<office:document-styles {NAMES}>{styles}</office:document-styles>"
        )
        for name, written in more.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), written)
    return made.getvalue()


def lines(body: str) -> list[str]:
    return [line for page in read(odt(body)).pages for line in page.lines]


def test_an_odt_is_told_from_other_opendocument_files() -> None:
    assert detect(odt("<text:p>a</text:p>")) == "odt"


P = "<text:p>a</text:p>"
LISTS = """<text:list text:style-name='L'>
<text:list-item><text:p>a</text:p><text:p>b</text:p>
<text:list><text:list-item><text:p>c</text:p></text:list-item></text:list></text:list-item>
<text:list-item><text:p>d</text:p></text:list-item></text:list>
<text:list text:style-name='L'><text:list-item><text:p>e</text:p></text:list-item></text:list>"""
CELL = "<table:table-cell><text:p>{}</text:p></table:table-cell>"
ROWS = f"""<table:table><table:table-header-rows><table:table-row>{CELL.format("TT")}
{CELL.format("Việc")}{CELL.format("Hạn")}</table:table-row></table:table-header-rows>
<table:table-row>{CELL.format("1")}<table:covered-table-cell/>{CELL.format("Quý I")}
</table:table-row></table:table>"""
BOX = "<draw:frame><draw:text-box><text:p>b</text:p></draw:text-box></draw:frame>"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<text:p>a<text:s text:c='2'/>b<text:tab/>c</text:p>", ["a  b\tc"]),
        ("<text:p>a<text:line-break/>b</text:p>", ["a", "b"]),
        ("<text:p>a<text:span text:style-name='gone'>b</text:span>c</text:p>", ["ac"]),
        ("<text:p>a<text:note><text:p>b</text:p></text:note>c</text:p>", ["ac"]),
        (f"<text:tracked-changes><text:p>b</text:p></text:tracked-changes>{P}", ["a"]),
        (f"<text:table-of-content><text:p>b</text:p></text:table-of-content>{P}", ["a"]),
        ("<text:section><text:h text:outline-level='1'>a</text:h></text:section>", ["a"]),
        (f"<text:p>a{BOX}</text:p>", ["b", "a"]),
        (LISTS, ["1. a", "b", "a) c", "2. d", "1. e"]),
        (ROWS, ["TT | Việc | Hạn", "1 |  | Quý I"]),
    ],
)
def test_what_is_printed_is_read_and_what_is_not_is_left_out(
    body: str, expected: list[str]
) -> None:
    assert lines(body) == expected


def test_a_style_names_the_old_font_of_its_text() -> None:
    body = "<text:p text:style-name='child'>Céng hoµ x· héi chñ nghÜa ViÖt Nam</text:p>"
    raw = read(odt(body))
    assert raw.pages[0].lines == ("Cộng hoà xã hội chủ nghĩa Việt Nam",)
    assert raw.encoding == "TCVN3 (ABC)"


def test_a_stamp_in_the_header_is_found() -> None:
    header = "<style:header><text:p>MẬT</text:p></style:header>"
    header += "<style:footer><text:p>2</text:p></style:footer>"
    assert read(odt("<text:p>a</text:p>", header)).pages[0].lines == ("MẬT", "a")


def test_a_file_with_a_password_is_refused_by_name() -> None:
    with pytest.raises(EncryptedFileError, match="mật khẩu"):
        read(odt("<text:p>a</text:p>", **{"META-INF__manifest_xml": "<encryption-data/>"}))


def test_a_broken_text_is_damaged() -> None:
    with pytest.raises(DamagedFileError, match="hỏng"):
        read(odt("<text:p>a"))


@settings(deadline=None)
@given(st.integers(0, 1_500), st.binary(min_size=1, max_size=8))
def test_a_damaged_odt_is_read_or_refused(at: int, written: bytes) -> None:
    data = odt("<text:p>a</text:p>")
    assert is_read_or_refused(read, data[:at] + written + data[at + len(written) :])
