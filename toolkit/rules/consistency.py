"""Family L: what a notice's list says differently in two places."""

from collections.abc import Callable, Iterator, Sequence

from toolkit.model.finding import Severity
from toolkit.model.notice import Counterpart, Notice, NoticeRow
from toolkit.model.scheme import Key
from toolkit.rules.base import Context, Fault, Subject, rule
from toolkit.text.agreement import Disagreement, differing_force, differing_numbers
from toolkit.text.completion import Completion, completion_of, find_completions
from toolkit.text.likeness import likeness, name_key
from toolkit.text.unit_agreement import lacking
from toolkit.text.units import split_units

_LONGEST_NAME = 30
_UNITS = (Key.LEAD, Key.CO, Key.ASSIST)
_TEXTS = (Key.NAME, Key.SUMMARY, Key.CONTENT, Key.TARGET)
_Compare = Callable[[Sequence[str], Sequence[str]], tuple[Disagreement, ...]]


def _at(notice: Notice, row: NoticeRow, message: str) -> Fault:
    return Fault(message, file=notice.file, sheet=notice.sheet or None, cell=row.place)


@rule(
    "L919",
    "项目名称前后不一致",
    Severity.WARNING,
    Subject.NOTICE,
    what="同一个项目，正文和附表里的名称是不是一样。",
    why="名称不同，汇总、通报时会被当成两个项目。",
    wrong="正文：宜居高新工程；附表：宜居高新提升工程",
    right="正文和附表都是：宜居高新提升工程",
    mend="请与起草单位核实用哪个名称，并改“清单”表。",
)
def name_differs(notice: Notice, context: Context) -> Iterator[Fault]:
    """A project has one name in the paragraphs and another in the table."""
    for pair in notice.counterparts:
        for key, other in _name_columns(pair):
            said, listed = pair.others[0], pair.rows[0]
            one, two = ("".join(r.values[k].split()) for r, k in ((said, other), (listed, key)))
            yield _at(
                notice, listed, f"{said.place}写作“{one}”，{listed.place}写作“{two}”，名称不一致。"
            )


def _name_columns(pair: Counterpart) -> Iterator[tuple[Key, Key]]:
    """Yield the columns, the list's and the other's, whose names differ: at most one pair."""
    keys = (Key.PROJECT, Key.NAME)
    single = len({row.values.get(Key.PROJECT) or row.values.get(Key.NAME) for row in pair.rows})
    if single != 1 or len({row.values.get(Key.NAME) for row in pair.others}) != 1:
        return
    found = [
        (likeness(*names), one, other)
        for one in keys
        for other in keys
        if all(names := (_name(pair.rows[0], one), _name(pair.others[0], other)))
    ]
    if found and not any(_name(pair.rows[0], a) == _name(pair.others[0], b) for _, a, b in found):
        alike, one, other = max(found)
        if alike > 0:
            yield one, other


def _name(row: NoticeRow, key: Key) -> str:
    name = row.values.get(key, "")
    return name_key(name) if len(name) <= _LONGEST_NAME else ""


@rule(
    "L920",
    "单位前后不一致",
    Severity.WARNING,
    Subject.NOTICE,
    what="同一个项目，正文和附表里写的单位是不是一样；“相关街道”与点名的街道不算不同。",
    why="责任单位不同，表格会发错，出了问题也说不清由谁负责。",
    wrong="正文：党工委宣传部；附表：党政办公室（宣传）",
    right="正文和附表都是：党政办公室（宣传）",
    mend="请与起草单位核实由哪个单位负责，并改“清单”表。",
)
def unit_differs(notice: Notice, context: Context) -> Iterator[Fault]:
    """A unit stands in the paragraph on a project only, or in the table only."""
    for pair in notice.counterparts:
        said, listed = (_units(rows, _UNITS) for rows in (pair.others, pair.rows))
        own = _units(pair.rows, (Key.LEAD, Key.CO))
        led = _units(pair.others, (Key.LEAD, Key.CO))
        if not own or not led:
            continue
        assisting = _units(pair.others, (Key.ASSIST,)) if _units(pair.rows, (Key.ASSIST,)) else ()
        only_said = lacking((*led, *assisting), listed, notice.names.aliases)
        only_listed = lacking(listed, said, notice.names.aliases)
        parts = [
            f"{rows[0].place}有“{'、'.join(units)}”，{others[0].place}没有"
            for units, rows, others in (
                (only_said, pair.others, pair.rows),
                (only_listed, pair.rows, pair.others),
            )
            if units
        ]
        if parts:
            yield _at(notice, pair.rows[0], f"“{_title(pair.rows[0])}”：{'；'.join(parts)}。")


