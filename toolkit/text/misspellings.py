"""Plain mistakes of typing that cannot be right where they stand: 为名办实事, 己完成, 拔付, 座谈汇.

Each is guarded against texts in which its characters meet by chance: 自己完成, 发布署名, 恢复盖章
are right. What dictionaries dispute (台帐, 签定, 做为) is not listed.
"""

import re
from dataclasses import dataclass

from toolkit.text.patterns import any_around, any_word

_DONE = "完成|完工|竣工|建成|全部|经|于|开工|通过|安装|投入|办结|签订|启动|落实|到位|交付|移交|拨付"
_NO_FACT = r"(?![体行现施用例际效名在力时操质习属绩干践地惠物])"
"""办事实体大厅, 办事实行首问负责制: 办事 stands alone there."""

_STOP = r"(?=[，。；;,、\s]|$)"

_MISTAKES: tuple[tuple[str, str, str], ...] = (
    # What every such mistake contains, the mistake, what was meant.
    # - the programme's own name
    ("名办 明办 命办", "为[名明命]办实?事", "为民办实事"),
    ("民办事实 办是实 办时实", f"为民办(?:事实{_NO_FACT}|[是时]实)", "为民办实事"),
    ("半实 伴实", "为民[半伴]实事", "为民办实事"),
    ("办实施 办实是 办实时 办实势", "为民办实(?:[是时势]|施(?=项目|清单|工程|工作))", "为民办实事"),
    ("办事实", f"(?<=[省市区县旗州镇乡府])办事实{_NO_FACT}", "办实事"),
    (
        "办实是 办实时 办实势",
        "(?<=[省市区县旗州镇乡])办实(?:[是势]|时(?=项目|工程|清单|任务))",
        "办实事",
    ),
    ("民办事", "为民办事(?=项目|清单|工程)", "为民办实事"),
    ("名生实 明生实 声实 升实", "[名明]生实事|民[声升]实事", "民生实事"),
    ("生事实 生是实", f"民生(?:事实{_NO_FACT}|是实)(?![施际现行上])", "民生实事"),
    ("生实是 生实时", "民生实(?:是|时(?!现))", "民生实事"),
    # - 已, 己 and 巳; 以 for 已 where 以 could lead to nothing
    ("己", f"(?<![自知克利异律体为舍各彼于])己(?={_DONE})", "已"),
    ("巳", f"巳(?={_DONE})", "已"),
    ("前以 现以 均以 部以", f"(?:目前|现|均|全部)以(?={_DONE})(?![^，。；]{{0,20}}为)", "已"),
    (
        "以完 以竣 以建成 以办结",
        f"(?<![难得可予用足加借所是何无赖致])以(?:完成|完工|竣工|建成|办结){_STOP}",
        "已",
    ),
    # - how a report goes
    ("请况 清况", "(?:情况)?(?<![申提])[请清]况(?!且)", "情况"),
    ("倒位 买到位 落实道位", "落(?:实[倒道]|买到)位", "落实到位"),
    ("步就 就搬", "按步就班|按部就搬", "按部就班"),
    ("谈汇 谈回", "座谈(?:汇(?![报总集聚编])|回(?![顾应访复答]))", "座谈会"),
    ("现厂 现埸", "(?:施工|办公|作业)现[厂埸]|现[厂埸](?:施工|办公|督[查导]|检查|查看)", "现场"),
    ("竟标 竟价 竟聘", "(?<![究毕])竟[标价聘]", "竞"),
    ("招投票 招报标 刨标", "招投票|招[报刨]标", "招投标"),
    ("竣功 竣公 峻工", "竣[功公]|(?<![严冷险])峻工", "竣工"),
    ("验受", "(?:竣工|工程|质量)验受|验受合格", "验收"),
    ("既将", "既将(?=完工|完成|开工|竣工|投入|建成|进场|启动|交付)", "即将"),
    ("即定", "即定(?=目标|任务|计划|时间|工期)", "既定"),
    ("布署", "(?<![发公颁])布署(?!名)", "部署"),
    ("迅", "通迅", "通讯"),
    ("一至", "(?:协商|意见|保持|达成)一至(?![一二两三四五六七八九十])", "一致"),
    ("止目前", "截止目前", "截至目前"),
    ("按装", "按装(?=完成|完毕|调试|到位|工作|施工)|(?:设备|器材|路灯|充电桩)按装", "安装"),
    ("按排", "按排(?=部署|专人|人员|布置|工作|资金|落实)|(?:工作|统筹|合理|统一)按排", "安排"),
    ("推近", "(?:有序|稳步|正常|加快|全力|持续)推近", "推进"),
    ("续推 稳部推 长推 序推", "(?:有续|按续|稳部|正长|持序)推进", "推进"),
    ("近度 竟度 进渡", "(?:序时|施工|工程)[近竟]度|(?:序时|施工|工程)进渡", "进度"),
    ("近行 行种 施工种", f"(?:正|现)在近行|(?:进行|施工)种{_STOP}", "进行（施工）中"),
    ("因地治 因地置 因地致 制益", "因地[治置致]宜|因地制益", "因地制宜"),
    ("酬 愁 畴", "统[酬愁畴](?=协调|推进|兼顾|安排|规划)", "统筹"),
    ("如继 如即 既网", "一如[继即]往|一如既网", "一如既往"),
    ("再励 再历", "再接再[励历]", "再接再厉"),
    ("汇贯", "融汇贯通", "融会贯通"),
    ("克不容 荣缓", "克不容缓|刻不荣缓", "刻不容缓"),
    ("圆慢 圆漫 园满", "圆[慢漫]完成|园满(?=完成|结束|收官|成功)", "圆满"),
    ("就序 就续", "准备就[序续]", "准备就绪"),
    ("惯彻 贯策", "惯彻|贯策落实", "贯彻"),
    ("隐换 隐幻", "安全隐[换幻]", "隐患"),
    ("反应的", "群众反应的(?=问题|诉求|情况|热点|难点)", "反映的"),
    ("群从", "人民群从|群从满意", "群众"),
    ("体报到 闻报到", "(?:媒体|新闻)报到", "报道"),
    ("签暑", "签暑", "签署"),
    # - money and goods
    ("拔", "(?<![选提])拔(?:付(?!费)|款)|划拔|调拔", "拨"),
    ("购制", "(?<!采)购制(?![度作造式品成])", "购置"),
    ("必须品", "必须品", "必需品"),
    ("家俱", "家俱", "家具"),
    ("桌倚 桌掎", "桌[倚掎]", "桌椅"),
    ("部份", "(?<!全)部份(?!额)", "部分"),
    # - building
    ("混泥土 混凝士", "混泥土|混凝士", "混凝土"),
    ("沥清", "沥清", "沥青"),
    ("天燃", "天燃气", "天然气"),
    ("分留 分六", "雨污分[留六]", "雨污分流"),
    ("水笼", "水笼头", "水龙头"),
    ("护拦", "(?<![保防维监])护拦", "护栏"),
    ("停车厂", "停车厂", "停车场"),
    ("电庄 电状 电壮", "充电[庄状壮]", "充电桩"),
    ("老久 老就 旧小去", "老[久就]小区|老旧小去", "老旧小区"),
    ("儿圆 儿元", "幼儿[圆元](?![角宵旦])", "幼儿园"),
    ("堪", "堪察(?!加)|堪测|踏堪", "勘"),
    ("复盖 覆益 复盖率", "全(?:复盖|覆益)|复盖率", "覆盖"),
    ("幅射", "幅射", "辐射"),
    ("话改 话提 话管", "(?:适老|亮|绿|硬)话(?:改造|提升)|(?:精细|常态)话管理", "化"),
    # - doubled by accident
    (
        "的的 行进行 在正在 前目前 已已 成完成",
        "的的(?!确)|进行进行|正在正在|目前目前|已已|完成完成",
        "（重复）",
    ),
)


