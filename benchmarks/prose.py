"""Chinese official prose by the sentence, so varied that few texts are alike, from a fixed seed."""

import math
import re
from collections.abc import Callable
from random import Random

_NAMES = (
    "安宝昌春大德东恒鸿华吉嘉建江锦景康兰乐丽龙隆明宁平青清荣瑞润盛泰天万旺文西祥新兴秀永玉裕远云泽振志"
    "中北南柳杨松梅竹桃杏石泉湖河岭坡滩桥塘庄屯寨堡店坊"
)
_KINDS = ("社区", "村", "小区", "路", "街", "学校", "幼儿园", "卫生院", "公园", "农贸市场", "片区")
_WORKS = (
    "老旧小区改造",
    "供热管网更新",
    "污水管网修复",
    "农村道路硬化",
    "校舍维修加固",
    "养老服务站建设",
    "口袋公园建设",
    "停车泊位施划",
    "充电设施安装",
    "自来水入户",
    "危桥改造",
    "厕所改建",
    "图书室更新",
    "路灯亮化",
    "雨污分流",
    "屋顶防水",
    "外墙保温",
    "电梯加装",
    "托育机构备案",
    "食品抽检",
    "技能培训",
    "健康体检",
    "河道清淤",
    "燃气管道改造",
    "护栏更换",
)
_MEASURES = (
    "户",
    "平方米",
    "公里",
    "处",
    "个",
    "盏",
    "台",
    "人次",
    "批次",
    "米",
    "套",
    "株",
    "座",
    "亩",
)
_OFFICES = (
    "住建",
    "交通",
    "教育",
    "民政",
    "卫健",
    "水务",
    "城管",
    "财政",
    "自然资源",
    "应急",
    "市场监管",
    "农业农村",
)
_SENTENCES = (
    "{p}{w}已完成{n}{m}，占年度任务的{r}%",
    "截至{d}，累计投入资金{n}万元，完成{w}{n}{m}",
    "{o}部门牵头召开第{k}次调度会，研究解决{p}{w}中的{k}个具体事项",
    "{p}至{p}段正在组织施工，现场投入机械{k}台、人员{n}名",
    "已委托第三方对{p}{w}进行质量检测，抽检{k}批次，合格率{r}%",
    "{w}方案已经专家评审，概算投资{n}万元，施工图审查于{d}通过",
    "组织{p}居民代表{n}人现场查看，收集意见{n}条，已答复{k}条",
    "{p}{w}招标公告于{d}发布，计划工期{n}天",
    "协调{o}、{o}等部门办理用地、规划手续，其中{k}项已经批复",
    "{d}起对{p}{n}{m}开展回头看，发现并整改问题{k}处",
    "主体工程完成{r}%，{p}{w}进入收尾阶段，同步开展绿化{n}平方米",
    "争取上级补助{n}万元，区级配套{n}万元已拨付至{p}",
    "{w}采取“一点一策”，{p}等{k}个点位逐一建档，责任到人",
    "针对雨季影响，增加作业班组{k}个，确保{d}前完成{p}{n}{m}",
)
_SLOT = re.compile(r"\{.\}")


class Prose:
    """Writes official prose; the same random generator gives the same texts."""

    def __init__(self, random: Random) -> None:
        self._random = random

    def name(self) -> str:
        """Return a made-up name of two or three characters."""
        return "".join(self._random.choices(_NAMES, k=self._random.choice((2, 2, 3))))

    def work(self) -> str:
        """Return the name of a project."""
        return f"{self.name()}{self._random.choice(_WORKS)}"

    def text(self, shortest: int, longest: int) -> str:
        """Return a text of a length between the two, short ones more often than long ones.

        One text in five consists of numbered lines, as units write them with Alt+Enter.
        """
        length = round(math.exp(self._random.uniform(math.log(shortest), math.log(longest))))
        lines = self._random.random() < 0.2
        end = "。\n" if lines else "；"
        parts: list[str] = []
        while sum(map(len, parts)) < length:
            mark = f"{len(parts) + 1}." if lines else ""
            parts.append(f"{mark}{self._sentence()}{end}")
        return "".join(parts)[: length - 1] + "。"

    def _sentence(self) -> str:
        random = self._random
        slots: dict[str, Callable[[], str]] = {
            "{p}": lambda: self.name() + random.choice(_KINDS),
            "{w}": lambda: random.choice(_WORKS),
            "{n}": lambda: str(random.randint(11, 9800)),
            "{m}": lambda: random.choice(_MEASURES),
            "{r}": lambda: f"{random.randint(100, 990) / 10:g}",
            "{d}": lambda: f"{random.randint(1, 12)}月{random.randint(1, 28)}日",
            "{o}": lambda: random.choice(_OFFICES),
            "{k}": lambda: str(random.randint(2, 30)),
        }
        return _SLOT.sub(lambda slot: slots[slot[0]](), random.choice(_SENTENCES))
