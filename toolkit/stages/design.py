"""A unit's form for a period, as a workbook plan."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from toolkit.model.form import KEY_TITLE, Form, FormIdentity, form_of
from toolkit.model.period import Period, PeriodKind
from toolkit.model.programme import Item, Programme
from toolkit.model.scheme import Column, Key, Kind, TableLayout
from toolkit.model.sheets import (
    Block,
    CellValue,
    Page,
    Range,
    SheetPlan,
    Style,
    Validation,
    WorkbookPlan,
)
from toolkit.stages.cell_validation import validation
from toolkit.stages.form_identity import identity_sheet, text_digest
from toolkit.stages.grid import Grid, Record, lay_out
from toolkit.stages.styles import Styles, header_height, official_styles
from toolkit.text.layout import text_height
from toolkit.text.numerals import heading_numeral
from toolkit.text.periods import period_line, span_name

GUIDE_SHEET = "填报说明"
UNIT_LABEL = "填报单位："
PERIOD_LABEL = "报告期："
HEADER_ROW = 2
NEW_ROWS = 10
"""How many blank rows a summary form has for new items."""

_SIZE = 10.5
_REFERENCE_WIDTH = 22.0
_LEAST_ROOM = {Form.PROGRESS: 88.0, Form.SUMMARY: 60.0}
"""The least height of a row in points: there must be room to write."""


@dataclass(frozen=True, slots=True)
class FormInput:
    """All that a form is made from.

    Attributes:
        plans: Last period's plans by 编号, shown for reference.
        values: Values to fill in, by 编号: what a summary form begins with, or what a form that
            goes back to be corrected had.
        due: The deadline, as people write it; "" when nobody set one.
    """

    programme: Programme
    period: Period
    unit: str
    items: tuple[Item, ...]
    issue: int
    plans: Mapping[str, str]
    due: str
    values: Mapping[str, Mapping[Key, str]]

    @property
    def layout(self) -> TableLayout:
        """The table to fill."""
        return self.programme.scheme.layouts[self.period.kind]

    @property
    def form(self) -> Form:
        """Which of the two forms it is."""
        return form_of(self.period.kind)


@dataclass(frozen=True, slots=True)
class _FormColumn:
    """A column as the form shows it: an official one, the reference or the hidden key."""

    title: str
    width: float
    style: Style
    column: Column | None = None


def table_title(programme: Programme, period: Period) -> str:
    """Return the official title of the period's table."""
    scheme = programme.scheme
    return scheme.layouts[period.kind].title.format(
        place=scheme.place,
        year=programme.settings.year,
        span=span_name(period, cumulative=scheme.cumulative),
        phrase=scheme.phrase,
    )


def reference_title(kind: PeriodKind) -> str:
    """Return the title of the column that shows what was planned for this period."""
    return f"{kind.previous_word}工作计划（参考）"


def locked_texts(layout: TableLayout, item: Item) -> tuple[str, ...]:
    """Return the texts of an item that its form shows locked, in the table's order."""
    return tuple(item.values.get(column.key, "") for column in layout.listed)


def design_form(given: FormInput) -> WorkbookPlan:
    """Plan one unit's form."""
    programme, layout = given.programme, given.layout
    identity = FormIdentity(
        form=given.form.value,
        programme=programme.identity,
        unit=given.unit,
        period=given.period.label,
        issue=given.issue,
        locked={i.code: text_digest(locked_texts(layout, i)) for i in given.items},
        shown={i.code: text_digest((given.plans.get(i.code, ""),)) for i in given.items}
        if given.plans
        else {},
    )
    styles = official_styles(programme.scheme.fonts)
    title = table_title(programme, given.period)
    return WorkbookPlan(
        sheets=(
            _form_sheet(given, styles, title),
            _guide_sheet(given, styles, title),
            identity_sheet(identity),
        ),
        title=title,
        subject=f"{given.unit} {given.period.label}",
        author=programme.settings.authority,
        custom={
            "minsheng.programme": programme.identity,
            "minsheng.unit": given.unit,
            "minsheng.period": given.period.label,
        },
    )


def _columns(given: FormInput, styles: Styles) -> tuple[_FormColumn, ...]:
    columns: list[_FormColumn] = []
    for column in given.layout.shown:
        if column.key is Key.PROGRESS and given.plans:
            title = reference_title(given.period.kind)
            columns.append(_FormColumn(title, _REFERENCE_WIDTH, styles.reference))
        columns.append(_FormColumn(column.title, column.width, _style(column, styles), column))
    key = replace(styles.text, wrap=False)  # centred, it would print over an empty neighbour
    return (*columns, _FormColumn(KEY_TITLE, 8, key))


def _style(column: Column, styles: Styles) -> Style:
    if column.filled_by == "list":
        return styles.centred if column.centred else styles.text
    style = styles.to_fill_centred if column.centred else styles.to_fill
    formats = {Kind.PERCENT: "0.0%", Kind.NUMBER: "General"}
    return replace(style, number_format=formats.get(column.kind, style.number_format))


