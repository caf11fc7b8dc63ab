"""Taking out of the findings what the sheet 豁免 names."""

from collections.abc import Iterable, Sequence

from toolkit.model.finding import Finding
from toolkit.model.period import Period
from toolkit.model.programme import Waiver
from toolkit.model.waiving import WaiverState, WaiverUse
from toolkit.text.periods import parse_period


def after_waivers(
    findings: Iterable[Finding], waivers: Sequence[Waiver], period: Period
) -> tuple[tuple[Finding, ...], tuple[WaiverUse, ...]]:
    """Return the findings that stay, and what each waiver did, in the order of the sheet.

    A finding goes to the first waiver in force that names it. An expired one takes out nothing;
    what it would have taken out is noted, so that it can be said why that is told again.
    """
    if not waivers:
        return tuple(findings), ()
    states = [_state(waiver, period) for waiver in waivers]
    by_rule: dict[str, list[int]] = {}
    for number, waiver in enumerate(waivers):
        by_rule.setdefault(waiver.rule.upper(), []).append(number)
    kept: list[Finding] = []
    matched: list[list[Finding]] = [[] for _ in waivers]
    for finding in findings:
        named = [n for n in by_rule.get(finding.code, ()) if _names(waivers[n], finding)]
        taken = next((n for n in named if states[n] is WaiverState.IN_FORCE), None)
        if taken is not None:
            matched[taken].append(finding)
            continue
        kept.append(finding)
        for number in named:
            if states[number] is WaiverState.EXPIRED:
                matched[number].append(finding)
    uses = zip(waivers, states, matched, strict=True)
    return tuple(kept), tuple(_use(waiver, state, tuple(found)) for waiver, state, found in uses)


def _use(waiver: Waiver, state: WaiverState, found: tuple[Finding, ...]) -> WaiverUse:
    unused = state is WaiverState.IN_FORCE and not found
    return WaiverUse(waiver, WaiverState.UNUSED if unused else state, found)


def _state(waiver: Waiver, period: Period) -> WaiverState:
    """Tell whether a waiver counts on the last day of a period, whatever kind its own periods are.

    Labels cannot be compared as texts: 下旬 would come before 中旬, and 2021-Q3 after 2021-12.
    """
    if waiver.start and period.end < parse_period(waiver.start).start:
        return WaiverState.FUTURE
    if waiver.end and parse_period(waiver.end).end < period.end:
        return WaiverState.EXPIRED
    return WaiverState.IN_FORCE


def _names(waiver: Waiver, finding: Finding) -> bool:
    return waiver.unit in ("", finding.unit) and waiver.code in ("", finding.item)
