"""`minsheng gather`: what came back, and whose it is."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from toolkit.cli.chinese import ChineseCommand
from toolkit.cli.group import json_option, leave, password_option, print_json, workspace_option

if TYPE_CHECKING:
    from toolkit.model.submission import Received


@click.command(cls=ChineseCommand, short_help="收取报表（2回收），认定单位")
@click.argument("period", metavar="报告期")
@click.argument("paths", metavar="[文件或文件夹]...", nargs=-1, type=click.Path(path_type=Path))
@password_option
@workspace_option
@json_option
def gather(
    period: str, paths: tuple[Path, ...], root: Path, password: str | None, as_json: bool
) -> None:
    """收取报表：复制到 2回收，认定每份是哪个单位的，记入台账。

    直接放进 2回收 的文件不用再写在命令里。
    """
    from toolkit import clock
    from toolkit.app.collect import gather as run
    from toolkit.app.workspace import Workspace
    from toolkit.cli import as_json as objects
    from toolkit.cli import render

    result = run(Workspace(root), period, paths, clock.now(), password)
    if as_json:
        print_json(objects.gathered(result))
    else:
        render.gathered(result)
    leave(bool(result.month.missing) or _unusable(result.month.received))


def _unusable(files: "Iterable[Received]") -> bool:
    return any(received.status in ("unreadable", "unidentified") for received in files)
