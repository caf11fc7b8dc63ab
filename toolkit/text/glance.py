"""What tells at a glance that a pattern cannot match: none of the words stands there that it needs.

A pattern of many branches is slow where they begin with many characters, and most texts match none
of them. Each match of (?:看|核)[后过完]再 holds 看后, 看过 … or 核完; texts without any of these are not
searched. The words are read out of the pattern, so that they cannot fall behind it.
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

Words = frozenset[str]
_EMPTY: Words = frozenset({""})


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
