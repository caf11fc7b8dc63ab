"""How far an item is, read out of its progress text.

A declaration at the start decides (已完成。正常推进。); otherwise a text is finished only when a whole
clause says so of the item as a whole and nothing in it says that work remains. In doubt it is not
finished: a wrong 已完成 in a bulletin is worse than a cautious 正常推进.
"""

import re
from collections.abc import Sequence
from itertools import repeat

from toolkit.text.clean import is_blank, long_key
from toolkit.text.fulfilment import says_fulfilled
from toolkit.text.phrases import Phrase
from toolkit.text.searching import searched

FINISHED = "已完成"
ONGOING = "正常推进"
BEHIND = "推进缓慢"
UNSTATED = "未说明"

_NOTHING = searched(r"(?:暂?无|没有|详?见附[件表]|同上(?:[月期旬周季]|一期)?|略)[。.]*")
_CLAUSE = re.compile(r"(?:[^。，,;；!！.]++|\.(?=\d))++")
_LABEL = searched(
    r"(?:目前)?(?:工作|项目|任务)?(?:进展|完成|落实|推进|进度)?(?:情况|状态|进度)[:：]"
)

_TIME = r"(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日|份|底|初|上旬|中旬|下旬)?"
_ALREADY = rf"已经?(?:(?:于|在){_TIME})?"
_ADVERB = (
    rf"(?:(?:截至|截止)?目前|现在?|{_ALREADY}|均|都|全部|全面|全|按期|按时|如期|按计划|提前"
    rf"|整体|圆满|顺利"
    r"|高质量|正式|超额|100%)"
)
_WHOLE = r"(?:年度|全年|今年|目标|建设|改造|既定|各项|全部|所有|规定)"
_OBJECT = rf"(?:(?:竣工)?验收|建设|{_WHOLE}*(?:任务|目标|工作|内容))"
_DONE = (
    rf"(?:完成{_OBJECT}?|(?:建设|施工|改造|实施)(?:完成|完毕)|完工|竣工|办结|完结|建成"
    r"|投入使用|投入运行|投入运营|投用|交付使用|交付|通过(?:竣工)?验收|验收(?:合格|通过|完成|完毕)?"
    r"|(?:完成率|完成比例|进度|形象进度)(?:达到?|为)?(?=100%))"
)
_SUBJECT = (
    r"(?:(?:该|本|此)?项?(?:民生)?(?:项目|工程|事项|实事)(?:建设)?|[该本此]项(?:工作|任务)"
    r"|(?:以上|上述)(?:各|全部|所有|[一二三四五六七八九十\d]+)?项?(?:工作|任务|项目|事项|实事|指标)"
    rf"|{_WHOLE}*(?:任务|目标)|{_WHOLE}+(?:工作|内容))"
)
_SENTENCE = (
    rf"(?:(?:(?:截至|截止)?目前|现在?)?(?P<subject>{_SUBJECT}))?(?P<adverbs>{_ADVERB}*){_DONE}"
    rf"(?:[并且和、]?{_ADVERB}*+{_DONE})*+的?(?:\(?100%\)?)?"
)
_FINISHED_CLAUSE = searched(_SENTENCE)
_LISTED = re.compile(
    r"(?:\d{1,2}(?:[、)．](?!\d)|(?=[^\d.]))|\([\d一二三四五六七八九十]{1,3}\)"
    r"|[一二三四五六七八九十]{1,2}(?:是|、))"
)
_OF_ALL = re.compile(r"年度|全年|今年|各项|全部|所有")
"""What a subject says that one entry of a list has to say lest it speak of that entry alone."""

