"""The summary of problems (存在问题汇总): how many, whose, which first; all of them in the annex."""

from toolkit.model.assessment import Pace
from toolkit.model.bulletin import BulletinItem, ProgressBulletin
from toolkit.model.word_table import WordTable
from toolkit.stages.bulletin import title_words
from toolkit.stages.bulletin_frame import (
    as_of_words,
    frame_fields,
    period_words,
    phrase_words,
    plain_day,
)
from toolkit.stages.bulletin_lists import PROBLEM_SHEET, entry, listing, responsible
from toolkit.text.percent import percent
from toolkit.text.prose import name_text

ANNEX = "问题表"
"""The field that stands for the annexed table."""

_COLUMNS = (
    ("序号", 5),
    ("事项", 22),
    ("责任单位", 14),
    ("状态", 9),
    ("存在问题", 30),
    ("下步计划", 26),
)
_CENTRED = frozenset((0, 2, 3))


def problems_context(bulletin: ProgressBulletin) -> dict[str, object]:
    """Return the fields of the template problems.docx."""
    urgent = urgent_problems(bulletin)
    return {
        **frame_fields(bulletin, title_words(bulletin, "存在问题汇总", verb="")),
        "导语": _preamble(bulletin),
        "问题概况": _overview(bulletin),
        "存在问题": listing(bulletin.problems, PROBLEM_SHEET, bulletin.year),
        "重点问题": listing(urgent, "附件", bulletin.year),
        "重点问题概况": _urgent_note(bulletin, urgent),
        "事项数": bulletin.items,
        "答复时限": plain_day(bulletin.answer_by, bulletin.year),
        "附件名称": f"{name_text(bulletin.place)}{period_words(bulletin)}"
        f"{phrase_words(bulletin)}存在问题汇总表",
    }


def problems_table(bulletin: ProgressBulletin) -> WordTable:
    """Return all items with a problem as the annex lists them, in the list's order.

    Each unit finds itself there, not only the one that leads: all are asked for measures.
    """
    fields = [entry(item, bulletin.year) for item in bulletin.problems]
    for each in fields:
        each["单位"] = "、".join(filter(None, (str(each["单位"]), str(each["共同单位"]))))
    names = ("名称", "单位", "状态", "问题", "计划")
    return WordTable(
        titles=tuple(title for title, _ in _COLUMNS),
        widths=tuple(float(width) for _, width in _COLUMNS),
        rows=tuple(
            (str(number), *(str(item[name]) for name in names))
            for number, item in enumerate(fields, 1)
        ),
        centred=_CENTRED,
    )


def urgent_problems(bulletin: ProgressBulletin) -> tuple[BulletinItem, ...]:
    """Return the problems of items that lag or are overdue: these hold up the year's aims."""
    late = {item.code for item in (*bulletin.behind, *bulletin.overdue)}
    return tuple(i for i in bulletin.problems if i.code in late or i.pace is Pace.BEHIND)


def _preamble(bulletin: ProgressBulletin) -> str:
    whole = f"{name_text(bulletin.place)}{period_words(bulletin)}{phrase_words(bulletin)}"
    return f"现将各单位反映的{whole}存在问题汇总如下。"


def _overview(bulletin: ProgressBulletin) -> str:
    count = len(bulletin.problems)
    began = as_of_words(bulletin)
    if not bulletin.items:
        return f"{began}没有列入统计的事项。"
    if not count:
        return f"{began}列入统计的{bulletin.items}项{'均' if bulletin.items > 1 else ''}未反映存在问题。"
    if count == bulletin.items:
        both = "均" if count > 1 else ""
        return f"{began}列入统计的{count}项{both}反映存在问题，{responsible(bulletin.problems)}。"
    share = f"，占{percent(count, bulletin.items)}" if count < bulletin.items else ""
    return (
        f"{began}列入统计的{bulletin.items}项中，反映存在问题的{count}项{share}，"
        f"{responsible(bulletin.problems)}。"
    )


def _urgent_note(bulletin: ProgressBulletin, urgent: tuple[BulletinItem, ...]) -> str:
    if not urgent:
        return "具体问题见附件。" if bulletin.problems else ""
    count, whole = len(urgent), len(bulletin.problems)
    if count == whole:
        return f"以上事项{'均' if whole > 1 else ''}进展滞后，问题要优先解决。"
    return f"其中{count}项进展滞后，问题要优先解决；其余{whole - count}项的问题见附件。"
