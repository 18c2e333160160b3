"""The embedder: the same vectors as the libraries whose folder it reads, and no slow import."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from safetensors.numpy import load_file, save_file
from tokenizers import Tokenizer

from index.embed import MODELS, SHIPPED, STATIC_FILES, StaticEmbedder, load_embedder
from ingest.errors import LibraryError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from index.model import Embedder

TEXTS = (
    "Trước ngày 10/5/2025, các cấp ủy hoàn thành việc xây dựng kế hoạch thực hiện Nghị quyết.",
    "Phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số quốc gia",
    "nghi quyet 57 ve chuyen doi so",
    "Thủ tướng Phạm Minh Chính đến Tiền Giang lúc 9h sáng — “Xin chào!” 😀",
    "x" * 700,
    "Ủy ban nhân dân huyện Gò Công Đông, số 5053-CV/VPTW/nb; xylophon và Schleswig",
    "chữ thái ไทย, tổ hợp a\u0323\u0302, một  hai\tba\nbốn",
    "",
)
HEAVY = ("torch", "transformers", "sentence_transformers", "model2vec", "huggingface_hub")


@pytest.fixture(scope="module")
def shipped() -> StaticEmbedder:
    embedder = load_embedder()
    assert isinstance(embedder, StaticEmbedder)
    return embedder


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Return a copy of the shipped folder that a test may damage."""
    return Path(shutil.copytree(MODELS / SHIPPED, tmp_path / "mô hình"))


def means(embedder: Embedder, texts: Sequence[str]) -> NDArray[np.float32]:
    """Return the texts' plain means, as other readers of the folder give them."""
    return np.stack([embedder.embed_question(text) for text in texts])


def test_rows_equal_those_model2vec_gives_for_the_same_folder(shipped: StaticEmbedder) -> None:
    from model2vec import StaticModel  # noqa: PLC0415  (0.3 s that the other tests need not wait)

    theirs = StaticModel.from_pretrained(MODELS / SHIPPED).encode(list(TEXTS), max_length=None)
    np.testing.assert_allclose(means(shipped, TEXTS), theirs, atol=2e-3)


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_rows_equal_those_sentence_transformers_gives(shipped: StaticEmbedder) -> None:
    from sentence_transformers import SentenceTransformer  # noqa: PLC0415  (takes seconds)

    model = SentenceTransformer(str(MODELS / SHIPPED), device="cpu", local_files_only=True)
    filled = [text for text in TEXTS if text]
    np.testing.assert_allclose(means(shipped, filled), model.encode(filled), atol=2e-3)


def test_loading_the_shipped_model_imports_no_heavy_library() -> None:
    program = (
        "import sys; from index.embed import load_embedder; load_embedder().embed_question('a');"
        f"print(sorted(set({HEAVY!r}) & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=True,
        cwd=MODELS.parent.parent,
    )
    assert done.stdout.strip() == "[]"


def leading(copy: Path, units: int, share: float) -> StaticEmbedder:
    """Return the copied model with another lead."""
    config = json.loads((copy / "config.json").read_text("utf-8"))
    config["lead"] = {"units": units, "share": share}
    (copy / "config.json").write_text(json.dumps(config), "utf-8")
    return StaticEmbedder(copy, "copy")


def test_a_question_and_a_passage_no_longer_than_a_lead_have_one_vector(copy: Path) -> None:
    embedder = leading(copy, 4, 0.5)
    for text in ("kế hoạch", "Tỉnh ủy Tiền Giang", ""):
        np.testing.assert_allclose(
            embedder.embed_question(text), embedder.embed_passages([text])[0], atol=1e-6
        )


def test_a_passage_leans_to_its_lead_by_the_share_that_the_model_names(copy: Path) -> None:
    lead = "Nghỉ hằng năm"
    text = f"{lead}. Người sử dụng lao động thông báo lịch nghỉ cho người lao động biết trước."
    tokenizer = Tokenizer.from_file(str(copy / "tokenizer.json"))
    units = len(tokenizer.encode(lead, add_special_tokens=False).ids)
    embedder = leading(copy, units, 0.5)
    first, whole = (embedder.embed_question(one) for one in (lead, text))
    wanted = (whole + 0.5 * first) / np.linalg.norm(whole + 0.5 * first)
    np.testing.assert_allclose(embedder.embed_passages([text])[0], wanted, atol=1e-5)
    none = leading(copy, units, 0.0)
    np.testing.assert_allclose(none.embed_passages([text])[0], whole, atol=1e-6)
    assert embedder.fingerprint != none.fingerprint


