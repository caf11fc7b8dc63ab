"""How a report stands: against its targets, and against the calendar."""

from dataclasses import replace
from datetime import date

import pytest

from tests.stages.months import month
from tests.stages.returns import MARKET
from tests.tables import programme, scheme
from toolkit.model.assessment import Assessment, Basis, Light, Pace
from toolkit.model.programme import Programme, Ruling
from toolkit.model.rule_settings import Thresholds
from toolkit.model.scheme import Key
from toolkit.notices.targets import programme_targets
from toolkit.stages.assess import assessed

HEAD = "| 编号 | 序号 | 项目名称 | 项目内容及规模 | 主办单位 | 协办单位 |"


def listed(content: str, *columns: Key) -> Programme:
    """Return a list of one item with its targets, some columns of the form switched on."""
    row = f"| M004 | 三 | 放心消费工程 | {content} | {MARKET} | |"
    made = programme(f"{HEAD}\n{row}", layout=scheme(*columns))
    return replace(made, targets=programme_targets(made.items))


def stands(
    progress: str,
    content: str = "建设示范店15处",
    period: str = "2021-09",
    cells: dict[Key, str] | None = None,
    rulings: tuple[Ruling, ...] = (),
    thresholds: Thresholds | None = None,
) -> Assessment:
    """Return how the report of one unit stands."""
    made = replace(listed(content, *(cells or {})), rulings=rulings)
    if thresholds:
        made = replace(made, scheme=replace(made.scheme, thresholds=thresholds))
    values = {Key.PROGRESS: progress, Key.PROBLEM: "无", Key.PLAN: "建成3处。", **(cells or {})}
    return assessed(month(made, {MARKET: {"M004": values}}, period)).assessments[MARKET, "M004"]


@pytest.mark.parametrize(
    ("progress", "share", "pace", "light"),
    [
        ("建成示范店15处，正在验收。", None, None, None),
        ("建成示范店14处。", 14 / 15, Pace.AHEAD, Light.GREEN),
        ("建成示范店11处。", 11 / 15, Pace.ON, Light.GREEN),
        ("建成示范店10处。", 10 / 15, Pace.BEHIND, Light.GREEN),
        ("建成示范店9处。", 9 / 15, Pace.BEHIND, Light.YELLOW),
        ("建成示范店6处。", 6 / 15, Pace.BEHIND, Light.RED),
        ("已全部完成。", 1.0, Pace.AHEAD, Light.GREEN),
        ("示范店建设进度滞后。", None, Pace.BEHIND, Light.YELLOW),
        ("示范店建设有序推进。", None, None, None),
    ],
)
def test_at_the_end_of_september_three_quarters_should_be_done(
    progress: str, share: float | None, pace: Pace | None, light: Light | None
) -> None:
    """What nobody said is not guessed; all that can be counted done is not the item finished."""
    found = stands(progress)

    assert found.expected == pytest.approx(0.75)
    assert found.share == (share if share is None else pytest.approx(share))
    assert (found.pace, found.light) == (pace, light)


def test_what_was_read_out_of_a_text_says_so() -> None:
    """With the words that it was read from."""
    found = stands("建成示范店9处。")

    assert found.basis is Basis.TEXT
    assert [(a.number, a.basis, a.original) for a in found.achieved] == [
        (9, Basis.TEXT, "建成示范店9处")
    ]


@pytest.mark.parametrize(
    ("cells", "share"),
    [
        ({Key.DONE: "12"}, 0.8),
        ({Key.DONE: "1.2万"}, 1.0),
        ({Key.DONE: "十二"}, 0.6),
        ({Key.RATE: "70%"}, 0.7),
        ({Key.DONE: "12", Key.RATE: "70%"}, 0.7),
    ],
)
def test_a_cell_made_for_it_counts_before_the_text(cells: dict[Key, str], share: float) -> None:
    """As far as it holds a number; what is beyond the target counts as all of it."""
    found = stands("建成示范店9处。", cells=cells)

    if share == 1.0:
        assert found.share is None
    else:
        assert found.share == pytest.approx(share)
        assert found.basis is (Basis.TEXT if cells == {Key.DONE: "十二"} else Basis.CELL)


@pytest.mark.parametrize(
    ("about", "value", "share"), [("完成率", "80", 0.8), ("示范店", "12", 0.8)]
)
def test_what_a_person_decided_counts_before_all(about: str, value: str, share: float) -> None:
    """Of the whole item, or of one of its targets."""
    ruling = Ruling("2021-09", "M004", "", about, value, "现场核实")
    found = stands("建成示范店9处。", rulings=(ruling,))

    assert found.share == pytest.approx(share)
    assert found.basis is Basis.PERSON


@pytest.mark.parametrize(
    ("content", "period", "due", "expected"),
    [
        ("建设示范店15处", "2021-09", date(2021, 12, 31), 0.75),
        ("建设示范店15处", "2021-03", date(2021, 12, 31), 0.25),
        ("10月底前建成示范店15处", "2021-09", date(2021, 10, 31), 0.9),
        ("6月底前建成示范店15处", "2021-09", date(2021, 6, 30), 1.0),
        ("2020年底前建成5处，今年建设示范店15处", "2021-09", date(2021, 12, 31), 0.75),
    ],
)
def test_the_time_counts_up_to_the_item_s_own_day(
    content: str, period: str, due: date, expected: float
) -> None:
    """Its own, where its text names one of this year or later; else the programme's."""
    found = stands("建成示范店9处。", content=content, period=period)

    assert found.due == due
    assert found.expected == pytest.approx(expected)


def test_places_set_their_own_lights() -> None:
    """银川 is yellow from 10 points behind, another place from 20."""
    patient = Thresholds(slack=0, yellow=20, red=50)

    assert stands("建成示范店9处。", thresholds=patient).light is Light.GREEN
    assert stands("建成示范店9处。").light is Light.YELLOW


def test_several_targets_count_alike_and_only_when_all_are_told() -> None:
    """The mean of their shares; one that is not told leaves the whole unknown."""
    content = "建设示范店10处，培训骨干100人"

    assert stands("建成示范店5处，已培训骨干100人。", content).share == pytest.approx(0.75)
    assert stands("建成示范店5处，骨干正在报名。", content).share is None
