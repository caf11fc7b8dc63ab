"""What a report says is done of each target: in the cell made for it, else in its text."""

import re
from collections.abc import Mapping, Sequence

from toolkit.model.assessment import Achieved, Basis
from toolkit.model.programme import Target
from toolkit.model.scheme import Key
from toolkit.text.clean import match_key
from toolkit.text.done import Done, Wanted, find_done, find_in_all
from toolkit.text.done_types import is_count
from toolkit.text.figures import Comparator
from toolkit.text.numbers import arabic_number

_CELL = re.compile(r"(\d[\d,]*(?:\.\d+)?)([万亿]?)\D{0,4}")
_SHARE = re.compile(r"(\d+(?:\.\d+)?)%?")
_DOWNWARDS = frozenset((Comparator.LOWER, Comparator.AT_MOST))


def achieved(values: Mapping[Key, str], targets: Sequence[Target]) -> tuple[Achieved, ...]:
    """Return what is done of each target, in their order.

    Args:
        values: A report's texts by column. The column 累计完成 is that of the only target that can
            be counted; with several it does not say which it means.
        targets: An item's.
    """
    return achieved_in_all([(values, targets)])[0]


def achieved_in_all(
    reports: Sequence[tuple[Mapping[Key, str], Sequence[Target]]],
) -> list[tuple[Achieved, ...]]:
    """Return the same for several reports, each with its item's targets."""
    told = find_in_all(
        [(values.get(Key.PROGRESS, ""), list(map(wanted, targets))) for values, targets in reports]
    )
    return [
        _achieved(values, targets, found)
        for (values, targets), found in zip(reports, told, strict=True)
    ]


def _achieved(
    values: Mapping[Key, str], targets: Sequence[Target], found: Sequence[Done | None]
) -> tuple[Achieved, ...]:
    cell = cell_number(values.get(Key.DONE, ""))
    counted = [target for target in targets if is_counted(target)] if cell is not None else []
    number = cell if len(counted) == 1 else None
    if number is None:
        return tuple(map(_as_told, targets, found))
    return tuple(
        Achieved(target, number, True, values[Key.DONE].strip(), Basis.CELL)
        if target is counted[0]
        else _as_told(target, done)
        for target, done in zip(targets, found, strict=True)
    )


def told_in_text(text: str, targets: Sequence[Target]) -> tuple[Done | None, ...]:
    """Return what a progress text says of each target."""
    return find_done(text, [wanted(target) for target in targets])


def wanted(target: Target) -> Wanted:
    """Return what to look for in a text to learn how far a target is."""
    return Wanted(target.number, target.measure, target.subject, target.comparator, target.original)


def is_counted(target: Target) -> bool:
    """Tell whether a target is reached by counting up to it."""
    return is_count(target.measure) and target.comparator not in _DOWNWARDS


def is_short(achieved: Achieved) -> bool:
    """Tell whether it is known that less is done than was promised, of a share as of a count."""
    share = achieved.share
    return achieved.target.comparator not in _DOWNWARDS and share is not None and share < 1


def cell_number(cell: str) -> float | None:
    """Return the number of a cell for one, with 万 and 亿 worked out; None when it holds none."""
    match = _CELL.fullmatch(match_key(cell)) if cell else None
    return arabic_number(match[1], match[2]) if match else None


def cell_share(cell: str) -> float | None:
    """Return the share of a cell for one, 0 to 1; None when it holds none, or more than all."""
    match = _SHARE.fullmatch(match_key(cell)) if cell else None
    return float(match[1]) / 100 if match and float(match[1]) <= 100 else None


def _as_told(target: Target, done: Done | None) -> Achieved:
    if done is None:
        return Achieved(target, None)
    return Achieved(target, done.number, done.exact, done.original, Basis.TEXT)
