"""A workbook with all that a unit may have put into its return, none of it ours."""

import io
import struct
import zlib
from pathlib import Path

import xlsxwriter

SHEET = "进展表"


def picture() -> io.BytesIO:
    """Return a red square as a PNG."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        crc = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + crc

    header = struct.pack(">IIBBBBB", 8, 8, 8, 2, 0, 0, 0)
    rows = zlib.compress((b"\0" + b"\xff\0\0" * 8) * 8)
    parts = (chunk(b"IHDR", header), chunk(b"IDAT", rows), chunk(b"IEND", b""))
    return io.BytesIO(b"\x89PNG\r\n\x1a\n" + b"".join(parts))


def workbook(path: Path, *, macros: bool = False) -> bytes:
    """Write such a workbook and return its bytes.

    Args:
        macros: Whether it is an .xlsm; what its project says is no matter here.
    """
    with xlsxwriter.Workbook(path) as book:
        sheet, other = book.add_worksheet(SHEET), book.add_worksheet("附表")
        red = book.add_format({"font_color": "red"})
        sheet.write_string("A1", "标题")
        sheet.write_rich_string("A2", "普通", red, "红字", "再")
        sheet.write_formula("B1", "=1+1", None, 2)
        sheet.write_formula("B2", "='[别的.xlsx]表'!A1", None, 5)
        sheet.insert_image("D1", "照片.png", {"image_data": picture()})
        sheet.insert_textbox("D5", "文本框")
        chart = book.add_chart({"type": "column"})
        chart.add_series({"values": f"='{SHEET}'!$B$1:$B$2"})
        sheet.insert_chart("D10", chart)
        sheet.add_sparkline("C1", {"range": f"'{SHEET}'!B1:B2"})
        sheet.data_validation("A5", {"validate": "list", "source": ["是", "否"]})
        sheet.conditional_format("B1:B2", {"type": "data_bar", "data_bar_2010": True})
        sheet.write_comment("A3", "单位自己的批注", {"author": "张三"})
        sheet.insert_button("A12", {"caption": "汇总"})
        sheet.set_header("&C&G", {"image_center": "章.png", "image_data_center": picture()})
        sheet.protect()
        sheet.add_table("F1:G3")
        sheet.repeat_rows(0, 1)
        other.write_string("A1", "附表的内容")
        other.protect("口令")
        other.hide()
        book.define_name("范围", f"='{SHEET}'!$A$1")
        book.set_custom_property("文号", "〔2021〕1号")
        if macros:
            book.add_vba_project(io.BytesIO(b"macros"), is_stream=True)
    return path.read_bytes()