_LONGEST_DECLARATION = 40
_DECLARES = frozenset("成毕工结用行营付收格过设务标作容的%)")
"""The characters with which a declaration can end; few clauses do, and the rest need no look."""
_DECLARED_FIRST = re.compile(
    rf"\s*(?:{_LABEL.pattern})?\s*(?P<clause>[^。，,;；!！：:\n]{{2,{_LONGEST_DECLARATION}}})"
)
_ALL_DONE = re.compile(r"完成|办结|完结")
_MAY_BE_ALL_DONE = re.compile(r"[完办]")
_SAYS_ALREADY = re.compile(r"已|均|都|超额|圆满|提前")
_MAY_DECLARE = re.compile(
    r"[已均都额满前](?:[^。，,;；!！.已均都额满前]++|\.(?=\d))*+(?![已均都额满前])"
    rf"(?<=[{''.join(sorted(_DECLARES))}])"
)
"""What follows the last 已 or 超额 of a clause that ends as a declaration does."""
_COMPLETES = re.compile(r"完成|完工|竣工|办结|完结|建成")
_COUNTED = re.compile(r"(?:已|累计|目前|完成)[^。，,;；]{0,8}?\d")

_STATED_CLAUSE = searched(
    r"(?P<behind>(?:目前|进度|进展|推进)*(?:滞后|缓慢|较慢|推进缓慢|进展缓慢))"
    r"|(?:目前|已|各项工作|项目|工程)*(?:正常|有序|按计划|按序时|稳步|顺利)推进(?:中)?"
)

_REST_DONE = (
    r"[^，。,;；]{0,12}?(?:已|均|全部)(?:经|均|全部)*+(?:完成|完工|竣工|办结|建成|投用"
    r"|交付)(?:使用)?(?:$|[，。,;；])"
)
_MONEY = (
    r"[到了]"
    r"|(?:(?:中央|省|市|区|县|上级|各级|财政|专项|国家|政策|奖补|补助|补贴|债券|资金|扶持|支持"
    r"|预算内|投资|级))+"
    r"(?!到位|后|以便|用于|尽快|早日)"
)
"""What was got, not what is hoped for: 争取上级补助资金200万元."""

_REMAINS = searched(
    r"正在|正办理|推进中|进行中|招标中|施工中|建设中|办理中|改造中|正常推进|有序推进|稳步推进"
    r"|开展前期"
    r"|仍|尚|未(?!来|成年|保|检|婚|央|发现|发生|出现|收到)|没有(?:完成|完工)|不能|无法|难以"
    rf"|(?<![接招等对期优看])待(?!遇|人)|预计|准备|其余(?!{_REST_DONE})|剩余(?!{_REST_DONE})"
    rf"|余下(?!{_REST_DONE})|(?<![模虚])拟(?!定)|即将|将[于在]"
    rf"|下一?步|力争|争取(?!{_MONEY})|计划争取|继续争取|继续积极争取|将争取|有望|[年月]底前"
    rf"|\d日前|在建(?!成|立|军|国)"
    r"|计划(?<!招生计划)(?<!年计划)(?=[于在到至年本下明今近\d])(?!\d[\d.]*%)"
    r"|确保[^。，,;；]{0,20}(?:完成|完工|竣工|投用)"
    r"|基本(?:完成|完工|建成|竣工)|初步完成|大部分|除[^。，,;；]{1,20}外"
)
_NAMED_BY_LACK = re.compile(
    r"未(?:贯通|打通|硬化|通达|改造|治理|整治|达标|覆盖|利用|开发|接入|通[水电气车暖邮网]"
    r"|供[水暖热]|就业|就学|入学|脱贫)的?"
    r"(?:[城市乡镇农村老旧]{0,4}(?:道路|路段|公路|路|街巷|巷|村庄?|小区|区域|片区|户|点位?|用地"
    r"|地块|土地|人员|毕业生|管网|河道|水体|楼栋"
    r"|住宅|房屋|学校|场所|群体|家庭|儿童|对象))"
)
"""Things that have their name from what they lack; once it is done to them nothing remains."""

