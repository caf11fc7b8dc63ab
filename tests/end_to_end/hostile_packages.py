"""Hostile office packages: small files that ask a reader for all memory, or for ever."""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

import docx

from tests.files.packages import MAIN, SHEET, STRINGS, package, plain_parts, sheet_xml, strings_xml

MEGABYTE = 2**20

_WORKBOOK = "xl/workbook.xml"
_RELATIONS = "xl/_rels/workbook.xml.rels"
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns"
_ODS = "application/vnd.oasis.opendocument.spreadsheet"
_LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
_DOCTYPES = {
    "十亿笑": (f'<!DOCTYPE x [<!ENTITY l0 "哈哈哈">{_LAUGHS}]>', "&l9;"),
    "平方增长": (f'<!DOCTYPE x [<!ENTITY l "{"长" * 50_000}">]>', "&l;" * 20_000),
    "外部实体": ('<!DOCTYPE x [<!ENTITY l SYSTEM "file:///etc/passwd">]>', "&l;"),
}


@dataclass(frozen=True, slots=True)
class Swollen:
    """A part that is one piece of text repeated, deflated without ever being laid out.

    Attributes:
        says: The size that the zip's directory gives, where it lies.
    """

    piece: bytes
    times: int
    start: bytes = b""
    end: bytes = b""
    says: int | None = None

    def packed(self) -> tuple[bytes, int, int]:
        """Return the deflated bytes, the checksum and the size."""
        packer = zlib.compressobj(9, zlib.DEFLATED, -15)
        data = packer.compress(self.start) + packer.flush(zlib.Z_FULL_FLUSH)
        piece = packer.compress(self.piece) + packer.flush(zlib.Z_FULL_FLUSH)
        data += piece * self.times + packer.compress(self.end) + packer.flush()
        checksum = zlib.crc32(self.start)
        for _ in range(self.times if self.says is None else 1):
            checksum = zlib.crc32(self.piece, checksum)
        size = len(self.start) + len(self.piece) * self.times + len(self.end)
        return data, zlib.crc32(self.end, checksum), size if self.says is None else self.says


def swollen_package(parts: Mapping[str, bytes | str | Swollen]) -> bytes:
    """Return a zip file some of whose parts unpack to very much."""
    body, directory = b"", b""
    for title, content in parts.items():
        name = title.encode()
        if not isinstance(content, Swollen):
            plain = content.encode() if isinstance(content, str) else content
            content = Swollen(b"", 0, plain)
        data, checksum, size = content.packed()
        common = struct.pack(
            "<HHHHHLLLHH", 20, 0, 8, 0, 0x21, checksum, len(data), size, len(name), 0
        )
        directory += b"PK\x01\x02" + struct.pack("<H", 20) + common
        directory += struct.pack("<HHHLL", 0, 0, 0, 0, len(body)) + name
        body += b"PK\x03\x04" + common + name + data
    count = len(parts)
    end = struct.pack("<HHHHLLH", 0, 0, count, count, len(directory), len(body), 0)
    return body + directory + b"PK\x05\x06" + end


@cache
def _parts() -> dict[str, bytes]:
    return plain_parts()


def xlsx(**others: str | bytes | Swollen) -> bytes:
    """Return a small workbook with some parts put in place of its own."""
    names = {"sheet": SHEET, "strings": STRINGS, "workbook": _WORKBOOK, "relations": _RELATIONS}
    return swollen_package({**_parts(), **{names[key]: part for key, part in others.items()}})


def with_cells(*cells: str) -> bytes:
    """Return a workbook with a number in each of these cells."""
    rows = "".join(
        f'<row r="{cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")}"><c r="{cell}"><v>1</v></c></row>'
        for cell in cells
    )
    return xlsx(sheet=sheet_xml(rows))


def with_merges(ranges: Iterable[str]) -> bytes:
    """Return a workbook with these merged ranges."""
    merged = "".join(f'<mergeCell ref="{each}"/>' for each in ranges)
    rows = '<row r="1"><c r="A1"><v>1</v></c></row>'
    tail = f"</sheetData><mergeCells>{merged}</mergeCells>"
    return xlsx(sheet=sheet_xml(rows).replace("</sheetData>", tail))


def _many_sheets(count: int) -> bytes:
    """Return a workbook that names one worksheet many times."""
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    sheets = "".join(
        f'<sheet name="表{n}" sheetId="{n}" r:id="rId{n}"/>' for n in range(1, count + 1)
    )
    relations = "".join(
        f'<Relationship Id="rId{n}" Type="{kind}/worksheet" Target="worksheets/sheet1.xml"/>'
        for n in range(1, count + 1)
    )
    return xlsx(
        workbook=f'<workbook xmlns="{MAIN}" xmlns:r="{kind}"><sheets>{sheets}</sheets></workbook>',
        relations='<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
        f'relationships">{relations}</Relationships>',
    )


def _with_entities(name: str) -> bytes:
    doctype, use = _DOCTYPES[name]
    strings = strings_xml(f"<si><t>{use}</t></si>")
    return xlsx(strings=strings.replace("<sst", f"{doctype}<sst"))


