"""Plants in how things are worded: family W."""

import re
from collections.abc import Callable
from typing import Any

from benchmarks.faults import prose
from benchmarks.faults.draft import NotPossibleError
from benchmarks.faults.plant import (
    NO_FIGURE,
    ItemPlace,
    Plant,
    ReturnPlace,
    Spot,
    on_item,
    on_return,
)
from toolkit.model.scheme import Key

_ANY = frozenset((*NO_FIGURE, "J705", "V402", "W457"))
"""What may be said too of a progress text that says little."""

_EMPTY_WORDS = (
    "继续推进各项工作。",
    "加快推进，确保按期完成。",
    "按计划推进。",
    "进一步加大工作力度，加快建设步伐。",
    "继续做好下一步工作。",
)
_STANDING = (("实事", "事实"), ("实事", "实是"), ("民生", "民声"), ("为民", "为名"))
_PLANS = (
    "下一步将加大协调力度，加快施工进度。",
    "计划10月底前完成剩余工程并组织验收。",
    "将尽快组织招标，确保按期开工。",
)
_STATES = (
    "{}已完成招标，施工单位已进场。",
    "{}正在施工中。",
    "{}已全部完成。",
    "{}进展顺利，已完成大半。",
    "各项工作正在有序进行。",
    "{}正在进行收尾，现场人员已全部到位。",
)
_PEOPLE = ("联系人手机13800138000", "有意见请拨打18653712345", "负责人电话139 5312 3456")
_DIGITS = re.compile(r"\d+")
_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")


def _placeholder(key: Key, text: str, name: str) -> Plant:
    @on_item("W451", name, also=_ANY | {"J715", "W452", "W453", "W454"})
    def plant(place: ItemPlace) -> Key:
        if key is not Key.PROBLEM:
            place.need_unfinished()
        return place.put(key, text)

    return plant


def _with_plan(name: str, code: str, choose: Callable[[ItemPlace], str], *also: str) -> Plant:
    @on_item(code, name, also=also)
    def plant(place: ItemPlace) -> Key:
        place.need_unfinished()
        return place.put(Key.PLAN, choose(place))

    return plant


def _done_so_far(place: ItemPlace) -> str:
    said = _STATES[place.number % len(_STATES)]
    return said.format(place.state.lines[0].line.short)


@on_item("W454", "存在问题写成计划", also=("J715",))
def problem_plans(place: ItemPlace) -> Key:
    """Say for a problem what is to be done."""
    return place.put(Key.PROBLEM, _PLANS[place.number % len(_PLANS)])


@on_item("W455", "固定用语写错")
def misspelt(place: ItemPlace) -> Key:
    """Misspell what the programme is called."""
    phrase = place.clean.world.programme.scheme.phrase
    wrong = [phrase.replace(*pair) for pair in _STANDING if pair[0] in phrase]
    return _added(place, f"已列入{wrong[place.number % len(wrong)]}督查范围")


def _added(place: ItemPlace, text: str) -> Key:
    """Put a further clause at the end of the progress."""
    start = place.text(Key.PROGRESS).rstrip("。")
    return place.put(Key.PROGRESS, f"{start}，{text}。")


def _numbered(name: str, marks: tuple[str, ...]) -> Plant:
    @on_item("W456", name, also=NO_FIGURE)
    def plant(place: ItemPlace) -> Key:
        state = place.state
        clauses = [prose.clause(line, state, state.turn) for line in state.lines]
        clauses += [f"已{state.deed}", "已召开专题调度会", "已报送工作信息"]
        lines = [f"{mark}{text}" for mark, text in zip(marks, clauses, strict=False)]
        start = prose.opening(state, state.turn) or "正常推进。"
        return place.put(Key.PROGRESS, f"{start}\n" + "；\n".join(lines) + "。")

    return plant


def _ended(
    name: str, change: Callable[[str], str], key: Key = Key.PROGRESS, code: str = "W457"
) -> Plant:
    @on_item(code, name, also=("W462", "W463"))
    def plant(place: ItemPlace) -> Key:
        if key is Key.PLAN:
            place.need_unfinished()
        return place.put(key, change(place.text(key)))

    return plant


def _inside(text: str, mark: str) -> str:
    """Put a mark behind the first comma or semicolon."""
    at = next((n for n, letter in enumerate(text) if letter in "，；"), None)
    return f"{text[:-1]}{mark}" if at is None else text[: at + 1] + mark + text[at + 1 :]


def _none(name: str, text: str | None) -> Plant:
    @on_return("W464", name)
    def plant(place: ReturnPlace) -> Spot:
        draft = place.draft
        code = next((c for c in draft.rows if draft.text(c, Key.PROBLEM) == "无"), None)
        if code is None:
            raise NotPossibleError
        draft.put(code, Key.PROBLEM, text)
        return Spot(unit=place.unit, cell=draft.address(code, Key.PROBLEM))

    return plant


