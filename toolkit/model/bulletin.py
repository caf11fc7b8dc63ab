"""What a bulletin is made from: figures and named items, before any wording."""

from dataclasses import dataclass, field
from datetime import date

from toolkit.model.assessment import Pace
from toolkit.model.letterhead import Letterhead


@dataclass(frozen=True, slots=True)
class BulletinItem:
    """One item as a bulletin names it. Texts are as the unit wrote them.

    Attributes:
        status: A word of the scheme, or 未报送.
        explanation: What the unit wrote as 未如期完成的说明, "" where it explains nothing; None where
            its form has no such column, so that nobody is blamed for leaving it empty.
        others: The units that lead it together with `lead`.
        content: What the list wants done.
        due: The last day for finishing it; None where nobody set one.
        share: The share that is done, 0 to 1; None where nobody can tell.
        expected: The share of the time that has gone.
        pace: How the two stand to each other; None for a finished item and where nobody can tell.
        done_before: Whether nobody reports on it now, but all its units told last time that it is
            finished.
    """

    code: str
    project: str
    name: str
    lead: str
    status: str
    progress: str
    problem: str
    plan: str
    explanation: str | None = None
    others: tuple[str, ...] = ()
    content: str = ""
    due: date | None = None
    share: float | None = None
    expected: float | None = None
    pace: Pace | None = None
    done_before: bool = False


@dataclass(frozen=True, slots=True)
class OutstandingUnit:
    """A unit without a usable return.

    Attributes:
        items: How many items it reports on.
        working_days: How many have passed since the deadline, 0 before it.
        refused: Why what it sent cannot be used; "" when nothing came.
    """

    unit: str
    items: int
    working_days: int
    refused: str = ""


@dataclass(frozen=True, slots=True)
class LateUnit:
    """A unit whose return came after the deadline, by how many working days."""

    unit: str
    working_days: int


@dataclass(frozen=True, slots=True)
class ProgressBulletin:
    """A period's figures, for the monthly and the quarterly bulletin alike.

    Every item stands in exactly one of `finished`, `ongoing`, `behind`, `unstated`, `unreported`;
    every expected unit in exactly one of `on_time`, `late`, `missing`.

    Attributes:
        next_deadline: The day by which the next period is to be reported, such as 11月5日; "" where
            no next period follows.
        finish_by: The last day for finishing all items; None where none is set.
        overdue: The unfinished items once `finish_by` has come, in the list's order; each stands
            in its own group besides. What was told to be finished before is none of them.
        by_text: How many statuses were read out of a text, not chosen from a list.
        due: The last day for reporting on this period; None where none is set.
        outstanding: The units of `missing`, in the same order.
        remind_by: The day by which those are asked to report.
        answer_by: The day by which an answer is asked for to everything else.
    """

    authority: str
    signature: str
    place: str
    year: int
    span: str
    as_of: str
    phrase: str
    issued: str
    next_deadline: str
    finish_by: date | None
    projects: int
    items: int
    finished: tuple[BulletinItem, ...]
    ongoing: tuple[BulletinItem, ...]
    behind: tuple[BulletinItem, ...]
    unstated: tuple[BulletinItem, ...]
    unreported: tuple[BulletinItem, ...]
    overdue: tuple[BulletinItem, ...]
    problems: tuple[BulletinItem, ...]
    by_text: int
    on_time: tuple[str, ...]
    late: tuple[LateUnit, ...]
    missing: tuple[str, ...]
    to_correct: tuple[str, ...]
    due: date | None = None
    outstanding: tuple[OutstandingUnit, ...] = ()
    remind_by: date | None = None
    answer_by: date | None = None
    head: Letterhead = field(default_factory=Letterhead)

    @property
    def unfinished(self) -> tuple[BulletinItem, ...]:
        """Every item that is not known to be finished."""
        return (*self.ongoing, *self.behind, *self.unstated, *self.unreported)
