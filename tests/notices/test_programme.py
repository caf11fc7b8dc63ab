"""A notice becomes the year's programme."""

from tests.tables import book, document, scheme, sheet
from toolkit.model.notice import Notice
from toolkit.model.programme import item_code
from toolkit.model.scheme import Key
from toolkit.model.workbook import RawSheet, RawWorkbook
from toolkit.notices.programme import build_programme
from toolkit.notices.reading import read_notice

SCHEME = scheme()


def notice() -> Notice:
    """Return a short notice."""
    table = sheet("""
        | 序号 | 项目名称 | 项目内容及规模 | 主办单位 | 协办单位 |
        | 1 | 优质教育 | 新建小屯小学 | 教育局、柳行街道 | 财政局 |
        | 2 | 交通畅行 | 改造道路20公里 | 建交局 | 教育局、各街道 |
        | 3 | 养老服务 | 新增床位100张 | | |
    """)
    read = read_notice(document(book(table)), [SCHEME], forced=True)
    assert read is not None
    return read


def test_every_row_gets_a_code_of_its_own() -> None:
    """Numbered in the notice's order, with a letter in front."""
    items = build_programme(notice(), 2021).items

    assert [item.code for item in items] == ["M001", "M002", "M003"]
    assert item_code(1000) == "M1000"


def test_the_first_unit_leads_and_the_others_share() -> None:
    """主办 names one or several, 协办 assists."""
    first, second, third = build_programme(notice(), 2021).items

    assert (first.lead, first.co, first.assist) == ("教育局", ("柳行街道",), ("财政局",))
    assert (second.lead, second.co, second.assist) == ("建交局", (), ("教育局", "柳行街道"))
    assert (third.lead, third.co, third.assist) == ("", (), ())


def test_texts_stay_as_the_notice_has_them() -> None:
    """The list is the official text."""
    item = build_programme(notice(), 2021).items[0]

    assert item.values[Key.LEAD] == "教育局、柳行街道"
    assert item.values[Key.CONTENT] == "新建小屯小学"


def test_every_unit_is_listed_once_those_that_lead_first() -> None:
    """The coordinator finds who has to report at the top."""
    units = build_programme(notice(), 2021).units

    assert [unit.name for unit in units] == ["教育局", "建交局", "柳行街道", "财政局", "各街道"]


def test_settings_come_from_the_scheme() -> None:
    """A year, a body and where the scheme lies may be given."""
    plain = build_programme(notice(), 2021).settings
    given = build_programme(notice(), 2022, "某区政府", "自定.toml").settings

    assert (plain.name, plain.authority) == ("济宁高新区2021年为民办实事", "济宁高新区管委会")
    assert (plain.scheme, plain.signature) == (SCHEME.name, "济宁高新区管委会")
    assert (plain.report_by, plain.finish_by) == (SCHEME.report_by, SCHEME.finish_by)
    assert (given.year, given.authority, given.scheme) == (2022, "某区政府", "自定.toml")


def test_what_is_typed_into_a_worksheet_stays_as_it_is() -> None:
    """Blanks, line breaks and brackets of a list's cells come back in the consolidated table."""
    unit, project = "教育局、 \n柳行街道(筹)、\n", "优质教育 提升工程"
    read = read_notice(
        document(
            RawWorkbook(
                (
                    RawSheet(
                        "项目表",
                        visible=True,
                        rows=(
                            ("序号", "项目名称", "项目内容及规模", "主办单位"),
                            ("1\n", project, "新建小屯小学 \n新增学位900个", unit),
                            ("2", "交通畅行 工程", "改造道路20公里", "建交局"),
                        ),
                    ),
                )
            )
        ),
        [SCHEME],
        forced=True,
    )
    assert read is not None

    item = build_programme(read, 2021).items[0]

    assert (item.values[Key.NUMBER], item.values[Key.PROJECT]) == ("1\n", project)
    assert item.values[Key.CONTENT] == "新建小屯小学 \n新增学位900个"
    assert (item.values[Key.LEAD], item.lead, item.co) == (unit, "教育局", ("柳行街道（筹）",))
