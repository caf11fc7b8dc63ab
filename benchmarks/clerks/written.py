"""The returns as they were written, with the labels of their faults."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "returns"
SETS = {"first": "练习一", "second": "练习二", "third": "练习三", "unseen": "考核"}
"""The folders of the sets, and what people call them."""


@dataclass(frozen=True, slots=True)
class Label:
    """A fault that a careful colleague sees.

    Attributes:
        where: The title of its column.
        codes: The rules that may say it; none where no rule is meant to.
    """

    where: str
    what: str
    codes: frozenset[str]


@dataclass(frozen=True, slots=True)
class WrittenEntry:
    """What one unit wrote on one item.

    Attributes:
        cells: Texts by the titles of their columns.
        also: Rules that rightly speak of it though nobody labelled it, such as J705 on a slow item.
    """

    period: str
    code: str
    cells: dict[str, str]
    labels: tuple[Label, ...]
    also: frozenset[str]


@dataclass(frozen=True, slots=True)
class Writing:
    """All that was written for one programme."""

    group: str
    scheme: str
    entries: tuple[WrittenEntry, ...]

    @property
    def periods(self) -> tuple[str, ...]:
        """The periods in their order."""
        return tuple(dict.fromkeys(entry.period for entry in self.entries))


def writings(group: str) -> list[Writing]:
    """Return the programmes of one of the sets."""
    return [_writing(group, path) for path in sorted((FOLDER / group).glob("*.json"))]


def _writing(group: str, path: Path) -> Writing:
    said = json.loads(path.read_text("utf-8"))
    return Writing(group, path.stem, tuple(map(_entry, said)))


def _entry(said: dict[str, Any]) -> WrittenEntry:
    labels = tuple(
        Label(fault["where"], fault["what"], frozenset(fault["codes"]))
        for fault in said.get("faults", ())
    )
    also = frozenset(said.get("also", ()))
    return WrittenEntry(said["period"], said["code"], said["cells"], labels, also)
