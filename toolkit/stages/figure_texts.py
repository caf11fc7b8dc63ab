"""The figures in what units wrote and in what is computed for one item: each leads to its cell."""

import re
from collections.abc import Iterable, Iterator

from toolkit.model.bulletin import BulletinItem, ProgressBulletin
from toolkit.model.figure import Basis, Claim
from toolkit.model.scheme import Key
from toolkit.stages.bulletin_lists import entry, label
from toolkit.stages.documents import Draft
from toolkit.stages.figure_claims import counted, found_in
from toolkit.stages.figure_returns import on_returns

NUMBER = r"(?<![\d.])(\d+(?:\.\d+)?%?)"
"""A figure in a text that somebody wrote."""

_WRITTEN = (
    ("进展", Key.PROGRESS, "单位填报的原文"),
    ("问题", Key.PROBLEM, "单位填报的原文"),
    ("计划", Key.PLAN, "单位填报的原文"),
    ("说明", Key.NOTE, "单位填报的原文"),
    ("目标", None, "清单里的原文"),
)
_DONE = "单位填报的完成数量占目标的百分比"
_EXPECTED = "按时间应完成的百分比"
_APART = "完成进度与时序进度的差"


def claims(draft: Draft, bulletin: ProgressBulletin) -> tuple[Claim, ...]:
    """Return every figure that a document may print, with what it was counted from.

    What a template leaves out is among them: only the filled document tells what is printed.
    """
    items = (*bulletin.finished, *bulletin.unfinished)
    own = draft.fields.get("项")
    if isinstance(own, dict):
        items = tuple(item for item in items if item.code == own.get("编号"))
    found = (
        *counted(draft, bulletin),
        *_slow_ones(draft, bulletin),
        *on_returns(draft, bulletin),
        *_on_items(items, bulletin.year, alone=own is not None),
    )
    return tuple(dict.fromkeys(found))


def _slow_ones(draft: Draft, bulletin: ProgressBulletin) -> Iterator[Claim]:
    """Yield how many items a list has that says so itself."""
    slow = draft.fields.get("慢序时")
    if isinstance(slow, dict) and slow.get("数"):
        codes = tuple(i.code for i in bulletin.unfinished if i.pace and i.pace.value == "慢序时")
        basis = Basis("落后于时序进度的事项", codes, Key.PROGRESS)
        count = slow["数"]
        told = f"共{count}项，逐项列明如下" if count > 1 else "1项，情况如下"
        yield Claim(told, str(count), basis)


def _on_items(items: Iterable[BulletinItem], year: int, *, alone: bool) -> Iterator[Claim]:
    """Yield the figures on single items.

    Args:
        alone: Whether the document is about one item, whose name need not stand beside each text.
    """
    for item in items:
        shown = entry(item, year)
        near = "" if alone else label(item)
        for field, column, how in _WRITTEN:
            basis = Basis(how, (item.code,), column)
            yield from found_in(shown[field], NUMBER, basis, near)
        for field, how in (("完成进度", _DONE), ("时序进度", _EXPECTED), ("时序对照", _APART)):
            basis = Basis(how, (item.code,), Key.PROGRESS)
            yield from found_in(shown[field], r"([\d.]+%|[\d.]+(?=个百分点))", basis, near)
        if re.search(r"\d", label(item)):
            basis = Basis("清单里的原文", (item.code,))
            yield from found_in(label(item), NUMBER, basis, near)
