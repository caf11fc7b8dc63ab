"""The reminder (催报通知) to units without a usable return: who, what is lacking, by when."""

from toolkit.model.bulletin import OutstandingUnit, ProgressBulletin
from toolkit.stages.bulletin_frame import frame_fields, period_words, phrase_words, plain_day
from toolkit.stages.bulletin_lists import LISTED, RETURN_SHEET, enumeration
from toolkit.text.prose import clause, name_text


def reminder_context(bulletin: ProgressBulletin) -> dict[str, object]:
    """Return the fields of the template reminder.docx."""
    silent = tuple(unit for unit in bulletin.outstanding if not unit.refused)
    refused = tuple(unit for unit in bulletin.outstanding if unit.refused)
    names = [name_text(unit.unit) for unit in bulletin.outstanding]
    several = len(names) > 1
    return {
        **frame_fields(bulletin, _title(bulletin)),
        "主送": "、".join(names) if 0 < len(names) <= LISTED else "各有关单位",
        "催报情况": _standing(bulletin, silent, refused),
        "催报要求": _request(bulletin, silent, refused),
        "称谓": "你们单位" if several else "你单位",
        "未报送单位": [name_text(unit.unit) for unit in silent],
        "重新报送单位": [name_text(unit.unit) for unit in refused],
        "应报送数": _expected(bulletin),
        "未报送数": len(names),
        "原定时限": plain_day(bulletin.due, bulletin.year),
        "催报时限": plain_day(bulletin.remind_by, bulletin.year),
        "已过时限": _is_late(bulletin),
    }


def _title(bulletin: ProgressBulletin) -> tuple[str, ...]:
    first = f"关于催报{name_text(bulletin.place)}"
    return first, period_words(bulletin), phrase_words(bulletin), "进展情况的通知"


def _expected(bulletin: ProgressBulletin) -> int:
    return len(bulletin.on_time) + len(bulletin.late) + len(bulletin.outstanding)


def _is_late(bulletin: ProgressBulletin) -> bool:
    return any(unit.working_days for unit in bulletin.outstanding)


def _standing(
    bulletin: ProgressBulletin,
    silent: tuple[OutstandingUnit, ...],
    refused: tuple[OutstandingUnit, ...],
) -> str:
    due = plain_day(bulletin.due, bulletin.year)
    what = f"{name_text(bulletin.place)}{period_words(bulletin)}{phrase_words(bulletin)}进展情况"
    asked = f"{what}应于{due}前报送。" if due else f"{what}正在汇总。"
    expected, left = _expected(bulletin), len(bulletin.outstanding)
    if not left:
        return f"{asked}应报送单位{expected}个，{'均' if expected > 1 else ''}已报送。"
    if len(silent) == expected:
        told = (
            f"均未报送{_enumerated(silent, '已')}"
            if expected > 1
            else f"尚未报送{_enumerated(silent)}"
        )
    else:
        parts = (
            _listed("尚未报送", silent),
            _listed("已报送但文件不能采用、需要重新报送", refused),
        )
        told = "；".join(filter(None, parts))
    return f"{asked}截至{name_text(bulletin.issued)}，应报送单位{expected}个，{told}。"


def _listed(what: str, units: tuple[OutstandingUnit, ...]) -> str:
    return f"{what}的{len(units)}个{_enumerated(units)}" if units else ""


def _enumerated(units: tuple[OutstandingUnit, ...], already: str = "均已") -> str:
    """Return what follows the count: the units, how late they are said once where it is one.

    Args:
        already: How to say once that all of them are late.
    """
    days = {unit.working_days for unit in units}
    common = len(units) > 1 and len(days) == 1
    late = f"，{already}{_late(units[0])}" if common and units[0].working_days else ""
    named = [_named(unit, "" if common else _late(unit)) for unit in units]
    return f"{late}：{enumeration(named, '、', RETURN_SHEET)}"


def _late(unit: OutstandingUnit) -> str:
    return f"逾期{unit.working_days}个工作日" if unit.working_days else ""


def _named(unit: OutstandingUnit, late: str) -> str:
    told = (f"承担填报{unit.items}项" if unit.items else "", late, clause(unit.refused))
    inside = "，".join(filter(None, told))
    return f"{name_text(unit.unit)}（{inside}）" if inside else name_text(unit.unit)


def _request(
    bulletin: ProgressBulletin,
    silent: tuple[OutstandingUnit, ...],
    refused: tuple[OutstandingUnit, ...],
) -> str:
    by = plain_day(bulletin.remind_by, bulletin.year)
    before = f"于{by}前" if by else "尽快"
    if not silent and not refused:
        return ""
    if not refused:
        return f"请抓紧核实进展，{before}报送。"
    if not silent:
        return f"请重新填写下发的表格，{before}报送。"
    return f"请尚未报送的单位抓紧核实进展、需要重新报送的单位重新填写下发的表格，均{before}报送。"
