"""The numbered answers inside one cell: 1、…；2、…, (1)…(2)…, ①…②…, 一是…；二是….

A number is a mark only where a sentence or a line begins; weaker places (behind a comma, before a
digit) count only when the number carries on a list. 10.5公里, 1、2号楼 and 一、二、三级 are no marks.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from toolkit.text.marks import ListMark, Mark, Place, begins_line, list_marks, may_be_list


class NumberingFault(StrEnum):
    """What is wrong with the numbers of a list."""

    SKIPPED = "缺号"
    DOUBLED = "重号"
    BACKWARDS = "倒序"
    MIXED = "编号样式混用"


@dataclass(frozen=True, slots=True)
class Answer:
    """One numbered answer of a cell.

    Attributes:
        mark: The style of its number.
        number: The number.
        level: 0 for the outer list, 1 for a list inside one of its answers, and so on.
        text: Its words without the number, up to the next number of any level.
        start: Where its number begins in the cell.
        end: Behind its last word.
    """

    mark: Mark
    number: int
    level: int
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class MisNumbering:
    """A number that does not follow from the one before it.

    Attributes:
        fault: What is wrong.
        text: The mark as written: 3、.
        expected: The number that was to come; with mixed styles that of
            the mark before it.
        start: Where the mark begins in the cell.
        end: Where it ends.
    """

    fault: NumberingFault
    text: str
    expected: str
    start: int
    end: int


class _Placed(NamedTuple):
    """A mark that counts, its level, and the mark that it follows on that level."""

    candidate: ListMark
    level: int
    former: ListMark | None


_ALSO_INLINE = (Mark.CIRCLED, Mark.BRACKETED, Mark.SPOKEN)
_FARTHEST_JUMP = 4
"""A number that is farther from the one before it belongs to something else."""


def sub_answers(text: str) -> tuple[Answer, ...]:
    """Return the numbered answers of a cell in their order, () for a cell without any.

    What stands before the first number (正常推进。) belongs to none of them.
    """
    placed = _placed(text, list_marks(text))
    ends = (*(item.candidate.start for item in placed[1:]), len(text))
    return tuple(_answer(text, item, end) for item, end in zip(placed, ends, strict=False))


def numbering_faults(text: str) -> tuple[MisNumbering, ...]:
    """Return where the numbers of a cell's answers are skipped, doubled or of another style.

    A list that begins again at one is a new list; a single number is no list.
    """
    if not may_be_list(text):
        return ()
    marks = list_marks(text)
    if _in_order(marks):
        return ()
    placed = _placed(text, marks)
    if len(placed) < 2:
        return ()
    return tuple(fault for item in placed if (fault := _fault(text, item)))


def _in_order(marks: Sequence[ListMark]) -> bool:
    """Tell whether marks are one list from one on, in one style, as nearly all are."""
    return all(
        mark.strong and mark.number == number and mark.mark is marks[0].mark
        for number, mark in enumerate(marks, 1)
    )


def _answer(text: str, item: _Placed, end: int) -> Answer:
    mark = item.candidate
    words = text[mark.end : end]
    return Answer(
        mark.mark,
        mark.number,
        item.level,
        words.strip(),
        mark.start,
        mark.end + len(words.rstrip()),
    )


def _fault(text: str, item: _Placed) -> MisNumbering | None:
    mark, former = item.candidate, item.former
    follows = 1 if former is None else former.number + 1
    if mark.number == follows and (former is None or mark.mark is former.mark):
        return None
    written = text[mark.start : mark.end]
    if former is None:
        return MisNumbering(NumberingFault.SKIPPED, written, "1", mark.start, mark.end)
    if mark.mark is not former.mark:
        style = former.mark.value
        return MisNumbering(NumberingFault.MIXED, written, style, mark.start, mark.end)
    if mark.number == former.number:
        fault = NumberingFault.DOUBLED
    else:
        fault = NumberingFault.SKIPPED if mark.number > follows else NumberingFault.BACKWARDS
    return MisNumbering(fault, written, str(follows), mark.start, mark.end)


def _placed(text: str, marks: Iterable[ListMark]) -> tuple[_Placed, ...]:
    """Return the marks that count, each with its level."""
    stack: list[ListMark] = []
    placed: list[_Placed] = []
    for candidate in marks:
        level = _level(stack, candidate)
        if level is None:
            continue
        former = stack[level] if level < len(stack) else None
        if former and _begins_anew(text, former, candidate):
            former = None
        del stack[level:]
        stack.append(candidate)
        placed.append(_Placed(candidate, level, former))
    kept = tuple(_without_strays(placed))
    return kept if len(kept) > 1 or _is_lone(text, kept) else ()


def _without_strays(placed: list[_Placed]) -> Iterator[_Placed]:
    """Yield the marks without those in mid-sentence that nothing carries on."""
    carried = {id(item.former) for item in placed if item.former}
    for item in placed:
        mark = item.candidate
        if mark.place is Place.SENTENCE or item.former or id(mark) in carried:
            yield item


def _is_lone(text: str, placed: tuple[_Placed, ...]) -> bool:
    """Tell whether a single mark is one: it begins the cell or a line."""
    if not placed:
        return False
    mark = placed[0].candidate
    return mark.strong and begins_line(text, mark.start) and mark.mark is not Mark.SPOKEN


def _level(stack: list[ListMark], candidate: ListMark) -> int | None:
    """Return the level on which a mark belongs, None when it is no mark."""
    for level in range(len(stack) - 1, -1, -1):
        former = stack[level]
        if former.mark is candidate.mark:
            step = candidate.number - former.number
            plain = candidate.strong or candidate.mark is Mark.CIRCLED
            if step == 1 or (plain and (candidate.number == 1 or _near(step))):
                return level
            return None
    if candidate.number == 1:
        inline = candidate.mark in _ALSO_INLINE
        return len(stack) if candidate.strong or inline else None
    if not candidate.strong:
        return None
    for level in range(len(stack) - 1, -1, -1):
        if candidate.number == stack[level].number + 1:
            return level
    return None if stack or candidate.number > _FARTHEST_JUMP else 0


def _near(step: int) -> bool:
    return -_FARTHEST_JUMP < step <= _FARTHEST_JUMP


def _begins_anew(text: str, former: ListMark, candidate: ListMark) -> bool:
    """Tell whether a list begins again at one, under a heading or after two answers."""
    if candidate.number != 1:
        return False
    between = text[former.end : candidate.start].rstrip()
    return former.number > 1 or between.endswith(("：", ":", "】"))
