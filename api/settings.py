"""The one place that reads the environment: every setting, its default and what it is for.

Each setting is ``TRACUU_<NAME>`` in the environment; ``PORT`` and ``OFFLINE`` are understood
without the prefix, because hosting platforms and ``make run`` use them so.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from pydantic import AliasChoices, Field, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

CORPUS = Path(__file__).resolve().parent.parent / "corpus"


class Settings(BaseSettings):
    """How this process runs; built once, at the edge, and never changed."""

    model_config = SettingsConfigDict(
        env_prefix="TRACUU_", frozen=True, populate_by_name=True, env_ignore_empty=True
    )

    data: Path = Field(default=Path("data"), description="thư mục của thư viện (tạo khi cần)")
    corpus: Path = Field(
        default=CORPUS, description="thư mục văn bản phát hành kèm và manifest.toml"
    )
    model: str | None = Field(
        default=None,
        description="tên hoặc thư mục mô hình sentence-transformers thay mô hình đi kèm",
    )
    reranker: str | None = Field(
        default=None,
        description="tên hoặc thư mục bộ mã hóa chéo (CrossEncoder) đọc lại các kết quả đầu",
    )
    host: str = Field(default="127.0.0.1", description="địa chỉ mạng mà máy chủ lắng nghe")
    port: int = Field(
        default=8000,
        ge=0,
        le=65_535,
        validation_alias=AliasChoices("TRACUU_PORT", "PORT"),
        description="cổng của máy chủ; cũng đọc từ PORT",
    )
    offline: bool = Field(
        default=False,
        validation_alias=AliasChoices("TRACUU_OFFLINE", "OFFLINE"),
        description="không kết nối ra ngoài khi khởi động; cũng đọc từ OFFLINE",
    )
    shared: Path | None = Field(
        default=None, description="thư mục dữ liệu đối chiếu cho kiểm thử và đánh giá"
    )
    max_body: int = Field(
        default=262_144, ge=1_024, description="số byte tối đa của thân một yêu cầu HTTP"
    )
    max_file: int = Field(
        default=50_000_000,
        ge=1_024,
        description="số byte tối đa của một tệp được thêm vào thư viện",
    )
    fetch_seconds: float = Field(
        default=30.0, gt=0, description="tổng thời gian tối đa (giây) để tải một văn bản"
    )
    fetch_bytes: int = Field(
        default=20_000_000, ge=1_024, description="số byte tối đa của một văn bản tải về"
    )
    workers: int = Field(
        default=2, ge=1, le=64, description="số tiến trình đọc tệp khi thêm văn bản"
    )
    read_seconds: float = Field(
        default=120.0,
        gt=0,
        description="số giây bộ xử lý tối đa để đọc một tệp (cộng 20 giây mỗi MB)",
    )
    read_memory: int = Field(
        default=2_000_000_000,
        ge=100_000_000,
        description="số byte bộ nhớ tối đa của tiến trình đọc một tệp",
    )
    uploads: Literal["off", "local", "any"] = Field(
        default="off",
        description="nhận tệp qua POST /v1/documents: không, chỉ từ máy này, hay từ mọi máy",
    )
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        default="info", description="mức nhật ký"
    )
    log_questions: bool = Field(
        default=False, description="ghi cả nội dung câu hỏi vào nhật ký (mặc định không ghi)"
    )

    @field_validator("data", "corpus", "shared")
    @classmethod
    def _home(cls, folder: Path | None) -> Path | None:
        return folder.expanduser() if folder else None
