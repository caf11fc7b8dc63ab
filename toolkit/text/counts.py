"""Whether a text has any number in a measure at all, whatever it counts."""

import re
from functools import lru_cache

from toolkit.text.done_subjects import measures_like
from toolkit.text.measures import not_longer

_NUMERAL = "[0-9０-９一二两三四五六七八九十百千万亿]"
_ABOUT = r"[余多来几\s]"
_SAYINGS = "(?!万户)(?<!家万户)"
"""千家万户 counts neither."""

_VARIANT = re.compile(r"[（(/].*")


def states_any_count(text: str, measure: str) -> bool:
    """Tell whether a number, in figures or words, stands right before a measure or its like.

    场次 is like 场, km like 公里, 名 like 人; 处, 座, 个, 所 and 家 stay apart. What the number
    counts, and whether it is done, is not asked; 第3处 and 320人次 are no number of 处 and 人.

    Args:
        text: A progress text.
        measure: A target's; a variant in brackets or what a rate is per does not count: 套（间）.
    """
    counted = _counted(measure)
    return counted is not None and counted.search(text) is not None


@lru_cache(maxsize=512)
def _counted(measure: str) -> re.Pattern[str] | None:
    """Return the pattern of a number in a measure; it begins with the measure, found fastest."""
    base = _VARIANT.sub("", measure)
    units = sorted(measures_like(base), key=len, reverse=True) if base else []
    return re.compile("|".join(map(_behind_number, units))) if units else None


def _behind_number(unit: str) -> str:
    word = re.escape(unit)
    behind = (f"(?<={_NUMERAL}{about}{word})" for about in ("", _ABOUT))
    return f"{word}{not_longer(unit)}(?:{'|'.join(behind)}){_SAYINGS}(?<!第{_NUMERAL}{word})"
