"""`minsheng reopen`: an issued period has to be corrected."""

from pathlib import Path

import click

from toolkit.cli.chinese import ChineseCommand
from toolkit.cli.group import json_option, print_json, workspace_option


@click.command(cls=ChineseCommand, short_help="重新打开已定稿的一期，以便更正")
@click.argument("period", metavar="报告期")
@click.option("--reason", required=True, metavar="原因", help="为什么更正，记入更正清单。")
@workspace_option
@json_option
def reopen(period: str, reason: str, root: Path, as_json: bool) -> None:
    """重新打开已定稿的一期。印发的文件改名留存，再汇总时生成 更正清单.xlsx。

    更正清单逐项列出与印发时的不同：原来是什么，现在是什么，各出自哪个文件的哪个单元格。
    """
    from toolkit import clock
    from toolkit.app.closing import reopen_period
    from toolkit.app.workspace import Workspace
    from toolkit.cli import as_json as objects
    from toolkit.cli import render

    result = reopen_period(Workspace(root), period, reason, clock.now())
    if as_json:
        print_json(objects.reopened(result))
    else:
        render.reopened(result)
