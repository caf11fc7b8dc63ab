"""Family J, arithmetic: figures and lists of one text that do not fit each other."""

from collections.abc import Iterator

from toolkit.model.finding import Severity
from toolkit.model.form import Form
from toolkit.model.scheme import Key
from toolkit.model.submission import Entry
from toolkit.rules.base import Context, Fault, Subject, rule
from toolkit.rules.wording import texts_of
from toolkit.text.averages import times_faults
from toolkit.text.increases import change_faults
from toolkit.text.name_lists import list_faults
from toolkit.text.one_each import one_each_faults
from toolkit.text.overruns import overruns
from toolkit.text.products import product_faults
from toolkit.text.rates import rates_beyond
from toolkit.text.shortfalls import shortfalls


@rule(
    "J723",
    "名单与数量不符",
    Severity.WARNING,
    Subject.ENTRY,
    what="写了数量又逐个列出名称的，名称的个数是不是这个数，写“等”的不算；同一个名称是不是写了两次。",
    why="数量和名单必有一处错。",
    wrong="已建成2所，分别为东园幼儿园、西园幼儿园、南园幼儿园。",
    right="已建成3所，分别为东园幼儿园、西园幼儿园、南园幼儿园。",
    mend="请核对数量和名单；没有列全的写“等”。",
    forms=(Form.PROGRESS,),
)
def list_differs(entry: Entry, context: Context) -> Iterator[Fault]:
    """A list of names is longer or shorter than the number before it."""
    targets = context.programme.targets_of.get(entry.item.code, ())
    things = [(target.subject, target.measure) for target in targets]
    for column, text in texts_of(entry, context):
        for fault in (*list_faults(text, things), *one_each_faults(text)):
            count, names = len(fault.names), "、".join(fault.names)
            if fault.twice:
                yield Fault(
                    f"“{column.title}”列出的名称（{names}）里，“{fault.twice}”写了两次。",
                    key=column.key,
                )
                continue
            yield Fault(
                f"“{column.title}”写“{fault.amount.text}”，列出的名称是 {count} 个（{names}）。",
                key=column.key,
            )


@rule(
    "J724",
    "分项合计少于总数",
    Severity.WARNING,
    Subject.ENTRY,
    what="“其中”后面看来是列全了的各项，相加是不是比总数少一点；写“等”“其余”的不算。",
    why="多半是总数或者某一项写错了；没有列全的看不出差多少。",
    wrong="新增床位72张，其中甲敬老院35张、乙敬老院20张、丙敬老院15张。",
    right="新增床位70张，其中甲敬老院35张、乙敬老院20张、丙敬老院15张。",
    mend="请核对总数和各项；没有列全的，写明其余的在哪里。",
    forms=(Form.PROGRESS,),
)
def parts_fall_short(entry: Entry, context: Context) -> Iterator[Fault]:
    """Parts that look like all there are make a little less than the whole."""
    for column, text in texts_of(entry, context):
        for fault in shortfalls(text):
            parts = "、".join(part.text for part in fault.parts)
            yield Fault(
                f"“{column.title}”写总数“{fault.whole.text}”，其中各项（{parts}）相加是 {fault.total:g}。",
                key=column.key,
            )


@rule(
    "J727",
    "标准乘数量与总额不符",
    Severity.WARNING,
    Subject.ENTRY,
    what="写了数量、每人（每间等）多少元和总额的，总额是不是数量乘标准，按月发、分批拨的不算；几期、每期多少人和总数、人均和总额也一样。",
    why="数量、标准、总额三个数必有一个错。",
    wrong="补助6010人，按每人3000元计，共支付1603万元。",
    right="补助6010人，按每人3000元计，共支付1803万元。",
    mend="请核对数量、标准和总额；只拨付了一部分的写明“已拨付部分”。",
    forms=(Form.PROGRESS,),
    may=lambda text: "每" in text or "均" in text or ("元" in text and "/" in text),
)
def product_differs(entry: Entry, context: Context) -> Iterator[Fault]:
    """A sum of money is not the number times the rate."""
    for fault in product_faults(entry.values.get(Key.PROGRESS, "")):
        each = "，".join(
            f"{count.text}、每{count.unit} {rate:g} 元"
            for count, rate in zip(fault.counts, fault.rates, strict=True)
        )
        yield Fault(
            f"写“{fault.total.text}”，按 {each}应为 {_money(fault.expected)}。",
            key=Key.PROGRESS,
        )
    for times in times_faults(entry.values.get(Key.PROGRESS, "")):
        yield Fault(f"写“{times.text}”，{times.expected}。", key=Key.PROGRESS)


def _money(number: float) -> str:
    return f"{number / 10_000:g} 万元" if number >= 10_000 else f"{number:g} 元"


@rule(
    "J728",
    "部分大于全部",
    Severity.WARNING,
    Subject.ENTRY,
    what="后一个数说的是前一个数里的一部分的，是不是比前一个数大。",
    why="整改的比排查出来的多、达标的比总数多，必有一个数错。",
    wrong="农贸市场共有134处，已达标141处。",
    right="农贸市场共有134处，已达标114处。",
    mend="请核对这两个数；时间范围不同的写明。",
    forms=(Form.PROGRESS,),
)
def part_exceeds_whole(entry: Entry, context: Context) -> Iterator[Fault]:
    """More is done than there is to do it to."""
    for fault in overruns(entry.values.get(Key.PROGRESS, "")):
        yield Fault(f"写“{fault.text}”，部分比全部还多。", key=Key.PROGRESS)


@rule(
    "J729",
    "增幅与前后数不符",
    Severity.WARNING,
    Subject.ENTRY,
    what="写了由多少提高（降低）到多少、又写了增幅的，增幅是不是由这两个数算出来的。",
    why="前后两个数和增幅必有一处错。",
    wrong="标准由960元提高到1000元，增幅5.2%。",
    right="标准由960元提高到1010元，增幅5.2%。",
    mend="请核对前后两个数和增幅。",
    forms=(Form.PROGRESS,),
    may=lambda text: "%" in text or "％" in text or "百分点" in text,
)
def change_differs(entry: Entry, context: Context) -> Iterator[Fault]:
    """A stated rise or fall is not the one between its two numbers."""
    for fault in change_faults(entry.values.get(Key.PROGRESS, "")):
        yield Fault(f"写“{fault.text}”，算出来应为 {fault.expected}。", key=Key.PROGRESS)


@rule(
    "J736",
    "比例超过100%",
    Severity.WARNING,
    Subject.ENTRY,
    what="覆盖率、达标率、合格率、签约率、完好率、到位率这样的比例，是不是超过了100%；完成率、占目标的百分比可以超过。",
    why="部分不会比全部还多，必有一个数错。",
    wrong="村级节点覆盖率103%。",
    right="村级节点覆盖率97%。",
    mend="请核对这个百分比；按计划数算的，改称“完成率”。",
    forms=(Form.PROGRESS,),
    may=lambda text: "率" in text or "比例" in text,
)
def more_than_all(entry: Entry, context: Context) -> Iterator[Fault]:
    """A rate that is one of all there is is more than that."""
    for words in rates_beyond(entry.values.get(Key.PROGRESS, "")):
        yield Fault(f"写“{words}”，这样的比例不会超过100%，请核对。", key=Key.PROGRESS)


RULES = (
    list_differs,
    parts_fall_short,
    product_differs,
    part_exceeds_whole,
    change_differs,
    more_than_all,
)
