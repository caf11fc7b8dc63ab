"""Running the rules: objections in, findings with their places out."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from operator import itemgetter

from toolkit.model.annual import MergedList
from toolkit.model.finding import Finding, Severity
from toolkit.model.form import form_of
from toolkit.model.inconsistency import Inconsistency
from toolkit.model.month import Month
from toolkit.model.notice import Notice
from toolkit.model.period import PeriodKind
from toolkit.model.programme import Programme, Waiver
from toolkit.model.rule_settings import RuleSetting
from toolkit.model.submission import Entry, Received, Submission
from toolkit.model.waiving import WaiverState, WaiverUse
from toolkit.rules.base import READ_OUT_OF_TEXTS, Context, Fault, Rule, Subject
from toolkit.rules.returns import RULES
from toolkit.rules.waivers import after_waivers
from toolkit.text.readable import is_readable


@dataclass(frozen=True, slots=True)
class Checked:
    """What the rules found, and what became of the waivers of the programme workbook."""

    findings: tuple[Finding, ...]
    waivers: tuple[WaiverUse, ...] = ()

    @property
    def waived(self) -> tuple[tuple[Finding, Waiver], ...]:
        """What was taken out, each with the waiver that did."""
        used = (use for use in self.waivers if use.state is WaiverState.IN_FORCE)
        return tuple((finding, use.waiver) for use in used for finding in use.findings)


Failures = set[tuple[str, str | None]]
"""Codes that found a fault, each with the item, or None where the fault is the whole file's."""


def check_programme(programme: Programme, notice: Notice | None = None) -> tuple[Finding, ...]:
    """Run the rules on the list and, when there is one, on the notice that it was read from."""
    from toolkit.rules import lists  # many patterns, which a month's returns do without

    context = Context(programme)
    rules = [rule for rule in lists.RULES if _holds(rule, context)]
    findings = list(_run(_on(Subject.PROGRAMME, rules), programme, context, set()))
    if notice is not None:
        findings += _run(_on(Subject.NOTICE, rules), notice, context, set())
    return tuple(findings)


Wanted = Callable[[str], bool]
"""Tells whether the rule of a code is to be asked."""


def every_rule(code: str) -> bool:
    """Want all of them."""
    return True


def check_month(month: Month, wanted: Wanted = every_rule) -> Checked:
    """Run the rules on a period's files, sheets, entries and on the whole of it.

    Args:
        wanted: Which rules; what a rule requires is asked all the same, so that none objects
            where another has said it.
    """
    return _judged(_found_in(month), month, wanted)


def check_year(merged: MergedList, wanted: Wanted = every_rule) -> Checked:
    """Run the rules on a year's returns and on the list that they make together.

    Args:
        wanted: Which rules.
    """
    return _judged((*_found_in(merged.month), *check_list(merged)), merged.month, wanted)


def _found_in(month: Month) -> list[Finding]:
    context = Context(month.programme, month.period, month)
    rules = [rule for rule in RULES if _holds(rule, context)]
    file_rules, sheet_rules = _on(Subject.FILE, rules), _on(Subject.SUBMISSION, rules)
    entry_rules = _on(Subject.ENTRY, rules)
    findings = list(_run(_on(Subject.MONTH, rules), month, context, set()))
    for received in month.received:
        findings += _run(file_rules, received, context, set())
    for submission in month.submissions:
        failed: Failures = set()
        findings += _run(sheet_rules, submission, context, failed)
        findings += _on_entries(entry_rules, submission, context, failed)
    return findings


def _on_entries(
    rules: Iterable[Rule], submission: Submission, context: Context, failed: Failures
) -> list[Finding]:
    """Run the rules on the entries of a return; return what they found entry by entry.

    They are asked rule by rule: the patterns of a single one stay in the processor's cache, those
    of all do not, and take a quarter more time for it.
    """
    entries = list(enumerate(submission.entries))
    readable = [(place, entry) for place, entry in entries if is_readable(entry.values)]
    found = [
        told
        for rule in _that_may(rules, submission)
        for told in _told(
            rule, readable if rule.code[0] in READ_OUT_OF_TEXTS else entries, context, failed
        )
    ]
    return [finding for _, finding in sorted(found, key=itemgetter(0))]


