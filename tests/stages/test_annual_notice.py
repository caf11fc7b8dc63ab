"""The words of the yearly notice hold for none, one and many, and claim only what is given."""

import re
from dataclasses import replace
from itertools import product

import pytest

from tests.stages.annual_notices import NOTICE
from toolkit.files.schemes import load_scheme, scheme_names
from toolkit.model.annual_notice import AnnualNotice
from toolkit.model.period import PeriodKind
from toolkit.model.scheme import Column, Key, TableLayout
from toolkit.model.sheets import Range
from toolkit.stages.annual_notice import annex_table, annual_notice_context

WEEK, TEN_DAYS, MONTH, QUARTER, YEAR = (
    PeriodKind.WEEK,
    PeriodKind.TEN_DAYS,
    PeriodKind.MONTH,
    PeriodKind.QUARTER,
    PeriodKind.YEAR,
)
LAYOUT = TableLayout(
    "汇总表",
    (
        Column(Key.PROJECT, "实事项目", 18, grouped=True, centred=True),
        Column(Key.NUMBER, "序号", 7, centred=True),
        Column(Key.CONTENT, "内容", 50),
        Column(Key.DONE, "累计完成", 9, on=False),
    ),
)


def field(given: AnnualNotice, name: str) -> str:
    """Return one field's text."""
    return str(annual_notice_context(given)[name])


def test_the_title_begins_with_the_authority() -> None:
    """The authority has the first line; the subject follows with its words whole."""
    assert field(NOTICE, "标题") == "济宁高新区管委会\n关于办好2024年“重点民生实事”的通知"
    assert field(NOTICE, "标题全文") == "济宁高新区管委会关于办好2024年“重点民生实事”的通知"


def test_a_title_without_an_authority() -> None:
    """No empty line above the subject."""
    assert field(replace(NOTICE, authority=""), "标题") == "关于办好2024年“重点民生实事”的通知"


@pytest.mark.parametrize("phrase", ["重点民生实事", "“重点民生实事”"])
def test_the_phrase_is_quoted_once(phrase: str) -> None:
    """An office may have written the quotes already."""
    assert "2024年“重点民生实事”的" in field(replace(NOTICE, phrase=phrase), "标题全文")


def test_a_phrase_that_says_ban_takes_another_verb() -> None:
    """No 办好…为民办实事."""
    assert "关于做好2024年“为民办实事”的通知" in field(
        replace(NOTICE, phrase="为民办实事"), "标题全文"
    )


@pytest.mark.parametrize(
    ("projects", "items", "told"),
    [
        (10, 27, "已经确定，共安排项目10个、事项27项，"),
        (1, 3, "已经确定，共安排项目1个、事项3项，"),
        (10, 10, "已经确定，共安排项目10个，"),
        (0, 22, "已经确定，共安排事项22项，"),
        (0, 1, "已经确定，安排事项1项，"),
        (1, 1, "已经确定，安排项目1个，"),
        (0, 0, "已经确定，具体内容"),
    ],
)
def test_the_preamble_states_the_numbers_given(projects: int, items: int, told: str) -> None:
    """None, one and many have each their own words; a number of 0 is not stated."""
    preamble = field(replace(NOTICE, projects=projects, items=items), "导语")

    assert preamble.startswith(f"济宁高新区2024年“重点民生实事”项目{told}")
    assert preamble.endswith("具体内容和承办单位见附件。")


def test_the_word_project_is_not_doubled() -> None:
    """A phrase that ends with 项目 needs no other behind it."""
    preamble = field(replace(NOTICE, phrase="民生实事项目"), "导语")

    assert preamble.startswith("济宁高新区2024年“民生实事项目”已经确定，")


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("12月底", "2024年12月底"),
        ("10月底前", "2024年10月底"),
        ("2025年6月底之前", "2025年6月底"),
        ("11月30日以前", "2024年11月30日"),
        ("年底", "年底"),
    ],
)
def test_the_date_to_finish_by_stands_in_a_sentence(given: str, shown: str) -> None:
    """A bare month gets the programme's year, and 前 stands once."""
    assert field(replace(NOTICE, finish_by=given), "完成要求") == (
        f"附件所列任务要在{shown}前完成。"
    )


def test_without_a_date_to_finish_by_none_is_claimed() -> None:
    """Neither the sentence nor the field."""
    context = annual_notice_context(replace(NOTICE, finish_by=""))

    assert (context["完成要求"], context["完成时限"]) == ("", "")


