"""What ships with the toolkit is found, installed or in a checkout."""

from toolkit.files.resources import sample, schemes, word_template

SAMPLE = "jining-gaoxin-2021"


def test_schemes_are_there() -> None:
    """The folder holds TOML files."""
    assert (schemes() / f"{SAMPLE}.toml").is_file()


def test_the_template_of_the_monthly_bulletin_is_a_word_document() -> None:
    """A .docx is a zip."""
    assert word_template("monthly").read_bytes().startswith(b"PK")


def test_the_sample_programme_has_its_notice_and_a_month_of_returns() -> None:
    """What `minsheng demo` runs on."""
    folder = sample(SAMPLE)
    names = {entry.name for entry in folder.iterdir()}
    assert {"项目表.xlsx", "calendar.toml", "2021-09"} <= names
    assert len(list((folder / "2021-09").iterdir())) == 7
