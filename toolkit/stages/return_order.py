"""In which order a unit reads what it has to mend: wholes before details, nothing told twice."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from toolkit.model.amendment import Amendment, Point
from toolkit.model.finding import Finding
from toolkit.model.programme import Item
from toolkit.model.refs import cell_position
from toolkit.model.submission import Entry, Submission

_WHOLE = ("D205", "D206", "S312", "S311", "S301", "S310")
"""Faults of the whole file: whose it is, of which period, empty, doubled, without a column."""

_ROWS = ("S302", "S303")
"""Rows that are missing, then rows that belong to nothing."""

_LAST = 10**9
_RESTORED = {
    "S301": "退回的表已恢复这一栏，请补填。",
    "S302": "退回的表已补上这一行，请填写。",
}
"""What to do where a new form goes back, which has every column and row."""


def amendments(
    findings: Iterable[Finding], items: Mapping[str, Item], sheet: str
) -> tuple[Amendment, ...]:
    """Return what a unit has to mend, one entry a place.

    First stand the faults of the whole file, then missing and superfluous rows, then the items in
    the list's order, in each the columns from left to right. Faults at one cell, or of one item
    without a cell, are points of one entry; a point that several items share is said once.

    Args:
        findings: What the unit is asked to correct.
        items: The items that the unit may have reported on, by 编号, in the table's order.
        sheet: The worksheet of the form's table.
    """
    order = {code: number for number, code in enumerate(items)}
    entries: dict[object, Amendment] = {}
    for finding in sorted(findings, key=lambda f: _rank(f, order)):
        entry = _entry(finding, items, sheet)
        place = _place(finding)
        known = entries.get(place)
        entries[place] = _joined(known, entry) if known else entry
    return tuple(entries.values())


def _rank(finding: Finding, order: Mapping[str, int]) -> tuple[int, int, int, int]:
    column, row = _position(finding.cell)
    if finding.code in _ROWS:
        item = order.get(finding.item or "", _LAST)
        return 1, _ROWS.index(finding.code), item, row
    if finding.item is None or finding.code in _WHOLE:
        known = finding.code in _WHOLE
        return 0, _WHOLE.index(finding.code) if known else len(_WHOLE), row, column
    return 2, order.get(finding.item, _LAST), column, row


def _position(cell: str | None) -> tuple[int, int]:
    """Return a cell's column and row; what has no cell comes before all that have one."""
    position = cell_position(cell) if cell else None
    return (position[1], position[0]) if position else (-1, -1)


def _place(finding: Finding) -> object:
    """Return what findings of one entry have in common."""
    if finding.cell:
        return finding.sheet, finding.cell
    return finding.item or (finding.code, finding.message)


def _entry(finding: Finding, items: Mapping[str, Item], sheet: str) -> Amendment:
    item = items.get(finding.item or "")
    message = finding.message
    if item is not None:  # the entry says which item; the message need not say it again
        message = message.replace(f"事项 {item.code}“{item.title}”", "该事项")
    return Amendment(
        items=(finding.item,) if finding.item else (),
        names=(item.spoken_name if item else "新增事项",) if finding.item else (),
        sheet=finding.sheet if finding.cell else None,
        cell=finding.cell,
        points=(Point(finding.code, message, finding.suggestion),),
        elsewhere=bool(finding.cell) and finding.sheet != sheet,
    )


def _joined(first: Amendment, second: Amendment) -> Amendment:
    pairs = dict(zip((*first.items, *second.items), (*first.names, *second.names), strict=True))
    said: dict[tuple[str, str], Point] = {}
    for point in (*first.points, *second.points):
        said.setdefault((point.message, point.suggestion), point)
    return replace(
        first, items=tuple(pairs), names=tuple(pairs.values()), points=tuple(said.values())
    )


def alike(entries: Sequence[Amendment]) -> tuple[tuple[Amendment, ...], ...]:
    """Return entries in groups that say the same of different items, at the place of the first."""
    groups: dict[object, list[Amendment]] = {}
    for number, entry in enumerate(entries):
        said = tuple((point.message, point.suggestion) for point in entry.points)
        groups.setdefault((said, entry.elsewhere) if entry.items else number, []).append(entry)
    return tuple(tuple(group) for group in groups.values())


def in_fresh_form(
    entries: Iterable[Amendment], submission: Submission, fresh: Submission
) -> tuple[Amendment, ...]:
    """Return entries at the places that the values have in a new form.

    Args:
        entries: What has to be mended, at its places in the file that came.
        submission: What was read out of that file.
        fresh: What was read out of the new form, which has every row and column.
    """
    before = {entry.item.code: entry for entry in submission.entries}
    there = {entry.item.code: entry for entry in fresh.entries}
    return tuple(
        _in_fresh_form(alone, before, there) for entry in entries for alone in _by_item(entry)
    )


def _by_item(entry: Amendment) -> Iterable[Amendment]:
    """Return an entry for each item: in a new form no two share a cell."""
    if len(entry.items) < 2:
        return (entry,)
    pairs = zip(entry.items, entry.names, strict=True)
    return tuple(replace(entry, items=(item,), names=(name,)) for item, name in pairs)


def _in_fresh_form(
    entry: Amendment, before: Mapping[str, Entry], there: Mapping[str, Entry]
) -> Amendment:
    code = next(iter(entry.items), "")
    old, new = before.get(code), there.get(code)
    points = tuple(
        replace(point, suggestion=_RESTORED.get(point.code, point.suggestion))
        for point in entry.points
    )
    cell = None
    if new is not None and any(point.code == "S302" for point in points):
        cell = new.cell(min(new.columns, key=new.columns.__getitem__))
    elif old is not None and new is not None and not entry.elsewhere:
        column = _position(entry.cell)[0]
        key = next((key for key, place in old.columns.items() if place == column), None)
        cell = new.cell(key) if key else None
    sheet = new.sheet if new and cell else None
    return replace(entry, sheet=sheet, cell=cell, points=points, elsewhere=False)
