"""Several forms at once: of several units, of other issues, periods and programmes."""

import shutil
from datetime import timedelta
from pathlib import Path

from openpyxl import Workbook, load_workbook

from benchmarks.damage.batch import Batch, Kind, Maker
from benchmarks.damage.draft import FILLED, HEADER, KEY, Draft, Row, fill_sheet
from benchmarks.damage.packages import stamped
from benchmarks.damage.source import BACK, SENT, amend_list
from toolkit.app.dispatch import make_forms
from toolkit.model.scheme import Key


def _copied(source: Path, draft: Draft, name: str = "") -> Path:
    path = draft.target(name)
    shutil.copyfile(source, path)
    return path


def with_empty(batch: Batch) -> None:
    """Hand in the empty form beside the filled one; by its name it comes later."""
    for draft in batch.drafts:
        batch.hand_in(draft.save(), draft)
        form = batch.source.workspace.root / "2021-09" / "1下发" / f"{draft.unit}.xlsx"
        batch.hand_in(_copied(form, draft, f"{draft.unit}（空）.xlsx"), draft)


def with_itself(batch: Batch) -> None:
    """Hand the same file in twice."""
    for draft in batch.drafts:
        path = draft.save()
        batch.hand_in(path, draft)
        batch.hand_in(_copied(path, draft, f"{draft.unit}-重发.xlsx"), draft)


def with_other(batch: Batch) -> None:
    """Hand in two forms that say different things; nothing says which is the later one."""
    for draft in batch.drafts:
        other = Draft(draft.unit, draft.filled, draft.folder)
        other.put(other.codes[0], Key.PROGRESS, "另一份里写的进展：已经开工。")
        draft.lose(draft.codes[0], Key.PROGRESS)
        for each, name in ((draft, ""), (other, f"{draft.unit}2.xlsx")):
            each.lose_marks()
            batch.hand_in(stamped(each.save(name), BACK), draft)


def corrected_later(batch: Batch) -> None:
    """Hand in a form, and a correction that was saved an hour later."""
    for draft in batch.drafts:
        batch.hand_in(stamped(draft.save(f"{draft.unit}-初稿.xlsx"), BACK), draft)
        draft.put(draft.codes[0], Key.PROGRESS, "更正后的进展：已经完工8公里。")
        later = BACK + timedelta(hours=1)
        batch.hand_in(stamped(draft.save(f"{draft.unit}-更正.xlsx"), later), draft)


def in_halves(later: timedelta) -> Maker:
    """Return what hands in two files: one section filled the first half, another the second."""

    def make(batch: Batch) -> None:
        for draft in list(batch.drafts):
            if len(draft.codes) == 1:
                batch.leave(draft)
                continue
            middle = len(draft.codes) // 2
            for number, others in enumerate((draft.codes[middle:], draft.codes[:middle])):
                half = Draft(draft.unit, draft.filled, draft.folder)
                for code in others:
                    for key in FILLED:
                        half.put(code, key, None)
                path = half.save(f"{draft.unit}-{number + 1}科.xlsx")
                batch.hand_in(stamped(path, BACK + later * number), draft)

    return make


def of_month_before(batch: Batch) -> None:
    """Hand in last month's form."""
    for draft in batch.drafts:
        _lose_all(draft)
        batch.hand_in(_copied(batch.source.before[draft.unit], draft), draft)


def of_month_before_bare(batch: Batch) -> None:
    """Hand in last month's form without hidden marks; its title names the month."""
    for draft in batch.drafts:
        old = Draft(draft.unit, batch.source.before[draft.unit], draft.folder)
        old.lose_marks()
        _lose_all(draft)
        batch.hand_in(old.save(), draft)


def of_other_programme(batch: Batch) -> None:
    """Hand in the form of another year's programme."""
    for draft in batch.drafts:
        _lose_all(draft)
        batch.hand_in(_copied(batch.source.foreign[draft.unit], draft), draft)


