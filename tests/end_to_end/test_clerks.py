"""The returns that others wrote: they can be run, and what is told of them is counted rightly."""

from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.clerks.__main__ import details, table
from benchmarks.clerks.measure import compare
from benchmarks.clerks.written import SETS, Label, Writing, writings
from toolkit.rules.registry import find_rule

ALL = [writing for group in SETS for writing in writings(group)]


@pytest.mark.parametrize("writing", ALL, ids=lambda each: f"{each.group}-{each.scheme}")
def test_labels_name_rules_that_exist(writing: Writing) -> None:
    """Each entry stands once; a code that no rule has could never be told."""
    codes = {code for e in writing.entries for code in e.also.union(*(x.codes for x in e.labels))}

    assert all(find_rule(code) for code in codes)
    assert len({(e.period, e.code) for e in writing.entries}) == len(writing.entries)


def test_what_is_told_missed_and_false_is_counted(tmp_path: Path) -> None:
    """A label is told by a rule that it names; on a clean entry what nobody expects is false."""
    whole = next(each for each in writings("first") if each.scheme == "zibo-gaoxin-2024")
    first = {entry.code: entry for entry in whole.entries if entry.period == "2024-Q2"}
    short = [
        replace(first["M004"], also=frozenset()),
        replace(first["M001"], labels=(Label("进展情况", "没有人说的", frozenset(("B801",))),)),
    ]

    compared = compare(replace(whole, entries=tuple(short)), tmp_path)

    assert (compared.faulty, compared.told, compared.clean) == (1, 0, 1)
    assert [line.split(" ")[3] for line in compared.alarms] == ["J705"]
    assert "没有人说的" in details([compared])
    assert f"| 练习一 {whole.scheme} | 1 | 0（0%） | 1 | 1 |" in table([compared])
