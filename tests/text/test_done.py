"""What a progress text says is done is read only where words beside a figure say that it is."""

import re
import time
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.text.done import Done, Wanted, find_done, other_measure, stated_rate
from toolkit.text.figures import Comparator

_DATA = tomllib.loads(Path(__file__).with_name("data").joinpath("done.toml").read_text("utf-8"))


def _wanted(targets: list[list[Any]]) -> list[Wanted]:
    return [
        Wanted(
            float(number),
            measure,
            subject,
            (Comparator.FULL if measure == "%" and number == 100 else Comparator.EQUAL).value,
            *rest,
        )
        for number, measure, subject, *rest in targets
    ]


def _shown(done: Done | None) -> str:
    return f"{'' if done.exact else '≈'}{done.number:g}" if done else "无"


@pytest.mark.parametrize(
    ("text", "targets", "expected"),
    [case for kind in ("table_2021", "plain", "several", "shares") for case in _DATA[kind]],
)
def test_what_is_done(text: str, targets: list[list[Any]], expected: list[str]) -> None:
    """Each target gets the figure that the text says is done of it."""
    assert [_shown(done) for done in find_done(text, _wanted(targets))] == expected


@pytest.mark.parametrize(("text", "targets"), _DATA["nothing"])
def test_nothing_is_done(text: str, targets: list[list[Any]]) -> None:
    """A plan, what is left or under way, a stage, another thing or a part is no figure."""
    assert find_done(text, _wanted(targets)) == (None,) * len(targets)


_SINGLE = [(text, targets) for text, targets, *_ in _DATA["plain"] + _DATA["nothing"]]
_WIDE = str.maketrans("0123456789()%", "０１２３４５６７８９（）％")
_ANSWERS = (
    ("公厕已改造6座", 6),
    ("新增护理床位54张", 54),
    ("举办惠民演出98场", 98),
    ("正在改造路灯80盏", None),
    ("热力管网完工3.1公里，其余0.9公里正在施工", 3.1),
)
_TARGETS = [
    Wanted(8, "座", "公厕改造", "等于"),
    Wanted(100, "张", "护理床位", "等于"),
    Wanted(120, "场", "惠民演出", "等于"),
    Wanted(90, "盏", "路灯改造", "等于"),
    Wanted(4, "公里", "热力管网", "等于"),
]
_EVERY_TEXT = [
    case for kind in ("table_2021", "plain", "several", "shares") for case in _DATA[kind]
]


@pytest.mark.parametrize(("text", "targets", "_"), _EVERY_TEXT)
def test_the_phrase_stands_where_it_is_said_to_stand(
    text: str, targets: list[list[Any]], _: list[str]
) -> None:
    """A message can show the words that a figure was read from."""
    for done in filter(None, find_done(text, _wanted(targets))):
        assert text[done.start : done.end] == done.original != ""


@given(case=st.sampled_from(_SINGLE), number=st.integers(min_value=1, max_value=9999))
def test_a_plan_changes_nothing(case: tuple[str, list[list[Any]]], number: int) -> None:
    """What comes next month is not done, whatever its number."""
    text, targets = case
    ended = text if text[-1:] in ("", "。") else f"{text}。"
    plan = f"下一步计划建设{targets[0][2]}{number}{targets[0][1]}。"

    assert find_done(ended + plan, _wanted(targets)) == find_done(ended, _wanted(targets))


@given(case=st.sampled_from(_SINGLE))
def test_width_changes_nothing(case: tuple[str, list[list[Any]]]) -> None:
    """Digits, brackets and per cent signs of either width are read alike."""
    text, targets = case
    narrow = find_done(text, _wanted(targets))
    wide = find_done(text.translate(_WIDE), _wanted(targets))

    assert [_shown(done) for done in wide] == [_shown(done) for done in narrow]


@given(case=st.sampled_from(_SINGLE), blank=st.sampled_from(" \t　\xa0"))
def test_blanks_around_numbers_change_nothing(
    case: tuple[str, list[list[Any]]], blank: str
) -> None:
    """A typist's blanks between words and numbers are passed over."""
    text, targets = case
    spaced = re.sub(r"(?<=[一-龥])(?=\d)|(?<=\d)(?=[一-龥])", blank, text)
    narrow = find_done(text, _wanted(targets))

    assert [_shown(done) for done in find_done(spaced, _wanted(targets))] == [
        _shown(done) for done in narrow
    ]


@given(
    order=st.permutations(range(len(_ANSWERS))), style=st.sampled_from(["{}、", "（{}）", "{}."])
)
def test_the_order_of_sub_answers_changes_nothing(order: list[int], style: str) -> None:
    """Each target finds its own figure in whichever sub-answer it stands."""
    lines = [f"{style.format(n)}{_ANSWERS[place][0]}；" for n, place in enumerate(order, start=1)]
    found = find_done("正常推进。\n" + "\n".join(lines), _TARGETS)

    assert [done.number if done else None for done in found] == [number for _, number in _ANSWERS]


@given(
    text=st.text(
        alphabet="已完成建计划剩余正在其中10６处座张公厕，。；：（）、1.第每%\n 一两万", max_size=60
    )
)
def test_any_text_is_read_without_an_error(text: str) -> None:
    """Whatever a cell holds, every target gets an answer with its place."""
    found = find_done(text, _TARGETS)

    assert len(found) == len(_TARGETS)
    assert all(text[done.start : done.end] == done.original for done in found if done)


def test_no_target_no_answer() -> None:
    """An item without quantities asks for none."""
    assert find_done("已完成6处。", []) == ()


def test_all_done_of_a_loose_target_is_not_exact() -> None:
    """全部完成 of 不少于5处 says that it is reached, not by how much."""
    wanted = Wanted(5, "处", "社区食堂", Comparator.AT_LEAST.value)

    assert [_shown(done) for done in find_done("已全部完成。", [wanted])] == ["≈5"]


@pytest.mark.parametrize(("text", "target", "expected"), _DATA["other_measures"])
def test_a_figure_in_another_measure(text: str, target: list[Any], expected: list[Any]) -> None:
    """It is told apart from no figure at all, so that the unit can be asked which it means."""
    found = other_measure(text, _wanted([target])[0])

    assert ([found.number, found.measure] if found else []) == expected


@pytest.mark.parametrize("case", _DATA["rates"])
def test_how_far_the_whole_item_is(case: list[Any]) -> None:
    """Only a rate of the whole item that is reached counts, and only if there is one."""
    text, *expected = case
    found = stated_rate(text)

    assert ([found.number] if found else []) == expected
    assert found is None or text[found.start : found.end] == found.original


def test_a_rate_beside_a_figure_is_that_figures() -> None:
    """Where an item has several targets the rate of one of them is not the item's."""
    beside, alone = stated_rate("扶持创业2.7万人，完成全年目标的90%。"), stated_rate("完成率90%。")

    assert beside is not None
    assert beside.of_figure
    assert alone is not None
    assert not alone.of_figure


@pytest.mark.parametrize(
    "text", ["已完成6处，" * 300, "一" * 1500, "1" * 1500, "1.1" * 500, "（" * 1500, "已" * 1500]
)
def test_no_text_takes_long(text: str) -> None:
    """A cell full of one sign does not hold up a merge."""
    begin = time.process_time()
    find_done(text, _TARGETS)

    assert time.process_time() - begin < 1
