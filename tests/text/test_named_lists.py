"""Lists of names, and a name in the place of another."""

import pytest

from toolkit.text.named_lists import name_lists, replaced_name

NURSERIES = ("象耳山苗圃", "台柳路苗圃", "闫家山苗圃")
PARKS = ("保利口袋公园", "方圆小游园", "长虹园", "凯赛园")


@pytest.mark.parametrize(
    ("text", "lists"),
    [
        ("拟将象耳山苗圃、台柳路苗圃、闫家山苗圃三处“改圃建园”", (NURSERIES,)),
        ("保利口袋公园、方圆小游园、长虹园、凯赛园等4个口袋公园，12月底完成。", (PARKS,)),
        ("建设甲村站、乙庄站、丙里站3个消防站", (("甲村站", "乙庄站", "丙里站"),)),
        ("选址15处、设计12处、施工5处", ()),
        ("音乐、舞蹈、戏曲", ()),
        ("甲村站、乙庄站", ()),
        ("没有名单", ()),
    ],
)
def test_name_lists(text: str, lists: tuple[tuple[str, ...], ...]) -> None:
    """Three at least that end alike; amounts are no names."""
    assert name_lists(text) == lists


@pytest.mark.parametrize(
    ("names", "text", "new"),
    [
        (NURSERIES, "象耳山苗圃园路完成，台柳路苗圃土方施工，错埠岭苗圃开工。", "错埠岭苗圃"),
        (PARKS, "保利口袋公园、方圆小游园建成；长虹园、万达口袋公园正在施工。", "万达口袋公园"),
        (NURSERIES, "象耳山苗圃园路完成，台柳路苗圃土方施工，闫家山苗圃开工。", None),
        (NURSERIES, "象耳山苗圃园路完成，错埠岭苗圃开工。", None),
        (NURSERIES, "象耳山苗圃、台柳路苗圃开工，其余苗圃未开工。", None),
        (PARKS, "保利口袋公园、方圆小游园建成；长虹园正在施工，校园文化墙建成。", None),
    ],
)
def test_replaced_name(names: tuple[str, ...], text: str, new: str | None) -> None:
    """Just one is missing and just one is new."""
    found = replaced_name(names, text, "。".join(names))

    assert (found.name if found else None) == new
    if found:
        assert found.missing == names[-1]


def test_a_name_that_is_known_is_not_new() -> None:
    """What any earlier text names belongs to the item."""
    text = "象耳山苗圃园路完成，台柳路苗圃土方施工，错埠岭苗圃开工。"

    assert replaced_name(NURSERIES, text, "错埠岭苗圃已移交") is None
