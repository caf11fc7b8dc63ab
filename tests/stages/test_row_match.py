"""Rows whose key is lost: known by what they still say, with a margin, or by nobody."""

import pytest

from tests.stages.returns import (
    CODE,
    CONTENT,
    FIRST_ROW,
    PLAN,
    PROBLEM,
    PROGRESS,
    PROJECT,
    Rows,
    changed,
    filled,
    outcome,
)
from tests.tables import programme
from toolkit.files.schemes import load_scheme
from toolkit.model.programme import Programme
from toolkit.model.scheme import Key
from toolkit.model.submission import Submission
from toolkit.stages.row_match import BY_LIKENESS, BY_NAME, BY_NUMBER, BY_START
from toolkit.stages.unknown_rows import CONTINUED

LIST = """
| 编号 | 序号 | 项目名称     | 项目内容及规模                                | 主办单位         | 协办单位 |
| M001 | 一   | 优质教育工程 | 新建小屯小学，设置40个班，新增学位1800个      | 发展软环境保障局 |          |
| M002 | 二   | 文体惠民工程 | 更新村居健身设施，用好各村居文体广场          | 发展软环境保障局 |          |
| M003 | 三   | 养老服务工程 | 改造提升街道敬老院1处，新增护理床位100张      | 发展软环境保障局 |          |
"""


@pytest.fixture
def listed() -> Programme:
    """Return a list whose items are unlike each other."""
    return programme(LIST)


REPORTS = {
    "M001": {Key.PROGRESS: "主体封顶。", Key.PROBLEM: "无", Key.PLAN: "砌墙。"},
    "M002": {Key.PROGRESS: "已申请更新。", Key.PROBLEM: "无", Key.PLAN: "安装。"},
    "M003": {Key.PROGRESS: "新增54张。", Key.PROBLEM: "无", Key.PLAN: "再增46张。"},
}


def after(listed: Programme, **cells: object) -> Submission:
    """Return what is read when the first row lost its key and has other texts in some columns."""
    places = {"content": CONTENT, "project": PROJECT}

    def damage(rows: Rows) -> None:
        rows[FIRST_ROW][CODE] = ""
        for name, text in cells.items():
            rows[FIRST_ROW][places[name]] = text

    return read(listed, damage)


def read(listed: Programme, damage: object) -> Submission:
    """Return what is read after a damage to the rows."""
    _, submission = outcome(changed(filled(listed, values=REPORTS), damage), listed)  # type: ignore[arg-type]
    assert submission is not None
    return submission


def progress(submission: Submission) -> dict[str, str]:
    """Return what was read of each item's progress."""
    return {entry.item.code: entry.values[Key.PROGRESS] for entry in submission.entries}


@pytest.mark.parametrize(
    ("content", "way"),
    [
        ("新建小屯小学，设置40个班，新增学位", BY_START),
        ("新建小屯小学，设置40个班……", BY_START),
        ("新建小屯小学，设置40个班，新增学位1900个", BY_LIKENESS),
        ("小屯小学新建，设置40个班，新增学位1800", BY_LIKENESS),
        ("", BY_NUMBER),
    ],
)
def test_a_row_is_known_by_what_is_left_of_it(listed: Programme, content: str, way: str) -> None:
    """Each way is a logged repair; a text that is not the list's is told as well."""
    others = {"project": ""} if way is BY_LIKENESS else {}
    submission = after(listed, content=content, **others)
    assert progress(submission)["M001"] == "主体封顶。"
    assert way in [repair.code for repair in submission.repairs]
    assert {change.item.code for change in submission.changed} == {"M001"}


def test_a_row_that_is_like_two_items_is_nobodys() -> None:
    """20所 or 30所: a person decides."""
    alike = programme(
        LIST.replace(
            "更新村居健身设施，用好各村居文体广场", "新建大屯小学，设置30个班，新增学位1800个"
        )
    )
    submission = after(alike, content="新建中屯小学，设置35个班，新增学位1800个", project="")
    assert [row.cell for row in submission.added] == ["A4"]
    assert [item.code for item in submission.missing_items] == ["M001"]


def test_a_row_that_is_like_no_item_is_nobodys(listed: Programme) -> None:
    """It is told as an added one."""
    submission = after(listed, content="为在用电梯购买保险", project="电梯工程")
    assert "为在用电梯购买保险" in submission.added[0].text
    assert "M001" not in progress(submission)


def test_an_item_that_has_its_row_takes_no_second_one(listed: Programme) -> None:
    """A nearly equal copy of a row is an added row, not the item's."""

    def copy(rows: Rows) -> None:
        rows.append([*rows[FIRST_ROW]])
        rows[-1][CODE], rows[-1][CONTENT] = "", "新建小屯小学，设置40个班，新增学位1900个"

    submission = read(listed, copy)
    assert progress(submission)["M001"] == "主体封顶。"
    assert len(submission.added) == 1


