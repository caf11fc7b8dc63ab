"""Family S: the form as a whole was not kept: its columns, its locked texts, its sheets."""

from collections.abc import Iterator

from toolkit.model.finding import Severity
from toolkit.model.form import Form
from toolkit.model.submission import Submission
from toolkit.rules.base import Context, Fault, Subject, rule
from toolkit.text.clean import is_blank
from toolkit.text.prose import shortened


@rule(
    "S301",
    "缺少栏目",
    Severity.ERROR,
    Subject.SUBMISSION,
    what="表头的栏目是否齐全。",
    why="缺少的栏目没有内容可以汇总。",
    wrong="“下月工作计划”一栏被删掉了。",
    right="表头与下发时一致。",
    mend="请恢复被删除或改名的栏目；也可以用下发的表格重新填写。",
)
def column_missing(submission: Submission, context: Context) -> Iterator[Fault]:
    """A column of the form was not found."""
    for title in submission.missing_columns:
        yield Fault(f"表头里没有“{title}”一栏。")


@rule(
    "S304",
    "锁定内容被改动",
    Severity.WARNING,
    Subject.SUBMISSION,
    what="由清单带出的内容与清单是否一致。",
    why="汇总用清单的原文；单位的改动可能是误改，也可能是要求更正清单。",
    wrong="“新增学位900个”被改成“新增学位800个”。",
    right="与清单一致。",
    mend="误改的不用处理（汇总用清单原文）；清单确有错误的，请修改实事清单.xlsx。",
)
def locked_text_changed(submission: Submission, context: Context) -> Iterator[Fault]:
    """A locked text came back different; both are shown."""
    for change in submission.changed:
        yield Fault(
            f"“{change.title}”清单为“{change.expected}”，回收件为“{change.found}”。",
            item=change.item.code,
            cell=change.cell,
        )


@rule(
    "S305",
    "表外有文字",
    Severity.INFO,
    Subject.SUBMISSION,
    what="表格之外或增加的栏目里有没有文字。",
    why="这些文字不进入汇总，记录在案以免遗漏。",
    wrong="表格下方写了“联系人：张三”。",
    right="表格之外没有文字。",
    mend="请看一眼有没有需要采用的内容。",
)
def text_outside(submission: Submission, context: Context) -> Iterator[Fault]:
    """Text stands where the form has none; it is not merged."""
    for stray in submission.outside:
        yield Fault(
            f"表外文字没有汇总：“{shortened(stray.text)}”。", sheet=stray.sheet, cell=stray.cell
        )


@rule(
    "S308",
    "下发后清单有改动",
    Severity.INFO,
    Subject.SUBMISSION,
    what="表格下发以后，清单里该事项的文字有没有改过。",
    why="单位是按改动前的内容填的。",
    wrong="下发后把清单里的“5个小区”改成“6个小区”。",
    right="改清单后重新下发。",
    mend="请判断改动是否影响填报内容；有影响的重新下发。",
)
def list_amended(submission: Submission, context: Context) -> Iterator[Fault]:
    """The list was changed after the form was sent."""
    for item in submission.outdated:
        yield Fault(
            f"事项 {item.code}“{item.title}”在表格下发后改过，单位按改动前的内容填报。",
            item=item.code,
        )


@rule(
    "S310",
    "填写的栏目有两栏",
    Severity.ERROR,
    Subject.SUBMISSION,
    what="要填写的栏目在表头里是否出现两次、内容不同。",
    why="只采用与下发表格一致的一栏，另一栏的内容会丢失。",
    wrong="复制了一栏“存在问题”，两栏写得不一样。",
    right="每个栏目一栏。",
    mend="请把两栏的内容合到原来的一栏，删除多出的一栏。",
)
def column_doubled(submission: Submission, context: Context) -> Iterator[Fault]:
    """A second column of the same title says something else; it is not merged."""
    for stray in submission.second_columns:
        yield Fault(f"重复的一栏没有汇总：“{shortened(stray.text)}”。", cell=stray.cell)


@rule(
    "S311",
    "工作簿里有两张进展表",
    Severity.ERROR,
    Subject.SUBMISSION,
    what="一个工作簿里有没有第二张填了不同内容的进展表。",
    why="只采用一张，另一张里的进展会丢失。",
    wrong="原表没动，把填好的表粘贴在新的工作表里。",
    right="一个工作簿一张进展表。",
    mend="请只留下应当采用的一张，删除其余的工作表后重新报送。",
)
def table_doubled(submission: Submission, context: Context) -> Iterator[Fault]:
    """Another worksheet holds the form's table with other texts; it is not merged."""
    for stray in submission.second_tables:
        yield Fault(
            f"采用的是工作表“{submission.sheet}”；工作表“{stray.sheet}”里还有一张填了内容的进展表，"
            f"没有汇总：“{shortened(stray.text)}”。",
            sheet=stray.sheet,
            cell=stray.cell,
        )


@rule(
    "S312",
    "交回的是空表",
    Severity.ERROR,
    Subject.SUBMISSION,
    what="表里有没有填写任何内容。",
    why="空表等于没有报送。",
    wrong="把下发的表原样发了回来，填好的一份没有发。",
    right="发回填写后保存的那一份。",
    mend="请核对是不是发错了文件，把填好的一份重新报送。",
    forms=(Form.PROGRESS,),
)
def form_empty(submission: Submission, context: Context) -> Iterator[Fault]:
    """Nothing was written into the form."""
    entries = (*submission.entries, *submission.foreign_items)
    texts = (text for entry in entries for text in entry.values.values())
    untaken = (submission.added, submission.disputed, submission.doubled, submission.second_tables)
    if submission.entries and not any(untaken) and all(map(is_blank, texts)):
        yield Fault(f"{len(submission.entries)} 个事项都没有填写。")


RULES = (
    column_missing,
    locked_text_changed,
    text_outside,
    list_amended,
    column_doubled,
    table_doubled,
    form_empty,
)
