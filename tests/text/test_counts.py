"""Any number in a measure is seen, whatever it counts; a number in another measure is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.text.counts import states_any_count


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("已完工16公里。", "公里"),
        ("已完工16.5km，正在验收。", "公里"),
        ("已完工16千米。", "公里"),
        ("举办演出98场次。", "场"),
        ("举办演出98场。", "场次"),
        ("培训320名。", "人"),
        ("培训三百二十人。", "名"),
        ("改造8.6万㎡。", "平方米"),
        ("改造8.6万平方米。", "㎡"),
        ("建成驿站十余处。", "处"),
        ("建成两处。", "处"),
        ("发放500多 万元。", "元"),
        ("新增1,250余万个。", "个"),
        ("新增１２ 个。", "个"),
        ("筹集住房800套。", "套（间）"),
        ("补助3000元。", "元/人·月"),
        ("计划建设10处。", "处"),
        ("改造1.2万户。", "户"),
    ],
)
def test_a_number_in_the_measure(text: str, measure: str) -> None:
    """Figures and numerals, with 万, 余 and a blank, in the measure or one that counts alike."""
    assert states_any_count(text, measure)


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("", "处"),
        ("正常推进。", "处"),
        ("已建成6个。", "处"),
        ("已建成6座。", "个"),
        ("已建成6家。", "所"),
        ("培训320人次。", "人"),
        ("一人民警务室，三人大代表。", "人"),
        ("历时3个月，5个工作日办结。", "个"),
        ("第3处正在施工。", "处"),
        ("已改造6户。", "人"),
        ("铺设16平方公里。", "公里"),
        ("台账3份，各台设备到位。", "台"),
        ("服务送进千家万户。", "户"),
        ("服务送进千家万户。", "家"),
        ("16公里", ""),
    ],
)
def test_no_number_in_the_measure(text: str, measure: str) -> None:
    """Other measures, longer words, ordinals and bare measures are none."""
    assert not states_any_count(text, measure)


@given(st.integers(1, 10**6), st.sampled_from(["处", "个", "公里", "人次", "套（间）", "m²"]))
def test_every_number_is_seen(number: int, measure: str) -> None:
    """A whole number right before its own measure is always seen, wherever it stands."""
    assert states_any_count(f"正常推进。累计完成{number}{measure}，其余正在施工。", measure)
