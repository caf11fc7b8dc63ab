"""The looks of planned cells in xlsxwriter's words."""

from typing import Any

from xlsxwriter.format import Format

from toolkit.files.bulk_workbook import BulkWorkbook
from toolkit.model.sheets import Highlight, Style

CHINESE = 134
SERIF, SANS = 1, 2
SANS_FONTS = frozenset(("黑体", "微软雅黑", "等线"))
"""By these a computer that lacks a font chooses another one: 宋体 for 仿宋 and 小标宋, not an
English one. Which families there are says ECMA-376, 18.18.94."""


class Formats:
    """The formats of one workbook, one a style."""

    def __init__(self, book: BulkWorkbook) -> None:
        self._book = book
        self._formats: dict[Style, Format] = {}

    def of(self, style: Style) -> Format:
        """Return the style's format, made when it is first asked for."""
        if style not in self._formats:
            self._formats[style] = self._book.add_format(_properties(style))
        return self._formats[style]

    def highlighting(self, mark: Highlight) -> dict[str, Any]:
        """Return a highlight in xlsxwriter's words."""
        if '"' in mark.text:
            raise ValueError(f"a highlight's text cannot hold a quotation mark: {mark.text}")
        look = {"bg_color": mark.fill, "font_color": mark.color}
        value = f'"{mark.text}"'
        return {
            "type": "cell",
            "criteria": "==",
            "value": value,
            "format": self._book.add_format(look),
        }


def _properties(style: Style) -> dict[str, Any]:
    """Return a style in xlsxwriter's words."""
    properties: dict[str, Any] = {
        "font_name": style.font,
        "font_size": style.size,
        "font_family": SANS if style.font in SANS_FONTS else SERIF,
        "font_charset": CHINESE,
        "bold": style.bold,
        "font_color": style.color,
        "border": int(style.border),
        "align": style.align,
        "valign": style.valign,
        "text_wrap": style.wrap,
        "num_format": style.number_format,
        "locked": style.locked,
        "underline": int(style.underline),
    }
    if style.fill:
        properties["bg_color"] = style.fill
    return properties


def set_default_font(book: BulkWorkbook) -> None:
    """Count column widths in digits of 宋体 in 10 points, which are 7 pixels wide.

    Those of Calibri in 11 points are as wide, but where it is missing, as on a Linux desktop, its
    substitute makes every column a third wider, and tables print by as much smaller.
    """
    default = book.formats[0]
    default.set_font_name("宋体")
    default.set_font_size(10)
    default.set_font_family(SERIF)
    default.set_font_charset(CHINESE)
