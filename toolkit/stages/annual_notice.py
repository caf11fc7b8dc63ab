"""The yearly notice (关于办好…的通知): from a programme to the words of its Word template.

The template holds the standing wording; here are the sentences that depend on what is given. They
hold for none, one and many. Fields have Chinese names, for offices edit the template in Word.
"""

import re
from collections.abc import Mapping, Sequence

from toolkit.model.annual_notice import AnnualNotice
from toolkit.model.period import PeriodKind
from toolkit.model.scheme import Key, TableLayout
from toolkit.model.sheets import Range
from toolkit.model.word_table import WordTable
from toolkit.stages.bulletin_frame import head_fields
from toolkit.stages.grid import Record, shared_cells
from toolkit.text.deadlines import deadline_words
from toolkit.text.periods import full_day_name
from toolkit.text.prose import name_text
from toolkit.text.titles import break_title

ANNEX = "附件表"
"""The field that stands for the annexed table."""

_TIMES = {
    PeriodKind.WEEK: "每周",
    PeriodKind.TEN_DAYS: "每旬",
    PeriodKind.MONTH: "每月",
    PeriodKind.QUARTER: "每季度",
    PeriodKind.YEAR: "年末",
}
"""How often, from the most frequent on."""

_REPORTS = {
    PeriodKind.WEEK: "周报",
    PeriodKind.TEN_DAYS: "旬报",
    PeriodKind.MONTH: "月报",
    PeriodKind.QUARTER: "季报",
}
"""What people call each kind of report."""

_DAYS_AFTER = re.compile(r"[期周旬月季]后(\d+(?:个工作)?日)")
"""A deadline that counts from a period's last day."""

_BARE_MONTH = re.compile(r"\d{1,2}月")


def annual_notice_context(given: AnnualNotice) -> dict[str, object]:
    """Return the fields of the template notice.docx; templates/word/README.md explains each."""
    phrase = _phrase(given)
    head = break_title(
        (f"关于{_verb(phrase)}", f"{given.year}年", f"“{phrase}”", "的通知"),
    )
    authority = name_text(given.authority)
    lines = (authority, *head) if authority else head
    finish_by = _finish_by(given)
    around = head_fields(given.head, str(given.issued.year), authority)
    return {
        **around,
        "发文字号": name_text(given.document_number) or around["发文字号"],
        "标题": "\n".join(lines),
        "标题全文": "".join(lines),
        "主送": "，".join(filter(None, map(name_text, given.addressees))) or "各有关单位",
        "导语": _preamble(given),
        "完成要求": f"附件所列任务要在{finish_by}前完成。" if finish_by else "",
        "报送要求": _reporting(given),
        "附件名称": _annex_title(given),
        "署名": name_text(given.signature) or authority,
        "成文日期": full_day_name(given.issued),
        "牵头称谓": _lead(given),
        "协办称谓": name_text(given.assist_word),
        "完成时限": finish_by,
        "报送时限": name_text(given.report_by),
        "项目数": given.projects,
        "事项数": given.items,
        "地区": name_text(given.place),
        "年度": given.year,
        "实事名称": phrase,
        "制发机关": authority,
    }


def annex_table(
    layout: TableLayout, rows: Sequence[Mapping[Key, str]], groups: Sequence[str | None]
) -> WordTable:
    """Return the official table as a notice annexes it.

    Args:
        layout: The table whose shown columns are taken.
        rows: The texts by column.
        groups: What each row belongs to: neighbours of one group that say the same in a grouped
            column share one cell there. A row whose group is None stands alone.
    """
    columns = layout.shown
    records = [
        Record(tuple(row.get(column.key, "") for column in columns), group)
        for row, group in zip(rows, groups, strict=True)
    ]
    grouped = [place for place, column in enumerate(columns) if column.grouped]
    return WordTable(
        titles=tuple(column.title for column in columns),
        widths=tuple(column.width for column in columns),
        rows=tuple(tuple(map(str, record.values)) for record in records),
        merges=tuple(
            Range(first, place, after - 1, place)
            for place, runs in shared_cells(records, grouped).items()
            for first, after in runs
            if after - first > 1
        ),
        centred=frozenset(place for place, column in enumerate(columns) if column.centred),
    )


def _phrase(given: AnnualNotice) -> str:
    return name_text(given.phrase).strip("“”")


def _verb(phrase: str) -> str:
    """Return 办好, or 做好 where the phrase says 办 itself (为民办实事)."""
    return "做好" if "办" in phrase else "办好"


def _whole(given: AnnualNotice) -> str:
    return f"{name_text(given.place)}{given.year}年“{_phrase(given)}”"


def _programme(given: AnnualNotice) -> str:
    return _whole(given) + ("" if _phrase(given).endswith("项目") else "项目")


def _annex_title(given: AnnualNotice) -> str:
    return name_text(given.table_title) or f"{_whole(given)}汇总表"


def _lead(given: AnnualNotice) -> str:
    return name_text(given.lead_word) or "责任单位"


def _preamble(given: AnnualNotice) -> str:
    return f"{_programme(given)}已经确定{_counts(given)}，具体内容和{_lead(given)}见附件。"


def _counts(given: AnnualNotice) -> str:
    """Return how much there is to do; one number is enough where every item is a project."""
    projects = f"项目{given.projects}个" if given.projects else ""
    items = f"事项{given.items}项" if given.items else ""
    if projects and given.projects == given.items:
        items = ""
    told = "、".join(filter(None, (projects, items)))
    both = "共" if max(given.projects, given.items) > 1 else ""
    return f"，{both}安排{told}" if told else ""


def _finish_by(given: AnnualNotice) -> str:
    """Return by when all is to be done, with the year before a bare month and without 前."""
    text = _without_before(given.finish_by)
    return f"{given.year}年{text}" if _BARE_MONTH.match(text) else text


def _without_before(text: str) -> str:
    return name_text(text).removesuffix("前").removesuffix("以").removesuffix("之")


def _reporting(given: AnnualNotice) -> str:
    """Return how often and by when progress is reported; "" when neither is set.

    Where there is one kind of report only, it needs no name.
    """
    kinds = [kind for kind in _TIMES if kind in given.cadence]
    times = "、".join(_TIMES[kind] for kind in kinds)
    often = f"{times}{'各' if len(kinds) > 1 else ''}报送一次进展情况" if kinds else ""
    dues = [
        f"{_REPORTS[kind] if len(kinds) > 1 else ''}于{due}"
        for kind in kinds
        if (due := _due(given, kind))
    ]
    said = [often] if often else []
    said += [f"{'、'.join(dues)}报送"] if dues else []
    return f"{_lead(given)}要{'，'.join(said)}。" if said else ""


def _due(given: AnnualNotice, kind: PeriodKind) -> str:
    """Return by when a kind of report is due; of a quarter the months count from its end."""
    words = deadline_words(given.report_by, kind)
    if not words or kind not in _REPORTS:
        return ""
    if after := _DAYS_AFTER.fullmatch(words):
        return f"{_TIMES[kind]}结束后{after[1]}内"
    from_month = kind is PeriodKind.QUARTER and "月" in words
    return f"{'季末' if from_month else ''}{words}前"
