"""The commands."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from toolkit.cli.export import export
from toolkit.cli.group import (
    DONE,
    NEEDS_PERSON,
    ChineseGroup,
    json_option,
    password_option,
    print_json,
    say,
    workspace_option,
)
from toolkit.cli.trace import trace
from toolkit.model.scheme import Bulletin

if TYPE_CHECKING:
    from toolkit.model.finding import Finding
    from toolkit.model.submission import Received

_SETTINGS = {"help_option_names": ["-h", "--help"]}


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


@main.command(short_help="从官方通知建立工作文件夹")
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
    _exit(_has_errors(result.findings))


@main.command(short_help="生成下发各单位的表格（1下发）")
@click.argument("period", metavar="报告期")
@click.option(
    "--unit", "units", multiple=True, metavar="单位", help="只生成这个单位的，可以写多次。"
)
@workspace_option
@json_option
def forms(period: str, units: tuple[str, ...], root: Path, as_json: bool) -> None:
    """生成各单位的表格，一个单位一个工作簿，放在 1下发。"""
    from toolkit import clock
    from toolkit.app.dispatch import make_forms
    from toolkit.app.workspace import Workspace
    from toolkit.cli import as_json as objects
    from toolkit.cli import render

    workspace = Workspace(root)
    result = make_forms(workspace, period, units, clock.now())
    if as_json:
        print_json(objects.dispatched(result))
    else:
        render.dispatched(result, str(workspace.forms(result.period)))
    _exit(_has_errors(result.findings))


@main.command(short_help="收取报表（2回收），认定单位")
@click.argument("period", metavar="报告期")
@click.argument("paths", metavar="[文件或文件夹]...", nargs=-1, type=click.Path(path_type=Path))
@password_option
@workspace_option
@json_option
def gather(
    period: str, paths: tuple[Path, ...], root: Path, password: str | None, as_json: bool
) -> None:
    """收取报表：复制到 2回收，认定每份是哪个单位的，记入台账。

    直接放进 2回收 的文件不用再写在命令里。
    """
    from toolkit import clock
    from toolkit.app.collect import gather as run
    from toolkit.app.workspace import Workspace
    from toolkit.cli import as_json as objects
    from toolkit.cli import render

    result = run(Workspace(root), period, paths, clock.now(), password)
    if as_json:
        print_json(objects.gathered(result))
    else:
        render.gathered(result)
    _exit(bool(result.month.missing) or _unusable(result.month.received))


@main.command(short_help="核查，生成 核查结果.xlsx 和 3退回")
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
    _exit(_has_errors(result.findings))


@main.command(short_help="每月一条命令：收取、核查、退回、汇总、通报")
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
    _exit(_has_errors(result.findings))


@main.command(short_help="重新生成通报、催报、督办等 Word 文件")
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
    _exit(_has_errors(written.result.findings))


@main.command(short_help="采用年度汇总表，作为全年的清单")
@click.argument("period", metavar="年度")
@workspace_option
@json_option
def adopt(period: str, root: Path, as_json: bool) -> None:
    """采用核对过的年度汇总表，写入 实事清单.xlsx；原有事项的编号不变。

    先运行 minsheng merge 2024，在 4汇总 的汇总表里核对、改好并保存，再运行本命令。
    """
    from toolkit import clock
    from toolkit.app.workspace import Workspace
    from toolkit.app.year import adopt_list
    from toolkit.cli import as_json as objects
    from toolkit.cli import render

    workspace = Workspace(root)
    result = adopt_list(workspace, period, clock.now())
    if as_json:
        print_json(objects.adopted(result, workspace.root))
    else:
        render.adopted(result)
    _exit(_has_errors(result.findings))


@main.command(short_help="各单位的报送情况")
@click.argument("period", metavar="[报告期]", required=False)
@password_option
@workspace_option
@json_option
def status(period: str | None, root: Path, password: str | None, as_json: bool) -> None:
    """各单位何时下发、何时报送、目前状态。不写报告期则为最近一期。"""
    from toolkit import clock
    from toolkit.app.period_end import survey
    from toolkit.app.query import latest_period
    from toolkit.app.workspace import Workspace
    from toolkit.cli import as_json as objects
    from toolkit.cli import render
    from toolkit.model.ledger import UnitState

    workspace = Workspace(root)
    period = period or latest_period(workspace)
    states = survey(workspace, period, clock.now(), password)
    if as_json:
        print_json(objects.status(period, states))
    else:
        render.status(period, states)
    _exit(any(state.state is not UnitState.ACCEPTED for state in states))


main.add_command(trace)
main.add_command(export)


@main.command(short_help="核查规则目录")
@click.argument("code", metavar="[代码]", required=False)
@json_option
def rules(code: str | None, as_json: bool) -> None:
    """列出核查规则；写出代码则说明这一条。"""
    from toolkit.cli import catalogue

    catalogue.show_rules(code, as_json)


@main.command(short_help="体例目录")
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


@main.command(short_help="在自带样例上演示一期报表的全过程")
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


def _has_errors(findings: "Iterable[Finding]") -> bool:
    return any(finding.severity == "error" for finding in findings)


def _unusable(files: "Iterable[Received]") -> bool:
    return any(received.status in ("unreadable", "unidentified") for received in files)


def _exit(needs_person: bool) -> None:
    raise SystemExit(NEEDS_PERSON if needs_person else DONE)
