"""Every rule objects to what it is for, to nothing else, and not where another has said it."""

from dataclasses import replace

import pytest

from tests.rules.case import Case, load_cases
from toolkit.model.rule_settings import RuleSetting
from toolkit.rules.base import Context, Rule, Subject
from toolkit.rules.registry import RULES, find_rule

CASES = tuple(load_cases())


def rule_of(case: Case) -> Rule:
    """Return the rule that a case is about."""
    rule = find_rule(case.rule)
    assert rule is not None, f"用例写了不存在的规则 {case.rule}"
    return rule


def outcomes(code: str) -> set[str]:
    """Return which outcomes a rule's cases show."""
    return {case.outcome for case in CASES if case.rule == code}


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.rule}-{case.because}")
def test_case(case: Case) -> None:
    """A case that fails has the finding, at its place and with its words; the others have none."""
    found = [finding for finding in case.findings() if finding.code == rule_of(case).code]

    assert bool(found) == (case.outcome == "fail")
    if found and case.cell:
        assert case.cell in [finding.cell for finding in found]
    if found:
        assert any(case.says in finding.message for finding in found)


@pytest.mark.parametrize(
    "case",
    [c for c in CASES if c.outcome == "skip"],
    ids=lambda case: f"{case.rule}-{case.because}",
)
def test_a_skipped_rule_would_object_and_one_before_it_did(case: Case) -> None:
    """Otherwise the case would show nothing."""
    month, rule = case.month(), rule_of(case)
    context = Context(month.programme, month.period, month)
    entries = [entry for submission in month.submissions for entry in submission.entries]
    subjects = {Subject.ENTRY: entries, Subject.SUBMISSION: month.submissions}[rule.subject]

    assert any(list(rule.check(subject, context)) for subject in subjects)
    before = {finding.code for finding in case.findings()} & set(rule.requires)
    assert before or not rule.applies(context)


@pytest.mark.parametrize("case", [c for c in CASES if c.outcome == "fail"], ids=lambda c: c.because)
def test_a_rule_that_the_scheme_switches_off_says_nothing(case: Case) -> None:
    """Whatever the rule: an office that does not want it is not told."""
    off = {case.rule: RuleSetting(off=True)}

    published = case.notice or case.text  # what is published has the scheme of its layout
    if rule_of(case).subject not in (Subject.BULLETIN, Subject.NOTICE) and not published:
        assert case.rule not in {finding.code for finding in replace(case, rules=off).findings()}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_has_its_cases(rule: Rule) -> None:
    """At least one to pass and one to fail, and one to skip where a rule may be skipped."""
    wanted = {"pass", "fail"} | ({"skip"} if rule.requires else set())

    assert outcomes(rule.code) == wanted


def test_every_case_says_what_it_shows() -> None:
    """No two of a rule are the same."""
    names = [(case.rule, case.because) for case in CASES]

    assert all(because for _, because in names)
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("case", [c for c in CASES if c.outcome == "fail"], ids=lambda c: c.because)
def test_a_finding_says_where_and_what_to_do(case: Case) -> None:
    """Rule, place and advice are there for whoever reads it."""
    rule = rule_of(case)

    for finding in case.findings():
        if finding.code == rule.code:
            assert finding.name == rule.name
            assert finding.severity is rule.severity
            assert finding.suggestion
            assert finding.message.endswith(("。", "”。"))
            assert finding.file or rule.subject in (Subject.MONTH, Subject.BULLETIN)
