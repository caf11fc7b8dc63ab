"""The styles of an official document in Word: fonts and sizes of GB/T 9704-2012, 5.2.2 and 7."""

from dataclasses import dataclass

TITLE_FONT = "方正小标宋简体"
BODY_FONT = "仿宋"
LEVEL_1_FONT = "黑体"
LEVEL_2_FONT = "楷体"
PAGE_NUMBER_FONT = "宋体"

LINE = 579
CHARACTER = 315
MILLIMETRE = 56.693
TEXT_WIDTH = 8844
"""Twips, as the other measures: 156 mm."""

_IMPRINT_HEIGHT = 640

PAGE_NUMBER_SIZE = 280

RED = "FF0000"

_OFF_GRID = '<w:snapToGrid w:val="0"/>'
"""The lines of the text are those of the grid; larger and smaller ones are not stretched to it."""

_INDENT = f'<w:ind w:firstLineChars="200" w:firstLine="{2 * CHARACTER}"/>'
_RIGHT = f'<w:ind w:right="{2 * CHARACTER}"/><w:jc w:val="right"/>'


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style: name in Word, id, font, size in half points, paragraph properties.

    `paragraph` is in the order that the schema of Word's files asks for.
    """

    name: str
    key: str
    font: str
    size: int
    paragraph: str
    spacing: int = -5
    colour: str = ""


_TITLE = (
    f'<w:keepNext/><w:keepLines/>{_OFF_GRID}<w:spacing w:after="{LINE}" w:line="700" w:lineRule="exact"/>'
    '<w:jc w:val="center"/>'
)
_HEADING = f'<w:keepNext/>{_INDENT}<w:outlineLvl w:val="0"/>'
_SIGNATURE = f'<w:keepNext/><w:spacing w:before="{LINE}"/>{_RIGHT}'
_NUMBER = f'<w:keepNext/><w:spacing w:after="{2 * LINE}"/><w:jc w:val="center"/>'
_ANNEXES = (
    f'<w:keepNext/><w:spacing w:before="{LINE}"/><w:ind w:leftChars="500" w:left="{5 * CHARACTER}"'
    f' w:hangingChars="300" w:hanging="{3 * CHARACTER}"/>'
)
_ANNEX = f'<w:keepNext/><w:spacing w:after="{LINE}"/><w:jc w:val="left"/>'
_ANNEX_TITLE = (
    f'<w:keepNext/><w:keepLines/>{_OFF_GRID}<w:spacing w:after="280" w:line="700" w:lineRule="exact"/>'
    '<w:jc w:val="center"/>'
)
_PAGE_NUMBER = f'{_OFF_GRID}<w:spacing w:line="{PAGE_NUMBER_SIZE}" w:lineRule="exact"/>'

STYLES = (
    Style("公文标题", "GwTitle", TITLE_FONT, 44, _TITLE, 0),
    Style("主送机关", "GwAddressee", BODY_FONT, 32, '<w:jc w:val="left"/>'),
    Style("公文正文", "GwBody", BODY_FONT, 32, _INDENT),
    Style("一级标题", "GwHeading", LEVEL_1_FONT, 32, _HEADING),
    Style("署名", "GwSignature", BODY_FONT, 32, _SIGNATURE),
    Style("成文日期", "GwDate", BODY_FONT, 32, _RIGHT),
    Style("页码", "GwPageNumber", PAGE_NUMBER_FONT, 28, _PAGE_NUMBER, 0),
)

_MARK = (
    f'<w:keepNext/>{_OFF_GRID}<w:spacing w:before="{round(35 * MILLIMETRE)}" w:after="{2 * LINE}"'
    ' w:line="880" w:lineRule="exact"/><w:jc w:val="center"/>'
)
_RED_NUMBER = (
    f'<w:keepNext/><w:pBdr><w:bottom w:val="single" w:sz="12" w:space="11" w:color="{RED}"/></w:pBdr>'
    f'<w:spacing w:after="{2 * LINE}"/><w:jc w:val="center"/>'
)
_LETTER_NUMBER = (
    f'<w:keepNext/><w:spacing w:before="280" w:after="{2 * LINE}"/><w:jc w:val="right"/>'
)
_RULE = 'w:val="single" w:sz="8" w:space="1" w:color="000000"'
_IMPRINT = (
    f"<w:pBdr><w:top {_RULE}/><w:bottom {_RULE}/></w:pBdr>"
    f'<w:tabs><w:tab w:val="right" w:pos="{TEXT_WIDTH}"/></w:tabs>{_OFF_GRID}<w:jc w:val="left"/>'
)
IMPRINT_FRAME = (
    f'<w:framePr w:w="{TEXT_WIDTH}" w:h="{_IMPRINT_HEIGHT}" w:hRule="exact" w:hSpace="0"'
    ' w:wrap="notBeside" w:vAnchor="page" w:hAnchor="margin" w:xAlign="left"'
    f' w:y="{round((297 - 35) * MILLIMETRE) - _IMPRINT_HEIGHT}"/>'
)
"""Where the imprint stands: its lower rule on the lower edge of the text area. LibreOffice does not
read it from a style, so it stands in the paragraph itself."""

_NOTHING = f'{_OFF_GRID}<w:spacing w:line="20" w:lineRule="exact"/>'
# 小四, as the tables of few columns have it: so that most forms stand on one page with what is signed.
_FORM = (
    f'{_OFF_GRID}<w:spacing w:before="20" w:after="20" w:line="330" w:lineRule="exact"/>'
    '<w:jc w:val="left"/>'
)

OTHER_STYLES = (
    Style("发文机关标志", "GwMark", TITLE_FONT, 88, _MARK, 0, RED),
    Style("红头文号", "GwRedNumber", BODY_FONT, 32, _RED_NUMBER),
    Style("信函文号", "GwLetterNumber", BODY_FONT, 32, _LETTER_NUMBER),
    Style("发文字号", "GwNumber", BODY_FONT, 32, _NUMBER),
    Style("版记", "GwImprint", BODY_FONT, 28, _IMPRINT, 0),
    Style("空行", "GwNothing", BODY_FONT, 2, _NOTHING, 0),
    Style("表格标题", "GwFormLabel", LEVEL_1_FONT, 24, _FORM, 0),
    Style("表格文字", "GwFormText", BODY_FONT, 24, _FORM, 0),
    Style("附件说明", "GwAnnexes", BODY_FONT, 32, _ANNEXES),
    Style("附件", "GwAnnex", LEVEL_1_FONT, 32, _ANNEX),
    Style("附件标题", "GwAnnexTitle", TITLE_FONT, 44, _ANNEX_TITLE, 0),
)
"""What only some documents have: a red head, an imprint, a table to fill, an annex."""
