"""Plants in the form's rows, columns and locked texts: family S."""

from collections.abc import Iterable
from typing import Any

from openpyxl import load_workbook

from benchmarks.faults.draft import HEADER, Draft, NotPossibleError
from benchmarks.faults.plant import ItemPlace, ReturnPlace, Spot, on_item, on_return
from benchmarks.faults.source import AFTER
from toolkit.app.workspace import Workspace
from toolkit.model.refs import cell_name
from toolkit.model.scheme import Key


@on_return("S301", "删去存在问题一栏")
def column_deleted(place: ReturnPlace) -> Spot:
    """Delete the column for problems."""
    place.draft.take_apart()
    place.draft.sheet.delete_cols(place.draft.columns[Key.PROBLEM])
    return Spot(unit=place.unit)


@on_return("S301", "存在问题一栏改了名称", also=("S305",))
def column_renamed(place: ReturnPlace) -> Spot:
    """Call the column for problems something else."""
    place.draft.write(HEADER, place.draft.columns[Key.PROBLEM], "领导批示")
    return Spot(unit=place.unit)


@on_return("S302", "删去一行")
def row_deleted(place: ReturnPlace) -> Spot:
    """Delete an item's row."""
    codes = place.draft.need(2)
    place.draft.take_apart()
    place.draft.sheet.delete_rows(place.draft.rows[codes[0]])
    return Spot(unit=place.unit, item=codes[0])


@on_return("S303", "自己加了一行")
def row_added(place: ReturnPlace) -> Spot:
    """Add a row for other work."""
    draft = place.draft
    row = _blank(draft)
    name = Key.CONTENT if Key.CONTENT in draft.columns else Key.NAME
    row[draft.columns[name] - 1] = "配合完成全区国家卫生城市复审迎检。"
    row[draft.columns[Key.PROGRESS] - 1] = "已清理卫生死角42处。"
    return Spot(unit=place.unit, cell=cell_name(draft.append(row) - 1, draft.columns[name] - 1))


@on_return("S305", "表格下方写了联系人")
def note_below(place: ReturnPlace) -> Spot:
    """Write a name below the table."""
    number = max(place.draft.rows.values()) + 3
    place.draft.write(number, 2, "附件已另外报送，请查收。")
    return Spot(unit=place.unit, cell=f"B{number}")


@on_return("S306", "一个事项两行", also=("V401", "V402", "W464"))
def row_doubled(place: ReturnPlace) -> Spot:
    """Copy a row and say something else in it."""
    draft = place.draft
    draft.take_apart()
    code = list(draft.rows)[-1]
    line = draft.line(draft.rows[code])
    line[draft.columns[Key.PROGRESS] - 1] = "施工单位已进场，正在清理场地。"
    draft.append(line)
    return Spot(unit=place.unit, item=code)


@on_return("S307", "粘进别的单位的一行", also=("S304",))
def foreign_row(place: ReturnPlace) -> Spot:
    """Paste a row of another unit's return below."""
    other = place.clean.draft(place.other)
    other.take_apart()
    theirs = place.clean.world.programme.fillers
    code = next((c for c in other.rows if place.unit not in theirs[c]), None)
    if code is None:
        raise NotPossibleError
    place.draft.append(other.line(other.rows[code]))
    return Spot(unit=place.unit, item=code)


@on_return("S309", "清单内容错开一行", also=("S302", "S313"))
def texts_swapped(place: ReturnPlace) -> Spot:
    """Swap what the list says of two items, as sorting some of the columns does."""
    first, _ = _swap(place.draft, place.draft.layout.listed, ())
    return Spot(unit=place.unit, item=first)


@on_return("S313", "只给看得见的栏排序", setting=AFTER)
def key_stayed(place: ReturnPlace) -> Spot:
    """Swap all that is seen of two rows; the hidden key stays."""
    draft = place.draft
    references = [
        n for n, cell in enumerate(draft.sheet[HEADER], 1) if "（参考）" in str(cell.value)
    ]
    plans = [draft.sheet.cell(row, n).value for n in references for row in draft.rows.values()]
    if len({str(text) for text in plans}) < len(draft.rows) or not all(plans):
        raise NotPossibleError
    first, _ = _swap(draft, draft.layout.shown, references)
    return Spot(unit=place.unit, item=first)


