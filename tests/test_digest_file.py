"""A digest file is read strictly: a slip of the pen is named in words a person understands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from shared import CORPUS

from api.digest import load_digests
from api.manifest import load_manifest
from ingest.errors import TracuuError

if TYPE_CHECKING:
    from pathlib import Path

KNOWN = load_manifest(CORPUS).documents
NQ57 = "57-nq-tw-2024-12-22"

GOOD = """document = "57-nq-tw-2024-12-22"
basis = "thử"

[[section]]
path = ["II"]
heading = "Mục tiêu"

[[section.fact]]
kind = "goal"
text = "Đến năm 2030, tỉ lệ xã có mạng đạt trên 80%."
years = [2030]
value = "80%"
"""
BELOW = '\n[[section]]\npath = ["{}"]\nheading = "Khác"\n'


def write(folder: Path, text: str, name: str = "a.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_good_digest_is_read(tmp_path: Path) -> None:
    write(tmp_path, GOOD + BELOW.format("III"))
    document = load_digests(tmp_path, KNOWN)[NQ57]
    assert document.text.split("\n") == [
        "II. Mục tiêu",
        "Đến năm 2030, tỉ lệ xã có mạng đạt trên 80%.",
        "III. Khác",
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (GOOD + "[[", "không đúng dạng TOML"),
        ("nguon = 1\n" + GOOD, "trường lạ: nguon"),
        (GOOD.replace('basis = "thử"', 'basis = ""'), "thiếu hoặc sai trường basis"),
        (GOOD.replace('heading = "Mục tiêu"\n', ""), "thiếu hoặc sai trường heading"),
        (GOOD.replace('heading = "Mục', 'tieu_de = "x"\nheading = "Mục'), "trường lạ: tieu_de"),
        (GOOD.replace('path = ["II"]', "path = [2]"), "path phải gồm các chuỗi"),
        (GOOD.replace('"goal"', '"aim"'), "kind “aim” không phải goal, task, duty, note"),
        (GOOD + 'chu_tri = "x"\n', "trường lạ: chu_tri"),
        (GOOD.replace('trên 80%."', 'trên 80%"'), "kết thúc bằng dấu chấm"),
        (GOOD.replace('value = "80%"', 'value = "85%"'), "không chứa “85%”"),
        (GOOD.replace("[2030]", "[2045]"), "không chứa “2045”"),
        (GOOD.replace("[2030]", '["2030"]'), "years phải gồm các số"),
        (GOOD + 'owner = "Sở Y tế"\n', "không chứa “Sở Y tế”"),
        (GOOD + BELOW.format("II"), "mục II lặp lại"),
        (GOOD + BELOW.format('III", "1'), "mục III.1 lặp lại hoặc không đứng dưới"),
        (GOOD + "fact = 1\n", "trường lạ: fact"),
        (GOOD.split("\n[[section]]", maxsplit=1)[0] + "section = [1]\n", "phải là các bảng"),
    ],
)
def test_a_slip_in_a_digest_is_named_when_it_is_asked_for(
    tmp_path: Path, text: str, said: str
) -> None:
    write(tmp_path, text)
    digests = load_digests(tmp_path, KNOWN)
    with pytest.raises(TracuuError, match=re.escape(said)):
        digests[NQ57]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (GOOD.replace("document", "van_ban"), "thiếu dòng document"),
        (GOOD.replace("57-nq", "58-nq"), "không có trong manifest"),
        (GOOD, "đã có bản tóm lược khác"),
    ],
)
def test_a_file_of_no_one_known_document_is_refused_at_once(
    tmp_path: Path, text: str, said: str
) -> None:
    write(tmp_path, GOOD)
    write(tmp_path, text, "b.toml")
    with pytest.raises(TracuuError, match=said):
        load_digests(tmp_path, KNOWN)
