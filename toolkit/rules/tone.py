"""Family W: texts that say nothing, and words that do not belong into a report."""

from collections.abc import Iterator

from toolkit.model.finding import Severity
from toolkit.model.form import Form
from toolkit.model.scheme import Key
from toolkit.model.submission import Entry
from toolkit.rules.base import Context, Fault, Subject, rule
from toolkit.rules.wording import texts_of
from toolkit.text.asides import aside, blame, may_blame
from toolkit.text.clean import says_none
from toolkit.text.empty_words import (
    is_empty_report,
    may_be_empty_report,
    names_no_problem,
    needs_only_more,
    tells_success,
)
from toolkit.text.prose import shortened


@rule(
    "W467",
    "空话代替进展",
    Severity.WARNING,
    Subject.ENTRY,
    what="未完成的事项，进展里是不是只有高度重视、成立专班、压实责任、有序推进、取得成效这样的话。",
    why="看不出做了什么、做到什么程度，通报无从引用。",
    wrong="领导高度重视，多次研究部署，各项工作扎实有序推进，取得了明显成效。",
    right="已更新健身器材12件，另有5套正在采购。",
    mend="请写明做了什么、完成多少、到什么程度。",
    forms=(Form.PROGRESS,),
    may=may_be_empty_report,
)
def progress_empty_words(entry: Entry, context: Context) -> Iterator[Fault]:
    """A progress text has only phrases that fit every work."""
    text = entry.values.get(Key.PROGRESS, "")
    if text and not entry.status.finished and is_empty_report(text):
        yield Fault(f"“{shortened(text.strip())}”没有写做了什么、完成多少。", key=Key.PROGRESS)


@rule(
    "W468",
    "夹带内部说明",
    Severity.WARNING,
    Subject.ENTRY,
    what="文字里有没有写给同事看的话（如“这个数请某科长再核一下”“先按这个报”）。",
    why="会照登在汇总表和通报里；数字也可能还没有核准。",
    wrong="投保率100%（这个数请周科长再核一下）。",
    right="投保率100%。",
    mend="请核准数字，删去这句话。",
    forms=(Form.PROGRESS,),
)
def note_left_in(entry: Entry, context: Context) -> Iterator[Fault]:
    """A note to a colleague was left in a text."""
    for column, text in texts_of(entry, context):
        found = aside(text)
        if found:
            told = f"“{column.title}”里的“{shortened(found.text)}”像是内部说明。"
            yield Fault(told, key=column.key)


@rule(
    "W470",
    "问题空泛",
    Severity.WARNING,
    Subject.ENTRY,
    what="存在问题一栏是不是只说有困难、要协调、力度还要加大，没有说是什么困难。",
    why="不知道是什么问题，就无从协调。",
    wrong="存在问题：推进中还存在一些困难，希望予以协调解决。",
    right="存在问题：变压器增容批复未下，请供电公司加快办理。",
    mend="请写明是什么问题、需要谁协调什么；没有问题的填“无”。",
    forms=(Form.PROGRESS,),
    requires=("W454",),
)
def problem_unnamed(entry: Entry, context: Context) -> Iterator[Fault]:
    """A problem cell says that there are difficulties and names none."""
    problem = entry.values.get(Key.PROBLEM, "")
    if not says_none(problem) and (names_no_problem(problem) or needs_only_more(problem)):
        yield Fault(f"“{shortened(problem.strip())}”没有说是什么问题。", key=Key.PROBLEM)


@rule(
    "W472",
    "问题栏写的是成绩",
    Severity.WARNING,
    Subject.ENTRY,
    what="存在问题一栏写的是不是成绩、好评、做完了什么，而没有问题。",
    why="登在问题清单里会闹笑话；也可能填错了栏目。",
    wrong="存在问题：2处场所环境好、服务优，得到老人和家属一致好评。",
    right="存在问题：无。",
    mend="请写明问题，没有问题的填“无”；成绩写在进展里。",
    forms=(Form.PROGRESS,),
    requires=("W451", "W454"),
)
def problem_is_success(entry: Entry, context: Context) -> Iterator[Fault]:
    """A problem cell praises the work and names no difficulty."""
    problem = entry.values.get(Key.PROBLEM, "")
    if not says_none(problem) and tells_success(problem):
        yield Fault(f"“{shortened(problem.strip())}”说的是成绩，不是问题。", key=Key.PROBLEM)


@rule(
    "W471",
    "措辞不宜上报",
    Severity.WARNING,
    Subject.ENTRY,
    what="有没有责怪人的话（如“不上心”“推诿扯皮”“不愿啃硬骨头”）。",
    why="要登在汇总表和通报里，责怪的话不解决问题。",
    wrong="回迁慢，主要是街道干部推诿扯皮。",
    right="回迁慢，个别住户对安置方案有异议，尚未签约。",
    mend="请改为客观说明原因。",
    forms=(Form.PROGRESS,),
    may=may_blame,
)
def blames(entry: Entry, context: Context) -> Iterator[Fault]:
    """A text blames people."""
    for column, text in texts_of(entry, context):
        found = blame(text)
        if found:
            yield Fault(f"“{column.title}”里的“{found.text}”不宜写进上报材料。", key=column.key)


RULES = (progress_empty_words, note_left_in, problem_unnamed, problem_is_success, blames)
