"""The request to explain what was not finished in time: one a unit, all its late items in it.

淄高新管办字〔2024〕2号, 三: 对未能如期完成的民生实事，由责任主体作出说明。
"""

from collections.abc import Sequence

from toolkit.model.bulletin import BulletinItem, ProgressBulletin
from toolkit.stages.bulletin_frame import (
    as_of_words,
    day_in,
    frame_fields,
    phrase_words,
    plain_day,
)
from toolkit.stages.bulletin_lists import TABLE, counted_as_unfinished, listing
from toolkit.text.prose import name_text, sentence


def unexplained(bulletin: ProgressBulletin) -> dict[str, tuple[BulletinItem, ...]]:
    """Return the overdue items that nobody has explained, by the unit that leads them.

    An item without a unit is nobody's to explain; the bulletin names it.
    """
    by_unit: dict[str, list[BulletinItem]] = {}
    for item in bulletin.overdue:
        if item.lead and not sentence(item.explanation or ""):
            by_unit.setdefault(item.lead, []).append(item)
    return {unit: tuple(items) for unit, items in by_unit.items()}


def explanation_context(
    bulletin: ProgressBulletin, unit: str, items: Sequence[BulletinItem]
) -> dict[str, object]:
    """Return the fields of the template explanation.docx."""
    title = (
        f"关于对{bulletin.year}年",
        phrase_words(bulletin),
        "未能如期完成事项",
        "作出说明的通知",
    )
    return {
        **frame_fields(bulletin, title),
        "主送": name_text(unit),
        "说明事由": _cause(bulletin, items),
        "逾期事项": listing(items, TABLE, bulletin.year),
        "答复时限": plain_day(bulletin.answer_by, bulletin.year),
    }


def _cause(bulletin: ProgressBulletin, items: Sequence[BulletinItem]) -> str:
    days = {day_in(item.due or bulletin.finish_by, bulletin.year) for item in items}
    count = len(items)
    silent = "" if any(item.explanation is None for item in items) else "，也未说明原因"
    due = f"应于{next(iter(days))}前完成的事项中" if len(days) == 1 else "已到完成时限的事项中"
    whole = f"{name_text(bulletin.place)}{bulletin.year}年{phrase_words(bulletin)}"
    told = f"{whole}{due}，{as_of_words(bulletin)}你单位牵头的{count}项未能如期完成{silent}。"
    return told + counted_as_unfinished(items, bulletin)
