"""Family L: a notice's numbers, date, annex and counts."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from toolkit.model.finding import Severity
from toolkit.model.notice import Notice, NoticeRow
from toolkit.model.scheme import Key
from toolkit.rules.base import Context, Fault, Subject, rule
from toolkit.text.likeness import title_key
from toolkit.text.ordinals import ordinal
from toolkit.text.quantities import Quantity, find_targets, further_targets

_TEXTS = (Key.NAME, Key.SUMMARY, Key.CONTENT, Key.TARGET)
_MOST_NAMED = 8
_LONGEST = 16


@rule(
    "L925",
    "序号重复或跳号",
    Severity.WARNING,
    Subject.NOTICE,
    what="清单的序号是不是连续，有没有重复；各项目各自从头编号的不算。",
    why="跳号可能是漏印、漏读了一个事项；重复的序号指不清是哪一项。",
    wrong="序号：1、2、2、4",
    right="序号：1、2、3、4",
    mend="请对照通知原件，漏掉的事项补入“清单”表，序号写错的改正。",
)
def numbering_broken(notice: Notice, context: Context) -> Iterator[Fault]:
    """A number of the list stands twice, or is missing between two others."""
    for run in _runs(notice):
        counted = Counter(number for number, _ in run)
        for number, row in run:
            places = [other.place for n, other in run if n == number]
            if counted[number] > 1 and row.place == places[-1] != places[0]:
                message = f"序号 {number} 出现了 {counted[number]} 次：{'、'.join(places)}。"
                yield _at(notice, row.place, message)
        for (before, _), (number, row) in pairwise(run):
            missing = [n for n in range(before + 1, number) if n not in counted]
            if missing:
                named = "、".join(map(str, missing[:_MOST_NAMED]))
                message = f"序号从 {before} 跳到 {number}，缺 {named}。"
                yield _at(notice, row.place, message)


def _runs(notice: Notice) -> Iterator[list[tuple[int, NoticeRow]]]:
    """Yield the numbered rows from one restart to the next; a project's shared number once."""
    shared = _projects_are_numbered(notice)
    run: list[tuple[int, NoticeRow]] = []
    for row in notice.rows:
        number = ordinal(row.values.get(Key.NUMBER, ""))
        if not number or not row.numbered:
            continue
        last = run[-1] if run else None
        same = last is not None and _project(last[1]) == _project(row)
        if last and shared and same and last[0] == number:
            continue
        if last and number == 1 and last[0] != 1:
            yield run
            run = []
        run.append((number, row))
    yield run


def _projects_are_numbered(notice: Notice) -> bool:
    """Tell whether a number is the project's, so that its rows have it in common."""
    if any(c.key is Key.NUMBER and c.grouped for c in notice.scheme.summary.shown):
        return True
    numbers = {(_project(row), row.values.get(Key.NUMBER, "")) for row in notice.rows}
    return not notice.sheet and len(numbers) == len({project for project, _ in numbers})


def _project(row: NoticeRow) -> str:
    return row.values.get(Key.PROJECT, "")


@rule(
    "L926",
    "发文字号缺号数",
    Severity.WARNING,
    Subject.NOTICE,
    what="发文字号里有没有顺序号。",
    why="没有号数的可能是未编号的草稿，引用时也写不全。",
    wrong="某管发〔2021〕 号",
    right="某管发〔2021〕3号",
    mend="请取得正式印发的文件，核对后再用。",
)
def number_missing(notice: Notice, context: Context) -> Iterator[Fault]:
    """The document's number has no number."""
    stated = notice.facts.number
    if stated and stated.number is None:
        yield _at(notice, stated.place, f"发文字号“{stated.text}”没有号数。")


@rule(
    "L927",
    "成文日期不完整",
    Severity.WARNING,
    Subject.NOTICE,
    what="成文日期是不是年、月、日都有。",
    why="日期不全的可能是未印发的草稿，时限也无从起算。",
    wrong="2021年3月 日",
    right="2021年3月8日",
    mend="请取得正式印发的文件，核对后再用。",
)
def date_incomplete(notice: Notice, context: Context) -> Iterator[Fault]:
    """The date of issue lacks its month or its day."""
    issued = notice.facts.issued
    if issued and not issued.complete:
        yield _at(notice, issued.place, f"成文日期“{issued.text}”不完整。")


