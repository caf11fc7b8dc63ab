"""A form shows what the list says, opens only what a unit fills, and gives back every value."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.stages.returns import (
    CODE,
    FIRST_ROW,
    PLAN,
    PROBLEM,
    PROGRESS,
    ROADS,
    SCHOOLS,
    filled,
    form_input,
    objections,
    read,
    values,
)
from tests.tables import as_read, programme, scheme
from toolkit.model.period import PeriodKind
from toolkit.model.programme import Item, Programme
from toolkit.model.scheme import Key
from toolkit.model.sheets import Range, SheetPlan
from toolkit.stages.design import (
    GUIDE_SHEET,
    HEADER_ROW,
    FormInput,
    design_form,
    reference_title,
    table_title,
)
from toolkit.text.clean import match_key
from toolkit.text.periods import parse_period

LISTED = programme()


def form_sheet(given: FormInput) -> SheetPlan:
    """Return the sheet that a unit fills."""
    return design_form(given).sheets[0]


def test_a_form_has_the_official_table_a_guide_and_its_identity() -> None:
    """The table comes first; the identity is hidden from people."""
    sheets = design_form(form_input(LISTED)).sheets

    assert [s.name for s in sheets[:2]] == ["进展表", GUIDE_SHEET]
    assert [s.visibility for s in sheets] == ["visible", "visible", "very_hidden"]


def test_title_unit_and_period_stand_above_the_table() -> None:
    """A printed form says whose it is and for which period."""
    rows = as_read(design_form(form_input(LISTED))).sheets[0].rows

    assert rows[0][0] == "济宁高新区2021年1-9月为民办实事项目表"
    assert [text for text in rows[1] if text] == [
        f"填报单位：{SCHOOLS}",
        "报告期：2021年1-9月（截至9月底）",
    ]
    assert rows[HEADER_ROW] == (
        *("序号", "项目名称", "项目内容及规模", "主办单位"),
        *("落实进展情况", "存在问题", "下月工作计划", "编号"),
    )


@pytest.mark.parametrize(
    ("label", "span"),
    [
        ("2021-01", "1月"),
        ("2021-Q3", "第三季度"),
        ("2021-09-上旬", "9月上旬"),
        ("2021-W36", "第36周"),
    ],
)
def test_the_title_names_the_period(label: str, span: str) -> None:
    """Every kind of period has its place in the title."""
    assert table_title(LISTED, parse_period(label)) == f"济宁高新区2021年{span}为民办实事项目表"


def test_only_what_the_unit_fills_is_open() -> None:
    """The sheet is protected; its body is unlocked in the unit's columns alone."""
    plan = form_sheet(form_input(LISTED))

    open_columns = [n for n, style in enumerate(plan.blocks[-1].styles) if not style.locked]
    assert plan.protected
    assert open_columns == [PROGRESS, PROBLEM, PLAN]


def test_a_form_has_only_the_units_own_items() -> None:
    """Nobody sees other units' rows, nor can fill them."""
    rows = filled(LISTED, ROADS).sheets[0].rows

    assert [row[CODE] for row in rows[FIRST_ROW:]] == ["M003"]


def test_the_key_column_is_hidden_and_last() -> None:
    """Nobody prints it and nobody types into it by accident."""
    plan = form_sheet(form_input(LISTED))

    assert plan.hidden_columns == (CODE,)
    assert plan.page is not None
    assert plan.page.last_column == CODE - 1


def test_items_of_one_project_share_its_cell() -> None:
    """The form groups rows as the official table does."""
    merges = form_sheet(form_input(LISTED)).merges

    assert {Range(3, 0, 4, 0), Range(3, 1, 4, 1)} <= set(merges)


def test_every_cell_to_fill_says_what_it_takes() -> None:
    """Each column to fill has its prompt over all rows and no others."""
    plan = form_sheet(form_input(LISTED))

    assert [v.area for v in plan.validations] == [
        Range(FIRST_ROW, column, FIRST_ROW + 1, column) for column in (PROGRESS, PROBLEM, PLAN)
    ]
    assert all(v.prompt_title and v.prompt and v.max_length for v in plan.validations)
    assert all(len(v.prompt) <= 255 and len(v.prompt_title) <= 32 for v in plan.validations)


