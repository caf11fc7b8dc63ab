"""`minsheng check` and `minsheng merge`: findings, returns to correct, and the month's outputs."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path

from toolkit.app.collect import Collected, collect
from toolkit.app.send_back import corrections, marked_return
from toolkit.app.workspace import UNUSED_BY_RETURNS, Workspace
from toolkit.files.atomic import check_replaceable, replacing
from toolkit.files.inbox import digest, free_name, safe_name
from toolkit.files.resources import word_template
from toolkit.files.word import render_word
from toolkit.files.workbook_writer import write_workbook
from toolkit.ledger.store import Ledger
from toolkit.model.finding import Finding
from toolkit.model.ledger import UnitStatus
from toolkit.model.month import MergedItem, Month
from toolkit.model.period import Period
from toolkit.rules.engine import Checked, check_bulletin, check_month
from toolkit.stages.bulletin import inconsistencies, monthly_context
from toolkit.stages.consolidate import consolidated_book
from toolkit.stages.figures import monthly_figures
from toolkit.stages.findings_book import findings_book
from toolkit.stages.merge import merge
from toolkit.stages.unit_states import unit_states
from toolkit.text.periods import span_name


@dataclass(frozen=True, slots=True)
class Output:
    """A file that a run wrote. `unit` is set for an annotated return."""

    kind: str
    path: Path
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class MonthResult:
    """Everything that a run found and wrote. `items` is empty after a check."""

    collected: Collected
    findings: tuple[Finding, ...]
    states: tuple[UnitStatus, ...]
    items: tuple[MergedItem, ...]
    outputs: tuple[Output, ...]

    @property
    def month(self) -> Month:
        """What came back."""
        return self.collected.month


@dataclass(frozen=True, slots=True)
class _Planned:
    """An output that is not yet written: `write` makes it at its path, whole or not at all."""

    output: Output
    write: Callable[[Path], None]


def check(workspace: Workspace, label: str, now: datetime) -> MonthResult:
    """Run the rules on a period's returns; write 核查结果.xlsx and 3退回."""
    programme = workspace.load(skip=UNUSED_BY_RETURNS)
    with workspace.ledger(programme) as ledger:
        collected = collect(workspace, ledger, programme, label, (), now)
        month = collected.month
        checked = check_month(month)
        states = _states(ledger, month, checked.findings, now)
        planned = _check_outputs(workspace, month, checked, now)
        outputs = _write_all(workspace, ledger, month, planned)
    return MonthResult(collected, checked.findings, states, (), outputs)


def merge_month(
    workspace: Workspace, label: str, paths: Sequence[Path], now: datetime
) -> MonthResult:
    """Gather, check, send back, merge, and write the consolidated workbook and the bulletin."""
    programme = workspace.load(skip=UNUSED_BY_RETURNS)
    with workspace.ledger(programme) as ledger:
        collected = collect(workspace, ledger, programme, label, paths, now)
        month = collected.month
        checked = check_month(month)
        states = _states(ledger, month, checked.findings, now)
        items = merge(month)
        figures = monthly_figures(month, items, states, now)
        objections = check_bulletin(inconsistencies(figures), month)
        checked = replace(checked, findings=(*checked.findings, *objections))
        planned = [
            *_merge_outputs(workspace, month, items, states, checked.findings, now),
            _bulletin(workspace, month, monthly_context(figures), now),
            *_check_outputs(workspace, month, checked, now),
        ]
        outputs = _write_all(workspace, ledger, month, planned)
    return MonthResult(collected, checked.findings, states, items, outputs)


def _states(
    ledger: Ledger, month: Month, findings: Sequence[Finding], now: datetime
) -> tuple[UnitStatus, ...]:
    return unit_states(
        month, ledger.dispatches(month.period.label), corrections(month, findings), now
    )


def survey(workspace: Workspace, label: str, now: datetime) -> tuple[UnitStatus, ...]:
    """Return 报送情况 as it is now; nothing is written."""
    programme = workspace.load(skip=UNUSED_BY_RETURNS)
    with workspace.ledger(programme) as ledger:
        month = collect(workspace, ledger, programme, label, (), now).month
        return _states(ledger, month, check_month(month).findings, now)


