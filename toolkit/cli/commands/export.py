"""`minsheng export`: one unit's own workbook."""

from pathlib import Path

import click

from toolkit.cli.chinese import ChineseCommand
from toolkit.cli.group import json_option, print_json, workspace_option


@click.command(cls=ChineseCommand, short_help="导出一个单位自己的工作簿")
@click.argument("period", metavar="报告期")
@click.option("--unit", required=True, metavar="单位", help="哪个单位，写名称或别名。")
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    metavar="文件.xlsx",
    help="写到哪里；不写则放在 4汇总。已有的文件不会覆盖。",
)
@workspace_option
@json_option
def export(period: str, unit: str, out: Path | None, root: Path, as_json: bool) -> None:
    """导出一个单位的事项：本期填报的内容、状态、完成比例和出处，以及各期情况。

    按台账里的记录导出，先收新报表的，请先运行 minsheng merge。
    """
    from toolkit import clock
    from toolkit.app.export import export_unit
    from toolkit.app.workspace import Workspace
    from toolkit.cli import as_json as objects
    from toolkit.cli import render

    result = export_unit(Workspace(root), period, unit, clock.now(), out)
    if as_json:
        print_json(objects.exported(result))
    else:
        render.exported(result)
