"""Family L: what was read from the notice, and what could not be."""

from collections.abc import Iterator

from toolkit.model.finding import Severity
from toolkit.model.notice import LayoutFrom, Leftover, Notice
from toolkit.rules.base import Context, Fault, Subject, rule
from toolkit.text.prose import shortened


@rule(
    "L905",
    "通知里有没读进清单的内容",
    Severity.WARNING,
    Subject.NOTICE,
    what="清单的范围里，有没有不属于任何事项的行。",
    why="可能漏掉一个事项，或者漏掉一句说明。",
    wrong="一行只有项目名称，没有内容。",
    right="每一行都有事项内容。",
    mend="请对照通知核对“清单”表，漏掉的补上。",
)
def line_not_taken(notice: Notice, context: Context) -> Iterator[Fault]:
    """A line or row of the notice's list is in no item."""
    for left in notice.skipped:
        yield Fault(
            f"没有列入清单（{left.reason}）：“{_shown(left)}”。",
            file=notice.file,
            sheet=notice.sheet or None,
            cell=left.cell,
        )


@rule(
    "L906",
    "通知里有不属于清单的栏目",
    Severity.INFO,
    Subject.NOTICE,
    what="通知的表格里有没有清单不保存的栏目（如落实进展情况）。",
    why="这些栏目的内容没有列入清单，记录在案。",
    wrong="拿上月的进展表当清单。",
    right="清单只有项目、内容和单位。",
    mend="不用处理。",
)
def column_not_taken(notice: Notice, context: Context) -> Iterator[Fault]:
    """Columns of the notice are not part of the list."""
    if notice.ignored:
        titles = "、".join(notice.ignored)
        yield Fault(f"没有列入清单的栏目：{titles}。", file=notice.file, sheet=notice.sheet or None)


@rule(
    "L911",
    "没有现成的体例",
    Severity.WARNING,
    Subject.NOTICE,
    what="通知的版式是不是已有的体例。",
    why="按通知自己的栏目另立了体例，表名、表样和报送时限需要核对。",
    wrong="一个从未收录的县的实事表。",
    right="体例与通知一致。",
    mend="请核对工作文件夹里的体例文件和清单的“基本信息”表，需要修改的，改好后再下发。",
)
def layout_unknown(notice: Notice, context: Context) -> Iterator[Fault]:
    """The layout is none of the known ones; a scheme was made of it."""
    if notice.layout_from is LayoutFrom.NOTICE:
        titles = "、".join(column.title for column in notice.scheme.summary.shown)
        yield Fault(
            f"没有现成的体例与通知的版式一致，已按通知的栏目另立：{titles}。", file=notice.file
        )


@rule(
    "L912",
    "表格的一行缺少栏目",
    Severity.WARNING,
    Subject.NOTICE,
    what="表格的每一行是不是都有全部栏目。",
    why="缺的可能是空白，也可能是漏了字。",
    wrong="最后一行没有“协办单位”一格。",
    right="没有协办单位的，留空白格。",
    mend="请对照通知原件，缺的补入“清单”表。",
)
def row_short(notice: Notice, context: Context) -> Iterator[Fault]:
    """A row lacks its last cells."""
    for place, titles in notice.short:
        yield Fault(
            f"{place}起的一行缺少“{'、'.join(titles)}”，按空白读入。",
            file=notice.file,
            sheet=notice.sheet or None,
            cell=place,
        )


@rule(
    "L913",
    "同一单位有两种写法",
    Severity.INFO,
    Subject.NOTICE,
    what="通知里同一个单位是不是只用一个名称。",
    why="名称不一致，表格会发给两个“单位”。",
    wrong="综合行政执法局、高新区综合行政执法局",
    right="只用一个名称。",
    mend="已记入“单位”表的“别名”；不是同一单位的，请删去别名，另列一行。",
)
def unit_written_twice(notice: Notice, context: Context) -> Iterator[Fault]:
    """One unit has two names."""
    for name, others in notice.names.aliases.items():
        yield Fault(f"“{'、'.join(others)}”与“{name}”按同一单位处理。", unit=name, file=notice.file)


