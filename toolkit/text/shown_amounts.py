"""Shares and amounts in the words in which people read them."""

from toolkit.text.figures import Comparator

_TEN_THOUSAND = 10_000


def share_text(share: float) -> str:
    """Return a share as a percentage with at most one decimal.

    What is not all is never printed as 100%, what is not nothing never as 0%.

    Args:
        share: 1 for all; above 1 when a target is exceeded.
    """
    tenths = round(share * 1000)
    if share < 1:
        tenths = min(tenths, 999)
    if share > 0:
        tenths = max(tenths, 1)
    whole, decimal = divmod(tenths, 10)
    return f"{whole}.{decimal}%" if decimal else f"{whole}%"


def amount_text(number: float, measure: str) -> str:
    """Return a number with its measure: 20公里, 8.6万平方米, 85%."""
    if abs(number) >= _TEN_THOUSAND and number % 100 == 0:
        return f"{_plain(number / _TEN_THOUSAND)}万{measure}"
    return f"{_plain(number)}{measure}"


def target_text(number: float, measure: str, comparator: str) -> str:
    """Return what a target asks for: 20公里, 不少于2所, 全覆盖."""
    if comparator == Comparator.FULL:
        return Comparator.FULL.value
    before = "" if comparator == Comparator.EQUAL else comparator
    return f"{before}{amount_text(number, measure)}"


def _plain(number: float) -> str:
    """Return a number without needless zeros and never in powers of ten."""
    text = f"{number:.4f}".rstrip("0").rstrip(".")
    return "0" if text in ("", "-0") else text