@settings(deadline=None)  # the first unusual text loads the tokenizer
@given(st.lists(st.text(max_size=60), max_size=5))
def test_every_row_has_length_one_or_is_empty(texts: list[str]) -> None:
    rows = EMBEDDER.embed_passages(texts)
    assert rows.shape == (len(texts), EMBEDDER.dimensions)
    assert rows.dtype == np.float32
    lengths = np.linalg.norm(rows, axis=1)
    assert all(length == 0 or abs(length - 1) < 1e-3 for length in lengths)


EMBEDDER = load_embedder()


def test_case_and_unicode_form_do_not_change_a_vector(shipped: StaticEmbedder) -> None:
    composed = shipped.embed_question("Đảng ủy xã Hòa Bình")
    decomposed = "ĐẢNG ỦY XÃ HÒA BÌNH".encode().decode()
    import unicodedata  # noqa: PLC0415

    typed = shipped.embed_question(unicodedata.normalize("NFD", decomposed))
    np.testing.assert_allclose(composed, typed, atol=1e-6)


def test_a_passage_on_the_subject_is_nearer_than_one_on_another(shipped: StaticEmbedder) -> None:
    passages = (
        "Người lao động được nghỉ hằng năm 12 ngày làm việc, hưởng nguyên lương.",
        "Tàu biển phải có giấy chứng nhận đăng kiểm trước khi rời cảng.",
    )
    question = shipped.embed_question("Mỗi năm được nghỉ phép bao nhiêu ngày?")
    near, far = shipped.embed_passages(passages) @ question
    assert near > far


def test_many_texts_in_batches_equal_each_alone(shipped: StaticEmbedder) -> None:
    texts = [f"Điều {number}. Trách nhiệm thi hành" for number in range(2100)]
    rows = shipped.embed_passages(texts)
    for at in (0, 1023, 1024, 2099):
        np.testing.assert_allclose(rows[at], shipped.embed_question(texts[at]), atol=1e-6)


def test_no_texts_make_no_rows(shipped: StaticEmbedder) -> None:
    assert shipped.embed_passages([]).shape == (0, shipped.dimensions)


def test_the_shipped_folder_holds_at_most_32_megabytes() -> None:
    size = sum(path.stat().st_size for path in (MODELS / SHIPPED).rglob("*") if path.is_file())
    assert size <= 32_000_000


def test_a_question_takes_at_most_a_millisecond(shipped: StaticEmbedder) -> None:
    times = []
    for _ in range(50):
        began = time.perf_counter()
        shipped.embed_question("Thời hạn gửi kế hoạch về Ban Thường vụ Tỉnh ủy là ngày nào?")
        times.append(time.perf_counter() - began)
    assert sorted(times)[len(times) // 2] < 1e-3


def test_the_fingerprint_changes_with_any_file_the_vectors_depend_on(copy: Path) -> None:
    seen = {load_embedder(str(copy)).fingerprint}
    tensors = load_file(copy / STATIC_FILES[0])
    tensors["embeddings"][5] = 1
    save_file(tensors, copy / STATIC_FILES[0])
    seen.add(load_embedder(str(copy)).fingerprint)
    config = json.loads((copy / "config.json").read_text("utf-8"))
    (copy / "config.json").write_text(json.dumps({**config, "note": 1}), "utf-8")
    seen.add(load_embedder(str(copy)).fingerprint)
    assert len(seen) == 3


def test_a_copy_in_another_folder_has_the_same_fingerprint(
    copy: Path, shipped: StaticEmbedder
) -> None:
    assert load_embedder(str(copy)).fingerprint == shipped.fingerprint
    assert load_embedder(str(copy)).name == str(copy)


@pytest.mark.parametrize("damaged", STATIC_FILES[:2])
def test_a_damaged_model_is_named_with_what_to_do(copy: Path, damaged: str) -> None:
    (copy / damaged).write_bytes(b"\0" * 9)
    with pytest.raises(LibraryError, match="bỏ TRACUU_MODEL"):
        load_embedder(str(copy))


def test_quantised_rows_with_weights_and_a_mapping_read_as_model2vec_reads_them(
    copy: Path,
) -> None:
    from model2vec import StaticModel  # noqa: PLC0415

    vocabulary = len(load_file(copy / STATIC_FILES[0])["embeddings"])
    chance = np.random.default_rng(1)
    save_file(
        {
            "embeddings": chance.integers(-127, 128, (500, 32)).astype(np.int8),
            "mapping": chance.integers(0, 500, vocabulary),
            "weights": chance.random(vocabulary),
        },
        copy / STATIC_FILES[0],
    )
    theirs = StaticModel.from_pretrained(copy).encode(list(TEXTS), max_length=None)
    np.testing.assert_allclose(means(load_embedder(str(copy)), TEXTS), theirs, atol=1e-4)
