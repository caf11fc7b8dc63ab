"""Family U: the units and the period as a whole."""

from collections.abc import Iterator

from toolkit.model.finding import Severity
from toolkit.model.month import Month
from toolkit.model.submission import FileStatus
from toolkit.model.waiving import WaiverUse
from toolkit.rules.base import Context, Fault, Subject, rule


@rule(
    "U501",
    "单位未报送",
    Severity.ERROR,
    Subject.MONTH,
    what="每个应报单位是否有一份可以采用的报表。",
    why="未报送单位的事项在汇总表里没有进展。",
    wrong="应报 6 个单位，收到 5 份。",
    right="每个应报单位都有一份。",
    mend="请催报；收到后放入“2回收”，重新运行汇总。",
)
def unit_missing(month: Month, context: Context) -> Iterator[Fault]:
    """A unit that has to report did not."""
    scans = {r.unit: r.file.name for r in month.received if r.status is FileStatus.SCAN}
    for unit in month.missing:
        count = len(month.programme.assignments[unit])
        scan = f"只收到扫描件“{scans[unit]}”，" if unit in scans else ""
        yield Fault(f"{unit}没有报送，{scan}涉及 {count} 个事项。", unit=unit)


@rule(
    "U504",
    "豁免已到期",
    Severity.INFO,
    Subject.WAIVER,
    what="“豁免”表里过了“止”的豁免，本期有没有它原来会免去的问题。",
    why="豁免到期以后，同样的问题照常列出、退回；不说明，就像突然冒出来的。",
    wrong="豁免到 2021-08 为止，9 月的表里仍有 2 个这样的问题。",
    right="豁免到 2021-12 为止，或者已经没有这样的问题。",
    mend="仍需豁免的，请在“豁免”表里改“止”；不再需要的，删去这一行。",
)
def waiver_expired(use: WaiverUse, context: Context) -> Iterator[Fault]:
    """A waiver has expired, and what it took out before is told again."""
    waiver = use.waiver
    of = "、".join(filter(None, (waiver.unit, waiver.code)))
    yield Fault(
        f"{waiver.rule.upper()}{f'（{of}）' if of else ' '}的豁免到 {waiver.end} 为止，"
        f"本期有 {len(use.findings)} 个问题不再豁免。",
        file="实事清单.xlsx",
        sheet="豁免",
        cell=waiver.end_cell,
    )


RULES = (unit_missing, waiver_expired)
