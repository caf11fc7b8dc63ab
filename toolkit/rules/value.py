"""Family V: what a unit wrote, or did not write, in a cell."""

import re
from collections.abc import Iterator

from toolkit.model.finding import Severity
from toolkit.model.form import Form
from toolkit.model.scheme import Column, Key, Kind, Need
from toolkit.model.submission import Entry
from toolkit.rules.base import Context, Fault, Subject, rule
from toolkit.rules.completion import may_be_finished
from toolkit.text.clean import is_blank, match_key, only_answers, says_none
from toolkit.text.expectations import expects_a_time
from toolkit.text.finish_dates import finish_date
from toolkit.text.plans import says_no_plan

_NUMBER = re.compile(r"[-+]?\d[\d,]*(?:\.\d+)?%?")
_NUMBER_ENDS = "0123456789%．０１２３４５６７８９％ "


@rule(
    "V401",
    "必填栏目为空",
    Severity.ERROR,
    Subject.ENTRY,
    what="必须填写的栏目（如落实进展情况）是否填写。",
    why="没有进展的事项不能汇总，也无从通报。",
    wrong="落实进展情况：（空）",
    right="落实进展情况：已完工16公里，正在施工4公里。",
    mend="请填写；没有内容可写的，写明原因。",
    requires=("S306", "S312", "S314", "V406"),
)
def required_empty(entry: Entry, context: Context) -> Iterator[Fault]:
    """A column that is always needed says nothing; one that is missing is S301's matter."""
    for column, text in _filled(entry, context, Need.ALWAYS):
        if is_blank(text) or (column.key is Key.PROGRESS and says_none(text)):
            yield Fault(says_nothing(column, text), key=column.key)


@rule(
    "V402",
    "未完成却没有下步计划",
    Severity.ERROR,
    Subject.ENTRY,
    what="尚未完成的事项是否写了下步工作计划；读起来已经做完、只是没有明说的，不算。",
    why="没有计划就无法判断能否按期完成，下期也无从对照。",
    wrong="落实进展情况：正在完善培训方案。下月工作计划：（空）",
    right="下月工作计划：10月底前完成首批学校的安全轮训。",
    mend="请写明下一步要做的事和要达到的程度；已全部完成的，在进展里写明“已完成”。",
    requires=("S306", "S312", "S314", "V401", "V406"),
)
def unfinished_without_plan(entry: Entry, context: Context) -> Iterator[Fault]:
    """An unfinished item has no plan, or one that says 无, 无后续计划."""
    lacking = list(lacking_plans(entry, context))
    if lacking and not may_be_finished(entry, context):
        for column, text in lacking:
            yield Fault(
                f"事项尚未完成（{entry.status.name}），{says_nothing(column, text)}",
                key=column.key,
            )


def lacking_plans(entry: Entry, context: Context) -> Iterator[tuple[Column, str]]:
    """Yield what an item that is not finished has to say, and does not, with its text."""
    if entry.status.finished:
        return
    for column, text in _filled(entry, context, Need.UNFINISHED):
        if is_blank(text) or (column.key is Key.PLAN and says_no_plan(text)):
            yield column, text


def _filled(entry: Entry, context: Context, need: Need) -> Iterator[tuple[Column, str]]:
    """Yield the columns of one need that the return has, with their texts."""
    for column in context.layout.required[need]:
        if column.key in entry.values:
            yield column, entry.values[column.key]


def says_nothing(column: Column, text: str) -> str:
    """Return that a cell is blank, or what it holds instead."""
    return f"“{column.title}”" + ("没有填写。" if is_blank(text) else f"填的是“{text.strip()}”。")


@rule(
    "V403",
    "存在问题填了“否”或“是”",
    Severity.ERROR,
    Subject.ENTRY,
    what="存在问题一栏是否只填了“否”“是”这样的答语。",
    why="这一栏要写的是什么问题，不是有没有；照登在通报里看不懂。",
    wrong="存在问题：否",
    right="存在问题：无",
    mend="没有问题的填“无”；有问题的写明具体问题。",
)
def problem_answered(entry: Entry, context: Context) -> Iterator[Fault]:
    """The problem cell answers yes or no."""
    text = entry.values.get(Key.PROBLEM, "")
    if only_answers(text):
        yield Fault(f"“存在问题”填的是“{text.strip()}”。", key=Key.PROBLEM)


@rule(
    "V404",
    "选项不在列表中",
    Severity.ERROR,
    Subject.ENTRY,
    what="从列表中选择的栏目（如进展状态）是否是列表里的词。",
    why="列表以外的说法无法统计。",
    wrong="进展状态：差不多了",
    right="进展状态：正常推进",
    mend="请从下拉列表中选择。",
    applies=lambda context: bool(context.layout.chosen),
)
def choice_unknown(entry: Entry, context: Context) -> Iterator[Fault]:
    """A chosen value is not in the list."""
    for column in context.layout.chosen:
        text = entry.values.get(column.key, "")
        if not is_blank(text) and match_key(text) not in map(match_key, column.choices):
            choices = "、".join(column.choices)
            yield Fault(
                f"“{column.title}”填的是“{text.strip()}”，应为：{choices}。", key=column.key
            )


