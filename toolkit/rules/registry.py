"""The catalogue of all rules, in the order in which they run."""

from toolkit.rules import lists, returns
from toolkit.rules.base import Rule

RULES: tuple[Rule, ...] = (*returns.RULES, *lists.RULES)


def find_rule(code: str) -> Rule | None:
    """Return the rule of a code, whatever its case; None when there is none."""
    return next((rule for rule in RULES if rule.code == code.strip().upper()), None)
