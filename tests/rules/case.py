"""Rule cases as data: what a coordinator has on the desk, and whether a rule objects."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from openpyxl.utils import range_boundaries

from tests.stages.annuals import year
from tests.stages.bulletins import item as bulletin_item
from tests.stages.returns import MARKET
from tests.tables import (
    LIST,
    RECEIVED,
    SCHEME,
    book,
    cells,
    document,
    programme,
    scheme,
    sheet,
    sheet_as_read,
    stored,
)
from toolkit.errors import UnreadableFileError
from toolkit.files.notice_text import read_text
from toolkit.files.schemes import load_scheme, scheme_names
from toolkit.model.bulletin import LateUnit, ProgressBulletin
from toolkit.model.finding import Finding
from toolkit.model.form import Form, FormIdentity
from toolkit.model.ledger import LedgerEntry
from toolkit.model.month import Month
from toolkit.model.nature import FileType, Nature
from toolkit.model.period import Period
from toolkit.model.programme import Programme, Target, Unit, Waiver
from toolkit.model.rule_settings import RuleSetting
from toolkit.model.scheme import Bulletin, Column, Filling, Key
from toolkit.model.sheets import Range
from toolkit.model.submission import Entry
from toolkit.model.workbook import RawWorkbook
from toolkit.notices.programme import build_programme
from toolkit.notices.reading import read_notice
from toolkit.notices.targets import programme_targets
from toolkit.rules.engine import check_bulletin, check_list, check_month, check_programme
from toolkit.stages.assess import assessed
from toolkit.stages.design import locked_texts
from toolkit.stages.documents import drafts
from toolkit.stages.figures import bulletin_figures
from toolkit.stages.form_identity import identity_sheet, text_digest
from toolkit.stages.history import Reported, earlier_reports
from toolkit.stages.issue_checks import before_issue
from toolkit.stages.merge import merge
from toolkit.stages.merged_list import merged_list
from toolkit.stages.receive import Outcome, receive, settle, unreadable
from toolkit.stages.unit_states import unit_states
from toolkit.text.deadlines import deadline
from toolkit.text.periods import parse_period, span_name

FOLDER = Path(__file__).with_name("cases")
PERIOD = parse_period("2021-09")
UNITS = (Unit("发展软环境保障局"), Unit("城乡建设和交通局", ("建交局",)), Unit(MARKET, ("市监局",)))

LINE = "| 填报单位：市场监管局 | | | | 报告期：2021年1-9月 |"
HEAD = "| 序号 | 项目名称 | 项目内容及规模 | 主办单位 | 落实进展情况 | 存在问题 | 下月工作计划 | 编号 |"
ROWS = "| 三 | 放心消费工程 | 建设示范店15处 | 市场监管局 | 建成9处。 | 无 | 建成3处。 | M004 |"

_EVERYWHERE = {"unit": "", "code": "", "start": "", "end": "", "reason": "已说明", "end_cell": "E2"}


@dataclass(frozen=True, slots=True)
class Returned:
    """One file in 2回收.

    Attributes:
        line: The line with unit and period.
        head: The table's header.
        rows: What stands below it.
        second: A further worksheet.
        marked: Whether the hidden sheet is still there.
        hours: How long after the first it came.
        sha256: Its digest; one of its own when empty.
        unreadable: Why it cannot be read, when it cannot.
        type: What it really is, by the name of a `FileType`.
        macros: Whether it carries macros.
        merged: Ranges of its table that are merged, such as E3:E4.
        shown: What its form showed for reference, by 编号.
    """

    name: str = "表.xlsx"
    line: str = LINE
    head: str = HEAD
    rows: str = ROWS
    second: str = ""
    marked: bool = True
    hours: int = 0
    sha256: str = ""
    unreadable: str = ""
    type: str = "XLSX"
    macros: bool = False
    merged: tuple[str, ...] = ()
    shown: Mapping[str, str] = field(default_factory=dict)

    def outcome(self, listed: Programme, period: Period = PERIOD) -> Outcome:
        """Return what becomes of it."""
        file = stored(self.name, self.sha256, RECEIVED + timedelta(hours=self.hours))
        if self.unreadable:
            return unreadable(file, UnreadableFileError(self.unreadable, "请重新发送。")), None
        return receive(file, self.workbook(period), listed, period)

    def workbook(self, period: Period) -> RawWorkbook:
        """Return its worksheets."""
        line = self.line.replace("1-9月", span_name(period)) if period is not PERIOD else self.line
        table = sheet(f"{line}\n{self.head}\n{self.rows}", Form.PROGRESS.sheet)
        sheets = [replace(table, merges=tuple(map(_range, self.merged)))]
        sheets += [sheet(self.second, "Sheet2")] if self.second else []
        whole = book(*sheets, *([_mark(self.shown, period)] if self.marked else []))
        return replace(whole, nature=Nature(FileType[self.type], self.macros))


def _range(name: str) -> Range:
    left, top, right, bottom = range_boundaries(name)
    return Range(int(top or 1) - 1, int(left or 1) - 1, int(bottom or 1) - 1, int(right or 1) - 1)


def _mark(shown: Mapping[str, str], period: Period) -> Any:
    """Return the hidden sheet of the form that 市场监管局 was sent."""
    sent = programme(LIST)
    locked = {
        i.code: text_digest(locked_texts(sent.scheme.progress, i)) for i in sent.assignments[MARKET]
    }
    digests = {code: text_digest((text,)) for code, text in shown.items()}
    locked = {**dict.fromkeys(digests, "-"), **locked}
    identity = FormIdentity("progress", sent.identity, MARKET, period.label, 1, locked, digests)
    return sheet_as_read(identity_sheet(identity))


@dataclass(frozen=True, slots=True)
class Case:
    """One case of a rule.

    Attributes:
        because: What it shows.
        outcome: `pass`, `fail`, or `skip` where another rule's fault makes this one pointless.
        cell: Where the finding points to.
        says: What its message holds.
        files: What was returned; one file with the usual content unless the case says otherwise.
        list: The programme's list, as a table.
        each: Whether co units fill as well.
        columns: Columns of the scheme to switch on.
        notice: A notice's table; then the list is what it publishes.
        text: A notice's text, whose layout is to be recognised; the list is made of it.
        authority: The issuing body that the coordinator states for a notice's text.
        figures: What the documents are made of instead of the right figures: numbers, 编号 of items,
            names of units.
        prints: What stands in the documents' fields instead of what the figures make.
        annual: What units return in the year's summary forms: the rows below the header.
        issues: How many times each unit's form was sent out.
        finish_by: 完成时限 of the programme.
        named: Whether the list has names of items besides their content.
        period: The period that is reported on.
        earlier: The rows of the unit's table for earlier periods.
        targets: The sheet 目标; the targets of the list's own texts when empty.
        rules: How the scheme sets rules.
        waivers: The sheet 豁免: its columns that are not empty.
    """

    rule: str
    because: str
    outcome: str
    cell: str = ""
    says: str = ""
    files: tuple[Returned, ...] = (Returned(),)
    list: str = LIST
    each: bool = False
    columns: tuple[Key, ...] = ()
    notice: str = ""
    text: str = ""
    authority: str = ""
    figures: Mapping[str, Any] = field(default_factory=dict)
    prints: Mapping[str, Any] = field(default_factory=dict)
    annual: Mapping[str, str] = field(default_factory=dict)
    issues: Mapping[str, int] = field(default_factory=dict)
    finish_by: str = "12月底"
    named: bool = False
    period: str = "2021-09"
    earlier: Mapping[str, str] = field(default_factory=dict)
    targets: str = ""
    rules: Mapping[str, RuleSetting] = field(default_factory=dict)
    waivers: tuple[Mapping[str, str], ...] = ()

    def programme(self) -> Programme:
        """Return the list that this case is about."""
        filling = Filling.EACH if self.each else Filling.LEAD
        layout = scheme(*self.columns, summary=_with_names() if self.named else ())
        layout = replace(layout, rules=self.rules)
        listed = programme(self.list, filling=filling, layout=layout, units=UNITS)
        settings = replace(listed.settings, finish_by=self.finish_by)
        waivers = tuple(Waiver(**{**_EVERYWHERE, **given}) for given in self.waivers)
        targets = tuple(self._targets(listed))
        return replace(listed, settings=settings, targets=targets, waivers=waivers)

    def _targets(self, listed: Programme) -> Iterable[Target]:
        """Return the sheet 目标: what the case says, or what the list's own texts promise."""
        if not self.targets:
            return programme_targets(listed.items)
        return (
            Target(code, subject, float(number), measure, comparator, original)
            for code, subject, number, measure, comparator, original in cells(self.targets)
        )

    def month(self) -> Month:
        """Return the period that this case is about."""
        listed = self.programme()
        period = parse_period(self.period)
        outcomes = [file.outcome(listed, period) for file in self.files]
        received, submissions = settle(outcomes, lambda file: None)  # noqa: ARG005
        due = deadline(listed.settings.report_by, period)
        month = Month(listed, period, due, received, submissions, self.issues)
        return assessed(replace(month, earlier=earlier_reports(listed, self._reported(listed))))

    def _reported(self, listed: Programme) -> Iterator[Reported]:
        """Yield what the unit reported for earlier periods, the latest first."""
        for label in sorted(self.earlier, reverse=True):
            period = parse_period(label)
            _, read = Returned(rows=self.earlier[label]).outcome(listed, period)
            assert read is not None, f"用例里 {label} 的表读不出来"
            yield period, tuple(map(_as_kept, read.entries))

    def findings(self) -> tuple[Finding, ...]:
        """Return everything that the rules find."""
        month = self.month()
        found = (*check_month(month).findings, *check_programme(month.programme))
        if self.notice:
            workbook = book(sheet(self.notice, "附件"))
            read = read_notice(document(workbook), [month.programme.scheme], forced=True)
            found += check_programme(month.programme, read)
        if self.annual:
            merged = merged_list(year(month.programme, self.annual))
            found += (*check_month(merged.month).findings, *check_list(merged))
        if self.text:
            found += _check_text(self.text, self.authority or None)
        return found + self._issued(month) if self.rule[0] == "B" else found

    def _issued(self, month: Month) -> tuple[Finding, ...]:
        """Return what the rules find in the documents of the period."""
        items, states = merge(month), unit_states(month, {}, (), RECEIVED)
        right = bulletin_figures(month, items, states, RECEIVED, finish_by=None, next_due=None)
        given = {name: _figure(name, value, right) for name, value in self.figures.items()}
        figures: ProgressBulletin = replace(right, **given)
        documents = [
            replace(draft, fields={**draft.fields, **self.prints})
            for kind in (Bulletin.MONTHLY, Bulletin.PROBLEMS)
            for draft in drafts(kind, figures)
        ]
        return check_bulletin(before_issue(figures, month.programme, documents), month)


