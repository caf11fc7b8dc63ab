"""What a bulletin says of units: who has finished what, and who has reported."""

from collections.abc import Sequence

from toolkit.model.bulletin import ProgressBulletin
from toolkit.stages.bulletin_lists import COUNT_SHEET, RETURN_SHEET, by_unit, enumeration, unclear
from toolkit.text.prose import name_text


def completion_fields(bulletin: ProgressBulletin) -> dict[str, object]:
    """Return the fields on which units have finished all their items and which have not.

    The units with most left to do come first.
    """
    done, left = by_unit(bulletin.finished), by_unit(bulletin.unfinished)
    unnamed = done.pop("", 0) + left.pop("", 0)
    finished = [unit for unit in done if unit not in left]
    unfinished = [_share(unit, count, done[unit] + count) for unit, count in left.most_common()]
    told = _completion(finished, unfinished)
    nobody = f"{'另有' if told else ''}{unnamed}项未明确责任单位。" if unnamed else ""
    return {
        "单位完成情况": told + nobody + (_caution(bulletin) if left else ""),
        "全部完成单位": finished,
        "未全部完成单位": unfinished,
    }


def _share(unit: str, left: int, whole: int) -> str:
    if left < whole:
        return f"{unit}（承担{whole}项，未完成{left}项）"
    return f"{unit}（承担{whole}项，{'均' if whole > 1 else ''}未完成）"


def _completion(finished: Sequence[str], unfinished: Sequence[str]) -> str:
    whole = len(finished) + len(unfinished)
    if not whole:
        return ""
    groups = (
        ("已完成全部事项", enumeration(finished, "、", COUNT_SHEET), len(finished)),
        ("有未完成事项", enumeration(unfinished, "、", COUNT_SHEET), len(unfinished)),
    )
    for name, units, count in groups:
        if count == whole:
            counted, both = (f"共{whole}个", "均") if whole > 1 else ("1个", "")
            return f"责任单位{counted}，{both}{name}：{units}。"
    told = "；".join(f"{count}个{name}：{units}" for name, units, count in groups)
    return f"责任单位共{whole}个，其中{told}。"


def _caution(bulletin: ProgressBulletin) -> str:
    names = "、".join(unclear(bulletin.unfinished, bulletin))
    return f"{names}的事项，暂按未完成统计。" if names else ""


def return_fields(bulletin: ProgressBulletin) -> dict[str, object]:
    """Return the fields on who has reported, and how."""
    late = [
        f"{name_text(entry.unit)}，逾期{_working_days(entry.working_days)}"
        for entry in bulletin.late
    ]
    missing = [name_text(unit) for unit in bulletin.missing]
    to_correct = [name_text(unit) for unit in bulletin.to_correct]
    parts = (
        _return_counts(bulletin),
        _late_list(bulletin, late),
        _unit_list("未报送的单位", missing, "、"),
        _unit_list("报送内容需要更正的单位", to_correct, "、"),
    )
    return {
        "报送情况": "".join(parts),
        "应报送数": _expected(bulletin),
        "按时报送单位": [name_text(unit) for unit in bulletin.on_time],
        "逾期报送单位": late,
        "未报送单位": missing,
        "需更正单位": to_correct,
    }


def _expected(bulletin: ProgressBulletin) -> int:
    return len(bulletin.on_time) + len(bulletin.late) + len(bulletin.missing)


def _working_days(days: int) -> str:
    return f"{days}个工作日" if days > 0 else "不足1个工作日"


def _return_counts(bulletin: ProgressBulletin) -> str:
    expected = _expected(bulletin)
    if not expected:
        return "本期没有需要报送的单位。"
    counts = (
        ("按时报送", len(bulletin.on_time)),
        ("逾期报送", len(bulletin.late)),
        ("未报送", len(bulletin.missing)),
    )
    only = [name for name, count in counts if count == expected]
    if only:
        done = only[0] if only[0] == "未报送" else f"已{only[0]}"
        return f"应报送单位{expected}个，{'均' if expected > 1 else ''}{done}。"
    told = "，".join(f"{name}{count}个" for name, count in counts if count)
    return f"应报送单位{expected}个，其中{told}。"


def _late_list(bulletin: ProgressBulletin, late: Sequence[str]) -> str:
    """Return who was late; what is the same of all is said once."""
    days = {entry.working_days for entry in bulletin.late}
    if len(days) > 1 or len(late) == 1 or not late:
        return _unit_list("逾期报送的单位", late, "；")
    names = [name_text(entry.unit) for entry in bulletin.late]
    told = enumeration(names, "、", RETURN_SHEET)
    return f"逾期报送的单位：{told}，均逾期{_working_days(days.pop())}。"


def _unit_list(heading: str, units: Sequence[str], mark: str) -> str:
    return f"{heading}：{enumeration(units, mark, RETURN_SHEET)}。" if units else ""
