"""The first hits are read again where a cross-encoder is named, and only there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from papers import papers

from api.settings import Settings
from api.wiring import open_library
from index.embed import load_embedder
from index.library import Library
from index.model import Query
from index.rerank import RERANKED, CrossEncoderReranker
from ingest.errors import LibraryError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

WORDS = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "sách", "tàu", "sông", "thư", "viện", "bến")


class Backwards:
    """Prefers what the search puts last; keeps what it was asked."""

    def __init__(self) -> None:
        self.asked: list[int] = []

    def scores(self, question: str, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return scores that rise from the first text to the last."""
        assert question
        self.asked.append(len(texts))
        return np.arange(len(texts), dtype=np.float32)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "thư viện", load_embedder) as opened:
        opened.put(list(papers()))
        yield opened


def test_without_a_reranker_the_order_is_the_search_s_own(library: Library) -> None:
    query = Query("vận tải đường sông", limit=40)
    before = [hit.passage.id for hit in library.search(query)]
    reranker = Backwards()
    library.rerank_with(lambda: reranker)
    after = [hit.passage.id for hit in library.search(query)]
    assert after[:RERANKED] == before[:RERANKED][::-1]
    assert after[RERANKED:] == before[RERANKED:]  # these were not read again
    assert reranker.asked == [min(len(before), RERANKED)]


def test_pages_of_hits_are_cut_after_reading_again(library: Library) -> None:
    library.rerank_with(Backwards)
    whole = library.search(Query("vận tải đường sông", limit=12))
    paged = [
        hit
        for offset in (0, 4, 8)
        for hit in library.search(Query("vận tải đường sông", limit=4, offset=offset))
    ]
    assert [hit.passage.id for hit in paged] == [hit.passage.id for hit in whole]


def test_scores_still_fall_and_ranks_still_count(library: Library) -> None:
    library.rerank_with(Backwards)
    hits = library.search(Query("thư viện số", limit=10))
    assert [hit.rank for hit in hits] == list(range(1, len(hits) + 1))
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


def test_nothing_found_is_nothing_to_read_again(library: Library) -> None:
    library.rerank_with(Backwards)
    assert library.search(Query("thư viện số", limit=5, offset=10_000)) == ()


def save_tiny_cross_encoder(folder: Path) -> str:
    """Leave a cross-encoder of one layer with random weights."""
    import torch  # noqa: PLC0415  (seconds: only for these tests)
    from transformers import (  # noqa: PLC0415
        BertConfig,
        BertForSequenceClassification,
        BertTokenizerFast,
    )

    torch.manual_seed(3)
    folder.mkdir()
    (folder / "vocab.txt").write_text("\n".join(WORDS), "utf-8")
    vocabulary = str(folder / "vocab.txt")
    BertTokenizerFast(vocab=vocabulary, strip_accents=False).save_pretrained(folder)
    config = BertConfig(
        vocab_size=len(WORDS), hidden_size=16, num_hidden_layers=1, num_labels=1,
        num_attention_heads=2, intermediate_size=16, max_position_embeddings=64,
    )  # fmt: skip
    BertForSequenceClassification(config).save_pretrained(folder)
    return str(folder)


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_a_cross_encoder_in_a_folder_reads_the_hits(tmp_path: Path) -> None:
    folder = save_tiny_cross_encoder(tmp_path / "bộ mã hóa")
    scores = CrossEncoderReranker(folder).scores("thư viện", ["sách thư viện", "tàu sông", "bến"])
    assert scores.shape == (3,)
    assert len(set(scores.tolist())) == 3
    settings = Settings(data=tmp_path / "dữ liệu", reranker=folder)
    with open_library(settings) as library:
        library.put(list(papers()))
        hits = library.search(Query("thư viện số", limit=5))
    texts = [f"{hit.passage.context}\n{hit.passage.text}" for hit in hits]
    again = CrossEncoderReranker(folder).scores("thư viện số", texts)
    assert again.tolist() == sorted(again.tolist(), reverse=True)


@pytest.mark.slow
def test_a_cross_encoder_that_is_not_there_is_refused_with_what_to_do(tmp_path: Path) -> None:
    for name in ("khong-co/bo-ma-hoa", str(tmp_path)):
        with pytest.raises(LibraryError, match="TRACUU_RERANKER"):
            CrossEncoderReranker(name)