def _form_sheet(given: FormInput, styles: Styles, title: str) -> SheetPlan:
    columns = _columns(given, styles)
    widths = tuple(column.width for column in columns)
    grid = _rows(given, columns, widths)
    last = len(columns) - 2  # the last column that people see; the key column is hidden
    half = _split_column(widths[: last + 1])
    first, end = HEADER_ROW + 1, HEADER_ROW + len(grid.rows)
    return SheetPlan(
        name=given.form.sheet,
        widths=widths,
        blocks=(
            *_heading(given, columns, styles, title, half),
            Block(first, tuple(c.style for c in columns), grid.rows, grid.heights),
        ),
        merges=(
            Range(0, 0, 0, last),
            *([Range(1, 0, 1, half - 1)] if half > 1 else []),
            *([Range(1, half, 1, last)] if half < last else []),
            *grid.merges,
        ),
        validations=_validations(columns, first, end),
        hidden_columns=(len(columns) - 1,),
        protected=True,
        growing_rows=range(first, end + 1),
        freeze=(first, 0),
        page=Page(
            paper=given.layout.paper,
            repeat_rows=(HEADER_ROW, HEADER_ROW),
            last_row=end,
            last_column=last,
        ),
    )


def _heading(
    given: FormInput, columns: tuple[_FormColumn, ...], styles: Styles, title: str, half: int
) -> tuple[Block, ...]:
    """Return title, the line of unit and period, and the header row."""
    count = len(columns)
    titles = tuple(column.title for column in columns)
    line = [""] * count
    line[0] = UNIT_LABEL + given.unit
    cumulative = given.programme.scheme.cumulative
    line[half] = PERIOD_LABEL + period_line(given.period, cumulative=cumulative)
    sides = (styles.line,) * half + (styles.line_right,) * (count - half)
    height = header_height(titles, tuple(c.width for c in columns), styles, 32)
    return (
        Block(0, (styles.title,) * count, ((title, *[""] * (count - 1)),), (40,)),
        Block(1, sides, (tuple(line),), (22,)),
        Block(HEADER_ROW, (styles.header,) * count, (titles,), (height,)),
    )


def _split_column(widths: tuple[float, ...]) -> int:
    """Return the column at which the right half of the line below the title begins."""
    half, so_far = sum(widths) / 2, 0.0
    for column, width in enumerate(widths):
        so_far += width
        if so_far >= half:
            return max(1, column)
    return 1


def _rows(given: FormInput, columns: tuple[_FormColumn, ...], widths: tuple[float, ...]) -> Grid:
    records = [
        Record(tuple(_value(given, item, column) for column in columns), item.group)
        for item in given.items
    ]
    if given.form is Form.SUMMARY:
        records += [Record(("",) * len(columns))] * NEW_ROWS
    grouped = [n for n, shown in enumerate(columns) if _is_merged(shown.column)]
    return lay_out(records, widths, _SIZE, HEADER_ROW + 1, grouped, _LEAST_ROOM[given.form])


def _is_merged(column: Column | None) -> bool:
    """Tell whether neighbours share one cell; a cell to fill is never shared."""
    return column is not None and column.grouped and column.filled_by == "list"


def _value(given: FormInput, item: Item, shown: _FormColumn) -> CellValue:
    column = shown.column
    if column is None:
        return item.code if shown.title == KEY_TITLE else given.plans.get(item.code, "")
    if column.filled_by == "list":
        return item.values.get(column.key, "")
    return given.values.get(item.code, {}).get(column.key, "")


def _validations(columns: tuple[_FormColumn, ...], first: int, last: int) -> tuple[Validation, ...]:
    return tuple(
        validation(shown.column, Range(first, position, last, position))
        for position, shown in enumerate(columns)
        if shown.column and shown.column.filled_by == "unit"
    )


def _guide_sheet(given: FormInput, styles: Styles, title: str) -> SheetPlan:
    settings, scheme = given.programme.settings, given.programme.scheme
    instructions = {
        Form.PROGRESS: scheme.instructions,
        Form.SUMMARY: scheme.summary_instructions,
    }[given.form]
    listed = f"共 {len(given.items)} 项" if given.items else "清单里现在没有本单位的事项"
    asked = f"请于{given.due}前报送" if given.due else "请按通知的时间报送"
    lines = [
        f"一、本表为{title}，由{given.unit}填报，{listed}，{asked}。",
        *(f"{heading_numeral(n)}、{text}" for n, text in enumerate(instructions, 2)),
    ]
    contact = "　".join(filter(None, (settings.contact, settings.phone)))
    if contact:
        lines.append(f"联系人：{contact}")
    width = 120.0  # LibreOffice cuts off a single column that is wider than its page
    return SheetPlan(
        name=GUIDE_SHEET,
        widths=(width,),
        blocks=(
            Block(0, (styles.title,), (("填报说明",),), (40,)),
            Block(
                1,
                (styles.note,),
                tuple((line,) for line in lines),
                tuple(text_height(line, width, styles.note.size) + 6 for line in lines),
            ),
        ),
        protected=True,
        page=Page(),
    )
