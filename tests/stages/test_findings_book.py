"""核查结果.xlsx is what a coordinator works with: where to begin, every line, every record."""

from dataclasses import replace
from datetime import datetime

from tests.stages.months import month
from tests.stages.returns import MARKET, REPORTS, ROADS, SCHOOLS, bare, changed, filled, outcome
from tests.tables import programme, sheet_as_read, stored
from toolkit.errors import UnreadableFileError
from toolkit.model.finding import Finding, Severity
from toolkit.model.month import Month
from toolkit.model.programme import Ruling, Waiver
from toolkit.model.sheets import Page, SheetPlan, WorkbookPlan
from toolkit.model.waiving import WaiverState, WaiverUse
from toolkit.stages.finding_counts import severity_word, sorted_findings
from toolkit.stages.findings_book import findings_book
from toolkit.stages.receive import settle, unreadable
from toolkit.stages.unit_states import unit_states
from toolkit.text.periods import parse_period

LISTED = programme()
NOW = datetime(2021, 10, 11, 9)
BLANK = Finding("V401", "必填栏目为空", Severity.ERROR, "没有填写。", "请填写。", None, "M001")
UNSURE = replace(BLANK, code="V407", name="只填了一个数字", severity=Severity.WARNING)
NOTE = replace(BLANK, code="D203", name="同一单位报了几份", severity=Severity.INFO, item=None)
WAIVER = Waiver("v401", ROADS, "", "", "2021-12", "已说明")


def at(finding: Finding, unit: str | None, item: str | None = None, cell: str = "E4") -> Finding:
    """Return a finding on a unit's return."""
    file = f"2021-09/2回收/{unit}.xlsx" if unit else None
    return replace(finding, unit=unit, item=item, file=file, sheet="进展表", cell=cell)


FOUND = (
    at(NOTE, ROADS),
    at(BLANK, MARKET, "M004"),
    at(BLANK, SCHOOLS, "M002", "E5"),
    at(UNSURE, SCHOOLS, "M001"),
    at(BLANK, SCHOOLS, "M001"),
    at(replace(BLANK, code="S301", name="缺少栏目"), SCHOOLS),
)


def book(
    *findings: Finding, waivers: tuple[WaiverUse, ...] = (), period: Month | None = None
) -> WorkbookPlan:
    """Return the findings workbook of a period."""
    given = period or month(LISTED)
    return findings_book(given, findings, waivers, unit_states(given, {}, {SCHOOLS}, NOW))


def sheet(plan: WorkbookPlan, name: str) -> SheetPlan:
    """Return a sheet."""
    return next(s for s in plan.sheets if s.name == name)


def rows(plan: WorkbookPlan, name: str) -> list[tuple[object, ...]]:
    """Return the rows of a sheet, as read."""
    return [tuple(row) for row in sheet_as_read(sheet(plan, name)).rows]


def links(plan: WorkbookPlan, name: str) -> dict[tuple[int, int], str]:
    """Return where the cells of a sheet lead, by row and column."""
    return {(link.row, link.column): link.target for link in sheet(plan, name).links}


def below(table: list[tuple[object, ...]], title: str) -> list[tuple[object, ...]]:
    """Return the lines of one of the tables of 概况, whose first column has this title."""
    start = next(number for number, row in enumerate(table) if row[0] == title) + 1
    end = next((n for n in range(start, len(table)) if not table[n][0]), len(table))
    return table[start:end]


def test_the_gravest_come_first_then_the_list_s_order_and_wholes_before_details() -> None:
    """Severity, unit, what is the whole file's, item by item."""
    given = (*FOUND, replace(NOTE, trial=True, unit=MARKET), replace(UNSURE, item=None))
    found = [(severity_word(f), f.unit, f.item) for f in sorted_findings(given, LISTED)]

    assert found == [
        ("须改正", SCHOOLS, None),
        ("须改正", SCHOOLS, "M001"),
        ("须改正", SCHOOLS, "M002"),
        ("须改正", MARKET, "M004"),
        ("请核对", None, None),
        ("请核对", SCHOOLS, "M001"),
        ("提示", ROADS, None),
        ("试行", MARKET, None),
    ]


