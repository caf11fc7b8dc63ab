"""Laws of reading: nothing of a list vanishes, nothing is invented, drawing does not matter."""

import random
import re

from hypothesis import given
from hypothesis import strategies as st

from tests.notices.drawn import barred, column, read, schemes, tabbed, text
from toolkit.model.document import Document
from toolkit.model.notice import Notice
from toolkit.model.scheme import Key
from toolkit.notices.reading import read_notice

DEEDS = st.sampled_from(
    (
        *(
            "建设学校3所",
            "改造公厕6座。",
            "实施教育工程。新建幼儿园2所。",
            "新增床位100张，改造敬老院1处。",
        ),
        *("修路20公里", "优化养老服务，让老人", "就近用餐。", "(1)新增托位320个。", "①打造品牌。"),
        *(
            "责任单位：教育局",
            "协办单位：财政局、各街道",
            "（责任部门：卫健局、医保分局）",
            "——教育方面",
        ),
        *("https://a.cn/1.jpg", "- 3 -", "提高服务水平", "二、交通惠民", "说明：以实际为准"),
    )
)
_LABELS = ("责任单位", "协办单位", "责任部门")
UNITS = st.sampled_from(("教育局", "卫健局", "区交通局", "各街道", "王因街道", "城投集团有限公司"))
ROWS = st.lists(
    st.tuples(
        st.sampled_from(("建设学校", "改造公厕", "养老服务提升", "公园建设")),
        st.sampled_from(("新建小学3所，增加学位900个。", "改造公厕6座。", "新增护理床位100张。")),
        st.lists(UNITS, min_size=1, max_size=3, unique=True),
    ),
    min_size=1,
    max_size=8,
)


def _said(notice: Notice) -> str:
    parts = [value for row in notice.rows for value in row.values.values()]
    parts += [left.text for left in (*notice.skipped, *notice.outside)]
    return "".join("".join(part.split()) for part in parts)


def _line(notice: Notice, row: int) -> int:
    return int(notice.rows[row].place.strip("第行"))


@given(st.lists(DEEDS, min_size=3, max_size=14), st.sampled_from(("{}.", "（{}）", "第{}件 ")))
def test_no_line_of_a_list_vanishes(lines: list[str], number: str) -> None:
    """Every line from the first item's to the last one's is in an item or in a finding."""
    numbered = [
        number.format(n // 2 + 1) + line if n % 2 == 0 else line for n, line in enumerate(lines)
    ]
    notice = read_notice(text("某区2024年民生实事清单\n" + "\n".join(numbered)), schemes())

    if notice is not None and notice.rows:
        said = _said(notice)
        region = lines[_line(notice, 0) - 2 : _line(notice, -1) - 1]
        assert [line for line in region if not _is_in(line, said)] == []


def _is_in(line: str, said: str) -> bool:
    """Tell whether a line was read: its words, without its number and the label before them."""
    words = re.split(r"[：（）:()—。]|^[\d①一二三、.]+", line)
    names = [word for part in words for word in part.split("、")]
    return all("".join(word.split()) in said for word in names if word not in _LABELS)


@given(ROWS, st.permutations(range(5)), st.sampled_from((tabbed, barred)))
def test_columns_may_stand_in_any_order(
    rows: list[tuple[str, str, list[str]]], order: list[int], draw: object
) -> None:
    """The same list is read from every order of its columns, drawn in either way."""
    assert callable(draw)
    titles = ("序号", "项目名称", "主要内容", "牵头单位", "完成时限")
    table = [titles] + [
        (str(n), name, content, "、".join(units), "12月底前")
        for n, (name, content, units) in enumerate(rows, 1)
    ]
    drawn = draw([[row[place] for place in order] for row in table])
    notice = read(f"某区2024年实事\n{drawn}")

    assert column(notice, Key.NAME) == [row[0] for row in rows]
    assert column(notice, Key.CONTENT) == [row[1] for row in rows]
    assert column(notice, Key.LEAD) == ["、".join(row[2]) for row in rows]
    assert column(notice, Key.NUMBER) == [str(n) for n in range(1, len(rows) + 1)]


@given(ROWS)
def test_no_unit_is_invented(rows: list[tuple[str, str, list[str]]]) -> None:
    """Every unit of the items stands in the notice, and every one of the notice in an item."""
    lines = [
        f"{n}.{content}（责任单位：{'、'.join(units)}）"
        for n, (_, content, units) in enumerate(rows, 1)
    ]
    if len(rows) < 2:
        return
    notice = read("某区2024年实事\n" + "\n".join(lines))

    assert [value.split("、") for value in column(notice, Key.LEAD)] == [row[2] for row in rows]


@given(st.integers(0, 10_000))
def test_any_text_is_read_or_refused(seed: int) -> None:
    """Lines in any order never break the reader."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    pieces = (
        "序号",
        "\t项目名称",
        "责任单位 |",
        "1",
        "2.",
        "一、",
        "\t",
        "|",
        "教育局",
        "建设3所学校。",
    )
    lines = [" ".join(chance.choices(pieces, k=chance.randint(1, 4))) for _ in range(30)]
    notice = read_notice(text("\n".join(lines)), schemes())

    assert notice is None or isinstance(notice, Notice)


def test_an_empty_document() -> None:
    """It has no list."""
    assert read_notice(Document("空.txt", ()), schemes()) is None
