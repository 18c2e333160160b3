"""Questions for choosing parameters, made by rule from training texts held out of training.

No evaluation set has a part in this: rows that share a passage with one are left out. Whole
topics of the codification and a share of the encyclopaedia and the procedures are held out, so
that a pool is as full of look-alikes as a real library. Each question comes with its passage.
"""

from __future__ import annotations

import json
import lzma
import random
import re
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

LAW = "phapdien_title_text.jsonl.xz"
WIKI = "viwiki_title_paragraph.jsonl.xz"
PROCEDURES = "tthc_procedure_section.jsonl.xz"
FILES = (LAW, "phapdien_related.jsonl.xz", WIKI, PROCEDURES)

HELD_OUT_TOPICS = 12  # one topic in so many
HELD_OUT_ROWS = 20  # one encyclopaedia title in so many
FEWEST, MOST = 8, 40  # syllables of a sentence that a question is made of
TITLE_WORDS = 14
# Shares: of a clause's words kept, alone or beside a title; of a long title's words kept; of
# questions that begin with the subject, that turn the order round, that end in the question word.
CLAUSE_ALONE, CLAUSE_BESIDE, TITLE_SHARE = 0.65, 0.45, 0.6
FIRST, TURNED, LAST = 0.5, 0.3, 0.6
CUT = re.compile(r"(?<=[.;:?!])\s+|\n+")  # "… theo quy định. |Người …"

