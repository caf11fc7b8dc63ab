"""What is committed under samples/ is what the script writes; LibreOffice's files are all there."""

import io
import zipfile
from pathlib import Path

import pytest

from scripts.make_samples import TARGET, written_files
from scripts.sample_data import load_sample, sample_names
from toolkit.files.resources import sample_names as shipped

MOST = 2_500_000


def content(data: bytes) -> object:
    """Return a file's content; how a zip is packed differs between zlib versions."""
    if not data.startswith(b"PK"):
        return data
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("name", sample_names())
def test_notice_calendar_and_list_are_what_the_script_writes(name: str) -> None:
    """After a change of the data, run `python -m scripts.make_samples`."""
    for path, data in written_files(load_sample(name)).items():
        assert content(path.read_bytes()) == content(data), path


@pytest.mark.parametrize("name", sample_names())
def test_writing_twice_gives_the_same_bytes(name: str) -> None:
    """Nothing of the clock is in them."""
    sample = load_sample(name)
    assert written_files(sample) == written_files(sample)


@pytest.mark.parametrize("name", sample_names())
def test_nothing_is_missing_and_nothing_is_left_over(name: str) -> None:
    """What the script writes, and the returns under their units' own names."""
    sample = load_sample(name)
    folder = TARGET / name
    expected = set(written_files(sample))
    expected |= {folder / sample.period / each.name for each in sample.returns}
    assert {path for path in folder.rglob("*") if path.is_file()} == expected


def test_every_sample_ships() -> None:
    """The toolkit finds those that the data describe."""
    assert shipped() == sample_names()


def test_the_samples_are_of_modest_size() -> None:
    """They are in every installation."""
    files = [path for path in Path(TARGET).rglob("*") if path.is_file()]
    assert sum(path.stat().st_size for path in files) < MOST
