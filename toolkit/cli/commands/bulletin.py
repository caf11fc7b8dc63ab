"""`minsheng bulletin`: the Word files once more."""

from pathlib import Path

import click

from toolkit.cli.chinese import ChineseCommand
from toolkit.cli.group import (
    has_errors,
    json_option,
    leave,
    password_option,
    print_json,
    say,
    workspace_option,
)
from toolkit.model.scheme import Bulletin


@click.command(cls=ChineseCommand, short_help="重新生成通报、催报、督办等 Word 文件")
@click.argument("period", metavar="报告期")
@click.option(
    "--kind",
    "kinds",
    multiple=True,
    type=click.Choice([kind.value for kind in Bulletin]),
    metavar="种类",
    help="只生成这一种，可以写多次：monthly 月通报、quarterly 季度通报、problems 存在问题汇总、"
    "reminder 催报通知、supervision 督办单、explanation 情况说明通知。不写则为体例要求的各种。",
)
@click.option(
    "--templates", is_flag=True, help="把自带的模板放进“模板”文件夹，供用 Word 修改；已有的不动。"
)
@password_option
@workspace_option
@json_option
def bulletin(
    period: str,
    kinds: tuple[str, ...],
    templates: bool,
    root: Path,
    password: str | None,
    as_json: bool,
) -> None:
    """按 2回收 里的报表重新生成 Word 文件，改过模板以后用；不改汇总表和核查结果。

    自备的模板放在工作文件夹的“模板”里，如 模板/monthly.docx；没有的用自带的。
    """
    from toolkit import clock
    from toolkit.app.documents import save_templates
    from toolkit.app.month_end import write_bulletins
    from toolkit.app.workspace import Workspace
    from toolkit.cli import as_json as objects
    from toolkit.cli import summary

    workspace = Workspace(root)
    written = write_bulletins(workspace, period, kinds, clock.now(), password)
    for path in save_templates(workspace, kinds) if templates else ():
        say(f"  模板：{path}")
    if as_json:
        print_json(objects.rewritten(written))
    else:
        summary.rewritten(written)
    leave(has_errors(written.result.findings))
