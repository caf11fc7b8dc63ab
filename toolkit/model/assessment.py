"""How far an item is: against its targets, against the calendar, against what was said before."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from toolkit.model.programme import Target
from toolkit.model.scheme import Key


class Basis(StrEnum):
    """What a judgement rests on. The values are what people read."""

    CELL = "单位填报"
    TEXT = "由文字判断"
    PERSON = "人工认定"


class Pace(StrEnum):
    """How the share that is done stands to the share of the time that has gone (时序进度)."""

    AHEAD = "超序时"
    ON = "达序时"
    BEHIND = "慢序时"


class Light(StrEnum):
    """The pace as a light; from how many points behind on it turns is the scheme's to say."""

    GREEN = "绿灯"
    YELLOW = "黄灯"
    RED = "红灯"


@dataclass(frozen=True, slots=True)
class Status:
    """How far an item is, in a word.

    Attributes:
        name: One of the scheme's words, or 未说明.
        finished: Whether it means that nothing remains to be done.
        behind: Whether it means that the item lags.
        basis: What it rests on; None when nobody said anything.
    """

    name: str
    finished: bool
    behind: bool
    basis: Basis | None = None

    @property
    def by_text(self) -> bool:
        """Whether it was read out of the progress text, so that a person should look at it."""
        return self.basis is Basis.TEXT


class Achieved(NamedTuple):
    """What is done of one target.

    A tuple, because a merge makes tens of thousands and a frozen dataclass takes four times as long
    to make.

    Attributes:
        number: In the target's measure; None when the report does not say.
        exact: False for 约16公里 and 300余场.
        original: The words that it was read from.
    """

    target: Target
    number: float | None
    exact: bool = True
    original: str = ""
    basis: Basis = Basis.TEXT

    @property
    def share(self) -> float | None:
        """The share of the target that is done, 1 for all of it; None when that is unknown."""
        if self.number is None or self.target.number <= 0:
            return None
        return self.number / self.target.number


@dataclass(frozen=True, slots=True)
class Assessment:
    """How one unit's report on one item stands.

    Attributes:
        achieved: Each of the item's targets.
        share: The share of the item that is done, 0 to 1; None when the report does not say.
        basis: What `share` rests on.
        due: By when the item is to be finished.
        expected: The share of the time up to `due` that has gone; None without a day.
    """

    achieved: tuple[Achieved, ...] = ()
    share: float | None = None
    basis: Basis | None = None
    due: date | None = None
    expected: float | None = None
    pace: Pace | None = None
    light: Light | None = None


@dataclass(frozen=True, slots=True)
class EarlierReport:
    """What a unit reported on an item for an earlier period of the same kind.

    Attributes:
        period: The label of that period.
        name: What people call it: 8月.
        values: Texts by column, as written.
    """

    period: str
    name: str
    values: Mapping[Key, str]
    status: Status
