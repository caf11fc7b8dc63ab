"""Documents are held against their own figures and the list before one of them is written."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.stages.bulletins import EMPTY, MONTH, QUARTER, YEAR_END, items
from tests.stages.months import month
from tests.stages.requests import DECEMBER, SEPTEMBER, paced
from tests.tables import programme
from toolkit.model.assessment import Pace
from toolkit.model.bulletin import ProgressBulletin
from toolkit.model.inconsistency import Inconsistency, Wrong
from toolkit.model.scheme import Bulletin, Key
from toolkit.stages.documents import Draft, drafts
from toolkit.stages.figures import bulletin_figures
from toolkit.stages.issue_checks import before_issue
from toolkit.stages.merge import merge
from toolkit.stages.printed_figures import misprints
from toolkit.stages.unit_states import unit_states

NOW = datetime(2021, 10, 11, 9)
LISTED = programme()
WORDS = st.sampled_from(("已完成。", "建成9处。", "完成16公里。", "进度滞后。", ""))
PROBLEMS = st.sampled_from(("无", "缺资金"))
SHARES = st.fractions(0, 1, max_denominator=2000).map(float)


def documents(bulletin: ProgressBulletin) -> tuple[Draft, ...]:
    """Return documents of every kind."""
    return tuple(draft for kind in Bulletin for draft in drafts(kind, bulletin))


def figures(sent: Mapping[str, Mapping[str, Mapping[Key, str]]]) -> ProgressBulletin:
    """Return the figures of a month in which units sent this."""
    period = month(LISTED, sent)
    states = unit_states(period, {}, (), NOW)
    return bulletin_figures(period, merge(period), states, NOW, finish_by=None, next_due=None)


def objections(bulletin: ProgressBulletin) -> tuple[Inconsistency, ...]:
    """Return what is told of a bulletin and its documents."""
    return before_issue(bulletin, LISTED, documents(bulletin))


SILENT = figures({})
"""Nobody has reported yet."""


@given(st.data())
def test_whatever_units_report_the_documents_may_go_out(data: st.DataObject) -> None:
    """What the toolkit itself makes of returns never contradicts itself or the list."""
    sent = {
        unit: {
            i.code: {Key.PROGRESS: data.draw(WORDS), Key.PROBLEM: data.draw(PROBLEMS)} for i in own
        }
        for unit, own in LISTED.assignments.items()
        if data.draw(st.booleans())
    }

    assert objections(figures(sent)) == ()


@pytest.mark.parametrize("bulletin", [EMPTY, MONTH, QUARTER, YEAR_END, SEPTEMBER, DECEMBER])
def test_the_documents_of_the_samples_are_printed_right(bulletin: ProgressBulletin) -> None:
    """In every kind of document."""
    assert misprints(documents(bulletin), bulletin) == ()


@given(
    finished=st.integers(0, 90),
    slow=st.integers(0, 12),
    problems=st.integers(0, 12),
    shares=st.lists(st.tuples(SHARES, SHARES), max_size=5),
)
def test_rounded_figures_are_right(
    finished: int, slow: int, problems: int, shares: list[tuple[float, float]]
) -> None:
    """However many items there are, and whatever share of them is done."""
    behind = items(slow, finished + 1, problem="缺资金")
    ongoing = tuple(
        replace(paced(row, done, _pace(done, due)), expected=due)
        for row, (done, due) in zip(items(len(shares), 1001), shares, strict=True)
    )
    whole = finished + slow + len(shares)
    bulletin = replace(
        EMPTY,
        items=whole,
        projects=min(whole, 1),
        finished=items(finished),
        ongoing=ongoing,
        behind=behind,
        problems=behind[:problems],
    )

    assert misprints(documents(bulletin), bulletin) == ()


def _pace(done: float, due: float) -> Pace:
    return Pace.AHEAD if done > due else Pace.BEHIND if done < due else Pace.ON


@pytest.mark.parametrize(
    ("stated", "right"),
    [
        ("73%", True),
        ("72.9%", True),
        ("72.97%", True),
        ("72.98%", False),
        ("72.973%", True),
        ("72%", True),
        ("71%", False),
        ("74%", False),
        ("100%", False),
        ("0%", False),
    ],
)
def test_a_percentage_may_be_rounded_or_cut(stated: str, right: bool) -> None:
    """27 of 37 are 72.973 percent."""
    fields = {"完成率": stated, "已完成": {"数": 27, "事项": []}, "事项数": 37}
    draft = Draft(Bulletin.MONTHLY, "通报", fields)

    assert (misprints([draft], EMPTY) == ()) is right


def test_a_unit_that_does_not_lead_an_item_is_no_unit_to_name() -> None:
    """The bulletin would blame the wrong one."""
    *others, market = SILENT.unreported
    wrong = replace(market, lead="城乡建设和交通局")
    bulletin = replace(SILENT, unreported=(*others, wrong))
    (fault,) = objections(bulletin)

    assert fault.wrong is Wrong.UNLISTED
    assert fault.sentence == "事项M004点名的责任单位城乡建设和交通局，清单里不是这一项的责任单位。"


def test_what_follows_from_wrong_figures_is_not_told_again() -> None:
    """The figures do not add up, so the sentence made of them does not either."""
    bulletin = replace(MONTH, items=16)
    told = before_issue(bulletin, LISTED, documents(bulletin))
    sums = [each.sentence for each in told if each.wrong is Wrong.SUM]

    assert any("合计15项，对不上" in sentence for sentence in sums)
    assert not any("总体情况" in sentence for sentence in sums)
    assert misprints(documents(bulletin), bulletin)
