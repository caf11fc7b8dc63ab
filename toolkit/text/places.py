"""Another district, county or city in the place of the one that reports: 为济宁经开区22.5万居民投保.

Only a name that stands for the whole counts: that of whose people, families, schools or buses the
text tells. Places to which somebody went, or with which something is done, do not.
"""

import re

from toolkit.text.phrases import Phrase

_NO_NAME_BEFORE = (
    "小社地片园校景厂辖牧学街郊灾病疫营分库矿农我全各两本该几一二三四五六七八九十个等外他邻县市区"
)
"""Before 区 or 县 they make no name of a place; most texts have no other 区 than 小区 and 社区."""

_WHOLE = re.compile(
    rf"[区县](?<![{_NO_NAME_BEFORE}].)(?:的)?"
    r"(?=(?:全体|常住|户籍|参保|所有|全域|范围内|境内|辖区内?)"
    r"|(?:[约近]?\d[\d.]*万?余?(?:[名户人个条所家处辆位]))?(?:城乡)?"
    r"(?:贫困|困难|低保|特困|失能|高龄|独居)*(?:居民|群众|市民|家庭|老年人|残疾人|儿童|妇女"
    r"|中小学|学生|学校|公交|常住人口|社区|村(?!委)|企业|机构|门店)"
    r"|(?<=[一-龥]{2}[区县])全[区县]|[约近]?\d[\d.]*万(?:余)?(?:[名户人]|居民|户))"
)
_NAME = re.compile(
    r"(?:^"
    r"|[\W\d为对在向给由是到使让及盖全])(?P<name>[一-龥]{1,5}(?:经济技术开发|高新技术产业开发"
    r"|高新|经开|开发|新)?[区县市])$"
)
_NO_NAME = re.compile(
    r"[前后底旬月日年内]|[一-龥]{2}城区$"
    r"|(?:[主老新市县]城|中心城|示范|功能|保护|风景|旅游|住宅|生活|居民|工业|保税|建成|商业|服务"
    r"|重点|试点|部分|其他|有关|所属|周边)[区县]$"
    r"|(?:城|超|菜|集|夜|股|门|[我全各本该省外他地]|都|闹|上|入|罢|收|楼|农贸|小|早)市$"
)
_OWN = re.compile(r"(?P<place>[一-龥]{2,10}?(?P<kind>[区县市]))(?!区|县|市)")
_LEADS = re.compile(r"^(?:已?[为对在向给由到使让将把]|惠及|覆盖|组织)(?=[一-龥]{3})")
_ZONE = re.compile(
    r"(?P<name>[经高](?:(?<=^.)|(?<=[。；;，,：:\n由我].)|(?<=(?:举办|承办|召开|开展|打造|建成).))"
    r"(?:(?<=经)(?:开区|济技术开发区)|(?<=高)新(?:区|技术产业开发区)))"
    r"(?=第[\d一二三四五六七八九十]+[届次]"
    r"|首届|[^，。；]{0,6}(?:举办|开展|组织|完成|累计|已|共))"
)
"""A zone without its city's name stands for the one that reports.

The pattern begins with the name's first character, so that the search skips to it.
"""

_WE = re.compile(r"(?<!自)我(?P<kind>[区县])(?![内外]其他)")

_LONGEST = 12
_FEWEST = 3


def own_kind(names: str) -> str:
    """Return which sort of place reports, 区 (also 县) or 市; "" where its name does not say."""
    first = names[: _LONGEST + 2]
    kinds = [match["kind"] for match in _OWN.finditer(first)]
    if not kinds:
        return ""
    return "市" if kinds[-1] == "市" and not re.search(r"区|县", first) else "区"


def other_zone(text: str, own: str, known: str) -> Phrase | None:
    """Return the zone of another sort that a zone's report puts for itself: 经开区 for 高新区.

    Args:
        text: A progress, problem or plan.
        own: The names of the place that reports; only one that is such a zone can be mistaken.
        known: All that the programme and the item's earlier reports say.
    """
    if "高新" not in own and "经开" not in own and "经济技术" not in own:
        return None
    for match in _ZONE.finditer(text):
        if match["name"][:2] not in own and match["name"] not in known:
            return Phrase(match["name"], *match.span("name"))
    return None


def other_we(text: str, kind: str, unit: str) -> Phrase | None:
    """Return 我县, 我区 in a report of a city's own office; a district's office may say so."""
    if kind != "市" or "我" not in text or re.search(r"[区县]|镇|街道", unit):
        return None
    match = _WE.search(text)
    return Phrase(match[0], *match.span()) if match else None


def other_place(text: str, kind: str, known: str) -> Phrase | None:
    """Return the first name of another place that a text puts for the one that reports.

    Args:
        text: A progress, problem or plan.
        kind: What `own_kind` says of the place that reports.
        known: All that the programme and the item's earlier reports say: names in it are fine.
    """
    if kind != "区":
        return None  # a city has cities, counties and districts of its own
    for match in _WHOLE.finditer(text):
        end = match.start() + 1
        before = text[max(0, end - _LONGEST) : end]
        found = _NAME.search(before)
        if found is None:
            continue
        name = _LEADS.sub("", found["name"])
        if found["name"].startswith("其中"):
            continue  # a part of the place that reports
        if len(name) < _FEWEST or _NO_NAME.search(name) or _is_known(name, known):
            continue
        return Phrase(name, end - len(name), end)
    return None


def _is_known(name: str, known: str) -> bool:
    """Tell whether a name, or the end of it that is a name by itself, is known."""
    return any(name[place:] in known for place in range(len(name) - _FEWEST + 1))
