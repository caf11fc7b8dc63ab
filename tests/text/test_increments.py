"""What was added in a period, and what was reached by its end and before."""

import pytest

from toolkit.text.increments import increments, reached_before
from toolkit.text.periods import parse_period

MONTH = parse_period("2024-09")
TEN_DAYS = parse_period("2024-09-中旬")


@pytest.mark.parametrize(
    ("text", "label", "found"),
    [
        (
            "本旬培训项目经理52人次，累计372人次；本旬培训店员125人次，累计905人次。",
            "2024-09-中旬",
            [("项目经理", 52, 372), ("店员", 125, 905)],
        ),
        ("9月份新打通4条（甲路、乙路），累计打通14条。", "2024-09", [("", 4, 14)]),
        ("累计建成12处，其中本月新建成3处。", "2024-09", [("", 3, 12)]),
        ("建成87场，比上季度增加31场。", "2024-Q3", [("", 31, None)]),
        ("8月份新打通4条，累计打通14条。", "2024-09", []),
        ("本月新打通4条，累计14条。", "2024-09-中旬", []),
        ("本月计划打通4条，累计14条。", "2024-09", []),
        ("本月打通约4条，累计14条。", "2024-09", []),
        ("本月打通4条，累计惠及14户。", "2024-09", []),
        ("累计14条。", "2024-09", []),
        ("本周甲镇、乙镇各演出1场，累计演出9场次。", "2024-W36", [("演出", 2, 9)]),
        ("本周甲镇、乙镇、丙镇各演出2场，累计9场。", "2024-W36", [("演出", 6, 9)]),
        ("本周两镇各演出1场，累计9场。", "2024-W36", [("演出", 2, 9)]),
        ("本周甲镇和乙镇各演出1场，总数达到9场。", "2024-W36", [("演出", 2, 9)]),
        ("本周各镇演出1场，累计9场。", "2024-W36", []),
        ("本周甲镇、乙镇各演出约2场，累计9场。", "2024-W36", []),
        ("本周托班通过验收，增加托位24个，总数517个。", "2024-W36", [("托位", 24, 517)]),
        ("本月新打通4条，总数达到14条。", "2024-09", [("", 4, 14)]),
        ("本月新打通4条，共计14条。", "2024-09", [("", 4, 14)]),
        ("这周打通4条，累计14条。", "2024-W36", [("", 4, 14)]),
        ("较上月增加4条，增至14条。", "2024-09", [("", 4, 14)]),
        ("完成验收，又打通4条，累计打通14条。", "2024-09", [("", 4, 14)]),
        ("最后20个托位通过验收，总数达到573个。", "2024-W36", [("", 20, 573)]),
        (
            "最后20个托位9月22日通过验收。年内累计162个，总数达到573个。",
            "2024-W36",
            [("", 20, None)],
        ),
        ("最后20个托位正在安装，累计553个。", "2024-W36", []),
        ("最后20个托位月底前通过验收，累计553个。", "2024-W36", []),
        ("又计划打通4条，累计14条。", "2024-09", []),
        ("本周计划甲镇、乙镇各演出1场，累计9场。", "2024-W36", []),
    ],
)
def test_increments(text: str, label: str, found: list[tuple[str, float, float | None]]) -> None:
    """They are of the period itself, done, exact, and in one measure with what is reached."""
    told = [
        (each.of, each.added.number, each.reached.number if each.reached else None)
        for each in increments(text, parse_period(label))
    ]

    assert told == found


@pytest.mark.parametrize(
    ("of", "former", "number"),
    [
        ("项目经理", "培训物业企业项目经理310人次、店员780人次。", 310),
        ("店员", "培训物业企业项目经理310人次、店员780人次。", 780),
        ("保安", "培训物业企业项目经理310人次、店员780人次。", None),
        ("", "本旬培训20人次，累计310人次。", 310),
        ("", "培训310人次，其中店员80人次。", None),
        ("", "培训约310人次。", None),
    ],
)
def test_reached_before(of: str, former: str, number: float | None) -> None:
    """It is told where the thing is named, or where only one figure has the measure."""
    found = reached_before(of, "人次", former, TEN_DAYS)

    assert (found.number if found else None) == number


def test_what_was_added_since_the_end_of_the_month_before() -> None:
    """较8月底增加26户 is of September."""
    (found,) = increments("较8月底增加26户，累计达到410户。", MONTH)

    assert (found.added.number, found.reached and found.reached.number) == (26, 410)
