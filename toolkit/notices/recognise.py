"""Which of the known layouts a list has, and what each of its columns is in it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from toolkit.model.scheme import Column as SchemeColumn
from toolkit.model.scheme import Key, Scheme
from toolkit.notices.found import Column, Found
from toolkit.text.clean import match_key
from toolkit.text.column_titles import REPORTED_KEYS, UNIT_KEYS

_MAY_BE_MISSING = frozenset((Key.ASSIST, Key.CO, Key.NOTE))
_OFFICIAL, _OTHER, _GUESSED, _MISSING, _LOST = 3.0, 2.0, 0.5, 1.0, 3.0


@dataclass(frozen=True, slots=True)
class Fit:
    """How a list fits a scheme.

    Attributes:
        keys: What each of its columns is, None for one that the scheme has no place for.
        score: The greater, the better.
        whole: Whether it is that layout: nothing lost, nothing missing that matters.
    """

    scheme: Scheme
    keys: tuple[Key | None, ...]
    score: float
    whole: bool


def fit_to(found: Found, scheme: Scheme) -> Fit:
    """Tell what each column of a list is in a scheme."""
    keys: list[Key | None] = [None] * len(found.columns)
    score = 0.0
    official, others = _titles(scheme)
    for titles, worth in ((official, _OFFICIAL), (others, _OTHER)):
        for place, column in enumerate(found.columns):
            key = titles.get(match_key(column.title)) if column.printed else None
            if key and key not in keys and keys[place] is None:
                keys[place] = key
                score += worth if key not in REPORTED_KEYS else 0
    by_title = {key for key in keys if key}
    _guess(found.columns, scheme, keys)
    listed = {column.key for column in scheme.summary.shown}
    taken = {key for key in keys if key}
    lost = [c for c, key in zip(found.columns, keys, strict=True) if key is None]
    missing = listed - taken - _MAY_BE_MISSING
    if not found.sheet and not any(column.key in UNIT_KEYS for column in found.columns):
        missing.discard(Key.LEAD)
    score += _GUESSED * len(taken - by_title - REPORTED_KEYS)
    score -= _MISSING * len(listed - taken) + _LOST * len(lost)
    unsure = [
        key
        for column, key in zip(found.columns, keys, strict=True)
        if column.printed
        and key
        and key not in REPORTED_KEYS
        and (key not in by_title or (key is Key.NAME and column.key is Key.PROJECT))
    ]
    return Fit(scheme, tuple(keys), score, not (lost or missing or unsure))


def best_fit(found: Found, schemes: Iterable[Scheme]) -> Fit | None:
    """Return the best of the schemes whose layout this is; None when it is none of them."""
    fits = [fit for scheme in schemes if (fit := fit_to(found, scheme)).whole]
    return max(fits, key=lambda fit: fit.score) if fits else None


def speaks_of(scheme: Scheme, texts: Iterable[str]) -> bool:
    """Tell whether a document names the place or the body that a scheme belongs to."""
    wanted = (match_key(scheme.place), match_key(scheme.authority))
    return any(name in match_key(text) for text in texts for name in wanted if name)


def _titles(scheme: Scheme) -> tuple[dict[str, Key], dict[str, Key]]:
    """Return the official titles and the other ones, those of the list first."""
    columns: tuple[SchemeColumn, ...] = (
        *scheme.summary.shown,
        *(column for column in scheme.progress.columns if column.filled_by == "unit"),
    )
    official: dict[str, Key] = {}
    others: dict[str, Key] = {}
    for column in columns:
        official.setdefault(match_key(column.title), column.key)
        for title in column.other_titles:
            others.setdefault(match_key(title), column.key)
    return official, others


def _guess(columns: Sequence[Column], scheme: Scheme, keys: list[Key | None]) -> None:
    """Give the columns without a known title what their titles tell, where that is free."""
    listed = {column.key for column in scheme.summary.shown}
    for place, column in enumerate(columns):
        if keys[place] is not None or column.key is None:
            continue
        for key in (column.key, _STAND_INS.get(column.key)):
            if key in keys or (key not in listed and key not in REPORTED_KEYS):
                continue
            keys[place] = key
            break


_STAND_INS = {Key.NAME: Key.PROJECT, Key.PROJECT: Key.NAME, Key.CO: Key.ASSIST}
"""What a column may be in a scheme that has no place for what it is."""
