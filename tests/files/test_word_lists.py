"""How filled documents list items: whose they are, and how many follow."""

import io
from dataclasses import replace

import pytest
from docx import Document

from tests.stages.bulletins import EMPTY, items
from tests.stages.requests import DECEMBER, WHEN, paced
from toolkit.files.resources import word_template
from toolkit.files.word import rendered_word
from toolkit.model.assessment import Pace
from toolkit.model.bulletin import ProgressBulletin
from toolkit.model.scheme import Bulletin
from toolkit.stages.documents import drafts


def lines(kind: Bulletin, bulletin: ProgressBulletin) -> list[str]:
    """Return the paragraphs of the first document of a kind."""
    draft = drafts(kind, bulletin)[0]
    data = rendered_word(word_template(kind.value), draft.fields, WHEN, draft.tables)
    return [paragraph.text for paragraph in Document(io.BytesIO(data)).paragraphs]


def test_of_several_units_the_one_that_leads_is_named_as_such() -> None:
    """An item of one unit has a 责任单位."""
    shared, own = items(2)
    shared = replace(shared, others=("王因街道", "黄屯街道"))
    text = lines(Bulletin.MONTHLY, replace(EMPTY, items=2, finished=(shared, own)))

    assert [line.split("。")[1] for line in text if line.startswith(("1.", "2."))] == [
        "牵头单位：城乡建设和交通局",
        "责任单位：城乡建设和交通局",
    ]


@pytest.mark.parametrize(
    ("count", "expected"), [(1, "1项，情况如下。"), (2, "共2项，逐项列明如下。")]
)
def test_one_item_behind_the_calendar_is_no_list(count: int, expected: str) -> None:
    """逐项 is for several."""
    slow = tuple(paced(item, 0.3, Pace.BEHIND) for item in items(count))
    text = lines(Bulletin.MONTHLY, replace(EMPTY, items=count, ongoing=slow))

    assert f"慢序时事项。{expected}" in text


def test_who_is_asked_to_explain_is_not_told_whose_the_items_are() -> None:
    """The letter goes to the unit that leads them."""
    text = lines(Bulletin.EXPLANATION, DECEMBER)

    assert any("进展情况：" in line for line in text)
    assert not any("责任单位" in line for line in text)
