"""Family J: problems against progress and plan, and plans against what is over."""

from collections.abc import Iterator

from toolkit.model.finding import Severity
from toolkit.model.form import Form
from toolkit.model.scheme import Key
from toolkit.model.submission import Entry
from toolkit.rules.base import Context, Fault, Subject, rule
from toolkit.rules.progress import progress_of
from toolkit.text.clean import names_problem, says_none
from toolkit.text.handed_in import handed_in_again, may_be_handed_in
from toolkit.text.hindrances import unresolved
from toolkit.text.plans import plan_is_vague
from toolkit.text.problem_plans import leaves_problem
from toolkit.text.prose import shortened
from toolkit.text.still_preparing import built_again, left_over, prepared_again, rest_planned
from toolkit.text.unfinished_parts import not_working
from toolkit.text.worked_on import may_be_worked_on, worked_on


@rule(
    "J731",
    "进展里有困难而问题填“无”",
    Severity.WARNING,
    Subject.ENTRY,
    what="进展里写了还没有解决的困难（争议、停工、批复没有下来、因条件不足没能做成），存在的问题有没有写。",
    why="问题清单里没有，就没有人协调解决。",
    wrong="进展：有6所学校因网络带宽不足没能接入平台。存在问题：无。",
    right="存在问题：6所学校网络带宽不足，没能接入平台，正在与运营商对接扩容。",
    mend="请核对：困难还在的写进存在的问题；已经解决的，在进展里写明怎么解决的。",
    forms=(Form.PROGRESS,),
    requires=("V403", "J710", "J714"),
)
def hindrance_without_problem(entry: Entry, context: Context) -> Iterator[Fault]:
    """The progress names a hindrance that is still there, and the problem cell says 无."""
    called = entry.status.finished and not entry.status.by_text
    if called or names_problem(entry.values.get(Key.PROBLEM, "")):
        return
    found = unresolved(progress_of(entry), entry.values.get(Key.PLAN, ""))
    if found:
        yield Fault(
            f"进展写“{shortened(found.text.strip())}”，存在的问题没有写，请核对。", key=Key.PROBLEM
        )


@rule(
    "J732",
    "计划没有回应问题",
    Severity.WARNING,
    Subject.ENTRY,
    what="写了存在问题的，下步计划里有没有解决它的打算；计划写了协调、解决或者工程本身的，不算。",
    why="问题没有人去解决，下期还会在。",
    wrong="存在问题：用地手续没有办下来。下月工作计划：做好校名征集和招聘宣传。",
    right="下月工作计划：会同自然资源部门9月底前办结用地手续。",
    mend="请核对：在下步计划里写明怎么解决问题、什么时候解决。",
    forms=(Form.PROGRESS,),
    requires=("V402", "W452", "W453", "W454"),
)
def plan_leaves_problem(entry: Entry, context: Context) -> Iterator[Fault]:
    """A plan is wholly about things beside the work and takes no word of the problem up."""
    problem, plan = entry.values.get(Key.PROBLEM, ""), entry.values.get(Key.PLAN, "")
    if not names_problem(problem) or says_none(plan):
        return
    known = "".join(entry.item.values.values())
    if leaves_problem(problem, plan, known) and not plan_is_vague(plan):
        yield Fault(
            f"存在的问题“{shortened(problem.strip())}”，计划“{shortened(plan.strip())}”没有回应，请核对。",
            key=Key.PLAN,
        )


@rule(
    "J733",
    "计划或说明与已完成矛盾",
    Severity.WARNING,
    Subject.ENTRY,
    what="进展说已经全部完成的，计划是不是还在准备同一件事，未如期完成的说明是不是还写着没做完的。",
    why="多半是上期的计划没有改，或者有一栏填错了。",
    wrong="进展：已于4月26日开通运营，目标完成率100%。计划：确保年底前具备开通运营条件。",
    right="计划：做好运营保障。",
    mend="请核对是否确已完成，把不对的一栏改正。",
    forms=(Form.PROGRESS,),
    requires=("J706",),
)
def prepared_though_done(entry: Entry, context: Context) -> Iterator[Fault]:
    """A plan prepares what has happened, or the explanation names a rest of what is all done."""
    progress = progress_of(entry)
    plan, note = entry.values.get(Key.PLAN, ""), entry.values.get(Key.NOTE, "")
    planned = (prepared_again(progress, plan) or built_again(progress, plan)) if plan else None
    if planned is None and may_be_handed_in(plan):
        former = (each.values.get(Key.PROGRESS, "") for each in context.earlier(entry))
        planned = handed_in_again(plan, "。".join((progress, *former)))
    if planned is None and entry.status.finished:
        planned = rest_planned(plan)
    if planned is None and may_be_worked_on(progress, plan):
        targets = context.programme.targets_of.get(entry.item.code, ())
        planned = worked_on(progress, plan, [(each.number, each.measure) for each in targets])
    if planned:
        yield Fault(f"进展说已经完成，计划还写“{shortened(planned.text)}”，请核对。", key=Key.PLAN)
    left = left_over(progress, note) if note else None
    if left:
        yield Fault(f"进展说已经全部完成，说明里写“{shortened(left.text)}”，请核对。", key=Key.NOTE)


@rule(
    "J734",
    "报已完成而问题里还有没做到的",
    Severity.WARNING,
    Subject.ENTRY,
    what="进展说任务已经完成、全部实现的，存在的问题里是不是写着还有几处没有做到，计划里还要去做。",
    why="通报里写了完成，群众会发现没有完成。",
    wrong="进展：学校食堂已全部实现明厨亮灶。存在问题：有4家后厨画面传不上来。",
    right="进展：已完成114家，另有4家网络不通、尚未接入。",
    mend="请核对是不是确已完成；没有做完的，在进展里写明还差多少。",
    forms=(Form.PROGRESS,),
    requires=("J706",),
)
def done_but_not_working(entry: Entry, context: Context) -> Iterator[Fault]:
    """All is called done, and the problem names a part of it that is not, and the plan does it."""
    problem, plan = entry.values.get(Key.PROBLEM, ""), entry.values.get(Key.PLAN, "")
    if not names_problem(problem):
        return
    found = not_working(progress_of(entry), problem, plan, finished=entry.status.finished)
    if found:
        yield Fault(
            f"进展说已经完成，问题里写“{shortened(found.text)}”，请核对。", key=Key.PROGRESS
        )


RULES = (
    hindrance_without_problem,
    plan_leaves_problem,
    prepared_though_done,
    done_but_not_working,
)
