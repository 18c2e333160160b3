"""The study pack over HTTP and on the command line."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING

import docx
import pytest
from known_ids import KH180, NQ57
from shared import CORPUS

from api.cli import run
from api.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

    from service import Service

pytest_plugins = ("service",)

FORMS = {
    "docx": b"PK",
    "pptx": b"PK",
    "html": b"<!DOCTYPE html>",
    "json": b"{",
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    ("edition", "reader"), [("participant", "hoc-vien"), ("trainer", "giang-vien")]
)
def test_a_pack_is_a_file_with_its_name(
    service: Service, form: str, edition: str, reader: str
) -> None:
    asked = {"format": form, "edition": edition}
    answer = service.client.get(f"/v1/documents/{KH180}/study-pack", params=asked)
    assert answer.status_code == 200
    assert answer.content.startswith(FORMS[form])
    name = f"tai-lieu-{KH180}-{reader}.{form}"
    assert answer.headers["content-disposition"] == (
        f"attachment; filename=\"{name}\"; filename*=UTF-8''{name}"
    )


def test_word_for_participants_is_what_is_given_unasked(service: Service) -> None:
    answer = service.client.get("/v1/documents/180-KH/TU/study-pack")
    words = "\n".join(p.text for p in docx.Document(io.BytesIO(answer.content)).paragraphs)
    assert "(Bản dành cho học viên)" in words
    assert "Đáp án" not in words


def test_a_pack_names_the_related_documents(service: Service) -> None:
    address = f"/v1/documents/{KH180}/study-pack"
    value = service.client.get(address, params={"format": "json"}).json()
    related = {row["official"].split(",")[0]: row["kind"] for row in value["relations"]}
    assert related["Nghị quyết số 57-NQ/TW"] == "văn bản này thực hiện"
    assert related["Hướng dẫn số 186-HD/BTGTW"] == "văn bản này thực hiện"
    assert all(row["sources"] for row in value["relations"])


@pytest.mark.parametrize(
    ("address", "status", "kind"),
    [
        (f"/v1/documents/{NQ57}/study-pack", 404, "khong-co-van-ban"),
        ("/v1/documents/9999-NQ/TW/study-pack", 404, "khong-co-van-ban"),
        ("/v1/documents/18-NQ/TW/study-pack", 300, "Chưa rõ văn bản nào"),
        (f"/v1/documents/{KH180}/study-pack?format=pdf", 422, "sai-tham-so"),
        (f"/v1/documents/{KH180}/study-pack?edition=teacher", 422, "sai-tham-so"),
    ],
)
def test_what_cannot_be_given_is_a_problem_in_vietnamese(
    service: Service, address: str, status: int, kind: str
) -> None:
    answer = service.client.get(address)
    assert answer.status_code == status
    assert kind in answer.text
    if status != 300:
        assert answer.headers["content-type"].startswith("application/problem+json")


@pytest.fixture
def held(tmp_path: Path) -> Settings:
    settings = Settings(data=tmp_path / "data", offline=True)
    assert run(["add", str(CORPUS / "180-KH-TU.txt")], settings) == 0
    return settings


def test_the_command_writes_the_form_that_the_name_tells(
    held: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for form, opening in FORMS.items():
        out = tmp_path / f"tài liệu.{form}"
        assert run(["study-pack", "kh180", "-o", str(out)], held) == 0
        assert out.read_bytes().startswith(opening)
    assert "mọi dòng đã được đối chiếu" in capsys.readouterr().err


def test_the_command_writes_the_trainers_edition(held: Settings, tmp_path: Path) -> None:
    out = tmp_path / "pack"
    asked = ["study-pack", KH180, "--format", "json", "--edition", "trainer", "-o", str(out)]
    assert run(asked, held) == 0
    value = json.loads(out.read_bytes())
    assert value["edition"] == "trainer"
    assert all(question["sources"] for question in value["questions"])


@pytest.mark.parametrize(
    ("asked", "code", "said"),
    [
        (["study-pack", "kh180", "-o", "x.pdf"], 1, "đuôi .docx"),
        (["study-pack", "kh180"], 2, "-o"),
        (["study-pack", "57-NQ/TW", "-o", "x.docx"], 3, "chưa có toàn văn"),
        (["study-pack", "kh180", "-o", "khong/co/x.docx"], 1, "Không ghi được tệp"),
    ],
)
def test_a_wrong_call_says_what_to_do(
    held: Settings, capsys: pytest.CaptureFixture[str], asked: list[str], code: int, said: str
) -> None:
    assert run(asked, held) == code
    assert said in capsys.readouterr().err
