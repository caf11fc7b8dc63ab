"""Unit names out of cells: separators, broken lines, brackets, collective names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.model.programme import Unit
from toolkit.model.scheme import Key
from toolkit.text.units import looks_like_unit, split_units, unit_resolver, units_of

NAMES = (
    *("发展软环境保障局", "王因街道", "疃里镇", "区社会事业中心", "党政办公室（宣传）", "交警大队"),
    *("济宁高新控股集团有限公司", "市自然资源和规划局经开区分局", "各街道", "城乡建设和交通局"),
)


@pytest.mark.parametrize(
    ("cell", "units"),
    [
        ("", ()),
        ("教育局、财政局，各街道；区公安分局", ("教育局", "财政局", "各街道", "区公安分局")),
        ("发展软环境保障局、 王因街道、\n", ("发展软环境保障局", "王因街道")),
        ("教育局\n财政局", ("教育局", "财政局")),
        ("发展软环境\n\n保障局\n\n各街道", ("发展软环境保障局", "各街道")),
        ("城乡建设和\n交通局", ("城乡建设和交通局",)),
        ("济宁祥城投资\n集团有限公司", ("济宁祥城投资集团有限公司",)),
        ("区财政局\n经开城建集团\n有限公司", ("区财政局", "经开城建集团有限公司")),
        (
            "市教育局经开区分局\n市自然资源和规划局\n经开区分局\n疃里镇",
            ("市教育局经开区分局", "市自然资源和规划局经开区分局", "疃里镇"),
        ),
        ("党政办公室(宣传)、教育局", ("党政办公室（宣传）", "教育局")),
        ("党工委组\n织部（人力\n资源部）\n各街道", ("党工委组织部（人力资源部）", "各街道")),
        ("各县（市、区）人民政府、市教育局", ("各县（市、区）人民政府", "市教育局")),
        ("市财政局，各区、市政府", ("市财政局", "各区、市政府")),
        ("市教育局、市财政局等部门", ("市教育局", "市财政局")),
        ("教育局、教育局", ("教育局",)),
    ],
)
def test_split_units(cell: str, units: tuple[str, ...]) -> None:
    """Each unit once, in the cell's order, its name whole."""
    assert split_units(cell) == units


def test_a_name_that_is_known_whole_joins_a_broken_one() -> None:
    """Where both readings are possible, the document decides."""
    broken = "市卫健委经开区\n管理办公室\n疃里镇"
    doubtful = "东部新区\n城管局"

    assert split_units(broken)[0] == "市卫健委经开区管理办公室"
    assert split_units(doubtful) == ("东部新区", "城管局")
    assert split_units(doubtful, frozenset(("东部新区城管局",))) == ("东部新区城管局",)


def test_known_names_without_anything_between_them() -> None:
    """县水务局县住建局: both are known, so they are two."""
    known = frozenset(("县水务局", "县住建局"))

    assert split_units("县水务局县住建局", known) == ("县水务局", "县住建局")
    assert split_units("县水务局县住建局") == ("县水务局县住建局",)


@pytest.mark.parametrize("name", NAMES)
def test_names_of_units(name: str) -> None:
    """They end like one, and are no fragment."""
    assert looks_like_unit(name)


@pytest.mark.parametrize(
    "name", ["有限公司", "管理局", "经开区分局", "员会", "保障", "（交通）", "某局各街道"]
)
def test_fragments_are_no_names(name: str) -> None:
    """What only stands at the end of a name, and what is two."""
    assert not looks_like_unit(name)


@given(st.lists(st.sampled_from(NAMES), unique=True))
def test_names_parted_by_marks_come_back(names: list[str]) -> None:
    """Joining with 、 or with line breaks and splitting again changes nothing."""
    assert split_units("、".join(names)) == tuple(names)
    assert split_units("\n".join(names)) == tuple(names)


@given(st.lists(st.sampled_from(NAMES), min_size=1, unique=True), st.data())
def test_broken_names_are_whole_again_when_known(names: list[str], data: st.DataObject) -> None:
    """Wherever a line breaks inside them."""
    place = st.integers(1, 3)
    broken = [f"{name[: (cut := data.draw(place))]}\n{name[cut:]}" for name in names]

    assert split_units("\n".join(broken), frozenset(NAMES)) == tuple(names)


@given(st.text(alphabet="教育局街道、，\n（）各区市 ", max_size=40))
def test_no_character_of_a_name_is_lost(cell: str) -> None:
    """Every character that is no separator, blank or end mark is in some name."""
    names = split_units(cell)
    kept = set("".join(names))

    assert set("教育局街道各区市") & set(cell) <= kept | set("等")


def test_the_first_of_the_leading_units_leads() -> None:
    """The others share, and so do those of a column of their own."""
    values = {Key.LEAD: "教育局、财政局", Key.CO: "各区", Key.ASSIST: "公安局"}

    assert units_of(values) == (("教育局",), ("财政局", "各区"), ("公安局",))
    assert units_of({Key.LEAD: "", Key.CO: "市教育局、各区"}) == (("市教育局",), ("各区",), ())
    assert units_of({}) == ((), (), ())


def test_aliases_and_members_are_resolved() -> None:
    """A unit goes by its own name; a collective one stands for its members."""
    resolve = unit_resolver(
        [
            Unit("高新区执法局", aliases=("执法局",)),
            Unit("各街道", members=("王因街道", "柳行街道")),
        ]
    )

    assert resolve(("执法局", "各街道", "王因街道", "教育局")) == (
        *("高新区执法局", "王因街道", "柳行街道", "教育局"),
    )
