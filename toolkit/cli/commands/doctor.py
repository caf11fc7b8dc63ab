"""`minsheng doctor`: what this computer lacks."""

from pathlib import Path

import click

from toolkit.cli.chinese import ChineseCommand
from toolkit.cli.group import json_option, leave, print_json, workspace_option


@click.command(cls=ChineseCommand, short_help="检查电脑和工作文件夹缺什么")
@workspace_option
@json_option
def doctor(root: Path, as_json: bool) -> None:
    """检查这台电脑缺什么：字体、可选的程序和组件，工作文件夹能不能用。

    只查看，不联网，不改动任何文件。
    """
    from toolkit.app.doctor import check_up
    from toolkit.app.workspace import Workspace
    from toolkit.cli import as_json as objects
    from toolkit.cli import health

    result = check_up(Workspace(root))
    if as_json:
        print_json(objects.checked_up(result))
    else:
        health.report(result)
    leave(result.needs_person)
