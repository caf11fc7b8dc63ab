"""What a person decided (认定) put in the place of what was read out of a text."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from toolkit.model.assessment import Basis, Status
from toolkit.model.month import Month
from toolkit.model.programme import Programme, Ruling
from toolkit.model.scheme import Key, Scheme
from toolkit.model.submission import Entry, Submission
from toolkit.text.clean import match_key
from toolkit.text.status import BEHIND, FINISHED, ONGOING

STATUS = "进展状态"
SHARE = "完成率"
_NUMBER = re.compile(r"\d+(?:\.\d+)?")


def status_words(scheme: Scheme) -> tuple[str, ...]:
    """Return the words in which a status can be decided: the column's choices and the usual ones."""
    columns = (c for c in scheme.progress.columns if c.key is Key.STATUS)
    choices = (choice for column in columns for choice in column.choices)
    return tuple(dict.fromkeys((*choices, FINISHED, ONGOING, BEHIND)))


class RulingMistake(NamedTuple):
    """Why a decision cannot be used, and the title of the column that is at fault."""

    title: str
    what: str


def ruling_mistake(programme: Programme, ruling: Ruling) -> RulingMistake | None:
    """Return why a decision cannot be used, None when it can."""
    if ruling.about == STATUS:
        words = status_words(programme.scheme)
        wrong = ruling.value not in words
        return RulingMistake("认定为", f"应为：{'、'.join(words)}") if wrong else None
    if ruling.about == SHARE:
        share = ruled_number(ruling)
        right = share is not None and 0 <= share <= 100
        return None if right else RulingMistake("认定为", "应为 0 到 100 的数，如 65")
    subjects = [target.subject for target in programme.targets_of.get(ruling.code, ())]
    if subjects.count(ruling.about) != 1:
        several = "在目标表里不止一行" if ruling.about in subjects else "目标表里没有"
        what = f"应为“{STATUS}”“{SHARE}”或这个事项的“目标内容”，{several}“{ruling.about}”"
        return RulingMistake("认定什么", what)
    return None if ruled_number(ruling) is not None else RulingMistake("认定为", "应为数字")


def ruled_number(ruling: Ruling) -> float | None:
    """Return the number that was decided; a share is in hundredths, with or without its sign."""
    text = match_key(ruling.value).removesuffix("%")
    return float(text) if _NUMBER.fullmatch(text) else None


def rulings_on(rulings: Iterable[Ruling], period: str, unit: str, code: str) -> list[Ruling]:
    """Return what was decided on one unit's report on one item for a period."""
    return [
        ruling
        for ruling in rulings
        if (ruling.period, ruling.code) == (period, code) and ruling.unit in ("", unit)
    ]


def applied_rulings(month: Month) -> tuple[tuple[Ruling, tuple[str, ...]], ...]:
    """Return what was decided for a period, each with the units whose reports it was used on.

    Of several decisions on one thing the first is used.
    """
    period = month.period.label
    rulings = [ruling for ruling in month.programme.rulings if ruling.period == period]
    codes = {ruling.code for ruling in rulings}
    used: dict[Ruling, list[str]] = {ruling: [] for ruling in rulings}
    reported = (entry for s in month.submissions if codes for entry in s.entries)
    for entry in reported:
        if entry.item.code in codes:
            on_entry = rulings_on(rulings, period, entry.unit, entry.item.code)
            for about in {ruling.about: None for ruling in on_entry}:
                first = next(ruling for ruling in on_entry if ruling.about == about)
                used[first].append(entry.unit)
    return tuple((ruling, tuple(used[ruling])) for ruling in rulings)


def overruled(month: Month) -> Month:
    """Return a period whose reports have the statuses that persons decided."""
    rulings = [r for r in month.programme.rulings if r.about == STATUS]
    if not any(ruling.period == month.period.label for ruling in rulings):
        return month
    submissions = tuple(_overruled(s, rulings, month) for s in month.submissions)
    return replace(month, submissions=submissions)


def _overruled(submission: Submission, rulings: Sequence[Ruling], month: Month) -> Submission:
    entries = tuple(_decided(entry, rulings, month) for entry in submission.entries)
    return replace(submission, entries=entries)


def _decided(entry: Entry, rulings: Sequence[Ruling], month: Month) -> Entry:
    on_entry = rulings_on(rulings, month.period.label, entry.unit, entry.item.code)
    status = ruled_status(on_entry, month.programme.scheme)
    return entry._replace(status=status) if status else entry


def ruled_status(rulings: Iterable[Ruling], scheme: Scheme) -> Status | None:
    """Return the status that the first of the decisions on one report names, if any does."""
    for ruling in rulings:
        if ruling.about == STATUS:
            finished = ruling.value in (*scheme.finished, FINISHED)
            behind = ruling.value in (*scheme.behind, BEHIND)
            return Status(ruling.value, finished, behind, Basis.PERSON)
    return None
