"""Plants that only a period before can tell: family H."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from benchmarks.faults import prose
from benchmarks.faults.course import ItemState
from benchmarks.faults.draft import Answers, Value, need
from benchmarks.faults.lines import Sort
from benchmarks.faults.plant import NO_FIGURE
from toolkit.model.period import Period
from toolkit.model.programme import Target
from toolkit.model.scheme import Key
from toolkit.text.finish_plans import gives_reason

Changes = Mapping[int, Mapping[Key, Value | None]]
"""What an item's answers say otherwise, by month."""


_FORGOTTEN = (
    "地块权属有争议，村民阻拦施工机械。",
    "临近住户投诉噪声，夜间作业被叫停。",
    "专项经费缺口较大，合同款拖欠。",
)
"""Problems of which nothing is said afterwards."""

_LONG = 40
_A_SHARE, _MORE = 0.1, 5
"""What is planned for a month, as a share of the year's; fewer may be just as many by chance."""

_TEXTS = (Key.PROGRESS, Key.PROBLEM, Key.PLAN)


@dataclass(frozen=True, slots=True)
class YearPlace:
    """One item's year.

    Attributes:
        answers: What its unit writes, month by month; that of January first.
        targets: The item's, as the list has them.
        month: The month in which the fault is to be told.
    """

    states: Sequence[ItemState]
    answers: Sequence[Answers]
    periods: Sequence[Period]
    targets: Sequence[Target]
    month: int
    number: int

    def state(self, month: int) -> ItemState:
        """Return how far the item is at the end of a month."""
        return self.states[month - 1]

    def text(self, month: int, key: Key) -> str:
        """Return what is written in a month."""
        return str(self.answers[month - 1].get(key, ""))

    def need_unfinished(self) -> None:
        """Ask for an item that is under way, and was for two months before."""
        need(self.month >= 3 and not self.state(self.month).finished)


Maker = Callable[[YearPlace], Changes]


@dataclass(frozen=True, slots=True)
class YearPlant:
    """One way to commit a fault over several months.

    Attributes:
        also: Rules that may rightly speak of the same item too.
        whole: It is put into all the items of a unit at once, and told of its return.
    """

    code: str
    name: str
    make: Maker
    also: frozenset[str] = frozenset()
    whole: bool = False

    @property
    def title(self) -> str:
        """What people read."""
        return f"{self.code} {self.name}"


def over_months(
    code: str, name: str, *, also: Collection[str] = (), whole: bool = False
) -> Callable[[Maker], YearPlant]:
    """Make a plant of a function that says what an item's answers say otherwise."""

    def make(maker: Maker) -> YearPlant:
        return YearPlant(code, name, maker, frozenset(also), whole)

    return make


@over_months("H751", "数字倒退", also=("J705", "J709", "J711", "H761"))
def falls(place: YearPlace) -> Changes:
    """Report less than the month before of what the list promises."""
    place.need_unfinished()
    state = place.state(place.month)
    known = {(target.number, target.measure) for target in place.targets}
    found = [
        n
        for n, line in enumerate(state.lines)
        if line.line.sort is Sort.COUNT
        and (line.line.total, line.line.measure) in known
        and not (line.parts or line.line.base)
    ]
    need(found)
    line = state.lines[found[0]]
    before = place.state(place.month - 1).lines[found[0]]
    lower = line.line.rounded(before.value * 0.7)
    need(lower < before.value)
    need(before.told in place.text(place.month - 1, Key.PROGRESS))
    lines = list(state.lines)
    lines[found[0]] = replace(line, value=lower)
    text = prose.progress(replace(state, lines=tuple(lines)))
    return {place.month: {Key.PROGRESS: text}}


