"""Plants in figures that do not fit each other or the item's own target: family J."""

from benchmarks.faults import prose
from benchmarks.faults.counted import counted, done, only_counted, told
from benchmarks.faults.draft import need
from benchmarks.faults.lines import Sort
from benchmarks.faults.plant import ItemPlace, Plant, on_item
from toolkit.model.scheme import Key

_ROUNDED = 10000
"""From here on amounts are told in 万, so that a small difference may be one of rounding."""

_NAMES = "北湖{0}、南湖{0}、东湖{0}、西湖{0}"
_KINDS = {"所": "学校", "家": "服务中心", "处": "服务站", "座": "便民站", "个": "社区", "条": "路"}
"""How names end of what is counted in a measure."""

_HELD = 0.4


@on_item("J701", "几个目标漏报一个", also=("J718",))
def left_out(place: ItemPlace) -> Key:
    """Tell of one target, and not a word of another."""
    number, line = counted(place, exact=False)
    state = place.state
    need("面积" not in line.line.what and line.line.measure != "平方米")
    kept = [n for n, each in enumerate(state.lines) if n != number and each.line.sort is Sort.COUNT]
    need(kept and state.lines[kept[0]].line.what not in line.line.what)
    other = state.lines[kept[0]]
    need(other.line.measure != line.line.measure)
    need(not set(_pairs(line.line.short)) & set(_pairs(other.line.short)))
    need(any(target.number == other.line.total for target in place.targets))
    return place.put(Key.PROGRESS, f"正常推进。{done(other, other.value)}。")


def _pairs(words: str) -> list[str]:
    return [words[at : at + 2] for at in range(len(words) - 1)]


@on_item("J706", "说完成了年度任务而完成数不足", also=("J705", "J719", "J720"))
def claimed_done(place: ItemPlace) -> Key:
    """Say that the year's task is done, with a figure that is short of it."""
    number, line = only_counted(place)
    exact = {target.number for target in place.targets if target.comparator == "等于"}
    need(line.line.exact and line.value < line.line.total and line.line.total in exact)
    return told(place, number, f"{done(line, line.value)}，已全面完成年度任务", "")


@on_item("J723", "名单比数量多", also=("J705",))
def too_many_names(place: ItemPlace) -> Key:
    """Name one more than the number says."""
    number, line = counted(place, exact=False)
    measure = line.line.measure
    need(measure in _KINDS and line.line.total >= len(_KINDS))
    names = _NAMES.format(_KINDS[measure])
    return told(place, number, f"{done(line, 3)}，分别为{names}")


@on_item("J724", "其中各项之和略小于总数")
def parts_nearly(place: ItemPlace) -> Key:
    """Name what look like all of the parts, which make a little less than the whole."""
    number, line = counted(place, exact=False)
    step = line.line.step
    first = line.line.rounded(line.value * _HELD)
    second = round(line.value - first - 2 * step, 1)
    need(line.value < _ROUNDED and min(first, second) > 2 * step and 2 * step < line.value / 5)
    places, said = place.state.places, line.line.said
    parts = f"其中{places[0]}{said(first)}、{places[1]}{said(second)}"
    return told(place, number, f"{done(line, line.value)}，{parts}")


@on_item("J725", "年度目标写成了另一个数", also=("J711",))
def another_target(place: ItemPlace) -> Key:
    """State the year's target with another number, and the share of that."""
    number, line = only_counted(place)
    other = round(line.line.total - max(line.line.step, line.line.rounded(line.line.total / 8)), 1)
    need(line.line.exact and 0 < line.value < other)
    share = int(1000 * line.value / other) / 10
    text = f"{done(line, line.value)}，占年度目标{line.line.said(other)}的{share:g}%"
    return told(place, number, text)


@on_item("J726", "按计划达不到目标", also=("J709",))
def plan_too_little(place: ItemPlace) -> Key:
    """Plan the whole of the target, with a number that is too small for it."""
    number, line = counted(place, exact=True, alone=True)
    left = line.line.total - line.value
    more = line.line.rounded(left / 3)
    need(0 < more < left - line.line.step and line.value < _ROUNDED)
    told(place, number, done(line, line.value))
    said = line.line.said
    return place.put(
        Key.PLAN,
        f"四季度再{line.line.verb}{said(more)}，确保完成全年{said(line.line.total)}的目标。",
    )


@on_item("J727", "标准乘数量不等于总额")
def wrong_product(place: ItemPlace) -> Key:
    """Pay another sum than the number and the rate make."""
    return _added(place, "按每人300元的标准，为126人发放补助，共支付4.78万元", ("人", "名", "元"))


@on_item("J728", "整改的比排查的多")
def more_than_there_is(place: ItemPlace) -> Key:
    """Mend more than was found."""
    return _added(place, "现场排查隐患36处，已整改42处", ("处",))


@on_item("J729", "增幅算错")
def wrong_rise(place: ItemPlace) -> Key:
    """Name a rise that is not the one between the two numbers."""
    return _added(place, "补助标准由每人每月960元提高到1000元，增幅5.2%", ("元", "%"))


@on_item("J736", "合格率超过100%")
def more_than_all(place: ItemPlace) -> Key:
    """Find more right than there is."""
    return _added(place, "随机抽检合格率103%", ("%",))


def _added(place: ItemPlace, clause: str, measures: tuple[str, ...]) -> Key:
    """Add a clause to the progress of an item that has no target in its measures."""
    place.need_unfinished()
    need(not any(target.measure.startswith(measures) for target in place.targets))
    state = place.state
    clauses = [prose.clause(line, state, state.turn + n) for n, line in enumerate(state.lines)]
    return place.put(Key.PROGRESS, prose.joined([*clauses, clause], "正常推进。", state.seed))


PLANTS: tuple[Plant, ...] = (
    left_out,
    claimed_done,
    too_many_names,
    parts_nearly,
    another_target,
    plan_too_little,
    wrong_product,
    more_than_there_is,
    wrong_rise,
    more_than_all,
)
