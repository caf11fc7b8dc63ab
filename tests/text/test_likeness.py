"""Names and titles that differ in nothing that matters."""

import pytest

from toolkit.text.likeness import likeness, name_key, share_in, title_key


def test_likeness_is_a_share_of_common_pairs() -> None:
    """All, none, or part of them; one character has no pairs."""
    assert likeness("安居工程", "安居工程") == 1
    assert likeness("安居", "修路") == 0
    assert likeness("安", "安") == 0
    assert 0 < likeness("安居工程", "安居提升工程") < 1
    assert share_in("安居", "安居工程") == 1


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("一、安居工程", "安居 工程", True),
        ("（三）“安居”工程", "安居工程", True),
        ("实施安居工程", "安居工程", True),
        ("安居工程", "安居提升工程", False),
        ("一村一品工程", "村一品工程", False),
    ],
)
def test_names(one: str, other: str, same: bool) -> None:
    """Numbers, marks and 实施 before a name are not part of it."""
    assert (name_key(one) == name_key(other)) is same


def test_titles() -> None:
    """Quotes, blanks and 年度 do not count; a year does."""
    assert title_key("青山县 2021年度“实事”清单") == title_key("青山县2021年实事清单")
    assert title_key("青山县2021年实事清单") != title_key("青山县2020年实事清单")
