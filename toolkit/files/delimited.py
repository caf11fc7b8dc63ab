"""Reading rows of a text file: .csv and .tsv in every encoding, the delimiter found by content."""

import csv
import io
import re
from collections import Counter
from collections.abc import Collection

from toolkit.errors import UnreadableFileError
from toolkit.files.notice_text import decode
from toolkit.files.raw_rows import shown, trimmed
from toolkit.model.workbook import RawSheet

_DELIMITERS = ("\t", ",", ";", "|", "，")
_STATED = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
_AS_TEXT = re.compile(r'="([^"]*)"')
_SAMPLE = 200
_MOST_COLUMNS = 16_384


def read_delimited(data: bytes, skip: Collection[str] = ()) -> tuple[RawSheet, ...]:
    """Return the rows of a text file as the one sheet of a workbook.

    Raises:
        UnreadableFileError: Its encoding cannot be told, or a row has more cells than any table.
    """
    text = decode(data.rstrip(b"\x1a")).lstrip("\ufeff")
    stated = _STATED.match(text)
    text = text[stated.end() :] if stated else text
    rows = rows_of(text, stated[1] if stated else delimiter_of(text))
    if max(map(len, rows), default=0) > _MOST_COLUMNS:
        raise UnreadableFileError("一行有太多格，不会是报表", "请报送单位用下发的表格重新填写。")
    sheet = RawSheet("表1", visible=True, rows=trimmed(rows))
    return () if sheet.name in skip else (sheet,)


def delimiter_of(text: str) -> str:
    """Return the sign that parts most rows into the same number of cells, at least two."""
    lines = text.splitlines()[:_SAMPLE]
    sample = "\n".join(lines)

    def score(delimiter: str) -> tuple[int, int]:
        widths = Counter(len(row) for row in rows_of(sample, delimiter) if len(row) > 1)
        width, count = max(widths.items(), key=lambda pair: pair[::-1], default=(0, 0))
        return count, width

    return max(_DELIMITERS, key=score)


def rows_of(text: str, delimiter: str) -> list[list[object]]:
    """Return the rows of a text; where its quotes do not pair, they are signs like any other."""
    stream = io.StringIO(text, newline="")
    try:
        parsed = list(csv.reader(stream, delimiter=delimiter, strict=True))
    except csv.Error:
        lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        parsed = [line.split(delimiter) for line in lines]
    return [[_cell(text) for text in row] for row in parsed]


def _cell(text: str) -> str:
    exact = _AS_TEXT.fullmatch(text)  # ="001" keeps Excel from making a number of it
    return shown((exact[1] if exact else text).replace("\r\n", "\n").replace("\r", "\n"))
