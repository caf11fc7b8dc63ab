"""The targets of a new programme."""

from toolkit.model.programme import Item
from toolkit.model.scheme import Key
from toolkit.notices.targets import programme_targets


def _item(code: str, project: str = "", name: str = "", content: str = "") -> Item:
    texts = {Key.NUMBER: "1", Key.PROJECT: project, Key.NAME: name, Key.CONTENT: content}
    return Item(code, texts, "教育局")


def test_every_item_has_its_own_targets() -> None:
    """They carry the item's 编号, in the list's order, with measure and comparator in words."""
    items = [
        _item("M001", content="新建幼儿园3所"),
        _item("M002", content="培训护理员不少于200人次"),
    ]

    targets = programme_targets(items)

    assert [(t.code, t.subject, t.number, t.measure, t.comparator) for t in targets] == [
        ("M001", "幼儿园", 3, "所", "等于"),
        ("M002", "护理员", 200, "人次", "不少于"),
    ]


def test_name_and_content_say_it_once() -> None:
    """A promise that the name and the content repeat is one target."""
    (target,) = programme_targets([_item("M001", name="新建3所学校", content="年内新建3所学校。")])

    assert target.original == "新建3所学校"


def test_a_target_without_a_thing_is_about_the_item() -> None:
    """The sheet never leaves 目标内容 empty."""
    (target,) = programme_targets([_item("M001", name="危桥改造", content="年内完成12座。")])

    assert target.subject == "危桥改造"


def test_a_headline_that_sums_up_adds_nothing() -> None:
    """What the items say themselves is not taken from their project's headline again."""
    headline = "新建学校3所；修路5公里"
    items = [
        _item("M001", headline, "新建学校3所"),
        _item("M002", headline, "修路5公里"),
    ]

    assert [(t.code, t.number) for t in programme_targets(items)] == [("M001", 3), ("M002", 5)]


def test_what_only_the_headline_says_is_kept() -> None:
    """It goes to the project's first item, once."""
    headline = "新建学校3所；修路5公里"
    items = [_item("M001", headline, "新建学校"), _item("M002", headline, "修路5公里")]

    assert [(t.code, t.number) for t in programme_targets(items)] == [("M001", 3), ("M002", 5)]


def test_a_line_break_inside_a_phrase_does_not_reach_the_sheet() -> None:
    """A phrase stands on one line of its cell."""
    (target,) = programme_targets([_item("M001", content="实现应急广播\n终端全覆盖")])

    assert target.original == "实现应急广播终端全覆盖"


def test_a_column_of_targets_is_read_too() -> None:
    """What the content says already counts once."""
    texts = {
        Key.NAME: "学前教育",
        Key.CONTENT: "新建幼儿园3所",
        Key.TARGET: "新建幼儿园3所，新增学位90个",
    }
    targets = programme_targets([Item("M001", texts, "教育局")])

    assert [(target.subject, target.number) for target in targets] == [("幼儿园", 3), ("学位", 90)]