def test_without_a_list_findings_keep_their_order_within_a_severity() -> None:
    """As when a notice is read, and there is no order of units yet."""
    given = [
        replace(BLANK, severity=severity, unit=str(n))
        for n, severity in enumerate((*Severity, *Severity))
    ]

    assert [f.unit for f in sorted_findings(given)] == ["0", "3", "1", "4", "2", "5"]


def test_the_first_sheet_counts_by_severity_by_unit_and_by_rule() -> None:
    """Where to begin, whom to call, what to explain to everybody."""
    table = rows(book(*FOUND), "概况")

    assert table[0][0] == "济宁高新区2021年为民办实事核查结果（2021-09）"
    assert [row[:2] for row in below(table, "程度")] == [("须改正", 4), ("请核对", 1), ("提示", 1)]
    assert below(table, "单位") == [
        (SCHOOLS, 2, 3, 1, "", 4, "已报送，需修改"),
        (ROADS, 1, "", "", 1, 1, "已报送"),
        (MARKET, 1, 1, "", "", 1, "已报送"),
    ]
    assert below(table, "规则") == [
        ("V401 必填栏目为空", 2, 3, "", "", 3, "50%"),
        ("S301 缺少栏目", 1, 1, "", "", 1, "17%"),
        ("V407 只填了一个数字", 1, "", 1, "", 1, "17%"),
        ("D203 同一单位报了几份", 1, "", "", 1, 1, "17%"),
    ]


def test_what_is_on_trial_is_counted_apart() -> None:
    """It asks for nothing; the column is there only when there is something in it."""
    table = rows(book(at(replace(NOTE, trial=True), ROADS), at(BLANK, MARKET, "M004")), "概况")

    assert below(table, "程度")[3][:3] == ("试行", 1, "规则还在试行：只列出，不退回。")
    assert below(table, "单位")[0] == (ROADS, 1, "", "", "", 1, 1, "已报送")
    assert "试行" not in [row[0] for row in below(rows(book(*FOUND), "概况"), "程度")]


def test_units_without_findings_are_one_line() -> None:
    """And what belongs to no unit has a line of its own."""
    table = below(rows(book(at(BLANK, None), at(BLANK, MARKET, "M004")), "概况"), "单位")

    assert [row[0] for row in table] == ["（不属于某个单位）", MARKET, "其余 2 个单位没有问题"]


def test_a_count_leads_to_its_lines() -> None:
    """Of a severity, and of a unit within it: they stand one below the other."""
    plan = book(*FOUND)
    table, targets = rows(plan, "概况"), links(plan, "概况")
    row = [line[0] for line in table].index(SCHOOLS)

    assert targets[table.index(below(table, "程度")[0]), 1] == "internal:'核查结果'!A2:K5"
    assert targets[row, 2] == "internal:'核查结果'!A2:K4"
    assert targets[row, 3] == "internal:'核查结果'!A6:K6"
    assert [line[3] for line in rows(plan, "核查结果")[1:5]] == [SCHOOLS, SCHOOLS, SCHOOLS, MARKET]


def test_a_clean_period_says_so_and_has_no_empty_counts() -> None:
    """Nothing to turn over."""
    plan = book()

    assert "没有发现问题。" in [row[0] for row in rows(plan, "概况")]
    assert [s.name for s in plan.sheets] == [
        *("概况", "核查结果", "回收文件", "修复记录", "豁免", "已豁免", "认定"),
    ]


def test_a_finding_names_its_item_and_leads_into_the_file() -> None:
    """编号 alone tells a reader nothing; the cell is one click away."""
    plan = book(*FOUND)

    assert rows(plan, "核查结果")[3] == (
        *("须改正", "V401", "必填栏目为空", SCHOOLS, "M002", "400口教室护眼灯改造"),
        *("没有填写。", "请填写。", f"2021-09/2回收/{SCHOOLS}.xlsx", "进展表", "E5"),
    )
    assert links(plan, "核查结果")[3, 8] == f"external:../2回收/{SCHOOLS}.xlsx#'进展表'!E5"