@on_return("W458", "数字全角半角混用", also=(*NO_FIGURE, "J705"))
def wide_digits(place: ReturnPlace) -> Spot:
    """Write the last number of a text in full-width figures."""
    for code in place.draft.rows:
        text = place.draft.text(code, Key.PROGRESS)
        numbers = list(_DIGITS.finditer(text))
        if len(numbers) > 1:
            start, end = numbers[-1].span()
            wide = text[:start] + text[start:end].translate(_WIDE) + text[end:]
            place.draft.put(code, Key.PROGRESS, wide)
            return Spot(unit=place.unit)
    raise NotPossibleError


def _narrow(name: str, mark: re.Pattern[str], narrow: str) -> Plant:
    @on_return("W458", name)
    def plant(place: ReturnPlace) -> Spot:
        for code in place.draft.rows:
            text = place.draft.text(code, Key.PROGRESS)
            if mark.search(text):
                place.draft.put(code, Key.PROGRESS, mark.sub(narrow, text, count=1))
                return Spot(unit=place.unit)
        raise NotPossibleError

    return plant


def id_number() -> str:
    """Return a made-up number of an identity card whose check digit is right."""
    body = "37010119600101002"
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    return body + "10X98765432"[sum(int(d) * w for d, w in zip(body, weights, strict=True)) % 11]


def card_number() -> str:
    """Return a made-up number of a bank card whose check digit is right."""
    body = "622202160300012345"
    total = 0
    for n, digit in enumerate(reversed(body)):
        value = int(digit) * (2 if n % 2 == 0 else 1)
        total += value - 9 if value > 9 else value
    return body + str(-total % 10)


def _told(code: str, name: str, *texts: str) -> Plant:
    @on_item(code, name, also=("W459", "W460", "W461"))
    def plant(place: ItemPlace) -> Key:
        return _added(place, texts[place.number % len(texts)])

    return plant


def _cut() -> tuple[Plant, ...]:
    """Return texts that break off, as when they were copied with a piece missing."""
    return (
        _ended("断在逗号后", lambda text: f"{text.rstrip('。')}，", code="W462"),
        _ended("断在其中后", lambda text: f"{text.rstrip('。')}，其中：", code="W462"),
        _ended("断在括号后", lambda text: f"{text.rstrip('。')}（", code="W462"),
        _ended("计划断在顿号后", lambda text: f"{text.rstrip('。')}、", Key.PLAN, "W462"),
    )


def _unpaired() -> tuple[Plant, ...]:
    """Return texts in which half of a pair of marks is missing."""
    return (
        _ended("书名号缺一半", _with("，已按《实施方案组织验收。"), code="W463"),
        _ended("括号缺左半", _with("，资料已归档（含影像））。"), code="W463"),
        _ended("引号缺一半", _with("，已纳入“民生工程台账。"), code="W463"),
        _ended("计划括号缺右半", _with("（会同街道。"), Key.PLAN, "W463"),
    )


def _with(end: str) -> Callable[[str], str]:
    return lambda text: text.rstrip("。") + end


def _made() -> tuple[Any, ...]:
    return (
        _narrow("逗号半角", re.compile(r"(?<=[一-龥])，(?=[一-龥])"), ","),
        _narrow("行末分号半角", re.compile(r"；(?=\n)"), ";"),
        _placeholder(Key.PROGRESS, "同上", "进展填同上"),
        _placeholder(Key.PROGRESS, "见附件", "进展填见附件"),
        _placeholder(Key.PROGRESS, "略", "进展填略"),
        _placeholder(Key.PLAN, "同上。", "计划填同上"),
        _placeholder(Key.PLAN, "……", "计划填省略号"),
        _placeholder(Key.PROBLEM, "详见附件", "问题填详见附件"),
        _with_plan("计划空泛", "W452", lambda p: _EMPTY_WORDS[p.number % len(_EMPTY_WORDS)]),
        _with_plan("计划写成进展", "W453", _done_so_far, "W452"),
        _numbered("跳号", ("1、", "2、", "4、")),
        _numbered("重号", ("1、", "2、", "2、")),
        _numbered("两种序号", ("1、", "（2）", "3、")),
        _ended("没有句号", lambda text: text.rstrip("。")),
        _ended("以分号结尾", lambda text: f"{text.rstrip('。')}；"),
        _ended("句号重复", lambda text: f"{text}。"),
        _ended("逗号重复", lambda text: _inside(text, "，")),
        _ended("计划没有句号", lambda text: text.rstrip("。"), Key.PLAN),
        *_cut(),
        *_unpaired(),
        _none("暂无", "暂无"),
        _none("没有", "没有。"),
        _none("空着", None),
        _told("W459", "身份证号", f"已为困难群众（身份证号{id_number()}）办理救助"),
        _told("W460", "手机号码", *_PEOPLE),
        _told("W461", "银行卡号", f"补助已打入银行卡{card_number()}"),
    )


PLANTS: tuple[Plant, ...] = (problem_plans, misspelt, wide_digits, *_made())
