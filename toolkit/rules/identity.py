"""Family D on the sheet itself: what it says about its unit and period."""

from collections.abc import Iterator

from toolkit.model.finding import Severity
from toolkit.model.month import Month
from toolkit.model.submission import Submission
from toolkit.rules.base import Context, Fault, Subject, rule
from toolkit.text.periods import period_in_text
from toolkit.text.units import tidy_unit


@rule(
    "D205",
    "填报单位与表格不符",
    Severity.ERROR,
    Subject.SUBMISSION,
    what="“填报单位：”后写的单位，是否就是这份表格下发给的单位。",
    why="可能拿错了别的单位的表，填的是别人的事项。",
    wrong="发给市场监管局的表，填报单位写成了应急管理局。",
    right="填报单位与下发时一致。",
    mend="请核对是否拿错了表；没有拿错的，把填报单位改回原样。",
)
def unit_differs(submission: Submission, context: Context) -> Iterator[Fault]:
    """The unit line names another unit than the form was made for."""
    stated = tidy_unit(submission.stated_unit or "")
    if not stated or stated == submission.unit:
        return
    aliases = {alias: unit.name for unit in context.programme.units for alias in unit.aliases}
    if aliases.get(stated) != submission.unit:
        yield Fault(
            f"表格是发给“{submission.unit}”的，填报单位写的是“{stated}”。",
            cell=submission.stated_unit_cell,
        )


@rule(
    "D206",
    "报告期与表格不符",
    Severity.ERROR,
    Subject.SUBMISSION,
    what="“报告期：”后写的月份，是否就是这份表格的报告期。",
    why="可能填的是别期的进展。",
    wrong="9月的表，报告期改成了“2021年1-8月”。",
    right="报告期与下发时一致。",
    mend="请核对填的是不是本期进展；是的，把报告期改回原样。",
)
def period_differs(submission: Submission, context: Context) -> Iterator[Fault]:
    """The period line names another period than the folder's."""
    stated = period_in_text(submission.stated_period or "")
    if stated and context.period and stated != context.period.label:
        yield Fault(
            f"表内报告期写的是“{submission.stated_period}”，本期是 {context.period.label}。",
            cell=submission.stated_period_cell,
        )


@rule(
    "D207",
    "表内没有报告期",
    Severity.WARNING,
    Subject.SUBMISSION,
    what="失去隐藏标识的表，表内能否看出是哪一期。",
    why="只能按所在文件夹认定报告期，可能是别期的表。",
    wrong="内容粘贴到新表中，标题和报告期都没有了。",
    right="保留标题或“报告期：”一行。",
    mend="请核对这份表填的是不是本期进展。",
)
def period_unstated(submission: Submission, context: Context) -> Iterator[Fault]:
    """Nothing in the file says which period it reports on."""
    if submission.identity.period is None:
        yield Fault("表内看不出报告期，按所在文件夹认定为本期。")


@rule(
    "D208",
    "用的是早先下发的表",
    Severity.INFO,
    Subject.MONTH,
    what="同一期下发过几次的，单位用的是不是最近一次的表。",
    why="早先的表里没有后来增加、更正的事项。",
    wrong="9月28日重新下发，单位交回的是9月25日下发的表。",
    right="用最近一次下发的表填报。",
    mend="缺少的事项会另外列出；没有列出的不用处理。",
)
def issue_old(month: Month, context: Context) -> Iterator[Fault]:
    """A unit filled a form that was sent out anew since."""
    for submission in month.submissions:
        issue, latest = submission.identity.issue, month.issues.get(submission.unit, 0)
        if issue is not None and issue < latest:
            yield Fault(
                f"{submission.unit}用的是第 {issue} 次下发的表，最近一次是第 {latest} 次。",
                unit=submission.unit,
                file=submission.file.stored,
            )


RULES = (unit_differs, period_differs, period_unstated, issue_old)
