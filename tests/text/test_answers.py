"""Numbered answers in one cell, and numbers that do not follow from each other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.text.answers import NumberingFault, numbering_faults, sub_answers
from toolkit.text.marks import Mark

LISTS = (
    ("1、修路；2、架桥。", [(Mark.COMMA, 1, 0, "修路；"), (Mark.COMMA, 2, 0, "架桥。")]),
    ("1.修路\n2.架桥", [(Mark.DOT, 1, 0, "修路"), (Mark.DOT, 2, 0, "架桥")]),
    ("1）修路 2）架桥", [(Mark.HALF_BRACKET, 1, 0, "修路"), (Mark.HALF_BRACKET, 2, 0, "架桥")]),
    ("(1)修路。（2）架桥", [(Mark.BRACKETED, 1, 0, "修路。"), (Mark.BRACKETED, 2, 0, "架桥")]),
    ("①修路②架桥", [(Mark.CIRCLED, 1, 0, "修路"), (Mark.CIRCLED, 2, 0, "架桥")]),
    ("一、修路\n二、架桥", [(Mark.NUMERAL, 1, 0, "修路"), (Mark.NUMERAL, 2, 0, "架桥")]),
    (
        "（一）修路\n（二）架桥",
        [(Mark.BRACKETED_NUMERAL, 1, 0, "修路"), (Mark.BRACKETED_NUMERAL, 2, 0, "架桥")],
    ),
    ("一是修路，二是架桥。", [(Mark.SPOKEN, 1, 0, "修路，"), (Mark.SPOKEN, 2, 0, "架桥。")]),
    ("正常推进。1、修路。2、架桥。", [(Mark.COMMA, 1, 0, "修路。"), (Mark.COMMA, 2, 0, "架桥。")]),
    ("1、修路，2、架桥", [(Mark.COMMA, 1, 0, "修路，"), (Mark.COMMA, 2, 0, "架桥")]),
    (
        "1、9月底前修路；\n2、10月架桥",
        [(Mark.COMMA, 1, 0, "9月底前修路；"), (Mark.COMMA, 2, 0, "10月架桥")],
    ),
    (
        "1、2处站点建成；\n2、架桥",
        [(Mark.COMMA, 1, 0, "2处站点建成；"), (Mark.COMMA, 2, 0, "架桥")],
    ),
    ("1、2号楼封顶；2、绿化", [(Mark.COMMA, 1, 0, "2号楼封顶；"), (Mark.COMMA, 2, 0, "绿化")]),
    (
        "一、道路\n（一）主路\n1、路基\n2、路面\n（二）支路\n二、桥梁",
        [
            (Mark.NUMERAL, 1, 0, "道路"),
            (Mark.BRACKETED_NUMERAL, 1, 1, "主路"),
            (Mark.COMMA, 1, 2, "路基"),
            (Mark.COMMA, 2, 2, "路面"),
            (Mark.BRACKETED_NUMERAL, 2, 1, "支路"),
            (Mark.NUMERAL, 2, 0, "桥梁"),
        ],
    ),
)

NO_LISTS = (
    "",
    "正常推进。",
    "已完成3.5公里，其中10.5公里正在施工。",
    "完成10.5公里。3.5公里正在施工。",
    "1、2号楼封顶；3、4号楼装修。",
    "1、2号楼主体完工。",
    "一、二、三级医疗机构报销比例分别达到80%、70%、60%。",
    "5、6月完成招标，7、8月施工。",
    "投资2.4亿元。9.20日开工。",
    "详见附件1。",
    "之一是修路，唯一是架桥。",
    "见通知（1）第3条。",
)

FAULTS = (
    ("1、修路；3、架桥", [(NumberingFault.SKIPPED, "3、", "2")]),
    ("1、修路\n2、架桥\n2、植树", [(NumberingFault.DOUBLED, "2、", "3")]),
    ("1、修路\n1、架桥", [(NumberingFault.DOUBLED, "1、", "2")]),
    ("1、修路\n2、架桥\n3、植树\n2、清淤", [(NumberingFault.BACKWARDS, "2、", "4")]),
    ("1、修路；\n2.架桥；\n3.植树", [(NumberingFault.MIXED, "2.", "1、")]),
    (
        "1、修路\n2.架桥\n③植树",
        [(NumberingFault.MIXED, "2.", "1、"), (NumberingFault.MIXED, "③", "1.")],
    ),
    ("①修路②架桥④植树", [(NumberingFault.SKIPPED, "④", "3")]),
    ("一是修路；二是架桥；四是植树。", [(NumberingFault.SKIPPED, "四是", "3")]),
    ("2、修路；\n3、架桥", [(NumberingFault.SKIPPED, "2、", "1")]),
)

SOUND = (
    "1、修路；2、架桥；3、植树",
    "2、修路",
    "一、道路\n1、路基\n2、路面\n二、桥梁\n1、桥墩\n2、桥面",
    "进展：1、修路；2、架桥。\n计划：1、植树；2、清淤。",
    "【甲局】1、修路\n【乙局】1、架桥",
    "1、修路：①路基②路面；2、架桥：①桥墩②桥面",
)


@pytest.mark.parametrize(("text", "answers"), LISTS)
def test_lists(text: str, answers: list[tuple[Mark, int, int, str]]) -> None:
    """Each answer has its style, number, level and words, in one line or in several."""
    assert [(a.mark, a.number, a.level, a.text) for a in sub_answers(text)] == answers
    assert not numbering_faults(text)


@pytest.mark.parametrize("text", NO_LISTS)
def test_numbers_that_are_no_marks(text: str) -> None:
    """Decimals, houses, months and grades number nothing."""
    assert sub_answers(text) == ()
    assert numbering_faults(text) == ()


@pytest.mark.parametrize(("text", "faults"), FAULTS)
def test_faults(text: str, faults: list[tuple[NumberingFault, str, str]]) -> None:
    """A number that is missing, doubled, out of order or of another style is named."""
    found = numbering_faults(text)
    assert [(f.fault, f.text, f.expected) for f in found] == faults
    assert all(text[f.start : f.end] == f.text for f in found)


@pytest.mark.parametrize("text", SOUND)
def test_sound_numbers(text: str) -> None:
    """A list may begin anew under a heading and inside an answer; one number alone is no list."""
    assert numbering_faults(text) == ()


@given(st.integers(1, 20), st.sampled_from(["{}、", "{}.", "（{}）", "{}）"]))
def test_whole_lists_are_sound(count: int, style: str) -> None:
    """Answers numbered from one upwards have no fault, and none is lost."""
    text = "\n".join(style.format(number) + "修路；" for number in range(1, count + 1))
    assert [answer.number for answer in sub_answers(text)] == list(range(1, count + 1))
    assert numbering_faults(text) == ()


@given(st.text(alphabet="1234、.．）(（)①②③一二三是修路；。\n ，5公里号楼", max_size=40))
def test_places(text: str) -> None:
    """Answers follow each other and stand where they say, whatever the text."""
    end = 0
    for answer in sub_answers(text):
        assert answer.start >= end
        assert answer.text in text[answer.start : answer.end]
        end = answer.end
