"""实事清单.xlsx: the workbook in which a coordinator keeps the programme, planned from it."""

from collections.abc import Sequence

from toolkit.model.programme import Programme, Settings, Unit
from toolkit.model.scheme import Column, Filling
from toolkit.model.sheets import Block, CellValue, Range, SheetPlan, Validation, WorkbookPlan
from toolkit.stages.grid import Record, lay_out
from toolkit.stages.list_page import list_page
from toolkit.stages.styles import Styles, official_styles

SETTINGS_SHEET = "基本信息"
ITEMS_SHEET = "清单"
UNITS_SHEET = "单位"
TARGETS_SHEET = "目标"
WAIVERS_SHEET = "豁免"
RULINGS_SHEET = "认定"
CODE_TITLE = "编号"
UNIT_TITLES = ("单位名称", "别名", "成员", "联系人", "电话", "邮箱")
TARGET_TITLES = (CODE_TITLE, "目标内容", "数量", "计量单位", "比较", "原文")
WAIVER_TITLES = ("规则", "单位", CODE_TITLE, "起", "止", "理由")
RULING_TITLES = ("报告期", CODE_TITLE, "单位", "认定什么", "认定为", "理由")

_SETTINGS_NOTES = {
    "名称": "这一年实事的名称，用于表格和通报",
    "年度": "四位数字",
    "制发机关": "印发通知的机关",
    "体例": "内置体例的名称，或自定体例的文件名（.toml，放在本文件夹）",
    "报送时限": "如：次月5日、当月25日",
    "完成时限": "如：12月底，可以不填",
    "填报方式": "牵头填报：只由第一个单位填报；分别填报：主办单位各自填报，汇总时以【单位】区分",
    "署名": "通报落款",
    "联系人": "写入各单位表格的填报说明",
    "联系电话": "写入各单位表格的填报说明",
    "台账地址": "一般不填，用本文件夹的 台账.db；需要共用数据库时填 PostgreSQL 地址",
    "红头": "带红头的公文写发文机关标志，如：济宁高新区管委会文件；不带的不填",
    "机关代字": "用于发文字号，如：济高新管字；不编号的不填",
}
_SIZE = 10.5


def settings_rows(settings: Settings) -> tuple[tuple[str, str | int], ...]:
    """Return the rows 项, 值 of the sheet 基本信息, in their order."""
    return (
        ("名称", settings.name),
        ("年度", settings.year),
        ("制发机关", settings.authority),
        ("体例", settings.scheme),
        ("报送时限", settings.report_by),
        ("完成时限", settings.finish_by),
        ("填报方式", settings.filling.value),
        ("署名", settings.signature),
        ("联系人", settings.contact),
        ("联系电话", settings.phone),
        ("台账地址", settings.ledger),
        ("红头", settings.mark),
        ("机关代字", settings.code),
    )


def programme_book(programme: Programme) -> WorkbookPlan:
    """Plan the programme workbook."""
    styles = official_styles(programme.scheme.fonts)
    return WorkbookPlan(
        sheets=(
            _settings_sheet(programme.settings, styles),
            _items_sheet(programme, styles),
            _table(
                UNITS_SHEET,
                UNIT_TITLES,
                (24, 28, 40, 12, 16, 26),
                [_unit_row(unit) for unit in programme.units],
                styles,
            ),
            _table(
                TARGETS_SHEET,
                TARGET_TITLES,
                (10, 34, 12, 12, 12, 60),
                [
                    (t.code, t.subject, t.number, t.measure, t.comparator, t.original)
                    for t in programme.targets
                ],
                styles,
            ),
            _table(
                WAIVERS_SHEET,
                WAIVER_TITLES,
                (12, 24, 10, 12, 12, 50),
                [(w.rule, w.unit, w.code, w.start, w.end, w.reason) for w in programme.waivers],
                styles,
            ),
            _table(
                RULINGS_SHEET,
                RULING_TITLES,
                (12, 10, 24, 24, 16, 50),
                [(r.period, r.code, r.unit, r.about, r.value, r.reason) for r in programme.rulings],
                styles,
            ),
        ),
        title=programme.settings.name,
        subject="实事清单",
        author=programme.settings.authority,
    )


def _unit_row(unit: Unit) -> tuple[str, ...]:
    aliases, members = "、".join(unit.aliases), "、".join(unit.members)
    return (unit.name, aliases, members, unit.contact, unit.phone, unit.email)


def _settings_sheet(settings: Settings, styles: Styles) -> SheetPlan:
    rows = [(name, value, _SETTINGS_NOTES[name]) for name, value in settings_rows(settings)]
    filling = next(row for row, (name, *_) in enumerate(rows, 1) if name == "填报方式")
    choice = Validation(
        Range(filling, 1, filling, 1),
        prompt_title="填报方式",
        prompt="从列表中选择。",
        error="请选择“牵头填报”或“分别填报”。",
        choices=tuple(way.value for way in Filling),
    )
    return _table(
        SETTINGS_SHEET, ("项", "值", "说明"), (14, 44, 70), rows, styles, validations=(choice,)
    )


def _items_sheet(programme: Programme, styles: Styles) -> SheetPlan:
    columns: tuple[Column, ...] = programme.scheme.summary.shown
    rows = [
        (item.code, *(item.values.get(column.key, "") for column in columns))
        for item in programme.items
    ]
    titles = (CODE_TITLE, *(column.title for column in columns))
    return _table(ITEMS_SHEET, titles, (10, *(c.width for c in columns)), rows, styles)


def _table(
    name: str,
    titles: Sequence[str],
    widths: tuple[float, ...],
    rows: Sequence[tuple[CellValue, ...]],
    styles: Styles,
    validations: tuple[Validation, ...] = (),
) -> SheetPlan:
    grid = lay_out([Record(row) for row in rows], widths, _SIZE, first_row=1)
    body = (styles.text,) * len(widths)
    return SheetPlan(
        name=name,
        widths=widths,
        blocks=(
            Block(0, (styles.header,) * len(widths), (tuple(titles),), (24,)),
            Block(1, body, grid.rows, grid.heights),
        ),
        merges=grid.merges,
        validations=validations,
        freeze=(1, 0),
        autofilter=Range(0, 0, max(1, len(grid.rows)), len(widths) - 1) if rows else None,
        page=list_page(widths),
    )