def _units(rows: Sequence[NoticeRow], keys: Sequence[Key]) -> tuple[str, ...]:
    return tuple(
        unit for row in rows for key in keys for unit in split_units(row.values.get(key, ""))
    )


def _title(row: NoticeRow) -> str:
    name = row.values.get(Key.PROJECT) or row.values.get(Key.NAME) or row.values.get(Key.CONTENT)
    text = "".join((name or "").split())
    return text if len(text) <= _LONGEST_NAME else f"{text[: _LONGEST_NAME - 1]}…"


@rule(
    "L921",
    "数量前后不一致",
    Severity.WARNING,
    Subject.NOTICE,
    what="同一件事的数量，在正文和附表、标题和内容、概述和内容里是不是一样；几项相加等于总数的不算不同。",
    why="目标数不一致，完成没完成就没有标准。",
    wrong="标题：新建幼儿园5所；内容：新建幼儿园4所",
    right="标题和内容都是：新建幼儿园5所",
    mend="请与起草单位核实，并改“清单”表和“目标”表。",
)
def number_differs(notice: Notice, context: Context) -> Iterator[Fault]:
    """Two places give different numbers for the same thing."""
    for row, other, found in _disagreements(notice, differing_numbers):
        where = "" if other is row else f"（{other.place}）"
        yield _at(notice, row, f"“{found.first}”{where}与“{found.second}”数量不一致。")


@rule(
    "L922",
    "时限前后不一致",
    Severity.WARNING,
    Subject.NOTICE,
    what="同一件事的完成时限，在正文和附表、时限栏和内容里是不是一样。",
    why="按哪个时限督办、哪天算逾期，都要看它。",
    wrong="正文：年底前建成；附表：10月底前建成",
    right="正文和附表都是：年底前建成",
    mend="请与起草单位核实，并改“清单”表。",
)
def deadline_differs(notice: Notice, context: Context) -> Iterator[Fault]:
    """Two places give different days for the same work."""
    year = context.programme.settings.year
    for pair in notice.counterparts:
        said, listed = _last(pair.others, year), _last(pair.rows, year)
        if said and listed and said[1].day != listed[1].day:
            yield _at(
                notice,
                listed[0],
                f"{said[0].place}写“{said[1].text}”，{listed[0].place}写“{listed[1].text}”，"
                "时限不一致。",
            )
    for row in notice.rows:
        stated = completion_of(row.values.get(Key.DEADLINE, ""), year)
        written = _last((row,), year)
        if stated and written and written[1].day > stated.day:
            message = f"完成时限是“{stated.text}”，内容里写“{written[1].text}”，时限不一致。"
            yield _at(notice, row, message)


def _last(rows: Sequence[NoticeRow], year: int) -> tuple[NoticeRow, Completion] | None:
    """Return the last day that rows name in their texts, and the row that names it."""
    found = [
        (row, completion)
        for row in rows
        for key in _TEXTS
        for completion in find_completions(row.values.get(key, ""), year)
    ]
    return max(found, key=lambda each: each[1].day, default=None)


