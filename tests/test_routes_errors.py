"""What a person sees instead of a page that cannot be shown: what is known, and what to do."""

from __future__ import annotations

from html import unescape
from typing import TYPE_CHECKING

import pytest

from api.page_links import marked_url

if TYPE_CHECKING:
    from service import Service

pytest_plugins = ("service",)

ABSENT = "57-nq-tw-2024-12-22"


def test_the_page_of_a_missing_document_shows_its_digest_as_no_quotation(service: Service) -> None:
    response = service.client.get(f"/documents/{ABSENT}", headers={"Accept": "text/html"})
    digest = service.app.state.parts.digest(ABSENT)
    assert response.status_code == 404
    assert "không phải nguyên văn" in response.text
    assert all(line in unescape(response.text) for line in digest.text.split("\n"))


def test_what_is_cited_of_a_digest_is_marked_on_its_page(service: Service) -> None:
    asked = service.client.post("/v1/ask", json={"question": "Mục tiêu R&D của NQ 57 đến 2030?"})
    cited = asked.json()["citations"][0]
    assert cited["source"] == "digest"
    address = marked_url(ABSENT, cited["start"], cited["end"], cited["quote"])
    home = service.client.get("/", params={"q": "Mục tiêu R&D của NQ 57 đến 2030?"}).text
    page = service.client.get(address, headers={"Accept": "text/html"}).text
    assert address in unescape(home)
    assert f'<mark id="trich">{cited["quote"]}' in unescape(page)


def test_a_missing_document_without_a_digest_has_a_page_all_the_same(service: Service) -> None:
    absent = service.app.state.parts.shelf.not_held()
    bare = next(known.id for known in absent if not service.app.state.parts.digest(known.id))
    response = service.client.get(f"/documents/{bare}", headers={"Accept": "text/html"})
    assert response.status_code == 404
    assert "Bản tóm lược" not in response.text


@pytest.mark.parametrize("address", ["/documents/18-NQ%2FTW", "/facts?document=18-NQ%2FTW"])
def test_a_number_of_several_documents_is_answered_with_a_choice(
    service: Service, address: str
) -> None:
    response = service.client.get(address, headers={"Accept": "text/html"})
    assert response.status_code == 300
    assert "Hãy chọn văn bản cần mở" in response.text
    assert "theo mã" not in response.text
