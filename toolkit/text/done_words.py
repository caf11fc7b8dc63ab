"""What the words around a figure say of it in a progress text: done, planned, under way, left over.

Wording after the progress table of 济宁高新区 2021 and returns in the styles of other places. In
doubt a word speaks against the figure: one that is not read is better than one read wrongly.
"""

import re
from collections.abc import Iterable
from enum import StrEnum
from functools import lru_cache

from toolkit.text.patterns import any_of
from toolkit.text.searching import searched


class Say(StrEnum):
    """What a word says of a figure of its clause."""

    PLANNED = "planned"
    LEFT = "left"
    PAST = "past"
    GOING = "going"
    STARTED = "started"
    ASIDE = "aside"
    NEEDED = "needed"
    EXISTING = "existing"
    ALREADY = "already"
    TOTAL = "total"
    DONE = "done"
    WORKED = "worked"


Words = tuple[tuple[Say, str], ...]
"""The telling words of a stretch of text, in their order."""


def _words(*lines: str) -> tuple[str, ...]:
    return tuple(word for line in lines for word in line.split())


_PLANNED = _words(
    "计划<按照原划<招生!生 规划!馆 拟 预计 预期 将<已即!军近 即将 力争 争取 确保 务必 年底"
    " 月底前 月末前 底前 年内 下步 下一步 下阶段",
    "下一阶段 下月 下个月 下周 下旬 接下来 后续 明年 次年 准备 着手 待!遇 有望 届时 要求 方可"
    " 目标为 目标是 任务为 任务是 指标为",
    "年初方案 方案要求 方案明确 建成后 完工后 竣工后 投用后 投入使用后 启用后 交付后",
)
_LEFT = _words(
    "剩余 其余 余下 剩下 还有 尚 还剩 仍 欠 缺 未<从!来成!贯通道 没 没有 暂停 停工 取消 不再"
    " 不足 仅差 还差 退出 终止 撤销",
)
_PAST = _words(
    "去年 上年 往年 前年 历年 近年来 近两年 近三年 近五年 上半年 下半年 一季度 二季度 三季度"
    " 四季度 本月 当月 上月 本周 上周 本旬",
    "上旬 中旬 日前 近日 昨日 今日 当日 当天 第一批 第二批 第三批 首批 一期!间 二期!间 三期!间"
    " 十三五 十四五 同期 同比 日均 月均 每天 每日 每月 基础上 年以来<今 年至",
)
_ALREADY = _words("已!有 已经 截至 截止 目前 今年以来 今年 实际")
_TOTAL = _words("累计 共计 合计 总计 总共 一共 共!享同建用青公管治 总数 总量")
_STARTED = _words("开工 开工建设 动工 启动 启动建设 启动实施 进场 开建 奠基")
_DONE = _words(
    "完成!率比情时 完工 竣工 建成 建好 建完 建起 投用 启用 交付 办结 完毕 做完 改完 装完 结业"
    " 开通 打通 通车 落成 到位 营业 运营 开业",
    "上线 揭牌 创成 评出 选出 评选出 回迁 投入使用 投入运营 投入运行 通过验收 已验收 竣工验收"
    " 验收合格 验收通过 验收完成 开放!式",
    "挂牌!督 办了 建了 装了 修了 改了 设了 开了 装上",
)
_GOING = _words(
    "正!常式规 在建 施工!完图 推进 筹备 谋划 对接 在办 进行中 过程中 办理 等待 等设备 建设中",
)
_ASIDE = _words(
    "涉及 惠及 受益 辐射 占地 投资 参与 参加 参训 排名 位列 位居 需求 检查 巡查 排查 走访 下辖"
    " 距 原有 整改 观众 发现 可提供<许 可以增加 可以新增 可增加 能新增 能增加",
    "可容纳 可满足 可服务<许 可新增 可增加 可停放 可接待",
)
_EXISTING = _words("现有 现存 已有 共有 拥有 设有 建有")
_NEEDED = _words("需 需要 应!急用对届 必须 须 任务 目标 指标 要<重主需")
_WORKED = _words(
    "新建 改建 扩建 改扩建 新改建 新改扩建 续建 建设 修建 兴建 迁建 配建 加建 重建 创建 搭建"
    " 打造 培育 选树 评选 认定 设立 增设",
    "新增 新设 开设 成立 组建 投放 增加 配备 配置 配发 安装 加装 装配 更新 更换 购置 改造 提升"
    " 升级 修缮 维修 维护 修复 铺设",
    "敷设 发放 提供 开发 筹集 优化 布设 设置 种植 栽植 疏浚 清理 拆除 推出 推广 组织 开展 举办"
    " 举行 召开 放映 演出 培训 救助",
    "资助 帮扶 扶持 服务 签约 上岗 就业 招聘 选派 安置 整治 治理 硬化 绿化 养护 解决 补助 筛查"
    " 体检 辅导 宣传 讲座 改善 覆盖",
    "投保 参保 引进 实施 落实 接种 建档 建!筑制档材 办!公事法理 装!备饰 增至 达到 达 提高"
    " 提升至 增加到 补装 划定 施划 慰问",
    "送达 送戏 指导 测评 采集 实现 布局 完善",
)
_KINDS = (
    (Say.PLANNED, _PLANNED),
    (Say.LEFT, _LEFT),
    (Say.PAST, _PAST),
    (Say.ALREADY, _ALREADY),
    (Say.TOTAL, _TOTAL),
    (Say.STARTED, _STARTED),
    (Say.DONE, _DONE),
    (Say.GOING, _GOING),
    (Say.ASIDE, _ASIDE),
    (Say.EXISTING, _EXISTING),
    (Say.NEEDED, _NEEDED),
    (Say.WORKED, _WORKED),
)
_NOTE = re.compile(r"([^<!]+)(?:<([^<!]+))?(?:<([^!]+))?(?:!([^!]+))?(?:!(.+))?")
_MONTHS = (
    r"月(?<=\d月)(?:(?<=[至到~-]\d月)|(?<=[至到~-]\d\d月))份?",
    r"月(?<=\d月)(?<![至到截止~-]\d月)(?<![至到截止~-]\d\d月)(?![\d底末初]|以来|份以来|份底)",
)
"""1-9月 is all that was done so far, 9月 alone a part of it, 9月8日 and 截至9月 neither."""


