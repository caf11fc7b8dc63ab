"""Two texts on one work promise the same, or they do not."""

import pytest

from toolkit.text.agreement import Disagreement, differing_force, differing_numbers


@pytest.mark.parametrize(
    ("texts", "others"),
    [
        (["新建幼儿园5所"], ["年内新建公办幼儿园5所。"]),
        (["新增学位2700个"], ["东校新增学位900个", "西校新增学位1800个"]),
        (["开工30所，续建完工40所"], ["共70所学校建设项目"]),
        (["新建幼儿园5所"], ["新建一批幼儿园，其中城区幼儿园3所。"]),
        (["新建幼儿园5所"], ["修路9公里，铺设管网8公里。"]),
        (["新建幼儿园5所"], ["现有幼儿园12所，不足部分逐年补齐。"]),
        (["培训500人次"], ["培训500名护理员。"]),
        (["实现全覆盖"], ["覆盖率达到90%。"]),
        ([""], ["新建幼儿园5所"]),
    ],
)
def test_no_difference(texts: list[str], others: list[str]) -> None:
    """The same number, a sum, a part, another thing, or nothing to compare."""
    assert differing_numbers(texts, others) == ()


@pytest.mark.parametrize(
    ("texts", "others", "found"),
    [
        (
            ["新建幼儿园5所"],
            ["扩大供给。", "新建公办幼儿园4所。"],
            Disagreement("新建幼儿园5所", "新建公办幼儿园4所", 1),
        ),
        (
            ["修路 20 公里"],
            ["修路25千米"],
            Disagreement("修路20公里", "修路25千米", 0),
        ),
        (
            ["新增学位2700个"],
            ["东校新增学位800个", "西校新增学位1800个"],
            Disagreement("新增学位2700个", "东校新增学位800个”“西校新增学位1800个”相加的“2600", 0),
        ),
    ],
)
def test_a_difference(texts: list[str], others: list[str], found: Disagreement) -> None:
    """Both phrases are shown without blanks, with the text that the second stands in."""
    assert differing_numbers(texts, others) == (found,)


def test_a_small_sum_has_to_count_the_same_thing() -> None:
    """One canteen and one home are not the two centres that another text promises."""
    said = "新增服务场所2处；打造食堂1处；改造敬老院1处"
    other = "新增服务场所3处；打造食堂1处；改造敬老院1处"

    assert [found.second for found in differing_numbers([said], [other])] == ["新增服务场所3处"]


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        ("新设岗位1.65万个", "新设岗位1.65万个以上", 1),
        ("新建幼儿园5所", "新建幼儿园约5所", 1),
        ("签约率达到75%", "签约率75%", 0),
        ("新建幼儿园不少于5所", "新建幼儿园5所以上", 0),
        ("新建幼儿园5所", "新建幼儿园4所以上", 0),
    ],
)
def test_the_same_number_meant_otherwise(one: str, other: str, count: int) -> None:
    """以上 and 约 make a difference; 达到 and nothing at all do not."""
    assert len(differing_force([one], [other])) == count
