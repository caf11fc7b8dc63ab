"""The merged table, as the coordinator left it, becomes the programme."""

from collections.abc import Callable

from tests.stages.annuals import year
from tests.stages.test_merged_list import M001, M002, M004, MARKET, SCHOOLS
from tests.tables import as_read, programme, with_rows
from toolkit.model.annual import MergedList
from toolkit.model.scheme import Key
from toolkit.model.workbook import RawWorkbook
from toolkit.stages.adoption import Adoption, adopt
from toolkit.stages.annual_book import annual_book
from toolkit.stages.merged_list import merged_list

Rows = list[list[object]]
NEW = f"| | 放心消费工程 | 为在用电梯购买保险 | {MARKET}、区商务局 | | |"


def merged() -> MergedList:
    """Return a list with one new item, M005, of a unit that nobody knew."""
    return merged_list(year(programme(), {SCHOOLS: f"{M001}\n{M002}", MARKET: f"{M004}\n{NEW}"}))


def adopted(change: Callable[[Rows], object] = lambda rows: None) -> Adoption:  # noqa: ARG005
    """Adopt the merged table after the coordinator's change to its rows."""
    book = as_read(annual_book(merged(), (), ()))
    rows = [list(row) for row in book.sheets[0].rows]
    change(rows)
    adoption = adopt(merged(), with_rows(book, rows), 6)
    assert adoption is not None
    return adoption


def codes(adoption: Adoption) -> list[str]:
    """Return the 编号 of the programme's items in their order."""
    return [item.code for item in adoption.programme.items]


def test_the_table_as_it_was_merged_becomes_the_programme() -> None:
    """Merged cells are filled down, units are known, and nothing else changes."""
    adoption = adopted()
    assert codes(adoption) == ["M001", "M002", "M003", "M004", "M005"]
    assert (adoption.added, adoption.changed, adoption.removed) == (("M005",), (), ())
    assert [i.values[Key.PROJECT] for i in adoption.programme.items[:2]] == ["优质教育工程"] * 2
    assert adoption.programme.items[4].co == ("区商务局",)
    assert adoption.programme.units[-1].name == "区商务局"


def test_a_row_that_the_coordinator_reworded_keeps_its_key() -> None:
    """It is clearly more like its item than like any other."""

    def reword(rows: Rows) -> None:
        rows[4][2] = "改造进村道路20公里"

    adoption = adopted(reword)
    assert codes(adoption) == ["M001", "M002", "M003", "M004", "M005"]
    assert adoption.changed == ("M003",)


def test_a_row_that_the_coordinator_deleted_is_gone() -> None:
    """Also a new one: that answers the question whether two are the same."""
    adoption = adopted(lambda rows: rows.__delitem__(slice(5, 7)))
    assert codes(adoption) == ["M001", "M002", "M003"]
    assert [item.code for item in adoption.removed] == ["M004"]
    assert adoption.added == ()


def test_rows_in_another_order_keep_their_keys() -> None:
    """The coordinator's order is the list's."""

    def move(rows: Rows) -> None:
        rows.insert(2, rows.pop(4))

    assert codes(adopted(move)) == ["M003", "M001", "M002", "M004", "M005"]


def test_a_row_that_the_coordinator_wrote_is_new() -> None:
    """Its key was never used."""

    def write(rows: Rows) -> None:
        rows.append(["五", "便民服务工程", "打造便民服务圈3处", SCHOOLS, ""])

    adoption = adopted(write)
    assert adoption.added == ("M005", "M006")
    assert adoption.programme.items[-1].lead == SCHOOLS


def test_a_workbook_without_the_table_is_not_adopted() -> None:
    """There is nothing to read the list from."""
    assert adopt(merged(), RawWorkbook(()), 6) is None
