"""Words of a role in a cell of units are no part of a name, and say who leads and who assists."""

import pytest

from toolkit.model.scheme import Key
from toolkit.text.unit_roles import UnitRole, marked
from toolkit.text.units import split_units, units_of, units_with_roles

LEAD, ASSIST = UnitRole.LEAD, UnitRole.ASSIST
EDUCATION, HEALTH, CIVIL = "市教育局", "市卫健委", "市民政局"


@pytest.mark.parametrize(
    ("cell", "lead", "co", "assist"),
    [
        ("市教育局牵头，市卫健委配合", (EDUCATION,), (), (HEALTH,)),
        ("市教育局、市卫健委（牵头）", (HEALTH,), (EDUCATION,), ()),
        ("市教育局(牵头部门)、市卫健委等部门配合", (EDUCATION,), (), (HEALTH,)),
        ("市教育局（区牵头单位）\n市卫健委", (EDUCATION,), (HEALTH,), ()),
        ("市教育局\n（牵头）\n市卫健委", (EDUCATION,), (HEALTH,), ()),
        ("市教育局 牵头\n市卫健委 配合", (EDUCATION,), (), (HEALTH,)),
        ("市教育局牵头市卫健委配合", (EDUCATION,), (), (HEALTH,)),
        ("由市教育局牵头负责", (EDUCATION,), (), ()),
        ("市教育局牵头、市卫健委、市民政局配合", (EDUCATION,), (), (HEALTH, CIVIL)),
        ("市教育局、市卫健委牵头，市民政局协办", (EDUCATION,), (HEALTH,), (CIVIL,)),
        ("由市教育局、市卫健委共同牵头；市民政局按职责配合", (EDUCATION,), (HEALTH,), (CIVIL,)),
        ("市教育局、市卫健委配合", (EDUCATION,), (), (HEALTH,)),
        ("市教育局、市卫健委（配合）", (EDUCATION,), (), (HEALTH,)),
        ("牵头单位：市教育局；配合单位：市卫健委、市民政局", (EDUCATION,), (), (HEALTH, CIVIL)),
        ("牵头单位:市教育局 配合单位:市卫健委", (EDUCATION,), (), (HEALTH,)),
        ("王因街道（配合牵头单位）", (), (), ("王因街道",)),
    ],
)
def test_a_cell_says_who_leads(
    cell: str, lead: tuple[str, ...], co: tuple[str, ...], assist: tuple[str, ...]
) -> None:
    """Who is marked leads, wherever it stands; who is marked 配合 assists; the rest share."""
    assert units_of({Key.LEAD: cell}) == (lead, co, assist)


@pytest.mark.parametrize(
    "cell", ["党政办公室（宣传）", "市经协办", "各县（市、区）人民政府", "市教育局、市卫健委"]
)
def test_other_words_stay(cell: str) -> None:
    """Other brackets, and names that only look as if they ended in a role, are names."""
    assert "、".join(split_units(cell)) == cell
    assert all(role is None for _, role in units_with_roles(cell))


def test_names_keep_the_order_of_the_cell() -> None:
    """Splitting sorts nothing; the role says who leads."""
    cell = "市教育局、市卫健委（牵头）"

    assert split_units(cell) == (EDUCATION, HEALTH)
    assert units_with_roles(cell) == ((EDUCATION, None), (HEALTH, LEAD))


def test_a_column_of_units_that_share_may_mark_the_lead() -> None:
    """Where no unit leads, the column of the others says which one does."""
    assert units_of({Key.CO: "市教育局、市卫健委（牵头）"}) == ((HEALTH,), (EDUCATION,), ())


def test_marked_names_say_the_same_again() -> None:
    """A cell put together from names and roles is read as it was."""
    named = units_with_roles("市教育局牵头，市卫健委、市民政局配合")

    assert marked(named) == "市教育局（牵头）、市卫健委（配合）、市民政局（配合）"
    assert units_with_roles(marked(named)) == named
