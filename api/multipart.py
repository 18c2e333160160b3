"""A form with files, taken apart while it streams in, all in memory.

The web framework's own form parser writes larger files to a temporary folder before anyone has
looked at them; a secret file would leave its trace there.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from python_multipart.exceptions import MultipartParseError
from python_multipart.multipart import MultipartParser, parse_options_header

from ingest.errors import TooLargeError, TracuuError

if TYPE_CHECKING:
    from collections.abc import Mapping

KIND: Final = b"multipart/form-data"
MOST_FIELD: Final = 1_000  # bytes of a field that is no file
MOST_PARTS: Final = 9  # besides the files
OVERHEAD: Final = 65_536  # bytes of boundaries, headers and fields around the file

logging.getLogger("python_multipart").setLevel(logging.ERROR)  # its warnings quote the body


class FormError(TracuuError):
    """The body is no form with one file in it."""


class UploadTooLargeError(TooLargeError):
    """The body is longer than a file may be."""


@dataclass(frozen=True, slots=True)
class SentFile:
    """A file of a form: its name as the sender gave it, and its bytes."""

    source: str
    data: bytes


class FileForm:
    """One form; feed it the body, then ask for its files and fields.

    ``largest`` bounds each file and, with some room for the form itself, all of them together.
    """

    def __init__(self, content_type: bytes, largest: int, most_files: int = 1) -> None:
        kind, options = parse_options_header(content_type)
        if kind != KIND or not options.get(b"boundary"):
            raise FormError("Hãy gửi tệp dạng multipart/form-data, trong trường “file”.")
        self._left = largest + OVERHEAD
        self._largest = largest
        self._most_files = most_files
        self._parts = 0
        self._name = self._header = self._value = b""
        self._headers: dict[bytes, bytes] = {}
        self._files: list[tuple[str, bytearray]] = []
        self._is_file = self._ended = False
        self.fields: dict[str, str] = {}
        self._parser = MultipartParser(
            options[b"boundary"],
            {
                "on_part_begin": self._begin,
                "on_header_field": self._on_header,
                "on_header_value": self._on_value,
                "on_header_end": self._end_header,
                "on_headers_finished": self._open_part,
                "on_part_data": self._on_data,
                "on_end": self._end,
            },
        )

    def feed(self, chunk: bytes) -> None:
        """Take the next piece of the body.

        Raises:
            UploadTooLargeError: as soon as the body is longer than it may be.
            FormError: it is no form.

        """
        self._left -= len(chunk)
        if self._left < 0:
            raise self._too_large()
        try:
            self._parser.write(chunk)
        except MultipartParseError as error:
            raise FormError("Nội dung gửi lên không đúng dạng multipart/form-data.") from error

    def files(self) -> tuple[SentFile, ...]:
        """Return the files, at least one, once the whole body has been fed.

        A browser sends a field where nothing was chosen as a file without name and bytes.
        """
        if not self._ended:
            raise FormError("Nội dung gửi lên bị cắt giữa chừng. Hãy gửi lại.")
        chosen = [SentFile(source, bytes(data)) for source, data in self._files if source or data]
        if not chosen:
            raise FormError("Không có tệp nào trong trường “file”. Hãy chọn tệp rồi gửi lại.")
        return tuple(chosen)

    def _begin(self) -> None:
        self._parts += 1
        if self._parts > MOST_PARTS + self._most_files:
            raise FormError("Biểu mẫu có quá nhiều phần. Hãy gửi ít tệp hơn mỗi lần.")
        self._headers = {}
        self._header = self._value = b""

    def _on_header(self, data: bytes, start: int, end: int) -> None:
        self._header += data[start:end]

    def _on_value(self, data: bytes, start: int, end: int) -> None:
        self._value += data[start:end]

    def _end_header(self) -> None:
        self._headers[self._header.lower()] = self._value
        self._header = self._value = b""

    def _open_part(self) -> None:
        _, options = parse_options_header(self._headers.get(b"content-disposition", b""))
        self._name = options.get(b"name", b"")
        self._is_file = b"filename" in options
        if not self._is_file:
            return
        if self._name != b"file":
            raise FormError("Tệp phải ở trong trường “file”.")
        if len(self._files) >= self._most_files:
            raise FormError(f"Mỗi lần gửi nhiều nhất {self._most_files} tệp.")
        self._files.append((options[b"filename"].decode("utf-8", "replace"), bytearray()))

    def _on_data(self, data: bytes, start: int, end: int) -> None:
        if self._is_file:
            file = self._files[-1][1]
            file += data[start:end]
            if len(file) > self._largest:
                raise self._too_large()
            return
        name = self._name.decode("utf-8", "replace")
        written = self.fields.get(name, "") + data[start:end].decode("utf-8", "replace")
        if len(written) > MOST_FIELD:
            raise FormError(f"Trường “{name[:50]}” quá dài.")
        self.fields[name] = written

    def _end(self) -> None:
        self._ended = True

    def _too_large(self) -> UploadTooLargeError:
        return UploadTooLargeError(
            f"Tệp vượt giới hạn {self._largest / 1_000_000:g} MB"
            f"{' (tính chung các tệp gửi một lần)' * (self._most_files > 1)}. "
            "Hãy chia nhỏ hoặc bỏ bớt hình ảnh rồi gửi lại."
        )


def is_yes(fields: Mapping[str, str], name: str) -> bool:
    """Tell whether a field of the form says yes."""
    return fields.get(name, "").strip().lower() in {"true", "1", "yes", "on", "có"}
