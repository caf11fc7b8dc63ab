"""Numbers at the start of a line, in every style of official documents."""

import pytest

from toolkit.notices.markers import Style, marker_of, true_series
from toolkit.text.ordinals import number_of


@pytest.mark.parametrize(
    ("line", "style", "number", "rest"),
    [
        ("第十五件 建设助餐点", Style.PIECE, 15, "建设助餐点"),
        ("第三项：改造公厕", Style.PIECE, 3, "改造公厕"),
        ("实事二：新建学校", Style.THING, 2, "新建学校"),
        ("十二、改造公厕", Style.HAN, 12, "改造公厕"),
        ("（三）改造公厕", Style.HAN_BRACKET, 3, "改造公厕"),
        ("(三)改造公厕", Style.HAN_BRACKET, 3, "改造公厕"),
        ("㈢改造公厕", Style.HAN_BRACKET, 3, "改造公厕"),
        ("二是改造公厕", Style.HAN_IS, 2, "改造公厕"),
        ("1.改造公厕", Style.NUMBER, 1, "改造公厕"),
        ("1．改造公厕", Style.NUMBER, 1, "改造公厕"),
        ("10、改造公厕", Style.NUMBER, 10, "改造公厕"),
        ("01.改造公厕", Style.NUMBER, 1, "改造公厕"),
        ("⒉改造公厕", Style.NUMBER, 2, "改造公厕"),
        ("1.2024年改造公厕", Style.NUMBER, 1, "2024年改造公厕"),
        ("2)改造公厕", Style.NUMBER_HALF, 2, "改造公厕"),
        ("（2）改造公厕", Style.NUMBER_BRACKET, 2, "改造公厕"),
        ("⑵改造公厕", Style.NUMBER_BRACKET, 2, "改造公厕"),
        ("④改造公厕", Style.CIRCLE, 4, "改造公厕"),
        ("㉑改造公厕", Style.CIRCLE, 21, "改造公厕"),
        ("3 改造公厕", Style.NUMBER_BARE, 3, "改造公厕"),
        ("二医疗卫生方面", Style.HAN_BARE, 2, "医疗卫生方面"),
        ("- 4. 改造公厕", Style.NUMBER, 4, "改造公厕"),
        ("•（四）改造公厕", Style.HAN_BRACKET, 4, "改造公厕"),
    ],
)
def test_a_numbered_line(line: str, style: Style, number: int, rest: str) -> None:
    """Style and value are known, full-width and half-width alike, behind a bullet too."""
    marker = marker_of(line)

    assert marker is not None
    assert (marker.style, marker.number, marker.rest) == (style, number, rest)


@pytest.mark.parametrize(
    "line",
    [
        "1.65万个岗位",
        "2024年底前完成",
        "5.5公里道路",
        "第一，做好准备",
        "一家养老院",
        "三所学校",
        "完善设施",
    ],
)
def test_a_line_that_only_begins_with_a_figure(line: str) -> None:
    """A decimal, a year and a counted thing are no numbers of a list."""
    assert marker_of(line) is None


@pytest.mark.parametrize(
    ("text", "value"), [("12", 12), ("十", 10), ("二十三", 23), ("一百零二", 102), ("件", 0)]
)
def test_the_value_of_a_number(text: str, value: int) -> None:
    """Digits and Chinese numerals; 0 for anything else."""
    assert number_of(text) == value


def test_weak_numbers_count_only_as_a_series() -> None:
    """一教育方面 alone may be a sentence; three in a row from one on are a list."""
    lines = ["一教育方面", "二医疗方面", "三道路方面", "3 处公园", "1 个广场"]
    kept = true_series([marker_of(line) for line in lines])

    assert [marker.number if marker else None for marker in kept] == [1, 2, 3, None, None]
