"""Figures as documents print them, computed anew from what stands beside them.

The sentences were made by other code out of other values; here only their own numbers count. So a
wrong percentage is found whatever made it wrong.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from toolkit.model.bulletin import BulletinItem, ProgressBulletin
from toolkit.model.inconsistency import Inconsistency, Wrong
from toolkit.stages.documents import NAMES, Draft

_TINY = 1e-9
_LEAST = 0.1
"""The least that is printed of what is more than nothing."""

_NUMBER = r"(\d+(?:\.\d+)?)"
_PERCENT = re.compile(rf"{_NUMBER}%")
_POINTS = re.compile(rf"(?:超过|落后)时序进度{_NUMBER}个百分点")


@dataclass(frozen=True, slots=True)
class _Told:
    """Where a document tells a whole and what is part of it.

    Attributes:
        field: The sentence.
        whole: Finds the whole; the parts stand after it.
        part: Finds each part; of a share also the percentage that it is.
    """

    field: str
    whole: re.Pattern[str]
    part: re.Pattern[str]


_SUMS = (
    _Told(
        "总体情况",
        re.compile(r"(\d+)项。"),
        re.compile(r"(?:已完成|正常推进|进展较慢|未注明进展状态|未报送)(\d+)项"),
    ),
    _Told(
        "报送情况",
        re.compile(r"应报送单位(\d+)个，其中"),
        re.compile(r"[，中](?:按时报送|逾期报送|未报送)(\d+)个"),
    ),
    _Told(
        "单位完成情况",
        re.compile(r"责任单位共(\d+)个，其"),
        re.compile(r"[；中](\d+)个(?:已完成全部事项|有未完成事项)："),
    ),
    _Told(
        "时序情况",
        re.compile(r"未完成的(\d+)项中"),
        re.compile(r"(?:超序时|达序时|慢序时|另有)(\d+)项"),
    ),
)
_SHARES = (
    _Told("总体情况", re.compile(r"(\d+)项。"), re.compile(rf"已完成(\d+)项，完成率{_NUMBER}%")),
    _Told(
        "问题概况",
        re.compile(r"列入统计的(\d+)项"),
        re.compile(rf"反映存在问题的(\d+)项，占{_NUMBER}%"),
    ),
)


def misprints(documents: Sequence[Draft], bulletin: ProgressBulletin) -> tuple[Inconsistency, ...]:
    """Return the sums and percentages of documents that their own numbers do not make.

    Args:
        documents: What is to be printed.
        bulletin: The figures of the items that they name.
    """
    items = {item.code: item for item in (*bulletin.finished, *bulletin.unfinished)}
    found = (fault for draft in documents for fault in _of_document(draft, items))
    return tuple(dict.fromkeys(found))


def _of_document(draft: Draft, items: Mapping[str, BulletinItem]) -> Iterator[Inconsistency]:
    name, fields = NAMES[draft.kind], draft.fields
    for told in _SUMS:
        if fault := _sum_fault(told, str(fields.get(told.field, ""))):
            yield Inconsistency(Wrong.SUM, f"{name}的“{told.field}”{fault}。")
    for told in _SHARES:
        if fault := _share_fault(told, str(fields.get(told.field, ""))):
            yield Inconsistency(Wrong.SHARE, f"{name}的“{told.field}”{fault}。")
    if fault := _rate_fault(fields):
        yield Inconsistency(Wrong.SHARE, f"{name}的“完成率”{fault}。")
    for entry in _entries(fields):
        if fault := _pace_fault(entry, items):
            yield Inconsistency(Wrong.SHARE, f"{name}里事项{entry['编号']}的{fault}。")


def _sum_fault(told: _Told, text: str) -> str:
    whole = told.whole.search(text)
    if whole is None:
        return ""
    parts = [int(part) for part in told.part.findall(text, whole.end() - 1)]
    if not parts or sum(parts) == int(whole[1]):
        return ""
    return f"写总数{whole[1]}，分项{'、'.join(map(str, parts))}，合计{sum(parts)}"


def _share_fault(told: _Told, text: str) -> str:
    whole, part = told.whole.search(text), told.part.search(text)
    if whole is None or part is None:
        return ""
    return _stated_fault(part[2], int(part[1]), int(whole[1]))


def _rate_fault(fields: Mapping[str, object]) -> str:
    """Return what is wrong with the field 完成率, by the two counts in fields of their own."""
    stated = _PERCENT.fullmatch(str(fields.get("完成率", "")))
    finished, whole = fields.get("已完成"), fields.get("事项数")
    if stated is None or not isinstance(finished, Mapping) or not isinstance(whole, int):
        return ""
    return _stated_fault(stated[1], int(finished["数"]), whole)


def _stated_fault(stated: str, part: int, whole: int) -> str:
    if whole and _makes(100 * part / whole, stated):
        return ""
    expected = f"应为{_plain(100 * part / whole)}%" if whole else "总数却是0"
    return f"写{stated}%，按{part}比{whole}计算{expected}"


def _entries(fields: Mapping[str, object]) -> Iterator[Mapping[str, object]]:
    """Yield the items that a document lists, and the one that it is about."""
    for name, value in fields.items():
        if not isinstance(value, Mapping):
            continue
        listed = value.get("事项")
        if isinstance(listed, Sequence) and not isinstance(listed, str):
            yield from listed
        elif name == "项":
            yield value


def _pace_fault(entry: Mapping[str, object], items: Mapping[str, BulletinItem]) -> str:
    """Return what is wrong with an item's percentages and with the difference between them."""
    item = items.get(str(entry["编号"]))
    done = _PERCENT.fullmatch(str(entry.get("完成进度", "")))
    expected = _PERCENT.fullmatch(str(entry.get("时序进度", "")))
    if item is None or done is None or expected is None:
        return ""
    for name, stated, share in (
        ("完成进度", done, item.share),
        ("时序进度", expected, item.expected),
    ):
        if share is not None and not _makes(100 * share, stated[1]):
            return f"{name}写{stated[1]}%，应为{_plain(100 * share)}%"
    apart = abs(float(done[1]) - float(expected[1]))
    points = _POINTS.fullmatch(str(entry.get("时序对照", "")))
    if abs(apart - (float(points[1]) if points else 0.0)) < _TINY:
        return ""
    return f"时序对照写“{entry.get('时序对照', '')}”，按{done[0]}、{expected[0]}相差{_plain(apart)}个百分点"


def _makes(percent: float, stated: str) -> bool:
    """Tell whether a percentage may be printed so: rounded, or cut as 72.9 for 72.97.

    What is not all is never 100%, and what is not nothing never 0%, but the least that its
    decimals can say.
    """
    printed, step = float(stated), 10.0 ** -len(stated.partition(".")[2])
    if 0 < percent < 100 and printed in (0, 100):
        return False
    rounded = abs(printed - percent) <= step / 2 + _TINY
    cut = -_TINY <= percent - printed < step - _TINY
    return rounded or cut or 0 < percent < printed == _LEAST


def _plain(number: float) -> str:
    """Return a number with at most two decimals."""
    return f"{number:.2f}".rstrip("0").rstrip(".")
