"""What lists and returns say, in official prose by the sentence, from a fixed seed.

It is true: every target's figure is told, on pace, with shares, rests and sums that are right; what
is planned lies ahead. So varied that few texts are alike.
"""

import math
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from random import Random

from benchmarks.works import Promise, name, place, promises

_FINISHED = 0.2
_WITH_A_PROBLEM = 0.15
_STATED = 0.3
_IN_PARTS = 0.5
_NUMBERED = 0.2
"""One text in five consists of numbered lines, as units write them with Alt+Enter."""

_TARGETS = ((1, 2, 3, 4), (9, 8, 4, 1))
"""How many numbers an item promises, and how often; 1.8 an item stand in five official lists."""

_DUE = ((None, 12, 11, 10), (11, 4, 2, 3))
"""By the end of which month an item's own text wants it done, and how often."""

_AROUND = 5
"""A sentence has at most so many characters around it: its number, its mark, a line break."""

_SLOT = re.compile(r"\{.\}")
_LAST_MONTH, _THIS_MONTH = 12, 9
_OFFICES = ("住建", "交通", "教育", "民政", "卫健", "水务", "城管", "财政", "应急", "农业农村")
_AIMS = (
    "完善配套设施，方便群众就近办事",
    "实行“一点一策”，逐个建档，责任到人",
    "同步建立长效管护机制，落实管护人员和经费",
    "由街道组织实施，住建、财政等部门配合",
    "优先安排群众反映集中的片区",
    "坚持建管并重，提高使用率",
    "选址、设计方案经居民代表会议讨论通过后实施",
    "所需资金由区级财政和社会资本共同筹措",
    "在{p}先行试点，成熟后逐步推开",
    "引入第三方机构对工程质量全程监督",
)
_WENT_ON = (
    "{o}、{o}等部门到{p}、{p}现场办公，用地和规划手续已经批复",
    "施工图审查和预算评审已通过，{p}段的管线迁改已经办妥",
    "累计投入资金{n}万元，区级配套资金{k}万元已拨付到位",
    "已委托第三方对{p}点位做质量检测，抽检材料{k}组，全部合格",
    "{p}居民代表{k}人现场查看，收集意见建议{n}条，已逐条答复",
    "各点位逐一建档，责任到人，每周调度",
    "对{p}、{p}开展“回头看”，发现的{k}个问题已整改",
    "{p}网格员入户宣传，群众满意度达到{r}%",
    "{o}部门牵头召开调度会{k}次，研究解决具体事项",
    "根据《{p}片区更新规划》优化了方案，概算投资{n}万元",
    "{m}月{k}日组织现场观摩，{p}的做法在全区推广",
    "上级补助资金{n}万元已下达，用于{p}、{p}的{s}",
    "{p}（含{p}）的点位已移交街道管理，落实管护人员{k}名",
)
_GOES_ON = (
    "{p}点位正在进行{s}，现场投入机械{k}台、施工人员{n}人",
    "{p}至{p}段正在组织{s}，计划下月转入下一道工序",
    "{p}、{p}同步进行{s}，质量和安全可控",
    "{p}点位的形象进度达到{r}%，{s}与室外工程穿插进行",
)
_PROBLEMS = (
    "{p}段地下管线复杂，迁改工程量大，影响{s}",
    "{p}部分居民对选址有顾虑，协调难度较大",
    "受雨季影响，{p}的{s}比计划推迟{k}天",
    "材料价格上涨，{p}点位的资金缺口{n}万元需要协调解决",
    "{p}场地狭窄，大型机械无法进入，{s}只能分段进行",
    "沿线{o}部门的手续尚未办结，{p}暂时无法进场",
    "{p}有{k}户居民不同意施工，{s}受阻",
    "施工单位人员不足，{p}的{s}进展偏慢",
    "{p}与{o}部门的管线工程交叉，作业面紧张",
    "{p}征地手续未批复，{k}亩用地难以保障",
    "前期勘察深度不够，{p}的{s}需要调整方案",
    "{p}老旧线路负荷不足，需要{o}部门协调支持",
    "冬季施工期短，{p}的{s}时间压力较大",
)
_NEXT = (
    "{d}前完成{p}的{s}",
    "{d}前组织{o}、{o}等部门对{p}进行初步验收",
    "继续做好{p}、{p}的{s}，{d}前转入下一道工序",
    "完成{p}点位的{s}，同步整理竣工资料",
    "对{p}开展“回头看”，{d}前逐项整改到位",
    "加强与{o}部门的对接，{d}前办理{p}的移交手续",
    "增加作业班组{k}个，抓好{p}的{s}",
    "{d}前完成{p}的质量检测，抽检材料{k}组",
    "召开居民代表会议，听取{p}群众对{s}的意见",
    "督促施工单位增加人员{k}名，加快{p}、{p}的{s}",
    "拨付第{k}批工程款{n}万元，保障{p}的{s}",
    "编制{p}的管护办法，{d}前征求{o}部门意见",
    "{d}前对{p}、{p}等{k}个点位开展安全检查",
)
_KEEP = (
    "做好{p}的日常管护，按季度回访群众",
    "整理竣工资料，{d}前归档",
    "对{p}、{p}开展“回头看”，{d}前形成评估报告",
    "{d}前完成结算审计，拨付尾款{n}万元",
    "总结{p}的做法，在全区推广",
    "落实管护人员{k}名，建立巡查台账",
)


