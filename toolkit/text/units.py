"""Unit names out of a cell such as 发展软环境保障局、王因街道、接庄街道."""

import re
from functools import lru_cache

from toolkit.text.clean import match_key

_SEPARATOR = re.compile(r"[、，,；;\n\r\t]+")
_NAME_END = re.compile(
    r"(局|办|办公室|委|委员会|部|中心|集团|公司|街道|街道办事处|镇|乡|村|社区|学校|医院|大队|支队|队|站|所|院|会"
    r"|处|厅|行|区|园|厂|社|联|校|馆|署|科|组|单位|部门|[)）])$"
)
_BRACKETS = str.maketrans("()", "（）")


@lru_cache(maxsize=8192)
def split_units(cell: str) -> tuple[str, ...]:
    """Split the units that a cell names, in their order, each once.

    A line break inside a name and one between two units look the same; a line that does not end
    like a unit's name continues on the next one. Brackets belong to the name: 党政办公室（宣传）.
    """
    names: list[str] = []
    for piece in _SEPARATOR.split(_join_broken_lines(cell)):
        name = tidy_unit(piece)
        if name and name not in names:
            names.append(name)
    return tuple(names)


def tidy_unit(name: str) -> str:
    """Return a unit's name without blanks, its brackets full-width as documents print them."""
    return match_key(name).translate(_BRACKETS)


def _join_broken_lines(cell: str) -> str:
    lines = [match_key(line) for line in cell.splitlines()]
    text = ""
    for line in filter(None, lines):
        whole = not text or _SEPARATOR.search(text[-1]) or _NAME_END.search(text)
        text += f"\n{line}" if text and whole else line
    return text
