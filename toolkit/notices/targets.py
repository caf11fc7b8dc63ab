"""The sheet 目标 of a new programme: what its items promise in numbers."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from toolkit.model.programme import Item, Target
from toolkit.model.scheme import Key
from toolkit.text.quantities import Quantity, further_targets, item_targets

_TEXTS = (Key.NAME, Key.SUMMARY, Key.CONTENT, Key.TARGET)


def programme_targets(items: Iterable[Item]) -> tuple[Target, ...]:
    """Return the targets of all items in the list's order.

    What an item's name, summary, content and stated aims repeat counts once. A project's headline mostly sums up
    its items; what only the headline says is put down to the project's first item, so that it is
    there to be corrected.
    """
    return tuple(_targets(items))


def _targets(items: Iterable[Item]) -> Iterator[Target]:
    for _, group in groupby(items, key=lambda item: item.group or item.code):
        members = tuple(group)
        own = {
            item.code: item_targets(item.values.get(key, "") for key in _TEXTS) for item in members
        }
        said = [quantity for quantities in own.values() for quantity in quantities]
        headline = further_targets(members[0].values.get(Key.PROJECT, ""), said)
        for item in members:
            extra = headline if item is members[0] else ()
            yield from (_target(item, quantity) for quantity in (*extra, *own[item.code]))


def _target(item: Item, quantity: Quantity) -> Target:
    return Target(
        code=item.code,
        subject=quantity.subject or item.title,
        number=quantity.number,
        measure=quantity.unit,
        comparator=quantity.comparator.value,
        original="".join(quantity.original.split()),
    )
