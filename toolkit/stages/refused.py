"""Units of which files came, none of them to be taken: what each is to be told."""

from collections.abc import Mapping

from toolkit.model.month import Month
from toolkit.model.return_note import Refused
from toolkit.model.submission import FileStatus, Received
from toolkit.stages.identify import units_in_name

_REFUSED = (
    FileStatus.UNREADABLE,
    FileStatus.UNIDENTIFIED,
    FileStatus.FOREIGN,
    FileStatus.SCAN,
)


def refused_files(month: Month) -> Mapping[str, tuple[Refused, ...]]:
    """Return the files that could not be taken, by the unit that has to send another one.

    A unit whose return counts is not asked again, and a file of nobody knows whom asks nobody. A
    file that cannot be opened, or in which there is no form, is the unit's that its name names, if
    it names one only.
    """
    files: dict[str, list[Refused]] = {}
    for received in month.received:
        unit = _unit(received, month) if received.status in _REFUSED else None
        if unit is not None:
            # What stands in brackets tells the coordinator about the inside of the file.
            reason = (received.reason or "").partition("（")[0]
            files.setdefault(unit, []).append(Refused(received.file.name, reason))
    return {unit: tuple(files[unit]) for unit in month.missing if unit in files}


def _unit(received: Received, month: Month) -> str | None:
    if received.identity is not None:
        return received.unit
    named = units_in_name(received.file.name, month.programme)
    return named[0] if len(named) == 1 else None
