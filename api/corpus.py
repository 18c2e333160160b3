"""``corpus sync``: the documents known but not held are fetched, checked and added.

A file is taken only if the number, type and date that are read in it are those of the record;
every source tried is reported. What comes is read through ``read``, which the callers make a
process apart. This is the only module that opens outgoing connections.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, Protocol, TypeAlias
from urllib.parse import urljoin, urlsplit

import httpx

from ingest.errors import ReadError, TracuuError
from ingest.symbols import matches, parse_number

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from api.model import KnownDocument
    from ingest.model import Document, DocumentInfo

Read: TypeAlias = "Callable[[bytes, str], Document]"
Outcome: TypeAlias = Literal["added", "held", "refused", "failed", "no address"]

REDIRECTS: Final = 5
LOOPBACK: Final = frozenset({"127.0.0.1", "::1", "localhost"})
AGENT: Final = "tracuu (corpus sync)"
STATUS_WORDS: Final = {
    401: "cần đăng nhập",
    403: "máy chủ từ chối",
    404: "không có trang này",
    410: "trang đã bị gỡ",
    429: "bị giới hạn số lần tải",
}


class Shelves(Protocol):
    """What sync needs of the library."""

    def documents(self) -> tuple[DocumentInfo, ...]:
        """Return the heads of all documents held."""
        ...

    def put(self, items: Sequence[tuple[Document, bytes]], /) -> tuple[str, ...]:
        """Keep documents."""
        ...


@dataclass(frozen=True, slots=True)
class Attempt:
    """One source tried for one document, and what came of it (Vietnamese)."""

    document_id: str
    source: str
    outcome: Outcome
    message: str


class FetchError(TracuuError):
    """A source that did not give its text."""


@dataclass(frozen=True, slots=True)
class Fetcher:
    """Fetches one address over HTTPS within limits of size and total time; never retries.

    ``loopback`` lets tests use plain HTTP on this machine; no setting turns it on.
    """

    seconds: float = 30.0
    largest: int = 20_000_000
    loopback: bool = False

    def fetch(self, address: str) -> bytes:
        """Return the body of an address, redirects followed as far as they stay allowed.

        Raises:
            FetchError: with the reason, fit to be shown to a person.

        """
        return asyncio.run(self._in_time(address))

    async def _in_time(self, address: str) -> bytes:
        """Return the body or fail when the time is up, wherever it was spent."""
        try:
            async with asyncio.timeout(self.seconds):
                return await self._follow(address)
        except (TimeoutError, httpx.TimeoutException) as error:
            raise FetchError(f"quá {self.seconds:g} giây mà chưa xong") from error
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise FetchError(f"không kết nối được ({type(error).__name__})") from error

    async def _follow(self, address: str) -> bytes:
        # a proxy of the environment is right for the internet and wrong for this machine
        async with httpx.AsyncClient(
            headers={"User-Agent": AGENT}, timeout=self.seconds, trust_env=not self.loopback
        ) as client:
            for _ in range(REDIRECTS + 1):
                self._permit(address)
                found = await self._once(client, address)
                if isinstance(found, bytes):
                    return found
                address = found
        raise FetchError(f"chuyển hướng quá {REDIRECTS} lần")

    def _permit(self, address: str) -> None:
        parts = urlsplit(address)
        if parts.scheme == "https" and parts.hostname:
            return
        if self.loopback and parts.scheme == "http" and parts.hostname in LOOPBACK:
            return
        raise FetchError(f"chỉ tải qua HTTPS, không tải {parts.scheme or 'địa chỉ này'}")

    async def _once(self, client: httpx.AsyncClient, address: str) -> bytes | str:
        """Return the body, or the address it is redirected to."""
        async with client.stream("GET", address) as response:
            if response.is_redirect:
                return urljoin(address, response.headers["location"])
            if response.status_code != httpx.codes.OK:
                words = STATUS_WORDS.get(response.status_code, "máy chủ không trả nội dung")
                raise FetchError(f"mã {response.status_code}: {words}")
            return await self._body(response)

    async def _body(self, response: httpx.Response) -> bytes:
        """Return the body, counted as it streams in."""
        body = bytearray()
        async for chunk in response.aiter_bytes():
            body += chunk
            if len(body) > self.largest:
                raise FetchError(f"lớn hơn {self.largest / 1_000_000:g} MB nên bị bỏ")
        return bytes(body)


def sync(
    library: Shelves, known: Sequence[KnownDocument], fetcher: Fetcher, read: Read
) -> Iterator[Attempt]:
    """Yield every source tried for every known document, adding those that prove right."""
    for record in known:
        if _holds(library, record):
            yield Attempt(record.id, "", "held", "đã có trong thư viện")
        elif not record.addresses:
            yield Attempt(
                record.id, "", "no address", "chưa biết địa chỉ toàn văn; thêm bằng: tracuu add TỆP"
            )
        else:
            yield from _from_addresses(library, record, fetcher, read)


def _from_addresses(
    library: Shelves, record: KnownDocument, fetcher: Fetcher, read: Read
) -> Iterator[Attempt]:
    for address in record.addresses:
        try:
            data = fetcher.fetch(address)
        except FetchError as error:
            yield Attempt(record.id, address, "failed", str(error))
            continue
        attempt = _try(library, record, (data, address), read)
        yield attempt
        if attempt.outcome == "added":
            return


def sync_from(
    library: Shelves, known: Sequence[KnownDocument], folder: Path, read: Read
) -> Iterator[Attempt]:
    """Yield what came of every known document when the files of a folder are looked through."""
    missing = [record for record in known if not _holds(library, record)]
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        data = path.read_bytes()
        try:
            info = read(data, path.name).info
        except TracuuError:
            continue  # a folder may hold anything; only what proves right is of interest
        record = next((r for r in missing if not mismatches(r, info)), None)
        if record is not None:
            missing.remove(record)
            yield _try(library, record, (data, str(path)), read)
    for record in missing:
        yield Attempt(record.id, str(folder), "failed", "không có tệp nào khớp số, loại và ngày")


def _try(library: Shelves, record: KnownDocument, body: tuple[bytes, str], read: Read) -> Attempt:
    """Return what came of one body: read, compared with the record, added if it is the one."""
    data, source = body
    try:
        document = read(data, source)
    except ReadError as error:
        return Attempt(record.id, source, "refused", f"không đọc được: {error}")
    except TracuuError as error:
        return Attempt(record.id, source, "refused", str(error))
    if wrong := mismatches(record, document.info):
        return Attempt(record.id, source, "refused", "không đúng văn bản: " + "; ".join(wrong))
    library.put([(document, data)])
    return Attempt(record.id, source, "added", "đã thêm vào thư viện")


def mismatches(record: KnownDocument, info: DocumentInfo) -> tuple[str, ...]:
    """Return in what a document read differs from the record: number, type, date."""
    number = parse_number(record.symbol)
    symbol = info.symbol_seen  # the name of a file proves nothing
    issued = None if "issued" in info.from_file else info.issued
    found = []
    if not (number and symbol and matches(number, symbol, info.type)):
        found.append(f"số {symbol or 'không thấy'}, cần {record.symbol}")
    if info.type != record.type:
        found.append(f"loại {info.type or 'không thấy'}, cần {record.type}")
    if issued != record.issued:
        seen = f"{issued:%d/%m/%Y}" if issued else "không thấy"
        found.append(f"ngày {seen}, cần {record.issued:%d/%m/%Y}")
    return tuple(found)


def _holds(library: Shelves, record: KnownDocument) -> bool:
    return any(info.id == record.id or not mismatches(record, info) for info in library.documents())
