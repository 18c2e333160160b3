"""Web pages: the document without the site around it."""

from __future__ import annotations

import pytest

from ingest.errors import DamagedFileError, EmptyFileError, TooLargeError
from ingest.formats.html import MAX_TAGS, read

SENTENCE = "Ban Thường vụ Tỉnh ủy xây dựng kế hoạch thực hiện như sau:"


def lines(body: str) -> list[str]:
    return list(
        read(f"<html><meta charset=utf-8><body>{body}</body></html>".encode()).pages[0].lines
    )


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>một</p><p>hai</p>", ["một", "hai"]),
        ("<p>một<br>hai<br/>ba</p>", ["một", "hai", "ba"]),
        ("<div>I- MỤC <b>ĐÍCH</b>,\n <i>YÊU\tCẦU</i></div>", ["I- MỤC ĐÍCH, YÊU CẦU"]),
        ("<h1>Kế hoạch</h1>trần<div>khối</div>đuôi", ["Kế hoạch", "trần", "khối", "đuôi"]),
        ("<ul><li>một<ul><li>con</li></ul></li></ul>", ["- một", "- con"]),
        ("<ul><li>- đã có gạch</li></ul>", ["- đã có gạch"]),
        ("<ol start=3><li>ba</li><li>bốn</li></ol>", ["3. ba", "4. bốn"]),
        ("<pre>một\nhai</pre>", ["một", "hai"]),
        ("a<!-- ẩn -->b", ["ab"]),
        ("<p>Điều&nbsp;5 &amp; 6</p>", ["Điều\u00a05 & 6"]),
        ("<p>x</p><p hidden>ẩn</p><p style='display: none'>ẩn</p>", ["x"]),
        ("<p>x</p><script>var a</script><style>p{}</style><noscript>n</noscript>", ["x"]),
    ],
)
def test_a_block_is_a_line(body: str, expected: list[str]) -> None:
    assert lines(body) == expected


def test_table_rows_are_lines_and_a_placed_heading_is_not_a_row() -> None:
    data = "<table><tr><th>TT</th><th>Việc</th><th>Hạn</th></tr><tr><td>1<td>Làm<td>2025</table>"
    heading = (
        "<table><tr><td><p>TỈNH ỦY</p><p>Số 180-KH/TU</p></td><td>ĐẢNG CỘNG SẢN VIỆT NAM<br>"
        "Tiền Giang, ngày 18 tháng 02 năm 2025</td></tr></table>"
    )
    assert lines(heading + data) == [
        "TỈNH ỦY", "Số 180-KH/TU", "ĐẢNG CỘNG SẢN VIỆT NAM",
        "Tiền Giang, ngày 18 tháng 02 năm 2025", "TT | Việc | Hạn", "1 | Làm | 2025",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "around",
    [
        "<nav>Trang chủ</nav>{}",
        "{}<footer>Bản quyền</footer>",
        "<div class='main-menu'>Mục lục trang</div>{}",
        "<div id=breadcrumb>Tin / Văn bản</div>{}",
        "<div role=navigation>Đi tới</div>{}",
        "{}<div class='related-news'>Tin liên quan</div>",
        "<div><a href=1>Tin tức</a> <a href=2>Thời sự</a> <a href=3>Liên hệ</a></div>{}",
        "<div>Quảng cáo nhỏ</div><article>{}</article>",
    ],
)
def test_the_site_around_the_text_is_left_out(around: str) -> None:
    assert lines(around.format(f"<p>{SENTENCE}</p>")) == [SENTENCE]


def test_links_inside_sentences_stay() -> None:
    body = f"<p>{SENTENCE} <a href=1>Nghị quyết 57</a>, <a href=2>Hướng dẫn 186</a>.</p>"
    assert lines(body) == [f"{SENTENCE} Nghị quyết 57, Hướng dẫn 186."]


def test_a_teaser_article_does_not_hide_the_text() -> None:
    assert lines(f"<article>Tin ngắn</article><p>{SENTENCE}</p>")[-1] == SENTENCE


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (f"<meta charset='utf-8'><p>{SENTENCE}</p>".encode(), "UTF-8"),
        (f"<html><p>{SENTENCE}</p>".encode("utf-16"), "UTF-16"),
        (f"<meta charset='latin-9000'><p>{SENTENCE}</p>".encode(), "UTF-8"),  # no such encoding
        (f"<meta charset='ascii'><p>{SENTENCE}</p>".encode(), "UTF-8"),  # declared wrongly
    ],
)
def test_the_encoding_is_the_declared_one_if_that_works(data: bytes, encoding: str) -> None:
    raw = read(data)
    assert raw.pages[0].lines == (SENTENCE,)
    assert raw.encoding == encoding


def test_a_page_without_text_is_empty() -> None:
    with pytest.raises(EmptyFileError, match="không có chữ"):
        lines("<script>x</script>")


def test_a_page_of_too_many_tags_is_refused() -> None:
    with pytest.raises(TooLargeError, match="thẻ"):
        lines("<p>" * (MAX_TAGS + 1))


def test_a_page_nested_without_end_is_refused() -> None:
    with pytest.raises(DamagedFileError, match="quá sâu"):
        lines("<div>" * 400 + "x")


def test_a_page_in_an_old_font_is_converted() -> None:
    page = "<meta charset=windows-1252><p>Céng hoµ x· héi chñ nghÜa ViÖt Nam</p>"
    raw = read(f"<html>{page}</html>".encode("cp1252"))
    assert "Cộng hoà xã hội chủ nghĩa Việt Nam" in raw.pages[0].lines
    assert raw.encoding == "TCVN3 (ABC)"
