"""Figures that have lost their size."""

import pytest

from toolkit.text.slips import slip


@pytest.mark.parametrize(
    ("text", "formers", "told"),
    [
        ("发放救助金66.9元。", ["发放救助金60.1万元。"], "发放救助金66.9元"),
        ("发放救助金66.9元。", ["累计发放60.1万元。"], "发放救助金66.9元"),
        ("新增就业25.9人。", ["新增就业22.4万人。"], "新增就业25.9人"),
        ("发放救助金66.9万元。", ["发放救助金60.1元。"], "发放救助金66.9万元"),
        ("发放救助金66.9万元。", ["发放救助金60.1元。", "发放救助金58.4万元。"], None),
        ("受理投诉20190件。", ["受理投诉1921件。"], "受理投诉20190件"),
        ("印发宣传单20000份。", ["印发宣传单2000份。"], None),
        ("本月受理投诉2030件。", ["本月受理投诉201件。"], None),
        ("惠及群众35人。", ["惠及群众2万人。"], None),
        ("发放救助金66.9万元。", ["发放救助金60.1万元。"], None),
        ("发放救助金66.9元。", [], None),
    ],
)
def test_slip(text: str, formers: list[str], told: str | None) -> None:
    """The same thing, the same digits, another size; round numbers come in any size."""
    found = slip(text, formers)

    assert (found.now if found else None) == told
