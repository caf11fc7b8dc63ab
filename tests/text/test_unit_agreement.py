"""Which units only one of two places names."""

import pytest

from toolkit.text.unit_agreement import lacking


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("综合行政执法局", "高新区综合行政执法局"),
        ("市场监管局", "市场监督管理局"),
        ("人社局", "人力资源和社会保障局"),
        ("城乡建设和交通局（交通）", "城乡建设和交通局"),
        ("相关街道", "洸河街道"),
        ("各镇街", "王因街道办事处"),
        ("有关部门", "教育局"),
    ],
)
def test_another_name_of_a_unit(one: str, other: str) -> None:
    """Either way round nothing is lacking."""
    assert lacking([one], [other], {}) == ()
    assert lacking([other], [one], {}) == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("党工委宣传部", "党政办公室（宣传）"),
        ("教育局", "体育局"),
        ("相关街道", "教育局"),
        ("各街道", "马集镇"),
    ],
)
def test_another_unit(one: str, other: str) -> None:
    """It is named."""
    assert lacking([one], [other], {}) == (one,)


def test_an_alias_is_the_same_unit() -> None:
    """As the notice's own names tell."""
    assert lacking(["建交局"], ["城乡建设局"], {"城乡建设局": ("建交局",)}) == ()
