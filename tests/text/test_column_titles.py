"""What columns are called."""

import pytest

from toolkit.model.scheme import Key
from toolkit.text.column_titles import Trait, keys_of, trait_of


@pytest.mark.parametrize(
    ("title", "trait"),
    [
        ("序号", Trait.NUMBER),
        ("实事项目", Trait.NAME),
        ("项目类别", Trait.CATEGORY),
        ("内容概述", Trait.SUMMARY),
        ("实施内容及工作目标", Trait.CONTENT),
        ("项目内容及规模", Trait.CONTENT),
        ("全年目标任务", Trait.TARGET),
        ("主办单位", Trait.LEAD),
        ("牵头责任单位", Trait.LEAD),
        ("责任部门", Trait.RESPONSIBLE),
        ("责任主体与协同单位", Trait.ASSIST),
        ("分管 领导", Trait.LEADER),
        ("县级牵头领导", Trait.LEADER),
        ("责任人", Trait.PERSON),
        ("责任单位及责任人", Trait.RESPONSIBLE),
        ("完成时限", Trait.DEADLINE),
        ("年度投资（万元）", Trait.INVESTMENT),
        ("是否达序", Trait.STATUS),
        ("1-10月推进情况", Trait.PROGRESS),
        ("三季度进展", Trait.PROGRESS),
        ("存在问题", Trait.PROBLEM),
        ("下月工作计划", Trait.PLAN),
        ("备注", Trait.NOTE),
    ],
)
def test_a_title_says_what_its_column_holds(title: str, trait: Trait) -> None:
    """By the words in it, not by a list of whole titles."""
    assert trait_of(title) is trait


@pytest.mark.parametrize("text", ["", "建设3所学校。", "一、总体要求：办好实事", "建设地点"])
def test_what_is_no_title(text: str) -> None:
    """Sentences, empty cells and words that no list needs."""
    assert trait_of(text) is None


def test_two_names_are_the_projects_and_the_items() -> None:
    """实事项目 before 具体事项."""
    traits = [
        trait_of(t) for t in ("实事项目", "序号", "具体事项", "内容概述", "实施内容", "承办单位")
    ]

    assert keys_of(traits) == (
        *(Key.PROJECT, Key.NUMBER, Key.NAME, Key.SUMMARY, Key.CONTENT, Key.LEAD),
    )


@pytest.mark.parametrize(("grouped", "key"), [(True, Key.PROJECT), (False, Key.NAME)])
def test_one_name_is_the_projects_where_it_spans_rows(grouped: bool, key: Key) -> None:
    """项目名称 names the project when several rows share it, else the item."""
    traits = [trait_of("项目名称"), trait_of("主要内容")]

    assert keys_of(traits, [grouped, False]) == (key, Key.CONTENT)


def test_a_list_without_a_content_column_has_it_in_the_name() -> None:
    """序号, 民生实事, 责任单位, 完成时限: what is to be done stands under 民生实事."""
    traits = [trait_of(t) for t in ("序号", "民生实事", "责任单位", "完成时限")]

    assert keys_of(traits) == (Key.NUMBER, Key.CONTENT, Key.LEAD, Key.DEADLINE)


def test_a_shared_task_over_its_targets_is_a_project() -> None:
    """主要任务 over several rows of 全年目标任务."""
    traits = [trait_of("主要任务"), trait_of("全年目标任务")]

    assert keys_of(traits, [True, False]) == (Key.PROJECT, Key.CONTENT)
    assert keys_of(traits) == (Key.CONTENT, Key.TARGET)


def test_responsible_units_lead_where_nobody_else_does() -> None:
    """责任单位 alone leads; beside 牵头单位 it shares."""
    assert keys_of([Trait.RESPONSIBLE, Trait.ASSIST]) == (Key.LEAD, Key.ASSIST)
    assert keys_of([Trait.RESPONSIBLE, Trait.LEAD]) == (Key.CO, Key.LEAD)


def test_no_key_is_given_twice() -> None:
    """A second column of the same kind stays without a key, and is told."""
    assert keys_of([Trait.NOTE, Trait.NOTE]) == (Key.NOTE, None)
