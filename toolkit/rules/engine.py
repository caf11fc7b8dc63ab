"""Running the rules: objections in, findings with their places out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from toolkit.model.annual import MergedList
from toolkit.model.finding import Finding
from toolkit.model.form import form_of
from toolkit.model.month import Month
from toolkit.model.notice import Notice
from toolkit.model.programme import Programme, Waiver
from toolkit.model.submission import Entry, Received, Submission
from toolkit.rules.base import Context, Fault, Rule, Subject
from toolkit.rules.returns import RULES


@dataclass(frozen=True, slots=True)
class Checked:
    """What the rules found, and what a waiver of the programme workbook took out."""

    findings: tuple[Finding, ...]
    waived: tuple[tuple[Finding, Waiver], ...] = ()


Failures = set[tuple[str, str | None]]
"""Codes that found a fault, each with the item, or None where the fault is the whole file's."""


def check_programme(programme: Programme, notice: Notice | None = None) -> tuple[Finding, ...]:
    """Run the rules on the list and, when there is one, on the notice that it was read from."""
    from toolkit.rules import lists  # many patterns, which a month's returns do without

    context = Context(programme)
    findings = list(_run(_on(Subject.PROGRAMME, lists.RULES), programme, context, set()))
    if notice is not None:
        findings += _run(_on(Subject.NOTICE, lists.RULES), notice, context, set())
    return tuple(findings)


def check_month(month: Month) -> Checked:
    """Run every rule on a period's files, sheets, entries and on the whole of it."""
    context, form = Context(month.programme, month.period), form_of(month.period.kind)
    rules = [rule for rule in RULES if form in rule.forms and rule.applies(context)]
    file_rules, sheet_rules = _on(Subject.FILE, rules), _on(Subject.SUBMISSION, rules)
    entry_rules = _on(Subject.ENTRY, rules)
    findings = list(_run(_on(Subject.MONTH, rules), month, context, set()))
    for received in month.received:
        findings += _run(file_rules, received, context, set())
    for submission in month.submissions:
        failed: Failures = set()
        findings += _run(sheet_rules, submission, context, failed)
        for entry in submission.entries:
            findings += _run(entry_rules, entry, context, failed)
    return _after_waivers(findings, month)


def check_list(merged: MergedList) -> tuple[Finding, ...]:
    """Run the rules on the list that a year's returns make together."""
    from toolkit.rules import lists

    context = Context(merged.month.programme, merged.month.period)
    return tuple(_run(_on(Subject.LIST, lists.RULES), merged, context, set()))


def check_bulletin(inconsistencies: tuple[str, ...], month: Month) -> tuple[Finding, ...]:
    """Run the rules on what is about to be issued."""
    context = Context(month.programme, month.period)
    return tuple(_run(_on(Subject.BULLETIN, RULES), inconsistencies, context, set()))


def _on(subject: Subject, rules: Iterable[Rule]) -> tuple[Rule, ...]:
    return tuple(rule for rule in rules if rule.subject is subject)


def _run(
    rules: Iterable[Rule], subject: object, context: Context, failed: Failures
) -> Iterator[Finding]:
    item = subject.item.code if isinstance(subject, Entry) else None
    for rule in rules:
        if failed and any((c, None) in failed or (c, item) in failed for c in rule.requires):
            continue
        for fault in rule.check(subject, context):
            finding = _finding(rule, fault, subject)
            failed.add((rule.code, finding.item))
            yield finding


def _finding(rule: Rule, fault: Fault, subject: object) -> Finding:
    unit = item = file = sheet = cell = None
    if isinstance(subject, Entry):
        unit, item, file, sheet = (
            subject.unit,
            subject.item.code,
            subject.file.stored,
            subject.sheet,
        )
        cell = subject.cell(fault.key) if fault.key else None
    elif isinstance(subject, Submission):
        unit, file, sheet = subject.unit, subject.file.stored, subject.sheet
    elif isinstance(subject, Received):
        unit, file = subject.unit, subject.file.stored
    return Finding(
        code=rule.code,
        name=rule.name,
        severity=rule.severity,
        message=fault.message,
        suggestion=fault.suggestion or rule.mend,
        unit=fault.unit or unit,
        item=fault.item or item,
        file=fault.file or file,
        sheet=fault.sheet or sheet,
        cell=fault.cell or cell,
    )


def _after_waivers(findings: Iterable[Finding], month: Month) -> Checked:
    kept: list[Finding] = []
    waived: list[tuple[Finding, Waiver]] = []
    for finding in findings:
        waiver = next(
            (w for w in month.programme.waivers if _waives(w, finding, month.period.label)), None
        )
        if waiver is None:
            kept.append(finding)
        else:
            waived.append((finding, waiver))
    return Checked(tuple(kept), tuple(waived))


def _waives(waiver: Waiver, finding: Finding, period: str) -> bool:
    return (
        waiver.rule.upper() == finding.code
        and waiver.unit in ("", finding.unit)
        and waiver.code in ("", finding.item)
        and (not waiver.start or waiver.start <= period)
        and (not waiver.end or period <= waiver.end)
    )
