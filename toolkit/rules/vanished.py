"""Family H: problems of which the period after says nothing."""

from collections.abc import Iterator

from toolkit.model.assessment import EarlierReport
from toolkit.model.finding import Severity
from toolkit.model.form import Form
from toolkit.model.scheme import Key
from toolkit.model.submission import Entry
from toolkit.rules.base import Context, Fault, Subject, has_history, rule
from toolkit.text.achieved import achieved, is_counted
from toolkit.text.clean import names_problem
from toolkit.text.echoes import echoes, news, own_words
from toolkit.text.empty_words import names_no_problem, needs_only_more, tells_success
from toolkit.text.passing_problems import is_firm, outgrown, passes
from toolkit.text.prose import shortened

_FAINT_PROBLEM = 0.15
"""Of a problem solved ones that were tried scored at least so much, vanished ones less."""

_TAKEN_UP = 0.3
"""So much of what was planned comes up again where it was done."""


def _unheard(problem: str, report: str, known: str) -> bool:
    """Tell whether nothing of a problem comes up again; the item's own name is no echo of it."""
    own = own_words(problem, known)
    return echoes(problem, report, known if own else "") < _FAINT_PROBLEM


@rule(
    "H757",
    "上期的问题没有下文",
    Severity.WARNING,
    Subject.ENTRY,
    what="上期写的问题，本期不再写了，进展里有没有说怎么解决的。",
    why="问题没有销号就不见了，无法跟踪。",
    wrong="8月写“土地手续尚未办结”，9月写“无”，进展里没有提土地手续。",
    right="9月进展写“土地手续已办结”。",
    mend="请向单位核实问题是否解决。",
    forms=(Form.PROGRESS,),
    requires=("V403", "H753", "H754"),
    applies=has_history,
)
def problem_vanished(entry: Entry, context: Context) -> Iterator[Fault]:
    """A problem of the last period is named no more, and nothing says that it was solved."""
    last = context.last(entry)
    if last is None or entry.status.finished or names_problem(entry.values.get(Key.PROBLEM, "")):
        return
    problem = last.values.get(Key.PROBLEM, "")
    if not names_problem(problem):
        return
    if names_no_problem(problem) or needs_only_more(problem) or tells_success(problem):
        return
    report = "。".join(entry.values.get(key, "") for key in (Key.PROGRESS, Key.PLAN))
    if passes(problem, report) or _has_ended(entry, last, context):
        return
    fresh = news(report, last.values.get(Key.PROGRESS, ""))
    if _unheard(problem, fresh, "".join(entry.item.values.values())):
        yield Fault(
            f"{last.name}的问题“{shortened(problem.strip())}”，本期没有了，也没有说怎么解决的。",
            key=Key.PROBLEM,
        )


def _has_ended(entry: Entry, last: EarlierReport, context: Context) -> bool:
    """Tell whether figures show that a soft problem is over, or what was planned for it is done."""
    if is_firm(last.values.get(Key.PROBLEM, "")):
        return False
    plan = last.values.get(Key.PLAN, "")
    if plan and echoes(plan, entry.values.get(Key.PROGRESS, "")) >= _TAKEN_UP:
        return True
    reached = [each for each in context.assessment(entry).achieved if is_counted(each.target)]
    if not reached:
        return False
    before = achieved(last.values, [now.target for now in reached])
    return any(outgrown(a.share, b.share) for a, b in zip(before, reached, strict=True))


RULES = (problem_vanished,)
