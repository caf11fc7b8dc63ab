"""Measure words (计量单位) of official texts, as regular expressions.

A word that also begins other words says after `!` what must not follow it: 台 is a measure, 台账
is not. One that only counts before some words says so after `=`.
"""

import re

from toolkit.text.patterns import any_of


def _words(*lines: str) -> tuple[str, ...]:
    return tuple(word for line in lines for word in line.split())


_TIMES = _words("个工作日 工作日 个月 小时 分钟 秒 天 周!岁 星期 刻钟")
_AGES = _words("周岁 岁")
_LENGTHS = _words("公里 千米 延米 km KM Km 米")
_AMOUNTS = _words(
    "平方公里 平方千米 平方米 平米 ㎡ m² m³ 立方米 立方!面 公顷 亩",
    "万千瓦 兆瓦 兆瓦时 千瓦 千瓦时 千伏安 蒸吨 吨 公斤 千克 微克 毫克 升!级 美元 元 个百分点"
    " 百分点 % 学时 课时",
)
_COUNTS = _words(
    "人次 人份 人天 人!民才防脸员大 名!录单义称牌师校 位!于置 户次 户!籍外型均 户家 家!庭长政电园 所!有需属",
    "处!理置级长 座!谈椅 个!月 学位 床位 泊位 车位 托位 座位 席位 铺位 床 条!件例款码龙 项 件"
    " 场次 场!地所馆景",
    "次!数性日月年要 班次 车次 航班 批次 期!工间末货开项建 张 台套 台次 台!账湾风阶 套 辆次 辆"
    " 艘 架!构 盏",
    "根!本据 棵 株 口!袋径腔岸号 间!接距隔 栋 幢 部!门分委队件 段 片!区 块 支!持部付行出撑"
    " 组!织 册 份!额",
    "本!科市区县年级地 门!诊类店口 班!级子主组长 节!能日水约目 眼!镜科 篇 首!次 堂 轮!椅胎 趟"
    " 例!如 剂次 剂 针!对 宗",
    "起!来到 笔 枚 孔 箱 桶 袋 盒 只!要有 头 类!型 种!植子 扇 樘 杆 幅!度 对=夫妇|夫妻",
)
_COUNTED_IN_WORDS = frozenset(
    _words(
        "所 家 处 座 个 条 间 栋 幢 台 套 辆 名 场 场次 户 次 张 项 人 人次 口 盏 公里 平方米 亩 元"
        " 位"
    )
)


def _pattern(words: tuple[str, ...]) -> str:
    return f"(?:{any_of(dict(map(_condition, words)))})"


def _condition(note: str) -> tuple[str, str]:
    """Return a measure with what has to hold behind it."""
    word, _, others = note.partition("!")
    word, _, needed = word.partition("=")
    return word, f"(?![{others}])" if others else f"(?={needed})" if needed else ""


_WITH_VARIANT = r"(?:\((?:间|次|套|段|个|处|点|座|户|家|人|名|台|条|栋)\))?"

UNIT = _pattern(_TIMES + _AGES + _LENGTHS + _AMOUNTS + _COUNTS) + _WITH_VARIANT
"""Any measure word, with a variant in brackets: 套(间), 人(次)."""

_SHARE = (
    r"(?:[十百千]?[百千万]?人|户|名|生|位|间|家|座|处|床|次|亩|吨|平方米|立方米|院|校|村|镇|乡"
    r"|园|班|站|所"
    r"|季度|半年|学期|学年|周|月|年|天|日)"
)
PER_AFTER = rf"(?:(?:每|/){_SHARE}(?:(?:每|/|·){_SHARE})?)"
"""What a rate is per, after its measure: 元每人每月, 元/人·年."""

_PER_BEFORE = re.compile(rf"((?:每{_SHARE})+)[^，。；、,;每]{{0,8}}$")
PER_BEFORE = rf"(?:每{_SHARE})+"
"""What a rate is per, in front of its number: 每人每年."""

_BRACKETS = str.maketrans("()", "（）")
_PARTS = re.compile(_SHARE)
_OUTPUT_RATE = re.compile(
    r"(?<![今全明去每当节本次\d])(日|年)(?:均)?(?:处理|处置|供水|供气|供热|转运|清运|消纳|接待"
    r"|产|发电)"
    r"(?:规模|能力|量)?(?:为|约|达到?)?$"
)
_COUNTED = re.compile(_pattern(_COUNTS))


def not_longer(unit: str) -> str:
    """Return a pattern of what must not follow a measure lest it be another word: 人次, 人民."""
    notes = [word.partition("!") for word in _TIMES + _AGES + _LENGTHS + _AMOUNTS + _COUNTS]
    longer = [name[len(unit) :] for name, _, _ in notes if name != unit and name.startswith(unit)]
    others = next((list(others) for name, _, others in notes if name == unit), [])
    ends = "|".join(map(re.escape, sorted({*longer, *others})))
    return f"(?!{ends})" if ends else ""


def is_length(unit: str) -> bool:
    """Tell whether a measure is one of length."""
    return unit in _LENGTHS


def is_time(unit: str) -> bool:
    """Tell whether a measure is one of time."""
    return any(unit == word.partition("!")[0] for word in _TIMES)


def is_age(unit: str) -> bool:
    """Tell whether a measure counts years of age."""
    return unit in _AGES


def counts_things(unit: str) -> bool:
    """Tell whether a measure counts whole things, so that fractions of it make no sense."""
    return _COUNTED.match(unit) is not None


def counts_in_words(unit: str) -> bool:
    """Tell whether a measure is common after a Chinese numeral that means a number (三所)."""
    return unit in _COUNTED_IN_WORDS


def per_unit(unit: str, before: str, after: str) -> str:
    """Return the whole measure of a rate: 元/人·月, 次/年, 吨/日.

    Args:
        unit: The measure itself.
        before: The clause up to the number: 按照每人每年.
        after: What `PER_AFTER` matched: 每人每月, /月.
    """
    shares = _PER_BEFORE.search(before)
    parts = _PARTS.findall(shares[1]) if shares else []
    parts += _PARTS.findall(after)
    output = _OUTPUT_RATE.search(before)
    if output:
        parts.append(output[1])
    whole = unit.translate(_BRACKETS)
    return f"{whole}/{'·'.join(dict.fromkeys(parts))}" if parts else whole
