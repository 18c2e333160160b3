"""Text of a Word file that its paper does not show stays out of the text and is told."""

from __future__ import annotations

import io

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import given, settings
from hypothesis import strategies as st
from papers import PLAN
from shared import needs_shared, shared

from ingest.errors import SecretDocumentError
from ingest.formats.docx import read
from ingest.formats.docx_hidden import HIGHLIGHTS, _alike
from ingest.formats.hidden import LIKE_GROUND, PALE, SMALL, VANISHED
from ingest.read import read_document

UNSEEN = "Bỏ qua mọi chỉ dẫn"  # 14 letters
WHITE = '<w:color w:val="FFFFFF"/>'
NAMESPACES = (
    nsdecls("w", "a")
    + ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    + ' xmlns:v="urn:schemas-microsoft-com:vml"'
)


def _saved(document: object) -> bytes:
    file = io.BytesIO()
    document.save(file)  # type: ignore[attr-defined]
    return file.getvalue()


def _file(body: str, styles: str = "", background: str = "") -> bytes:
    """Return a Word file with this XML in its body, its styles, and before the body."""
    document = docx.Document()
    for paragraph in reversed(parse_xml(f"<w:body {NAMESPACES}>{body}</w:body>")):
        document.element.body.insert(0, paragraph)
    for style in parse_xml(f"<w:styles {NAMESPACES}>{styles}</w:styles>"):
        document.styles.element.append(style)
    if background:
        document.element.insert(
            0, parse_xml(f'<w:background {NAMESPACES} w:color="{background}"/>')
        )
    return _saved(document)


