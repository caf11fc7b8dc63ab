"""`minsheng forms`: one workbook a unit in 1下发."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from toolkit.app.amending import check_open
from toolkit.app.period_run import period_run
from toolkit.app.workspace import Workspace, unit_of
from toolkit.files.atomic import check_replaceable
from toolkit.files.inbox import file_digest, safe_name
from toolkit.files.workbook_writer import write_workbook
from toolkit.ledger.store import Ledger
from toolkit.model.finding import Finding
from toolkit.model.form import Form, form_of
from toolkit.model.ledger import Dispatch
from toolkit.model.period import Period
from toolkit.model.programme import Item, Programme
from toolkit.model.scheme import Key
from toolkit.rules.engine import check_programme
from toolkit.stages.design import FormInput, design_form
from toolkit.text.clean import is_blank
from toolkit.text.deadlines import deadline, due_text
from toolkit.text.periods import previous_period


@dataclass(frozen=True, slots=True)
class MadeForm:
    """One form that was written."""

    dispatch: Dispatch
    path: Path
    items: int


@dataclass(frozen=True, slots=True)
class Dispatched:
    """What `forms` made."""

    period: Period
    files: tuple[MadeForm, ...]
    findings: tuple[Finding, ...]


def make_forms(
    workspace: Workspace, label: str, units: Collection[str], now: datetime
) -> Dispatched:
    """Write the form of every unit, or of those named, and record them as sent.

    Raises:
        MinshengError: The programme or the period cannot be used, a unit is unknown, or a form
            of an earlier issue is open in another program.
    """
    with period_run(workspace, label, now) as run:
        programme, period = run.programme, run.period
        chosen = _units(programme, _asked(programme, period), units)
        check_open(run)
        forms = _inputs(run.ledger, programme, period, chosen)
        folder = workspace.forms(period)
        paths = [folder / f"{safe_name(form.unit)}.xlsx" for form in forms]
        check_replaceable(paths)
        folder.mkdir(parents=True, exist_ok=True)
        run.inbox.mkdir(exist_ok=True)
        made = [_make(workspace, form, path, now) for form, path in zip(forms, paths, strict=True)]
        run.ledger.add_dispatches([form.dispatch for form in made])
    return Dispatched(period, tuple(made), check_programme(programme))


def _inputs(
    ledger: Ledger, programme: Programme, period: Period, units: Collection[str]
) -> list[FormInput]:
    before = ledger.dispatches(period.label)
    plans = last_plans(ledger, period)
    due = deadline(programme.settings.report_by, period)
    items = _asked(programme, period)
    return [
        FormInput(
            programme=programme,
            period=period,
            unit=unit,
            items=items[unit],
            issue=before[unit].issue + 1 if unit in before else 1,
            plans={i.code: plans[i.code] for i in items[unit] if i.code in plans},
            due=due_text(due),
            values=_prefilled(period, items[unit]),
        )
        for unit in units
    ]


def _asked(programme: Programme, period: Period) -> Mapping[str, tuple[Item, ...]]:
    """Return the units that get a form, with their items: for new ones anybody is asked."""
    summary = form_of(period.kind) is Form.SUMMARY
    return programme.addressees if summary else programme.assignments


def _prefilled(period: Period, items: Iterable[Item]) -> dict[str, Mapping[Key, str]]:
    """Return the texts with which a form begins: a summary form has what the list says."""
    summary = form_of(period.kind) is Form.SUMMARY
    return {item.code: item.values for item in items} if summary else {}


def _make(workspace: Workspace, form: FormInput, path: Path, now: datetime) -> MadeForm:
    write_workbook(design_form(form), path, now)
    dispatch = Dispatch(
        period=form.period.label,
        unit=form.unit,
        issue=form.issue,
        form=form_of(form.period.kind).value,
        path=workspace.relative(path),
        sha256=file_digest(path),
        sent_at=now,
    )
    return MadeForm(dispatch, path, len(form.items))


def last_plans(ledger: Ledger, period: Period) -> dict[str, str]:
    """Return what units planned last period for this one, by 编号."""
    before = previous_period(period)
    if before is None:
        return {}
    plans: dict[str, list[str]] = {}
    for entry in ledger.entries(before.label):
        text = entry.values.get(Key.PLAN, "")
        if not is_blank(text):
            plans.setdefault(entry.code, []).append(text)
    return {code: "\n".join(texts) for code, texts in plans.items()}


def _units(programme: Programme, asked: Collection[str], units: Collection[str]) -> tuple[str, ...]:
    if not units:
        return tuple(asked)
    return tuple(dict.fromkeys(unit_of(programme, name, asked) for name in units))
