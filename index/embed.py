"""Texts become unit vectors: the model that ships, or any sentence-transformers model by name.

The shipped model is a table of token vectors; a text's vector is the mean of its tokens' rows.
It is read here from the folder that model2vec (and sentence-transformers) reads, with the same
result, but without importing either: that saves a cold start a third of a second.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from safetensors import SafetensorError
from safetensors.numpy import load_file

from index.embed_units import Units, can_cut
from index.likeness import Likeness
from ingest.errors import LibraryError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from index.model import Embedder

MODELS = Path(__file__).resolve().parent / "models"
SHIPPED = "vi-static"

# Everything in a static model's folder that its vectors depend on, in the order it is digested.
STATIC_FILES = ("model.safetensors", "tokenizer.json", "config.json")

# Texts a static model takes at once: enough to fill all cores, few enough to stay in memory.
BATCH = 1024

# Other frameworks' copies of the weights in a model's repository.
NEVER_LOADED = ["onnx/*", "openvino/*", "*.h5", "*.msgpack", "*.ot", "*.onnx"]

NOT_FOUND = (
    "Không tìm thấy mô hình “{name}” trên máy này. Nếu là thư mục, hãy kiểm tra lại đường dẫn "
    "trong {setting}; nếu là tên mô hình, hãy tải về trước trên máy có mạng bằng lệnh "
    "`hf download {name}` rồi chép thư mục đó sang. Bỏ {setting} để {instead}."
)
DAMAGED = (
    "Thư mục mô hình “{name}” bị thiếu hoặc hỏng tệp ({detail}). Hãy chép lại thư mục này, "
    "hoặc bỏ {setting} để {instead}."
)
SETTING = "TRACUU_MODEL"
WITHOUT = "dùng mô hình có sẵn"


def load_embedder(name: str | None = None, *, download: bool = False) -> Embedder:
    """Return the embedder of a folder or model name; without one, the model that ships.

    A name that is no folder is looked for among the models already on this machine; the network
    is asked only with ``download``. Raises LibraryError, saying what to do, if there is none.
    """
    folder = MODELS / SHIPPED if name is None else Path(name).expanduser()
    if _is_static(folder):
        return StaticEmbedder(folder, name or SHIPPED)
    if name is None:
        raise _damaged(folder, ", ".join(STATIC_FILES))
    return TransformerEmbedder(name, download=download)


class StaticEmbedder:
    """A model2vec folder: token vectors, averaged and scaled to length one."""

    quick = True

    def __init__(self, folder: Path, name: str) -> None:
        self.name = name
        files = tuple(folder / part for part in STATIC_FILES)
        try:
            self._rows, self._weights = _token_vectors(load_file(files[0]))
            self.fingerprint = _digest(path.read_bytes() for path in files)
            stored = json.loads(files[1].read_text("utf-8"))
            unknown = _unknown_token(stored["model"])
        except (OSError, KeyError, ValueError, SafetensorError) as error:
            raise _damaged(folder, error) from error
        if unknown is not None:
            self._weights[unknown] = 0
        tokenize = _Tokenize(files[1])
        known = stored["model"]["vocab"] if can_cut(stored) else []
        self._units = tuple(unit for unit, _ in known)
        self._cut = Units(known, tokenize).cut if known else tokenize
        self.dimensions = int(self._rows.shape[1])
        lead = json.loads(files[2].read_text("utf-8")).get("lead", {})
        self._lead_units = int(lead.get("units", 0))
        self._lead_share = float(lead.get("share", 0.0))

    @cached_property
    def terms(self) -> Likeness:
        """What the model's terms say of each other; empty for a vocabulary of another kind."""
        return Likeness(self._units, self._rows, self._weights)

    def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return one unit row a text; a text without a known token has a row of zeros."""
        out = np.zeros((len(texts), self.dimensions), np.float32)
        for at in range(0, len(texts), BATCH):
            cut = self._cut(list(texts[at : at + BATCH]))
            for row, tokens in enumerate(cut, start=at):
                out[row] = self._passage(tokens)
        return out

    def embed_question(self, text: str) -> NDArray[np.float32]:
        """Return one unit vector; zeros if no token of the text is known."""
        return self._mean(self._cut([text])[0])

    def _passage(self, tokens: list[int]) -> NDArray[np.float32]:
        """Return the tokens' mean with that of the first ones, which say what it is about."""
        whole = self._mean(tokens)
        if len(tokens) <= self._lead_units or not self._lead_share:
            return whole
        lead = self._mean(tokens[: self._lead_units])
        return _unit(whole + np.float32(self._lead_share) * lead)

    def _mean(self, tokens: list[int]) -> NDArray[np.float32]:
        """Return the tokens' weighted mean, scaled to length one."""
        # One product a text stays in the processor's cache, which all texts' rows would not.
        return _unit(self._weights[tokens] @ self._rows[tokens].astype(np.float32))


