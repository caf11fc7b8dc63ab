"""What a whole notice tells about its units."""

from toolkit.notices.unit_names import (
    find_aliases,
    find_members,
    grow_lexicon,
    guessed_joins,
)


def test_the_notice_is_its_own_dictionary() -> None:
    """A name that stands whole in a cell or in the text joins its pieces elsewhere."""
    cells = ("发展软环境保障局、各街道", "市卫健委经开区\n管理办公室")
    known = grow_lexicon(cells, ("由市卫健委经开区管理办公室负责。",))

    assert {"发展软环境保障局", "市卫健委经开区管理办公室"} <= known
    assert guessed_joins(cells, known) == ()


def test_a_join_that_nothing_confirms_is_a_guess() -> None:
    """It is read, and told."""
    cells = ("行政审批\n服务局",)

    assert guessed_joins(cells, grow_lexicon(cells, cells)) == ("行政审批服务局",)


def test_a_place_before_a_name_makes_another_name_of_the_same_unit() -> None:
    """The name that the list uses is the unit's own; the other is its alias."""
    assert find_aliases(["高新区综合行政执法局"], ["综合行政执法局"]) == {
        "高新区综合行政执法局": ("综合行政执法局",)
    }
    assert find_aliases(["财政局", "财政局", "区财政局"], []) == {"财政局": ("区财政局",)}


def test_a_companys_legal_form() -> None:
    """With it and without it, the company is the same."""
    assert find_aliases(["高新控股集团", "高新控股集团有限公司"], []) == {
        "高新控股集团有限公司": ("高新控股集团",)
    }


def test_two_levels_are_two_units() -> None:
    """市财政局 and 区财政局 are not one; which of them 财政局 means cannot be told."""
    assert find_aliases(["市财政局", "区财政局", "财政局"], []) == {}
    assert find_aliases(["市教育局", "区教育局"], []) == {}


def test_a_branch_is_not_its_bureau() -> None:
    """自然资源和规划局 and 自然资源和规划分局, 党政办公室 and 党政办公室（宣传）."""
    names = ["自然资源和规划局", "自然资源和规划分局", "党政办公室", "党政办公室（宣传）"]

    assert find_aliases(names, []) == {}


def test_sub_districts_that_the_programme_names() -> None:
    """各街道 stands for the units and for those that the items' texts list."""
    members = find_members(
        ["各街道", "王因街道", "教育局"],
        ["各街道"],
        ["涉及王因、柳行两个街道。", "改造接庄街道敬老院，在黄屯街道建食堂"],
    )

    assert members == {"各街道": ("王因街道", "柳行街道", "黄屯街道")}


def test_towns_and_sub_districts() -> None:
    """各镇（街道） are both; what is no place's name is none."""
    names = ["各镇（街道）", "疃里镇", "营城子街道", "相关街道"]
    members = find_members(names, [], ["建设各镇街道、特色小镇、乡镇卫生院"])

    assert members == {"各镇（街道）": ("疃里镇", "营城子街道")}


def test_no_collective_name() -> None:
    """Then there is nothing to expand."""
    assert find_members(["王因街道"], ["各街道"], ["王因、柳行两个街道"]) == {}
