"""Family H: stages, sums, sizes and names that do not go on from the period before."""

from collections.abc import Iterator
from datetime import date

from toolkit.model.assessment import Achieved, EarlierReport
from toolkit.model.finding import Severity
from toolkit.model.form import Form
from toolkit.model.scheme import Key
from toolkit.model.submission import Entry
from toolkit.rules.base import Context, Fault, Subject, has_history, rule
from toolkit.rules.fallen import grown
from toolkit.rules.progress import progress_of
from toolkit.text.achieved import achieved
from toolkit.text.amounts import Amount, find_amounts
from toolkit.text.clean import names_problem
from toolkit.text.done_subjects import same_measure
from toolkit.text.finish_plans import gives_reason, may_name_finish, planned_finish
from toolkit.text.increments import Increment, increments, reached_before, totals
from toolkit.text.leaps import leap
from toolkit.text.named_lists import name_lists, replaced_name
from toolkit.text.periods import parse_period, previous_period
from toolkit.text.prose import shortened
from toolkit.text.regress import goes_back
from toolkit.text.reopened import reopened
from toolkit.text.setbacks import setback
from toolkit.text.slips import slip

_TINY = 1e-6
_LISTED = (Key.CONTENT, Key.TARGET, Key.SUMMARY, Key.NAME)


@rule(
    "H759",
    "工作退回到前一步",
    Severity.WARNING,
    Subject.ENTRY,
    what="点名的工程，本期写的阶段是不是比上期写的还早。",
    why="不是上期报早了，就是本期写错了。",
    wrong="9月：王因卫生院施工图审查已通过。10月：王因卫生院正在进行施工图设计。",
    right="10月：王因卫生院正在进行预算评审。",
    mend="请核对；确实要重做的，写明“变更”“重新”和原因。",
    forms=(Form.PROGRESS,),
    requires=("H752", "H753"),
    applies=has_history,
)
def stage_goes_back(entry: Entry, context: Context) -> Iterator[Fault]:
    """A thing that is named is at an earlier stage than the period before."""
    last = context.last(entry)
    if last is None or entry.status.finished:
        return
    text, former = progress_of(entry), last.values.get(Key.PROGRESS, "")
    found = setback(text, former) or goes_back(text, former) or reopened(text, former)
    if found:
        yield Fault(
            f"本期写“{shortened(found.now)}”，{last.name}写“{shortened(found.former)}”，退回到前一步，请核对。",
            key=Key.PROGRESS,
        )


@rule(
    "H760",
    "本期新增与累计对不上",
    Severity.WARNING,
    Subject.ENTRY,
    what="上期的累计数加本期新增的，是不是等于本期的累计数（三个数都是确数，计量单位相同）。",
    why="三个数里必有一个写错。",
    wrong="上旬累计310人次；中旬写“本旬52人次，累计372人次”。",
    right="中旬写“本旬52人次，累计362人次”。",
    mend="请核对三个数，改正写错的；上期报错的，写明“更正”。",
    forms=(Form.PROGRESS,),
    requires=("H751",),
    applies=has_history,
)
def sum_does_not_go_on(entry: Entry, context: Context) -> Iterator[Fault]:
    """What the last period had reached and what this one added is not what is reached now."""
    last, text, period = context.last(entry), progress_of(entry), context.period
    if last is None or period is None or "更正" in text:
        return
    before = previous_period(period)
    if before is None or before.label != last.period:
        return
    yield from grown(text, last)
    for found in increments(text, period):
        for former, now in _sums(found, entry, last, context):
            most = former.grain + found.added.grain + now.grain + _TINY
            if abs(former.number + found.added.number - now.number) > most:
                yield Fault(
                    f"{last.name}报“{former.text}”，加本期的“{_added(found)}”，"
                    f"不等于累计的“{now.text}”，请核对。",
                    key=Key.PROGRESS,
                )


def _added(found: Increment) -> str:
    """Return what was added, with the sum where it was each so much: 各1场 of two places."""
    told = [each.number for each in find_amounts(found.added.text)]
    words, unit = found.added.text, found.added.unit
    return words if found.added.number in told else f"{words}（共{found.added.number:g}{unit}）"


