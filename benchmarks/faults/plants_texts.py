"""Plants in what texts say of days and persons, and in texts that say nothing: families J, V, W."""

from collections.abc import Callable
from datetime import timedelta

from benchmarks.faults.draft import need
from benchmarks.faults.plant import NO_FIGURE, ItemPlace, Plant, on_item
from benchmarks.faults.plants_words import id_number
from benchmarks.faults.source import COLUMNS_LAST
from toolkit.model.period import PeriodKind
from toolkit.model.scheme import Key
from toolkit.text.places import own_kind

_LITTLE = frozenset((*NO_FIGURE, "J705", "V402", "W457"))
"""What may be said too of a progress text that says little."""

_LATE = (*NO_FIGURE, "J705", "J708", "J710", "J714")
_MISTYPED = f"{id_number()[:-1]}{'1' if id_number()[-1] == '0' else '0'}"
_WEEK = "一二三四五六日"

_EMPTY = (
    "领导高度重视，多次研究部署，各项工作扎实有序推进，取得了明显成效。",
    "成立工作专班，压实工作责任，强化统筹协调，项目整体进展顺利。",
    "坚持以人民为中心，精心组织，周密部署，群众满意度不断提升。",
)
_ASIDES = (
    "（这个数请周科长再核一下）",
    "（先按上期的数报）",
    "（数据待核实）",
    "（领导看后再改）",
    "（小周：件数等体育科报来再补上）",
    "（此数王处说先报，等月底核完再改）",
    "（人数问一下李科长）",
)
_PEOPLE = (
    "其中前屯村3组12号刘桂兰（81岁，低保，肢体二级残疾）一户已验收",
    "其中村民周广田（男，67岁）一户已验收",
    "其中居民孙建海患尿毒症，已优先安排",
)
_VAGUE = (
    "推进中还存在一些困难，希望予以协调解决。",
    "工作中遇到不少问题，需上级部门支持。",
    "存在一定难度。",
    "工作力度还需进一步加大，部门协作有待进一步加强。",
    "个别单位重视程度不够，工作积极性有待提高。",
)
_SUCCESS = (
    "环境好、服务优，得到群众一致好评。",
    "建成后极大方便了群众，受到居民欢迎。",
    "进展顺利，群众满意度达98%。",
)
_ELSEWHERE_PEOPLE = "，惠及任城区居民"
_BLAMES = (
    "拆除慢，主要是街道干部推诿扯皮。",
    "进场晚，个别村干部不上心。",
    "协调难，有关人员不愿啃硬骨头。",
)
_ELSEWHERE = (
    "有关情况详见附件《进展情况统计表》。",
    "由各街道组织实施，具体情况请直接向各街道了解。",
)
_DEEDS = (
    "加强了队伍建设，已组织培训2次，印发手册1200册。",
    "已召开推进会3次，已印发通报2期。",
)
_DATED = (
    "10月底前完成剩余点位整改，11月底前组织验收。",
    "12月10日前建成并投入使用。",
)
_HINDRANCES = (
    "产权分散，业主不愿出钱，协商进度慢。",
    "供电公司增容批复慢，设备无法通电。",
)


def _chosen(
    code: str, name: str, key: Key, texts: tuple[str, ...], also: frozenset[str] = frozenset()
) -> Plant:
    @on_item(code, name, also=also)
    def plant(place: ItemPlace) -> Key:
        if key is not Key.PROBLEM:
            place.need_unfinished()
        return place.put(key, texts[place.number % len(texts)])

    return plant


def _added(code: str, name: str, text: Callable[[ItemPlace], str], *also: str) -> Plant:
    @on_item(code, name, also=also)
    def plant(place: ItemPlace) -> Key:
        start = place.text(Key.PROGRESS).rstrip("。")
        return place.put(Key.PROGRESS, f"{start}{text(place)}。")

    return plant


def _begun(code: str, name: str, start: Callable[[ItemPlace], str]) -> Plant:
    @on_item(code, name, also=("W456",))
    def plant(place: ItemPlace) -> Key:
        place.need_unfinished()
        text = place.text(Key.PROGRESS).removeprefix("正常推进。").lstrip()
        return place.put(Key.PROGRESS, f"{start(place)}，{text}")

    return plant


def _planned(code: str, name: str, day: Callable[[ItemPlace], str], *also: str) -> Plant:
    @on_item(code, name, also=also)
    def plant(place: ItemPlace) -> Key:
        place.need_unfinished()
        _, found, rest = place.text(Key.PLAN).partition("前")
        need(found and rest)
        return place.put(Key.PLAN, f"{day(place)}{rest}")

    return plant


