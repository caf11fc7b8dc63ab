"""What a form carries besides its visible table: the identity by which it is known again."""

from collections.abc import Mapping
from dataclasses import dataclass

META_SHEET = "_minsheng"
META_MARK = "民生实事报表工具"
KEY_TITLE = "编号"
CORRECTIONS_SHEET = "需修改事项"


@dataclass(frozen=True, slots=True)
class FormIdentity:
    """The very hidden sheet of a form, as a value.

    Attributes:
        form: `summary` or `progress`.
        issue: How many times this unit's form of this period was sent out, from 1.
        locked: A digest of each row's locked texts by 编号, to tell who changed what.
    """

    form: str
    programme: str
    unit: str
    period: str
    issue: int
    locked: Mapping[str, str]
