"""What tells at a glance whether a pattern may match never hides one of its matches."""

import re
from collections.abc import Callable
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from toolkit.text import (
    asides,
    averages,
    calendar_days,
    claims,
    hindrances,
    increases,
    one_each,
    overruns,
    personal,
    products,
    shares,
)


class Prefilter(NamedTuple):
    """A pattern, and what is asked before it."""

    pattern: re.Pattern[str]
    may: Callable[[str], object]


PREFILTERS = {
    "asides": Prefilter(asides._ASIDE, asides._MAY_BE_ASIDE.search),
    "asides, data": Prefilter(asides._ON_DATA, asides._MAY_BE_ON_DATA.search),
    "asides, blame": Prefilter(asides._BLAME, asides.may_blame),
    "averages": Prefilter(averages._TIMES, averages._MAY_BE_TIMES.search),
    "calendar_days, month": Prefilter(calendar_days._NO_MONTH, calendar_days.may_be_impossible),
    "calendar_days, week day": Prefilter(calendar_days._NAMED_DAY, calendar_days.may_name_week_day),
    "claims": Prefilter(claims._TASK, claims.may_claim),
    "claims, all of it": Prefilter(claims._ALL_OF_IT, claims.may_claim),
    "hindrances": Prefilter(hindrances._HINDERED, hindrances._MAY.search),
    "increases": Prefilter(increases._CHANGE, increases._MAY_CHANGE.search),
    "one_each": Prefilter(one_each._EACH, one_each._MAY.search),
    "overruns": Prefilter(overruns._AMONG, overruns._MAY_BE_AMONG.search),
    "personal, aged": Prefilter(personal._AGED, personal.may_name_person),
    "personal, born": Prefilter(personal._BORN, personal.may_name_person),
    "personal, examined": Prefilter(personal._EXAMINED, personal.may_name_person),
    "personal, listed": Prefilter(personal._LISTED, personal.may_name_person),
    "personal, poor": Prefilter(personal._POOR, personal.may_name_person),
    "personal, told": Prefilter(personal._TOLD, personal.may_name_person),
    "products, rate before": Prefilter(products._RATE_BEFORE, products._MAY_BE_RATE.search),
    "products, rate behind": Prefilter(products._RATE_BEHIND, products._MAY_BE_RATE.search),
    "shares, of an amount": Prefilter(shares._OF_AMOUNT, shares._MAY_BE_SHARE.search),
    "shares, rate": Prefilter(shares._RATE, shares._MAY_BE_SHARE.search),
}


@pytest.mark.parametrize("prefilter", PREFILTERS.values(), ids=PREFILTERS)
@given(data=st.data())
@settings(deadline=None)
def test_it_lets_every_match_through(prefilter: Prefilter, data: st.DataObject) -> None:
    """What matches the pattern is never kept from it."""
    text = data.draw(st.from_regex(prefilter.pattern))
    assert prefilter.may(text)


KINDS = [pattern for kind, pattern in personal._KINDS if kind != personal._SEX]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.pattern[:8])
@given(data=st.data())
@settings(deadline=None)
def test_it_lets_through_what_brackets_tell(kind: re.Pattern[str], data: st.DataObject) -> None:
    """A name with what is private behind it is never kept from its pattern."""
    text = data.draw(st.from_regex(kind, fullmatch=True))
    assert personal.may_name_person(f"丁一（{text}）")
