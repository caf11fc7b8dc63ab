"""This month's text beside last month's."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.text.echoes import echoes, nearly_same, news, own_words


@pytest.mark.parametrize(
    ("plan", "progress", "least", "most"),
    [
        ("完成施工招标，施工进场。", "已完成招标，施工单位进场，开始桩基施工。", 0.9, 1),
        (
            "完成二期学校明厨亮灶改造，进行设备调试。",
            "二期学校改造完工35家，设备正在调试。",
            0.5,
            1,
        ),
        ("采购电梯，约谈开发企业。", "排查管网隐患12处。", 0, 0.1),
        ("加快推进。", "正常推进。", 1, 1),
        ("10月再完成3个。", "累计完成12个。", 1, 1),
        ("", "正常推进。", 1, 1),
        ("安装果皮箱。", "", 0, 0),
    ],
)
def test_echoes(plan: str, progress: str, least: float, most: float) -> None:
    """A plan's own words count; one that promised nothing cannot be missed."""
    assert least <= echoes(plan, progress) <= most


@given(st.text(alphabet="完成安装果皮箱管网，。10月的", max_size=40), st.text(max_size=20))
def test_a_text_echoes_itself(plan: str, more: str) -> None:
    """What is repeated word for word is echoed in full, whatever else is said."""
    bare = "".join(plan.split())
    assert echoes(bare, f"{bare}{more}") == 1


@pytest.mark.parametrize(
    ("text", "besides", "own"),
    [
        ("教室护眼灯设备到货延误，影响使用。", "教室护眼灯改造", ("设备到货延误", "影响使用")),
        ("老旧小区改造沿线燃气管线迁改慢。", "老旧小区 改造", ("沿线燃气管线迁改慢",)),
        ("教室护眼灯", "教室护眼灯改造", ()),
        ("完成招标，拆除围墙。", "", ("招标", "拆除围墙")),
        ("", "教室护眼灯改造", ()),
    ],
)
def test_own_words(text: str, besides: str, own: tuple[str, ...]) -> None:
    """What the item is called, and what fits every work, is nobody's own word."""
    assert own_words(text, besides) == own


def test_the_name_alone_is_no_echo() -> None:
    """A report that has only the item's name in common with last month's problem is silent on it."""
    problem, name = "教室护眼灯设备到货延误。", "教室护眼灯改造"
    assert echoes(problem, "教室护眼灯已改造234口。") > 0.4
    assert echoes(problem, "教室护眼灯已改造234口。", name) == 0
    assert echoes(problem, "设备到货延误问题已解决。", name) == 1
    assert echoes("改造教室护眼灯。", "正常推进。", name) == 1


@given(st.text(alphabet="完成安装果皮箱管网，。10月的", max_size=40), st.text(max_size=20))
def test_besides_leaves_nothing_of_itself(text: str, besides: str) -> None:
    """No pair of characters of what is left out remains, and nothing is added."""
    bare = "".join(besides.split())
    for word in own_words(text, besides):
        assert word in text
        assert not any(word[n : n + 2] in bare for n in range(len(word) - 1))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("正常推进。已完工16公里。", "正常推进。已完工16公里。 ", True),
        ("甲小区正在施工，乙小区已完工。", "甲小区正在施工，乙小区已经完工。", True),
        ("9月底前完成其余424台电梯投保。", "10月底前完成其余424台电梯投保。", True),
        ("正常推进。已完工16公里。", "正常推进。已完工17公里。", False),
        ("已完成招标", "已完成验收", False),
        ("无", "暂无", False),
        ("", "", False),
    ],
)
def test_nearly_same(one: str, other: str, same: bool) -> None:
    """A copied text with a new date is copied; one with a new amount is news."""
    assert nearly_same(one, other) is same
    assert nearly_same(other, one) is same


@given(st.text(min_size=1, max_size=40, alphabet="已完工16公里，。 "))
def test_a_text_is_its_own_copy(text: str) -> None:
    """Every text that says anything is nearly itself."""
    assert nearly_same(text, text) is bool(text.strip())


@pytest.mark.parametrize(
    ("text", "former", "left"),
    [
        ("灾害理赔案件已办结240件；核对台账。", "累计办结灾害理赔案件180件。", "核对台账"),
        ("（2）投保覆盖率已达到1.2万户", "1、投保覆盖率达到9000户", ""),
        ("10月底前再办结理赔案件20件", "理赔案件已办结180件", ""),
        ("10月25日前再办结理赔案件20件", "理赔案件已办结180件", ""),
        ("管线迁改已完成", "管线迁改正在完成", "管线迁改已完成"),
        ("管线迁改已完成3处", "管线迁改尚未进场", "管线迁改已完成3处"),
        ("管线迁改已完成", "", "管线迁改已完成"),
    ],
)
def test_news(text: str, former: str, left: str) -> None:
    """An amount that only goes on says nothing new of what it counts; all other clauses stay."""
    assert news(text, former) == left
