"""Unit names out of a cell such as 发展软环境保障局、王因街道、接庄街道."""

import re
from functools import lru_cache

from toolkit.text.clean import match_key

_SEPARATOR = re.compile(r"[、，,；;/\n\r\t]+")
_BLANKS = re.compile(r"[ \u3000\xa0]+")
_NAME_END = re.compile(
    r"(局|办|办公室|委|委员会|部|中心|集团|公司|街道|街道办事处|镇|乡|村|社区|学校|医院|大队|支队|队|站|所|院|会"
    r"|处|厅|行|区|园|厂|社|联|校|馆|署|科|组|单位|部门|[)）])$"
)
_ENDINGS = frozenset(
    (
        "办事处",
        "办公室",
        "委员会",
        "管委会",
        "管理局",
        "分局",
        "中心",
        "大队",
        "支队",
        "公司",
        "集团",
        "街道",
    )
)
"""What is no name by itself: on a line of its own it ends the name that the line above began."""
_SHORTEST_NAME = 3
_BRACKETS = str.maketrans("()", "（）")


@lru_cache(maxsize=8192)
def split_units(cell: str) -> tuple[str, ...]:
    """Split the units that a cell names, in their order, each once.

    A line break inside a name and one between two units look the same; a line that does not end
    like a unit's name continues on the next one, as does a name whose next line is a bracket or a
    mere ending (办事处). Blanks divide units only when every part is a name. Brackets belong to the
    name: 党政办公室（宣传）.
    """
    names: list[str] = []
    for piece in _SEPARATOR.split(_join_broken_lines(cell)):
        for part in _divided_by_blanks(piece):
            name = tidy_unit(part)
            if name and name not in names:
                names.append(name)
    return tuple(names)


def tidy_unit(name: str) -> str:
    """Return a unit's name without blanks, its brackets full-width as documents print them."""
    return match_key(name).translate(_BRACKETS)


def _join_broken_lines(cell: str) -> str:
    text = ""
    for line in filter(match_key, cell.splitlines()):
        continues = match_key(line).startswith("(") or match_key(line) in _ENDINGS
        before = match_key(text)
        whole = _SEPARATOR.search(before[-1:]) or (_NAME_END.search(before) and not continues)
        text += f"\n{line}" if before and whole else line
    return text


def _divided_by_blanks(piece: str) -> tuple[str, ...]:
    parts = tuple(filter(None, map(match_key, _BLANKS.split(piece))))
    names = all(
        len(part) >= _SHORTEST_NAME
        and part not in _ENDINGS
        and not part.startswith("(")
        and _NAME_END.search(part)
        for part in parts
    )
    return parts if names else (piece,)
