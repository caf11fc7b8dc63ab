"""Which items each figure in a document's own sentences was counted from.

The sentences are made in the modules bulletin*.py; the patterns here find the figures in them. A
figure that counts items has as many items behind it as it says, which tests hold for every sentence.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from toolkit.model.assessment import Pace
from toolkit.model.bulletin import BulletinItem, ProgressBulletin
from toolkit.model.figure import Basis, Claim
from toolkit.model.scheme import Key
from toolkit.stages.bulletin_explanation import unexplained
from toolkit.stages.bulletin_items import other_problems, slow_in_time
from toolkit.stages.bulletin_lists import by_unit
from toolkit.stages.bulletin_problems import urgent_problems
from toolkit.stages.documents import Draft
from toolkit.text.prose import name_text, sentence

Items = Sequence[BulletinItem]


@dataclass(frozen=True, slots=True)
class _Rule:
    """Finds figures in a field.

    Attributes:
        pattern: Its first group is the figure.
        how: How the figure is counted.
        items: Which items it counts; the whole, for a share.
        column: The column whose cells tell; None where the list alone does.
    """

    field: str
    pattern: str
    how: str
    items: Callable[[ProgressBulletin], Items]
    column: Key | None = Key.STATUS


def _all(bulletin: ProgressBulletin) -> Items:
    return (*bulletin.finished, *bulletin.unfinished)


def _none(_: ProgressBulletin) -> Items:
    return ()


def _paced(pace: Pace) -> Callable[[ProgressBulletin], Items]:
    return lambda bulletin: [item for item in bulletin.unfinished if item.pace is pace]


def _overdue_of(name: str) -> Callable[[ProgressBulletin], Items]:
    """Return what finds the overdue items of a group of which it is not known how they stand."""

    def found(bulletin: ProgressBulletin) -> Items:
        codes = {item.code for item in getattr(bulletin, name)}
        return [item for item in bulletin.overdue if item.code in codes]

    return found


def _slow_and_overdue(bulletin: ProgressBulletin) -> Items:
    in_time = {item.code for item in slow_in_time(bulletin)}
    return [item for item in bulletin.behind if item.code not in in_time]


def _silent(bulletin: ProgressBulletin) -> Items:
    asked = [item for item in bulletin.overdue if item.explanation is not None]
    return [item for item in asked if not sentence(item.explanation or "")]


def _but(whole: Items, part: Items) -> Items:
    codes = {item.code for item in part}
    return [item for item in whole if item.code not in codes]


_UNREPORTED = "没有报送进展情况的事项"
_LISTED = "清单里的事项"
_PROBLEM = "“存在问题”里写了问题的事项"
_LATE_PROBLEM = "写了问题，又进展较慢、慢序时或者逾期的事项"
_OVERDUE = "到了完成时限还没有报告完成的事项"

_RULES = (
    _Rule("总体情况", r"(?:涉及事项|安排[^\d。]*)(\d+)项。", _LISTED, _all, None),
    _Rule("总体情况", r"已完成(\d+)项", "状态是已完成的事项", lambda b: b.finished),
    _Rule("总体情况", r"完成率(\d[\d.]*%)", "已完成的事项占清单里全部事项的百分比", _all),
    _Rule("总体情况", r"正常推进(\d+)项", "没有完成、也不算进展较慢的事项", lambda b: b.ongoing),
    _Rule("总体情况", r"进展较慢(\d+)项", "状态是进展较慢一类的事项", lambda b: b.behind),
    _Rule("总体情况", r"未注明进展状态(\d+)项", "看不出状态的事项", lambda b: b.unstated),
    _Rule(
        "总体情况",
        r"(?:未报送|全部|[，。])(\d+)项(?=。|（其中|均?未报送)",
        _UNREPORTED,
        lambda b: b.unreported,
    ),
    _Rule(
        "总体情况",
        r"其中(\d+)项此前",
        "本期没有报送、上次已报告完成的事项",
        lambda b: [item for item in b.unreported if item.done_before],
        None,
    ),
    _Rule("时序情况", r"未完成的(\d+)项", "没有报告完成的事项", lambda b: b.unfinished),
    _Rule(
        "时序情况",
        r"时序进度（([\d.]+%)）",
        "到报告期末已过去的时间所占的百分比",
        _none,
        None,
    ),
    _Rule(
        "时序情况", r"超序时(\d+)项", "完成进度快于时序进度的事项", _paced(Pace.AHEAD), Key.PROGRESS
    ),
    _Rule("时序情况", r"达序时(\d+)项", "与时序进度大体持平的事项", _paced(Pace.ON), Key.PROGRESS),
    _Rule("时序情况", r"慢序时(\d+)项", "落后于时序进度的事项", _paced(Pace.BEHIND), Key.PROGRESS),
    _Rule(
        "时序情况",
        r"另有(\d+)项",
        "没有可以对照的完成数量的未完成事项",
        lambda b: [item for item in b.unfinished if item.pace is None],
        Key.PROGRESS,
    ),
    _Rule("进展较慢说明", r"事项共?(\d+)项", "状态是进展较慢一类的事项", lambda b: b.behind),
    _Rule("进展较慢说明", r"其中(\d+)项", "进展较慢、又到了完成时限的事项", _slow_and_overdue),
    _Rule("进展较慢说明", r"其余(\d+)项", "进展较慢、还没有到完成时限的事项", slow_in_time),
    _Rule("逾期概况", r"事项有(\d+)项", _OVERDUE, lambda b: b.overdue),
    _Rule("逾期概况", r"未报送进展情况的(\d+)项", _UNREPORTED, _overdue_of("unreported")),
    _Rule("逾期概况", r"未注明进展状态的(\d+)项", "看不出状态的事项", _overdue_of("unstated")),
    _Rule("问题说明", r"事项共?(\d+)项", _PROBLEM, lambda b: b.problems, Key.PROBLEM),
    _Rule(
        "问题说明",
        r"其中(\d+)项",
        "写了问题、上文已经列出的事项",
        lambda b: _but(b.problems, other_problems(b)),
        Key.PROBLEM,
    ),
    _Rule("问题说明", r"其余(\d+)项", "写了问题、上文没有列出的事项", other_problems, Key.PROBLEM),
    _Rule("问题概况", r"列入统计的(\d+)项", _LISTED, _all, None),
    _Rule("问题概况", r"存在问题的(\d+)项", _PROBLEM, lambda b: b.problems, Key.PROBLEM),
    _Rule(
        "问题概况", r"占(\d[\d.]*%)", "写了问题的事项占清单里全部事项的百分比", _all, Key.PROBLEM
    ),
    _Rule("重点问题概况", r"其中(\d+)项", _LATE_PROBLEM, urgent_problems, Key.PROBLEM),
    _Rule(
        "重点问题概况",
        r"其余(\d+)项",
        "写了问题的其他事项",
        lambda b: _but(b.problems, urgent_problems(b)),
        Key.PROBLEM,
    ),
)

_WHOSE: Mapping[str, tuple[Callable[[ProgressBulletin], Items], str, Key]] = {
    "进展较慢说明": (lambda b: b.behind, "进展较慢的事项", Key.STATUS),
    "逾期概况": (lambda b: b.overdue, _OVERDUE, Key.STATUS),
    "问题概况": (lambda b: b.problems, _PROBLEM, Key.PROBLEM),
    "说明情况": (_silent, "逾期未完成、没有写说明的事项", Key.NOTE),
}
"""The fields that share items out to the units that lead them."""


def counted(draft: Draft, bulletin: ProgressBulletin) -> Iterator[Claim]:
    """Yield the figures of a document's own sentences that count items."""
    for rule in _RULES:
        basis = Basis(rule.how, _codes(rule.items(bulletin)), rule.column)
        yield from found_in(draft.fields.get(rule.field), rule.pattern, basis)
    projects = Basis("清单里的项目", _codes(_all(bulletin)))
    yield from found_in(draft.fields.get("总体情况"), r"项目(\d+)个", projects)
    for field, (items, how, column) in _WHOSE.items():
        yield from _shared_out(draft.fields.get(field), items(bulletin), how, column)
    yield from _completion(draft.fields.get("单位完成情况"), bulletin)
    yield from _asked_to_explain(draft, bulletin)


