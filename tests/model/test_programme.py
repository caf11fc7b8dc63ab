"""Who fills what, and how items are called."""

import pytest

from tests.tables import LIST, programme
from toolkit.model.programme import Item
from toolkit.model.scheme import Filling, Key


def item(**values: str) -> Item:
    """Return an item with these texts."""
    return Item("M001", {Key(key): text for key, text in values.items()}, "教育局")


def test_the_lead_alone_fills_by_default() -> None:
    """Co units are named, but get no form."""
    listed = programme()

    assert listed.fillers["M003"] == ("城乡建设和交通局",)
    assert list(listed.assignments) == ["发展软环境保障局", "城乡建设和交通局", "市场监管局"]
    assert [i.code for i in listed.assignments["发展软环境保障局"]] == ["M001", "M002"]


def test_lead_and_co_units_may_each_fill() -> None:
    """Units that assist never do."""
    listed = programme(filling=Filling.EACH)

    assert listed.fillers["M003"] == ("城乡建设和交通局", "王因街道")
    assert "洸河街道" not in listed.assignments


def test_an_item_without_a_unit_is_nobodys() -> None:
    """It is in the list, and no form has it."""
    listed = programme(LIST.replace("市场监管局", ""))

    assert listed.fillers["M004"] == ()
    assert "" not in listed.assignments


def test_a_unit_named_twice_fills_once() -> None:
    """Lead and co of one item at once."""
    twice = LIST.replace("城乡建设和交通局、王因街道", "王因街道、王因街道")

    assert programme(twice, filling=Filling.EACH).fillers["M003"] == ("王因街道",)


def test_programmes_of_two_years_differ() -> None:
    """A form of last year is told apart by authority, year and scheme."""
    assert programme().identity == "济宁高新区管委会/2021/jining-gaoxin-2021"


@pytest.mark.parametrize(
    ("values", "title", "spoken"),
    [
        ({"name": "小屯小学", "content": "新建40个班"}, "小屯小学", "小屯小学"),
        ({"content": "新建小屯 \n小学，新增学位"}, "新建小屯小学，新增学位", "新建小屯小学"),
        ({"content": "新" * 24}, "新" * 24, "新" * 24),
        ({"content": "新" * 25}, "新" * 23 + "…", "新" * 25),
        ({"content": "新建；改造"}, "新建；改造", "新建"),
        ({}, "", ""),
    ],
)
def test_names_of_an_item(values: dict[str, str], title: str, spoken: str) -> None:
    """Messages shorten a name; documents print a whole clause."""
    assert (item(**values).title, item(**values).spoken_name) == (title, spoken)


def test_rows_of_one_project_belong_together() -> None:
    """Their project's name tells; without a project every row stands alone."""
    assert item(number="1", project="教育").group == "教育"
    assert item(number="1").group is None
