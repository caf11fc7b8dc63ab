"""Family B: what is about to be issued."""

from collections.abc import Iterator

from toolkit.model.finding import Severity
from toolkit.rules.base import Context, Fault, Subject, rule


@rule(
    "B801",
    "通报数字对不上",
    Severity.ERROR,
    Subject.BULLETIN,
    what="通报里的分项之和是否等于总数，同一事项、同一单位是否只归一类。",
    why="通报印发后数字不合，是公开的差错。",
    wrong="共15项，已完成2项、正常推进12项。",
    right="共15项，已完成2项、正常推进13项。",
    mend="请先不要印发，核对汇总表的“统计”页。",
)
def figures_differ(inconsistencies: tuple[str, ...], context: Context) -> Iterator[Fault]:
    """Parts do not add up to the whole."""
    for sentence in inconsistencies:
        yield Fault(sentence)


RULES = (figures_differ,)
