"""Pages for tests: a small programme's third quarter, and a list of sixty items."""

from datetime import datetime
from pathlib import Path

from tests.months import LATE, PROBLEM, PROGRESS, ROADS, SCHOOLS, minsheng, returned, sent
from tests.stages.months import month
from tests.tables import programme
from toolkit.app.dispatch import make_forms
from toolkit.app.workspace import Workspace
from toolkit.files.web import write_dashboard
from toolkit.model.scheme import Key
from toolkit.stages.assess import assessed
from toolkit.stages.dashboard import dashboard
from toolkit.stages.merge import merge

EVIL = "<script>document.title='bad'</script><img src=x onerror=alert(1)>&amp;"
"""What a unit may write; people must see it to the letter."""


MONTHS = (
    ("2021-07", datetime(2021, 8, 5, 9), "已改造5公里。"),
    ("2021-08", datetime(2021, 9, 6, 9), "已改造10公里。"),
)


def quarter(root: Path) -> Workspace:
    """Make a working folder with three months: at the end of September one item stands in each group.

    M001 is on pace (16 of 20 km), M002 lags, M003 is finished, M004 is not reported.
    """
    made = sent(root)
    for period, when, progress in MONTHS:
        make_forms(made, period, (), when)
        returned(made, ROADS, changes={"M001": {PROGRESS: progress}}, period=period)
        minsheng("merge", period, "-w", root, at=when)
    returned(made, ROADS, changes={"M001": {PROGRESS: "已改造16公里。"}})
    returned(
        made,
        SCHOOLS,
        changes={
            "M002": {PROGRESS: "推进缓慢。主体施工。", PROBLEM: f"缺资金{EVIL}"},
            "M003": {PROGRESS: "已完成。"},
        },
    )
    minsheng("merge", "2021-09", "-w", root, at=LATE)
    return made


def long_page(target: Path) -> Path:
    """Write the page of a list of sixty items that take several sheets of paper."""
    rows = (f"| M{n:03d} | {n} | 第{n}项工程 | 改造道路{n}公里 | {ROADS} | |" for n in range(1, 61))
    listed = programme(
        "\n".join(("| 编号 | 序号 | 项目名称 | 项目内容及规模 | 主办单位 | 协办单位 |", *rows))
    )
    reports = {f"M{n:03d}": {Key.PROGRESS: f"已改造{n // 2}公里。"} for n in range(1, 61)}
    period = assessed(month(listed, {ROADS: reports}))
    write_dashboard(dashboard(period, merge(period), (), (), LATE), target)
    return target
