"""The catalogue is complete, its codes are permanent, and people can read it."""

import re

import pytest

from toolkit.rules.base import FAMILIES, Rule
from toolkit.rules.registry import RULES, find_rule

TEXTS = ("name", "what", "why", "wrong", "right", "mend")
PERMANENT = (
    *("F101", "F102", "F103", "D201", "D202", "D203", "D204", "D205", "D206", "D207"),
    *("S301", "S302", "S303", "S304", "S305", "S306", "S307", "S308", "S309", "S310", "S311"),
    *("V401", "V402", "V403", "V404", "U501"),
    *("L901", "L902", "L903", "L904", "L905", "L906", "B801"),
)


def test_codes_are_unique() -> None:
    """One code, one rule."""
    codes = [rule.code for rule in RULES]

    assert len(set(codes)) == len(codes)


def test_codes_are_permanent() -> None:
    """Waivers and old findings name them, so a code may be added and never go."""
    assert set(PERMANENT) <= {rule.code for rule in RULES}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_code_names_its_family(rule: Rule) -> None:
    """A letter that is known, and three digits."""
    assert re.fullmatch(r"[A-Z]\d{3}", rule.code)
    assert rule.family == FAMILIES[rule.code[0]]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
@pytest.mark.parametrize("text", TEXTS)
def test_every_text_is_there_and_in_chinese(rule: Rule, text: str) -> None:
    """What people see has no word of programming; the name is a name, the rest are sentences."""
    value = getattr(rule, text)

    assert re.search(r"[\u4e00-\u9fff]", value)
    assert set(re.findall(r"[A-Za-z]+", value)) <= {"WPS", "Excel", "xlsx", "xls"}
    assert value == value.strip()
    assert text in ("wrong", "right") or value.endswith("。") == (text != "name")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_name_fits_a_table(rule: Rule) -> None:
    """It names the fault in a few words."""
    assert 2 < len(rule.name) <= 16


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_what_a_rule_requires_runs_before_it(rule: Rule) -> None:
    """A rule can be skipped only for one that was asked already."""
    earlier = [other.code for other in RULES[: RULES.index(rule)]]

    assert set(rule.requires) <= set(earlier)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_check_is_documented(rule: Rule) -> None:
    """The docstring says the fault in one line."""
    assert rule.check.__doc__


def test_rules_are_found_by_code() -> None:
    """However it was typed."""
    rule = find_rule(" v402 ")

    assert rule is not None
    assert rule.code == "V402"
    assert find_rule("X999") is None
