"""Hindrances that a progress text names, and those that it says are gone."""

import pytest

from toolkit.text.hindrances import says_removed, unresolved


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("设备全部装完，但有6所因网络带宽不足没能接入平台。", "但有6所因网络带宽不足没能接入平台"),
        ("2处已建成，1处因房屋权属有争议停工近一个月。", "1处因房屋权属有争议停工近一个月"),
        ("奖补资金没有到位。", "奖补资金没有到位"),
        ("规划许可批复还没下来。", "规划许可批复还没下来"),
        ("居民不同意加装，3部电梯未动工。", "居民不同意加装"),
        ("受连续降雨影响，2处被迫停止施工。", "2处被迫停止施工"),
        ("停工的1处经协调已解决，8日复工。", None),
        ("建成9处，其余正在施工。", None),
        ("因地制宜改造，未发现问题。", None),
        ("调解劳动纠纷120件。", None),
        ("因权属有争议停工的1处，双方已达成一致。", None),
        ("首次招标流标，已重新挂网。", None),
    ],
)
def test_unresolved(text: str, found: str | None) -> None:
    """Only what is called a hindrance counts, and only while nothing says that it is over."""
    phrase = unresolved(text)

    assert (phrase.text if phrase else None) == found
    if phrase:
        assert text[phrase.start : phrase.end] == phrase.text


@pytest.mark.parametrize(
    ("text", "over"),
    [
        ("3处停工机械车库探明管线后于9月上旬复工。", True),
        ("3处机械车库停工。", False),
        ("2处停工，1处进度滞后，停工的已复工。", False),
        ("建成9处。", False),
    ],
)
def test_says_removed(text: str, over: bool) -> None:
    """A standstill that is over is no delay; another delay beside it is one."""
    assert says_removed(text) is over
