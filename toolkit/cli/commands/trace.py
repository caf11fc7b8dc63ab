"""`minsheng trace`: where merged values came from, and what the figures of documents count."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import click

from toolkit.cli.chinese import ChineseCommand
from toolkit.cli.group import json_option, password_option, print_json, show, workspace_option
from toolkit.errors import ArgumentError

if TYPE_CHECKING:
    from toolkit.app.figure_trace import CountedItem, CountedUnit, TracedDocument, TracedFigure

_SHOWN = 40
"""How many characters of a cell are shown."""


@click.command(cls=ChineseCommand, short_help="一个数据出自哪个文件、哪张表、哪个单元格")
@click.argument("period", metavar="报告期")
@click.argument("code", metavar="编号", required=False)
@click.argument("column", metavar="[栏目]", required=False)
@click.option(
    "--bulletin",
    "figures",
    is_flag=True,
    help="追溯各种 Word 文件里的数字：怎样数的、数的是哪些事项和单位；写了编号的，只列数到它的数字。",
)
@password_option
@workspace_option
@json_option
@click.pass_context
def trace(
    context: click.Context,
    period: str,
    code: str | None,
    column: str | None,
    figures: bool,
    password: str | None,
    root: Path,
    as_json: bool,
) -> None:
    """追溯汇总表中一个事项的内容：出自哪个单位、文件、工作表、单元格，何时收到。

    加 --bulletin 追溯通报等 Word 文件里的每个数字，按 2回收 里现有的报表重新计算、逐句核对。
    """
    if figures:
        if column is not None:
            raise ArgumentError(
                "写了 --bulletin，就不能再写栏目。", "去掉栏目，或者去掉 --bulletin。"
            )
        _trace_figures(period, code, password, root, as_json)
        return
    if code is None:
        raise click.MissingParameter(ctx=context, param=context.command.params[1])
    _trace_item(period, code, column, root, as_json)


def _trace_item(period: str, code: str, column: str | None, root: Path, as_json: bool) -> None:
    from toolkit.app.query import trace as run
    from toolkit.app.workspace import Workspace
    from toolkit.cli import render
    from toolkit.cli import trace_json as objects

    values = run(Workspace(root), period, code, column)
    if as_json:
        print_json(objects.traced(period, code, values))
    else:
        render.traced(period, code, values)


def _trace_figures(
    period: str, code: str | None, password: str | None, root: Path, as_json: bool
) -> None:
    from toolkit import clock
    from toolkit.app.figure_trace import trace_figures
    from toolkit.app.workspace import Workspace
    from toolkit.cli import trace_json as objects

    documents = trace_figures(Workspace(root), period, clock.now(), code, password)
    if as_json:
        print_json(objects.traced_figures(period, code, documents))
        return
    for document in documents:
        if document.figures:
            for line in _lines(document):
                show(line)
    if not any(document.figures for document in documents):
        show("没有需要追溯的数字：体例没有要求 Word 文件，或者没有数到这个事项。")


def _lines(document: "TracedDocument") -> Iterator[str]:
    yield document.path.name
    for sentence, figures in groupby(document.figures, lambda figure: figure.sentence):
        told = list(figures)
        yield f"  {sentence}。"
        if any(figure.issued is False for figure in told):
            yield "    （4汇总 里的文件没有这一句：文件改过，或者生成以后情况有了变化）"
        for basis, same in groupby(told, lambda figure: (figure.how, figure.items, figure.units)):
            yield from _figures(list(same), *basis)


def _figures(
    figures: "Sequence[TracedFigure]",
    how: str,
    items: "tuple[CountedItem, ...]",
    units: "tuple[CountedUnit, ...]",
) -> Iterator[str]:
    yield f"    {'、'.join(figure.number for figure in figures)}：{how}"
    for item in items:
        yield from _item(item)
    for unit in units:
        came = f"　{unit.received_at:%Y-%m-%d %H:%M} 收到" if unit.received_at else ""
        yield f"      {unit.unit}　{unit.file or '没有可用的报表'}{came}"


def _item(item: "CountedItem") -> Iterator[str]:
    for place in item.places:
        value = " ".join(place.value.split())
        told = f"　{value[:_SHOWN]}{'……' if len(value) > _SHOWN else ''}" if place.unit else ""
        cell = place.cell or "（无此栏）"
        yield f"      {item.code} {item.name}　{place.file}　“{place.sheet}”表 {cell}{told}"
    if not item.places:
        yield f"      {item.code} {item.name}　没有采用任何报表"
