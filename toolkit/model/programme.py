"""The year's programme (年度实事): what 实事清单.xlsx says."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from toolkit.model.letterhead import Letterhead
from toolkit.model.scheme import Filling, Key, Scheme

_CLAUSE_END = re.compile("[，,；;。：:]")
_LONGEST_NAME = 24

_CODE = re.compile(r"M(\d+)")


def item_code(number: int) -> str:
    """Return the 编号 of the n-th item ever listed, counted from 1.

    A letter first, so that no spreadsheet takes it for a number or a date.
    """
    return f"M{number:03d}"


def free_number(codes: Iterable[str]) -> int:
    """Return the number of the next item, after every 编号 that was ever used."""
    return 1 + max((int(match[1]) for code in codes if (match := _CODE.fullmatch(code))), default=0)


def short_name(text: str) -> str:
    """Return a name on one line of a list, or the start of one that is long."""
    name = "".join(text.split())
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1]}…"


class Item(NamedTuple):
    """One row of the list that somebody reports on (事项).

    Attributes:
        code: 编号, stable and never reused.
        values: The list's texts by column, exactly as written; grouped columns are filled down.
        lead: The unit that reports; empty when the list names none.
        co: The other units named in the same cell.
        assist: The units of the column 协办单位.
        row: Its row in the sheet 清单, counted from 0.
    """

    code: str
    values: Mapping[Key, str]
    lead: str
    co: tuple[str, ...] = ()
    assist: tuple[str, ...] = ()
    row: int = 0

    @property
    def group(self) -> str | None:
        """The project, which its rows have in common; None for a list without projects."""
        return self.values.get(Key.PROJECT) or None

    @property
    def project(self) -> str:
        """A short name of its project for lists; some projects are a whole paragraph."""
        return short_name(self.group or "")

    @property
    def title(self) -> str:
        """A short name for messages: the item's own name, or the start of its content."""
        return short_name(self.values.get(Key.NAME) or self.values.get(Key.CONTENT) or "")

    @property
    def spoken_name(self) -> str:
        """A name that documents can print: the item's own, or the first clause of its content."""
        name = self.values.get(Key.NAME) or self.values.get(Key.CONTENT) or ""
        end = _CLAUSE_END.search(name)
        return "".join((name[: end.start()] if end else name).split())


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as the sheet 单位 lists it. `members` is what a collective name expands to."""

    name: str
    aliases: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    contact: str = ""
    phone: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class Target:
    """A quantity in an item's text (目标)."""

    code: str
    subject: str
    number: float
    measure: str
    comparator: str
    original: str


@dataclass(frozen=True, slots=True)
class Waiver:
    """A rule that does not count for a unit or an item for some time (豁免). Empty means all.

    Attributes:
        start: The label of the first period for which it counts.
        end: The label of the last one.
        end_cell: Where its end stands in the sheet 豁免.
    """

    rule: str
    unit: str
    code: str
    start: str
    end: str
    reason: str
    end_cell: str | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a person decided where the toolkit had to read it out of a text (认定).

    Attributes:
        period: For which period.
        code: On which item.
        unit: Whose report; "" for every unit's.
        about: 进展状态, 完成率, or what one of the item's targets counts.
        value: What it is.
        reason: Why, for the record.
    """

    period: str
    code: str
    unit: str
    about: str
    value: str
    reason: str


@dataclass(frozen=True, slots=True)
class Settings:
    """The sheet 基本信息.

    Attributes:
        mark: 红头, the 发文机关标志 above documents; "" for documents without one.
        code: 机关代字 of their numbers.
    """

    name: str
    year: int
    authority: str
    scheme: str
    report_by: str
    finish_by: str
    filling: Filling
    signature: str
    contact: str = ""
    phone: str = ""
    ledger: str = ""
    mark: str = ""
    code: str = ""

    @property
    def head(self) -> Letterhead:
        """What its documents have around their text."""
        return Letterhead(self.mark, self.code, self.contact, self.phone)


@dataclass(frozen=True)
class Programme:
    """The whole programme of one year, ready to work with."""

    settings: Settings
    scheme: Scheme
    items: tuple[Item, ...]
    units: tuple[Unit, ...]
    targets: tuple[Target, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    rulings: tuple[Ruling, ...] = ()

    @property
    def identity(self) -> str:
        """What forms carry to be told apart from other programmes' forms."""
        return f"{self.settings.authority}/{self.settings.year}/{self.scheme.name}"

    @property
    def ledger_name(self) -> str:
        """Whose ledger it is; neither changes when the list or the scheme is corrected."""
        return f"{self.scheme.place}{self.settings.year}年"

    @cached_property
    def by_code(self) -> dict[str, Item]:
        """The items by their 编号."""
        return {item.code: item for item in self.items}

    @cached_property
    def targets_of(self) -> dict[str, tuple[Target, ...]]:
        """The targets of each item that has any, by 编号."""
        found: dict[str, list[Target]] = {}
        for target in self.targets:
            found.setdefault(target.code, []).append(target)
        return {code: tuple(targets) for code, targets in found.items()}

    @cached_property
    def listed_units(self) -> dict[str, str]:
        """The own name of each unit of the sheet 单位, by every name that it has there."""
        names: dict[str, str] = {}
        for unit in self.units:
            for name in (unit.name, *unit.aliases):
                names.setdefault(name, unit.name)
        return names

    @cached_property
    def fillers(self) -> dict[str, tuple[str, ...]]:
        """Which units fill each item, by 编号, after 填报方式."""
        if self.settings.filling is Filling.LEAD:
            return {item.code: (item.lead,) if item.lead else () for item in self.items}
        return {
            item.code: tuple(dict.fromkeys(filter(None, (item.lead, *item.co))))
            for item in self.items
        }

    @cached_property
    def addressees(self) -> dict[str, tuple[Item, ...]]:
        """Every unit that can be written to, with the items that it fills; some have none.

        A collective name (各街道) is no unit.
        """
        collective = {*self.scheme.unspecific, *self.scheme.collective}
        named = (u.name for u in self.units if not u.members and u.name not in collective)
        return {**self.assignments, **{u: () for u in named if u not in self.assignments}}

    @cached_property
    def assignments(self) -> dict[str, tuple[Item, ...]]:
        """Each reporting unit's items, in the list's order."""
        rows: dict[str, list[Item]] = {}
        for item in self.items:
            for unit in self.fillers[item.code]:
                rows.setdefault(unit, []).append(item)
        return {unit: tuple(items) for unit, items in rows.items()}
