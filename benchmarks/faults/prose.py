"""The texts that a careful unit writes: progress with its figures, the problem, a plan."""

from collections.abc import Iterator, Sequence
from datetime import date

from benchmarks.faults.course import ItemState
from benchmarks.faults.lines import LineState, Sort
from toolkit.model.period import Period, PeriodKind
from toolkit.text.periods import next_period

_RESTS = {
    "改造": "改造",
    "建成": "建设",
    "新建": "建设",
    "打造": "打造",
    "安装": "安装",
    "更新": "更换",
    "完善": "施工",
    "铺设": "铺设",
    "完工": "施工",
    "打通": "施工",
    "治理": "施工",
    "配备": "采购",
    "提升": "改造",
}
"""What is being done with the rest, by what is done with the whole."""

_MARKS = ("{}、", "（{}）", "①②③④⑤⑥⑦⑧⑨")
_DAYS = ("底", "25日", "20日")
_FEW_CLAUSES = 2


def progress(state: ItemState, turn: int | None = None) -> str:
    """Return the progress text.

    Args:
        turn: For variety in wording; the state's own when None.
    """
    turn = state.turn if turn is None else turn
    clauses = [clause(line, state, turn + n) for n, line in enumerate(state.lines)]
    clauses.append(f"已{state.deed}")
    if state.solved:
        clauses.append(state.solved)
    return joined(clauses, opening(state, turn), state.seed)


def opening(state: ItemState, turn: int) -> str:
    """Return the words that say how the item stands, "" where the unit says nothing of it."""
    if state.finished:
        return "已完成。"
    return "" if (turn + state.seed) % 3 == 0 else "正常推进。"


def joined(clauses: Sequence[str], start: str, seed: int) -> str:
    """Return clauses as one sentence, or as a numbered list where there are more."""
    if len(clauses) <= _FEW_CLAUSES:
        return f"{start}{'；'.join(clauses)}。"
    lines = [f"{_mark(seed, n)}{text}" for n, text in enumerate(clauses, 1)]
    body = "；\n".join(lines) + "。"
    return f"{start}\n{body}" if start else body


def _mark(seed: int, number: int) -> str:
    mark = _MARKS[seed % len(_MARKS)]
    return mark.format(number) if "{" in mark else mark[number - 1]


def clause(state: LineState, item: ItemState, turn: int) -> str:
    """Return what is said of one line."""
    line = state.line
    if line.sort is Sort.SENTENCE:
        return line.what
    if line.sort is Sort.STAGES:
        return f"{line.what}{line.end}" if state.finished else f"{line.what}{_stage(state)}"
    if line.sort is Sort.RATE:
        return f"{line.what}{('达到', '已达到')[turn % 2]}{state.told}"
    if line.sort is Sort.FEW:
        if state.finished:
            return f"{line.what}已{line.verb}{line.said(line.total)}"
        return f"{line.what}{line.said(line.total)}，{_stage(state)}"
    return f"{_counted(state, turn)}{_spread(state, item, turn)}{_rest(state, turn)}"


def _stage(state: LineState) -> str:
    stages = state.line.stages
    done = f"{stages[state.stage - 1]}已完成，" if state.stage else ""
    return f"{done}正在进行{stages[state.stage]}"


def _counted(state: LineState, turn: int) -> str:
    line = state.line
    if turn % 2 or line.verb == "达到":
        return f"{line.what}已{line.verb}{state.told}"
    return f"累计{line.verb}{line.what}{state.told}"


def _spread(state: LineState, item: ItemState, turn: int) -> str:
    """Return over which parts an amount spreads; they add up."""
    line = state.line
    if state.parts:
        return "，其中" + "、".join(f"{name}{line.said(amount)}" for name, amount in state.parts)
    if line.base or state.value < 6 * line.step or (turn + item.seed) % 3:
        return ""
    places = item.places
    one, other = places[item.seed % len(places)], places[(item.seed + 1) % len(places)]
    first = line.rounded(state.value * (0.35 + item.seed % 30 / 100))
    second = round(state.value - first, 1)
    return f"，其中{one}{line.said(first)}、{other}{line.said(second)}" if second > 0 else ""


def _rest(state: LineState, turn: int) -> str:
    line = state.line
    rest = round(line.total - state.value, 1)
    if not line.exact or rest <= 0 or line.verb not in _RESTS or turn % 3 == 0:
        return ""
    return f"，其余{line.said(rest)}正在{_RESTS[line.verb]}"


def problem(state: ItemState) -> str:
    """Return what the unit says of problems."""
    return state.problem or "无"


def plan(state: ItemState, period: Period, turn: int | None = None) -> str:
    """Return the plan for the next period: what, how much and by when; "" when nothing remains."""
    following = next_period(period)
    if state.finished or following is None:
        return ""
    turn = state.turn if turn is None else turn
    steps = list(_steps(state))
    first = turn % len(steps) if steps else 0
    chosen = [*steps[first:], *steps[:first]][:_FEW_CLAUSES]
    told = "，".join([*chosen, state.next_deed])
    return f"{_day(following, turn)}前{told}。"


def _steps(state: ItemState) -> Iterator[str]:
    """Yield what each line is to be brought to."""
    for now, then in zip(state.lines, state.next, strict=True):
        line = now.line
        if line.sort is Sort.SENTENCE or now.finished:
            continue
        if line.sort in (Sort.STAGES, Sort.FEW):
            if then.finished:
                yield f"完成{line.short}收尾并组织验收"
            elif then.stage > now.stage:
                yield f"完成{line.short}{line.stages[then.stage - 1]}"
        elif line.sort is Sort.RATE or line.base:
            if then.value > now.value:
                yield f"{line.short}{line.verb}{then.told}"
        elif then.value > now.value:
            yield f"再{line.verb}{line.short}{line.said(round(then.value - now.value, 1))}"


def _day(period: Period, turn: int) -> str:
    end: date = period.end
    if period.kind in (PeriodKind.MONTH, PeriodKind.QUARTER):
        return f"{end.month}月{_DAYS[turn % len(_DAYS)]}"
    return f"{end.month}月{end.day}日"
