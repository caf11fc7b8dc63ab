"""Damage to columns and to what stands above the rows."""

from pathlib import Path

from openpyxl.utils import get_column_letter

from benchmarks.damage.batch import Kind, each
from benchmarks.damage.draft import FILLED, HEADER, KEY, REFERENCE, TITLES, Draft, pasted
from toolkit.model.scheme import Key

PROGRESS, PROBLEM, PLAN = (TITLES[key] for key in FILLED)
SYNONYMS = {PROGRESS: "进展情况", PROBLEM: "存在的问题", PLAN: "下一步工作计划"}
LOOSE = {PROGRESS: "工作完成情况", PROBLEM: "困难和问题", PLAN: "下一步打算"}
NARROW = 3


def _retitle(draft: Draft, titles: dict[str, str]) -> None:
    """Write other titles into the header; the columns are found as before."""
    draft.header[:] = [titles.get(title, title) for title in draft.titles]


def spaced(draft: Draft) -> None:
    """Put blanks between the characters, as people do to fill a cell."""
    _retitle(draft, {title: " ".join(title) for title in draft.titles if title != KEY})


def wrapped(draft: Draft) -> None:
    """Break the titles into lines."""
    _retitle(draft, {t: f"{t[:2]}\n{t[2:]}" for t in draft.titles if t != KEY and len(t) > NARROW})


def synonyms(draft: Draft) -> None:
    """Write the titles that other offices use."""
    _retitle(draft, SYNONYMS)


def loose(draft: Draft) -> None:
    """Write titles that say the same in words of one's own."""
    _retitle(draft, LOOSE)


def remarked(draft: Draft) -> None:
    """Put remarks behind the titles."""
    _retitle(draft, {PROGRESS: f"{PROGRESS}（截至9月底）", PLAN: f"{PLAN}（10月）"})


def two_rows(draft: Draft) -> None:
    """Put a group's title over the three columns to fill; the other titles take both rows."""
    first = draft.place(Key.PROGRESS)
    upper = list(draft.header)
    upper[first : first + 3] = ["落实情况", None, None]
    lower = draft.blank()
    lower[first : first + 3] = draft.header[first : first + 3]
    draft.rows[HEADER : HEADER + 1] = [upper, lower]
    row = HEADER + 1
    draft.finish.append(
        lambda sheet: [
            sheet.merge_cells(f"{get_column_letter(n)}{row}:{get_column_letter(n)}{row + 1}")
            for n in range(1, len(upper) + 1)
            if n - 1 not in range(first, first + 3)
        ]
    )


def two_rows_bare(draft: Draft) -> None:
    """The same without hidden marks."""
    draft.lose_marks()
    two_rows(draft)


def other_order(draft: Draft) -> None:
    """Move the columns about: the plan before the progress, the unit to the front."""
    draft.merged = False
    draft.fill_down()
    draft.keep_columns([3, 0, 1, 2, 7, 4, 6, 5, 8])


def extra_column(draft: Draft) -> None:
    """Add a column 备注 and write in it."""
    draft.keep_columns([*range(8), "备注", 8])
    code = draft.codes[0]
    text = f"备注栏写的话（{draft.unit}）"
    draft.lines[code][draft.titles.index("备注")] = text
    draft.extra.append(text)


def no_reference(draft: Draft) -> None:
    """Take away last month's plan, which nobody has to fill."""
    draft.drop(REFERENCE)


def no_plan(draft: Draft) -> None:
    """Take away the column of plans."""
    draft.drop(PLAN)
    for code in draft.codes:
        draft.lose(code, Key.PLAN)


def no_problem_bare(draft: Draft) -> None:
    """Take away the column of problems, and the hidden marks with it."""
    draft.lose_marks()
    draft.drop(PROBLEM)
    for code in draft.codes:
        draft.lose(code, Key.PROBLEM)


def no_content_bare(draft: Draft) -> None:
    """Take away the items' own text; only a key or a person's memory tells them apart."""
    draft.drop(TITLES[Key.CONTENT])


def no_header(draft: Draft) -> None:
    """Delete the header row."""
    draft.rows.remove(draft.header)


def no_title(draft: Draft) -> None:
    """Delete what stands above the header."""
    del draft.rows[:HEADER]


