"""What a problem names that is not done although the progress says that all of it is.

118家已全部实现, 年度任务全面完成 beside 有4家网络不通，画面传不上来, with a plan to connect the four. A problem of
what comes after the work (使用率不高, 管护经费没有着落) takes nothing back.
"""

import re

from toolkit.text.echoes import own_words
from toolkit.text.phrases import Phrase
from toolkit.text.roles import CANNOT, STILL_NOT, UNABLE

_ALL_DONE = re.compile(
    r"(?:任务|目标)[^，。；\d]{0,4}(?:全部|全面|均已|圆满|已经?|如期|按期|提前"
    r"|顺利)*[^，。；\d]{0,2}(?:完成|实现)(?!率)"
    r"|(?:完成|实现)(?:了)?(?:年度|全年|全部|各项)*(?:目标)?任务(?![^，。；]{0,3}\d)"
    r"|(?:完成率|完成)(?:达到?|为)?100%"
    r"|(?:全部|全面|均已|全覆盖|100%)(?:完成|实现|建成|完工|竣工|接入|投用|安装|改造|覆盖|到位"
    r"|开通)"
    r"|实现(?:了)?[^，。；\d]{0,12}(?:全覆盖|全部)"
)
_COUNT = (
    r"(?:\d+|[一二两三四五六七八九十]+|部分|个别"
    r"|少数)(?:[家处所个户座条栋部台套间村人名口座张盏片站点段]|小区|街道|镇|楼栋|单元|路段"
    r"|学校)"
)
_NOT_DONE = (
    rf"(?:{STILL_NOT}|{CANNOT}|{UNABLE}"
    rf"|(?:尚未|还未|还没有?|仍未|没有|未"
    rf"|没)(?=[装接开进打贯铺建办改通完验投移签入达配交安连联上启])"
    rf"|不通|停用|缺装|漏装|还差|尚缺|不(?:亮|能用|出水|显示))"
)
_PART = re.compile(rf"(?P<part>{_COUNT}[^。；;！\n]{{0,36}}?{_NOT_DONE}[^，,。；;\n]{{0,14}})")
_AFTERWARDS = re.compile(
    r"使用率|利用率|知晓率|满意度|经费|管护|运营成本|收费|结算|决算|审计|尾款|质保|产权证"
    r"|不动产|备案资料|档案|归档|积极性|习惯|意识|信号弱|偶有|偶尔|个别时段|高峰|续约|退出|补录"
    r"|二期|明年|新增"
)
_FINISHES = re.compile(
    r"完成|接通|接入|联网|安装|装|整改|补|开通|投用|启用|建成|完工|竣工|改造|修|更换|打通|通电"
    r"|通水|办结|验收|入住|交付|配齐|解决"
)
_LAST = 2


def not_working(progress: str, problem: str, plan: str, *, finished: bool) -> Phrase | None:
    """Return the words of a problem that name a part which is not done, None for none.

    Args:
        progress: It has to say that all is done, unless the report is called finished.
        problem: It has to count or name a part and say that this does not work yet.
        plan: It has to take the part up.
        finished: Whether the report counts as finished.
    """
    match = _PART.search(problem)
    if match is None or _AFTERWARDS.search(problem) or not _FINISHES.search(plan):
        return None
    if not finished and not _ALL_DONE.search(progress):
        return None
    count = re.match(_COUNT, match["part"])
    counted = count is not None and count[0][:1].isdigit() and count[0] in plan
    pairs = {
        word[place : place + _LAST]
        for word in own_words(match["part"], "")
        for place in range(len(word) - 1)
    }
    if not counted and not any(pair in plan for pair in pairs):
        return None
    return Phrase(match["part"], *match.span("part"))
