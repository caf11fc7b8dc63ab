"""Every document of every shipped programme is one that GB/T 9704-2012 has nothing against."""

import re
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest
from docx import Document

from scripts.sample_data import load_sample
from tests.gbt9704 import deviations, page_deviations
from tests.months import edit_list, minsheng
from tests.office import Office
from toolkit.app.demo import run
from toolkit.files.resources import sample_names
from toolkit.model.period import PeriodKind
from toolkit.model.scheme import Bulletin
from toolkit.stages.documents import fits
from toolkit.text.periods import parse_period

LATER = datetime(2024, 12, 2, 9)
"""A moment after every sample's deadlines."""


@pytest.fixture(scope="module", params=sample_names())
def folder(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return 4汇总 of a sample's period with every kind of document, without red heads."""
    root: Path = tmp_path_factory.mktemp("文种") / request.param
    result = run(root, lambda _: None, request.param)
    return _every_kind(root, result.month.period.label)


@pytest.fixture(scope="module")
def headed(folder: Path) -> list[Path]:
    """Return the same documents with red heads, moved aside; the plain ones are made again."""
    root, label = folder.parents[1], folder.parent.name
    settings = {
        row[0].value: row[1].coordinate
        for row in openpyxl.load_workbook(root / "实事清单.xlsx")["基本信息"].iter_rows()
    }
    head = {"红头": "示例区人民政府办公室文件", "机关代字": "示政办发", "联系人": "张三"}
    edit_list_of(root, {settings[name]: value for name, value in head.items()})
    _every_kind(root, label)
    aside = root / "红头"
    aside.mkdir()
    moved = [path.rename(aside / path.name) for path in sorted(folder.glob("*.docx"))]
    edit_list_of(root, dict.fromkeys((settings[name] for name in head), ""))
    _every_kind(root, label)
    return moved


def edit_list_of(root: Path, cells: dict[str, str]) -> None:
    """Change cells of 基本信息."""
    from toolkit.app.workspace import Workspace

    edit_list(Workspace(root), "基本信息", cells)


def _every_kind(root: Path, label: str) -> Path:
    period = parse_period(label)
    kinds = [kind.value for kind in Bulletin if fits(kind, period.kind)]
    words = [word for kind in kinds for word in ("--kind", kind)]
    assert minsheng("bulletin", label, *words, "-w", root, at=LATER).status in (0, 1)
    return root / label / "4汇总"


def test_every_kind_of_document_is_among_them(folder: Path) -> None:
    """A problem summary and supervision notes for all; a bulletin after months and quarters."""
    names = " ".join(path.name for path in folder.glob("*.docx"))
    assert "存在问题汇总" in names
    slow = [i for i in load_sample(folder.parents[1].name).reported if _is_slow(i["progress"])]
    assert names.count("督办单（M") >= len(slow)
    regular = parse_period(folder.parent.name).kind in (PeriodKind.MONTH, PeriodKind.QUARTER)
    assert ("通报.docx" in names) == regular


def _is_slow(progress: str) -> bool:
    return progress.startswith("推进缓慢")


def test_no_document_deviates(folder: Path, headed: list[Path]) -> None:
    """Page, fonts, sizes, numbers, signature, annex; with a red head and without."""
    documents = [*folder.glob("*.docx"), *headed]
    assert len(documents) == 2 * len(headed) > 0
    found = {path.name: deviations(path) for path in documents}
    assert {name: faults for name, faults in found.items() if faults} == {}


def test_no_mark_or_empty_phrase_is_left(folder: Path, headed: list[Path]) -> None:
    """Nothing of a template shows, no punctuation meets, nothing stands before 前 that is missing."""
    for path in (*folder.glob("*.docx"), *headed):
        document = Document(str(path))
        text = "\n".join(paragraph.text for paragraph in document.paragraphs)
        assert not re.search(r"\{\{|\{%|None|[。；，、：]{2}|于前|（）|于，", text), path.name


@pytest.mark.office
def test_no_printed_page_deviates(folder: Path, headed: list[Path], office: Office) -> None:
    """Paper, text area, lines a page and page numbers, measured in the PDF."""
    found = {}
    for path in (*folder.glob("*.docx"), *headed):
        pdf = path.with_suffix(".pdf")
        office.pdf(path, pdf)
        # The lines of a form to fill are closer than those of a text.
        form = "督办单" in path.name
        found[str(path)] = [d for d in page_deviations(pdf) if not (form and d.check == "lines")]
        pdf.unlink()
    assert {name: faults for name, faults in found.items() if faults} == {}