def _swollen_sheet(piece: str, megabytes: int, says: int | None = None) -> Swollen:
    start, end = sheet_xml("|").split("|")
    filler = (piece * (MEGABYTE // len(piece))).encode()
    return Swollen(filler, megabytes, start.encode(), end.encode(), says)


def _duplicate_parts() -> bytes:
    other = SHEET.replace("1", "9")
    data = package({**_parts(), other: sheet_xml("<row><c><v>9</v></c></row>")})
    return data.replace(other.encode(), SHEET.encode())


def _odd_values() -> bytes:
    texts = (
        "=cmd|' /C calc'!A0",
        "+1+1",
        "-2+3",
        "@SUM(1)",
        "\t=1",
        "_x0000__x0007_",
        "_xD800_",
        "\u202etxt.exe",
    )
    cells = "".join(f'<c t="inlineStr"><is><t>{text}</t></is></c>' for text in texts)
    return xlsx(sheet=sheet_xml(f"<row>{cells}</row>"))


@cache
def word() -> dict[str, bytes]:
    """Return the parts of a Word file with a table of one cell."""
    stream = io.BytesIO()
    document = docx.Document()
    document.add_table(1, 2).cell(0, 0).text = "进展"
    document.save(stream)
    with zipfile.ZipFile(stream) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _word_with(old: str, new: str) -> bytes:
    body = word()["word/document.xml"].decode()
    assert old in body
    return package({**word(), "word/document.xml": body.replace(old, new)})


def _word_with_entities(name: str) -> bytes:
    doctype, use = _DOCTYPES[name]
    body = word()["word/document.xml"].decode().replace("进展", use)
    return package(
        {**word(), "word/document.xml": body.replace("<w:document", f"{doctype}<w:document", 1)}
    )


def ods(cells: str, rows: str = "") -> bytes:
    """Return an .ods file whose rows and cells repeat as these attributes say."""
    return package(
        {
            "mimetype": _ODS,
            "META-INF/manifest.xml": f'<m:manifest xmlns:m="{_OFFICE}:manifest:1.0"/>',
            "content.xml": f'<office:document-content xmlns:office="{_OFFICE}:office:1.0" '
            f'xmlns:table="{_OFFICE}:table:1.0" xmlns:text="{_OFFICE}:text:1.0"><office:body>'
            f'<office:spreadsheet><table:table table:name="表"><table:table-row {rows}>'
            f'<table:table-cell {cells} office:value-type="string"><text:p>1</text:p>'
            "</table:table-cell></table:table-row></table:table></office:spreadsheet>"
            "</office:body></office:document-content>",
        }
    )


def packages() -> dict[str, bytes]:
    """Return hostile .xlsx, .docx and .ods files by name."""
    plain = xlsx()
    columns, rows = "table:number-columns-repeated", "table:number-rows-repeated"
    return {
        "空白1GiB.xlsx": xlsx(sheet=_swollen_sheet(" ", 1024)),
        "空白1GiB谎报.xlsx": xlsx(sheet=_swollen_sheet(" ", 1024, says=1000)),
        "格子512MiB.xlsx": xlsx(sheet=_swollen_sheet("<row><c><v>1</v></c></row>", 512)),
        "文字1GiB.xlsx": xlsx(strings=Swollen(b"<si/>" * 200_000, 1024)),
        "空白200MiB.xlsx": xlsx(sheet=_swollen_sheet(" ", 200)),
        "属性1GiB.xlsx": swollen_package(
            {**_parts(), "docProps/core.xml": Swollen(b" " * MEGABYTE, 1024)}
        ),
        "最远的格子.xlsx": with_cells("A1", "XFD1048576"),
        "很宽.xlsx": with_cells("A1", "XFD1000"),
        "很长.xlsx": with_cells("A1", "AH1048576"),
        "表外的格子.xlsx": with_cells("A1", "ZZZZ99999999"),
        "文字个数.xlsx": xlsx(
            strings=strings_xml("<si><t>x</t></si>").replace(
                "<sst", '<sst count="4294967295" uniqueCount="4294967295"'
            )
        ),
        "合并五万处.xlsx": with_merges(f"A{n}:B{n}" for n in range(1, 50_001)),
        "合并整张表.xlsx": with_merges(["A1:XFD1048576"]),
        "两万张表.xlsx": _many_sheets(20_000),
        "截断.xlsx": plain[: len(plain) // 2],
        "尾部有零.xlsx": plain + bytes(70_000),
        "部件重名.xlsx": _duplicate_parts(),
        "怪值.xlsx": _odd_values(),
        "五千零一个部件.xlsx": package({**_parts(), **{f"x/{n}": b"" for n in range(5_001)}}),
        "跨一亿列.docx": _word_with("<w:tcPr>", '<w:tcPr><w:gridSpan w:val="100000000"/>'),
        "重复十亿格.ods": ods(f'{columns}="1000000000"', f'{rows}="1000000000"'),
        "重复九千万格.ods": ods(f'{columns}="9000"', f'{rows}="10000"'),
        **{f"{name}.xlsx": _with_entities(name) for name in _DOCTYPES},
        **{f"{name}.docx": _word_with_entities(name) for name in _DOCTYPES},
    }
