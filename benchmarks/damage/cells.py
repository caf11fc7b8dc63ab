"""Damage to single cells: numbers, dates, formulas, characters that nobody sees."""

from datetime import datetime
from functools import partial
from typing import Any

from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Color
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.worksheet.worksheet import Worksheet

from benchmarks.damage.batch import Change, Kind, each
from benchmarks.damage.draft import FILLED, KEY, REFERENCE, Draft, Formula
from toolkit.model.scheme import Key

ZERO_WIDTH, NO_BREAK, MARK = "\u200b", "\xa0", "\ufeff"
_DATE = 'yyyy"年"m"月"d"日"'
LONG = "各街道分头推进，逐村核查，问题当场交办。"


def _typed(key: Key, value: Any, number_format: str, read: str) -> Change:
    """Return the change that types a value which the cell's format shows as `read`."""

    def change(draft: Draft) -> None:
        code = draft.codes[0]
        draft.put(code, key, value, read)
        row, column = draft.index(code) + 1, draft.place(key) + 1
        draft.finish.append(partial(_format, row=row, column=column, number_format=number_format))

    return change


def _format(sheet: Worksheet, row: int, column: int, number_format: str) -> None:
    sheet.cell(row, column).number_format = number_format


def full_width(draft: Draft) -> None:
    """Write the figures in full width."""
    wide = str.maketrans("0123456789", "０１２３４５６７８９")
    for code in draft.codes:
        for key in FILLED:
            draft.put(code, key, draft.value(code, key).translate(wide))


def _invisible(mark: str) -> Change:
    def change(draft: Draft) -> None:
        for code in draft.codes:
            for key in (*FILLED, Key.CONTENT):
                text = draft.value(code, key)
                read = draft.read.get((code, key))
                draft.put(code, key, f"{mark}{text[:2]}{mark}{text[2:]}", read)
            draft.put(code, KEY, f"{code[:2]}{mark}{code[2:]}")

    return change


def blanks_in_names(draft: Draft) -> None:
    """Put non-breaking blanks into unit, contents and titles, and lose the marks."""
    draft.lose_marks()
    draft.header[:] = [f"{NO_BREAK}{title}{NO_BREAK}" for title in draft.titles]
    draft.rows[1][0] = f"填报单位：{NO_BREAK}{draft.unit}{NO_BREAK}"
    for code in draft.codes:
        draft.put(code, Key.CONTENT, f"{draft.contents[code]}{NO_BREAK}")


def blanks_around(draft: Draft) -> None:
    """Begin and end texts and keys with non-breaking blanks."""
    for code in draft.codes:
        for key in FILLED:
            text = draft.value(code, key)
            draft.put(code, key, f"{NO_BREAK}{text}{NO_BREAK}", text)
        draft.put(code, KEY, f"{NO_BREAK}{code}{NO_BREAK}")


def line_breaks(draft: Draft) -> None:
    """Begin and end the texts with line breaks."""
    for code in draft.codes:
        for key in FILLED:
            text = draft.value(code, key)
            draft.put(code, key, f"\n{text}\n\n", text)


def windows_breaks(draft: Draft) -> None:
    """Write line breaks as Windows programs do."""
    code = draft.codes[0]
    draft.put(code, Key.PROGRESS, "一、开工；\r\n二、封顶。", "一、开工；\n二、封顶。")


def rich_text(draft: Draft) -> None:
    """Print a part of the text in red."""
    code = draft.codes[0]
    text = draft.value(code, Key.PROGRESS)
    rich = CellRichText(text[:4], TextBlock(InlineFont(color=Color("FFFF0000")), text[4:]))
    draft.put(code, Key.PROGRESS, rich, text)


def formulas(draft: Draft) -> None:
    """Put texts together by formulas that no program has calculated yet, pasted with their format."""
    text_formulas(draft)
    for code in draft.codes:
        for key in (Key.PROGRESS, Key.PROBLEM):
            row, column = draft.index(code) + 1, draft.place(key) + 1
            draft.finish.append(partial(_format, row=row, column=column, number_format="General"))


def text_formulas(draft: Draft) -> None:
    """The same in the form's own cells, whose format is text."""
    for code in draft.codes:
        for key in (Key.PROGRESS, Key.PROBLEM):
            text = str(draft.value(code, key)).replace('"', "”").replace("\n", "")
            cut = len(text) // 2
            draft.put(code, key, Formula(f'="{text[:cut]}"&"{text[cut:]}"'), text)


def errors(draft: Draft) -> None:
    """Leave formulas that lead nowhere."""
    code = draft.codes[0]
    draft.put(code, Key.PROGRESS, "#REF!")
    draft.put(code, Key.PROBLEM, "#N/A")
    draft.put(code, Key.PLAN, "#NAME?")
    draft.lose(code)


def equals(draft: Draft) -> None:
    """Begin texts with marks that a spreadsheet may take for a formula."""
    code = draft.codes[0]
    draft.put(code, Key.PROGRESS, "=已完成16公里")
    draft.put(code, Key.PROBLEM, "@无")
    draft.put(code, Key.PLAN, "-完成剩余4公里；+验收")


def odd_characters(draft: Draft) -> None:
    """Write characters that file formats have to guard."""
    code = draft.codes[0]
    draft.put(code, Key.PROGRESS, "已完成<16>公里 & “验收”'合格'；㎡、①、𠮷、😀")


