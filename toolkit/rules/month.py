"""Family U: the units and the period as a whole."""

from collections.abc import Iterator

from toolkit.model.finding import Severity
from toolkit.model.month import Month
from toolkit.model.submission import FileStatus
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


RULES = (unit_missing,)
