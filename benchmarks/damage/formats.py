"""The same table in other formats, written by hand as other programs write them."""

from collections.abc import Callable
from html import escape
from pathlib import Path

from docx import Document
from docx.enum.text import WD_BREAK
from docx.table import Table

from benchmarks.damage.batch import Change, Kind, each
from benchmarks.damage.draft import HEADER, Draft, Row
from benchmarks.damage.packages import rewritten
from toolkit.model.refs import cell_name

_STRICT = (
    (
        b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        b"http://purl.oclc.org/ooxml/spreadsheetml/main",
    ),
    (
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
    ),
)
"""Namespaces of ISO/IEC 29500-1 (Strict) in the place of the transitional ones."""


def with_phonetics(draft: Draft) -> Path:
    """Show the pronunciation above the texts, as the phonetic guide does (rPh, 18.4.6)."""

    def change(name: str, data: bytes) -> bytes:
        if name != "xl/sharedStrings.xml":
            return data
        guide = b'</t><rPh sb="0" eb="1"><t>pin yin</t></rPh><phoneticPr fontId="1"/></si>'
        return data.replace(b"</t></si>", guide)

    return rewritten(draft.save("待转换.xlsx"), draft.target(), change)


def comma_separated(encoding: str) -> Change:
    """Return the change that saves what is seen as text with commas."""

    def change(draft: Draft) -> Path:
        path = draft.target(f"{draft.unit}.csv")
        lines = [",".join(_quoted(value) for value in row) for row in draft.visible()]
        path.write_bytes(("\r\n".join(lines) + "\r\n").encode(encoding))
        return path

    return change


def _quoted(value: object) -> str:
    text = "" if value is None else str(value)
    return f'"{text}"' if "," in text or "\n" in text else text


def html_as_xls(draft: Draft) -> Path:
    """Save a web page under the name of a workbook, as old systems export."""
    spans = {(r, c): (last - r + 1, end - c + 1) for r, c, last, end in draft.merges()}
    covered = {
        (row, column)
        for first, left, last, end in draft.merges()
        for row in range(first, last + 1)
        for column in range(left, end + 1)
    } - set(spans)
    lines = []
    for number, row in enumerate(draft.visible()):
        cells = ""
        for column, value in enumerate(row):
            if (number, column) in covered:
                continue
            down, across = spans.get((number, column), (1, 1))
            text = escape("" if value is None else str(value)).replace("\n", "<br>")
            cells += f'<td rowspan="{down}" colspan="{across}">{text}</td>'
        lines.append(f"<tr>{cells}</tr>")
    page = (
        '<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312">'
        f"</head><body><table border=1>{''.join(lines)}</table></body></html>"
    )
    path = draft.target(f"{draft.unit}.xls")
    path.write_bytes(page.encode("gb18030"))
    return path


def spreadsheet_xml(draft: Draft) -> Path:
    """Save as “XML Spreadsheet 2003” under the name of a workbook, as old systems export."""
    rows = "".join(f"<Row>{''.join(map(_xml_cell, row))}</Row>" for row in draft.visible())
    path = draft.target(f"{draft.unit}.xls")
    path.write_text(
        '<?xml version="1.0" encoding="UTF-8"?><?mso-application progid="Excel.Sheet"?>'
        '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"'
        ' xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">'
        f'<Worksheet ss:Name="进展表"><Table>{rows}</Table></Worksheet></Workbook>',
        encoding="utf-8",
    )
    return path


def _xml_cell(value: object) -> str:
    text = escape("" if value is None else str(value)).replace("\n", "&#10;")
    return f'<Cell><Data ss:Type="String">{text}</Data></Cell>'


def strict(draft: Draft) -> Path:
    """Save as “Strict Open XML”, which Excel offers."""
    return rewritten(draft.save("待转换.xlsx"), draft.target(), _as_strict)


def _as_strict(name: str, data: bytes) -> bytes:
    for transitional, iso in _STRICT:
        data = data.replace(transitional, iso)
    if name == "xl/workbook.xml":
        data = data.replace(b"<workbook ", b'<workbook conformance="strict" ', 1)
    return data


