"""`minsheng init`: a working folder from an official notice."""

from pathlib import Path

import click

from toolkit.cli.chinese import ChineseCommand
from toolkit.cli.group import has_errors, json_option, leave, print_json


@click.command(cls=ChineseCommand, short_help="从官方通知建立工作文件夹")
@click.argument("folder", metavar="文件夹", type=click.Path(path_type=Path))
@click.option(
    "--notice",
    required=True,
    type=click.Path(path_type=Path),
    metavar="文件",
    help="官方通知：.txt、.docx、.xlsx、.xls、.ods、.html、.pdf（有文字的）。",
)
@click.option("--scheme", metavar="体例", help="体例名称或 .toml 文件；不写则按版式识别。")
@click.option("--year", type=int, metavar="年度", help="年度；不写则从通知读取。")
@click.option("--authority", metavar="名称", help="制发机关；不写则用体例中的名称。")
@json_option
def init(
    folder: Path,
    notice: Path,
    scheme: str | None,
    year: int | None,
    authority: str | None,
    as_json: bool,
) -> None:
    """从官方通知建立工作文件夹，生成 实事清单.xlsx。

    通知的版式没有现成体例的，按它的栏目另立一个，写在工作文件夹的 体例.toml 里。
    """
    from toolkit import clock
    from toolkit.app.start import start
    from toolkit.cli import as_json as objects
    from toolkit.cli import render

    result = start(folder, notice, clock.now(), scheme, year, authority)
    if as_json:
        print_json(objects.started(result))
    else:
        render.started(result)
    leave(has_errors(result.findings))