_DONE_TO_IT = re.compile(
    r"(?:打通|贯通|完成|完工|消除|解决|清零|改造|治理|整治|硬化|帮扶|帮助|覆盖|接入|累计|新增"
    r"|实现|将|对|为)[^、：:\d]{0,10}$"
)
_DIGIT = searched(r"\d")
_DONE_WITH_IT = re.compile(r"[^、\d]{0,6}?(?:\d[\d.]*万?[^、\d]{1,3}?)?(?:已|均|全部|累计)")
_PART = re.compile(
    r"(?:(?:完成|进度|任务|目标|计划|工程量|占|(?:完工|竣工|开工|建成|执行)率)[^。，,;；]{0,8}?"
    r"|^(?:已经?|目前|现|均|累计|总体|整体|项目|工程|工作"
    r"|建设)*达到?[了约近]?)(?<![\d.])\d{1,2}(?:\.\d+)?%"
)
_ANOTHER_RATE = re.compile(
    r"满意|合格|知晓|优良|好评|覆盖|入园|就业"
    r"|率(?<!完成率)(?<!完工率)(?<!竣工率)(?<!开工率)(?<!建成率)(?<!执行率)"
)
_STAGE = searched(
    r"招标|投标|中标|设计|图纸|勘察|勘测|立项|可研|可行性|预算|评审|采购|选址|征地|征收|拆迁"
    r"|拆除|审批|审查"
    r"|备案|手续|方案|规划|前期|主体|基础|桩基|封顶|清表|垫层|围挡|进场|摸排|排查|合同|部分"
    r"|阶段|季度|半年"
    r"|[一二三四五六七八九十两首\d][期批]|标段"
)
_IS_SLOW = r"(?:明显|相对|比较|严重|略有|有所|稍)?(?:滞后|缓慢|较慢|偏慢|不快)"
# Every branch begins with a fixed character: such patterns are searched four times as fast.
_LAGS = re.compile(
    rf"进度{_IS_SLOW}|进展{_IS_SLOW}|推进{_IS_SLOW}|工期{_IS_SLOW}"
    r"|慢于序时|滞后于?序时|落后于?序时|未达(?:到)?序时"
    r"|慢于计划|滞后于?计划|落后于?计划|较计划(?:滞后|缓慢|偏慢|推迟)|比计划(?:滞后|慢|晚|推迟)"
    r"|严重滞后|滞后了|已暂停(?!服务|开放|使用)|慢于预期|进度低于预期|滞后于?预期|未能按"
    r"|未按(?:[期时]|计划)完成|未能如期"
    r"|无(?:明显|实质性)?进展|没有(?:明显|实质性)?进展|停滞|停工|逾期未"
)
_CAUGHT_UP = re.compile(r"已(?:经)?(?:赶上|追上|扭转)|(?:赶上|追上)了")
_NO_LAG = re.compile(
    r"不存在|没有(?!进展|明显进展|实质性进展)|未出现|避免|防止|杜绝|克服|扭转|赶上|追上"
)


def read_status(progress: str) -> str:
    """Return 已完成, 推进缓慢, 正常推进 or, for a text that says nothing, 未说明."""
    lines = _lines(progress)
    key = "".join(lines)
    if is_blank(key) or _NOTHING.fullmatch(key):
        return UNSTATED
    text = _in_one(lines)
    first = _CLAUSE.search(text)
    if first is None:
        return ONGOING
    if stated := _STATED_CLAUSE.fullmatch(first[0]):
        return BEHIND if stated["behind"] else ONGOING
    finished = _says_finished(first[0], text) or says_fulfilled(text)
    if finished and not _contradicts(text):
        return FINISHED
    return BEHIND if _LAGS.search(text) and _still_lags(_CLAUSE.findall(text)) else ONGOING


def _lines(progress: str) -> list[str]:
    return list(map(long_key, progress.splitlines()))


def _in_one(lines: Sequence[str]) -> str:
    """Return lines as sentences of one text, without a label (进展情况：) before them."""
    text = "。".join(lines)
    label = _LABEL.match(text)
    return text[label.end() :] if label else text


def states_ongoing(progress: str) -> bool:
    """Tell whether a text begins with saying that the work goes on (正常推进), or is slow."""
    first = _CLAUSE.search(_in_one(_lines(progress)))
    return first is not None and _STATED_CLAUSE.fullmatch(first[0]) is not None


def says_unfinished(progress: str) -> bool:
    """Tell whether a text says that work remains, that it lags, or that only a part is done."""
    text = _in_one(_lines(progress))
    return _contradicts(text) or (bool(_LAGS.search(text)) and _still_lags(_CLAUSE.findall(text)))


