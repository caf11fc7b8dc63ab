"""Family B: what is about to be issued."""

from collections.abc import Iterable, Iterator

from toolkit.model.finding import Severity
from toolkit.model.inconsistency import Inconsistency, Wrong
from toolkit.rules.base import Context, Fault, Subject, rule

_HOLD = "请先不要印发，核对汇总表的“统计”“报送情况”两页；改过数字的，改回汇总表的数字。"


@rule(
    "B801",
    "分项之和不等于总数",
    Severity.ERROR,
    Subject.BULLETIN,
    what="通报等文件里，各类事项、各类单位之和是否等于总数，总数是否等于清单的事项数。",
    why="通报印发后数字不合，是公开的差错。",
    wrong="共15项，已完成2项、正常推进12项。",
    right="共15项，已完成2项、正常推进13项。",
    mend=_HOLD,
)
def parts_differ(found: Iterable[Inconsistency], context: Context) -> Iterator[Fault]:
    """Parts do not add up to the whole."""
    return _of(Wrong.SUM, found)


@rule(
    "B802",
    "百分比与数字不符",
    Severity.ERROR,
    Subject.BULLETIN,
    what="完成率、占比、完成进度等百分比，由文件里的数字重新计算是否一致；四舍五入和截去尾数都算对。",
    why="百分比最容易被引用，错了影响最大。",
    wrong="共37项，已完成27项，完成率72.5%。",
    right="共37项，已完成27项，完成率73%（写72.9%也对）。",
    mend=_HOLD,
)
def shares_differ(found: Iterable[Inconsistency], context: Context) -> Iterator[Fault]:
    """A percentage is not the share that its numbers make."""
    return _of(Wrong.SHARE, found)


@rule(
    "B803",
    "点名的单位或事项不在清单",
    Severity.ERROR,
    Subject.BULLETIN,
    what="文件里点名的事项是不是清单里的，点名的单位是不是该事项的责任单位、应当报送的单位。",
    why="点错名的通报，发出去就要收回。",
    wrong="通报“民政局未报送”，清单里没有民政局的事项。",
    right="只点名清单里的单位和事项。",
    mend="请先不要印发，核对“清单”“单位”两表和汇总表的“报送情况”页。",
)
def named_unlisted(found: Iterable[Inconsistency], context: Context) -> Iterator[Fault]:
    """What is named is not in the list."""
    return _of(Wrong.UNLISTED, found)


@rule(
    "B804",
    "同一事项或单位归入两类",
    Severity.ERROR,
    Subject.BULLETIN,
    what="同一事项、同一单位是不是只归一类（如不会既已完成又逾期未完成），列入一类的有没有依据。",
    why="一件事两种说法，被通报的单位不会认。",
    wrong="同一事项既列入“已完成”，又列入“逾期未完成”。",
    right="每个事项、每个单位只归一类。",
    mend=_HOLD,
)
def classed_twice(found: Iterable[Inconsistency], context: Context) -> Iterator[Fault]:
    """An item or a unit stands in classes that exclude each other."""
    return _of(Wrong.TWICE, found)


def _of(wrong: Wrong, found: Iterable[Inconsistency]) -> Iterator[Fault]:
    return (Fault(each.sentence) for each in found if each.wrong is wrong)


RULES = (
    parts_differ,
    shares_differ,
    named_unlisted,
    classed_twice,
)
