"""What a kind of damage is given, and what it hands back."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.damage.draft import Draft, NotPossibleError
from benchmarks.damage.source import Source
from tests.office import Office
from toolkit.app.workspace import Workspace

CODE, OFFICE = "代码", "LibreOffice"


class Batch:
    """All units' filled forms, the working folder they return to, and the files to hand in.

    Attributes:
        drafts: The forms of the units that take part; those that a damage cannot befall leave.
        files: What is handed in, each with the drafts that stand in it.
    """

    def __init__(
        self,
        source: Source,
        workspace: Workspace,
        units: Sequence[str],
        folder: Path,
        office: Office | None,
    ) -> None:
        self.source = source
        self.workspace = workspace
        self.folder = folder
        self.drafts = [Draft(unit, source.filled[unit], folder) for unit in units]
        self.files: list[tuple[Path, tuple[Draft, ...]]] = []
        self._office = office

    @property
    def office(self) -> Office:
        """The office program.

        Raises:
            RuntimeError: A kind that needs it was run without it.
        """
        if self._office is None:
            raise RuntimeError("this kind of damage needs LibreOffice")
        return self._office

    def hand_in(self, path: Path, *drafts: Draft) -> None:
        """Hand a file in."""
        self.files.append((path, drafts))

    def leave(self, draft: Draft) -> None:
        """Take a form out: it comes back undamaged, and nothing of it is judged."""
        self.drafts = [each for each in self.drafts if each is not draft]
        self.hand_in(draft.filled)


Maker = Callable[[Batch], None]
Change = Callable[[Draft], Path | None]
OfficeChange = Callable[[Draft, Office], Path]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of damage.

    Attributes:
        name: What befell the form, in Chinese.
        make: Makes the damaged files.
        by: What makes them.
        harmless: A person sees nothing wrong: no ERROR finding may come of it.
    """

    name: str
    make: Maker
    by: str = CODE
    harmless: bool = False


def each(name: str, change: Change, *, harmless: bool = False) -> Kind:
    """Return a kind that befalls every unit's form by itself.

    `change` damages a draft and returns the file, or None to have the draft saved as it then is.
    """

    def make(batch: Batch) -> None:
        for draft in list(batch.drafts):
            try:
                path = change(draft)
            except NotPossibleError:
                batch.leave(draft)
            else:
                batch.hand_in(path or draft.save(), draft)

    return Kind(name, make, harmless=harmless)


def by_office(name: str, change: OfficeChange, *, harmless: bool = False) -> Kind:
    """Return a kind that LibreOffice makes of every unit's form."""

    def make(batch: Batch) -> None:
        for draft in list(batch.drafts):
            try:
                path = change(draft, batch.office)
            except NotPossibleError:
                batch.leave(draft)
            else:
                batch.hand_in(path, draft)

    return Kind(name, make, OFFICE, harmless)
