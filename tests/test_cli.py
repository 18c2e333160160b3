"""The command line: the same answers as the service, errors in one line, exit codes that tell."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import TYPE_CHECKING

import pytest
from known_ids import KH180
from papers import PLAN
from shared import CORPUS

from api.cli import run
from api.cli_words import EXIT_CODES, in_vietnamese, translated
from api.settings import Settings
from ingest.errors import LibraryLockedError, TracuuError, UnknownDocumentError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from service import Service

    Run = Callable[..., tuple[int, str, str]]

pytest_plugins = ("service",)

REPORT = "Báo cáo kết quả quán triệt, tuyên truyền Nghị quyết số 57-NQ/TW trước ngày nào?"
COMMANDS = (
    *("add", "remove", "documents", "search", "ask", "facts", "compare", "read"),
    *("corpus", "reindex", "check", "serve"),
)


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Return settings of a library that holds the shipped plan and the made-up one."""
    home = tmp_path_factory.mktemp("thư viện")
    made = Settings(data=home / "data", offline=True)
    (home / "45-KH-TU.txt").write_text(PLAN, encoding="utf-8")
    shipped = CORPUS / "180-KH-TU.txt"
    assert run(["add", str(shipped), str(home / "45-KH-TU.txt")], made) == 0
    return made


@pytest.fixture
def tracuu(settings: Settings, capsys: pytest.CaptureFixture[str]) -> Run:
    """Return a function that runs a command: exit code, output, errors."""

    def call(*arguments: str) -> tuple[int, str, str]:
        code = run(list(arguments), settings)
        out, err = capsys.readouterr()
        return code, out, err

    capsys.readouterr()
    return call


def test_help_is_in_vietnamese_and_names_every_command(tracuu: Run) -> None:
    code, out, _ = tracuu("--help")
    assert code == 0
    for command in COMMANDS:
        assert re.search(rf"^  {command}\s+\w", out, re.MULTILINE), command
    assert "Mã thoát" in out


@pytest.mark.parametrize("command", [*COMMANDS, "corpus sync"])
def test_no_help_has_an_english_heading(tracuu: Run, command: str) -> None:
    code, out, _ = tracuu(*command.split(), "--help")
    assert code == 0
    assert not re.search(r"Usage|Options|Arguments|Commands|Show this|required\]|default:", out)
    assert "Cách gọi: tracuu" in out


def test_the_version_is_that_of_the_package(tracuu: Run) -> None:
    code, out, _ = tracuu("--version")
    assert code == 0
    assert re.fullmatch(r"tracuu \d+\.\d+\.\d+\n", out)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), None),
        (("nothing",), "Không có lệnh “nothing”"),
        (("ask",), "Thiếu đối số CÂU HỎI"),
        (("ask", "x", "--bad"), "Không có tuỳ chọn --bad"),
        (("ask", "x", "--limit", "900"), "--limit: không được quá 100"),
        (("ask", "x", "--limit", "0"), "--limit: phải từ 1"),
        (("ask", "x", "--limit", "a"), "--limit: phải là số nguyên"),
        (("ask", "x", "--limit"), "Tuỳ chọn --limit cần một giá trị"),
        (("search", "x", "--from", "hôm qua"), "--from: “hôm qua” phải có dạng 2025-02-18"),
        (("read", "không-có"), "TỆP: không có tệp “không-có”"),
        (("read", str(CORPUS)), "là thư mục, cần một tệp"),
        (("read", str(CORPUS / "180-KH-TU.txt"), "--format", "x"), "“x” phải là một trong"),
        (("documents", "a", "b"), "Thừa đối số: b"),
        (("documents", "--text"), "hãy chọn một văn bản"),
        (("documents", KH180, "--text", "--health"), "một trong --outline, --text, --health"),
    ],
)
def test_a_wrong_call_is_2_and_says_why(
    tracuu: Run, arguments: tuple[str, ...], said: str | None
) -> None:
    code, out, err = tracuu(*arguments)
    assert code == 2
    if said is not None:
        assert said in err
        assert out == ""


