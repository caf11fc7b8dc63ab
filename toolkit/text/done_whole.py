"""Words that say of a whole target that it is done, with no figure: 全部完成, 此项工作已完成."""

import re
from collections.abc import Sequence

from toolkit.text.done_passage import Passage
from toolkit.text.done_subjects import Aim, likeness, names_in
from toolkit.text.done_words import Say, only_stage, words_of

_FIRMLY = r"(?:按期|如期|按时|提前|圆满|顺利|整体|高质量)*"
_ENDED = (
    r"(?:(?:建设|改造|施工|安装|更换)?完成|完工|竣工|建成|投入使用|投入运营|投用|启用|办结|完毕"
    r"|交付使用|交付|通过验收|验收合格|开放)"
    r"(?:并?(?:全部|均)?(?:投入使用|投用|通过验收|验收|交付使用|对外开放|开放))*"
    r"(?:(?:建设|改造|施工|安装|年度|目标)*(?:任务|目标|工作|建设|改造|施工|安装|验收))?"
)
_ALL = re.compile(
    rf"(?:全部|全面|均已|都已|已经?全部|已均)(?:已经?)?{_FIRMLY}{_ENDED}(?=[，,。；;！!\n)]|$)"
)
_THIS = re.compile(
    rf"(?:[此该本](?:项|个)?(?:工作|项目|任务|工程|事项|目标)?|目标任务"
    rf"|年度任务)(?:目前)?(?:已经?|现已|均已|全部)+{_FIRMLY}{_ENDED}"
    r"(?=[，,。；;！!\n)]|$)"
)
_SINGLE = re.compile(rf"已经?{_FIRMLY}{_ENDED}(?=[，,。；;！!\n)]|$)")
_UNITS = re.compile(r"[。；;！!\n]")
_OPEN = frozenset((Say.PLANNED, Say.LEFT, Say.GOING, Say.STARTED))
_SUBJECT = 0.5
_MARGIN = 0.15
_DECLARED = re.compile(
    r"[^，,。；;！!\n]*(?:完成|完工|竣工|办结|完结|建成|投用|投入使用|交付|验收"
    r"|100%)[^，,。；;！!\n]*"
)


def find_whole(
    text: Passage, aims: Sequence[Aim], place: int, number: float
) -> tuple[int, int] | None:
    """Return where a text says that all of a target is done; None where it does not.

    Args:
        text: The progress text.
        aims: The words of the item's targets.
        place: Which of them it is about.
        number: The target's number; of a single thing 已建成 says it all.
    """
    spans = list(zip(text.starts, text.ends, strict=True))
    numbered = len(spans) > 1
    for start, end in spans[1:] or spans:
        for first, last in [(start, end)] if numbered else _sentences(text.text, start, end):
            span = _declared(text.text, first, last, aims, place, number)
            if span:
                return span
    return None


def declaration(text: Passage) -> tuple[int, int] | None:
    """Return the first clause of a text that is finished as a whole that says so."""
    match = _DECLARED.search(text.text)
    return match.span() if match else None


def _sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    marks = [match.start() for match in _UNITS.finditer(text, start, end)]
    return list(zip([start, *(mark + 1 for mark in marks)], [*marks, end], strict=True))


def _declared(
    text: str, start: int, end: int, aims: Sequence[Aim], place: int, number: float
) -> tuple[int, int] | None:
    match = _ALL.search(text, start, end) or _THIS.search(text, start, end)
    if not match and number < 2:
        match = _SINGLE.search(text, start, end)
    if not match:
        return None
    left = max(text.rfind(sign, start, match.start()) for sign in "，,。；;：:\n") + 1
    left = max(left, start)
    if any(kind in _OPEN for kind, _ in words_of(text[start:end])):
        return None
    clause = text[left : match.end()]
    aim = aims[place]
    named = likeness(clause, aim)
    if only_stage(clause, aim.words) or (named is not None and named < _SUBJECT):
        return None
    about = clause if named is not None else text[start:left]
    return (left, match.end()) if _is_about(about, aims, place) else None


def _is_about(words: str, aims: Sequence[Aim], place: int) -> bool:
    """Tell whether words name one target and no other as well."""
    if not names_in(words).strip():
        return False
    fits = [likeness(_first_named(words), aim) or 0.0 for aim in aims]
    rivals = [fit for number, fit in enumerate(fits) if number != place]
    return fits[place] >= _SUBJECT and all(fit < fits[place] - _MARGIN for fit in rivals)


def _first_named(words: str) -> str:
    """Return the first clause of words that names something."""
    clauses = re.split(r"[，,：:。；;]", words)
    return next((clause for clause in clauses if names_in(clause).strip()), "")
