"""Targets in the texts of items: what is one, what is none, and what it counts."""

import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.text.figures import Comparator, find_figures
from toolkit.text.numbers import flatten
from toolkit.text.quantities import find_targets, item_targets
from toolkit.text.target_roles import Role, role_of

DATA = Path(__file__).parent / "data"
PHRASES: dict[str, Any] = tomllib.loads((DATA / "phrases.toml").read_text(encoding="utf-8"))
OFFICIAL: dict[str, Any] = tomllib.loads((DATA / "targets.toml").read_text(encoding="utf-8"))

_TEXTS = [row[0] for row in (*PHRASES["targets"], *PHRASES["others"])]
_texts = st.lists(
    st.one_of(
        st.sampled_from(_TEXTS),
        st.text(
            "0123456789.,一两十百万个处公里元%每人年至少不超过约以上全覆盖所有（）、，。 \n",
            max_size=12,
        ),
    ),
    max_size=8,
).map("，".join)


@pytest.mark.parametrize(("text", "number", "unit", "comparator", "subject"), PHRASES["targets"])
def test_a_target(text: str, number: float, unit: str, comparator: str, subject: str) -> None:
    """Number, measure, comparator and what it counts, and nothing beside them."""
    found = [(q.number, q.unit, q.comparator.value, q.subject) for q in find_targets(text)]

    assert found == [(number, unit, comparator, subject)]


@pytest.mark.parametrize(("text", "role"), PHRASES["others"])
def test_a_number_that_is_no_target(text: str, role: str) -> None:
    """It is passed over, and for a reason that can be named."""
    flat = flatten(text).text

    assert find_targets(text) == ()
    assert {role_of(flat, figure) for figure in find_figures(flat)} == {Role(role)}


@pytest.mark.parametrize("text", PHRASES["nothing"])
def test_no_quantity(text: str) -> None:
    """Names, dates, document numbers and slogans hold no quantity at all."""
    assert find_figures(flatten(text).text) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "一、二类设施完好率分别达到95%、90%，三类达到85%",
            [(95, "达到"), (90, "达到"), (85, "达到")],
        ),
        ("分别新建3处、5处", [(3, "等于"), (5, "等于")]),
        ("不少于5场、3场", [(5, "不少于"), (3, "不少于")]),
        ("新增学位3000个、园位600个以上", [(3000, "等于"), (600, "不少于")]),
    ],
)
def test_a_list_shares_its_comparator(text: str, expected: list[tuple[float, str]]) -> None:
    """What is said before a bare list of numbers holds for all of them, and only for a bare one."""
    assert [(q.number, q.comparator.value) for q in find_targets(text)] == expected


def test_a_list_shares_its_rate() -> None:
    """What stands behind the last number of a list of rates holds for the ones before it."""
    found = find_targets("按照大班300元、小班400元每人每月收取")

    assert [(q.number, q.unit, q.subject) for q in found] == [
        (300, "元/人·月", "大班"),
        (400, "元/人·月", "小班"),
    ]


def test_neighbours_share_a_subject() -> None:
    """A figure without a thing of its own counts that of its neighbour."""
    found = find_targets("新建3所、改扩建5所卫生院，推动续建完工20所")

    assert [(q.number, q.subject) for q in found] == [(3, "卫生院"), (5, "卫生院"), (20, "卫生院")]


def test_phrases_share_no_words() -> None:
    """Each target shows its own words, those behind its number included."""
    found = find_targets("推进 2 所卫生院、4 所门诊部和 7 所药房改造")

    assert [q.original for q in found] == ["推进 2 所卫生院", "4 所门诊部", "7 所药房改造"]


def test_softening_words_stay_visible() -> None:
    """基本做到 and 争取 are part of the phrase that the coordinator sees."""
    (target,) = find_targets("铺设管道，基本做到城区供热全覆盖。")

    assert target.original == "基本做到城区供热全覆盖"


def test_a_word_broken_by_a_scanner_is_read() -> None:
    """全覆益 is a misread 全覆盖; the phrase keeps it as it stands."""
    (target,) = find_targets("实现集中供热全覆益")

    assert (target.comparator, target.original) == (Comparator.FULL, "实现集中供热全覆益")


def test_what_an_item_repeats_counts_once() -> None:
    """A name and a content that promise the same promise it once."""
    found = item_targets(["建设6个口袋公园", "年底前完成6个口袋公园建设，新增绿道3公里。"])

    assert [(q.number, q.unit) for q in found] == [(6, "个"), (3, "公里")]


def test_equal_numbers_of_one_text_both_count() -> None:
    """Ten new ones and ten finished ones are twenty."""
    found = item_targets(["新开工安置房10个、回迁10个", "新建100个、提升100个"])

    assert [q.number for q in found] == [10, 10, 100, 100]


def test_what_differs_between_name_and_content_is_kept() -> None:
    """1.2万个 and 1.2万个以上 are two promises until somebody decides."""
    found = item_targets(["新设岗位1.2万个", "新设岗位1.2万个以上"])

    assert [q.comparator for q in found] == [Comparator.EQUAL, Comparator.AT_LEAST]


def test_places_may_be_counted_in_another_word() -> None:
    """10处消防站 and 10个消防站 are the same ten; 5元 a person and 5元 a household are not."""
    places = item_targets(["开工建设10处消防站", "建设10个消防站"])
    rates = item_targets(["按每人5元的标准投保", "按每户5元的标准投保"])

    assert [q.unit for q in places] == ["处"]
    assert [q.unit for q in rates] == ["元/人", "元/户"]


@given(_texts)
def test_phrases_lie_in_the_text(text: str) -> None:
    """Every phrase is a part of the text as written, in order, and none runs into the next."""
    end = 0
    for target in find_targets(text):
        assert end <= target.start < target.end <= len(text)
        assert text[target.start : target.end] == target.original
        end = target.end


@given(_texts)
def test_blanks_change_nothing(text: str) -> None:
    """A PDF's blanks between characters neither add nor lose a target."""
    plain = text.replace("\n", "")
    spaced = " ".join(plain)

    assert [(q.number, q.unit, q.comparator) for q in find_targets(spaced)] == [
        (q.number, q.unit, q.comparator) for q in find_targets(plain)
    ]


@given(_texts)
def test_a_name_and_content_alike_give_what_one_gives(text: str) -> None:
    """Saying everything twice promises nothing more."""
    assert item_targets([text, text]) == item_targets([text])


def test_the_official_list_is_whole() -> None:
    """The hand-made list of the five notices holds as many targets of each kind as were counted."""
    counted = Counter(
        target[2] for items in OFFICIAL.values() for targets in items.values() for target in targets
    )

    assert counted == {
        "等于": 121,
        "不少于": 39,
        "全覆盖": 15,
        "达到": 5,
        "约": 3,
        "超过": 1,
        "提高至": 1,
    }
    assert set(counted) <= {comparator.value for comparator in Comparator}


@pytest.mark.parametrize("text", ["万以上群众受益", "建设万，", "新增万", "千余、万"])
def test_a_bare_ten_thousand_breaks_nothing(text: str) -> None:
    """A numeral without anything behind it is read or passed over."""
    assert all(quantity.original in text for quantity in find_targets(text))
