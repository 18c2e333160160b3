"""``tracuu add``: files are read in processes apart and put into the library in batches.

What is added stays added: a batch that is killed goes on where it stopped when the same command
is given again, because files already held are known by their digests.
"""

from __future__ import annotations

from collections import Counter
from contextlib import ExitStack, contextmanager
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, Final

from api.batch import HEAVY, NOTHING_NEW, Orders, Taken, Told, read_ahead, sorted_out
from api.intake import Consent, Intake, Refusal, reading_pool
from api.terminal import printable, progress, say, say_json, tell
from api.wiring import open_library
from index.rejected import Rejected
from ingest.header import official_name
from ingest.health import VERDICTS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from api.intake import Recognising
    from api.settings import Settings
    from api.terminal import Bar
    from index.library import Library
    from ingest.codec import Json

BATCH: Final = 32  # documents in one generation: few enough to lose little, many enough to be fast
BATCH_SHARE: Final = 25  # of a large library, where a generation costs more: one in so many
FEW: Final = 12  # files for which it does not pay to load every reader
MARKS: Final = {
    "added": "thêm",
    "held": "đã có",
    "skipped": "bỏ qua",
    "refused": "từ chối",
    "failed": "lỗi",
}
RESUMED: Final = "đọc tiếp"
# what lies beside documents in a folder and is none; a file named outright is always read
BESIDE: Final = frozenset({".toml", ".json", ".jsonl", ".yaml", ".yml", ".ini", ".py", ".db"})


def add_paths(settings: Settings, paths: Sequence[Path], consent: Consent, *, as_json: bool) -> int:
    """Add every file; return 0 if each is in the library afterwards, 1 if any is not."""
    found = dict.fromkeys(_files(paths, settings.data.absolute()))
    beside = [path for path in found if path.suffix.lower() in BESIDE and path not in paths]
    files = [path for path in found if path not in set(beside)]
    insisted = frozenset(paths if consent.poorer else ())
    orders = Orders(settings, consent, insisted)
    told = [Told(str(path), "skipped", "không phải văn bản") for path in beside]
    many = len(files) > FEW
    with reading_pool(settings, workers=settings.workers if many else 1, many=many) as pool:
        if files:
            pool.start()  # loads while the library opens
        with open_library(settings) as library, _bulk(library, many=many):
            intake = Intake(settings.data, pool.read)
            steps = chain(told, add_files(library, intake, files, orders))
            told = list(steps if as_json else _shown(steps))
    if as_json:
        say_json([_as_json(one) for one in told])
    for line in _summary(told):
        tell(line)
    bad = any(one.outcome in {"refused", "failed"} for one in told)
    return 1 if bad or not told else 0


def list_rejected(settings: Settings, *, as_json: bool) -> int:
    """Print the files that were refused and are kept or noted, with their reasons."""
    files = Rejected(settings.data / "rejected").files()
    if as_json:
        say_json([
            {"sha256": f.sha256, "size": f.size, "source": f.source, "reason": f.reason,
             "refused_at": f.refused_at, "kept": f.kept}
            for f in files
        ])  # fmt: skip
        return 0
    for file in files:
        name = file.source or "(không ghi tên: chưa kiểm tra được dấu mật)"
        say(f"{file.refused_at[:10]}  {file.sha256[:16]}  {file.size:>10}  {name}")
        say(f"            {file.reason}")
        if file.kept:
            say(f"            {settings.data / 'rejected' / file.sha256}")
    if not files:
        say("Không có tệp nào bị từ chối.")
    return 0


def _as_json(told: Told) -> Json:
    return {
        "path": told.path,
        "outcome": told.outcome,
        "message": told.message,
        "id": told.document_id,
        "verdict": told.verdict or None,
    }


def _summary(told: Sequence[Told]) -> Iterator[str]:
    """Yield how well the added files were read, and what became of all."""
    outcomes = Counter(one.outcome for one in told)
    verdicts = Counter(one.verdict for one in told if one.verdict)
    if verdicts:
        yield "Chất lượng đọc: " + ", ".join(f"{v} {verdicts[v]}" for v in VERDICTS) + "."
    if outcomes["refused"] + outcomes["failed"]:
        yield "Xem các tệp chưa thêm được: tracuu rejected."
    yield "Tổng cộng: " + ", ".join(f"{n} {outcomes[k]}" for k, n in MARKS.items()) + "."


