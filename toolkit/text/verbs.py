"""Words of doing in lists of public works, to tell what is done from what it is done to.

The lists are of the wording of official notices; a word that is missing leaves a subject longer than
it need be, never a target unfound.
"""

import re

from toolkit.text.searching import searched


def _words(*lines: str) -> tuple[str, ...]:
    return tuple(word for line in lines for word in line.split())


_WORKS = _words(
    "新建 改建 扩建 改扩建 新改扩建 新改建 续建 建设 建成 兴建 修建 筹建 迁建 配建 加建 重建"
    " 创建 共建 搭建",
    "开工 新开工 动工 竣工 完工 完成 启动 推进 推动 实施 开展 组织 举办 举行 召开 打造 新打造"
    " 培育 选树 评选",
    "认定 设立 开设 成立 新成立 组建 新组建 增设 新增 新设 投放 新投放 新增投放 增加 配备 配置"
    " 配齐 安装 加装",
    "更新 更换 购置 采购 改造提升 提升改造 改造升级 升级改造 提升完善 修缮 维修 维护 修复 铺设"
    " 敷设 打通 开通",
    "发放 提供 开发 筹集 交付 完善 优化 规划 实现 进行 落实 建立 引进 招聘 选派 布设 布建 布局"
    " 设置 种植 栽植",
    "疏浚 清理 拆除 争创 创成 推出 推广 新推广 派出 聘请",
)
_AROUND_WORKS = _words(
    "达到 确保 做到 继续 持续 全面 积极 深入 加快 着力 基本 免费 至少 累计 总计 合计 共计 计划"
    " 预计 争取 力争",
    "全年 年内 年底前 今年 其中 涉及 按照 高标准 定期 重点 分批 同时 因地制宜 主要是 面向 通过"
    " 依托 牵头 助力",
    "促进 带动 、",
)
_WORK_OR_THING = _words(
    "改造 提升 提高 整治 治理 养护 培训 帮扶 扶持 资助 救助 服务 支持 安置 回迁 解决 保障 绿化"
    " 硬化 开放 升级",
    "规范",
)
_SHORT = (
    r"建(?![筑制档材])|共(?![享同用青公])|对(?![口外])|将(?!军)|以(?!上|[^，。；]{0,16}为主)"
    r"|向(?!阳)"
    r"|针对(?!性)|全[市区县域省](?=[新建改打培创完增组开])|[拟再为及并和与或的后给]"
)
_DATE = (
    r"(?:(?:到|至|截至)?(?:20\d\d年(?:度)?|\d{1,2}月)(?:\d{1,2}月)?(?:\d{1,2}日)?"
    r"(?:年?底|末|初|上旬|中旬|下旬|上半年|下半年)?(?:之?前)?)"
)
_NO_NAME = "(?![化率型者性]|对象|质量|水平|能力|中心|基地)"


def _any(words: tuple[str, ...]) -> str:
    return f"(?:{'|'.join(sorted(words, key=len, reverse=True))})"


_LEADING = searched(rf"{_DATE}|{_any(_WORKS + _AROUND_WORKS)}{_NO_NAME}|{_SHORT}")
_LEADING_DOUBTFUL = re.compile(_any(_WORK_OR_THING) + _NO_NAME)
_PLACED = re.compile(
    rf"(?:在|于|依托|通过|围绕|利用"
    rf"|为(?:满足|方便|解决|缓解|丰富))[^，。；]*?{_any((*_WORKS, '培训', '开放'))}"
)
_ENDING = re.compile(_any((*_WORKS, *_WORK_OR_THING, "建", "办", "新开", "帮助")) + "$")
_PREDICATE = re.compile(
    r"进行|实施|开展|达到|达标|完成|完工|实现|予以|给予|收取|执行|缴纳|计发|用于|纳入|投入|提供"
    r"|安装|加装|更换|发放|购买|并|[、和及与(]|来|全部|均|已|等(?!级)"
    r"|总[长面里]|全长"
)
_CUT = re.compile(
    r"进行|实施|开展|达到|继续|免费|实行|实现|完成|参加|安装|加装|更换|配备|发放|购买|办理|提供"
    r"|设立|新增|建有|全部|均"
    r"|纳入|投入|总?投资|按照|在(?=20|\d|年)|于20"
)
_MIN_REST = 3


def ends_in_doing(text: str) -> bool:
    """Tell whether a text ends with a word of doing, so that its object comes next."""
    return _ENDING.search(text) is not None


def starts_with_thing(text: str) -> bool:
    """Tell whether a thing comes next, and not only what is done."""
    return not _PREDICATE.match(text) and bool(without_leading_doing(text))


def without_leading_doing(text: str) -> str:
    """Return the thing at the end of a clause: 年内新增养老床位 is about 养老床位.

    Words that also belong to names (服务站, 培训基地) go only when enough remains.
    """
    placed = _PLACED.match(text)
    if placed and placed.end() < len(text):
        text = text[placed.end() :]
    while text:
        match = _LEADING.match(text)
        if not match:
            match = _LEADING_DOUBTFUL.match(text)
            if not match or len(text) - match.end() < _MIN_REST:
                break
        text = text[match.end() :]
    return text


def before_doing(text: str) -> str:
    """Return the thing at the start of a clause, up to what is done to it."""
    ends = [match.start() for match in _CUT.finditer(text, 1)][:1]
    ends += [
        place
        for place, sign in enumerate(text)
        if sign == "、" and place and _LEADING.match(text, place + 1)
    ][:1]
    return text[: min(ends, default=len(text))]