@over_months(
    "J737", "还在计划里的算成了完成的", also=("H755", "H761", "J705", "J709", "J711", "J726")
)
def plan_as_done(place: YearPlace) -> Changes:
    """Report what is planned for the next month as done already."""
    place.need_unfinished()
    need(place.month < len(place.periods))
    state, former = place.state(place.month), place.state(place.month - 1)
    measures = [target.measure for target in place.targets]
    known = {(target.number, target.measure) for target in place.targets}
    found = [
        n
        for n, line in enumerate(state.lines)
        if line.line.exact
        and not line.line.parts
        and (line.line.total, line.line.measure) in known
        and measures.count(line.line.measure) == 1
    ]
    need(found)
    line, before = state.lines[found[0]], former.lines[found[0]]
    more = line.line.rounded(line.line.total * _A_SHARE)
    need(more >= _MORE and before.value > 0 and before.value + more < line.line.total)
    need(before.told in place.text(place.month - 1, Key.PROGRESS))
    lines = list(state.lines)
    lines[found[0]] = replace(line, value=line.line.rounded(before.value + more))
    text = prose.progress(replace(state, lines=tuple(lines)))
    later = f"{place.month + 1}月中旬{line.line.verb}{line.line.short}{line.line.said(more)}。"
    return {
        place.month - 1: {Key.PLAN: later},
        place.month: {Key.PROGRESS: text, Key.PLAN: later},
    }


@over_months(
    "H752", "完成后又未完成", also=("H751", "J705", *NO_FIGURE, "J708", "J710", "V405", "H755")
)
def reopened(place: YearPlace) -> Changes:
    """Report a finished item as unfinished the month after."""
    now, before = place.state(place.month), place.state(place.month - 1)
    need(now.finished and before.finished)
    name = next(n.line.short for n in now.lines if n.line.sort is not Sort.SENTENCE)
    where = now.places[place.number % len(now.places)]
    return {
        place.month: {
            Key.PROGRESS: f"正常推进。{name}在{where}的部分正在整改，已{now.next_deed}。",
            Key.PLAN: f"{_end(place)}前完成{name}在{where}部分的整改并复验。",
        }
    }


@over_months("H753", "进展照抄上期", also=("H755", "J705"))
def copied(place: YearPlace) -> Changes:
    """Hand last month's text in again."""
    place.need_unfinished()
    return {place.month: {Key.PROGRESS: place.text(place.month - 1, Key.PROGRESS)}}


@over_months("H754", "进展改动一个词", also=("H755", "J705"))
def nearly_copied(place: YearPlace) -> Changes:
    """Hand last month's text in again with a word changed."""
    place.need_unfinished()
    text = place.text(place.month - 1, Key.PROGRESS)
    need("已" in text and len(text) > _LONG)
    return {place.month: {Key.PROGRESS: text.replace("已", "已经", 1)}}


@over_months("H754", "进展添几个字", also=("H755", "J705"))
def lengthened(place: YearPlace) -> Changes:
    """Hand last month's text in again with a few words added to a long text."""
    place.need_unfinished()
    text = place.text(place.month - 1, Key.PROGRESS)
    need(len(text) > 2 * _LONG)
    return {place.month: {Key.PROGRESS: f"{text.rstrip('。')}，进展顺利。"}}


@over_months("H755", "上期计划没有下文")
def no_echo(place: YearPlace) -> Changes:
    """Plan a work of which the next month says nothing."""
    place.need_unfinished()
    plan = f"{place.month}月底前签订拆除协议，清运渣土，修建临时便道。"
    return {place.month - 1: {Key.PLAN: plan}}


@over_months("H756", "计划三期未变", also=("H755", "J716"))
def same_plan(place: YearPlace) -> Changes:
    """Hand the same plan in three months running."""
    place.need_unfinished()
    plan = place.text(place.month - 2, Key.PLAN)
    need(plan)
    return {place.month - 1: {Key.PLAN: plan}, place.month: {Key.PLAN: plan}}


@over_months("H763", "延期没有说明", also=("H755", "J715", "J718"))
def put_off(place: YearPlace) -> Changes:
    """Plan to finish after the deadline what was to be finished before it, and say no reason."""
    place.need_unfinished()
    state = place.state(place.month)
    need(not (state.problem or state.solved) and place.month <= 10)
    need(not gives_reason(place.text(place.month, Key.PROGRESS)))
    return {
        place.month - 1: {Key.PLAN: "10月底前全部建成。"},
        place.month: {Key.PLAN: f"{place.periods[0].year + 1}年6月底前全部建成。"},
    }


@over_months("H757", "问题不了了之", also=("J715",))
def forgotten(place: YearPlace) -> Changes:
    """Name a problem and no more of it the month after."""
    return _forgotten(place, "")


