"""Native charts on planned worksheets; they show the sheet's cells and follow their changes."""

from typing import Any

from xlsxwriter.chart import Chart as NativeChart

from toolkit.files.bulk_sheet import BulkSheet
from toolkit.files.bulk_workbook import BulkWorkbook
from toolkit.model.sheets import Chart, Range, Series

FONT = "宋体"
KINDS = {
    "doughnut": {"type": "doughnut"},
    "column": {"type": "column"},
    "stacked_bar": {"type": "bar", "subtype": "stacked"},
}
NO_ZERO = "0;;"
"""A number format that leaves out the labels of what there is none of."""
STAYS = 3
"""Excel's word for an object that neither moves nor shrinks when rows are filtered away."""


def add_charts(book: BulkWorkbook, worksheet: BulkSheet, charts: tuple[Chart, ...]) -> None:
    """Put charts on a worksheet whose cells are written."""
    for chart in charts:
        native = book.add_chart(KINDS[chart.kind])
        for series in chart.series:
            native.add_series(_series(worksheet.name, series))
        _set_look(native, chart)
        worksheet.insert_chart(
            chart.row,
            chart.column,
            native,
            {
                "object_position": STAYS,
                "x_offset": chart.left,
                "y_offset": chart.top,
                "description": chart.title,
            },
        )


def _series(sheet: str, series: Series) -> dict[str, Any]:
    one_color = len(series.colors) == 1
    fills = [{"fill": {"color": color}} for color in series.colors]
    return {
        "name": [sheet, *series.name],
        "categories": [sheet, *_corners(series.categories)],
        "values": [sheet, *_corners(series.values)],
        "gap": 60,
        "data_labels": {"value": True, "num_format": NO_ZERO, "font": _font(9)},
        **(fills[0] if one_color else {"points": fills}),
    }


def _set_look(native: NativeChart, chart: Chart) -> None:
    native.set_size({"width": chart.width, "height": chart.height})
    native.set_title({"name": chart.title, "name_font": {**_font(12), "bold": True}})
    native.set_chartarea({"border": {"color": "#BFBFBF"}})
    native.show_hidden_data()
    legend = {"doughnut": "right", "column": "none", "stacked_bar": "bottom"}[chart.kind]
    native.set_legend({"position": legend, "font": _font(9)})
    if chart.kind == "doughnut":
        native.set_hole_size(50)
        return
    names = {"num_font": _font(9), "major_tick_mark": "none"}
    counts = {"visible": False, "major_gridlines": {"visible": False}, "min": 0}
    if chart.kind == "stacked_bar":  # the first unit on top, as in the table
        native.set_x_axis(counts)
        native.set_y_axis({**names, "reverse": True})
    else:
        native.set_x_axis(names)
        native.set_y_axis(counts)


def _font(size: int) -> dict[str, Any]:
    return {"name": FONT, "size": size, "bold": False}


def _corners(area: Range) -> tuple[int, int, int, int]:
    return area.first_row, area.first_column, area.last_row, area.last_column
