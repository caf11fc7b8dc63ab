"""Plans and explanations that treat as still to come what is over."""

import pytest

from toolkit.text.still_preparing import left_over, prepared_again, rest_planned

OPEN = "6号线一期已于4月26日开通运营，目标完成率100%。"


@pytest.mark.parametrize(
    ("progress", "plan", "found"),
    [
        (OPEN, "加快调试，确保年底前具备开通运营条件。", "加快调试，确保年底前具备开通运营"),
        (OPEN, "做好开通运营后的服务。", None),
        (OPEN, "推动二期确保年底前开通运营。", None),
        ("已完成调试。", "确保年底前开通运营。", None),
        ("1处已竣工。", "确保其余年底前竣工。", None),
    ],
)
def test_prepared_again(progress: str, plan: str, found: str | None) -> None:
    """The same event has to be over in the progress, all of it, and secured in the plan."""
    phrase = prepared_again(progress, plan)

    assert (phrase.text if phrase else None) == found


@pytest.mark.parametrize(
    ("plan", "found"),
    [
        ("10月完成剩余3处改造。", "剩余3处改造"),
        ("剩余3起案件办结。", None),
        ("下一批剩余3处改造。", None),
    ],
)
def test_rest_planned(plan: str, found: str | None) -> None:
    """A rest of the work counts, not one of other matters."""
    phrase = rest_planned(plan)

    assert (phrase.text if phrase else None) == found


@pytest.mark.parametrize(
    ("progress", "note", "found"),
    [
        (
            "站点100处，任务全部完成。",
            "仍有9处站点没有划线，预计1月底完成。",
            "仍有9处站点没有划线",
        ),
        ("站点100处，任务全部完成。", "曾有9处没有划线，现已补齐。", None),
        ("站点91处。", "仍有9处站点没有划线。", None),
        ("站点100处，任务全部完成。", "无", None),
    ],
)
def test_left_over(progress: str, note: str, found: str | None) -> None:
    """An explanation may name a rest only where the progress does not say that all is done."""
    phrase = left_over(progress, note)

    assert (phrase.text if phrase else None) == found
