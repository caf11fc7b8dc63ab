"""Documents of any size: nothing, one item, thousands of words; all of it is found on paper.

Each document is printed by LibreOffice; what its file says and what its pages say are compared
character by character, so that nothing can be clipped, and the pages are measured.
"""

from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn

from tests.gbt9704 import deviations, page_deviations
from tests.gbt9704.pages import read_pages
from tests.office import Office
from tests.stages.annual_notices import NOTICE
from tests.stages.requests import WHEN
from tests.stages.sizes import HEAD, LONG, period
from tests.stages.test_return_note import NOTE, entry
from toolkit.files.resources import word_template
from toolkit.files.schemes import load_scheme
from toolkit.files.word import rendered_word
from toolkit.model.amendment import Point
from toolkit.model.scheme import Bulletin, Key
from toolkit.model.word_table import WordTable
from toolkit.stages.annual_notice import ANNEX, annex_table, annual_notice_context
from toolkit.stages.bulletin_checks import inconsistencies
from toolkit.stages.documents import drafts
from toolkit.stages.printed_figures import misprints
from toolkit.stages.return_note import TABLE, amendment_table, return_note_context

pytestmark = pytest.mark.office

SIZES = (0, 1, 2, 15, 60)


@dataclass(frozen=True, slots=True)
class _Given:
    """What a template is filled with."""

    fields: dict[str, object]
    tables: dict[str, WordTable]


def _given(kind: str, size: int) -> _Given | None:
    """Return what the last document of a kind is made of; None where there is nothing to say."""
    if kind == "notice":
        return _notice(size)
    if kind == "return_note":
        return _note(size)
    figures = period(size, "第三季度" if kind == "quarterly" else "1-9月")
    found = drafts(Bulletin(kind), figures)
    assert not inconsistencies(figures)
    assert not misprints(found, figures)
    return _Given(dict(found[0].fields), dict(found[0].tables)) if found else None


def _notice(size: int) -> _Given:
    layout = load_scheme("jining-gaoxin-2021").summary
    rows = [
        {
            Key.NUMBER: str(n // 2 + 1),
            Key.PROJECT: f"第{n // 2 + 1}提升工程",
            Key.CONTENT: LONG if n == 1 and size == 2 else f"改造第{n}段20公里道路。",
            Key.LEAD: f"第{n}城乡建设和交通局",
            Key.ASSIST: "各街道",
        }
        for n in range(size)
    ]
    table = annex_table(layout, rows, [row[Key.PROJECT] for row in rows])
    given = replace(NOTICE, items=size, projects=-(-size // 2), head=HEAD)
    return _Given(annual_notice_context(given), {ANNEX: table})


def _note(size: int) -> _Given:
    points = [
        Point("V401", f"第{n}处没有填写。", LONG if size == 2 else "请填写。") for n in range(size)
    ]
    entries = tuple(entry(n, f"F{n + 4}", point) for n, point in enumerate(points))
    note = replace(NOTE, entries=entries)
    return _Given(return_note_context(note), {TABLE: amendment_table(entries)})


KINDS = (*(kind.value for kind in Bulletin), "notice", "return_note")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("kind", KINDS)
def test_every_character_is_on_paper(kind: str, size: int, office: Office, tmp_path: Path) -> None:
    """Nothing is clipped, no page is empty, nothing stands outside the text area."""
    given = _given(kind, size)
    if given is None:
        assert size == 0
        return
    path = tmp_path / f"{kind}.docx"
    path.write_bytes(rendered_word(word_template(kind), given.fields, WHEN, given.tables))
    pdf = path.with_suffix(".pdf")
    office.pdf(path, pdf)
    pages = read_pages(pdf)

    assert _written(path) - _printed(pdf) == Counter()
    assert [page.number for page in pages if len(page.words) < 5] == []
    closer = ("supervision", "return_note")  # the lines of a table are closer than those of a text
    assert [d for d in page_deviations(pdf) if not (d.check == "lines" and kind in closer)] == []
    assert deviations(path) == []


def _written(path: Path) -> Counter[str]:
    body = Document(str(path)).element.body
    return Counter("".join("".join(body.itertext(qn("w:t"))).split()))


def _printed(pdf: Path) -> Counter[str]:
    return Counter("".join(word.text for page in read_pages(pdf) for word in page.words))
