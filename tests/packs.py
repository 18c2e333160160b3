"""Study packs that the tests share: of made-up papers, of what ships, of reference documents."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from papers import papers
from shared import CORPUS, shared

from api.manifest import load_manifest
from api.pack.make import draft
from api.shelf import as_info
from ingest.read import read_document

if TYPE_CHECKING:
    from pathlib import Path

    from api.pack.model import Question, StudyPack
    from ingest.model import Document, DocumentInfo

OTHERS = tuple(as_info(known) for known in load_manifest(CORPUS).known)


def others_of(document: Document) -> tuple[DocumentInfo, ...]:
    """Return the documents known beside this one."""
    return tuple(info for info in OTHERS if info.id != document.info.id)


@lru_cache(maxsize=64)
def _read(path: Path) -> Document:
    return read_document(path.read_bytes(), path.name, confirmed=True)


@lru_cache(maxsize=64)
def pack_of(document: Document) -> StudyPack:
    """Return the trainer's pack of a document, not yet checked."""
    return draft(document, others_of(document))


def made_up() -> tuple[Document, ...]:
    """Return every paper that ships with the tests."""
    return tuple(document for document, _ in papers())


def nq57() -> Document:
    """Return NQ 57 (reference data)."""
    return _read(shared("corpus", "57-NQ-TW.txt"))


def reference_documents() -> tuple[Document, ...]:
    """Return 35 real documents of all kinds (reference data)."""
    party = sorted(shared("documents", "party").glob("*.txt"))
    state = sorted(shared("documents", "state").glob("*.txt"))
    plans = [path for path in state if "-KH-" in path.name]
    rest = [path for path in state if "-KH-" not in path.name]
    return tuple(_read(path) for path in (*party, *plans[:12], *rest[:10]))


def choices(pack: StudyPack) -> tuple[Question, ...]:
    """Return the questions with options."""
    return tuple(question for question in pack.questions if question.kind == "choice")