def long_text(draft: Draft) -> None:
    """Write far more than the form takes."""
    code = draft.codes[0]
    draft.put(code, Key.PROGRESS, "正常推进。" + LONG * 150)


def old_calendar(draft: Draft) -> None:
    """Type a date into a workbook that counts days from 1904, as old Macs did."""
    draft.book.epoch = CALENDAR_MAC_1904
    _typed(Key.PLAN, datetime(2021, 10, 31), _DATE, "2021年10月31日")(draft)


def truth(draft: Draft) -> None:
    """Leave TRUE where a text should be."""
    draft.put(draft.codes[0], Key.PROBLEM, True, "TRUE")


def zero(draft: Draft) -> None:
    """Fill 0 where there is no problem."""
    draft.put(draft.codes[0], Key.PROBLEM, 0, "0")


def commented(draft: Draft) -> None:
    """Write a remark beside a cell."""
    row, column = draft.index(draft.codes[0]) + 1, draft.place(Key.PROGRESS) + 1
    text = f"批注里写的话（{draft.unit}）"
    draft.extra.append(text)

    def comment(sheet: Worksheet) -> None:
        sheet.cell(row, column).comment = Comment(text, "审核人")

    draft.finish.append(comment)


def corrected(draft: Draft) -> None:
    """Correct a locked text."""
    code = draft.codes[0]
    draft.put(code, Key.CONTENT, draft.contents[code].replace("。", "，按期完成。"))


def corrected_bare(draft: Draft) -> None:
    """Word the contents slightly otherwise, and lose the marks."""
    draft.lose_marks()
    for code in draft.codes:
        text = draft.contents[code]
        draft.put(
            code, Key.CONTENT, text.replace("建设", "新建").replace("。", "").rstrip("，") + "等"
        )


def truncated_bare(draft: Draft) -> None:
    """Cut the contents after 20 characters, and lose the marks."""
    draft.lose_marks()
    for code in draft.codes:
        draft.put(code, Key.CONTENT, draft.contents[code][:20])


def numbered_in_words(draft: Draft) -> None:
    """Number the projects in words."""
    for code in draft.codes:
        number = draft.value(code, Key.NUMBER)
        if number:
            draft.put(code, Key.NUMBER, f"{'一二三四五六七八九十'[int(number) - 1]}、")


def numbers_as_numbers(draft: Draft) -> None:
    """Have a program make numbers of the projects' numbers."""
    for code in draft.codes:
        number = draft.value(code, Key.NUMBER)
        if number:
            draft.put(code, Key.NUMBER, int(number))


def reference_changed(draft: Draft) -> None:
    """Write a remark into last month's plan."""
    text = f"上月计划已全部完成（{draft.unit}补记）"
    draft.put(draft.codes[0], REFERENCE, text)
    draft.extra.append(text)


def keys_swapped(draft: Draft) -> None:
    """Exchange two hidden keys."""
    first, second = draft.need(2)[:2]
    draft.put(first, KEY, second)
    draft.put(second, KEY, first)


KINDS: tuple[Kind, ...] = (
    each("数字存为数字", _typed(Key.PROGRESS, 16, "General", "16")),
    each("数字带千分位", _typed(Key.PROGRESS, 130409.2, "#,##0.00", "130,409.20")),
    each("数字格式带单位", _typed(Key.PROGRESS, 40, '0"处"', "40处")),
    each("小数按整数显示", _typed(Key.PROGRESS, 15.6, "0", "16")),
    each("百分比", _typed(Key.PROGRESS, 0.85, "0%", "85%")),
    each("金额格式", _typed(Key.PROGRESS, 130409.2, '"¥"#,##0.00', "¥130,409.20")),
    each("日期存为日期", _typed(Key.PLAN, datetime(2021, 10, 31), _DATE, "2021年10月31日")),
    each("日期从1904年算起", old_calendar),
    each("日期只显示月日", _typed(Key.PLAN, datetime(2021, 10, 31), 'm"月"d"日"', "10月31日")),
    each("文字成了真假值", truth),
    each("没有问题填0", zero),
    each("全角数字", full_width, harmless=True),
    each("夹有零宽空格", _invisible(ZERO_WIDTH), harmless=True),
    each("夹有字节序标记", _invisible(MARK), harmless=True),
    each("名称和表头里有不间断空格且标识全丢", blanks_in_names),
    each("首尾有不间断空格", blanks_around, harmless=True),
    each("首尾有换行", line_breaks, harmless=True),
    each("换行是回车加换行", windows_breaks, harmless=True),
    each("部分文字标红", rich_text, harmless=True),
    each("公式还没有算过", formulas),
    each("错误值", errors),
    each("文字以等号减号开头", equals),
    each("生僻字和特殊符号", odd_characters),
    each("文字超长", long_text),
    each("单元格有批注", commented),
    each("锁定内容被更正", corrected, harmless=True),
    each("事项名称略改且标识全丢", corrected_bare),
    each("项目内容只剩20字且标识全丢", truncated_bare),
    each("序号写成一、二、", numbered_in_words, harmless=True),
    each("序号成了数字", numbers_as_numbers, harmless=True),
    each("在参考栏里写字", reference_changed),
    each("两个隐藏编号对调", keys_swapped),
)
