"""``python -m eval bench …`` or another of the commands below: each measures one thing."""

from __future__ import annotations

import sys
from importlib import import_module

COMMANDS = {
    "bench": "đo tìm kiếm trên các bộ dữ liệu chuẩn",
    "reading": "đo độ chính xác khi đọc tệp, so với bản chép",
    "large": "đo thời gian tìm trong một thư viện lớn",
    "run": "đo trả lời trên các câu hỏi của dự án",
    "tune": "chọn tham số tìm kiếm trên câu hỏi để riêng",
}
USAGE = "Cách dùng: python -m eval LỆNH …\n" + "".join(
    f"  {name:<8} {purpose}\n" for name, purpose in COMMANDS.items()
)


def main(arguments: list[str]) -> int:
    """Hand the arguments to the command they name; only its module is imported."""
    if arguments and arguments[0] in ("-h", "--help"):
        sys.stdout.write(USAGE)
        return 0
    if not arguments or arguments[0] not in COMMANDS:
        sys.stderr.write(USAGE)
        return 2
    status: int = import_module(f"eval.{arguments[0]}").main(arguments[1:])
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
