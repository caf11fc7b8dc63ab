"""What the made-up list promises: works as official lists have them, each with a number to reach."""

import math
from dataclasses import dataclass
from random import Random

_NAMES = (
    "安宝昌春大德东恒鸿华吉嘉建江锦景康兰乐丽龙隆明宁平青清荣瑞润盛泰天万旺文西祥新兴秀永玉裕远云泽振志"
    "中北南柳杨松梅竹桃杏石泉湖河岭坡滩桥塘庄屯寨堡店坊"
)
_KINDS = ("社区", "村", "小区", "路", "街", "片区")


@dataclass(frozen=True, slots=True)
class Work:
    """A kind of work.

    Attributes:
        doing: What is to be done: 新建.
        thing: What it is done to: 口袋公园.
        done: What has been done then: 建成.
        fewest: Between this number and the next one is promised.
        whole: Whether halves of it make no sense.
        stages: What there is to do before it is done.
    """

    doing: str
    thing: str
    measure: str
    done: str
    fewest: int
    most: int
    stages: tuple[str, ...]
    whole: bool = True


_BUILDING = ("主体施工", "装饰装修", "设备安装", "室外铺装", "水电安装")
_PIPES = ("管沟开挖", "管道焊接", "打压试验", "路面恢复", "阀门更换")
_FITTING = ("样品封样", "线路敷设", "设备安装", "联网调试", "标识粉刷")
_SERVING = ("师资对接", "名单核对", "教材印发", "场地布置", "档案整理")

WORKS = (
    Work("新建", "口袋公园", "处", "建成", 3, 24, ("土方整理", "苗木栽植", "园路铺装")),
    Work("改造", "老旧小区", "个", "完成改造", 4, 60, ("雨污分流", "外墙保温", "楼道粉刷")),
    Work("更新", "供热管网", "公里", "完成更新", 5, 60, _PIPES, whole=False),
    Work("铺设", "污水管网", "公里", "铺设", 5, 80, _PIPES, whole=False),
    Work("新改建", "农村公路", "公里", "完工", 8, 120, ("路基整平", "基层摊铺"), whole=False),
    Work("维修加固", "中小学校舍", "栋", "完工", 3, 20, _BUILDING),
    Work("建设", "社区食堂", "处", "建成", 4, 40, _BUILDING),
    Work("新增", "护理型床位", "张", "新增", 40, 600, _FITTING),
    Work("施划", "停车泊位", "个", "施划", 200, 9000, ("测量放线", "标识粉刷")),
    Work("安装", "充电桩", "台", "安装", 30, 900, _FITTING),
    Work("改造", "农村危房", "户", "完成改造", 12, 400, ("拆旧清场", "屋面翻修", "门窗更换")),
    Work("改建", "农村公厕", "座", "完成改建", 4, 60, _BUILDING),
    Work("更换", "路灯", "盏", "更换", 120, 4000, _FITTING),
    Work("加装", "住宅电梯", "部", "加装", 6, 90, ("井道施工", "轿厢吊装", "整机调试")),
    Work("开展", "文化惠民演出", "场", "开展", 40, 900, _SERVING),
    Work("培训", "养老护理员", "名", "培训", 60, 2400, _SERVING),
    Work("建设", "托育机构", "家", "建成", 2, 18, _BUILDING),
    Work("清淤疏浚", "农村河道", "公里", "完成疏浚", 4, 70, ("围堰排水",), whole=False),
    Work("改造", "燃气老旧管道", "公里", "完成改造", 4, 90, _PIPES, whole=False),
    Work("打通", "断头路", "条", "打通", 2, 16, ("路基整平", "管线迁改", "面层摊铺")),
    Work("完成", "食品安全抽检", "批次", "完成", 400, 9000, _SERVING),
    Work("改造提升", "农贸市场", "家", "完成改造", 2, 22, _BUILDING),
    Work("栽植", "行道树", "株", "栽植", 300, 9800, ("树穴开挖", "支撑加固", "浇水养护")),
    Work("配备", "体外除颤仪", "套", "配备", 20, 400, _FITTING),
)


@dataclass(frozen=True, slots=True)
class Promise:
    """One target of an item."""

    work: Work
    number: float

    @property
    def goal(self) -> str:
        """The number with its measure: 12处."""
        return self.amount(self.number)

    def amount(self, number: float) -> str:
        """Return a number with the promise's measure."""
        return f"{number:g}{self.work.measure}"

    def reached(self, share: float) -> float:
        """Return what is done when at least so great a share is."""
        if share >= 1:
            return self.number
        scale = 1 if self.work.whole else 10
        return min(self.number, math.ceil(self.number * scale * share) / scale)


def promises(random: Random, number: int) -> tuple[Promise, ...]:
    """Return different works to promise in one item, no two of them counted alike."""
    chosen: list[Work] = []
    while len(chosen) < number:
        work = random.choice(WORKS)
        if all(work.measure != other.measure for other in chosen):
            chosen.append(work)
    return tuple(Promise(work, _number(random, work)) for work in chosen)


def _number(random: Random, work: Work) -> float:
    """Return a number to promise, small ones more often than great ones."""
    number = math.exp(random.uniform(math.log(work.fewest), math.log(work.most)))
    return round(number) if work.whole else round(number, 1)


def name(random: Random) -> str:
    """Return a made-up name of two or three characters."""
    return "".join(random.choices(_NAMES, k=random.choice((2, 2, 3))))


def place(random: Random) -> str:
    """Return a made-up place."""
    return name(random) + random.choice(_KINDS)
