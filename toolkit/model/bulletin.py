"""What a bulletin is made from: figures and named items, before any wording."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BulletinItem:
    """One item as a bulletin names it. Texts are as the unit wrote them."""

    code: str
    project: str
    name: str
    lead: str
    status: str
    progress: str
    problem: str
    plan: str


@dataclass(frozen=True, slots=True)
class LateUnit:
    """A unit whose return came after the deadline, by how many working days."""

    unit: str
    working_days: int


@dataclass(frozen=True, slots=True)
class MonthlyBulletin:
    """The month's figures.

    Every item stands in exactly one of `finished`, `ongoing`, `behind`, `unstated`, `unreported`;
    every expected unit in exactly one of `on_time`, `late`, `missing`. `by_text` counts the items
    whose status was read out of their text, not chosen from a list.
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
    projects: int
    items: int
    finished: tuple[BulletinItem, ...]
    ongoing: tuple[BulletinItem, ...]
    behind: tuple[BulletinItem, ...]
    unstated: tuple[BulletinItem, ...]
    unreported: tuple[BulletinItem, ...]
    problems: tuple[BulletinItem, ...]
    by_text: int
    on_time: tuple[str, ...]
    late: tuple[LateUnit, ...]
    missing: tuple[str, ...]
    to_correct: tuple[str, ...]