@rule(
    "L914",
    "统称的成员需要核对",
    Severity.INFO,
    Subject.NOTICE,
    what="“各街道”这样的统称指哪些单位。",
    why="成员只取自通知里点到名的，可能不全。",
    wrong="各街道",
    right="各街道：王因街道、柳行街道、接庄街道、黄屯街道",
    mend="请在“单位”表的“成员”一栏核对、补全。",
)
def members_to_check(notice: Notice, context: Context) -> Iterator[Fault]:
    """A collective name was expanded to the units that the notice names."""
    for name, members in notice.names.members.items():
        yield Fault(
            f"“{name}”按通知点名的单位展开：{'、'.join(members)}。", unit=name, file=notice.file
        )


@rule(
    "L915",
    "断行的单位名称需要核对",
    Severity.INFO,
    Subject.NOTICE,
    what="因换行断开的单位名称，通知别处有没有完整的写法。",
    why="断行处可能是一个单位，也可能是两个。",
    wrong="“市自然资源和规划局”“经开区分局”分在两行",
    right="市自然资源和规划局经开区分局",
    mend="请核对“清单”表里的单位名称。",
)
def unit_name_guessed(notice: Notice, context: Context) -> Iterator[Fault]:
    """A name was put together from broken lines and stands nowhere whole."""
    for name in notice.names.guessed:
        yield Fault(f"“{name}”在通知里断成几行，按一个单位读。", unit=name, file=notice.file)


@rule(
    "L916",
    "清单之外还有内容",
    Severity.INFO,
    Subject.NOTICE,
    what="清单后面，或者中间，还有没有别的内容。",
    why="读到清单结束为止，后面的没有列入；网页夹带的图片名、页码也没有列入。",
    wrong="清单后面又有一段补充事项。",
    right="清单后面只有落款或网页的页脚。",
    mend="请看一眼，确实是事项的补入“清单”表。",
)
def text_outside_list(notice: Notice, context: Context) -> Iterator[Fault]:
    """There is text behind the list, or lines inside it that say nothing."""
    for reason in dict.fromkeys(left.reason for left in notice.outside):
        lines = [left for left in notice.outside if left.reason == reason]
        yield Fault(
            f"{reason}没有列入，共 {len(lines)} 行，从{lines[0].cell}“{_shown(lines[0])}”开始。",
            file=notice.file,
            cell=lines[0].cell,
        )


@rule(
    "L917",
    "看不出制发机关",
    Severity.WARNING,
    Subject.NOTICE,
    what="通知里有没有制发机关的名称。",
    why="表格、通报都要写制发机关。",
    wrong="只有一张表，没有落款。",
    right="落款：某区管委会",
    mend="请在“基本信息”表里填写“制发机关”和“署名”。",
)
def authority_unknown(notice: Notice, context: Context) -> Iterator[Fault]:
    """The issuing body is stated nowhere."""
    stated = context.programme.settings.authority != notice.scheme.authority
    if notice.layout_from is LayoutFrom.NOTICE and not notice.authority and not stated:
        yield Fault("通知里看不出制发机关，请补填。", file=notice.file)


@rule(
    "L918",
    "体例只按栏目认定",
    Severity.WARNING,
    Subject.NOTICE,
    what="通知里有没有体例所属地方的名称。",
    why="栏目相同的地方不止一个，认错了，表名和制发机关就错了。",
    wrong="只有一张表，没有地名。",
    right="表名写明“某区2024年…”。",
    mend="请核对“基本信息”表里的名称、制发机关和体例；不是这个体例的，请换一个文件夹，指明体例后重新读取通知。",
)
def layout_by_columns(notice: Notice, context: Context) -> Iterator[Fault]:
    """The layout is a known one, but nothing in the notice names its place."""
    if notice.layout_from is LayoutFrom.COLUMNS:
        scheme = notice.scheme
        yield Fault(
            f"栏目与体例 {scheme.name} 一致，但通知里没有出现“{scheme.place}”。", file=notice.file
        )


def _shown(left: Leftover) -> str:
    return shortened("".join(left.text.split()))


RULES = (
    line_not_taken,
    column_not_taken,
    layout_unknown,
    row_short,
    unit_written_twice,
    members_to_check,
    unit_name_guessed,
    text_outside_list,
    authority_unknown,
    layout_by_columns,
)