def _sums(
    found: Increment, entry: Entry, last: EarlierReport, context: Context
) -> list[tuple[Amount, Amount]]:
    """Return what the last period had reached and what is reached now, where that is plain.

    They are those of a target where the increment is one of it, else those that the texts tell.
    What was all that was left (最后20个) is of every target that lacked just so much.
    """
    sums: list[tuple[Amount, Amount]] = []
    for each in context.assessment(entry).achieved:
        if _is_of_target(found, each):
            former = achieved(last.values, [each.target])[0]
            if former.number is not None and former.exact and former.basis is each.basis:
                if not found.last:
                    return [(_amount(former), _amount(each))]
                if each.target.number - former.number == found.added.number:
                    sums.append((_amount(former), _amount(each)))
    text = last.values.get(Key.PROGRESS, "")
    if found.last and not sums:
        return _last_of_all(found, entry, text, context)
    if found.reached is None or found.last or not found.alone:
        return sums
    before = reached_before(found.of, found.added.unit, text, parse_period(last.period))
    return [(before, found.reached)] if before else []


def _last_of_all(
    found: Increment, entry: Entry, former: str, context: Context
) -> list[tuple[Amount, Amount]]:
    """Return the totals, of one name then and now, of which just so much lacked of a target."""
    before = totals(former, found.added.unit)
    now = totals(progress_of(entry), found.added.unit)
    wholes = {target.number for target in context.programme.targets_of.get(entry.item.code, ())}
    return [
        (amount, now[name])
        for name, amount in before.items()
        if name in now and amount.number + found.added.number in wholes
    ]


def _is_of_target(found: Increment, reached: Achieved) -> bool:
    """Tell whether what was added is of the thing that a target counts."""
    alike = same_measure(reached.target.measure, found.added.unit)
    if not alike or reached.number is None or not reached.exact:
        return False
    if found.reached is not None:
        return found.reached.number == reached.number
    subject = reached.target.subject
    return found.of == "" or found.of in subject or subject in found.of


def _amount(reached: Achieved) -> Amount:
    """Return what is done of a target as an amount, with how far its words round it."""
    number = reached.number or 0.0
    grains = [each.grain for each in find_amounts(reached.original) if each.number == number]
    grain = max(grains, default=0.0)
    return Amount(number, reached.target.measure, reached.exact, grain, reached.original, 0, 0)


@rule(
    "H761",
    "数字与上期差得太多",
    Severity.WARNING,
    Subject.ENTRY,
    what="同一个数是不是比上期大或小一万倍（漏写、多写“万”）、十倍百倍，或者一期增加的远超过计划。",
    why="多半漏了“万”，或者点错了小数点、多写了一位。",
    wrong="9月上旬：发放救助金58.4万元；9月下旬：发放救助金66.9元。",
    right="9月下旬：发放救助金66.9万元。",
    mend="请核对两期的数字；确实增加这么多的，写明原因。",
    forms=(Form.PROGRESS,),
    requires=("H751",),
    applies=has_history,
)
def size_differs(entry: Entry, context: Context) -> Iterator[Fault]:
    """A figure has not the size that it had, or grew beyond all that was planned."""
    earlier, text = context.earlier(entry), progress_of(entry)
    if not earlier:
        return
    last = earlier[0]
    found = slip(text, [each.values.get(Key.PROGRESS, "") for each in earlier])
    if found:
        yield Fault(f"本期写“{found.now}”，以前写“{found.former}”，请核对。", key=Key.PROGRESS)
        return
    reached = context.assessment(entry).achieved
    if all(now.number is None or now.share is None or now.share <= 1 for now in reached):
        return
    before = achieved(last.values, [now.target for now in reached])
    for now, former in zip(reached, before, strict=True):
        if leap(now, former, last.values.get(Key.PLAN, "")):
            yield Fault(
                f"“{now.target.subject}”{last.name}报“{former.original}”，本期报“{now.original}”，"
                "增加得太多，请核对。",
                key=Key.PROGRESS,
            )


