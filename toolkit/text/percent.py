"""Percentages, always rounded in one way, so that a printed one matches its fraction."""


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
    units, decimal = divmod(tenths, 10)
    return f"{units}.{decimal}%" if decimal else f"{units}%"
