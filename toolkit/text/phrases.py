"""A piece of a text with its place, so that a message can show what was read."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words as written: `whole[phrase.start : phrase.end] == phrase.text`."""

    text: str
    start: int
    end: int


def phrase_of(match: re.Match[str]) -> Phrase:
    """Return what a pattern matched, with its place."""
    return Phrase(match[0], match.start(), match.end())


def phrases_of(pattern: re.Pattern[str], text: str) -> tuple[Phrase, ...]:
    """Return every place where a pattern matches."""
    return tuple(map(phrase_of, pattern.finditer(text)))


def first_phrase(pattern: re.Pattern[str], text: str) -> Phrase | None:
    """Return the first place where a pattern matches, None for none."""
    match = pattern.search(text)
    return phrase_of(match) if match else None
