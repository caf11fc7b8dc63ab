"""The supervision note (督办单): one item that lags or is overdue, why, and what is asked by when."""

from toolkit.model.assessment import Pace
from toolkit.model.bulletin import BulletinItem, ProgressBulletin
from toolkit.stages.bulletin_frame import (
    as_of_words,
    day_in,
    frame_fields,
    phrase_words,
    plain_day,
)
from toolkit.stages.bulletin_lists import entry, label, pace_words, unclear
from toolkit.text.prose import name_text


def supervised(bulletin: ProgressBulletin) -> tuple[BulletinItem, ...]:
    """Return the items to supervise: overdue, told to lag, or behind the calendar."""
    late = {item.code for item in (*bulletin.behind, *bulletin.overdue)}
    return tuple(i for i in bulletin.unfinished if i.code in late or i.pace is Pace.BEHIND)


def supervision_context(bulletin: ProgressBulletin, item: BulletinItem) -> dict[str, object]:
    """Return the fields of the template supervision.docx."""
    first = f"{name_text(bulletin.place)}{bulletin.year}年"
    units = "、".join(map(name_text, filter(None, (item.lead, *item.others))))
    return {
        **frame_fields(bulletin, (first, phrase_words(bulletin), "督办单")),
        "主送": name_text(item.lead) or "各有关单位",
        "责任单位": units or "未明确",
        "项": entry(item, bulletin.year),
        "督办原因": _reason(bulletin, item),
        "答复时限": plain_day(bulletin.answer_by, bulletin.year),
        "事项时限": day_in(item.due or bulletin.finish_by, bulletin.year),
        "已逾期": item in bulletin.overdue,
        "事项名称": label(item),
    }


def _reason(bulletin: ProgressBulletin, item: BulletinItem) -> str:
    """Return why the item is supervised, each reason once."""
    due = day_in(item.due or bulletin.finish_by, bulletin.year)
    words = pace_words(item)
    as_of = as_of_words(bulletin).rstrip("，")
    slow_by_pace = item.pace is Pace.BEHIND
    reasons = (
        f"完成时限为{due}，{as_of}{_state(bulletin, item)}" if item in bulletin.overdue else "",
        f"责任单位报送的状态为“{name_text(item.status)}”" if item in bulletin.behind else "",
        f"累计完成{words['完成进度']}，{words['时序对照']}" if slow_by_pace else "",
    )
    return "；".join(filter(None, reasons)) + "。"


def _state(bulletin: ProgressBulletin, item: BulletinItem) -> str:
    """Say how far an overdue item is; of one that nobody reports on, that it only counts so."""
    (unknown, *_) = (*unclear([item], bulletin), "")
    return f"{unknown}，暂按未完成统计" if unknown else "尚未完成"
