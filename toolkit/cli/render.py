"""Results as a coordinator reads them on the terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from toolkit.cli.group import say, show
from toolkit.model.finding import Finding
from toolkit.model.ledger import UnitStatus
from toolkit.model.month import Month
from toolkit.model.submission import FileStatus, Received
from toolkit.rules.base import Rule
from toolkit.stages.finding_counts import (
    SEVERITY_NAMES,
    count_words,
    severity_word,
    severity_words,
    sorted_findings,
)
from toolkit.stages.findings_records import FILE_STATUS_NAMES

if TYPE_CHECKING:
    # Only names of types: a merge does without what reads notices.
    from rich.table import Table

    from toolkit.app.closing import Closed, Reopened
    from toolkit.app.collect import Collected
    from toolkit.app.dispatch import Dispatched
    from toolkit.app.export import Exported
    from toolkit.app.query import Traced
    from toolkit.app.start import Started
    from toolkit.app.year import AdoptedList
    from toolkit.model.closing import Closing

_SHOWN = 20


def started(result: Started) -> None:
    """Print what `init` made."""
    programme = result.programme
    say(f"已建立工作文件夹：{result.workspace.root}")
    say(
        f"体例 {programme.scheme.name}（{programme.scheme.label}），"
        f"{len(programme.items)} 个事项，{len(programme.units)} 个单位。"
    )
    if result.scheme_file:
        say(f"体例文件：{result.scheme_file}")
    findings(result.findings)
    say(f"请打开 {result.workspace.programme_path} 核对，然后运行 minsheng forms 报告期。")


def dispatched(result: Dispatched, folder: str) -> None:
    """Print what `forms` made."""
    say(f"{result.period.label}：已生成 {len(result.files)} 个单位的表格，在 {folder}")
    for form in result.files:
        again = f"（第 {form.dispatch.issue} 次下发）" if form.dispatch.issue > 1 else ""
        say(f"  {form.dispatch.unit}：{form.items} 个事项{again}")
    findings(result.findings)


def gathered(result: Collected) -> None:
    """Print what became of every file."""
    files = (*result.month.received, *result.repeated)
    say(file_counts(files))
    for received in files:
        if received.status is not FileStatus.ACCEPTED or received.repairs:
            say(file_line(received))
    skipped_files(result)
    missing(result.month)


def skipped_files(result: Collected) -> None:
    """Print what was no return at all."""
    for skipped in result.skipped:
        say(f"  略过 {skipped.path}：{skipped.reason}")


def missing(month: Month) -> None:
    """Print which units have no return that can be used."""
    if month.missing:
        say(f"没有可用报表的单位：{'、'.join(month.missing)}")


def file_counts(files: Iterable[Received]) -> str:
    """Return how many files came, by what became of them."""
    counts = Counter(received.status for received in files)
    parts = [f"{FILE_STATUS_NAMES[s]} {counts[s]} 份" for s in FileStatus if counts[s]]
    return f"收到文件 {counts.total()} 份" + (f"：{'，'.join(parts)}。" if parts else "。")


def file_line(received: Received) -> str:
    """Return a file with what was mended in it, or why it was not taken."""
    if received.status is FileStatus.ACCEPTED:
        repairs = "；".join(repair.message for repair in received.repairs)
        return f"  {received.file.name}：{repairs}"
    return f"  {received.file.name}：{received.reason}。{received.advice or ''}"


def findings(found: Sequence[Finding]) -> None:
    """Print findings that stand in no workbook, the gravest first."""
    if not found:
        say("没有发现问题。")
        return
    say(f"{finding_counts(found)}：")
    for finding in sorted_findings(found)[:_SHOWN]:
        say(finding_line(finding))
        say(f"      {finding.suggestion}")
    if len(found) > _SHOWN:
        say(f"  其余 {len(found) - _SHOWN} 条，加 --json 运行可以看到。")


def finding_counts(found: Sequence[Finding]) -> str:
    """Return how many findings there are, by severity."""
    counts = count_words(found)
    return "，".join(f"{word} {counts[word]} 条" for word in severity_words(found) if counts[word])


def finding_line(finding: Finding) -> str:
    """Return a finding in a line, with its place; the file of one that has no unit."""
    file = (finding.file or "").rsplit("/", 1)[-1]
    place = " ".join(filter(None, (finding.unit or file, finding.item, finding.cell)))
    where = f"{place}：" if place else ""
    return f"  [{severity_word(finding)} {finding.code}] {where}{finding.message}"


def adopted(result: AdoptedList) -> None:
    """Print what `adopt` made."""
    adoption = result.adoption
    say(f"已采用：{len(adoption.programme.items)} 个事项写入 实事清单.xlsx。")
    removed = tuple(item.code for item in adoption.removed)
    for name, codes in (("新增", adoption.added), ("更正", adoption.changed), ("取消", removed)):
        if codes:
            say(f"  {name} {len(codes)} 个：{'、'.join(codes)}")
    if result.dropped:
        say(f"  已取消事项的豁免和认定 {result.dropped} 条没有带入。")
    say(f"原来的清单改名为 {result.former.name}；其中自己加的工作表和批注没有带入新清单。")
    findings(result.findings)


def closed(result: Closed) -> None:
    """Print what was closed, and what was still open then."""
    closing = result.closing
    say(
        f"{closing.period} 已定稿（第{closing.number}次印发）："
        f"事项 {result.items} 个，文件 {len(closing.files)} 个。"
    )
    if result.waiting:
        say(
            f"  定稿时还有 {len(result.waiting)} 个单位没有报送或需要修改：{'、'.join(result.waiting)}"
        )
    if result.errors:
        say(f"  定稿时还有 {result.errors} 条“须改正”，见 核查结果.xlsx。")
    say(f"要更正的，运行 minsheng reopen {closing.period} --reason 原因。")


def reopened(result: Reopened) -> None:
    """Print what was opened again, and where the issued files are now."""
    closing = result.closing
    say(f"{closing.period} 已重新打开。第{closing.number}次印发的文件改名留存：")
    for path in result.kept:
        say(f"  {path}")
    for path in result.changed:
        say(f"  注意：印发以后有人改过 {path.name}，与定稿时的校验码不同。")
    for name in result.lost:
        say(f"  注意：印发的 {name} 不见了，请从备份或发出的文件里找回。")
    say(f"下一步：更正的报表放进 2回收，运行 minsheng merge {closing.period}，核对 更正清单.xlsx。")


def status(period: str, states: Sequence[UnitStatus], closing: Closing | None) -> None:
    """Print 报送情况, and that a period is closed."""
    if closing:
        say(
            f"{period} 已于 {closing.closed_at:%Y-%m-%d %H:%M} 定稿（第{closing.number}次印发），"
            "以后收到的不计入。"
        )
    called = any(state.contact for state in states)
    titles = ("单位", "事项", "下发", "收到", "状态", "逾期（工作日）", "联系人")
    table = _table(f"{period} 报送情况", titles if called else titles[:-1])
    for state in states:
        cells = (
            state.unit,
            str(state.items),
            f"{state.sent_at:%m-%d %H:%M}" if state.sent_at else "",
            f"{state.received_at:%m-%d %H:%M}" if state.received_at else "",
            state.state.value,
            str(state.late_days or ""),
            state.contact,
        )
        table.add_row(*(cells if called else cells[:-1]))
    _print(table)


def traced(period: str, code: str, values: Sequence[Traced]) -> None:
    """Print where values came from."""
    for value in values:
        show(f"{period} {code}“{value.column.title}”：{value.value or '（空）'}")
        for source in value.sources:
            show(
                f"  {source.unit}　{source.file}　“{source.sheet}”表 {source.cell or '（无此栏）'}"
            )
            show(f"  收到 {source.received_at:%Y-%m-%d %H:%M}　SHA-256 {source.sha256}")
        if not value.sources:
            show("  没有采用任何报表。")


def exported(result: Exported) -> None:
    """Print where a unit's own workbook is."""
    made, *kept = result.outputs
    say(f"{result.unit} {result.period.label} 的情况：{made.path}")
    for output in kept:
        say(f"  您改过的稿子，已改名留存：{output.path}")


def rules(listed: Sequence[Rule]) -> None:
    """Print the catalogue."""
    table = _table("核查规则", ("代码", "程度", "名称", "核查什么"))
    for rule in listed:
        table.add_row(rule.code, SEVERITY_NAMES[rule.severity], rule.name, rule.what)
    _print(table)


def rule(shown: Rule) -> None:
    """Print one rule."""
    show(f"{shown.code} {shown.name}（{SEVERITY_NAMES[shown.severity]}，{shown.family}）")
    show(f"核查什么：{shown.what}")
    show(f"为什么：{shown.why}")
    show(f"不妥的例子：{shown.wrong}")
    show(f"妥当的例子：{shown.right}")
    show(f"怎么办：{shown.mend}")


def _table(title: str, headings: Sequence[str]) -> Table:
    from rich.table import Table

    table = Table(title=title)
    for heading in headings:
        table.add_column(heading, overflow="fold")
    return table


def _print(table: Table) -> None:
    from rich.console import Console

    Console().print(table)
