"""Why no reader sees a stretch of text, in the words of the health report."""

from __future__ import annotations

TINY = 1.0  # points; no printed letter is so small
NEAR_WHITE = 245  # each of red, green and blue

PALE = "chữ trắng trên nền trắng"
SMALL = "chữ nhỏ từ 1 pt trở xuống"
VANISHED = "chữ đặt thuộc tính ẩn"
LIKE_GROUND = "chữ cùng màu với nền"


def told(reason: str, letters: int, place: str = "") -> str:
    """Return what the health report says of hidden text: where it is, why unseen, how much."""
    return f"{place}{reason}, {letters} ký tự"
