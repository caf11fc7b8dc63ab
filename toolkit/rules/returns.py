"""The rules on what comes back for a period, and on the bulletin that follows."""

from toolkit.rules import file, identity, issue, month, structure, value
from toolkit.rules.base import Rule

RULES: tuple[Rule, ...] = (
    *file.RULES,
    *identity.RULES,
    *structure.RULES,
    *value.RULES,
    *month.RULES,
    *issue.RULES,
)