_ON_PURPOSE = ("调整", "变更", "替换", "更换为")
"""Words with which a place is replaced after due consideration."""


@rule(
    "H762",
    "点名的地方换了",
    Severity.WARNING,
    Subject.ENTRY,
    what="清单点名的、上期逐个列出的几个地方（名称），进展里是不是有一个换成了别的。",
    why="群众按清单找地方；多半是写错了名称。",
    wrong="清单：象耳山、台柳路、闫家山三个苗圃；进展：象耳山苗圃、台柳路苗圃、错埠岭苗圃全部启动。",
    right="进展：象耳山苗圃、台柳路苗圃、闫家山苗圃全部启动。",
    mend="请核对名称；确实调整的，写明“调整”和批准文件。",
    forms=(Form.PROGRESS,),
)
def name_replaced(entry: Entry, context: Context) -> Iterator[Fault]:
    """Of the names that an item has one is missing, and a new one is in its place."""
    text = progress_of(entry)
    for where, names in _lists(entry, context):
        if any(word in text for word in _ON_PURPOSE):
            return
        found = replaced_name(names, text, "。".join(_known(entry, context)))
        if found:
            yield Fault(
                f"{where}是“{found.missing}”，进展写的是“{found.name}”，没有“{found.missing}”，请核对。",
                key=Key.PROGRESS,
            )
            return


def _lists(entry: Entry, context: Context) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the names that stay the same: the list's own, and those of all that a target counts."""
    for key in _LISTED:
        listed = entry.item.values.get(key)
        for names in name_lists(listed) if listed else ():
            yield "清单里", names
    last = context.last(entry)
    if last is None:
        return
    numbers = {target.number for target in context.programme.targets_of.get(entry.item.code, ())}
    for names in name_lists(last.values.get(Key.PROGRESS, "")) if numbers else ():
        if len(names) in numbers:
            yield f"{last.name}写的", names


def _known(entry: Entry, context: Context) -> Iterator[str]:
    yield from entry.item.values.values()
    for report in context.earlier(entry):
        yield report.values.get(Key.PROGRESS, "")
        yield report.values.get(Key.PLAN, "")


@rule(
    "H763",
    "延期没有说明",
    Severity.WARNING,
    Subject.ENTRY,
    what="计划的竣工、交付时间比以前计划的推后、过了完成时限的，存在的问题、说明里有没有写原因。",
    why="不能如期完成的要早知道、早协调。",
    wrong="8月计划“12月底前竣工”，10月计划“次年6月底前竣工”；存在问题：无。",
    right="存在问题：外墙保温材料到货晚，工期推后。",
    mend="请写明延期的原因；确需延期的，按程序报批。",
    forms=(Form.PROGRESS,),
    requires=("J710",),
    applies=has_history,
)
def delay_unexplained(entry: Entry, context: Context) -> Iterator[Fault]:
    """A plan finishes later than an earlier one did, after the deadline, and nothing says why."""
    earlier, plan = context.earlier(entry), entry.values.get(Key.PLAN, "")
    if not earlier or not plan or entry.status.finished or not may_name_finish(plan):
        return
    if any(names_problem(entry.values.get(key, "")) for key in (Key.PROBLEM, Key.NOTE)):
        return
    year = context.programme.settings.year
    now = planned_finish(plan, year)
    due = context.assessment(entry).due or date(year, 12, 31)
    if now is None or now.day <= due or gives_reason(progress_of(entry) + plan):
        return
    for report in earlier:
        former = planned_finish(report.values.get(Key.PLAN, ""), year)
        if former is not None and former.day <= due:
            yield Fault(
                f"计划“{now.text}”完成，{report.name}计划“{former.text}”，没有写原因。",
                key=Key.PLAN,
            )
            return


RULES = (
    stage_goes_back,
    sum_does_not_go_on,
    size_differs,
    name_replaced,
    delay_unexplained,
)