@over_months("H757", "写明事项名称的问题不了了之", also=("J715",))
def forgotten_by_name(place: YearPlace) -> Changes:
    """The same, with the item named in the problem, as it is in the progress."""
    return _forgotten(place, _subject(place))


def _forgotten(place: YearPlace, name: str) -> Changes:
    place.need_unfinished()
    months = range(place.month - 1, min(place.month + 2, 13))
    need(not any(place.state(m).problem or place.state(m).solved for m in months))
    text = _FORGOTTEN[place.number % len(_FORGOTTEN)]
    return {place.month - 1: {Key.PROBLEM: f"{name}{text}"}}


def _subject(place: YearPlace) -> str:
    lines = place.state(place.month).lines
    return next(n.line.short for n in lines if n.line.sort is not Sort.SENTENCE)


def _goes_on_wrongly(code: str, name: str, before: str, now: str) -> YearPlant:
    """Return a plant that adds a clause to two months running; the second does not go on."""

    @over_months(code, name)
    def plant(place: YearPlace) -> Changes:
        place.need_unfinished()
        return {
            month: {Key.PROGRESS: f"{place.text(month, Key.PROGRESS).rstrip('。')}。{words}。"}
            for month, words in ((place.month - 1, before), (place.month, now))
        }

    return plant


@over_months("H760", "本月新增与累计对不上", also=("J705", "J709", "J711"))
def sum_is_wrong(place: YearPlace) -> Changes:
    """Report more for the month than what is reached and was reached before leave for it."""
    place.need_unfinished()
    state = place.state(place.month)
    known = [(target.number, target.measure) for target in place.targets]
    found = [
        n
        for n, line in enumerate(state.lines)
        if line.line.sort is Sort.COUNT
        and known.count((line.line.total, line.line.measure)) == 1
        and not (line.parts or line.line.base)
    ]
    need(found)
    line, before = state.lines[found[0]], place.state(place.month - 1).lines[found[0]]
    added = line.line.rounded(1.5 * (line.value - before.value))
    need(added > line.value - before.value > 0)
    need(before.told in place.text(place.month - 1, Key.PROGRESS))
    told = (
        f"{line.line.what}本月新{line.line.verb}{line.line.said(added)}，"
        f"累计{line.line.verb}{line.line.said(line.value)}"
    )
    clauses = [prose.clause(each, state, state.turn + n) for n, each in enumerate(state.lines)]
    clauses[found[0]] = told
    clauses.append(f"已{state.deed}")
    text = prose.joined(clauses, "正常推进。", state.seed)
    return {place.month: {Key.PROGRESS: text}}


@over_months(
    "H758",
    "整份交回上期的内容",
    also=("H755", "H757", "J705", "J710", "J715", "J716", "V402", "V405"),
    whole=True,
)
def handed_in_again(place: YearPlace) -> Changes:
    """Hand in all of last month's texts again."""
    texts = {key: place.text(place.month - 1, key) or None for key in _TEXTS}
    return {place.month: texts}


def _end(place: YearPlace) -> str:
    return f"{min(place.month + 1, 12)}月底"


YEAR_PLANTS = (
    handed_in_again,
    put_off,
    falls,
    plan_as_done,
    reopened,
    copied,
    nearly_copied,
    lengthened,
    no_echo,
    same_plan,
    forgotten,
    forgotten_by_name,
    sum_is_wrong,
    _goes_on_wrongly(
        "H759", "图审通过后又在设计", "城西点位施工图审查已通过", "城西点位正在进行施工图设计"
    ),
    _goes_on_wrongly(
        "H760",
        "不是目标的数对不上",
        "累计走访服务对象310户",
        "本月走访服务对象52户，累计372户",
    ),
    _goes_on_wrongly(
        "H764", "总数换了一个", "全区162所小学，已走访157所", "全区168所小学，已走访159所"
    ),
    _goes_on_wrongly("H761", "资金漏了万字", "累计拨付奖补资金60.1万元", "累计拨付奖补资金66.9元"),
    _goes_on_wrongly("H761", "多写了一位", "累计受理咨询1921件", "累计受理咨询20190件"),
)
