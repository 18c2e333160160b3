"""Documents added on the page, in a real browser: with a script and without one, file by file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe
from chromium import HOSTILE_TEXT, needs_chromium
from fakes import HashingEmbedder
from papers import PLAN
from playwright.sync_api import expect

from api.settings import Settings
from index.library import Library

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from browser import Site
    from playwright.sync_api import Page

pytest_plugins = ("browser",)
pytestmark = [pytest.mark.slow, needs_chromium]

LARGEST = 200_000
MARKUP = PLAN.replace("45-KH/TU", "92-KH/TU").replace(
    "II- NHIỆM VỤ", "\n".join((*HOSTILE_TEXT, "II- NHIỆM VỤ"))
)
FILES = {
    "một.txt": PLAN.replace("45-KH/TU", "90-KH/TU"),
    "hai.txt": PLAN.replace("45-KH/TU", "91-KH/TU").split("Bắc Sơn, ngày")[0] + "KẾ HOẠCH\nvề cầu",
    "mật.txt": "TỐI MẬT\n" + PLAN.replace("45-KH/TU", "93-KH/TU"),
    "hỏng.pdf": "%PDF-1.7\nrubbish",
    "<b>thẻ.txt": MARKUP,
    "nội bộ.txt": "LƯU HÀNH NỘI BỘ\n" + PLAN.replace("45-KH/TU", "94-KH/TU"),
    "to.txt": "a" * (LARGEST + 100_000),
}
OUTCOMES = {
    "một.txt": "Đã thêm",
    "mật.txt": "Văn bản có dấu mật",
    "hỏng.pdf": "Không đọc được tệp",
    "<b>thẻ.txt": "Đã thêm",
    "nội bộ.txt": "Cần xác nhận trước khi thêm",
}


@pytest.fixture(scope="module")
def _adding(_site: Site, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    from browser import Site, serving  # noqa: PLC0415 -- pytest loads it as a plugin first

    data = tmp_path_factory.mktemp("library")
    settings = Settings(data=data, uploads="local", offline=True, max_file=LARGEST)
    with Library.open(data, HashingEmbedder) as library, serving(settings, library) as root:
        yield Site(root, _site.browser)


@pytest.fixture
def adding(_adding: Site) -> Iterator[Site]:
    """Yield a site that takes files; afterwards no page may have complained or called outside."""
    _adding.complaints.clear()
    yield _adding
    _adding.close()
    assert _adding.outgoing == []
    assert _adding.complaints == []


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the files of these tests."""
    made = tmp_path_factory.mktemp("tệp")
    for name, text in FILES.items():
        (made / name).write_text(text, encoding="utf-8")
    return made


def opened(site: Site, **options: object) -> Page:
    page = site.page(**options)
    page.goto(site.address("/add"))
    return page


def outcomes(page: Page) -> dict[str, str]:
    """Return what became of each file, as a person reads it."""
    rows = page.locator(".results > li")
    return {
        row.locator(".file").inner_text(): row.locator(".what").inner_text().strip()
        for row in rows.all()
    }


def test_several_files_are_sent_at_once_and_each_is_told(adding: Site, folder: Path) -> None:
    page = opened(adding)
    page.set_input_files("#tep", [folder / name for name in OUTCOMES])
    page.click("text=Thêm vào thư viện")
    page.wait_for_selector("#bao:not(:empty)")
    assert outcomes(page) == OUTCOMES
    assert page.inner_text("#bao") == "Xong 5 tệp: 2 đã vào thư viện, 3 chưa."
    assert "không lưu lại gì" in page.inner_text(".results li:has-text('mật.txt')")
    first = page.locator(".results li", has_text="một.txt")
    assert "Chất lượng đọc: tốt" in first.inner_text()
    assert "90-KH/TU" in first.locator("dl").inner_text()
    assert page.evaluate("window.broken") is None
    first.locator(".name a").click()
    assert "90-KH/TU" in page.inner_text("h1")


def test_the_files_chosen_are_named_in_vietnamese_before_they_are_sent(
    adding: Site, folder: Path
) -> None:
    page = opened(adding)
    assert page.inner_text("#da-chon") == "Chưa chọn tệp nào."
    page.click("text=Thêm vào thư viện")
    expect(page.locator("#bao")).to_have_text("Hãy chọn tệp trước.")
    assert page.evaluate("document.activeElement.id") == "tep"
    page.set_input_files("#tep", [folder / "một.txt", folder / "to.txt"])
    assert page.inner_text("#da-chon") == "Đã chọn 2 tệp: một.txt; to.txt"


