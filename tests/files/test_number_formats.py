"""How a number is shown: what a person sees in the cell, or None where that cannot be told."""

from datetime import date, datetime

import pytest

from toolkit.files.number_formats import BUILT_IN, shown, shown_date

DAY = date(2021, 9, 3)


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


@pytest.mark.parametrize(
    ("code", "seen"),
    [
        ('m"月"d"日"', "9月3日"),
        ("m月d日", "9月3日"),
        ('[$-804]yyyy"年"m"月"d"日";@', "2021年9月3日"),
        ('[$-0804]yyyy"年"m"月"', "2021年9月"),
        ("yyyy\\-mm\\-dd", "2021-09-03"),
        ("YYYY.MM.DD", "2021.09.03"),
        ("yy/m/d", "21/9/3"),
        ('"截至"m"月"d"日{0}"', "截至9月3日{0}"),
        (BUILT_IN[58], "9月3日"),
        (BUILT_IN[57], "2021年9月"),
    ],
)
def test_a_date_is_given_as_its_cell_shows_it(code: str, seen: str) -> None:
    """Years, months and days in figures, in any order."""
    assert shown_date(DAY, code) == seen
    assert shown_date(datetime(2021, 9, 3, 15, 30), code) == seen


@pytest.mark.parametrize(
    "code",
    [
        "yyyy/m/d h:mm",
        "mmm-yy",
        "aaaa",
        "[DBNum1]yyyy年m月d日",
        "[$-F800]yyyy年m月d日",
        "[$-411]yy年m月d日",
        "[<44000]m月d日;yyyy年",
        "e年m月",
        "yyy",
        "[Red]m月d日",
        'm"月',
        "0",
        "@",
        "",
    ],
)
def test_a_date_format_outside_what_is_known_says_nothing(code: str) -> None:
    """The whole date is read then, and the coordinator is asked to look."""
    assert shown_date(DAY, code) is None


def test_the_computers_own_date_format_is_not_guessed() -> None:
    """Number 14 looks different on every computer; a date's format says nothing of a number."""
    assert 14 not in BUILT_IN
    assert shown(44442, BUILT_IN[58]) is None
