"""The result of `check` and `merge` on the terminal: what matters, then what to do next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from toolkit.cli.group import say
from toolkit.cli.render import (
    file_counts,
    file_line,
    finding_counts,
    finding_line,
    skipped_files,
)
from toolkit.model.finding import Finding, Severity
from toolkit.model.form import Form, form_of
from toolkit.model.submission import FileStatus
from toolkit.stages.finding_counts import by_rule, sorted_findings

if TYPE_CHECKING:
    # Only a name of types: what is printed needs nothing of what made it.
    from toolkit.app.month_end import PeriodResult, Rewritten

_LINES = 20
_NAMED = 5
_OUTPUT_NAMES = {
    "consolidated": "汇总表",
    "findings": "核查结果",
    "bulletin.monthly": "月通报",
    "returned.note": "退回修改通知",
    "bulletin.quarterly": "季度通报",
    "dashboard": "看板",
    "bulletin.problems": "存在问题汇总",
    "bulletin.reminder": "催报通知",
    "bulletin.supervision": "督办单",
    "bulletin.explanation": "情况说明通知",
    "notice": "通知",
    "amendments": "更正清单",
    "edited": "您改过的稿子，已改名留存",
}
_BOOK = "核查结果.xlsx"
_UNUSABLE = (FileStatus.UNREADABLE, FileStatus.UNIDENTIFIED, FileStatus.FOREIGN)


def period(result: PeriodResult) -> None:
    """Print what a check or a merge found and wrote; it ends with what to do next."""
    _files(result)
    _findings(result)
    counts = result.counts
    if counts and counts.total:
        shown = "，".join(f"{name} {number}" for name, number in counts.by_status.items())
        say(f"事项 {counts.total} 个：{shown}。")
    missing = result.month.missing
    if missing:
        say(f"没有可用报表的单位 {len(missing)} 个：{_some(missing)}")
    _outputs(result)
    say(_next_step(result))


def rewritten(written: Rewritten) -> None:
    """Print the documents that were written again, and what stands in the way of issuing them."""
    result = written.result
    label = result.month.period.label
    if written.unmerged:
        say(f"2回收 里有 {len(written.unmerged)} 份报表是上次汇总以后放进去或改过的，已计算在内。")
        say(f"    汇总表还没有这些内容，请运行 minsheng merge {label}。")
    for finding in result.findings:
        if finding.code.startswith("B"):
            say(finding_line(finding))
            say(f"      {finding.suggestion}")
    if result.month.missing:
        say(f"没有可用报表的单位 {len(result.month.missing)} 个：{_some(result.month.missing)}")
    _outputs(result)
    if not result.outputs:
        say("没有需要生成的文件：没有符合条件的事项或单位，或者体例没有要求。")


def selection(result: PeriodResult) -> None:
    """Print what single rules found; nothing was written, so all of it is here."""
    found = result.findings
    say(f"{finding_counts(found)}：" if found else "没有发现问题。")
    for finding in _in_order(result):
        say(finding_line(finding))
        say(f"      {finding.suggestion}")
    label = result.month.period.label
    say(f"只列出，没有写核查结果和退回件；要写，请运行 minsheng check {label}。")


def _in_order(result: PeriodResult) -> list[Finding]:
    return sorted_findings(result.findings, result.month.programme)


def _files(result: PeriodResult) -> None:
    """Print what came; files that read well are only counted."""
    received = result.month.received
    files = (*received, *result.collected.repeated)
    say(file_counts(files))
    told = [file for file in files if file.status is not FileStatus.ACCEPTED]
    _few([file_line(file) for file in told], "“回收文件”")
    mended = [file for file in received if file.repairs and file.status is FileStatus.ACCEPTED]
    if mended:
        repairs = sum(len(file.repairs) for file in mended)
        say(f"  {len(mended)} 份走了样，照样读出，修复 {repairs} 处，见 {_BOOK}“修复记录”。")
    skipped_files(result.collected)


def _few(lines: Sequence[str], sheet: str) -> None:
    for line in lines[:_LINES]:
        say(line)
    if len(lines) > _LINES:
        say(f"  其余 {len(lines) - _LINES} 条见 {_BOOK}{sheet}。")


def _findings(result: PeriodResult) -> None:
    """Print how many findings there are, who and what has most, and the gravest of them."""
    found = result.findings
    if not found:
        say("没有发现问题。")
        return
    say(f"核查：{finding_counts(found)}。")
    if len(found) > _NAMED:
        _most(found)
    _few([finding_line(finding) for finding in _in_order(result)], "")


def _most(found: Sequence[Finding]) -> None:
    errors: dict[str, int] = {}
    for finding in found:
        if finding.severity is Severity.ERROR and finding.unit:
            errors[finding.unit] = errors.get(finding.unit, 0) + 1
    units = sorted(errors.items(), key=lambda pair: -pair[1])[:_NAMED]
    if units:
        say(f"  须改正最多的单位：{'，'.join(f'{unit} {n} 条' for unit, n in units)}")
    rules = sorted(by_rule(found).values(), key=lambda of_rule: -len(of_rule))[:_NAMED]
    named = (f"{of_rule[0].code} {of_rule[0].name} {len(of_rule)} 条" for of_rule in rules)
    say(f"  最多的问题：{'，'.join(named)}")


def _outputs(result: PeriodResult) -> None:
    returned = [output for output in result.outputs if output.kind == "returned"]
    for output in result.outputs:
        if output not in returned:
            say(f"  {_OUTPUT_NAMES[output.kind]}：{output.path}")
    if returned:
        units = _some([output.unit or "" for output in returned])
        say(f"  退回修改 {len(returned)} 份（{units}）：{returned[0].path.parent}")


def _some(names: Sequence[str]) -> str:
    """Return the first few names."""
    more = f"等 {len(names)} 个" if len(names) > _NAMED else ""
    return "、".join(islice(names, _NAMED)) + more


def _next_step(result: PeriodResult) -> str:
    """Return the line that says what to do next."""
    steps = tuple(_steps(result))
    label = result.month.period.label
    if steps:
        return f"下一步：{'；'.join(steps)}。办完再运行 minsheng merge {label}。"
    if not any(output.kind == "consolidated" for output in result.outputs):
        return f"下一步：运行 minsheng merge {label}，生成汇总表。"
    if form_of(result.month.period.kind) is Form.SUMMARY:
        return f"下一步：核对、改好汇总表并保存，再运行 minsheng adopt {label} 采用为全年的清单。"
    return f"下一步：核对以上文件后印发；印发以后运行 minsheng close {label} 定稿。"


def _steps(result: PeriodResult) -> Iterator[str]:
    """Yield what has to be done before the period can be closed."""
    returned = {output.unit for output in result.outputs if output.kind == "returned"}
    if returned:
        yield f"把 3退回 的 {len(returned)} 份发还单位修改，改好的收进 2回收"
    unusable = {r.file.stored for r in result.month.received if r.status in _UNUSABLE}
    if unusable:
        yield f"处理 2回收 里 {len(unusable)} 份没能采用的文件（见 {_BOOK}“回收文件”）"
    if result.month.missing:
        yield f"催报 {len(result.month.missing)} 个单位"
    done = {*returned, *result.month.missing}
    errors = [finding for finding in result.findings if finding.severity is Severity.ERROR]
    left = [f for f in errors if f.unit not in done and f.file not in unusable]
    if left:
        yield f"处理 {_BOOK} 里其余 {len(left)} 条“须改正”"
    doubtful = sum(1 for finding in result.findings if finding.severity is Severity.WARNING)
    if doubtful:
        yield f"在 {_BOOK} 里核对 {doubtful} 条“请核对”"
