"""Plants in how an item is said to stand, against the calendar, and between units: J and U."""

from collections.abc import Callable
from datetime import date, timedelta

from openpyxl import load_workbook

from benchmarks.faults.counted import counted, done, told
from benchmarks.faults.draft import need
from benchmarks.faults.lines import Sort
from benchmarks.faults.plant import (
    NO_FIGURE,
    ItemPlace,
    Plant,
    ReturnPlace,
    Spot,
    on_item,
    on_return,
)
from benchmarks.faults.source import COLUMNS, COLUMNS_LAST, COMING, EACH, LAST, Setting
from toolkit.model.scheme import Key
from toolkit.text.finish_dates import finish_date

_BUILT = frozenset(("建成", "新建", "改造", "打造", "打通", "铺设", "新改扩建", "完善", "治理"))
"""What is done with works that need a tender."""

_SLOW = ("进度滞后。", "推进缓慢。", "进展缓慢。", "较计划滞后。")
_STILL_THERE = (
    "地块权属有争议，村民阻拦施工机械。",
    "设计变更尚未批复，合同款未结清。",
    "临近住户投诉噪声，夜间作业被叫停。",
)


@on_item("J705", "完成率慢于序时")
def behind_pace(place: ItemPlace) -> Key:
    """Be far behind the calendar."""
    number, line = counted(place, exact=False)
    return told(place, number, done(line, line.line.rounded(line.line.total * 0.25)))


@on_item("J706", "报已完成而还有未完")
def not_all_done(place: ItemPlace) -> Key:
    """Declare an item finished of which the text says that work remains."""
    number, line = counted(place, exact=True)
    rest = line.line.said(round(line.line.total - line.value, 1))
    text = f"{done(line, line.value)}，其余{rest}正在施工"
    return told(place, number, text, "已完成。")


@on_item("J706", "选了已完成而还有未完", setting=COLUMNS, also=("J705", "J715"))
def chosen_done(place: ItemPlace) -> Key | None:
    """Choose 已完成 for an item of which the text says that work remains."""
    number, line = counted(place, exact=True)
    rest = line.line.said(round(line.line.total - line.value, 1))
    told(place, number, f"{done(line, line.value)}，其余{rest}正在施工")
    place.put(Key.STATUS, "已完成")
    return None


@on_item("J706", "选了已完成而完成数不足", setting=COLUMNS, also=("J705", "J712", "J715"))
def chosen_short(place: ItemPlace) -> Key | None:
    """Choose 已完成 for an item whose own figure is short of the target."""
    number, line = counted(place, exact=True)
    told(place, number, done(line, line.value), "")
    place.put(Key.STATUS, "已完成")
    return None


@on_item("J707", "全部完成而状态未完成", setting=COLUMNS, also=(*NO_FIGURE, "J711", "J712"))
def all_done(place: ItemPlace) -> Key | None:
    """Say that all is done and choose 正常推进."""
    _, line = counted(place, exact=True)
    text = f"{done(line, line.line.total)}，全年目标任务已全部完成。"
    place.put(Key.PROGRESS, text)
    return None


@on_item("J708", "临近时限仍在前期", setting=COMING, also=(*NO_FIGURE, "J705"))
def still_preparing(place: ItemPlace) -> Key | None:
    """Be in preparation shortly before the end, and name no problem."""
    place.need_unfinished()
    first = place.state.lines[0].line
    need(first.sort in (Sort.FEW, Sort.STAGES) or first.verb in _BUILT)
    place.put(Key.PROBLEM, "无")
    place.put(Key.PROGRESS, f"正常推进。{first.short}正在办理立项和施工招标手续。")
    return None


@on_item(
    "J710", "过了时限没有完成", setting=LAST, also=("J705", "J708", "J716", "V405", *NO_FIGURE)
)
def overdue(place: ItemPlace) -> Key | None:
    """Be unfinished when the year's time is over."""
    numbered = [
        line for line in place.state.lines if line.line.sort is Sort.COUNT and not line.line.free
    ]
    need(numbered)
    line = numbered[0].line
    value = line.rounded(line.total * 0.9)
    need(value < line.total)
    text = f"正常推进。{done(numbered[0], value)}，其余正在组织实施。"
    place.put(Key.PROGRESS, text)
    rest = line.said(round(line.total - value, 1))
    year = place.clean.world.year + 1
    place.put(Key.PLAN, f"{year}年1月20日前再{line.verb}{line.short}{rest}。")
    return None


