"""Fuzzes one byte-level reader with coverage guidance: ``python tests/fuzz_readers.py FORMAT``.

It needs atheris (``pip install atheris``), which nothing else here does; what follows FORMAT goes
to libFuzzer, e.g. ``-max_total_time=600``. Honest and hostile files are the first seeds; those
worth keeping are found in ``data/fuzz/FORMAT``; what broke a reader once is kept in
``tests/fuzz_seeds``. A crash, a hang of 25 seconds, 2 GB of memory or an
error that the product does not foresee ends the run with the file that caused it.
"""

from __future__ import annotations

import importlib
import sys
from contextlib import suppress
from pathlib import Path

import atheris
from hostile import hostile_files, html, pdf, rtf, sheet, word
from papers import PLAN

with atheris.instrument_imports(include=["ingest"]):
    from ingest.errors import TracuuError
    from ingest.formats import READERS, detect

    MODULES = {name: importlib.import_module(module) for name, module in READERS.items()}

LARGEST = 65_536
# what only the limits of the process apart stop (``tests/test_hostile.py``): here it ends the run
BOUNDED_OUTSIDE = frozenset({"pdf drawing itself"})
HONEST = {"docx": word, "xlsx": sheet, "pdf": pdf, "rtf": rtf, "html": html}


def seeds(name: str, folder: Path) -> None:
    """Put the first seeds of a format into its folder."""
    folder.mkdir(parents=True, exist_ok=True)
    made = HONEST.get(name, PLAN.encode)()
    (folder / "honest").write_bytes(made)
    for title, data in hostile_files():
        own = title.startswith("ole" if name in {"doc", "xls"} else name)
        if own and len(data) < LARGEST and title not in BOUNDED_OUTSIDE:
            (folder / title.replace("/", "_").replace(" ", "-")).write_bytes(data)

    for path in (Path(__file__).parent / "fuzz_seeds").iterdir():
        (folder / path.name).write_bytes(path.read_bytes())


def main() -> None:
    """Fuzz until the time is up or something breaks."""
    name, *options = sys.argv[1:]
    folder = Path("data", "fuzz", name)
    seeds(name, folder)
    module = MODULES[name]  # type: ignore[index]

    def once(data: bytes) -> None:
        with suppress(TracuuError):
            detect(data)
        with suppress(TracuuError):
            module.read(data)

    limits = ["-timeout=25", "-rss_limit_mb=2048", f"-max_len={LARGEST}"]
    atheris.Setup([sys.argv[0], *limits, *options, str(folder)], once)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
