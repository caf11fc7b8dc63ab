"""A list's printed pages say what they are, and can be read."""

import pytest

from toolkit.stages.list_page import list_page


@pytest.mark.parametrize(
    ("widths", "paper"),
    [((10, 30, 40), "A4"), ((30,) * 5, "A4"), ((30,) * 8, "A3"), ((60,) * 8, "A3")],
)
def test_what_would_be_too_small_on_a4_prints_on_a3(widths: tuple[float, ...], paper: str) -> None:
    """A table is fitted to its page's width; 10.5 points become no less than 7 on A4."""
    assert list_page(widths).paper == paper


def test_every_page_names_its_workbook_and_its_sheet() -> None:
    """A page out of the printer says whose it is, and of what period."""
    assert list_page((10,)).header == "&L{title}&R&A"
    assert list_page((10,)).repeat_rows == (0, 0)
    assert list_page((10,), header_row=1).repeat_rows == (1, 1)


def test_a_page_without_lines_says_that_there_are_none() -> None:
    """An empty list could also be one that was not printed to its end."""
    assert list_page((10,), empty=True).header.endswith("（没有）")
