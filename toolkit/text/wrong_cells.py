"""Texts that stand in the wrong one of two cells: what hinders in the plan, what is planned as a problem."""

import re

from toolkit.text.searching import searched

_CLAUSE = re.compile(r"[^。，,;；!！\n]+")
_NUMBERING = re.compile(
    r"(?:(?<=^)|(?<=[。；;\n]))\s*(?:\d{1,2}[、.．)）](?!\d)|[①-⑳]|[（(]\d{1,2}[)）]"
    r"|[一二三四五]是)"
)
_LONGEST = 120

_DATED = re.compile(
    r"(?:\d{1,2}月(?:\d{1,2}日|[上中下]旬|底|末)?|年底|月底|季度末?)(?:之|以)?前"
    r"|\d{1,2}月(?:底|[上中下]旬)(?=完成|再|建成|全部)"
)
_DEED = re.compile(
    r"完成|建成|再|全部|竣工|完工|打造|安装|整改|新增|新建|启动|开工|组织|开展|验收|交付|投用"
    r"|改造|办结|培训|发放|达到|投入|运行|上线|开通|通车|通水|通气|挂牌|备案"
)
_NO_INTENTION = re.compile(
    r"紧|重|难|需|要|须|待|因|受|未|慢|滞|影响|不|无|没|尚|仍|压力|由于|导致|已|完不|才能|只能"
    r"|推迟|延|停"
)
_HINDERS = re.compile(
    r"不愿|不肯|不配合|不同意|不支持|不理解|不足|不够|不到位|不高|不全|不齐|不畅|不一|不清|不强"
    r"|不符|分散|慢(?!性|病|行)|滞后|压力|困难|难度|难以|较难|无法|没有(?!完成的)|未能|尚未"
    r"|影响(?!评)|受阻|阻挠|停工|短缺|紧张|缺乏|缺少|老化|复杂|纠纷|矛盾|制约|受限|较差|较低"
    r"|偏低|反对|拖欠|延误|流标|顾虑|争议|过高|较大|偏大|意见大"
)
_INTENDS = re.compile(
    r"解决|破解|克服|化解|消除|缓解|针对|协调|督促|督导|推进|推动|加快|加大|加强|组织|开展|完成"
    r"|做好|争取|力争|对接|沟通|办理|会同|继续|落实|尽快|逐[一步]|进一步|确保|计划|拟|将"
    r"|下一?步|下[月季旬周]"
    r"|前|底|旬|配合(?<!不配合)|制定|细化|强化|完善|整改到位|请|报|安排|排查|跟进|跟踪|动员"
    r"|引导|宣传|做(?!法)|避免|防止|减少|优化|待|启动|采取|研究|盯|调[度整]|提升|抓"
)
_DONE = re.compile(r"(?:已|均)(?!到期|建成投用的)(?![^，。；]{0,14}的)|了(?!解)|完毕")
_PLANS = re.compile(
    r"计划|拟|将|继续|加快|推进(?!会)|推动|督促|下一?步|下[个月季旬周]|确保|力争|争取|预计|准备"
    r"|前(?<!目前)(?<!提前)|底|旬|尽快|抓紧|积极|做好|进一步|持续|全力|待|再|剩余|其余|余下"
    r"|跟进|巩固|转入|开始"
)
_COUNTED = re.compile(r"\d")


def holds_dated_intentions(problem: str) -> bool:
    """Tell whether a problem cell says only what will be done by when: 10月底前完成8处市场整改."""
    if not problem or len(problem) > _LONGEST or not _DATED.search(problem):
        return False
    clauses = _clauses(problem)
    return all(_DEED.search(clause) and not _NO_INTENTION.search(clause) for clause in clauses)


def plan_tells_hindrance(plan: str) -> bool:
    """Tell whether a plan says only what hinders: 业主不愿出钱，整改进度慢.

    解决资金不足问题 is a plan: every clause has to name a hindrance and none an intention.
    """
    if not plan or len(plan) > _LONGEST or not _HINDERS.search(plan):
        return False
    clauses = _clauses(plan)
    return all(_HINDERS.search(c) and not _INTENDS.search(c) for c in clauses)


def plan_lists_deeds(plan: str) -> bool:
    """Tell whether a plan says only what has been done: 加强了…，已组织…2次，印发…1200册."""
    if not plan or len(plan) > _LONGEST or _PLANS.search(plan):
        return False
    clauses = _clauses(plan)
    done = [_DONE.search(clause) is not None for clause in clauses]
    # A clause that only counts goes on with what the one before it says.
    rest = all(was or _COUNTED.search(c) for c, was in zip(clauses, done, strict=True))
    return bool(clauses) and done[0] and rest


_TIME_AHEAD = re.compile(
    r"(?:^|[。；;])\s*(?:计划|拟|预计)?(?:于|在)?(?:下[个]?[月季旬周]"
    r"|\d{1,2}月(?:\d{1,2}日|[上中下]旬|底|末|份)?|[一二三四]季度|国庆|元旦|春节|中秋|年底)"
)
_COUNTED_DEED = searched(
    r"(?:完成|建成|再|更新|安排|举办|组织|开展|安装|新增|新建|改造|培训|发放|打造|覆盖|验收"
    r"|投用|推进|启动|做好|达到)[^，,。；;]{0,12}"
)
_TROUBLES = searched(
    rf"{_HINDERS.pattern}|受[^，,。；;]{{1,12}}影响|影响了?"
    rf"|(?:较|偏|太|过)(?:晚|慢|少|弱|难|迟|重)|推迟|延[后误迟期]|未[按能及]|不便|欠缺|缺口"
    rf"|渗漏|破损|上涨|停电"
)
_ASKS_HELP = re.compile(r"^(?:需要?|须|亟需|待|希望|请|建议|有待|只能|尚需|还需)")
_PROMISES = re.compile(
    r"计划|拟|将|继续|加快|督促|确保|力争|争取|下一?步|下[月季旬周]|尽快|抓紧"
    r"|前(?<!目前)(?<!之前)完成|底前|旬前|日前|做好|组织|开展|会同|对接|跟进"
)
_TOLD_DONE = re.compile(r"(?:已|均)(?:经)?(?!到期)|了(?!解)|完毕|目前|正在")


def are_swapped(problem: str, plan: str) -> bool:
    """Tell whether a problem cell and a plan were filled the wrong way round.

    Each has to look like the other one: the problem names what will be done at a time to come and
    no trouble, every clause of the plan a trouble or what is wanted against it.
    """
    if not problem or not plan or max(len(problem), len(plan)) > _LONGEST:
        return False
    ahead = _TIME_AHEAD.search(problem) and _COUNTED_DEED.search(problem)
    if not ahead or _TROUBLES.search(problem) or _TOLD_DONE.search(problem):
        return False
    clauses = _clauses(plan)
    if not _TROUBLES.search(clauses[0] if clauses else "") or _PROMISES.search(plan):
        return False
    return all(_TROUBLES.search(c) or _ASKS_HELP.search(c) for c in clauses)


def _clauses(text: str) -> list[str]:
    parts = (clause.strip() for clause in _CLAUSE.findall(_NUMBERING.sub("", text)))
    return [part for part in parts if part]
