"""Families W and J: days that cannot be, and days that are not this period's."""

from collections.abc import Iterator
from datetime import date

from toolkit.model.assessment import EarlierReport
from toolkit.model.finding import Severity
from toolkit.model.form import Form
from toolkit.model.scheme import Key
from toolkit.model.submission import Entry
from toolkit.rules.base import Context, Fault, Subject, rule
from toolkit.rules.wording import quoted, texts_of
from toolkit.text.calendar_days import (
    impossible_days,
    may_be_impossible,
    may_name_week_day,
    wrong_week_days,
)
from toolkit.text.cut_offs import may_name_cut_off, names_year, other_cut_off
from toolkit.text.future_deeds import future_deed
from toolkit.text.periods import as_of_name, parse_period


@rule(
    "W465",
    "日期不存在",
    Severity.ERROR,
    Subject.ENTRY,
    what="写的日期日历上有没有（如“9月31日”“2月30日”“13月”）。",
    why="看不出是哪一天，照登在通报里是明显的差错。",
    wrong="下月工作计划：9月31日前完成剩余88口教室的改造。",
    right="下月工作计划：9月30日前完成剩余88口教室的改造。",
    mend="请核对后改正日期。",
    forms=(Form.PROGRESS,),
    may=may_be_impossible,
)
def day_impossible(entry: Entry, context: Context) -> Iterator[Fault]:
    """A text names a day that the calendar does not have."""
    for column, text in texts_of(entry, context):
        days = [phrase.text for phrase in impossible_days(text)]
        if days:
            yield Fault(f"“{column.title}”写的{quoted(days)}，没有这个日期。", key=column.key)


@rule(
    "W466",
    "星期与日期不符",
    Severity.WARNING,
    Subject.ENTRY,
    what="日期后面写的星期几，对不对得上（没有写年份的，按清单的年份）。",
    why="日期和星期总有一个写错了；也可能是照搬上年的材料。",
    wrong="9月17日（星期日）举办中秋专场。",
    right="9月17日（星期二）举办中秋专场。",
    mend="请核对日期和星期后改正。",
    forms=(Form.PROGRESS,),
    may=may_name_week_day,
)
def week_day_wrong(entry: Entry, context: Context) -> Iterator[Fault]:
    """A day stands beside another day of the week than its own."""
    if context.period is None:
        return
    year, end = context.period.year, context.period.end
    for column, text in texts_of(entry, context):
        for phrase, right in wrong_week_days(text, year, end):
            yield Fault(f"“{column.title}”写“{phrase.text}”，应为{right}。", key=column.key)


@rule(
    "J721",
    "截止时间不是本期",
    Severity.WARNING,
    Subject.ENTRY,
    what="进展写明的截止时间（如“截至8月底”“1-8月”）是不是本报告期末；与本期数并列的往期数不算。",
    why="多半是上期或者上年的文字没有改，数字也可能没有更新。",
    wrong="9月的表里写“截至8月底，累计结算1736万人次”。",
    right="截至9月底，累计结算1952万人次。",
    mend="请核对数字是不是本期的，改正截止时间。",
    forms=(Form.PROGRESS,),
    requires=("W465",),
    may=may_name_cut_off,
)
def cut_off_other(entry: Entry, context: Context) -> Iterator[Fault]:
    """Figures count up to another time than the period's end."""
    period, month = context.period, context.month
    text = entry.values.get(Key.PROGRESS, "")
    if period is None or not text:
        return
    due = month.due if month else None
    known = tuple(
        day for each in context.earlier(entry) if not each.status.finished for day in _end(each)
    )
    finish = context.assessment(entry).due
    done = entry.status.finished
    found = other_cut_off(text, period, due, done=done, finish=finish, known=known)
    if found:
        year = f"{period.end.year}年" if names_year(found.text) else ""
        told = f"写的是“{found.text}”，本期应截至{year}{as_of_name(period)}。"
        yield Fault(told, key=Key.PROGRESS)


def _end(report: EarlierReport) -> tuple[date, ...]:
    """Return the last day of the period that an earlier report is on; none where it has no name."""
    period = parse_period(report.period)
    return (period.end,) if period else ()


@rule(
    "J722",
    "还没到的日子写成已经做了",
    Severity.WARNING,
    Subject.ENTRY,
    what="进展里写已经做成的事，日期是不是在报告期末和报送时限以后。",
    why="日期写错了，或者把打算写成了进展。",
    wrong="9月的表里写“已于10月18日通过竣工验收”。",
    right="已于9月18日通过竣工验收。",
    mend="请核对日期；还没有做的，写在下步计划里。",
    forms=(Form.PROGRESS,),
    requires=("W465",),
)
def deed_to_come(entry: Entry, context: Context) -> Iterator[Fault]:
    """A deed is done on a day that was still to come when the report was due."""
    period, month = context.period, context.month
    text = entry.values.get(Key.PROGRESS, "")
    if period is None or not text:
        return
    found = future_deed(text, period.end, month.due if month else None)
    if found:
        told = f"写“{found.text}”，而本期截至{as_of_name(period)}，这个日子还没有到。"
        yield Fault(told, key=Key.PROGRESS)


RULES = (day_impossible, week_day_wrong, cut_off_other, deed_to_come)
