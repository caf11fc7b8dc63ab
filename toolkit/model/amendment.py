"""What a unit has to mend in its return: one entry a place, however many faults it has."""

from dataclasses import dataclass

WHOLE_FORM = "全表"
"""What stands for the place of something that concerns no single cell."""


@dataclass(frozen=True, slots=True)
class Point:
    """One fault.

    Attributes:
        code: The rule that found it.
        message: What is wrong.
        suggestion: What to do.
    """

    code: str
    message: str
    suggestion: str


@dataclass(frozen=True, slots=True)
class Amendment:
    """One place to mend.

    Attributes:
        items: The 编号 of the items it concerns; none for the whole form.
        names: How people call these items, as many as there are.
        sheet: The worksheet, None where no cell is meant.
        cell: The cell, None for what concerns a whole row that is not there, or the whole form.
        points: What is wrong there and what to do, each said once.
        elsewhere: Whether the worksheet is another one than that of the form's table.
    """

    items: tuple[str, ...]
    names: tuple[str, ...]
    sheet: str | None
    cell: str | None
    points: tuple[Point, ...]
    elsewhere: bool = False

    @property
    def place(self) -> str:
        """The place as people read it: G5, “Sheet2”表A1, or 全表."""
        if not self.cell:
            return WHOLE_FORM
        return f"“{self.sheet}”表{self.cell}" if self.elsewhere else self.cell


def numbered(texts: tuple[str, ...]) -> str:
    """Return texts as they stand in one cell: several are numbered, one a line."""
    if len(texts) < 2:
        return "".join(texts)
    return "\n".join(f"{number}. {text}" for number, text in enumerate(texts, 1))