def found_in(text: object, pattern: str, basis: Basis, near: str = "") -> Iterator[Claim]:
    """Yield a claim for each place in a text that a pattern finds; its first group is the figure."""
    if isinstance(text, str):
        for match in re.finditer(pattern, text):
            yield Claim(_sentence(text, match.start(1)), match[1], basis, near)


def _sentence(text: str, place: int) -> str:
    start = text.rfind("。", 0, place) + 1
    end = text.find("。", place)
    return text[start : len(text) if end < 0 else end]


def _codes(items: Items) -> tuple[str, ...]:
    return tuple(item.code for item in items)


def _led(items: Items, unit: str) -> tuple[str, ...]:
    return tuple(item.code for item in items if name_text(item.lead) == unit)


def _shared_out(text: object, items: Items, how: str, column: Key) -> Iterator[Claim]:
    """Yield how many units items have, and how many each of the units."""
    counts = by_unit(items)
    units = tuple(unit for unit in counts if unit)
    yield from found_in(
        text, r"责任单位(\d+)个：", Basis(f"牵头的单位：{how}", _codes(items), column)
    )
    nobody = Basis(f"{how}，没有责任单位的", _led(items, ""), column)
    yield from found_in(text, r"未明确责任单位的(?:事项（)?(\d+)项", nobody)
    for unit in units:
        basis = Basis(f"{how}，由{unit}牵头的", _led(items, unit), column)
        yield from found_in(text, rf"(?<=[：、（]){re.escape(unit)}(?:（)?(\d+)项", basis)


