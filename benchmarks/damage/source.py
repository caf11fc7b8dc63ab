"""The month that is damaged: the 2021 sample programme, its forms sent out and filled in."""

import shutil
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path

from openpyxl import load_workbook

from benchmarks.damage.draft import FILLED, HEADER, KEY, SHEET, TITLES
from toolkit.app.dispatch import make_forms
from toolkit.app.month_end import merge_month
from toolkit.app.start import start
from toolkit.app.workspace import PROGRAMME_FILE, Workspace
from toolkit.model.scheme import Key
from toolkit.text.periods import parse_period

SCHEME = "jining-gaoxin-2021"
NOTICE = Path(__file__).parents[2] / "samples" / SCHEME / "项目表.xlsx"
TEXTS = Path(__file__).with_name("texts.toml")
BEFORE, PERIOD = "2021-08", "2021-09"
STARTED = datetime(2021, 3, 15, 9, 0)
SENT_BEFORE, BACK_BEFORE = datetime(2021, 8, 26, 9, 0), datetime(2021, 9, 7, 9, 0)
SENT, BACK = datetime(2021, 9, 26, 9, 30), datetime(2021, 10, 8, 9, 0)

Texts = Mapping[str, Mapping[Key, str]]


@dataclass(frozen=True)
class Source:
    """The working folder before anything came back for the month, and what units filled in.

    Attributes:
        workspace: Copied for every kind; never changed.
        filled: Each unit's filled form of the month.
        before: Each unit's filled form of the month before.
    """

    root: Path
    workspace: Workspace
    units: tuple[str, ...]
    filled: Mapping[str, Path]
    before: Mapping[str, Path]

    def fresh(self, folder: Path) -> Workspace:
        """Return a copy of the working folder."""
        shutil.copytree(self.workspace.root, folder)
        return Workspace(folder)

    @cached_property
    def consolidated(self) -> Path:
        """The consolidated workbook of the undamaged returns."""
        workspace = self.fresh(self.root / "汇总")
        merged = merge_month(workspace, PERIOD, tuple(self.filled.values()), BACK)
        return next(o.path for o in merged.outputs if o.kind == "consolidated")

    @cached_property
    def foreign(self) -> Mapping[str, Path]:
        """The filled forms of another year's programme with the same units."""
        workspace = start(self.root / "别的实事", NOTICE, STARTED, SCHEME, 2022).workspace
        when = SENT.replace(year=2022)
        forms = make_forms(workspace, "2022-09", (), when).files
        texts = own_texts()
        return {
            form.dispatch.unit: fill(
                form.path, self.root / "别的实事的表" / form.path.name, texts, ""
            )
            for form in forms
        }


def make_source(root: Path) -> Source:
    """Make the working folder: a month that is over, and the forms of the one that is damaged."""
    workspace = start(root / "工作文件夹", NOTICE, STARTED, SCHEME).workspace
    texts = own_texts()
    before = _filled(workspace, BEFORE, SENT_BEFORE, root / "上月", texts, "截至8月底：")
    merge_month(workspace, BEFORE, tuple(before.values()), BACK_BEFORE)
    filled = _filled(workspace, PERIOD, SENT, root / "本月", texts, "")
    return Source(root, workspace, tuple(filled), filled, before)


def own_texts() -> Texts:
    """Return what units write, by 编号."""
    tables = tomllib.loads(TEXTS.read_text("utf-8"))
    return {code: {Key(name): text for name, text in row.items()} for code, row in tables.items()}


def _filled(
    workspace: Workspace, period: str, when: datetime, folder: Path, texts: Texts, start_with: str
) -> dict[str, Path]:
    forms = make_forms(workspace, period, (), when).files
    return {
        form.dispatch.unit: fill(form.path, folder / form.path.name, texts, start_with)
        for form in forms
    }


def fill(form: Path, target: Path, texts: Texts, start_with: str) -> Path:
    """Type the texts into a copy of a form, as a unit does.

    Args:
        start_with: What is put before each progress text.
    """
    book = load_workbook(form)
    sheet = book[SHEET]
    titles = [cell.value for cell in sheet[HEADER + 1]]
    for row in sheet.iter_rows(min_row=HEADER + 2):
        code = str(row[titles.index(KEY)].value)
        for key in FILLED:
            text = texts[code][key]
            cell = row[titles.index(TITLES[key])]
            cell.value = start_with + text if key is Key.PROGRESS else text
    target.parent.mkdir(parents=True, exist_ok=True)
    book.save(target)
    return target


def amend_list(workspace: Workspace, content: str, amended: str) -> None:
    """Change an item's text in 实事清单.xlsx, as a coordinator does after forms went out.

    Raises:
        ValueError: The list has no such text.
    """
    path = workspace.root / PROGRAMME_FILE
    book = load_workbook(path)
    found = [cell for row in book["清单"].iter_rows() for cell in row if cell.value == content]
    if len(found) != 1:
        raise ValueError(f"{content!r} stands in {len(found)} cells of the list")
    found[0].value = amended
    book.save(path)


def items_of(workspace: Workspace) -> Mapping[str, tuple[str, ...]]:
    """Return each unit's items by 编号."""
    assigned = workspace.load().assignments
    return {unit: tuple(item.code for item in items) for unit, items in assigned.items()}


def inbox(workspace: Workspace) -> Path:
    """Return the folder to which the month's returns go."""
    return workspace.inbox(parse_period(PERIOD))
