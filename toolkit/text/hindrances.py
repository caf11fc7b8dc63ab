"""What a progress text says stands in the way of the work and has not been removed.

有6所因带宽不足没能接入 and 权属有争议停工 do; 停工的3处已于9月上旬复工 does not any more. Only words that
name a hindrance as such count: that something is not done yet is no hindrance.
"""

import re

from toolkit.text.phrases import Phrase

# Every branch begins with a fixed character: such patterns are searched four times as fast.
_MAY = re.compile(
    r"停[工摆]|暂[停缓不未]|阻|搁置|弃标|流标|废标|撤场|谈不拢|推再|拖再|再推|再拖|不同意|不愿意|不配合|不统|反对|争议|纠纷|没"
    r"|未(?![来成发])|缺口|紧张|短缺|无法|不能|不到位|不批|推迟|延[期后]|顺延|滞后|迟迟|至今|不[了上下]|卡在|被叫停|被迫|中断"
)
_CLAUSE = re.compile(r"[^。，,；;！!\n]+")
_SENTENCE = re.compile(r"[^。；;！!\n]+")
_NOT_YET = r"(?:还|尚|仍|一直|迟迟|至今)+(?:没有?|未)|(?:没有|未)(?!能|来|成年)"
_NOT = (
    r"(?:没能|没有能|未能|无法|不能|暂未|暂不|暂停|暂缓|推迟|延期|延后|顺延|滞后|受阻|停[工摆]|搁置|迟迟|至今"
    r"|(?:尚未|还未|还没有?|没有|未)(?!造成|影响|发生|出现|受|发现|来|成年|超)|[进办装开接用建通]不[了上])"
)
_PAPERS = r"(?:批复|手续|许可证?|批文|审批|复函|立项|指标)"
_MONEY = r"(?:资金|经费|补助|款项|工程款|专项债|债券)"
_PEOPLE = r"(?:村民|居民|群众|住户|业主|物业|农户|商户|产权单位)"
_HINDERED = re.compile(
    r"停工(?!令|整顿已)|停摆|(?:暂停|被迫停止|停止)施工|施工(?:暂停|受阻|中断)|被叫停|搁置|弃标|流标|废标|撤场|谈不拢|一[推拖]再[推拖]"
    rf"|{_PEOPLE}[^。，,；;]{{0,10}}(?:阻挠|阻拦|阻工|不同意|不愿意|反对|不配合|意见不统?一)"
    r"|(?:权属|产权|地界|合同|土地)[^。，,；;]{0,4}(?:有|存在|存有)?(?:争议|纠纷)"
    rf"|{_MONEY}[^。，,；;]{{0,6}}(?:没有?到位|未到位|不到位|缺口|未落实|没有?落实|紧张|短缺|(?:尚未|没有|还没有?|未)(?:下达|到账))"
    rf"|{_PAPERS}[^。，,；;]{{0,6}}(?:{_NOT_YET})[^。，,；;]{{0,4}}(?:下来|批|办|取得|拿到|到)"
    rf"|{_PAPERS}[^。，,；;]{{0,4}}[批办]不(?:下来|了)"
    rf"|(?:{_NOT_YET})(?:拿到|取得|办下|办结|获得?)[^。，,；;]{{0,6}}{_PAPERS}"
    r"|(?:[省市区县]里|上级|主管部门)[^。，,；;]{0,4}(?:没有?批|未批|不批)"
    rf"|(?:因(?!地制宜|此|为民|材施|病|灾|残|故|疫情停)|由于)[^。；;]{{2,28}}{_NOT}"
    rf"|受[^。；;]{{2,20}}影响[^。；;]{{0,24}}{_NOT}"
    rf"|(?:不足(?!之处)|不够|不通|不齐|不明|不稳|受限|没有?接通)[^。；;]{{0,24}}{_NOT}"
    r"|卡在[^。，,；;]{2,12}|(?:无法|不能|未能|没能)(?:按[期时])?(?:推进|进场|施工|开工|动工|安装|接入|通车|验收|入户)"
    r"|(?<=[装接开])不[了上](?:[工业]|$|(?=[，,。；;]))|迟迟(?:不能|不|没有?|未)|至今(?:没能|没有|未|无法|仍)"
)
_REMOVED = re.compile(
    r"复工|重新(?:招标|挂网|组织)|恢复施工|恢复正常|已(?:经)?(?:全部|均|妥善|基本|协调|妥为)*(?:解决|化解|协调|办结|取得|到位|到账|拿到|批复|补齐|打通|恢复|接通|消除|整改|签|同意|安排补)"
    r"|(?:现已|已经?)(?:赶上|追上|追平|补回|抢回)|一度|(?:达成|取得)(?:一致|谅解|协议)|探明|得到(?:解决|化解)|问题解决"
    r"|视同|视为完成|调整为|调减|核减|核销|不再|避免|防止|杜绝|克服|如有|凡|若|对[^。，；]{0,12}的"
)
_SLOW = re.compile(r"滞后|缓慢|较慢|偏慢|停滞|落后|进展不|未能")
_OF_OTHERS = re.compile(
    r"受理|诉求|案件|立案|结案|户籍|申请人|群众(?:因|反映)|患者|企业因|职工|救助|家庭|维权|欠薪|调解|请假|放假|补训|补考|断头路|出行"
)
"""Where disputes and lacking money are what the work is about, not what hinders it."""

_DENIED = re.compile(
    r"(?:没有|不存在|未发现|无)(?:资金|经费|任何|重大|明显|权属|征地|土地)[^，,]{0,6}$"
)
_TO_PLAN = re.compile(r"安排|排到|计划|避开|放到")
"""A work that is put where it belongs in the year is not hindered."""


def unresolved(text: str) -> Phrase | None:
    """Return the words by which a text names a hindrance that is still there, None for none."""
    if not _MAY.search(text):
        return None
    for sentence in _SENTENCE.finditer(text):
        if not _MAY.search(sentence[0]):
            continue
        for match in _HINDERED.finditer(sentence[0]):
            if not _is_past(text, sentence, match):
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
    start = _clause_start(sentence[0], match.start())
    around = sentence[0][start : _clause_end(sentence[0], match.end())]
    if _OF_OTHERS.search(around) or _TO_PLAN.search(around):
        return True
    if _DENIED.search(sentence[0], 0, match.end()):
        return True
    after = text[sentence.start() + match.start() :]
    before = sentence[0][start : match.start()]
    return _REMOVED.search(after) is not None or _REMOVED.search(before) is not None


def _clause_start(sentence: str, place: int) -> int:
    return max(sentence.rfind(mark, 0, place) for mark in "，,") + 1


def _clause_end(sentence: str, place: int) -> int:
    found = _CLAUSE.match(sentence, place)
    return found.end() if found else place
