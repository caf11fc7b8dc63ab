"""What a bulletin says of the pace (超序时、达序时、慢序时) where it is known.

The pace is computed from what units report; how they call the state of their items stands beside
it. So the two are counted apart, and a slow item is told in full once only.
"""

from collections.abc import Sequence

from toolkit.model.assessment import Pace
from toolkit.model.bulletin import BulletinItem, ProgressBulletin
from toolkit.stages.bulletin_lists import LISTED, TABLE, enumeration, label, listing, pace_words
from toolkit.text.prose import name_text


def pace_groups(bulletin: ProgressBulletin) -> tuple[tuple[str, tuple[BulletinItem, ...]], ...]:
    """Return the unfinished items whose pace is known, the fastest first."""
    return tuple(
        (pace.value, tuple(item for item in bulletin.unfinished if item.pace is pace))
        for pace in Pace
    )


def slow_here(bulletin: ProgressBulletin) -> tuple[BulletinItem, ...]:
    """Return the items behind the calendar that no other list of the bulletin tells of."""
    told = {item.code for group in (bulletin.behind, bulletin.overdue) for item in group[:LISTED]}
    slow = dict(pace_groups(bulletin))[Pace.BEHIND.value]
    return tuple(item for item in slow if item.code not in told)


def pace_fields(bulletin: ProgressBulletin) -> dict[str, object]:
    """Return the fields on the pace; all empty where no item's pace is known."""
    groups = pace_groups(bulletin)
    return {
        "时序情况": _overview(bulletin, groups),
        **{name: _listed(group, bulletin) for name, group in groups},
        **{f"{name}名单": _named(group) for name, group in groups},
    }


def _overview(
    bulletin: ProgressBulletin, groups: Sequence[tuple[str, tuple[BulletinItem, ...]]]
) -> str:
    whole = len(bulletin.unfinished)
    counts = {name: len(group) for name, group in groups if group}
    if not counts:
        return ""
    against = _against(bulletin)
    unknown = whole - sum(counts.values())
    (first, number), *_ = counts.items()
    if number == whole:
        return f"{against}未完成的{whole}项{'均' if whole > 1 else ''}{first}。"
    told = "、".join(f"{name}{count}项" for name, count in counts.items())
    rest = f"；另有{unknown}项没有可以对照的完成数量" if unknown else ""
    return f"{against}未完成的{whole}项中，{told}{rest}。"


def _against(bulletin: ProgressBulletin) -> str:
    """Return how the overview begins; the share is told where it is that of all items."""
    timed = {item.expected: item for item in bulletin.unfinished if item.pace is not None}
    shares = {words for item in timed.values() if (words := pace_words(item)["时序进度"])}
    return f"对照时序进度（{shares.pop()}），" if len(shares) == 1 else "对照时序进度，"


def _listed(group: Sequence[BulletinItem], bulletin: ProgressBulletin) -> dict[str, object]:
    """Return a group's list; each item says in which other section it is told in full."""
    overdue = {item.code for item in bulletin.overdue[:LISTED]}
    behind = {item.code for item in bulletin.behind[:LISTED]}
    shown = listing(group, TABLE, bulletin.year)
    places = (
        "逾期未完成" if i.code in overdue else "进展较慢" if i.code in behind else "" for i in group
    )
    entries = shown["事项"]
    if not isinstance(entries, list):
        raise TypeError("a listing has its items in a list")
    return {
        **shown,
        "事项": [{**e, "另述": place} for e, place in zip(entries, places, strict=False)],
    }


def _named(group: Sequence[BulletinItem]) -> str:
    """Return the items in one sentence, each with its unit and what is done."""
    return enumeration([_short(item) for item in group[:LISTED]], "；", TABLE, len(group))


def _short(item: BulletinItem) -> str:
    words = pace_words(item)
    unit = f"{name_text(item.lead)}，" if item.lead else ""
    against = f"，{words['时序对照']}" if item.pace is Pace.BEHIND else ""
    return f"{label(item)}（{unit}完成{words['完成进度']}{against}）"
