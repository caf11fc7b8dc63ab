"""The catalogue of all rules, in the order in which they run."""

from toolkit.rules import file, identity, issue, lists, month, rows, structure, value
from toolkit.rules.base import Rule

RULES: tuple[Rule, ...] = (
    *file.RULES,
    *identity.RULES,
    *structure.RULES,
    *rows.RULES,
    *value.RULES,
    *month.RULES,
    *lists.RULES,
    *issue.RULES,
)


def find_rule(code: str) -> Rule | None:
    """Return the rule of a code, whatever its case; None when there is none."""
    return next((rule for rule in RULES if rule.code == code.strip().upper()), None)
