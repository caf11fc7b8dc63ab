"""A scheme made of what a notice's own list looks like, for a layout that nobody described yet."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from toolkit.model.period import PeriodKind
from toolkit.model.scheme import Column, Key, Need, Scheme, TableLayout
from toolkit.notices.found import Found
from toolkit.notices.front import Front
from toolkit.text.column_titles import REPORTED_KEYS

_OF_ONE_PERIOD = re.compile(r"\d|[一二三四上下]半年|[一二三四]季度|[一二三四五六七八九十]月")
UNKNOWN_AUTHORITY = "（制发机关）"


@dataclass(frozen=True, slots=True)
class _Look:
    """How a column of a kind usually looks."""

    width: float
    summary_width: float
    centred: bool = False


_LOOKS = {
    Key.NUMBER: _Look(6, 7, centred=True),
    Key.PROJECT: _Look(13, 18, centred=True),
    Key.NAME: _Look(16, 22),
    Key.SUMMARY: _Look(20, 28),
    Key.CONTENT: _Look(36, 56),
    Key.TARGET: _Look(24, 32),
    Key.LEADER: _Look(10, 12, centred=True),
    Key.LEAD: _Look(14, 20, centred=True),
    Key.CO: _Look(14, 20, centred=True),
    Key.ASSIST: _Look(14, 20, centred=True),
    Key.PERSON: _Look(10, 12, centred=True),
    Key.DEADLINE: _Look(11, 13, centred=True),
    Key.INVESTMENT: _Look(10, 12, centred=True),
    Key.NOTE: _Look(12, 14),
}
_IN_FORMS = (Key.NUMBER, Key.PROJECT, Key.NAME, Key.CONTENT, Key.TARGET, Key.LEAD)
_FILLED = (
    Column(
        key=Key.PROGRESS,
        title="进展情况",
        width=44,
        other_titles=("落实进展情况", "工作进展", "推进情况", "完成情况", "目前进展情况"),
        filled_by="unit",
        required=Need.ALWAYS,
        max_length=1500,
        prompt="截至报告期末的累计进展；有数量目标的写明已完成数量。分条书写用 Alt+Enter 换行。",
    ),
    Column(
        key=Key.PROBLEM,
        title="存在问题",
        width=20,
        other_titles=("存在的问题", "问题", "主要问题", "存在问题及原因"),
        filled_by="unit",
        max_length=600,
        prompt="写明具体问题及影响；没有问题的填“无”。",
    ),
    Column(
        key=Key.PLAN,
        title="下步工作计划",
        width=28,
        other_titles=("下月工作计划", "下一步工作计划", "下步计划", "下一步计划"),
        filled_by="unit",
        required=Need.UNFINISHED,
        max_length=800,
        prompt="下一步要做的事和要达到的程度；已全部完成的可以不填。",
    ),
)
_INSTRUCTIONS = (
    "只填写浅黄色单元格；其余内容由清单带出，已锁定，请勿改动。内容确需更正的，请联系汇总单位。",
    "进展写明截至报告期末的累计情况；内容中有数量目标的，写明已完成的数量和单位。",
    "存在问题写明具体问题及影响，没有的填“无”；尚未完成的事项必须填写下步工作计划。",
    "请勿增删行列、改动表头；填好后直接保存，.xlsx、.xls 格式均可报送。",
)
_UNSPECIFIC = ("相关街道", "有关街道", "相关部门", "有关部门", "相关单位", "有关单位", "各有关单位")
_COLLECTIVE = ("各街道", "各镇", "各乡镇", "各镇街", "各镇（街道）", "各县（市、区）", "各部门")


def own_scheme(found: Found, front: Front, year: int | None) -> Scheme:
    """Describe a list as a scheme of its own: its columns, their titles and their order.

    Args:
        found: The list.
        front: What the notice says about itself.
        year: The programme's year.
    """
    titled = {column.key: column for column in found.columns if column.key}
    summary = [
        _column(key, column.title, summary=True, grouped=_is_grouped(found, key))
        for key, column in titled.items()
        if key not in REPORTED_KEYS
    ]
    if Key.LEAD not in titled:
        summary.append(_column(Key.LEAD, "责任单位", summary=True, grouped=False))
    forms = [
        _column(column.key, column.title, summary=False, grouped=column.grouped)
        for column in summary
        if column.key in _IN_FORMS
    ]
    reported = {key: titled[key].title for key in REPORTED_KEYS if key in titled}
    place = front.place
    name = f"{place or '自定'}-{year}" if year else place or "自定"
    return Scheme(
        name=name,
        label=f"{place}{year or ''}年{front.phrase}" if year else f"{place}{front.phrase}",
        source="按通知的版式生成，请核对后使用",
        place=place,
        authority=front.authority or UNKNOWN_AUTHORITY,
        phrase=front.phrase,
        summary=TableLayout("{place}{year}年{phrase}汇总表", tuple(summary)),
        progress=TableLayout(
            "{place}{year}年{span}{phrase}进展情况表", (*forms, *_filled(reported))
        ),
        cadence=(PeriodKind.MONTH, PeriodKind.QUARTER),
        unspecific=_UNSPECIFIC,
        collective=_COLLECTIVE,
        instructions=_INSTRUCTIONS,
    )


def _is_grouped(found: Found, key: Key) -> bool:
    """Tell whether a column's equal neighbours are one cell: the project's, and its number's."""
    spans = {column.key for column in found.columns if column.spans}
    return key is Key.PROJECT or (key is Key.NUMBER and {Key.NUMBER, Key.PROJECT} <= spans)


def _column(key: Key, title: str, *, summary: bool, grouped: bool) -> Column:
    look = _LOOKS[key]
    return Column(
        key=key,
        title=title,
        width=look.summary_width if summary else look.width,
        grouped=grouped,
        centred=look.centred,
    )


def _filled(reported: Mapping[Key, str]) -> tuple[Column, ...]:
    """Return the columns for units to fill, under the titles that the notice's own table has."""
    titles = {key: title for key, title in reported.items() if not _OF_ONE_PERIOD.search(title)}
    taken = set(titles.values())
    return tuple(
        replace(
            column,
            title=titles.get(column.key, column.title),
            other_titles=tuple(t for t in column.other_titles if t not in taken),
        )
        for column in _FILLED
    )
