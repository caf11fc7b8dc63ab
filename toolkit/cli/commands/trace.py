"""`minsheng trace`: where a value came from."""

from pathlib import Path

import click

from toolkit.cli.chinese import ChineseCommand
from toolkit.cli.group import json_option, print_json, workspace_option


@click.command(cls=ChineseCommand, short_help="一个数据出自哪个文件、哪张表、哪个单元格")
@click.argument("period", metavar="报告期")
@click.argument("code", metavar="编号")
@click.argument("column", metavar="[栏目]", required=False)
@workspace_option
@json_option
def trace(period: str, code: str, column: str | None, root: Path, as_json: bool) -> None:
    """追溯汇总表中一个事项的内容：出自哪个单位、文件、工作表、单元格，何时收到。"""
    from toolkit.app.query import trace as run
    from toolkit.app.workspace import Workspace
    from toolkit.cli import as_json as objects
    from toolkit.cli import render

    values = run(Workspace(root), period, code, column)
    if as_json:
        print_json(objects.traced(period, code, values))
    else:
        render.traced(period, code, values)
