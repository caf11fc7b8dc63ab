"""Keys for comparing texts, and what counts as saying nothing.

Values are kept as written; only keys made from them are cleaned.
"""

import re
import unicodedata
from datetime import date, datetime, time, timedelta
from functools import lru_cache

_INVISIBLE = re.compile(r"[\s\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]+")
_NONE_ANSWERS = frozenset(
    ("无", "暂无", "没有", "无问题", "暂无问题", "不存在", "不存在问题", "无存在问题")
)
_YES_OR_NO = frozenset(("否", "是", "不", "不是"))
_ENDING = "。.;；,，!！、"


@lru_cache(maxsize=65536)
def match_key(text: str) -> str:
    """Return `text` for comparison: one width of characters, nothing invisible, no blanks."""
    return _INVISIBLE.sub("", unicodedata.normalize("NFKC", text))


def is_blank(text: str) -> bool:
    """Tell whether a cell says nothing at all: empty, blanks, or a lone dash or slash."""
    return not match_key(text).strip("-—–/\\")


def says_none(text: str) -> bool:
    """Tell whether a problem cell says that there is no problem: blank, 无, 暂无, 没有, …"""
    return is_blank(text) or match_key(text).rstrip(_ENDING) in _NONE_ANSWERS


def only_answers(text: str) -> bool:
    """Tell whether a problem cell only answers whether there is one (否, 是) and names none."""
    return match_key(text).rstrip(_ENDING) in _YES_OR_NO


def names_problem(text: str) -> bool:
    """Tell whether a problem cell names a problem that can be printed."""
    return not says_none(text) and not only_answers(text)


def cell_text(value: object) -> str:
    """Return the text of a cell's value as a person reads it in the sheet.

    Whole numbers lose their decimal point, dates are written 2021年9月30日.
    """
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, int | float):
        return _number_text(value)
    if isinstance(value, datetime):
        day = f"{value.year}年{value.month}月{value.day}日"
        clock = value.time()
        return day if clock == time() else f"{day}{clock:%H:%M}"
    if isinstance(value, date):
        return f"{value.year}年{value.month}月{value.day}日"
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, timedelta):
        return str(value)
    return "" if value is None else str(value)


def _number_text(value: float) -> str:
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return f"{value:.15g}" if isinstance(value, float) else str(value)
