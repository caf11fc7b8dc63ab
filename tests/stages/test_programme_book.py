"""实事清单.xlsx: written from a programme, read back the same, every mistake named at once."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.stages.returns import Rows
from tests.tables import LIST, as_read, programme, scheme
from toolkit.errors import ProgrammeError
from toolkit.model.programme import Item, Programme, Ruling, Target, Unit, Waiver
from toolkit.model.scheme import Filling, Key, Scheme
from toolkit.model.workbook import RawWorkbook
from toolkit.stages.programme_book import (
    ITEMS_SHEET,
    RULINGS_SHEET,
    SETTINGS_SHEET,
    TARGETS_SHEET,
    UNITS_SHEET,
    WAIVERS_SHEET,
    programme_book,
)
from toolkit.stages.programme_reading import read_programme

FULL = replace(
    programme(
        filling=Filling.EACH,
        units=(
            Unit("发展软环境保障局", ("软环境局",), (), "张三", "0537-1", "a@b.cn"),
            Unit("城乡建设和交通局", ("建交局", "住建局")),
            Unit("各街道", (), ("洸河街道", "王因街道")),
        ),
    ),
    targets=(Target("M001", "新增学位", 900.0, "个", "=", "新增学位900个"),),
    waivers=(Waiver("V402", "城乡建设和交通局", "M003", "2021-08", "2021-09", "已向管委会说明"),),
    rulings=(
        Ruling("2021-09", "M001", "", "进展状态", "已完成", "已现场核实"),
        Ruling("2021-09", "M001", "发展软环境保障局", "新增学位", "870", "以验收数为准"),
        Ruling("2021-Q3", "M003", "", "完成率", "65%", "按里程折算"),
    ),
)


def written(listed: Programme) -> RawWorkbook:
    """Return a programme's workbook as it is read."""
    return as_read(programme_book(listed))


def reread(workbook: RawWorkbook, listed: Programme = FULL) -> Programme:
    """Return the programme of a workbook."""
    return read_programme(workbook, lambda name: replace(listed.scheme, name=name))


def edited(sheet: str, edit: Callable[[Rows], object]) -> RawWorkbook:
    """Return the full programme's workbook after an edit of one sheet."""
    sheets = []
    for raw in written(FULL).sheets:
        rows = [list(row) for row in raw.rows]
        if raw.name == sheet:
            edit(rows)
        sheets.append(replace(raw, rows=rows))
    return RawWorkbook(tuple(sheets))


def mistakes(workbook: RawWorkbook) -> str:
    """Return what is said about a workbook that cannot be used."""
    with pytest.raises(ProgrammeError) as error:
        reread(workbook)
    assert error.value.hint
    return error.value.message


def test_a_programme_is_read_back_as_it_was_written() -> None:
    """Settings, items, units, targets, waivers and decisions survive."""
    assert reread(written(FULL)) == FULL


def test_an_empty_programme_is_read_back() -> None:
    """A new workbook without items has its headers all the same."""
    bare = replace(FULL, items=(), units=(), targets=(), waivers=(), rulings=())

    assert reread(written(bare)) == bare


WORDS = st.text(alphabet="新建学校改造道路提升养老123个所，。（）\n", min_size=1, max_size=30)


@given(st.lists(st.tuples(WORDS, st.integers(0, 2)), min_size=1, max_size=8))
def test_any_texts_are_read_back(rows: list[tuple[str, int]]) -> None:
    """What the list says is kept to the letter, however long or broken into lines."""
    items = tuple(
        Item(
            f"M{number:03d}",
            {
                Key.NUMBER: str(project),
                Key.PROJECT: f"项目{project}",
                Key.CONTENT: content * (1 + 40 * (project == 2)) + "文",
                Key.LEAD: "市场监管局、王因街道",
                Key.ASSIST: "",
            },
            "市场监管局",
            ("王因街道",),
        )
        for number, (content, project) in enumerate(rows, 1)
    )
    listed = replace(FULL, items=items, units=(), targets=(), waivers=(), rulings=())

    assert tuple(i._replace(row=0) for i in reread(written(listed)).items) == items


def test_an_item_knows_its_row() -> None:
    """Messages about an item name its cell in 清单."""
    assert [item.row for item in reread(written(FULL)).items] == [1, 2, 3, 4]


