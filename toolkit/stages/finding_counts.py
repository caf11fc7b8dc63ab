"""Findings as people sort and count them: the gravest first, by unit, by rule, by item."""

from collections import Counter
from collections.abc import Iterable, Sequence

from toolkit.model.finding import Finding, Severity
from toolkit.model.programme import Programme

SEVERITY_NAMES = {
    Severity.ERROR: "须改正",
    Severity.WARNING: "请核对",
    Severity.INFO: "提示",
}
TRIAL = "试行"
_WORDS = (*SEVERITY_NAMES.values(), TRIAL)
_GRAVITY = {word: number for number, word in enumerate(_WORDS)}


def severity_word(finding: Finding) -> str:
    """Return what people call a finding's severity; one of a rule on trial is 试行."""
    return TRIAL if finding.trial else SEVERITY_NAMES[finding.severity]


def severity_words(findings: Iterable[Finding]) -> tuple[str, ...]:
    """Return the words to count under, the gravest first; 试行 only where a rule is on trial."""
    return _WORDS if any(finding.trial for finding in findings) else _WORDS[:-1]


def sorted_findings(
    findings: Iterable[Finding], programme: Programme | None = None
) -> list[Finding]:
    """Return findings with the gravest first, then by unit, wholes before their details.

    Args:
        findings: In the order in which the rules found them, which decides among equals.
        programme: Whose list gives the order of units and items; theirs is kept when None.
    """
    if programme is None:
        return sorted(findings, key=lambda finding: _GRAVITY[severity_word(finding)])
    units = {unit: number for number, unit in enumerate(programme.addressees)}
    items = {code: number for number, code in enumerate(programme.by_code)}

    def place(finding: Finding) -> tuple[int, int, str, int]:
        unit, item = finding.unit, finding.item
        return (
            _GRAVITY[severity_word(finding)],
            -1 if unit is None else units.get(unit, len(units)),
            unit or "",
            -1 if item is None else items.get(item, len(items)),
        )

    return sorted(findings, key=place)


def count_words(findings: Iterable[Finding]) -> Counter[str]:
    """Count findings by the word for their severity."""
    return Counter(map(severity_word, findings))


def by_unit(findings: Iterable[Finding], programme: Programme) -> dict[str, list[Finding]]:
    """Return the findings of each unit that has any, in the list's order; "" for no unit's."""
    found: dict[str, list[Finding]] = {}
    for finding in findings:
        found.setdefault(finding.unit or "", []).append(finding)
    listed = [unit for unit in ("", *programme.addressees) if unit in found]
    return {unit: found[unit] for unit in (*listed, *sorted(found.keys() - {*listed}))}


def by_rule(findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    """Return the findings of each rule that has any by its code, the gravest and most first."""
    found: dict[str, list[Finding]] = {}
    for finding in findings:
        found.setdefault(finding.code, []).append(finding)

    def place(code: str) -> tuple[int, int, str]:
        return min(_GRAVITY[severity_word(f)] for f in found[code]), -len(found[code]), code

    return {code: found[code] for code in sorted(found, key=place)}


def by_item(findings: Sequence[Finding], programme: Programme) -> dict[str, list[Finding]]:
    """Return the findings of each item that has any by its 编号, in the list's order."""
    found: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.item:
            found.setdefault(finding.item, []).append(finding)
    listed = [code for code in programme.by_code if code in found] if found else []
    return {code: found[code] for code in (*listed, *sorted(found.keys() - {*listed}))}
