"""Plants in the figures of progress, and between units: families J and U."""

from openpyxl import load_workbook

from benchmarks.faults import prose
from benchmarks.faults.lines import LineState, Sort
from benchmarks.faults.plant import ItemPlace, Plant, ReturnPlace, Spot, on_item, on_return
from benchmarks.faults.source import COLUMNS, COMING, EACH, LAST
from toolkit.model.scheme import Key

_OTHER_MEASURES = {
    "个": "处",
    "处": "个",
    "所": "间",
    "间": "所",
    "家": "户",
    "户": "人",
    "人": "户",
    "名": "户",
    "条": "公里",
    "口": "间",
    "场": "次",
    "场次": "次",
    "次": "场次",
    "台": "套",
    "张": "间",
    "座": "处",
    "人次": "场",
    "辆": "处",
}
_BUILT = frozenset(("建成", "新建", "改造", "打造", "打通", "铺设", "新改扩建", "完善", "治理"))
"""What is done with works that need a tender."""

_FEWEST = 4
"""Of so many at least a share can be told."""


def _told(place: ItemPlace, number: int, text: str, start: str | None = None) -> Key:
    """Write the progress with another clause in the place of one."""
    state = place.state
    clauses = [prose.clause(line, state, state.turn + n) for n, line in enumerate(state.lines)]
    clauses[number] = text
    clauses.append(f"已{state.deed}")
    start = "正常推进。" if start is None else start
    return place.put(Key.PROGRESS, prose.joined(clauses, start, state.seed))


def _counted(place: ItemPlace, *, exact: bool) -> tuple[int, LineState]:
    """Return a line that is under way and has a target, with its number.

    Args:
        exact: The target is an exact amount.
    """
    place.need_unfinished()
    known = {(t.number, t.measure) for t in place.targets if not exact or t.comparator == "等于"}
    found = [
        (n, line)
        for n, line in enumerate(place.state.lines)
        if line.line.sort is Sort.COUNT
        and (line.line.exact or not exact)
        and (line.line.total, line.line.measure) in known
        and line.line.total >= _FEWEST
        and not (line.finished or line.line.base or line.parts)
    ]
    place.need(found)
    return found[0]


def _done(line: LineState, value: float) -> str:
    return f"{line.line.what}已{line.line.verb}{line.line.said(value)}"


@on_item("J701", "没有完成数")
def no_figure(place: ItemPlace) -> Key:
    """Tell of work, and of no amount."""
    _counted(place, exact=False)
    names = "、".join(n.line.short for n in place.state.lines if n.line.sort is not Sort.SENTENCE)
    return place.put(Key.PROGRESS, f"正常推进。{names}正在有序开展，已{place.state.deed}。")


@on_item("J702", "完成数大于目标", also=("J709", "J711"))
def too_much(place: ItemPlace) -> Key:
    """Have done more than was promised."""
    number, line = _counted(place, exact=True)
    value = line.line.rounded(line.line.total * 1.3 + 2 * line.line.step)
    return _told(place, number, _done(line, value))


@on_item("J703", "计量单位不同", also=("J701",))
def other_measure(place: ItemPlace) -> Key:
    """Count in another measure than the target."""
    number, line = _counted(place, exact=False)
    measure = line.line.measure
    place.need(measure in _OTHER_MEASURES)
    text = _done(line, line.value).removesuffix(measure) + _OTHER_MEASURES[measure]
    return _told(place, number, text)


@on_item("J704", "其中各项之和大于总数")
def parts_too_much(place: ItemPlace) -> Key:
    """Name parts, said to be among them, that make more than the whole."""
    return _parted(place, "，其中{}{}、{}{}", 1)


@on_item("J704", "分别列出的各项之和小于总数")
def parts_too_little(place: ItemPlace) -> Key:
    """Name all of the parts, which make less than the whole."""
    return _parted(place, "，分别是{}{}、{}{}", -1)


def _parted(place: ItemPlace, words: str, wrong: int) -> Key:
    number, line = _counted(place, exact=False)
    step, places, said = line.line.step, place.state.places, line.line.said
    first = line.line.rounded(line.value / 2)
    second = round(line.value - first + 2 * wrong * step, 1)
    place.need(first > 0 and second > 0)
    text = words.format(places[0], said(first), places[1], said(second))
    return _told(place, number, f"{_done(line, line.value)}{text}")


@on_item("J705", "完成率慢于序时")
def behind_pace(place: ItemPlace) -> Key:
    """Be far behind the calendar."""
    number, line = _counted(place, exact=False)
    return _told(place, number, _done(line, line.line.rounded(line.line.total * 0.25)))


@on_item("J706", "报已完成而还有未完")
def not_all_done(place: ItemPlace) -> Key:
    """Declare an item finished of which the text says that work remains."""
    number, line = _counted(place, exact=True)
    rest = line.line.said(round(line.line.total - line.value, 1))
    text = f"{_done(line, line.value)}，其余{rest}正在施工"
    return _told(place, number, text, "已完成。")


