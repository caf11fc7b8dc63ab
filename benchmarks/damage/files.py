"""Damage to the file as a whole: its name, its sheets, its format."""

import zipfile
from pathlib import Path

from openpyxl.workbook.protection import WorkbookProtection

from benchmarks.damage.batch import Change, Kind, each
from benchmarks.damage.draft import HEADER, Draft, pasted
from toolkit.model.form import META_SHEET
from toolkit.model.scheme import Key

_WHEN = (2021, 10, 8, 9, 0, 0)


def untouched(_: Draft) -> None:
    """Change nothing but what saving in another program changes."""


def renamed(draft: Draft) -> Path:
    """Give the file a name that says nothing."""
    return draft.save("新建 Microsoft Excel 工作表 (2).xlsx")


def no_sheet(draft: Draft) -> None:
    """Delete the hidden sheet."""
    draft.lose_sheet()


def no_key(draft: Draft) -> None:
    """Delete the hidden column."""
    draft.lose_key()


def no_marks(draft: Draft) -> None:
    """Delete both."""
    draft.lose_marks()


def empty_sheet(draft: Draft) -> None:
    """Empty the hidden sheet, which stays."""
    sheet = draft.book[META_SHEET]
    sheet.delete_rows(1, sheet.max_row)


def renamed_sheet(draft: Draft) -> None:
    """Call the table's sheet otherwise."""
    draft.sheet.title = "9月份"


def hidden_table(draft: Draft) -> None:
    """Hide the table's sheet so that nobody finds it."""
    draft.sheet.sheet_state = "veryHidden"


def unprotected(draft: Draft) -> None:
    """Lift the protection."""
    draft.sheet.protection.disable()


def protected(draft: Draft) -> None:
    """Protect the sheet with a password, and the workbook."""
    draft.sheet.protection.set_password("123456")
    draft.book.security = WorkbookProtection(lockStructure=True)


def second_sheet(draft: Draft) -> None:
    """Put an empty sheet before the table's."""
    draft.book.create_sheet("Sheet1", 0)


def second_sheet_bare(draft: Draft) -> None:
    """The same without hidden marks."""
    draft.lose_marks()
    draft.book.create_sheet("Sheet1", 0)


def other_text_sheet(draft: Draft) -> None:
    """Add a sheet with a note."""
    text = f"附件：{draft.unit}的说明材料"
    draft.book.create_sheet("说明")["B2"] = text
    draft.extra.append(text)


def copied_sheet(draft: Draft) -> None:
    """Copy the table's sheet and keep both, the same in both."""
    draft.write()
    draft.book.copy_worksheet(draft.sheet).title = "进展表 (2)"


def old_sheet_kept(draft: Draft) -> None:
    """Keep last month's table on a sheet of its own."""
    sheet = draft.book.create_sheet("8月")
    for number, row in enumerate(draft.visible(), 1):
        for column, value in enumerate(row, 1):
            text = f"8月时：{value}" if number > HEADER + 1 and column > 5 and value else value
            sheet.cell(number, column).value = text


def values_only(draft: Draft) -> Path:
    """Paste all that is seen into a fresh workbook."""
    return pasted(draft, draft.visible())


def values_without_title(draft: Draft) -> Path:
    """Paste the table without what stands above it."""
    return pasted(draft, draft.visible()[HEADER:])


def values_without_name(draft: Draft) -> Path:
    """The same, and the file's name does not say whose it is either."""
    return pasted(draft, draft.visible()[HEADER:], "新建工作表.xlsx")


def values_with_key(draft: Draft) -> Path:
    """Paste with the hidden column, which comes along when whole rows are copied."""
    return pasted(draft, draft.rows, "新建工作表.xlsx")


def _trailing(draft: Draft) -> None:
    draft.rows.extend([" "] + [None] * 8 for _ in range(1000))


def zipped(draft: Draft) -> Path:
    """Pack the form, as mail programs like it."""
    form = draft.save()
    path = draft.target(f"{draft.unit}.zip")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr(zipfile.ZipInfo(form.name, _WHEN), form.read_bytes())
    form.unlink()
    return path


def wrong_suffix(suffix: str) -> Change:
    """Return the change that saves under a name with another ending; the bytes are .xlsx."""
    return lambda draft: draft.save(f"{draft.unit}{suffix}")


def cut_short(draft: Draft) -> Path:
    """Send only the first half of the file."""
    path = draft.save()
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])
    for code in draft.codes:
        draft.lose(code)
    return path


def empty_form(draft: Draft) -> None:
    """Send the form back as it came: nobody wrote anything."""
    for code in draft.codes:
        for key in (Key.PROGRESS, Key.PROBLEM, Key.PLAN):
            draft.put(code, key, None)
        draft.lose(code, Key.PROGRESS)
        draft.read[code, Key.PROBLEM] = draft.read[code, Key.PLAN] = ""


KINDS: tuple[Kind, ...] = (
    each("另存一遍，什么都没改", untouched, harmless=True),
    each("改了文件名", renamed, harmless=True),
    each("隐藏标识表被删", no_sheet),
    each("隐藏编号栏被删", no_key),
    each("标识表和编号栏都没了", no_marks),
    each("隐藏标识表被清空", empty_sheet),
    each("工作表改名", renamed_sheet, harmless=True),
    each("进展表被深度隐藏", hidden_table),
    each("取消了保护", unprotected, harmless=True),
    each("另加了保护和密码", protected, harmless=True),
    each("表在第二张工作表，第一张空", second_sheet, harmless=True),
    each("表在第二张工作表且标识全丢", second_sheet_bare),
    each("另有一张写了说明的工作表", other_text_sheet),
    each("进展表复制了一张，内容相同", copied_sheet, harmless=True),
    each("上月的表也留在工作簿里", old_sheet_kept),
    each("只粘贴数值到新工作簿", values_only),
    each("只粘贴数值，不带标题", values_without_title),
    each("只粘贴数值，文件名也不说单位", values_without_name),
    each("整行粘贴到新工作簿，带隐藏编号", values_with_key),
    each("表下有一千行空格", _trailing, harmless=True),
    each("打成压缩包", zipped),
    each("扩展名成了 .xls", wrong_suffix(".xls"), harmless=True),
    each("扩展名成了 .bak", wrong_suffix(".xlsx.bak"), harmless=True),
    each("文件只有一半", cut_short),
    each("原样退回的空表", empty_form),
)
