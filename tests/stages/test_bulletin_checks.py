"""A bulletin whose figures do not add up is told before anybody signs it."""

from dataclasses import replace
from datetime import date

import pytest

from tests.stages.bulletins import EMPTY, LIGHTS, MONTH, QUARTER, SCHOOL, SHOWS, item
from toolkit.model.bulletin import ProgressBulletin
from toolkit.model.inconsistency import Wrong
from toolkit.stages.bulletin_checks import inconsistencies

LATE = replace(QUARTER, finish_by=date(2024, 12, 31))


def test_a_sound_bulletin_has_no_inconsistencies() -> None:
    """The figures of the samples add up."""
    assert inconsistencies(MONTH) == ()
    assert inconsistencies(EMPTY) == ()
    assert inconsistencies(QUARTER) == ()


@pytest.mark.parametrize(
    ("bulletin", "wrong", "expected"),
    [
        (replace(MONTH, items=16), Wrong.SUM, "合计15项，对不上"),
        (replace(MONTH, projects=16), Wrong.SUM, "项目有16个，多于事项总数15项"),
        (replace(MONTH, by_text=15), Wrong.SUM, "由文字判断状态的有15项，多于有状态的事项14项"),
        (
            replace(MONTH, items=16, behind=(SCHOOL, LIGHTS)),
            Wrong.TWICE,
            "事项5重复列入：已完成、进展较慢",
        ),
        (
            replace(MONTH, problems=(item("99"),)),
            Wrong.UNLISTED,
            "事项99列入存在问题，但不在事项清单中",
        ),
        (
            replace(MONTH, problems=(SHOWS, SHOWS)),
            Wrong.TWICE,
            "事项11重复列入：存在问题、存在问题",
        ),
        (
            replace(MONTH, missing=("市场监管局",), to_correct=()),
            Wrong.TWICE,
            "单位市场监管局重复列入：逾期报送、未报送",
        ),
        (replace(MONTH, to_correct=("应急管理局",)), Wrong.UNLISTED, "没有收到它的报送"),
        (
            replace(LATE, overdue=LATE.finished),
            Wrong.TWICE,
            "事项2既列入已完成，又列入逾期未完成",
        ),
        (
            replace(LATE, overdue=(item("99"),)),
            Wrong.UNLISTED,
            "事项99列入逾期未完成，但不在未完成的事项中",
        ),
        (
            replace(LATE, overdue=LATE.behind * 2),
            Wrong.TWICE,
            "事项3重复列入：逾期未完成、逾期未完成",
        ),
        (
            replace(LATE, overdue=LATE.unfinished, finish_by=None),
            Wrong.TWICE,
            "列入逾期未完成的有4项，但没有完成时限",
        ),
    ],
)
def test_each_inconsistency_is_one_plain_sentence(
    bulletin: ProgressBulletin, wrong: Wrong, expected: str
) -> None:
    """What does not add up is told once, by its kind, in words that say what is wrong."""
    (fault,) = inconsistencies(bulletin)

    assert fault.wrong is wrong
    assert expected in fault.sentence
    assert fault.sentence.endswith("。")
