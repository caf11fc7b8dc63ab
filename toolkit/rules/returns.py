"""The rules on what comes back for a period, and on the bulletin that follows."""

from toolkit.rules import (
    arithmetic,
    between,
    calendar,
    continuity,
    dates,
    file,
    history,
    identity,
    issue,
    marks,
    month,
    onward,
    other_items,
    personal,
    problems,
    progress,
    promised,
    rows,
    status,
    structure,
    sums,
    tone,
    typed,
    value,
    vanished,
    wording,
)
from toolkit.rules.base import Rule

RULES: tuple[Rule, ...] = (
    *file.RULES,
    *identity.RULES,
    *structure.RULES,
    *rows.RULES,
    *value.RULES,
    *typed.RULES,
    *wording.RULES,
    *marks.RULES,
    *tone.RULES,
    *personal.RULES,
    *dates.RULES,
    *sums.RULES,
    *arithmetic.RULES,
    *progress.RULES,
    *promised.RULES,
    *status.RULES,
    *calendar.RULES,
    *problems.RULES,
    *history.RULES,
    *vanished.RULES,
    *continuity.RULES,
    *onward.RULES,
    *other_items.RULES,
    *month.RULES,
    *between.RULES,
    *issue.RULES,
)


def is_rule(code: str) -> bool:
    """Tell whether there is a rule of a code, whatever its case, on returns or on lists."""
    wanted = code.strip().upper()
    if any(rule.code == wanted for rule in RULES):
        return True
    from toolkit.rules import lists  # many patterns, which a month's returns do without

    return any(rule.code == wanted for rule in lists.RULES)
