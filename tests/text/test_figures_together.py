"""Figures of one text that belong together: what is told where they do not, and silence else."""

import pytest

from toolkit.text.averages import times_faults
from toolkit.text.increases import change_faults
from toolkit.text.not_all import belied_all
from toolkit.text.one_each import one_each_faults
from toolkit.text.overruns import overruns
from toolkit.text.shortfalls import shortfalls


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("已办6期，每期45人，共培训290人。", "270人"),
        ("举办培训班6期、每期45人，累计培训290人。", "270人"),
        ("救助203人次，发放救助金121.8万元，人均约6万元。", "6000 元"),
    ],
)
def test_so_many_times_so_much_is_the_sum(text: str, told: str) -> None:
    """A sum or an average that the other two figures do not make is told with the right one."""
    (fault,) = times_faults(text)
    assert told in fault.expected


@pytest.mark.parametrize(
    "text",
    [
        "已办6期，每期45人，共培训270人。",
        "已办6期，每期约45人，共培训290人。",
        "救助203人次，发放救助金121.8万元，人均约0.6万元。",
        "救助203人次，发放救助金121.8万元，人均5800元。",
        "救助203人次，其中低保60人次，发放救助金121.8万元，人均6万元。",
    ],
)
def test_right_or_rough_products_are_not_told(text: str) -> None:
    """What is right, only about so much, or of several groups, is left alone."""
    assert times_faults(text) == ()


def test_a_list_of_places_with_one_each_has_so_many_places() -> None:
    """Five places with one each are no six."""
    text = "公园建成{}处，占60%：城东、城西、城南、城北、高新各1处；其他正在施工。"
    assert [len(fault.names) for fault in one_each_faults(text.format(6))] == [5]
    assert one_each_faults(text.format(5)) == ()
    assert one_each_faults("公园建成6处：城东、城西等各1处。") == ()


def test_a_part_is_not_more_than_what_was_found() -> None:
    """Neither what was mended of all that was found, nor those among a number named before."""
    assert overruns("累计排查隐患点41处，完成整改44处。")
    assert overruns("18家备案机构中21家配备智能终端。")
    assert not overruns("累计排查隐患点44处，完成整改41处。")
    assert not overruns("18家备案机构中12家配备智能终端。")
    assert not overruns("本月排查隐患点41处，累计完成整改44处。")
    assert not overruns("3个小区中5个单元已完成。")


def test_parts_may_follow_in_a_sentence_of_their_own() -> None:
    """其中 may begin the sentence behind the whole, if that tells of one number only."""
    text = "累计新增车位{}个，占目标80%。其中新建住宅3320个，老旧小区4210个，公共区域1390个。"
    assert shortfalls(text.format(9020))
    assert not shortfalls(text.format(8920))
    assert not shortfalls("新增车位500个，改造9020个。其中新建住宅3320个，老旧小区5600个。")


def test_a_rise_is_no_less_than_said_of_all() -> None:
    """Where all rose by 5 % or more, none that is named rose by 4 %."""
    text = "标准比上年底均提高5%以上，其中城市低保由每人每月900元提高到{}元。"
    assert change_faults(text.format(936))
    assert change_faults(text.format(945)) == ()


def test_all_are_all() -> None:
    """全覆盖 and a rate of all fit the numbers beside them."""
    assert belied_all("乡医应训92人、实训90人，实现全覆盖。")
    assert belied_all("乡医92人全部参训，培训覆盖率97.8%。")
    assert belied_all("乡医应训92人、实训92人，实现全覆盖。") is None
    assert belied_all("乡医92人全部参训，考试合格率97.8%。") is None
    assert belied_all("乡医应训92人、实训90人，基本实现全覆盖。") is None
