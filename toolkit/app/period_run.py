"""What a command needs to work on a period: the folder, the list, the ledger and the moment."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from toolkit.app.workspace import Workspace, period_of
from toolkit.ledger.store import Ledger
from toolkit.model.period import Period
from toolkit.model.programme import Programme


@dataclass(frozen=True, slots=True)
class PeriodRun:
    """One run of one command on one period, as long as its ledger is open.

    Attributes:
        now: The moment that everything written bears.
        password: What may open locked files and archives.
    """

    workspace: Workspace
    programme: Programme
    ledger: Ledger
    period: Period
    now: datetime
    password: str | None

    @property
    def label(self) -> str:
        """The period as the ledger and the folders name it."""
        return self.period.label

    @property
    def inbox(self) -> Path:
        """2回收."""
        return self.workspace.inbox(self.period)

    @property
    def returned(self) -> Path:
        """3退回."""
        return self.workspace.returned(self.period)

    @property
    def results(self) -> Path:
        """4汇总."""
        return self.workspace.results(self.period)


@contextmanager
def period_run(
    workspace: Workspace,
    label: str,
    now: datetime,
    password: str | None = None,
    skip: Collection[str] = (),
) -> Iterator[PeriodRun]:
    """Load the programme and open its ledger for a run on a period.

    Args:
        skip: Worksheets of the programme workbook that the command does not use.

    Raises:
        MinshengError: The programme, the period or the ledger cannot be used.
    """
    programme = workspace.load(skip)
    period = period_of(programme, label)
    with workspace.ledger(programme) as ledger:
        yield PeriodRun(workspace, programme, ledger, period, now, password)
