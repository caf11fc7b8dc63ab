"""`minsheng check`: the rules, and what goes back to be corrected."""

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


@click.command(cls=ChineseCommand, short_help="核查，生成 核查结果.xlsx 和 3退回")
@click.argument("period", metavar="报告期")
@click.option("--rule", "only", multiple=True, metavar="代码", help="只看这条规则，可以写多次。")
@click.option("--ignore", "ignored", multiple=True, metavar="代码", help="不看这条规则。")
@password_option
@workspace_option
@json_option
def check(
    period: str,
    only: tuple[str, ...],
    ignored: tuple[str, ...],
    root: Path,
    password: str | None,
    as_json: bool,
) -> None:
    """核查收到的报表，生成 核查结果.xlsx；须改正的标注后放在 3退回。

    写了 --rule 或 --ignore 的只在屏幕上列出问题，不写核查结果和退回件，也不记入台账。
    """
    from toolkit import clock
    from toolkit.app.period_end import check_period, preview
    from toolkit.app.workspace import Workspace
    from toolkit.cli import as_json as objects
    from toolkit.cli import catalogue, summary

    workspace, now = Workspace(root), clock.now()
    if only or ignored:
        wanted = catalogue.choice_of_rules(only, ignored)
        result, tell = preview(workspace, period, now, wanted, password), summary.selection
    else:
        result, tell = check_period(workspace, period, now, password), summary.period
    if as_json:
        print_json(objects.checked(result))
    else:
        tell(result)
    leave(has_errors(result.findings))
