"""What people and programs do to forms, for tests to do it at random.

Every text that a damage writes carries 〔〕, by which it is found again.
"""

from collections.abc import Callable
from dataclasses import dataclass

from hypothesis import strategies as st

from tests.stages.returns import Rows


@dataclass(frozen=True, slots=True)
class Place:
    """Where a damage strikes: a row below the header, and another one."""

    rows: Rows
    header: int
    row: list[object]
    second: list[object]
    mark: str

    def column(self, title: str) -> int:
        """Return where a title stands."""
        return self.rows[self.header].index(title)

    def set(self, title: str, value: object) -> None:
        """Write into the row that is struck."""
        self.row[self.column(title)] = value

    def take(self, title: str) -> None:
        """Copy from the other row."""
        self.set(title, self.second[self.column(title)])

    def add(self, **texts: str) -> None:
        """Write a new last row."""
        line: list[object] = [""] * len(self.rows[self.header])
        for title, text in texts.items():
            line[self.column(title)] = text
        self.rows.append(line)

    def copy(self, **texts: str) -> None:
        """Copy the row to the end, with other texts in some columns."""
        self.rows.append(list(self.row))
        for title, text in texts.items():
            self.rows[-1][self.column(title)] = text

    def swap(self, one: str, other: str) -> None:
        """Exchange two columns."""
        left, right = self.column(one), self.column(other)
        for line in self.rows:
            line[left], line[right] = line[right], line[left]

    def insert(self, title: str) -> None:
        """Put in a filled column."""
        place = self.column("下月工作计划")
        for number, line in enumerate(self.rows[self.header :]):
            line.insert(place, f"栏{self.mark}〔{number}〕" if number else title)


DAMAGES: dict[str, Callable[[Place], object]] = {
    "move": lambda at: at.rows.append(at.rows.pop(at.rows.index(at.row))),
    "delete": lambda at: at.rows.remove(at.row),
    "blank row": lambda at: at.rows.insert(at.rows.index(at.row), [""] * len(at.row)),
    "lose key": lambda at: at.set("编号", ""),
    "wrong key": lambda at: at.set("编号", "M999"),
    "take key": lambda at: at.take("编号"),
    "take text": lambda at: at.take("项目内容及规模"),
    "lose text": lambda at: at.set("项目内容及规模", ""),
    "copy": lambda at: at.copy(),
    "copy without text": lambda at: at.copy(落实进展情况="", 存在问题="", 下月工作计划=""),
    "edit copy": lambda at: at.copy(落实进展情况=f"改〔{at.mark}〕"),
    "foreign row": lambda at: at.add(编号="M003", 落实进展情况=f"别家〔{at.mark}〕"),
    "foreign text": lambda at: at.add(
        项目内容及规模="改造道路20公里", 存在问题=f"别家〔{at.mark}〕"
    ),
    "new row": lambda at: at.add(项目内容及规模="其他工作", 下月工作计划=f"新增〔{at.mark}〕"),
    "remark beside": lambda at: at.row.append(f"旁注〔{at.mark}〕"),
    "remark below": lambda at: at.add(序号=f"落款〔{at.mark}〕"),
    "remark above": lambda at: at.rows.insert(0, [f"批示〔{at.mark}〕"]),
    "swap columns": lambda at: at.swap("落实进展情况", "存在问题"),
    "swap more columns": lambda at: at.swap("项目名称", "下月工作计划"),
    "second column": lambda at: at.insert("存在问题"),
    "new column": lambda at: at.insert("备注"),
    "header again": lambda at: at.rows.insert(at.rows.index(at.row), list(at.rows[at.header])),
}
KEYS_LIE = ("take key", "lose key", "wrong key")
TEXTS_LIE = ("take text", "lose text")


@dataclass(frozen=True, slots=True)
class Damage:
    """One damage and the rows that it strikes."""

    kind: str
    row: int
    second: int

    def strike(self, rows: Rows) -> None:
        """Do it, unless nothing is left below the header."""
        header = header_row(rows)
        body = rows[header + 1 :]
        width = max(map(len, rows))
        for line in rows:
            line.extend([""] * (width - len(line)))
        if body:
            row, second = body[self.row % len(body)], body[self.second % len(body)]
            mark = f"{self.row}{self.second}"
            DAMAGES[self.kind](Place(rows, header, row, second, mark))


def damages(*without: str) -> st.SearchStrategy[list[Damage]]:
    """Draw some damages, but not of some kinds."""
    kinds = [kind for kind in DAMAGES if kind not in without]
    places = st.integers(0, 9)
    return st.lists(st.builds(Damage, st.sampled_from(kinds), places, places), max_size=6)


def header_row(rows: Rows) -> int:
    """Return where the first header stands."""
    return next(number for number, row in enumerate(rows) if "落实进展情况" in row)
