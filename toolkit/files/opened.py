"""Which archives in 2回收 were opened already.

An archive that lies there stays there. Were it opened anew each time, a return that somebody moved
out of 2回收, as the rules advise, would be back with the next run. So what was taken out of it is
written down, by digest: a hidden file that may be deleted at any time.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from toolkit.files.atomic import replacing

RECORD = ".已解开.json"


@dataclass(frozen=True, slots=True)
class Opened:
    """What was taken out of an archive.

    Attributes:
        members: The digests of its files.
        whole: False when something in it was refused; it is then tried again.
    """

    members: tuple[str, ...] = ()
    whole: bool = False


def read_opened(inbox: Path) -> dict[str, Opened]:
    """Return what is written down, by the digest of the archive; nothing where that is damaged."""
    try:
        entries = json.loads((inbox / RECORD).read_text(encoding="utf-8"))
        return {
            key: Opened(tuple(map(str, entry["members"])), bool(entry["whole"]))
            for key, entry in entries.items()
        }
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return {}  # the archives are then opened again, which takes nothing twice


def write_opened(inbox: Path, opened: Mapping[str, Opened]) -> None:
    """Write down what was taken out of each archive."""
    entries = {
        key: {"members": sorted(set(entry.members)), "whole": entry.whole}
        for key, entry in sorted(opened.items())
    }
    with replacing(inbox / RECORD) as temporary:
        text = json.dumps(entries, ensure_ascii=False, indent=1)
        temporary.write_text(text + "\n", encoding="utf-8")
