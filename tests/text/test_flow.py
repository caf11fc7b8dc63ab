"""Broken lines become paragraphs again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.text.flow import ended, joined, paragraphs, starts_item, without_gaps


@pytest.mark.parametrize("line", ["完成。", "完成；", "（含幼儿园）", "“全覆盖”。", "如下："])
def test_an_ended_line(line: str) -> None:
    """A mark or a bracket closes it."""
    assert ended(line)


def test_an_open_line() -> None:
    """A word, a comma or an enumeration mark leaves it open."""
    assert not any(map(ended, ["新建文化驿", "教育局、", "新建3所，"]))


def test_gaps_of_typesetting() -> None:
    """Blanks beside Chinese characters go, those between Latin words stay."""
    assert without_gaps("新建 3 所 中小学 LED lamp") == "新建3所中小学LED lamp"
    assert joined(["使用LED", "lamp灯", "具"]) == "使用LED lamp灯具"


def test_a_line_goes_on_until_it_ends() -> None:
    """Unless the next one begins with a number."""
    lines = ["做好城市书房、文化驿", "站建设。", "①新建3处", "②改造5处"]

    assert paragraphs(lines) == ("做好城市书房、文化驿站建设。", "①新建3处", "②改造5处")


@pytest.mark.parametrize("line", ["1.新建", "(一)新建", "一、新建", "第三件 新建", "⑵新建"])
def test_a_line_that_starts_an_item(line: str) -> None:
    """Any official number at its start."""
    assert starts_item(line)
    assert not starts_item("1.65万个岗位")


@given(st.lists(st.text(alphabet="建设3所学校。，1.（一） a", max_size=12)))
def test_nothing_but_blanks_is_lost(lines: list[str]) -> None:
    """The paragraphs hold every character of the lines, in their order."""
    said = "".join("".join(line.split()) for line in lines)

    assert "".join("".join(part.split()) for part in paragraphs(lines)) == said