def word(draft: Draft) -> Path:
    """Copy the table into a Word document, projects merged."""
    document = Document()
    for row in draft.visible()[:HEADER]:
        document.add_paragraph("　".join(str(v) for v in row if v is not None))
    rows = draft.visible()[HEADER:]
    _word_table(document.add_table(len(rows), 8), rows, draft)
    path = draft.target(f"{draft.unit}.docx")
    document.save(str(path))
    return path


def word_two_pages(draft: Draft) -> Path:
    """The same as two tables, the header repeated on the second page."""
    codes = draft.need(2)
    draft.fill_down()
    middle = draft.index(codes[len(codes) // 2])
    document = Document()
    for row in draft.visible()[:HEADER]:
        document.add_paragraph("　".join(str(v) for v in row if v is not None))
    rows = draft.visible()
    _word_table(document.add_table(middle - HEADER, 8), rows[HEADER:middle], draft)
    document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    second = [rows[HEADER], *rows[middle:]]
    _word_table(document.add_table(len(second), 8), second, draft)
    path = draft.target(f"{draft.unit}.docx")
    document.save(str(path))
    return path


def _word_table(table: Table, rows: list[Row], draft: Draft) -> None:
    for cells, row in zip(table.rows, rows, strict=True):
        for cell, value in zip(cells.cells, row, strict=True):
            cell.text = "" if value is None else str(value)
    if draft.merged:
        for first, left, last, end in draft.merges():
            if first > HEADER:
                table.cell(first - HEADER, left).merge(table.cell(last - HEADER, end))


_EMPTY, _PAIRED = '<c r="{}" s="1"/>', '<c r="{}" s="1"></c>'
"""An empty cell with a format as Excel writes it, and as openpyxl does."""

_BLANK = '<c r="{}" t="inlineStr"><is><t xml:space="preserve"> </t></is></c>'
_LAST_ROW, _COLUMNS = 60000, 16384


def phantom(cell: str, columns: int) -> Change:
    """Return the change that puts cells down to row 60,000 and across one row.

    Written into the sheet's XML: a program would take seconds for every form.
    """

    def cells(first: int) -> str:
        across = "".join(cell.format(cell_name(first - 1, n)) for n in range(columns))
        below = (
            f'<row r="{n}">{cell.format(f"A{n}")}</row>' for n in range(first + 1, _LAST_ROW + 1)
        )
        return f'<row r="{first}">{across}</row>{"".join(below)}'

    return _with_cells(cells)


def corners(first: int) -> str:
    """Return the rows of two cells far out that hold a blank each."""
    right = _BLANK.format(cell_name(first - 1, _COLUMNS - 1))
    below = _BLANK.format(f"A{_LAST_ROW}")
    return f'<row r="{first}">{right}</row><row r="{_LAST_ROW}">{below}</row>'


def _with_cells(cells: Callable[[int], str]) -> Change:
    """Return the change that puts rows below the table, made from the number of the first."""

    def change(draft: Draft) -> Path:
        plain = draft.save("待转换.xlsx")
        added = f"{cells(len(draft.rows) + 1)}</sheetData>".encode()
        return rewritten(
            plain,
            draft.target(),
            lambda name, data: (
                data.replace(b"</sheetData>", added) if name == "xl/worksheets/sheet1.xml" else data
            ),
        )

    return change


KINDS: tuple[Kind, ...] = (
    each("表外有六万行空白格式", phantom(_EMPTY, 1), harmless=True),
    each("表外有六万行空白格式，一行到最右", phantom(_EMPTY, _COLUMNS), harmless=True),
    each("同上，由 openpyxl 写成", phantom(_PAIRED, _COLUMNS), harmless=True),
    each("最右最下各误填一个空格", _with_cells(corners), harmless=True),
    each("另存为 CSV（GB18030）", comma_separated("gb18030")),
    each("另存为 CSV（UTF-8）", comma_separated("utf-8-sig")),
    each("网页改名为 .xls", html_as_xls),
    each("2003 版 XML 表格", spreadsheet_xml),
    each("文字带拼音标注", with_phonetics, harmless=True),
    each("严格的开放格式", strict, harmless=True),
    each("复制到 Word 里", word),
    each("复制到 Word 里分两页", word_two_pages),
)
