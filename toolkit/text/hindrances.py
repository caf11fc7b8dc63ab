"""What a progress text says stands in the way of the work and has not been removed.

有6所因带宽不足没能接入 and 权属有争议停工 do; 停工的3处已于9月上旬复工 does not any more. Only words that
name a hindrance as such count: that something is not done yet is no hindrance.
"""

import re

from toolkit.text.phrases import Phrase
from toolkit.text.roles import (
    CANNOT,
    CAUSE,
    MONEY,
    NO_DEAL,
    NOT_YET,
    OPPOSE,
    PAPERS,
    PEOPLE,
    RESUMED,
    SEASON,
    STILL_NOT,
    STOPPED,
    SUPPLY,
    UNABLE,
)
from toolkit.text.searching import searched

_CLAUSE = re.compile(r"[^。，,；;！!\n]+")
_SENTENCE = re.compile(r"[^。；;！!\n]+")
_NOT = (
    rf"(?:{UNABLE}|{STILL_NOT}|{CANNOT}|暂未|暂不|暂停|暂缓|推迟|延期|延后|顺延|滞后|受阻"
    rf"|停[工摆]|搁置"
    r"|(?:尚未|还未|还没有?|没有|未)(?!造成|影响|发生|出现|受|发现|来|成年|超|停)"
    r"|[进办装开接用建通]不[了上])"
)
_HINDERED = searched(
    rf"{STOPPED}|{NO_DEAL}|一[推拖]再[推拖]|{STILL_NOT}|{CANNOT}"
    rf"|{PEOPLE}[^。，,；;]{{0,12}}{OPPOSE}"
    r"|(?:权属|产权|地界|合同|土地|边界)[^。，,；;]{0,4}(?:有|存在|存有)?(?:争议|纠纷)"
    rf"|{MONEY}[^。，,；;]{{0,8}}(?:没有?到位|未到位|不到位|未落实|没有?落实|紧张|短缺|断裂"
    rf"|(?:{NOT_YET})[^。，,；;]{{0,2}}(?:下达|到账|拨付|拨下来|支付))"
    rf"|{MONEY}(?:(?!没有|无|不存)[^。，,；;]){{0,8}}缺口"
    rf"|拖欠[^。，,；;]{{0,8}}{MONEY}|{MONEY}[^。，,；;]{{0,4}}(?:被)?拖欠"
    rf"|{PAPERS}[^。，,；;]{{0,6}}(?:{NOT_YET})[^。，,；;]{{0,4}}(?:下来|批|办|取得|拿到|到)"
    rf"|{PAPERS}[^。，,；;]{{0,4}}[批办]不(?:下来|了)"
    rf"|(?:{NOT_YET})(?:拿到|取得|办下|办结|获得?)[^。，,；;]{{0,6}}{PAPERS}"
    r"|(?:[省市区县]里|上级|主管部门|规划部门)[^。，,；;]{0,4}(?:没有?批|未批|不批)"
    rf"|验收(?:{NOT_YET}|没)(?:能)?通过"
    rf"|(?:{NOT_YET}|没)(?:能)?通过[^。，,；;]{{0,8}}(?:验收|审查)(?!的)"
    rf"|{SUPPLY}[^。，,；;]{{0,6}}(?:断货|缺货|断供|供不上|跟不上|中断)|断货|缺货"
    rf"|{CAUSE}[^。；;]{{2,28}}{_NOT}"
    rf"|受[^。；;]{{2,20}}(?:影响|制约|限制|干扰)[^。；;]{{0,24}}{_NOT}"
    rf"|(?:不足(?!之处)|不够|不通|不齐|不明|不稳|受限|没有?接通)[^。；;]{{0,24}}{_NOT}"
    rf"|(?:质疑|投诉|异议|复议)[^。；;]{{0,16}}{_NOT}|(?:{NOT_YET}|没)(?:找到|着落|人接)"
    rf"|卡在[^。，,；;]{{2,12}}"
    rf"|{UNABLE}(?:按[期时])?(?:继续)?(?:推进|进场|施工|开工|动工|安装|接入|通车|验收|入户|落地"
    rf"|开挖|摊铺|铺设|浇筑|投用|交付|启用|通电|通水|供电)"
)
_MAY = re.compile(
    r"[没未无不停断拖拒阻嫌缺异争纠搁卡迟滞废弃撤破退跑违链僵短紧仍缓]|再[推拖]|反对|要价[过太偏高]"
    r"|意见[较很比大]|流标|烂尾|中止|延[期后]|顺延|解约|离场"
)
"""What each of them has: that something is not there, stands still, or is against it."""

