"""Whether the work itself is not begun, in preparation, or under way.

The furthest stage that a text says counts. 施工招标 and 施工许可 are preparation although they name
building; what is planned (10月开工) or denied (尚未开工) has not happened.
"""

import re
from enum import StrEnum

from toolkit.text.answers import sub_answers
from toolkit.text.phrases import Phrase
from toolkit.text.searching import searched
from toolkit.text.status import FINISHED, read_status


class Stage(StrEnum):
    """How far the work is, in the order of the work."""

    UNKNOWN = "未知"
    NOT_BEGUN = "未启动"
    PREPARING = "前期"
    UNDER_WAY = "在建"


_CLAUSE = re.compile(r"[^。，,;；!！\n]+")
_PAPERS = re.compile(
    r"施工(?:图纸?|招标|招投标|许可证?|方案|合同|单位|企业|队伍|手续|准备|组织设计|前期|条件"
    r"|监理)"
    r"|监理招标|设备招标"
    r"|规划方案|设计方案|建设方案|改造方案|实施方案|工作方案|整治方案|提升方案|运营方案"
    r"|工程(?:规划|造价|量清单|招标)"
    r"|建设(?:手续|规划|用地|指标|工程规划)|开工前|动工前|施工前|进场前|前期(?:工作|手续|准备)?"
    r"|招标文件|采购文件"
    r"|培训(?:基地|方案|计划|场地|机构|名单)|基础(?:资料|数据|信息|台账|工作)"
)
_RECORDED = re.compile(r"[新计]备案|机构(?:完成|已)?备案|备案的?(?:托育|养老|公办|机构|幼儿园)")
"""What is reached by being put on record, where recording is no preparation."""

_PREPARES = re.compile(
    "招标|投标|中标|流标|开标|设计|图纸|勘察|勘测|立项|可研|可行性|预算|概算|评审|采购|选址|征地|征收|拆迁|土地|用地"
    "|备案|手续|方案|规划(?!局|[和与]自然资源|[和与]建设局|[和与]国土)|前期|审批|审查|报批|批复|核准|许可|合同|论证|摸底|摸排|排查|调研|测绘|筹备|谋划|对接"
    "|制定|拟定|编制|申报|申请|招投标|确定|遴选|洽谈|筹集|资金|名单"
)
_WORKS = re.compile(
    r"施工|开工|动工|进场|在建|主体|封顶|桩基|基坑|基础|垫层|清槽|砌筑|砌体|浇筑|铺设|铺装|铺油"
    r"|摊铺|土方|吊装"
    r"|安装|装修|装饰|调试|改造|建成|完工|竣工|建设完成|投用|投入使用|启用|开放|开通|运行|运营"
    r"|营业|发放|拨付"
    r"|举办|演出|培训|新增|开展|交付|栽植|绿化|接入|投保|缴纳|缴费|挂牌|入驻|救助|筛查|签约"
    r"|上岗|到位|享受|入户|结业"
    r"|配备|配置|更新|覆盖|疏浚|铺|打造|打通|扶持|回迁|受益|执行|实施|启动|办结|办理|建立|新建"
    r"|设立|服务"
)
_WEAK = re.compile(
    r"开展|实施|启动|执行|办理|服务|确定|建立|设立|更新|到位|改造|建设|新建|打造|新增|安装|施工"
    r"|基础"
)
"""What also stands before preparations: 开展前期工作, 启动招标."""

_COUNTED = re.compile(
    r"(?:已|累计|完成|完工|建成|改造|新增|安装|开展|举办|培训|发放|救助|投保|打通|配置|配备"
    r"|打造|扶持|办结|更新)"
    r"[^。，,;；\d]{0,14}\d"
)
_NOT_YET = re.compile(
    r"未(?:正式)?[^。，,;；正已均]{0,6}?(?:开工|启动|动工|进场|实施|开展|施工|开始)"
    r"|没有(?:开工|启动|动工|进场|实施|开始)"
    r"|无法(?:开工|启动|动工|进场|实施|施工)|不能(?:开工|启动|动工|进场|施工)"
    r"|暂缓(?:开工|启动|实施)|待开工"
)
_PLANNED = searched(
    "计划(?<!招生计划)(?<!行动计划)(?!均?已)|拟(?!定)|预计|即将|将在|将于|准备|力争|争取|下一步|下步|确保|年底前|月底前|日前|待(?!遇)|等待"
    "|具备[^。，,;；]{0,6}条件"
)
_BEGIN = re.compile(r"开工|动工|进场|启动|开展|实施|施工")
_CLOSING = re.compile(
    r"(?:进入|处于|正在|准备|做)?[^。，,;；\d]{0,4}收尾"
    r"|(?:等|待|准备|正在(?:组织|进行|开展)?|申请)[^。，,;；\d]{0,6}(?:竣工)?验收"
    r"|(?:项目|工程|任务|工作|建设|改造|主体工程)(?:已)?基本(?:完成|完工|建成|竣工)"
    r"|^(?:已)?基本(?:完成|完工|建成|竣工)$"
)
_MAY_CLOSE = re.compile("收尾|验收|基本")
_ORDER = tuple(Stage)