def _merge_outputs(
    workspace: Workspace,
    month: Month,
    items: Sequence[MergedItem],
    states: Sequence[UnitStatus],
    findings: Sequence[Finding],
    now: datetime,
) -> list[_Planned]:
    plan = consolidated_book(month, items, states, findings)
    path = workspace.results(month.period) / f"{_file_stem(month)}汇总表.xlsx"
    return [
        _Planned(Output("consolidated", path), lambda target: write_workbook(plan, target, now))
    ]


def _bulletin(
    workspace: Workspace, month: Month, context: Mapping[str, object], now: datetime
) -> _Planned:
    path = workspace.results(month.period) / f"{_file_stem(month)}通报.docx"
    return _Planned(
        Output("bulletin.monthly", path),
        lambda target: render_word(word_template("monthly"), context, target, now),
    )


def _check_outputs(
    workspace: Workspace, month: Month, checked: Checked, now: datetime
) -> list[_Planned]:
    book = findings_book(month, checked.findings, checked.waived)
    results = workspace.results(month.period) / "核查结果.xlsx"
    planned = [
        _Planned(Output("findings", results), lambda target: write_workbook(book, target, now))
    ]
    asked = corrections(month, checked.findings)
    for submission in month.submissions:
        if submission.unit in asked:
            data = marked_return(workspace, month, submission, asked[submission.unit], now)
            name = f"{safe_name(submission.unit)}.xlsx"
            path = workspace.returned(month.period) / name
            planned.append(
                _Planned(Output("returned", path, submission.unit), partial(_write_bytes, data))
            )
    return planned


def _write_bytes(data: bytes, target: Path) -> None:
    with replacing(target) as temporary:
        temporary.write_bytes(data)


def _file_stem(month: Month) -> str:
    return f"{month.period.year}年{span_name(month.period)}{month.programme.scheme.phrase}"


def _write_all(
    workspace: Workspace, ledger: Ledger, month: Month, planned: Sequence[_Planned]
) -> tuple[Output, ...]:
    """Write the outputs, take away returns that no longer need correcting, record the period."""
    label = month.period.label
    check_replaceable(plan.output.path for plan in planned)
    for place in (workspace.inbox, workspace.returned, workspace.results):
        place(month.period).mkdir(parents=True, exist_ok=True)
    before = ledger.outputs(label)
    set_aside = _set_aside(workspace, before, planned)
    for plan in planned:
        plan.write(plan.output.path)
    outputs = tuple(plan.output for plan in planned)
    written = {workspace.relative(o.path): digest(o.path.read_bytes()) for o in outputs}
    kept = _without_stale(workspace, month.period, before, written)
    ledger.record_month(month)
    ledger.record_outputs(label, {**kept, **written})
    return (*outputs, *set_aside)


def _set_aside(
    workspace: Workspace, before: Mapping[str, str], planned: Sequence[_Planned]
) -> list[Output]:
    """Rename outputs that somebody has edited since they were written, so that none is lost."""
    moved: list[Output] = []
    for plan in planned:
        path = plan.output.path
        sha256 = before.get(workspace.relative(path))
        if sha256 and path.is_file() and digest(path.read_bytes()) != sha256:
            kept = free_name(path.parent, f"{path.stem}（修改稿）{path.suffix}")
            path.rename(kept)
            moved.append(Output("edited", kept, plan.output.unit))
    return moved


def _without_stale(
    workspace: Workspace, period: Period, before: Mapping[str, str], written: Mapping[str, str]
) -> dict[str, str]:
    """Remove annotated returns of an earlier run that nobody has touched since."""
    folder = workspace.relative(workspace.returned(period))
    kept: dict[str, str] = {}
    for name, sha256 in before.items():
        path = workspace.root / name
        stale = name.startswith(f"{folder}/") and name not in written
        if stale and path.is_file() and digest(path.read_bytes()) == sha256:
            path.unlink()
        elif not stale:
            kept[name] = sha256
    return kept
