"""The rules on lists: a notice's, the programme's, and the one that a year's returns make."""

from toolkit.rules import annual, consistency, leads, notice, notice_frame, programme
from toolkit.rules.base import Rule

RULES: tuple[Rule, ...] = (
    *annual.RULES,
    *programme.RULES,
    *notice.RULES,
    *consistency.RULES,
    *notice_frame.RULES,
    *leads.RULES,
)
