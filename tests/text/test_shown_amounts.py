"""Shares and amounts in the words in which people read them."""

import pytest

from toolkit.text.shown_amounts import amount_text, share_text, target_text


@pytest.mark.parametrize(
    ("share", "text"),
    [
        (0, "0%"),
        (0.0001, "0.1%"),
        (0.5, "50%"),
        (0.817142, "81.7%"),
        (0.99999, "99.9%"),
        (1, "100%"),
        (1.25, "125%"),
    ],
)
def test_a_share_never_looks_like_all_or_nothing_unless_it_is(share: float, text: str) -> None:
    """At most one decimal; almost all is 99.9%."""
    assert share_text(share) == text


@pytest.mark.parametrize(
    ("number", "measure", "text"),
    [
        (20, "公里", "20公里"),
        (1.65, "万个", "1.65万个"),
        (86_000, "平方米", "8.6万平方米"),
        (350_000, "人", "35万人"),
        (12_345, "人", "12345人"),
        (0, "所", "0所"),
        (12_000_000_000, "元", "1200000万元"),
    ],
)
def test_an_amount_loses_no_figure(number: float, measure: str, text: str) -> None:
    """万 only where it needs no more than two decimals."""
    assert amount_text(number, measure) == text


@pytest.mark.parametrize(
    ("comparator", "text"),
    [("等于", "2所"), ("不少于", "不少于2所"), ("约", "约2所"), ("全覆盖", "全覆盖")],
)
def test_a_target_is_named_with_what_it_asks(comparator: str, text: str) -> None:
    """等于 goes without saying."""
    assert target_text(2, "所", comparator) == text
