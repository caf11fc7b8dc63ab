"""Family W: how a unit's texts are worded."""

from collections.abc import Iterator, Sequence

from toolkit.model.finding import Severity
from toolkit.model.form import Form
from toolkit.model.scheme import Column, Key
from toolkit.model.submission import Entry
from toolkit.rules.base import Context, Fault, Subject, rule
from toolkit.text.clean import is_blank, says_none
from toolkit.text.elsewhere import refers_elsewhere
from toolkit.text.misspellings import may_be_misspelt, misspellings
from toolkit.text.placeholders import placeholder
from toolkit.text.plans import plan_is_vague, plan_states_status, problem_holds_plan
from toolkit.text.prose import shortened
from toolkit.text.punctuation import cut_off
from toolkit.text.sensitive import Secret, find_sensitive, holds_long_number
from toolkit.text.wrong_cells import (
    are_swapped,
    holds_dated_intentions,
    plan_lists_deeds,
    plan_tells_hindrance,
)

NONE = "无"
"""What a cell says that has nothing to say."""

_MOST = 3
"""Of one kind of mistake in one cell so many are quoted."""


Texts = Sequence[tuple[Column, str]]


def texts_of(entry: Entry, context: Context) -> Texts:
    """Return the columns for texts in which a unit wrote something, with what it wrote.

    无, which stands in most cells for problems, is no text that anything could be wrong with. A
    dozen rules ask this of each entry, one after the other.
    """
    known = context.once(_texts_by_entry)
    same, texts = known.get(id(entry), (None, ()))
    if same is not entry:
        values = entry.values
        texts = [
            (column, text)
            for column in context.layout.written
            if (text := values.get(column.key)) and text != NONE
        ]
        known[id(entry)] = entry, texts
    return texts


def _texts_by_entry(context: Context) -> dict[int, tuple[Entry | None, Texts]]:
    """Return what `texts_of` remembers; each entry is kept, so that no other gets its number."""
    return {}


def quoted(words: list[str]) -> str:
    """Return the first few of several words in quotes."""
    named = "、".join(f"“{word}”" for word in dict.fromkeys(words[:_MOST]))
    return f"{named}等" if len(words) > _MOST else named


@rule(
    "W451",
    "用占位文字代替内容",
    Severity.ERROR,
    Subject.ENTRY,
    what="填写的是不是“同上”“略”“见附件”“××”这样的占位文字，或者只让人到别处去了解。",
    why="汇总以后行的次序会变，附件也不在一起，别人看不懂。",
    wrong="落实进展情况：同上",
    right="落实进展情况：已完工16公里。",
    mend="请把要说的内容写全；空着的数字补上。",
    forms=(Form.PROGRESS,),
)
def text_is_placeholder(entry: Entry, context: Context) -> Iterator[Fault]:
    """A text stands for one that is somewhere else, or leaves a blank open."""
    for column, text in texts_of(entry, context):
        found = placeholder(text)
        if found and not is_blank(text):
            yield Fault(f"“{column.title}”里有占位文字“{shortened(found.text)}”。", key=column.key)
        elif column.key is Key.PROGRESS and (found := refers_elsewhere(text)):
            told = f"“{column.title}”只说到别处去看：“{shortened(found.text)}”。"
            yield Fault(told, key=column.key)


@rule(
    "W452",
    "计划空泛",
    Severity.WARNING,
    Subject.ENTRY,
    what="未完成的事项，下步计划里有没有具体的工作、程度或时间。",
    why="没有具体内容的计划，下期无从对照。",
    wrong="下月工作计划：采取有力措施，加快建设步伐。",
    right="下月工作计划：完成剩余4公里路面铺设，10月底前通车。",
    mend="请写明做什么、做到什么程度、什么时候完成。",
    forms=(Form.PROGRESS,),
)
def plan_vague(entry: Entry, context: Context) -> Iterator[Fault]:
    """A plan has only phrases that fit every work."""
    plan = entry.values.get(Key.PLAN, "")
    if not entry.status.finished and not says_none(plan) and plan_is_vague(plan):
        yield Fault(f"“{shortened(plan.strip())}”看不出要做什么。", key=Key.PLAN)


@rule(
    "W453",
    "计划写成了进展",
    Severity.WARNING,
    Subject.ENTRY,
    what="未完成的事项，下步计划写的是不是现状、已经做的或者困难，而不是要做的事。",
    why="看不出下一步做什么，也可能填错了栏目。",
    wrong="下月工作计划：各项改造提升工程基本完成。",
    right="下月工作计划：完成46张护理床位安装，10月底前验收。",
    mend="请写下一步要做的事；现状写在进展里。",
    forms=(Form.PROGRESS,),
)
def plan_is_status(entry: Entry, context: Context) -> Iterator[Fault]:
    """A plan says how things are, what has been done, or what hinders."""
    plan = entry.values.get(Key.PLAN, "")
    if entry.status.finished or says_none(plan):
        return
    if plan_states_status(plan):
        yield Fault(f"“{shortened(plan.strip())}”说的是现状，不是计划。", key=Key.PLAN)
    elif plan_lists_deeds(plan):
        yield Fault(f"“{shortened(plan.strip())}”说的是已经做的，不是计划。", key=Key.PLAN)
    elif plan_tells_hindrance(plan):
        yield Fault(f"“{shortened(plan.strip())}”说的是困难，不是计划。", key=Key.PLAN)


