"""A scheme (体例): how one authority lays out its tables, as data.

The dataclasses are what a file of `templates/schemes` says; `toolkit.files.schemes` reads and
checks them. Titles and phrases are in the authority's own words.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property
from typing import Literal

from toolkit.model.period import PeriodKind
from toolkit.model.rule_settings import RuleSetting, Thresholds


class Key(StrEnum):
    """What a column holds, independent of its official title."""

    NUMBER = "number"
    PROJECT = "project"
    NAME = "name"
    SUMMARY = "summary"
    CONTENT = "content"
    TARGET = "target"
    LEADER = "leader"
    LEAD = "lead"
    CO = "co"
    ASSIST = "assist"
    PERSON = "person"
    INVESTMENT = "investment"
    STATUS = "status"
    DONE = "done"
    RATE = "rate"
    DEADLINE = "deadline"
    PROGRESS = "progress"
    PROBLEM = "problem"
    PLAN = "plan"
    NOTE = "note"


class Kind(StrEnum):
    """What the values of a column are."""

    TEXT = "text"
    CHOICE = "choice"
    NUMBER = "number"
    PERCENT = "percent"
    DATE = "date"


class Bulletin(StrEnum):
    """A kind of document that a scheme calls for after a period."""

    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    REMINDER = "reminder"
    SUPERVISION = "supervision"
    PROBLEMS = "problems"
    EXPLANATION = "explanation"


class Need(StrEnum):
    """When a column that a unit fills may not stay empty."""

    NEVER = "never"
    ALWAYS = "always"
    UNFINISHED = "unfinished"


class Filling(StrEnum):
    """Who fills a row that several units share (填报方式)."""

    LEAD = "牵头填报"
    EACH = "分别填报"


@dataclass(frozen=True, slots=True)
class Column:
    """One column of an official table.

    Attributes:
        title: The exact official title.
        width: In Excel's character units.
        other_titles: Titles seen elsewhere for the same thing; used to recognise a table.
        filled_by: `list` columns come from the programme and are locked in forms.
        grouped: Equal neighbours are merged into one cell (项目 over its 事项).
        choices: The list to choose from, for the kind `choice`.
        prompt: What Excel says beside a cell to fill.
        on: False for a column that the scheme offers and the office has not switched on.
    """

    key: Key
    title: str
    width: float
    other_titles: tuple[str, ...] = ()
    kind: Kind = Kind.TEXT
    filled_by: Literal["list", "unit"] = "list"
    required: Need = Need.NEVER
    grouped: bool = False
    centred: bool = False
    max_length: int = 1000
    choices: tuple[str, ...] = ()
    prompt: str = ""
    on: bool = True

    __pydantic_config__ = {"extra": "forbid"}  # noqa: RUF012 - read by the settings checker


@dataclass(frozen=True)
class TableLayout:
    """One official table: its title and columns.

    `title` may hold the fields {place}, {year}, {span} and {phrase}.
    """

    title: str
    columns: tuple[Column, ...]
    paper: Literal["A4", "A3"] = "A4"

    __pydantic_config__ = {"extra": "forbid"}  # noqa: RUF012

    @cached_property
    def shown(self) -> tuple[Column, ...]:
        """The columns that are switched on, in their official order."""
        return tuple(column for column in self.columns if column.on)

    @cached_property
    def listed(self) -> tuple[Column, ...]:
        """The shown columns that come from the programme."""
        return tuple(column for column in self.shown if column.filled_by == "list")

    @cached_property
    def required(self) -> dict[Need, tuple[Column, ...]]:
        """The columns that a unit fills, by when they may not stay empty."""
        return {need: tuple(c for c in self.filled if c.required is need) for need in Need}

    @cached_property
    def chosen(self) -> tuple[Column, ...]:
        """The columns that a unit fills from a list."""
        return tuple(column for column in self.filled if column.kind is Kind.CHOICE)

    @cached_property
    def written(self) -> tuple[Column, ...]:
        """The columns that a unit fills with words."""
        return tuple(column for column in self.filled if column.kind is Kind.TEXT)

    @cached_property
    def filled(self) -> tuple[Column, ...]:
        """The shown columns that a unit fills."""
        return tuple(column for column in self.shown if column.filled_by == "unit")


@dataclass(frozen=True, slots=True)
class Fonts:
    """The fonts of official tables; a program without one of them shows its own substitute."""

    title: str = "方正小标宋简体"
    header: str = "黑体"
    body: str = "仿宋"

    __pydantic_config__ = {"extra": "forbid"}  # noqa: RUF012


_USUAL = Thresholds()

_PROMPTS = {
    Key.NAME: "事项名称，一个事项一行。",
    Key.CONTENT: "写明要做的事、数量和完成时间。",
}


def _worded(column: Column, kind: PeriodKind) -> Column:
    """Return a column whose 下月 is that of another kind of period."""
    month, other = PeriodKind.MONTH.next_word, kind.next_word
    title, prompt = (text.replace(month, other) for text in (column.title, column.prompt))
    if title == column.title:
        return replace(column, prompt=prompt)
    others = tuple(dict.fromkeys((*column.other_titles, column.title)))
    return replace(column, title=title, prompt=prompt, other_titles=others)


def _opened(table: TableLayout) -> TableLayout:
    """Return the summary table as units fill it: everything but the number is theirs to correct.

    An item needs its text, its project and who answers for it.
    """
    keys = {column.key for column in table.shown}
    needed = {Key.CONTENT if Key.CONTENT in keys else Key.NAME, Key.PROJECT, Key.LEAD}
    return replace(
        table,
        columns=tuple(
            column
            if column.key is Key.NUMBER
            else replace(
                column,
                filled_by="unit",
                required=Need.ALWAYS if column.key in needed else Need.NEVER,
                prompt=column.prompt or _PROMPTS.get(column.key, ""),
            )
            for column in table.columns
        ),
    )


@dataclass(frozen=True)
class Scheme:
    """How one authority lays out its tables.

    Attributes:
        name: The name of the file, such as `jining-gaoxin-2021`.
        label: What people call it.
        source: The official document that it follows.
        place: The place's name as titles carry it.
        authority: The issuing body (制发机关).
        phrase: What the programme is called (为民办实事, 民生实事, …).
        cadence: The kinds of progress report that the document orders.
        bulletins: The kinds of bulletin that it calls for.
        remind_within: Working days that a reminder (催报通知) leaves.
        answer_within: Working days that a supervision note or a request leaves.
        report_by: Default for 报送时限.
        finish_by: Default for 完成时限.
        cumulative: Whether progress counts from January on, not from the period's first day.
        unspecific: Names that stand for units still to be named (相关街道).
        collective: Names that stand for several units (各街道).
        finished: The choices of the column `status` that mean finished.
        behind: Those that mean behind.
        instructions: What the sheet 填报说明 of a progress form says, one line each.
        summary_instructions: The same of a summary form.
        thresholds: From where on something is told.
        rules: How the office wants single rules, by their codes.
    """

    name: str
    label: str
    source: str
    place: str
    authority: str
    phrase: str
    summary: TableLayout
    progress: TableLayout
    cadence: tuple[PeriodKind, ...]
    bulletins: tuple[Bulletin, ...] = (Bulletin.MONTHLY, Bulletin.REMINDER)
    remind_within: int = 2
    answer_within: int = 5
    report_by: str = "次月5日"
    finish_by: str = ""
    cumulative: bool = True
    filling: Filling = Filling.LEAD
    unspecific: tuple[str, ...] = ()
    collective: tuple[str, ...] = ()
    finished: tuple[str, ...] = ("已完成",)
    behind: tuple[str, ...] = ("滞后", "推进缓慢")
    instructions: tuple[str, ...] = ()
    summary_instructions: tuple[str, ...] = (
        "浅黄色单元格里是清单现有的内容，需要更正的直接改；没有变化的不用动。",
        "新增事项写在下面的空行里，一个事项一行；属于已有实事项目的，项目名称照抄，另立项目的写新的名称。",
        "序号由汇总单位统一编排，不用填写。要取消的事项，删去这一行的文字，并另附书面说明。",
        "单位写全称，几个单位用顿号分开，牵头的写在最前面。",
        "一个单元格内分条书写时，用 Alt+Enter 换行。请勿改动表头；填好后直接保存，文件名可以修改。",
    )
    fonts: Fonts = Fonts()
    thresholds: Thresholds = _USUAL
    rules: Mapping[str, RuleSetting] = field(default_factory=dict)

    __pydantic_config__ = {"extra": "forbid"}  # noqa: RUF012

    @cached_property
    def layouts(self) -> Mapping[PeriodKind, TableLayout]:
        """The table that units fill in each kind of period."""
        progress = {
            kind: replace(
                self.progress, columns=tuple(_worded(c, kind) for c in self.progress.columns)
            )
            for kind in PeriodKind
        }
        return {**progress, PeriodKind.YEAR: _opened(self.summary)}
