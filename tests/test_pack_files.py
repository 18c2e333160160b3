"""A study pack as Word, slides, page and JSON, opened again with the libraries of each."""

from __future__ import annotations

import base64
import hashlib
import io
import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

import docx
import pytest
from bs4 import BeautifulSoup
from docx.oxml.ns import qn
from docx.shared import Pt
from hypothesis import given
from hypothesis import strategies as st
from packs import pack_of
from papers import kh180, plan
from pptx import Presentation
from pptx.util import Inches

from api.pack import for_participants
from api.pack.files import file_name, written
from api.pack.layout import Table, abreast, parts, place_line, source_line
from api.pack.slides_text import Room, SlideLine, shared_out, slides_of
from ingest.read import read_document

if TYPE_CHECKING:
    from api.pack.model import StudyPack

TRAINER = pack_of(plan())
PARTICIPANT = for_participants(TRAINER)
BOTH = pytest.mark.parametrize("pack", [TRAINER, PARTICIPANT], ids=["trainer", "participant"])


def word(pack: StudyPack) -> docx.document.Document:
    return docx.Document(io.BytesIO(written(pack, "docx")))


def test_the_word_document_has_the_form_of_a_party_paper() -> None:
    paper = word(TRAINER)
    section = paper.sections[0]
    size = (section.page_width.mm, section.page_height.mm)
    assert size == pytest.approx((210, 297), abs=0.1)
    margins = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    assert [margin.mm for margin in margins] == pytest.approx([20, 20, 30, 15], abs=0.1)
    assert section.different_first_page_header_footer
    assert paper.styles["Normal"].font.name == "Times New Roman"
    assert paper.styles["Normal"].font.size == Pt(14)
    header = section.header.paragraphs[0]
    assert "PAGE" in header._p.xml
    assert header.alignment == 1
    assert section.first_page_header.paragraphs[0].text == ""


def test_the_parts_of_the_word_document_are_numbered_as_in_party_papers() -> None:
    heads = [p.text for p in word(TRAINER).paragraphs if p.style.name == "Heading 1"]
    assert heads == [part.title for part in parts(TRAINER)]
    assert heads[0] == "I- THÔNG TIN VỀ VĂN BẢN"
    assert heads[-1].endswith("BẢNG ĐÁP ÁN")
    assert not any("ĐÁP ÁN" in part.title for part in parts(PARTICIPANT))


def test_every_table_repeats_its_header_and_breaks_no_row() -> None:
    tables = word(TRAINER).tables
    assert len(tables) >= 5
    for table in tables:
        first = table.rows[0]._tr.trPr
        assert first.find(qn("w:tblHeader")) is not None
        kept = [row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows]
        assert kept == [number != 1 for number in range(len(kept))]  # see _keep_whole
        assert all(row._tr.trPr.find(qn("w:tblHeader")) is None for row in table.rows[1:])


def all_words(pack: StudyPack, form: str) -> str:
    content = written(pack, form)  # type: ignore[arg-type] -- the parameter of a test
    if form == "docx":
        paper = docx.Document(io.BytesIO(content))
        cells = [c.text for t in paper.tables for row in t.rows for c in row.cells]
        return "\n".join([*(p.text for p in paper.paragraphs), *cells])
    if form == "pptx":
        show = Presentation(io.BytesIO(content))
        frames = [
            s.text_frame.text for slide in show.slides for s in slide.shapes if s.has_text_frame
        ]
        notes = [slide.notes_slide.notes_text_frame.text for slide in show.slides]
        return "\n".join([*frames, *notes])
    return BeautifulSoup(content, "html.parser").get_text() if form == "html" else content.decode()


@pytest.mark.parametrize("form", ["docx", "pptx", "html", "json"])
def test_keys_and_their_sources_stand_in_the_trainers_edition_only(form: str) -> None:
    told, asked = all_words(TRAINER, form), all_words(PARTICIPANT, form)
    if form == "json":
        assert '"right": 1' in told
        assert '"right": 1' not in asked
        assert '"key": ""' in asked
        return
    assert "Đáp án" in told
    assert "Đáp án" not in asked
    for question in TRAINER.questions:
        assert " ".join(question.ask.split()) in " ".join(asked.split())
        for source in question.sources:
            assert (source_line if form == "pptx" else place_line)(source) in told


@BOTH
def test_slides_are_wide_titled_and_cite_every_line_in_their_notes(pack: StudyPack) -> None:
    show = Presentation(io.BytesIO(written(pack, "pptx")))
    assert (show.slide_width, show.slide_height) == (Inches(13.333), Inches(7.5))
    assert all(slide.shapes.title.text for slide in show.slides)
    notes = "\n".join(slide.notes_slide.notes_text_frame.text for slide in show.slides)
    for row in (*pack.goals, *pack.tasks, *pack.deadlines):
        assert source_line(row.source) in notes
    for group in pack.essentials:
        assert all(source_line(quote) in notes for quote in group.quotes)
    assert sum(s.shapes.title.text.startswith("Câu ") for s in show.slides) == len(pack.questions)


@BOTH
def test_no_slide_is_set_smaller_than_can_be_read(pack: StudyPack) -> None:
    show = Presentation(io.BytesIO(written(pack, "pptx")))
    for slide in list(show.slides)[1:]:
        body = [s for s in slide.shapes if s.has_text_frame][1:-1] or [slide.shapes[3]]
        for shape in (s for s in body if s.has_text_frame):
            sizes = [r.font.size for p in shape.text_frame.paragraphs for r in p.runs[:1]]
            assert all(size >= Pt(12) for size in sizes if size)


