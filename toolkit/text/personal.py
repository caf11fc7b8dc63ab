"""A named person with what is nobody's business: age, address, illness, disability, hardship.

A name is two to four characters that begin with a surname; 王某某 and 张大爷 name nobody. Figures of
groups (老年人（65岁以上）) and institutions are none of this.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from toolkit.text.searching import glance, searched

_SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛"
    "邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂焦向柳邢路岳齐梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄"
)
_GIVEN = r"(?![某大老先女同])[一-龥](?:(?![某们家])[一-龥])?"
_NAME = rf"[{_SURNAMES}]{_GIVEN}"
_PERSON = (
    r"(?:村民|居民|老人|户主|患者|学生|女童|男孩|女孩|游客|群众|贫困户|低保户|残疾人|孤儿|市民"
    r"|业主|职工|儿童|家长|产妇|孕妇)"
)
_BEFORE = (
    r"(?:(?<=[号组村区道镇乡户者：:，。；、为是给的对])|(?<=^)"
    r"|(?<=村民|居民|老人|户主|患者|学生|女童|男孩|女孩|游客|群众|市民|业主|儿童|家长|产妇|孕妇"
    r"|孤儿)"
    r"|(?<=贫困户|低保户|残疾人)|(?<=患者|患儿|产妇|病人|儿童))"
)
_OFFICIAL = re.compile(
    r"(?:书记|主任|局长|院长|校长|经理|负责人|队长|医生|教师|专家|委员|代表|联系人)$"
)
_NO_NAME = re.compile(
    r"^(?:高龄|高质|常住|安[居全置]|康复|高[中血危]|成年|温[馨暖]|方便|金婚|万[人户])"
    r"|.?(?:[人户众童员民者区县市省街镇乡村庄园站所院校厂店桥路河山湖级等类项金款床位年月日]"
    r"|家庭|对象|血压|龄津|中心|工程|项目|服务|标准)$"
)

_BORN_IN = r"(?:年\d{1,2})?(?:月\d{1,2})?[年月日]出?生"
_SEX = "性别"
"""Nothing private where no more is told."""
_PLACE = "住址"

_KINDS = (
    ("年龄", re.compile(r"(?<![\d至到及—–~-])\d{1,3}周?岁(?!以[上下]|[及至到—–~-]|[（(]含)")),
    (
        "出生年月",
        re.compile(rf"(?:19|20)\d\d{_BORN_IN}(?![产活态长效源])|生于(?:19|20)\d\d年"),
    ),
    (
        "检查结果",
        re.compile(r"(?:提示|确诊|检出|查出|诊断为?)[^，。；]{0,12}(?:风险|阳性|异常|癌|瘤|症|病)"),
    ),
    (_SEX, re.compile(r"(?:^|[，,、；])[男女](?:性)?(?:$|[，,、；])")),
    (
        "病情",
        re.compile(
            r"患有?[^，。；]{1,12}|[^，。；、]{1,8}病史"
            r"|(?:癌|尿毒症|白血病|精神病|精神分裂|中风|偏瘫|瘫痪|艾滋)"
        ),
    ),
    (
        "残疾",
        re.compile(
            r"[一二三四1-4]级残疾|残疾[一二三四1-4]级|(?:肢体|智力|视力|听力|精神|重度)残疾|残疾证"
        ),
    ),
    (
        _PLACE,
        re.compile(r"(?:家住|住址|现住|住在)[^，。；]{2,}|\d+号楼\d+单元|\d+单元\d+"),
    ),
    (_PLACE, re.compile(r"(?:^|(?<=[，,、；]))住(?!院|房|宅|户)[^，。；]{2,}")),
    ("电话", re.compile(r"(?:手机|电话|联系方式)[号码为：:]*1[3-9]\d")),
    ("身份证号", re.compile(r"身份证")),
)
_HARDSHIP = re.compile(
    r"(?:^|[，,、；])(?:城市|农村|享受)?(?:低保|特困|五保|孤儿|失独|单亲|离异|独居|刑满释放"
    r"|戒毒|脱贫户|低保户|特困户)(?:人员|对象|家庭)?(?:$|[，,、；])"
)
_BRACKETED = searched(
    rf"{_BEFORE}(?P<name>{_NAME})(?:家|家庭|一家"
    rf"|(?<=[一-龥]{3})老人)?[（(](?P<said>[^（）()]{{1,60}})[）)]"
)
_TOLD = re.compile(
    rf"(?P<who>{_PERSON})(?P<name>{_NAME})(?:[，,、](?:男|女))?[，,、]?(?:现年"
    rf"|今年)?(?P<said>(?<!\d)\d{{1,3}}周?岁(?!以|及|至)"
    rf"|(?<=[，,])?患有?[^，。；]{{0,8}}(?:病|癌|症)|[，,]?(?:家住|身份证|手机)[^，。；]{{2,}})"
)
_LISTED = searched(
    rf"{_BEFORE}(?P<name>{_NAME})[，,、](?:男|女)[，,、](?P<said>(?:现年|今年)?\d{{1,3}}周?岁"
    rf"|[家现]?住[^，。；]{{2,}}|患[^，。；]{{1,}})"
)
_POOR = searched(
    rf"(?P<said>低保户|贫困户|特困户|特困人员|(?:重度)?残疾人|脱贫户|失独老人"
    rf"|困境儿童)(?P<name>[{_SURNAMES}][一-龥]{{2}})(?=家[中里庭]?|[、，。（(]|等\d)"
)
_AGED = re.compile(
    rf"(?<!\d)(?P<said>\d{{1,3}}周?岁)的?[^，。；\d]{{0,6}}?{_PERSON}(?P<name>{_NAME})(?=[，、。（(家说]"
    rf"|在家|突发|因病|患|获得?救|安装|办理|送)"
)


_BORN = searched(
    rf"{_BEFORE}(?P<name>{_NAME})[，,]?(?:[男女][，,])?(?P<said>(?:19|20)\d\d{_BORN_IN}(?![产活态长效源]))"
)
_EXAMINED = re.compile(
    rf"(?P<who>{_PERSON})(?P<name>[{_SURNAMES}][一-龥]{{2}})[，,]?(?:经|在"
    rf"|被)?[^，。；]{{0,8}}?(?P<said>(?:提示|确诊|检出|查出|诊断为?)[^，。；]{{0,12}}(?:风险"
    rf"|阳性|异常|癌|瘤|症|病))"
)
"""Of whom an examination found something; three characters make the name plain."""

_MAY_NAME = glance(
    _POOR,
    re.compile("[（(，,、；]住"),
    *(pattern for kind, pattern in _KINDS if kind not in (_SEX, _PLACE)),
    re.compile("家住|住址|现住|住在|单元"),
)


@dataclass(frozen=True, slots=True)
class Personal:
    """What a text says of a person.

    Attributes:
        masked: The name as a message may show it: its first character.
        kinds: What is told of the person: 年龄, 病情.
    """

    masked: str
    kinds: tuple[str, ...]


def may_name_person(text: str) -> bool:
    """Tell at a glance whether a text may say such things of anybody."""
    return _MAY_NAME.search(text) is not None


def personal_details(text: str) -> tuple[Personal, ...]:
    """Return the persons of whom a text tells what is private, in their order."""
    if not may_name_person(text):
        return ()
    found: dict[int, Personal] = {}
    for match, kinds in _told(text):
        if kinds and _is_private(text, match):
            found.setdefault(match.start("name"), Personal(f"{match['name'][0]}某", kinds))
    return tuple(found[place] for place in sorted(found))


def _told(text: str) -> Iterator[tuple[re.Match[str], tuple[str, ...]]]:
    """Yield each name with what is told of it."""
    for match in _BRACKETED.finditer(text):
        kinds = _kinds(match["said"])
        hard = bool(kinds) and _HARDSHIP.search(match["said"]) is not None
        yield match, () if kinds == (_SEX,) else (*kinds, *(("困难情况",) if hard else ()))
    for pattern in (_TOLD, _LISTED, _AGED, _BORN, _EXAMINED):
        for match in pattern.finditer(text):
            yield match, _kinds(match["said"].lstrip("，,"))
    for match in _POOR.finditer(text):
        yield match, ("困难情况",)


def _kinds(said: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name, pattern in _KINDS if pattern.search(said)))


def _is_private(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start("name") - 4) : match.start("name")]
    return not _OFFICIAL.search(before) and not _NO_NAME.search(match["name"])