def test_a_mistake_without_translation_is_still_shown() -> None:
    assert in_vietnamese("Something new") == "Gọi lệnh chưa đúng: Something new"
    assert translated("Options:\n  --x") == "Tuỳ chọn:\n  --x"


@pytest.mark.parametrize(
    ("error", "code"),
    [(UnknownDocumentError("x"), 3), (LibraryLockedError("x"), 4), (TracuuError("x"), 1)],
)
def test_each_kind_of_error_has_its_exit_code(error: TracuuError, code: int) -> None:
    assert next(number for kind, number in EXIT_CODES if isinstance(error, kind)) == code


def test_an_answer_comes_with_its_place_and_words(tracuu: Run) -> None:
    code, out, err = tracuu("ask", REPORT)
    assert code == 0
    assert "10/5/2025" in out
    assert "[1] khoản 4, mục III, Kế hoạch số 180-KH/TU" in out
    assert "“Báo cáo kết quả" in out
    assert err == ""


def test_words_need_no_quotation_marks(tracuu: Run) -> None:
    assert tracuu("ask", *REPORT.split())[1] == tracuu("ask", REPORT)[1]


@pytest.mark.parametrize("question", [REPORT, "Giá vé tàu ở Paris?", "Nghị quyết 57 nói gì?"])
def test_ask_json_is_what_the_service_returns(tracuu: Run, service: Service, question: str) -> None:
    _, out, _ = tracuu("ask", question, "--json")
    shown = json.loads(out)
    answered = service.client.post("/v1/ask", json={"question": question}).json()
    assert list(shown) == list(answered)
    for changing in ("took_ms", "index", "nearest"):  # the libraries' models differ
        shown.pop(changing)
        answered.pop(changing)
    assert shown == answered


def test_a_refusal_is_a_result(tracuu: Run) -> None:
    code, out, _ = tracuu("ask", "Giá vé tàu điện ngầm ở Paris là bao nhiêu?")
    assert code == 0
    assert "Không tìm thấy" in out


@pytest.mark.parametrize("words", ["", "   ", "x" * 2_001])
def test_a_question_must_have_a_length(tracuu: Run, words: str) -> None:
    for command in ("ask", "search"):
        code, out, err = tracuu(command, words)
        assert code == 1
        assert out == ""
        assert err.strip()


def test_search_shows_places_and_takes_filters(tracuu: Run) -> None:
    code, out, _ = tracuu("search", "chuyên mục", "-d", "45-KH/TU", "-n", "2")
    assert code == 0
    assert "45-KH/TU" in out
    assert "180-KH/TU" not in out
    _, out, err = tracuu("search", "chuyên mục", "--type", "Nghị quyết")
    assert out == ""
    assert "Không có đoạn nào" in err
    _, out, _ = tracuu("search", "chuyên mục", "--from", "2026-01-01", "--json")
    assert {hit["document"]["symbol"] for hit in json.loads(out)["hits"]} == {"45-KH/TU"}


def test_documents_are_listed_held_and_known(tracuu: Run) -> None:
    _, out, _ = tracuu("documents")
    assert re.search(rf"^{KH180}\s+Kế hoạch số 180-KH/TU", out, re.MULTILINE)
    assert re.search(r"^57-nq-tw-2024-12-22 .*chưa có toàn văn", out, re.MULTILINE)
    _, out, _ = tracuu("documents", "--json")
    assert sum(row["held"] for row in json.loads(out)) == 2


def test_a_document_is_shown_from_every_side(tracuu: Run) -> None:
    _, head, _ = tracuu("documents", "KH180")
    assert "Quan hệ: thực hiện: 57-NQ/TW" in head
    _, text, _ = tracuu("documents", "KH180", "--text")
    assert "TỔ CHỨC THỰC HIỆN" in text
    _, outline, _ = tracuu("documents", "KH180", "--outline")
    assert "  khoản 4, mục III: " in outline
    _, health, _ = tracuu("documents", "KH180", "--health")
    assert health.startswith("Chất lượng đọc: ")
    _, told, _ = tracuu("documents", "KH180", "--json")
    assert json.loads(told)["info"]["id"] == KH180
    _, tree, _ = tracuu("documents", "KH180", "--outline", "--json")
    assert [section["path"] for section in json.loads(tree)] == [["I"], ["II"], ["III"]]


