"""Totals that grow by another number than what is new: 新增142→150个，总数517→537个."""

import re
from dataclasses import dataclass

_NEW = re.compile(
    r"(?:累计"
    r"|年内)[^，,。；;\d]{0,6}新增(?P<name>[一-龥]{0,6}?)(?P<number>\d+)(?P<unit>[个张处座所辆名人台])(?![一-龥]{0,2}[余多])"
)
_TOTAL = re.compile(
    r"(?P<name>[一-龥]{2,4})总[数量](?:已|现)?(?:达到?|为|增至"
    r"|增加到)?(?:了)?(?P<number>\d+)(?P<unit>[个张处座所辆名人台])"
)
_LOST = re.compile(r"减少|关停|撤|退出|核减|更正|调整|停用|转|拆|存量|原有|报废|注销")


@dataclass(frozen=True, slots=True)
class GrownApart:
    """What is new so far and the total, with by how much each has grown."""

    added: str
    total: str
    more: int
    grown: int


def grown_apart(text: str, former: str) -> GrownApart | None:
    """Return a total that has not grown by as much as what is new has, None for none.

    Each text must have one of both, of one thing and in one measure, and none speak of any lost.
    """
    if "总" not in text or "总" not in former or _LOST.search(text) or _LOST.search(former):
        return None
    now, then = _pair(text), _pair(former)
    if now is None or then is None:
        return None
    (added, total), (was_added, was_total) = now, then
    if total["name"] != was_total["name"] or total["unit"] != was_total["unit"]:
        return None
    more = int(added["number"]) - int(was_added["number"])
    grown = int(total["number"]) - int(was_total["number"])
    if more == grown or more < 0 or grown < 0:
        return None
    return GrownApart(added[0], total[0], more, grown)


def _pair(text: str) -> tuple[re.Match[str], re.Match[str]] | None:
    added, totals = list(_NEW.finditer(text)), list(_TOTAL.finditer(text))
    if len(added) != 1 or len(totals) != 1:
        return None
    one, other = added[0], totals[0]
    if one["unit"] != other["unit"] or one["name"] not in ("", other["name"][-len(one["name"]) :]):
        return None
    return one, other
