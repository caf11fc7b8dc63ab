"""Targets: the quantities that an item's text promises, each with its words.

Wording after the official documents of 淄博, 济宁 and 青岛: 不少于5处, 20所以上, 约9公里, 30余处,
由1000元提高至3000元, 分别达到80%、70%、60%, 全覆盖. Numbers that are no targets (现有10处, 15分钟,
18-59岁, 惠及700户) are told from them by `toolkit.text.target_roles`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from toolkit.text.figures import Comparator, Figure, clause_end, clause_start, find_figures
from toolkit.text.numbers import Flat, flatten
from toolkit.text.target_roles import Role, role_of
from toolkit.text.target_subjects import after_marks, leads_to_subject, own_end, subject_of

_QUOTES = {"”": "“", "’": "‘", "」": "「", ")": "("}
_PLACES = frozenset(("个", "处", "座", "所", "家", "间"))


@dataclass(frozen=True, slots=True)
class Quantity:
    """A target in a text.

    Attributes:
        number: With 万 and 亿 worked out; of a range the lower end; 100 for full coverage.
        unit: The measure; of a rate with what it is per: 元/人·月. % for full coverage.
        subject: What it counts; "" when the text does not say.
        original: The phrase as written, from the start of its clause as far as it goes.
        start: Where `original` begins in the text.
        end: Where it ends.
    """

    number: float
    unit: str
    comparator: Comparator
    subject: str
    original: str
    start: int
    end: int


def find_targets(text: str) -> tuple[Quantity, ...]:
    """Return the targets of a text in their order.

    Args:
        text: Any part of a list of works; blanks and line breaks inside words do no harm.

    Returns:
        Their phrases do not overlap, and `text[q.start : q.end] == q.original`.
    """
    flat = flatten(text)
    figures = tuple(
        figure for figure in find_figures(flat.text) if role_of(flat.text, figure) is Role.TARGET
    )
    return tuple(_quantities(text, flat, figures))


def item_targets(texts: Iterable[str]) -> tuple[Quantity, ...]:
    """Return the targets of an item whose name, summary and content partly say the same.

    A target that another text of the item has already named counts once. One that differs in
    number, measure or comparator stays, for the coordinator to decide.
    """
    kept: list[Quantity] = []
    for text in texts:
        kept += further_targets(text, kept)
    return tuple(kept)


def further_targets(text: str, named: Iterable[Quantity]) -> tuple[Quantity, ...]:
    """Return the targets of a text that are not among those named already."""
    former = tuple(named)
    unmatched = list(former)
    further: list[Quantity] = []
    for quantity in find_targets(text):
        known = any(_equals(quantity, other) for other in (*former, *further))
        alike = _equals if known else _repeats
        same = next((other for other in unmatched if alike(quantity, other)), None)
        if same is not None:
            unmatched.remove(same)
        elif not known:
            further.append(quantity)
    return tuple(further)


def _equals(quantity: Quantity, former: Quantity) -> bool:
    return _repeats(quantity, former) and quantity.subject == former.subject != ""


def _repeats(quantity: Quantity, former: Quantity) -> bool:
    """Tell whether both say the same; places may be counted in another word: 10处, 10个."""
    if (quantity.number, quantity.comparator) != (former.number, former.comparator):
        return False
    if quantity.unit == former.unit:
        return True
    first, second = quantity.subject, former.subject
    places = quantity.unit in _PLACES and former.unit in _PLACES
    return bool(places and first and second) and (first in second or second in first)


def _quantities(text: str, flat: Flat, figures: tuple[Figure, ...]) -> Iterator[Quantity]:
    end = 0
    subject = ""
    for number, figure in enumerate(figures):
        following = figures[number + 1].start if number + 1 < len(figures) else len(flat.text)
        floor = max(figures[number - 1].end, end) if number else 0
        first, last = _phrase(flat.text, figure, floor, following)
        subject = subject_of(flat.text, figure, floor, following) or _inherited(
            flat.text, figures, number, subject
        )
        start, stop = flat.span(first, last)
        words = text[start:stop]
        yield Quantity(figure.number, figure.unit, figure.comparator, subject, words, start, stop)
        end = last


def _inherited(text: str, figures: tuple[Figure, ...], number: int, former: str) -> str:
    """Return the subject that a figure without its own shares with its neighbour."""
    figure = figures[number]
    if number + 1 < len(figures) and not figure.chained:
        neighbour = figures[number + 1]
        near = clause_end(text, figure.end) >= neighbour.digits
        if near and neighbour.base == figure.base and leads_to_subject(text, neighbour):
            beyond = figures[number + 2].start if number + 2 < len(figures) else len(text)
            return subject_of(text, neighbour, figure.end, beyond)
    if not number:
        return ""
    before = figures[number - 1]
    same = before.base == figure.base or clause_start(text, figure.digits) < before.end
    return former if same or figure.comparator is Comparator.FULL else ""


def _phrase(text: str, figure: Figure, floor: int, following: int) -> tuple[int, int]:
    """Return where the phrase around a figure begins and ends."""
    start = max(floor, clause_start(text, figure.digits))
    start = min(after_marks(text, start), figure.start)
    end = own_end(text, figure, following)
    opening = _QUOTES.get(text[end : end + 1])
    words = text[start:end]
    return start, end + bool(opening and words.count(opening) > words.count(text[end]))
