"""Plan and problem cells that say something else than they are asked for, or nothing.

A plan names what will be done, how far, or by when: 采取有力措施，加快建设步伐 names nothing. A problem
cell names a difficulty; 下一步将加大宣传 is a plan. Every test is silent in doubt.
"""

import re

from toolkit.text.clean import is_blank, match_key, says_none
from toolkit.text.searching import searched

_MARKS = r"[，。；、：,.;:!！\s]"
_NUMBERING = (
    r"\d{1,2}[、.．)）](?!\d)|[①-⑳]|[（(][\d一二三四五六七八九十]{1,2}[)）]"
    r"|[一二三四五六七八九十]是"
)

_GENERIC_WORDS = (
    "继续 持续 加快 加大 加强 强化 推进 推动 促进 抓好 抓实 抓紧 抓细 狠抓 紧盯 全力 全力以赴"
    " 全面 大力 积极 主动 稳步 有序 扎实 深入 进一步 尽快 尽早"
    " 及时 适时 严格 认真 切实 高效 高质量 保质 保量 保质保量 高标准 按照 按 依照 根据 结合"
    " 围绕 对照 聚焦 已定 既定 原定 预定 计划 方案 要求 部署 安排 进度 进展"
    " 时序 序时 节点 时间 工期 时限 阶段 工作 项目 工程 建设 施工 实施 任务 目标 指标 力度 步伐"
    " 速度 进程 效率 采取 有力 有效 得力 措施 手段 方式 办法"
    " 确保 保证 保障 争取 力争 努力 按时 如期 按期 尽力 完成 落实 落地 做好 搞好 干好 办好 开展"
    " 组织 完善 优化 提升 提高 巩固 深化 细化 跟进 跟踪 推行"
    " 相关 有关 各项 各类 各 等 此项 该项 本项 该 此 本 我局 我区 我单位 我办 后续 后期 下步"
    " 下一步 下月 下个月 下阶段 下一阶段 今后 接下来 将 把 使 让 对 以 从 向"
    " 的 地 得 和 与 及 并 且 同时 协调 沟通 对接 衔接 配合 督促 督导 监督 检查 调度 指导 管理"
    " 服务 质量 安全 年度 全年 当前 目前 正常 顺利 平稳 圆满 效果 成效"
    " 水平 能力 问题 困难 解决 处理 协同 统筹 合力 形成 加以 进行 予以 给予 不断 始终 力求 早日"
    " 尽可能 精心 科学 合理 周密 创新 思路 机制 责任 压实 压紧 明确 分工 人员 力量"
    " 部门 单位 部门单位 施工单位 施工方 承建单位 责任单位 牵头单位 各方 上级 领导 群众 满意度"
    " 获得感 幸福感 民生 实事 民生实事 为民办实事 站位 政治站位 认识 好事 实事办好 担当 见效"
    " 到位 收尾 好 快 稳 实"
)
_GENERIC = re.compile(
    "(?:"
    + "|".join(sorted(_GENERIC_WORDS.split(), key=len, reverse=True))
    + rf"|{_MARKS}|{_NUMBERING})*+"
)
_NAMED = re.compile(
    r"[\d“《【年月底旬日]|[A-Za-z]{2}|[一二三四五六七八九十两百]+[个处座所家项人户名场次条公栋台]"
)
_ANY_YEAR = searched(r"全年|年度|(?<!\d)[今本]年")
"""完成全年任务 names no time that another plan has not."""

_LONGEST_VAGUE = 80

_CLAUSE = re.compile(r"[^。，,;；!！\n]+")
_PLANS = searched(
    r"计划(?<!招生计划)(?<!行动计划)|[拟将](?!军|来)|继续|加快|加大|加强"
    r"|(?<!正常)(?<!有序)(?<!稳步)(?<!顺利)推进(?!中)|推动|督促|下一?步|下个?月|下阶段|确保"
    r"|力争|争取|预计|准备"
    r"|月底前|[年季]底前|日前|[上中下]旬|尽快|尽早|抓紧|积极|做好|进一步|持续|全力|待|再|年内"
)
_STATES = re.compile(
    r"^(?:目前|截至目前|现)?[^，。；]{0,28}?(?:"
    r"(?:已经?|均已|现已|全部已)[^，。；的]{0,14}(?:完成|完工|竣工|建成|投用|投入使用"
    r"|交付(?:使用)?|办结|通过(?:竣工)?验收|结束|到位|开工|进场|启动|落实|开通|发放"
    r"|验收)[^，。；]{0,6}"
    r"|正在[^，。；]{0,16}(?:中|施工|推进|建设|实施|进行)"
    r"|正在(?:进行|开展|组织|办理)[^，。；的]{1,14}|(?:施工|推进|建设|实施|进行|办理)中"
    r"|(?:正常|有序|稳步|顺利|按计划|按序时)(?:推进|进行|实施|开展)(?:中)?|进展(?:顺利|正常|良好))$"
)
_STATES_ALONE = re.compile(
    r"^(?:各项|该|本)?[^，。；\d]{0,16}(?:基本|全部|全面|均|全)(?:完成|完工|竣工|建成|办结"
    r"|结束)$"
    r"|^(?:项目)?(?:已)?(?:完成|完工|竣工|建成)$"
)
_LONGEST_STATUS = 80

