"""`minsheng schemes`: the catalogue of schemes."""

from pathlib import Path

import click

from toolkit.cli.chinese import ChineseCommand
from toolkit.cli.group import json_option


@click.command(cls=ChineseCommand, short_help="体例目录")
@click.argument("name", metavar="[体例]", required=False)
@click.option(
    "--save",
    type=click.Path(path_type=Path),
    metavar="文件.toml",
    help="另存一份，改成自己的体例。",
)
@json_option
def schemes(name: str | None, save: Path | None, as_json: bool) -> None:
    """列出内置体例；写出名称则显示其内容，可用 --save 另存后修改。"""
    from toolkit.cli import catalogue

    catalogue.show_schemes(name, save, as_json)
