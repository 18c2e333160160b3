"""The pages in a real browser, as a cadre uses them; nothing leaves the machine (see ``site``)."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

import openpyxl
import pytest
from axe_playwright_python.sync_playwright import Axe
from chromium import HOSTILE, HOSTILE_TEXT, needs_chromium
from known_ids import KH180
from playwright.sync_api import expect

if TYPE_CHECKING:
    from browser import Site
    from playwright.sync_api import Page

pytest_plugins = ("browser",)
pytestmark = [pytest.mark.slow, needs_chromium]

QUESTION = "Báo cáo kết quả quán triệt Nghị quyết 57 trước ngày nào?"
UNMARKED = "bao cao ket qua quan triet nghi quyet 57 truoc ngay nao"
SAID = (
    "Báo cáo kết quả quán triệt, tuyên truyền về Ban Thường vụ Tỉnh ủy (qua Ban Tuyên giáo và "
    "Dân vận Tỉnh ủy) trước ngày 10/5/2025."
)
OFFICIAL = (
    "khoản 4, mục III, Kế hoạch số 180-KH/TU, ngày 18/02/2025 của Ban Thường vụ Tỉnh ủy Tiền Giang"
)
PAGES = (
    "/",
    f"/?q={UNMARKED.replace(' ', '+')}",
    "/?q=chi+thi+27",
    "/?q=gia+vang+hom+nay",
    "/search?q=bao+cao",
    "/documents",
    f"/documents/{KH180}",
    f"/documents/{HOSTILE}",
    "/facts",
    "/compare?from=16-NQ%2FTU&to=88%2FKH-UBND",
    "/add",
    "/docs",
    "/documents/khong-co",
    "/documents/57-NQ%2FTW",
)


def ask(page: Page, site: Site, question: str) -> None:
    page.goto(site.address("/"))
    page.fill("#q", question)
    page.press("#q", "Enter")
    page.wait_for_selector(".answer")


@pytest.mark.parametrize("question", [QUESTION, UNMARKED])
def test_an_answer_comes_first_with_its_official_place(site: Site, question: str) -> None:
    page = site.page()
    ask(page, site, question)
    assert page.inner_text(".status") == "Đã trả lời"
    assert "10/5/2025" in page.inner_text(".claim >> nth=0")
    assert page.inner_text(".citations .source >> nth=0") == OFFICIAL


def test_a_citation_opens_beside_the_answer_with_the_exact_words_marked(site: Site) -> None:
    page = site.page()
    ask(page, site, QUESTION)
    page.click(".citations .source >> nth=0")
    mark = page.wait_for_selector(".panel mark")
    assert mark.inner_text() == SAID
    assert mark.bounding_box()["y"] < 800  # it was scrolled to
    assert page.is_visible(".answer")
    page.keyboard.press("Escape")
    assert page.query_selector(".panel") is None
    assert page.evaluate("document.activeElement.className") == "source"


def test_on_a_phone_a_citation_opens_the_document_at_the_marked_words(site: Site) -> None:
    page = site.page(width=360)
    ask(page, site, QUESTION)
    page.click(".citations .source >> nth=0")
    page.wait_for_url(re.compile(f"/documents/{KH180}.*#trich$"))
    assert page.inner_text("article mark") == SAID
    expect(page.locator("article mark")).to_be_in_viewport()


def test_a_link_opened_afresh_shows_the_same(site: Site) -> None:
    first = site.page()
    ask(first, site, QUESTION)
    address = first.url
    link = first.get_attribute(".citations .source >> nth=0", "href")
    page = site.page()
    page.goto(address)
    assert page.inner_text(".citations") == first.inner_text(".citations")
    page.goto(site.address(link))
    assert page.inner_text("article mark") == SAID


def test_the_official_form_is_copied_and_it_is_said_aloud(site: Site) -> None:
    page = site.page()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    ask(page, site, QUESTION)
    page.focus(".citations .copy >> nth=0")
    page.keyboard.press("Enter")
    page.wait_for_selector("#bao:not(:empty)")
    assert page.inner_text("#bao") == "Đã sao chép trích dẫn."
    assert page.get_attribute("#bao", "aria-live") == "polite"
    assert page.evaluate("navigator.clipboard.readText()") == OFFICIAL


def test_the_whole_answer_is_copied_with_its_numbers_and_places(site: Site) -> None:
    page = site.page()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    ask(page, site, QUESTION)
    page.click(".answer [data-what=answer]")
    page.wait_for_selector("#bao:not(:empty)")
    said, _, places = page.evaluate("navigator.clipboard.readText()").partition("\n\n")
    assert said.startswith("Trước ngày 10/5/2025. [1]")
    assert places.split("\n")[0] == f"[1] {OFFICIAL}"
    assert page.inner_text(".claim.short").startswith("Trước ngày 10/5/2025.")


def test_enter_that_ends_a_composed_word_does_not_send_the_form(site: Site) -> None:
    page = site.page()
    page.goto(site.address("/"))
    page.focus("#q")
    typing = page.context.new_cdp_session(page)
    page.keyboard.type("Ai ")
    typing.send("Input.imeSetComposition", {"text": "ký", "selectionStart": 2, "selectionEnd": 2})
    page.keyboard.press("Enter")
    page.wait_for_timeout(200)
    assert page.url == site.address("/")
    typing.send("Input.insertText", {"text": "ký"})
    page.keyboard.type(" Kế hoạch 180-KH/TU?")
    assert page.input_value("#q") == "Ai ký Kế hoạch 180-KH/TU?"
    page.keyboard.press("Enter")
    page.wait_for_selector(".answer.answered")


def test_search_is_filtered_and_says_why(site: Site) -> None:
    page = site.page()
    page.goto(site.address("/search", q="báo cáo kết quả"))
    places = page.locator(".hits .source").all_inner_texts()
    assert not all(place.endswith("180-KH/TU") for place in places)
    page.select_option("#document", KH180)
    page.select_option("#year", "2025")
    page.click("text=Lọc >> visible=true")
    page.wait_for_url(re.compile("year=2025"))
    places = page.locator(".hits .source").all_inner_texts()
    assert places
    assert all(place.endswith("180-KH/TU") for place in places)
    assert "Có từ: báo, cáo, kết, quả" in page.inner_text(".hits .why >> nth=0")
    assert page.input_value("#document") == KH180


def test_the_register_is_filtered_and_its_files_open(site: Site) -> None:
    page = site.page()
    page.goto(site.address("/facts"))
    page.select_option("#document", "45-kh-tu-2026-03-05")
    page.click("form.filters button")
    page.click(".tabs >> text=Thời hạn")
    page.wait_for_url(re.compile("kind=deadline"))
    assert "29/09/2026" in page.inner_text(".timeline .soon")
    assert "14/12/2026" in page.inner_text(".timeline .later")
    content = {}
    for name in ("XLSX", "CSV", "ICS"):
        with page.expect_download() as coming:
            page.click(f"text={name}")
        content[name] = coming.value.path().read_bytes()
    sheet = openpyxl.load_workbook(io.BytesIO(content["XLSX"])).active
    rows = list(csv.reader(io.StringIO(content["CSV"].decode("utf-8-sig"))))
    assert [row[0].value for row in sheet.iter_rows(min_row=2)] == ["Thời hạn"] * 2
    assert [row[11] for row in rows[1:]] == ["45-KH/TU"] * 2
    assert re.findall(rb"DTSTART;VALUE=DATE:(\d+)", content["ICS"]) == [b"20260929", b"20261214"]


def test_everything_can_be_done_by_keyboard(site: Site) -> None:
    page = site.page()
    page.goto(site.address("/"))
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "q"
    page.keyboard.type(QUESTION)
    page.keyboard.press("Enter")
    page.wait_for_selector(".answer")
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('[data-beside]')"):
            break
    page.keyboard.press("Enter")
    page.wait_for_selector(".panel mark")
    assert page.evaluate("document.activeElement.matches('.panel .body')")


def test_asking_searching_and_reading_need_no_script(site: Site) -> None:
    page = site.page(java_script_enabled=False)
    ask(page, site, QUESTION)
    page.click(".citations .source >> nth=0")
    assert page.inner_text("article mark") == SAID
    page.goto(site.address("/search"))
    page.fill("#q", "chuyên mục trên báo")
    page.press("#q", "Enter")
    assert page.locator(".hits > li").count()
    assert page.locator("button.copy >> visible=true").count() == 0


@pytest.mark.parametrize("address", PAGES)
def test_nothing_is_wider_than_a_small_phone(site: Site, address: str) -> None:
    page = site.page(width=320)
    page.goto(site.root + address)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    site.complaints[:] = [c for c in site.complaints if "404" not in c]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("address", PAGES)
def test_a_page_has_no_serious_fault_of_accessibility(
    site: Site, address: str, scheme: str
) -> None:
    page = site.page(color_scheme=scheme, bypass_csp=True)  # the checker is a script put in
    page.goto(site.root + address)
    found = Axe().run(page).response["violations"]
    assert [
        (fault["id"], [node["html"][:120] for node in fault["nodes"][:3]])
        for fault in found
        if fault["impact"] in {"serious", "critical"}
    ] == []
    site.complaints[:] = [c for c in site.complaints if "404" not in c]


def test_markup_in_a_document_is_shown_as_text(site: Site) -> None:
    page = site.page()
    page.goto(site.address(f"/documents/{HOSTILE}"))
    shown = page.inner_text("article.text")
    assert all(line in shown for line in HOSTILE_TEXT)
    data = page.evaluate(
        "JSON.parse(document.querySelector('[type=\"application/ld+json\"]').text)"
    )
    assert data["headline"] == "</script><script>window.broken = 3"
    assert data["@type"] == "Legislation"
    page.goto(site.address("/search", q="Sở Khoa học chủ trì báo cáo", document=HOSTILE))
    assert HOSTILE_TEXT[0] in page.inner_text(".hits")
    ask(page, site, "Sở Khoa học chủ trì gì theo kế hoạch 9-KH/TU?")
    assert page.evaluate("window.broken") is None


def test_two_documents_stand_side_by_side(site: Site) -> None:
    page = site.page()
    page.goto(site.address("/compare"))
    page.select_option("#from", "16-nq-tu-2026-02-03")
    page.select_option("#to", "88-kh-ubnd-2026-03-27")
    page.click("form.filters button")
    page.wait_for_selector("table.pair")
    assert "Nâng cấp bến thủy nội địa" in page.inner_text("table.pair")
    page.click("table.pair a >> nth=0")
    assert page.inner_text("article mark") in page.inner_text("article")


def test_a_first_page_is_light(site: Site) -> None:
    page = site.page()
    sizes: list[int] = []
    page.on("response", lambda answer: sizes.append(len(answer.body())))
    page.goto(site.address("/"), wait_until="networkidle")
    assert 0 < sum(sizes) <= 100_000
