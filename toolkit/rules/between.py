"""Family U, items that several units share: do they say the same?"""

from collections.abc import Iterator, Mapping
from itertools import combinations

from toolkit.model.assessment import Achieved
from toolkit.model.finding import Severity
from toolkit.model.form import Form
from toolkit.model.month import Month
from toolkit.model.scheme import Filling, Key
from toolkit.model.submission import Entry
from toolkit.rules.base import Context, Fault, Subject, rule


def _shared(context: Context) -> bool:
    return context.programme.settings.filling is Filling.EACH


def _by_item(month: Month) -> Mapping[str, list[Entry]]:
    """Return the reports on each item on which several units reported."""
    found: dict[str, list[Entry]] = {}
    for submission in month.submissions:
        for entry in submission.entries:
            found.setdefault(entry.item.code, []).append(entry)
    return {code: entries for code, entries in found.items() if len(entries) > 1}


@rule(
    "U502",
    "几个单位的说法不一致",
    Severity.WARNING,
    Subject.MONTH,
    what="分别填报的事项，几个单位报的完成情况和完成数量是否一致。",
    why="同一件事只有一个进度，通报里不能出现两个数。",
    wrong="主办单位报建成 9 处，共同主办单位报建成 12 处。",
    right="两个单位核对后报同一个数。",
    mend="请几个单位核对，以牵头单位核定的为准。",
    forms=(Form.PROGRESS,),
    applies=_shared,
)
def units_disagree(month: Month, context: Context) -> Iterator[Fault]:
    """Units that share an item call it finished and unfinished, or count its target differently."""
    for code, entries in _by_item(month).items():
        for one, other in combinations(entries, 2):
            told = _differing_status(one, other) or _differing_number(one, other, context)
            if told:
                place = other.cell(Key.PROGRESS)
                file, sheet = other.file.stored, other.sheet
                yield Fault(told, unit=other.unit, item=code, file=file, sheet=sheet, cell=place)


def _differing_status(one: Entry, other: Entry) -> str | None:
    finished, open_ = (one, other) if one.status.finished else (other, one)
    if not finished.status.finished or not open_.status.behind:
        return None
    return (
        f"{finished.unit}报{finished.status.name}，{open_.unit}报{open_.status.name}，说法不一致。"
    )


def _differing_number(one: Entry, other: Entry, context: Context) -> str | None:
    pairs = zip(_counted(one, context), _counted(other, context), strict=True)
    for first, second in pairs:
        if first.number is None or second.number is None or not (first.exact and second.exact):
            continue
        if first.number != second.number:
            return (
                f"“{first.target.subject}”{one.unit}报“{first.original}”，"
                f"{other.unit}报“{second.original}”，数量不一致。"
            )
    return None


def _counted(entry: Entry, context: Context) -> tuple[Achieved, ...]:
    return context.assessment(entry).achieved


@rule(
    "U503",
    "事项没有人填报",
    Severity.WARNING,
    Subject.MONTH,
    what="清单里的每个事项是否都有单位填报。",
    why="没有单位填报的事项，表格发不出去，也没有进展。",
    wrong="主办单位一格是“相关街道”，没有一个单位收到这一项。",
    right="写明由哪个单位填报。",
    mend="请在“清单”表写明主办单位，再补发表格。",
    forms=(Form.PROGRESS,),
)
def nobody_fills(month: Month, context: Context) -> Iterator[Fault]:
    """No unit is asked about an item."""
    for item in month.programme.items:
        if not month.programme.fillers[item.code]:
            yield Fault(f"事项 {item.code}“{item.title}”没有主办单位，没有人填报。", item=item.code)


RULES = (units_disagree, nobody_fills)
