"""Family W, for the record: numbering, punctuation, widths of characters."""

from collections.abc import Iterator

from toolkit.model.finding import Severity
from toolkit.model.form import Form
from toolkit.model.scheme import Key
from toolkit.model.submission import Entry, Submission
from toolkit.rules.base import Context, Fault, Subject, rule
from toolkit.rules.wording import NONE, quoted, texts_of
from toolkit.text.answers import numbering_faults
from toolkit.text.clean import match_key, says_none
from toolkit.text.prose import shortened
from toolkit.text.punctuation import (
    doubled_marks,
    half_width_marks,
    may_be_unpaired,
    may_mix_widths,
    missing_end,
    mixed_digits,
    unpaired,
)


@rule(
    "W456",
    "分条序号混乱",
    Severity.INFO,
    Subject.ENTRY,
    what="一格里分条书写的，序号有没有重号、缺号，样式是不是一致。",
    why="引用第几条时说不清；缺号也可能是少了一条。",
    wrong="1、完成设计。3、完成招标。",
    right="1、完成设计。2、完成招标。",
    mend="汇总时请改正；缺号的请核对是不是少了一条。",
    forms=(Form.PROGRESS,),
)
def numbering_wrong(entry: Entry, context: Context) -> Iterator[Fault]:
    """Sub-answers are numbered twice, with gaps or in mixed styles."""
    for column, text in texts_of(entry, context):
        found = numbering_faults(text)
        if found:
            told = f"“{found[0].text}”{found[0].fault.value}，应为“{found[0].expected}”"
            yield Fault(f"“{column.title}”的{told}。", key=column.key)


@rule(
    "W457",
    "标点缺漏或重复",
    Severity.INFO,
    Subject.ENTRY,
    what="一段文字末尾有没有标点，有没有两个标点连在一起。",
    why="照登在通报里不规范。",
    wrong="教学楼、综合楼完成基础工程；风雨操场及食堂完成垫层",
    right="教学楼、综合楼完成基础工程；风雨操场及食堂完成垫层。",
    mend="汇总时请补上或删去。",
    forms=(Form.PROGRESS,),
)
def mark_missing(entry: Entry, context: Context) -> Iterator[Fault]:
    """A text has no end mark, or two marks in a row."""
    for column, text in texts_of(entry, context):
        doubled = [phrase.text for phrase in doubled_marks(text)]
        end = missing_end(text)
        if doubled:
            yield Fault(f"“{column.title}”有连着的标点{quoted(doubled)}。", key=column.key)
        elif end:
            yield Fault(f"“{column.title}”末尾“{shortened(end.text)}”没有标点。", key=column.key)


@rule(
    "W458",
    "全角半角混用",
    Severity.INFO,
    Subject.SUBMISSION,
    what="汉字中间有没有半角标点，一段文字里的数字是不是有全角有半角。",
    why="照登在通报里不规范。",
    wrong="已完成招标,正在施工。",
    right="已完成招标，正在施工。",
    mend="汇总时请统一：标点用全角，数字用半角。",
    forms=(Form.PROGRESS,),
)
def widths_mixed(submission: Submission, context: Context) -> Iterator[Fault]:
    """Half-width marks stand between Chinese characters, or digits of both widths in one text."""
    marks, digits, cells = 0, 0, []
    if not may_mix_widths("\n".join([t for e in submission.entries for t in e.values.values()])):
        return
    for entry in submission.entries:
        for column, text in texts_of(entry, context):
            found, wide = len(half_width_marks(text)), mixed_digits(text) is not None
            marks, digits = marks + found, digits + wide
            cells += [entry.cell(column.key)] if found or wide else []
    if cells:
        told = [f"{marks} 处半角标点"] * bool(marks) + [f"{digits} 处全角数字"] * bool(digits)
        yield Fault(f"{len(cells)} 格里有{'、'.join(told)}。", cell=cells[0])


@rule(
    "W463",
    "括号或引号不成对",
    Severity.INFO,
    Subject.ENTRY,
    what="括号、引号、书名号是不是成对。",
    why="少了一半的，看不清括到哪里；也可能是少了几个字。",
    wrong="根据《关于做好2021年为民办实事的通知，开展培训。",
    right="根据《关于做好2021年为民办实事的通知》，开展培训。",
    mend="汇总时请补上或删去。",
    forms=(Form.PROGRESS,),
    may=may_be_unpaired,
)
def marks_unpaired(entry: Entry, context: Context) -> Iterator[Fault]:
    """A bracket or quote is never closed or opened."""
    for column, text in texts_of(entry, context):
        found = [phrase.text for phrase in unpaired(text)]
        if found:
            yield Fault(f"“{column.title}”的{quoted(found)}不成对。", key=column.key)


@rule(
    "W464",
    "“无”的写法不一",
    Severity.INFO,
    Subject.SUBMISSION,
    what="没有问题的，写的是不是“无”（“暂无”“没有”“/”和空着都按“无”统计）。",
    why="写法不一，汇总表不整齐；空着的，分不清是没有问题还是漏填。",
    wrong="存在问题：暂无",
    right="存在问题：无",
    mend="不用退回，已按没有问题统计。",
    forms=(Form.PROGRESS,),
    requires=("S312",),
)
def none_in_other_words(submission: Submission, context: Context) -> Iterator[Fault]:
    """Problem cells say that there is none in other words than 无."""
    cells: dict[str, list[str]] = {}
    for entry in submission.entries:
        text = entry.values.get(Key.PROBLEM, NONE)
        odd = text != NONE and says_none(text) and Key.PROBLEM not in entry.faults
        if odd and match_key(text).rstrip("。.") != NONE:
            said = f"“{text.strip()}”" if text.strip() else "空着"
            cells.setdefault(said, []).append(entry.cell(Key.PROBLEM) or "")
    for said, places in cells.items():
        yield Fault(
            f"“存在问题”有 {len(places)} 格{'写' if said != '空着' else ''}{said}，按没有问题统计。",
            cell=places[0],
        )


RULES = (numbering_wrong, mark_missing, widths_mixed, marks_unpaired, none_in_other_words)
