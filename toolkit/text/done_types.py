"""What is looked for in a progress text, and what is found."""

from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from toolkit.text.measures import is_age, is_time


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a target says.

    Attributes:
        comparator: A value of `figures.Comparator`.
        original: Its phrase as written; helps to tell targets apart, and whether it is about
            beginning a work (开工建设10处), so that having begun it counts.
    """

    number: float
    measure: str
    subject: str
    comparator: str
    original: str = ""

    @property
    def is_count(self) -> bool:
        """Whether its progress is a count: it is no rate, share, time or age."""
        return is_count(self.measure)

    @property
    def is_share(self) -> bool:
        """Whether it is a share of something: 覆盖率95%, 全覆盖."""
        return self.measure == "%"


@lru_cache(maxsize=1024)
def is_count(measure: str) -> bool:
    """Tell whether a measure counts: it is none of a rate, a share, a time or an age."""
    return not ("/" in measure or measure == "%" or is_time(measure) or is_age(measure))


class Done(NamedTuple):
    """What a text says is done of a target.

    Attributes:
        number: All that is done so far, in the target's measure.
        measure: As the text writes it: 场次 for 场.
        original: The phrase as written; `text[start:end] == original`.
        exact: Whether it is told exactly: not 约, 余, 多, 近 or 等.
    """

    number: float
    measure: str
    original: str
    start: int
    end: int
    exact: bool
