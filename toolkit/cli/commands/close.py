"""`minsheng close`: what was issued stays as it was issued."""

from pathlib import Path

import click

from toolkit.cli.chinese import ChineseCommand
from toolkit.cli.group import json_option, leave, print_json, workspace_option


@click.command(cls=ChineseCommand, short_help="定稿：印发以后，本期内容不再改动")
@click.argument("period", metavar="报告期")
@workspace_option
@json_option
def close(period: str, root: Path, as_json: bool) -> None:
    """定稿：4汇总 里现有的文件就是印发的文件，记下校验码；本期不能再收取、汇总。

    印发以后要更正的，用 minsheng reopen 重新打开。
    """
    from toolkit import clock
    from toolkit.app.closing import close_period
    from toolkit.app.workspace import Workspace
    from toolkit.cli import as_json as objects
    from toolkit.cli import render

    result = close_period(Workspace(root), period, clock.now())
    if as_json:
        print_json(objects.closed(result))
    else:
        render.closed(result)
    leave(bool(result.waiting or result.errors))
