"""Family S: the form's rows were not kept: missing, added, doubled, moved, merged."""

from collections.abc import Iterator

from toolkit.model.finding import Severity
from toolkit.model.form import Form
from toolkit.model.submission import Submission
from toolkit.rules.base import Context, Fault, Subject, rule
from toolkit.text.clean import is_blank
from toolkit.text.prose import shortened


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
        yield Fault(
            f"这一行不是清单里的事项，没有汇总：“{shortened(stray.text)}”。", cell=stray.cell
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
            cell=entry.start,
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
            f"“{row.by_text.title}”的，没有采用：“{shortened(row.text)}”。",
            item=row.by_key.code,
            cell=row.cell,
        )


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


@rule(
    "S314",
    "几个事项合并成一格",
    Severity.ERROR,
    Subject.SUBMISSION,
    what="填写的格子有没有跨几个事项合并。",
    why="不能判断写的是哪一项，合并格里的文字都没有采用。",
    wrong="把两个事项的“落实进展情况”合并成一格，一起写。",
    right="一个事项一格，分开写。",
    mend="请取消合并，按事项分开填写。",
    forms=(Form.PROGRESS,),
)
def cell_shared(submission: Submission, context: Context) -> Iterator[Fault]:
    """A cell to fill is merged over several items; its text is not taken."""
    for shared in submission.shared:
        codes = "、".join(item.code for item in shared.items)
        for item in shared.items:
            message = f"{codes} 合并成一格，没有采用：“{shortened(shared.text)}”。"
            yield Fault(message, item=item.code, cell=shared.cell)


RULES = (
    row_missing,
    row_added,
    row_doubled,
    foreign_row,
    key_and_text_differ,
    key_moved,
    cell_shared,
)
