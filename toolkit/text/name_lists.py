"""Lists of names whose length is not the number that is said: 建成2所，分别为甲园、乙园、丙园.

Only what is plainly a list of names of what was counted: of one kind, parted by 、 and nothing else,
and led to by 分别为, or right behind the number where the names end as the counted thing does.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from toolkit.text.amounts import Amount, find_amounts
from toolkit.text.measures import counts_things
from toolkit.text.role_words import DOING
from toolkit.text.searching import searched


@dataclass(frozen=True, slots=True)
class ListFault:
    """A number and a list of names of another length.

    Attributes:
        amount: What the text says that there are.
        names: What it names.
        start: Where the amount begins in the text.
        end: Where the list ends.
        twice: The name that is in the list twice, which makes it shorter than it looks.
    """

    amount: Amount
    names: tuple[str, ...]
    start: int
    end: int
    twice: str = ""


_LEAD = searched(
    r"(?P<each>(?:分别|依次|具体|名单)(?:[为是]|如下)[：:]?|它们是"
    r"|即(?=[一-龥]{2,12}[^将可便使]、)[：:]?)"
    r"|[：:（(]"
)
_BEHIND_LIST = re.compile(
    r"、[一-龥]{1,11}[路街巷道线河湖桥站园院校所馆场区村镇乡厦楼店苑庄里居厅湾厂局圃屯堂库渠沟段心学司目]"
    r"[共这]?(?P<number>\d{1,2}|[两三四五六七八九十])[个处座所家条间栋片]"
)
_ETC = re.compile(
    r"、[一-龥]{2,12}等(?P<number>\d{1,2}"
    r"|[两三四五六七八九])[个处座所家条间栋片](?=[一-龥，,。；;]|$)"
)
_ROW = re.compile(r"[^，,。；;：:（()）！!？?\n、]+(?:、[^，,。；;：:（()）！!？?\n、]+){2,}")
_MIDDLE_OF_ROW = re.compile(r"、[^，,。；;：:（()）！!？?\n、]+、")
_ROW_MARKS = "，,。；;：:（()）！!？?\n"
_BEFORE_A_NAME = re.compile(rf"^.*(?:分别[为是]|包括|其中|[为在对将])|^(?:已|{DOING})+")
_FEWEST_IN_A_ROW = 3
_SHORTEST = 3
_NOUN_BEHIND = re.compile(r"[一-龥]{1,5}?(?=[，,。；;]|已|均|全|正|完|建|改|开|$)")
_CLAUSE_MARKS = "，,。；;：:（(！!？?\n"
_DOING = re.compile(r"[^，。]{0,12}(?:涉及|位于|包括|属于|服务|惠及|途经|连接|其中|在)")
_CLOSING = re.compile(r"[)）]")
_LIST_END = re.compile(r"[，,。；;！!？?\n]")
_SENTENCE_ENDS = "。！？!?\n；;"
_BRACKET = re.compile(r"[（(][^（()）]*[)）]")
_BESIDE = re.compile(
    r"(?P<noun>[一-龥]{0,10})(?:[，,（(](?:占|完成)?[^，,。；;（(]{0,8}?\d+(?:\.\d+)?[%％][)）]?)?"
)
_NEAR = re.compile(r"[^。；;！!？?\n]{0,30}")
_JOINED = re.compile(r"[和与及]|以及")
_KIND = re.compile(
    r"(?:[路街巷道线河湖桥站园院校所馆场区村镇乡厦楼店苑庄里居厅湾厂局圃屯堂库渠沟段舍室房寓塘坝闸城]"
    r"|中心|大学|中学|小学|公司|社区|工程|项目)$"
)
_NO_NAME = re.compile(r"已|正在|完成|完工|开工|建成|在建|均|的|其中|共|约|[，,。；;：:]")
_TAIL = re.compile(r"(?:已|正在|均|全部|完成|完工|开工|建成|在建|投用|通过|等).*$")
_GENERAL = re.compile(r"(?:机构|场所|项目|点位|单位|设施|工程|地点|站点)$")
_ROADS = re.compile(r"[路街巷道线河渠]$")
_SCHOOLS = re.compile(r"[校园院学]$")
_LONGEST_NAME = 24
_FEWEST, _MOST = 2, 40
_SHARE = 2 / 3


def list_faults(text: str, things: Sequence[tuple[str, str]] = ()) -> tuple[ListFault, ...]:
    """Return the lists of names of a text that are longer or shorter than it says.

    Args:
        text: Any text of a return.
        things: What the item counts, each with its measure, for numbers that name nothing
            (已开工8处).
    """
    if "、" not in text:
        return ()
    found: list[ListFault | None] = [_twice(row) for row in _rows(text)]
    found += [_fault(text, lead, things) for lead in _LEAD.finditer(text)]
    found += [
        _summed_up(text, amount)
        for match in _BEHIND_LIST.finditer(text)
        for amount in find_amounts(text, match.start("number"), match.end())
    ]
    found += [
        _too_many(text, amount)
        for match in (_ETC.finditer(text) if "等" in text else ())
        for amount in find_amounts(text, match.start("number"), match.end())
    ]
    return tuple(fault for fault in found if fault)


def _rows(text: str) -> Iterator[re.Match[str]]:
    """Yield the rows of three names or more; most texts have none, which is quickly seen."""
    end = 0
    while middle := _MIDDLE_OF_ROW.search(text, end):
        start = max(text.rfind(sign, end, middle.start()) + 1 for sign in _ROW_MARKS)
        row = _ROW.search(text, max(start, end))
        if row is None:
            return
        yield row
        end = row.end()


def _twice(row: re.Match[str]) -> ListFault | None:
    """Return the fault of a row of names in which one stands twice: 甲园、乙园、甲园."""
    start, end = row.span()
    *first, last = row[0].split("、")
    names = (_BEFORE_A_NAME.sub("", first[0]), *first[1:], _TAIL.sub("", last))
    if len(set(names)) == len(names) or len(names) < _FEWEST_IN_A_ROW:
        return None
    twice = [name for name, times in Counter(names).items() if times > 1]
    if len(twice) != 1 or len(twice[0]) < _SHORTEST or not _KIND.search(twice[0]):
        return None
    if any(not name or len(name) > _LONGEST_NAME or _NO_NAME.search(name) for name in names):
        return None
    if any(map(find_amounts, names)) or not all(map(_KIND.search, names)):
        return None
    amount = Amount(
        float(len(set(names))), "", exact=True, grain=0.0, text="", start=start, end=end
    )
    return ListFault(amount, names, start, end, twice[0])


def _too_many(text: str, amount: Amount) -> ListFault | None:
    """Return the fault of a list that is longer than the number behind it: 甲园、乙园、丙园等2处."""
    if text.count("、", 0, amount.start) + 1 < amount.number:
        return None  # as nearly all are: not so many names stand before it
    start = max(text.rfind(sign, 0, amount.start) for sign in _CLAUSE_MARKS) + 1
    names = _names(text[start : amount.start].rstrip("共这").removesuffix("等"))
    noun = _NOUN_BEHIND.match(text, amount.end)
    if names is None or not amount.exact or len(names) <= amount.number:
        return None
    if not all(map(_KIND.search, names)) or _DOING.match(names[0]):
        return None
    if len({name[-1] for name in names}) > 1 or (
        noun and ("的" in noun[0] or noun[0][-1] != names[0][-1])
    ):
        return None
    return ListFault(amount, names, start, amount.end)


def _summed_up(text: str, amount: Amount) -> ListFault | None:
    """Return the fault of a list that its number follows: 和平小区、幸福小区、阳光小区4个小区."""
    start = max(text.rfind(sign, 0, amount.start) for sign in _CLAUSE_MARKS) + 1
    noun = _NOUN_BEHIND.match(text, amount.end)
    words = text[start : amount.start].rstrip("共这")
    if not (noun and amount.exact) or "、" not in words:
        return None
    names = _names(words)
    if names is None or _lengths(names, amount.number) or not all(map(_KIND.search, names)):
        return None
    if len({name[-1] for name in (*names, noun[0])}) > 1 or _DOING.match(names[0]):
        return None
    return ListFault(amount, names, start, amount.end)


def _fault(text: str, lead: re.Match[str], things: Sequence[tuple[str, str]]) -> ListFault | None:
    end = _end(text, lead)
    names = _names(text[lead.end() : end])
    if names is None or _goes_on(text, end):
        return None
    begin = max(map(text[: lead.start()].rfind, _SENTENCE_ENDS)) + 1
    amounts = [a for a in find_amounts(text, begin, lead.start()) if counts_things(a.unit)]
    if not amounts or any(_lengths(names, amount.number) for amount in amounts):
        return None
    amount = amounts[-1]
    if not amount.exact or not _leads_on(text, amount, lead, names, things):
        return None
    return ListFault(amount, names, amount.start, end)


def _end(text: str, lead: re.Match[str]) -> int:
    """Return where the list ends that begins behind a lead."""
    pattern = _CLOSING if lead[0][0] in "（(" else _LIST_END
    match = pattern.search(text, lead.end())
    return match.start() if match else len(text)


def _goes_on(text: str, end: int) -> bool:
    """Tell whether the clause behind a list is a list as well: 分别是甲路、乙路，丙街、丁街."""
    following = _LIST_END.search(text, end + 1)
    stop = following.start() if following else len(text)
    return (
        text[end : end + 1] in ("，", ",", "；", ";") and _names(text[end + 1 : stop]) is not None
    )


def _names(words: str) -> tuple[str, ...] | None:
    """Return the names of a list, None where it is no plain list of names of one kind."""
    if "等" in words or "、" not in words:
        return None
    bare = _BRACKET.sub("", words)
    *first, last = bare.split("、")
    names = (*first, _TAIL.sub("", last))
    if not _FEWEST <= len(names) <= _MOST:
        return None
    if any(not name or len(name) > _LONGEST_NAME or _NO_NAME.search(name) for name in names):
        return None
    if any(map(find_amounts, names)):
        return None
    joined = _JOINED.split(names[-1])
    if len(joined) == _FEWEST and all(map(_KIND.search, joined)):
        names = (*names[:-1], *joined)
    kinds = sum(_KIND.search(name) is not None for name in names)
    return names if kinds >= _SHARE * len(names) else None


def _lengths(names: tuple[str, ...], number: float) -> bool:
    """Tell whether a list has so many names, however 甲路和乙路 is counted."""
    joints = sum(_JOINED.search(name, 1) is not None for name in names)
    return len(names) <= number <= len(names) + joints


def _leads_on(
    text: str,
    amount: Amount,
    lead: re.Match[str],
    names: tuple[str, ...],
    things: Sequence[tuple[str, str]],
) -> bool:
    """Tell whether the names are those of what the amount counts."""
    if lead["each"]:
        return _NEAR.fullmatch(text, amount.end, lead.start()) is not None
    beside = _BESIDE.fullmatch(text, amount.end, lead.start())
    if beside is None:
        return False
    nouns = [beside["noun"]] if beside["noun"] else _before(text, amount)
    nouns += [thing for thing, measure in things if measure == amount.unit]
    return any(_of_kind(noun, amount.unit, names) for noun in nouns if noun)


def _before(text: str, amount: Amount) -> list[str]:
    """Return the words right in front of an amount: 打通道路 of 打通道路4条."""
    match = re.search(r"[一-龥]{1,12}$", text[max(0, amount.start - 12) : amount.start])
    return [match[0]] if match else []


def _of_kind(noun: str, unit: str, names: tuple[str, ...]) -> bool:
    """Tell whether most names end as the noun does, or as its measure makes one expect."""
    ending, count = Counter(name[-1] for name in names).most_common(1)[0]
    if unit == "条" and all(map(_ROADS.search, names)):
        return True
    if unit == "所" and all(map(_SCHOOLS.search, names)):
        return True
    alike = count >= _SHARE * len(names)
    return alike and (noun[-1] == ending or _GENERAL.search(noun) is not None)
