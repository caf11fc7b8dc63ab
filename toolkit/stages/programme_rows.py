"""Reading a sheet of 实事清单.xlsx by its titles, and collecting every mistake with its cell."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from toolkit.errors import ProgrammeError
from toolkit.model.refs import cell_name
from toolkit.model.workbook import RawWorkbook
from toolkit.stages.programme_book import CODE_TITLE
from toolkit.text.clean import cell_text, is_blank, match_key


class Row(NamedTuple):
    """One row of a sheet: its texts by column title, and where they stand."""

    number: int
    texts: Mapping[str, str]
    places: Mapping[str, int]

    def cell(self, title: str) -> str:
        """Return the cell below a title."""
        return cell_name(self.number, self.places.get(title, 0))


class Mistakes:
    """Collects mistakes, so that all of them are told at once."""

    def __init__(self) -> None:
        self.lines: list[str] = []

    def add(self, sheet: str, cell: str | None, what: str) -> None:
        """Note what is wrong, and where."""
        place = f"“{sheet}”表" + (f" {cell} 单元格" if cell else "")
        self.lines.append(f"{place}：{what}")

    def stop(self) -> None:
        """Raise what was noted.

        Raises:
            ProgrammeError: There is a mistake; all of them are listed.
        """
        if self.lines:
            listed = "\n".join(f"  {n}. {line}" for n, line in enumerate(self.lines, 1))
            raise ProgrammeError(
                f"实事清单.xlsx 有 {len(self.lines)} 处需要改正：\n{listed}",
                "请在 Excel 或 WPS 中改正、保存并关闭后重新运行。",
            )


def rows_of(
    workbook: RawWorkbook, name: str, titles: Sequence[str], mistakes: Mistakes
) -> Iterator[Row]:
    """Yield the rows of a sheet in which something stands; a missing sheet or title is a mistake."""
    sheet = next((sheet for sheet in workbook.sheets if match_key(sheet.name) == name), None)
    if sheet is None:
        mistakes.add(name, None, "缺少这张表")
        return
    header = [match_key(cell_text(value)) for value in sheet.rows[0]] if sheet.rows else []
    places = {
        title: header.index(match_key(title)) for title in titles if match_key(title) in header
    }
    for title in titles:
        if title not in places:
            mistakes.add(name, None, f"第一行缺少“{title}”一栏")
        elif header.count(match_key(title)) > 1:
            second = header.index(match_key(title), places[title] + 1)
            mistakes.add(name, cell_name(0, second), f"“{title}”有两栏，请删除多出的一栏")
    names, columns = tuple(places), tuple(places.values())
    width = max(columns, default=-1) + 1
    for number, row in enumerate(sheet.rows[1:], 1):
        cells = row if len(row) >= width else (*row, *[""] * (width - len(row)))
        values = [cells[column] for column in columns]
        texts = [value if isinstance(value, str) else cell_text(value) for value in values]
        if not all(map(is_blank, texts)):
            yield Row(number, dict(zip(names, texts, strict=True)), places)


def check_code(sheet: str, row: Row, code: str, codes: Collection[str], mistakes: Mistakes) -> None:
    """Note a 编号 that no item has."""
    if code not in codes:
        mistakes.add(sheet, row.cell(CODE_TITLE), f"清单里没有编号“{code}”")
