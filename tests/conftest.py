"""Fixtures for all tests."""

import os
from collections.abc import Iterator

import pytest

from tests.office import Office, office_available


@pytest.fixture(scope="session")
def office() -> Iterator[Office]:
    """Give one LibreOffice to the whole run; skip where there is none.

    Where MINSHENG_REQUIRE_OFFICE=1 (CI), a missing LibreOffice is a failure, lest tests be
    skipped there for months unseen.
    """
    reason = office_available()
    if reason and os.environ.get("MINSHENG_REQUIRE_OFFICE") == "1":
        pytest.fail(reason, pytrace=False)
    if reason:
        pytest.skip(reason)
    with Office() as driver:
        yield driver
