"""Names that only one of many texts has."""

from hypothesis import given
from hypothesis import strategies as st

from toolkit.text.sole_names import LONG, sole_names


def test_bearer_of_a_name() -> None:
    """The text that alone has a name of six characters is found; a name of two texts tells none."""
    names = sole_names(["在用电梯安全责任保险", "政府灾害民生综合保险", "政府灾害民生保险宣传"])
    assert names.bearers(["为电梯安全责任保险出资"]) == (0,)
    assert names.bearers(["灾害民生综合保险、电梯安全责任险"]) == (0, 1)
    assert names.bearers(["政府灾害民生"]) == ()
    assert names.bearers(["电梯安全"]) == ()


@given(
    texts=st.lists(st.text("甲乙丙丁", max_size=14), max_size=6),
    text=st.text("甲乙丙丁", max_size=14),
)
def test_it_finds_what_reading_all_of_them_finds(texts: list[str], text: str) -> None:
    """The index changes what it costs, not what is found."""
    windows = {text[start : start + LONG] for start in range(len(text) - LONG + 1)}
    having = [[place for place, other in enumerate(texts) if name in other] for name in windows]
    alone = {places[0] for places in having if len(places) == 1}
    assert sole_names(texts).bearers([text]) == tuple(sorted(alone))
