"""The bulletins (月通报、季度通报): from figures to the words of their Word templates.

A template holds the standing wording; here are the sentences that depend on figures. They hold
for none, one and many. Fields have Chinese names, for offices edit the templates in Word. No
wording here takes a period for a month: the next one is 下期.
"""

from toolkit.model.bulletin import ProgressBulletin
from toolkit.stages.bulletin_items import finish_day, item_fields
from toolkit.stages.bulletin_lists import TABLE, groups, listing
from toolkit.stages.bulletin_units import completion_fields, return_fields
from toolkit.text.percent import percent
from toolkit.text.prose import name_text
from toolkit.text.titles import break_title


def monthly_context(bulletin: ProgressBulletin) -> dict[str, object]:
    """Return the fields of the template monthly.docx; templates/word/README.md explains each."""
    return {
        **_frame(bulletin),
        "总体情况": _overview(bulletin),
        "完成率": percent(len(bulletin.finished), bulletin.items) if _countable(bulletin) else "",
        "项目数": bulletin.projects,
        "事项数": bulletin.items,
        "未完成数": len(bulletin.unfinished),
        "由文字判断": bulletin.by_text,
        **{name: listing(group, TABLE) for name, group in groups(bulletin)},
        **item_fields(bulletin),
        **return_fields(bulletin),
    }


def quarterly_context(bulletin: ProgressBulletin) -> dict[str, object]:
    """Return the fields of the template quarterly.docx: the monthly ones, and those on units.

    Departments are told how they stand each quarter (淄高新管办字〔2024〕2号, 三).
    """
    return {**monthly_context(bulletin), **completion_fields(bulletin)}


def _frame(bulletin: ProgressBulletin) -> dict[str, object]:
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
        "下次报送时限": bulletin.next_deadline,
        "完成时限": finish_day(bulletin),
    }


def _phrase(bulletin: ProgressBulletin) -> str:
    phrase = name_text(bulletin.phrase)
    return phrase if phrase.endswith("项目") else f"{phrase}项目"


def _countable(bulletin: ProgressBulletin) -> bool:
    """Tell whether the share of the finished items can be given at all."""
    return 0 < bulletin.items >= len(bulletin.finished)


def _overview(bulletin: ProgressBulletin) -> str:
    whole = f"{name_text(bulletin.place)}{bulletin.year}年"
    if not bulletin.items:
        return f"{whole}没有列入统计的事项。"
    # Where each project is one item, two equal numbers side by side say nothing more.
    several = bulletin.projects and bulletin.projects != bulletin.items
    listed = (
        f"{whole}共安排{_phrase(bulletin)}{bulletin.projects}个，涉及事项{bulletin.items}项。"
        if several
        else f"{whole}共安排{_phrase(bulletin).removesuffix('项目')}{bulletin.items}项。"
    )
    as_of = name_text(bulletin.as_of)
    return listed + (f"截至{as_of}，" if as_of else "目前，") + _progress(bulletin)


def _progress(bulletin: ProgressBulletin) -> str:
    finished = len(bulletin.finished)
    others = [f"{name}{len(group)}项" for name, group in groups(bulletin)[1:] if group]
    if finished == bulletin.items and not others:
        return f"{'全部事项均' if finished > 1 else '该事项'}已完成，完成率100%。"
    share = f"，完成率{percent(finished, bulletin.items)}" if _countable(bulletin) else ""
    first = f"已完成{finished}项{share}" if finished else "尚无已完成事项"
    return "；".join((first, *others)) + "。"
