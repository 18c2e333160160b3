"""The running service that the tests of the interfaces share: real library, small embedder."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from fakes import HashingEmbedder
from papers import PLAN
from shared import CORPUS
from starlette.testclient import TestClient

from api.app import create_app
from api.settings import Settings
from index.library import Library
from ingest.read import read_document

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fastapi import FastAPI


@dataclass(frozen=True)
class Service:
    """An application over a library of two documents: the shipped one and a made-up plan."""

    app: FastAPI
    client: TestClient
    library: Library
    settings: Settings
    plan: str


@pytest.fixture(scope="session")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """Yield the service; nothing in it may be changed by a test."""
    settings = Settings(data=tmp_path_factory.mktemp("library"), offline=True)
    shipped = (CORPUS / "180-KH-TU.txt").read_bytes()
    files = ((shipped, "180-KH-TU.txt"), (PLAN.encode(), "45-KH-TU.txt"))
    items = [(read_document(data, name), data) for data, name in files]
    with Library.open(settings.data, HashingEmbedder) as library:
        library.put(items)
        app = create_app(settings, library=library)
        client = TestClient(app, raise_server_exceptions=False)
        yield Service(app, client, library, settings, items[1][0].info.id)
