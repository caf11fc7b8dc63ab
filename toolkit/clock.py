"""The one place that reads the clock."""

import os
from datetime import UTC, datetime


def now() -> datetime:
    """Return the present moment, naive local time, without microseconds.

    The environment variable SOURCE_DATE_EPOCH (seconds since 1970, UTC;
    reproducible-builds.org/specs/source-date-epoch) sets it, so that the same input yields the
    same bytes.
    """
    fixed = os.environ.get("SOURCE_DATE_EPOCH")
    if fixed:
        return datetime.fromtimestamp(int(fixed), UTC).replace(tzinfo=None)
    return datetime.now().replace(microsecond=0)
