"""Damage to rows."""

from collections.abc import Callable

from openpyxl.worksheet.worksheet import Worksheet

from benchmarks.damage.batch import Kind, each
from benchmarks.damage.draft import FILLED, HEADER, KEY, TITLES, Draft, Row
from toolkit.model.scheme import Key

FIRST = HEADER + 1


def _sorted(draft: Draft, by: Callable[[Row], str]) -> None:
    draft.rows[FIRST:] = sorted(draft.rows[FIRST:], key=by)


def sort_whole(draft: Draft) -> None:
    """Take the merged cells apart, fill them, sort whole rows by the progress text."""
    draft.need(2)
    draft.fill_down()
    column = draft.place(Key.PROGRESS)
    _sorted(draft, lambda row: str(row[column]))


def sort_blanks(draft: Draft) -> None:
    """Take the merged cells apart and sort without filling them."""
    draft.need(2)
    draft.merged = False
    column = draft.place(Key.CONTENT)
    _sorted(draft, lambda row: str(row[column]))


def sort_visible(draft: Draft) -> None:
    """Sort what is seen; the hidden keys stay behind."""
    codes = draft.need(2)
    draft.fill_down()
    column = draft.place(Key.CONTENT)
    _sorted(draft, lambda row: str(row[column]))
    for row, code in zip(draft.rows[FIRST:], codes, strict=True):
        row[-1] = code


def sort_filled(draft: Draft) -> None:
    """Sort only the columns to fill: what then stands in a row looks as if it were meant so."""
    codes = draft.need(2)
    places = [draft.place(key) for key in FILLED]
    texts = sorted([draft.lines[code][n] for n in places] for code in codes)
    for code, each_text in zip(codes, texts, strict=True):
        for key, text in zip(FILLED, each_text, strict=True):
            draft.put(code, key, text)


def sort_bare(draft: Draft) -> None:
    """Sort by content, then lose the hidden marks."""
    sort_whole(draft)
    draft.lose_marks()


def blank_rows(draft: Draft) -> None:
    """Put an empty row below every row."""
    for code in draft.codes:
        draft.rows.insert(draft.index(code) + 1, draft.blank())