def _completion(text: object, bulletin: ProgressBulletin) -> Iterator[Claim]:
    """Yield the figures on which units have finished everything."""
    done, left = by_unit(bulletin.finished), by_unit(bulletin.unfinished)
    units = [unit for unit in (done | left) if unit]
    both, unfinished = _all(bulletin), bulletin.unfinished
    led = {unit: _led(both, unit) for unit in units}
    groups = (
        (r"责任单位共?(\d+)个", "清单里牵头的单位", units),
        (r"(\d+)个已完成全部事项", "牵头的事项都已完成的单位", [u for u in units if u not in left]),
        (r"(\d+)个有未完成事项", "牵头的事项没有都完成的单位", [u for u in units if u in left]),
    )
    for pattern, how, members in groups:
        codes = tuple(code for unit in members for code in led[unit])
        yield from found_in(text, pattern, Basis(how, codes, Key.STATUS))
    nobody = Basis("没有责任单位的事项", _led(both, ""), None)
    yield from found_in(text, r"(\d+)项未明确责任单位", nobody)
    for unit in units:
        name = rf"(?<=[：、]){re.escape(unit)}（"
        whole = Basis(f"由{unit}牵头的事项", led[unit], None)
        yield from found_in(text, rf"{name}承担(\d+)项", whole)
        rest = Basis(f"由{unit}牵头、没有报告完成的事项", _led(unfinished, unit), Key.STATUS)
        yield from found_in(text, rf"{name}承担\d+项，未完成(\d+)项", rest)


def _asked_to_explain(draft: Draft, bulletin: ProgressBulletin) -> Iterator[Claim]:
    text = draft.fields.get("说明事由")
    if text is None:
        return
    items = unexplained(bulletin).get(draft.unit or "", ())
    groups = (
        (r"牵头的(\d+)项", _OVERDUE + "，没有写说明的", items),
        (r"未报送进展情况的(\d+)项", _UNREPORTED, _within(items, bulletin.unreported)),
        (r"未注明进展状态的(\d+)项", "看不出状态的事项", _within(items, bulletin.unstated)),
    )
    for pattern, how, members in groups:
        yield from found_in(text, pattern, Basis(how, _codes(members), Key.STATUS))


def _within(items: Items, group: Items) -> Items:
    codes = {item.code for item in group}
    return [item for item in items if item.code in codes]
