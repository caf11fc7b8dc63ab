"""Marks as GB/T 15834-2011 wants them: an end mark, none doubled, brackets in pairs, one width.

Each function looks for one fault, so that each can be a rule of its own, or none.
"""

import re
from collections.abc import Iterable

from toolkit.text.phrases import Phrase, first_phrase, phrases_of
from toolkit.text.searching import searched

_END_MARKS = "。！？!?…."
_CLOSERS = "”’」』）)》】〕］]}"
_SHORT = 10
"""A cell of fewer characters without any mark (已完工16公里) is an answer, no sentence."""

_INNER_MARK = re.compile("[，。；：、,;:]")
_NOTE_BEHIND = re.compile(r"[。！？!?]\s*[（(][^（()）]*[）)]$")
_OPEN_END = re.compile(
    r"(?:[，、：,:（(“‘《【〔「『]|以及|并且|或者|由于|因为|包括|按照|根据|为了)$"
)
_OPEN_SIGNS = frozenset("，、：,:（(“‘《【〔「『及且者于为括照据了")
"""With what such an end itself ends."""

_UNFINISHED = searched(
    r"(?:(?<![没所国公私现集固特专])有|(?<![实国求总都若凡])是|(?<![作行认以成称])为"
    r"|(?<![存现所实内外潜不])在|将|(?<!不)已"
    r"|(?<![缓饱调人谐中])和|(?<!参)与|(?<![普涉波触危顾可])及|(?<![核比应面校查绝相反配])对"
    r"|(?<![等低高优大小多少属至])于|把|被|[但而]"
    r"|(?<![合归兼吞])并|(?<![方导走意定取倾转])向|(?<![服])从|其中|但是|因此|所以|如果|虽然"
    r"|关于|对于|位于|涉及|达到|正在|分别|主要|共计|预计|同时|进一步|完成了|进行了|其余|剩余"
    r"|目前)$"
)
"""Words behind which a sentence goes on; a short answer may end in one of them."""

_WITHOUT_WHERE = re.compile(
    r"(?:把|将(?!军|来))[^，。；;、！!\n]{2,24}(?:引入|纳入|列入|融入|并入|编入|归入|写入|转为"
    r"|改为|作为|变为|打造成|改造成|建成为|列为|确定为)$"
)
"""把科普讲座引入: into what, or as what, is lost."""

_INTO = frozenset("入为成")
_LONGEST_TAIL = 32
_UNFINISHED_SIGNS = frozenset("有是为在将已和与及对于把被但而并向从中此以果然到别要计时步了余前")
"""With what such words end."""

_DOUBLED = searched(
    r"[，、；：,;:][\s]*[，。、；：,;:]+|。[\s]*[，。、；：,;:]+|。\s*\.(?!\.)|[！!][。，；、]"
    r"|[。，；、][！!]"
)
_MAY_BE_DOUBLED = re.compile(r"[，、；：,;:。！!][\s，。、；：,;:！!.]")
_NOT_DOUBLED = re.compile(r"[,.:;]\s*[,.:;]{2,}|。{3,}|，{3,}")
_GOES_ON = r"(?=[一-龥（“《【]|[^\S\n]*(?:\n|$))"
_HALF_WIDTH = re.compile(
    rf"[,;:?!](?<=[一-龥）”》】].){_GOES_ON}|;(?<=[0-9A-Za-z%％℃㎡²³].){_GOES_ON}"
    r"|\.(?<=[一-龥）”》】].)(?=[一-龥（“《【]|$)"
)
_NARROW_MARK = re.compile(r"[,;:?!.](?![0-9])")
_NARROW_DIGIT = re.compile(r"[0-9]")
_WIDE_DIGIT = re.compile(r"[０-９][０-９]*(?:．[０-９]+)?")

_PAIRS = {
    "（": "）",
    "(": ")",
    "《": "》",
    "【": "】",
    "〔": "〕",
    "“": "”",
    "‘": "’",
    "「": "」",
    "『": "』",
    "[": "]",
}
_SAME = {"(": "（", ")": "）"}
_OPENING = frozenset(_PAIRS)
_CLOSING = {close: _SAME.get(opener, opener) for opener, close in _PAIRS.items()}
_BRACKET = re.compile(f"[{re.escape(''.join((*_PAIRS, *_PAIRS.values())))}]")
_BRACKET_OR_LINE = re.compile(rf"{_BRACKET.pattern[:-1]}\n]")
_ANY_BRACKET = re.compile(r"[（()）《》【】〔〕“”‘’「」『』\[\]]")
_LIST_MARK = re.compile(
    r"(?:^|[\s。；;：:，,、（(])(?:\d{1,2}|[a-zA-Z]|[一二三四五六七八九十]{1,2})$"
)


