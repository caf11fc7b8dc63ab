"""Text of a returned workbook that is no value of an item, so that nothing is lost in silence."""

import re
from collections.abc import Iterable, Iterator, Sequence

from toolkit.model.finding import Repair
from toolkit.model.form import CORRECTIONS_SHEET, META_SHEET, NOTE_AUTHOR, NOTE_LEAD, THEIR_NOTE
from toolkit.model.programme import Programme
from toolkit.model.refs import cell_name
from toolkit.model.scheme import TableLayout
from toolkit.model.submission import Stray
from toolkit.model.workbook import RawSheet, RawWorkbook
from toolkit.stages.design import GUIDE_SHEET
from toolkit.stages.form_table import FormTable, form_table, text_at
from toolkit.stages.identify import A_LABEL
from toolkit.text.clean import cell_text, is_blank, match_key
from toolkit.text.tables import find_header

HIDDEN_ROWS = "HIDDEN-ROWS"

OUR_SHEETS = (META_SHEET, CORRECTIONS_SHEET, GUIDE_SHEET)
"""The worksheets of a form that hold nothing of the unit's."""
_OUR_LABEL = re.compile(r"(?:填报单位|报告期)(?:\([^)]*\))?:")


def row_texts(row: Sequence[object]) -> list[tuple[int, str]]:
    """Return the columns of a row that say something, with their texts."""
    return [
        (column, text)
        for column, value in enumerate(row)
        if value != "" and not is_blank(text := cell_text(value))
    ]


def joined(texts: Iterable[str]) -> str:
    """Return several cells' texts as one."""
    return " ".join(text.strip() for text in texts)


def above_the_table(table: FormTable, stated: Iterable[str | None]) -> Iterator[Stray]:
    """Yield what stands above the header besides the title, the unit and the period.

    Args:
        stated: The cells from which unit and period were read.
    """
    title = _title_pattern(table.layout, table.programme)
    expected = set(stated)
    for number, row in enumerate(table.sheet.rows[: table.header.first]):
        for column, text in row_texts(row):
            key, cell = match_key(text), table.sheet.cell(number, column)
            labels = len(A_LABEL.findall(key))
            ours = cell in expected or _OUR_LABEL.match(key)
            if not title.fullmatch(key) and not (ours and labels <= 1):
                yield Stray(cell, text.strip())


def furniture(table: FormTable) -> frozenset[str]:
    """Return the texts above the header: printed pages pasted together repeat them."""
    above = table.sheet.rows[: table.header.row]
    return frozenset(match_key(text) for row in above for _, text in row_texts(row))


def notes(table: FormTable) -> Iterator[Stray]:
    """Yield what people pinned to cells; our own marks of a form that came back are none."""
    for note in table.sheet.notes:
        ours = note.author == NOTE_AUTHOR or note.text.startswith(NOTE_LEAD)
        text = note.text.partition(THEIR_NOTE)[2] if ours else note.text
        if not is_blank(text):
            yield Stray(cell_name(note.row, note.column), f"批注：{text.strip()}")


def hidden_rows(table: FormTable) -> Iterator[Repair]:
    """Say that rows are read which nobody sees: left over by a filter, or hidden on purpose."""
    rows, lines = table.sheet.rows, table.sheet.lines
    below = sorted(n for n in table.sheet.hidden_rows if table.header.row < n < len(rows))
    filled = (number for number in below if row_texts(rows[number]))
    places = {lines[number].row if number in lines else number for number in filled}
    told = "、".join(str(place + 1) for place in sorted(places))
    if told:
        yield Repair(HIDDEN_ROWS, f"第 {told} 行被隐藏或者筛选掉了，内容照样读取。")


def _title_pattern(layout: TableLayout, programme: Programme) -> re.Pattern[str]:
    title = layout.title.format(
        place=programme.scheme.place,
        year=programme.settings.year,
        span="\0",
        phrase=programme.scheme.phrase,
    )
    return re.compile(".*".join(re.escape(match_key(part)) for part in title.split("\0")))


def other_sheets(
    workbook: RawWorkbook, table: FormTable
) -> tuple[tuple[Stray, ...], tuple[Stray, ...]]:
    """Return further worksheets that hold the form's table filled in, and those with other text.

    A copy of the table that says nothing else than the table itself is no concern.
    """
    tables: list[Stray] = []
    texts: list[Stray] = []
    for sheet in workbook.sheets:
        if sheet is table.sheet or sheet.name in OUR_SHEETS:
            continue
        header = find_header(sheet.rows, table.layout.shown)
        if header is not None:
            second = form_table(sheet, header, table.programme, table.layout)
            taken = set(_filled_texts(table))
            different = [text for text in _filled_texts(second) if text not in taken]
            if different:
                tables.append(Stray(sheet.cell(header.row, 0), joined(different), sheet.name))
        elif sheet.visible:
            texts.extend(_first_text(sheet))
    return tuple(tables), tuple(texts)


def _filled_texts(table: FormTable) -> Iterator[str]:
    for row in table.sheet.rows[table.header.row + 1 :]:
        for _, place in table.filled:
            text = match_key(text_at(row, place))
            if not is_blank(text):
                yield text


def _first_text(sheet: RawSheet) -> Iterator[Stray]:
    for number, row in enumerate(sheet.rows):
        for column, text in row_texts(row):
            yield Stray(sheet.cell(number, column), text.strip(), sheet.name)
            return
