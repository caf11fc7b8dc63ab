"""The bulletins (月通报、季度通报): from figures to the words of their Word templates.

A template holds the standing wording; here are the sentences that depend on figures. They hold
for none, one and many. Fields have Chinese names, for offices edit the templates in Word. No
wording here takes a period for a month: the next one is 下期.
"""

from toolkit.model.bulletin import ProgressBulletin
from toolkit.stages.bulletin_frame import as_of_words, frame_fields, period_words, phrase_words
from toolkit.stages.bulletin_items import item_fields
from toolkit.stages.bulletin_lists import TABLE, groups, listing
from toolkit.stages.bulletin_pace import pace_fields
from toolkit.stages.bulletin_units import completion_fields, return_fields
from toolkit.text.percent import percent
from toolkit.text.prose import name_text


def monthly_context(bulletin: ProgressBulletin) -> dict[str, object]:
    """Return the fields of the template monthly.docx; templates/word/README.md explains each."""
    return {
        **frame_fields(bulletin, title_words(bulletin, "进展情况的通报")),
        "导语": _preamble(bulletin),
        "下次报送时限": bulletin.next_deadline,
        "总体情况": _overview(bulletin),
        "完成率": percent(len(bulletin.finished), bulletin.items) if _countable(bulletin) else "",
        "项目数": bulletin.projects,
        "事项数": bulletin.items,
        "未完成数": len(bulletin.unfinished),
        "由文字判断": bulletin.by_text,
        **{name: listing(group, TABLE, bulletin.year) for name, group in groups(bulletin)},
        **pace_fields(bulletin),
        **item_fields(bulletin),
        **return_fields(bulletin),
    }


def quarterly_context(bulletin: ProgressBulletin) -> dict[str, object]:
    """Return the fields of the template quarterly.docx: the monthly ones, and those on units.

    Departments are told how they stand each quarter (淄高新管办字〔2024〕2号, 三).
    """
    return {**monthly_context(bulletin), **completion_fields(bulletin)}


def title_words(bulletin: ProgressBulletin, ending: str, verb: str = "关于") -> tuple[str, ...]:
    """Return the words of a title: 关于…进展情况的通报."""
    first = f"{verb}{name_text(bulletin.place)}"
    return first, period_words(bulletin), phrase_words(bulletin), ending


def _preamble(bulletin: ProgressBulletin) -> str:
    whole = f"{name_text(bulletin.place)}{period_words(bulletin)}{phrase_words(bulletin)}"
    as_of = name_text(bulletin.as_of)
    basis = f"数据截至{as_of}，" if as_of else "数据"
    return f"现将{whole}进展情况通报如下。{basis}根据各单位报送情况汇总。"


def _countable(bulletin: ProgressBulletin) -> bool:
    """Tell whether the share of the finished items can be given at all."""
    return 0 < bulletin.items >= len(bulletin.finished)


def _overview(bulletin: ProgressBulletin) -> str:
    whole = f"{name_text(bulletin.place)}{bulletin.year}年"
    if not bulletin.items:
        return f"{whole}没有列入统计的事项。"
    phrase = phrase_words(bulletin)
    arranged = f"{whole}{'共' if bulletin.items > 1 else ''}安排{phrase}"
    # Where each project is one item, two equal numbers side by side say nothing more.
    several = bulletin.projects and bulletin.projects != bulletin.items
    listed = (
        f"{arranged}{bulletin.projects}个，涉及事项{bulletin.items}项。"
        if several
        else f"{arranged.removesuffix('项目')}{bulletin.items}项。"
    )
    return listed + as_of_words(bulletin) + _progress(bulletin)


def _progress(bulletin: ProgressBulletin) -> str:
    finished, unreported = len(bulletin.finished), len(bulletin.unreported)
    before = sum(item.done_before for item in bulletin.unreported)
    told = f"其中{before}项此前已报完成" if before else ""
    if unreported == bulletin.items:
        whole = f"全部{unreported}项均" if unreported > 1 else f"{unreported}项"
        return f"{whole}未报送进展情况{told and f'，{told}'}。"
    others = [f"{name}{len(group)}项" for name, group in groups(bulletin)[1:] if group]
    if finished == bulletin.items and not others:
        return f"{'全部事项均' if finished > 1 else '该事项'}已完成，完成率100%。"
    share = f"，完成率{percent(finished, bulletin.items)}" if _countable(bulletin) else ""
    # What nobody reported on may be finished all the same.
    none = "已报送的事项中尚无完成的" if unreported else "尚无已完成事项"
    first = f"已完成{finished}项{share}" if finished else none
    return "；".join((first, *others)) + (f"（{told}）" if told else "") + "。"
