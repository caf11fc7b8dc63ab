"""What a bulletin says of slow items, overdue items and problems: each is told in full once.

After the finish date slow items are overdue as well, and most items with a problem are among them.
They stand in full in the list of overdue items; the other sections count them and point there.
"""

from collections.abc import Sequence

from toolkit.model.bulletin import BulletinItem, ProgressBulletin
from toolkit.stages.bulletin_frame import as_of_words, finish_day
from toolkit.stages.bulletin_lists import (
    LISTED,
    PROBLEM_SHEET,
    TABLE,
    by_unit,
    counted_as_unfinished,
    enumeration,
    listing,
    responsible,
)
from toolkit.stages.bulletin_pace import slow_here
from toolkit.text.prose import sentence

_UNNAMED = "未明确责任单位的事项"


def item_fields(bulletin: ProgressBulletin) -> dict[str, object]:
    """Return the fields on slow items, overdue items and problems."""
    return {
        "其他进展较慢": listing(slow_in_time(bulletin), TABLE, bulletin.year),
        "进展较慢说明": _slow_note(bulletin),
        **_overdue(bulletin),
        **_problems(bulletin),
    }


def slow_in_time(bulletin: ProgressBulletin) -> tuple[BulletinItem, ...]:
    """Return the slow items that are not overdue."""
    overdue = {item.code for item in bulletin.overdue}
    return tuple(item for item in bulletin.behind if item.code not in overdue)


def _slow_note(bulletin: ProgressBulletin) -> str:
    """Return whose the slow items are, and where those stand that are overdue.

    A single one that is listed right below names its unit itself.
    """
    whole, others = len(bulletin.behind), len(slow_in_time(bulletin))
    overdue = whole - others
    where = "具体情况在逾期未完成事项中列明"
    if whole == 1:
        return f"进展较慢事项1项，已逾期，{where}。" if overdue else ""
    if not whole:
        return ""
    told = f"进展较慢事项共{whole}项，{responsible(bulletin.behind)}。"
    if not overdue:
        return told
    if not others:
        return f"{told}以上事项均已逾期，{where}。"
    return f"{told}其中{overdue}项已逾期，{where}；其余{others}项情况如下。"


def _overdue(bulletin: ProgressBulletin) -> dict[str, object]:
    asked = [item for item in bulletin.overdue if item.explanation is not None]
    silent = [item for item in asked if not sentence(item.explanation or "")]
    units = [f"{unit or _UNNAMED}（{count}项）" for unit, count in by_unit(silent).items()]
    if silent:
        told = f"未作说明的单位：{enumeration(units, '、', TABLE)}。"
    elif asked:
        told = "各责任单位均已作出说明。" if len(by_unit(asked)) > 1 else "责任单位已作出说明。"
    else:
        told = ""
    return {
        "时限不一": _have_own_days(bulletin, bulletin.overdue),
        "时限有别": _have_own_days(bulletin, bulletin.unfinished),
        "逾期未完成": listing(bulletin.overdue, TABLE, bulletin.year),
        "逾期概况": _overdue_overview(bulletin) if bulletin.overdue else "",
        "说明情况": told,
        "未作说明单位": units,
    }


def _overdue_overview(bulletin: ProgressBulletin) -> str:
    count = len(bulletin.overdue)
    day = "" if _have_own_days(bulletin, bulletin.overdue) else finish_day(bulletin)
    return "".join(
        (
            f"各事项的完成时限为{day}。" if day else "",
            as_of_words(bulletin),
            f"逾期未完成的事项有{count}项",
            f"，{responsible(bulletin.overdue)}。" if count > 1 else "。",
            counted_as_unfinished(bulletin.overdue, bulletin),
        )
    )


def _have_own_days(bulletin: ProgressBulletin, items: Sequence[BulletinItem]) -> bool:
    """Tell whether items have days of their own; a list of them then says each one's."""
    return any(item.due not in (None, bulletin.finish_by) for item in items)


def _problems(bulletin: ProgressBulletin) -> dict[str, object]:
    """Return all problems, and those that the lists above do not tell already."""
    told = _told_above(bulletin)
    others = other_problems(bulletin)
    kinds = [
        name
        for name, codes in told.items()
        if any(item.code in codes for item in bulletin.problems)
    ]
    return {
        "存在问题": listing(bulletin.problems, PROBLEM_SHEET, bulletin.year),
        "其他问题": listing(others, PROBLEM_SHEET, bulletin.year),
        "问题说明": _problem_note(len(bulletin.problems), len(others), _any_of(kinds)),
    }


def other_problems(bulletin: ProgressBulletin) -> tuple[BulletinItem, ...]:
    """Return the items with a problem that no list of slow or overdue items tells of."""
    told = frozenset[str]().union(*_told_above(bulletin).values())
    return tuple(item for item in bulletin.problems if item.code not in told)


def _told_above(bulletin: ProgressBulletin) -> dict[str, frozenset[str]]:
    """Return the codes of the items whose problems other lists tell, by the name of the list."""
    named = (
        ("慢序时", slow_here(bulletin)),
        ("进展较慢", slow_in_time(bulletin)),
        ("逾期未完成", bulletin.overdue),
    )
    return {name: frozenset(item.code for item in items[:LISTED]) for name, items in named}


def _any_of(names: Sequence[str]) -> str:
    return "或者".join(filter(None, ("、".join(names[:-1]), *names[-1:])))


def _problem_note(whole: int, others: int, kind: str) -> str:
    repeated = whole - others
    if not repeated:
        return ""
    if others:
        return (
            f"反映存在问题的事项共{whole}项，其中{repeated}项{kind}，"
            f"问题已在上文列明；其余{others}项的问题如下。"
        )
    counted, both = (f"共{repeated}项", "均") if repeated > 1 else ("1项", "")
    return f"反映存在问题的事项{counted}，{both}{kind}，问题已在上文列明。"
