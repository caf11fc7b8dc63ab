"""Whether a text says of all that it reports that the work has ended, though not 已完成 outright.

Units write 6座公厕全部完工，10月22日通过验收 or 政策已100%落地 as often as 已完成. Such a text says that all
of something ended, in each sentence that tells of work, and nothing else in it remains. Whether what
ended is all that the item promises only its targets can say; `stages.conclusions` asks them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from toolkit.text.clean import long_key
from toolkit.text.searching import searched
from toolkit.text.status import says_unfinished, tells_stage

_SENTENCE = searched(r"[^。；;!！\n]+")
_ALL = r"(?:全部|全面|均已?|都已?|全已|100%)"
_DONE = (
    r"(?:完成|完工|竣工|建成|装完|改完|修完|验收|结业|投用|投入使用|投入运营|启用|交付|开通"
    r"|开放|挂牌|办结|达标"
    r"|落地|落实到位|发放到位|提高|配齐|通车|覆盖|投保|参保|完毕)"
)
_NO_END = r"(?:开工|进场|启动|设计|招标|评估|摸排|手续|采购|签订|公示|报批)"
_BY = r"(?:在?\d{1,2}月(?:\d{1,2}日|底|份|初|[上中下]旬)?[前内]?)"
_ENDS = searched(
    rf"{_ALL}{_BY}?(?:(?!{_NO_END})[^，,:：\d]){{0,10}}?{_DONE}(?!率|后"
    rf"|[^，,]{{0,4}}(?:合同|手续|设计|招标|采购|入户|评估))"
    rf"|{_ALL}[^，,:：\d]{{0,4}}?(?:达到|实现)了?(?:年度|规定|既定)?(?:目标|要求|标准|任务)"
    r"|超额完成了?(?:年度|全年)*(?:建设)?(?:目标|任务)"
    rf"|(?:任务|目标)(?:完成率)?(?:均|都|已经?|全部|全面|圆满|按期|如期|提前|超额)*(?:完成|达到"
    rf"|达成|100%)"
    rf"|(?:完成|达到?|(?<!满意)(?<!合格)(?<!知晓)(?<!好评)(?<!优良)率)(?:达到?|为|保持在?)?100%"
    rf"|已{_BY.replace('在?', '于?在?')}?[^，,、:：\d]{{0,6}}?(?:完工|竣工|建成|开通"
    rf"|投用)并?[^，,:：\d]{{0,4}}(?:验收|运营|投用|投入使用|开放)"
)
_IN_TIME = searched(rf"(?:(?<=均)|(?<=都)|(?<=已)|(?<=全部)){_BY}|{_BY}(?={_ALL})")
"""What was done in time (都在10月底前完成) is no promise."""

_LAST_TIME = re.compile(r"上(?:个?月|[期旬周]|季度)[^，,。；;]{0,4}未完成?的")
"""What was left of last month (上月未完的6个小区已通电) is left no more where it is done now."""

_CLAUSE = re.compile(r"[^，,]+")
_OF_THOSE_BEFORE = re.compile(r"(?:目前|现已?|以上|上述)?(?:均|都|全部|已全部|也已?)")
"""A clause that begins so speaks of what stands before it: 新改建9公里，均已交工验收."""

_OF_ITS_PART = re.compile(r"的(?![^的]{0,12}(?:任务|目标|改造|建设|工程))[^的]*$")
"""Where a part of what is counted ended, the whole may not have: 12个村的主管网全部完成."""

_MAY_END = re.compile("全部|全面|均|都|任务|目标|100%|已")
_OF_ALL = searched(
    r"(?:各项?|所有|全部|今年|年度|全年|以上|上述|[两二三四五六七八九十\d]+项)[^，,。；;\d]{0,4}?"
    r"(?:任务|内容|指标|目标|工作)(?:目标)?(?:均|都|已经?|全部|全面|圆满|按期|如期|提前"
    r"|超额)*(?:完成|达到)"
    r"|任务(?:已经?|均|都)?(?:全部|全面|圆满)完成|(?:任务|目标)完成率?(?:已?达到?|为)?100%"
    r"|均已?达到(?:目标|任务)(?:数|要求)?|^全部完成[：:，,]"
    r"|(?:超额)?完成了?(?:年度|全年)+(?:建设)?(?:目标|任务)(?:$|[：:，,。；;])"
)
"""Words that speak of all tasks of the item at once: 三项任务均已完成."""

_RESULT = searched(
    r"完毕|实现|累计|惠及|受益|享受|服务|接待|运行|投入使用|上线|满意|办理|受理|理赔|赔付|报案"
    r"|抽[测查]|支出|支付|结算|发放|合格|移交|率"
    r"|^其中|参加|参训|日均|人次|通过验收|验收合格|正常|稳定"
)
"""What is told of finished work: how many use it, what was paid."""


@dataclass(frozen=True, slots=True)
class AllDone:
    """What a text says has ended.

    Attributes:
        of_all: Whether it says so of all tasks of the item at once.
        only: Whether it begins with an end, and tells of nothing else but of what came of it.
        ended: The words that name what ended, without blanks.
        results: The sentences on what came of it, where it tells of nothing else.
    """

    of_all: bool
    only: bool
    ended: tuple[str, ...]
    results: tuple[str, ...]


def all_done(progress: str, item: str) -> AllDone | None:
    """Return what a text says has ended, None where something remains or nothing is said to end.

    Cheap for the many texts in which nothing ends.

    Args:
        item: The item's own words; what it is about itself is no stage of it.
    """
    if not _MAY_END.search(progress):
        return None
    text = _flat(progress)
    sentences: list[str] = _SENTENCE.findall(text)
    ends = tuple(filter(_ENDS.search, sentences))
    if not ends or says_unfinished(text):
        return None
    rest = [sentence for sentence in sentences if sentence not in ends]
    work = [sentence for sentence in rest if not _RESULT.search(sentence)]
    ended = tuple(words for sentence in ends for words in _ended(sentence))
    if any(tells_stage(words, item) for words in (*ended, *work)):
        return None
    only = sentences[0] in ends and not work
    return AllDone(says_all_tasks(text), only, ended, tuple(rest) if only else ())


def says_all_tasks(text: str) -> bool:
    """Tell whether a text says of all tasks of the item at once that they are done."""
    return _OF_ALL.search(long_key(text)) is not None


def _flat(progress: str) -> str:
    lines = filter(None, map(long_key, progress.splitlines()))
    return _LAST_TIME.sub("", _IN_TIME.sub("", "。".join(lines)))


def _ended(sentence: str) -> Iterator[str]:
    """Yield the clauses of a sentence that tell an end, with those before that they speak of."""
    begun = 0
    for clause in _CLAUSE.finditer(sentence):
        end = _ENDS.search(clause[0])
        if end is None:
            continue
        start = begun if _OF_THOSE_BEFORE.match(clause[0]) else clause.start()
        words = sentence[start : clause.start() + end.start()]
        if not _OF_ITS_PART.search(words):
            yield sentence[start : clause.end()]
        begun = clause.end()
