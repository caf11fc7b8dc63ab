"""The catalogue is complete, its codes are permanent, and people can read it."""

import re

import pytest

from toolkit.rules.base import FAMILIES, Rule
from toolkit.rules.registry import RULES, find_rule

TEXTS = ("name", "what", "why", "wrong", "right", "mend")
PERMANENT = (
    *("F101", "F102", "F103", "F104", "F105", "F106"),
    *("D201", "D202", "D203", "D204", "D205", "D206", "D207", "D208"),
    *("S301", "S302", "S303", "S304", "S305", "S306", "S307", "S308", "S309", "S310", "S311"),
    *("S312", "S313", "S314"),
    *("V401", "V402", "V403", "V404", "V405", "V406", "V407", "V408", "V409", "V410", "V411"),
    "V412",
    *("W451", "W452", "W453", "W454", "W455", "W456", "W457", "W458", "W459", "W460", "W461"),
    *("W462", "W463", "W464", "W465", "W466", "W467", "W468", "W469", "W470", "W471"),
    "W472",
    *("J701", "J702", "J703", "J704", "J705", "J706", "J707", "J708", "J709", "J710", "J711"),
    *("J712", "J714", "J715", "J716", "J717", "J721", "J722"),
    *("J723", "J724", "J725", "J726", "J727", "J728", "J729"),
    *("J730", "J731", "J732", "J733", "J734", "J735", "J736", "J737"),
    *("H751", "H752", "H753", "H754", "H755", "H756", "H757", "H758"),
    *("H759", "H760", "H761", "H762", "H763", "H764"),
    *("U501", "U502", "U503", "U504"),
    *("B801", "B802", "B803", "B804"),
    *("P601", "P602", "P603", "P604", "P605", "P606", "P607", "P608", "P609"),
    *("L901", "L902", "L903", "L904", "L905", "L906", "L911", "L912", "L913", "L914", "L915"),
    *("L916", "L917", "L918", "L919", "L920", "L921", "L922", "L923", "L924", "L925", "L926"),
    *("L927", "L928", "L929", "L930", "L931", "L932"),
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
