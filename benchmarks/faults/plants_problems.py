"""Plants in problems against progress and plan, in names, and in the wrong row: J730 to J734, H762."""

from benchmarks.faults.draft import need
from benchmarks.faults.lines import LineState, Sort
from benchmarks.faults.plant import NO_FIGURE, ItemPlace, Plant, on_item
from toolkit.model.programme import Item
from toolkit.model.scheme import Key
from toolkit.text.named_lists import name_lists

_BUILT_BY = ("处", "个", "所", "座", "家", "条", "台")
_TEXTS = (Key.NAME, Key.SUMMARY, Key.CONTENT)
_HINDERED = (
    "另有3处因供电容量不足未能通电",
    "另有2处权属有争议，暂未进场",
    "受连续降雨影响，1处被迫停止施工",
    "第二批奖补资金还没有到位",
    "其中1处的规划许可至今没有办下来",
    "另有2处业主不让施工车辆进场",
    "1处因燃气管线未迁改，路面一直铺不了",
)
_FIRM = (
    "2处点位用地手续没有办下来，无法进场。",
    "消防验收资料不全，暂时办不了登记。",
    "1处房屋产权有纠纷，业主不同意施工。",
    "管理人员还缺6名，夜间无人值守。",
    "工作人员年龄偏大，不会操作新设备。",
)
_BESIDE = (
    "印发宣传海报500份，开展迎国庆主题活动。",
    "做好典型经验总结，开展满意度测评。",
    "继续做好政策宣传，征集群众意见。",
)


@on_item("J731", "进展里有困难而问题填无", also=("J714",))
def hindered(place: ItemPlace) -> Key | None:
    """Name a hindrance in the progress, and 无 for a problem."""
    place.need_unfinished()
    words = _HINDERED[place.number % len(_HINDERED)]
    place.put(Key.PROGRESS, f"{place.text(Key.PROGRESS).rstrip('。')}，{words}。")
    return place.put(Key.PROBLEM, "无")


@on_item("J732", "计划不回应问题")
def left_alone(place: ItemPlace) -> Key:
    """Name a problem, and plan something that is beside the work."""
    place.need_unfinished()
    place.put(Key.PROBLEM, _FIRM[place.number % len(_FIRM)])
    return place.put(Key.PLAN, _BESIDE[place.number % len(_BESIDE)])


@on_item("J733", "已完成而计划还在准备", also=(*NO_FIGURE, "J705", "J707", "J710", "V405"))
def prepared_again(place: ItemPlace) -> Key:
    """Say that all is done, and plan to bring it about."""
    place.need_unfinished()
    name = next(n.line.short for n in place.state.lines if n.line.sort is not Sort.SENTENCE)
    place.put(Key.PROGRESS, f"{name}已全部竣工，年度任务全部完成。")
    return place.put(Key.PLAN, "加快施工进度，确保年底前竣工。")


@on_item(
    "J733", "全部建成而计划还在建剩余的", also=(*NO_FIGURE, "J705", "J707", "J709", "J710", "V405")
)
def rest_again(place: ItemPlace) -> Key:
    """Say that all of a thing is done, and plan to build the rest of it."""
    place.need_unfinished()
    line = next(n.line for n in place.state.lines if n.line.sort is not Sort.SENTENCE)
    need(line.measure in _BUILT_BY)
    name = line.short
    place.put(Key.PROGRESS, f"正常推进。{name}全部建成。")
    return place.put(Key.PLAN, f"加快剩余{name}施工，年底前完工。")


@on_item(
    "J734",
    "已完成而问题里还有没做到的",
    also=(*NO_FIGURE, "J705", "J707", "J710", "J715", "J720", "V405"),
)
def part_not_working(place: ItemPlace) -> Key:
    """Say that all is done, and name places where it is not."""
    place.need_unfinished()
    name = next(n.line.short for n in place.state.lines if n.line.sort is not Sort.SENTENCE)
    place.put(Key.PROBLEM, "有4处网络不通，至今没有接入。")
    place.put(Key.PLAN, "年底前协调接通4处网络。")
    return place.put(Key.PROGRESS, f"{name}均已竣工，年度任务全面完成。")


@on_item("J730", "填到了别的事项的行里", also=(*NO_FIGURE, "J703", "J705", "J708", "H762"))
def wrong_row(place: ItemPlace) -> Key:
    """Put the progress of another item, which shares no word with this one, in its row."""
    place.need_unfinished()
    programme, own = (
        place.clean.world.programme,
        _pairs(_words(place.item) + (place.item.group or "")),
    )
    states = place.clean.states
    found = [
        text
        for item in programme.items
        if item.code != place.code
        and len(_pairs(text := _matter(states[item.code].lines)) & _pairs(_words(item))) >= _ALIKE
        and not _pairs(text) & own
    ]
    need(found)
    return place.put(Key.PROGRESS, found[place.number % len(found)])


_ALIKE = 13
"""So many pairs of characters of another item's progress stand in the list's words on it."""


def _matter(lines: tuple[LineState, ...]) -> str:
    return "；".join(f"{n.line.what}{n.told}" for n in lines if n.line.sort is Sort.COUNT)


def _words(item: Item) -> str:
    return "".join(item.values.get(key, "") for key in _TEXTS)


def _kind(names: tuple[str, ...]) -> str:
    """Return the characters with which all names end."""
    most = min(map(len, names))
    return next(
        end
        for n in range(most, 0, -1)
        if all(name.endswith(end := names[0][-n:]) for name in names)
    )


def _pairs(text: str) -> set[str]:
    return {text[n : n + 2] for n in range(len(text) - 1)}


@on_item("H762", "点名的地方换了一个", also=(*NO_FIGURE, "J705", "J708"))
def replaced(place: ItemPlace) -> Key:
    """List the names of the list's own text with another in the place of the last."""
    place.need_unfinished()
    lists = name_lists("。".join(place.item.values.get(key, "") for key in _TEXTS))
    need(lists)
    *names, last = lists[0]
    new = f"棠梨{_kind((*names, last))}"
    return place.put(Key.PROGRESS, f"正常推进。{'、'.join((*names, new))}均已进场施工。")


PLANTS: tuple[Plant, ...] = (
    hindered,
    left_alone,
    prepared_again,
    rest_again,
    part_not_working,
    wrong_row,
    replaced,
)
