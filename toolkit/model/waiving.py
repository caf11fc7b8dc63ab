"""What became of the waivers (豁免) of a programme in one period."""

from dataclasses import dataclass
from enum import StrEnum

from toolkit.model.finding import Finding
from toolkit.model.programme import Waiver


class WaiverState(StrEnum):
    """How a waiver stands in a period. The values are what people read."""

    IN_FORCE = "生效"
    UNUSED = "未用到"
    FUTURE = "未开始"
    EXPIRED = "已到期"


@dataclass(frozen=True, slots=True)
class WaiverUse:
    """A waiver and what it did.

    Attributes:
        state: UNUSED when it counts for the period and there was nothing to take out.
        findings: What it took out; of an expired one, what it would have taken out.
    """

    waiver: Waiver
    state: WaiverState
    findings: tuple[Finding, ...] = ()
