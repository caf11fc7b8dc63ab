"""Keys for comparing texts, and what counts as saying nothing.

Values are kept as written; only keys made from them are cleaned.
"""

import re
import unicodedata
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from toolkit.model.workbook import ShownDate
from toolkit.text.searching import searched

_INVISIBLE = re.compile(r"[\s\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]+")
_NONE_ANSWER = searched(
    r"(?:目前|暂时|现在?|暂|尚|均|皆)*(?:无|没有|不存在|未(?:发现|出现|遇到)(?=.))"
    r"(?:任何|明显|突出|其他|存在|的)*(?:问题|困难)?(?:[和及与、](?:问题|困难))?"
)
_NONE_BEGINS = frozenset("目暂现尚均皆无没不未")
_YES_OR_NO = frozenset(("否", "是", "不", "不是", "有", "存在", "有问题", "存在问题"))
_LONGEST_ANSWER = 60
_WIDE_MARKS = tuple(zip("，：；（）！？％", ",:;()!?%", strict=True))
_ENDING = "。.;；,，!！、"


@lru_cache(maxsize=65536)
def match_key(text: str) -> str:
    """Return `text` for comparison: one width of characters, nothing invisible, no blanks."""
    return long_key(text)


def long_key(text: str) -> str:
    """Return the same without keeping it in mind: for long texts, which hardly come twice."""
    key = _one_width(text)
    # What is invisible is not printable, except the plain blank; most texts have none of either.
    if key.isprintable() and " " not in key:
        return key
    key = "".join(key.split())
    return key if key.isprintable() else _INVISIBLE.sub("", key)


def _one_width(text: str) -> str:
    """Return the text in the normal form NFKC.

    What it changes in Chinese prose is mostly these marks. Once they are narrow, telling that
    nothing else has to change takes a fraction of the time of the change itself.
    """
    for wide, narrow in _WIDE_MARKS:
        text = text.replace(wide, narrow)
    return text if unicodedata.is_normalized("NFKC", text) else unicodedata.normalize("NFKC", text)


_NONE = "无"
"""What nearly all of them say."""


def is_blank(text: str) -> bool:
    """Tell whether a cell says nothing at all: empty, blanks, or a lone dash or slash."""
    # No letter or figure is ever cleaned away, so most texts need no key.
    return not text or not (text[:1].isalnum() or match_key(text).strip("-—–/\\"))


def says_none(text: str) -> bool:
    """Tell whether a problem cell says that there is no problem: blank, 无, 暂无, 没有, …"""
    if text == _NONE or is_blank(text):
        return True
    answer = text.strip()
    # A Chinese character at the beginning stays what it is, so most answers need no key.
    begins = answer[0] in _NONE_BEGINS or not "\u4e00" <= answer[0] <= "\u9fff"
    return begins and len(answer) <= _LONGEST_ANSWER and _is_none_answer(answer)


def only_answers(text: str) -> bool:
    """Tell whether a problem cell only answers whether there is one (否, 有) and names none."""
    answer = text.strip()
    return len(answer) <= _LONGEST_ANSWER and match_key(answer).rstrip(_ENDING) in _YES_OR_NO


@lru_cache(maxsize=4096)
def _is_none_answer(answer: str) -> bool:
    """Tell whether a short text says that there is none; nearly all items have the same answer."""
    return _NONE_ANSWER.fullmatch(match_key(answer).rstrip(_ENDING)) is not None


def names_problem(text: str) -> bool:
    """Tell whether a problem cell names a problem that can be printed."""
    return not says_none(text) and not only_answers(text)


def cell_text(value: object) -> str:
    """Return the text of a cell's value as a person reads it in the sheet.

    Whole numbers lose their decimal point, dates are written 2021年9月30日, whatever of them their
    cells show: years count where dates are compared.
    """
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        return _number_text(value)
    if isinstance(value, ShownDate):
        value = value.moment
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