@dataclass(frozen=True, slots=True)
class Misspelling:
    """A mistake, where it stands, and what was meant."""

    text: str
    meant: str
    start: int
    end: int


_SIGNS = tuple(sign for signs, _, _ in _MISTAKES for sign in signs.split())
_SIGN = re.compile(any_word(_SIGNS))
_COMMON = "的已完成建施工区在一行公目社前部正进位名续至步水推群小改明实提民分安管地事时老办体开序现道以复落护装清就结竣"
_PLAIN = tuple(sign for sign in _SIGNS if set(sign) <= set(_COMMON))
_MAY_BE = tuple(
    re.compile(any_around(signs, _COMMON))
    for signs in (_PLAIN, tuple(sign for sign in _SIGNS if sign not in _PLAIN))
)
"""Two, so that common characters are tried on few words, and the many words at few places."""

_BY_SIGN: dict[str, list[tuple[re.Pattern[str], str]]] = {}
for _signs, _wrong, _right in _MISTAKES:
    for _sign in _signs.split():
        _BY_SIGN.setdefault(_sign, []).append((re.compile(_wrong), _right))


def may_be_misspelt(text: str) -> bool:
    """Tell at a glance whether a text may have any such mistake."""
    return any(pattern.search(text) for pattern in _MAY_BE)


def misspellings(text: str) -> tuple[Misspelling, ...]:
    """Return the plain mistakes of a text in their order, each with what was meant."""
    if not may_be_misspelt(text):
        return ()
    signs = set(_SIGN.findall(text))
    found = {
        Misspelling(match[0], meant, *match.span())
        for sign in signs
        for wrong, meant in _BY_SIGN[sign]
        for match in wrong.finditer(text)
    }
    return tuple(sorted(found, key=lambda mistake: mistake.start))