def test_links_bear_odd_names() -> None:
    """# and % mean something in a link; only .xlsx can be opened at a cell; the list lies above."""
    odd = replace(FOUND[1], file="2021-09/2回收/第1批/表#2 50%.xlsx", sheet="张'三")
    old = replace(FOUND[1], file="2021-09/2回收/甲.xls")
    own = replace(FOUND[1], file="实事清单.xlsx", sheet="豁免", cell="E2")
    none = replace(FOUND[1], file=None)

    assert list(links(book(odd, old, own, none), "核查结果").values()) == [
        "external:../2回收/第1批/表%232%2050%25.xlsx#'张''三'!E4",
        "external:../2回收/甲.xls",
        "external:../../实事清单.xlsx#'豁免'!E2",
    ]


def test_names_that_no_link_can_hold_stay_texts() -> None:
    """A made-up file may be called anything; it costs its own link, not the workbook."""
    long = replace(FOUND[1], file=f"2021-09/2回收/{'长' * 3000}.xlsx")
    odd = replace(FOUND[1], file="2021-09/2回收/甲\x01.xlsx")
    sheets = [replace(FOUND[1], sheet="表" * 3000), replace(FOUND[1], sheet="表\x01")]
    plain = f"external:../2回收/{MARKET}.xlsx"

    assert list(links(book(long, odd, *sheets), "核查结果").values()) == [plain, plain]


def test_every_unit_is_set_against_every_rule() -> None:
    """Units down, rules across, the gravest and most frequent first."""
    assert rows(book(*FOUND), "按单位") == [
        (
            *("单位", "V401\n必填栏目为空", "S301\n缺少栏目"),
            *("V407\n只填了一个数字", "D203\n同一单位报了几份", "合计"),
        ),
        (SCHOOLS, 2, 1, 1, "", 4),
        (ROADS, "", "", "", 1, 1),
        (MARKET, 1, "", "", "", 1),
    ]


def test_every_item_has_its_rules() -> None:
    """In the list's order; its number leads to its gravest line."""
    plan = book(*FOUND, FOUND[4])
    table = rows(plan, "按事项")

    assert [row[:6] for row in table[1:]] == [
        ("M001", "新建小屯小学，新增学位900个", SCHOOLS, 2, 1, ""),
        ("M002", "400口教室护眼灯改造", SCHOOLS, 1, "", ""),
        ("M004", "建设示范店15处", MARKET, 1, "", ""),
    ]
    assert table[1][6] == "V401 必填栏目为空（2 条）；V407 只填了一个数字"
    assert links(plan, "按事项")[1, 0] == "internal:'核查结果'!A3:K3"


def test_every_sheet_prints_with_its_header_repeated() -> None:
    """Landscape, as a list is read; the list with long names of files would be small on A4."""
    long = replace(FOUND[0], file=f"2021-09/2回收/{'长' * 40}.xlsx")
    sheets = book(*FOUND, long).sheets
    for plan in sheets:
        assert plan.page is not None
        assert (plan.page.landscape, plan.page.repeat_rows) == (True, (0, 0))
        assert plan.freeze == (1, 0)

    assert [s.name for s in sheets if s.page and s.page.paper == "A3"] == ["核查结果"]


def test_a_table_of_the_overview_that_fits_on_a_page_is_not_torn() -> None:
    """Its rows would stand on the next page without their header."""
    units = [at(BLANK, f"单位{n:02d}") for n in range(10)]
    rules = [at(replace(BLANK, code=f"V{n}"), ROADS) for n in range(500, 507)]
    plan = book(*units, *rules).sheets[0]
    assert plan.page is not None
    (place,) = plan.page.breaks
    titles = [block.rows[0][0] for block in plan.blocks]

    assert titles[place + 1] == "规则"
    assert book(*FOUND).sheets[0].page == Page(repeat_rows=(0, 0))


