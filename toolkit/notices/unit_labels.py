"""Units, persons and deadlines that stand in running text after a label.

(责任部门:甲、乙), 主办单位:甲, 牵头单位：甲；配合单位：乙, （甲牵头，乙配合） and a bare （甲、乙） at the end.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from toolkit.text.column_titles import UNIT_TRAITS, Trait, trait_of
from toolkit.text.flow import without_gaps
from toolkit.text.units import looks_like_unit, split_units

_WORDS = (
    "(?:区|县|市|省)?(?:级|直)?(?:第一|主要|联合)?(?:牵头|主办|主责|承办|主管|实施|责任|负责|落实|协办|配合|协同|协作"
    "|参与|参加|项目|建设|完成|办理){1,3}(?:责任)?(?:单位|部门|主体|科室|处室)"
)
_OTHERS = "(?:区|县|市|省)?(?:牵头|分管|责任|包保|挂钩)领导|责任人|责任领导|完成时限|完成时间|完成期限|办结时限|时间要求"
_LABEL = re.compile(rf"(?P<title>{_WORDS}|{_OTHERS})\s*[:：]\s*")
_BEFORE = re.compile(r"(?:^|[。；;！!？?，,、）)\]】〕\s【〔（(])$")
_OPEN = dict(zip("（(〔[【", "）)〕]】", strict=True))
_NOTE = re.compile(
    r"[。].*|[（(][^（）()]*(下同|列第一|为牵头|排名|不分先后)[^（）()]*[）)]", re.DOTALL
)
_PROSE = re.compile(
    r"由?(?P<lead>.+?)(?P<how>牵头|负责|承办|主办)(?:组织)?(?:实施|落实|办理|推进)?"
    r"(?:[，,；;、。](?:由)?(?P<assist>.+?)(?:等)?(?:配合|协办|参与|协助|协同|按职责分工负责"
    r"|分工负责))?[。]?"
)
_LAST_BRACKET = re.compile(
    r"[（(【〔\[](?P<inner>[^（(【〔\[]*(?:[（(][^（()）]*[）)][^（()）]*)*)[）)】〕\]][。；;]?\s*$"
)
_SURE_UNIT = re.compile(
    r".*(局|委|办|厅|部|中心|街道|镇|乡|公司|集团|院|联合会|残联|妇联|大队|支队|政府|管委会"
    r"|办公室|分局|工会)$"
)


@dataclass(frozen=True, slots=True)
class Labelled:
    """A label and what stands after it.

    Attributes:
        title: As written: 责任部门.
        text: The names, without the note that may follow them.
        note: That note, "" for none.
    """

    title: str
    trait: Trait
    text: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Parted:
    """A text without its labels, and the labels in their order."""

    rest: str
    labels: tuple[Labelled, ...]

    @property
    def names_units(self) -> bool:
        """Whether one of the labels names units."""
        return any(label.trait in UNIT_TRAITS for label in self.labels)


@lru_cache(maxsize=4096)
def part(text: str, *, bare: bool = False) -> Parted:
    """Take the labels out of a paragraph.

    Args:
        text: The paragraph.
        bare: Whether a closing bracket full of unit names counts without a label too.
    """
    labels: list[Labelled] = []
    rest = _without_brackets(text, labels)
    rest = _without_lines(rest, labels)
    if not labels:
        rest = _without_prose(rest, labels, bare)
    return Parted(rest.strip(), tuple(labels))


def labels_in(texts: Iterable[str]) -> tuple[Labelled, ...]:
    """Return the labels of several paragraphs."""
    return tuple(label for text in texts for label in part(text).labels)


def starts_with_label(text: str) -> bool:
    """Tell whether a line begins with a label such as 协办单位:."""
    return bool(_LABEL.match(text.lstrip("（(〔[【")))


def _without_brackets(text: str, labels: list[Labelled]) -> str:
    """Cut every bracket that begins with a label."""
    rest, place = "", 0
    while place < len(text):
        if text[place] in _OPEN and _LABEL.match(text, place + 1):
            end = _closing(text, place)
            labels += _labelled(text[place + 1 : end])
            place = end + 1
            continue
        rest += text[place]
        place += 1
    return rest


def _closing(text: str, start: int) -> int:
    """Return where the bracket that opens at `start` closes; the text's end when it does not."""
    depth = 0
    for place in range(start, len(text)):
        depth += text[place] in _OPEN
        depth -= text[place] in _OPEN.values()
        if depth == 0:
            return place
    return len(text)


def _without_lines(text: str, labels: list[Labelled]) -> str:
    """Cut labels that stand at the start of a line or after a sentence."""
    starts = [m for m in _LABEL.finditer(text) if _BEFORE.search(text[: m.start()][-1:])]
    if not starts:
        return text
    labels += _labelled(text[starts[0].start() :])
    return text[: starts[0].start()]


def _labelled(text: str) -> Iterator[Labelled]:
    """Yield the labels of a text that begins with one."""
    found: list[re.Match[str]] = []
    for match in _LABEL.finditer(text):
        if not found or _may_follow(text, found[-1].end(), match.start()):
            found.append(match)
    for match, following in zip(found, [*found[1:], None], strict=True):
        value = text[match.end() : following.start() if following else len(text)]
        note = "".join(m[0] for m in _NOTE.finditer(value))
        trait = trait_of(match["title"])
        if trait is not None:
            names = _NOTE.sub("", value).strip(" \t\u3000，,；;、。")
            yield Labelled(match["title"], trait, names, note.strip(" 。"))


def _may_follow(text: str, value: int, start: int) -> bool:
    """Tell whether a label can begin at `start`: after a mark, or right after a whole name."""
    names = split_units(text[value:start])
    return bool(_BEFORE.search(text[:start][-1:])) or (
        bool(names) and all(map(looks_like_unit, names))
    )


def _without_prose(text: str, labels: list[Labelled], bare: bool) -> str:
    """Cut a closing bracket that says 甲牵头，乙配合, or only names units."""
    match = _LAST_BRACKET.search(text)
    if not match:
        return text
    inner = without_gaps(match["inner"])
    found = list(_prose(inner)) or (list(_bare(inner)) if bare else [])
    if not found:
        return text
    labels += found
    return text[: match.start()]


def _prose(inner: str) -> Iterator[Labelled]:
    match = _PROSE.fullmatch(inner)
    if not match or not all(map(looks_like_unit, split_units(match["lead"]))):
        return
    title = "责任单位" if match["how"] == "负责" else f"{match['how']}单位"
    trait = Trait.RESPONSIBLE if match["how"] == "负责" else Trait.LEAD
    yield Labelled(title, trait, match["lead"])
    if match["assist"]:
        yield Labelled("配合单位", Trait.ASSIST, match["assist"])


def _bare(inner: str) -> Iterator[Labelled]:
    if is_unit_list(inner):
        yield Labelled("责任单位", Trait.RESPONSIBLE, inner)


def is_unit_list(text: str) -> bool:
    """Tell whether a text is nothing but names of units."""
    names = split_units(text)
    return bool(names) and all(_SURE_UNIT.fullmatch(name) for name in names)


def ends_with_units(text: str) -> bool:
    """Tell whether a paragraph ends with a bracket full of unit names without a label."""
    match = _LAST_BRACKET.search(text)
    return bool(match) and is_unit_list(match["inner"] if match else "")
