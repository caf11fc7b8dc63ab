"""`minsheng merge`: the one command of the month."""

from pathlib import Path

import click

from toolkit.cli.chinese import ChineseCommand
from toolkit.cli.group import (
    has_errors,
    json_option,
    leave,
    password_option,
    print_json,
    workspace_option,
)


@click.command(cls=ChineseCommand, short_help="每月一条命令：收取、核查、退回、汇总、通报")
@click.argument("period", metavar="报告期")
@click.argument("paths", metavar="[文件或文件夹]...", nargs=-1, type=click.Path(path_type=Path))
@password_option
@workspace_option
@json_option
def merge(
    period: str, paths: tuple[Path, ...], root: Path, password: str | None, as_json: bool
) -> None:
    """收取、核查、退回、汇总、生成通报，结果在 3退回 和 4汇总。"""
    from toolkit import clock
    from toolkit.app.period_end import merge_period
    from toolkit.app.workspace import Workspace
    from toolkit.cli import as_json as objects
    from toolkit.cli import summary

    result = merge_period(Workspace(root), period, paths, clock.now(), password)
    if as_json:
        print_json(objects.merged(result))
    else:
        summary.period(result)
    leave(has_errors(result.findings))
