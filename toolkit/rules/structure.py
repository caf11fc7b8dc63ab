"""Family S: the form was not kept."""

from collections.abc import Iterator

from toolkit.model.finding import Severity
from toolkit.model.form import Form
from toolkit.model.submission import Submission
from toolkit.rules.base import Context, Fault, Subject, rule
from toolkit.text.clean import is_blank


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
    "S302",
    "缺少事项",
    Severity.ERROR,
    Subject.SUBMISSION,
    what="该单位的每个事项在表里是否都有一行。",
    why="没有的事项等于没有报送。",
    wrong="把暂无进展的一行删掉了。",
    right="每个事项都保留，暂无进展的写明原因。",
    mend="请把缺少的事项补上；也可以用下发的表格重新填写。",
    forms=(Form.PROGRESS,),
)
def row_missing(submission: Submission, context: Context) -> Iterator[Fault]:
    """An item of the unit has no row."""
    for item in submission.missing_items:
        yield Fault(f"表里没有事项 {item.code}“{item.title}”。", item=item.code)


@rule(
    "S303",
    "多出清单以外的行",
    Severity.ERROR,
    Subject.SUBMISSION,
    what="表里有没有清单以外、填了内容的行。",
    why="清单以外的行不进入汇总，里面的进展会丢失。",
    wrong="单位自己加了一行“其他工作”。",
    right="进展写在对应事项的行里。",
    mend="请把内容写到对应事项的行里；确需增加事项的，请联系汇总单位修改清单。",
    forms=(Form.PROGRESS,),
)
def row_added(submission: Submission, context: Context) -> Iterator[Fault]:
    """A filled row is none of the list's items; it is not merged."""
    for stray in submission.added:
        yield Fault(f"这一行不是清单里的事项，没有汇总：“{_short(stray.text)}”。", cell=stray.cell)


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
            f"表外文字没有汇总：“{_short(stray.text)}”。", sheet=stray.sheet, cell=stray.cell
        )


@rule(
    "S306",
    "同一事项有两行",
    Severity.ERROR,
    Subject.SUBMISSION,
    what="同一事项在表里是否出现两行、内容不同。",
    why="不能替单位决定用哪一行，两行都没有采用。",
    wrong="复制了一行，两行的进展写得不一样。",
    right="一个事项一行。",
    mend="请把两行合并成一行。",
)
def row_doubled(submission: Submission, context: Context) -> Iterator[Fault]:
    """Two rows for one item say different things; neither is taken."""
    for doubled in submission.doubled:
        if not doubled.alike:
            first, second = doubled.cells
            yield Fault(
                f"事项 {doubled.item.code}“{doubled.item.title}”有两行（{first}、{second}）且内容不同，"
                "都没有采用。",
                item=doubled.item.code,
                cell=second,
            )


@rule(
    "S307",
    "填了别的单位的事项",
    Severity.ERROR,
    Subject.SUBMISSION,
    what="表里的事项是否都由该单位填报。",
    why="别的单位的事项以负责单位的报送为准，这里的内容没有采用。",
    wrong="市场监管局的表里有应急管理局负责的事项。",
    right="只填本单位的事项。",
    mend="请核对是否拿错了表；事项确已调整的，请修改实事清单.xlsx 的主办单位。",
)
def foreign_row(submission: Submission, context: Context) -> Iterator[Fault]:
    """A row belongs to an item of another unit; it is not merged."""
    for entry in submission.foreign_items:
        if all(is_blank(text) for text in entry.values.values()):
            continue
        owners = "、".join(context.programme.fillers[entry.item.code]) or "（未定）"
        yield Fault(
            f"事项 {entry.item.code}“{entry.item.title}”由{owners}填报，这里的内容没有采用。",
            item=entry.item.code,
            cell=f"A{entry.row + 1}",
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
    "S309",
    "隐藏编号与内容不是同一事项",
    Severity.ERROR,
    Subject.SUBMISSION,
    what="一行的隐藏编号和这一行的项目内容，说的是不是同一个事项。",
    why="不能替单位判断进展写的是哪一项，这一行没有采用。",
    wrong="只选中一部分列排了序，或把一项的内容粘贴到了另一项的行里。",
    right="每一行的内容与下发时一致。",
    mend="请用下发的表格重新填写这几项；如果是汇总单位调换过清单的编号，请恢复原来的编号。",
)
def key_and_text_differ(submission: Submission, context: Context) -> Iterator[Fault]:
    """A row's key is one item's and its text another's; it is not taken."""
    for row in submission.disputed:
        yield Fault(
            f"这一行的隐藏编号是 {row.by_key.code}“{row.by_key.title}”，内容却是 {row.by_text.code}"
            f"“{row.by_text.title}”的，没有采用：“{_short(row.text)}”。",
            item=row.by_key.code,
            cell=row.cell,
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
        yield Fault(f"重复的一栏没有汇总：“{_short(stray.text)}”。", cell=stray.cell)


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
            f"没有汇总：“{_short(stray.text)}”。",
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


@rule(
    "S313",
    "隐藏编号跟内容错开了",
    Severity.WARNING,
    Subject.SUBMISSION,
    what="一行的隐藏编号是一个事项，清单内容和带出的上期计划却都是另一个事项的。",
    why="多半是只给看得见的栏排了序，隐藏的编号留在了原处；已按看得见的内容读取。",
    wrong="选中看得见的几栏排序，隐藏的编号留在原处。",
    right="整行一起排序，或者不排序。",
    mend="请核对这几项的进展是不是写在自己的内容旁边。",
    forms=(Form.PROGRESS,),
)
def key_moved(submission: Submission, context: Context) -> Iterator[Fault]:
    """A row's texts are another item's than its key to the letter; the texts count."""
    for row in submission.moved:
        yield Fault(
            f"这一行的隐藏编号是 {row.by_key.code}，内容是 {row.by_text.code}“{row.by_text.title}”，"
            "按内容读取。",
            item=row.by_text.code,
            cell=row.cell,
        )


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:60]}……"


RULES = (
    column_missing,
    row_missing,
    row_added,
    locked_text_changed,
    text_outside,
    row_doubled,
    foreign_row,
    list_amended,
    key_and_text_differ,
    column_doubled,
    table_doubled,
    form_empty,
    key_moved,
)