_REMAINS = searched(
    r"正在(?!使用|运行|运营|营业|享受|发挥|履行|服务|受益|公示)[^。，,;；\n]{0,12}"
    r"|(?:尚(?<![时高崇风和]尚)|还)(?:未|没有|有(?![效力助利])|需|要|余|差|剩"
    r"|在(?=[施建推办进安改招审装修调等协洽编筹准设征拆]))[^。，,;；\n]{0,12}"
    r"|没有(?:进场|完工|完成|开工|启动|验收|到位|移交|迁走)[^。，,;；\n]{0,8}"
    r"|仍[在有需未][^。，,;；\n]{0,12}"
    r"|未(?:完成|完工|开工|启动|竣工|验收|到位|办结|安装|交付|实施|建成|进场)[^。，,;；\n]{0,8}"
    r"|(?:剩余|余下|其余|剩下)(?!均已|全部已|已|资金|款项|价值|资产|均?为|均?[系是由属按]|采用"
    r"|时间)[^。，,;；\n]{0,12}"
    r"|待(?:开工|施工|安装|验收|完工|完善|实施|建设|交付|办理|招标|进场|审批"
    r"|批复)[^。，,;；\n]{0,6}"
    r"|推进中|施工中|建设中|进行中|办理中|改造中|招标中|实施中"
    r"|(?:预计|计划|力争|争取|确保(?!了))[^。，,;；\n]{0,14}(?:完成|完工|竣工|投用|建成|办结|交付)"
)
_DONE_REST = re.compile(
    r"(?:已|均|全部)(?:全部|均)?(?:完成|完工|竣工|办结|建成|投用|到位)|问题|资料|质保金"
)


def _is_closing(text: str) -> bool:
    """Tell whether a text says of the item as a whole that its work is closing."""
    head = _about_whole(text) if _MAY_CLOSE.search(text) else ""
    return any(_CLOSING.search(clause) for clause in _CLAUSE.findall(head))


def _furthest(text: str) -> Stage:
    """Return the furthest stage that any clause names, at most that work is under way."""
    reached = Stage.UNKNOWN
    for clause in _CLAUSE.findall(text):
        reached = max(reached, _clause_stage(clause), key=_ORDER.index)
        if reached is Stage.UNDER_WAY:
            break
    return reached


def not_yet_working(text: str) -> bool:
    """Tell whether an item has not got beyond preparations: 已完成预算评审，正在招标.

    A part that is finished means that work is under way. Cheap for the many texts that name no
    preparation.
    """
    if not (_PREPARES.search(text) or _NOT_YET.search(text) or _PLANNED.search(text)):
        return False
    if _furthest(text) not in (Stage.NOT_BEGUN, Stage.PREPARING):
        return False
    return not _is_closing(text) and read_status(text) != FINISHED


def says_remaining(text: str) -> Phrase | None:
    """Return the first words that say that work remains, None where nothing says so.

    正在运行 and 其余均已完成 do not; 尚未验收, 正在安装 and 剩余46张 do.
    """
    for match in _REMAINS.finditer(text):
        if not _DONE_REST.search(match[0]):
            return Phrase(match[0], match.start(), match.end())
    return None


def _about_whole(text: str) -> str:
    answers = sub_answers(text)
    return text[: answers[0].start] if answers else text


def _clause_stage(clause: str) -> Stage:
    if _NOT_YET.search(clause):
        return Stage.NOT_BEGUN
    if "备案" in clause and _RECORDED.search(clause) and not _PLANNED.search(clause):
        return Stage.UNDER_WAY
    rest = _PAPERS.sub("", clause)
    prepares = rest != clause or _PREPARES.search(clause) is not None
    if _PLANNED.search(clause):
        return Stage.PREPARING if prepares or _BEGIN.search(clause) else Stage.UNKNOWN
    works = _WORKS.search(rest)
    if works and (not prepares or _COUNTED.search(rest) or not _only_weak(rest)):
        return Stage.UNDER_WAY
    if _COUNTED.search(rest) and not prepares:
        return Stage.UNDER_WAY
    return Stage.PREPARING if prepares else Stage.UNKNOWN


def _only_weak(clause: str) -> bool:
    return not _WORKS.search(_WEAK.sub("", clause))
