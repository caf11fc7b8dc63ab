"""The monthly bulletin (月通报): from figures to the words of its Word template.

The template holds the standing wording; here are the sentences that depend on figures. They hold
for none, one and many. Fields have Chinese names, for offices edit the template in Word.
"""

from collections.abc import Sequence

from toolkit.model.bulletin import BulletinItem, MonthlyBulletin
from toolkit.text.percent import percent
from toolkit.text.prose import clause, name_text, sentence
from toolkit.text.titles import break_title

LISTED = 30
"""How many entries of one list a bulletin names; the consolidated workbook has the others."""

_TABLE = "汇总表"
_PROBLEM_SHEET = "汇总表“问题清单”"
_RETURN_SHEET = "汇总表“报送情况”"
_NOT_GIVEN = "未填报。"


def monthly_context(bulletin: MonthlyBulletin) -> dict[str, object]:
    """Return the fields of the template monthly.docx; templates/word/README.md explains each."""
    return {
        **_frame(bulletin),
        "总体情况": _overview(bulletin),
        "完成率": percent(len(bulletin.finished), bulletin.items) if _countable(bulletin) else "",
        "项目数": bulletin.projects,
        "事项数": bulletin.items,
        "未完成数": sum(len(group) for _, group in _groups(bulletin)[1:]),
        "由文字判断": bulletin.by_text,
        **{name: _named(group, _TABLE) for name, group in _groups(bulletin)},
        **_problems(bulletin),
        **_returns(bulletin),
    }


def inconsistencies(bulletin: MonthlyBulletin) -> tuple[str, ...]:
    """Return in plain Chinese what does not add up; empty when the bulletin may go out."""
    return (*_item_faults(bulletin), *_unit_faults(bulletin))


def _groups(bulletin: MonthlyBulletin) -> tuple[tuple[str, tuple[BulletinItem, ...]], ...]:
    """Return the groups that together hold every item once, the finished ones first."""
    return (
        ("已完成", bulletin.finished),
        ("正常推进", bulletin.ongoing),
        ("进展较慢", bulletin.behind),
        ("未注明进展状态", bulletin.unstated),
        ("未报送", bulletin.unreported),
    )


def _frame(bulletin: MonthlyBulletin) -> dict[str, object]:
    phrase = _phrase(bulletin)
    period = f"{bulletin.year}年{name_text(bulletin.span)}"
    place = name_text(bulletin.place)
    lines = break_title((f"关于{place}", period, phrase, "进展情况的通报"))
    as_of = name_text(bulletin.as_of)
    basis = f"数据截至{as_of}，" if as_of else "数据"
    return {
        "标题": "\n".join(lines),
        "标题全文": "".join(lines),
        "导语": f"现将{place}{period}{phrase}进展情况通报如下。{basis}根据各单位报送情况汇总。",
        "地区": place,
        "年度": bulletin.year,
        "报告期": period,
        "截止时间": as_of,
        "实事名称": phrase,
        "制发机关": name_text(bulletin.authority),
        "署名": name_text(bulletin.signature) or name_text(bulletin.authority),
        "成文日期": name_text(bulletin.issued),
        "下次报送时限": name_text(bulletin.next_deadline).removesuffix("前").removesuffix("之"),
    }


def _phrase(bulletin: MonthlyBulletin) -> str:
    phrase = name_text(bulletin.phrase)
    return phrase if phrase.endswith("项目") else f"{phrase}项目"


def _countable(bulletin: MonthlyBulletin) -> bool:
    """Tell whether the share of the finished items can be given at all."""
    return 0 < bulletin.items >= len(bulletin.finished)


def _overview(bulletin: MonthlyBulletin) -> str:
    whole = f"{name_text(bulletin.place)}{bulletin.year}年"
    if not bulletin.items:
        return f"{whole}没有列入统计的事项。"
    listed = (
        f"{whole}共安排{_phrase(bulletin)}{bulletin.projects}个，涉及事项{bulletin.items}项。"
        if bulletin.projects
        else f"{whole}共安排{_phrase(bulletin).removesuffix('项目')}{bulletin.items}项。"
    )
    as_of = name_text(bulletin.as_of)
    return listed + (f"截至{as_of}，" if as_of else "目前，") + _progress(bulletin)


def _progress(bulletin: MonthlyBulletin) -> str:
    finished = len(bulletin.finished)
    others = [f"{name}{len(group)}项" for name, group in _groups(bulletin)[1:] if group]
    if finished == bulletin.items and not others:
        return f"{'全部事项均' if finished > 1 else '该事项'}已完成，完成率100%。"
    share = f"，完成率{percent(finished, bulletin.items)}" if _countable(bulletin) else ""
    first = f"已完成{finished}项{share}" if finished else "尚无已完成事项"
    return "；".join((first, *others)) + "。"


def _named(items: Sequence[BulletinItem], elsewhere: str) -> dict[str, object]:
    """Return a list for the template: how many, the first `LISTED`, and where the others are."""
    others = len(items) - LISTED
    return {
        "数": len(items),
        "事项": [
            {"序号": f"{number}." if len(items) > 1 else "", **_entry(item)}
            for number, item in enumerate(items[:LISTED], 1)
        ],
        "其余": f"其余{others}项见{elsewhere}。" if others > 0 else "",
    }


