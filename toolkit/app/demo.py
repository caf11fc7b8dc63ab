"""`minsheng demo`: a whole month on the shipped samples, with the samples' own calendar."""

import tomllib
from collections.abc import Callable
from contextlib import ExitStack
from datetime import datetime
from importlib.resources import as_file
from pathlib import Path
from typing import Any

from toolkit.app.dispatch import make_forms
from toolkit.app.month_end import MonthResult, merge_month
from toolkit.app.start import start
from toolkit.errors import WorkspaceError
from toolkit.files.resources import sample

SAMPLE = "jining-gaoxin-2021"


def run(root: Path, say: Callable[[str], None]) -> MonthResult:
    """Make a working folder of the sample programme and run its month in it.

    The clock is the samples': forms go out, returns come back in two deliveries, and the next
    month's forms are made, so that last month's plans can be seen in them.

    Args:
        root: The folder to make; it must not hold a programme yet.
        say: Told what is being done.

    Raises:
        WorkspaceError: The folder is in use.
    """
    if root.exists() and (not root.is_dir() or any(root.iterdir())):
        raise WorkspaceError(
            f"“{root}”不是空文件夹。", "请换一个文件夹名，如 minsheng demo 演示2。"
        )
    with ExitStack() as stack:
        samples = stack.enter_context(as_file(sample(SAMPLE)))
        calendar = tomllib.loads((samples / "calendar.toml").read_text("utf-8"))
        return _month(root, samples, calendar, say)


def _month(
    root: Path, samples: Path, calendar: dict[str, Any], say: Callable[[str], None]
) -> MonthResult:
    period, following = calendar["period"], calendar["following"]
    say(f"一、从 {calendar['notice']} 建立工作文件夹")
    started: datetime = calendar["started"]
    workspace = start(root, samples / calendar["notice"], started, SAMPLE).workspace
    say(f"二、下发 {period} 的表格")
    sent = make_forms(workspace, period, (), calendar["sent"])
    say(f"    {len(sent.files)} 个单位的表格在 {period}/1下发")
    for delivery in calendar["delivery"]:
        paths = [samples / period / name for name in delivery["files"]]
        say(f"三、{delivery['at']:%m月%d日}收到 {len(paths)} 份，运行 minsheng merge {period}")
        result = merge_month(workspace, period, paths, delivery["at"])
    say(f"四、下发 {following} 的表格（带上月计划）")
    make_forms(workspace, following, (), calendar["next_sent"])
    return result
