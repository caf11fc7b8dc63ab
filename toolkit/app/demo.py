"""`minsheng demo`: a whole period on one of the shipped samples, with the sample's own calendar."""

import tomllib
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import datetime
from importlib.resources import as_file
from itertools import count
from pathlib import Path
from typing import Any

from toolkit.app.dispatch import make_forms
from toolkit.app.month_end import PeriodResult
from toolkit.app.period_end import merge_period
from toolkit.app.start import start
from toolkit.app.workspace import PROGRAMME_FILE, Workspace
from toolkit.errors import ArgumentError, WorkspaceError
from toolkit.files.atomic import replacing
from toolkit.files.resources import CALENDAR, sample, sample_names
from toolkit.text.numerals import heading_numeral
from toolkit.text.periods import parse_period

SAMPLE = "jining-gaoxin-2021"
"""The sample that is shown unless another one is asked for."""


@dataclass(frozen=True, slots=True)
class _Demo:
    """A sample, its folder and calendar, and whom to tell of each step."""

    scheme: str
    samples: Path
    calendar: dict[str, Any]
    tell: Callable[[str], None]


def run(root: Path, say: Callable[[str], None], scheme: str = SAMPLE) -> PeriodResult:
    """Make a working folder of a sample programme and run its period in it.

    The clock is the sample's: forms go out, returns come back in two deliveries, and the next
    period's forms are made, so that this one's plans can be seen in them.

    Args:
        root: The folder to make; it must not hold a programme yet.
        say: Told what is being done.
        scheme: Whose sample programme.

    Raises:
        ArgumentError: There is no such sample.
        WorkspaceError: The folder is in use.
    """
    if scheme not in sample_names():
        raise ArgumentError(
            f"没有体例“{scheme}”的自带样例。", f"自带样例有：{'、'.join(sample_names())}。"
        )
    if root.exists() and (not root.is_dir() or any(root.iterdir())):
        raise WorkspaceError(
            f"“{root}”不是空文件夹。", "请换一个文件夹名，如 minsheng demo 演示2。"
        )
    with ExitStack() as stack:
        samples = stack.enter_context(as_file(sample(scheme)))
        calendar = tomllib.loads((samples / CALENDAR).read_text("utf-8"))
        return _period(_Demo(scheme, samples, calendar, say), root)


def _period(demo: _Demo, root: Path) -> PeriodResult:
    calendar, say = demo.calendar, demo.tell
    period, following = calendar["period"], calendar["following"]
    steps = map(heading_numeral, count(1))
    say(f"{next(steps)}、从 {calendar['notice']} 建立工作文件夹")
    workspace = _started(demo, root)
    if "completed" in calendar:
        say(f"{next(steps)}、通知没有写责任单位，换上汇总单位填好责任单位的 {PROGRAMME_FILE}")
        _complete(demo, workspace)
    say(f"{next(steps)}、下发 {period} 的表格")
    sent = make_forms(workspace, period, (), calendar["sent"])
    say(f"    {len(sent.files)} 个单位的表格在 {period}/1下发")
    step = next(steps)
    for delivery in calendar["delivery"]:
        paths = [demo.samples / period / name for name in delivery["files"]]
        at: datetime = delivery["at"]
        say(f"{step}、{at:%m月%d日}收到 {len(paths)} 份，运行 minsheng merge {period}")
        result = merge_period(workspace, period, paths, at)
    before = parse_period(following).kind.previous_word
    say(f"{next(steps)}、下发 {following} 的表格（带{before}计划）")
    make_forms(workspace, following, (), calendar["next_sent"])
    return result


def _started(demo: _Demo, root: Path) -> Workspace:
    notice = demo.samples / demo.calendar["notice"]
    return start(root, notice, demo.calendar["started"], demo.scheme).workspace


def _complete(demo: _Demo, workspace: Workspace) -> None:
    """Put the list that the coordinator has completed in place of the one just made."""
    completed = (demo.samples / demo.calendar["completed"]).read_bytes()
    with replacing(workspace.programme_path) as temporary:
        temporary.write_bytes(completed)