def no_unit_line(draft: Draft) -> None:
    """Delete the line of unit and period; the hidden marks stay."""
    del draft.rows[1]


def only_file_name(draft: Draft) -> Path:
    """Lose everything that names the unit but the file's name."""
    draft.lose_marks()
    del draft.rows[1]
    return draft.save(f"{draft.unit}.xlsx")


def hidden_column(draft: Draft) -> None:
    """Hide the column of problems, with what stands in it."""
    letter = get_column_letter(draft.place(Key.PROBLEM) + 1)
    draft.finish.append(lambda sheet: setattr(sheet.column_dimensions[letter], "hidden", True))


def in_reference(draft: Draft) -> None:
    """Type the first item's progress one column too far to the left, over last month's plan."""
    code = draft.codes[0]
    text = draft.value(code, Key.PROGRESS)
    draft.put(code, REFERENCE, text)
    draft.put(code, Key.PROGRESS, None)
    draft.lose(code, Key.PROGRESS)


def one_column_over(draft: Draft) -> None:
    """Type problem and plan into each other's cells: they are read as they stand."""
    code = draft.codes[0]
    problem, plan = draft.value(code, Key.PROBLEM), draft.value(code, Key.PLAN)
    draft.put(code, Key.PROBLEM, plan)
    draft.put(code, Key.PLAN, problem)


def doubled_column(draft: Draft) -> None:
    """Copy the column of problems and write something else into the copy."""
    draft.keep_columns([*range(7), PROBLEM, 7, 8])
    code = draft.codes[0]
    second = len(draft.titles) - 3
    text = f"第二栏里写的问题（{draft.unit}）"
    draft.lines[code][second] = text
    draft.extra.append(text)


def far_away(draft: Draft) -> Path:
    """Paste the table at C7 of a fresh workbook."""
    return pasted(draft, draft.visible(), down=6, right=2)


def far_below(draft: Draft) -> Path:
    """Paste the table below seventy empty rows."""
    return pasted(draft, draft.visible(), down=70)


def side_by_side(draft: Draft) -> Path:
    """Paste the second half of the items to the right of the first, with a header of its own."""
    codes = draft.need(2)
    draft.fill_down()
    middle = draft.index(codes[len(codes) // 2])
    rows = draft.visible()
    right = [*rows[:HEADER], rows[HEADER], *rows[middle:]]
    wide = [
        [*row, None, *(right[n] if n < len(right) and n >= HEADER else [])]
        for n, row in enumerate(rows[:middle])
    ]
    wide += [[None] * 9 + row for row in right[middle:]]
    return pasted(draft, wide)


def transposed(draft: Draft) -> Path:
    """Turn the table: a column an item."""
    rows = draft.visible()
    turned = [list(column) for column in zip(*rows[HEADER:], strict=True)]
    return pasted(draft, [*rows[:HEADER], *turned])


KINDS: tuple[Kind, ...] = (
    each("表头的字间加空格", spaced, harmless=True),
    each("表头折行", wrapped, harmless=True),
    each("表头用别的说法", synonyms, harmless=True),
    each("表头用自己的说法", loose),
    each("表头后加括号说明", remarked, harmless=True),
    each("两行表头", two_rows, harmless=True),
    each("两行表头且标识全丢", two_rows_bare),
    each("各栏换了顺序", other_order, harmless=True),
    each("多加一栏备注", extra_column),
    each("上月计划栏被删", no_reference, harmless=True),
    each("下月计划栏被删", no_plan),
    each("存在问题栏被删且标识全丢", no_problem_bare),
    each("项目内容栏被删", no_content_bare),
    each("表头整行被删", no_header),
    each("标题和单位行被删", no_title, harmless=True),
    each("单位行被删", no_unit_line, harmless=True),
    each("只有文件名说明单位", only_file_name),
    each("填写的一栏被隐藏", hidden_column, harmless=True),
    each("进展写在参考栏里", in_reference),
    each("问题和计划填反", one_column_over),
    each("复制了一栏又写了别的", doubled_column),
    each("表格从C7开始", far_away),
    each("表格从第73行开始", far_below),
    each("后一半事项贴在右边", side_by_side),
    each("行列转置", transposed),
)
