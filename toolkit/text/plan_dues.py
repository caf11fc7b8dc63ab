"""What of an earlier plan a later report has to take up: neither standing work nor what is not due.

10月底前完成招标 is not due in September, 继续做好日常管理 is no work of which anybody tells again, and
8月新建120个以上 is kept where the figure of that measure is another one than before.
"""

import re
from datetime import date

from toolkit.text.amounts import find_amounts
from toolkit.text.echoes import own_words
from toolkit.text.periods import day_of_month, month_end
from toolkit.text.searching import searched

_SENTENCE = re.compile(r"[^。；;！!\n]+")
_CLAUSE = re.compile(r"[^。，,；;！!\n]+")
_STANDING = re.compile(
    r"\W*(?:(?:下一?步|下个?月|今后|进一步|不断|认真|切实|继续|持续|将|要|也|同时)*)"
    r"(?:做好|抓好|坚持|保持|维持|巩固|加强|强化|转入|配合|提高(?:政治)?站位|提高认识|压实责任"
    r"|确保(?:圆满|按期|如期|顺利)?完成(?:各项|年度|全年|目标)*任务"
    r"|(?<=继续)(?:开展|落实|执行|按|跟踪|关注)|(?<=持续)(?:开展|落实|执行|按|跟踪|关注|监测))"
)
"""How a plan begins that promises nothing that will be over: 继续做好即时结算."""

_STATED = re.compile(
    r"^\W*(?:目前|现|均|都)?(?:已(?:经)?(?!完成)|正在|错峰)[^，。；]*"
    r"|^\W*[^，。；]{0,12}已(?:经)?(?:签订|完成|办结|到位)"
)
_ALL_TASKS = re.compile(r"[^，。；]{0,12}(?:任务|目标|工作)[^，。；]{0,4}(?:完成|实现)")
"""How a clause tells what is so, and what of a plan only says that all will be done."""

_TIME = searched(
    r"(?:(?P<year>20\d\d)年)?(?:(?P<month>1[0-2]|[1-9])月(?:份|(?P<day>[123]?\d)日"
    r"|(?P<third>[上中])旬)?"
    r"|第?(?P<quarter>[一二三四])季度)"
    r"|(?P<late>年底|年末|年内|全年|元旦|春节|供暖[季期前]|明年|次年|来年|下半年)"
)
_MONTHS_OF_A_QUARTER = 3
_THIRDS = {"上": 10, "中": 20}
_SHARE = re.compile(r"\d+(?:\.\d+)?%")


_GOES_ON = re.compile(r"\W*(?:继续|持续|常态化|长期)")
_COUNTED = re.compile(r"[\d“《]|[一二三四五六七八九十两]+[个处座所家项户名场次期条公栋台]")


def goes_on(plan: str) -> bool:
    """Tell whether a plan only goes on with something, and has neither a day nor a number."""
    return _GOES_ON.match(plan) is not None and not _COUNTED.search(plan)


def part_due(plan: str, year: int, end: date) -> str:
    """Return what of a plan was to be done by the end of the period after it; "" for nothing.

    Args:
        plan: As it was written for the period before.
        year: The programme's year, for a time that names none.
        end: The last day of the period that has to tell of it.
    """
    due = [sentence for sentence in _SENTENCE.findall(plan) if not _only_later(sentence, year, end)]
    clauses = [clause for sentence in due for clause in _CLAUSE.findall(sentence)]
    if all(map(_is_standing, clauses)):
        return ""
    if any(map(_STATED.search, clauses)):
        left = [clause for clause in clauses if not _STATED.search(clause)]
        due = [clause for clause in left if own_words(_ALL_TASKS.sub("", clause), "")]
    return "。".join(due)


def figures_moved(plan: str, former: str, text: str) -> bool:
    """Tell whether a text has a new figure in a measure in which a plan promised some.

    Args:
        plan: What the period before planned.
        former: What it had reached.
        text: What is reached now.
    """
    planned = {amount.unit for amount in find_amounts(plan)}
    known = {(amount.number, amount.unit) for amount in find_amounts(former)}
    if any(a.unit in planned and (a.number, a.unit) not in known for a in find_amounts(text)):
        return True
    return "%" in plan and not set(_SHARE.findall(text)) <= set(_SHARE.findall(former))


def _is_standing(clause: str) -> bool:
    return _STANDING.match(clause) is not None and not re.search(r"\d", clause)


def _only_later(sentence: str, year: int, end: date) -> bool:
    """Tell whether all the times that a sentence names end after a day."""
    ends = [_end_of(match, year) for match in _TIME.finditer(sentence)]
    return bool(ends) and all(day > end for day in ends)


def _end_of(match: re.Match[str], year: int) -> date:
    said = int(match["year"] or year)
    if match["late"]:
        return date(year + (match["late"] in ("明年", "次年", "来年")), 12, 31)
    if match["quarter"]:
        last = "一二三四".index(match["quarter"]) + 1
        return month_end(said, _MONTHS_OF_A_QUARTER * last)
    day = int(match["day"] or 0) or _THIRDS.get(match["third"] or "", 31)
    return day_of_month(said, int(match["month"]), day)
