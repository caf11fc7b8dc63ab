"""A named place that an earlier report counted among the finished ones, and that is being built again.

红星7号、保利、理想城3个已完工开放 and, ten days later, 理想城口袋公园正在栽植苗木 do not fit together. Only
the places of a list behind which a count or a word says that they are finished are taken.
"""

import re
from collections.abc import Iterator

from toolkit.text.setbacks import Setback

_FINISHED = re.compile(
    r"(?P<names>[一-龥\d]{2,12}(?:[、和及][一-龥\d]{2,12}){1,8}?)(?:等)?(?P<count>\d{1,2}"
    r"|[一二两三四五六七八九十])[个处座所家条][^，,。；;\n、]{0,8}?"
    r"(?:均|都|已|全部|现已)+(?:经|全部|建成|完工|竣工|并|正式|提前)*(?P<done>完工|竣工|建成"
    r"|投用|投入使用|开放|通车|交付|验收)"
)
_WORKING = (
    r"(?:正在|目前正|仍在|还在)(?:进行|抓紧|开展|组织)?[^，,。；;\n]{0,6}(?:栽植|种植|施工|铺设"
    r"|铺装|安装|砌筑|浇筑|开挖|装修|建设|改造|放线|回填|整形|拆除|封顶|招标|设计)"
)
_AGAIN = re.compile(
    r"提升|补植|补种|修补|维修|养护|返工|重新|整改|二期|三期|增设|新增|扩建|更正|二次|改为|损坏"
    r"|修复|完善"
)
_LEAD = re.compile(r"^(?:\d{1,2}个|其中|分别是|目前|现|截至[^，,]{0,8}?日?)")
_CLAUSE = re.compile(r"[^。，,;；！!：:\n]+")
_SHORTEST = 2


def reopened(text: str, former: str) -> Setback | None:
    """Return what a text says of a place that the former one told finished, None for nothing."""
    if "在" not in text or "、" not in former or "更正" in former:
        return None
    for name, said in _finished(former):
        for clause in _CLAUSE.findall(text):
            match = re.search(rf"^\W*{re.escape(name)}[一-龥]{{0,8}}?{_WORKING}", clause)
            if match and not _AGAIN.search(clause):
                return Setback(name, clause.strip(), said)
    return None


def _finished(former: str) -> Iterator[tuple[str, str]]:
    """Yield the places that a text lists as finished, where the list has as many as it says."""
    for match in _FINISHED.finditer(former):
        names = [_LEAD.sub("", name) for name in re.split("[、和及]", match["names"])]
        number = match["count"]
        count = int(number) if number.isdecimal() else "零一二三四五六七八九十".find(number)
        if len(names) == (2 if number == "两" else count):
            yield from ((name, match[0]) for name in names if len(name) >= _SHORTEST)
