"""Fixtures for all tests."""

import os
from collections.abc import Iterator

import pytest
from hypothesis import settings

from tests.ledger.postgres import Postgres, postgres_available
from tests.office import Office, office_available
from tests.web.browser import Browser, browser_available

# The examples of a property test are the same at each run, so that a change is judged by what it
# changed; `make explore` looks for others. A slow machine fails no test.
settings.register_profile("repeated", derandomize=True, deadline=None)
settings.register_profile("explored", max_examples=2000, deadline=None)
settings.load_profile("repeated")


@pytest.fixture(scope="session")
def office() -> Iterator[Office]:
    """Give one LibreOffice to the whole run; skip where there is none."""
    _need(office_available())
    with Office() as driver:
        yield driver


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Give one Chromium to the whole run; skip where there is none."""
    _need(browser_available())
    with Browser() as driver:
        yield driver


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """Give one PostgreSQL to the whole run; skip where there is none."""
    _need(postgres_available())
    with Postgres() as server:
        yield server


def _need(missing: str | None) -> None:
    """Skip a test for which a program is missing.

    Where MINSHENG_REQUIRE_OFFICE=1 (CI), that is a failure, lest tests be skipped there for
    months unseen.
    """
    if missing and os.environ.get("MINSHENG_REQUIRE_OFFICE") == "1":
        pytest.fail(missing, pytrace=False)
    if missing:
        pytest.skip(missing)
