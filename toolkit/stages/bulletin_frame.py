"""What all documents of a period have in common: title, names, days, head and signature."""

from collections.abc import Sequence
from datetime import date

from toolkit.model.bulletin import ProgressBulletin
from toolkit.model.letterhead import Letterhead
from toolkit.text.periods import day_name
from toolkit.text.prose import name_text
from toolkit.text.titles import break_title

_NUMBER_TO_FILL = "　　"
"""The registry gives a document its number, so its place stays empty."""


def frame_fields(bulletin: ProgressBulletin, title: Sequence[str]) -> dict[str, object]:
    """Return the fields that every document has.

    Args:
        bulletin: The period's figures.
        title: The words between which the title may be broken.
    """
    lines = break_title(title)
    authority = name_text(bulletin.authority)
    return {
        "标题": "\n".join(lines),
        "标题全文": "".join(lines),
        "地区": name_text(bulletin.place),
        "年度": bulletin.year,
        "报告期": period_words(bulletin),
        "截止时间": name_text(bulletin.as_of),
        "实事名称": phrase_words(bulletin),
        "制发机关": authority,
        "署名": name_text(bulletin.signature) or authority,
        "成文日期": name_text(bulletin.issued),
        "完成时限": finish_day(bulletin),
        **head_fields(bulletin.head, bulletin.issued[:4], authority),
    }


def head_fields(head: Letterhead, year: str, authority: str) -> dict[str, object]:
    """Return the fields around the text: red head, document number, issuing body, whom to ask.

    Args:
        head: What the office has set.
        year: The year of issue, which the number carries.
        authority: The issuing body.
    """
    mark, code = name_text(head.mark), name_text(head.code)
    asked = (("联系人", name_text(head.contact)), ("联系电话", name_text(head.phone)))
    contact = "，".join(f"{name}：{value}" for name, value in asked if value)
    return {
        "红头": mark,
        "信函红头": mark.removesuffix("文件"),
        "发文字号": f"{code}〔{year}〕{_NUMBER_TO_FILL}号" if code else "",
        "印发机关": authority,
        "联系方式": f"（{contact}）" if contact else "",
    }


def period_words(bulletin: ProgressBulletin) -> str:
    """Return the period as a text names it: 2021年1-9月."""
    return f"{bulletin.year}年{name_text(bulletin.span)}"


def phrase_words(bulletin: ProgressBulletin) -> str:
    """Return what the programme's projects are called: 为民办实事项目."""
    phrase = name_text(bulletin.phrase)
    return phrase if phrase.endswith("项目") else f"{phrase}项目"


def as_of_words(bulletin: ProgressBulletin) -> str:
    """Return how a sentence on figures begins: 截至9月底， or 目前，."""
    as_of = name_text(bulletin.as_of)
    return f"截至{as_of}，" if as_of else "目前，"


def finish_day(bulletin: ProgressBulletin) -> str:
    """Return 完成时限 as a text says it, such as 10月底; "" where none is set."""
    return day_in(bulletin.finish_by, bulletin.year)


def day_in(day: date | None, year: int) -> str:
    """Return a day in a document of a year, 10月底 or 2022年1月5日; "" for none."""
    if day is None:
        return ""
    return day_name(day) if day.year == year else f"{day.year}年{day_name(day)}"


def plain_day(day: date | None, year: int) -> str:
    """Return a day by which something is asked for, 10月31日; "" for none."""
    if day is None:
        return ""
    shown = f"{day.month}月{day.day}日"
    return shown if day.year == year else f"{day.year}年{shown}"
