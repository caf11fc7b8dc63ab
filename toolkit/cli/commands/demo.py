"""`minsheng demo`: a whole period on a shipped sample."""

from pathlib import Path

import click

from toolkit.cli.chinese import ChineseCommand
from toolkit.cli.group import json_option, print_json, say


@click.command(cls=ChineseCommand, short_help="在自带样例上演示一期报表的全过程")
@click.argument(
    "folder", metavar="[文件夹]", type=click.Path(path_type=Path), default=Path("民生实事演示")
)
@click.option(
    "--scheme",
    metavar="体例",
    default="jining-gaoxin-2021",
    help="用哪个体例的自带样例；不写则为 jining-gaoxin-2021。",
)
@json_option
def demo(folder: Path, scheme: str, as_json: bool) -> None:
    """在自带样例上演示一期报表：建立、下发、回收、核查、汇总、通报。

    五个内置体例都有样例。样例里有意留了差错，演示本身完成即为 0。
    """
    from toolkit.app.demo import run
    from toolkit.cli import as_json as objects
    from toolkit.cli import summary

    result = run(folder, say, scheme)
    if as_json:
        print_json(objects.merged(result))
    else:
        summary.period(result)
        say(f"全部结果在 {folder.resolve()}")
