"""A figure that a document prints, and what it was counted from."""

from dataclasses import dataclass

from toolkit.model.scheme import Key


@dataclass(frozen=True, slots=True)
class Basis:
    """What a figure was counted from.

    Attributes:
        how: How it was counted, for people.
        codes: The 编号 of the items that were counted, in the list's order.
        column: The column whose cells tell; None where the list or the calendar does.
        units: The units whose returns were counted.
    """

    how: str
    codes: tuple[str, ...] = ()
    column: Key | None = None
    units: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """A figure in a sentence of a document.

    Attributes:
        sentence: The sentence, or the part of a list, without the mark at its end.
        number: The figure as it is printed.
        basis: What it was counted from.
        near: What stands in the same paragraph or row of a table: the name of the item on which a
            unit wrote the sentence. "" for a sentence of the document's own.
    """

    sentence: str
    number: str
    basis: Basis
    near: str = ""
