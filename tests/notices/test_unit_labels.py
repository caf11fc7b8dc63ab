"""Units in running text, behind a label, in a bracket or in prose."""

import pytest

from toolkit.notices.unit_labels import part, starts_with_label


@pytest.mark.parametrize(
    ("text", "rest", "labels"),
    [
        ("建3所学校。(责任部门:教育局、财政局)", "建3所学校。", [("责任部门", "教育局、财政局")]),
        (
            "建学校。（牵头单位：市教育局；责任单位：市财政局、各区）",
            "建学校。",
            [("牵头单位", "市教育局"), ("责任单位", "市财政局、各区")],
        ),
        (
            "主办单位:发展软环境保障局、应急管理局、",
            "",
            [("主办单位", "发展软环境保障局、应急管理局")],
        ),
        (
            "责任部门:城建局、农海局 配合部门:各街道",
            "",
            [("责任部门", "城建局、农海局"), ("配合部门", "各街道")],
        ),
        ("责任部门:残联配合部门:财政局", "", [("责任部门", "残联"), ("配合部门", "财政局")]),
        (
            "建学校。责任单位：教育局；完成时限：12月底前",
            "建学校。",
            [("责任单位", "教育局"), ("完成时限", "12月底前")],
        ),
        (
            "建学校。（县教育局牵头，县财政局、各乡镇配合）",
            "建学校。",
            [("牵头单位", "县教育局"), ("配合单位", "县财政局、各乡镇")],
        ),
        ("建学校。（区教育局负责）", "建学校。", [("责任单位", "区教育局")]),
        (
            "责任单位：党政办公室（宣传）、各县（市、区）",
            "",
            [("责任单位", "党政办公室（宣传）、各县（市、区）")],
        ),
        ("补助托育（机构和家庭各补助50%）", "补助托育（机构和家庭各补助50%）", []),
        ("建设社区（村）服务站500处", "建设社区（村）服务站500处", []),
    ],
)
def test_labels_are_taken_out(text: str, rest: str, labels: list[tuple[str, str]]) -> None:
    """The rest is the text without them; an ordinary bracket stays where it is."""
    parted = part(text)

    assert parted.rest == rest
    assert [(label.title, label.text) for label in parted.labels] == labels


def test_a_note_behind_the_units_is_no_unit() -> None:
    """It is kept apart, to be told."""
    parted = part("建学校。(责任单位:市教育局、市财政局,各区、市政府。以下均需各区落实。)")
    line = part("责任单位:市经信局、市税务局(列第一位者为牵头单位,下同)")

    assert parted.labels[0].text == "市教育局、市财政局,各区、市政府"
    assert parted.labels[0].note == "以下均需各区落实"
    assert line.labels[0].text == "市经信局、市税务局"
    assert "下同" in line.labels[0].note


def test_a_bare_bracket_of_units_counts_only_when_asked() -> None:
    """Whether （教育局、财政局） names who does it, the whole list decides."""
    text = "建3所学校（区教育局、区财政局）"

    assert part(text).labels == ()
    assert part(text, bare=True).labels[0].text == "区教育局、区财政局"


def test_a_line_that_begins_with_a_label() -> None:
    """With a bracket before it or without."""
    assert starts_with_label("协办单位：财政局")
    assert starts_with_label("（责任单位：财政局）")
    assert not starts_with_label("财政局为协办单位")
