"""What a notice says about itself, with its words and where they stand."""

from datetime import date

import pytest

from tests.notices import five
from tests.notices.drawn import read
from toolkit.model.stated import Facts, Stated

LIST = (
    "1.建学校3所。责任单位：教育局\n2.修路9公里。责任单位：交通局\n3.植树70亩。责任单位：林业局\n"
)


def _facts(above: str, below: str = "") -> Facts:
    return read(f"{above}\n{LIST}{below}").facts


def test_the_draft_of_2021() -> None:
    """Neither number nor day, and an annex of later months."""
    facts = read(five.GAOXIN_2021).facts

    assert facts.number is not None
    assert facts.number.number is None
    assert facts.issued is not None
    assert (facts.issued.complete, facts.issued.last) == (False, date(2021, 3, 31))
    assert facts.annex_period is not None
    assert facts.annex_period.day == date(2021, 9, 30)


def test_an_issued_notice() -> None:
    """Number, date and annex agree with each other."""
    facts = read(five.GAOXIN_2024).facts

    assert facts.number is not None
    assert (facts.number.number, facts.number.place) == (1, "第1行")
    assert facts.issued is not None
    assert (facts.issued.complete, facts.issued.text) == (True, "2024年1月31日")
    assert facts.annex_reference is not None
    assert facts.annex_title is not None
    assert facts.annex_title.text == facts.annex_reference.text
    assert facts.annex_period is None


@pytest.mark.parametrize(
    ("line", "issued"),
    [
        ("东岸县人民政府办公室2024年2月8日", date(2024, 2, 8)),
        ("2024年 月 日", date(2024, 12, 31)),
        ("2024年2月×日", date(2024, 2, 29)),
        ("2024年13月8日", None),
        ("发布日期：2024年2月8日", None),
    ],
)
def test_the_date_of_issue(line: str, issued: date | None) -> None:
    """It stands on a line of its own, or behind the signature."""
    found = _facts("东岸县2024年实事", line).issued

    assert (found.last if found else None) == issued


def test_a_date_below_a_signature_comes_first() -> None:
    """Another line may hold another date."""
    found = _facts("东岸县2024年实事\n2024年1月3日\n东岸县人民政府\n2024年2月8日").issued

    assert found is not None
    assert found.text == "2024年2月8日"


@pytest.mark.parametrize(
    ("line", "numbers"),
    [
        ("今年办好3件民生实事。", [3]),
        ("全县兴办10大类40项实事。", [10, 40]),
        ("民生实事（共27项）如下。", [27]),
        ("去年办好10件实事。", []),
        ("2023年办好10件实事。", []),
        ("征集实事建议90件。", []),
        ("要把每一件实事办好，第三件实事尤其如此。", []),
        ("《工作要点》和《十件实事分工》已经同意。", []),
    ],
)
def test_how_many_there_are(line: str, numbers: list[int]) -> None:
    """Of this year and of the whole list."""
    assert [count.number for count in _facts(f"东岸县2024年民生实事\n{line}").counts] == numbers


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("各项任务原则上今年10月底前完成。", date(2024, 10, 31)),
        ("全部项目11月底前完成。", date(2024, 11, 30)),
        ("各单位3月底前制定方案。", None),
    ],
)
def test_by_when_all_is_to_be_done(line: str, day: date | None) -> None:
    """Not when plans are due."""
    found = _facts(f"东岸县2024年实事\n{line}").finish_by

    assert (found.day if found else None) == day


def test_an_items_own_day_is_not_the_notices() -> None:
    """Even where it speaks of 民生实事."""
    text = LIST.replace("修路9公里", "10月底前完成民生实事道路9公里")

    assert read(f"东岸县2024年实事\n{text}").facts.finish_by is None


def test_of_several_annexes_the_lists_own() -> None:
    """The one that is named like the title above the list."""
    above = "东岸县关于实事的通知\n附件：1.东岸县2024年预算表\n2.东岸县2024年实事清单\n东岸县2024年实事清单"
    facts = _facts(above)

    assert facts.annex_reference == Stated("东岸县2024年实事清单", "第3行")
    assert facts.annex_title == Stated("东岸县2024年实事清单", "第4行")


def test_a_title_in_two_lines() -> None:
    """They are one title; so are two lines of the reference."""
    above = "东岸县关于实事的通知\n附件：东岸县2024年\n实事项目清单\n东岸县人民政府\n东岸县2024年实事\n项目清单"
    facts = _facts(above)

    assert facts.annex_reference is not None
    assert facts.annex_title is not None
    assert facts.annex_title.text == facts.annex_reference.text


def test_no_title_like_the_reference() -> None:
    """Then nothing is said about it."""
    assert _facts("通知\n附件：财政预算安排说明\n东岸县2024年实事").annex_title is None
