"""How a bulletin lists items and units: named, numbered, and never without end."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from toolkit.model.bulletin import BulletinItem, ProgressBulletin
from toolkit.stages.statistics import UNREPORTED
from toolkit.text.numbering import heading_prefix
from toolkit.text.percent import one_decimal, share_tenths
from toolkit.text.periods import day_name
from toolkit.text.prose import clause, name_text, sentence

LISTED = 30
"""How many entries of one list a bulletin names; the consolidated workbook has the others."""

TABLE = "汇总表"
PROBLEM_SHEET = "汇总表“问题清单”"
RETURN_SHEET = "汇总表“报送情况”"
COUNT_SHEET = "汇总表“统计”"

_GOALS = re.compile("[，；：。]")

_UNSTATED = "未注明进展状态"
_NOT_GIVEN = "未填报。"
_NOT_REPORTED = "本期未报送。"
_NO_PROBLEM = "未反映。"


def groups(bulletin: ProgressBulletin) -> tuple[tuple[str, tuple[BulletinItem, ...]], ...]:
    """Return the groups that together hold every item once, the finished ones first."""
    return (
        ("已完成", bulletin.finished),
        ("正常推进", bulletin.ongoing),
        ("进展较慢", bulletin.behind),
        (_UNSTATED, bulletin.unstated),
        (UNREPORTED, bulletin.unreported),
    )


def listing(items: Sequence[BulletinItem], elsewhere: str, year: int) -> dict[str, object]:
    """Return a list for the template: how many, the first `LISTED`, and where the others are.

    Args:
        items: All of them.
        elsewhere: Where those stand that are not named.
        year: The programme's, in which a day needs no year.
    """
    others = len(items) - LISTED
    return {
        "数": len(items),
        "事项": [
            {"序号": f"{number}." if len(items) > 1 else "", **entry(item, year)}
            for number, item in enumerate(items[:LISTED], 1)
        ],
        "其余": f"其余{others}项见{elsewhere}。" if others > 0 else "",
    }


def enumeration(entries: Sequence[str], mark: str, elsewhere: str, whole: int | None = None) -> str:
    """Return entries one after the other within a sentence, at most `LISTED` of them.

    Args:
        whole: How many there are, where `entries` are only the first `LISTED` of them.
    """
    others = (len(entries) if whole is None else whole) - LISTED
    rest = f"（其余{others}个见{elsewhere}）" if others > 0 else ""
    return mark.join(entries[:LISTED]) + rest


def by_unit(items: Iterable[BulletinItem]) -> Counter[str]:
    """Count items by the unit that leads them; those without one stand under ""."""
    return Counter(name_text(item.lead) for item in items)


def responsible(items: Iterable[BulletinItem]) -> str:
    """Return a clause on whose items these are: 涉及责任单位2个：甲局2项、乙局1项.

    Of a single unit it is enough to name it.
    """
    counts = by_unit(items)
    if len(counts) == 1 and "" not in counts:
        ((unit, count),) = counts.items()
        return f"责任单位{'均' if count > 1 else ''}为{unit}"
    unnamed = counts.pop("", 0)
    shares = [f"{unit}{count}项" for unit, count in counts.items()]
    named = f"涉及责任单位{len(shares)}个：{enumeration(shares, '、', COUNT_SHEET)}"
    parts = (named if shares else "", f"未明确责任单位的{unnamed}项" if unnamed else "")
    return "；".join(filter(None, parts))


def unclear(items: Iterable[BulletinItem], bulletin: ProgressBulletin) -> dict[str, int]:
    """Count those items of which nobody says whether they are finished, by what is lacking."""
    codes = {item.code for item in items}
    lacks = (("未报送进展情况", bulletin.unreported), (_UNSTATED, bulletin.unstated))
    counts = {lack: sum(item.code in codes for item in group) for lack, group in lacks}
    return {lack: count for lack, count in counts.items() if count}


def counted_as_unfinished(items: Sequence[BulletinItem], bulletin: ProgressBulletin) -> str:
    """Say of which items it is not known: to call them unfinished is a way of counting."""
    count = len(items)
    parts = unclear(items, bulletin)
    if not parts:
        return ""
    (first, number), *_ = parts.items()
    if number == count:
        return f"{'均' if count > 1 else '该事项'}{first}，暂按未完成统计。"
    told = "、".join(f"{name}的{number}项" for name, number in parts.items())
    return f"其中{told}，暂按未完成统计。"


def entry(item: BulletinItem, year: int) -> dict[str, object]:
    """Return the fields of one item."""
    reported = item.status != UNREPORTED
    return {
        "编号": item.code,
        "名称": label(item),
        "项目": name_text(item.project),
        "事项": name_text(item.name),
        "单位": name_text(item.lead) or "未明确",
        "共同单位": "、".join(map(name_text, item.others)),
        "已报送": reported,
        "进展": sentence(item.progress) or (_NOT_GIVEN if reported else _NOT_REPORTED),
        "问题": sentence(item.problem) or (_NO_PROBLEM if reported else _NOT_REPORTED),
        "计划": sentence(item.plan) or (_NOT_GIVEN if reported else _NOT_REPORTED),
        "说明": sentence(item.explanation or ""),
        "目标": sentence(item.content),
        "时限": due_day(item, year),
        "状态": item.status,
        **pace_words(item),
    }


def due_day(item: BulletinItem, year: int) -> str:
    """Return by when an item is to be finished, such as 10月底; "" where nobody said."""
    if item.due is None:
        return ""
    return day_name(item.due) if item.due.year == year else f"{item.due.year}年{day_name(item.due)}"


def pace_words(item: BulletinItem) -> dict[str, str]:
    """Return the fields on an item's pace; all "" where it is not known."""
    if item.pace is None or item.share is None or item.expected is None:
        return {"时序": "", "完成进度": "", "时序进度": "", "时序对照": ""}
    done, expected = share_tenths(item.share), share_tenths(item.expected)
    points = f"时序进度{one_decimal(abs(done - expected))}个百分点"
    against = f"超过{points}" if done > expected else f"落后{points}"
    return {
        "时序": item.pace.value,
        "完成进度": f"{one_decimal(done)}%",
        "时序进度": f"{one_decimal(expected)}%",
        "时序对照": against if done != expected else "与时序进度持平",
    }


def label(item: BulletinItem) -> str:
    """Return 项目——事项, or one of them where the other is missing or says no more.

    A project that lists its goals (青岛市: 新增就业35万人，扶持创业3万人) would say all of them
    before each. Its own number (一、) would come after the entry's.
    """
    heading, name = name_text(item.project), clause(item.name)
    project = heading.removeprefix(heading_prefix(heading))
    if not project or name.startswith(project) or (name and _GOALS.search(project)):
        return name or item.code
    return f"{project}——{name}" if name else project
