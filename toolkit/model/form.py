"""The two forms that units fill, and the identity by which one is known again."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from toolkit.model.period import PeriodKind

META_SHEET = "_minsheng"
META_MARK = "民生实事报表工具"
KEY_TITLE = "编号"
NOTE_AUTHOR = "汇总单位"
"""Whose the notes at the cells of a form are that goes back to be corrected."""
NOTE_LEAD = "【汇总单位】"
"""How such a note begins, so that it is known again whatever program saved the file."""
THEIR_NOTE = "\n【原批注】"
"""What stands in such a note before one that was there already."""
CORRECTIONS_SHEET = "需修改事项"


class Form(StrEnum):
    """What a unit fills: once a year the list itself, in every other period its progress."""

    SUMMARY = "summary"
    PROGRESS = "progress"

    @property
    def sheet(self) -> str:
        """What people call it; the name of its worksheet."""
        return "汇总表" if self is Form.SUMMARY else "进展表"


def form_of(kind: PeriodKind) -> Form:
    """Return the form that a kind of period asks for."""
    return Form.SUMMARY if kind is PeriodKind.YEAR else Form.PROGRESS


@dataclass(frozen=True, slots=True)
class FormIdentity:
    """The very hidden sheet of a form, as a value.

    Attributes:
        form: The value of a `Form`.
        issue: How many times this unit's form of this period was sent out, from 1.
        locked: A digest of each row's locked texts by 编号, to tell who changed what.
        shown: A digest of what each row shows for reference, by 编号; empty for a form without.
    """

    form: str
    programme: str
    unit: str
    period: str
    issue: int
    locked: Mapping[str, str]
    shown: Mapping[str, str] = field(default_factory=dict)
