"""The working folder of one programme-year."""

from collections.abc import Collection
from contextlib import AbstractContextManager
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from pathlib import Path

from toolkit.errors import ArgumentError, ProgrammeError, UnreadableFileError, WorkspaceError
from toolkit.files.resources import word_template
from toolkit.files.schemes import load_scheme
from toolkit.files.workbooks import read_path, read_spreadsheet
from toolkit.ledger.store import Ledger, open_ledger
from toolkit.model.period import Period
from toolkit.model.programme import Item, Programme
from toolkit.rules.returns import is_rule
from toolkit.stages.identify import known_unit
from toolkit.stages.programme_book import TARGETS_SHEET, WAIVERS_SHEET
from toolkit.stages.programme_reading import read_programme
from toolkit.text.periods import parse_period

PROGRAMME_FILE = "实事清单.xlsx"
LEDGER_FILE = "台账.db"
TEMPLATES_FOLDER = "模板"
"""Where an office puts its own templates, under the names of the built-in ones."""

UNUSED_BY_READING = (TARGETS_SHEET,)
"""Worksheets of the programme workbook that reading returns without checking them does not use."""


@dataclass(frozen=True, slots=True)
class Workspace:
    """A working folder; see the contract of folders in README.md."""

    root: Path

    @property
    def programme_path(self) -> Path:
        """The programme workbook."""
        return self.root / PROGRAMME_FILE

    def forms(self, period: Period) -> Path:
        """Return the folder of the forms to send out."""
        return self.root / period.label / "1下发"

    def inbox(self, period: Period) -> Path:
        """Return the folder into which returned files are dropped."""
        return self.root / period.label / "2回收"

    def returned(self, period: Period) -> Path:
        """Return the folder of annotated returns."""
        return self.root / period.label / "3退回"

    def results(self, period: Period) -> Path:
        """Return the folder of consolidated workbooks, findings and bulletins."""
        return self.root / period.label / "4汇总"

    def template(self, kind: str) -> Path | Traversable:
        """Return the office's own template of a kind of document, or the built-in one."""
        own = self.root / TEMPLATES_FOLDER / f"{kind}.docx"
        return own if own.is_file() else word_template(kind)

    def relative(self, path: Path) -> str:
        """Return a path below the working folder with forward slashes."""
        return path.relative_to(self.root).as_posix()

    def load(self, skip: Collection[str] = ()) -> Programme:
        """Read the programme.

        Args:
            skip: Worksheets that the command does not use; see `read_programme`.

        Raises:
            WorkspaceError: This is no working folder, or its workbook cannot be read.
            ProgrammeError: The workbook has mistakes.
            SchemeError: Its scheme has.
        """
        if not self.programme_path.is_file():
            raise WorkspaceError(
                f"文件夹“{self.root}”里没有 {PROGRAMME_FILE}。",
                "请进入工作文件夹运行，或用 -w 指定；还没有建立的，先运行 minsheng init。",
            )
        try:
            workbook = read_spreadsheet(read_path(self.programme_path), skip)
        except UnreadableFileError as error:
            raise WorkspaceError(
                f"{PROGRAMME_FILE} 读不出来：{error.reason}。", error.advice
            ) from error
        programme = read_programme(workbook, lambda name: load_scheme(name, self.root), skip)
        _check_codes(programme)
        return programme

    def ledger(self, programme: Programme) -> AbstractContextManager[Ledger]:
        """Open the ledger that the programme names, a file in this folder by default."""
        return open_ledger(self.ledger_address(programme), programme.ledger_name)

    def ledger_address(self, programme: Programme) -> str | Path:
        """Return where the ledger lies that the programme names."""
        return programme.settings.ledger or self.root.resolve() / LEDGER_FILE


def _check_codes(programme: Programme) -> None:
    """Refuse codes of rules that do not exist: what was to be waived would be told all the same.

    Raises:
        ProgrammeError: The sheet 豁免 or the scheme names one.
    """
    named = [(f"“{WAIVERS_SHEET}”表", waiver.rule) for waiver in programme.waivers]
    named += [(f"体例“{programme.scheme.name}”的规则", code) for code in programme.scheme.rules]
    unknown = [f"{place}：没有代码为“{code}”的规则" for place, code in named if not is_rule(code)]
    if unknown:
        listed = "\n".join(f"  {number}. {line}" for number, line in enumerate(unknown, 1))
        raise ProgrammeError(f"规则代码有误：\n{listed}", "用 minsheng rules 查看全部规则的代码。")


def unit_of(programme: Programme, name: str, asked: Collection[str]) -> str:
    """Return which of the units a name or an alias means.

    Raises:
        ArgumentError: None of them.
    """
    unit = known_unit(name, programme)
    if unit is None or unit not in asked:
        raise ArgumentError(f"没有由“{name}”填报的事项。", f"填报单位有：{'、'.join(asked)}。")
    return unit


def item_of(programme: Programme, code: str) -> Item:
    """Return the item that a person names by its 编号, in capitals or not.

    Raises:
        ArgumentError: There is none.
    """
    item = programme.by_code.get(code) or programme.by_code.get(code.upper())
    if item is None:
        raise no_such_item(code)
    return item


def no_such_item(code: str) -> ArgumentError:
    """Return what to tell a person who names an item that is not there."""
    return ArgumentError(f"清单里没有编号“{code}”。", "编号见 实事清单.xlsx 的“清单”表。")


def period_of(programme: Programme, label: str) -> Period:
    """Read a period of the programme's year.

    Raises:
        ArgumentError: It cannot be understood or is of another year.
    """
    period = parse_period(label)
    if period.year != programme.settings.year:
        raise ArgumentError(
            f"报告期 {label} 不在本年度（{programme.settings.year}年）。",
            "请检查报告期，或用 -w 换到对应年度的工作文件夹。",
        )
    return period