_NONE = (
    r"(?:暂时?|目前)?(?:无|没有|不需要|无需|不再有?)(?:后续|下步|下一步|下月|其他|进一步"
    r"|具体)*的?(?:工作)?"
    r"(?:计划|安排|任务|工作|内容)"
)
_ALL_DONE = (
    r"(?:此项|该项|本项|该|本|全部|所有|各项|年度|全年)*(?:项目|工程|工作|任务|实事|目标)*"
    r"(?:均|都|全部|现)?已?经?(?:全部|全面|如期|按期|提前|圆满)*"
    r"(?:完成|完工|竣工|办结|结束|完结|建成投用|投入使用)(?:全部|全年|年度|各项|既定)*(?:任务"
    r"|目标|目标任务|工作)?"
)
_NO_PLAN = searched(rf"(?:{_ALL_DONE}[，,。])?{_NONE}")

_PLAN_WORDS = re.compile(
    r"下一?步|下阶段|下个?月|接下来|今后|(?<![按动作续后三年])计划(?=[^，。；、的])|拟(?!定)"
    r"|将(?=继续|加|进|组|开|积|按|于|在|对|尽|抓|严|会|全|协)|继续|加快|力争|争取|确保"
    r"|进一步(?=加|推|做|完|强|提|落|优|深)"
)
_DIFFICULTY = re.compile(
    r"问题|困难|难以|较难|难点|难题|难度|不足|不够|不到位|不高|不齐|不全|不强|不及时|不符|不愿"
    r"|不理想|不了解|不熟|不具备|不明|不一|不满|不配合|不平衡|未|尚|无法|没有|影响|滞后|缓慢"
    r"|较慢|偏慢"
    r"|缺|缺乏|少|偏低|较低|低|矛盾|制约|限制|受限|阻|纠纷|冲突|紧张|短缺|压力|延误|延期|推迟"
    r"|停工|流标|废标|风险|隐患|薄弱|差|滞|拖|欠|超支|堵|复杂|反对|投诉|顾虑"
    r"|需[^，。；]{0,8}(?:协调|支持|解决|调整)|仍|还(?:在|需|有|没)"
    r"|导致|造成|因为|由于|受[^，。；]{1,12}影响|瓶颈|卡点|堵点"
    r"|待[^，。；]{0,6}(?:解决|批|协调|明确|落实)|破损|老化|大雨|汛期|高温|疫情|涨价|上涨|只有"
    r"|仅"
)


def plan_is_vague(plan: str) -> bool:
    """Tell whether a plan has only phrases that fit every work: 采取有力措施，加快建设步伐.

    A number, a date, a named thing, place or work makes it a plan. An empty one is none.
    """
    if not plan or len(plan) > _LONGEST_VAGUE:
        return False
    if _NAMED.search(_ANY_YEAR.sub("", _without_numbering(plan))):
        return False
    generic = _GENERIC.fullmatch(plan) is not None and not is_blank(plan)
    return generic and not plan_states_status(plan)


def plan_states_status(plan: str) -> bool:
    """Tell whether a plan says only how things are: 已完成, 正在施工中, 各项工程基本完成.

    完成施工招标 is a plan: it names what is to be done. So is all that names a day or says 将, 继续.
    """
    if not plan or len(plan) > _LONGEST_STATUS or _PLANS.search(plan):
        return False
    clauses = [clause.strip() for clause in _CLAUSE.findall(_without_numbering(plan))]
    clauses = [clause for clause in clauses if clause]
    if len(clauses) == 1 and _STATES_ALONE.search(clauses[0]):
        return True
    return bool(clauses) and all(_STATES.search(clause) for clause in clauses)


def says_no_plan(plan: str) -> bool:
    """Tell whether a plan says that there is none: 无, 无后续计划, 任务已全部完成，无后续计划.

    项目已完工 alone says how things are; an empty plan says nothing.
    """
    if is_blank(plan) or len(plan) > _LONGEST_VAGUE:
        return False
    denies = "无" in plan or "没有" in plan or "不" in plan
    return denies and (
        says_none(plan) or _NO_PLAN.fullmatch(match_key(plan).rstrip("。.,;")) is not None
    )


def problem_holds_plan(problem: str) -> bool:
    """Tell whether a problem cell says what will be done and names no difficulty at all."""
    return bool(_PLAN_WORDS.search(problem)) and not _DIFFICULTY.search(problem)


_LEADING_NUMBER = re.compile(rf"(?:(?<=^)|(?<=[。；;\n]))\s*(?:{_NUMBERING})")


def _without_numbering(text: str) -> str:
    return _LEADING_NUMBER.sub("", text)
