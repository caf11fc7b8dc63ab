"""Family F: files that cannot be taken in."""

from collections.abc import Iterator

from toolkit.model.finding import Severity
from toolkit.model.submission import FileStatus, Received, Submission
from toolkit.rules.base import Context, Fault, Subject, rule


def _put_aside(received: Received) -> Fault:
    return Fault(f"{received.reason}。", received.advice or "")


@rule(
    "F101",
    "文件打不开",
    Severity.ERROR,
    Subject.FILE,
    what="回收的文件能否读出工作表。",
    why="读不出的文件等于没有报送，其中的进展不会进入汇总。",
    wrong="文件损坏、设了打开密码，或者里面没有表格。",
    right="在 WPS 或 Excel 中能打开、没有密码的 .xlsx 或 .xls 文件。",
    mend="请报送单位在 WPS 或 Excel 中打开、另存为 .xlsx 后重新发送。",
)
def unreadable(received: Received, context: Context) -> Iterator[Fault]:
    """The file could not be read."""
    if received.status is FileStatus.UNREADABLE:
        yield _put_aside(received)


@rule(
    "F102",
    "不是本年度实事的进展表",
    Severity.WARNING,
    Subject.FILE,
    what="文件里有没有本年度实事的进展表。",
    why="无关文件不进入汇总；如果其实是报送表，就会漏掉一个单位。",
    wrong="“2回收”里放了会议通知或另一项工作的表格。",
    right="“2回收”里只有各单位报送的进展表。",
    mend="确是报送表的，请报送单位用下发的表格重新填写；无关文件不用处理。",
)
def foreign(received: Received, context: Context) -> Iterator[Fault]:
    """The file is no form of this programme."""
    if received.status is FileStatus.FOREIGN and not _of_another_period(received, context):
        yield _put_aside(received)


def _of_another_period(received: Received, context: Context) -> bool:
    identity = received.identity
    return bool(
        identity
        and context.period
        and identity.programme in (None, context.programme.identity)
        and identity.period not in (None, context.period.label)
    )


@rule(
    "F103",
    "同一文件收到两次",
    Severity.INFO,
    Subject.FILE,
    what="回收的文件是否与另一份内容完全相同。",
    why="只算一份，记录在案以备查对。",
    wrong="同一附件从邮件和微信各存了一次。",
    right="每份报表只存一次。",
    mend="不用处理。",
)
def duplicate(received: Received, context: Context) -> Iterator[Fault]:
    """The same bytes came twice."""
    if received.status is FileStatus.DUPLICATE:
        yield _put_aside(received)


@rule(
    "D201",
    "报错了报告期",
    Severity.ERROR,
    Subject.FILE,
    what="表格是不是本期下发的表。",
    why="把别期的进展并入本期，数字会错。",
    wrong="9月文件夹里收到8月的表。",
    right="填报本期下发的表。",
    mend="放到对应报告期的“2回收”，并请报送单位补报本期的表。",
)
def other_period(received: Received, context: Context) -> Iterator[Fault]:
    """The form is of another period."""
    if received.status is FileStatus.FOREIGN and _of_another_period(received, context):
        yield _put_aside(received)


@rule(
    "D202",
    "认不出填报单位",
    Severity.ERROR,
    Subject.FILE,
    what="能否从隐藏标识、填报单位、文件名或事项归属认定是哪个单位的表。",
    why="不知道是谁报的，就不能汇总，也不能退回。",
    wrong="内容粘贴到新表中，又没有写填报单位。",
    right="用下发的表格填写，或在“填报单位：”后写明单位全称。",
    mend="在“填报单位：”后写明单位，或把文件名改成单位名称，再重新运行。",
)
def unidentified(received: Received, context: Context) -> Iterator[Fault]:
    """Nobody knows whose return it is."""
    if received.status is FileStatus.UNIDENTIFIED:
        yield _put_aside(received)


