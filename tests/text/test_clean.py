"""Keys for comparing are blind to what people cannot see; values are read as people read them."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.model.workbook import ShownDate
from toolkit.text.clean import (
    cell_text,
    is_blank,
    match_key,
    names_problem,
    only_answers,
    says_none,
)

CHINESE = st.text(alphabet="民生实事，。（）；：９9ＡA ％%\n\u200b\u3000\ufeff", max_size=30)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        (" 项 目\n名称\t", "项目名称"),
        ("９００个（Ａ）", "900个(A)"),
        ("项目\u200b名称\ufeff\u202e", "项目名称"),
        ("项目\u3000名称\xa0", "项目名称"),
        ("①、②", "1、2"),
        ("20㎡", "20m2"),
        ("“引号”——", "“引号”——"),
        ("", ""),
    ],
)
def test_match_key(text: str, key: str) -> None:
    """One width, no blanks, nothing invisible."""
    assert match_key(text) == key


@given(CHINESE)
def test_a_key_of_a_key_is_the_key(text: str) -> None:
    """Comparing keys is comparing for good."""
    assert match_key(match_key(text)) == match_key(text)


@given(CHINESE, CHINESE)
def test_joined_texts_have_joined_keys(one: str, other: str) -> None:
    """Blanks between words make no difference."""
    assert match_key(f"{one} \n{other}") == match_key(one) + match_key(other)


@pytest.mark.parametrize("text", ["", " ", "\n\t", "\u3000", "\u200b", "-", "——", "/", " — "])
def test_blank(text: str) -> None:
    """A cell with a lone dash says nothing."""
    assert is_blank(text)
    assert says_none(text)
    assert not names_problem(text)


@pytest.mark.parametrize("text", ["无", "0", "-1", "否", "。", "5/6", "A"])
def test_not_blank(text: str) -> None:
    """A nought is an answer."""
    assert not is_blank(text)


@pytest.mark.parametrize(
    "text",
    [
        *("无", "无。", " 无 ", "暂无", "没有", "目前无", "无问题", "没有问题。", "暂无问题；"),
        *("不存在问题", "无存在问题", "暂未发现问题", "未发现明显问题", "无困难", "暂无问题和困难"),
        *("目前没有困难、问题。", "暂时没有"),
    ],
)
def test_no_problem(text: str) -> None:
    """However a unit says that there is none."""
    assert says_none(text)
    assert not names_problem(text)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "无法按期完工",
            "无土地指标",
            "没有资金",
            "暂无施工队伍",
            "不存在施工条件",
            "未发现合适场地",
        ),
        *("无；但资金缺口大", "问题", "尚未开工", "未完成", "资金没有落实"),
    ],
)
def test_a_problem_that_begins_like_none(text: str) -> None:
    """A named problem never passes for none."""
    assert not says_none(text)
    assert names_problem(text)


@pytest.mark.parametrize("text", ["否", "是", "否。", " 不是 ", "有", "存在问题"])
def test_a_bare_answer_names_no_problem(text: str) -> None:
    """The cell asks which problem, not whether."""
    assert only_answers(text)
    assert not says_none(text)
    assert not names_problem(text)


@pytest.mark.parametrize("text", ["否则无法开工", "是否延期待定", "有缺口", "无"])
def test_more_than_a_bare_answer(text: str) -> None:
    """A sentence that begins with the same character is a sentence."""
    assert not only_answers(text)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (" 原样 \n", " 原样 \n"),
        ("", ""),
        (None, ""),
        (True, "TRUE"),
        (False, "FALSE"),
        (900, "900"),
        (900.0, "900"),
        (-0.5, "-0.5"),
        (0.1 + 0.2, "0.3"),
        (13812345678.0, "13812345678"),
        (1e20, "1e+20"),
        (date(2021, 9, 30), "2021年9月30日"),
        (ShownDate(date(2021, 9, 30), "9月30日"), "2021年9月30日"),
        (datetime(2021, 9, 30), "2021年9月30日"),
        (datetime(2021, 9, 30, 8, 5), "2021年9月30日08:05"),
        (time(8, 5), "08:05"),
        (timedelta(hours=1), "1:00:00"),
    ],
)
def test_cell_text(value: object, text: str) -> None:
    """Numbers without a needless point, dates as Chinese documents write them."""
    assert cell_text(value) == text


@given(st.integers(-(10**14), 10**14))
def test_whole_numbers_keep_all_digits(number: int) -> None:
    """A spreadsheet stores 900 as 900.0, and a person reads 900."""
    assert cell_text(float(number)) == cell_text(number) == str(number)
