"""Whose item is a row whose key is lost? From its exact text to its likeness, with a margin.

What does not reach the margin is nobody's: a person decides.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from toolkit.model.programme import Item, Programme
from toolkit.model.scheme import Key
from toolkit.text.clean import match_key
from toolkit.text.likeness import similarity

OWN_KEYS = (Key.NAME, Key.CONTENT)
"""What makes up the text by which an item is known."""

BY_TEXT = "ROW-BY-TEXT"
BY_NAME = "ROW-BY-NAME"
BY_START = "ROW-BY-START"
BY_NUMBER = "ROW-BY-NUMBER"
BY_LIKENESS = "ROW-BY-LIKENESS"

WAYS = {
    BY_TEXT: "项目内容原文",
    BY_NAME: "项目名称或内容之一的原文",
    BY_START: "项目内容的一部分",
    BY_NUMBER: "序号和项目名称",
    BY_LIKENESS: "与项目内容相近的文字",
}
"""What each way of matching went by, in plain words."""

_SHORTEST_PART = 10
_ALIKE = 0.75
_MARGIN = 0.15
"""How alike a row must be to an item, and how much more than to the next one."""

Texts = Mapping[Key, str]
ByText = dict[str, Item | None]
"""Items by their own text; None for a text that several share."""


def own_text(values: Texts, keys: Sequence[Key] = OWN_KEYS) -> str:
    """Return the text by which an item is known when its key is lost: name and content.

    Args:
        keys: Those of them that a form shows; many progress forms show only one.
    """
    return match_key("".join(values.get(key, "") for key in keys))


@dataclass(frozen=True)
class ItemTexts:
    """The items by their own text: a unit's own first, then everybody's.

    A text that two items share leads to none of them.
    """

    programme: Programme
    unit: str

    def find(self, row: Texts) -> Item | None:
        """Return the one item whose own text stands in a row, as far as its form shows it.

        Args:
            row: What stands in the columns of name and content, those that the form has.
        """
        keys = tuple(key for key in OWN_KEYS if key in row)
        text = own_text(row, keys)
        if not text:
            return None
        of_unit, of_all = self._by_keys(keys)
        return of_unit[text] if text in of_unit else of_all.get(text)

    def nearest(self, row: Texts, taken: Collection[str]) -> tuple[Item, str] | None:
        """Return the one of the unit's own items that a row must be, and how that was known.

        Args:
            row: What the row says in the columns that come from the list.
            taken: The 编号 of items that have a row already.
        """
        own = self.programme.assignments.get(self.unit, ())
        items = [item for item in own if item.code not in taken]
        for way, fits in ((BY_NAME, _same_part), (BY_START, _part_of), (BY_NUMBER, _same_number)):
            found = [item for item in items if fits(row, item.values)]
            if len(found) == 1:
                return found[0], way
        alike = _most_alike(row, own)
        return (alike, BY_LIKENESS) if alike and alike.code not in taken else None

    @cached_property
    def _by_keys(self) -> Callable[[Sequence[Key]], tuple[ByText, ByText]]:
        """Return what gives the unit's items, and all items, by some of their texts."""
        own = self.programme.assignments.get(self.unit, ())
        return cache(lambda keys: (_by_text(own, keys), _by_text(self.programme.items, keys)))


def _by_text(items: Iterable[Item], keys: Sequence[Key]) -> ByText:
    texts: ByText = {}
    for item in items:
        text = own_text(item.values, keys)
        texts[text] = None if text in texts else item
    return texts


def _same_part(row: Texts, item: Texts) -> bool:
    """Tell whether the name or the content is the item's to the letter."""
    return any(_key(row, key) and _key(row, key) == _key(item, key) for key in OWN_KEYS)


def _part_of(row: Texts, item: Texts) -> bool:
    """Tell whether the content is a longer piece of the item's, or holds all of it."""
    part, whole = _key(row, Key.CONTENT), _key(item, Key.CONTENT)
    part = part.rstrip(".…")
    if min(len(part), len(whole)) < _SHORTEST_PART:
        return False
    return part in whole or whole in part


def _same_number(row: Texts, item: Texts) -> bool:
    """Tell whether number and project, or number and name, are the item's, and no text differs."""
    if not _key(row, Key.NUMBER) or _key(row, Key.NUMBER) != _key(item, Key.NUMBER):
        return False
    if own_text(row) and similarity(own_text(row), own_text(item)) < _ALIKE / 2:
        return False
    names = (Key.PROJECT, Key.NAME)
    return any(_key(row, key) and _key(row, key) == _key(item, key) for key in names)


def _most_alike(row: Texts, items: Sequence[Item]) -> Item | None:
    text = own_text(row)
    if not text:
        return None
    scores = [(similarity(text, own_text(item.values)), n) for n, item in enumerate(items)]
    scores.sort(reverse=True)
    if not scores or scores[0][0] < _ALIKE:
        return None
    second = scores[1][0] if len(scores) > 1 else 0.0
    return items[scores[0][1]] if scores[0][0] - second >= _MARGIN else None


def _key(values: Texts, key: Key) -> str:
    return match_key(values.get(key, ""))
