"""Figures that tell of one period alone where the running total is asked for: 本旬新装31户."""

import re
from collections.abc import Sequence

from toolkit.model.period import Period, PeriodKind
from toolkit.text.amounts import find_amounts
from toolkit.text.done_subjects import aim_of, likeness, same_measure
from toolkit.text.done_types import Wanted
from toolkit.text.searching import searched

_OF_PERIOD = searched(
    r"(?P<of>本[旬周月期]|本季度?|当[月旬]|这一?周"
    r"|(?<![\d.\-—~至年、比较])(?P<month>1[0-2]|[1-9])月份?|第?(?P<quarter>[一二三四])季度)"
    r"[^，,。；;\d]{0,30}$"
)
_SO_FAR = re.compile(
    r"累计|截至|共(?=\d|[计有建])|达|总|今年|年内|完成率|占|%|％|剩余|其余|余下|全部|均"
)
_WORDS = {
    PeriodKind.MONTH: "月",
    PeriodKind.TEN_DAYS: "旬",
    PeriodKind.WEEK: "周",
    PeriodKind.QUARTER: "季",
}
_SENTENCE = re.compile(r"[^。；;\n]+")
_ALIKE = 0.34


def figure_of_period(text: str, period: Period, wants: Sequence[Wanted], place: int) -> str:
    """Return the only figure in a target's measure where it is of the period alone, else "".

    Args:
        text: A unit's progress.
        period: What it is reported for.
        wants: All of the item's targets.
        place: Which of them is asked about.
    """
    if not any(word in text for word in ("本", "当", "这", "季度", "月")):
        return ""
    target = wants[place]
    alone = sum(same_measure(each.measure, target.measure) for each in wants) == 1
    amounts = [each for each in find_amounts(text) if same_measure(each.unit, target.measure)]
    if not alone or len(amounts) != 1 or not amounts[0].exact:
        return ""
    amount = amounts[0]
    sentence = next(m for m in _SENTENCE.finditer(text) if m.start() <= amount.start < m.end())
    told = _OF_PERIOD.search(text, sentence.start(), amount.start)
    if told is None or not _is_own(told, period) or _SO_FAR.search(sentence[0]):
        return ""
    named = likeness(text[told.end("of") : amount.start], aim_of(target.subject, target.original))
    if named is not None and named < _ALIKE and len(wants) > 1:
        return ""
    return text[told.start() : amount.end]


def _is_own(told: re.Match[str], period: Period) -> bool:
    """Tell whether a time is the period itself, and not the first of its year."""
    if told["month"]:
        return period.kind is PeriodKind.MONTH and int(told["month"]) == period.end.month != 1
    if told["quarter"]:
        number = "一二三四".index(told["quarter"]) + 1
        return period.kind is PeriodKind.QUARTER and 1 < number == period.end.month // 3
    return told["of"][1] == "期" or _WORDS.get(period.kind, " ") in told["of"]