def _condition(note: str) -> tuple[str, str]:
    """Return a word and its condition: 将<已即!军近 is 将 not after 已 or 即 and not before 军 or 近.

    Behind a second sign stands a whole word: 计划<按照<招生 is 计划 but for 按计划 and 招生计划.
    """
    match = _NOTE.fullmatch(note)
    if match is None:
        return note, ""
    word, after, word_after, before, word_before = match.groups()
    behind = f"(?<![{after}]{word})" if after else ""
    behind += f"(?<!{word_after}{word})" if word_after else ""
    ahead = f"(?![{before}])" if before else ""
    ahead += f"(?!{word_before})" if word_before else ""
    return word, behind + ahead


def _one_of(notes: Iterable[str]) -> str:
    """Return a pattern for the longest of several words; see `patterns.any_of`."""
    return any_of(dict(map(_condition, notes)))


_KIND = {_condition(note)[0]: kind for kind, notes in _KINDS for note in notes}
_KIND["有"] = Say.EXISTING
_WORD = re.compile(
    "|".join((*_MONTHS, _one_of(note for _, notes in _KINDS for note in notes), r"有\Z"))
)
_PARTIAL = re.compile(_MONTHS[1])
WORKING = _one_of((*_DONE, *_WORKED))
"""A word of doing."""

_PAST_CLAUSE = re.compile(
    rf"(?:^|[，,：:])(?:在|其中)?(?:{_one_of(_PAST)}|\d{{1,2}}月)(?:份|以来|度|期间|中)?[，,：:]"
)
_STAGE = re.compile(
    _one_of(
        _words(
            "设计 招标 招投标 招采 采购 评审 评估 摸底 摸排 勘察 勘探 测绘 选址 立项 审批 批复 报批"
            " 备案 申报 签订 图纸 方案 预算",
            "初验 基础 主体 封顶 土方 拆迁 征收 征地 围挡 订购 订货 到货 公示 前期 手续 可研 许可 调试"
            " 预埋 桩基 垫层 装修 装饰",
            "铺装 外墙 屋面 屋顶 防水 水电 管线 路基 地下室 保温 清槽 筛选 遴选 确定 意愿 合同 资金"
            " 绑定 排水 消防 绿化 财政 挂网",
            "签约 受理 申请 审核 报名 登记 初审 控制价 交底 放线 样板段 混凝土 砌筑 沥青 摊铺 内装 外装"
            " 弱电 雨污",
        )
    )
)
_LATER = re.compile(
    r"(?:下一?步|下一?阶段|下[个一]?[月周旬]|接下来)(?:工作)?(?:[，,：:]|将|拟|我|计划|打算"
    r"|安排|重点|继续|加快|要|工作|目标|\S)"
)
THIS_YEAR = "今年"
_UP_TO_NOW = ("截", "目前", "今年")
_FIRM = frozenset((Say.PLANNED, Say.LEFT, Say.PAST))
_MAY_BE_THE_TARGET = frozenset((Say.STARTED, Say.ASIDE, Say.GOING))
BEGINNINGS = ("开工", "启动", "动工", "开建")
_FOLLOWING = searched(
    r"(?:目前|现在?|截至目前|并|且|已于[^，。；]{2,9}|已经?(?=[均都全整按如顺陆提])|均|都|全部"
    r"|全面|整体|按期|如期|顺利|陆续|提前)*"
)
_SAYS_ALL = re.compile(r"已|均|都|全")


