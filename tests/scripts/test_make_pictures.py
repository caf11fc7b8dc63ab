"""README shows the pictures that the script draws, and each is small."""

import re
from pathlib import Path

from scripts.make_pictures import DASHBOARD, LARGEST, PRINTED, TARGET

README = Path(__file__).parents[2] / "README.md"


def test_readme_shows_every_picture_and_no_other() -> None:
    """After a change run `make pictures`."""
    shown = set(re.findall(r"docs/pictures/([a-z_]+\.png)", README.read_text("utf-8")))
    assert shown == {*PRINTED, DASHBOARD}
    assert {path.name for path in TARGET.iterdir()} == shown


def test_every_picture_is_small() -> None:
    """They are fetched by everybody who opens the project's page."""
    sizes = {path.name: path.stat().st_size for path in TARGET.iterdir()}
    assert {name: size for name, size in sizes.items() if size > LARGEST} == {}
