"""Progress texts that only say where the progress can be found: 详见附件《…》, 具体情况请向…了解."""

import re

from toolkit.text.phrases import Phrase, first_phrase
from toolkit.text.searching import searched

_ANNEX = r"(?:附件|附表|附后|后附|另附|另表|附图|台账|统计表|汇总表)"
_ONLY_ANNEX = searched(
    rf"[^，。；\d]{{0,30}}(?:请|可|具体|详细)*(?:详见|参见|参阅|请?见|请?看|请?查收"
    rf"|以(?=[^，。；]*为准)){_ANNEX}[\d一二三四五]*(?:(?:数据"
    rf"|内容)?为准)?[:：]?(?:《[^》]*》)?[。.]?"
    r"|[^，。；\d]{0,20}(?:情况|进展|数据|材料)(?:已|将)?(?:另行|另文|单独|书面"
    r"|通过[^，。；\d]{1,8})(?:上报|报送|汇报|报告|发送|提供)[。.]?"
    r"|[^，。；\d]{0,24}(?:详见|参见|请见)[^，。；]{0,12}(?:《[^》]*》|简报|专报|报告|文件|方案"
    r"|邮件|上报材料)[。.]?"
)
_ASK = re.compile(
    r"(?:具体|详细|有关|相关|进展|完成)[^，。；]{0,4}(?:情况|数据|进展"
    r"|数字)[^，。；]{0,8}?(?:请|建议|可|须|需)(?:直接)?(?:向|找|联系|咨询|与|问)"
    r"[^，。；]{1,20}?(?:了解|咨询|联系|索取|核实|询问|对接|提供)"
    r"|(?:请|建议)(?:直接)?(?:向|找|联系|咨询)[^，。；]{1,16}?(?:了解|索取"
    r"|询问)[^，。；]{0,4}(?:情况|数据|进展|数字)"
)
_DIGIT = re.compile(r"\d")
_LONGEST = 120


def refers_elsewhere(progress: str) -> Phrase | None:
    """Return the words of a text that tells no more than where something is told, None otherwise.

    A text with a figure of its own tells something; the title of an annex may have one.
    """
    if len(progress) > _LONGEST:
        return None
    words = progress.strip()
    if _ONLY_ANNEX.fullmatch(words):
        start = progress.index(words)
        return Phrase(words, start, start + len(words))
    return None if _DIGIT.search(words) else first_phrase(_ASK, progress)