@pytest.mark.parametrize("command", ["documents", "remove"])
@pytest.mark.parametrize(
    ("written", "said"), [("NQ57", "chưa có toàn văn"), ("999-NQ/TW", "Không có văn bản nào")]
)
def test_a_document_that_is_not_there_is_3(
    tracuu: Run, command: str, written: str, said: str
) -> None:
    code, out, err = tracuu(command, written)
    assert code == 3
    assert out == ""
    assert said in err


def test_facts_are_listed_and_written(tracuu: Run, tmp_path: Path) -> None:
    _, out, _ = tracuu("facts", "--kind", "deadline", "-d", KH180)
    assert "Thời hạn: " in out
    assert "[trước ngày 10/5/2025]" in out
    _, out, _ = tracuu("facts", "--format", "json", "--due-from", "2025-05-01")
    total = json.loads(out)["total"]
    assert total > 0
    path = tmp_path / "sổ.csv"  # the name says the form
    code, out, err = tracuu("facts", "--due-from", "2025-05-01", "-o", str(path))
    assert (code, out) == (0, "")
    assert str(total) in err
    rows = list(csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"))))
    assert len(rows) == total + 1
    assert tracuu("facts", "-o", str(tmp_path / "x.doc"))[0] == 1
    assert "Không có dòng nào" in tracuu("facts", "--owner", "không ai")[2]


def test_a_file_is_read_without_being_added(tracuu: Run, tmp_path: Path) -> None:
    path = tmp_path / "46.txt"
    path.write_text(PLAN.replace("45-KH/TU", "46-KH/TU"), encoding="utf-8")
    _, out, _ = tracuu("read", str(path), "--format", "json")
    document = json.loads(out)
    assert document["info"]["symbol"] == "46-KH/TU"
    assert set(document) == {
        *("info", "text", "pages", "sections", "passages", "facts", "references", "health"),
    }
    for passage in document["passages"]:
        span = passage["span"]
        assert document["text"][span["start"] : span["end"]] == passage["text"]
    assert "mục I: MỤC TIÊU" in tracuu("read", str(path), "--format", "outline")[1]
    assert "46-KH/TU" in tracuu("read", str(path))[1]
    assert tracuu("documents", "46-KH/TU")[0] == 3


def test_check_finds_a_sound_library(tracuu: Run) -> None:
    code, out, _ = tracuu("check")
    assert code == 0
    assert "đều tốt" in out
    assert json.loads(tracuu("check", "--json")[1]) == []


def test_sync_from_a_folder_reports_every_known_document(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made = Settings(data=tmp_path / "data")
    code = run(["corpus", "sync", "--from", str(CORPUS)], made)
    out, err = capsys.readouterr()
    assert code == 1  # three stay missing
    assert re.search(rf"^đã thêm\s+{KH180}", out, re.MULTILINE)
    assert "57-nq-tw-2024-12-22" in out
    assert err.count("Chưa có toàn văn") == 3
    run(["corpus", "sync", "--from", str(CORPUS), "--json"], made)
    outcomes = [attempt["outcome"] for attempt in json.loads(capsys.readouterr().out)]
    assert outcomes == ["failed"] * 3


def test_remove_and_reindex(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made = Settings(data=tmp_path)
    assert run(["add", str(CORPUS / "180-KH-TU.txt")], made) == 0
    assert run(["reindex"], made) == 0
    assert run(["remove", "180-KH/TU"], made) == 0
    assert run(["documents", KH180], made) == 3
    assert "Đã đưa ra khỏi thư viện" in capsys.readouterr().err