def _files(paths: Sequence[Path], own: Path) -> Iterator[Path]:
    """Yield the files named and those below the folders named.

    Hidden files are left out, and what lies in our ``own`` folder: refused files are kept there.
    """
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        inside = sorted(p for p in path.rglob("*") if p.is_file() and own not in _above(p))
        yield from (p for p in inside if not any(s.startswith(".") for s in _below(path, p)))


def _above(path: Path) -> Sequence[Path]:
    return path.absolute().parents


def _below(folder: Path, path: Path) -> tuple[str, ...]:
    return path.relative_to(folder).parts


@contextmanager
def _bulk(library: Library, *, many: bool) -> Iterator[None]:
    """Put many files more quickly; what is made up for at the end has a bar of its own."""
    if not many:
        yield
        return
    with ExitStack() as bars:
        shown: list[Callable[[int], None]] = []

        def progressed(done: int, total: int) -> None:
            if not shown:
                shown.append(bars.enter_context(progress("Lập chỉ mục vectơ", total)))
            shown[0](done)

        with library.bulk(progressed):
            yield


class _Putting:
    """Puts what was read into the library, a generation at a time, in the order of the files."""

    def __init__(self, library: Library, intake: Intake, orders: Orders) -> None:
        self._library = library
        self._intake = intake
        self._orders = orders
        self._waiting: list[Taken] = []
        self._held = library.state().documents

    def room(self) -> int:
        """Return how many files make one generation by now."""
        return max(BATCH, self._held // BATCH_SHARE)

    def take(self, taken: Taken) -> Iterator[Told]:
        """Yield what became of the files that waited, once they are enough."""
        self._waiting.append(taken)
        weight = sum(len(one.data) for one in self._waiting)
        if len(self._waiting) >= self.room() or weight > HEAVY:
            yield from self.put()

    def put(self) -> Iterator[Told]:
        """Keep what waits as one generation and yield a line for each file of it."""
        waiting, self._waiting = self._waiting, []
        if not waiting:
            return
        items = [(taken.document, taken.data) for taken in waiting]
        outcomes = self._intake.put(self._library, items, self._orders.consent)
        self._held += len(outcomes)
        for taken, name in zip(waiting, outcomes, strict=True):
            if isinstance(name, Refusal):
                yield Told(taken.path, "refused", str(name))
            else:
                yield _added(taken, name)


def add_files(
    library: Library, intake: Intake, files: Sequence[Path], orders: Orders
) -> Iterator[Told]:
    """Yield what became of each file; documents are put in the order of the files."""
    putting = _Putting(library, intake, orders)
    steps = sorted_out(library, files, orders)
    with progress("Đọc và thêm", len(files)) as shown:
        intake.watch = partial(_show_pages, shown)
        for done, step in enumerate(read_ahead(steps, intake, orders, putting.room), 1):
            shown(done)
            if isinstance(step, Told):
                yield step
            else:
                yield from putting.take(step)
        yield from putting.put()


def _show_pages(bar: Bar, at: Recognising) -> None:
    """Say how far a scan is; a line stays only of pages that an interrupted try had finished."""
    name = printable(at.source)
    bar.note(f"{name}: trang {at.done}/{at.of}")
    if at.before and at.done == at.before:
        rest = f", còn nhận dạng {at.of - at.done} trang" if at.done < at.of else ""
        _tell(RESUMED, f"{name}  đã có {at.done}/{at.of} trang từ lần trước{rest}")


def _added(taken: Taken, name: str) -> Told:
    health = taken.document.health
    why = f" ({'; '.join((health.verdict, *health.reasons))})" if health.reasons else ""
    message = f"{official_name(taken.document.info)} [{name}]{why}"
    return Told(taken.path, "added", message, name, health.verdict)


def _shown(steps: Iterable[Told]) -> Iterator[Told]:
    """Yield each step with its line printed; a long run of files held already shares one."""
    held: list[Told] = []
    for told in steps:
        if told.message == NOTHING_NEW:
            held.append(told)
        else:
            _tell_held(held)
            held = []
            _tell(MARKS[told.outcome], f"{told.path}  {told.message}")
        yield told
    _tell_held(held)


def _tell_held(held: Sequence[Told]) -> None:
    if len(held) > FEW:
        words = f"{len(held)} tệp liền nhau, không có gì mới: {held[0].path} … {held[-1].path}"
        _tell(MARKS["held"], words)
        return
    for told in held:
        _tell(MARKS[told.outcome], f"{told.path}  {told.message}")


def _tell(mark: str, words: str) -> None:
    tell(printable(f"{mark:>8}  {words}".rstrip()))
