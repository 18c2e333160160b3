"""The shipped embedding model is made: ``python -m index.train --data FOLDER --out FOLDER``.

A static model: a vocabulary learned from the training texts and one vector a unit, trained so
that a question's mean vector lies nearer to its own passage than to the others of its batch.
The same seed, data, machine and number of threads give the same file.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import torch
from safetensors.numpy import save_file
from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers
from torch.nn import functional

from index.analyse import plain
from index.train_bags import Bag
from index.train_gaps import from_sentence, from_title
from index.train_pairs import Source, read_sources, split_sentences
from index.train_questions import QUESTION_WORDS, Asker, Gap, Kind, Mix, Shelf, round_of_questions
from index.train_vocabulary import (
    BLANK,
    UNKNOWN,
    Counts,
    Sizes,
    Vocabulary,
    choose_units,
    inverse_shares,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from numpy.typing import NDArray

RUNS = r"[\p{L}\p{M}\p{N}]+(?: [\p{L}\p{M}\p{N}]+)*"  # what no mark interrupts
MODULES = ((".", "StaticEmbedding"), ("1_Normalize", "Normalize"))
REPORT_EVERY = 50  # steps
ENCODED_AT_ONCE = 50_000
LEAST_UNITS = 6  # of a passage worth asking for
MOST_GAPS = 4  # questions with a gap that are kept of a passage, beside that of its title
GAP_UNITS = (3, 24)  # least and most of such a question


@dataclass(frozen=True, slots=True)
class Recipe:
    """What determines the model besides the data."""

    seed: int = 20250218
    sizes: Sizes = field(default_factory=Sizes)
    mix: Mix = field(default_factory=Mix)
    dimensions: int = 256
    cut: int = 64  # the first dimensions are trained to do alone, too
    rounds: int = 4
    batch: int = 2048
    block: int = 32  # neighbours that stay together in a batch
    rate: float = 0.005
    scale: float = 20.0
    smoothing: float = 0.0003  # of the weights vectors start with
    spread: float = 0.05
    longest: int = 160  # units of a passage in training; any number later
    threads: int = 2
    lead_units: int = 16  # the first ones of a passage, which say what it is about
    lead_share: float = 0.5  # of their mean beside the mean of the whole


def main(arguments: Sequence[str] | None = None) -> None:
    """Leave a trained model in the folder named by ``--out``."""
    options = _parser().parse_args(arguments)
    recipe = Recipe(
        seed=options.seed, rounds=options.rounds, batch=options.batch, threads=options.threads
    )
    torch.set_num_threads(recipe.threads)
    started = time.monotonic()
    sources = read_sources(options.data)
    _say(f"Đã đọc {len(sources):,} đoạn huấn luyện")
    texts = chain.from_iterable((source.title, source.text) for source in sources)
    tokenizer = make_tokenizer(choose_units(Counts(texts), recipe.sizes))
    _say(f"Đã chọn {tokenizer.get_vocab_size():,} đơn vị từ vựng ({_since(started)})")
    shelf = make_shelf(tokenizer, sources, recipe.seed)
    _say(f"Đã tách {len(shelf.units):,} đơn vị ({_since(started)})")
    table = train_vectors(tokenizer, shelf, recipe)
    save_model(options.out, tokenizer, table, recipe)
    _say(f"Đã ghi mô hình vào {options.out} ({_since(started)})")


def _parser() -> argparse.ArgumentParser:
    defaults = Recipe()
    parser = argparse.ArgumentParser(prog="python -m index.train", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="thư mục dữ liệu huấn luyện")
    parser.add_argument("--out", type=Path, required=True, help="thư mục ghi mô hình")
    parser.add_argument("--seed", type=int, default=defaults.seed, help="số gieo ngẫu nhiên")
    parser.add_argument("--rounds", type=int, default=defaults.rounds, help="số lượt học")
    parser.add_argument("--batch", type=int, default=defaults.batch, help="số câu hỏi một bước")
    parser.add_argument("--threads", type=int, default=defaults.threads, help="số luồng")
    return parser


def _say(message: str) -> None:
    print(message, flush=True)  # noqa: T201  (a command's report to the person who started it)


def _since(started: float) -> str:
    return f"{time.monotonic() - started:.0f} giây"


def make_tokenizer(units: list[tuple[str, float]]) -> Tokenizer:
    """Return a tokenizer that cuts lower-cased text between marks into the likeliest units."""
    tokenizer = Tokenizer(models.Unigram(units, unk_id=0, byte_fallback=False))
    tokenizer.normalizer = normalizers.Sequence([normalizers.NFC(), normalizers.Lowercase()])
    runs = pre_tokenizers.Split(Regex(RUNS), "removed", invert=True)
    blanks = pre_tokenizers.Metaspace(BLANK, "always", split=False)
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence([runs, blanks])
    return tokenizer


def encode(tokenizer: Tokenizer, texts: Sequence[str]) -> list[NDArray[np.int32]]:
    """Return the unit ids of each text, without what the vocabulary lacks."""
    found = []
    for at in range(0, len(texts), ENCODED_AT_ONCE):
        part = [plain(text) for text in texts[at : at + ENCODED_AT_ONCE]]
        for one in tokenizer.encode_batch_fast(part, add_special_tokens=False):
            ids = np.array(one.ids, np.int32)
            found.append(ids[ids != 0])
    return found


def make_shelf(tokenizer: Tokenizer, sources: Sequence[Source], seed: int) -> Shelf:
    """Return the passages, their titles and their questions with a gap as unit ids."""
    sentences = [split_sentences(source.text) for source in sources]
    encoded = encode(tokenizer, list(chain.from_iterable(sentences)))
    return Shelf(
        np.concatenate(encoded),
        _starts(len(ids) for ids in encoded),
        _starts(map(len, sentences)),
        tuple(encode(tokenizer, [source.title for source in sources])),
        _gaps(tokenizer, sources, seed),
    )


def _gaps(tokenizer: Tokenizer, sources: Sequence[Source], seed: int) -> dict[int, list[Gap]]:
    """Return the questions with a gap that each passage answers."""
    chance = random.Random(seed)  # noqa: S311 - repeatable, not secret
    asked: list[tuple[int, int, str]] = []
    for number, source in enumerate(sources):
        sentences = split_sentences(source.text)
        made = [
            (number, place, question)
            for place, sentence in enumerate(sentences)
            for question in from_sentence(sentence.strip(" .;"), chance)
        ]
        asked += chance.sample(made, min(MOST_GAPS, len(made)))
        title = from_title(source.title, chance)
        asked += [(number, 0, title)] if title else []
    gaps: dict[int, list[Gap]] = {}
    for (number, place, _), ids in zip(
        asked, encode(tokenizer, [question for _, _, question in asked]), strict=True
    ):
        if len(ids) >= GAP_UNITS[0]:
            gaps.setdefault(number, []).append(Gap(ids[: GAP_UNITS[1]], place))
    return gaps


def _starts(lengths: Iterable[int]) -> NDArray[np.int64]:
    return np.concatenate([[0], np.cumsum(np.fromiter(lengths, np.int64))])


def train_vectors(tokenizer: Tokenizer, shelf: Shelf, recipe: Recipe) -> NDArray[np.float32]:
    """Return one vector a unit, learned from the questions by in-batch softmax."""
    units = list(map(str, map(tokenizer.id_to_token, range(tokenizer.get_vocab_size()))))
    vocabulary = Vocabulary(units)
    words = encode(tokenizer, QUESTION_WORDS)
    asker = Asker(shelf, recipe.mix, words, vocabulary.folded)
    parts = Bag(vocabulary.parts, len(units))
    weights = inverse_shares(shelf.units, len(units), recipe.smoothing)
    torch.manual_seed(recipe.seed)
    own = torch.randn(len(units), recipe.dimensions) * recipe.spread
    own = (own * torch.from_numpy(weights)[:, None]).requires_grad_()
    optimiser = torch.optim.Adam([own], lr=recipe.rate, fused=True)
    batches = list(_batches(shelf, recipe))
    _say(f"Bắt đầu học: {len(batches):,} bước")
    for step, (passages, kinds) in enumerate(batches):
        chance = np.random.default_rng((recipe.seed, step))
        pairs = [
            asker.ask(int(passage), Kind(kind), recipe.longest, chance)
            for passage, kind in zip(passages, kinds, strict=True)
        ]
        table = parts.sums(own)
        leads = [shelf.lead(int(passage), recipe.lead_units) for passage in passages]
        texts = (*zip(*pairs, strict=True), leads)
        asked, given, first = (Bag(side, len(units)).sums(table) for side in texts)
        loss = batch_loss(asked, (given, first), _same(shelf, passages, kinds), recipe)
        optimiser.param_groups[0]["lr"] = recipe.rate * (1 - step / len(batches))
        optimiser.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        optimiser.step()
        if step % REPORT_EVERY == 0:
            _say(f"Bước {step:,}/{len(batches):,}: sai số {loss.item():.4f}")
    return parts.sums(own).detach().numpy()


def _batches(shelf: Shelf, recipe: Recipe) -> Iterator[tuple[NDArray[np.int64], NDArray[np.int64]]]:
    chance = np.random.default_rng(recipe.seed)
    lengths = np.diff(shelf.sentences[shelf.passages])
    worth = np.flatnonzero(lengths >= LEAST_UNITS)
    for _ in range(recipe.rounds):
        passages, kinds = round_of_questions(worth, recipe.mix, recipe.block, chance)
        for at in range(0, len(passages) - recipe.batch + 1, recipe.batch):
            yield passages[at : at + recipe.batch], kinds[at : at + recipe.batch]


def _same(shelf: Shelf, passages: NDArray[np.int64], kinds: NDArray[np.int64]) -> torch.Tensor:
    """Tell which other passages of the batch may answer a question as well as its own."""
    titles = [shelf.titles[passage].tobytes() for passage in passages]
    numbers: dict[bytes, int] = {}
    title = np.array([numbers.setdefault(one, len(numbers)) for one in titles])
    by_title = (title[:, None] == title) & (kinds == Kind.TITLE)[:, None]
    same = (passages[:, None] == passages) | by_title
    np.fill_diagonal(same, val=False)
    return torch.from_numpy(same)


def batch_loss(
    asked: torch.Tensor,
    given: tuple[torch.Tensor, torch.Tensor],
    same: torch.Tensor,
    recipe: Recipe,
) -> torch.Tensor:
    """Return the softmax loss over the batch, on all and on the first dimensions, added up.

    ``given`` are the sums of whole passages and of their first units.
    """
    right = torch.arange(len(asked))
    total = torch.zeros(())
    for cut in (recipe.dimensions, recipe.cut):
        questions, whole, lead = (
            functional.normalize(side[:, :cut], dim=1) for side in (asked, *given)
        )
        passages = functional.normalize(whole + recipe.lead_share * lead, dim=1)
        scores = (recipe.scale * questions @ passages.T).masked_fill(same, -torch.inf)
        total = total + functional.cross_entropy(scores, right)
    return total


def save_model(
    folder: Path, tokenizer: Tokenizer, table: NDArray[np.float32], recipe: Recipe
) -> None:
    """Leave a folder that model2vec and sentence-transformers read, rows in eight bits.

    Each row is stored as whole numbers up to 127 and the one factor that scales them back.
    What a passage's lead counts is for ``index.embed``; other readers take the mean alone.
    """
    folder.mkdir(parents=True, exist_ok=True)
    table = table.copy()
    table[tokenizer.token_to_id(UNKNOWN)] = 0  # readers that keep unknown units add nothing
    factors = np.maximum(np.abs(table).max(axis=1), np.finfo(np.float32).tiny) / 127
    rows = np.rint(table / factors[:, None]).astype(np.int8)
    save_file({"embeddings": rows, "weights": factors}, folder / "model.safetensors")
    tokenizer.save(str(folder / "tokenizer.json"), pretty=False)
    config = {
        "model_type": "model2vec",
        "normalize": True,
        "max_length": None,
        "hidden_dim": int(table.shape[1]),
        "embedding_dtype": "int8",
        "lead": {"units": recipe.lead_units, "share": recipe.lead_share},
    }
    modules = [
        {"idx": at, "name": str(at), "path": path, "type": f"sentence_transformers.models.{kind}"}
        for at, (path, kind) in enumerate(MODULES)
    ]
    for name, content in (("config.json", config), ("modules.json", modules)):
        (folder / name).write_text(json.dumps(content, indent=2) + "\n", "utf-8")
    for path in folder.iterdir():
        path.chmod(0o644)  # safetensors leaves its file readable by the owner alone


if __name__ == "__main__":
    main()
