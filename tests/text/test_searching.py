"""Patterns that are searched fast find what they would find plainly."""

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from toolkit.text.searching import glance, searched

SIGNS = "甲乙丙1"
TEXTS = st.text(SIGNS + "，", max_size=12)
ATOMS = st.one_of(
    st.text(SIGNS, min_size=1, max_size=3),
    st.sampled_from(
        ["[甲乙]", r"\d", "[^甲，]", "[丙-甲]", "(?<!甲)", "(?=乙)", "(?<=[乙丙])", "(?!1)", "$"]
    ),
)
PATTERNS = st.recursive(
    ATOMS,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map("".join),
        st.lists(inner, min_size=2, max_size=3).map(lambda branches: f"(?:{'|'.join(branches)})"),
        st.tuples(inner, st.sampled_from(["?", "{0,2}", "+", "*?"])).map(
            lambda parts: f"(?:{parts[0]}){parts[1]}"
        ),
    ),
    max_leaves=6,
)


@given(pattern=PATTERNS, text=TEXTS)
def test_it_finds_the_same(pattern: str, text: str) -> None:
    """Looking at what a pattern begins with first changes no match and no place."""
    plain = [match.span() for match in re.compile(pattern).finditer(text)]
    assert [match.span() for match in searched(pattern).finditer(text)] == plain


@given(pattern=PATTERNS, text=TEXTS)
def test_no_match_is_hidden_at_a_glance(pattern: str, text: str) -> None:
    """A text in which a pattern matches holds one of the words that it needs."""
    compiled = re.compile(pattern)
    try:
        may = glance(compiled)
    except ValueError:
        assume(False)
    assert not compiled.search(text) or may.search(text)


def test_words_that_are_needed() -> None:
    """The rarest words of each branch are read out of a pattern."""
    may = glance(re.compile(r"(?:看|核)[后过完](?:再|改)|[^，]{0,3}初稿\d*"))
    assert all(may.search(text) for text in ("领导看完改", "核过再报", "这是初稿"))
    assert not any(may.search(text) for text in ("看后报", "核再", "初步"))


def test_nothing_is_sure() -> None:
    """Of a pattern that may match anything nothing can be told at a glance."""
    with pytest.raises(ValueError, match="no word is sure"):
        glance(re.compile(r"\d+(?:人|户)?"))
