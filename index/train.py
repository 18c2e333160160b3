"""The shipped embedding model is made: ``python -m index.train --data FOLDER --out FOLDER``.

A static model: a vocabulary learned from the training texts and one vector a token, trained so
that a question's mean vector lies nearer to its own passage than to the others of its batch.
The same seed, data, machine and number of threads give the same file.
"""

from __future__ import annotations

import argparse
import json
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import torch
from safetensors.numpy import save_file
from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers, trainers

from index.train_pairs import Pair, read_pairs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from numpy.typing import NDArray

UNKNOWN = "[UNK]"
SCALE = 20.0
CUTS = (256, 64)
MODULES = ((".", "StaticEmbedding"), ("1_Normalize", "Normalize"))


@dataclass(frozen=True, slots=True)
class Recipe:
    """What determines the model besides the data."""

    seed: int = 20250218
    vocabulary: int = 16_000
    dimensions: int = 256
    epochs: int = 4
    batch: int = 2048
    rate: float = 0.02
    passage_tokens: int = 256
    threads: int = 2


def main(arguments: Sequence[str] | None = None) -> None:
    """Leave a trained model in the folder named by ``--out``."""
    options = _parser().parse_args(arguments)
    recipe = Recipe(
        seed=options.seed, epochs=options.epochs, batch=options.batch, threads=options.threads
    )
    torch.set_num_threads(recipe.threads)
    started = time.monotonic()
    pairs = read_pairs(options.data, np.random.default_rng(recipe.seed))
    _say(f"Đã đọc {len(pairs):,} cặp huấn luyện")
    tokenizer = train_tokenizer(dict.fromkeys(pair.passage for pair in pairs), recipe.vocabulary)
    _say(f"Đã lập bảng {tokenizer.get_vocab_size():,} đơn vị từ vựng")
    table = train_vectors(tokenizer, pairs, recipe)
    save_model(options.out, tokenizer, table)
    _say(f"Đã ghi mô hình vào {options.out} sau {time.monotonic() - started:.0f} giây")


def _say(message: str) -> None:
    print(message, flush=True)  # noqa: T201  (a command's report to the person who started it)


def _parser() -> argparse.ArgumentParser:
    defaults = Recipe()
    parser = argparse.ArgumentParser(prog="python -m index.train", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="thư mục dữ liệu huấn luyện")
    parser.add_argument("--out", type=Path, required=True, help="thư mục ghi mô hình")
    parser.add_argument("--seed", type=int, default=defaults.seed, help="số gieo ngẫu nhiên")
    parser.add_argument("--epochs", type=int, default=defaults.epochs, help="số lượt học")
    parser.add_argument("--batch", type=int, default=defaults.batch, help="số cặp một bước")
    parser.add_argument("--threads", type=int, default=defaults.threads, help="số luồng")
    return parser


def train_tokenizer(texts: Iterable[str], vocabulary: int) -> Tokenizer:
    """Return a lower-casing BPE tokenizer whose commonest units are whole syllables."""
    tokenizer = Tokenizer(models.BPE(unk_token=UNKNOWN))
    tokenizer.normalizer = normalizers.Sequence([normalizers.NFC(), normalizers.Lowercase()])
    words = pre_tokenizers.Split(
        Regex(r"\p{L}[\p{L}\p{M}]*|\p{N}+|[^\s\p{L}\p{N}]"), "removed", invert=True
    )
    tokenizer.pre_tokenizer = words
    trainer = trainers.BpeTrainer(
        vocab_size=vocabulary,
        special_tokens=[UNKNOWN],
        show_progress=False,
        min_frequency=2,
        limit_alphabet=1000,
    )
    tokenizer.train_from_iterator(texts, trainer)
    return tokenizer


class Bags:
    """Token ids of many texts in one flat array, cut to a longest length."""

    def __init__(self, tokenizer: Tokenizer, texts: Sequence[str], longest: int) -> None:
        tokenizer.enable_truncation(longest)
        ids = [one.ids for one in tokenizer.encode_batch_fast(list(texts))]
        tokenizer.no_truncation()
        lengths = np.fromiter(map(len, ids), np.int64, len(ids))
        self.starts = np.concatenate([[0], np.cumsum(lengths)])
        self.flat = np.fromiter((token for one in ids for token in one), np.int32)

    def take(self, rows: NDArray[np.int64]) -> tuple[torch.Tensor, torch.Tensor]:
        """Return the flat ids and offsets of some texts, as EmbeddingBag wants them."""
        parts = [self.flat[self.starts[row] : self.starts[row + 1]] for row in rows]
        lengths = np.fromiter(map(len, parts), np.int64, len(parts))
        offsets = np.cumsum(lengths) - lengths
        return torch.from_numpy(np.concatenate(parts).astype(np.int64)), torch.from_numpy(offsets)


