"""Percentages, always rounded in one way, so that a printed one matches its fraction."""

import math


def percent(part: int, whole: int) -> str:
    """Return `part` of `whole` with at most one decimal: 20%, 66.7%.

    Halves round up. What is not all is never printed as 100%, what is not nothing never as 0%.

    Raises:
        ValueError: `part` is not between 0 and `whole`, or `whole` is 0.
    """
    if not 0 <= part <= whole or whole == 0:
        raise ValueError(f"no percentage of {part} in {whole}")
    tenths = (2000 * part + whole) // (2 * whole)
    if 0 < part < whole:
        tenths = min(max(tenths, 1), 999)
    return f"{one_decimal(tenths)}%"


def share_tenths(share: float) -> int:
    """Return a share as it is printed, in tenths of a percent, rounded as `percent` rounds.

    Differences are taken of these, so that printed shares and their difference agree.
    """
    tenths = math.floor(share * 1000 + 0.5)
    if 0 < share < 1:
        return min(max(tenths, 1), 999)
    return tenths


def one_decimal(tenths: int) -> str:
    """Return tenths as a number with at most one decimal: 667 as 66.7, 200 as 20."""
    units, decimal = divmod(tenths, 10)
    return f"{units}.{decimal}" if decimal else f"{units}"
