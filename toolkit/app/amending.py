"""What a closed period (定稿) means for the commands: it stays, and what differs later is listed."""

from collections.abc import Iterator, Sequence

from toolkit.app.outputs import Planned, planned_book
from toolkit.app.period_run import PeriodRun
from toolkit.errors import ArgumentError
from toolkit.model.annual import MergedList
from toolkit.model.closing import Closing, IssuedItem
from toolkit.model.month import MergedItem, Month
from toolkit.model.submission import Entry
from toolkit.stages.amendments import (
    amendments,
    as_recorded,
    content_digest,
    count_changes,
    counted_words,
    issued_items,
)
from toolkit.stages.amendments_book import NAME, amendments_book
from toolkit.text.periods import full_day_name

KIND = "amendments"


def last_closing(run: PeriodRun) -> Closing | None:
    """Return when the period was last closed, whether it was opened again or not; None if never."""
    known = run.ledger.closings(run.label)
    return known[-1] if known else None


def is_closed(closing: Closing | None) -> bool:
    """Tell whether a period is closed now."""
    return closing is not None and closing.reopened_at is None


def check_open(run: PeriodRun) -> None:
    """Refuse to change anything of the period when it is closed.

    Raises:
        ArgumentError: It is.
    """
    label, closing = run.label, last_closing(run)
    if closing is not None and is_closed(closing):
        raise ArgumentError(
            f"{label} 已于 {full_day_name(closing.closed_at)}定稿"
            f"（第{closing.number}次印发），内容不再改动。",
            f"有更正的，先运行 minsheng reopen {label} --reason 原因；新来的文件先放在 2回收。",
        )


def issued_month(month: Month, items: Sequence[MergedItem]) -> tuple[IssuedItem, ...]:
    """Return a period's list as its results print it."""
    return issued_items([merged.item for merged in items], counted_words(month, items))


def issued_year(merged: MergedList) -> tuple[IssuedItem, ...]:
    """Return a year's list as its table prints it."""
    return issued_items([row.item for row in merged.rows], {})


def planned_amendments(run: PeriodRun, month: Month, items: Sequence[IssuedItem]) -> list[Planned]:
    """Return 更正清单.xlsx as an output to write, where the period was issued before.

    Args:
        items: The list as it is now.
    """
    closing = last_closing(run)
    if closing is None:
        return []
    issued = run.ledger.issued(closing)
    found = amendments(month.layout, issued, items, map(as_recorded, _entries(month)))
    book = amendments_book(month, closing, found, count_changes(issued.items, items))
    return [planned_book(KIND, run.results / f"{NAME}.xlsx", book, run.now)]


def content_of(month: Month, items: Sequence[IssuedItem]) -> str:
    """Return a digest of all that a period's results print of the list and the returns."""
    return content_digest(items, _entries(month))


def _entries(month: Month) -> Iterator[Entry]:
    return (entry for submission in month.submissions for entry in submission.entries)


def unmerged_files(run: PeriodRun, month: Month) -> tuple[str, ...]:
    """Return the files in 2回收 that the last merge did not see, or that changed since."""
    known = {(file.stored, file.sha256) for file in run.ledger.files(run.label).values()}
    files = (received.file for received in month.received)
    return tuple(file.stored for file in files if (file.stored, file.sha256) not in known)
