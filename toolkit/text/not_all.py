"""Numbers and rates that belie what is said of all: 应训86人、实训85人，实现全覆盖."""

import re

from toolkit.text.phrases import Phrase, phrase_of

_SHOULD = re.compile(
    r"应[一-龥]{1,6}?(?P<whole>\d+)(?P<unit>[人名户家个处所])[^。；;\d]{0,6}?[，,、](?:实际?"
    r"|已)[一-龥]{1,6}?"
    r"(?P<part>\d+)(?P=unit)[，,、](?:基本|已"
    r"|均)*(?P<all>(?:实现|达到)?(?:全覆盖|全员覆盖|全域覆盖|100[%％]"
    r"|应[训签检投]尽[训签检投]))"
)

_ALL_OF_THEM = re.compile(
    r"(?<![\d.])\d+[人名户家个处所](?:已|均)*全(?:部|员)(?:参训|培训|覆盖|到课|签约|接入"
    r"|完成)[^，,。；;\d]{0,4}[，,]"
    r"(?:培训|参训|服务)?(?:覆盖|参训|到课|完成|签约|接入|培训)率(?:达到?"
    r"|为)?(?P<rate>\d{1,2}(?:\.\d+)?)[%％]"
)


def belied_all(text: str) -> Phrase | None:
    """Return the words that say that all are reached where their numbers say fewer, if any."""
    rate = _ALL_OF_THEM.search(text) if "率" in text and "全" in text else None
    if rate:
        return phrase_of(rate)
    for match in _SHOULD.finditer(text) if "应" in text else ():
        if int(match["part"]) < int(match["whole"]) and "基本" not in match[0]:
            return phrase_of(match)
    return None
