"""What was only planned and is counted as done."""

from datetime import date

import pytest

from toolkit.model.assessment import Achieved
from toolkit.model.programme import Target
from toolkit.text.counted_plans import counted_plan, planned_later

TARGET = Target("M001", "农业生产经营从业者", 150, "人次", "等于", "培训农业生产经营从业者150人次")
END = date(2023, 9, 24)


def _found(now: float, former: float, plan: str, before: str, text: str = "") -> str | None:
    reached, was = Achieved(TARGET, now), Achieved(TARGET, former)
    return counted_plan(reached, was, planned_later(reached, plan, [before], text, END))


@pytest.mark.parametrize(
    ("now", "plan", "before"),
    [
        (152, "10月下旬组织第二期培训70人次。", ""),
        (152, "组织第二期培训，计划70人次。", ""),
        (152, "第二期70人次10月开班。", ""),
        (152, "", "10月下旬开第二期，计划70人次。"),
        (152, "", "第二期放到10月，培训70人次。"),
        (152, "", "11月10日起办第二期，培训70人次。"),
        (122, "", "10月上旬培训40人次。"),
        (122, "", "9月30日培训40人次。"),
        (132, "", "12月再培训50人次。"),
        (152, "", "9月回访40人次；10月中旬培训70人次。"),
    ],
)
def test_what_is_still_to_come_is_counted(now: float, plan: str, before: str) -> None:
    """It is planned still, with all done; or its time has not come."""
    assert _found(now, 82, plan, before)


@pytest.mark.parametrize(
    ("now", "plan", "before", "text"),
    [
        (122, "再培训40人次。", "本周培训40人次。", ""),
        (122, "10月再培训40人次。", "9月24日前培训40人次。", ""),
        (122, "", "10月底前培训40人次。", ""),
        (122, "", "9月下旬培训40人次。", ""),
        (152, "", "10月下旬培训70人次。", "第二期提前到9月举办。"),
        (152, "回访学员70人。", "", ""),
        (152, "累计达到70人次。", "", ""),
        (152, "培训约70人次。", "", ""),
        (150, "10月下旬培训70人次。", "", ""),
        (82, "10月下旬培训70人次。", "10月下旬培训70人次。", ""),
        (152, "无", "", ""),
        (152, "培训70小时。", "", ""),
    ],
)
def test_what_may_well_be_done(now: float, plan: str, before: str, text: str) -> None:
    """One batch as large as the next, what was due, what was brought forward: silent."""
    assert _found(now, 82, plan, before, text) is None
