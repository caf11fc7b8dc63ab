"""The consolidated workbook (汇总表): the official table first, then what stands behind it."""

from collections.abc import Sequence

from toolkit.model.finding import Finding
from toolkit.model.ledger import UnitStatus
from toolkit.model.month import MergedItem, Month
from toolkit.model.sheets import WorkbookPlan
from toolkit.stages.design import table_title
from toolkit.stages.grid import Record
from toolkit.stages.official_sheet import official_sheet
from toolkit.stages.pace_sheet import pace_sheet
from toolkit.stages.problems_sheet import problems_sheet
from toolkit.stages.sources_sheet import sources_sheet
from toolkit.stages.states_sheet import states_sheet
from toolkit.stages.statistics_sheet import statistics_sheet
from toolkit.stages.styles import official_styles


def consolidated_book(
    month: Month,
    items: Sequence[MergedItem],
    states: Sequence[UnitStatus],
    findings: Sequence[Finding],
) -> WorkbookPlan:
    """Plan the period's consolidated workbook."""
    styles = official_styles(month.programme.scheme.fonts)
    return WorkbookPlan(
        sheets=(
            official_sheet(month, _official_records(month, items), styles),
            statistics_sheet(month, items, styles),
            pace_sheet(month, items, styles),
            states_sheet(month, states, findings, styles),
            problems_sheet(month, items, styles),
            sources_sheet(month, items, styles),
        ),
        title=table_title(month.programme, month.period),
        subject=month.period.label,
        author=month.programme.settings.authority,
    )


def _official_records(month: Month, items: Sequence[MergedItem]) -> list[Record]:
    keys = [(column.filled_by == "unit", column.key) for column in month.layout.shown]
    records: list[Record] = []
    for merged in items:
        texts = (merged.item.values, merged.values)  # the list's and the unit's
        row = tuple([texts[of_unit].get(key, "") for of_unit, key in keys])
        records.append(Record(row, merged.item.group))
    return records
