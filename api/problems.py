"""Errors as people and programs read them: one table from error to status and title."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from api.multipart import FormError, UploadTooLargeError
from api.uploads import RefusedFileError, UploadBusyError, UploadForbiddenError
from api.wire import FieldError, Problem
from ingest.errors import (
    AmbiguousDocumentError,
    CacheDamagedError,
    ConfirmationNeededError,
    FormerCopyError,
    LibraryError,
    LibraryLockedError,
    PoorerCopyError,
    ReadError,
    SecretDocumentError,
    TracuuError,
    UnknownDocumentError,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

MEDIA_TYPE: Final = "application/problem+json"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of problem: the last part of its type, its status and title."""

    name: str
    status: int
    title: str


# tried in order: the first class that fits
KINDS: Final = (
    (AmbiguousDocumentError, Kind("van-ban-chua-ro", 300, "Chưa rõ văn bản nào")),
    (UnknownDocumentError, Kind("khong-co-van-ban", 404, "Không có văn bản này")),
    (UploadForbiddenError, Kind("khong-nhan-tep", 403, "Không nhận tệp")),
    (UploadBusyError, Kind("dang-ban", 503, "Máy chủ đang bận")),
    (UploadTooLargeError, Kind("tep-qua-lon", 413, "Tệp quá lớn")),
    (FormError, Kind("bieu-mau-sai", 400, "Biểu mẫu gửi tệp chưa đúng")),
    (SecretDocumentError, Kind("van-ban-mat", 422, "Văn bản có dấu mật")),
    (FormerCopyError, Kind("ban-cu", 409, "Đây là bản cũ của văn bản đang có")),
    (PoorerCopyError, Kind("doc-kem-hon", 409, "Bản mới đọc kém hơn bản đang có")),
    (ConfirmationNeededError, Kind("can-xac-nhan", 409, "Cần xác nhận trước khi thêm")),
    (ReadError, Kind("khong-doc-duoc", 422, "Không đọc được tệp")),
    (LibraryLockedError, Kind("thu-vien-dang-ghi", 503, "Thư viện đang được ghi")),
    (CacheDamagedError, Kind("chi-muc-hong", 503, "Chỉ mục cần được sửa")),
    (LibraryError, Kind("thu-vien", 503, "Thư viện chưa sẵn sàng")),
    (TracuuError, Kind("yeu-cau", 422, "Không thực hiện được")),
)
STATUSES: Final = {
    400: Kind("sai-dinh-dang", 400, "Nội dung gửi lên không đúng định dạng"),
    404: Kind("khong-tim-thay", 404, "Không có trang này"),
    405: Kind("sai-phuong-thuc", 405, "Địa chỉ này không nhận phương thức đó"),
    413: Kind("qua-lon", 413, "Nội dung gửi lên quá lớn"),
    415: Kind("sai-kieu-noi-dung", 415, "Kiểu nội dung không được nhận"),
    422: Kind("sai-tham-so", 422, "Yêu cầu chưa đúng"),
    500: Kind("loi-may-chu", 500, "Lỗi trong máy chủ"),
    503: Kind("chua-san-sang", 503, "Dịch vụ chưa sẵn sàng"),
}
DETAILS: Final = {
    400: "Thân yêu cầu không phải JSON hợp lệ. Hãy kiểm tra dấu ngoặc, dấu phẩy và mã UTF-8.",
    404: "Không có gì ở địa chỉ này. Danh sách địa chỉ: /docs.",
    405: "Hãy xem phương thức đúng ở /docs.",
    415: "Hãy gửi JSON với tiêu đề Content-Type: application/json.",
    422: "Một hay nhiều tham số chưa đúng; xem từng mục trong “errors”.",
    500: "Đã xảy ra lỗi ngoài dự kiến; lỗi đã được ghi vào nhật ký. Hãy thử lại sau.",
}
# what pydantic calls the mistake → what a person is told; {…} are its own figures
MISTAKES: Final = {
    "missing": "bắt buộc phải có",
    "string_too_short": "không được để trống",
    "string_too_long": "dài quá {max_length} ký tự",
    "too_long": "có quá {max_length} mục",
    "int_parsing": "phải là số nguyên",
    "int_type": "phải là số nguyên",
    "int_from_float": "phải là số nguyên",
    "greater_than_equal": "phải từ {ge} trở lên",
    "less_than_equal": "không được quá {le}",
    "string_type": "phải là chuỗi ký tự",
    "string_unicode": "có ký tự không hợp lệ",
    "tuple_type": "phải là một danh sách",
    "list_type": "phải là một danh sách",
    "extra_forbidden": "không có trường này",
    "literal_error": "phải là một trong: {expected}",
    "date_from_datetime_parsing": "phải là ngày dạng NĂM-THÁNG-NGÀY, ví dụ 2025-02-18",
    "date_parsing": "phải là ngày dạng NĂM-THÁNG-NGÀY, ví dụ 2025-02-18",
    "date_from_datetime_inexact": "phải là ngày dạng NĂM-THÁNG-NGÀY, ví dụ 2025-02-18",
    "model_attributes_type": "phải là một đối tượng JSON",
    "dict_type": "phải là một đối tượng JSON",
}


def all_kinds() -> tuple[Kind, ...]:
    """Return every kind of problem, by status."""
    kinds = {*STATUSES.values(), *(kind for _, kind in KINDS)}
    return tuple(sorted(kinds, key=lambda kind: (kind.status, kind.name)))


def problem(status: int, detail: str = "", errors: Sequence[FieldError] = ()) -> Problem:
    """Return the problem of a bare status, with the usual explanation unless one is given."""
    kind = STATUSES.get(status) or Kind("loi", status, "Yêu cầu không thực hiện được")
    return _made(kind, detail or DETAILS.get(status, kind.title), errors)


def problem_of(error: TracuuError) -> Problem:
    """Return a foreseen error as a problem; its own words are the detail."""
    cause = error.cause if isinstance(error, RefusedFileError) else error
    kind = next(kind for cls, kind in KINDS if isinstance(cause, cls))
    return _made(kind, str(error))


def _made(kind: Kind, detail: str, errors: Sequence[FieldError] = ()) -> Problem:
    return Problem(
        type=f"/docs#{kind.name}",
        title=kind.title,
        status=kind.status,
        detail=detail,
        errors=tuple(errors),
    )


def field_error(
    place: Sequence[int | str], mistake: str, figures: Mapping[str, object]
) -> FieldError:
    """Return one mistake of a request in a person's words, with its place in the request."""
    inner = [str(part) for part in place[1:]] or [str(part) for part in place]
    words = MISTAKES.get(mistake, "không hợp lệ")
    shown = {name: str(value) for name, value in figures.items()}
    return FieldError(
        field=".".join(inner),
        pointer="#/" + "/".join(inner),
        detail=words.format(**shown),
    )
