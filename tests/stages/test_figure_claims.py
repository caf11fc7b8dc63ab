"""Every figure that a document prints is claimed, and counts as many items or units as it says."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import pytest

from tests.stages.bulletins import EMPTY, MONTH, QUARTER, YEAR_END, items, late
from tests.stages.requests import DECEMBER, NOTHING, SEPTEMBER, WHEN
from tests.stages.sizes import period
from toolkit.files.documents import read_document
from toolkit.files.resources import word_template
from toolkit.files.word import rendered_word
from toolkit.model.bulletin import OutstandingUnit
from toolkit.model.document import Paragraph
from toolkit.model.figure import Claim
from toolkit.model.scheme import Bulletin, Key
from toolkit.stages.documents import Draft, drafts
from toolkit.stages.figure_texts import claims

UNLED = tuple(replace(each, lead="") for each in items(2, 70, problem="缺人"))
DONE_BEFORE = tuple(replace(each, done_before=True) for each in items(2))
REFUSED = OutstandingUnit("丙局", 2, 1, "打不开")
PERIODS = {
    "empty": EMPTY,
    "nothing": NOTHING,
    "month": MONTH,
    "september": SEPTEMBER,
    "quarter": QUARTER,
    "year end": YEAR_END,
    "december": DECEMBER,
    "one late": late(1),
    "many late": late(60),
    "unled": replace(EMPTY, items=2, behind=UNLED, problems=UNLED, overdue=UNLED),
    "silent": replace(EMPTY, items=3, unreported=items(3)),
    "done before": replace(EMPTY, items=4, ongoing=items(2, 60), unreported=DONE_BEFORE),
    "all done before": replace(EMPTY, items=2, unreported=DONE_BEFORE),
    "refused": replace(SEPTEMBER, outstanding=(*SEPTEMBER.outstanding, REFUSED)),
    **{f"size {size}": period(size, "1-9月") for size in (1, 2, 40)},
}
_NO_FIGURE = re.compile(
    r"\d{4}年(?:\d+-\d+月|\d+月\d+日|\d+月底?)?|\d+-\d+月|\d+月(?:\d+日|底)?|〔\d+〕|"
    r"电话：[\d-]+|^\d+\.|^\d+$|（?其余\d+[个项]见\S+"
)
"""Days, periods, numbers of documents and of entries, and how many a shortened list leaves out."""


@cache
def documents(name: str) -> tuple[tuple[Draft, list[str]], ...]:
    """Return every document of a period with its paragraphs and the rows of its tables."""
    return tuple(
        (draft, list(_blocks(_filled(draft))))
        for kind in Bulletin
        for draft in drafts(kind, PERIODS[name])[:3]
    )


def _filled(draft: Draft) -> bytes:
    return rendered_word(word_template(draft.kind.value), draft.fields, WHEN, draft.tables)


def _blocks(data: bytes) -> Iterator[str]:
    for block in read_document(data, "文件.docx").blocks:
        if isinstance(block, Paragraph):
            yield block.text
        else:
            for row in block.rows:
                yield "\n".join(row)


def _is_in(claim: Claim, block: str) -> bool:
    return claim.sentence in block and claim.near in block


@pytest.mark.parametrize("name", PERIODS)
def test_no_printed_figure_is_without_a_claim(name: str) -> None:
    """Whatever number stands in a document, it can be traced, or it is a day or an ordinal."""
    unclaimed = []
    for draft, blocks in documents(name):
        found = claims(draft, PERIODS[name])
        for block in blocks:
            claimed = {claim.number for claim in found if _is_in(claim, block)}
            rest = "\n".join(_NO_FIGURE.sub("", line) for line in block.split("\n"))
            numbers = re.findall(r"(?<![\d.])\d+(?:\.\d+)?%?", rest)
            unclaimed += [(draft.name, n, block) for n in numbers if n not in claimed]
    assert unclaimed == []


@pytest.mark.parametrize("name", PERIODS)
def test_a_count_has_as_many_members_as_it_says(name: str) -> None:
    """Of items where it says 项, of units where it says 个."""
    wrong = []
    for draft, blocks in documents(name):
        for claim in claims(draft, PERIODS[name]):
            if not any(_is_in(claim, block) for block in blocks) or claim.near:
                continue
            place = claim.sentence.find(claim.number)
            after = claim.sentence[place + len(claim.number) :]
            basis = claim.basis
            if after.startswith("项") and basis.codes:
                counted = len(basis.codes)
            elif after.startswith("个") and basis.units and not after.startswith("个工作日"):
                counted = len(basis.units)
            else:
                continue
            if counted != int(claim.number):
                wrong.append((draft.name, claim))
    assert wrong == []


def test_a_share_leads_to_the_whole() -> None:
    """13.3% of all items is counted from all of them."""
    (draft,) = drafts(Bulletin.MONTHLY, MONTH)
    (share,) = [c for c in claims(draft, MONTH) if c.number == "6.7%"]
    assert len(share.basis.codes) == MONTH.items
    assert share.basis.column is Key.STATUS


def test_what_a_unit_wrote_leads_to_its_column() -> None:
    """Beside the item's name: others may have written the same."""
    found = items(2, problem="缺资金500万元")
    bulletin = replace(EMPTY, items=2, behind=found, problems=found)
    (draft,) = drafts(Bulletin.MONTHLY, bulletin)
    told = [c for c in claims(draft, bulletin) if c.number == "500"]
    assert [(c.basis.codes, c.basis.column) for c in told] == [
        (("1",), Key.PROBLEM),
        (("2",), Key.PROBLEM),
    ]
    assert [c.near for c in told] == [
        "交通畅行工程——第1段20公里道路改造",
        "交通畅行工程——第2段20公里道路改造",
    ]
