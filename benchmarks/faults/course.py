"""The course of an item's year: how far each of its lines is at the end of a period.

Everything is on or above the calendar's pace, figures only rise, what is finished stays finished;
a problem is named, stays for some periods and is solved with a word. The same programme has the
same course every time.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import ceil
from pathlib import Path
from random import Random
from typing import Any

from benchmarks.faults.lines import Line, LineState, Sort, line_at, parse_line
from toolkit.model.period import Period, PeriodKind
from toolkit.model.programme import Programme
from toolkit.text.finish_dates import finish_date
from toolkit.text.periods import month_end, next_period

_ITEMS = Path(__file__).with_name("items")
_EXTRA = (0, 0.02, 0.06)
_WITH_A_PROBLEM = 0.4
_WITHOUT_PROBLEMS = 6
"""What is over before this month meets none."""

_EARLIEST = 0.85
"""No item is finished before this share of the time that the programme gives."""

DEEDS: Mapping[str, Sequence[str]] = {
    "build": (
        "组织{}现场调度",
        "抽检{}进场材料",
        "核查{}施工质量",
        "整理{}隐蔽工程资料",
        "排查{}工地安全隐患",
        "核定{}变更工程量",
        "对接{}周边管线单位",
    ),
    "serve": (
        "核对{}台账",
        "公示{}对象名单",
        "回访{}对象",
        "抽查{}档案",
        "培训{}经办人员",
        "更新{}办事指南",
    ),
    "event": (
        "发布{}活动预告",
        "排定{}场次安排",
        "检查{}场地安全",
        "收集{}群众意见",
        "对接{}承办团队",
        "整理{}影像资料",
    ),
    "policy": (
        "印制{}政策明白纸",
        "核对{}资金账目",
        "调试{}信息系统",
        "组织{}业务培训",
        "开展{}入村宣讲",
        "分析{}运行数据",
    ),
    "install": (
        "核对{}点位清单",
        "验收{}到货设备",
        "抽检{}安装质量",
        "对接{}供电接入",
        "登记{}设备台账",
        "调试{}管理平台",
    ),
}
"""What is done beside the figures, by the kind of item; each is planned and then told as done."""

PROBLEMS: Mapping[str, Sequence[tuple[str, str]]] = {
    "build": (
        ("{}沿线燃气管线迁改慢，影响连续施工。", "管线迁改问题已协调解决"),
        ("{}一处点位的堆放物占用作业面，机械进不了场。", "堆放物占用作业面问题已解决"),
    ),
    "serve": (
        ("{}部分对象长期外出，入户核对困难。", "外出对象入户核对问题已解决"),
        ("{}个别街道经办人员变动，资料报送不及时。", "经办人员变动问题已解决"),
    ),
    "event": (
        ("{}部分场地与学校上课时间冲突。", "场地时间冲突问题已协调解决"),
        ("{}户外活动受降雨影响，个别场次延后。", "降雨造成的场次延后问题已解决"),
    ),
    "policy": (
        ("{}信息系统与上级平台数据口径不一致。", "数据口径不一致问题已解决"),
        ("{}个别村居群众对政策不了解，咨询量大。", "群众对政策不了解问题已解决"),
    ),
    "install": (
        ("{}部分点位供电容量不足，设备无法通电。", "供电容量不足问题已解决"),
        ("{}一批设备到货延误，影响安装进度。", "设备到货延误问题已解决"),
    ),
}
"""A problem, and the words with which it is told as solved."""


@dataclass(frozen=True, slots=True)
class ItemState:
    """How far an item is at the end of a period.

    Attributes:
        deed: What was done beside the figures in this period.
        next_deed: What is to be done in the next one.
        next: How far its lines are to be at the end of the next one; () after the year's last.
        problem: The problem that there is, "" for none.
        solved: What was solved in this period, in words.
        turn: A number that differs from period to period, for variety in wording.
        end: The month in which it is finished.
        seed: For what differs from item to item.
        places: The names of places over which amounts spread.
    """

    code: str
    lines: tuple[LineState, ...]
    next: tuple[LineState, ...]
    finished: bool
    deed: str
    next_deed: str
    problem: str
    solved: str
    turn: int
    end: int
    seed: int
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Course:
    """One item's year.

    Attributes:
        ends: When each line is over, in months from the year's start.
        trouble: A problem with the words that solve it, its first month and the month after its
            last; None for an item without.
    """

    code: str
    lines: tuple[Line, ...]
    ends: tuple[float, ...]
    deeds: tuple[str, ...]
    trouble: tuple[str, str, int, int] | None
    seed: int
    places: tuple[str, ...]

    def at(self, period: Period) -> ItemState:
        """Return how far the item is at the end of a period."""
        months, over = _months(period), self.over
        lines = self._lines(months)
        finished = all(line.finished for line in lines)
        following = next_period(period)
        turn = over if finished else _number(period)
        problem, solved = self._trouble(ceil(months - 1e-9), finished)
        return ItemState(
            code=self.code,
            lines=lines,
            next=self._lines(_months(following)) if following else (),
            finished=finished,
            deed=self.deeds[(turn - 1) % len(self.deeds)],
            next_deed=self.deeds[turn % len(self.deeds)],
            problem=problem,
            solved=solved,
            turn=turn,
            end=over,
            seed=self.seed,
            places=self.places,
        )

    @property
    def over(self) -> int:
        """The first month at whose end everything is finished."""
        return next(m for m in range(1, 13) if all(each.finished for each in self._lines(m)))

    def _lines(self, months: float) -> tuple[LineState, ...]:
        return tuple(
            line_at(line, months / end) for line, end in zip(self.lines, self.ends, strict=True)
        )

    def _trouble(self, month: int, finished: bool) -> tuple[str, str]:
        if self.trouble is None or finished:
            return "", ""
        text, solved, first, over = self.trouble
        return (text if first <= month < over else ""), (solved if month == over else "")


def courses(programme: Programme) -> dict[str, Course]:
    """Return the course of every item of a programme, by 编号.

    Raises:
        ValueError: The programme has items of which the texts say nothing, or the reverse.
    """
    name = programme.identity.rsplit("/", 1)[-1]
    texts = tomllib.loads((_ITEMS / f"{name}.toml").read_text("utf-8"))
    places = tuple(texts.pop("places"))
    if texts.keys() != programme.by_code.keys():
        raise ValueError(f"{name}.toml 与清单的编号不同：{texts.keys() ^ programme.by_code.keys()}")
    due = finish_date(programme.settings.finish_by, programme.settings.year)
    months = due.month if due else 12
    return {code: _course(f"{name}/{code}", given, places, months) for code, given in texts.items()}


def _course(name: str, given: Mapping[str, Any], places: tuple[str, ...], months: int) -> Course:
    random = Random(name)
    lines = tuple(parse_line(text, random.choice(_EXTRA)) for text in given["lines"])
    end = given.get("finish") or random.choice(
        [m / 2 for m in range(ceil(months * _EARLIEST * 2), months * 2 + 1)]
    )
    deeds = [deed.format(given["about"]) for deed in DEEDS[given["kind"]]]
    first = random.randrange(len(deeds))
    course = Course(
        code=name.rsplit("/", 1)[1],
        lines=lines,
        ends=tuple(end * 0.85 if line.sort is Sort.FEW else end for line in lines),
        deeds=(*deeds[first:], *deeds[:first]),
        trouble=None,
        seed=random.randrange(1000),
        places=places,
    )
    return replace(course, trouble=_trouble(random, given, course.over))


def _trouble(
    random: Random, given: Mapping[str, Any], end: int
) -> tuple[str, str, int, int] | None:
    if random.random() > _WITH_A_PROBLEM or end < 6:
        return None
    text, solved = random.choice(PROBLEMS[given["kind"]])
    first = random.randint(2, end - 3)
    return text.format(given["about"]), solved, first, first + random.choice((1, 2))


def _months(period: Period) -> float:
    """Return how many months of the year are over with a period."""
    day = period.end
    if day.year > period.year:
        return 12
    return day.month - 1 + day.day / month_end(day.year, day.month).day


def _number(period: Period) -> int:
    """Return which one of the year's periods of its kind it is."""
    day = period.end
    if period.kind is PeriodKind.WEEK:
        return day.isocalendar().week
    if period.kind is PeriodKind.TEN_DAYS:
        return day.month * 3 - (2, 1, 0)[min((day.day - 1) // 10, 2)]
    return day.month // 3 if period.kind is PeriodKind.QUARTER else day.month