@lru_cache(maxsize=8192)
def words_of(text: str) -> Words:
    """Return the words of a text that say something of its figures."""
    return tuple([(_kind(match), match[0]) for match in _WORD.finditer(text)])


def _kind(match: re.Match[str]) -> Say:
    kind = _KIND.get(match[0])
    if kind:
        return kind
    return Say.PAST if _PARTIAL.match(match.string, match.start()) else Say.ALREADY


def verdict(words: Words, aim: str) -> Say | None:
    """Return what all words of a stretch of text say together; None when they say nothing.

    Args:
        words: The telling words in their order.
        aim: The target's words: where it is about a beginning, having begun (开工) is done.
    """
    if not _MAY_BE_THE_TARGET.isdisjoint([kind for kind, _ in words]):
        words = tuple(
            (_aimed_at(kind, word, aim) if kind in _MAY_BE_THE_TARGET else kind, word)
            for kind, word in words
        )
    return _verdict(words)


@lru_cache(maxsize=8192)
def _verdict(words: Words) -> Say | None:
    state: Say | None = None
    for kind, word in words:
        state = _next(state, kind, word)
    return state


@lru_cache(maxsize=8192)
def without_months(words: Words) -> Words:
    """Return words without months: behind a figure they only say when (1所9月启用)."""
    return tuple((kind, word) for kind, word in words if kind is not Say.PAST or "月" not in word)


def speaks_of_past(earlier: str) -> bool:
    """Tell whether a clause is nothing but a past time, so that the next ones are about it."""
    return _PAST_CLAUSE.search(earlier) is not None


def plain(words: str) -> str:
    """Return a text with a blank for each word that says how far the work is."""
    return _WORD.sub(" ", words)


def only_stage(words: str, aim: str) -> bool:
    """Tell whether words are about a stage of the work (设计, 招标) that is no target itself."""
    return not all(map(aim.__contains__, _stages_in(words)))


@lru_cache(maxsize=8192)
def _stages_in(words: str) -> tuple[str, ...]:
    return tuple(_STAGE.findall(words))


def without_stages(words: str) -> str:
    """Return a text with a blank for each word of a stage of the work."""
    return _STAGE.sub(" ", words)


def goes_on(rest: str) -> str:
    """Return a clause if it goes on about what was named before it, "" if not.

    It has no subject of its own: 已全部完成 and 正在调试, not 主体已封顶.
    """
    match = _FOLLOWING.match(rest)
    return rest if _WORD.match(rest, match.end() if match else 0) else ""


def says_all(words: str) -> bool:
    """Tell whether a clause speaks of all that was named before it: 已, 均, 全部."""
    return _SAYS_ALL.search(words) is not None


def later_part(text: str, start: int, end: int) -> int:
    """Return where a part of a text turns to what comes next (下一步); its end if nowhere."""
    match = _LATER.search(text, start, end)
    return match.start() if match else end


def turns_later(text: str) -> bool:
    """Tell whether any part of a text turns to what comes next."""
    return _LATER.search(text) is not None


def _aimed_at(kind: Say, word: str, aim: str) -> Say:
    if kind is Say.STARTED:
        return Say.DONE if any(start in word and start in aim for start in BEGINNINGS) else kind
    return Say.WORKED if word in aim and len(word) > 1 else kind


def _next(state: Say | None, kind: Say, word: str) -> Say | None:
    """Return what a text says with one more word."""
    if state is Say.LEFT or kind is Say.TOTAL:
        return state
    if kind in _FIRM:
        return kind
    if state is Say.PAST and not word.startswith(_UP_TO_NOW):
        return state
    if kind is Say.ALREADY:
        if state is Say.PLANNED and word == THIS_YEAR:
            return state
        return state if state in (Say.DONE, Say.EXISTING) else kind
    if state is Say.PLANNED:
        return state
    if kind is Say.WORKED:
        return Say.DONE if state is Say.ALREADY else state or kind
    if kind is Say.NEEDED:
        return state if state is Say.DONE else kind
    return kind