def _explained(code: str, name: str, note: Callable[[ItemPlace], str]) -> Plant:
    @on_item(code, name, setting=COLUMNS_LAST, also=(*_LATE, "V405"))
    def plant(place: ItemPlace) -> Key:
        line, year = place.state.lines[0].line, place.clean.world.year + 1
        text = f"正常推进。{line.short}正在收尾，已完成大部分工作量。"
        for key, value in (
            (Key.STATUS, "推进缓慢"),
            (Key.PROGRESS, text),
            (Key.PLAN, f"{year}年1月20日前完成{line.short}收尾并组织验收。"),
            (Key.RATE, None),
            (Key.DONE, None),
        ):
            place.put(key, value)
        return place.put(Key.NOTE, note(place))

    return plant


@on_item("W462", "断在动词后")
def unfinished_words(place: ItemPlace) -> Key:
    """Break off behind a word that takes an object."""
    return place.put(Key.PROGRESS, f"{place.text(Key.PROGRESS).rstrip('。')}，其中已经验收的有")


def _wrong_week_day(place: ItemPlace) -> str:
    day = place.clean.period.start
    wrong = _WEEK[(day.weekday() + 2) % 7]
    return f"，{day.month}月{day.day}日（星期{wrong}）召开调度会"


def _to_come(place: ItemPlace) -> str:
    day = place.clean.period.end + timedelta(days=45)
    return f"，设备已于{day.month}月{day.day}日通过调试"


def _month_before(place: ItemPlace) -> str:
    return f"截至{place.clean.period.end.month - 1}月底"


def _year_before(place: ItemPlace) -> str:
    return f"截至{place.clean.world.year - 1}年{place.clean.period.end.month}月底"


def _own_time(place: ItemPlace) -> str:
    period = place.clean.period
    need(period.kind in (PeriodKind.MONTH, PeriodKind.QUARTER))
    return f"{period.end.month}月份组织"


def _expected_before(place: ItemPlace) -> str:
    return f"受连续阴雨影响停工，预计{place.clean.period.end.month - 1}月20日完工。"


def _other_place(place: ItemPlace) -> str:
    need(own_kind(place.clean.world.programme.settings.name) == "区")
    return _ELSEWHERE_PEOPLE


PLANTS: tuple[Plant, ...] = (
    _planned("W465", "9月31日前", lambda _: "9月31日前", "J716"),
    _planned("W465", "11月31日前", lambda _: "11月31日前"),
    _added("W466", "星期写错", _wrong_week_day),
    _begun("J721", "截至上月底", _month_before),
    _begun("J721", "截至上年同月", _year_before),
    _added("J722", "还没到的日子写成已做", _to_come),
    _planned("J716", "计划写本月，没有前字", _own_time),
    _explained("J716", "说明里预计时间已过", _expected_before),
    _explained("V412", "说明没有预计时间", lambda _: "受连续阴雨影响，停工二十天。"),
    _chosen("W451", "进展只说到别处看", Key.PROGRESS, _ELSEWHERE, _LITTLE),
    _chosen("W453", "计划只列已做的", Key.PLAN, _DEEDS),
    _chosen("W453", "计划写成困难", Key.PLAN, _HINDRANCES),
    _chosen("W454", "问题只有带时限的打算", Key.PROBLEM, _DATED, frozenset(("J715",))),
    _added("W455", "心理写成心里", lambda _: "，同步开展心里疏导"),
    _added("W459", "身份证号校验位不对", lambda _: f"，救助李某（{_MISTYPED}）"),
    unfinished_words,
    _chosen("W467", "空话代替进展", Key.PROGRESS, _EMPTY, _LITTLE),
    _added("W468", "夹带内部说明", lambda place: _ASIDES[place.number % len(_ASIDES)], "J720"),
    _added("W469", "点名写个人情况", lambda place: f"，{_PEOPLE[place.number % len(_PEOPLE)]}"),
    _chosen("W470", "问题空泛", Key.PROBLEM, _VAGUE, frozenset(("J715",))),
    _chosen("W472", "问题栏写成绩", Key.PROBLEM, _SUCCESS, frozenset(("J715",))),
    _added("J735", "写了别的区市", _other_place),
    _chosen("W471", "措辞责怪人", Key.PROBLEM, _BLAMES, frozenset(("J715",))),
)
