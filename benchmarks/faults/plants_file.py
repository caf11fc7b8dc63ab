"""Plants in files and in what a return says of itself: families F, D and U."""

import shutil
import zipfile
from datetime import timedelta
from pathlib import Path

from openpyxl import Workbook, load_workbook

from benchmarks.damage.packages import stamped
from benchmarks.faults.draft import HEADER, NotPossibleError
from benchmarks.faults.plant import ReturnPlace, Spot, on_return
from benchmarks.faults.source import back_at
from tests.files.pdf import pdf
from toolkit.app.dispatch import make_forms
from toolkit.model.form import META_SHEET
from toolkit.model.scheme import Key
from toolkit.text.periods import previous_period

_MACROS = "xl/vbaProject.bin"
_PDF_WIDTH = 70
_PDF_CHARACTERS = 5
_PDF_LINES = 36


@on_return("F101", "文件截断", also=("U501",))
def truncated(place: ReturnPlace) -> Spot:
    """Hand in the first half of the file."""
    data = place.draft.path.read_bytes()
    return _instead(place, data[: len(data) // 2])


@on_return("F101", "空文件", also=("U501",))
def empty_file(place: ReturnPlace) -> Spot:
    """Hand in a file without content."""
    return _instead(place, b"")


def _instead(place: ReturnPlace, data: bytes) -> Spot:
    path = place.path(f"{place.unit}.xlsx")
    path.write_bytes(data)
    place.draft.files = [path]
    return Spot(file=path.name)


@on_return("F102", "混进别的工作簿")
def foreign(place: ReturnPlace) -> Spot:
    """Hand in the minutes of a meeting beside the return."""
    book = Workbook()
    sheet = book.worksheets[0]
    for row in (["会议签到表"], ["姓名", "单位", "职务"], ["参会人员甲", place.unit, "科员"]):
        sheet.append(row)
    path = place.path(f"会议签到表{place.unit}.xlsx")
    book.save(path)
    place.draft.files = [_saved(place), path]
    return Spot(file=path.name)


@on_return("F103", "同一文件存两次")
def twice(place: ReturnPlace) -> Spot:
    """Hand the same bytes in under two names."""
    first = _saved(place)
    second = place.path(f"{place.unit}（微信）.xlsx")
    shutil.copyfile(first, second)
    place.draft.files = [first, second]
    return Spot(unit=place.unit)


@on_return("F104", "只报打印件", also=("S301", "S304", "S305", "D207", "V401", "V402"))
def printed(place: ReturnPlace) -> Spot:
    """Hand in a printed page."""
    draft = place.draft
    shown = range(1, draft.key_column)
    rows = [draft.line(HEADER), *(draft.line(row) for row in draft.rows.values())]
    texts = [[_folded(row[n - 1]) for n in shown] for row in rows]
    if sum(max(text.count("\n") + 1 for text in row) for row in texts) > _PDF_LINES:
        raise NotPossibleError
    lines = [str(c.value) for row in draft.sheet.iter_rows(max_row=2) for c in row if c.value]
    path = place.path(f"{place.unit}.pdf")
    path.write_bytes(pdf(lines, texts, _PDF_WIDTH))
    draft.files = [path]
    return Spot(unit=place.unit, file=path.name)


@on_return("F105", "交回启用宏的工作簿")
def with_macros(place: ReturnPlace) -> Spot:
    """Hand in a workbook that carries macros."""
    path = place.draft.save(place.path(f"{place.unit}.xlsm"))
    with zipfile.ZipFile(path, "a") as package:
        package.writestr(_MACROS, b"\0")
    place.draft.files = [path]
    return Spot(unit=place.unit, file=path.name)


@on_return("F106", "把文件名改成旧格式")
def renamed(place: ReturnPlace) -> Spot:
    """Give the workbook the ending of another format by hand."""
    path = _saved(place).rename(place.path(f"{place.unit}.xls"))
    place.draft.files = [path]
    return Spot(unit=place.unit, file=path.name)


def _folded(value: object) -> str:
    text = "" if value is None else "".join(str(value).split())
    return "\n".join(
        text[n : n + _PDF_CHARACTERS] for n in range(0, max(len(text), 1), _PDF_CHARACTERS)
    )


@on_return("D201", "交了上期的表", also=("U501",))
def of_other_period(place: ReturnPlace) -> Spot:
    """Hand in the form of the period before."""
    before = previous_period(place.clean.period)
    if before is None:
        raise NotPossibleError
    sheet = place.draft.book[META_SHEET]
    line = next(row[1] for row in sheet.iter_rows() if row[0].value == "period")
    line.value = before.label
    path = _saved(place)
    place.draft.files = [path]
    return Spot(file=path.name)


@on_return("D202", "看不出是谁报的", also=("U501",))
def whose(place: ReturnPlace) -> Spot:
    """Paste the answers into a fresh workbook, without the unit and the list's texts."""
    draft = place.draft
    draft.lose_marks()
    for row in draft.rows.values():
        for key in (Key.NAME, Key.CONTENT, Key.PROJECT, Key.LEAD):
            if key in draft.columns:
                draft.write(row, draft.columns[key], None)
    draft.sheet.cell(2, 1).value = None
    path = draft.save(place.path(f"新建工作表{list(place.clean.files).index(place.unit) + 1}.xlsx"))
    draft.files = [path]
    return Spot(file=path.name)


@on_return("D203", "后来又补报更正", also=("F103",))
def corrected(place: ReturnPlace) -> Spot:
    """Hand in a correction that was saved an hour later."""
    first, second = _two(place)
    when = back_at(place.clean.period)
    place.draft.files = [stamped(first, when), stamped(second, when + timedelta(hours=1))]
    return Spot(unit=place.unit)


@on_return("D204", "两份先后不明")
def which_first(place: ReturnPlace) -> Spot:
    """Hand in two different returns that were saved at the same minute."""
    when = back_at(place.clean.period)
    place.draft.files = [stamped(path, when) for path in _two(place)]
    return Spot(unit=place.unit)


def _two(place: ReturnPlace) -> tuple[Path, Path]:
    first = _saved(place)
    code = next(iter(place.draft.rows))
    text = place.draft.text(code, Key.PROGRESS)
    place.draft.put(code, Key.PROGRESS, text.replace("已", "已经", 1))
    return first, place.draft.save(place.path(f"{place.unit}2.xlsx"))


@on_return("D205", "填报单位写成别的单位")
def other_unit(place: ReturnPlace) -> Spot:
    """Write another unit's name after 填报单位."""
    place.draft.sheet.cell(2, 1).value = f"填报单位：{place.other}"
    return Spot(unit=place.unit, cell="A2")


@on_return("D206", "报告期改成上期")
def other_period_line(place: ReturnPlace) -> Spot:
    """Write the month before after 报告期."""
    before = previous_period(place.clean.period)
    if before is None:
        raise NotPossibleError
    for cell in place.draft.sheet[2]:
        if str(cell.value or "").startswith("报告期"):
            cell.value = f"报告期：{before.year}年1-{before.end.month}月"
            return Spot(unit=place.unit, cell=cell.coordinate)
    raise NotPossibleError


@on_return("D207", "粘贴到新表，没有报告期")
def period_gone(place: ReturnPlace) -> Spot:
    """Lose the marks, the title and the line of the period."""
    draft = place.draft
    draft.lose_marks()
    draft.sheet.cell(1, 1).value = None
    for cell in draft.sheet[2]:
        if str(cell.value or "").startswith("报告期"):
            cell.value = None
    return Spot(unit=place.unit)


@on_return("D208", "用了早先下发的表")
def old_issue(place: ReturnPlace) -> Spot:
    """Send the unit's form out again; it answers on the one of before."""
    period = place.clean.period
    make_forms(place.workspace, period.label, (place.unit,), back_at(period) - timedelta(days=3))
    return Spot(unit=place.unit)


@on_return("U501", "没有报送")
def missing(place: ReturnPlace) -> Spot:
    """Hand in nothing."""
    place.draft.files = []
    return Spot(unit=place.unit)


@on_return("U504", "豁免已过期", also=("V403",))
def waiver_over(place: ReturnPlace) -> Spot:
    """Waive a fault up to the month before, and commit it again."""
    before = previous_period(place.clean.period)
    if before is None:
        raise NotPossibleError
    code = next(iter(place.draft.rows))
    place.draft.put(code, Key.PROBLEM, "否")
    book = load_workbook(place.workspace.programme_path)
    sheet = book["豁免"]
    sheet.append(["V403", place.unit, code, None, before.label, "单位已作说明"])
    cell = f"E{sheet.max_row}"
    book.save(place.workspace.programme_path)
    return Spot(cell=cell)


def _saved(place: ReturnPlace) -> Path:
    return place.draft.save(place.path(f"{place.unit}.xlsx"))


PLANTS = (
    truncated,
    empty_file,
    foreign,
    twice,
    printed,
    with_macros,
    renamed,
    of_other_period,
    whose,
    corrected,
    which_first,
    other_unit,
    other_period_line,
    period_gone,
    old_issue,
    missing,
    waiver_over,
)