def everything() -> Month:
    """Return a period with a repaired, a damaged and a foreign file."""
    repaired = outcome(bare(filled(LISTED, ROADS)), LISTED, "甲.xlsx")
    error = UnreadableFileError("文件设了打开密码", "请取消密码。")
    damaged = unreadable(stored("乙.xlsx"), error), None
    foreign = outcome(changed(filled(LISTED), lambda rows: rows.clear()), LISTED, "丙.xlsx")
    received, submissions = settle((repaired, damaged, foreign), lambda file: None)  # noqa: ARG005
    return Month(LISTED, parse_period("2021-09"), NOW.date(), received, submissions)


def test_every_file_is_listed_with_its_outcome_and_can_be_opened() -> None:
    """What was put aside has a reason and what to do."""
    period = everything()
    plan = book(period=period)
    table = rows(plan, "回收文件")[1:]

    assert [row[0] for row in table] == [r.file.stored for r in period.received]
    assert all((row[1] == "采用") != bool(row[5]) for row in table)
    assert all(bool(row[5]) == bool(row[6]) for row in table)
    assert links(plan, "回收文件")[1, 0] == f"external:../2回收/{period.received[0].file.name}"


def test_every_repair_is_on_record() -> None:
    """Nothing that was mended is out of sight, and 概况 says how much there is."""
    period = everything()
    plan = book(period=period)
    repairs = [repair for r in period.received for repair in r.repairs]

    assert len(repairs) == 2
    assert [row[3] for row in rows(plan, "修复记录")[1:]] == [r.message for r in repairs]
    assert "修复后照样读出 2 处（见“修复记录”）。" in [row[0] for row in rows(plan, "概况")]


def test_every_waiver_is_listed_with_what_it_did() -> None:
    """In force with its number, not needed, not yet, no longer; then what was taken out."""
    uses = (
        WaiverUse(WAIVER, WaiverState.IN_FORCE, (FOUND[1], FOUND[2])),
        WaiverUse(replace(WAIVER, rule="V402", unit=""), WaiverState.UNUSED),
        WaiverUse(replace(WAIVER, start="2021-10"), WaiverState.FUTURE),
        WaiverUse(replace(WAIVER, end="2021-08"), WaiverState.EXPIRED, (FOUND[4],)),
    )
    plan = book(waivers=uses)

    assert rows(plan, "豁免")[1:] == [
        ("V401", ROADS, "全部", "", "2021-12", "生效", 2, "已说明"),
        ("V402", "全部", "全部", "", "2021-12", "未用到", "", "已说明"),
        ("V401", ROADS, "全部", "2021-10", "2021-12", "未开始", "", "已说明"),
        ("V401", ROADS, "全部", "", "2021-08", "已到期", "", "已说明"),
    ]
    assert [(row[3], row[5]) for row in rows(plan, "已豁免")[1:]] == [
        ("M004", "已说明"),
        ("M002", "已说明"),
    ]
    assert "已豁免 2 条（见“已豁免”）。" in [row[0] for row in rows(plan, "概况")]


def test_every_decision_for_the_period_is_listed_with_whose_report_it_was_used_on() -> None:
    """Of another period none; one on a unit that did not report was not used."""
    status = Ruling("2021-09", "M003", "", "进展状态", "已完成", "已验收")
    missing = replace(status, code="M004", reason="现场看过")
    rulings = (status, missing, replace(status, period="2021-08"))
    given = month(replace(LISTED, rulings=rulings), {ROADS: REPORTS})
    plan = book(period=given)

    assert rows(plan, "认定")[1:] == [
        ("M003", "改造道路20公里", "全部", "进展状态", "已完成", ROADS, "已验收"),
        ("M004", "建设示范店15处", "全部", "进展状态", "已完成", "未用到", "现场看过"),
    ]
    assert "采用人工认定 1 条（见“认定”）。" in [row[0] for row in rows(plan, "概况")]