_REMOVED = searched(
    r"重新(?:招标|挂网|组织)|恢复正常"
    r"|已(?:经)?(?:全部|均|妥善|基本|协调|妥为)*(?:解决|化解|协调|办结|取得|到位|到账|拿到|批复"
    r"|补齐|打通|恢复|接通|消除|整改|签|同意|安排补)"
    r"|(?:现已|已经?)(?:赶上|追上|追平|补回|抢回)|一度"
    r"|(?:(?<!没有)(?<!未)(?<!未能)(?<!没)达成|取得)(?:一致|谅解|协议)|探明|得到(?:解决|化解)"
    r"|问题解决"
    r"|视同|视为完成|调整为|替换|调减|核减|核销|不再|避免|防止|杜绝|克服|如有|凡|若"
    r"|对[^。，；]{0,12}的|不影响|的(?:不予|一律|及时)"
    r"|解决[^。；]{0,20}(?:问题|难题|不便|之忧)|改变了?|告别|缓解|原来|以前|过去|改造前|原有"
    r"|以往|此前"
)
_RESUMED = re.compile(RESUMED)
_NOT_RESUMED = re.compile(
    r"没|未|无法|不能|不[了成]|待|等|计划|预计|拟|争取|力争|确保|何时|才能|方可|准备|申请|要求|前"
)
_SLOW = re.compile(r"滞后|缓慢|较慢|偏慢|停滞|落后|进展不|未能")
_OF_OTHERS = re.compile(
    r"受理|诉求|案件|立案|结案|户籍|申请人|群众(?:因|反映)|患者|企业因|救助|维权|欠薪|调解"
    r"|断头路|出行"
)
"""Where disputes and lacking money are what the work is about, not what hinders it."""

_OF_ONE = re.compile(r"职工|请假|放假|补训|补考|缺勤|住院|外出|搬走|去世|自愿|主动")
"""What people do for themselves; it hinders nothing where nothing stands still for it."""

_DENIED = re.compile(
    r"(?:(?:没有|不存在|未发现|无)(?:资金|经费|任何|重大|明显|权属|征地|土地|因)"
    r"|(?:[未没]有?发[生现]|不存在|杜绝)[^，,]{0,4})[^，,]{0,6}$"
)
_TO_PLAN = re.compile(
    r"安排(?:在|到|至|[^，,；;。]{0,6}[月后])|排到|计划(?=[^，,；;。]{0,4}[月\d])|避开|放到"
)
"""A work that is put where it belongs in the year is not hindered."""

_WAITS = re.compile(r"暂[未不缓停]|推迟|延[期后]|顺延|错后|改期")
_HARD = searched(rf"{STOPPED}|{STILL_NOT}|{NO_DEAL}|{OPPOSE}|纠纷|争议")
_SEASON = searched(SEASON)
_WORKS = re.compile(
    "进场|开工|动工|施工|安装|改造|摊铺|栽植|种植|铺装|铺设|浇筑|验收|发放|投放|建设|入户|完工|建成|接入|培训|举办|开展|实施|启动|复工"
)


def unresolved(text: str, plan: str = "") -> Phrase | None:
    """Return the words by which a text names a hindrance that is still there, None for none.

    Args:
        text: A progress text.
        plan: What is planned; work that waits, or for a season, is not hindered if it takes it up.
    """
    if not _MAY.search(text) or not _HINDERED.search(text):
        return None
    for sentence in _SENTENCE.finditer(text):
        for match in _HINDERED.finditer(sentence[0]):
            if not _is_past(text, sentence, match) and not _waits(sentence[0], match, plan):
                start = _clause_start(sentence[0], match.start())
                end = _clause_end(sentence[0], match.end())
                first, last = sentence.start() + start, sentence.start() + end
                return Phrase(text[first:last], first, last)
    return None


def says_removed(text: str) -> bool:
    """Tell whether the only delay that a text names is a standstill that it says is over."""
    if "停工" not in text or _SLOW.search(text):
        return False
    return _REMOVED.search(text) is not None and unresolved(text) is None


def _is_past(text: str, sentence: re.Match[str], match: re.Match[str]) -> bool:
    """Tell whether a hindrance is one of the past, or of the people whom the work is for."""
    first, last = _clause_start(sentence[0], match.start()), _clause_end(sentence[0], match.end())
    clause = sentence[0][first:last]
    if (
        _OF_OTHERS.search(clause)
        or (_TO_PLAN.search(clause) and not _HARD.search(match[0]))
        or _DENIED.search(sentence[0], 0, match.end())
        or (_OF_ONE.search(clause) and not _HARD.search(match[0]))
    ):
        return True
    after = text[sentence.start() + match.start() :]
    before = sentence[0][first : match.start()]
    if _REMOVED.search(after) is not None or _REMOVED.search(before) is not None:
        return True
    return any(map(_says_resumed, _CLAUSE.findall(after)))


def _says_resumed(clause: str) -> bool:
    match = _RESUMED.search(clause)
    return match is not None and not _NOT_RESUMED.search(clause, 0, match.start())


def _waits(sentence: str, match: re.Match[str], plan: str) -> bool:
    """Tell whether work only waits for a better time, and the plan takes it up."""
    first, last = _clause_start(sentence, match.start()), _clause_end(sentence, match.end())
    clause = sentence[first:last]
    if not plan or _HARD.search(clause):
        return False
    if not _WAITS.search(clause) and not _SEASON.search(clause):
        return False
    return any(work in plan for work in _WORKS.findall(clause)) or "剩余" in plan or "其余" in plan


def _clause_start(sentence: str, place: int) -> int:
    return max(sentence.rfind(mark, 0, place) for mark in "，,") + 1


def _clause_end(sentence: str, place: int) -> int:
    found = _CLAUSE.match(sentence, place)
    return found.end() if found else place