@dataclass(frozen=True, slots=True)
class Case:
    """One item of the list and how it stands in the month that is reported.

    Attributes:
        promised: Its targets.
        due: The month by whose end it is to be done.
        says_due: Whether the list says so of the item itself.
        done: What is done of each target.
    """

    promised: tuple[Promise, ...]
    due: int
    says_due: bool
    done: tuple[float, ...]

    @property
    def finished(self) -> bool:
        """Whether nothing remains to be done."""
        return all(p.number == done for p, done in zip(self.promised, self.done, strict=True))


class Prose:
    """Writes official prose; the same random generator gives the same texts."""

    def __init__(self, random: Random) -> None:
        self._random = random

    def project(self) -> str:
        """Return the name of a project."""
        work = promises(self._random, 1)[0].work
        return f"{name(self._random)}{work.thing}{work.doing}"

    def case(self) -> Case:
        """Return an item that is on pace or finished."""
        random = self._random
        promised = promises(random, random.choices(*_TARGETS)[0])
        own = random.choices(*_DUE)[0]
        due = own or _LAST_MONTH
        share = 1.0 if random.random() < _FINISHED else random.uniform(_THIS_MONTH / due, 1)
        done = tuple(each.reached(share) for each in promised)
        return Case(promised, due, own is not None, done)

    def content(self, case: Case, shortest: int, longest: int) -> str:
        """Return what the list says of an item: each of its targets, and how it is to be done."""
        parts = [self._promise(each) for each in case.promised]
        if case.says_due:
            parts.append(f"{case.due}月底前完工")
        return self._filled(parts, _AIMS, case, shortest, longest)

    def progress(self, case: Case, shortest: int, longest: int) -> str:
        """Return what is done of each target, and what else happened."""
        random = self._random
        alone = len(case.promised) == 1
        pairs = zip(case.promised, case.done, strict=True)
        parts = [self._result(promise, done, alone=alone) for promise, done in pairs]
        opening = "正常推进。" if random.random() < _STATED else ""
        opening = "各项任务已全部完成。" if case.finished else opening
        more = _WENT_ON if case.finished else (*_WENT_ON, *_GOES_ON)
        text = self._filled(parts, more, case, shortest, longest - len(opening))
        return f"{opening}\n{text}" if opening and "\n" in text else f"{opening}{text}"

    def problem(self, case: Case, shortest: int, longest: int) -> str:
        """Return what hinders an item; mostly nothing does."""
        if case.finished or self._random.random() > _WITH_A_PROBLEM:
            return "无"
        return self._filled([], _PROBLEMS, case, shortest, longest)

    def plan(self, case: Case, problem: str, shortest: int, longest: int) -> str:
        """Return what is to be done next month, for what hinders the item too."""
        if case.finished and self._random.random() < 0.5:
            return "无"
        parts = [] if problem == "无" else [f"{self._day(case)}前会同有关部门协调解决存在的问题"]
        for promise, done in zip(case.promised, case.done, strict=True):
            if done < promise.number and self._random.random() < 0.5:
                rest = promise.amount(round(promise.number - done, 1))
                parts.append(f"{self._day(case)}前完成剩余{rest}{promise.work.thing}")
        sayings = _KEEP if case.finished else _NEXT
        return self._filled(parts, sayings, case, shortest, longest)

    def _filled(
        self, parts: list[str], more: Sequence[str], case: Case, shortest: int, longest: int
    ) -> str:
        """Return sentences, with more of them up to a length: short ones more often than long."""
        random = self._random
        wanted = round(math.exp(random.uniform(math.log(shortest), math.log(longest))))
        length = sum(map(len, parts))
        for saying in random.sample(more, len(more)):
            if length + len(parts) >= wanted:
                break
            part = self._said(saying, case)
            if length + len(part) + _AROUND * (len(parts) + 1) <= longest:
                parts.append(part)
                length += len(part)
        if len(parts) > 1 and random.random() < _NUMBERED:
            return "\n".join(f"{number}、{part}。" for number, part in enumerate(parts, 1))
        return _joined(random, parts)

    def _promise(self, promise: Promise) -> str:
        random, work = self._random, promise.work
        said = (
            f"{work.doing}{work.thing}{promise.goal}",
            f"{work.doing}{promise.goal}{work.thing}",
            f"在{place(random)}、{place(random)}等地{work.doing}{work.thing}{promise.goal}",
            f"全年{work.doing}{work.thing}不少于{promise.goal}",
        )
        return random.choice(said)

    def _result(self, promise: Promise, done: float, *, alone: bool) -> str:
        """Return a sentence that tells what is done of a target.

        Args:
            alone: Whether it is the item's only target, so that a share of the year is its own.
        """
        random, work = self._random, promise.work
        figure, thing = promise.amount(done), work.thing
        said = [f"已{work.done}{thing}{figure}", f"截至9月底，已累计{work.done}{thing}{figure}"]
        rest = round(promise.number - done, 1)
        if rest:
            stage = random.choice(work.stages)
            said.append(f"{thing}已{work.done}{figure}，其余{promise.amount(rest)}正在{stage}")
        if alone and rest:
            said.append(
                f"{thing}已{work.done}{figure}，占年度任务的{100 * done / promise.number:.1f}%"
            )
        if work.whole and done >= 4 and random.random() < _IN_PARTS:
            first = random.randint(1, int(done) - 1)
            parts = f"{place(random)}{promise.amount(first)}、{place(random)}{promise.amount(done - first)}"
            said.append(f"已{work.done}{thing}{figure}，其中{parts}")
        return random.choice(said)

    def _said(self, sentence: str, case: Case) -> str:
        """Return a sentence with places, offices, stages, figures and days of its own."""
        random = self._random
        slots: dict[str, Callable[[], str]] = {
            "{p}": lambda: place(random),
            "{o}": lambda: random.choice(_OFFICES),
            "{s}": lambda: random.choice(random.choice(case.promised).work.stages),
            "{d}": lambda: self._day(case),
            "{m}": lambda: str(random.randint(3, _THIS_MONTH)),
            "{k}": lambda: str(random.randint(2, 28)),
            "{n}": lambda: str(random.randint(31, 980)),
            "{r}": lambda: f"{random.randint(700, 990) / 10:g}",
        }
        return _SLOT.sub(lambda slot: slots[slot[0]](), sentence)

    def _day(self, case: Case) -> str:
        """Return a day that lies ahead, and not behind the item's own."""
        random = self._random
        month = random.randint(_THIS_MONTH + 1, case.due)
        return f"{month}月{random.choice(('底', '中旬', '上旬', f'{random.randint(5, 28)}日'))}"


def _joined(random: Random, parts: Iterable[str]) -> str:
    """Return sentences in a line; some are parted by semicolons."""
    text = ""
    for part in parts:
        text += f"{'；' if random.random() < 0.4 else '。'}{part}" if text else part
    return f"{text}。"
