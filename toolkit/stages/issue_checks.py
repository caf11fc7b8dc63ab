"""Everything that is checked of a period's documents before one of them is written."""

from collections.abc import Iterator, Sequence

from toolkit.model.bulletin import BulletinItem, ProgressBulletin
from toolkit.model.inconsistency import Inconsistency, Wrong
from toolkit.model.programme import Programme
from toolkit.stages.bulletin_checks import inconsistencies
from toolkit.stages.bulletin_lists import groups
from toolkit.stages.documents import Draft
from toolkit.stages.printed_figures import misprints


def before_issue(
    bulletin: ProgressBulletin, programme: Programme, documents: Sequence[Draft]
) -> tuple[Inconsistency, ...]:
    """Return what contradicts itself or the list; empty when the documents may go out.

    Args:
        bulletin: The figures of which the documents are made.
        programme: The list that they are about.
        documents: The documents as they are to be printed; what follows in them from figures
            that are wrong already is not told again.
    """
    found = (*inconsistencies(bulletin), *_off_the_list(bulletin, programme))
    told = {each.wrong for each in found}
    printed = (each for each in misprints(documents, bulletin) if each.wrong not in told)
    return (*found, *printed)


def _off_the_list(bulletin: ProgressBulletin, programme: Programme) -> Iterator[Inconsistency]:
    """Yield what documents name that is not in the list, and that they leave some of it out."""
    listed = len(programme.items)
    if bulletin.items != listed:
        sentence = f"清单共有{listed}项，列入统计的却是{bulletin.items}项。"
        yield Inconsistency(Wrong.SUM, sentence)
    for name, items in groups(bulletin):
        for item in items:
            if sentence := _item_fault(name, item, programme):
                yield Inconsistency(Wrong.UNLISTED, sentence)
    known = programme.addressees
    for unit, name in _named_units(bulletin).items():
        if unit not in known:
            yield Inconsistency(Wrong.UNLISTED, f"单位{unit}列入{name}，但清单里没有这个单位。")


def _item_fault(name: str, item: BulletinItem, programme: Programme) -> str:
    listed = programme.by_code.get(item.code)
    if listed is None:
        return f"事项{item.code}列入{name}，但清单里没有这个编号。"
    units = {listed.lead, *listed.co}
    strange = [unit for unit in (item.lead, *item.others) if unit not in units]
    if strange:
        told = "、".join(strange)
        return f"事项{item.code}点名的责任单位{told}，清单里不是这一项的责任单位。"
    return ""


def _named_units(bulletin: ProgressBulletin) -> dict[str, str]:
    """Return the units that are named for how they report, each with where it is named first."""
    named = (
        ("按时报送", bulletin.on_time),
        ("逾期报送", [entry.unit for entry in bulletin.late]),
        ("未报送", bulletin.missing),
    )
    units: dict[str, str] = {}
    for name, members in named:
        for unit in members:
            units.setdefault(unit, name)
    return units
