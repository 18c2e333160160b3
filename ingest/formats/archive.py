"""ZIP containers, looked at before anything in them is unpacked.

An entry never unpacks to more than its directory declares: ``zipfile`` stops there and compares
the checksum. So what is declared is what is limited. Archives inside archives are never opened.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from itertools import pairwise
from pathlib import PurePosixPath

from ingest.errors import DamagedFileError, EncryptedFileError, TooLargeError
from ingest.formats.limits import MAX_ARCHIVE_BYTES, MAX_ARCHIVE_ENTRIES, MAX_ARCHIVE_RATIO

DECLARED_WITHIN = 4_096  # bytes; a declaration stands before the first element
ENCRYPTED = 0x1  # flag bit 0 of an entry
LOCAL_HEADER = 30  # bytes before the name of an entry

_DRIVE = re.compile("[a-z]:")  # "c:/windows"


def open_archive(data: bytes) -> zipfile.ZipFile:
    """Return the archive, its directory checked: entries, names, declared size, ratio.

    Raises:
        DamagedFileError: the directory cannot be read, or names lead out of the archive.
        EncryptedFileError: an entry needs a password.
        TooLargeError: the archive would unpack to more than the limits allow.

    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        entries = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise DamagedFileError(
            "Tệp dạng nén ZIP (.docx, .xlsx, .odt) bị hỏng hoặc tải chưa hết. Hãy lấy lại bản gốc."
        ) from error
    _check_directory(entries)
    return archive


def refuse_declarations(archive: zipfile.ZipFile) -> None:
    """Raise DamagedFileError if an XML part declares a document type: entities stand in those.

    No office program writes one.
    """
    for entry in archive.infolist():
        if not entry.filename.lower().endswith((".xml", ".rels")):
            continue
        try:
            with archive.open(entry) as part:
                head = part.read(DECLARED_WITHIN)
        except (
            zipfile.BadZipFile,
            zlib.error,
            OSError,
            EOFError,
            ValueError,
            NotImplementedError,
        ) as error:
            raise DamagedFileError(
                "Tệp nén bị hỏng hoặc tải chưa hết. Hãy lấy lại bản gốc."
            ) from error
        if b"<!DOCTYPE" in head.replace(b"\0", b"").upper():
            raise DamagedFileError(
                "Tệp chứa khai báo XML không an toàn nên không được mở. "
                "Hãy mở bằng Office rồi lưu lại thành tệp mới."
            )


def _check_directory(entries: list[zipfile.ZipInfo]) -> None:
    if any(entry.flag_bits & ENCRYPTED for entry in entries):
        raise EncryptedFileError("Tệp có mật khẩu. Hãy bỏ mật khẩu rồi thêm lại.")
    names = [entry.filename.replace("\\", "/").casefold() for entry in entries]
    if any(map(_leads_out, names)):
        raise DamagedFileError(
            "Tệp nén chứa đường dẫn không hợp lệ nên không được mở. "
            "Hãy mở bằng Office rồi lưu lại thành tệp mới."
        )
    if len(set(names)) < len(names) or _overlap(entries):
        raise DamagedFileError(
            "Tệp nén chứa các phần trùng hoặc chồng lên nhau nên không được mở. "
            "Hãy mở bằng Office rồi lưu lại thành tệp mới."
        )
    unpacked = sum(entry.file_size for entry in entries)
    packed = max(sum(entry.compress_size for entry in entries), 1)
    if (
        len(entries) > MAX_ARCHIVE_ENTRIES
        or unpacked > MAX_ARCHIVE_BYTES
        or (unpacked > MAX_ARCHIVE_BYTES // 100 and unpacked > packed * MAX_ARCHIVE_RATIO)
    ):
        raise TooLargeError(
            "Tệp nén bung ra lớn bất thường nên không được mở. "
            "Hãy lưu lại văn bản thành .docx mới rồi thêm lần nữa."
        )


def _leads_out(name: str) -> bool:
    path = PurePosixPath(name)
    return path.is_absolute() or ".." in path.parts or bool(_DRIVE.match(name))


def _overlap(entries: list[zipfile.ZipInfo]) -> bool:
    """Tell whether entries share bytes: a small file then unpacks to a very large one."""
    placed = sorted(entries, key=lambda entry: entry.header_offset)
    return any(
        one.header_offset + LOCAL_HEADER + one.compress_size > other.header_offset
        for one, other in pairwise(placed)
    )