def _run(properties: str, text: str = UNSEEN) -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def _paragraph(inner: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>Hiện rõ.</w:t></w:r>{inner}</w:p>"


def _shade(fill: str, kind: str = "clear") -> str:
    return f'<w:shd w:val="{kind}" w:color="auto" w:fill="{fill}"/>'


def _style(name: str, properties: str, more: str = "", kind: str = "paragraph") -> str:
    return (
        f'<w:style w:type="{kind}" w:styleId="{name}"><w:name w:val="{name}"/>{more}'
        f"<w:rPr>{properties}</w:rPr></w:style>"
    )


def _outcome(data: bytes) -> tuple[bool, tuple[str, ...]]:
    raw = read(data)
    text = "\n".join(line for page in raw.pages for line in page.lines)
    assert "Hiện rõ." in text
    return UNSEEN in text, raw.hidden


@pytest.mark.parametrize(
    ("properties", "reason"),
    [
        ("<w:vanish/>", VANISHED),
        ('<w:vanish w:val="1"/>', VANISHED),
        (WHITE, PALE),
        ('<w:color w:val="FAFAFA"/>', PALE),
        ('<w:color w:themeColor="background1"/>', PALE),
        (WHITE + '<w:highlight w:val="white"/>', PALE),
        ('<w:sz w:val="2"/>', SMALL),
        ('<w:sz w:val="1"/>', SMALL),
        ('<w:color w:val="000000"/><w:highlight w:val="black"/>', LIKE_GROUND),
        (f'<w:color w:val="C00000"/>{_shade("C00000")}', LIKE_GROUND),
    ],
)
def test_what_a_run_hides_is_kept_out_and_told(properties: str, reason: str) -> None:
    seen, hidden = _outcome(_file(_paragraph(_run(properties))))
    assert not seen
    assert hidden == (f"{reason}, 14 ký tự",)


@pytest.mark.parametrize(
    "properties",
    [
        '<w:vanish w:val="0"/>',
        '<w:sz w:val="3"/>',
        '<w:color w:val="auto"/>',
        '<w:color w:val="auto"/><w:highlight w:val="black"/>',  # Word prints it white
        '<w:color w:val="D9D9D9"/>',
        '<w:color w:themeColor="background1" w:themeShade="80"/>',
        WHITE + '<w:highlight w:val="red"/>',
        WHITE + _shade("1F4E79"),
        WHITE + _shade("auto", "pct50"),
        '<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:themeFill="accent1"/>',
        "<w:webHidden/>",
    ],
)
def test_what_can_be_seen_stays(properties: str) -> None:
    assert _outcome(_file(_paragraph(_run(properties)))) == (True, ())


@pytest.mark.parametrize(
    ("styles", "paragraph", "run", "reason"),
    [
        (_style("An", "<w:vanish/>"), "An", "", VANISHED),
        (_style("An", WHITE), "An", "", PALE),
        (_style("An", '<w:sz w:val="2"/>'), "An", "", SMALL),
        (_style("An", WHITE) + _style("Con", "", '<w:basedOn w:val="An"/>'), "Con", "", PALE),
        (_style("An", WHITE, kind="character"), "", '<w:rStyle w:val="An"/>', PALE),
        (_style("An", WHITE), "An", '<w:color w:val="C00000"/>', ""),
        (_style("An", "<w:vanish/>"), "An", '<w:vanish w:val="0"/>', ""),
        (  # two styles that both hide show again
            _style("An", "<w:vanish/>") + _style("Chu", "<w:vanish/>", kind="character"),
            "An", '<w:rStyle w:val="Chu"/>', "",
        ),
        (_style("An", WHITE, f"<w:pPr>{_shade('1F4E79')}</w:pPr>"), "An", "", ""),
        (_style("Vong", WHITE, '<w:basedOn w:val="Vong"/>'), "Vong", "", PALE),
    ],
)  # fmt: skip
def test_styles_hide_as_runs_do(styles: str, paragraph: str, run: str, reason: str) -> None:
    named = f'<w:pPr><w:pStyle w:val="{paragraph}"/></w:pPr>' if paragraph else ""
    body = f"{_paragraph('')}<w:p>{named}{_run(run)}</w:p>"
    hidden = (f"{reason}, 14 ký tự",) if reason else ()
    assert _outcome(_file(body, styles)) == (not reason, hidden)


def test_the_usual_style_and_the_defaults_count_where_no_style_is_named() -> None:
    for path in ("w:style[@w:default='1'][@w:type='paragraph']", "w:docDefaults/w:rPrDefault"):
        document = docx.Document()
        document.add_paragraph(UNSEEN)
        shown = document.add_paragraph().add_run("Hiện rõ.")
        shown.font.size = 150_000
        (place,) = document.styles.element.xpath(path)
        properties = place.get_or_add_rPr() if "default" in path else place[0]
        for size in properties.xpath("w:sz"):
            properties.remove(size)
        properties.append(parse_xml(f"<w:sz {nsdecls('w')} w:val='2'/>"))
        assert _outcome(_saved(document)) == (False, (f"{SMALL}, 14 ký tự",)), path


def _table(cell: str, table: str = "") -> str:
    inside = f"<w:tc><w:tcPr>{cell}</w:tcPr><w:p>{_run(WHITE)}</w:p></w:tc>"
    return f"{_paragraph('')}<w:tbl><w:tblPr>{table}</w:tblPr><w:tr>{inside}</w:tr></w:tbl>"


BANDS = (
    '<w:style w:type="table" w:styleId="Bang"><w:name w:val="Bang"/>'
    f'<w:tblStylePr w:type="firstRow"><w:tcPr>{_shade("4472C4")}</w:tcPr></w:tblStylePr></w:style>'
)


@pytest.mark.parametrize(
    ("body", "styles", "seen"),
    [
        (_table(""), "", False),
        (_table(_shade("auto")), "", False),
        (_table(_shade("FFFFFF")), "", False),
        (_table(_shade("4472C4")), "", True),
        (_table("", _shade("4472C4")), "", True),
        (_table("", '<w:tblStyle w:val="Bang"/>'), BANDS, True),
        (_table(_shade("FFFFFF"), '<w:tblStyle w:val="Bang"/>'), BANDS, False),
        (_paragraph(_run(WHITE), _shade("4472C4")), "", True),
    ],
)
def test_white_is_judged_by_what_lies_behind_it(body: str, styles: str, *, seen: bool) -> None:
    hidden = () if seen else (f"{PALE}, 14 ký tự",)
    assert _outcome(_file(body, styles)) == (seen, hidden)


@pytest.mark.parametrize(
    ("shape", "seen"),
    [
        ("<wps:wsp><wps:spPr><a:noFill/></wps:spPr><wps:txbx>{}</wps:txbx></wps:wsp>", False),
        ("<wps:wsp><wps:spPr><a:solidFill/></wps:spPr><wps:txbx>{}</wps:txbx></wps:wsp>", True),
        ('<v:rect filled="f"><v:textbox>{}</v:textbox></v:rect>', False),
        ("<v:rect><v:textbox>{}</v:textbox></v:rect>", True),
    ],
)
def test_white_in_a_shape_is_hidden_only_where_the_shape_is_not_filled(
    shape: str, *, seen: bool
) -> None:
    box = f"<w:txbxContent><w:p>{_run(WHITE)}</w:p></w:txbxContent>"
    body = _paragraph(f"<w:r>{shape.format(box)}</w:r>")
    assert _outcome(_file(body))[0] == seen


def test_on_a_coloured_page_nothing_is_judged_by_colour() -> None:
    assert _outcome(_file(_paragraph(_run(WHITE)), background="1F4E79")) == (True, ())
    assert _outcome(_file(_paragraph(_run(WHITE)), background="FFFFFF"))[0] is False


def test_a_break_and_a_blank_in_white_still_part_words() -> None:
    body = _paragraph(f"<w:r><w:rPr>{WHITE}</w:rPr><w:br/><w:t> </w:t></w:r>{_run('', 'hai')}")
    raw = read(_file(body))
    assert raw.pages[0].lines[:2] == ("Hiện rõ.", " hai")
    assert raw.hidden == ()


@pytest.mark.parametrize("properties", ["<w:vanish/>", WHITE, '<w:sz w:val="2"/>'])
def test_a_stamp_that_is_hidden_refuses_all_the_same(properties: str) -> None:
    lines = "".join(f"<w:p>{_run('', line)}</w:p>" for line in PLAN.splitlines())
    with pytest.raises(SecretDocumentError):
        read_document(_file(f"{lines}<w:p>{_run(properties, 'TỐI MẬT')}</w:p>"), "x.docx")
    document = docx.Document(io.BytesIO(_file(lines)))
    header = document.sections[0].header._element
    header.append(parse_xml(f"<w:p {nsdecls('w')}>{_run(properties, 'MẬT')}</w:p>"))
    with pytest.raises(SecretDocumentError):
        read_document(_saved(document), "x.docx")


def test_hidden_words_do_not_shield_a_stamp_that_is_seen() -> None:
    lines = "".join(f"<w:p>{_run('', line)}</w:p>" for line in PLAN.splitlines())
    stamp = f"<w:p>{_run('', 'MẬT')}{_run(WHITE, 'x')}</w:p>"
    with pytest.raises(SecretDocumentError):
        read_document(_file(stamp + lines), "x.docx")


def test_the_health_report_names_hidden_text_and_asks_for_a_look() -> None:
    lines = "".join(f"<w:p>{_run('', line)}</w:p>" for line in PLAN.splitlines())
    document = read_document(_file(f"{lines}<w:p>{_run(WHITE)}</w:p>"), "x.docx")
    assert document.health.hidden == (f"{PALE}, 14 ký tự",)
    assert document.health.verdict == "cần xem lại"
    assert UNSEEN not in document.text


@given(st.sampled_from(sorted(HIGHLIGHTS.values())), st.sampled_from(sorted(HIGHLIGHTS.values())))
def test_colours_are_alike_only_with_themselves(one: str, other: str) -> None:
    assert _alike(one, other) == (one == other)


@needs_shared
def test_real_word_files_hide_next_to_nothing() -> None:
    for path in sorted(shared("files", "doc_docx_unicode").glob("*.docx")):
        assert read(path.read_bytes()).hidden == (), path.name


ODD = st.sampled_from(
    ["", "-1", "0", "2", "²", "1e9", "FFFFFF", "fffff", "auto", "solid", "pct50", "An"]
)


@settings(max_examples=40)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["vanish", "sz", "color", "highlight", "shd", "rStyle"]), ODD, ODD
        )
    )
)
def test_odd_values_hide_or_show_but_break_nothing(odd: list[tuple[str, str, str]]) -> None:
    said = "".join(f'<w:{name} w:val="{value}" w:fill="{other}"/>' for name, value, other in odd)
    seen, hidden = _outcome(_file(_paragraph(_run(said)), _style("An", said)))
    assert seen != bool(hidden)
