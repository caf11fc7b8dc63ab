"""`minsheng rules`: the catalogue of rules."""

import click

from toolkit.cli.chinese import ChineseCommand
from toolkit.cli.group import json_option


@click.command(cls=ChineseCommand, short_help="核查规则目录")
@click.argument("code", metavar="[代码]", required=False)
@json_option
def rules(code: str | None, as_json: bool) -> None:
    """列出核查规则；写出代码则说明这一条。"""
    from toolkit.cli import catalogue

    catalogue.show_rules(code, as_json)
