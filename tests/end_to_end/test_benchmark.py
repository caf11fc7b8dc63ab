"""The returns that the speed of a merge is measured on are as true as a benchmark needs them."""

from datetime import datetime
from pathlib import Path

from benchmarks.returns import PERIOD, make_workspace
from toolkit.app.month_end import merge_month
from toolkit.app.workspace import Workspace


def test_the_returns_of_the_benchmark_are_faultless(tmp_path: Path) -> None:
    """Nothing is found in them, and what is done of every target is read as it was written."""
    make_workspace(tmp_path, units=6)

    result = merge_month(Workspace(tmp_path), PERIOD, (), datetime(2025, 10, 6, 9))

    achieved = [a for one in result.month.assessments.values() for a in one.achieved]
    assert result.findings == ()
    assert len(achieved) > len(result.month.assessments)
    assert all(a.number is not None for a in achieved)
