"""Right, told or silent: each value that units wrote, beside what came of it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from openpyxl import load_workbook

from benchmarks.damage.draft import FILLED, TITLES, Cell, Draft
from toolkit.app.month_end import MonthResult
from toolkit.files.workbooks import read_workbook
from toolkit.model.finding import Finding, Severity
from toolkit.model.scheme import Key
from toolkit.model.submission import FileStatus, Received
from toolkit.text.clean import cell_text

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]")
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
"""A character as .xlsx writes those that XML does not allow (ISO/IEC 29500-1, 22.9.2.19)."""

_NUMBER = re.compile(r"-?[\d,]+(\.\d+)?")
_LONG = 8
"""Characters by which a text is known again in a message or a file."""
_NOT_ABOUT_VALUES = frozenset(("S304", "S308", "D207", "F103"))
"""Rules that speak of a row or a file but of none of the values in it."""


class Outcome(StrEnum):
    """What became of a value."""

    RIGHT = "right"
    TOLD = "told"
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class Judged:
    """One value with its outcome.

    Attributes:
        read: What a person reads in the damaged file, None where nobody can tell.
        merged: What the merge says, and after it the consolidated workbook where that differs.
        column: The column's title, or 额外文字 for a text that the damage put in.
    """

    unit: str
    item: str
    column: str
    read: str | None
    merged: str
    outcome: Outcome
    why: str = ""


def seen(text: str) -> str:
    """Return a text as the eye has it: nothing invisible, no blanks at the ends of its lines."""
    text = _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)
    text = _INVISIBLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n").replace("\xa0", " "))
    return "\n".join(line.rstrip() for line in text.strip().split("\n"))


def same(text: str, read: str) -> bool:
    """Tell whether a text says what a person reads; 130409.2 says 130,409.20."""
    text, read = seen(text), seen(read)
    if _NUMBER.fullmatch(text) and _NUMBER.fullmatch(read):
        return float(text.replace(",", "")) == float(read.replace(",", ""))
    return text == read


@dataclass(frozen=True)
class HandedIn:
    """A damaged file: whose forms stand in it, what became of it, and where its texts stand."""

    path: Path
    drafts: tuple[Draft, ...]
    received: Received | None
    sheets: Mapping[str, Sequence[Sequence[str]]]

    def rows(self, *texts: str) -> set[tuple[str, int]]:
        """Return sheet and row, counted from 1, of the cells that hold one of the texts."""
        starts = {seen(text)[:_LONG] for text in texts if len(seen(text)) >= _LONG}
        return {
            (name, number)
            for name, rows in self.sheets.items()
            for number, row in enumerate(rows, 1)
            if any(start in value for value in row for start in starts)
        }


def handed_in(path: Path, drafts: tuple[Draft, ...], received: Sequence[Received]) -> HandedIn:
    """Find a file's outcome by its path as it was given.

    Only a file that was taken is read for its cells: another may exhaust the memory.
    """
    outcome = next((r for r in received if r.file.source == str(path)), None)
    taken = outcome is not None and outcome.status is FileStatus.ACCEPTED
    return HandedIn(path, drafts, outcome, _sheets(path) if taken else {})


def _sheets(path: Path) -> dict[str, list[list[str]]]:
    """Return a taken file's texts, to tell which of its cells a finding sends somebody to."""
    sheets = read_workbook(path.read_bytes()).sheets
    return {s.name: [[seen(cell_text(value)) for value in row] for row in s.rows] for s in sheets}


def consolidated(path: Path, contents: Mapping[str, str]) -> dict[Cell, str]:
    """Read the official table of a consolidated workbook, without any code of the toolkit's.

    Args:
        path: The workbook.
        contents: 编号 by 项目内容, by which its rows are known.
    """
    sheet = load_workbook(path).worksheets[0]
    rows = [list(row) for row in sheet.iter_rows(values_only=True)]
    titles = rows[1]
    places = {key: titles.index(TITLES[key]) for key in FILLED}
    found: dict[Cell, str] = {}
    for row in rows[2:]:
        code = contents.get(str(row[titles.index(TITLES[Key.CONTENT])]))
        if code is not None:
            found |= {(code, key): str(row[n] or "") for key, n in places.items()}
    return found