def _judged(findings: Iterable[Finding], month: Month, wanted: Wanted) -> Checked:
    """Take out what waivers name, and say which of them have expired over something."""
    programme, period = month.programme, month.period
    kept, uses = after_waivers(findings, programme.waivers, period)
    context = Context(programme, period, month)
    rules = [rule for rule in _on(Subject.WAIVER, RULES) if _holds(rule, context)]
    expired = [use for use in uses if use.state is WaiverState.EXPIRED and use.findings]
    told = (finding for use in expired for finding in _run(rules, use, context, set()))
    return Checked(tuple(finding for finding in (*kept, *told) if wanted(finding.code)), uses)


def _holds(rule: Rule, context: Context) -> bool:
    """Tell whether a rule is asked for a period: by its form, its columns, and the scheme."""
    kind = context.period.kind if context.period else PeriodKind.MONTH
    setting = context.programme.scheme.rules.get(rule.code)
    off = setting is not None and setting.off
    return not off and form_of(kind) in rule.forms and rule.applies(context)


def check_list(merged: MergedList) -> tuple[Finding, ...]:
    """Run the rules on the list that a year's returns make together."""
    from toolkit.rules import lists

    context = Context(merged.month.programme, merged.month.period, merged.month)
    rules = [rule for rule in lists.RULES if _holds(rule, context)]
    return tuple(_run(_on(Subject.LIST, rules), merged, context, set()))


def check_bulletin(found: tuple[Inconsistency, ...], month: Month) -> tuple[Finding, ...]:
    """Run the rules on what is about to be issued; no scheme switches these off."""
    context = Context(month.programme, month.period, month)
    return tuple(_run(_on(Subject.BULLETIN, RULES), found, context, set()))


def _on(subject: Subject, rules: Iterable[Rule]) -> tuple[Rule, ...]:
    return tuple(rule for rule in rules if rule.subject is subject)


def _that_may(rules: Iterable[Rule], submission: Submission) -> tuple[Rule, ...]:
    """Return the rules on entries that may find something in a return: most texts are in order."""
    written = "\n".join([text for entry in submission.entries for text in entry.values.values()])
    told = {may: may(written) for may in {rule.may for rule in rules} if may}
    return tuple(rule for rule in rules if rule.may is None or told[rule.may])


def _run(
    rules: Iterable[Rule], subject: object, context: Context, failed: Failures
) -> Iterator[Finding]:
    for rule in rules:
        for _, finding in _told(rule, ((0, subject),), context, failed):
            yield finding


def _told(
    rule: Rule, subjects: Iterable[tuple[int, object]], context: Context, failed: Failures
) -> Iterator[tuple[int, Finding]]:
    """Ask one rule about numbered subjects; yield what it found, with the subject's number."""
    setting = context.programme.scheme.rules.get(rule.code)
    for number, subject in subjects:
        if failed and _is_pointless(rule, subject, failed):
            continue
        for fault in rule.check(subject, context):
            finding = _finding(rule, fault, subject)
            failed.add((rule.code, finding.item))
            yield number, _as_set(finding, setting) if setting else finding


def _is_pointless(rule: Rule, subject: object, failed: Failures) -> bool:
    """Tell whether a fault that was found already makes a rule pointless."""
    item = subject.item.code if isinstance(subject, Entry) else None
    return any((code, None) in failed or (code, item) in failed for code in rule.requires)


def _as_set(finding: Finding, setting: RuleSetting) -> Finding:
    """Return a finding as the scheme wants it; one of a rule on trial never blocks."""
    severity = Severity.INFO if setting.trial else setting.severity or finding.severity
    return replace(finding, severity=severity, trial=setting.trial)


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
    elif isinstance(subject, WaiverUse):
        unit, item = subject.waiver.unit or None, subject.waiver.code or None
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
