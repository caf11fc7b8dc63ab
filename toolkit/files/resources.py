"""What ships with the toolkit: templates and samples, installed or in a checkout alike."""

from importlib.resources import files
from importlib.resources.abc import Traversable


def schemes() -> Traversable:
    """Return the folder of the built-in schemes."""
    return files("toolkit.templates") / "schemes"


def word_template(kind: str) -> Traversable:
    """Return the Word template of a kind of bulletin, such as `monthly`."""
    return files("toolkit.templates") / "word" / f"{kind}.docx"


def sample(name: str) -> Traversable:
    """Return the folder of the sample programme of a scheme."""
    return files("toolkit.samples") / name
