"""The command line ``tracuu``: what can be said to it. The work is done in ``api.cli_*``.

Nothing heavy is imported here: a command imports its part when it runs, so that an answer
does not wait for a web server or a training library.
"""
# ruff: noqa: PLC0415, PLR0913 -- imports inside the commands are the point; options are parameters

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from typer import Argument, Context, Option

from api.cli_options import (
    AsJson,
    Day,
    Documents,
    FactForm,
    First,
    Kind,
    Limit,
    ReadForm,
    ReadPath,
    Replace,
    Second,
    ShowVersion,
    Written,
    Yes,
    date_of,
    day,
    settings_of,
)
from api.cli_pack import study_pack
from api.cli_words import CODES, INTERRUPTED, Command, Group, code_of, in_vietnamese
from api.terminal import tell
from ingest.errors import TracuuError

if TYPE_CHECKING:
    from api.settings import Settings

app = typer.Typer(
    name="tracuu",
    cls=Group,
    help=f"Tra cứu văn bản của Đảng: hỏi bằng tiếng Việt, trả lời kèm trích dẫn.\n\n{CODES}",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
corpus = typer.Typer(
    cls=Group,
    help="Các văn bản phát hành kèm và đã biết.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
app.add_typer(corpus, name="corpus")


@app.callback()
def start(*, _show: ShowVersion = False) -> None:
    """Stand before every command."""


@app.command(cls=Command)
def add(
    context: Context,
    paths: Annotated[list[Path], Argument(help="Tệp hoặc thư mục (đọc cả thư mục con).")],
    *,
    yes: Yes = False,
    replace: Replace = False,
    as_json: AsJson = False,
) -> int:
    """Thêm văn bản vào thư viện (TXT, MD, PDF, DOCX, HTML)."""
    from api.cli_add import add_paths
    from api.intake import Consent

    return add_paths(settings_of(context), paths, Consent(yes, replace), as_json=as_json)


@app.command(cls=Command)
def rejected(context: Context, *, as_json: AsJson = False) -> int:
    """Liệt kê các tệp chưa thêm được, lý do và nơi giữ bản gốc."""
    from api.cli_add import list_rejected

    return list_rejected(settings_of(context), as_json=as_json)


@app.command(cls=Command)
def remove(context: Context, written: Written) -> int:
    """Đưa một văn bản ra khỏi thư viện."""
    from api.cli_documents import remove_document

    return remove_document(settings_of(context), written)


@app.command(cls=Command)
def documents(
    context: Context,
    written: Annotated[
        str | None, Argument(metavar="[MÃ]", help="Mã hoặc số văn bản; bỏ trống: liệt kê.")
    ] = None,
    *,
    outline: Annotated[bool, Option("--outline", help="In cây đề mục.")] = False,
    text: Annotated[bool, Option("--text", help="In toàn văn chuẩn.")] = False,
    health: Annotated[bool, Option("--health", help="In chất lượng đọc.")] = False,
    history: Annotated[bool, Option("--history", help="In các bản đã giữ.")] = False,
    as_json: AsJson = False,
) -> int:
    """Liệt kê văn bản, hoặc xem một văn bản."""
    from api.cli_documents import list_documents, show_document

    views = {"outline": outline, "text": text, "health": health, "history": history}
    chosen = [name for name, asked in views.items() if asked]
    if len(chosen) > 1 or (chosen and written is None):
        raise typer.BadParameter(
            "hãy chọn một văn bản và một trong " + ", ".join(f"--{name}" for name in views)
        )
    if written is None:
        return list_documents(settings_of(context), as_json=as_json)
    view = chosen[0] if chosen else "head"
    return show_document(settings_of(context), written, view, as_json=as_json)


@app.command(cls=Command)
def search(
    context: Context,
    words: Annotated[list[str], Argument(metavar="TỪ...", help="Từ cần tìm.")],
    *,
    document: Documents = None,
    type_: Annotated[list[str] | None, Option("--type", help="Loại văn bản.")] = None,
    issuer: Annotated[list[str] | None, Option("--issuer", help="Cơ quan ban hành.")] = None,
    issued_from: Annotated[Day, day("--from", "Ban hành từ ngày.")] = None,
    issued_to: Annotated[Day, day("--to", "Ban hành đến ngày.")] = None,
    limit: Limit = 10,
    as_json: AsJson = False,
) -> int:
    """Tìm các đoạn gần nhất với lời hỏi."""
    from api.cli_answers import search_words
    from index.model import Filters, Query

    filters = Filters(
        documents=tuple(document or ()),
        types=tuple(type_ or ()),
        issuers=tuple(issuer or ()),
        issued_from=date_of(issued_from),
        issued_to=date_of(issued_to),
    )
    asked = Query(" ".join(words), filters, limit)
    return search_words(settings_of(context), asked, as_json=as_json)


@app.command(cls=Command)
def ask(
    context: Context,
    question: Annotated[list[str], Argument(metavar="CÂU HỎI...", help="Câu hỏi.")],
    *,
    document: Documents = None,
    limit: Limit = 5,
    as_json: AsJson = False,
) -> int:
    """Hỏi, và được trả lời bằng lời của văn bản kèm trích dẫn."""
    from api.cli_answers import ask_question

    asked = " ".join(question), tuple(document or ()), limit
    return ask_question(settings_of(context), asked, as_json=as_json)


@app.command(cls=Command)
def facts(
    context: Context,
    *,
    kind: Annotated[Kind | None, Option("--kind", help="Mục tiêu, nhiệm vụ, thời hạn.")] = None,
    document: Documents = None,
    owner: Annotated[str, Option("--owner", help="Cơ quan chủ trì.")] = "",
    due_from: Annotated[Day, day("--due-from", "Hạn từ ngày.")] = None,
    due_to: Annotated[Day, day("--due-to", "Hạn đến ngày.")] = None,
    q: Annotated[str, Option("--q", help="Từ có trong câu.")] = "",
    form: Annotated[FactForm | None, Option("--format", help="Dạng kết quả.")] = None,
    out: Annotated[Path | None, Option("-o", "--output", help="Ghi vào tệp này.")] = None,
) -> int:
    """Sổ theo dõi mục tiêu, nhiệm vụ, thời hạn."""
    from api.cli_facts import list_facts
    from api.facts_query import FactFilter

    asked = FactFilter(
        kind=kind.value if kind else None,
        documents=tuple(document or ()),
        owner=owner,
        due_from=date_of(due_from),
        due_to=date_of(due_to),
        words=q,
    )
    return list_facts(settings_of(context), asked, form.value if form else None, out)


@app.command(cls=Command)
def compare(context: Context, first: First, second: Second, *, as_json: AsJson = False) -> int:
    """Đối chiếu hai văn bản: mục tiêu, nhiệm vụ của TỪ được ĐẾN thực hiện ở đâu."""
    from api.cli_answers import compare_documents

    return compare_documents(settings_of(context), first, second, as_json=as_json)


@app.command(cls=Command)
def read(
    context: Context,
    path: ReadPath,
    *,
    form: Annotated[ReadForm, Option("--format", help="Dạng kết quả.")] = ReadForm.text,
    yes: Yes = False,
) -> int:
    """Đọc một tệp mà không thêm vào thư viện."""
    from api.cli_documents import read_file

    return read_file(settings_of(context), path, form.value, confirmed=yes)


@corpus.command("sync", cls=Command)
def corpus_sync(
    context: Context,
    *,
    folder: Annotated[
        Path | None,
        Option("--from", help="Lấy tệp từ thư mục này thay vì tải về.", exists=True),
    ] = None,
    as_json: AsJson = False,
) -> int:
    """Lấy toàn văn các văn bản đã biết nhưng chưa có."""
    from api.cli_care import sync_corpus

    return sync_corpus(settings_of(context), folder, as_json=as_json)


@app.command(cls=Command)
def reindex(context: Context) -> int:
    """Lập lại mọi chỉ mục bằng mô hình hiện dùng."""
    from api.cli_care import reindex_library

    return reindex_library(settings_of(context))


@app.command(cls=Command)
def check(
    context: Context,
    *,
    repair: Annotated[bool, Option("--repair/--no-repair", help="Sửa chỉ mục hỏng.")] = True,
    as_json: AsJson = False,
) -> int:
    """Kiểm tra thư viện và chỉ mục; sửa chỉ mục hỏng."""
    from api.cli_care import check_library

    return check_library(settings_of(context), repair=repair, as_json=as_json)


@app.command(cls=Command)
def serve(
    context: Context,
    *,
    host: Annotated[str | None, Option("--host", help="Địa chỉ lắng nghe.")] = None,
    port: Annotated[int | None, Option("--port", min=0, max=65535, help="Cổng.")] = None,
) -> int:
    """Chạy máy chủ; lần đầu tự lập thư viện từ các văn bản phát hành kèm."""
    from api.cli_serve import serve_forever

    return serve_forever(settings_of(context), host, port)


app.command("study-pack", cls=Command)(study_pack)


def run(arguments: list[str] | None = None, settings: "Settings | None" = None) -> int:
    """Run one command and return its exit code; every foreseen error is one line."""
    try:
        code = app(arguments, prog_name="tracuu", standalone_mode=False, obj=settings)
    except typer.TyperException as error:
        tell(in_vietnamese(error.format_message()))
        tell("Xem hướng dẫn: tracuu --help")
        return error.exit_code
    except TracuuError as error:
        tell(str(error))
        return code_of(error)
    except (KeyboardInterrupt, typer.Abort):
        tell("Đã ngắt.")
        return INTERRUPTED
    return int(code or 0)


def main() -> None:
    """Run the command line and leave with its exit code."""
    sys.exit(run())


if __name__ == "__main__":
    main()
