"""A table for Word holds together, and no run of merged cells hides a text."""

import pytest

from toolkit.model.sheets import Range
from toolkit.model.word_table import WordTable

ROWS = (("甲", "1"), ("甲", "2"), ("", "3"), ("乙", "4"))


def table(*merges: Range) -> WordTable:
    """Return a table of two columns and four rows with these runs."""
    return WordTable(("项目", "序号"), (3, 1), ROWS, merges)


def test_a_run_may_repeat_its_text_or_be_empty() -> None:
    """The list fills grouped columns down; elsewhere the text stands once."""
    assert table(Range(0, 0, 2, 0)).merges == (Range(0, 0, 2, 0),)


@pytest.mark.parametrize(
    ("run", "reason"),
    [
        (Range(0, 0, 3, 0), "hide the text of row 3"),
        (Range(0, 0, 0, 1), "not a run within one column"),
        (Range(0, 2, 1, 2), "not a run within one column"),
        (Range(2, 0, 4, 0), "not a run of the table's rows"),
        (Range(2, 0, 1, 0), "not a run of the table's rows"),
    ],
)
def test_a_run_that_word_cannot_show_is_refused(run: Range, reason: str) -> None:
    """A loss of text is a mistake of whoever made the table, told at once."""
    with pytest.raises(ValueError, match=reason):
        table(run)


def test_overlapping_runs_are_refused() -> None:
    """A cell belongs to one run."""
    with pytest.raises(ValueError, match="overlap"):
        table(Range(0, 0, 1, 0), Range(1, 0, 2, 0))


@pytest.mark.parametrize(
    ("titles", "widths", "rows"),
    [
        ((), (), ()),
        (("甲", "乙"), (1,), ()),
        (("甲",), (0,), ()),
        (("甲", "乙"), (1, 1), (("一",),)),
    ],
)
def test_parts_that_do_not_fit_together_are_refused(
    titles: tuple[str, ...], widths: tuple[float, ...], rows: tuple[tuple[str, ...], ...]
) -> None:
    """As many widths and texts a row as there are titles, and at least one."""
    with pytest.raises(ValueError, match="column"):
        WordTable(titles, widths, rows)


def test_a_centred_column_must_be_there() -> None:
    """A wrong number would be lost in silence."""
    with pytest.raises(ValueError, match="centred"):
        WordTable(("甲",), (1,), (), centred=frozenset({1}))
