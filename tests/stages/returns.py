"""Forms and returns for tests: designed by the toolkit, filled and damaged as workbooks are."""

from collections.abc import Callable, Iterable, Mapping

from tests.tables import as_read, stored, with_rows
from toolkit.model.finding import Repair
from toolkit.model.programme import Programme
from toolkit.model.scheme import Key
from toolkit.model.submission import Received, Submission
from toolkit.model.workbook import RawWorkbook
from toolkit.stages.design import HEADER_ROW, FormInput, design_form
from toolkit.stages.receive import receive
from toolkit.text.periods import parse_period

SCHOOLS = "发展软环境保障局"
ROADS = "城乡建设和交通局"
MARKET = "市场监管局"

FIRST_ROW = HEADER_ROW + 1
PERIOD_ROW = 1
NUMBER, PROJECT, CONTENT, LEAD, PROGRESS, PROBLEM, PLAN, CODE = range(8)
"""The columns of a form of 济宁高新区 2021 that shows no plans of the month before."""

REPORTS: Mapping[str, Mapping[Key, str]] = {
    "M001": {Key.PROGRESS: "主体封顶，正在砌墙。", Key.PROBLEM: "无", Key.PLAN: "完成外墙。"},
    "M002": {Key.PROGRESS: "已完成。", Key.PROBLEM: "无", Key.PLAN: ""},
    "M003": {Key.PROGRESS: "已完工16公里。", Key.PROBLEM: "雨天多", Key.PLAN: "完成2公里。"},
    "M004": {Key.PROGRESS: "建成9处。", Key.PROBLEM: "", Key.PLAN: "建成3处。"},
}

BOTH = {code: dict(REPORTS[code]) for code in ("M001", "M002")}
"""What two of the items report."""

Rows = list[list[object]]


def form_input(
    programme: Programme,
    unit: str = SCHOOLS,
    values: Mapping[str, Mapping[Key, str]] = REPORTS,
    plans: Mapping[str, str] | None = None,
    period: str = "2021-09",
) -> FormInput:
    """Return what a unit's form is made from."""
    return FormInput(
        programme=programme,
        period=parse_period(period),
        unit=unit,
        items=programme.assignments[unit],
        issue=1,
        plans=plans or {},
        due="10月8日",
        values=values,
    )


def filled(
    programme: Programme,
    unit: str = SCHOOLS,
    values: Mapping[str, Mapping[Key, str]] = REPORTS,
    period: str = "2021-09",
) -> RawWorkbook:
    """Return a unit's form with its values in it, as it is read back."""
    return as_read(design_form(form_input(programme, unit, values, period=period)))


def changed(workbook: RawWorkbook, change: Callable[[Rows], object]) -> RawWorkbook:
    """Return the workbook after a change to the rows of its first sheet."""
    rows = [list(row) for row in workbook.sheets[0].rows]
    change(rows)
    return with_rows(workbook, rows)


def bare(workbook: RawWorkbook) -> RawWorkbook:
    """Return only what people see: no hidden sheet, no hidden key column."""
    rows = [row[:CODE] for row in workbook.sheets[0].rows]
    return RawWorkbook(with_rows(workbook, rows).sheets[:1])


def outcome(
    workbook: RawWorkbook, programme: Programme, name: str = "表.xlsx", period: str = "2021-09"
) -> tuple[Received, Submission | None]:
    """Return what becomes of a workbook in a period's 2回收."""
    return receive(stored(name), workbook, programme, parse_period(period))


def read(workbook: RawWorkbook, programme: Programme, name: str = "表.xlsx") -> Submission:
    """Return what a workbook says that is accepted."""
    submission = outcome(workbook, programme, name)[1]
    assert submission is not None
    return submission


def values(submission: Submission) -> dict[str, dict[Key, str]]:
    """Return what a submission reports, by 编号."""
    return {entry.item.code: dict(entry.values) for entry in submission.entries}


def objections(submission: Submission) -> set[str]:
    """Return in which ways a submission's form was not kept."""
    names = (
        "missing_columns",
        "missing_items",
        "foreign_items",
        "outdated",
        "changed",
        "added",
        "outside",
        "doubled",
        "disputed",
        "second_columns",
        "second_tables",
    )
    return {name for name in names if getattr(submission, name)}


def codes(repairs: Iterable[Repair]) -> list[str]:
    """Return the codes of repairs."""
    return [repair.code for repair in repairs]
