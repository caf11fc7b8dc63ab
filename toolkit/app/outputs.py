"""Writing what a run made: all of it checked first, then each file whole or not at all."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from toolkit.app.period_run import PeriodRun
from toolkit.app.send_back import corrections, refusals, sent_back
from toolkit.app.workspace import Workspace
from toolkit.files.atomic import check_replaceable, replacing
from toolkit.files.inbox import digest, free_name, safe_name
from toolkit.files.word import rendered_word
from toolkit.files.workbook_writer import write_workbook
from toolkit.model.ledger import UnitStatus
from toolkit.model.month import Month
from toolkit.model.return_note import ReturnNote
from toolkit.model.sheets import WorkbookPlan
from toolkit.rules.engine import Checked
from toolkit.stages.findings_book import findings_book
from toolkit.stages.return_note import TABLE, amendment_table, return_note_context


@dataclass(frozen=True, slots=True)
class Output:
    """A file that a run wrote. `unit` is set for what goes back to a unit."""

    kind: str
    path: Path
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Planned:
    """An output that is not yet written: `write` makes it at its path, whole or not at all."""

    output: Output
    write: Callable[[Path], None]


def planned_book(kind: str, path: Path, plan: WorkbookPlan, now: datetime) -> Planned:
    """Return a workbook as an output to write."""
    return Planned(Output(kind, path), lambda target: write_workbook(plan, target, now))


def planned_checks(
    run: PeriodRun, month: Month, checked: Checked, states: Sequence[UnitStatus]
) -> list[Planned]:
    """Return 核查结果.xlsx, the marked returns and their notes as outputs to write.

    Raises:
        TemplateError: The template of the notes is broken.
    """
    book = findings_book(month, checked.findings, checked.waivers, states)
    planned = [planned_book("findings", run.results / "核查结果.xlsx", book, run.now)]
    asked = corrections(month, checked.findings)
    for submission in month.submissions:
        if submission.unit in asked:
            back = sent_back(run, month, submission, asked[submission.unit])
            output = Output("returned", run.returned / back.name, submission.unit)
            planned.append(Planned(output, partial(write_bytes, back.data)))
            planned.append(_planned_note(run, back.note))
    planned += [_planned_note(run, note) for note in refusals(month, run.now)]
    return planned


def _planned_note(run: PeriodRun, note: ReturnNote) -> Planned:
    name = f"{safe_name(note.unit)}退回修改通知.docx"
    template, fields = run.workspace.template("return_note"), return_note_context(note)
    data = rendered_word(template, fields, run.now, {TABLE: amendment_table(note.entries)})
    output = Output("returned.note", run.returned / name, note.unit)
    return Planned(output, partial(write_bytes, data))


def write_bytes(data: bytes, target: Path) -> None:
    """Write a file whole or not at all."""
    with replacing(target) as temporary:
        temporary.write_bytes(data)


def write_all(
    run: PeriodRun, month: Month, planned: Sequence[Planned], documents: Sequence[str] = ()
) -> tuple[Output, ...]:
    """Write the outputs, take away what is no longer needed, record the period.

    Args:
        documents: How the paths begin of documents that may no longer be needed.
    """
    returned = f"{run.workspace.relative(run.returned)}/"
    outputs = write_outputs(run, planned, (returned, *documents))
    run.ledger.record_month(month)
    return outputs


def write_outputs(
    run: PeriodRun, planned: Sequence[Planned], renewed: Sequence[str] = ()
) -> tuple[Output, ...]:
    """Write outputs and remember them; what came back for the period is not recorded.

    Args:
        renewed: How the paths begin of outputs that this run renews: former ones that it does not
            write again, and that nobody has touched, are removed.
    """
    workspace = run.workspace
    check_replaceable(plan.output.path for plan in planned)
    for folder in (run.inbox, run.returned, run.results):
        folder.mkdir(parents=True, exist_ok=True)
    before = run.ledger.outputs(run.label)
    set_aside = _set_aside(workspace, before, planned)
    for plan in planned:
        plan.write(plan.output.path)
    outputs = tuple(plan.output for plan in planned)
    written = {workspace.relative(o.path): digest(o.path.read_bytes()) for o in outputs}
    kept = _without_stale(workspace, tuple(renewed), before, written)
    run.ledger.record_outputs(run.label, {**kept, **written})
    return (*outputs, *set_aside)


def _set_aside(
    workspace: Workspace, before: Mapping[str, str], planned: Sequence[Planned]
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
    workspace: Workspace,
    renewed: tuple[str, ...],
    before: Mapping[str, str],
    written: Mapping[str, str],
) -> dict[str, str]:
    """Remove outputs of an earlier run that this one renews and that nobody has touched since."""
    kept: dict[str, str] = {}
    for name, sha256 in before.items():
        path = workspace.root / name
        stale = name.startswith(renewed) and name not in written
        if stale and path.is_file() and digest(path.read_bytes()) == sha256:
            path.unlink()
        elif not stale:
            kept[name] = sha256
    return kept
