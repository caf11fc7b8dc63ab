"""What an item consists of: counted lines, rates, works in stages, and standing sentences.

A line of `items/<scheme>.toml` is written in fields with blanks between them:

    老旧小区 改造 5个               what, verb, this year's amount
    公益讲座 举办 4场+              at least so many (>30处: more than so many)
    公益电影 放映 ~1200场           counted, without a target in the list
    托位总数 达到 375→537个         counted on from what there was
    岗位 开发 549个 =城镇209个、乡村340个      the amount is the sum of its parts
    乡村书房 建成 1处 选址论证、装修施工        so few that their stages are told
    小屯小学 : 桩基施工、主体施工 => 已建成     nothing to count: stages, and the last word
    签约率 达到 75%                 a rate
    =按每人2元的标准投保             a sentence that always stands there
"""

import re
from dataclasses import dataclass, replace
from enum import Enum
from math import ceil

_AMOUNT = re.compile(r"(?:(\d+)→)?([~>]?)([\d.]+)(万?)([^+\d]+)(\+?)")
_STAGES = "图纸设计、施工招标、基础施工、主体施工、外墙施工、内部装修、设备安装"
_FEW = 3
_DECIMAL = frozenset(("公里", "km"))


class Sort(Enum):
    """How a line is told."""

    SENTENCE = 0
    STAGES = 1
    FEW = 2
    RATE = 3
    COUNT = 4


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that an item promises.

    Attributes:
        total: This year's amount; with `base` the amount that is there at the end.
        free: Counted, but no target of the list.
        final: What there is in the end: more than `total` where that is a least.
        stages: Works in their order.
        end: What is said when the stages are over.
        parts: Names and amounts that make up the total.
    """

    sort: Sort
    what: str
    verb: str = ""
    total: float = 0
    measure: str = ""
    base: float = 0
    free: bool = False
    least: bool = False
    final: float = 0
    stages: tuple[str, ...] = ()
    end: str = ""
    parts: tuple[tuple[str, float], ...] = ()

    @property
    def exact(self) -> bool:
        """Whether the list promises exactly this amount."""
        return self.sort is Sort.COUNT and not (self.free or self.least or self.base)

    @property
    def short(self) -> str:
        """What it is about, without what stands in parentheses."""
        return re.sub(r"（.*?）", "", self.what)

    @property
    def step(self) -> float:
        """The grain of its figures."""
        return 0.1 if self.measure in _DECIMAL else 100 if self.total >= 10000 else 1

    def said(self, value: float) -> str:
        """Return an amount as people write it: 2.35万个, 16公里, 75%."""
        if value >= 10000:
            return f"{value / 10000:.4f}".rstrip("0").rstrip(".") + f"万{self.measure}"
        return f"{value:.1f}".removesuffix(".0") + self.measure

    def rounded(self, value: float) -> float:
        """Return an amount rounded up to the grain of its figures."""
        return round(ceil(value / self.step - 1e-6) * self.step, 1)


def parse_line(text: str, extra: float) -> Line:
    """Read a line.

    Args:
        extra: By what share a least amount is exceeded in the end.

    Raises:
        ValueError: It is written in no known way.
    """
    if text.startswith("="):
        return Line(Sort.SENTENCE, text[1:])
    what, verb, *rest = text.split(" ")
    if verb == ":":
        stages, _, end = " ".join(rest).partition(" => ")
        return Line(Sort.STAGES, what, stages=tuple(stages.split("、")), end=end or "已全部完成")
    match = _AMOUNT.fullmatch(rest[0])
    if match is None:
        raise ValueError(f"不认识的写法：{text}")
    total = float(match[3]) * (10000 if match[4] else 1)
    more = rest[1] if len(rest) > 1 else ""
    parts = _parts(more) if more.startswith("=") else ()
    few = total <= _FEW and match[5] != "%"
    line = Line(
        Sort.RATE if match[5] == "%" else Sort.FEW if few else Sort.COUNT,
        what,
        verb,
        total,
        match[5],
        base=float(match[1] or 0),
        free=match[2] == "~",
        least=bool(match[6]) or match[2] == ">",
        stages=tuple((more or _STAGES).split("、")) if few else (),
        parts=parts,
    )
    over = 0.1 if match[2] == ">" else extra if match[6] and not few else 0
    return replace(line, final=line.rounded(total * (1 + over)))


def _parts(text: str) -> tuple[tuple[str, float], ...]:
    found = (re.fullmatch(r"(\D+?)([\d.]+)\D+", part) for part in text[1:].split("、"))
    return tuple((match[1], float(match[2])) for match in found if match)


@dataclass(frozen=True, slots=True)
class LineState:
    """How far a line is.

    Attributes:
        value: The amount so far.
        stage: How many of its stages are over.
        parts: The amounts so far of its parts.
    """

    line: Line
    value: float
    stage: int
    finished: bool
    parts: tuple[tuple[str, float], ...] = ()

    @property
    def told(self) -> str:
        """The amount so far as people write it."""
        return self.line.said(self.value)


def line_at(line: Line, share: float) -> LineState:
    """Return how far a line is when a share of its time is over, never behind the calendar.

    What is counted is rounded up, so that the last one may be there early.
    """
    over = share >= 1 - 1e-9
    stage = len(line.stages) if over else int(share * len(line.stages))
    parts = tuple((name, line.rounded(amount * min(share, 1))) for name, amount in line.parts)
    if parts:
        value = sum(amount for _, amount in parts)
    else:
        value = line.rounded(line.base + (line.final - line.base) * min(share, 1))
    counted = line.sort in (Sort.COUNT, Sort.RATE)
    finished = line.sort is Sort.SENTENCE or over or (counted and value >= line.final)
    return LineState(line, value, stage, finished, parts)
