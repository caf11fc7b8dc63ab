"""How many items a notice says that its list has: 15件实事, 十大民生实事, 实事共27项."""

import re
from collections.abc import Iterator

from toolkit.model.stated import Stated, StatedCount
from toolkit.text.clean import match_key
from toolkit.text.ordinals import number_of

_N = r"(?<![第前百千万\d.〇○零一二三四五六七八九十])(?P<n>\d{1,3}|[二三四五六七八九十]{1,3})"
_MEASURE = r"(?:余)?(?:大类|大件|大项|大|类|件|项|个方面|方面|个)"
_WORKS = r"(?:民生实事|为民办实事|办实事|实事|民心工程|民生工程)"
_QUOTES = str.maketrans("", "", "“”\"'‘’《》")
_PATTERNS = (
    re.compile(rf"{_N}{_MEASURE}(?:的)?(?:\d{{1,3}}项)?[^，。；、,;:：\d]{{0,8}}?{_WORKS}"),
    re.compile(
        rf"{_WORKS}(?:项目|事项|工程)*(?:清单)?[(]?(?:共|共计|共有|总共|为|计)?{_N}(?:大类|类|件"
        rf"|项)"
    ),
    re.compile(
        rf"(?:共|共计|共有|总计|合计){_N}(?:大类|类|件|项|个)(?:民生|实事|项目|事项|[)。，,]|$)"
    ),
    re.compile(rf"大类{_N}(?:件|项|个)[^，。；、,;]{{0,8}}?{_WORKS}"),
)
_TITLE = re.compile(r"《.*?》")
_SENTENCE_END = re.compile(r"[。；;!！?？\n]")
_OTHERS = re.compile(
    r"去年|上年|往年|上一年|近年|历年|每年|连续|已经?(?:完成|办结|建成)|完成了|其中|市级|区级"
    r"|省级|征集|建议|意见\d|初选|备选|候选|票决前|提交"
)
_YEAR = re.compile(r"(?<!\d)(20\d\d)年")
_LEAST = 3


def stated_counts(stated: Stated, year: int | None) -> Iterator[StatedCount]:
    """Yield how many items or projects a line says there are.

    What it says of other years or of a part of the list does not count, nor do the names of several
    documents.

    Args:
        stated: A line of the notice's title or opening.
        year: The programme's year.
    """
    for sentence in _SENTENCE_END.split(stated.text):
        key = match_key(sentence)
        if key.count("《") > 1:
            key = _TITLE.sub("", key)
        key = key.translate(_QUOTES)
        years = {int(found) for found in _YEAR.findall(key)}
        if _OTHERS.search(key) or (year and years and years != {year}):
            continue
        seen: set[int] = set()
        for pattern in _PATTERNS:
            for match in pattern.finditer(key):
                number = number_of(match["n"])
                if number >= _LEAST and match.start("n") not in seen:
                    seen.add(match.start("n"))
                    yield StatedCount(match[0].strip("(),，。"), stated.place, number)