@rule(
    "L928",
    "附件名称前后不一致",
    Severity.WARNING,
    Subject.NOTICE,
    what="正文后面“附件：”所写的名称，与附件自己的标题是不是一样；引号、空格不计。",
    why="名称不同，可能附错了表。",
    wrong="附件：2021年实事项目表；标题：2021年1-9月实事项目表",
    right="附件说明与附件标题一致。",
    mend="请核对附的是不是这份表；是的，以附件标题为准。",
)
def annex_differs(notice: Notice, context: Context) -> Iterator[Fault]:
    """The annex is called differently where the notice refers to it."""
    reference, title = notice.facts.annex_reference, notice.facts.annex_title
    if reference and title and title_key(reference.text) != title_key(title.text):
        yield _at(
            notice,
            title.place,
            f"附件说明是“{reference.text}”（{reference.place}），附件标题是“{title.text}”。",
        )


@rule(
    "L929",
    "附件时段晚于成文日期",
    Severity.WARNING,
    Subject.NOTICE,
    what="附件标题里的时段，是不是在成文日期之前结束。",
    why="成文时还没有到的月份不会有进展，附的可能是后来的表。",
    wrong="2021年3月成文，附件是1-9月的项目表。",
    right="附件的时段在成文日期之前。",
    mend="请核对附件是不是随文印发的那一份。",
)
def period_after_issue(notice: Notice, context: Context) -> Iterator[Fault]:
    """The annex is about months that come after the date of issue."""
    issued, period = notice.facts.issued, notice.facts.annex_period
    if issued and period and period.day > issued.last:
        yield _at(
            notice,
            period.place,
            f"“{period.text}”的时段晚于成文日期“{issued.text}”（{issued.place}）。",
        )


@rule(
    "L930",
    "件数与清单不符",
    Severity.WARNING,
    Subject.NOTICE,
    what="通知标题、开头所写的件数，与读到的项目数或事项数是不是一样。",
    why="不符的，可能漏读了事项，也可能通知自己写错了。",
    wrong="标题写“15件实事”，清单只有14件。",
    right="标题写“15件实事”，清单有15件。",
    mend="请对照通知原件，漏掉的事项补入“清单”表。",
)
def count_differs(notice: Notice, context: Context) -> Iterator[Fault]:
    """The notice says that there are more or fewer than the list has."""
    projects = {_project(row) for row in notice.rows} - {""}
    numbers = {row.values.get(Key.NUMBER, "") for row in notice.rows} - {""}
    levels = {len(notice.rows), len(projects), len(numbers)}
    found = f"{len(projects)} 个项目、" if projects else ""
    for stated in notice.facts.counts:
        if stated.number not in levels:
            message = f"写的是“{stated.text}”，读到的是{found}{len(notice.rows)} 个事项。"
            yield _at(notice, stated.place, message)


@rule(
    "L931",
    "事项没有数量目标",
    Severity.INFO,
    Subject.NOTICE,
    what="每个事项的文字里有没有一个数量。",
    why="没有数量，完成到什么程度只能靠文字判断。",
    wrong="提升物业服务水平。",
    right="打造样板小区9个，提升物业服务水平。",
    mend="不用改通知；需要按数量督办的，请与主办单位商定后补入“目标”表。",
)
def no_quantity(notice: Notice, context: Context) -> Iterator[Fault]:
    """Items whose texts hold no quantity, told once."""
    without = _without_quantity(notice.rows)
    if not without:
        return
    named = [f"“{_title(row)}”" for row in without[:_MOST_NAMED]]
    more = " 等" if len(without) > _MOST_NAMED else ""
    yield _at(
        notice,
        without[0].place,
        f"{len(notice.rows)} 个事项中有 {len(without)} 个没有数量：{'、'.join(named)}{more}。",
    )


def _without_quantity(rows: Sequence[NoticeRow]) -> list[NoticeRow]:
    """Return the items that name no quantity; a headline may name one for its project's items."""
    own = [[q for key in _TEXTS for q in find_targets(row.values.get(key, ""))] for row in rows]
    said: dict[str, list[Quantity]] = {}
    for row, quantities in zip(rows, own, strict=True):
        said.setdefault(_project(row), []).extend(quantities)
    headed = {project for project, known in said.items() if further_targets(project, known)}
    return [
        row
        for row, quantities in zip(rows, own, strict=True)
        if not quantities and _project(row) not in headed
    ]


def _title(row: NoticeRow) -> str:
    text = "".join((row.values.get(Key.NAME) or row.values.get(Key.CONTENT) or "").split())
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _at(notice: Notice, place: str, message: str) -> Fault:
    return Fault(message, file=notice.file, cell=place or None)


RULES = (
    numbering_broken,
    number_missing,
    date_incomplete,
    annex_differs,
    period_after_issue,
    count_differs,
    no_quantity,
)
