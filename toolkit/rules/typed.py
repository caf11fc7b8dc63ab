"""Family V: cells that hold a number, a share, a day, or more than a page can show."""

from collections.abc import Callable, Iterator

from toolkit.model.finding import Severity
from toolkit.model.form import Form
from toolkit.model.scheme import Column, Kind
from toolkit.model.submission import Entry
from toolkit.rules.base import Applies, Context, Fault, Subject, rule
from toolkit.text.achieved import cell_number, cell_share
from toolkit.text.clean import match_key, says_none
from toolkit.text.finish_dates import finish_date
from toolkit.text.readable import LONGEST


def _has(kind: Kind) -> Applies:
    """Return what tells whether the table has a column of a kind that units fill."""
    return lambda context: any(column.kind is kind for column in context.layout.filled)


def _typed(
    entry: Entry, context: Context, kind: Kind, is_right: Callable[[str], bool]
) -> Iterator[tuple[Column, str]]:
    """Yield the columns of a kind that say something which is no such value."""
    for column in context.layout.filled:
        text = entry.values.get(column.key, "")
        if column.kind is kind and not (says_none(text) or is_right(match_key(text))):
            yield column, text.strip()


@rule(
    "V408",
    "文字超过字数限制",
    Severity.WARNING,
    Subject.ENTRY,
    what="填写的文字是否超过这一栏的字数限制。",
    why="超过限制的文字在打印的表格里会占满几页，通报也无法引用。",
    wrong="落实进展情况写了两千多字，把会议和检查逐次列出。",
    right="只写截至报告期末的累计进展、数量和程度。",
    mend="请压缩到限制以内，过程性的内容不写。",
    forms=(Form.PROGRESS,),
)
def text_too_long(entry: Entry, context: Context) -> Iterator[Fault]:
    """A text is longer than its column allows."""
    for column in context.layout.filled:
        length = len(entry.values.get(column.key, ""))
        if length > column.max_length:
            unread = "太长，没有逐句核查。" if length > LONGEST else ""
            told = f"“{column.title}”有 {length} 字，超过 {column.max_length} 字。{unread}"
            yield Fault(told, key=column.key)


@rule(
    "V409",
    "百分比不对",
    Severity.ERROR,
    Subject.ENTRY,
    what="百分比栏目（如完成率）填的是不是 0 到 100 之间的数。",
    why="不是百分比的内容无法统计，也无法与时序进度比较。",
    wrong="完成率：八成左右",
    right="完成率：80%",
    mend="请填 0 至 100% 之间的数；超额完成的填 100%，超出部分写在进展里。",
    forms=(Form.PROGRESS,),
    applies=_has(Kind.PERCENT),
)
def share_wrong(entry: Entry, context: Context) -> Iterator[Fault]:
    """A cell for a percentage holds none, or one beyond 0 to 100."""

    def is_share(text: str) -> bool:
        return cell_share(text) is not None

    for column, text in _typed(entry, context, Kind.PERCENT, is_share):
        yield Fault(f"“{column.title}”填的是“{text}”，应为 0 至 100%。", key=column.key)


@rule(
    "V410",
    "日期看不出是哪一天",
    Severity.ERROR,
    Subject.ENTRY,
    what="日期栏目（如预计完成时间）填的能不能看出是哪一天。",
    why="看不出日期就无法判断是否逾期。",
    wrong="完成时限：尽快",
    right="完成时限：11月底",
    mend="请填具体日期，如 2021年11月30日、11月底。",
    forms=(Form.PROGRESS,),
    applies=_has(Kind.DATE),
)
def day_wrong(entry: Entry, context: Context) -> Iterator[Fault]:
    """A cell for a day names none."""
    year = context.programme.settings.year

    def is_day(text: str) -> bool:
        return finish_date(text, year) is not None

    for column, text in _typed(entry, context, Kind.DATE, is_day):
        yield Fault(f"“{column.title}”填的是“{text}”，看不出是哪一天。", key=column.key)


@rule(
    "V411",
    "数量栏不是数字",
    Severity.ERROR,
    Subject.ENTRY,
    what="数量栏目（如累计完成）填的是不是数字。",
    why="不是数字的内容无法累计，也无法与目标比较。",
    wrong="累计完成：大部分",
    right="累计完成：16",
    mend="请只填数字，说明写在进展里。",
    forms=(Form.PROGRESS,),
    applies=_has(Kind.NUMBER),
)
def number_wrong(entry: Entry, context: Context) -> Iterator[Fault]:
    """A cell for a number holds none."""

    def is_number(text: str) -> bool:
        return cell_number(text) is not None

    for column, text in _typed(entry, context, Kind.NUMBER, is_number):
        yield Fault(f"“{column.title}”填的是“{text}”，不是数字。", key=column.key)


RULES = (text_too_long, share_wrong, day_wrong, number_wrong)
