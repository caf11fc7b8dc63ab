"""Numbers as official texts write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.text.numbers import arabic_number, chinese_number, flatten
from toolkit.text.numerals import heading_numeral


@pytest.mark.parametrize(
    ("digits", "scale", "expected"),
    [
        ("35", "万", 350_000),
        ("1.65", "万", 16_500),
        ("8.6", "万", 86_000),
        ("1,050", "", 1_050),
        ("1.2", "亿", 120_000_000),
        ("3", "千", 3_000),
        ("2", "百万", 2_000_000),
    ],
)
def test_arabic_number(digits: str, scale: str, expected: float) -> None:
    """万 and 亿 are worked out exactly: 1.65万 is 16500, not 16499.999…"""
    assert arabic_number(digits, scale) == expected


@pytest.mark.parametrize(
    ("numeral", "expected"),
    [
        ("一", 1),
        ("两", 2),
        ("十", 10),
        ("十五", 15),
        ("三十", 30),
        ("一百二十", 120),
        ("五百四十", 540),
        ("一千零五", 1_005),
        ("三万", 30_000),
        ("一亿二千万", 120_000_000),
        ("百", 100),
        ("万", 10_000),
    ],
)
def test_chinese_number(numeral: str, expected: float) -> None:
    """Every place counts; 百 alone is one hundred, as in 百余."""
    assert chinese_number(numeral) == expected


@pytest.mark.parametrize("numeral", ["三五", "一二三", "二三十"])
def test_two_digits_side_by_side_are_no_number(numeral: str) -> None:
    """三五个 means a few, 一二三级 lists three: neither is read as a number."""
    assert chinese_number(numeral) is None


@pytest.mark.parametrize("numeral", ["", "A", "十月", "30", "一百余", "第三", "三 十", "😀"])
def test_what_is_no_numeral_has_no_value(numeral: str) -> None:
    """Whatever stands in a cell, the answer is None and never a failure."""
    assert chinese_number(numeral) is None


@given(st.text())
def test_any_text_is_borne(text: str) -> None:
    """A value comes only of the signs of numerals."""
    value = chinese_number(text)

    assert value is None or set(text) <= set("零〇一二两三四五六七八九十百千万亿")


@given(st.integers(1, 99))
def test_numerals_of_headings_are_read_back(number: int) -> None:
    """What the toolkit writes it also reads."""
    assert chinese_number(heading_numeral(number)) == number


def test_torn_words_are_joined() -> None:
    """Blanks and line breaks of a narrow column or a PDF go, and every place is remembered."""
    text = "新建 3 所中\n小学"

    flat = flatten(text)

    assert flat.text == "新建3所中小学"
    assert text[slice(*flat.span(2, 4))] == "3 所"


def test_a_line_break_before_a_marker_stays() -> None:
    """Items of a list are not run together."""
    assert (
        flatten("新建公园\n2.修缮学校\n（3）改造\n小区").text == "新建公园\n2.修缮学校\n(3)改造小区"
    )


@given(st.text(max_size=60))
def test_every_character_keeps_its_place(text: str) -> None:
    """Only blanks are left out, and nothing moves."""
    flat = flatten(text)

    assert len(flat.text) == len(flat.places)
    assert list(flat.places) == sorted(set(flat.places))
    kept = set(flat.places)
    assert all(sign.isspace() for place, sign in enumerate(text) if place not in kept)
