"""What of a bulletin's figures does not fit together, told before anybody signs it."""

from collections.abc import Iterator, Sequence

from toolkit.model.bulletin import ProgressBulletin
from toolkit.model.inconsistency import Inconsistency, Wrong
from toolkit.stages.bulletin_lists import groups
from toolkit.stages.bulletin_more_checks import pace_faults, request_faults

OVERDUE = "逾期未完成"
PROBLEMS = "存在问题"


def inconsistencies(bulletin: ProgressBulletin) -> tuple[Inconsistency, ...]:
    """Return what does not fit together; empty when the bulletin may go out."""
    return (
        *_count_faults(bulletin),
        *_item_faults(bulletin),
        *_overdue_faults(bulletin),
        *_unit_faults(bulletin),
        *pace_faults(bulletin),
        *request_faults(bulletin),
    )


def _count_faults(bulletin: ProgressBulletin) -> Iterator[Inconsistency]:
    named, items = groups(bulletin), bulletin.items
    counted = sum(len(group) for _, group in named)
    if counted != items:
        told = "、".join(f"{name}{len(group)}项" for name, group in named)
        yield _sum(f"事项总数是{items}项，但{told}，合计{counted}项，对不上。")
    if bulletin.projects > items:
        yield _sum(f"项目有{bulletin.projects}个，多于事项总数{items}项。")
    stated = len(bulletin.finished) + len(bulletin.ongoing) + len(bulletin.behind)
    if bulletin.by_text > stated:
        yield _sum(f"由文字判断状态的有{bulletin.by_text}项，多于有状态的事项{stated}项。")


def _item_faults(bulletin: ProgressBulletin) -> Iterator[Inconsistency]:
    named = groups(bulletin)
    known = {item.code for _, group in named for item in group}
    problems = [item.code for item in bulletin.problems]
    yield from _repeated("事项", [(name, [item.code for item in group]) for name, group in named])
    for code in problems:
        if code not in known:
            yield _unlisted(f"事项{code}列入{PROBLEMS}，但不在事项清单中。")
    yield from _repeated("事项", [(PROBLEMS, problems)])


def _overdue_faults(bulletin: ProgressBulletin) -> Iterator[Inconsistency]:
    """Yield what is wrong with the overdue items: they are unfinished ones, after a date."""
    finished = {item.code for item in bulletin.finished}
    unfinished = {item.code for item in bulletin.unfinished}
    overdue = [item.code for item in bulletin.overdue]
    for code in overdue:
        if code in finished:
            yield _twice(f"事项{code}既列入已完成，又列入{OVERDUE}。")
        elif code not in unfinished:
            yield _unlisted(f"事项{code}列入{OVERDUE}，但不在未完成的事项中。")
    undated = [i for i in bulletin.overdue if i.due is None and bulletin.finish_by is None]
    if undated:
        yield _twice(f"列入{OVERDUE}的有{len(undated)}项，但没有完成时限。")
    yield from _repeated("事项", [(OVERDUE, overdue)])


def _unit_faults(bulletin: ProgressBulletin) -> Iterator[Inconsistency]:
    named = [
        ("按时报送", list(bulletin.on_time)),
        ("逾期报送", [entry.unit for entry in bulletin.late]),
        ("未报送", list(bulletin.missing)),
    ]
    received = {*named[0][1], *named[1][1]}
    yield from _repeated("单位", named)
    yield from _repeated("单位", [("需要更正", list(bulletin.to_correct))])
    for unit in bulletin.to_correct:
        if unit not in received:
            yield _unlisted(f"单位{unit}列入需要更正，但没有收到它的报送。")


def _repeated(kind: str, named: Sequence[tuple[str, Sequence[str]]]) -> Iterator[Inconsistency]:
    """Yield each member that stands in more than one place."""
    places: dict[str, list[str]] = {}
    for name, members in named:
        for member in members:
            places.setdefault(member, []).append(name)
    for member, names in places.items():
        if len(names) > 1:
            yield _twice(f"{kind}{member}重复列入：{'、'.join(names)}。")


def _sum(sentence: str) -> Inconsistency:
    return Inconsistency(Wrong.SUM, sentence)


def _unlisted(sentence: str) -> Inconsistency:
    return Inconsistency(Wrong.UNLISTED, sentence)


def _twice(sentence: str) -> Inconsistency:
    return Inconsistency(Wrong.TWICE, sentence)