def _entry(item: BulletinItem) -> dict[str, str]:
    return {
        "编号": item.code,
        "名称": _label(item),
        "项目": name_text(item.project),
        "事项": name_text(item.name),
        "单位": name_text(item.lead) or "未明确",
        "进展": sentence(item.progress) or _NOT_GIVEN,
        "问题": sentence(item.problem) or _NOT_GIVEN,
        "计划": sentence(item.plan) or _NOT_GIVEN,
    }


def _label(item: BulletinItem) -> str:
    """Return 项目——事项, or one of them where the other is missing or says no more."""
    project, name = name_text(item.project), clause(item.name)
    if not project or name.startswith(project):
        return name or item.code
    return f"{project}——{name}" if name else project


def _problems(bulletin: MonthlyBulletin) -> dict[str, object]:
    """Return all problems, and those that the list of slow items does not tell already."""
    told = {item.code for item in bulletin.behind[:LISTED]}
    others = tuple(item for item in bulletin.problems if item.code not in told)
    repeated = len(bulletin.problems) - len(others)
    if not repeated:
        note = ""
    elif others:
        note = (
            f"反映存在问题的事项共{len(bulletin.problems)}项，其中{repeated}项进展较慢，"
            f"问题已在上文列明；其余{len(others)}项的问题如下。"
        )
    else:
        note = f"反映存在问题的事项共{repeated}项，均进展较慢，问题已在上文列明。"
    return {
        "存在问题": _named(bulletin.problems, _PROBLEM_SHEET),
        "其他问题": _named(others, _PROBLEM_SHEET),
        "问题说明": note,
    }


def _returns(bulletin: MonthlyBulletin) -> dict[str, object]:
    late = [
        f"{name_text(entry.unit)}，逾期{_working_days(entry.working_days)}"
        for entry in bulletin.late
    ]
    missing = [name_text(unit) for unit in bulletin.missing]
    to_correct = [name_text(unit) for unit in bulletin.to_correct]
    parts = (
        _return_counts(bulletin),
        _unit_list("逾期报送的单位", late, "；"),
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


def _expected(bulletin: MonthlyBulletin) -> int:
    return len(bulletin.on_time) + len(bulletin.late) + len(bulletin.missing)


def _working_days(days: int) -> str:
    return f"{days}个工作日" if days > 0 else "不足1个工作日"


def _return_counts(bulletin: MonthlyBulletin) -> str:
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


def _unit_list(heading: str, units: Sequence[str], mark: str) -> str:
    if not units:
        return ""
    others = len(units) - LISTED
    rest = f"（其余{others}个见{_RETURN_SHEET}）" if others > 0 else ""
    return f"{heading}：{mark.join(units[:LISTED])}{rest}。"


def _item_faults(bulletin: MonthlyBulletin) -> list[str]:
    faults = []
    groups = _groups(bulletin)
    counted = sum(len(group) for _, group in groups)
    if counted != bulletin.items:
        told = "、".join(f"{name}{len(group)}项" for name, group in groups)
        faults.append(f"事项总数是{bulletin.items}项，但{told}，合计{counted}项，对不上。")
    if bulletin.projects > bulletin.items:
        faults.append(f"项目有{bulletin.projects}个，多于事项总数{bulletin.items}项。")
    stated = len(bulletin.finished) + len(bulletin.ongoing) + len(bulletin.behind)
    if bulletin.by_text > stated:
        faults.append(f"由文字判断状态的有{bulletin.by_text}项，多于有状态的事项{stated}项。")
    faults += _repeated("事项", [(name, [item.code for item in group]) for name, group in groups])
    known = {item.code for _, group in groups for item in group}
    problems = [item.code for item in bulletin.problems]
    faults += [
        f"事项{code}列入存在问题，但不在事项清单中。" for code in problems if code not in known
    ]
    return faults + _repeated("事项", [("存在问题", problems)])


def _unit_faults(bulletin: MonthlyBulletin) -> list[str]:
    groups = [
        ("按时报送", list(bulletin.on_time)),
        ("逾期报送", [entry.unit for entry in bulletin.late]),
        ("未报送", list(bulletin.missing)),
    ]
    received = {*groups[0][1], *groups[1][1]}
    return [
        *_repeated("单位", groups),
        *_repeated("单位", [("需要更正", list(bulletin.to_correct))]),
        *(
            f"单位{unit}列入需要更正，但没有收到它的报送。"
            for unit in bulletin.to_correct
            if unit not in received
        ),
    ]


def _repeated(kind: str, groups: Sequence[tuple[str, Sequence[str]]]) -> list[str]:
    """Return a sentence for each member that stands in more than one place."""
    places: dict[str, list[str]] = {}
    for name, members in groups:
        for member in members:
            places.setdefault(member, []).append(name)
    return [
        f"{kind}{member}重复列入：{'、'.join(names)}。"
        for member, names in places.items()
        if len(names) > 1
    ]
