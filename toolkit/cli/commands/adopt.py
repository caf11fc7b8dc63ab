"""`minsheng adopt`: the merged table of the year becomes the list."""

from pathlib import Path

import click

from toolkit.cli.chinese import ChineseCommand
from toolkit.cli.group import has_errors, json_option, leave, print_json, workspace_option


@click.command(cls=ChineseCommand, short_help="采用年度汇总表，作为全年的清单")
@click.argument("period", metavar="年度")
@workspace_option
@json_option
def adopt(period: str, root: Path, as_json: bool) -> None:
    """采用核对过的年度汇总表，写入 实事清单.xlsx；原有事项的编号不变。

    先运行 minsheng merge 2024，在 4汇总 的汇总表里核对、改好并保存，再运行本命令。
    """
    from toolkit import clock
    from toolkit.app.workspace import Workspace
    from toolkit.app.year import adopt_list
    from toolkit.cli import as_json as objects
    from toolkit.cli import render

    workspace = Workspace(root)
    result = adopt_list(workspace, period, clock.now())
    if as_json:
        print_json(objects.adopted(result, workspace.root))
    else:
        render.adopted(result)
    leave(has_errors(result.findings))