@pytest.mark.parametrize(
    ("cadence", "report_by", "told"),
    [
        (
            (WEEK, TEN_DAYS, MONTH),
            "次月5日",
            "承办单位要每周、每旬、每月各报送一次进展情况，月报于次月5日前报送。",
        ),
        (
            (WEEK, TEN_DAYS, MONTH),
            "次月5日；旬后2日；次周周一前",
            "承办单位要每周、每旬、每月各报送一次进展情况，"
            "周报于次周周一前、旬报于每旬结束后2日内、月报于次月5日前报送。",
        ),
        (
            (TEN_DAYS,),
            "旬后2个工作日",
            "承办单位要每旬报送一次进展情况，于每旬结束后2个工作日内报送。",
        ),
        ((MONTH,), "次月8日前", "承办单位要每月报送一次进展情况，于次月8日前报送。"),
        (
            (MONTH, QUARTER),
            "当月25日",
            "承办单位要每月、每季度各报送一次进展情况，"
            "月报于当月25日前、季报于季末当月25日前报送。",
        ),
        (
            (MONTH, QUARTER),
            "次月5日（遇节假日顺延）；季后10日",
            "承办单位要每月、每季度各报送一次进展情况，月报于次月5日前、季报于每季度结束后10日内报送。",
        ),
        ((WEEK,), "次月5日", "承办单位要每周报送一次进展情况。"),
        ((WEEK,), "每周五", "承办单位要每周报送一次进展情况，于周五前报送。"),
        ((MONTH,), "", "承办单位要每月报送一次进展情况。"),
        ((), "次月5日", ""),
    ],
)
def test_how_often_and_by_when_to_report(
    cadence: tuple[PeriodKind, ...], report_by: str, told: str
) -> None:
    """From the most frequent on; a rule that counts from a month is not applied to weeks."""
    assert field(replace(NOTICE, cadence=cadence, report_by=report_by), "报送要求") == told


@pytest.mark.parametrize(
    ("addressees", "shown"),
    [
        ((), "各有关单位"),
        (("各街道办事处：",), "各街道办事处"),
        (("各街道办事处", "", "区直各部门单位"), "各街道办事处，区直各部门单位"),
    ],
)
def test_the_addressees(addressees: tuple[str, ...], shown: str) -> None:
    """The template adds the colon."""
    assert field(replace(NOTICE, addressees=addressees), "主送") == shown


def test_signature_and_date() -> None:
    """The authority signs where nobody else does; months and days have no leading zero."""
    assert field(NOTICE, "署名") == "济宁高新区管委会"
    assert field(replace(NOTICE, signature="区民生实事工作专班"), "署名") == "区民生实事工作专班"
    assert field(NOTICE, "成文日期") == "2024年1月31日"


def test_an_annex_without_a_title_gets_one() -> None:
    """附件说明 and annex need a name in any case."""
    assert field(replace(NOTICE, table_title=""), "附件名称") == (
        "济宁高新区2024年“重点民生实事”汇总表"
    )


def test_units_are_called_as_the_scheme_calls_them() -> None:
    """责任部门 here, 承办单位 there."""
    given = replace(NOTICE, lead_word="责任部门", assist_word="")

    assert (field(given, "牵头称谓"), field(given, "协办称谓")) == ("责任部门", "")
    assert "责任部门见附件" in field(given, "导语")
    assert field(given, "报送要求").startswith("责任部门要")


def test_no_marks_meet_whatever_is_missing() -> None:
    """Every combination of given and not given makes whole sentences."""
    for projects, items, finish_by, report_by, cadence in product(
        (0, 1, 12), (0, 1, 12), ("", "12月底前"), ("", "次月5日前"), ((), (MONTH,))
    ):
        given = replace(
            NOTICE,
            projects=projects,
            items=items,
            finish_by=finish_by,
            report_by=report_by,
            cadence=cadence,
        )
        said = "".join(field(given, name) for name in ("导语", "完成要求", "报送要求"))
        assert not re.search("[，。、；：]{2}|前前|None", said)


def test_the_annex_has_the_shown_columns() -> None:
    """Titles, widths and alignment are the scheme's; a missing text is an empty cell."""
    table = annex_table(LAYOUT, [{Key.NUMBER: "1", Key.CONTENT: "第一行\n第二行"}], [None])

    assert table.titles == ("实事项目", "序号", "内容")
    assert list(table.widths) == [18, 7, 50]
    assert table.rows == (("", "1", "第一行\n第二行"),)
    assert table.centred == {0, 1}


def test_neighbours_of_one_group_share_the_grouped_cell() -> None:
    """Only within the group, only where they say the same, only in grouped columns."""
    projects = ["甲", "甲", "乙", "乙", "丙", "甲"]
    rows = [{Key.PROJECT: name, Key.NUMBER: "1", Key.CONTENT: "同"} for name in projects]
    table = annex_table(LAYOUT, rows, projects)

    assert table.merges == (Range(0, 0, 1, 0), Range(2, 0, 3, 0))


def test_rows_without_a_group_stand_alone() -> None:
    """A list without projects merges nothing, whatever repeats."""
    rows = [{Key.PROJECT: ""}, {Key.PROJECT: ""}]

    assert annex_table(LAYOUT, rows, [None, None]).merges == ()


def test_rows_of_a_group_that_differ_hide_no_text() -> None:
    """What a grouped column says differently stays visible."""
    rows = [{Key.PROJECT: "甲"}, {Key.PROJECT: "甲（续）"}]

    assert annex_table(LAYOUT, rows, ["甲", "甲"]).merges == ()


@pytest.mark.parametrize("name", scheme_names())
def test_every_scheme_has_an_annex_without_rows(name: str) -> None:
    """The table of an empty list is its header."""
    layout = load_scheme(name).summary

    assert annex_table(layout, [], []).titles == tuple(c.title for c in layout.shown)
