"""The bulletin's figures divide the items and the units without rest."""

from datetime import datetime

from hypothesis import given
from hypothesis import strategies as st

from tests.stages.months import month
from tests.stages.returns import MARKET, REPORTS, ROADS, SCHOOLS
from tests.tables import programme
from toolkit.model.bulletin import MonthlyBulletin
from toolkit.model.scheme import Filling, Key
from toolkit.stages.bulletin import inconsistencies
from toolkit.stages.figures import monthly_figures
from toolkit.stages.merge import merge
from toolkit.stages.unit_states import unit_states

NOW = datetime(2021, 10, 11, 9)
LISTED = programme(filling=Filling.EACH)
Sent = dict[str, dict[str, dict[Key, str]]]
WORDS = st.sampled_from(("已完成。", "正在施工。", "进度滞后。", ""))
PROBLEMS = st.sampled_from(("无", "", "缺资金", "否"))


def figures(sent: Sent, to_correct: tuple[str, ...] = ()) -> MonthlyBulletin:
    """Return the figures of a month in which units sent this."""
    period = month(LISTED, sent)
    states = unit_states(period, {}, to_correct, NOW)
    return monthly_figures(period, merge(period), states, NOW)


@st.composite
def months(draw: st.DrawFn) -> Sent:
    """Draw what some of the units sent."""
    return {
        unit: {
            item.code: {Key.PROGRESS: draw(WORDS), Key.PROBLEM: draw(PROBLEMS)} for item in items
        }
        for unit, items in LISTED.assignments.items()
        if draw(st.booleans())
    }


@given(months())
def test_every_item_is_in_exactly_one_group(sent: Sent) -> None:
    """Finished, ongoing, behind, unstated or unreported."""
    made = figures(sent)
    groups = (made.finished, made.ongoing, made.behind, made.unstated, made.unreported)

    assert sorted(item.code for group in groups for item in group) == sorted(LISTED.by_code)
    assert inconsistencies(made) == ()


@given(months())
def test_every_unit_is_in_exactly_one_group(sent: Sent) -> None:
    """In time, late or missing."""
    made = figures(sent)
    units = [*made.on_time, *(late.unit for late in made.late), *made.missing]

    assert sorted(units) == sorted(LISTED.assignments)


@given(months())
def test_what_says_that_there_is_no_problem_is_no_problem(sent: Sent) -> None:
    """无, 否 and blanks are not printed as problems."""
    assert all("缺资金" in item.problem for item in figures(sent).problems)


def test_a_month_in_numbers() -> None:
    """An example from end to end."""
    made = figures({unit: {**REPORTS} for unit in (SCHOOLS, MARKET)}, (SCHOOLS,))  # type: ignore[dict-item]

    assert (made.projects, made.items, made.by_text) == (3, 4, 3)
    assert [item.code for item in made.finished] == ["M002"]
    assert [item.code for item in made.unreported] == ["M003"]
    assert made.on_time == (SCHOOLS, MARKET)
    assert made.missing == (ROADS, "王因街道")
    assert made.to_correct == (SCHOOLS,)
    assert (made.span, made.as_of, made.issued) == ("1-9月", "9月底", "2021年10月11日")


def test_an_item_that_is_its_projects_only_one_has_no_name_of_its_own() -> None:
    """The bulletin calls it by the project's name."""
    made = figures({})

    assert [item.name for item in made.unreported] == [
        "新建小屯小学",
        "400口教室护眼灯改造",
        "",
        "",
    ]
    assert made.unreported[2].project == "交通畅行工程"