class Judge:
    """Judges a run by what is new in it beside the run of the undamaged returns."""

    def __init__(
        self,
        result: MonthResult,
        files: Sequence[HandedIn],
        table: Mapping[Cell, str],
        clean: frozenset[tuple[str, str | None, str]],
    ) -> None:
        self._files = files
        self._table = table
        self._merged = {item.item.code: item for item in result.items}
        self.new = [f for f in result.findings if (f.code, f.item, f.message) not in clean]

    def alarms(self) -> list[Finding]:
        """Return the new findings that a unit would get its form back for."""
        return [f for f in self.new if f.severity is Severity.ERROR]

    def judge(self, drafts: Sequence[Draft]) -> Iterator[Judged]:
        """Yield every value of the units that took part, and every text put in beside them."""
        for draft in drafts:
            files = [file for file in self._files if draft in file.drafts]
            for (code, key), read in draft.read.items():
                yield self._value(draft, files, (code, key), read)
            for text in draft.extra:
                told = self._told_text(files, text)
                outcome = Outcome.TOLD if told else Outcome.SILENT
                yield Judged(draft.unit, "", "额外文字", text, "", outcome, told)

    def _value(
        self, draft: Draft, files: Sequence[HandedIn], cell: Cell, read: str | None
    ) -> Judged:
        code, key = cell
        merged = self._merged[code].values.get(key, "")
        printed = self._table.get(cell, "")
        right = read is not None and same(merged, read) and same(printed, read)
        shown = merged if seen(merged) == seen(printed) else f"{merged} ≠ {printed}"
        told = "" if right else self._told(draft, files, cell)
        outcome = Outcome.RIGHT if right else Outcome.TOLD if told else Outcome.SILENT
        return Judged(draft.unit, code, TITLES[key], read, shown, outcome, told)

    def _told(self, draft: Draft, files: Sequence[HandedIn], cell: Cell) -> str:
        """Return what sends a person to a value, "" when nothing does."""
        code, _ = cell
        for file in files:
            if why := self._told_of_file(file):
                return why
        own = [t for (c, k), t in draft.read.items() if c == code and t and len(t) >= _LONG]
        lines = (draft.read[cell] or "").split("\n")  # a text may go on in another row
        texts = (*own, *lines, draft.contents[code])
        for finding in self.new:
            if self._sends_to(finding, files, cell, texts):
                return finding.code
        return self._repaired(files, cell)

    def _told_of_file(self, file: HandedIn) -> str:
        if file.received is None:
            return ""  # offered, and nothing is said of it
        accepted = file.received.status is FileStatus.ACCEPTED
        return "" if accepted or len(self._files_of(file)) > 1 else file.received.status.value

    def _files_of(self, file: HandedIn) -> list[HandedIn]:
        """Return the files in which the same units' forms stand."""
        return [each for each in self._files if set(each.drafts) & set(file.drafts)]

    def _sends_to(
        self, finding: Finding, files: Sequence[HandedIn], cell: Cell, texts: Sequence[str]
    ) -> bool:
        code, key = cell
        file = next((f for f in files if _is_of(finding, f)), None)
        if finding.code in _NOT_ABOUT_VALUES:
            return False
        if finding.code[0] not in "FDS":  # a rule on what was written sends to that very cell
            entries = self._merged[code].entries
            at = entries[0].cell(key) if entries else None
            return finding.item == code and finding.cell == at is not None
        if finding.code == "S312":
            return file is not None  # the form as a whole is blank
        if finding.code == "S301":
            return file is not None and f"“{TITLES[key]}”" in finding.message
        if finding.item == code or (finding.code == "S309" and code in finding.message):
            return True
        if file is None:
            return False
        if finding.code[0] in "FD":
            return finding.severity is not Severity.INFO
        return _stands(finding, file.rows(*texts))

    def _told_text(self, files: Sequence[HandedIn], text: str) -> str:
        for file in files:
            if why := self._told_of_file(file):
                return why
            for finding in self.new:
                if _is_of(finding, file):
                    quoted = seen(text)[:_LONG] in seen(finding.message)
                    if quoted or _stands(finding, file.rows(text)):
                        return finding.code
        return ""

    def _repaired(self, files: Sequence[HandedIn], cell: Cell) -> str:
        """Return the repair that names the very cell from which a value was read."""
        code, key = cell
        for entry in self._merged[code].entries:
            place = entry.cell(key)
            for file in files:
                for repair in file.received.repairs if file.received else ():
                    if place and re.search(rf"\b{place}\b", repair.message):
                        return repair.code
        return ""


def _is_of(finding: Finding, file: HandedIn) -> bool:
    return file.received is not None and finding.file == file.received.file.stored


def _stands(finding: Finding, rows: set[tuple[str, int]]) -> bool:
    """Tell whether a finding's cell stands in one of the rows, or names their whole sheet."""
    if finding.code == "S311":
        return any(name == finding.sheet for name, _ in rows)
    number = int(re.sub(r"\D", "", finding.cell or "") or 0)
    return (finding.sheet or "", number) in rows
