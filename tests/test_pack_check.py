"""A pack in which anything was changed is not given out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from packs import nq57, others_of, pack_of
from papers import plan
from shared import needs_shared

from api.pack import PackError, check, for_participants
from api.pack import make as making
from api.pack.model import Option
from ingest.model import Span

if TYPE_CHECKING:
    from collections.abc import Callable

    from api.pack.model import Question, QuestionKind, StudyPack, Subject


def failures(pack: StudyPack) -> tuple[str, ...]:
    return check(pack, plan(), others_of(plan()))


def one(pack: StudyPack, kind: QuestionKind, about: Subject) -> Question:
    return next(q for q in pack.questions if (q.kind, q.about) == (kind, about))


def changed(pack: StudyPack, question: Question, **fields: object) -> StudyPack:
    """Return the pack with one question changed."""
    other = replace(question, **fields)  # type: ignore[arg-type] -- any field may be tampered with
    return replace(pack, questions=tuple(other if q == question else q for q in pack.questions))


def test_the_pack_as_made_has_no_fault() -> None:
    assert failures(pack_of(plan())) == ()


TAMPERED: dict[str, Callable[[StudyPack], StudyPack]] = {
    "a word of a quotation": lambda p: replace(
        p,
        goals=(replace(p.goals[0], source=replace(p.goals[0].source, text="Tất cả")), *p.goals[1:]),
    ),
    "the place of a quotation": lambda p: replace(
        p,
        outline=(
            replace(p.outline[0], quote=replace(p.outline[0].quote, official="mục IX")),
            *p.outline[1:],
        ),
    ),
    "the passage of a quotation": lambda p: replace(
        p,
        outline=(
            replace(p.outline[0], quote=replace(p.outline[0].quote, passage_id="x#I")),
            *p.outline[1:],
        ),
    ),
    "a figure of a table": lambda p: replace(
        p, goals=(replace(p.goals[0], figure="tối thiểu 99%"), *p.goals[1:])
    ),
    "a body of a table": lambda p: replace(
        p, tasks=(replace(p.tasks[0], owner=("Bộ Ngoại giao",)), *p.tasks[1:])
    ),
    "the time of a deadline": lambda p: replace(
        p, deadlines=(replace(p.deadlines[0], due="trước ngày 01/01/2030"), *p.deadlines[1:])
    ),
    "the issuer": lambda p: replace(
        p, data=tuple(replace(d, text="Bộ Y tế") if "ban hành" in d.name else d for d in p.data)
    ),
    "the name of the document": lambda p: replace(p, official="Kế hoạch số 46-KH/TU"),
    "an id that stands twice": lambda p: replace(p, questions=(*p.questions, p.questions[0])),
    "the edition": for_participants,
}


@pytest.mark.parametrize("tamper", TAMPERED.values(), ids=TAMPERED)
def test_a_changed_line_is_found(tamper: Callable[[StudyPack], StudyPack]) -> None:
    assert failures(tamper(pack_of(plan())))


def test_the_key_of_a_gap_must_be_the_word_that_stands_there() -> None:
    pack = pack_of(plan())
    gap = next(q for q in pack.questions if q.kind == "gap")
    assert failures(changed(pack, gap, key="trước ngày 01/01/2031"))
    assert failures(changed(pack, gap, shown=gap.shown[:1]))
    assert failures(changed(pack, gap, sources=()))


def test_an_instruction_may_not_name_a_figure_or_body_that_its_sources_lack() -> None:
    pack = pack_of(plan())
    question = pack.questions[0]
    assert failures(changed(pack, question, ask=f"{question.ask} (77%)"))
    assert failures(changed(pack, question, ask=f"{question.ask} (Bộ Ngoại giao)"))


def faults(pack: StudyPack) -> tuple[str, ...]:
    """Return the faults of a pack of NQ 57, which has every kind of question."""
    return check(pack, nq57(), others_of(nq57()))


@pytest.mark.parametrize("about", ["figure", "content", "period", "body", "place", "document"])
@needs_shared
def test_another_option_is_never_accepted_as_right(about: Subject) -> None:
    pack = pack_of(nq57())
    question = one(pack, "choice", about)
    assert question.right is not None
    other = (question.right + 1) % len(question.options)
    assert faults(changed(pack, question, right=other))
    assert faults(changed(pack, question, right=other, key=question.options[other].text))


@needs_shared
def test_a_wrong_option_that_the_document_states_is_found() -> None:
    pack = pack_of(nq57())
    question = one(pack, "choice", "figure")
    right = question.options[question.right or 0]
    doubled = [o for o in question.options if o != right][:2]
    padded = replace(right, text=f"{right.text} ")
    assert faults(changed(pack, question, options=(right, padded, *doubled), right=0))


@needs_shared
def test_an_option_from_nowhere_is_found() -> None:
    pack = pack_of(nq57())
    question = one(pack, "choice", "figure")
    options = (*question.options, Option("97%"))
    assert faults(changed(pack, question, options=options))


@needs_shared
def test_a_true_statement_called_false_and_a_false_one_called_true_are_found() -> None:
    pack = pack_of(nq57())
    for question in [q for q in pack.questions if q.kind == "statement"]:
        right = 1 - (question.right or 0)
        key = "Đúng" if right else "Sai"
        assert faults(changed(pack, question, right=right, key=key)), question.id


@needs_shared
def test_a_false_figure_that_is_the_true_one_is_found() -> None:
    pack = pack_of(nq57())
    question = next(
        q for q in pack.questions if q.kind == "statement" and not q.right and q.about == "figure"
    )
    swap = next(piece for piece in question.shown if piece.role == "swap")
    before = question.shown[question.shown.index(swap) - 1].span
    assert before is not None
    place = Span(before.end, before.end + len(swap.text))
    true = replace(swap, text=place.of(nq57().text), span=place)
    shown = tuple(true if piece == swap else piece for piece in question.shown)
    assert faults(changed(pack, question, shown=shown))


def test_a_pack_that_fails_is_refused_with_what_to_do() -> None:
    error = PackError("Nghị quyết số 57-NQ/TW", ("dòng một", "dòng hai"))
    assert "2 dòng không khớp" in str(error)
    assert "tracuu check" in str(error)
    assert error.failures == ("dòng một", "dòng hai")


def test_a_failing_pack_is_never_written(monkeypatch: pytest.MonkeyPatch) -> None:
    class Empty:
        known = ()

        @property
        def library(self) -> Empty:
            return self

        def documents(self) -> tuple[()]:
            return ()

        def choices(self, _written: str) -> tuple[()]:
            return ()

    bad = TAMPERED["a figure of a table"](pack_of(plan()))
    monkeypatch.setattr(making, "draft", lambda *_: bad)
    with pytest.raises(PackError, match="không được xuất"):
        making.study_pack(plan(), Empty(), "trainer")  # type: ignore[arg-type] -- a fake shelf


@needs_shared
def test_a_true_statement_with_the_time_of_another_is_found() -> None:
    pack = pack_of(nq57())
    question = next(q for q in pack.questions if q.kind == "statement" and q.right and q.shown[1:])
    at = nq57().text.index("Tầm nhìn đến năm 2045", question.sources[0].span.end)
    moved = replace(
        question.shown[0],
        text="Tầm nhìn đến năm 2045",
        span=Span(at, at + len("Tầm nhìn đến năm 2045")),
    )
    assert faults(changed(pack, question, shown=(moved, *question.shown[1:])))
