"""Patterns that are searched fast, and what tells at a glance that they cannot match.

A pattern of many branches is slow where they begin with many characters, and most texts match none
of them. Each match of (?:看|核)[后过完]再 begins with 看 or 核, and holds 看后, 看过 … or 核完; other places
are not tried, other texts not searched. What a pattern begins with and what it needs is read out of
it, so that it cannot fall behind.
"""

import importlib
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, reduce
from itertools import chain, combinations, product
from typing import Any

from toolkit.text.patterns import COMMON, COMMON_PAIRS, any_around

try:
    _parser: Any = importlib.import_module("re._parser")
except ImportError:  # A Python that reads its patterns in another place: slower, and as right.
    _parser = None

_MOST = 2_500
"""So many words a part of a pattern may stand for; beyond that it is taken as unknown."""

_FEW = 4
"""What may come more often than that is taken as unknown."""

_RARE_SIGN, _RARE_PAIR = 1e-4, 2e-7
_SIGN_SHARES = {sign: 1 / (5 * place + 50) for place, sign in enumerate(COMMON)} | dict.fromkeys(
    "0123456789", 0.02
)
_PAIR_SHARES = {
    COMMON_PAIRS[place : place + 2]: 1 / (10 * place + 300)
    for place in range(0, len(COMMON_PAIRS), 2)
}
"""How often each comes up, fitted to the same count."""

_CATEGORIES = {"CATEGORY_DIGIT": r"\d", "CATEGORY_SPACE": r"\s", "CATEGORY_WORD": r"\w"}

Words = frozenset[str]
_EMPTY: Words = frozenset({""})


def searched(pattern: str) -> re.Pattern[str]:
    """Return a compiled pattern that is tried only where a character stands with which it begins.

    `re` does so by itself where a pattern begins plainly. Else it tries the branches of
    (?<!未)停工|{people}不同意 one after the other at each place of a text; asked of one class of
    characters first it needs a fourth of the time. For patterns for which every text is searched.
    """
    if _parser is None:
        return re.compile(pattern)
    parts = _parser.parse(pattern)
    begins = None if _begins_plainly(parts) else _begins(parts)
    if begins is None or "" in begins:
        return re.compile(pattern)
    return re.compile(f"(?=[{''.join(sorted(begins))}])(?:{pattern})")


def _begins_plainly(parts: Sequence[tuple[Any, Any]]) -> bool:
    """Tell whether `re` itself skips all characters with which a pattern cannot begin."""
    if not len(parts):
        return False
    kind, value = str(parts[0][0]), parts[0][1]
    if kind == "SUBPATTERN":
        return _begins_plainly(value[3])
    if kind == "BRANCH":
        return all(len(branch) and str(branch[0][0]) == "LITERAL" for branch in value[1])
    return kind in ("LITERAL", "IN")


def glance(*patterns: re.Pattern[str]) -> re.Pattern[str]:
    """Return a fast pattern that matches in each text in which one of several patterns does.

    It matches in others, too.

    Args:
        patterns: Without flags.

    Raises:
        ValueError: A pattern can match without any certain word.
    """
    if _parser is None:
        return re.compile("")
    words = chain.from_iterable(map(_needed, patterns))
    return re.compile(any_around(_shortest(words), COMMON))


def _begins(parts: Iterable[tuple[Any, Any]]) -> Words | None:
    """Return what a sequence may begin with, as parts of a class; "" where it may be empty."""
    signs = _EMPTY
    for part in parts:
        first = _begins_of(part)
        if first is None:
            return None
        signs = (signs - _EMPTY) | first
        if "" not in first:
            break
    return signs


def _begins_of(part: tuple[Any, Any]) -> Words | None:
    """Return the same of one part; what has no width begins nothing."""
    kind, value = str(part[0]), part[1]
    match kind:
        case "LITERAL":
            return frozenset({re.escape(chr(value))})
        case "IN":
            return _class_of(value)
        case "AT" | "ASSERT" | "ASSERT_NOT":
            return _EMPTY
        case "SUBPATTERN":
            return _begins(value[3])
        case "BRANCH":
            return _all_of([_begins(branch) for branch in value[1]])
        case "MAX_REPEAT" | "MIN_REPEAT":
            first = _begins(value[2])
            return first if first is None or value[0] else first | _EMPTY
    return None


def _class_of(signs: Sequence[tuple[Any, Any]]) -> Words | None:
    """Return the parts of a class; None for one of all characters but some."""
    parts = [_part_of_class(str(kind), value) for kind, value in signs]
    known = [part for part in parts if part is not None]
    return frozenset(known) if len(known) == len(parts) else None


