"""Where a page in 4汇总 finds the files that its values were read from."""

import pytest

from toolkit.model.dashboard import Place
from toolkit.stages.page_links import place_of


@pytest.mark.parametrize(
    ("stored", "name", "address"),
    [
        ("2021-09/2回收/a.xlsx", "a.xlsx", "../2%E5%9B%9E%E6%94%B6/a.xlsx"),
        ("2021-09/2回收/50% #1?.xls", "50% #1?.xls", "../2%E5%9B%9E%E6%94%B6/50%25%20%231%3F.xls"),
        ("2021-08/2回收/a.xlsx", "a.xlsx", "../../2021-08/2%E5%9B%9E%E6%94%B6/a.xlsx"),
        ("实事清单.xlsx", "实事清单.xlsx", "../../%E5%AE%9E%E4%BA%8B%E6%B8%85%E5%8D%95.xlsx"),
        ("2021-09/2回收/\udcb1\udced.xls", "\udcb1\udced.xls", "../2%E5%9B%9E%E6%94%B6/%B1%ED.xls"),
    ],
)
def test_a_file_is_named_and_linked_from_beside(stored: str, name: str, address: str) -> None:
    """Relative, so that the whole folder can be moved; marks that a link would misread are escaped."""
    assert place_of(stored, "2021-09", "进展表", "E5") == Place(name, "进展表", "E5", address)


def test_a_path_that_no_link_can_hold_is_named_only() -> None:
    """Browsers cut addresses of thousands of characters."""
    place = place_of(f"2021-09/2回收/{'长' * 600}.xlsx", "2021-09")
    assert place is not None
    assert place.address is None


@pytest.mark.parametrize("stored", [None, ""])
def test_without_a_file_there_is_no_place(stored: str | None) -> None:
    """A finding on a whole unit stands in no file."""
    assert place_of(stored, "2021-09") is None
