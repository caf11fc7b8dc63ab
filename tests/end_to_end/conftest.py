"""The demonstration's month, run once."""

from pathlib import Path

import pytest

from toolkit.app.demo import run
from toolkit.app.workspace import Workspace


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """Return the working folder of the demonstration; tests only read it."""
    root: Path = tmp_path_factory.mktemp("演示") / "济宁高新区 2021"
    run(root, lambda _: None)
    return Workspace(root)