def _swap(draft: Draft, columns: Iterable[Any], further: Iterable[int]) -> tuple[str, str]:
    first, second, *_ = draft.need(2)
    draft.take_apart()
    for place in (*(draft.columns[column.key] for column in columns), *further):
        one, other = (draft.sheet.cell(draft.rows[code], place).value for code in (first, second))
        draft.write(draft.rows[first], place, other)
        draft.write(draft.rows[second], place, one)
    return first, second


@on_return("S310", "存在问题有两栏")
def column_doubled(place: ReturnPlace) -> Spot:
    """Add a second column for problems that says something else."""
    draft = place.draft
    draft.write(HEADER, draft.key_column + 1, draft.sheet.cell(HEADER, _problem(draft)).value)
    for row in draft.rows.values():
        draft.write(row, draft.key_column + 1, "临时用电容量不足，夜间无法施工。")
    return Spot(unit=place.unit)


def _problem(draft: Draft) -> int:
    return draft.columns[Key.PROBLEM]


@on_return("S311", "另有一张填了的表")
def table_doubled(place: ReturnPlace) -> Spot:
    """Copy the sheet and say something else in the copy."""
    draft = place.draft
    copy = draft.book.copy_worksheet(draft.sheet)
    copy.title = "更正"
    row = next(iter(draft.rows.values()))
    copy.cell(row, draft.columns[Key.PROGRESS]).value = "施工单位已进场，正在清理场地。"
    return Spot(unit=place.unit)


@on_return("S312", "交回空表")
def form_empty(place: ReturnPlace) -> Spot:
    """Hand in the form as it was sent out."""
    for row in place.draft.rows.values():
        for column in place.draft.layout.filled:
            place.draft.write(row, place.draft.columns[column.key], None)
    return Spot(unit=place.unit)


@on_return("S314", "两个事项的进展合并成一格", also=("V401",))
def cells_merged(place: ReturnPlace) -> Spot:
    """Merge the cells for progress of two items."""
    draft = place.draft
    first, second, *_ = draft.need(2)
    column = draft.columns[Key.PROGRESS]
    draft.write(draft.rows[second], column, None)
    draft.sheet.merge_cells(
        start_row=draft.rows[first],
        end_row=draft.rows[second],
        start_column=column,
        end_column=column,
    )
    return Spot(unit=place.unit, item=first)


@on_item("S304", "改动锁定内容")
def locked_changed(place: ItemPlace) -> Key | None:
    """Change a text that the list gave."""
    key = Key.CONTENT if Key.CONTENT in place.draft.columns else Key.NAME
    text = place.text(key)
    return place.put(key, f"{text.rstrip('。')}（调整后）。")


@on_return("S308", "下发后清单改过")
def list_amended(place: ReturnPlace) -> Spot:
    """Change an item's text in the list after the forms went out."""
    shown = {column.key for column in place.clean.layout.listed}
    key = Key.CONTENT if Key.CONTENT in shown else Key.NAME
    items = place.clean.world.programme.by_code
    code = next(iter(place.draft.rows))
    _amend(place.workspace, items[code].row, items[code].values[key])
    return Spot(unit=place.unit, item=code)


def _amend(workspace: Workspace, row: int, text: str) -> None:
    book = load_workbook(workspace.programme_path)
    for cell in book["清单"][row + 1]:
        if cell.value == text:
            cell.value = f"{text.rstrip('。')}（9月调整）。"
    book.save(workspace.programme_path)


def _blank(draft: Draft) -> list[Any]:
    return [None] * draft.key_column


PLANTS = (
    column_deleted,
    column_renamed,
    row_deleted,
    row_added,
    note_below,
    row_doubled,
    foreign_row,
    texts_swapped,
    key_stayed,
    column_doubled,
    table_doubled,
    form_empty,
    cells_merged,
    locked_changed,
    list_amended,
)
