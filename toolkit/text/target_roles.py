"""What a figure in an item's text is there for. Most are targets; this tells the others.

A figure counts as something else only where words next to it say so; in doubt it is a target, which
the coordinator can strike out of the sheet 目标.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from toolkit.text.figures import Comparator, Figure, clause_end, clause_start
from toolkit.text.measures import counts_in_words, is_age, is_length, is_time
from toolkit.text.searching import searched
from toolkit.text.verbs import ends_in_doing, without_leading_doing


class Role(StrEnum):
    """What a figure is there for."""

    TARGET = "目标"
    TITLE = "文件名称"
    ORDINAL = "序号"
    AGE = "年龄"
    TIME = "时长"
    REACH = "服务半径"
    SIZE = "规格"
    SHARE = "计算单位"
    START = "原标准"
    EXISTING = "现状"
    DEMAND = "需求"
    OUTCOME = "成效"
    LISTING = "列举"
    IDIOM = "惯用语"
    DEADLINE = "完成时限"


@dataclass(frozen=True, slots=True)
class Context:
    """The words around a figure.

    Attributes:
        before: Its clause up to its words of comparison.
        prefix: The words of comparison before its number.
        number: The number as written.
        after: The rest of its clause.
        sentence: Its sentence up to its words of comparison.
    """

    figure: Figure
    before: str
    prefix: str
    number: str
    after: str
    sentence: str


_SENTENCE_END = re.compile(r"[。；;!！?？\n]")
_SENTENCE = 800
"""As far as a sentence is looked back on."""

_LIMIT = re.compile(r"(?:到|至|达到|不[少低小超高多大]\S*|控制在|至少|最[少多])(?:每.)*$")
_REACH_BEFORE = re.compile(r"(?:半径|周边|方圆|相距|距离?|最后|不足|每)$")
_REACH_AFTER = re.compile(
    r"(?:以?内|之内|范围|半径|[^，。；、]{0,6}圈|见[绿园]|即(?!将)|可达|通达|直达)"
)
_SIZE = re.compile(r"(?:(?<![总全延提新])[宽高厚深长]度?|直径|管径)$")
_EXISTING = re.compile(
    r"(?<![发体出实呈展])现[有存]|原有|现共有|已有"
    r"|(?:已(?:经)?|均已)(?:累计|全部|陆续|提前|先后|顺利)?"
    r"(?:完成|建成|建设|建有|开工|投|改造|配|实现|覆盖|签约|培训|发放|新增|安装|启用|达|创建"
    r"|打造|开展|举办)(?!的)"
)
_LAST_YEAR = searched(r"(?<![比较在同])(?:去年|(?<!以)上年(?![龄满])|往年|上一年)")
_WORKED_ON = re.compile(
    r"(?:^|、)(?:对|将|把|为|给)|(?:改造|提升|整治|更新|升级|拆除|改建|扩建)[^，。；]{0,4}$"
)
_ANEW = re.compile(r"新[建增设改]|增设|建设|改建|扩建|改造|提升|升级|打造|计划|拟|再|力争|今年")
_SO_FAR = re.compile(r"目前|截[至止](?!.{0,8}底)|迄今|现阶段|现已")
_PLANNED = re.compile(r"计划|拟|将|今年|年内|本年|全年|力争|争取|确保|新增|新建|到20\d\d|再|下一步")
_ON_TOP = re.compile(r"[^，。；]{0,20}的?基础上")
_DEMAND = re.compile(
    r"需求(?:量|数|人数|户数)?(?:为|约|共)?$|需求的?[^，。；]{0,10}\($|摸排出?(?:共|约)?$"
)
_OUTCOME = re.compile(
    r"(?:建成|投用|投入使用|投产|竣工|完工|运营)(?:之|以)?后|届时|有望"
    r"|(?:项目|工程)的?(?:实施|建成|完成|建设完成|改造完成)(?:后|将|可|能)"
)
_BENEFIT = re.compile(
    r"惠及|受益|造福|满足|(?<![许认宁])可(?:以|再|直接|有效|同时|基本)?"
    r"(?:提供|新增|增加|降低|减少|节约|节省|满足|容纳|服务|解决|带动|辐射|供|为|覆盖|停放|缓解"
    r"|保障|实现)"
)
_BENEFITED = re.compile(r"[^，。；、]{0,12}受益")
_FROM = re.compile(r"(?:由|从)[^，。；、]{0,6}$")
_TO = re.compile(
    r"[^，。；]{0,6}(?:提|增|扩|升|上|调|降|压|缩|下|减|延|拓|放)[^，。；]{0,2}(?:到|至|为)"
)
_ADMINISTRATIVE = re.compile(
    r"(?:街道|乡镇|镇街|镇|乡|办事处|县区|区县|区市|县市|社区|村)(?:[，,。；;、的)]|$)"
)
_ABSTRACT = re.compile(
    r"(?:方面|环节|领域|阶段|维度|层面|层次|步骤|转变|统一|结合|坚持|不让|都不|月)"
)
_RANKED = re.compile(r"(?<![底月日])前$|排名?$")
_OWN_LIST = searched(r"(?:重点|市办|区办|县办|省办|为民|民生)*实事")
_INVOLVING = re.compile(r"、[^、]*$|涉及[^，。；]*$|(?:全区|全市|全县|下辖|所辖|辖区)$")
_FINISHED = re.compile(r"(?:完成|建成|竣工|完工|开工|投用|投入使用|交付|到位)+(?:任务|使用)?")
_LIST_MARK = re.compile(
    r"^(?:\(?\d{1,2}(?:\)|[、.](?!\d)|[、.](?=\d{1,2}月))|[①-⑳]|\([一二三四五六七八九十]{1,3}\)"
    r"|[一二三四五六七八九十]{1,3}[、是])"
)
_BARE = re.compile(r"[百千万亿]+")
_ROUNDED = frozenset(("场", "场次", "名", "公里", "亩", "人次"))
_BUILT = frozenset(("所", "家", "处", "座", "栋", "幢", "台", "套", "辆", "间", "名", "户", "张"))
_INTRODUCED = re.compile(r"(?:等|共|各|每.{0,4}|分别|其中|有)$")


def role_of(text: str, figure: Figure) -> Role:
    """Return what a figure of a flat text is there for; the first rule that applies decides."""
    context = _context(text, figure)
    return next((role for role, applies in _RULES if applies(context)), Role.TARGET)


def _context(text: str, figure: Figure) -> Context:
    begin = clause_start(text, figure.digits)
    near = max(0, figure.digits - _SENTENCE)
    ends = (match.end() for match in _SENTENCE_END.finditer(text, near, figure.digits))
    sentence = max(ends, default=near)
    return Context(
        figure=figure,
        before=text[begin : figure.start],
        prefix=text[figure.start : figure.digits],
        number=text[figure.digits : figure.end],
        after=text[figure.end : clause_end(text, figure.end)],
        sentence=text[sentence : figure.start],
    )


def _in_title(context: Context) -> bool:
    return context.sentence.count("《") > context.sentence.count("》")


def _is_ordinal(context: Context) -> bool:
    ranked = context.figure.base in ("名", "位") and _RANKED.search(context.before)
    numbered = context.before.endswith(("第", "№"))
    return bool(numbered or ranked or _OWN_LIST.match(context.after))


def _is_age(context: Context) -> bool:
    return is_age(context.figure.base) and not context.prefix.endswith(("到", "至", "为"))


def _is_time(context: Context) -> bool:
    return is_time(context.figure.unit) and (
        not _LIMIT.search(context.prefix) or _REACH_AFTER.match(context.after) is not None
    )


def _is_reach(context: Context) -> bool:
    if not is_length(context.figure.base):
        return False
    inside = context.number.endswith("内") and not context.prefix
    near = _REACH_BEFORE.search(context.before) or _REACH_AFTER.match(context.after)
    return inside or near is not None


def _is_size(context: Context) -> bool:
    return is_length(context.figure.base) and _SIZE.search(context.before) is not None


def _is_share(context: Context) -> bool:
    return context.before.endswith("每") and not context.prefix


def _is_start(context: Context) -> bool:
    return bool(_FROM.search(context.before) and _TO.match(context.after))


def _is_existing(context: Context) -> bool:
    if _says_alone(_EXISTING, context.before):
        marked = _EXISTING.search(context.before)
        return not (marked and _WORKED_ON.search(context.before[: marked.start()]))
    if _LAST_YEAR.search(context.before):
        return True
    if "在" in context.before + context.prefix and _ON_TOP.match(context.after):
        return True
    so_far = [match.end() for match in _SO_FAR.finditer(context.sentence)]
    return bool(so_far) and not _PLANNED.search(context.sentence, so_far[-1])


def _is_demand(context: Context) -> bool:
    return _DEMAND.search(context.sentence) is not None


def _is_outcome(context: Context) -> bool:
    if context.figure.comparator is Comparator.FULL:
        return False
    return bool(
        _OUTCOME.search(context.sentence)
        or _says_alone(_BENEFIT, context.before)
        or _BENEFITED.match(context.after)
    )


def _is_listing(context: Context) -> bool:
    if not context.figure.in_words and not _INVOLVING.search(context.before):
        return False
    return bool(_ADMINISTRATIVE.match(context.after)) and not ends_in_doing(context.before)


def _is_deadline(context: Context) -> bool:
    """12月底前全部完成 says when, not how much; so does 2、12月底前全部完成."""
    if context.number != "全部" or not _FINISHED.fullmatch(context.after):
        return False
    return not without_leading_doing(_LIST_MARK.sub("", context.before, count=1))


def _says_alone(pattern: re.Pattern[str], before: str) -> bool:
    """Tell whether a word says something of the figure, and no new work stands between them."""
    match = pattern.search(before)
    return bool(match and not _ANEW.search(before, match.end()))


def _is_idiom(context: Context) -> bool:
    """A Chinese numeral is a number only where a work or a comparison introduces it.

    Or where it begins or ends its clause: 两所幼儿园投用, 养老服务场所两处.
    """
    figure = context.figure
    if not figure.in_words:
        return False
    if not counts_in_words(figure.base) or _ABSTRACT.match(context.after):
        return True
    if context.prefix:
        return False
    if context.after.startswith(("一", "万")) or context.number.startswith("二"):
        return True
    introduced = ends_in_doing(context.before) or bool(_INTRODUCED.search(context.before))
    if _BARE.match(context.number) and context.number[1:2] not in ("余", "多"):
        at_least = figure.comparator is Comparator.AT_LEAST and not context.after
        return not at_least and not (introduced and figure.base in _ROUNDED)
    if figure.number > 9 or introduced:
        return False
    beginning = not context.before and figure.base in _BUILT
    ending = not context.after and context.before[-1:] not in ("", *"“”‘’\"'")
    return figure.number < 2 or not (beginning or ending)


_RULES: tuple[tuple[Role, Callable[[Context], bool]], ...] = (
    (Role.TITLE, _in_title),
    (Role.ORDINAL, _is_ordinal),
    (Role.AGE, _is_age),
    (Role.TIME, _is_time),
    (Role.REACH, _is_reach),
    (Role.SIZE, _is_size),
    (Role.SHARE, _is_share),
    (Role.START, _is_start),
    (Role.EXISTING, _is_existing),
    (Role.DEMAND, _is_demand),
    (Role.OUTCOME, _is_outcome),
    (Role.LISTING, _is_listing),
    (Role.IDIOM, _is_idiom),
    (Role.DEADLINE, _is_deadline),
)
