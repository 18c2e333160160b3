"""A form with one file, taken apart while it streams in, all in memory.

The web framework's own form parser writes larger files to a temporary folder before anyone has
looked at them; a secret file would leave its trace there.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Final

from python_multipart.exceptions import MultipartParseError
from python_multipart.multipart import MultipartParser, parse_options_header

from ingest.errors import TooLargeError, TracuuError

if TYPE_CHECKING:
    from collections.abc import Mapping

KIND: Final = b"multipart/form-data"
MOST_FIELD: Final = 1_000  # bytes of a field that is no file
MOST_PARTS: Final = 10
OVERHEAD: Final = 65_536  # bytes of boundaries, headers and fields around the file

logging.getLogger("python_multipart").setLevel(logging.ERROR)  # its warnings quote the body


class FormError(TracuuError):
    """The body is no form with one file in it."""


class UploadTooLargeError(TooLargeError):
    """The body is longer than a file may be."""


class FileForm:
    """One form; feed it the body, then ask for the file and the fields."""

    def __init__(self, content_type: bytes, largest: int) -> None:
        kind, options = parse_options_header(content_type)
        if kind != KIND or not options.get(b"boundary"):
            raise FormError("Hãy gửi tệp dạng multipart/form-data, trong trường “file”.")
        self._left = largest + OVERHEAD
        self._largest = largest
        self._parts = 0
        self._name = self._header = self._value = b""
        self._headers: dict[bytes, bytes] = {}
        self._file: bytearray | None = None
        self._is_file = self._ended = False
        self.source = ""
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

    def file(self) -> bytes:
        """Return the bytes of the file, once the whole body has been fed."""
        if not self._ended:
            raise FormError("Nội dung gửi lên bị cắt giữa chừng. Hãy gửi lại.")
        if self._file is None:
            raise FormError("Không có tệp nào trong trường “file”. Hãy chọn tệp rồi gửi lại.")
        return bytes(self._file)

    def _begin(self) -> None:
        self._parts += 1
        if self._parts > MOST_PARTS:
            raise FormError("Biểu mẫu có quá nhiều phần. Mỗi lần hãy gửi một tệp.")
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
        if self._file is not None or self._name != b"file":
            raise FormError("Mỗi lần chỉ gửi một tệp, trong trường “file”.")
        self._file = bytearray()
        self.source = options[b"filename"].decode("utf-8", "replace")

    def _on_data(self, data: bytes, start: int, end: int) -> None:
        if self._is_file and self._file is not None:
            self._file += data[start:end]
            if len(self._file) > self._largest:
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
            f"Tệp vượt giới hạn {self._largest / 1_000_000:g} MB. "
            "Hãy chia nhỏ hoặc bỏ bớt hình ảnh rồi gửi lại."
        )


def is_yes(fields: Mapping[str, str]) -> bool:
    """Tell whether the person said yes to keeping a document with a handling mark."""
    return fields.get("confirmed", "").strip().lower() in {"true", "1", "yes", "on", "có"}