def of_other_unit(batch: Batch) -> None:
    """Hand in another unit's form, with one's own name in the unit line: whose is it?"""
    units = [draft.unit for draft in batch.drafts]
    for draft, unit in zip(batch.drafts, [*units[1:], units[0]], strict=True):
        if unit != draft.unit:
            draft.rows[1][0] = f"填报单位：{unit}"
            for code in draft.codes:
                draft.lose(code)
        batch.hand_in(draft.save(), draft)


def of_old_issue(batch: Batch) -> None:
    """Amend the list, send the forms out again; units answer on the forms of the first issue."""
    for draft in batch.drafts:
        content = draft.contents[draft.codes[0]]
        amend_list(batch.workspace, content, f"{content}（9月调整）")
    make_forms(batch.workspace, "2021-09", (), SENT)
    for draft in batch.drafts:
        batch.hand_in(draft.save(), draft)


def of_old_issue_bare(batch: Batch) -> None:
    """The same without hidden marks."""
    for draft in batch.drafts:
        draft.lose_marks()
    of_old_issue(batch)


def consolidated_back(batch: Batch) -> None:
    """Send the consolidated workbook back in the place of the forms."""
    path = batch.folder / "汇总表.xlsx"
    path.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(batch.source.consolidated, path)
    batch.hand_in(path, *batch.drafts)


def consolidated_beside(batch: Batch) -> None:
    """Leave a consolidated workbook of last week among the returns."""
    for draft in batch.drafts:
        batch.hand_in(draft.save(), draft)
    path = batch.folder / "汇总表.xlsx"
    shutil.copyfile(batch.source.consolidated, path)
    batch.files.append((path, ()))


def sheets_of_one_book(batch: Batch) -> None:
    """Put all units' tables into one workbook, a sheet each, as somebody who collected them."""
    _sheets(batch, marked=False)


def sheets_with_keys(batch: Batch) -> None:
    """The same with the hidden keys and the first unit's hidden sheet."""
    _sheets(batch, marked=True)


def _sheets(batch: Batch, *, marked: bool) -> None:
    first = batch.drafts[0]
    book = first.book if marked else Workbook()
    if marked:
        first.write()
    else:
        book.remove(book.worksheets[0])
    for draft in batch.drafts[1:] if marked else batch.drafts:
        sheet = book.create_sheet(draft.unit)
        fill_sheet(sheet, draft.rows if marked else draft.visible(), draft.merges())
    batch.hand_in(_saved(book, batch, "各单位.xlsx"), *batch.drafts)


def one_table(batch: Batch) -> None:
    """Put all units' rows into one table; 主办单位 tells whose they are."""
    _one_table(batch, marked=False)


def one_table_with_keys(batch: Batch) -> None:
    """The same with the hidden keys."""
    _one_table(batch, marked=True)


def _one_table(batch: Batch, *, marked: bool) -> None:
    rows: list[Row] = []
    for draft in batch.drafts:
        draft.fill_down()
        lines = draft.rows if marked else draft.visible()
        rows += lines[HEADER + 1 :] if rows else [lines[0], *lines[HEADER:]]
    book = Workbook()
    fill_sheet(book.worksheets[0], rows)
    batch.hand_in(_saved(book, batch, "全区进展.xlsx"), *batch.drafts)


def two_below(batch: Batch) -> None:
    """Paste each second unit's whole form below the one before it, on the same sheet."""
    for upper, lower in zip(batch.drafts[::2], batch.drafts[1::2], strict=False):
        upper.rows += [upper.blank(), *lower.rows]
        upper.merged = False
        batch.hand_in(upper.save(), upper, lower)
    if len(batch.drafts) % 2:
        batch.leave(batch.drafts[-1])


def two_below_bare(batch: Batch) -> None:
    """The same without hidden marks."""
    for draft in batch.drafts:
        draft.lose_marks()
    two_below(batch)


def foreign_row(batch: Batch) -> None:
    """Paste a row of another unit's form below; that unit reports too."""
    for draft in batch.drafts:
        _with_foreign_row(batch, draft)


