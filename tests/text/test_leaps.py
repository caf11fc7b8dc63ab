"""Figures that have grown beyond all that was planned."""

import pytest

from toolkit.model.assessment import Achieved
from toolkit.model.programme import Target
from toolkit.text.leaps import leap

TARGET = Target("M001", "演出", 120, "场", "等于", "演出120场")


@pytest.mark.parametrize(
    ("now", "former", "plan", "leaps"),
    [
        (187, 101, "下旬再演9场。", True),
        (1010, 101, "", True),
        (121, 101, "下旬再演9场。", False),
        (187, 101, "", False),
        (187, 101, "累计达到110场。", False),
        (119, 20, "再演2场。", False),
        (187, 10, "再演2场。", False),
    ],
)
def test_leap(now: float, former: float, plan: str, leaps: bool) -> None:
    """Beyond the target, and by many times of what was planned or by a shifted point."""
    assert leap(Achieved(TARGET, now), Achieved(TARGET, former), plan) is leaps


def test_what_is_not_exact_does_not_leap() -> None:
    """About so many may be any number."""
    assert not leap(Achieved(TARGET, 187, exact=False), Achieved(TARGET, 101), "再演9场。")
    assert not leap(Achieved(TARGET, None), Achieved(TARGET, 101), "再演9场。")
