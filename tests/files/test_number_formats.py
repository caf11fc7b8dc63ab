"""How a number is shown: what a person sees in the cell, or None where that cannot be told."""

import pytest

from toolkit.files.number_formats import shown


@pytest.mark.parametrize(
    ("number", "code", "seen"),
    [
        (0.85, "0%", "85%"),
        (0.8567, "0.00%", "85.67%"),
        (85, '0"%"', "85%"),
        (40, '0"处"', "40处"),
        (40, "0处", "40处"),
        (1234.5, "#,##0.00", "1,234.50"),
        (1234.5, '0.##"万元"', "1234.5万元"),
        (3, "[$¥-804]0.00", "¥3.00"),
        (3, "[Red]0", "3"),
        (-3, "0.0", "-3.0"),
        (2.5, "0", "3"),
        (3, "_ 0_ ", "3"),
        (7, "000", "007"),
        (7, "000.0", "007.0"),
    ],
)
def test_a_number_is_given_as_its_cell_shows_it(number: float, code: str, seen: str) -> None:
    """Percent, decimals, thousands, signs and words."""
    assert shown(number, code) == seen


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (-3, "0;(0)"),
        (0, '0;-0;"无"'),
        (3, "[DBNum1]0"),
        (300, '[>100]0"多";0'),
        (45000, 'yyyy"年"m"月"'),
        (0.5, "# ?/?"),
        (85.4, "0.00E+00"),
        (12000, "0,"),
        (0.5, "#.0"),
        (3, "@"),
        (1e30, "0.00"),
        (float("inf"), "0%"),
        (3, "0." + "0" * 300),
        (3, "0.0.0"),
    ],
)
def test_a_format_outside_what_is_known_says_nothing(number: float, code: str) -> None:
    """The number itself has to do then, and the coordinator is asked to look."""
    assert shown(number, code) is None