def foreign_row_bare(batch: Batch) -> None:
    """The same without hidden marks."""
    for draft in batch.drafts:
        draft.lose_marks()
        _with_foreign_row(batch, draft)


def _with_foreign_row(batch: Batch, draft: Draft) -> None:
    units = list(batch.source.units)
    unit = units[(units.index(draft.unit) + 1) % len(units)]
    other = Draft(unit, batch.source.filled[unit], draft.folder)
    other.fill_down()
    row = list(other.lines[other.codes[0]])
    text = f"{draft.unit}替{unit}写的进展。"
    row[other.place(Key.PROGRESS)] = text
    draft.rows.append(row if KEY in draft.titles else row[:-1])
    draft.extra.append(text)
    batch.hand_in(draft.save(), draft)


def alias(batch: Batch) -> None:
    """Write an alias that the list knows into the unit line, and lose the marks."""
    path = batch.workspace.programme_path
    book = load_workbook(path)
    sheet = book["单位"]
    titles = [cell.value for cell in sheet[1]]
    for row in sheet.iter_rows(min_row=2):
        for draft in batch.drafts:
            if row[titles.index("单位名称")].value == draft.unit:
                row[titles.index("别名")].value = f"{draft.unit[:2]}小局"
    book.save(path)
    for draft in batch.drafts:
        draft.lose_marks()
        draft.rows[1][0] = f"填报单位：{draft.unit[:2]}小局"
        batch.hand_in(draft.save("报表.xlsx"), draft)


def unknown_alias(batch: Batch) -> None:
    """Write a short name that the list does not know, and lose the marks."""
    for draft in batch.drafts:
        draft.lose_marks()
        draft.rows[1][0] = f"填报单位：{draft.unit[0]}{draft.unit[-1]}"
        batch.hand_in(draft.save("报表.xlsx"), draft)


def _lose_all(draft: Draft) -> None:
    for code in draft.codes:
        draft.lose(code)


def _saved(book: Workbook, batch: Batch, name: str) -> Path:
    batch.folder.mkdir(parents=True, exist_ok=True)
    path = batch.folder / name
    book.save(path)
    return path


KINDS: tuple[Kind, ...] = (
    Kind("空表和填好的表一起报", with_empty, harmless=True),
    Kind("同一份报了两次", with_itself, harmless=True),
    Kind("两份内容不同且看不出先后", with_other),
    Kind("先报一份，后报更正", corrected_later, harmless=True),
    Kind("两个科室各填一半，分两份报，先后不明", in_halves(timedelta(0))),
    Kind("两个科室各填一半，分两份报，有先后", in_halves(timedelta(hours=1))),
    Kind("上月的表", of_month_before),
    Kind("上月的表且标识全丢", of_month_before_bare),
    Kind("别的年度实事的表", of_other_programme),
    Kind("表和填报单位不是一家", of_other_unit),
    Kind("清单改过，报的是旧表", of_old_issue, harmless=True),
    Kind("清单改过，报的是旧表且标识全丢", of_old_issue_bare),
    Kind("把汇总表报了回来", consolidated_back),
    Kind("回收件里混有汇总表", consolidated_beside, harmless=True),
    Kind("几个单位一个工作簿，各占一张", sheets_of_one_book),
    Kind("几个单位一个工作簿，编号都在", sheets_with_keys),
    Kind("几个单位的行在一张表里", one_table),
    Kind("几个单位的行在一张表里，编号都在", one_table_with_keys),
    Kind("两家的表上下粘在一张里", two_below),
    Kind("两家的表上下粘在一张里且标识全丢", two_below_bare),
    Kind("粘进了别的单位的一行", foreign_row),
    Kind("粘进了别的单位的一行且标识全丢", foreign_row_bare),
    Kind("填报单位写的是别名", alias),
    Kind("填报单位写的是简称，清单里没有", unknown_alias),
)