def missing_end(text: str) -> Phrase | None:
    """Return the last words of a text that ends without an end mark, None when it has one.

    Short answers (无, 已完工16公里) need none; what breaks off in mid-sentence is `cut_off`.
    """
    words = text.rstrip()
    if not words or words[-1] in _END_MARKS or cut_off(words):
        return None
    bare = words.rstrip(_CLOSERS)
    if not bare or (bare != words and bare[-1] in _END_MARKS):
        return None
    if len(words) < _SHORT and not _INNER_MARK.search(words):
        return None
    return None if _NOTE_BEHIND.search(words) else _last_words(words)


def cut_off(text: str) -> Phrase | None:
    """Return the last words of a text that breaks off: behind ， 、 ：, an open bracket, 的家庭有."""
    words = text.rstrip()
    if words[-1:] in _OPEN_SIGNS and _OPEN_END.search(words, max(0, len(words) - 6)):
        return _last_words(words)
    if words[-1:] in _INTO and _WITHOUT_WHERE.search(words, max(0, len(words) - _LONGEST_TAIL)):
        return _last_words(words)
    if words[-1:] not in _UNFINISHED_SIGNS:
        return None
    is_sentence = len(words) > _SHORT or _INNER_MARK.search(words)
    goes_on = is_sentence and _UNFINISHED.search(words, max(0, len(words) - 6))
    return _last_words(words) if goes_on else None


def doubled_marks(text: str) -> tuple[Phrase, ...]:
    """Return where two marks stand that cannot follow each other: 。。 ，。 ；、."""
    if not _MAY_BE_DOUBLED.search(text) or not _DOUBLED.search(text):
        return ()
    dots = [match.span() for match in _NOT_DOUBLED.finditer(text)]
    return tuple(
        phrase
        for phrase in phrases_of(_DOUBLED, text)
        if not any(start <= phrase.start < end for start, end in dots)
    )


def may_mix_widths(text: str) -> bool:
    """Tell at a glance whether a text has any half-width mark or full-width digit at all."""
    return bool(_NARROW_MARK.search(text) or _WIDE_DIGIT.search(text))


def half_width_marks(text: str) -> tuple[Phrase, ...]:
    """Return the half-width marks between Chinese characters, or behind one that ends a line."""
    return phrases_of(_HALF_WIDTH, text) if _NARROW_MARK.search(text) else ()


def mixed_digits(text: str) -> Phrase | None:
    """Return the first full-width number of a text that has half-width ones too."""
    wide = first_phrase(_WIDE_DIGIT, text)
    return wide if wide and _NARROW_DIGIT.search(text) else None


def may_be_unpaired(lines: str) -> bool:
    """Tell at a glance whether any of many lines has a bracket that nothing closes in it."""
    return bool(_unclosed(_BRACKET_OR_LINE.findall(lines)).strip("\n"))


def unpaired(text: str) -> tuple[Phrase, ...]:
    """Return the brackets and quotes that nothing closes or opens, in their order.

    A half- and a full-width round bracket make a pair; the bracket of 1） belongs to a number.
    """
    if not _ANY_BRACKET.search(text) or not _unclosed(_BRACKET.findall(text)):
        return ()
    waiting: list[tuple[str, int]] = []
    wrong: list[int] = []
    for match in _BRACKET.finditer(text):
        sign, place = match[0], match.start()
        if sign in _OPENING:
            waiting.append((_SAME.get(sign, sign), place))
        elif waiting and waiting[-1][0] == _CLOSING[sign]:
            waiting.pop()
        elif any(opener == _CLOSING[sign] for opener, _ in waiting):
            while waiting[-1][0] != _CLOSING[sign]:
                wrong.append(waiting.pop()[1])
            waiting.pop()
        elif not (sign in ")）" and _LIST_MARK.search(text[max(0, place - 4) : place])):
            wrong.append(place)
    wrong.extend(place for _, place in waiting)
    return tuple(Phrase(text[place], place, place + 1) for place in sorted(wrong))


def _unclosed(brackets: Iterable[str]) -> str:
    """Return what is left of a text's brackets without the closed pairs, in most texts nothing."""
    signs = "".join(brackets).replace("(", "（").replace(")", "）")
    former = None
    while signs != former:
        former = signs
        for pair in ("“”", "（）", "《》", "‘’", "【】", "〔〕"):
            signs = signs.replace(pair, "")
    return signs


def _last_words(words: str) -> Phrase:
    start = max(0, len(words) - 10)
    return Phrase(words[start:], start, len(words))
