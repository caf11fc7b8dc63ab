"""What was added in one period, with the figure reached so far: 本旬培训52人次，累计372人次."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from toolkit.model.period import Period, PeriodKind
from toolkit.text.amounts import Amount, find_amounts, first_amount
from toolkit.text.done_subjects import same_measure
from toolkit.text.numbers import chinese_number
from toolkit.text.periods import previous_period
from toolkit.text.searching import searched

_MAY = (
    "本旬",
    "本周",
    "本月",
    "本期",
    "本季",
    "当月",
    "当旬",
    "月新",
    "月份",
    "月完",
    "季度",
    "较上",
    "比上",
    "月底增",
    "月底新",
    "最后",
    "又",
    "这周",
    "这个月",
)
"""What stands in a text that tells of one period; most texts have none of it."""

_OWN = r"[^，,。；;：:、\d（(]"
_ADDED = searched(
    r"(?:(?P<of>本[旬周月期]|本季度?|当[月旬]|这一?周|这个月"
    r"|(?<![\d.\-—~至年、比较])(?P<month>1[0-2]|[1-9])月份?"
    r"|(?<![比较])(?P<quarter>[一二三四])季度)"
    r"|[比较](?P<than>上[旬周月期]|上个月|上季度|(?P<was>1[0-2]|[1-9])月底)末?(?:新?增加?|新增"
    r"|增长|多|净增)了?"
    r"|(?P<last>最后)(?:的|这)?|(?P<again>[，,。；;]又))"
    rf"(?:[^，,。；;：:\d（(]{{0,24}}?(?:(?P<many>[两三四五六七八九])[个家]?[镇街乡区县村校园所]{{1,2}})?(?P<each>各)"
    rf"|[^。；;：:\d（(]{{2,30}}[，,](?=(?:新增|增加|净增|新完成|新建成|又)))?"
    rf"(?P<words>{_OWN}{{0,14}})(?=\d)"
)
_NAME_OF_TOTAL = re.compile(
    r"([一-龥]{2,8}总[数量]|累计[一-龥]{2,10}?)(?:已|现)?(?:达到?|为|增至|增加到|共)?$"
)
_AHEAD = re.compile(r"计划|拟|将|预计|力争|争取|确保")
_LINK = re.compile(r"[、和及与]")
_FINISHED = searched(
    r"[^。；;\d]{0,8}?(?:\d+月\d+日|\d+日)?[^。；;\d]{0,8}?(?:通过|完成|完工|建成|投用|竣工"
    r"|开放|交付|办结)"
)
_NOT_YET = re.compile(r"正|尚|未|待|将|拟|计划|确保|力争|预计|争取|前")
_NO_RESULT = re.compile(
    r"计划|拟|将|预计|力争|争取|确保|底|初|前|日|起|至|到|以来|旬|目标|任务|同比|减|降|日均"
    r"|平均|累计|共计"
)
_SO_FAR = re.compile(
    rf"(?:累计|总[数量](?:已|现)?(?=[达为增]|\d)|总[数量]|合计|共计|总计|目前共|已达|增至"
    rf"|增加到|达到)(?P<words>{_OWN}{{0,14}})(?=\d)"
)
_SENTENCE_END = re.compile(r"[。；;\n]")
_VERBS = re.compile(
    r"^(?:新建成|新增|新建|新开工|完成|建成|培训|安装|改造|打通|举办|开展|救助|发放|办理|办结"
    r"|受理|增加|打造|开工|完工|当月|又|再|共|新|装|设|办|补|了)*"
)
_BEFORE_A_TOTAL = re.compile(r"(?:累计|已|共|达到?|为|完成|新增|培训)+$")
_FARTHEST = 60
_WIDTH = 16
_WORDS = {
    PeriodKind.MONTH: "月",
    PeriodKind.TEN_DAYS: "旬",
    PeriodKind.WEEK: "周",
    PeriodKind.QUARTER: "季",
}


@dataclass(frozen=True, slots=True)
class Increment:
    """What was added in a period and what is reached by its end.

    Attributes:
        of: The thing, "" where the text does not repeat its name.
        reached: None where no figure next to it says that it is the one so far (累计).
        alone: Whether no other figure says so as well.
        last: Whether it was all that was left (最后20个).
    """

    of: str
    added: Amount
    reached: Amount | None
    alone: bool = True
    last: bool = False


def increments(text: str, period: Period) -> tuple[Increment, ...]:
    """Return what a text says was added in a period, each with the figure reached so far."""
    if not any(word in text for word in _MAY):
        return ()
    return tuple(_increments(text, period))


def reached_before(of: str, measure: str, former: str, period: Period) -> Amount | None:
    """Return what the period before had reached of a thing, None where that is not plain.

    Args:
        of: The thing's name, "" for the only one that is counted in its measure.
        measure: How it is counted.
        former: What was reported for that period.
        period: That period; what was added in it is not what it had reached.
    """
    added = {increment.added.start for increment in _increments(former, period)}
    amounts = [
        amount
        for amount in find_amounts(former)
        if same_measure(amount.unit, measure) and amount.start not in added
    ]
    called = {match.end() for match in _SO_FAR.finditer(former)}
    so_far = [amount for amount in amounts if amount.start in called]
    if len(so_far) == 1 and of in former:
        amounts, of = so_far, ""
    if of:
        amounts = [amount for amount in amounts if _names(former, amount, of)]
    return amounts[0] if len(amounts) == 1 and amounts[0].exact else None


def totals(text: str, measure: str) -> dict[str, Amount]:
    """Return the exact totals of a text in a measure by their names: 托位总数 of 托位总数达到573个."""
    found = {}
    for amount in find_amounts(text):
        name = _NAME_OF_TOTAL.search(text, max(0, amount.start - 20), amount.start)
        if name and same_measure(amount.unit, measure):
            found[name[1]] = amount._replace(exact=amount.exact or amount.text[-1] not in "余多上")
    return found


def _increments(text: str, period: Period) -> Iterator[Increment]:
    for match in _ADDED.finditer(text):
        if not _is_of(match, period) or _NO_RESULT.search(match["words"]):
            continue
        if _AHEAD.search(match[0]):
            continue
        added = _added(text, match)
        if added is None:
            continue
        of, last = _VERBS.sub("", match["words"]), match["last"] is not None
        found = [each for each in _near(text, match, added) if each.exact]
        alike = [each for each in found if same_measure(each.unit, added.unit)]
        if not found:
            yield Increment(of, added, None, last=last)
        elif len(alike) == len(found):
            for each in alike:
                yield Increment(of, added, each, len(alike) == 1, last)


def _added(text: str, match: re.Match[str]) -> Amount | None:
    """Return what was added, None where that is not plain; 甲镇、乙镇各1场 are two."""
    added = first_amount(text, match.end(), min(len(text), match.end() + _WIDTH))
    if added is None or added.start != match.end():
        return None
    if match["last"] or match["again"]:
        stop = _SENTENCE_END.search(text, added.end)
        clause = re.split("[，,]", text[added.end : stop.start() if stop else len(text)])[0]
        if _NOT_YET.search(clause) or (match["last"] and not _FINISHED.match(text, added.end)):
            return None
    if not match["each"]:
        return added if added.exact else None
    places = _places(text, match)
    whole = added._replace(number=places * added.number, exact=True)
    return whole if places > 1 and not _is_about(text, added) else None


def _places(text: str, match: re.Match[str]) -> int:
    """Return how many places stand before 各, 0 where that is not plain."""
    if match["many"]:
        return int(chinese_number(match["many"]) or 0)
    begin = match.end("of") if match["of"] else match.end("last")
    names = [name for name in _LINK.split(text[begin : match.start("each")]) if name]
    return len(names) if all(len(name) > 1 for name in names) else 0


def _is_about(text: str, amount: Amount) -> bool:
    """Tell whether an amount behind 各 is only about so much: 各约2场, 各2场以上."""
    return amount.text[-1] in "上右下" or text[amount.start - 1] in "约近超余"


def _near(text: str, match: re.Match[str], added: Amount) -> list[Amount]:
    """Return the figures reached so far that stand next to one that was added, behind or before."""
    after = _SENTENCE_END.search(text, added.end)
    stop = min(after.start() if after else len(text), added.end + _FARTHEST)
    following = _ADDED.search(text, added.end, stop)
    found = list(_so_far(text, added.end, following.start() if following else stop))
    if found:
        return found
    start = max(0, match.start() - _FARTHEST)
    ends = [end.end() for end in _SENTENCE_END.finditer(text, start, match.start())]
    return list(_so_far(text, ends[-1] if ends else start, match.start()))[-1:]


def _so_far(text: str, start: int, end: int) -> Iterator[Amount]:
    for match in _SO_FAR.finditer(text, start, end):
        amount = first_amount(text, match.end(), end)
        if amount and amount.start == match.end():
            reached = match[0].endswith(
                ("达到", "增至", "增加到")
            )  # which is no 到 between two numbers
            yield amount._replace(exact=True) if reached else amount


def _is_of(match: re.Match[str], period: Period) -> bool:
    """Tell whether a time is the period itself: 本旬 and 9月份 are not the same."""
    if match["last"] or match["again"]:
        return True
    of, kind = match["of"] or match["than"], period.kind
    if match["month"]:
        return kind is PeriodKind.MONTH and int(match["month"]) == period.end.month
    if match["quarter"]:
        number = "一二三四".index(match["quarter"]) + 1
        return kind is PeriodKind.QUARTER and number == period.end.month // 3
    if match["was"]:
        before = previous_period(period)
        return before is not None and before.end.month == int(match["was"]) != period.end.month
    return of[1] == "期" or _WORDS.get(kind, " ") in of


def _names(text: str, amount: Amount, of: str) -> bool:
    """Tell whether a thing's name stands right before an amount."""
    return _BEFORE_A_TOTAL.sub("", text[: amount.start]).endswith(of)
