"""The pages for people: whole without JavaScript, safe against what is typed, all anchors there."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from known_ids import KH180
from papers import plan

from api.pages import paragraphs
from ingest.model import Span

if TYPE_CHECKING:
    from service import Service

pytest_plugins = ("service",)

VOID = {"meta", "link", "input", "br", "img"}


ADDRESSES = (
    "/",
    "/?q=hạn",
    "/search",
    "/search?q=báo cáo&document=&type=&issuer=&year=",
    "/documents",
    "/documents?q=thu vien&type=&page=1",
    f"/documents/{KH180}",
    "/facts",
    "/facts?kind=goal&document=&owner=&due_from=&due_to=2030-12-31&q=",
    "/compare",
    "/compare?from=45-KH/TU&to=180-KH/TU&missing=true",
    "/add",
    "/docs",
)


class Page(HTMLParser):
    """A page as read: ids, links, what loads, marked text; unclosed tags are a failure."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.loads: list[str] = []
        self.inline: list[str] = []
        self.marked = ""
        self._open: list[str] = []
        self.feed(html)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what the tag brings."""
        values = {name: value or "" for name, value in attrs}
        self.inline += [name for name in values if name.startswith("on") or name == "style"]
        if "id" in values:
            self.ids.append(values["id"])
        if tag == "a" and "href" in values:
            self.links.append(values["href"])
        if tag in {"link", "script", "img"}:
            self.loads.append(values.get("href", "") or values.get("src", "inline"))
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Each tag closes the last one opened."""
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Collect what stands in a mark."""
        if "mark" in self._open:
            self.marked += data


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_is_well_formed_and_asks_no_other_host(service: Service, address: str) -> None:
    answer = service.client.get(address)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    page = Page(answer.text)
    assert '<html lang="vi">' in answer.text
    assert len(page.ids) == len(set(page.ids))
    assert page.inline == []  # the content policy would block them
    for address_used in page.links + page.loads:
        assert not urlsplit(address_used).netloc, address_used


def test_everything_a_page_loads_is_there(service: Service) -> None:
    for address in ("/", "/docs"):
        for loaded in Page(service.client.get(address).text).loads:
            assert service.client.get(loaded).status_code == 200


def test_the_answer_leads_to_the_marked_words(service: Service) -> None:
    question = "Báo cáo kết quả quán triệt Nghị quyết 57 trước ngày nào?"
    page = Page(service.client.get("/", params={"q": question}).text)
    link = next(link for link in page.links if "trich=" in link)
    opened = Page(service.client.get(link).text)
    assert unquote(urlsplit(link).fragment) in opened.ids
    assert "trước ngày 10/5/2025" in opened.marked


def test_every_link_of_the_pages_leads_somewhere(service: Service) -> None:
    for address in (*ADDRESSES, f"/documents/{service.plan}"):
        page = Page(service.client.get(address).text)
        for link in page.links:
            parts = urlsplit(link)
            if parts.fragment and not parts.path:
                assert unquote(parts.fragment) in page.ids
            elif parts.path and "57-nq" not in parts.path:
                target = service.client.get(link)
                assert target.status_code in {200, 404}, link


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("nq57 đến 2045 kinh tế số bao nhiêu %", "Theo bản tóm lược, chưa có toàn văn:"),
        ("nq57 đến 2045 kinh tế số bao nhiêu %", "lời của bản tóm lược, không phải nguyên văn"),
        ("Kế hoạch 180 có mấy mục lớn?", "có 3 phần lớn:"),
    ],
)
def test_what_is_said_before_the_claims_is_shown(
    service: Service, question: str, said: str
) -> None:
    assert said in service.client.get("/", params={"q": question}).text


@pytest.mark.parametrize("typed", ["<script>alert(1)</script>", '"><img src=x>', "{{ 7*7 }}"])
def test_what_is_typed_is_shown_as_text(service: Service, typed: str) -> None:
    html = service.client.get("/", params={"q": typed}).text
    assert "<script>alert" not in html
    assert "<img" not in html
    assert "49" not in re.sub(r"\d{3,}", "", html) or "7*7" in html


def test_a_question_too_long_is_told_on_the_page(service: Service) -> None:
    answer = service.client.get("/", params={"q": "x" * 2_001})
    assert answer.status_code == 422
    assert "dài quá 2000 ký tự" in answer.text


def test_a_browser_gets_a_page_for_what_is_missing(service: Service) -> None:
    seen = {"accept": "text/html,application/xhtml+xml"}
    for address in ("/documents/khong-co", "/nothing", "/documents/NQ57"):
        answer = service.client.get(address, headers=seen)
        assert answer.status_code == 404
        Page(answer.text)
    assert "chưa có toàn văn" in answer.text
    assert service.client.get("/v1/documents/x", headers=seen).json()["status"] == 404


def test_the_type_of_every_problem_is_explained(service: Service) -> None:
    ids = Page(service.client.get("/docs").text).ids
    for address in ("/nothing", "/v1/documents/x", "/v1/search", "/v1/documents/NQ57"):
        kind = service.client.get(address).json()["type"]
        assert urlsplit(kind).path == "/docs"
        assert urlsplit(kind).fragment in ids


def test_every_section_has_its_anchor(service: Service) -> None:
    page = Page(service.client.get(f"/documents/{KH180}").text)
    document = service.library.document(KH180)
    for section in document.walk():
        assert ".".join(section.path).replace(" ", "_") in page.ids


@given(st.lists(st.tuples(st.integers(0, 900), st.integers(0, 900)), max_size=4))
def test_the_pieces_of_a_page_are_the_text(pairs: list[tuple[int, int]]) -> None:
    document = plan()
    length = len(document.text)
    marks = tuple(Span(a, b) for a, b in pairs if a < b <= length)
    shown = paragraphs(document, marks)
    lines = ["".join(piece.text for piece in paragraph.pieces) for paragraph in shown]
    assert "\n".join(lines) == document.text
    marked = sum(len(p.text) for paragraph in shown for p in paragraph.pieces if p.marked)
    inside = {i for m in marks for i in range(m.start, m.end) if document.text[i] != "\n"}
    assert marked == len(inside)


def test_each_anchor_of_a_page_stands_once() -> None:
    names = [n for p in paragraphs(plan()) for piece in p.pieces for n in piece.anchors]
    assert len(names) == len(set(names))


def test_a_link_to_words_that_changed_says_so_and_marks_nothing(service: Service) -> None:
    html = service.client.get(f"/documents/{KH180}?trich=10-20-00000000").text
    assert "được tạo từ một bản khác" in html
    assert Page(html).marked == ""


@pytest.mark.parametrize(
    ("address", "status", "said"),
    [
        ("/search?q=a&year=năm nay", 422, "phải là số nguyên"),
        ("/facts?due_from=mai", 422, "Hãy gõ ngày/tháng/năm, ví dụ 18/02/2025."),
        ("/facts?kind=x", 422, "phải là một trong"),
        ("/search?q=a&document=999-NQ/TW", 404, "Không có văn bản nào ứng với"),
        (f"/compare?from={KH180}&to=180-KH/TU", 422, "là cùng một văn bản"),
        ("/compare?from=NQ57&to=180-KH/TU", 404, "chưa có toàn văn"),
    ],
)
def test_a_form_filled_in_wrongly_is_answered_with_what_to_do(
    service: Service, address: str, status: int, said: str
) -> None:
    answer = service.client.get(address, headers={"accept": "text/html"})
    assert answer.status_code == status
    assert said in answer.text


def test_a_long_list_is_cut_into_pages_that_follow_each_other(service: Service) -> None:
    first = Page(service.client.get("/search", params={"q": "các cấp ủy báo cáo"}).text)
    following = next(link for link in first.links if "page=2" in link)
    second = Page(service.client.get(following).text)
    assert any("page=1" in link for link in second.links)
    read = [{link for link in page.links if "#" in link} for page in (first, second)]
    assert read[0]
    assert read[1]
    assert read[0] != read[1]


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("/facts?kind=x", "<b>Loại mục</b>: phải là một trong"),
        ("/documents/999-NQ%2FTW", "Không có văn bản nào ứng với “999-NQ/TW”.</p>"),
        ("/khong-co", "Hãy chọn một trang trong thanh ở trên.</p>"),
        ("/documents/57-NQ%2FTW", "chưa có toàn văn trong thư viện.</p>"),
    ],
)
def test_an_error_on_a_page_names_no_command_and_no_field_of_a_program(
    service: Service, address: str, said: str
) -> None:
    html = service.client.get(address, headers={"accept": "text/html"}).text
    main = html.partition("<main")[2].partition("</main>")[0]
    assert said in main
    assert not re.search(r"tracuu [a-z]|errors|<code>|/docs", main)


def test_two_papers_that_a_question_compares_are_a_click_from_standing_side_by_side(
    service: Service,
) -> None:
    page = Page(service.client.get("/", params={"q": "so sánh 45-KH/TU và 180-KH/TU"}).text)
    beside = [link for link in page.links if link.startswith("/compare?from=")]
    assert beside == [f"/compare?from={KH180}&to={service.plan}"]  # the older one first
    assert service.client.get(beside[0]).status_code == 200
    asked = Page(service.client.get("/", params={"q": "45-KH/TU và 180-KH/TU do ai ký"}).text)
    assert not any(link.startswith("/compare?from=") for link in asked.links)


def test_only_what_is_carried_out_or_only_what_is_not_can_be_shown(service: Service) -> None:
    shown = {}
    for which in ("", "&met=true", "&missing=true"):
        html = service.client.get(f"/compare?from=45-KH/TU&to=180-KH/TU{which}").text
        shown[which] = (html.count("<tr><td"), html.count('class="none"'))
    every, met, missing = shown.values()
    assert met == (every[0] - every[1], 0)
    assert missing == (every[1], every[1])


@pytest.mark.parametrize("address", ADDRESSES)
def test_no_part_of_a_page_speaks_the_language_of_the_browser(
    service: Service, address: str
) -> None:
    html = service.client.get(address).text
    assert not re.search(r'type="(?:date|month|time|datetime-local)"', html)
    for form in re.findall(r"<form[^>]*>.*?</form>", html, re.DOTALL):
        checked = re.search(r"\b(?:required|pattern|min|max|step)\b", form)
        assert not checked or " novalidate>" in form  # else its mistakes are told in that language
    assert all("hidden" in tag for tag in re.findall(r'<input[^>]*type="file"[^>]*>', html))
