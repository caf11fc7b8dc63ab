"""What a figure counts: the thing named behind it, or in front of it."""

import re

from toolkit.text.figures import Comparator, Figure, clause_end, clause_start
from toolkit.text.measures import PER_BEFORE
from toolkit.text.searching import searched
from toolkit.text.verbs import before_doing, starts_with_thing, without_leading_doing

_TRAILING = searched(
    r"(?:每[人户名生位间家座处床次月年天日周]|分别|再|各|各自|均|(?<!公)共|总计|合计|累计|提高"
    r"|提升|增长|增加|扩大|数量"
    r"|不变|实现|达到|做到|新增|完工|完成|建成|实行|予以|给予|进行|以及|(?<![行作])为"
    r"|(?<![现存所内])在"
    r"|[于将、和及与的“(等])+$"
)
_BASE = re.compile(
    r"(?:由|从)[^，。；]*\d[^，。；]*$|在[^，。；]*基础上$|^.*按照|^.*按(?![照摩压时期需])"
    r"|(?<=.)达到.*$"
)
_OPENING = re.compile(rf"^(?:[、和及与的等”)]|以及|其中|由|(?:[对为按])?{PER_BEFORE})+")
_CONNECTED = re.compile(r"(?:、|和|及|与|以及|并|配套|,|，)+$")
_LINKED = re.compile(r"(?:、|和|及|与|以及|并)$")
_EACH = re.compile(r"每|人均|户均|年均|平均")
_MARKS = re.compile(r"(?:[-•·*、和及与的]|\(\d{1,2}\)|\([一二三四五六七八九十]{1,3}\)|[①-⑳])*")
_LINE_MARKS = re.compile(
    r"[-•·*]*(?:\d{1,2}[.、](?:(?!\d)|(?=\d{1,2}月))|[一二三四五六七八九十]{1,3}、"
    r"|第[一二三四五六七八九十]+[件项][:：]?)?"
)
_STANDARD = searched(r"的?(?:补助|补贴|收费|缴费|资助|救助)?标准(?![化厂间])[，,]?")
_TAIL = re.compile(r"(?:购买|缴纳|投保|发放|给予|进行)(.+)$")
_NOT_A_THING = tuple("，,。；;：:、)）”!！?？\n和及与/")
_EDGES = "、，,：:的 "
_SCHEMES = ("计划", "行动", "方案", "措施", "办法")


def subject_of(text: str, figure: Figure, floor: int, following: int) -> str:
    """Return what a figure counts, "" when its own clause does not say.

    Args:
        text: A flat text.
        figure: One of its targets.
        floor: Where the target before it ends.
        following: Where the target after it begins.
    """
    if _STANDARD.match(text, figure.end):
        return _subject_of_standard(text, figure)
    if is_followed_by_subject(text, figure):
        words = after_figure(text, figure, following)
        return _tidy(before_doing(words.removeprefix("的")).removesuffix("建设")) if words else ""
    subject = _named_before(text, figure.start, floor)
    begin = clause_start(text, figure.digits)
    alone = begin > floor and not text[begin : figure.start].endswith("、")
    if subject or figure.comparator is not Comparator.FULL or not alone:
        return subject
    former = _named_before(text, begin - 1, floor)
    return "" if former.endswith(_SCHEMES) else former


def is_followed_by_subject(text: str, figure: Figure) -> bool:
    """Tell whether the thing counted stands behind the figure: 3所中小学."""
    rest = text[figure.end : clause_end(text, figure.end)]
    if figure.comparator is Comparator.FULL and text[figure.start : figure.end] != "所有":
        return False
    if not rest or rest.startswith(_NOT_A_THING):
        return False
    return starts_with_thing(rest.removeprefix("的"))


def leads_to_subject(text: str, figure: Figure) -> bool:
    """Tell whether what is counted comes later: 3所中小学, 每户8元的标准，给居民购买保险."""
    standard = _STANDARD.match(text, figure.end) is not None
    return standard or is_followed_by_subject(text, figure)


def after_figure(text: str, figure: Figure, following: int) -> str:
    """Return the words behind a figure that belong to it."""
    end = clause_end(text, figure.end)
    words = text[figure.end : min(end, following)]
    return words if following >= end else _CONNECTED.sub("", words[: _cut(words)])


def own_end(text: str, figure: Figure, following: int) -> int:
    """Return where the words of a figure end, so that those of the next one begin."""
    end = clause_end(text, figure.end)
    words = text[figure.end : end]
    if words.count("(") > words.count(")"):
        end = figure.end + words.rfind("(")
    return end if following >= end else figure.end + (_cut(text[figure.end : following]) or 0)


def after_marks(text: str, start: int) -> int:
    """Return where the words of a clause begin behind list markers and links."""
    line = start == 0 or text[start - 1] == "\n"
    marks = _LINE_MARKS.match(text, start) if line else None
    marks = _MARKS.match(text, marks.end() if marks else start)
    return marks.end() if marks else start


def _cut(words: str) -> int | None:
    """Return where the words between two figures of a clause part; None when nothing tells."""
    if words.count("(") > words.count(")"):
        return words.rfind("(")
    if words.startswith(tuple("、和及与")):
        return None
    linked = _LINKED.search(words)
    if linked:
        return linked.start()
    each = _EACH.search(words, 1)
    if each:
        return each.start()
    cut = words.rfind("、") if "、" in words else max(words.rfind(link) for link in "和及与")
    done = len(before_doing(words))
    return cut if cut > 0 else done if done < len(words) else None


def _named_before(text: str, end: int, floor: int) -> str:
    start = max(floor, clause_start(text, end))
    if text[start:end].endswith("、"):
        return ""
    words = text[min(after_marks(text, start), end) : end]
    words = _BASE.sub("", _trim(_OPENING.sub("", words)))
    return _tidy(without_leading_doing(_trim(words)))


def _subject_of_standard(text: str, figure: Figure) -> str:
    """Of 按照每人8元的标准，给居民购买保险 it is the insurance."""
    standard = _STANDARD.match(text, figure.end)
    place = standard.end() if standard else figure.end
    clause = text[place : clause_end(text, place)]
    bought = _TAIL.search(clause)
    return (bought[1] if bought else clause).strip(_EDGES) or "标准"


def _trim(words: str) -> str:
    return _TRAILING.sub("", words)


def _tidy(words: str) -> str:
    return _trim(words).strip(_EDGES)