@rule(
    "W454",
    "问题写成了计划",
    Severity.WARNING,
    Subject.ENTRY,
    what="存在问题一栏写的是不是下一步的打算，而没有问题。",
    why="登在问题清单里看不出是什么问题；也可能填错了栏目。",
    wrong="存在问题：督促施工单位加快施工进度。",
    right="存在问题：果皮箱到货晚，安装比计划慢。",
    mend="请写明问题；没有问题的填“无”，打算写在下步计划里。",
    forms=(Form.PROGRESS,),
    requires=("W451",),
)
def problem_is_plan(entry: Entry, context: Context) -> Iterator[Fault]:
    """A problem cell says what will be done and names no difficulty."""
    problem = entry.values.get(Key.PROBLEM, "")
    if says_none(problem):
        return
    if problem_holds_plan(problem) or holds_dated_intentions(problem):
        yield Fault(f"“{shortened(problem.strip())}”是打算，不是问题。", key=Key.PROBLEM)
    elif are_swapped(problem, entry.values.get(Key.PLAN, "")):
        told = f"“{shortened(problem.strip())}”是打算，不是问题，像是与计划填反了。"
        yield Fault(told, key=Key.PROBLEM)


@rule(
    "W455",
    "有错别字",
    Severity.WARNING,
    Subject.ENTRY,
    what="有没有固定用语写错、常见的错别字（如“为名办实事”“己完成”）。",
    why="照登在通报里有损严肃。",
    wrong="己完成清淤。",
    right="已完成清淤。",
    mend="请改正。",
    forms=(Form.PROGRESS,),
    may=may_be_misspelt,
)
def text_misspelt(entry: Entry, context: Context) -> Iterator[Fault]:
    """A text has a plain spelling mistake."""
    for column, text in texts_of(entry, context):
        found = misspellings(text)
        if found:
            told = "、".join(f"“{m.text}”应为“{m.meant}”" for m in found[:_MOST])
            yield Fault(f"“{column.title}”：{told}。", key=column.key)


@rule(
    "W459",
    "写了身份证号",
    Severity.ERROR,
    Subject.ENTRY,
    what="要公开的文字里有没有身份证号；校验位不对而地区、生日说得通的也算。",
    why="汇总表和通报要公开，不得泄露个人信息。",
    wrong="救助张某（后面是十八位身份证号）。",
    right="救助困难群众 1 人。",
    mend="请删去身份证号。",
    forms=(Form.PROGRESS,),
    may=holds_long_number,
)
def identity_number(entry: Entry, context: Context) -> Iterator[Fault]:
    """A text that will be published holds an identity number."""
    return _secrets(entry, context, Secret.IDENTITY)


@rule(
    "W460",
    "写了手机号码",
    Severity.WARNING,
    Subject.ENTRY,
    what="要公开的文字里有没有手机号码。",
    why="汇总表和通报要公开；确需公布的，用办公电话。",
    wrong="联系人李某，后面是十一位手机号码。",
    right="咨询电话：0537-1234567。",
    mend="请删去，或者确认可以公开。",
    forms=(Form.PROGRESS,),
    may=holds_long_number,
)
def mobile_number(entry: Entry, context: Context) -> Iterator[Fault]:
    """A text that will be published holds a mobile number."""
    return _secrets(entry, context, Secret.MOBILE)


@rule(
    "W461",
    "写了银行卡号",
    Severity.ERROR,
    Subject.ENTRY,
    what="要公开的文字里有没有银行卡号。",
    why="汇总表和通报要公开，不得泄露账户。",
    wrong="补贴发放到（后面是十九位卡号）。",
    right="补贴已发放到个人账户。",
    mend="请删去银行卡号。",
    forms=(Form.PROGRESS,),
    may=holds_long_number,
)
def card_number(entry: Entry, context: Context) -> Iterator[Fault]:
    """A text that will be published holds a bank card's number."""
    return _secrets(entry, context, Secret.BANK_CARD)


def _secrets(entry: Entry, context: Context, kind: Secret) -> Iterator[Fault]:
    """Yield the numbers of a kind, masked, so that no finding publishes them."""
    for column, text in texts_of(entry, context):
        found = [secret for secret in find_sensitive(text) if secret.kind is kind]
        if found:
            doubt = (
                "" if all(secret.checked for secret in found) else "（校验位不对，多半是抄错了）"
            )
            told = f"{kind.value} {quoted([secret.masked for secret in found])}{doubt}"
            yield Fault(f"“{column.title}”里有{told}。", key=column.key)


@rule(
    "W462",
    "文字不完整",
    Severity.WARNING,
    Subject.ENTRY,
    what="一段文字是不是在逗号、冒号、没有收的括号，或者“有”“以及”“正在”这样的词后面就断了。",
    why="多半是复制时少了一截。",
    wrong="已完工16公里，其中，",
    right="已完工16公里，其中县乡公路9公里。",
    mend="请补全。",
    forms=(Form.PROGRESS,),
)
def text_cut_off(entry: Entry, context: Context) -> Iterator[Fault]:
    """A text breaks off in mid-sentence."""
    for column, text in texts_of(entry, context):
        found = cut_off(text)
        if found:
            yield Fault(f"“{column.title}”到“{shortened(found.text)}”就断了。", key=column.key)


RULES = (
    text_is_placeholder,
    plan_vague,
    plan_is_status,
    problem_is_plan,
    text_misspelt,
    identity_number,
    mobile_number,
    card_number,
    text_cut_off,
)
