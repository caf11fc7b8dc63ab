"""3退回: a copy of each return that must be corrected, marked at its cells, and a note with it."""

import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from toolkit.app.period_run import PeriodRun
from toolkit.errors import UnreadableFileError
from toolkit.files.annotate import Marked, annotated
from toolkit.files.inbox import safe_name
from toolkit.files.workbook_writer import write_workbook
from toolkit.files.workbooks import read_workbook
from toolkit.model.amendment import Amendment
from toolkit.model.finding import Finding, Severity
from toolkit.model.form import form_of
from toolkit.model.month import Month
from toolkit.model.programme import Item
from toolkit.model.return_note import Attached, ReturnNote
from toolkit.model.submission import Submission
from toolkit.stages.design import FormInput, design_form
from toolkit.stages.receive import receive
from toolkit.stages.refused import refused_files
from toolkit.stages.return_note import asked_until, what_is_attached
from toolkit.stages.return_order import amendments, in_fresh_form
from toolkit.text.deadlines import due_text
from toolkit.text.periods import span_name


@dataclass(frozen=True, slots=True)
class SentBack:
    """What goes back to one unit.

    Attributes:
        name: The name of the marked file.
        data: The marked file.
    """

    note: ReturnNote
    name: str
    data: bytes


def corrections(month: Month, findings: Sequence[Finding]) -> dict[str, tuple[Finding, ...]]:
    """Return what each unit has to correct in its own return, by unit."""
    files = {(submission.file.stored, submission.unit) for submission in month.submissions}
    files |= {(e.file.stored, e.unit) for s in month.submissions for e in s.entries}
    asked: dict[str, list[Finding]] = {}
    for finding in findings:
        of_unit = finding.unit is not None and (finding.file, finding.unit) in files
        if finding.severity is Severity.ERROR and of_unit:
            asked.setdefault(finding.unit or "", []).append(finding)
    return {unit: tuple(listed) for unit, listed in asked.items()}


def sent_back(
    run: PeriodRun, month: Month, submission: Submission, findings: Sequence[Finding]
) -> SentBack:
    """Return a unit's workbook with its faults marked, and the note that goes with it.

    An .xlsx or .xlsm comes back as the unit's own file; any other, and a file with several units'
    returns, come back as a fresh form that carries the unit's values.
    """
    entries = amendments(
        [_placed_in(submission, finding) for finding in findings],
        _items(month, submission),
        submission.sheet,
    )
    note = replace(
        _note(month, submission.unit, run.now),
        original=submission.file.name,
        attached=Attached.PART if _is_shared(month, submission) else Attached.OWN,
        entries=entries,
    )
    marked = None
    if note.attached is Attached.OWN:
        data = (run.workspace.root / submission.file.stored).read_bytes()
        try:
            marked = annotated(data, entries, _heading(note), run.now)
        except UnreadableFileError:
            note = replace(note, attached=Attached.FRESH)
    if marked is None:
        marked, entries = _in_fresh_form(month, submission, note, run.now)
    name = f"{safe_name(submission.unit)}{marked.suffix}"
    return SentBack(replace(note, entries=entries, attachment=name), name, marked.data)


def refusals(month: Month, now: datetime) -> tuple[ReturnNote, ...]:
    """Return a note for each unit of which files came and none could be taken."""
    return tuple(
        replace(_note(month, unit, now), original=files[0].name, refused=files)
        for unit, files in refused_files(month).items()
    )


def _note(month: Month, unit: str, now: datetime) -> ReturnNote:
    """Return a note that says nothing yet."""
    programme, period = month.programme, month.period
    settings, scheme = programme.settings, programme.scheme
    span = span_name(period, cumulative=scheme.cumulative)
    return ReturnNote(
        unit=unit,
        span=f"{period.year}年{span}",
        table=f"{scheme.phrase}{form_of(period.kind).sheet}",
        authority=settings.authority,
        signature=settings.signature,
        issued=now.date(),
        due=month.due,
        original="",
        attached=Attached.NOTHING,
        attachment=f"{safe_name(unit)}.xlsx",
        contact=settings.contact,
        phone=settings.phone,
    )


def _heading(note: ReturnNote) -> str:
    until = asked_until(note.due, note.issued)
    lead = f"{note.unit}：以下 {len(note.entries)} 处请修改后重新报送"
    lines = (lead + (f"（{until}）" if until else ""), what_is_attached(note))
    return "\n".join(filter(None, lines))


def _is_shared(month: Month, submission: Submission) -> bool:
    """Tell whether a file holds other units' returns too, which are not this unit's to see."""
    return sum(1 for received in month.received if received.file == submission.file) > 1


def _placed_in(submission: Submission, finding: Finding) -> Finding:
    """Return a finding without its cell where that is one of another file of the unit."""
    here = finding.file in (None, submission.file.stored)
    return finding if here else replace(finding, sheet=None, cell=None)


def _items(month: Month, submission: Submission) -> Mapping[str, Item]:
    """Return the items that a unit may have reported on, new ones of its own last."""
    return {**month.programme.by_code, **{e.item.code: e.item for e in submission.entries}}


def _in_fresh_form(
    month: Month, submission: Submission, note: ReturnNote, now: datetime
) -> tuple[Marked, tuple[Amendment, ...]]:
    """Return a new form with a unit's values and the marks at the places that they have there."""
    fresh = _fresh_form(month, submission, now)
    _, read = receive(submission.file, read_workbook(fresh), month.programme, month.period)
    if read is None:
        raise AssertionError("a form that was just made is always read")
    entries = in_fresh_form(note.entries, submission, read)
    return annotated(fresh, entries, _heading(replace(note, entries=entries)), now), entries


def _fresh_form(month: Month, submission: Submission, now: datetime) -> bytes:
    form = FormInput(
        programme=month.programme,
        period=month.period,
        unit=submission.unit,
        items=month.programme.addressees[submission.unit],
        issue=submission.identity.issue or 1,
        plans={},
        due=due_text(month.due),
        values={entry.item.code: entry.values for entry in submission.entries},
    )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "form.xlsx"
        write_workbook(design_form(form), path, now)
        return path.read_bytes()