def test_a_document_with_a_handling_mark_is_added_after_a_yes(adding: Site, folder: Path) -> None:
    page = opened(adding)
    page.set_input_files("#tep", folder / "nội bộ.txt")
    page.click("text=Thêm vào thư viện")
    asked = page.locator(".results li[data-outcome=asks]")
    expect(asked).to_contain_text("“Lưu hành nội bộ”")
    assert asked.locator("input[type=file]").count() == 0  # it is at hand
    page.click("text=Tôi được phép và đồng ý thêm")
    expect(page.locator(".results li[data-outcome=added]")).to_contain_text("94-KH/TU")
    assert page.evaluate("document.activeElement.matches('.results li')")


def test_a_file_that_is_too_large_is_not_even_sent(adding: Site, folder: Path) -> None:
    page = opened(adding)
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.method))
    page.set_input_files("#tep", folder / "to.txt")
    page.click("text=Thêm vào thư viện")
    expect(page.locator(".results .bad")).to_contain_text("Tệp quá lớn nên chưa gửi")
    assert "POST" not in sent


def test_files_can_be_dropped_and_wait_for_the_button(adding: Site) -> None:
    page = opened(adding)
    page.evaluate(
        """text => {
          const carried = new DataTransfer();
          carried.items.add(new File([text], "thả.txt"));
          document.querySelector("form.drop").dispatchEvent(
            new DragEvent("drop", { dataTransfer: carried, bubbles: true, cancelable: true }));
        }""",
        PLAN.replace("45-KH/TU", "95-KH/TU"),
    )
    assert page.locator(".results > li").count() == 0
    assert page.evaluate("document.activeElement.textContent") == "Thêm vào thư viện"
    page.keyboard.press("Enter")
    expect(page.locator(".results li[data-outcome=added]")).to_contain_text("95-KH/TU")


def test_without_a_script_the_form_and_the_yes_work_too(adding: Site, folder: Path) -> None:
    page = opened(adding, java_script_enabled=False)
    page.set_input_files("#tep", [folder / name for name in OUTCOMES if name != "một.txt"])
    page.click("text=Thêm vào thư viện")
    page.wait_for_selector(".results > li")
    assert outcomes(page).keys() == OUTCOMES.keys() - {"một.txt"}
    marked = PLAN.replace("45-KH/TU", "96-KH/TU")
    (folder / "dự thảo.txt").write_text(f"DỰ THẢO\n{marked}", encoding="utf-8")
    page.set_input_files("#tep", folder / "dự thảo.txt")
    page.click("text=Thêm vào thư viện")
    page.wait_for_selector(".confirm")
    page.set_input_files(".confirm input[type=file]", folder / "dự thảo.txt")
    page.click("text=Tôi được phép và đồng ý thêm")
    page.wait_for_selector("[data-outcome=added]")
    assert outcomes(page) == {"dự thảo.txt": "Đã thêm"}


def test_without_a_script_a_file_that_is_too_large_is_answered_with_a_page(
    adding: Site, folder: Path
) -> None:
    page = opened(adding, java_script_enabled=False)
    page.set_input_files("#tep", folder / "to.txt")
    page.click("text=Thêm vào thư viện")
    page.wait_for_selector("text=Tệp vượt giới hạn 0.2 MB")
    adding.complaints[:] = [said for said in adding.complaints if "413" not in said]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_and_its_results_have_no_serious_fault_of_accessibility(
    adding: Site, folder: Path, scheme: str
) -> None:
    page = opened(adding, color_scheme=scheme, bypass_csp=True, width=320)
    page.set_input_files("#tep", [folder / name for name in FILES])
    page.click("text=Thêm vào thư viện")
    page.wait_for_selector("#bao:not(:empty)")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    faults = Axe().run(page).response["violations"]
    assert [fault["id"] for fault in faults if fault["impact"] in {"serious", "critical"}] == []


def test_where_files_are_not_taken_the_page_says_how_to_add_them(site: Site) -> None:
    page = site.page()
    page.goto(site.address("/"))
    page.click("nav >> text=Thêm văn bản")
    assert "tracuu add" in page.inner_text("main")
    assert page.locator("form").count() == 0


def test_a_file_is_chosen_and_sent_without_script_by_a_button_that_speaks_vietnamese(
    adding: Site,
) -> None:
    page = adding.page(java_script_enabled=False)
    page.goto(adding.address("/add"))
    assert page.locator(".not-yet").is_visible()
    with page.expect_file_chooser() as coming:
        page.click("text=Chọn một hoặc nhiều tệp")
    coming.value.set_files([{"name": "x.txt", "mimeType": "text/plain", "buffer": b"\x00"}])
    assert page.locator(".chosen").is_visible()
    assert not page.locator(".not-yet").is_visible()
    page.click("form.drop button")
    assert page.locator(".results .file").inner_text() == "x.txt"
