"""A plan or an explanation that treats as still to come what the progress says is over.

已于4月26日开通运营，目标完成率100% and 确保年底前具备开通运营条件 do not fit together, nor do 任务全部完成 and
仍有9处站点没有划线. Only strong words count on either side.
"""

import re

from toolkit.text.patterns import any_word
from toolkit.text.phrases import Phrase, phrase_of
from toolkit.text.searching import searched

_END = "开通运营|开业运营|开通试运营|投入使用|投入运营|建成投用|正式运营|正式开放|建成开放|开园|开业|开馆|通车|竣工验收|竣工|完工|封顶"
_SECURED = re.compile("确保|力争|争取|加快|尽快|尽早|早日|按期|如期|推动|具备|组织|申请")
_EVENT = re.compile(any_word(_END.split("|")))
_ENDED = re.compile(
    rf"(?:已(?:经)?(?:于[^，。；]{{2,12}}|全部|全面|正式|顺利|均|提前|如期|建成并|完工并|竣工并"
    rf"|建成)*"
    rf"|通过(?=竣工验收))(?P<end>{_END})(?=$|[，,。；;\n(（])"
)
_WHOLLY = searched(
    r"(?:完成率|完成)(?:达到?|为)?100%|100%完成"
    r"|(?:任务|目标|工作|工程|项目)[^，。；\d]{0,4}(?:全部|全面|均已|圆满"
    r"|已)[^，。；\d]{0,4}(?:完成|竣工|完工|实现|建成)"
    r"|(?:全部|各项|所有)(?:内容|任务|工作|指标|子项)(?:均|都|已)*(?:如期|按期|提前|圆满|顺利"
    r"|按时)?(?:完成|完工)(?=$|[，,。；;\n：:])"
    r"|(?:任务|目标)完成(?=$|[，,。；;\n])"
    r"|(?:全部|全面|均已|圆满)(?:完成|竣工|完工)(?=$|[，,。；;\n(（])"
)
_REST = searched(
    r"(?:仍|还|尚)(?:有|余|剩)[^，。；;\n]{1,16}?(?:没有?|未|尚未|待|正在)[^，。；;\n]{1,10}"
    r"|(?:仍|还|尚|约|共)*(?:差|缺|欠)\d[^，。；;\n]{0,8}(?:没有?|未|尚未|待"
    r"|正在)[^，。；;\n]{0,10}"
    r"|(?:仍|还|尚)(?:有|余|剩)\d[^，。；;\n]{0,12}"
    r"|(?:剩余|其余)\d[^，。；;\n]{0,8}(?:没有?|未|尚未|待|正在)[^，。；;\n]{0,10}"
    r"|预计[^，。；;\n]{2,16}(?:完成|完工|建成|竣工)"
)
_REST_PLANNED = searched(
    r"(?<=改造|建设|安装|铺设|更新|更换|建成|施工)(?:剩余|其余"
    r"|余下)的?\d[^，,。；;\n]{0,10}(?=$|[，,。；;])"
    r"|(?:完成|实现)(?:年度|全年)[^，,。；;\n]{0,10}(?:任务|目标)(?![^，,。；;]{0,4}后)"
    r"|(?:剩余|其余|余下)的?\d[^，,。；;\n]{0,14}(?:施工|建设|改造|安装|铺设|完工|建成"
    r"|建设任务)"
)
_DONE_SINCE = re.compile(r"(?:现|目前)?均?已(?:全部)?(?:完成|完工|补|整改|解决|到位)")
_LATER = re.compile(r"二期|三期|后续工程|下一批|新增|明年|另一|其他")


def prepared_again(progress: str, plan: str) -> Phrase | None:
    """Return the words of a plan that prepare what a progress text says has happened.

    Args:
        progress: It has to say both that this has happened and that all is done.
        plan: It counts where it secures or hastens the same event.
    """
    if not _EVENT.search(plan) or not _SECURED.search(plan):
        return None
    ended = _ENDED.search(progress) if _WHOLLY.search(progress) else None
    if ended is None or _LATER.search(plan):
        return None
    event = "开业|" + ended["end"] if ended["end"] == "开业运营" else ended["end"]
    also = "|组织|申请" if event == "竣工验收" else ""
    match = re.search(
        rf"(?:确保|力争|争取|加快|尽快|尽早|早日|按期|如期|推动"
        rf"|具备{also})[^。；;\n]{{0,24}}(?:{event})",
        plan,
    )
    return phrase_of(match) if match else None


_OF_PARTS = re.compile(
    r"正在|剩余|其余|余下|部分|主体|一期|首批|首个|\d+(?:\.\d+)?[个处所家座栋条]"
    r"|[一二两三四五六七八九十]+[个处所家座栋条]|分项|土建|装饰|消防|预"
)
_ACCEPTED = re.compile(
    r"(?:已|已经|通过了?|\d日|[上中下]旬|月底?)(?:顺利|正式|成功)?(?:通过)?(?:竣工|综合"
    r"|完工)验收(?=$|[，,。；;\n])[^。；\n]{0,24}(?:投入使用|投用|启用|交付|开放|运营|开园"
    r"|开业)"
)
_BUILT_AGAIN = re.compile(
    r"(?:组织|申请|开展|进行|通过|完成|迎接|准备)[^，,。；;\n]{0,8}(?:竣工|综合|完工)验收"
    r"|(?:完成|推进|加快|开展)[^，,。；;\n]{0,8}(?:主体|装修|面层|砌筑|封顶|铺装"
    r"|安装)[^，,。；;\n]{0,10}(?:施工|工程|收尾)?"
)


def built_again(progress: str, plan: str) -> Phrase | None:
    """Return the words of a plan that still build what was accepted and is in use.

    A text that names parts, or more than one thing, may well have something left.
    """
    if "验收" not in progress or _OF_PARTS.search(progress) or _LATER.search(plan):
        return None
    match = _BUILT_AGAIN.search(plan) if _ACCEPTED.search(progress) else None
    accepting = match is not None and "验收" in plan[match.start() :]
    return phrase_of(match) if match and accepting else None


def rest_planned(plan: str) -> Phrase | None:
    """Return the words by which a plan speaks of work that is left, None for none."""
    match = _REST_PLANNED.search(plan)
    return phrase_of(match) if match and not _LATER.search(plan) else None


def left_over(progress: str, note: str) -> Phrase | None:
    """Return the words by which an explanation names a rest where the progress says all is done."""
    if not _WHOLLY.search(progress) or _DONE_SINCE.search(note):
        return None
    match = _REST.search(note)
    return phrase_of(match) if match else None