def test_aliases_and_collective_names_become_units() -> None:
    """清单 may say 住建局 and 各街道; the units behind them report."""
    table = LIST.replace("城乡建设和交通局、王因街道", "住建局、各街道")
    listed = replace(programme(table), units=FULL.units)

    item = reread(written(listed)).by_code["M003"]

    assert (item.lead, item.co) == ("城乡建设和交通局", ("洸河街道", "王因街道"))
    assert item.values[Key.LEAD] == "住建局、各街道"


def test_blank_project_cells_continue_the_project_above() -> None:
    """A coordinator may merge or leave out what repeats."""

    def blank(rows: Rows) -> None:
        rows[2][1:3] = ["", ""]

    items = reread(edited(ITEMS_SHEET, blank)).items

    assert items[1].group == items[0].group


def test_blank_rows_and_own_columns_do_no_harm() -> None:
    """Spacing and a coordinator's own notes are passed over."""

    def loosen(rows: Rows) -> None:
        for row in rows:
            row.insert(1, "我的备注")
        rows.insert(2, [""])

    texts = [item.values for item in reread(edited(ITEMS_SHEET, loosen)).items]

    assert texts == [item.values for item in FULL.items]


def test_a_waiver_under_an_alias_counts_for_the_unit() -> None:
    """Whoever writes 建交局 means the unit."""
    book = edited(WAIVERS_SHEET, lambda rows: rows[1].__setitem__(1, "建交局"))

    assert reread(book).waivers[0].unit == "城乡建设和交通局"


def test_a_waiver_knows_where_its_end_stands() -> None:
    """Whoever is told that it has expired finds the cell."""
    assert reread(written(FULL)).waivers[0].end_cell == "E2"


@pytest.mark.parametrize(
    "typed", [datetime(2021, 9, 1), "2021年9月", "２０２１－０９", " 2021-09 "]
)
def test_a_period_that_excel_took_for_a_date_is_that_month(typed: object) -> None:
    """Whoever types 2021-09 into a cell gets the first of September."""
    ends = reread(edited(WAIVERS_SHEET, lambda rows: rows[1].__setitem__(4, typed))).waivers
    ruled = reread(edited(RULINGS_SHEET, lambda rows: rows[1].__setitem__(0, typed))).rulings

    assert (ends[0].end, ruled[0].period) == ("2021-09", "2021-09")


def test_a_workbook_from_before_there_were_decisions_has_none() -> None:
    """Its other sheets are read as ever."""
    kept = RawWorkbook(tuple(s for s in written(FULL).sheets if s.name != RULINGS_SHEET))

    assert reread(kept) == replace(FULL, rulings=())


def test_a_decision_under_an_alias_counts_for_the_unit() -> None:
    """As in the other sheets."""
    book = edited(RULINGS_SHEET, lambda rows: rows[1].__setitem__(2, "软环境局"))

    assert reread(book).rulings[0].unit == "发展软环境保障局"


def test_decisions_on_targets_wait_for_the_targets() -> None:
    """A command that does not read 目标 cannot object to them."""
    book = edited(RULINGS_SHEET, lambda rows: rows[2].__setitem__(3, "床位"))
    read = read_programme(book, lambda name: replace(FULL.scheme, name=name), (TARGETS_SHEET,))

    assert read.rulings[1].about == "床位"


def cell(row: int, column: int, value: object) -> Callable[[Rows], object]:
    """Return the edit that writes one cell."""
    return lambda rows: rows[row].__setitem__(column, value)


