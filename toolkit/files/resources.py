"""What ships with the toolkit: templates and samples, installed or in a checkout alike."""

from importlib.resources import files
from importlib.resources.abc import Traversable

CALENDAR = "calendar.toml"
"""The file that makes a folder a sample programme: when what happens in its demonstration."""


def schemes() -> Traversable:
    """Return the folder of the built-in schemes."""
    return files("toolkit.templates") / "schemes"


def word_template(kind: str) -> Traversable:
    """Return the Word template of a kind of bulletin, such as `monthly`."""
    return files("toolkit.templates") / "word" / f"{kind}.docx"


def web_template(name: str) -> Traversable:
    """Return a part of the pages for a browser, such as `dashboard.css`."""
    return files("toolkit.templates") / "web" / name


def sample(name: str) -> Traversable:
    """Return the folder of the sample programme of a scheme."""
    return files("toolkit.samples") / name


def sample_names() -> tuple[str, ...]:
    """Return the schemes that ship with a sample programme."""
    return tuple(
        sorted(
            entry.name
            for entry in files("toolkit.samples").iterdir()
            if (entry / CALENDAR).is_file()
        )
    )