def test_a_name_alone_is_enough_where_it_is_one_items() -> None:
    """In a list whose items have names."""
    from toolkit.stages.row_match import ItemTexts

    listed = programme(LIST)
    texts = ItemTexts(listed, "发展软环境保障局")
    row = {Key.CONTENT: "更新村居健身设施，用好各村居文体广场", Key.NAME: "旧名称"}
    found = texts.nearest(row, ())
    assert found is not None
    assert (found[0].code, found[1]) == ("M002", BY_NAME)


def test_a_row_split_in_two_is_one(listed: Programme) -> None:
    """What stands in the unit's columns below goes on with the row above."""

    def split(rows: Rows) -> None:
        more: list[object] = [""] * (CODE + 1)
        more[PROGRESS], more[PLAN] = "操场完成垫层。", "封顶。"
        rows.insert(FIRST_ROW + 1, more)

    submission = read(listed, split)
    first = submission.entries[0]
    assert first.values[Key.PROGRESS] == "主体封顶。\n操场完成垫层。"
    assert first.values[Key.PLAN] == "砌墙。\n封顶。"
    assert first.values[Key.PROBLEM] == "无"
    assert [repair.code for repair in submission.repairs] == [CONTINUED]
    assert progress(submission)["M002"] == "已申请更新。"


def test_a_row_that_may_be_a_missing_items_goes_on_with_nothing(listed: Programme) -> None:
    """Its list texts are gone, and so is an item: nobody appends one item's text to another's."""

    def strip(rows: Rows) -> None:
        for column in (*range(PROGRESS), CODE):
            rows[FIRST_ROW + 1][column] = ""

    submission = read(listed, strip)
    assert progress(submission) == {"M001": "主体封顶。", "M003": "新增54张。"}
    assert [item.code for item in submission.missing_items] == ["M002"]
    assert [row.cell for row in submission.added] == ["E5"]


def test_what_stands_after_a_gap_goes_on_with_nothing(listed: Programme) -> None:
    """A remark below a blank row is told, not taken."""

    def remark(rows: Rows) -> None:
        rows.append([""] * (CODE + 1))
        rows.append([*[""] * PROGRESS, "以上数据截至9月25日", *[""] * (CODE - PROGRESS)])

    submission = read(listed, remark)
    assert [row.text for row in submission.added] == ["以上数据截至9月25日"]
    assert progress(submission)["M003"] == "新增54张。"


def test_a_problem_below_an_item_is_its_problem(listed: Programme) -> None:
    """Also where the item's own cell says nothing."""

    def move(rows: Rows) -> None:
        rows[FIRST_ROW][PROBLEM] = ""
        more: list[object] = [""] * (CODE + 1)
        more[PROBLEM] = "土地手续未办结。"
        rows.insert(FIRST_ROW + 1, more)

    assert read(listed, move).entries[0].values[Key.PROBLEM] == "土地手续未办结。"


def test_a_form_that_shows_names_only_is_known_by_its_names() -> None:
    """青岛's progress form has no column for the content: sorted beside its keys it is disputed."""
    used = load_scheme("qingdao-2024")
    titles = [column.title for column in used.summary.shown]
    rows = [
        ("M001", "1", "安居工程", "改造老旧小区", "改造老旧小区5个", "发展软环境保障局"),
        ("M002", "1", "安居工程", "加装电梯", "加装电梯20部", "发展软环境保障局"),
    ]
    table = "\n".join(f"| {' | '.join(row)} |" for row in (("编号", *titles), *rows))
    listed = programme(table, layout=used)

    def swap(cells: Rows) -> None:
        name = cells[FIRST_ROW - 1].index(used.progress.shown[2].title)
        first, second = cells[FIRST_ROW], cells[FIRST_ROW + 1]
        first[name:-1], second[name:-1] = second[name:-1], first[name:-1]

    reports = {"M001": REPORTS["M001"], "M002": REPORTS["M002"]}
    sheets = changed(filled(listed, values=reports), swap)
    read = outcome(sheets, listed)[1]

    assert read is not None
    assert {(row.by_key.code, row.by_text.code) for row in (*read.moved, *read.disputed)} == {
        ("M001", "M002"),
        ("M002", "M001"),
    }
    taken = {entry.item.code: entry.values[Key.PROGRESS] for entry in read.entries}
    assert all(taken[code] in ("", reports[code][Key.PROGRESS]) for code in taken)