def test_a_choice_is_a_list_and_a_rate_is_bounded() -> None:
    """The kinds of columns that an office may switch on have their own checks."""
    stated = programme(layout=scheme(Key.STATUS, Key.RATE, Key.DONE))
    choice, done, rate, *_ = form_sheet(form_input(stated)).validations

    assert choice.choices == ("已完成", "正常推进", "推进缓慢", "未启动")
    assert (rate.minimum, rate.maximum) == (0, 1)
    assert done.minimum == 0


def test_last_months_plans_stand_beside_the_progress_for_reference() -> None:
    """They are shown locked, and no return is read from them."""
    given = form_input(LISTED, plans={"M001": "主体封顶"})
    workbook = as_read(design_form(given))
    rows = workbook.sheets[0].rows

    assert rows[HEADER_ROW][PROGRESS] == reference_title(PeriodKind.MONTH)
    assert [row[PROGRESS] for row in rows[FIRST_ROW:]] == ["主体封顶", ""]
    assert form_sheet(given).blocks[-1].styles[PROGRESS].locked
    assert objections(read(workbook, LISTED)) == set()


def test_the_guide_says_who_reports_what_until_when() -> None:
    """The first line names unit, number of items and deadline; every instruction follows."""
    wordy = programme(layout=replace(scheme(), instructions=tuple(f"第{n}条" for n in range(12))))
    rows = as_read(design_form(form_input(wordy))).sheets[1].rows
    lines = [str(row[0]) for row in rows]

    assert f"由{SCHOOLS}填报，共 2 项，请于10月8日前报送" in lines[1]
    assert lines[2] == "二、第0条"
    assert lines[-1] == "十三、第11条"


def test_the_guide_names_whom_to_ask() -> None:
    """With a contact in 基本信息 the guide ends with it."""
    settings = replace(LISTED.settings, contact="张三", phone="0537-1234567")
    rows = as_read(design_form(form_input(replace(LISTED, settings=settings)))).sheets[1].rows

    assert rows[-1][0] == "联系人：张三　0537-1234567"


LINES = st.text(
    alphabet=st.sampled_from("民生实事项目已完成招标设计0123456789.%，。；（）()：“”\n\t 　-—=+@'"),
    max_size=60,
)
OWN_WORDS = st.text(alphabet="新建学校道路医院养老服务改造提升123个所条，。（）\n ", max_size=40)


@st.composite
def lists(draw: st.DrawFn) -> Programme:
    """Draw a list whose items and projects have any text."""
    contents = draw(st.lists(OWN_WORDS, min_size=1, max_size=6))
    items = []
    project = ("一", "教育工程")
    for number, content in enumerate(contents, 1):
        if draw(st.booleans()):
            project = (str(number), draw(OWN_WORDS).strip() or "工程")
        texts = {Key.NUMBER: project[0], Key.PROJECT: project[1], Key.LEAD: SCHOOLS}
        content = f"{content}{number}"
        items.append(Item(f"M{number:03d}", {**texts, Key.CONTENT: content}, SCHOOLS, row=number))
    return replace(LISTED, items=tuple(items))


@given(lists(), st.data())
def test_what_is_typed_into_a_form_is_what_is_read(listed: Programme, data: st.DataObject) -> None:
    """Form out, values in, the same values read: none lost, none changed, none moved."""
    typed = {
        item.code: {key: data.draw(LINES) for key in (Key.PROGRESS, Key.PROBLEM, Key.PLAN)}
        for item in listed.items
    }
    submission = read(filled(listed, values=typed), listed)

    assert values(submission) == typed
    assert objections(submission) == set()
    assert submission.repairs == ()


@given(lists())
def test_without_hidden_marks_every_item_of_its_own_text_is_known(listed: Programme) -> None:
    """The visible table alone is enough, unless two items say the same."""
    texts = [match_key(item.values[Key.CONTENT]) for item in listed.items]
    report = {item.code: {Key.PROGRESS: f"进展{item.code}"} for item in listed.items}
    workbook = filled(listed, values=report)
    seen = replace(workbook.sheets[0], rows=[row[:CODE] for row in workbook.sheets[0].rows])
    submission = read(replace(workbook, sheets=(seen,)), listed)

    for entry in submission.entries:
        assert entry.values[Key.PROGRESS] == f"进展{entry.item.code}"
    assert len(submission.entries) == sum(texts.count(text) == 1 for text in texts)
