"""What Word 2007 sees of a document that newer programs read otherwise."""

import re
import zipfile
from pathlib import Path

import pytest

from tests.gbt9704 import page_deviations
from tests.gbt9704.pages import read_pages
from tests.office import Office
from tests.stages.requests import written

pytestmark = pytest.mark.office

_CHOICE = re.compile(
    rb"<mc:AlternateContent>.*?<mc:Fallback>(.*?)</mc:Fallback></mc:AlternateContent>", re.DOTALL
)


def _as_word_2007_reads_it(path: Path) -> Path:
    """Return a copy in which only what stands in a fallback is left of a choice."""
    older = path.with_name("2007.docx")
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(older, "w") as target:
        for name in source.namelist():
            target.writestr(name, _CHOICE.sub(rb"\1", source.read(name)))
    return older


def test_an_annex_on_its_side_has_its_page_number(office: Office, tmp_path: Path) -> None:
    """In the same place: where the sheet as it is bound has it."""
    path = written("problems", tmp_path)
    older = _as_word_2007_reads_it(path)
    places = []
    for each in (path, older):
        pdf = each.with_suffix(".pdf")
        office.pdf(each, pdf)
        assert page_deviations(pdf) == []
        (annex,) = [page for page in read_pages(pdf) if page.is_wide]
        places.append([(round(w.left), round(w.top), w.text) for w in annex.below])

    assert older.read_bytes() != path.read_bytes()
    assert places[0]
    assert places[0] == places[1]
