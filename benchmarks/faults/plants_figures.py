"""Plants in the figures of progress: family J."""

from math import ceil

from benchmarks.faults.counted import counted, done, only_counted, told, under_way
from benchmarks.faults.draft import need
from benchmarks.faults.plant import NO_FIGURE, ItemPlace, Plant, on_item
from benchmarks.faults.source import COLUMNS
from toolkit.model.scheme import Key
from toolkit.text.measures import counts_things
from toolkit.text.status import tells_part

_OTHER_MEASURES = {
    "个": "户",
    "处": "平方米",
    "座": "平方米",
    "所": "人",
    "间": "人",
    "家": "人",
    "户": "人",
    "名": "户",
    "人": "户",
    "条": "米",
    "公里": "条",
    "口": "盏",
    "场": "人",
    "场次": "人",
    "次": "人",
    "人次": "场",
    "台": "户",
    "张": "平方米",
    "辆": "处",
    "平方米": "户",
}
"""Measures that count something else, as people write them by mistake."""

_ROUNDED = 10000
"""From here on amounts are told in 万, so that a small difference may be one of rounding."""

_NO_FIGURES = (
    "正常推进。{}正在施工，已{}。",
    "正常推进。{}正在有序开展，已{}。",
    "{}已全面铺开，正在抓紧实施；已{}。",
)
_UNMATCHED = (
    "正常推进。{0}正在组织实施，{1}等{2}同步推进，已{3}。",
    "正常推进。{0}正在施工，涉及{1}等地{2}，已{3}。",
    "{0}正在抓紧实施，{1}等{2}正在作业；已{3}。",
)
"""Amounts that are under way: nobody can tell from them how much is done."""


@on_item("J701", "没有完成数", also=("J718",))
def no_figure(place: ItemPlace) -> Key:
    """Tell of work, and of no amount."""
    counted(place, exact=False)
    names = under_way(place)
    need(not any(letter.isdecimal() for letter in names))
    text = _NO_FIGURES[place.number % len(_NO_FIGURES)]
    return place.put(Key.PROGRESS, text.format(names, place.state.deed))


@on_item("J718", "有数字而不是完成数", also=("J701", "J709"))
def not_the_figure(place: ItemPlace) -> Key:
    """Tell of an amount in the target's measure on which work is under way."""
    _, line = counted(place, exact=False)
    state = place.state
    need("面积" not in line.line.what)
    amount = line.line.said(line.line.rounded(line.line.total * 0.4))
    text = _UNMATCHED[place.number % len(_UNMATCHED)]
    where = "、".join(state.places[:2])
    return place.put(Key.PROGRESS, text.format(line.line.short, where, amount, state.deed))


@on_item("J702", "完成数大于目标", also=("J709", "J711"))
def too_much(place: ItemPlace) -> Key:
    """Have done more than was promised."""
    number, line = counted(place, exact=True)
    value = line.line.rounded(line.line.total * 1.3 + 2 * line.line.step)
    return told(place, number, done(line, value))


@on_item("J719", "达到了目标而没有说完成", also=("J709", "J711"))
def reached_unsaid(place: ItemPlace) -> Key:
    """Reach the only target, and say no word of it."""
    number, line = only_counted(place)
    need(line.line.exact and len(place.state.lines) == 1)
    return told(place, number, done(line, line.line.total))


@on_item("J720", "像是做完了而没有明说，也没有计划", also=(*NO_FIGURE, "J705", "J719"))
def finished_unsaid(place: ItemPlace) -> Key:
    """Tell of all that it ended, call it by no name, and plan nothing."""
    place.need_unfinished()
    names = under_way(place)
    need(names and not any(letter.isdecimal() for letter in names))
    text = f"{names}已经完工，对外开放。"
    need(not tells_part(text))
    place.put(Key.PLAN, "无")
    return place.put(Key.PROGRESS, text)


@on_item("J703", "计量单位不同", also=NO_FIGURE)
def other_measure(place: ItemPlace) -> Key:
    """Count in another measure than the target."""
    number, line = counted(place, exact=False, alone=True)
    measure = line.line.measure
    need(measure in _OTHER_MEASURES)
    other = _OTHER_MEASURES[measure]
    value = ceil(line.value) if counts_things(other) else line.value
    text = done(line, value).removesuffix(measure) + other
    return told(place, number, text)


@on_item("J704", "其中各项之和大于总数")
def parts_too_much(place: ItemPlace) -> Key:
    """Name parts, said to be among them, that make more than the whole."""
    return _parted(place, "，其中{}{}、{}{}", 1)


@on_item("J704", "分别列出的各项之和小于总数")
def parts_too_little(place: ItemPlace) -> Key:
    """Name all of the parts, which make less than the whole."""
    return _parted(place, "，分别是{}{}、{}{}", -1)


def _parted(place: ItemPlace, words: str, wrong: int) -> Key:
    number, line = counted(place, exact=False)
    need(line.value < _ROUNDED)
    step, places, said = line.line.step, place.state.places, line.line.said
    first = line.line.rounded(line.value / 2)
    second = round(line.value - first + 2 * wrong * step, 1)
    need(first > 0 and second > 0)
    text = words.format(places[0], said(first), places[1], said(second))
    return told(place, number, f"{done(line, line.value)}{text}")


@on_item("J709", "剩余数对不上")
def rest_wrong(place: ItemPlace) -> Key:
    """Name a rest that does not make up the whole."""
    number, line = counted(place, exact=True, alone=True)
    rest = round(line.line.total - line.value + 3 * line.line.step, 1)
    text = f"{done(line, line.value)}，剩余{line.line.said(rest)}正在组织实施"
    return told(place, number, text)


@on_item("J711", "百分比与数量对不上")
def share_wrong(place: ItemPlace) -> Key:
    """Name a share that is not that of the amounts."""
    number, line = counted(place, exact=True)
    share = int(line.value / line.line.total * 100) - 18
    text = f"{done(line, line.value)}，占目标任务{line.line.said(line.line.total)}的{share}%"
    return told(place, number, text)


@on_item("J712", "累计完成与文字不同", setting=COLUMNS, also=("J705",))
def cell_differs(place: ItemPlace) -> Key:
    """Put another amount into the column 累计完成 than into the text, and its own rate."""
    number, line = only_counted(place)
    told(place, number, done(line, line.value))
    other = round(line.value - max(line.line.step, line.line.rounded(line.value * 0.04)), 1)
    need(other > 0)
    place.put(Key.RATE, round(other / line.line.total, 4))
    return place.put(Key.DONE, other)


@on_item("J712", "完成率与完成数不同", setting=COLUMNS, also=("J705",))
def rate_differs(place: ItemPlace) -> Key:
    """Put a rate into the column 完成率 that its amount does not make."""
    number, line = only_counted(place)
    told(place, number, done(line, line.value))
    place.put(Key.DONE, line.value)
    return place.put(Key.RATE, round(line.value / line.line.total - 0.06, 3))


PLANTS: tuple[Plant, ...] = (
    no_figure,
    not_the_figure,
    too_much,
    reached_unsaid,
    finished_unsaid,
    other_measure,
    parts_too_much,
    parts_too_little,
    rest_wrong,
    share_wrong,
    cell_differs,
    rate_differs,
)