def train_vectors(
    tokenizer: Tokenizer, pairs: Sequence[Pair], recipe: Recipe
) -> NDArray[np.float32]:
    """Return one vector a token, learned from the pairs by in-batch softmax."""
    torch.manual_seed(recipe.seed)
    questions = Bags(tokenizer, [pair.question for pair in pairs], recipe.passage_tokens)
    passages = Bags(tokenizer, [pair.passage for pair in pairs], recipe.passage_tokens)
    topics = _numbered(pair.topic for pair in pairs)
    bag = torch.nn.EmbeddingBag(tokenizer.get_vocab_size(), recipe.dimensions, mode="sum")
    torch.nn.init.normal_(bag.weight, std=0.05)
    optimiser = torch.optim.Adam(bag.parameters(), lr=recipe.rate, fused=True)
    steps = recipe.epochs * (len(pairs) // recipe.batch)
    schedule = torch.optim.lr_scheduler.LinearLR(optimiser, 1.0, 0.0, steps)
    for step, rows in enumerate(_batches(len(pairs), recipe)):
        loss = _loss(bag(*questions.take(rows)), bag(*passages.take(rows)), topics[rows])
        optimiser.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        optimiser.step()
        schedule.step()
        if step % 20 == 0:
            _say(f"Bước {step}/{steps}: sai số {loss.item():.4f}")
    weights: NDArray[np.float32] = bag.weight.detach().numpy()
    weights[tokenizer.token_to_id(UNKNOWN)] = 0  # readers that keep unknown tokens add nothing
    return weights


def _numbered(topics: Iterable[str]) -> torch.Tensor:
    numbers: dict[str, int] = {}
    return torch.tensor([numbers.setdefault(topic, len(numbers)) for topic in topics])


def _batches(count: int, recipe: Recipe) -> Iterator[NDArray[np.int64]]:
    order = np.random.default_rng(recipe.seed)
    for _ in range(recipe.epochs):
        shuffled = order.permutation(count)
        for at in range(0, count - recipe.batch + 1, recipe.batch):
            yield shuffled[at : at + recipe.batch]


def _loss(asked: torch.Tensor, given: torch.Tensor, topics: torch.Tensor) -> torch.Tensor:
    """Return the softmax loss over the batch on each cut of the vectors, added up."""
    same = topics[:, None] == topics[None, :]
    same.fill_diagonal_(fill_value=False)
    right = torch.arange(len(topics))
    total = torch.zeros(())
    for cut in CUTS:
        question = torch.nn.functional.normalize(asked[:, :cut], dim=1)
        passage = torch.nn.functional.normalize(given[:, :cut], dim=1)
        scores = (SCALE * question @ passage.T).masked_fill(same, -torch.inf)
        total = total + torch.nn.functional.cross_entropy(scores, right)
    return total


def save_model(folder: Path, tokenizer: Tokenizer, table: NDArray[np.float32]) -> None:
    """Leave a folder that model2vec and sentence-transformers read, rows in half precision."""
    folder.mkdir(parents=True, exist_ok=True)
    save_file({"embeddings": table.astype(np.float16)}, folder / "model.safetensors")
    tokenizer.save(str(folder / "tokenizer.json"), pretty=False)
    config = {
        "model_type": "model2vec",
        "normalize": True,
        "max_length": None,
        "hidden_dim": int(table.shape[1]),
        "embedding_dtype": "float16",
    }
    (folder / "config.json").write_text(json.dumps(config, indent=2) + "\n", "utf-8")
    modules = [
        {"idx": at, "name": str(at), "path": path, "type": f"sentence_transformers.models.{kind}"}
        for at, (path, kind) in enumerate(MODULES)
    ]
    (folder / "modules.json").write_text(json.dumps(modules, indent=2) + "\n", "utf-8")


if __name__ == "__main__":
    main()
