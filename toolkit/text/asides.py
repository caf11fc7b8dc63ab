"""Words that are meant for a colleague, and words of blame, in a text that goes to superiors."""

import re

from toolkit.text.patterns import COMMON, any_around
from toolkit.text.phrases import Phrase, first_phrase

_WHO = r"(?:[小老]?[一-龥]{1,2}(?:科长|局长|主任|处长|股长|部长|经理|工|老师|会计|书记)|领导|科里|办公室|[小老][王李张刘陈杨赵黄周吴徐孙马朱胡郭何高林罗郑梁谢宋唐许邓韩冯曹彭曾])"
_CHECK = r"(?:再(?:帮忙?)?[核看审定改]|(?:帮忙?)[核看审定改]|[核看审改补定]一下|核[实对]一下|确认一?下|把(?:一下)?关)"
_NUMBER = r"(?:数|数字|数据|数值|口径)"
_ASIDE = re.compile(
    rf"(?<![报提呈])(?:请|让|找|问|等){_WHO}[^，。；]{{0,4}}?{_CHECK}(?:一下)?"
    rf"|{_WHO}(?:看|核)[后过完](?:再|改|定|报)"
    r"|(?:先|暂)(?:就)?(?:按|照|以)(?:这个|此|这|上月|上期|原|旧)[^，。；]{0,6}报(?![批建审])|先(?:这样|这么|空着|写着|填着|留着|报着)"
    r"|这(?:个|些|几个)(?:数|数字|数据)(?!字化)|口头(?:报|说|告知|提供)的|[拿吃]不准|不知道?能不能|我(?:们)?再核|要不要(?:写|报|填)|(?:领导|科长|主任)说(?:先|不|别)|不太确定|不知道?(?:对不对|准不准|是否准确)"
    r"|(?:回头|晚点|过后|稍后)(?:再|会)?(?:补|改|核|填|报)(?![助贴偿办选名批])|(?:随便|瞎|凑合)(?:填|写|估|报)|估摸着?"
    rf"|{_NUMBER}[^，。；、]{{0,4}}(?:待|需|要|还[没未]|尚未)再?(?:核一?[实对下]|确认)(?!点|户|人|案|的)"
    r"|[（(][^（）()\d]{0,20}(?:(?:待|需|请|再|未)再?(?:核(?![酸准发定查])实?对?|确认|修改|补充)(?:一?下)?|待定)[^（）()\d]{0,8}[）)]"
    r"|(?:这段话?|这句话?|此句|本句)(?:可以?|要|请|建议|先)?(?:删|不要|去掉|改一下)|可?删掉?[）)]"
    r"|(?:不要|请勿|切勿|别)(?:对外(?!开放|营业|经营|出租)|外传|外泄)|仅?供内部(?:参考|掌握|使用)|内部掌握"
    r"|(?:数|数字|数据)(?:仅|只)?供(?:您|领导|你)?参考|[（(](?:初稿|草稿|未定稿|还没更新|待更新|数据?待更新|请斟酌|[^（）()]{0,16}(?:还没更新|请斟酌|等[^（）()]{1,6}的数))[）)]"
)
_HINTS = (
    "再核 再看 再审 再定 再改 帮核 帮看 帮忙 核一下 看一下 审一下 改一下 补一下 定一下 实一下 对一下 认一下 关一下 看后 看过 看完 核后 核过 把关 请确认 认下"
    " 先按 先就 先以 先照 暂按 暂以 暂照 暂就 先这 先空 先写 先填 先留 先报 这个数 这些数 这几个数 口头 拿不准 吃不准 不太确 不知"
    " 回头再 回头会 回头补 回头改 回头核 回头填 回头报 晚点 过后 稍后 随便 瞎 凑合 估摸 待核 需核 要核 未核 没核 没确 未确 要确 请核 待确 需确 待修 需修 请修 再修"
    " 待补 需补 请补 再补 再确 待定 供您 供领 供你 供参考 初稿 草稿 未定稿 没更新 待更新 斟酌 的数） 要不要 说先 说不 说别 段删 话删 句删 段话 句话 此句 本句"
    " 删） 删掉 要对外 勿对外 别对外 勿外传 要外传 别外传 外泄 内部"
)
_MAY_BE_ASIDE = re.compile(any_around(_HINTS.split(), COMMON))

_BLAME = re.compile(
    r"不上心|推诿|扯皮|踢皮球|不愿啃硬骨头|(?<!大有)(?<!积极)不作为|慢作为|乱作为|不(?:敢|愿)?担当|不负责任|敷衍|应付了事|应付差事|懒政|怠政|甩锅|磨洋工"
    r"|不当回事|阳奉阴违|拖后腿|刁难|刁民|无理取闹|胡搅蛮缠|漫天要价|蛮不讲理|(?:领导|干部|书记|镇长|区长|局长|主任)[^，。；]{0,6}不(?:重视|支持|配合|得力)"
    r"|能力(?:太差|差|低下)|素质(?:太低|低下|差)|工作不力|消极怠工|消极应付|狮子大开口|不讲理|钉子户|糊弄|磨磨蹭蹭|拖拖拉拉|不闻不问|漠不关心|思想(?:上)?不重视|脸难看|事难办|互相推|相互推"
)
_FOUGHT = re.compile(
    r"(?:整治|杜绝|防止|避免|严禁|不得|纠治|纠正|治理|打击|查处|问责|防范|破除|消除|解决|克服|根治|反对|坚决|严查|曝光|通报|有无|是否|没有|不存在)[^，。；]{0,12}$"
)


_BLAMING = (
    "不上心 推诿 扯皮 踢皮 不愿啃 不作为 慢作为 乱作为 担当 责任心 不负责任 敷衍 应付 懒政 怠政 甩锅 磨洋 当回事 阳奉 后腿 刁难 刁民 取闹 蛮缠 要价 蛮不 不重视 不支持"
    " 不配合 不得力 能力太 能力差 能力低 素质 脸难 事难 互推 相推 不力 怠工 消极 狮子 不讲理 钉子 糊弄 磨蹭 拖拉 拖拖 不闻 漠不"
)
_MAY_BLAME = re.compile(any_around(_BLAMING.split(), COMMON))


def aside(text: str) -> Phrase | None:
    """Return the first words of a text that are a note to a colleague, None for none.

    请周科长再核一下, 先按这个报, （待核实）. 待核实线索3条 counts cases and is none.
    """
    return first_phrase(_ASIDE, text) if may_have_aside(text) else None


def may_have_aside(text: str) -> bool:
    """Tell at a glance whether a text may hold such a note."""
    return _MAY_BE_ASIDE.search(text) is not None


def blame(text: str) -> Phrase | None:
    """Return the first words of a text that blame people, unless it says how that is fought."""
    for match in _BLAME.finditer(text):
        if not _FOUGHT.search(text[max(0, match.start() - 16) : match.start()]):
            return Phrase(match[0], *match.span())
    return None


def may_blame(text: str) -> bool:
    """Tell at a glance whether a text has any words of blame."""
    return _MAY_BLAME.search(text) is not None