def tells_stage(text: str, whole: str = "") -> bool:
    """Tell whether a text speaks of a stage of the work: 主体已完工, 招标.

    Args:
        whole: The item's own words; what it is about itself (地铁一期) is no stage of it.
    """
    return any(stage[0] not in whole for stage in _STAGE.finditer(text))


def tells_part(progress: str) -> bool:
    """Tell whether a text speaks of a stage of the work (主体已完工) or a part of it (完成60%)."""
    text = _in_one(_lines(progress))
    return tells_stage(text) or any(map(part_done, _CLAUSE.findall(text)))


def _says_finished(start: str, text: str) -> bool:
    """Tell whether a clause says of the whole item that it is finished.

    What stands first may be a bare declaration. Later clauses must say 已, and one that names no
    subject counts only where it cannot belong to a stage of the work (施工招标，已完成) or to what is
    done so far (已建成6个，已全部投用).
    """
    first = _declaration(start)
    if not first and not _MAY_DECLARE.search(text):
        return False
    clauses: list[str] = _CLAUSE.findall(text)
    if first and (first["subject"] or first["adverbs"] or len(clauses) == 1):
        return True
    declared = [
        (match["subject"] and _COMPLETES.search(clause))
        for clause in clauses[1:]
        if (match := _declaration(clause)) and _SAYS_ALREADY.search(clause)
    ]
    if not declared or any(declared):
        return bool(declared)
    return not (tells_stage(text) or _COUNTED.search(text))


def _declaration(clause: str) -> re.Match[str] | None:
    if clause[-1:] not in _DECLARES or len(clause) > _LONGEST_DECLARATION:
        return None
    listed = _LISTED.match(clause)
    if listed is None:
        return _FINISHED_CLAUSE.fullmatch(clause)
    match = _FINISHED_CLAUSE.fullmatch(clause, listed.end())
    return match if match and match["subject"] and _OF_ALL.search(match["subject"]) else None


def declares_finished(text: str) -> Phrase | None:
    """Return the first clause of a text where it says no more than that all is completed.

    已完成 and 全年任务已全部完成 do; 已完工 and 已建成 leave open what comes after building.
    """
    first = _DECLARED_FIRST.match(text)
    if first is None or not _MAY_BE_ALL_DONE.search(first["clause"]):
        return None
    match = _declaration(long_key(first["clause"]))
    if match is None or not (match["subject"] or match["adverbs"]):
        return None
    return Phrase(first["clause"], *first.span("clause")) if _ALL_DONE.search(match[0]) else None


def _contradicts(text: str) -> bool:
    return any(map(_remains, repeat(text), _REMAINS.finditer(text))) or any(
        map(part_done, _CLAUSE.findall(text))
    )


def _remains(text: str, match: re.Match[str]) -> bool:
    """Tell whether words say that work remains: 未 does not in 未贯通道路已打通20条."""
    if match[0] != "未":
        return True
    thing = _NAMED_BY_LACK.match(text, match.start())
    if thing is None:
        return True
    clause = next(each for each in _CLAUSE.finditer(text) if each.end() > match.start())
    before, after = text[clause.start() : thing.start()], text[thing.end() : clause.end()]
    uncounted = "已" in before and not _DIGIT.search(before + after)
    return not (uncounted or _DONE_TO_IT.search(before) or _DONE_WITH_IT.match(after))


def part_done(clause: str) -> re.Match[str] | None:
    """Return the words of a clause that say which part of the work is done: 完成率75%.

    A rate of something else (签约率达到75%, 满意率98%) is a target itself and no part.
    """
    match = _PART.search(clause) if "%" in clause else None
    return match if match and not _ANOTHER_RATE.search(clause) else None


def _still_lags(clauses: Sequence[str]) -> bool:
    """Tell whether a text says that the work is behind, and not afterwards that it has caught up."""
    lagging = [place for place, clause in enumerate(clauses) if _lags(clause)]
    return bool(lagging) and not any(map(_CAUGHT_UP.search, clauses[lagging[-1] :]))


def _lags(clause: str) -> bool:
    return bool(_LAGS.search(clause)) and not _NO_LAG.search(clause)
