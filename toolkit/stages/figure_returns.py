"""Which units each figure on returns was counted from: who reported, how late, who did not."""

import re
from collections.abc import Iterator, Sequence

from toolkit.model.bulletin import ProgressBulletin
from toolkit.model.figure import Basis, Claim
from toolkit.stages.documents import Draft
from toolkit.stages.figure_claims import found_in
from toolkit.text.prose import name_text


def on_returns(draft: Draft, bulletin: ProgressBulletin) -> Iterator[Claim]:
    """Yield the figures of a document's sentences that count units or working days."""
    yield from _reported(draft.fields.get("报送情况"), bulletin)
    yield from _reminded(draft.fields.get("催报情况"), bulletin)


def _reported(text: object, bulletin: ProgressBulletin) -> Iterator[Claim]:
    late = tuple(unit.unit for unit in bulletin.late)
    everybody = (*bulletin.on_time, *late, *bulletin.missing)
    yield from _units(text, r"应报送单位(\d+)个", "本期要报送的单位", everybody)
    yield from _units(
        text,
        r"按时报送(\d+)个",
        "在报送时限以前报送的；后来更正的，按第一次报送算",
        bulletin.on_time,
    )
    yield from _units(text, r"逾期报送(\d+)个", "过了报送时限才收到的", late)
    yield from _units(text, r"[，中]未报送(\d+)个", "没有可用报表的", bulletin.missing)
    how = "报送时限到收到之间的工作日"
    yield from _units(text, r"，均逾期(\d+)个工作日", how, late)
    for unit in bulletin.late:
        pattern = rf"{re.escape(name_text(unit.unit))}，逾期(\d+)个工作日"
        yield from _units(text, pattern, how, (unit.unit,))


def _reminded(text: object, bulletin: ProgressBulletin) -> Iterator[Claim]:
    silent = [unit.unit for unit in bulletin.outstanding if not unit.refused]
    refused = [unit.unit for unit in bulletin.outstanding if unit.refused]
    late = tuple(unit.unit for unit in bulletin.late)
    everybody = (*bulletin.on_time, *late, *silent, *refused)
    yield from _units(text, r"应报送单位(\d+)个", "本期要报送的单位", everybody)
    yield from _units(text, r"尚未报送的(\d+)个", "没有收到报表的", silent)
    yield from _units(text, r"需要重新报送的(\d+)个", "收到的文件都不能采用的", refused)
    yield from _units(
        text, r"均?已逾期(\d+)个工作日", "报送时限到现在的工作日", (*silent, *refused)
    )
    for unit in bulletin.outstanding:
        name = rf"(?<=[：、]){re.escape(name_text(unit.unit))}（"
        yield from _units(
            text, rf"{name}承担填报(\d+)项", "清单里由这个单位填报的事项", (unit.unit,)
        )
        pattern = rf"{name}(?:承担填报\d+项，)?逾期(\d+)个工作日"
        yield from _units(text, pattern, "报送时限到现在的工作日", (unit.unit,))


def _units(text: object, pattern: str, how: str, units: Sequence[str]) -> Iterator[Claim]:
    return found_in(text, pattern, Basis(how, units=tuple(units)))