def _unit(vector: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the vector scaled to length one; zeros stay zeros."""
    length = float(np.linalg.norm(vector))
    return vector / np.float32(length) if length else vector


class TransformerEmbedder:
    """Any sentence-transformers model, with the prompts its own configuration names."""

    quick = False

    def __init__(self, name: str, *, download: bool = False) -> None:
        # Takes seconds to import, torch included: only those who name such a model wait for it.
        from sentence_transformers import SentenceTransformer  # noqa: PLC0415

        self.name = name
        folder = local_folder(name, download=download)
        try:
            self._model = SentenceTransformer(str(folder), device="cpu", local_files_only=True)
        except (OSError, ValueError) as error:
            raise _damaged(name, error) from error
        self.fingerprint = _digest(_transformer_parts(self._model))
        self.dimensions = self.embed_question("tra cứu").shape[0]

    def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return one unit row a text, under the model's prompt for documents if it has one."""
        if not texts:
            return np.zeros((0, self.dimensions), np.float32)
        rows = self._model.encode_document(
            list(texts), normalize_embeddings=True, show_progress_bar=False
        )
        return np.asarray(rows, np.float32)

    def embed_question(self, text: str) -> NDArray[np.float32]:
        """Return one unit vector, under the model's prompt for questions if it has one."""
        row = self._model.encode_query(text, normalize_embeddings=True, show_progress_bar=False)
        return np.asarray(row, np.float32)


def _damaged(name: str | Path, detail: object) -> LibraryError:
    return LibraryError(DAMAGED.format(name=name, detail=detail, setting=SETTING, instead=WITHOUT))


def local_folder(
    name: str, *, download: bool = False, setting: str = SETTING, instead: str = WITHOUT
) -> Path:
    """Return where the named model lies; LibraryError if it is nowhere on this machine.

    ``setting`` named it; without that setting, the program would do ``instead``. Looked up here
    and loaded by path, because transformers asks the network for a name it does not find even
    when told to use local files only.
    """
    from huggingface_hub import snapshot_download  # noqa: PLC0415  (comes with transformers)

    named = Path(name).expanduser()
    if named.is_dir():
        return named
    for repository in (name, f"sentence-transformers/{name}"):
        # OSError: not among the local files, or no network; ValueError: no name of a repository
        with contextlib.suppress(OSError, ValueError):
            found = snapshot_download(
                repository, local_files_only=not download, ignore_patterns=NEVER_LOADED
            )
            return Path(found)
    raise LibraryError(NOT_FOUND.format(name=name, setting=setting, instead=instead))


def _is_static(folder: Path) -> bool:
    if not all((folder / part).is_file() for part in STATIC_FILES):
        return False
    config = json.loads((folder / "config.json").read_text("utf-8"))
    return bool(config.get("model_type") == "model2vec")


def _token_vectors(
    tensors: dict[str, NDArray[Any]],
) -> tuple[NDArray[Any], NDArray[np.float32]]:
    """Return a row and its factor for each token id, as stored (whole numbers stay small)."""
    rows = tensors["embeddings"]
    if "mapping" in tensors:
        rows = rows[tensors["mapping"]]
    if "weights" in tensors:
        return rows, tensors["weights"].astype(np.float32)
    return rows, np.ones(len(rows), np.float32)


class _Tokenize:
    """The folder's own tokenizer, loaded when it is first needed."""

    def __init__(self, path: Path) -> None:
        self._path = path

    @cached_property
    def _tokenizer(self) -> Any:
        from tokenizers import Tokenizer  # noqa: PLC0415  (a cold start seldom needs it)

        tokenizer = Tokenizer.from_file(str(self._path))
        tokenizer.no_truncation()
        tokenizer.no_padding()
        return tokenizer

    def __call__(self, texts: list[str]) -> list[list[int]]:
        """Return the token ids of each text."""
        encoded = self._tokenizer.encode_batch_fast(texts, add_special_tokens=False)
        return [one.ids for one in encoded]


def _unknown_token(model: dict[str, Any]) -> int | None:
    """Return the id of the token that stands for what the vocabulary lacks; it has no meaning."""
    number = model.get("unk_id")
    if number is None and model.get("unk_token") is not None:
        number = model["vocab"][model["unk_token"]]
    return number


def _transformer_parts(model: Any) -> Iterable[bytes]:
    """Yield what a transformer's vectors depend on: prompts, length limit, and every weight."""
    yield json.dumps([model.prompts, model.max_seq_length], sort_keys=True).encode()
    for key, tensor in sorted(model.state_dict().items()):
        yield key.encode()
        yield tensor.detach().cpu().contiguous().flatten().view(dtype=_bytes_type()).numpy()


def _bytes_type() -> Any:
    import torch  # noqa: PLC0415  (only reached when a transformer is loaded already)

    return torch.uint8


def _digest(parts: Iterable[bytes]) -> str:
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part)
    return digest.hexdigest()[:32]