@on_item("J714", "文字说滞后而没有问题")
def lagging(place: ItemPlace) -> Key:
    """Say that the item lags, and name no problem."""
    place.need_unfinished()
    text = place.text(Key.PROGRESS).removeprefix("正常推进。").lstrip()
    start = _SLOW[place.number % len(_SLOW)]
    place.put(Key.PROGRESS, f"{start}\n{text}" if "\n" in text else f"{start}{text}")
    return place.put(Key.PROBLEM, "无")


@on_item("J714", "选了推进缓慢而没有问题", setting=COLUMNS)
def chosen_slow(place: ItemPlace) -> Key:
    """Choose 推进缓慢 and name no problem."""
    place.need_unfinished()
    place.put(Key.STATUS, "推进缓慢")
    return place.put(Key.PROBLEM, "无")


def _still_there(name: str, setting: Setting) -> Plant:
    @on_item("J715", name, setting=setting)
    def plant(place: ItemPlace) -> Key:
        need(place.state.finished)
        return place.put(Key.PROBLEM, _STILL_THERE[place.number % len(_STILL_THERE)])

    return plant


def _past(name: str, day: Callable[[ItemPlace], str]) -> Plant:
    @on_item("J716", name)
    def plant(place: ItemPlace) -> Key:
        place.need_unfinished()
        text = place.text(Key.PLAN)
        start = f"{day(place)}前"
        before, found, rest = text.partition("前")
        need(found and before[-1:] in "底日")
        return place.put(Key.PLAN, f"{start}{rest}")

    return plant


def _last_month(place: ItemPlace) -> str:
    return f"{place.clean.period.end.month - 1}月底"


def _whole_date(place: ItemPlace) -> str:
    return f"{place.clean.world.year}年{place.clean.period.end.month - 2}月20日"


@on_item("J717", "预计完成时间晚于时限", setting=COLUMNS)
def expected_late(place: ItemPlace) -> Key:
    """Expect to be finished a month or two after the day by which the item has to be."""
    place.need_unfinished()
    year = place.clean.world.year
    due = finish_date(place.clean.world.programme.settings.finish_by, year)
    need(due)
    whole_year = any("年底" in text for text in place.item.values.values())
    last = date(year, 12, 31) if whole_year or due is None else due
    day = last + timedelta(days=31 + 9 * place.number)
    forms = (
        f"{day.year}年{day.month}月{day.day}日",
        f"{day.year}年{day.month}月底",
        f"{day.year}-{day.month:02d}-{day.day:02d}",
    )
    return place.put(Key.DEADLINE, forms[place.number % len(forms)])


@on_item("U502", "两个单位数字不一致", setting=EACH, also=("J705", *NO_FIGURE), by_any=True)
def figures_differ(place: ItemPlace) -> Key | None:
    """Have the second unit report another amount."""
    need(len(place.drafts) > 1)
    _, line = counted(place, exact=False)
    other = line.line.rounded(line.value * 0.8)
    need(other < line.value)
    text = place.drafts[1].text(place.code, Key.PROGRESS)
    need(line.told in text)
    place.drafts[1].put(place.code, Key.PROGRESS, f"正常推进。{done(line, other)}。")
    place.put(Key.PROGRESS, f"正常推进。{done(line, line.value)}。")
    return None


@on_item("U502", "两个单位状态不一致", setting=EACH, by_any=True)
def states_differ(place: ItemPlace) -> Key | None:
    """Have the second unit report the item as finished."""
    need(len(place.drafts) > 1)
    _, line = counted(place, exact=False)
    text = f"已完成。{done(line, line.line.total)}。"
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
    behind_pace,
    not_all_done,
    chosen_done,
    chosen_short,
    all_done,
    still_preparing,
    overdue,
    lagging,
    chosen_slow,
    _still_there("已完成而存在问题没有删", LAST),
    _still_there("选了已完成而存在问题没有删", COLUMNS_LAST),
    _past("计划写上月底前", _last_month),
    _past("计划写过去的一天前", _whole_date),
    expected_late,
    figures_differ,
    states_differ,
    nobody,
)
