"""The table of a supervision note on paper: which of its rows may be torn, and what stands last."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.gbt9704.pages import read_pages
from tests.office import Office
from tests.stages.requests import SEPTEMBER, WHEN
from toolkit.files.resources import word_template
from toolkit.files.word import rendered_word
from toolkit.model.scheme import Bulletin
from toolkit.stages.documents import drafts

pytestmark = pytest.mark.office

_ROWS = {"进展": 0x3400, "问题": 0x3E00, "计划": 0x4400}
"""Where the characters begin that nothing else in the note has: rare ones of Unicode."""


def _note(lengths: Mapping[str, int], office: Office, folder: Path) -> list[str]:
    """Return the printed pages of a note whose rows have texts of these lengths."""
    draft = drafts(Bulletin.SUPERVISION, SEPTEMBER)[-1]
    item = draft.fields["项"]
    assert isinstance(item, Mapping)
    texts = {row: _text(row, length) for row, length in lengths.items()}
    fields = {**draft.fields, "项": {**item, **texts}}
    path = folder / "督办单.docx"
    path.write_bytes(rendered_word(word_template("supervision"), fields, WHEN))
    office.pdf(path, folder / "督办单.pdf")
    pages = read_pages(folder / "督办单.pdf")
    return ["".join(word.text for word in page.words) for page in pages]


def _text(row: str, length: int) -> str:
    return "".join(chr(_ROWS[row] + n) for n in range(length))


def _pages_with(row: str, length: int, pages: list[str]) -> list[int]:
    text = set(_text(row, length))
    return [n for n, page in enumerate(pages) if text & set(page)]


@pytest.mark.parametrize("length", [150, 300, 450, 700, 1000])
def test_a_row_that_fits_on_a_page_is_never_torn(
    length: int, office: Office, tmp_path: Path
) -> None:
    """What does not fit below the others goes overleaf whole, and the last row with the signature."""
    pages = _note(dict.fromkeys(_ROWS, length), office, tmp_path)

    assert [len(_pages_with(row, length, pages)) for row in _ROWS] == [1, 1, 1]
    signed = next(page for page in pages if "2021年10月" in page.split("反馈")[-1])
    assert "办理情况" in signed.split("反馈")[-1]


def test_a_note_of_usual_length_is_one_page(office: Office, tmp_path: Path) -> None:
    """What is to be filled in and signed stands below what it answers."""
    assert len(_note(dict.fromkeys(_ROWS, 60), office, tmp_path)) == 1


def test_a_row_longer_than_a_page_is_printed_on_several(office: Office, tmp_path: Path) -> None:
    """Nothing of it is lost, and the rows below it stay whole."""
    lengths = {"进展": 2500, "问题": 200, "计划": 200}
    pages = _note(lengths, office, tmp_path)

    assert len(_pages_with("进展", 2500, pages)) > 1
    assert [len(_pages_with(row, 200, pages)) for row in ("问题", "计划")] == [1, 1]
    for row, length in lengths.items():
        assert set(_text(row, length)) <= set("".join(pages))