@BOTH
def test_the_page_runs_nothing_fetches_nothing_and_locks_its_style(pack: StudyPack) -> None:
    html = written(pack, "html").decode()
    page = BeautifulSoup(html, "html.parser")
    assert page.find_all(["script", "link", "img", "iframe", "form"]) == []
    assert not re.search(r"\s(?:style|on\w+)=", html)
    style = page.style
    assert style is not None
    digest = base64.b64encode(hashlib.sha256((style.string or "").encode()).digest()).decode()
    policy = page.find("meta", attrs={"http-equiv": "Content-Security-Policy"})
    assert policy is not None
    assert policy["content"].startswith(f"default-src 'none'; style-src 'sha256-{digest}'")
    assert page.html is not None
    assert page.html["lang"] == "vi"
    assert [h.text for h in page.find_all("h2")] == [part.title for part in parts(pack)]


def test_markup_in_a_document_is_text_in_the_page() -> None:
    text = PLAIN.replace("mạng đạt", "<script>alert(1)</script> & mạng đạt")
    document = read_document(text.encode(), "kh.txt")
    html = written(pack_of(document), "html").decode()
    assert "<script>" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; mạng" in html


PLAIN = """KẾ HOẠCH
phát triển thư viện số

I- MỤC TIÊU

1. Đến năm 2030

- Tỉ lệ thư viện xã có mạng đạt tối thiểu 85%.
"""


def test_json_holds_stable_ids_and_offsets_that_are_slices_of_the_text() -> None:
    value = json.loads(written(TRAINER, "json"))
    assert value["document_id"] == plan().info.id
    assert [q["id"] for q in value["questions"]] == [q.id for q in TRAINER.questions]
    for question in value["questions"]:
        for source in question["sources"]:
            span = source["span"]
            assert plan().text[span["start"] : span["end"]] == source["text"]


@pytest.mark.parametrize("form", ["docx", "pptx", "html", "json"])
def test_the_same_pack_gives_the_same_bytes(form: str) -> None:
    assert written(TRAINER, form) == written(TRAINER, form)  # type: ignore[arg-type] -- as above


def test_a_file_is_named_after_its_document_and_reader() -> None:
    assert (
        file_name(kh180(), "docx", "participant") == "tai-lieu-180-kh-tu-2025-02-18-hoc-vien.docx"
    )
    assert file_name(kh180(), "pptx", "trainer") == "tai-lieu-180-kh-tu-2025-02-18-giang-vien.pptx"


@pytest.mark.parametrize("form", ["docx", "pptx"])
def test_a_title_of_any_length_is_written(form: Literal["docx", "pptx"]) -> None:
    long = replace(TRAINER, title="về việc tiếp tục thực hiện " * 20)
    opened = Presentation if form == "pptx" else docx.Document
    about = opened(io.BytesIO(written(long, form))).core_properties
    assert len(about.subject) <= 255
    assert about.subject.startswith("về việc tiếp tục")


@given(
    st.lists(st.integers(1, 5), max_size=40),
    st.integers(5, 11),
)
def test_lines_stand_on_as_few_slides_as_they_fit_on_and_evenly(
    heights: list[int], room: int
) -> None:
    lines = [SlideLine("x" * height) for height in heights]
    held = Room(lambda line: len(line.text), room, lines=4)
    slides = shared_out(lines, held)
    assert [line for slide in slides for line in slide] == lines
    assert all(held.holds(slide) for slide in slides)
    assert len(slides) == held.slides(lines)


def test_seven_lines_on_three_slides_are_three_two_and_two() -> None:
    room = Room(lambda _: 1, 3)
    assert sorted(len(slide) for slide in shared_out([SlideLine("x")] * 7, room)) == [2, 2, 3]


def test_a_row_is_as_high_as_its_narrowest_column_makes_it() -> None:
    row = SlideLine("", cells=("x" * 40, "x" * 75, "x"))
    assert row.height((50, 28, 22)) == 8 + 3 * 24  # 75 letters at 25 a line
    assert row.height((28, 70, 2)) < row.height((50, 28, 22))
    assert SlideLine("", cells=("", "", "")).height((1, 1, 1)) == 8 + 24


@pytest.mark.parametrize(
    ("options", "count"),
    [
        (["A. 3", "B. 5", "C. 10", "D. 30"], 4),
        (["A. Chính phủ", "B. Bộ Chính trị"], 2),
        (["A. Kinh phí từ xã hội", "B. Tỉ lệ doanh nghiệp có hoạt động đổi mới"], 1),
        ([], 4),
    ],
)
def test_short_options_stand_side_by_side(options: list[str], count: int) -> None:
    assert abreast(options) == count


def test_goals_without_a_figure_have_a_table_without_an_empty_column() -> None:
    tables = [block for part in parts(TRAINER) for block in part.blocks if isinstance(block, Table)]
    assert tables
    for table in tables:
        assert all(any(row[n] for row in table.rows) for n in range(len(table.columns)))


def test_slides_on_one_matter_are_numbered_among_themselves() -> None:
    titles = [slide.title for slide in slides_of(TRAINER)]
    assert len(titles) == len(set(titles))
