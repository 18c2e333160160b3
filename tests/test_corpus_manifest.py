"""The manifest names the documents of the corpus truly, and a slip in it is named at once."""

from __future__ import annotations

import hashlib
import re
from datetime import date
from typing import TYPE_CHECKING

import pytest
from papers import kh180
from shared import CORPUS, needs_shared, shared

from api.corpus import mismatches
from api.manifest import load_manifest
from ingest.errors import TracuuError
from ingest.header import document_id
from ingest.read import read_document

if TYPE_CHECKING:
    from pathlib import Path

KNOWN = {record.id: record for record in load_manifest(CORPUS).documents}

RECORD = """[[document]]
id = "1-kh-tu-2025-01-02"
symbol = "1-KH/TU"
type = "Kế hoạch"
title = "thử"
issuer = "Tỉnh ủy"
issued = 2025-01-02
"""


def test_the_four_documents_are_known() -> None:
    assert {(r.symbol, r.type, r.issued) for r in KNOWN.values()} == {
        ("180-KH/TU", "Kế hoạch", date(2025, 2, 18)),
        ("57-NQ/TW", "Nghị quyết", date(2024, 12, 22)),
        ("18-NQ/TW", "Nghị quyết", date(2017, 10, 25)),
        ("186-HD/BTGTW", "Hướng dẫn", date(2025, 1, 10)),
    }


def test_an_id_is_the_one_that_reading_gives() -> None:
    for record in KNOWN.values():
        made = document_id(record.symbol, record.type, record.issuer, record.issued)
        assert made == record.id


def test_the_shipped_text_is_the_one_the_record_means() -> None:
    record, document = KNOWN["180-kh-tu-2025-02-18"], kh180()
    assert record.file == "180-KH-TU.txt"
    assert hashlib.sha256(document.text.encode()).hexdigest() == record.sha256
    assert mismatches(record, document.info) == ()
    assert record.issuer == document.info.issuer
    assert record.signer == document.info.signer
    assert record.title == document.info.title


def test_relations_lead_to_known_documents() -> None:
    for record in KNOWN.values():
        assert {relation.target for relation in record.relations} <= set(KNOWN)


def test_addresses_are_https_and_only_of_the_vietnamese_text() -> None:
    for record in KNOWN.values():
        for address in record.addresses:
            assert re.fullmatch(r"https://[\w.-]+/\S+", address)
            assert "english" not in address
    assert len(KNOWN["57-nq-tw-2024-12-22"].addresses) == 4
    assert KNOWN["18-nq-tw-2017-10-25"].addresses == ()


@needs_shared
def test_the_full_text_of_resolution_57_proves_right() -> None:
    data = shared("corpus", "57-NQ-TW.txt").read_bytes()
    assert mismatches(KNOWN["57-nq-tw-2024-12-22"], read_document(data, "57.txt").info) == ()


@needs_shared
def test_no_other_shared_document_is_taken_for_a_known_one() -> None:
    taken = []
    for path in sorted(shared("documents", "party").glob("*.txt")):
        if "57-NQ" in path.name:
            continue
        info = read_document(path.read_bytes(), path.name, confirmed=True).info
        taken += [path.name for record in KNOWN.values() if not mismatches(record, info)]
    assert taken == []


def test_without_a_manifest_nothing_is_known(tmp_path: Path) -> None:
    manifest = load_manifest(tmp_path)
    assert manifest.documents == ()
    assert manifest.example is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[document", "không đúng dạng TOML"),
        (RECORD.replace('symbol = "1-KH/TU"\n', ""), "symbol"),
        (RECORD.replace("2025-01-02\n", '"2025-01-02"\n'), "issued"),
        (RECORD + 'adress = "x"\n', "adress"),
        (RECORD + 'relations = [{ kind = "bạn của", target = "x" }]\n', "bạn của"),
        (RECORD + 'relations = ["x"]\n', "x"),
    ],
)
def test_a_slip_in_the_manifest_is_named(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "manifest.toml").write_text(text, encoding="utf-8")
    with pytest.raises(TracuuError, match=re.escape(said)):
        load_manifest(tmp_path)
