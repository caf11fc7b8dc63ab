"""How a period's reports stand: what is done of each target, and the pace by the calendar."""

from toolkit.model.month import Month
from toolkit.stages.rulings import overruled


def assessed(month: Month) -> Month:
    """Return a period whose reports are set against their targets and the calendar."""
    return overruled(month)
