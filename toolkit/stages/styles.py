"""The looks of official tables, in one place."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from toolkit.model.assessment import Light
from toolkit.model.scheme import Fonts
from toolkit.model.sheets import Style
from toolkit.text.layout import text_height

TO_FILL = "#FFF8DC"
REFERENCE = "#F2F2F2"
HEADER = "#EDF2F7"
MARKED = "#FFC7CE"
TEXT_FORMAT = "@"
_BUTTON = 3.0
"""Room that LibreOffice keeps for the button of a filter, in Excel's character units."""
LIGHT_COLORS = {
    Light.GREEN: ("#C6EFCE", "#006100"),
    Light.YELLOW: ("#FFEB9C", "#7F6000"),
    Light.RED: ("#FFC7CE", "#9C0006"),
}
"""The fill and the text of a cell that names a light; on black-and-white paper the word stays."""


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles of one workbook, made from a scheme's fonts."""

    title: Style
    line: Style
    line_right: Style
    header: Style
    text: Style
    centred: Style
    to_fill: Style
    to_fill_centred: Style
    reference: Style
    note: Style
    link: Style
    number: Style


def official_styles(fonts: Fonts) -> Styles:
    """Return the styles of official tables: 小标宋 title, 黑体 header, 仿宋 body."""
    text = Style(font=fonts.body)
    line = Style(font=fonts.body, size=12, border=False, wrap=False)
    to_fill = replace(text, fill=TO_FILL, locked=False, number_format=TEXT_FORMAT)
    return Styles(
        title=Style(font=fonts.title, size=20, border=False, align="center"),
        line=line,
        line_right=replace(line, align="right"),
        header=Style(font=fonts.header, size=11, align="center", fill=HEADER),
        text=text,
        centred=replace(text, align="center"),
        to_fill=to_fill,
        to_fill_centred=replace(to_fill, align="center"),
        reference=replace(text, fill=REFERENCE, color="#595959"),
        note=Style(font=fonts.body, size=12, border=False),
        link=replace(text, color="#0563C1", underline=True),
        number=replace(text, align="center"),
    )


def header_height(
    titles: Sequence[str], widths: Sequence[float], styles: Styles, least: float
) -> float:
    """Return the height in points of a header row that shows every title whole."""
    size = styles.header.size
    return max(
        least,
        *(text_height(t, w - _BUTTON, size) for t, w in zip(titles, widths, strict=True)),
    )