def header_again(draft: Draft) -> None:
    """Paste title, unit line and header in again in the middle, as printed pages have them."""
    codes = draft.need(2)
    middle = draft.index(codes[len(codes) // 2])
    draft.merged = False
    draft.fill_down()
    draft.rows[middle:middle] = [list(row) for row in draft.rows[:FIRST]]


def header_again_bare(draft: Draft) -> None:
    """The same without hidden marks."""
    draft.lose_marks()
    header_again(draft)


def totals(draft: Draft) -> None:
    """Put a row of totals below."""
    draft.rows.append(draft.new_row(number="合计", progress=f"共{len(draft.codes)}项"))


def signatures(draft: Draft) -> None:
    """Put a line of signatures below."""
    row = draft.blank()
    row[0], row[3], row[5] = "填报人：张三", "审核人：李四", "日期：2021年10月8日"
    draft.rows.append(row)


def footnotes(draft: Draft) -> None:
    """Put footnotes below."""
    for text in ("注：1.数据截至2021年9月30日。", "2.本表一式两份，一份留存。"):
        row = draft.blank()
        row[0] = text
        draft.rows.append(row)
        draft.extra.append(text)


def deleted(draft: Draft) -> None:
    """Delete the first item's row."""
    code = draft.codes[0]
    row = draft.lines[code]
    if len(draft.codes) > 1:
        following = draft.lines[draft.codes[1]]
        for key in (Key.NUMBER, Key.PROJECT):  # the merged cell keeps its text
            column = draft.place(key)
            following[column] = following[column] or row[column]
    draft.rows.remove(row)
    draft.lose(code)


def doubled(draft: Draft) -> None:
    """Copy a row to the end."""
    draft.rows.append(list(draft.lines[draft.codes[-1]]))
    draft.merged = False
    draft.fill_down()


def doubled_differently(draft: Draft) -> None:
    """Copy a row to the end and write another progress into the copy."""
    code = draft.codes[-1]
    copy = list(draft.lines[code])
    copy[draft.place(Key.PROGRESS)] = "另一种说法：尚未开工，等待批复。"
    draft.rows.append(copy)
    draft.lose(code)


def extra_row(draft: Draft) -> None:
    """Add an item that the list does not have."""
    text = f"新增的事项：{draft.unit}门前道路硬化"
    row = draft.new_row(number="99", project="其他工作", content=text, progress="已硬化200米。")
    draft.rows.append(row)
    draft.extra += [text, "已硬化200米。这是清单以外的"]
    row[draft.place(Key.PROGRESS)] = "已硬化200米。这是清单以外的"


def unmerged_blank(draft: Draft) -> None:
    """Take the projects' cells apart; only the first of each keeps its text."""
    draft.need(2)
    draft.merged = False


def unmerged_repeated(draft: Draft) -> None:
    """Take them apart and repeat the text in each."""
    draft.need(2)
    draft.fill_down()


def merged_progress(draft: Draft) -> None:
    """Merge the progress cells of two items: nobody can tell what is said of which."""
    first, second = draft.need(2)[:2]
    both = "两项一并推进，手续都已办完，正在施工。"
    draft.put(first, Key.PROGRESS, both)
    draft.put(second, Key.PROGRESS, None)
    draft.lose(first, Key.PROGRESS)
    draft.lose(second, Key.PROGRESS)
    column, row = draft.place(Key.PROGRESS) + 1, draft.index(first) + 1
    draft.finish.append(
        lambda sheet: sheet.merge_cells(
            start_row=row, start_column=column, end_row=row + 1, end_column=column
        )
    )


def merged_problem(draft: Draft) -> None:
    """Merge the problem cells of two items."""
    first, second = draft.need(2)[:2]
    draft.put(first, Key.PROBLEM, "两项的土地手续都没有办完，影响开工。")
    draft.put(second, Key.PROBLEM, None)
    draft.lose(first, Key.PROBLEM)
    draft.lose(second, Key.PROBLEM)
    column, row = draft.place(Key.PROBLEM) + 1, draft.index(first) + 1
    draft.finish.append(
        lambda sheet: sheet.merge_cells(
            start_row=row, start_column=column, end_row=row + 1, end_column=column
        )
    )


def continued(draft: Draft) -> None:
    """Go on with the first item's progress in a row put in below."""
    code = draft.codes[0]
    text = str(draft.value(code, Key.PROGRESS))
    more = "另外，已召开三次调度会，逐项销号。"
    row = draft.new_row(progress=more)
    draft.rows.insert(draft.index(code) + 1, row)
    draft.read[code, Key.PROGRESS] = f"{text}\n{more}"


def continued_with_key(draft: Draft) -> None:
    """Go on in a row whose other cells are merged with those above, its key copied."""
    continued(draft)
    code = draft.codes[0]
    row = draft.rows[draft.index(code) + 1]
    row[draft.titles.index(KEY)] = code


def continued_bare(draft: Draft) -> None:
    """The same as the first, without hidden marks."""
    draft.lose_marks()
    continued(draft)


def hidden_rows(draft: Draft) -> None:
    """Hide the last item's row."""
    number = draft.index(draft.codes[-1]) + 1
    draft.finish.append(lambda sheet: _hide(sheet, number))


def _hide(sheet: Worksheet, number: int) -> None:
    sheet.row_dimensions[number].hidden = True


def filtered(draft: Draft) -> None:
    """Filter the table, which hides rows."""
    hidden_rows(draft)
    last = len(draft.rows)

    def filter_rows(sheet: Worksheet) -> None:
        sheet.auto_filter.ref = f"A{FIRST}:H{last}"
        sheet.auto_filter.add_filter_column(6, ["无"])

    draft.finish.append(filter_rows)


def outlined(draft: Draft) -> None:
    """Group the rows, folded up."""
    last = len(draft.rows)
    draft.finish.append(
        lambda sheet: sheet.row_dimensions.group(FIRST + 1, last, outline_level=1, hidden=True)
    )


def one_row_up(draft: Draft) -> None:
    """Paste the columns to fill one row too far up: the last row stays empty.

    What stands in the other rows looks as if it had been meant so.
    """
    codes = draft.need(3)
    for code, below in zip(codes, [*codes[1:], None], strict=True):
        for key in FILLED:
            text = draft.lines[below][draft.place(key)] if below else None
            draft.lines[code][draft.place(key)] = text
            draft.read[code, key] = text if below else None if key is Key.PROGRESS else ""


def split_rows(draft: Draft) -> None:
    """Split the first item's row in two, all cells merged over both, as tall rows are."""
    code = draft.codes[0]
    draft.rows.insert(draft.index(code) + 1, draft.blank())
    row = draft.index(code) + 1
    columns = [n for n, t in enumerate(draft.titles) if t not in _GROUPED]
    draft.finish.append(
        lambda sheet: [
            sheet.merge_cells(start_row=row, start_column=n + 1, end_row=row + 1, end_column=n + 1)
            for n in columns
        ]
    )


_GROUPED = (TITLES[Key.NUMBER], TITLES[Key.PROJECT])

KINDS: tuple[Kind, ...] = (
    each("整行按另一栏排序", sort_whole, harmless=True),
    each("合并格拆开后排序，空格没补", sort_blanks, harmless=True),
    each("只排看得见的栏，编号没跟着", sort_visible),
    each("只排填写的三栏", sort_filled),
    each("排序后标识全丢", sort_bare),
    each("每行下面插空行", blank_rows, harmless=True),
    each("中间又有标题和表头", header_again, harmless=True),
    each("中间又有标题和表头且标识全丢", header_again_bare),
    each("下面有合计行", totals),
    each("下面有填报人审核人日期", signatures, harmless=True),
    each("下面有脚注", footnotes, harmless=True),
    each("删了一行", deleted),
    each("一行重复，内容相同", doubled, harmless=True),
    each("一行重复，内容不同", doubled_differently),
    each("多出一个事项", extra_row),
    each("项目合并格拆开留空", unmerged_blank, harmless=True),
    each("项目合并格拆开填满", unmerged_repeated, harmless=True),
    each("两个事项的进展合并成一格", merged_progress),
    each("两个事项的问题合并成一格", merged_problem),
    each("进展写不下，接着写在下一行", continued),
    each("进展接着写在下一行，编号也在", continued_with_key),
    each("进展接着写在下一行且标识全丢", continued_bare),
    each("隐藏了行", hidden_rows, harmless=True),
    each("筛选后保存", filtered, harmless=True),
    each("分级显示并折叠", outlined, harmless=True),
    each("填写的内容整体上移一行", one_row_up),
    each("一行拆成两行，各格合并", split_rows, harmless=True),
)