@on_item("J706", "选了已完成而还有未完", setting=COLUMNS, also=("J705",))
def chosen_done(place: ItemPlace) -> Key | None:
    """Choose 已完成 for an item of which the text says that work remains."""
    number, line = _counted(place, exact=True)
    rest = line.line.said(round(line.line.total - line.value, 1))
    _told(place, number, f"{_done(line, line.value)}，其余{rest}正在施工")
    place.put(Key.STATUS, "已完成")
    return None


@on_item("J707", "全部完成而状态未完成", setting=COLUMNS, also=("J701", "J711", "J712"))
def all_done(place: ItemPlace) -> Key | None:
    """Say that all is done and choose 正常推进."""
    _, line = _counted(place, exact=True)
    text = f"{_done(line, line.line.total)}，全年目标任务已全部完成。"
    place.put(Key.PROGRESS, text)
    return None


@on_item("J708", "临近时限仍在前期", setting=COMING, also=("J701", "J705"))
def still_preparing(place: ItemPlace) -> Key | None:
    """Be in preparation shortly before the end, and name no problem."""
    place.need_unfinished()
    first = place.state.lines[0].line
    place.need(first.sort in (Sort.FEW, Sort.STAGES) or first.verb in _BUILT)
    place.put(Key.PROBLEM, "无")
    place.put(Key.PROGRESS, f"正常推进。{first.short}正在办理立项和施工招标手续。")
    return None


@on_item("J709", "剩余数对不上")
def rest_wrong(place: ItemPlace) -> Key:
    """Name a rest that does not make up the whole."""
    number, line = _counted(place, exact=True)
    rest = round(line.line.total - line.value + 3 * line.line.step, 1)
    text = f"{_done(line, line.value)}，剩余{line.line.said(rest)}正在组织实施"
    return _told(place, number, text)


@on_item("J710", "过了时限没有完成", setting=LAST, also=("J705", "J708", "J716", "V405", "J701"))
def overdue(place: ItemPlace) -> Key | None:
    """Be unfinished when the year's time is over."""
    counted = [
        line for line in place.state.lines if line.line.sort is Sort.COUNT and not line.line.free
    ]
    place.need(counted)
    line = counted[0].line
    value = line.rounded(line.total * 0.9)
    place.need(value < line.total)
    text = f"正常推进。{_done(counted[0], value)}，其余正在组织实施。"
    place.put(Key.PROGRESS, text)
    rest = line.said(round(line.total - value, 1))
    year = place.clean.world.year + 1
    place.put(Key.PLAN, f"{year}年1月20日前再{line.verb}{line.short}{rest}。")
    return None


@on_item("J711", "百分比与数量对不上")
def share_wrong(place: ItemPlace) -> Key:
    """Name a share that is not that of the amounts."""
    number, line = _counted(place, exact=True)
    share = int(line.value / line.line.total * 100) - 18
    text = f"{_done(line, line.value)}，占目标任务{line.line.said(line.line.total)}的{share}%"
    return _told(place, number, text)


@on_item("U502", "两个单位数字不一致", setting=EACH, also=("J705",), by_any=True)
def figures_differ(place: ItemPlace) -> Key | None:
    """Have the second unit report another amount."""
    place.need(len(place.drafts) > 1)
    _, line = _counted(place, exact=False)
    other = line.line.rounded(line.value * 0.8)
    place.need(other < line.value)
    text = place.drafts[1].text(place.code, Key.PROGRESS)
    place.need(line.told in text)
    place.drafts[1].put(place.code, Key.PROGRESS, f"正常推进。{_done(line, other)}。")
    place.put(Key.PROGRESS, f"正常推进。{_done(line, line.value)}。")
    return None


@on_item("U502", "两个单位状态不一致", setting=EACH, by_any=True)
def states_differ(place: ItemPlace) -> Key | None:
    """Have the second unit report the item as finished."""
    place.need(len(place.drafts) > 1)
    _, line = _counted(place, exact=False)
    text = f"已完成。{_done(line, line.line.total)}。"
    place.drafts[1].put(place.code, Key.PROGRESS, text)
    place.drafts[1].put(place.code, Key.PLAN, None)
    return None


@on_return("U503", "清单里没有了主办单位", also=("F102", "S302", "S303", "S307", "S308", "U501"))
def nobody(place: ReturnPlace) -> Spot:
    """Take the units of an item out of the list."""
    code = next(iter(place.draft.rows))
    item = place.clean.world.programme.by_code[code]
    book = load_workbook(place.workspace.programme_path)
    for cell in book["清单"][item.row + 1]:
        if cell.value == item.values[Key.LEAD]:
            cell.value = None
    book.save(place.workspace.programme_path)
    return Spot(item=code)


PLANTS: tuple[Plant, ...] = (
    no_figure,
    too_much,
    other_measure,
    parts_too_much,
    parts_too_little,
    behind_pace,
    not_all_done,
    chosen_done,
    all_done,
    still_preparing,
    rest_wrong,
    overdue,
    share_wrong,
    figures_differ,
    states_differ,
    nobody,
)
