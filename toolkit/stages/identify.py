"""Whose return is this? From the strongest mark of a form to the weakest, each weaker one logged."""

import re
from collections.abc import Sequence

from toolkit.model.finding import Repair
from toolkit.model.form import META_SHEET, Form
from toolkit.model.period import PeriodKind
from toolkit.model.programme import Programme
from toolkit.model.scheme import TableLayout
from toolkit.model.submission import Identity
from toolkit.model.workbook import RawSheet, RawWorkbook
from toolkit.stages.design import PERIOD_LABEL, UNIT_LABEL
from toolkit.stages.form_identity import read_identity_sheet
from toolkit.stages.form_table import form_table
from toolkit.stages.owners import row_owners
from toolkit.text.clean import cell_text, match_key
from toolkit.text.periods import period_in_text
from toolkit.text.tables import Header, find_header
from toolkit.text.units import tidy_unit

BY_HIDDEN_SHEET = "隐藏标识"
BY_UNIT_LINE = "填报单位"
BY_FILE_NAME = "文件名"
BY_ROWS = "事项归属"
UNMARKED = "IDENTITY"

_LABELS = (
    "填报单位|报告期|填报人|制表人|经办人|填报时间|填报日期|报送时间|报送日期|日期|联系人|联系电话"
    "|负责人|单位负责人|主要负责人|分管领导|主要领导|审核人|审核|签字|盖章"
)
A_LABEL = re.compile(rf"(?:{_LABELS})(?:\([^)]*\))?:")
"""A label as it stands above or below a table, in the notation of `match_key`."""


def identify(
    workbook: RawWorkbook, name: str, programme: Programme, kind: PeriodKind
) -> Identity | None:
    """Tell whose return a workbook is.

    Args:
        workbook: What was read.
        name: The file's own name, a weak hint.
        programme: The programme that is being collected.
        kind: The kind of period that is being collected.

    Returns:
        None when it holds no table like one of this programme's forms.
    """
    marked = read_identity_sheet(workbook.sheets)
    if marked is not None:
        return Identity(
            form=marked.form,
            programme=marked.programme,
            unit=known_unit(marked.unit, programme) or marked.unit,
            period=marked.period,
            issue=marked.issue,
            identified_by=BY_HIDDEN_SHEET,
            locked=marked.locked,
            shown=marked.shown,
        )
    seen = _seen_form(workbook, programme, kind)
    return _by_what_is_seen(*seen, name, programme) if seen else None


def _seen_form(
    workbook: RawWorkbook, programme: Programme, kind: PeriodKind
) -> tuple[Form, RawSheet, Header] | None:
    """Return the form that a workbook without marks holds; both begin with the same columns."""
    layouts = programme.scheme.layouts
    progress = layouts[PeriodKind.MONTH if kind is PeriodKind.YEAR else kind]
    table = find_table(workbook, progress)
    if table and any(column.key in table[1].columns for column in progress.filled):
        return Form.PROGRESS, *table
    table = find_table(workbook, layouts[PeriodKind.YEAR])
    return (Form.SUMMARY, *table) if table else None


def find_table(workbook: RawWorkbook, layout: TableLayout) -> tuple[RawSheet, Header] | None:
    """Return the sheet whose header fits a form's table best, with its header.

    One that people see goes before a hidden one; of equals, the one named as in the form.
    """
    found = [
        (sheet, header)
        for sheet in workbook.sheets
        if sheet.name != META_SHEET and (header := find_header(sheet.rows, layout.shown))
    ]
    return max(found, key=lambda pair: _fitness(*pair)) if found else None


def _fitness(sheet: RawSheet, header: Header) -> tuple[bool, int, bool]:
    named = sheet.name in (form.sheet for form in Form)
    return sheet.visible, len(header.columns), named


def stated_line(sheet: RawSheet, header: Header, label: str) -> tuple[str, int, int] | None:
    """Return what stands after a label above the header, with its row and column.

    A table that was typed anew may put it into the next cell, both labels into one cell, or
    （盖章） behind the label.
    """
    name = match_key(label).rstrip(":")
    pattern = re.compile(rf"{name}(?:\([^)]*\))?:(.*?)(?=(?:{_LABELS})(?:\([^)]*\))?:|$)")
    for number, row in enumerate(sheet.rows[: header.row]):
        for column, value in enumerate(row):
            found = pattern.search(match_key(cell_text(value))) if value != "" else None
            if found:
                return _stated(found[1], row, number, column)
    return None


def _stated(text: str, row: Sequence[object], number: int, column: int) -> tuple[str, int, int]:
    """Return a label's text, or that of the next filled cell when the label stands alone."""
    if not text:
        for place in range(column + 1, len(row)):
            beside = match_key(cell_text(row[place]))
            if beside:
                return ("", number, column) if A_LABEL.match(beside) else (beside, number, place)
    return text, number, column


def known_unit(name: str, programme: Programme) -> str | None:
    """Return the unit that a name means, by its own name or an alias."""
    tidy = tidy_unit(name)
    if tidy in programme.listed_units:
        return programme.listed_units[tidy]
    return tidy if tidy in programme.addressees else None


def _by_what_is_seen(
    form: Form, sheet: RawSheet, header: Header, name: str, programme: Programme
) -> Identity:
    unit, way = _unit(form, sheet, header, name, programme)
    line = stated_line(sheet, header, PERIOD_LABEL)
    heading = " ".join(cell_text(v) for row in sheet.rows[: header.row] for v in row if v != "")
    period = period_in_text(line[0] if line else heading)
    return Identity(
        form=form.value,
        programme=None,
        unit=unit,
        period=period,
        issue=None,
        identified_by=way,
        repairs=(Repair(UNMARKED, f"表内隐藏标识已丢失，按“{way}”认定填报单位。"),) if unit else (),
    )


def _unit(
    form: Form, sheet: RawSheet, header: Header, name: str, programme: Programme
) -> tuple[str | None, str]:
    line = stated_line(sheet, header, UNIT_LABEL)
    by_line = known_unit(line[0], programme) if line else None
    if by_line:
        return by_line, BY_UNIT_LINE
    by_name = units_in_name(name, programme)
    if len(by_name) == 1:
        return by_name[0], BY_FILE_NAME
    kind = PeriodKind.YEAR if form is Form.SUMMARY else PeriodKind.MONTH
    table = form_table(sheet, header, programme, programme.scheme.layouts[kind])
    owners = set(filter(None, row_owners(table, programme).values()))
    return owners.pop() if len(owners) == 1 else None, BY_ROWS


def units_in_name(name: str, programme: Programme) -> tuple[str, ...]:
    """Return the units whose name or alias stands in a file's name.

    One whose name is part of another's that stands there too does not count.
    """
    key = match_key(name)
    aliases = {unit.name: unit.aliases for unit in programme.units}
    named = [
        unit
        for unit in programme.addressees
        if any(match_key(known) in key for known in (unit, *aliases.get(unit, ())))
    ]
    return tuple(
        u for u in named if not any(u != v and match_key(u) in match_key(v) for v in named)
    )