def _asks_for_reasons(context: Context) -> bool:
    """Tell whether the finish date has come, and the table has a column to explain a delay."""
    settings = context.programme.settings
    due = finish_date(settings.finish_by, settings.year)
    return (
        due is not None
        and context.period is not None
        and context.period.end >= due
        and any(column.key is Key.NOTE for column in context.layout.filled)
    )


@rule(
    "V405",
    "逾期未完成没有说明",
    Severity.ERROR,
    Subject.ENTRY,
    what="过了完成时限仍未完成的事项，是否写了未如期完成的说明（表中有这一栏的）；读起来已经做完、只是没有明说的，不算。",
    why="没有如期完成的，要向公众和上级说明原因。",
    wrong="10月底应完成，11月报“正在施工”，说明一栏空着。",
    right="因雨停工20天，已完成八成，预计11月20日完工。",
    mend="请写明原因、目前程度和预计完成时间。",
    forms=(Form.PROGRESS,),
    requires=("S306", "S312", "S314", "V401"),
    applies=_asks_for_reasons,
)
def overdue_unexplained(entry: Entry, context: Context) -> Iterator[Fault]:
    """An unfinished item is past the programme's finish date, and the unit does not say why."""
    text = entry.values.get(Key.NOTE)
    if text is None or entry.status.finished:
        return
    if says_none(text) and not may_be_finished(entry, context):
        column = next(c for c in context.layout.filled if c.key is Key.NOTE)
        yield Fault(
            f"完成时限是{context.programme.settings.finish_by}，事项尚未完成（{entry.status.name}），"
            f"{says_nothing(column, text)}",
            key=Key.NOTE,
        )


@rule(
    "V406",
    "单元格是公式错误",
    Severity.ERROR,
    Subject.ENTRY,
    what="单位填写的栏目里是否有公式错误，或者没有算出结果的公式。",
    why="这样的单元格没有内容，这样的单元格没有内容，不能采用。",
    wrong="落实进展情况一格里是井号开头的错误代号，引用的单元格已经不在了。",
    right="落实进展情况：已完工16公里。",
    mend="请把单元格改成文字或者数字；公式引用了别的文件的，粘贴为数值。",
)
def cell_faulty(entry: Entry, context: Context) -> Iterator[Fault]:
    """A cell shows a fault, or a formula that was never computed; it is not taken."""
    for key, text in entry.faults.items():
        what = "没有算出结果的公式" if text.startswith("=") else "公式错误"
        yield Fault(f"单元格里是{what}“{text}”，没有采用。", key=key)


@rule(
    "V407",
    "只填了一个数字",
    Severity.WARNING,
    Subject.ENTRY,
    what="进展、问题、计划等文字栏目，是否只填了一个数字。",
    why="不知道是多少什么；也可能是没有算出来的公式，或者丢了单位、百分号。",
    wrong="落实进展情况：16",
    right="落实进展情况：已完工16公里。",
    mend="请写明数字的含义和单位。",
    forms=(Form.PROGRESS,),
)
def number_alone(entry: Entry, context: Context) -> Iterator[Fault]:
    """A text column holds nothing but a number."""
    for column in context.layout.filled:
        text = entry.values.get(column.key, "")
        ends = column.kind is Kind.TEXT and text[-1:] in _NUMBER_ENDS
        if text and ends and _NUMBER.fullmatch(match_key(text)):
            yield Fault(f"“{column.title}”只填了“{text.strip()}”。", key=column.key)


@rule(
    "V412",
    "说明没有写预计完成时间",
    Severity.WARNING,
    Subject.ENTRY,
    what="过了完成时限仍未完成的事项，说明里有没有预计什么时候完成。",
    why="只说原因，不知道要拖到什么时候，也无从督办。",
    wrong="评审组提出了整改意见，6条意见整改了4条。",
    right="评审组提出了整改意见，6条意见整改了4条，预计11月20日前改完。",
    mend="请补写预计完成时间。",
    forms=(Form.PROGRESS,),
    applies=_asks_for_reasons,
)
def explained_without_time(entry: Entry, context: Context) -> Iterator[Fault]:
    """The explanation of a late item does not say by when it will be done."""
    text, due = entry.values.get(Key.NOTE, ""), context.assessment(entry).due
    late = due is not None and context.period is not None and context.period.end >= due
    if late and not entry.status.finished and not says_none(text) and not expects_a_time(text):
        yield Fault("说明里看不出预计什么时候完成。", key=Key.NOTE)


RULES = (
    cell_faulty,
    required_empty,
    unfinished_without_plan,
    problem_answered,
    choice_unknown,
    overdue_unexplained,
    explained_without_time,
    number_alone,
)
