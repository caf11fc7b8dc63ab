"""Deadlines for reporting (报送时限), and by how much a return missed one."""

from datetime import date, timedelta
from functools import lru_cache

from toolkit.model.period import Period, PeriodKind
from toolkit.text.deadline_rules import Clause, Rule, deadline_error, read_rule
from toolkit.text.working_days import is_working_day, working_day_after

_USUAL_DAYS = {PeriodKind.WEEK: 1, PeriodKind.TEN_DAYS: 2, PeriodKind.QUARTER: 10}


def deadline(rule: str, period: Period) -> date | None:
    """Return the last day on which a period's return is in time.

    A clause for the period's own kind comes before one for months, which serves quarters too, and
    that before one for every kind. Without any, a week's return is due on the Monday after it, ten
    days' two days after, a quarter's ten days after; a year has no deadline then.

    Args:
        rule: Clauses such as 次月5日, 季后10日前, 旬后2日, 次周周一, 期后5个工作日, 12月20日, parted
            by semicolons or line breaks; a day that a month lacks means its last. A clause, or the
            whole rule by a clause of its own, may move a day that is no working day:
            （遇节假日顺延）, or （遇节假日顺延至第2个工作日） as 住建部 does for its Tuesdays.

    Returns:
        The day, None for a year for which nobody set one.

    Raises:
        ProgrammeError: A clause cannot be understood, two are for the same kind, or none serves a
            month.
    """
    understood = read_rule(rule)
    clause = _clause_for(understood, period.kind)
    if clause is not None:
        shift = understood.shift if clause.shift is None else clause.shift
        return _shifted(clause.due(period), shift)
    if period.kind is PeriodKind.MONTH:
        raise deadline_error(
            f"报送时限“{rule}”没有说到月报。" if rule.strip() else "没有报送时限。"
        )
    days = _USUAL_DAYS.get(period.kind)
    return None if days is None else _shifted(period.end + timedelta(days), understood.shift)


def deadline_words(rule: str, kind: PeriodKind) -> str:
    """Return what a rule says of a kind of period, such as 次周周一; "" when it says nothing.

    Raises:
        ProgrammeError: As for `deadline`.
    """
    clause = _clause_for(read_rule(rule), kind)
    return clause.text if clause else ""


def _clause_for(rule: Rule, kind: PeriodKind) -> Clause | None:
    """Return the clause that serves a kind of period best."""
    serving = (clause for kind in _serving(kind) for clause in rule.clauses if clause.kind is kind)
    return next(serving, None)


def _serving(kind: PeriodKind) -> tuple[PeriodKind | None, ...]:
    """Return the kinds whose clauses serve a period of a kind, the nearest first."""
    return (kind, PeriodKind.MONTH, None) if kind is PeriodKind.QUARTER else (kind, None)


def _shifted(day: date, number: int) -> date:
    """Return the day, or of one that is no working day the n-th working day after it."""
    return working_day_after(day, number) if number and not is_working_day(day) else day


def due_text(due: date | None) -> str:
    """Return a deadline as people write it: 10月8日; "" for none."""
    return f"{due.month}月{due.day}日" if due else ""


@lru_cache(maxsize=1024)
def working_days_late(due: date, received: date) -> int:
    """Return how many working days after the deadline a return came; 0 when in time."""
    days = 0
    day = due
    while day < received:
        day += timedelta(days=1)
        days += is_working_day(day)
    return days