@rule(
    "L923",
    "事项时限晚于通知要求",
    Severity.INFO,
    Subject.NOTICE,
    what="事项自己的完成时限，是不是晚于通知对全部事项的要求。",
    why="通知写“原则上”的，可以有例外；例外要记得住，督办时才不会说错。",
    wrong="通知：原则上10月底前完成；事项：年底前建成",
    right="事项的时限不晚于通知的要求，或者另有说明。",
    mend="按事项自己的时限督办；不是例外的，请改“清单”表。",
)
def deadline_after_all(notice: Notice, context: Context) -> Iterator[Fault]:
    """An item may take longer than the notice allows for all."""
    whole = notice.facts.finish_by
    for row in notice.rows if whole else ():
        year = context.programme.settings.year
        column = completion_of(row.values.get(Key.DEADLINE, ""), year)
        written = _last((row,), year)
        own = column or (written[1] if written else None)
        if whole and own and own.day > whole.day:
            yield _at(
                notice,
                row,
                f"“{_title(row)}”写“{own.text}”，晚于通知要求的“{whole.text}”（{whole.place}）。",
            )


@rule(
    "L924",
    "数量的限定前后不一致",
    Severity.INFO,
    Subject.NOTICE,
    what="同一个数量，是不是一处写“以上”“约”，另一处没有写。",
    why="差一个“以上”，刚好完成时算不算达标会有不同说法。",
    wrong="标题：1.65万个；内容：1.65万个以上",
    right="标题和内容都是：1.65万个以上",
    mend="请核对“目标”表里的“比较”一栏按哪一种算。",
)
def force_differs(notice: Notice, context: Context) -> Iterator[Fault]:
    """One place means a number as a least or about, the other means it exactly."""
    for row, other, found in _disagreements(notice, differing_force):
        where = "" if other is row else f"（{other.place}）"
        yield _at(notice, row, f"“{found.first}”{where}与“{found.second}”限定不一致。")


def _disagreements(
    notice: Notice, compare: _Compare
) -> Iterator[tuple[NoticeRow, NoticeRow, Disagreement]]:
    """Yield what differs, each once: its row, the row it differs from, and the two phrases."""
    told: set[tuple[str, str]] = set()
    for row, other, found in _compared(notice, compare):
        if (row.place, found.second) not in told:
            told.add((row.place, found.second))
            yield row, other, found


def _compared(
    notice: Notice, compare: _Compare
) -> Iterator[tuple[NoticeRow, NoticeRow, Disagreement]]:
    for pair in notice.counterparts:
        texts = [_whole(row) for row in pair.others]
        for found in compare(texts, [_whole(row) for row in pair.rows]):
            yield pair.rows[found.other], pair.others[0], found
    for rows in _projects(notice.rows):
        headline = rows[0].values.get(Key.PROJECT, "")
        for found in compare([headline], [_whole(row) for row in rows]):
            yield rows[found.other], rows[found.other], found
    for row in notice.rows:
        yield from ((row, row, found) for found in _within(row, compare))


def _within(row: NoticeRow, compare: _Compare) -> Iterator[Disagreement]:
    """Yield what an item's later texts say differently from its earlier ones."""
    texts = [row.values[key] for key in _TEXTS if row.values.get(key)]
    for place, text in enumerate(texts):
        yield from compare([text], texts[place + 1 :])


def _whole(row: NoticeRow) -> str:
    """Return an item's texts, each ended, so that no phrase runs on from one into the next."""
    return "。\n".join(row.values[key] for key in _TEXTS if row.values.get(key))


def _projects(rows: Sequence[NoticeRow]) -> Iterator[list[NoticeRow]]:
    """Yield the rows of each project; none of a list without projects."""
    groups: dict[str, list[NoticeRow]] = {}
    for row in rows:
        if row.values.get(Key.PROJECT):
            groups.setdefault(row.values[Key.PROJECT], []).append(row)
    yield from groups.values()


RULES = (
    name_differs,
    unit_differs,
    number_differs,
    deadline_differs,
    deadline_after_all,
    force_differs,
)
