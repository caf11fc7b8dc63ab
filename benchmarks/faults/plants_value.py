"""Plants in what stands, or does not stand, in a cell: family V."""

from benchmarks.faults.plant import NO_FIGURE, ItemPlace, on_item
from benchmarks.faults.source import COLUMNS, COLUMNS_LAST
from toolkit.model.scheme import Key

_WITHOUT = (*NO_FIGURE, "W456", "W457")
"""What may be said too of a progress text that says nothing."""


@on_item("V401", "进展空着", also=_WITHOUT)
def progress_empty(place: ItemPlace) -> Key:
    """Leave the progress empty."""
    return place.put(Key.PROGRESS, None)


@on_item("V401", "进展填无", also=_WITHOUT)
def progress_none(place: ItemPlace) -> Key:
    """Write 无 for progress."""
    return place.put(Key.PROGRESS, "无")


@on_item("V401", "状态没有选", setting=COLUMNS)
def status_empty(place: ItemPlace) -> Key:
    """Choose no status."""
    return place.put(Key.STATUS, None)


@on_item("V402", "未完成没有计划")
def plan_empty(place: ItemPlace) -> Key:
    """Leave the plan of an unfinished item empty."""
    place.need_unfinished()
    return place.put(Key.PLAN, None)


@on_item("V402", "未完成计划填无")
def plan_none(place: ItemPlace) -> Key:
    """Plan nothing for an unfinished item."""
    place.need_unfinished()
    return place.put(Key.PLAN, "无")


@on_item("V403", "存在问题填否")
def answered_no(place: ItemPlace) -> Key:
    """Answer 否."""
    return place.put(Key.PROBLEM, "否")


@on_item("V403", "存在问题填是")
def answered_yes(place: ItemPlace) -> Key:
    """Answer 是."""
    return place.put(Key.PROBLEM, "是。")


@on_item("V404", "状态不在列表", setting=COLUMNS, also=("V402",))
def status_unknown(place: ItemPlace) -> Key:
    """Write a status of one's own."""
    return place.put(Key.STATUS, "差不多了")


@on_item(
    "V405", "逾期没有说明", setting=COLUMNS_LAST, also=(*NO_FIGURE, "J705", "J708", "J710", "J714")
)
def unexplained(place: ItemPlace) -> Key:
    """Leave a late item unexplained."""
    text = f"正常推进。{place.state.lines[0].line.short}正在收尾，已完成大部分工作量。"
    for key, value in (
        (Key.STATUS, "推进缓慢"),
        (Key.PROGRESS, text),
        (Key.PLAN, _next_year(place)),
        (Key.RATE, None),
        (Key.DONE, None),
    ):
        place.put(key, value)
    return place.put(Key.NOTE, None)


def _next_year(place: ItemPlace) -> str:
    year, name = place.clean.world.year + 1, place.state.lines[0].line.short
    return f"{year}年1月20日前完成{name}收尾并组织验收。"


@on_item("V406", "公式错误")
def formula_error(place: ItemPlace) -> Key:
    """Have the cell show an error."""
    key = place.put(Key.PROGRESS, "#REF!")
    cell = place.draft.sheet.cell(place.draft.rows[place.code], place.draft.columns[key])
    cell.data_type = "e"
    return key


@on_item("V407", "进展只有数字", also=(*NO_FIGURE, "J703", "J705", "V402", "W457"))
def number_alone(place: ItemPlace) -> Key:
    """Write a number and nothing else."""
    return place.put(Key.PROGRESS, "16")


@on_item("V407", "计划只有数字", also=("W452", "W457"))
def plan_number(place: ItemPlace) -> Key:
    """Plan a number and nothing else."""
    place.need_unfinished()
    return place.put(Key.PLAN, "85%")


@on_item("V408", "进展超长", also=("W456",))
def progress_long(place: ItemPlace) -> Key:
    """Write more than the printed cell holds."""
    return _lengthened(place, Key.PROGRESS)


@on_item("V408", "计划超长")
def plan_long(place: ItemPlace) -> Key:
    """Plan at more length than the printed cell holds."""
    place.need_unfinished()
    return _lengthened(place, Key.PLAN)


def _lengthened(place: ItemPlace, key: Key) -> Key:
    text, number = place.text(key).rstrip("。"), 0
    places = place.state.places
    while len(text) <= place.column(key).max_length:
        where = places[number % len(places)]
        text += f"，会同{where}逐户走访核实并现场研究解决群众反映的具体事项"
        number += 1
    return place.put(key, f"{text}。")


@on_item("V409", "完成率超过100%", setting=COLUMNS, also=("J705", "J711"))
def rate_high(place: ItemPlace) -> Key:
    """Write a rate of 120%."""
    return place.put(Key.RATE, 1.2)


@on_item("V409", "完成率不是百分数", setting=COLUMNS, also=("J705", "J711"))
def rate_words(place: ItemPlace) -> Key:
    """Write a rate in words."""
    return place.put(Key.RATE, "大部分")


@on_item("V410", "时限不成日期", setting=COLUMNS)
def date_words(place: ItemPlace) -> Key:
    """Write a day that is none."""
    return place.put(Key.DEADLINE, "再定")


@on_item("V410", "没有这一天", setting=COLUMNS)
def date_impossible(place: ItemPlace) -> Key:
    """Write a day that the calendar lacks."""
    return place.put(Key.DEADLINE, f"{place.clean.world.year}年11月31日")


@on_item("V411", "数量写成文字", setting=COLUMNS, also=("J702", "J703", "J705"))
def amount_words(place: ItemPlace) -> Key:
    """Write an amount in words."""
    return place.put(Key.DONE, "大约过半")


@on_item("V411", "数量写成一段", setting=COLUMNS, also=("J702", "J703", "J705"))
def amount_range(place: ItemPlace) -> Key:
    """Write from how much to how much."""
    return place.put(Key.DONE, "10至20之间")


PLANTS = (
    progress_empty,
    progress_none,
    status_empty,
    plan_empty,
    plan_none,
    answered_no,
    answered_yes,
    status_unknown,
    unexplained,
    formula_error,
    number_alone,
    plan_number,
    progress_long,
    plan_long,
    rate_high,
    rate_words,
    date_words,
    date_impossible,
    amount_words,
    amount_range,
)
