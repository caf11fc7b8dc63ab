"""Measure words."""

import re

import pytest

from toolkit.text.measures import UNIT, counts_things, per_unit


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("人次培训", "人次"),
        ("个百分点", "个百分点"),
        ("平方米", "平方米"),
        ("套(间)", "套(间)"),
        ("场次", "场次"),
        ("m²绿地", "m²"),
    ],
)
def test_the_longest_measure_counts(text: str, expected: str) -> None:
    """场次 is not 场 with something behind it."""
    match = re.match(UNIT, text)

    assert match is not None
    assert match[0] == expected


@pytest.mark.parametrize("text", ["台账", "家庭", "处理", "年", "号线", "级", "口袋", "位于"])
def test_words_that_only_begin_like_a_measure_are_none(text: str) -> None:
    """15台账 counts no machines."""
    assert re.match(UNIT, text) is None


@pytest.mark.parametrize(
    ("unit", "before", "after", "expected"),
    [
        ("元", "按照每人每年", "", "元/人·年"),
        ("元", "三孩", "每人每月", "元/人·月"),
        ("元", "提高到", "/月", "元/月"),
        ("次", "每季度召开", "", "次/季度"),
        ("吨", "建设日处理", "", "吨/日"),
        ("吨", "今日处理", "", "吨"),
        ("处", "每个街道建设", "", "处"),
        ("套(间)", "筹集", "", "套（间）"),
    ],
)
def test_what_a_rate_is_per(unit: str, before: str, after: str, expected: str) -> None:
    """It may stand before the number or behind the measure."""
    assert per_unit(unit, before, after) == expected


def test_things_and_amounts() -> None:
    """There is half a kilometre, but no half school."""
    assert counts_things("所")
    assert not counts_things("公里")
