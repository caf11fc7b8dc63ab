"""What ships with the toolkit is found, installed or in a checkout."""

import pytest

from toolkit.files.resources import sample, schemes, word_template

SAMPLE = "jining-gaoxin-2021"


def test_schemes_are_there() -> None:
    """The folder holds TOML files."""
    assert (schemes() / f"{SAMPLE}.toml").is_file()


@pytest.mark.parametrize("kind", ["monthly", "quarterly"])
def test_the_template_of_a_bulletin_is_a_word_document(kind: str) -> None:
    """A .docx is a zip."""
    assert word_template(kind).read_bytes().startswith(b"PK")


def test_the_sample_programme_has_its_notice_and_a_month_of_returns() -> None:
    """What `minsheng demo` runs on."""
    folder = sample(SAMPLE)
    names = {entry.name for entry in folder.iterdir()}
    assert {"项目表.xlsx", "calendar.toml", "2021-09"} <= names
    assert len(list((folder / "2021-09").iterdir())) == 7