@pytest.mark.parametrize(
    ("sheet", "edit", "said"),
    [
        (SETTINGS_SHEET, cell(2, 1, "二〇二一"), "B3 单元格：年度“二〇二一”应为四位数字"),
        (SETTINGS_SHEET, cell(3, 1, ""), "B4 单元格：“制发机关”没有填写"),
        (SETTINGS_SHEET, lambda rows: rows.pop(5), "缺少“报送时限”一行"),
        (SETTINGS_SHEET, cell(7, 1, "随意"), "B8 单元格：填报方式“随意”应为"),
        (SETTINGS_SHEET, lambda rows: rows.clear(), "第一行缺少“项”一栏"),
        (ITEMS_SHEET, cell(2, 0, "M001"), "A3 单元格：编号“M001”与 A2 重复"),
        (ITEMS_SHEET, cell(2, 0, ""), "A3 单元格：没有编号"),
        (ITEMS_SHEET, cell(2, 3, ""), "D3 单元格：没有填写事项的内容"),
        (ITEMS_SHEET, cell(0, 4, "谁办"), "第一行缺少“主办单位”一栏"),
        (ITEMS_SHEET, cell(0, 5, "主办单位"), "F1 单元格：“主办单位”有两栏"),
        (UNITS_SHEET, cell(1, 0, ""), "A2 单元格：没有填写单位名称"),
        (UNITS_SHEET, cell(2, 1, "软环境局"), "“软环境局”已在 A2 出现"),
        (TARGETS_SHEET, cell(1, 2, "九百"), "C2 单元格：数量“九百”应为数字"),
        (TARGETS_SHEET, cell(1, 0, "M999"), "A2 单元格：清单里没有编号“M999”"),
        (WAIVERS_SHEET, cell(1, 0, ""), "A2 单元格：没有填写规则代码"),
        (WAIVERS_SHEET, cell(1, 1, "交通局"), "B2 单元格：没有名为“交通局”的单位"),
        (WAIVERS_SHEET, cell(1, 2, "M999"), "C2 单元格：清单里没有编号“M999”"),
        (WAIVERS_SHEET, cell(1, 5, ""), "F2 单元格：没有填写理由"),
        (WAIVERS_SHEET, cell(1, 3, "九月"), "D2 单元格：看不懂报告期“九月”"),
        (WAIVERS_SHEET, cell(1, 4, datetime(2021, 9, 15)), "E2 单元格：看不懂报告期“2021年9月15"),
        (RULINGS_SHEET, cell(1, 0, ""), "A2 单元格：没有填写报告期"),
        (RULINGS_SHEET, cell(1, 0, "2021-13"), "A2 单元格：看不懂报告期“2021-13”"),
        (RULINGS_SHEET, cell(1, 0, "2020-09"), "A2 单元格：报告期 2020-09 不在本年度（2021年）"),
        (RULINGS_SHEET, cell(1, 1, "M999"), "B2 单元格：清单里没有编号“M999”"),
        (RULINGS_SHEET, cell(1, 2, "交通局"), "C2 单元格：没有名为“交通局”的单位"),
        (RULINGS_SHEET, cell(2, 3, "床位"), "D3 单元格：应为“进展状态”“完成率”或这个事项的"),
        (RULINGS_SHEET, cell(1, 4, "办好了"), "E2 单元格：应为：已完成、"),
        (RULINGS_SHEET, cell(3, 4, "六成"), "E4 单元格：应为 0 到 100 的数"),
        (RULINGS_SHEET, cell(1, 5, ""), "F2 单元格：没有填写理由"),
        (RULINGS_SHEET, cell(0, 4, "结论"), "第一行缺少“认定为”一栏"),
    ],
)
def test_a_mistake_is_told_with_its_cell(
    sheet: str, edit: Callable[[Rows], object], said: str
) -> None:
    """Sheet, cell, what is wrong."""
    message = mistakes(edited(sheet, edit))

    assert f"“{sheet}”表" in message
    assert said in message


def test_all_mistakes_are_told_at_once() -> None:
    """Nobody has to run the program once a mistake."""

    def spoil(rows: Rows) -> None:
        rows[1][0] = ""
        rows[2][3] = ""

    assert mistakes(edited(ITEMS_SHEET, spoil)).startswith("实事清单.xlsx 有 5 处需要改正")


@pytest.mark.parametrize(
    "name", [SETTINGS_SHEET, ITEMS_SHEET, UNITS_SHEET, TARGETS_SHEET, WAIVERS_SHEET]
)
def test_a_missing_sheet_is_told(name: str) -> None:
    """Each of the five sheets is needed."""
    kept = RawWorkbook(tuple(s for s in written(FULL).sheets if s.name != name))

    assert f"“{name}”表：缺少这张表" in mistakes(kept)


def test_the_year_may_be_a_number_or_have_its_character() -> None:
    """2021, 2021.0 and 2021年 are the same year."""
    for year in (2021, 2021.0, "2021年"):
        assert reread(edited(SETTINGS_SHEET, cell(2, 1, year))).settings.year == 2021


def test_the_scheme_is_asked_for_by_its_name() -> None:
    """Whoever loads it knows where an office's own file lies."""
    asked: list[str] = []

    def load(name: str) -> Scheme:
        asked.append(name)
        return scheme()

    read_programme(written(FULL), load)

    assert asked == ["jining-gaoxin-2021"]
