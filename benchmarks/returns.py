"""A working folder with one return of every unit, made by the toolkit's own forms.

`python -m benchmarks.returns FOLDER UNITS` makes it, in a process of its own: the one that
measures has to stay small, for a child's peak of memory starts from its parent's.
"""

import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from random import Random

from openpyxl import load_workbook

from benchmarks.prose import Case, Prose
from toolkit.app.workspace import PROGRAMME_FILE, Workspace
from toolkit.files.schemes import load_scheme
from toolkit.files.workbook_writer import write_workbook
from toolkit.model.notice import LayoutFrom, Notice, NoticeRow
from toolkit.model.programme import Programme
from toolkit.model.scheme import Key
from toolkit.notices.programme import build_programme
from toolkit.stages.design import FormInput, design_form
from toolkit.stages.programme_book import programme_book
from toolkit.text.periods import parse_period

PERIOD = "2025-09"
WHEN = datetime(2025, 10, 6, 9, 0)

_SCHEME = "jining-gaoxin-2021"
_SEED = 20250930
_YEAR = 2025
_ITEMS = (12, 60)
_ITEMS_A_PROJECT = (1, 4)
_CONTENT = (40, 160)
_FILLED = (20, 400)
_OTHER_WRITER = 0.1


def make_workspace(root: Path, units: int) -> None:
    """Make a working folder whose 2回收 holds one faultless return of every unit.

    A tenth of the returns are loaded and saved by openpyxl, as a second program would.

    Args:
        root: The folder to make.
        units: How many units report, on 12 to 60 items each.
    """
    random = Random(_SEED)
    prose = Prose(random)
    rows = tuple(_rows(random, prose, units))
    programme = _programme(tuple(row for row, _ in rows))
    cases = {item.code: case for item, (_, case) in zip(programme.items, rows, strict=True)}
    workspace = Workspace(root)
    period = parse_period(PERIOD)
    inbox = workspace.inbox(period)
    inbox.mkdir(parents=True)
    write_workbook(programme_book(programme), root / PROGRAMME_FILE, WHEN)
    for number, (unit, items) in enumerate(programme.assignments.items(), 1):
        form = FormInput(
            programme=programme,
            period=period,
            unit=unit,
            items=items,
            issue=1,
            plans={},
            due="10月8日",
            values={item.code: _filled_in(prose, cases[item.code]) for item in items},
        )
        path = inbox / f"{number:05d}{unit}.xlsx"
        write_workbook(design_form(form), path, WHEN)
        if random.random() < _OTHER_WRITER:
            load_workbook(path).save(path)


def _programme(rows: tuple[NoticeRow, ...]) -> Programme:
    scheme = load_scheme(_SCHEME)
    notice = Notice(
        file="",
        sheet="",
        scheme=scheme,
        layout_from=LayoutFrom.GIVEN,
        heading="",
        year=_YEAR,
        place=scheme.place,
        authority=scheme.authority,
        phrase=scheme.phrase,
        rows=rows,
    )
    return build_programme(notice, _YEAR)


def _rows(random: Random, prose: Prose, units: int) -> Iterator[tuple[NoticeRow, Case]]:
    """Yield the list: every unit's projects, each with a few items, and how these stand."""
    row = project = 0
    for unit in range(1, units + 1):
        left = random.randint(*_ITEMS)
        while left:
            project += 1
            name, size = prose.project(), min(left, random.randint(*_ITEMS_A_PROJECT))
            left -= size
            for _ in range(size):
                row += 1
                case = prose.case()
                values = {
                    Key.NUMBER: str(project),
                    Key.PROJECT: name,
                    Key.CONTENT: prose.content(case, *_CONTENT),
                    Key.LEAD: f"{_place(unit)}街道办事处",
                    Key.ASSIST: "",
                }
                yield NoticeRow(values, f"第{row}行"), case


def _place(number: int) -> str:
    """Return a different name for every number."""
    return "".join("零一二三四五六七八九"[int(digit)] for digit in str(number))


def _filled_in(prose: Prose, case: Case) -> dict[Key, str]:
    """Return what a unit writes on an item."""
    progress = prose.progress(case, *_FILLED)
    problem = prose.problem(case, *_FILLED)
    return {
        Key.PROGRESS: progress,
        Key.PROBLEM: problem,
        Key.PLAN: prose.plan(case, problem, *_FILLED),
    }


if __name__ == "__main__":
    make_workspace(Path(sys.argv[1]), int(sys.argv[2]))
