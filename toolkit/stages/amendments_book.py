"""更正清单.xlsx: everything in which a period is no longer what was issued."""

from collections.abc import Sequence

from toolkit.model.closing import Amendment, Closing
from toolkit.model.month import Month
from toolkit.model.sheets import CellValue, WorkbookPlan
from toolkit.stages.data_sheet import data_sheet, one_line_sheet
from toolkit.stages.design import table_title
from toolkit.stages.styles import official_styles
from toolkit.text.periods import full_day_name

NAME = "更正清单"
_TITLES = ("情况", "编号", "事项", "单位", "栏目", "印发时", "更正为", "印发时出处", "更正后出处")
_WIDTHS = (11, 9, 26, 18, 14, 40, 40, 26, 26)


def amendments_book(
    month: Month,
    closing: Closing,
    amendments: Sequence[Amendment],
    counts: Sequence[tuple[str, int, int]],
) -> WorkbookPlan:
    """Plan the list of differences between the last issue and the period as it is now.

    Args:
        closing: What it is compared with.
        counts: Each figure as it was issued and as it is now.
    """
    styles = official_styles(month.programme.scheme.fonts)
    rows = [_row(amendment) for amendment in amendments]
    figures: list[tuple[CellValue, ...]] = [
        (name, then, now, now - then or "") for name, then, now in counts
    ]
    return WorkbookPlan(
        sheets=(
            data_sheet(NAME, _TITLES, _WIDTHS, rows, styles, range(2), _notes(closing, len(rows))),
            data_sheet(
                "数字变化",
                ("数字", "印发时", "现在", "增减"),
                (30, 11, 11, 11),
                figures,
                styles,
                centred=range(1, 4),
            ),
            one_line_sheet(
                "印发的文件",
                ("文件", "校验码（SHA-256）"),
                sorted(closing.files.items()),
                styles,
            ),
        ),
        title=f"{table_title(month.programme, month.period)}{NAME}",
        subject=month.period.label,
        author=month.programme.settings.authority,
    )


def _row(one: Amendment) -> tuple[str, ...]:
    return (
        one.kind,
        one.code,
        one.title,
        one.unit,
        one.column,
        one.before,
        one.after,
        one.before_place,
        one.after_place,
    )


def _notes(closing: Closing, differences: int) -> tuple[str, ...]:
    found = f"共 {differences} 处不同" if differences else "没有不同"
    issued = f"第{closing.number}次印发（{full_day_name(closing.closed_at)}定稿）"
    return (f"与{issued}相比，{found}。", f"重新打开的原因：{closing.reason}")
