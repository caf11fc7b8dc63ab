"""What in a period's documents contradicts itself or the list, before anybody signs them."""

from dataclasses import dataclass
from enum import Enum, auto


class Wrong(Enum):
    """The ways in which documents can be wrong."""

    SUM = auto()
    """Parts do not make up their whole."""
    SHARE = auto()
    """A percentage is not that of its numbers."""
    UNLISTED = auto()
    """A unit or an item is named that is not in the list."""
    TWICE = auto()
    """An item or a unit stands in two classes that exclude each other, or without a reason."""


@dataclass(frozen=True, slots=True)
class Inconsistency:
    """One contradiction.

    Attributes:
        sentence: What it is, in plain Chinese.
    """

    wrong: Wrong
    sentence: str
