"""A PDF with Chinese text and ruled tables for tests, made without a library."""

from collections.abc import Sequence

_SIZE, _LEADING, _LEFT, _TOP = 12, 18, 72, 780
_TO_UNICODE = b"""/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def
1 begincodespacerange <0000> <FFFF> endcodespacerange
1 beginbfrange <0000> <FFFF> <0000> endbfrange
endcmap end end"""


def pdf(lines: Sequence[str] = (), table: Sequence[Sequence[str]] = (), width: float = 90) -> bytes:
    """Return one page with lines of text and, below them, a table with ruled cells."""
    drawing = [_text(_LEFT, _TOP - n * _LEADING, line) for n, line in enumerate(lines)]
    top = _TOP - len(lines) * _LEADING
    drawing += _ruled(table, top, width)
    return _file("\n".join(drawing).encode())


def _text(x: float, y: float, text: str) -> str:
    codes = text.encode("utf-16-be").hex()
    return f"BT /F1 {_SIZE} Tf {x} {y} Td <{codes}> Tj ET"


def _ruled(table: Sequence[Sequence[str]], top: float, width: float) -> list[str]:
    drawing: list[str] = []
    y = top
    for row in table:
        height = max(len(cell.split("\n")) for cell in row) * _LEADING + 6
        for column, cell in enumerate(row):
            x = _LEFT + column * width
            drawing.append(f"{x} {y - height} {width} {height} re S")
            drawing += [
                _text(x + 4, y - (n + 1) * _LEADING + 2, line)
                for n, line in enumerate(cell.split("\n"))
            ]
        y -= height
    return drawing


def _file(content: bytes) -> bytes:
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        b"<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H"
        b" /DescendantFonts [6 0 R] /ToUnicode 7 0 R >>",
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /DW 1000"
        b" /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
        b" /FontDescriptor 8 0 R >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(_TO_UNICODE), _TO_UNICODE),
        b"<< /Type /FontDescriptor /FontName /X /Flags 4 /FontBBox [0 0 1000 1000]"
        b" /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >>",
    )
    body = b"%PDF-1.4\n"
    places = []
    for number, each in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    count = len(objects) + 1
    return body + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF"
        % (count, table, count, len(body))
    )
