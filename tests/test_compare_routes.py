"""Two documents side by side: what the first sets, and the words of the second that answer it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from fakes import HashingEmbedder
from known_ids import KH180, NQ57
from papers import PLAN
from shared import CORPUS
from starlette.testclient import TestClient

from api.app import create_app
from api.cli import run
from api.settings import Settings
from index.library import Library
from ingest.read import read_document

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from service import Service

pytest_plugins = ("service",)

RESOLUTION = """TỈNH ỦY AN BIÊN
*
Số 12-NQ/TU
ĐẢNG CỘNG SẢN VIỆT NAM
An Biên, ngày 12 tháng 01 năm 2026
NGHỊ QUYẾT
về phát triển vận tải công cộng
I- MỤC TIÊU
Đến năm 2030, tỷ lệ người dân sử dụng xe buýt điện đạt tối thiểu 40%.
II- NHIỆM VỤ
1. Ủy ban nhân dân tỉnh xây dựng trạm sạc xe buýt điện tại các bến đỗ trung tâm huyện.
2. Sở Tài chính lập quỹ hỗ trợ lãi suất cho hợp tác xã vận tải mua sắm phương tiện mới.
Nơi nhận:
- Các huyện ủy.
T/M TỈNH ỦY
BÍ THƯ
Trần Văn Minh
"""
ANSWERING_PLAN = """TỈNH ỦY AN BIÊN
*
Số 88-KH/TU
ĐẢNG CỘNG SẢN VIỆT NAM
An Biên, ngày 20 tháng 3 năm 2026
KẾ HOẠCH
thực hiện Nghị quyết số 12-NQ/TU
I- MỤC ĐÍCH
Thống nhất nhận thức trong toàn Đảng bộ.
II- TỔ CHỨC THỰC HIỆN
1. Đảng ủy Ủy ban nhân dân tỉnh chỉ đạo xây dựng trạm sạc xe buýt điện tại các bến đỗ trung tâm \
huyện trước ngày 30/9/2026.
2. Báo An Biên mở chuyên mục giới thiệu điển hình tiên tiến.
Nơi nhận:
- Các huyện ủy.
T/M BAN THƯỜNG VỤ
PHÓ BÍ THƯ
Lê Thị Hoa
"""
FIRST, SECOND = "12-NQ/TU", "88-KH/TU"


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """Yield a service that holds a resolution and the plan that carries part of it out."""
    data = tmp_path_factory.mktemp("library")
    papers = [text.encode() for text in (RESOLUTION, ANSWERING_PLAN)]
    with Library.open(data, HashingEmbedder) as library:
        library.put([(read_document(paper, "t.txt"), paper) for paper in papers])
        yield TestClient(create_app(Settings(data=data), library=library))


@pytest.fixture(scope="module")
def body(client: TestClient) -> dict[str, object]:
    """Return the plan held against the resolution."""
    answer = client.get("/v1/compare", params={"from": FIRST, "to": SECOND})
    assert answer.status_code == 200
    found: dict[str, object] = answer.json()
    return found


def _pair(body: dict[str, object], words: str) -> dict[str, object]:
    pairs = body["pairs"]
    assert isinstance(pairs, list)
    (found,) = [pair for pair in pairs if words in pair["source"]["quote"]]
    assert isinstance(found, dict)
    return found


def test_every_goal_and_task_of_the_first_is_shown_in_its_order(body: dict[str, object]) -> None:
    pairs = body["pairs"]
    assert isinstance(pairs, list)
    assert [pair["kind"] for pair in pairs] == ["goal", "task", "task"]
    starts = [pair["source"]["start"] for pair in pairs]
    assert starts == sorted(starts)
    assert body["total"] == len(pairs) == 3
    assert body["carried_out"] == sum(pair["match"] is not None for pair in pairs)


def test_a_task_that_is_carried_out_comes_with_both_places(body: dict[str, object]) -> None:
    pair = _pair(body, "trạm sạc")
    source, match = pair["source"], pair["match"]
    assert isinstance(source, dict)
    assert isinstance(match, dict)
    assert source["official"].startswith("khoản 1, mục II, Nghị quyết số 12-NQ/TU, ngày 12/01/2026")
    assert match["official"].startswith("khoản 1, mục II, Kế hoạch số 88-KH/TU, ngày 20/3/2026")
    assert "trước ngày 30/9/2026" in match["quote"]


@pytest.mark.parametrize("words", ["40%", "quỹ hỗ trợ lãi suất"])
def test_what_the_second_does_not_speak_of_has_no_match(
    body: dict[str, object], words: str
) -> None:
    assert _pair(body, words)["match"] is None


def test_every_quote_is_a_slice_of_its_document(
    client: TestClient, body: dict[str, object]
) -> None:
    pairs = body["pairs"]
    assert isinstance(pairs, list)
    for citation in (c for pair in pairs for c in (pair["source"], pair["match"]) if c):
        text = client.get(f"/v1/documents/{citation['document']['id']}/text").text
        assert text[citation["start"] : citation["end"]] == citation["quote"]


def test_the_documents_compared_are_named(body: dict[str, object]) -> None:
    first, second = body["from"], body["to"]
    assert isinstance(first, dict)
    assert isinstance(second, dict)
    assert (first["symbol"], second["symbol"]) == (FIRST, SECOND)


def test_the_direction_matters(client: TestClient) -> None:
    back = client.get("/v1/compare", params={"from": SECOND, "to": FIRST}).json()
    assert back["from"]["symbol"] == SECOND
    assert {p["source"]["document"]["symbol"] for p in back["pairs"]} == {SECOND}


@pytest.mark.parametrize(("first", "second"), [("kh180", "KH 180"), (KH180, "180-KH/TU")])
def test_a_document_is_not_held_against_itself(service: Service, first: str, second: str) -> None:
    answer = service.client.get("/v1/compare", params={"from": first, "to": second})
    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"
    assert "cùng một văn bản" in answer.json()["detail"]


@pytest.mark.parametrize(
    ("first", "second", "status", "said"),
    [
        (NQ57, KH180, 404, "chưa có toàn văn"),
        (KH180, "NQ57", 404, "chưa có toàn văn"),
        ("9999-NQ/TW", KH180, 404, "Không có văn bản nào ứng với"),
        (KH180, "không phải số", 404, "Không có văn bản nào ứng với"),
        ("", KH180, 422, "errors"),
        ("x" * 201, KH180, 422, "errors"),
    ],
)
def test_a_document_that_cannot_be_compared_is_answered_as_elsewhere(
    service: Service, first: str, second: str, status: int, said: str
) -> None:
    answer = service.client.get("/v1/compare", params={"from": first, "to": second})
    assert answer.status_code == status
    assert said in answer.json()["detail"]


def test_a_missing_side_is_named(service: Service) -> None:
    errors = service.client.get("/v1/compare", params={"from": KH180}).json()["errors"]
    assert [(error["field"], error["detail"]) for error in errors] == [("to", "bắt buộc phải có")]


def test_a_number_that_several_documents_bear_is_300(tmp_path: Path) -> None:
    twin = PLAN.replace("ngày 05 tháng 3 năm 2026", "ngày 05 tháng 3 năm 2021")
    shipped = (CORPUS / "180-KH-TU.txt").read_bytes()
    papers = [shipped, PLAN.encode(), twin.encode()]
    with Library.open(tmp_path, HashingEmbedder) as library:
        library.put([(read_document(paper, "t.txt"), paper) for paper in papers])
        client = TestClient(create_app(Settings(data=tmp_path), library=library))
        answer = client.get("/v1/compare", params={"from": "180-KH/TU", "to": "45-KH/TU"})
    assert answer.status_code == 300
    assert len(answer.json()["choices"]) == 2


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Return settings of a library that holds the resolution and its plan."""
    home = tmp_path_factory.mktemp("đối chiếu")
    made = Settings(data=home / "data", offline=True)
    for name, text in (("nq.txt", RESOLUTION), ("kh.txt", ANSWERING_PLAN)):
        (home / name).write_text(text, encoding="utf-8")
    assert run(["add", str(home / "nq.txt"), str(home / "kh.txt")], made) == 0
    return made


