"""By when a text promises its work to be done: 年底前, 2024年10月底前, 6月30日前, 上半年前.

Days by which a work only begins or is planned are no such days.
"""

import re
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from toolkit.text.numbers import chinese_number, flat_text

_DONE = (
    r"[，,]?(?:全部|基本|全面|实现|如期|竣工|可)*"
    r"(?:完成|完工|建成|竣工|投入|投用|交付|办结|办完|启用|达到)"
)
_BEFORE = rf"(?:以前|之前|前(?!期)|(?<=[底末])(?={_DONE}))"
_YEAR = r"(?:(?P<year>20\d\d)年|[今本]年|当年)?"
_MONTH = r"(?P<month>\d{1,2}|[一二三四五六七八九十]{1,3})"
_FORMS = (
    (rf"(?<![\d.]){_YEAR}{_MONTH}", r"月(?:[底末]|(?P<third>[上中下])旬|(?P<day>\d{1,2})日)"),
    (r"(?<!\d)(?:(?P<year>20\d\d)|[今本])?", "年[底末]"),
    (_YEAR, "(?P<half>上半年)[底末]?"),
    (rf"{_YEAR}第?", "(?P<quarter>[一二三四])季度[底末]?"),
)
"""Each in two parts; the second begins with a sign that few words have, and so is quickly found."""

_LONGEST_START = 9
_IN_TEXT = tuple((re.compile(f"{start}$"), re.compile(end + _BEFORE)) for start, end in _FORMS)
_ALONE = tuple(
    re.compile(rf"{form}(?:以前|之前|前)?(?:{_DONE})?。?")
    for form in (
        *map("".join, _FORMS),
        rf"{_YEAR}{_MONTH}月份?",
        r"(?P<year>20\d\d)[.-](?P<month>\d{1,2})",
    )
)
_BEGINS = re.compile(
    r"开工|启动|动工|进场|开始|报送|上报|制定|编制|出台|前期|招标|招投标|立项|选址|摸排"
)
_FINISHES = re.compile(r"完成|完工|建成|竣工|投入使用|投用|交付")
_CLAUSE = re.compile(r"[^，,。；;：:!！\n]+")
_DAY_OF_THIRD = {"上": 10, "中": 20}


@dataclass(frozen=True, slots=True)
class Completion:
    """A promised day: its words, and where they begin in the text without its blanks."""

    text: str
    start: int
    day: date


def find_completions(text: str, year: int) -> tuple[Completion, ...]:
    """Return the days by which a text wants its work done, in their order.

    Args:
        text: An item's text.
        year: The programme's year, for a day that names none.
    """
    flat = flat_text(text)
    found: list[Completion] = []
    for before, pattern in _IN_TEXT:
        for match in pattern.finditer(flat):
            end = match.start()
            start = before.search(flat, max(0, end - _LONGEST_START), end)
            day = _day(start.groupdict() | match.groupdict(), year) if start else None
            if start and day and not _only_begins(flat, match.end()):
                words = flat[start.start() : match.end()]
                found.append(Completion(words, start.start(), day))
    return tuple(sorted(found, key=lambda completion: completion.start))


def names_only_later(text: str, month: int) -> bool:
    """Tell at a glance that all days of a text are later than a month of the programme's year.

    False where it takes reading to tell: 年底, 下月, 十月.
    """
    if "年" in text or "季" in text:
        return False
    *before, _ = text.split("月")
    return all(_month_at_end(words) > month for words in before)


def _month_at_end(words: str) -> int:
    """Return the number at the end of words, of its last two digits at most; 0 for none."""
    end = words.rstrip()[-2:]
    digits = end if end.isdecimal() else end[-1:]
    return int(digits) if digits.isdecimal() else 0


def completion_of(cell: str, year: int) -> Completion | None:
    """Return the day that a cell of a column for deadlines names, None if it names no single one.

    Here 12月 and 年底 alone say by when.
    """
    flat = flat_text(cell)
    for pattern in _ALONE:
        match = pattern.fullmatch(flat)
        day = _day(match.groupdict(), year) if match else None
        if day:
            return Completion(flat, 0, day)
    return None


def _only_begins(text: str, start: int) -> bool:
    clause = _CLAUSE.search(text, start)
    return bool(clause and _BEGINS.search(clause[0]) and not _FINISHES.search(clause[0]))


def _day(said: Mapping[str, str | None], year: int) -> date | None:
    year = int(said["year"] or year)
    quarter, written = said.get("quarter"), said.get("month")
    if quarter:
        return _month_end(year, 3 * "一二三四".index(quarter) + 3)
    if said.get("half"):
        return date(year, 6, 30)
    if not written:
        return date(year, 12, 31)
    month = int(written) if written.isdecimal() else _of_numeral(written)
    if not 1 <= month <= 12:
        return None
    last = _month_end(year, month).day
    day = int(said.get("day") or 0) or _DAY_OF_THIRD.get(said.get("third") or "", last)
    return date(year, month, min(day, last))


def _of_numeral(numeral: str) -> int:
    return int(chinese_number(numeral) or 0)


@lru_cache(maxsize=64)
def _month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])
