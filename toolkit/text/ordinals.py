"""The numbers that count items: 12, 十二, 第十二件, 实事一."""

import re

from toolkit.text.clean import match_key
from toolkit.text.numbers import chinese_number

HAN = "[一二三四五六七八九十百〇零两]{1,5}"
"""A number of an item in Chinese characters."""

_NUMBER = re.compile(r"\d{1,3}|[一二三四五六七八九十百]{1,5}")
_THING = re.compile(r"^(?:民生)?(?:实事|项目|工程|任务)(?=.)")


def number_of(text: str) -> int:
    """Return the value of 12, 十二 or 一百零二; 0 for what is no number."""
    if text.isdecimal():
        return int(text)
    return int(chinese_number(text) or 0) if re.fullmatch(HAN, text) else 0


def number_in(text: str) -> int:
    """Return the number that a cell holds and nothing else; 0 when it holds something else."""
    key = match_key(text).strip("、.()第项件")
    return number_of(key) if _NUMBER.fullmatch(key) else 0


def ordinal(label: str) -> int:
    """Return the number of an item by its label, 实事一 too; 0 when it has none."""
    return number_in(_THING.sub("", match_key(label)))
