"""The control words of RTF that decide on the text, after Microsoft's specification 1.9.1."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

UNKNOWN: Final = "nowhere"

# first word of a group → where its text goes; a group without one goes where its outer group goes
DESTINATIONS: Final[Mapping[str, str]] = {
    **dict.fromkeys(
        (
            "annotation", "atnid", "atnauthor", "atrfstart", "atrfend", "atnref", "bkmkstart",
            "bkmkend", "colortbl", "comment", "datafield", "dptxbx", "filetbl", "footnote",
            "ftncn", "ftnsep", "ftnsepc", "aftncn", "aftnsep", "aftnsepc", "generator", "info",
            "listtable", "listoverridetable", "nonesttables", "nonshppict", "objdata", "pict",
            "pn", "pntxta", "pntxtb", "pnseclvl", "private", "revtbl", "rsidtbl", "rxe",
            "shppict", "shprslt", "stylesheet", "tc", "tcn", "themedata", "txe", "xe", "xmlnstbl",
            "latentstyles", "datastore", "colorschememapping", "falt", "panose", "fontemb",
        ),
        "nowhere",
    ),
    **dict.fromkeys(
        ("header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf"),
        "aside",
    ),
    "fonttbl": "fonts",
    "fldinst": "instruction",
    "shpinst": "drawing",
    "do": "drawing",
    "shptxt": "box",
    "dptxbxtext": "box",
    "sn": "property",
    "sv": "value",
}  # fmt: skip
IN_DRAWINGS: Final = frozenset({"shptxt", "dptxbxtext", "sn", "sv"})
# words of groups that may be ignored, but whose content is text or ends rows
GOES_THROUGH: Final = frozenset({"nesttableprops", "nestrow", "fldrslt", "listtext", "pntext"})

SIGNS: Final[Mapping[str, str]] = {
    "tab": "\t", "line": "\n", "lbr": "\n", "emdash": "—", "endash": "–", "bullet": "•",
    "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "emspace": "\u2003",
    "enspace": "\u2002", "qmspace": "\u2005", "zwj": "", "zwnj": "",
}  # fmt: skip

SYMBOLS_CHARSET: Final = 2
# \fcharset of a font → code page; 0 and 1 mean that of the file
CODE_PAGES: Final[Mapping[int, str]] = {
    77: "mac_roman", 128: "cp932", 129: "cp949", 134: "gbk", 136: "cp950", 161: "cp1253",
    162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251",
    222: "cp874", 238: "cp1250",
}  # fmt: skip
