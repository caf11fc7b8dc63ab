"""What a text says has ended, though it does not say 已完成."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.text.all_done import all_done


@pytest.mark.parametrize(
    "text",
    [
        "400口教室护眼灯改造全部完成，9月26日通过验收。",
        "已于9月完工并验收（400口），本月抽测了20口教室，全部合格。",
        "公厕6座、果皮箱200个两项任务均已完成，移交养护单位管理。",
        "政策1月起执行，已100%完成。前三季度共6780名居民按3000元标准领取补助，支出2034万元。",
        "行人过街设施、路口渠化都在10月底前完成。运行两个月来，早高峰停车次数由4.2次降到1.8次。",
    ],
)
def test_a_text_that_ends_and_tells_what_came_of_it_is_all_done(text: str) -> None:
    """How many use it, what was paid and how often it was checked is no further work."""
    told = all_done(text, "")

    assert told is not None
    assert told.only


@pytest.mark.parametrize(
    "text",
    [
        "已建成31处。",
        "6座公厕全部完成，果皮箱正在安装。",
        "主体全部完工。",
        "施工招标全部完成。",
        "项目全部建成后可提供床位200张。",
        "5个小区全部进场。",
        "三个小区均已完工，其余两个预计10月底前完工。",
        "全部完成合同签订。",
        "完成60%，年底前全部完成。",
    ],
)
def test_a_stage_a_plan_or_a_part_is_no_end(text: str) -> None:
    """In doubt nothing has ended."""
    assert all_done(text, "") is None


def test_what_the_item_is_itself_is_no_stage() -> None:
    """地铁一期 is the item; 一期 of a school is a part of it."""
    text = "6号线一期已全部开通运营。日均客运量6.8万人次。"

    assert all_done(text, "地铁6号线一期开通运营") is not None
    assert all_done(text, "地铁6号线开通运营") is None


def test_a_clause_of_its_own_speaks_of_nothing_before_it() -> None:
    """Where 20座 only began, the end of two of them is not theirs; 均已 takes up what it follows."""
    two = all_done("20座水厂全部开工，林口水厂改造全面完成。", "")
    three = all_done("新改建9.3公里、改善43.6公里，均已交工验收。", "")

    assert two is not None
    assert three is not None
    assert two.ended == ("林口水厂改造全面完成",)
    assert three.ended == ("新改建9.3公里、改善43.6公里,均已交工验收",)


def test_the_end_of_a_part_names_no_whole() -> None:
    """Mains that are laid in 12 villages leave open what else there is to do in them."""
    told = all_done("12个村的主管网全部完成。", "")

    assert told is not None
    assert told.ended == ()


@given(text=st.text(st.sampled_from("全部完成均已建成5个，。；（）任务正在 \n")))
def test_any_text_can_be_read(text: str) -> None:
    """Whatever is written, an end is told of words that stand in the text."""
    told = all_done(text, "")

    flat = "".join(text.split())
    assert told is None or all(words.replace("。", "") in flat for words in told.ended)
