"""The commands, one module each, in the order in which a year uses them."""

import click

from toolkit.cli.commands.adopt import adopt
from toolkit.cli.commands.bulletin import bulletin
from toolkit.cli.commands.check import check
from toolkit.cli.commands.close import close
from toolkit.cli.commands.demo import demo
from toolkit.cli.commands.doctor import doctor
from toolkit.cli.commands.export import export
from toolkit.cli.commands.forms import forms
from toolkit.cli.commands.gather import gather
from toolkit.cli.commands.init import init
from toolkit.cli.commands.merge import merge
from toolkit.cli.commands.reopen import reopen
from toolkit.cli.commands.rules import rules
from toolkit.cli.commands.schemes import schemes
from toolkit.cli.commands.status import status
from toolkit.cli.commands.trace import trace
from toolkit.cli.group import ChineseGroup

_SETTINGS = {"help_option_names": ["-h", "--help"]}

__all__ = ["main"]


@click.group(cls=ChineseGroup, context_settings=_SETTINGS, subcommand_metavar="命令 [参数]...")
@click.version_option(
    package_name="minsheng-toolkit", prog_name="minsheng", message="%(prog)s %(version)s"
)
def main() -> None:
    """民生实事报表工具：下发、回收、核查、汇总、通报。

    \b
    一年一次  minsheng init 文件夹 --notice 通知.docx
    每月      minsheng forms 2021-09     生成下发各单位的表格
              minsheng merge 2021-09     回收、核查、退回、汇总、通报
    """  # noqa: D301 - click takes the control character \b for "keep these lines"


for _command in (
    init,
    forms,
    gather,
    check,
    merge,
    bulletin,
    close,
    reopen,
    adopt,
    status,
    trace,
    export,
    rules,
    schemes,
    demo,
    doctor,
):
    main.add_command(_command)
