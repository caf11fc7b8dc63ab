"""The rows of summary forms: a filled one of no item becomes an item, an emptied one is left out."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import count

from toolkit.model.assessment import Status
from toolkit.model.finding import Repair
from toolkit.model.month import Month
from toolkit.model.programme import Item, item_code
from toolkit.model.scheme import Key
from toolkit.model.submission import AddedRow, Entry, Submission
from toolkit.text.clean import is_blank, match_key
from toolkit.text.status import UNSTATED
from toolkit.text.units import Resolve, item_units, unit_resolver

GROUP_AROUND = "GROUP-AROUND"

_UNSTATED = Status(UNSTATED, finished=False, behind=False)


def with_new_items(month: Month, first_free: int) -> Month:
    """Return a year's returns with their added rows as entries of new items.

    An item whose row a unit emptied counts as one that has no row.

    Args:
        month: The period is the year.
        first_free: The number of the first 编号 to give.
    """
    numbers = count(first_free)
    resolve = unit_resolver(month.programme.units)
    submissions = tuple(_numbered(s, numbers, resolve) for s in month.submissions)
    repairs = {s.file.stored: s.repairs for s in submissions}
    received = tuple(
        replace(r, repairs=repairs.get(r.file.stored, r.repairs)) for r in month.received
    )
    return replace(month, submissions=submissions, received=received)


def _numbered(submission: Submission, numbers: Iterator[int], resolve: Resolve) -> Submission:
    projects = _projects(submission)
    entries = [entry for entry in submission.entries if not _says_nothing(entry)]
    emptied = tuple(entry.item for entry in submission.entries if _says_nothing(entry))
    repairs = list(submission.repairs)
    for row in submission.added:
        values = dict(row.values)
        project = _project_around(row, projects)
        unnamed = project != "" and is_blank(values.get(Key.PROJECT, ""))
        if unnamed:
            values[Key.PROJECT] = project
        item = Item(item_code(next(numbers)), values, *item_units(values, resolve))
        entry = _entry(submission, row, item, values)
        entries.append(entry)
        if unnamed:
            cell = entry.cell(Key.PROJECT)
            repairs.append(
                Repair(GROUP_AROUND, f"{cell} 没有写项目，上下两行都属于“{project}”，按此读取。")
            )
    return replace(
        submission,
        entries=tuple(entries),
        repairs=tuple(repairs),
        missing_items=(*submission.missing_items, *emptied),
        added=(),
    )


def _says_nothing(entry: Entry) -> bool:
    return all(map(is_blank, entry.values.values()))


def _entry(submission: Submission, row: AddedRow, item: Item, values: Mapping[Key, str]) -> Entry:
    return Entry(
        item=item,
        unit=submission.unit,
        values=values,
        columns=row.columns,
        row=row.row,
        sheet=submission.sheet,
        file=submission.file,
        status=_UNSTATED,
        line=row.line,
    )


def _projects(submission: Submission) -> Sequence[tuple[int, str]]:
    """Return the rows that belong to a project, in the order of the sheet, with its name.

    A known item whose cell is blank continues a merged cell; its project is the list's.
    """
    named: dict[int, str] = {}
    for entry in submission.entries:
        written = entry.values.get(Key.PROJECT, "")
        named[entry.row] = (entry.item.group or "") if is_blank(written) else written
    for row in submission.added:
        if not is_blank(row.values.get(Key.PROJECT, "")):
            named[row.row] = row.values[Key.PROJECT]
    return sorted((row, project) for row, project in named.items() if project)


def _project_around(row: AddedRow, projects: Sequence[tuple[int, str]]) -> str:
    """Return the project of the rows before and behind when it is the same, else ""."""
    if Key.PROJECT not in row.columns:
        return ""
    before = next((name for place, name in reversed(projects) if place < row.row), "")
    behind = next((name for place, name in projects if place > row.row), "")
    return before if before and match_key(before) == match_key(behind) else ""