def test_the_command_quotes_both_sides_or_says_that_there_is_none(
    settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert run(["compare", "nq 12", "kh 88"], settings) == 0
    out = capsys.readouterr().out
    lines = out.splitlines()
    task = next(i for i, line in enumerate(lines) if "khoản 1, mục II, Nghị quyết" in line)
    assert "xây dựng trạm sạc" in lines[task + 1]
    assert lines[task + 2].startswith("  → khoản 1, mục II, Kế hoạch số 88-KH/TU")
    assert "trước ngày 30/9/2026" in lines[task + 3]
    assert out.count("→ không có") == 2
    assert lines[-1].startswith(
        "12-NQ/TU đặt ra 3 mục tiêu, nhiệm vụ; 88-KH/TU có đoạn thực hiện 1"
    )


def test_the_command_prints_what_the_service_returns(
    settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert run(["compare", FIRST, SECOND, "--json"], settings) == 0
    printed = json.loads(capsys.readouterr().out)
    with TestClient(create_app(settings)) as client:
        answer = client.get("/v1/compare", params={"from": FIRST, "to": SECOND}).json()
    assert {**printed, "took_ms": 0} == {**answer, "took_ms": 0}


@pytest.mark.parametrize(
    "case",
    [
        (FIRST, FIRST, 1, "cùng một văn bản"),
        (FIRST, "NQ 57", 3, "chưa có toàn văn"),
        ("99-KL/TW", SECOND, 3, "Không có văn bản nào"),
    ],
)
def test_the_command_tells_what_it_cannot_compare(
    settings: Settings,
    capsys: pytest.CaptureFixture[str],
    case: tuple[str, str, int, str],
) -> None:
    first, second, code, said = case
    capsys.readouterr()
    assert run(["compare", first, second], settings) == code
    out, err = capsys.readouterr()
    assert out == ""
    assert said in err


def test_a_document_beside_itself_is_told_at_the_form(settings: Settings) -> None:
    with TestClient(create_app(settings)) as client:
        page = client.get(
            "/compare", params={"from": FIRST, "to": FIRST}, headers={"Accept": "text/html"}
        )
    assert page.status_code == 422
    assert "Hãy chọn hai văn bản khác nhau." in page.text
    assert page.text.count("selected") == 2
