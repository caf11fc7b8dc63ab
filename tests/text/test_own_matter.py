"""Whether a text speaks of its own item."""

from toolkit.text.own_matter import speaks_not_of, speaks_of, touches

OWN = "为100名残疾儿童开展康复救助，给予康复训练、矫治手术"
OTHER = "为独居老人安装火灾探测报警器，129户免费安装独立式智能感烟报警器，新增护理床位"
TEXT = "各街道联合消防部门入户走访独居老人，安装感烟报警器并现场教会使用，目前已装105户，护理床位到位。"


def test_a_text_of_another_item() -> None:
    """It has nothing of its own item and several things of the other."""
    assert not touches(TEXT, OWN)
    assert speaks_not_of(TEXT, OWN)
    assert speaks_of(TEXT, OTHER, OTHER) > 0


def test_a_text_of_its_own_item() -> None:
    """One word is enough."""
    text = "残疾儿童康复训练79名，另有入户走访12户。"

    assert touches(text, OWN)
    assert not speaks_not_of(text, OWN)


def test_a_text_that_may_be_of_anything() -> None:
    """A few words, or words that every work has, say nothing."""
    assert not speaks_not_of("正常推进，已完成施工招标。", OWN)
    assert speaks_of("设备安装到位，街道组织培训活动。", "街道设备安装、培训活动", "培训") == 0
