"""What a notice says about itself, each with its words and where they stand."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Stated:
    """Words of a notice.

    Attributes:
        text: As written, without the blanks around them.
        place: Where they stand, as messages name it.
    """

    text: str
    place: str


@dataclass(frozen=True, slots=True)
class DocumentNumber(Stated):
    """The number of the document (发文字号); `number` is None where its place was left blank."""

    number: int | None


@dataclass(frozen=True, slots=True)
class IssueDate(Stated):
    """The date of issue (成文日期). `last` is the last day that it can mean.

    Attributes:
        complete: Whether it names month and day.
    """

    complete: bool
    last: date


@dataclass(frozen=True, slots=True)
class StatedDay(Stated):
    """Words that name a day, such as the end of a period."""

    day: date


@dataclass(frozen=True, slots=True)
class StatedCount(Stated):
    """How many items or projects the list has, as the notice says."""

    number: int


@dataclass(frozen=True, slots=True)
class Facts:
    """What a notice says about itself; None where it does not.

    Attributes:
        number: 发文字号.
        issued: 成文日期.
        annex_reference: The annex as the notice's end names it.
        annex_title: The title above the list, where an annex is referred to.
        annex_period: The end of the period that the title names.
        finish_by: The day by which the notice wants all items done.
        counts: Every statement of how many there are.
    """

    number: DocumentNumber | None = None
    issued: IssueDate | None = None
    annex_reference: Stated | None = None
    annex_title: Stated | None = None
    annex_period: StatedDay | None = None
    finish_by: StatedDay | None = None
    counts: tuple[StatedCount, ...] = ()
