"""Which reports that do not say 已完成 count as finished all the same."""

import pytest

from tests.stages.months import month
from tests.stages.returns import MARKET
from tests.stages.test_assess import listed
from toolkit.model.assessment import Basis
from toolkit.model.scheme import Key
from toolkit.stages.assess import assessed


def is_finished(progress: str, content: str, cells: dict[Key, str] | None = None) -> bool:
    """Tell whether a report counts as finished, and that it is marked as read out of the text."""
    values = {Key.PROGRESS: progress, Key.PROBLEM: "无", Key.PLAN: "无", **(cells or {})}
    made = listed(content, *(cells or {}))
    (submission,) = assessed(month(made, {MARKET: {"M004": values}}, "2021-09")).submissions
    (entry,) = submission.entries
    assert entry.status.basis in (Basis.TEXT, Basis.CELL)
    return entry.status.finished


@pytest.mark.parametrize(
    ("content", "progress"),
    [
        ("改造公厕6座", "6座公厕改造全部完成，10月22日通过验收。"),
        ("改造公厕6座，更新果皮箱200个", "公厕6座、果皮箱200个两项任务均已完成。"),
        ("改造公厕6座，更新果皮箱200个", "公厕、果皮箱两项任务均已完成。"),
        ("补助标准提高到3000元", "政策已100%落地。今年累计按3000元的标准发放补助2034万元。"),
    ],
)
def test_the_end_of_all_that_was_promised_is_finished(content: str, progress: str) -> None:
    """Each target is reached, or stands where an end is told."""
    assert is_finished(progress, content)


@pytest.mark.parametrize(
    ("content", "progress"),
    [
        ("改造公厕6座，更新果皮箱200个", "6座公厕改造全部完成。"),
        ("改造公厕6座，更新果皮箱200个", "6座公厕改造全部完成；果皮箱更新120个。"),
        ("维护145个村居的健身器材", "135个村居的器材维护全部完成，三项任务均已完成。"),
        ("改造公厕6座", "6座公厕改造有序推进，设计全部完成。"),
        ("办好免费筛查", "累计筛查1987人。高风险25人，全部落实转诊并完成诊断。"),
    ],
)
def test_in_doubt_it_is_not(content: str, progress: str) -> None:
    """A target that is not told, one that is short, and the end of something else."""
    assert not is_finished(progress, content)


@pytest.mark.parametrize(
    ("content", "progress", "finished"),
    [
        ("改造公厕6座，更新果皮箱200个", "公厕6座通过验收，果皮箱200个投用。", True),
        ("改造公厕6座，更新果皮箱200个", "公厕6座已全部开工，果皮箱200个到货。", False),
        ("改造公厕6座，更新果皮箱200个", "公厕6座通过验收。", False),
        ("改造公厕6座", "公厕6座的图纸已通过审查，完成招标。", False),
    ],
)
def test_all_targets_named_and_no_plan_left_is_finished(
    content: str, progress: str, finished: bool
) -> None:
    """The form asks for a plan as long as something remains, and allows none when nothing does."""
    assert is_finished(progress, content) is finished
    assert not is_finished(progress, content, {Key.PLAN: "10月完成移交。"})


def test_a_note_on_why_it_is_late_says_that_it_is_not() -> None:
    """未如期完成的说明 speaks against an end."""
    content, progress = "增设站点100处", "增设站点100处，任务全部完成。"

    assert is_finished(progress, content)
    assert not is_finished(progress, content, {Key.NOTE: "仍有9处没有划线，预计10月底完成。"})


def test_what_a_unit_chose_stays() -> None:
    """A status from the list is the unit's own word."""
    chosen = {Key.STATUS: "正常推进"}

    assert not is_finished("6座公厕改造全部完成。", "改造公厕6座", chosen)
