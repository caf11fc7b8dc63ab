"""Numbers in the style in which a list has them."""

import pytest

from toolkit.text.numbering import heading_prefix, numbered_like


@pytest.mark.parametrize(
    ("sample", "number", "written"),
    [
        ("1", 12, "12"),
        ("第十五件", 16, "第十六件"),
        ("一", 4, "四"),
        ("（二）", 21, "（二十一）"),
        ("三、", 11, "十一、"),
        ("", 3, "3"),
        ("甲", 3, "3"),
    ],
)
def test_a_number_is_written_as_the_others(sample: str, number: int, written: str) -> None:
    """Whatever stands around the numeral stays."""
    assert numbered_like(sample, number) == written


@pytest.mark.parametrize(
    ("heading", "prefix"),
    [
        ("一、助老扶老提升改造项目", "一、"),
        ("（三）交通畅行工程", "（三）"),
        ("第七件 建设寄递物流综合服务站", "第七件"),
        ("一村一品工程", ""),
        ("十件实事", ""),
        ("交通畅行工程", ""),
    ],
)
def test_the_number_of_a_heading(heading: str, prefix: str) -> None:
    """A numeral that belongs to the name is no number."""
    assert heading_prefix(heading) == prefix
