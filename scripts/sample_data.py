"""Reads a sample programme's texts: scripts/samples/*.toml, whichever of two shapes they have.

A list without projects has a flat `[[item]]`; one with projects has `[[project]]` and in it
`[[project.item]]`, whose items inherit the keys of their project. An item's keys are the values of
`Key`, and `first_progress` where a return was corrected later.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).with_name("samples")

PROGRESS = "progress"


@dataclass(frozen=True, slots=True)
class SampleItem:
    """An item: what the list says of it and what its unit reports, by column."""

    texts: Mapping[str, str]

    def __getitem__(self, key: str) -> str:
        """Return the text of a column, "" for one that the list does not have."""
        return self.texts.get(key, "")

    @property
    def units(self) -> tuple[str, ...]:
        """The units that answer for it; the first one reports."""
        return tuple(self["lead"].split("、"))

    @property
    def unit(self) -> str:
        """The unit that reports on it."""
        return self.units[0]

    def filled(self, key: str, progress: str = PROGRESS) -> str:
        """Return what the unit types into a column.

        Args:
            key: The column.
            progress: Where the progress of this return stands; an item that has nothing there
                says the same in every return.
        """
        return self[progress] or self[PROGRESS] if key == PROGRESS else self[key]


@dataclass(frozen=True, slots=True)
class NoticeColumn:
    """A column of a notice that is a workbook."""

    key: str
    title: str
    width: float


@dataclass(frozen=True, slots=True)
class SampleNotice:
    """The notice: its file's name and its words; what the document lacks is empty.

    Attributes:
        title: Broken into lines as the document breaks it.
        annex: The title of the annexed list.
        date: As the document prints it.
        columns: Of the table, where the notice is a workbook.
    """

    file: str
    number: str
    issuer: str
    title: str
    addressees: str
    paragraphs: tuple[str, ...]
    annex: str
    date: str
    columns: tuple[NoticeColumn, ...] = ()

    @property
    def full_title(self) -> str:
        """The title on one line."""
        return self.title.replace("\n", "")


@dataclass(frozen=True, slots=True)
class SampleReturn:
    """A return to make: whose, under which name, and where its progress stands in the items."""

    unit: str
    name: str
    progress: str = PROGRESS


@dataclass(frozen=True, slots=True)
class Delivery:
    """Returns that come in together."""

    at: datetime
    files: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sample:
    """A sample programme and one period of it.

    Attributes:
        following: The period after it, whose forms show this one's plans.
        units_by_coordinator: Whether the notice names no units and the coordinator adds them.
    """

    scheme: str
    period: str
    following: str
    started: datetime
    sent: datetime
    next_sent: datetime
    notice: SampleNotice
    items: tuple[SampleItem, ...]
    returns: tuple[SampleReturn, ...]
    deliveries: tuple[Delivery, ...]
    units_by_coordinator: bool = False

    @property
    def leading(self) -> frozenset[str]:
        """The units that report on an item."""
        return frozenset(item.unit for item in self.items)

    @property
    def returning(self) -> frozenset[str]:
        """The units that send something back."""
        return frozenset(each.unit for each in self.returns)

    @property
    def reported(self) -> tuple[SampleItem, ...]:
        """The items that a return speaks of."""
        return tuple(item for item in self.items if item.unit in self.returning)

    @property
    def projects(self) -> tuple[tuple[str, tuple[SampleItem, ...]], ...]:
        """Each project with its items, in the list's order."""
        return tuple(
            (name, tuple(items)) for name, items in groupby(self.items, lambda i: i["project"])
        )


def sample_names() -> tuple[str, ...]:
    """Return the schemes for which there are sample texts."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.toml")))


def load_sample(name: str) -> Sample:
    """Read the sample programme of a scheme.

    Raises:
        FileNotFoundError: There is none.
        TypeError: A key is missing or misspelt.
    """
    data = tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8"))
    items = tuple(_items(data))
    for key in ("project", "item"):
        data.pop(key, None)
    return Sample(
        notice=_notice(data.pop("notice")),
        items=items,
        returns=tuple(SampleReturn(**each) for each in data.pop("return")),
        deliveries=tuple(
            Delivery(each["at"], tuple(each["files"])) for each in data.pop("delivery")
        ),
        **data,
    )


def _items(data: Mapping[str, Any]) -> Iterator[SampleItem]:
    for item in data.get("item", ()):
        yield SampleItem(item)
    for project in data.get("project", ()):
        shared = {key: value for key, value in project.items() if key != "item"}
        for item in project["item"]:
            yield SampleItem({**shared, **item})


def _notice(data: Mapping[str, Any]) -> SampleNotice:
    rest = {key: value for key, value in data.items() if key not in ("paragraphs", "column")}
    return SampleNotice(
        paragraphs=tuple(data["paragraphs"]),
        columns=tuple(NoticeColumn(**column) for column in data.get("column", ())),
        **rest,
    )