@rule(
    "D203",
    "同一单位报了几份",
    Severity.INFO,
    Subject.FILE,
    what="一个单位是否报送了内容不同的几份表。",
    why="只有一份进入汇总，应当知道是哪一份、凭什么。",
    wrong="先报一份，后又补发更正的一份。",
    right="后一份进入汇总，前一份留存备查。",
    mend="以较晚的一份为准，不用处理；如应以前一份为准，请把后一份移出“2回收”，再重新运行。",
)
def superseded(received: Received, context: Context) -> Iterator[Fault]:
    """Another return of the unit counts."""
    if received.superseding is not None and received.superseding.certain:
        yield _put_aside(received)


@rule(
    "D204",
    "几份报表先后不明",
    Severity.WARNING,
    Subject.FILE,
    what="一个单位的几份表同时收到时，能否从保存时间判断先后。",
    why="判断不了先后时取哪一份是猜测，必须有人确认。",
    wrong="同时收到“建交局.xls”和“建交局2.xls”，文件里没有保存时间。",
    right="只留下应当采用的一份，或请单位重发。",
    mend="请与报送单位核对应以哪一份为准；采用的不对时，请把它移出“2回收”，再重新运行。",
)
def order_unknown(received: Received, context: Context) -> Iterator[Fault]:
    """Which of two returns is the later one was guessed."""
    if received.superseding is not None and not received.superseding.certain:
        yield _put_aside(received)


@rule(
    "F104",
    "由打印件读出",
    Severity.WARNING,
    Subject.SUBMISSION,
    what="报表是不是从打印出来的版式文件里读出来的。",
    why="打印件里没有格子和换行的原样，分页处的文字可能读断、读串。",
    wrong="只报送了由表格打印成的版式文件。",
    right="报送表格本身。",
    mend="请对照原件逐格核对，或请报送单位改报表格。",
)
def from_print(submission: Submission, context: Context) -> Iterator[Fault]:
    """The values were read from printed pages."""
    if submission.nature.printed:
        count = len(submission.entries)
        yield Fault(f"{count} 个事项的内容由打印件读出，请核对。")


@rule(
    "F105",
    "文件带有宏",
    Severity.INFO,
    Subject.SUBMISSION,
    what="报表文件里有没有宏。",
    why="报表用不着宏；来历不明的宏可能是宏病毒，会随文件传到别的电脑。",
    wrong="报送的是启用宏的工作簿，或者感染了宏病毒的 .xls 文件。",
    right="报送没有宏的 .xlsx 文件。",
    mend="本次不用重报；请报送单位查杀宏病毒，以后另存为 .xlsx 再报送。",
)
def with_macros(submission: Submission, context: Context) -> Iterator[Fault]:
    """The file carries macros, which nobody runs here."""
    if submission.nature.macros:
        yield Fault(f"“{submission.file.name}”带有宏；填报内容已照常读取，宏没有运行。")


@rule(
    "F106",
    "扩展名与内容不符",
    Severity.INFO,
    Subject.SUBMISSION,
    what="文件名的结尾（如 .xls）与文件实际的格式是不是一致；WPS 和 Excel 通用的写法不算。",
    why="有的电脑打不开这样的文件，或者打开时报警，容易被当成损坏的文件。",
    wrong="从网上系统导出的网页，文件名却以 .xls 结尾。",
    right="在 WPS 或 Excel 中另存为 .xlsx 的文件。",
    mend="本次不用重报；请报送单位以后在 WPS 或 Excel 中打开、另存为 .xlsx，不要直接改文件名。",
)
def misnamed(submission: Submission, context: Context) -> Iterator[Fault]:
    """The file is of another kind than its name says."""
    nature, name = submission.nature, submission.file.name
    if not nature.fits(name):
        yield Fault(f"“{name}”实际是 {nature.type}，不是文件名所写的格式；已按实际内容读取。")


RULES = (
    unreadable,
    foreign,
    duplicate,
    other_period,
    unidentified,
    superseded,
    order_unknown,
    from_print,
    with_macros,
    misnamed,
)
