"""3退回: a copy of each return that must be corrected, marked at its cells."""

import tempfile
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from toolkit.app.workspace import Workspace
from toolkit.errors import UnreadableFileError
from toolkit.files.annotate import Mark, annotated
from toolkit.files.workbook_writer import write_workbook
from toolkit.files.workbooks import read_workbook
from toolkit.model.finding import Finding, Severity
from toolkit.model.month import Month
from toolkit.model.submission import Submission
from toolkit.stages.design import FormInput, design_form
from toolkit.stages.receive import receive
from toolkit.text.deadlines import due_text


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


def marked_return(
    workspace: Workspace,
    month: Month,
    submission: Submission,
    findings: Sequence[Finding],
    now: datetime,
) -> bytes:
    """Return a unit's workbook with its faults marked.

    An .xlsx comes back as the unit's own file; what openpyxl cannot edit (.xls), and a file with
    several units' returns, come back as a fresh form that carries the unit's values.
    """
    data = (workspace.root / submission.file.stored).read_bytes()
    in_time = f"（{due_text(month.due)}前为按时）" if month.due else ""
    heading = f"{submission.unit}：以下 {len(findings)} 处请修改后重新报送{in_time}"
    if not _is_shared(month, submission):
        with suppress(UnreadableFileError):
            own = [_placed_in(submission, finding) for finding in findings]
            return annotated(data, _marks(month, own), heading, now)
    fresh = _fresh_form(month, submission, now)
    return annotated(fresh, _moved(month, submission, fresh, findings), heading, now)


def _is_shared(month: Month, submission: Submission) -> bool:
    """Tell whether a file holds other units' returns too, which are not this unit's to see."""
    return sum(1 for received in month.received if received.file == submission.file) > 1


def _placed_in(submission: Submission, finding: Finding) -> Finding:
    """Return a finding without its cell where that is one of another file of the unit."""
    here = finding.file in (None, submission.file.stored)
    return finding if here else replace(finding, sheet=None, cell=None)


def _marks(month: Month, findings: Sequence[Finding]) -> tuple[Mark, ...]:
    items = month.programme.by_code
    return tuple(
        Mark(
            item=f.item or "",
            title=items[f.item].title if f.item in items else "",
            sheet=f.sheet,
            cell=f.cell,
            message=f.message,
            suggestion=f.suggestion,
        )
        for f in findings
    )


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


def _moved(
    month: Month, submission: Submission, fresh: bytes, findings: Sequence[Finding]
) -> tuple[Mark, ...]:
    """Return the marks at the places that the values have in the fresh form."""
    _, read = receive(submission.file, read_workbook(fresh), month.programme, month.period)
    if read is None:
        raise AssertionError("a form that was just made is always read")
    there = {entry.item.code: entry for entry in read.entries}
    keys = {
        (entry.item.code, entry.cell(key)): key
        for entry in submission.entries
        for key in entry.values
    }
    marks = []
    for finding, mark in zip(findings, _marks(month, findings), strict=True):
        key = keys.get((finding.item or "", finding.cell))
        entry = there.get(finding.item or "")
        cell = entry.cell(key) if entry and key else None
        marks.append(Mark(mark.item, mark.title, read.sheet, cell, mark.message, mark.suggestion))
    return tuple(marks)
