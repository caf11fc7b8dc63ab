"""Cells that stand for a text instead of being one: 同上, 略, 详见附件, 待填, XX个, ……."""

import re
from functools import lru_cache

from toolkit.text.clean import match_key
from toolkit.text.phrases import Phrase, first_phrase
from toolkit.text.searching import searched

_WHOLE = re.compile(
    r"[-—–~_/\\|.·…*#?@+=xX×○〇□■△]+"
    r"|(?:内容|进展|情况|进展情况|计划|工作)?(?:同上(?:月|期|次|旬|周|季度|一?条|所述)?|同前|略"
    r"|从略|[同如]左|同右|如上|[见如]上述?)"
    r"|(?:与|和|同)?(?:上个?月|上期|上旬|上周|上季度|\d{1,2}月份?|前期)(?:份|的|内容|情况|进展"
    r"|填报|报送)*(?:相同|一致|一样|同|不变)"
    r"|同(?:上个?月|上期|\d{1,2}月份?|第?[一二三四\d]项)(?:份|内容|情况|进展)*"
    r"|(?:内容|情况|进展)?(?:无变化|不变|未变)"
    r"|(?:具体|详细|内容|情况"
    r"|进展)*(?:[请详参可]?[见阅附看][^，。；]{0,6}(?:附件|附表|附后|后附|另表|另文|另附|纸质"
    r"|邮件|上报材料|电子版)[\d一二三四五]*)"
    r"|(?:待|需|请)(?:填写?|补充?|定|报|核实?|完善|提供|续|更新)|(?:暂|未)(?:填写?|报|提供)"
    r"|后补|后续补充|填写(?:处|内容|示例)"
    r"|(?:示例|样例|测试|模板|空|空白|tbd|todo|n/?a|na|null|none|nan|test|#n/a|#ref!|#value!"
    r"|#name\?|#div/0!)",
    re.IGNORECASE,
)
_LONGEST = 30
_INSIDE = searched(
    r"(?<![A-Za-z])[XxＸ×✕╳][XxＸ×✕╳]+(?![A-Za-z])"
    r"|(?<![\dA-Za-z厘分公米])[XxＸ×](?=[个处座所家项人户名场次条年月日公万元亩张栋台套街镇乡村区县市局])"
    r"|[*＊]{2,}|[_＿]{2,}|[□■]{2,}"
    r"|(?<![零一二三四五六七八九])[○〇]{2,}(?![零一二三四五六七八九年])"
    r"|[（(][ 　]+[）)]|〔[ 　]*〕|《[ 　]*》|“[ 　]*”"
    r"|(?:此处|在此)(?:填写|输入)|请(?:在此)?(?:填写|输入)"
)
_SIGN = re.compile(r"[XxＸ×✕╳*＊_＿□■○〇（(〔《“](?:(?<![（(〔《“])|[ 　]*[）)〕》”])")
_ENDING = "。.；;，,、！!"


def placeholder(text: str) -> Phrase | None:
    """Return the part of a text that stands for one that is missing, None when there is none.

    The whole cell (同上, 略, 详见附件, 待填) or a blank left open inside (新建XX个, 〔〕).
    """
    whole = _whole(text) if 0 < len(text) <= _LONGEST else None
    if whole is None and (_SIGN.search(text) or "填写" in text or "输入" in text):
        return first_phrase(_INSIDE, text)
    return whole


@lru_cache(maxsize=1024)
def _whole(text: str) -> Phrase | None:
    """Return a short text that only stands for one; nearly all items have the same answers."""
    key = match_key(text)
    if not key or not _WHOLE.fullmatch(key.rstrip(_ENDING) or key):
        return None
    return Phrase(text, 0, len(text))
