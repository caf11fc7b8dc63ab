"""How an office sets the rules: from where on they speak, and how single ones are asked."""

from dataclasses import dataclass

from toolkit.model.finding import Severity


@dataclass(frozen=True, slots=True)
class Thresholds:
    """From where on something is told; places differ, so each is the scheme's to set.

    Attributes:
        slack: Points around the calendar's share within which an item is on pace (达序时).
        yellow: Points behind from which the light is yellow.
        red: Points behind from which it is red.
        late: Points of the time that have gone from which an item still in preparation is told.
        copied: How alike, in points, this text and the last one are when it counts as copied.
        unchanged_plans: In how many periods running a plan may not be the same.
    """

    slack: float = 5
    yellow: float = 10
    red: float = 30
    late: float = 66
    copied: float = 95
    unchanged_plans: int = 3

    __pydantic_config__ = {"extra": "forbid"}  # noqa: RUF012


@dataclass(frozen=True, slots=True)
class RuleSetting:
    """How an office wants a rule of the catalogue.

    Attributes:
        severity: Instead of the rule's own.
        trial: Its findings are told, and never block (试行).
        off: It is not asked.
    """

    severity: Severity | None = None
    trial: bool = False
    off: bool = False

    __pydantic_config__ = {"extra": "forbid"}  # noqa: RUF012
