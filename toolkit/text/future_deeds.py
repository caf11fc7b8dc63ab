"""Days that are still to come, of which a text says that the work has been done on them.

已于10月18日通过竣工验收 cannot stand in a report as of 30 September that was due on 8 October. What
is planned for such a day (10月18日前完成, 定于10月18日开标) may.
"""

import re
from datetime import date, timedelta
from functools import lru_cache

from toolkit.text.periods import day_of_month
from toolkit.text.phrases import Phrase
from toolkit.text.searching import searched

_DAY = searched(
    r"(?P<already>(?:已经?|均|现已)(?:于|在))?(?:(?P<year>20\d\d)年)?"
    r"(?<![\d.])(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})[日号]|(?P<third>[上中下])旬|份|底|初)?"
)
_FIRST_OF_THIRD = {"上": 1, "中": 11, "下": 21}
_COMMA = re.compile("[，,]")
_SENTENCE = re.compile(r"[^。；;\n]+")
_PLANNED = searched(
    r"(?<![目此先提当])前|预计|计划|拟|将|定于|定在|力争|争取|确保|(?<!许)可(?!视)|下一?步"
    r"|下[月季旬周]|准备|即将|届时|到期|有效|期限|(?<!签订)(?<!签)合同|工期"
    r"|截止|安排|[至到—–~-]\d|起(?=[，执实正施])|(?<![接招])待|[至到—–~-]$|去年|上年|明年|年度"
)
_UP_TO = re.compile(r"[至止到]$")
"""截至10月16日 is up to when figures count, and no day of a deed."""

_DONE = re.compile(
    r"(?:已|均)(?![^，。；]{0,14}的)|了(?![解])|完毕|合格|通过[^，。；]{0,8}(?:验收|审查|评审|审批)"
)
_FINISHES = re.compile(
    r"(?:全部|全面|顺利|正式|如期|基本)?(?:完成|完工|竣工|建成|通车|开通|开工|封顶|投用"
    r"|投入使用|启用|交付|开园|开放|开业|试营业|试运行|通过|验收合格|结束|举办|召开|发放|拨付"
    r"|进场|到货|办结|取得|签订|装完|铺完)"
)
_RESULT = re.compile(
    r"^[^，,]{0,20}[，,](?:[^，,]{0,12}[，,])?(?:已|现|目前|正在|具备|随后|随即|共|达成|参加"
    r"|参与|到场|惠及|吸引|合格|顺利|效果|反响|受益|评出|收到"
    r"|[^，,]{0,6}\d[^，,]{0,12}(?:参加|到场|受益|签约|达成))"
)
"""What follows a deed that has had its effect: 9月26日完成摊铺，已具备通车条件."""

_OVER_BEFORE = re.compile(r"(?:完毕|(?<!未)完成|已[^，,]{2,12})[，,]$")
_COMPLETES = re.compile(r"(?:全部|全面|顺利)?(?:完成|通过)[^，,。；;]{2,14}[，,][^，,。；;]*\S")
_UNDER_WAY = re.compile(r"正在|进行中|推进|尚|未|还|剩余|其余|后[，,]|待")
"""安装完毕，9月28日完成单机调试，设计日处理200吨: one deed told behind another one that is over."""

_FARTHEST = timedelta(days=120)
"""A day that is farther ahead and names no year may be one of the year before."""


def future_deed(text: str, end: date, due: date | None) -> Phrase | None:
    """Return the words of the first deed that a text has done on a day still to come.

    Args:
        text: A progress text.
        end: The last day of the period.
        due: The last day for reporting; what was done by then may have been added.
    """
    latest = max(end, due or end)
    if not _months_from(latest.month).search(text):
        return None
    for sentence in _SENTENCE.finditer(text):
        for match in _DAY.finditer(sentence[0]):
            day = _first_day(match, end)
            if day and latest < day <= latest + _FARTHEST and _is_done(sentence[0], match):
                return _said(sentence, match)
    return None


@lru_cache(maxsize=12)
def _months_from(month: int) -> re.Pattern[str]:
    """Return what finds this month and the four after it; it begins with a fixed sign."""
    months = ((month + ahead - 1) % 12 + 1 for ahead in range(5))
    return re.compile("月(?:" + "|".join(f"(?<={name}月)" for name in months) + ")")


def _said(sentence: re.Match[str], match: re.Match[str]) -> Phrase:
    """Return the clause that a day begins, or the next one where the day stands alone."""
    clauses = _COMMA.split(sentence[0][match.start() :], maxsplit=2)
    alone = len(clauses[0]) <= len(match[0]) and len(clauses) > 1
    length = len(clauses[0]) + (1 + len(clauses[1]) if alone else 0)
    words = sentence[0][match.start() : match.start() + length]
    start = sentence.start() + match.start()
    return Phrase(words, start, start + length)


def _is_done(sentence: str, match: re.Match[str]) -> bool:
    """Tell whether what a sentence says of a day has been done: its own clause, or the next."""
    clauses = _COMMA.split(sentence[match.end() :], maxsplit=2)
    told = clauses[0] if clauses[0].strip() else "".join(clauses[:2])
    if match["already"]:
        return not _PLANNED.search(told)
    before = sentence[: match.start()]
    if _UP_TO.search(before) or _PLANNED.search(before) or _PLANNED.search(sentence, match.end()):
        return False
    if match["day"] is None:
        return False
    if _OVER_BEFORE.search(before) and _COMPLETES.match(sentence, match.end()):
        return not _UNDER_WAY.search(sentence)
    rest = sentence[match.end() :]
    return bool(_DONE.search(told) or (_FINISHES.match(rest) and _RESULT.search(rest)))


def _first_day(match: re.Match[str], end: date) -> date | None:
    """Return the first day of what words name, in the period's year unless they name their own."""
    month, year = int(match["month"]), int(match["year"] or end.year)
    day = int(match["day"] or _FIRST_OF_THIRD.get(match["third"] or "", 1))
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return day_of_month(year, month, day)
