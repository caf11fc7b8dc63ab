"""The one place that reads the clock."""

import os
from datetime import UTC, datetime

from toolkit.errors import ArgumentError


def now() -> datetime:
    """Return the present moment, naive local time, without microseconds.

    The environment variable SOURCE_DATE_EPOCH (seconds since 1970, UTC;
    reproducible-builds.org/specs/source-date-epoch) sets it, so that the same input yields the
    same bytes.

    Raises:
        ArgumentError: That variable is no number.
    """
    fixed = os.environ.get("SOURCE_DATE_EPOCH")
    if fixed:
        if not fixed.isdecimal():
            raise ArgumentError(
                f"环境变量 SOURCE_DATE_EPOCH“{fixed}”不是数字。", "请取消这个环境变量，或写成秒数。"
            )
        return datetime.fromtimestamp(int(fixed), UTC).replace(tzinfo=None)
    return datetime.now().replace(microsecond=0)
