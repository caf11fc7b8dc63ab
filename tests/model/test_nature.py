"""What a file is by its content, beside what its name says."""

import pytest

from toolkit.model.nature import PLAIN, FileType, Nature


@pytest.mark.parametrize("kind", FileType)
def test_every_type_has_a_name_of_its_own(kind: FileType) -> None:
    """Whatever is read, some ending says what it is; a picture's never does."""
    assert kind in FileType
    assert not Nature(kind).fits("表.jpg")
    assert not Nature(kind).fits("表.zip")


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        (FileType.XLSX, "表.xlsm"),
        (FileType.XLSX, "表.et"),
        (FileType.XLS, "表.ET"),
        (FileType.TEXT, "表.csv"),
        (FileType.TEXT, "表.txt"),
        (FileType.PAGE, "表.mht"),
        (FileType.DOC, "表.rtf"),
        (FileType.DOCX, "表.wps"),
        (FileType.DOC, "表.wps"),
        (FileType.XML, "表.xml"),
        (FileType.PDF, "表"),
        (FileType.PDF, "表.9月"),
        (FileType.XLS, "表.xls "),
    ],
)
def test_what_programs_open_without_a_question_fits(kind: FileType, name: str) -> None:
    """Some endings stand for several formats, and some names end in no format at all."""
    assert Nature(kind).fits(name)


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        (FileType.PAGE, "表.xls"),
        (FileType.TEXT, "表.xls"),
        (FileType.XML, "表.xls"),
        (FileType.XLS, "表.xlsx"),
        (FileType.XLSX, "表.xls"),
        (FileType.DOCX, "表.xlsx"),
        (FileType.DOCX, "表.doc"),
        (FileType.XLSB, "表.xlsx"),
    ],
)
def test_what_programs_warn_of_does_not_fit(kind: FileType, name: str) -> None:
    """Excel asks whether to open it, or does not open it at all."""
    assert not Nature(kind).fits(name)


def test_only_what_was_printed_is_printed() -> None:
    """Whoever compares texts asks for it."""
    assert [kind for kind in FileType if Nature(kind).printed] == [FileType.PDF]
    assert Nature(FileType.XLSX, macros=False) == PLAIN
