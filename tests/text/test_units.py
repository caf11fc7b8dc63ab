"""Unit names come out of a cell one by one, whole, and in their order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.text.units import split_units, tidy_unit


@pytest.mark.parametrize(
    ("cell", "units"),
    [
        ("", ()),
        (" \n", ()),
        ("市场监管局", ("市场监管局",)),
        ("发展软环境保障局、王因街道、接庄街道", ("发展软环境保障局", "王因街道", "接庄街道")),
        ("建设局，市场监管局；财政金融局", ("建设局", "市场监管局", "财政金融局")),
        ("建设局/市场监管局", ("建设局", "市场监管局")),
        ("发展软环境保障局、应急管理局、", ("发展软环境保障局", "应急管理局")),
        ("发展软环境保障局、\n相关街道", ("发展软环境保障局", "相关街道")),
        ("建设局、建设局", ("建设局",)),
    ],
)
def test_units_between_marks(cell: str, units: tuple[str, ...]) -> None:
    """Every mark that lists divides; a name is named once."""
    assert split_units(cell) == units


@pytest.mark.parametrize(
    ("cell", "units"),
    [
        ("发展软环境\n\n保障局\n\n各街道", ("发展软环境保障局", "各街道")),
        ("教育局\n卫健局", ("教育局", "卫健局")),
        ("洸河街道\n办事处", ("洸河街道办事处",)),
        ("党政办公室\n（宣传）", ("党政办公室（宣传）",)),
        ("城乡建设\n和交通局、济宁高新\n控股集团", ("城乡建设和交通局", "济宁高新控股集团")),
    ],
)
def test_a_line_break_inside_a_name_is_no_boundary(cell: str, units: tuple[str, ...]) -> None:
    """A narrow column breaks names as well as lists."""
    assert split_units(cell) == units


@pytest.mark.parametrize(
    ("cell", "units"),
    [
        ("建交局 城管局", ("建交局", "城管局")),
        ("教育局\u3000卫健局\u3000民政局", ("教育局", "卫健局", "民政局")),
        ("财 政 局", ("财政局",)),
        ("党政 办公室", ("党政办公室",)),
        ("管委会 办公室", ("管委会办公室",)),
        ("党政办公室 (宣传)", ("党政办公室（宣传）",)),
        ("市场 监管局、应急 管理局", ("市场监管局", "应急管理局")),
    ],
)
def test_blanks_divide_only_whole_names(cell: str, units: tuple[str, ...]) -> None:
    """A blank between two names lists them; one inside a name only spaces it."""
    assert split_units(cell) == units


NAMES = st.lists(
    st.sampled_from(
        (
            *(
                "发展软环境保障局",
                "城乡建设和交通局",
                "党政办公室（宣传）",
                "王因街道",
                "应急管理局",
            ),
            *(
                "济宁高新控股集团",
                "高新区交警大队",
                "教育和体育事业中心",
                "各街道",
                "柳行街道办事处",
            ),
        )
    ),
    unique=True,
    max_size=6,
)


@given(NAMES, st.sampled_from(("、", "，", "；", "、 ", "\n", " 、\n", "\u3000", "/")))
def test_joined_names_come_apart_again(names: list[str], mark: str) -> None:
    """Whatever stands between them."""
    assert split_units(mark.join(names)) == tuple(names)


@given(NAMES)
def test_names_that_were_split_stay_as_they_are(names: list[str]) -> None:
    """A name is its own only part."""
    assert all(split_units(name) == (name,) for name in names)


def test_a_name_is_tidied_for_comparison() -> None:
    """Documents print full-width brackets and no blanks."""
    assert tidy_unit(" 党政办公室 (宣传)\n") == "党政办公室（宣传）"
