"""Training: which rows become questions, what they look like, and that a seed fixes the model."""

from __future__ import annotations

import json
import lzma
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
import torch

from index.embed import load_embedder
from index.train import Recipe, batch_loss, main, make_shelf, make_tokenizer, save_model
from index.train_pairs import (
    LAW,
    PROCEDURES,
    WIKI,
    law_sources,
    procedure_sources,
    read_sources,
    split_sentences,
)
from index.train_questions import Asker, Gap, Kind, Mix, Shelf, round_of_questions
from index.train_vocabulary import (
    Counts,
    Sizes,
    Vocabulary,
    choose_units,
    inverse_shares,
    two_syllable_words,
)

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

QUICK = ("--batch", "64", "--threads", "1")
SUBJECTS = ("thuế", "đất đai", "giáo dục", "y tế", "giao thông", "lao động", "hải quan", "báo chí")


def write(path: Path, rows: Iterable[dict[str, Any]]) -> None:
    with lzma.open(path, "wt", encoding="utf-8") as out:
        out.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def article(subject: str, number: int, *, overlap: bool = False) -> dict[str, Any]:
    return {
        "anchor": f"Hồ sơ {subject} số {number}",
        "positive": f"Cơ quan {subject} nhận hồ sơ số {number} của người nộp đơn. "
        f"Hạn trả lời về {subject} là {number} ngày làm việc kể từ ngày nhận.",
        "demuc": subject,
        "title_freq": 1,
        "eval_overlap": overlap,
    }


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a training folder small enough to learn from in a second."""
    folder = tmp_path_factory.mktemp("training")
    write(folder / LAW, (article(SUBJECTS[n % 8], n) for n in range(400)))
    paragraphs = [
        {"title": f"{s} {n}", "text": f"{s} là gì? Đó là mục {n} về {s}."}
        for n in range(20)
        for s in SUBJECTS
    ]
    write(folder / WIKI, paragraphs)
    sections = [{"procedure": f"Cấp {s}", "text": f"Mã\n[MAIN CONTENT]\nĐơn {s}"} for s in SUBJECTS]
    write(folder / PROCEDURES, sections)
    return folder


# --- which rows ---------------------------------------------------------------------------


def test_rows_shared_with_an_evaluation_set_are_left_out_wherever_their_text_occurs() -> None:
    shared = article("thuế", 1, overlap=True)
    twin = {**shared, "anchor": "Tên khác", "eval_overlap": False}
    kept = list(law_sources([shared, twin, article("đất đai", 2)]))
    assert [source.title for source in kept] == ["Hồ sơ đất đai số 2"]


def test_a_title_of_many_articles_is_asked_with_its_subject() -> None:
    row = {**article("hải quan", 3), "anchor": "Phạm vi điều chỉnh", "title_freq": 1993}
    (source,) = law_sources([row])
    assert source.title == "Phạm vi điều chỉnh hải quan"


def test_the_heading_of_a_procedure_is_not_part_of_its_passage() -> None:
    rows = [{"procedure": "Cấp phép", "text": "[PARENT]\nMã: 1\n[MAIN CONTENT]\nPHÍ:\nkhông\n"}]
    (source,) = procedure_sources([*rows, {"procedure": "Trống", "text": "[MAIN CONTENT]\n "}])
    assert source.text == "PHÍ:\nkhông"


def test_all_files_of_the_folder_are_read_in_order(data: Path) -> None:
    sources = read_sources(data)
    assert len(sources) == 400 + 160 + 8
    assert sources[0].title == "Hồ sơ thuế số 0"
    assert sources[-1].text == "Đơn báo chí"


def test_parts_of_a_list_are_asked_for_like_sentences() -> None:
    text = "Hồ sơ gồm: đơn; bản sao giấy phép.\n2. Thời hạn 1,5 năm."
    assert split_sentences(text) == [
        "Hồ sơ gồm:",
        "đơn;",
        "bản sao giấy phép.",
        "2.",
        "Thời hạn 1,5 năm.",
    ]


# --- the vocabulary -----------------------------------------------------------------------

TEXTS = (
    *["Ủy ban nhân dân tỉnh ban hành kế hoạch chuyển đổi số.", "uỷ ban hoà giải"] * 30,
    *["kế toán trưởng lập báo cáo, hoạch định chính sách", "nhân viên của tỉnh"] * 20,
    "xylophon",
)


@pytest.fixture(scope="module")
def counts() -> Counts:
    return Counts(TEXTS)


def test_neighbours_that_attract_each_other_become_words(counts: Counts) -> None:
    words = two_syllable_words(counts, Sizes(words=8))
    assert ("chuyển", "đổi") in words
    assert ("dân", "tỉnh") in two_syllable_words(counts, Sizes())
    assert ("tỉnh", "ban") not in words


def test_a_mark_between_syllables_keeps_them_from_being_a_word(counts: Counts) -> None:
    assert counts.two["cáo", "hoạch"] == 0
    assert counts.two["báo", "cáo"] == 20


def test_every_unit_is_chosen_once_and_the_filler_comes_first(counts: Counts) -> None:
    units = [unit for unit, _ in choose_units(counts, Sizes())]
    assert units[0] == "[UNK]"
    assert len(units) == len(set(units))
    assert {"▁kế", "▁kế▁hoạch", "▁ke", "▁"} <= set(units)


def test_a_text_is_cut_into_words_and_a_rare_word_into_pieces(counts: Counts) -> None:
    tokenizer = make_tokenizer(choose_units(counts, Sizes(letter_count=1)))
    assert tokenizer.encode("KẾ HOẠCH (kế hoạch)").tokens == ["▁kế▁hoạch"] * 2
    assert "".join(tokenizer.encode("xylophon").tokens) == "▁xylophon"
    assert tokenizer.encode("kế, hoạch").tokens == ["▁kế", "▁hoạch"]


def test_spellings_of_one_syllable_share_a_vector_and_words_add_to_their_syllables(
    counts: Counts,
) -> None:
    units = [unit for unit, _ in choose_units(counts, Sizes())]
    vocabulary = Vocabulary(units)
    old, new = units.index("▁uỷ"), units.index("▁ủy")
    assert vocabulary.parts[old].tolist() == vocabulary.parts[new].tolist() == [new]
    word = units.index("▁kế▁hoạch")
    syllables = [units.index("▁kế"), units.index("▁hoạch")]
    assert vocabulary.parts[word].tolist() == [word, *syllables]
    assert vocabulary.folded[word].tolist() == [units.index("▁ke"), units.index("▁hoach")]


def test_common_units_start_with_small_weights() -> None:
    weights = inverse_shares(np.array([1, 1, 1, 2], np.int32), 4, 0.01)
    assert weights[1] < weights[2] < weights[3] == 1


# --- the questions ------------------------------------------------------------------------

# Two passages: the first of three sentences (5, 4 and 3 units), the second of one.
SHELF = Shelf(
    units=np.arange(10, 26, dtype=np.int32),
    sentences=np.array([0, 5, 9, 12, 16]),
    passages=np.array([0, 3, 4]),
    titles=(np.array([1, 2], np.int32), np.array([3], np.int32)),
)
FOLDED = tuple(np.array([100 + at], np.int32) for at in range(40))
WORD = np.array([39], np.int32)
ALWAYS, NEVER = 1.0, 0.0


def asker(**shares: float) -> Asker:
    mix = {"without_marks": NEVER, "answer_kept": NEVER, "dropped": NEVER, **shares}
    return Asker(SHELF, Mix(**mix), [WORD], FOLDED)


def chance(seed: int = 1) -> np.random.Generator:
    return np.random.default_rng(seed)


def test_a_title_asks_for_the_whole_passage_up_to_the_longest() -> None:
    question, passage = asker().ask(0, Kind.TITLE, 7, chance())
    assert question.tolist() == [1, 2]
    assert passage.tolist() == list(range(10, 17))


@pytest.mark.parametrize("seed", range(5))
def test_a_sentence_is_taken_out_of_the_passage_it_asks_for(seed: int) -> None:
    question, passage = asker().ask(0, Kind.SENTENCE, 99, chance(seed))
    assert sorted([*question.tolist(), *passage.tolist()]) == list(range(10, 22))


def test_a_kept_answer_stays_in_view_however_long_the_passage() -> None:
    for seed in range(20):
        question, passage = asker(answer_kept=ALWAYS).ask(0, Kind.SENTENCE, 6, chance(seed))
        assert len(passage) == 6
        assert question[0] in passage


def test_a_passage_of_one_sentence_is_asked_for_by_title() -> None:
    question, passage = asker().ask(1, Kind.SENTENCE, 99, chance())
    assert question.tolist() == [3]
    assert passage.tolist() == [22, 23, 24, 25]


def test_a_clause_stands_beside_a_question_word_and_the_title() -> None:
    shares = {"beside_title": ALWAYS, "title_dropped": NEVER, "question_last": ALWAYS}
    question, _ = asker(**shares).ask(0, Kind.CLAUSE, 99, chance())
    assert {1, 2, 39} <= set(question.tolist())
    alone, _ = asker(beside_title=NEVER).ask(0, Kind.CLAUSE, 99, chance())
    assert 1 not in alone


def test_a_question_with_a_gap_asks_for_the_passage_around_its_answer() -> None:
    gap = Gap(np.array([30, 31], np.int32), 2)
    shelf = replace(SHELF, gaps={0: (gap,)})
    mix = Mix(gaps=ALWAYS, without_marks=NEVER, beside_title=NEVER)
    asking = Asker(shelf, mix, [WORD], FOLDED)
    question, passage = asking.ask(0, Kind.CLAUSE, 6, chance())
    assert question.tolist() == [30, 31]
    assert set(range(19, 22)) <= set(passage.tolist())
    titled, _ = asking.ask(0, Kind.TITLE, 6, chance())
    assert titled.tolist() == [1, 2]
    other, _ = Asker(shelf, replace(mix, gaps=NEVER), [WORD], FOLDED).ask(
        0, Kind.SENTENCE, 6, chance()
    )
    assert 30 not in other


def test_questions_with_a_gap_know_the_sentence_that_fills_it(data: Path) -> None:
    sources = read_sources(data)
    tokenizer = make_tokenizer(
        choose_units(Counts(one.text for one in sources), Sizes(word_count=5))
    )
    shelf = make_shelf(tokenizer, sources, 1)
    assert set(range(400)) <= shelf.gaps.keys()
    days = {gap.sentence for gap in shelf.gaps[3]}
    assert 1 in days  # "Hạn trả lời về … là 3 ngày làm việc …"
    assert len(make_shelf(tokenizer, sources, 1).gaps) == len(shelf.gaps)


def test_the_lead_is_the_first_units_of_a_passage() -> None:
    assert SHELF.lead(0, 3).tolist() == [10, 11, 12]
    assert SHELF.lead(1, 9).tolist() == [22, 23, 24, 25]


def test_a_question_is_now_and_then_typed_without_diacritics() -> None:
    question, _ = asker(without_marks=ALWAYS).ask(0, Kind.TITLE, 99, chance())
    assert question.tolist() == [101, 102]


def test_neighbours_stay_together_in_a_round() -> None:
    passages, kinds = round_of_questions(np.arange(1000), Mix(), 10, chance())
    blocks = passages.reshape(-1, 10)
    assert (np.ptp(blocks, axis=1) < 40).mean() > 0.9
    assert set(kinds.tolist()) == {Kind.TITLE, Kind.SENTENCE, Kind.CLAUSE}
    assert not (np.diff(blocks[:, 0]) > 0).all()


# --- the vectors --------------------------------------------------------------------------


def test_the_loss_counts_only_passages_that_are_wrong() -> None:
    recipe = Recipe(dimensions=4, cut=2)
    rows = torch.eye(4)[:2].repeat(
        2, 1
    )  # the third passage equals the first, the fourth the second
    none = torch.zeros(4, 4, dtype=torch.bool)
    twins = torch.eye(4, dtype=torch.bool).roll(2, 0)
    sides = (rows, rows)
    assert batch_loss(rows, sides, twins, recipe) < 1e-3 < batch_loss(rows, sides, none, recipe)


def test_the_lead_of_a_passage_takes_part_in_the_loss() -> None:
    rows, other = torch.eye(4), torch.eye(4).roll(1, 0)
    none = torch.zeros(4, 4, dtype=torch.bool)
    recipe = Recipe(dimensions=4, cut=4, lead_share=2.0)
    right, wrong = (batch_loss(rows, (rows, lead), none, recipe) for lead in (rows, other))
    assert right < wrong


def test_a_saved_table_reads_back_within_the_grain_of_eight_bits(
    counts: Counts, tmp_path: Path
) -> None:
    tokenizer = make_tokenizer(choose_units(counts, Sizes()))
    table = chance().normal(size=(tokenizer.get_vocab_size(), 16)).astype(np.float32)
    save_model(tmp_path / "m", tokenizer, table, Recipe())
    row = table[tokenizer.token_to_id("▁kế▁hoạch")]
    read = load_embedder(str(tmp_path / "m")).embed_question("kế hoạch")
    np.testing.assert_allclose(read, row / np.linalg.norm(row), atol=0.01)


def test_the_same_seed_makes_the_same_model_and_it_has_learned(data: Path, tmp_path: Path) -> None:
    for name in ("một", "hai"):
        target = str(tmp_path / name)
        main(["--data", str(data), "--out", target, "--rounds", "3", *QUICK])
    first, second = (load_embedder(str(tmp_path / name)) for name in ("một", "hai"))
    assert first.fingerprint == second.fingerprint
    question = first.embed_question("hạn trả lời hồ sơ thuế")
    near, far = first.embed_passages(["Cơ quan thuế nhận hồ sơ", "Đơn báo chí"]) @ question
    assert near > far


def test_another_seed_makes_another_model(data: Path, tmp_path: Path) -> None:
    for seed in ("1", "2"):
        target = str(tmp_path / seed)
        main(["--data", str(data), "--out", target, "--seed", seed, "--rounds", "1", *QUICK])
    first, second = (load_embedder(str(tmp_path / seed)) for seed in ("1", "2"))
    assert first.fingerprint != second.fingerprint
