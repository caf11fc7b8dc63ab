"""Which documents a period has, and what each is made of."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from toolkit.model.bulletin import ProgressBulletin
from toolkit.model.period import PeriodKind
from toolkit.model.scheme import Bulletin, Scheme
from toolkit.model.word_table import WordTable
from toolkit.stages.bulletin import monthly_context, quarterly_context
from toolkit.stages.bulletin_explanation import explanation_context, unexplained
from toolkit.stages.bulletin_problems import ANNEX, problems_context, problems_table
from toolkit.stages.bulletin_reminder import reminder_context
from toolkit.stages.bulletin_supervision import supervised, supervision_context
from toolkit.text.prose import name_text

_NO_TABLES: Mapping[str, WordTable] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Draft:
    """A document before its template is filled.

    Attributes:
        name: What stands after the period in its file's name.
        fields: By their names in the template.
        tables: Whole tables by their field.
        unit: The one to which it goes, where it goes to one only.
    """

    kind: Bulletin
    name: str
    fields: Mapping[str, object]
    tables: Mapping[str, WordTable] = field(default_factory=lambda: _NO_TABLES)
    unit: str | None = None


NAMES: Mapping[Bulletin, str] = {
    Bulletin.MONTHLY: "通报",
    Bulletin.QUARTERLY: "季度通报",
    Bulletin.PROBLEMS: "存在问题汇总",
    Bulletin.REMINDER: "催报通知",
    Bulletin.SUPERVISION: "督办单",
    Bulletin.EXPLANATION: "情况说明通知",
}
"""What each kind is called, in the order in which they are written."""

_OF_ONE_PERIOD = {Bulletin.MONTHLY: PeriodKind.MONTH, Bulletin.QUARTERLY: PeriodKind.QUARTER}


def fits(kind: Bulletin, period: PeriodKind) -> bool:
    """Tell whether a kind of document belongs to a kind of period."""
    return _OF_ONE_PERIOD.get(kind, period) is period


def called_for(
    scheme: Scheme, period: PeriodKind, bulletin: ProgressBulletin
) -> tuple[Bulletin, ...]:
    """Return the kinds of document that a scheme calls for after a period.

    Units are not reminded as long as they can still report in time.
    """
    in_time = not any(unit.working_days or unit.refused for unit in bulletin.outstanding)
    return tuple(
        kind
        for kind in NAMES
        if kind in scheme.bulletins
        and fits(kind, period)
        and not (kind is Bulletin.REMINDER and bulletin.due and in_time)
    )


def drafts(kind: Bulletin, bulletin: ProgressBulletin) -> tuple[Draft, ...]:
    """Return the documents of a kind; none where there is nothing to say."""
    return tuple(_DRAFTS[kind](bulletin))


def _monthly(bulletin: ProgressBulletin) -> Iterator[Draft]:
    yield Draft(Bulletin.MONTHLY, NAMES[Bulletin.MONTHLY], monthly_context(bulletin))


def _quarterly(bulletin: ProgressBulletin) -> Iterator[Draft]:
    yield Draft(Bulletin.QUARTERLY, NAMES[Bulletin.QUARTERLY], quarterly_context(bulletin))


def _problems(bulletin: ProgressBulletin) -> Iterator[Draft]:
    if bulletin.problems:
        tables = {ANNEX: problems_table(bulletin)}
        fields = problems_context(bulletin)
        yield Draft(Bulletin.PROBLEMS, NAMES[Bulletin.PROBLEMS], fields, tables)


def _reminder(bulletin: ProgressBulletin) -> Iterator[Draft]:
    if bulletin.outstanding:
        yield Draft(Bulletin.REMINDER, NAMES[Bulletin.REMINDER], reminder_context(bulletin))


def _supervision(bulletin: ProgressBulletin) -> Iterator[Draft]:
    for item in supervised(bulletin):
        unit = name_text(item.lead)
        name = f"{NAMES[Bulletin.SUPERVISION]}（{'，'.join(filter(None, (item.code, unit)))}）"
        fields = supervision_context(bulletin, item)
        yield Draft(Bulletin.SUPERVISION, name, fields, unit=item.lead or None)


def _explanation(bulletin: ProgressBulletin) -> Iterator[Draft]:
    for unit, items in unexplained(bulletin).items():
        name = f"{NAMES[Bulletin.EXPLANATION]}（{name_text(unit)}）"
        fields = explanation_context(bulletin, unit, items)
        yield Draft(Bulletin.EXPLANATION, name, fields, unit=unit)


_DRAFTS: Mapping[Bulletin, Callable[[ProgressBulletin], Iterator[Draft]]] = {
    Bulletin.MONTHLY: _monthly,
    Bulletin.QUARTERLY: _quarterly,
    Bulletin.PROBLEMS: _problems,
    Bulletin.REMINDER: _reminder,
    Bulletin.SUPERVISION: _supervision,
    Bulletin.EXPLANATION: _explanation,
}