def _part_of_class(kind: str, value: Any) -> str | None:
    match kind:
        case "LITERAL":
            return re.escape(chr(value))
        case "RANGE":
            return "-".join(re.escape(chr(end)) for end in value)
        case "CATEGORY":
            return _CATEGORIES.get(str(value))
    return None


def _needed(pattern: re.Pattern[str]) -> Words:
    needed = _need(_parser.parse(pattern.pattern))
    if needed is None:
        raise ValueError(f"no word is sure in {pattern.pattern[:40]}")
    return needed


def _shortest(words: Iterable[str]) -> list[str]:
    """Return the words that hold none of the others, in one order."""
    kept: dict[str, None] = {}
    for word in sorted(set(words), key=lambda word: (len(word), word)):
        if not any(part in kept for part in _parts(word)):
            kept[word] = None
    return list(kept)


def _parts(word: str) -> Iterator[str]:
    return (word[start:end] for start, end in combinations(range(len(word) + 1), 2))


def _need(parts: Iterable[tuple[Any, Any]]) -> Words | None:
    """Return words of which each match of a sequence holds one, the rarest there are."""
    found: list[Words] = []
    run = _EMPTY
    for part in parts:
        exact = _exact(part)
        if exact is not None and len(run) * len(exact) <= _MOST:
            run = _joined(run, exact)
            continue
        inner = _need_of(part)
        found += [run] if inner is None else [run, inner]
        run = exact if exact is not None else _EMPTY
    return min((words for words in (*found, run) if "" not in words), key=_often, default=None)


def _need_of(part: tuple[Any, Any]) -> Words | None:
    """Return the same of a part that stands for no certain words."""
    kind, value = str(part[0]), part[1]
    if kind == "BRANCH":
        return _all_of([_need(branch) for branch in value[1]])
    if kind == "SUBPATTERN":
        return _need(value[3])
    if kind in ("MAX_REPEAT", "MIN_REPEAT") and value[0]:
        return _need(value[2])
    return None


def _exact(part: tuple[Any, Any]) -> Words | None:
    """Return all that a part can match; None where that is too much to tell."""
    kind, value = str(part[0]), part[1]
    match kind:
        case "LITERAL":
            return frozenset({chr(value)})
        case "IN":
            return _one_of(value)
        case "AT" | "ASSERT" | "ASSERT_NOT":
            return _EMPTY
        case "SUBPATTERN":
            return _sequence(value[3])
        case "BRANCH":
            return _all_of([_sequence(branch) for branch in value[1]])
        case "MAX_REPEAT" | "MIN_REPEAT":
            return _repeated(*value)
    return None


def _one_of(signs: Sequence[tuple[Any, Any]]) -> Words | None:
    if any(str(kind) != "LITERAL" for kind, _ in signs):
        return None
    return frozenset(chr(value) for _, value in signs)


def _sequence(parts: Iterable[tuple[Any, Any]]) -> Words | None:
    words = _EMPTY
    for part in parts:
        exact = _exact(part)
        if exact is None or len(words) * len(exact) > _MOST:
            return None
        words = _joined(words, exact)
    return words


def _repeated(least: int, most: Any, parts: Iterable[tuple[Any, Any]]) -> Words | None:
    once = _sequence(parts) if int(most) <= _FEW else None
    if once is None or len(once) ** int(most) > _MOST:
        return None
    times = (reduce(_joined, [once] * n, _EMPTY) for n in range(least, int(most) + 1))
    return frozenset(chain.from_iterable(times))


def _joined(ones: Words, others: Words) -> Words:
    return frozenset(one + other for one, other in product(ones, others))


def _all_of(branches: Sequence[Words | None]) -> Words | None:
    known = [words for words in branches if words is not None]
    return frozenset(chain.from_iterable(known)) if len(known) == len(branches) else None


def _often(words: Words) -> float:
    """Return about how often one of several words comes up in a report, a character."""
    return sum(map(_share, words))


@cache
def _share(word: str) -> float:
    """Return the share of a character, or of the rarest two neighbours of a longer word."""
    if len(word) > 1:
        return min(map(_share_of_pair, word, word[1:]))
    return _SIGN_SHARES.get(word, _RARE_SIGN)


def _share_of_pair(one: str, other: str) -> float:
    if one.isalpha() and other.isalpha():
        return _PAIR_SHARES.get(one + other, _RARE_PAIR)
    return min(_share(one), _share(other)) / 10
