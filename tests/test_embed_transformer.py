"""A model named by the user: a sentence-transformers folder, with the prompts it brings."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import numpy as np
import pytest

from index.embed import TransformerEmbedder, load_embedder
from ingest.errors import LibraryError

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("ignore::DeprecationWarning")]

WORDS = (
    *("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "query", "passage", ":"),
    *("thời", "hạn", "báo", "cáo", "là", "ngày", "nào", "kế", "hoạch"),
)
PROMPTS = {"query": "query: ", "document": "passage: "}


def save_tiny_model(folder: Path, prompts: dict[str, str]) -> str:
    """Leave a transformer of one layer with random weights, as sentence-transformers saves it."""
    import torch  # noqa: PLC0415  (seconds: only for these tests)
    from sentence_transformers import SentenceTransformer, models  # noqa: PLC0415
    from transformers import BertConfig, BertModel, BertTokenizerFast  # noqa: PLC0415

    torch.manual_seed(1)
    folder.mkdir()
    base = folder / "base"
    base.mkdir()
    (base / "vocab.txt").write_text("\n".join(WORDS), "utf-8")
    BertTokenizerFast(vocab=str(base / "vocab.txt"), strip_accents=False).save_pretrained(base)
    config = BertConfig(
        vocab_size=len(WORDS), hidden_size=16, num_hidden_layers=1,
        num_attention_heads=2, intermediate_size=16, max_position_embeddings=40,
    )  # fmt: skip
    BertModel(config).save_pretrained(base)
    layers = models.Transformer(str(base))
    whole = SentenceTransformer(modules=[layers, models.Pooling(16)], prompts=prompts, device="cpu")
    whole.save(str(folder / "model"), create_model_card=False)
    return str(folder / "model")


@pytest.fixture(scope="module")
def prompted(tmp_path_factory: pytest.TempPathFactory) -> str:
    return save_tiny_model(tmp_path_factory.mktemp("m") / "có lời nhắc", PROMPTS)


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> str:
    return save_tiny_model(tmp_path_factory.mktemp("m") / "không", {})


def test_a_folder_loads_and_gives_unit_rows(prompted: str) -> None:
    embedder = load_embedder(prompted)
    assert isinstance(embedder, TransformerEmbedder)
    rows = embedder.embed_passages(["thời hạn báo cáo", "kế hoạch"])
    assert rows.shape == (2, embedder.dimensions) == (2, 16)
    assert rows.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-5)
    assert embedder.embed_passages([]).shape == (0, 16)


def test_its_own_prompts_stand_before_questions_and_passages(prompted: str, plain: str) -> None:
    with_prompts, without = load_embedder(prompted), load_embedder(plain)
    np.testing.assert_allclose(
        with_prompts.embed_question("thời hạn"),
        without.embed_question("query: thời hạn"),
        atol=1e-5,
    )
    np.testing.assert_allclose(
        with_prompts.embed_passages(["kế hoạch"]),
        without.embed_passages(["passage: kế hoạch"]),
        atol=1e-5,
    )


def test_the_fingerprint_is_of_weights_and_prompts_not_of_the_place(
    prompted: str, plain: str
) -> None:
    assert load_embedder(prompted).fingerprint == load_embedder(prompted).fingerprint
    assert load_embedder(prompted).fingerprint != load_embedder(plain).fingerprint


def test_a_model_that_is_not_on_the_machine_is_refused_without_asking_the_network() -> None:
    asked: list[str] = []
    watching = True

    def listen(event: str, _: object) -> None:
        if watching and event in {"socket.connect", "socket.getaddrinfo"}:
            asked.append(event)

    sys.addaudithook(listen)
    for name in ("khong-co/mo-hinh", "khong-co", "C:\\không phải tên"):
        with pytest.raises(LibraryError, match="hf download"):
            load_embedder(name)
    watching = False
    assert asked == []


def test_a_folder_that_is_no_model_is_refused_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="bỏ TRACUU_MODEL"):
        load_embedder(str(tmp_path))