def _figure(name: str, given: Any, right: ProgressBulletin) -> Any:
    """Return what a bulletin has under a name: items by their 编号, units by their names."""
    if name == "late":
        return tuple(LateUnit(unit, 1) for unit in given)
    if not isinstance(given, list) or name in ("on_time", "missing", "to_correct"):
        return tuple(given) if isinstance(given, list) else given
    known = {item.code: item for item in (*right.finished, *right.unfinished)}
    return tuple(known.get(code) or bulletin_item(code) for code in given)


def _as_kept(entry: Entry) -> LedgerEntry:
    """Return an entry as the ledger gives it back."""
    file = entry.file
    return LedgerEntry(
        entry.item.code,
        entry.unit,
        file.stored,
        entry.sheet,
        file.sha256,
        file.received_at,
        entry.values,
        {},
    )


def _with_names() -> tuple[Column, ...]:
    """Return the columns of a list whose items have names."""
    number, project, *others = load_scheme(SCHEME).summary.columns
    return (number, project, Column(Key.NAME, "事项名称", 20), *others)


def _check_text(text: str, authority: str | None) -> tuple[Finding, ...]:
    """Return what the rules find in a notice's text, read as a new working folder reads it."""
    schemes = [load_scheme(name) for name in scheme_names()]
    notice = read_notice(read_text(text.encode(), "通知.txt"), schemes)
    assert notice is not None, "用例的通知里没有清单"
    return check_programme(build_programme(notice, 2021, authority), notice)


def load_cases() -> Iterator[Case]:
    """Read every case of every family."""
    for path in sorted(FOLDER.glob("*.toml")):
        families = tomllib.loads(path.read_text("utf-8"))
        for rule, cases in families.items():
            yield from (_case(rule, given) for given in cases)


def _case(rule: str, given: Mapping[str, Any]) -> Case:
    fields = {name: value for name, value in given.items() if name in Case.__slots__}
    returned = {name: value for name, value in given.items() if name not in Case.__slots__}
    if "files" in fields:
        fields["files"] = tuple(Returned(**file) for file in fields["files"])
    else:
        fields["files"] = (replace(Returned(), **returned),)
    for name in ("columns", "waivers"):
        fields[name] = tuple(fields.get(name, ()))
    return Case(rule, **fields)