# Where the answer stood a question word stands; most common kinds first, with their share.
ASKED = (
    ("là gì", 14), ("bao nhiêu", 12), ("như thế nào", 12), ("những gì", 8), ("nào", 12), ("ai", 8),
    ("cơ quan nào", 6), ("khi nào", 7), ("ở đâu", 6), ("trong bao lâu", 4), ("vì sao", 4),
    ("gồm những ai", 2), ("có được không", 3), ("có phải không", 2),
)  # fmt: skip
OPENINGS = (
    ("", 70), ("theo quy định,", 6), ("theo quy định của pháp luật,", 4),
    ("trong trường hợp nào", 3), ("cho biết", 3), ("hãy nêu", 2), ("xin hỏi", 2), ("việc", 5),
    ("người ta", 2), ("thời gian", 3),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Source:
    """A passage to ask about; ``lone`` tells that its title names no other article."""

    title: str
    text: str
    lone: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, the number of the passage that answers it, and how it was made."""

    text: str
    answer: int
    kind: str


@dataclass(frozen=True, slots=True)
class Pool:
    """Passages and the questions about them."""

    name: str
    passages: tuple[str, ...]
    questions: tuple[Asked, ...]


def read_rows(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the rows of an xz-compressed JSONL file."""
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _one_in(share: int, name: str) -> bool:
    return zlib.crc32(name.encode()) % share == 0


def is_held_out(file: str, row: dict[str, Any]) -> bool:
    """Tell whether a training row is kept for choosing parameters."""
    if file == LAW:
        return _one_in(HELD_OUT_TOPICS, row["demuc"])
    if file == WIKI:
        return _one_in(HELD_OUT_ROWS, row["title"])
    return file == PROCEDURES and _one_in(HELD_OUT_ROWS // 4, row["procedure"])


def write_remainder(source: Path, target: Path) -> None:
    """Leave in ``target`` the training files without held-out passages, for a model to tune on."""
    gone = {row["positive"] for row in read_rows(source / LAW) if is_held_out(LAW, row)}
    for file in FILES:
        with lzma.open(target / file, "wt", encoding="utf-8", preset=0) as out:
            for row in read_rows(source / file):
                linked = row.get("b_text") in gone or row.get("positive") in gone
                if not linked and not is_held_out(file, row):
                    out.write(json.dumps(row, ensure_ascii=False) + "\n")


def pools(folder: Path, seed: int = 7) -> tuple[Pool, ...]:
    """Return the development pools, the same for the same seed."""
    law = [row for row in read_rows(folder / LAW) if is_held_out(LAW, row)]
    law = [row for row in law if not row["eval_overlap"]]
    wiki = [row for row in read_rows(folder / WIKI) if is_held_out(WIKI, row)]
    forms = [row for row in read_rows(folder / PROCEDURES) if is_held_out(PROCEDURES, row)]
    articles = [Source(row["anchor"], row["positive"], row["title_freq"] == 1) for row in law]
    paragraphs = [Source(row["title"], row["text"]) for row in wiki]
    sections = [
        Source(row["procedure"], row["text"].rpartition("[MAIN CONTENT]")[2]) for row in forms
    ]
    return (
        _pool("luật, hỏi bằng tên điều", articles, by_title, seed),
        _pool("luật, hỏi bằng tên và câu", articles, by_title_and_clause, seed),
        _pool("luật, hỏi bằng câu", [_titled(one) for one in articles], by_clause, seed),
        _pool("bách khoa", paragraphs, by_title_and_clause, seed),
        _pool("thủ tục", [_titled(one) for one in sections], by_title_and_clause, seed),
    )


def _titled(source: Source) -> Source:
    return Source(source.title, f"{source.title}\n{source.text}", source.lone)


def _pool(
    name: str, sources: Iterable[Source], ask: Callable[[Source, random.Random], str], seed: int
) -> Pool:
    chance = random.Random(f"{name}{seed}")  # noqa: S311 - repeatable, not secret
    passages: dict[str, int] = {}
    questions: list[Asked] = []
    for source in sources:
        if source.text in passages:
            continue
        number = passages.setdefault(source.text, len(passages))
        question = ask(source, chance)
        if len(question.split()) >= FEWEST // 2:
            questions.append(Asked(question, number, name))
    return Pool(name, tuple(passages), tuple(questions))


def by_title(source: Source, _chance: random.Random) -> str:
    """Return the title where it names one article only, else nothing."""
    return source.title if source.lone else ""


def by_clause(source: Source, chance: random.Random) -> str:
    """Return a question made of some words of one clause."""
    words = _clause_words(source.text, chance, CLAUSE_ALONE)
    return _as_question(words, chance) if words else ""


def by_title_and_clause(source: Source, chance: random.Random) -> str:
    """Return a question that names the subject and some words of one clause."""
    words = _clause_words(source.text, chance, CLAUSE_BESIDE)
    if not words:
        return ""
    title = source.title.lower().split()
    named = (
        title if len(title) <= TITLE_WORDS else _thinned(title, chance, TITLE_SHARE)[:TITLE_WORDS]
    )
    whole = [*named, *words] if chance.random() < FIRST else [*words, *named]
    return _as_question(whole, chance)


def _clause_words(text: str, chance: random.Random, share: float) -> list[str]:
    fair = [part for part in CUT.split(text) if FEWEST <= part.count(" ") < MOST]
    if not fair:
        return []
    words = chance.choice(fair).strip(" .;:?!-+").split()
    start = chance.randrange(max(1, len(words) // 2))
    return _thinned(words[start : start + chance.randint(8, 20)], chance, share)


def _thinned(words: list[str], chance: random.Random, share: float) -> list[str]:
    """Return about ``share`` of the words, kept in neighbouring twos, now and then reordered."""
    pairs = [words[at : at + 2] for at in range(0, len(words), 2)]
    kept = [pair for pair in pairs if chance.random() < share] or pairs[:1]
    if chance.random() < TURNED:
        turn = chance.randrange(len(kept))
        kept = [*kept[turn:], *kept[:turn]]
    return [word for pair in kept for word in pair]


def _as_question(words: list[str], chance: random.Random) -> str:
    asked = chance.choices([a for a, _ in ASKED], [w for _, w in ASKED])[0]
    opening = chance.choices([a for a, _ in OPENINGS], [w for _, w in OPENINGS])[0]
    at = len(words) if chance.random() < LAST else chance.randrange(len(words) + 1)
    return " ".join([opening, *words[:at], asked, *words[at:]]).strip() + "?"
