"""Unit-written text is made fit for a sentence without losing a word."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.text.prose import clause, name_text, sentence


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("", ""),
        ("。", ""),
        ("已完成。；", "已完成。"),
        ("已完成", "已完成。"),
        ("已完成.", "已完成。"),
        ("是否批复？。", "是否批复？"),
        ("进展顺利！", "进展顺利！"),
        ("（已完成。）", "（已完成。）"),
        ("他说“好。”", "他说“好。”"),
        ("1、甲\n2、乙；\n", "1、甲；2、乙。"),
        ("甲，\r\n乙", "甲，乙。"),
        ("甲\n，乙", "甲，乙。"),
        ("共 5 所　学校", "共5所学校。"),
        ("用 LED lamp 灯", "用LED lamp灯。"),
        ("甲\u200b乙\ufeff", "甲乙。"),
        ("甲。。乙；，丙", "甲。乙；丙。"),
        ("尚未完成……", "尚未完成……"),
    ],
)
def test_sentence(written: str, expected: str) -> None:
    """A text becomes one line with one mark at its end; an empty one stays empty."""
    assert sentence(written) == expected


def test_clause_has_no_mark_at_its_end() -> None:
    """A clause is what a template puts its own mark behind."""
    assert clause("完成招标；\n施工进场。") == "完成招标；施工进场"


def test_a_name_broken_by_a_narrow_column_is_joined() -> None:
    """Between the lines of a name nothing is put."""
    assert name_text("优质教育 \n提升工程") == "优质教育提升工程"


@given(st.text())
def test_no_word_is_lost(written: str) -> None:
    """Letters and digits of the text all come through, in their order."""

    def words(text: str) -> str:
        return "".join(re.findall(r"[\u4e00-\u9fffA-Za-z0-9]", text))

    assert words(sentence(written)) == words(written)
