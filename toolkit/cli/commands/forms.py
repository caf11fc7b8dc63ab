"""`minsheng forms`: the workbooks that go out to the units."""

from pathlib import Path

import click

from toolkit.cli.chinese import ChineseCommand
from toolkit.cli.group import has_errors, json_option, leave, print_json, workspace_option


@click.command(cls=ChineseCommand, short_help="生成下发各单位的表格（1下发）")
@click.argument("period", metavar="报告期")
@click.option(
    "--unit", "units", multiple=True, metavar="单位", help="只生成这个单位的，可以写多次。"
)
@workspace_option
@json_option
def forms(period: str, units: tuple[str, ...], root: Path, as_json: bool) -> None:
    """生成各单位的表格，一个单位一个工作簿，放在 1下发。"""
    from toolkit import clock
    from toolkit.app.dispatch import make_forms
    from toolkit.app.workspace import Workspace
    from toolkit.cli import as_json as objects
    from toolkit.cli import render

    workspace = Workspace(root)
    result = make_forms(workspace, period, units, clock.now())
    if as_json:
        print_json(objects.dispatched(result))
    else:
        render.dispatched(result, str(workspace.forms(result.period)))
    leave(has_errors(result.findings))
