"""What a rule is."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Any, TypeVar

from toolkit.model.assessment import Assessment, EarlierReport
from toolkit.model.finding import Severity
from toolkit.model.form import Form
from toolkit.model.month import Month
from toolkit.model.period import Period
from toolkit.model.programme import Programme
from toolkit.model.rule_settings import Thresholds
from toolkit.model.scheme import Key, TableLayout
from toolkit.model.submission import Entry


class Subject(StrEnum):
    """What a rule looks at. The values are what people read."""

    NOTICE = "通知"
    PROGRAMME = "清单"
    FILE = "回收件"
    SUBMISSION = "报表"
    ENTRY = "事项"
    MONTH = "本期"
    WAIVER = "豁免"
    LIST = "汇总稿"
    BULLETIN = "通报"


_UNKNOWN = Assessment()
T = TypeVar("T")


@dataclass(frozen=True)
class Context:
    """What a rule may know besides its subject.

    Attributes:
        period: None for rules on the programme.
        month: What came back for it; None for rules on the programme.
    """

    programme: Programme
    period: Period | None = None
    month: Month | None = None

    @property
    def thresholds(self) -> Thresholds:
        """From where on the scheme wants something told."""
        return self.programme.scheme.thresholds

    @cached_property
    def _assessments(self) -> Mapping[tuple[str, str], Assessment]:
        return self.month.assessments if self.month else {}

    @cached_property
    def _worked_out(self) -> dict[Callable[["Context"], Any], Any]:
        return {}

    def once(self, work_out: Callable[["Context"], T]) -> T:
        """Return what a rule works out of the whole context, worked out the first time only."""
        known = self._worked_out
        if work_out not in known:
            known[work_out] = work_out(self)
        found: T = known[work_out]
        return found

    def assessment(self, entry: Entry) -> Assessment:
        """Return how a report stands to its targets and the calendar."""
        return self._assessments.get((entry.unit, entry.item.code), _UNKNOWN)

    def earlier(self, entry: Entry) -> tuple[EarlierReport, ...]:
        """Return what the unit reported on the item before, the latest first."""
        known = self.month.earlier if self.month else {}
        return known.get((entry.unit, entry.item.code), ())

    def last(self, entry: Entry) -> EarlierReport | None:
        """Return what the unit reported on the item in the latest of the periods before."""
        return next(iter(self.earlier(entry)), None)

    @cached_property
    def layout(self) -> TableLayout:
        """The table that units filled.

        Raises:
            ValueError: The rule looks at the programme, not at a period.
        """
        if self.period is None:
            raise ValueError("only what came back for a period has a table")
        return self.programme.scheme.layouts[self.period.kind]


@dataclass(frozen=True, slots=True)
class Fault:
    """One objection. The engine fills in the place as far as the subject knows it.

    Attributes:
        key: The column of an entry that is at fault; its cell becomes the place.
        suggestion: What to do; the rule's own advice when empty.
    """

    message: str
    suggestion: str = ""
    key: Key | None = None
    unit: str | None = None
    item: str | None = None
    file: str | None = None
    sheet: str | None = None
    cell: str | None = None


Check = Callable[[Any, Context], Iterable[Fault]]
Applies = Callable[[Context], bool]
May = Callable[[str], object]


def _always(context: Context) -> bool:
    return True


def has_history(context: Context) -> bool:
    """Tell whether earlier periods are known; a rule against them applies only then."""
    return bool(context.month and context.month.earlier)


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of the catalogue.

    Attributes:
        code: Permanent; a letter for the family and three digits.
        name: Names the fault, not the cure.
        what: What it checks.
        why: Why that matters.
        wrong: An example that it objects to.
        right: The same, mended.
        mend: What to do.
        forms: The forms for which it holds.
        requires: Rules whose fault on the same item or file makes this one pointless.
        applies: Whether a period's returns can have this fault at all, by their columns and days.
        may: Tells at a glance whether a rule on an entry's texts can find anything in them; it is
            shown all that a return says, so that the rule need not be asked of most returns.
    """

    code: str
    name: str
    severity: Severity
    subject: Subject
    what: str
    why: str
    wrong: str
    right: str
    mend: str
    check: Check
    forms: tuple[Form, ...] = tuple(Form)
    requires: tuple[str, ...] = ()
    applies: Applies = _always
    may: May | None = None

    @property
    def family(self) -> str:
        """The name of the family that the code's letter stands for."""
        return FAMILIES[self.code[0]]


FAMILIES = {
    "F": "文件",
    "D": "身份",
    "S": "结构",
    "V": "填写",
    "W": "表述",
    "J": "进度",
    "H": "往期",
    "U": "单位",
    "L": "清单",
    "P": "征集",
    "B": "印发",
}


READ_OUT_OF_TEXTS = "WJH"
"""The families that read sentences; a text that is too long to be read (V408) is not asked."""


def rule(
    code: str,
    name: str,
    severity: Severity,
    subject: Subject,
    *,
    what: str,
    why: str,
    wrong: str,
    right: str,
    mend: str,
    forms: tuple[Form, ...] = tuple(Form),
    requires: tuple[str, ...] = (),
    applies: Applies = _always,
    may: May | None = None,
) -> Callable[[Check], Rule]:
    """Make a rule of a check function. See `Rule` for the arguments."""

    def make(check: Check) -> Rule:
        return Rule(
            code,
            name,
            severity,
            subject,
            what,
            why,
            wrong,
            right,
            mend,
            check,
            forms,
            requires,
            applies,
            may,
        )

    return make
