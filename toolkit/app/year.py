"""The yearly cycle: the units' summary forms make the list, and the list becomes the programme."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from toolkit.app.amending import check_open, content_of, issued_year, planned_amendments
from toolkit.app.collect import Collected, collect
from toolkit.app.documents import file_stem
from toolkit.app.month_end import PeriodResult, states_of
from toolkit.app.outputs import (
    planned_book,
    planned_checks,
    write_all,
)
from toolkit.app.period_run import PeriodRun, period_run
from toolkit.app.workspace import PROGRAMME_FILE, Workspace
from toolkit.app.year_notice import filled_notice
from toolkit.errors import ArgumentError, UnreadableFileError, WorkspaceError
from toolkit.files.atomic import check_replaceable
from toolkit.files.inbox import free_name
from toolkit.files.workbook_writer import write_workbook
from toolkit.files.workbooks import read_path, read_workbook
from toolkit.model.annual import MergedList, Origin
from toolkit.model.finding import Finding
from toolkit.model.form import Form, form_of
from toolkit.model.month import Month
from toolkit.model.programme import Item, Programme, Target, free_number
from toolkit.rules.engine import check_programme, check_year
from toolkit.stages.adoption import Adoption, adopt
from toolkit.stages.annual_book import annual_book
from toolkit.stages.merged_list import merged_list
from toolkit.stages.new_items import with_new_items
from toolkit.stages.programme_book import programme_book
from toolkit.stages.rulings import ruling_mistake
from toolkit.stages.statistics import Counts


@dataclass(frozen=True, slots=True)
class YearResult(PeriodResult):
    """What merging summary forms made."""

    merged: MergedList | None = None


@dataclass(frozen=True, slots=True)
class AdoptedList:
    """What `adopt` made.

    Attributes:
        former: Where the programme workbook of before is kept.
        dropped: Waivers and decisions on items and targets that are no longer there.
    """

    adoption: Adoption
    former: Path
    dropped: int
    findings: tuple[Finding, ...]


def merge_year(
    workspace: Workspace,
    label: str,
    paths: Sequence[Path],
    now: datetime,
    password: str | None = None,
) -> YearResult:
    """Gather, check, send back, merge the summary forms; write the table and the notice."""
    with period_run(workspace, label, now, password) as run:
        check_open(run)
        collected, merged = collect_list(run, paths)
        month = merged.month
        checked = check_year(merged)
        states, issued = states_of(run, month, checked.findings), issued_year(merged)
        book = annual_book(merged, states, checked.findings)
        planned = [
            planned_book("consolidated", _table_path(run, month), book, now),
            filled_notice(run, merged).planned,
            *planned_checks(run, month, checked, states),
            *planned_amendments(run, month, issued),
        ]
        outputs = write_all(run, month, planned)
        run.ledger.record_merge(run.label, content_of(month, issued))
        run.ledger.record_sent_back(run.label, states)
    return YearResult(collected, checked.findings, states, outputs, _counts(merged), merged)


def adopt_list(workspace: Workspace, label: str, now: datetime) -> AdoptedList:
    """Make the merged table, as the coordinator left it, the programme.

    The programme workbook of before is renamed, not overwritten.

    Raises:
        ArgumentError: The period is not the year.
        WorkspaceError: Nothing was merged yet, or the table cannot be read.
    """
    with period_run(workspace, label, now) as run:
        programme = run.programme
        if form_of(run.period.kind) is not Form.SUMMARY:
            raise ArgumentError(
                f"{label} 不是年度，只有年度汇总表可以采用。",
                f"请写年度，如 minsheng adopt {programme.settings.year}。",
            )
        _, merged = collect_list(run)
        path = _table_path(run, merged.month)
        if not path.is_file():
            raise WorkspaceError(
                f"还没有 {path.name}。", f"请先运行 minsheng merge {label}，核对后再采用。"
            )
        codes = (*run.ledger.codes(), *(row.item.code for row in merged.rows))
        adoption = _read_table(merged, path, free_number(codes))
    adopted = _with_targets(adoption.programme, programme, set(adoption.changed))
    kept = {item.code for item in adopted.items}
    waivers = tuple(w for w in adopted.waivers if not w.code or w.code in kept)
    rulings = tuple(
        r for r in adopted.rulings if r.code in kept and ruling_mistake(adopted, r) is None
    )
    dropped = len(adopted.waivers) - len(waivers) + len(adopted.rulings) - len(rulings)
    adopted = replace(adopted, waivers=waivers, rulings=rulings)
    check_replaceable([workspace.programme_path])
    former = free_name(workspace.root, f"{Path(PROGRAMME_FILE).stem}（采用前）.xlsx")
    workspace.programme_path.rename(former)
    write_workbook(programme_book(adopted), workspace.programme_path, now)
    adoption = replace(adoption, programme=adopted)
    return AdoptedList(adoption, former, dropped, check_programme(adopted))


def collect_list(run: PeriodRun, paths: Sequence[Path] = ()) -> tuple[Collected, MergedList]:
    """Take files in, read the year's returns and merge them; nothing is recorded."""
    collected = collect(run, paths)
    others = run.ledger.codes(besides=run.label)
    month = with_new_items(collected.month, free_number((*run.programme.by_code, *others)))
    return replace(collected, month=month), merged_list(month)


def _table_path(run: PeriodRun, month: Month) -> Path:
    return run.results / f"{file_stem(month)}汇总表.xlsx"


def _counts(merged: MergedList) -> Counts:
    origins = Counter(row.origin for row in merged.rows)
    return Counts(
        total=len(merged.rows),
        reported=sum(1 for row in merged.rows if row.entries),
        by_status={origin.value: origins[origin] for origin in Origin if origins[origin]},
    )


def _read_table(merged: MergedList, path: Path, first_free: int) -> Adoption:
    try:
        table = read_workbook(read_path(path))
    except UnreadableFileError as error:
        raise WorkspaceError(f"{path.name} 读不出来：{error.reason}。", error.advice) from error
    adoption = adopt(merged, table, first_free)
    if adoption is None:
        raise WorkspaceError(
            f"{path.name} 里找不到汇总表的表头。",
            "请恢复表头，或删除这个文件后重新运行 minsheng merge。",
        )
    return adoption


def _with_targets(adopted: Programme, before: Programme, changed: set[str]) -> Programme:
    """Keep the targets of items that are as before; read those of the others anew."""
    from toolkit.notices.targets import programme_targets  # many patterns, only needed here

    same = {code for code in before.by_code if code not in changed}
    kept: dict[str, list[Target]] = {}
    for target in before.targets:
        kept.setdefault(target.code, []).append(target)
    fresh: dict[str, list[Target]] = {}
    for target in programme_targets(adopted.items):
        fresh.setdefault(target.code, []).append(target)

    def targets_of(item: Item) -> list[Target]:
        return (kept if item.code in same else fresh).get(item.code, [])

    return replace(adopted, targets=tuple(t for item in adopted.items for t in targets_of(item)))
