"""A period's documents as they are filled, with what each of their figures was counted from."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from toolkit.app.documents import Filled, asked_kinds, document_path, filled_documents
from toolkit.app.month_end import read_month
from toolkit.app.workspace import Workspace
from toolkit.app.year import collect_list
from toolkit.app.year_notice import filled_notice, notice_fields
from toolkit.ledger.store import Ledger
from toolkit.model.figure import Claim
from toolkit.model.form import Form, form_of
from toolkit.model.period import Period
from toolkit.model.programme import Item, Programme
from toolkit.model.scheme import Bulletin
from toolkit.model.submission import Entry, Received
from toolkit.stages.documents import called_for, fits
from toolkit.stages.figure_notice import notice_claims
from toolkit.stages.figure_texts import claims


@dataclass(frozen=True, slots=True)
class Sources:
    """A period's documents, and what their figures are counted from.

    Attributes:
        documents: Each with the figures that it may print.
        items: By 编号 each item, with what units returned on it.
        accepted: By unit its return that counts.
        listed: The 编号 of the items that the list has.
    """

    documents: tuple[tuple[Filled, tuple[Claim, ...]], ...]
    items: Mapping[str, tuple[Item, tuple[Entry, ...]]]
    accepted: Mapping[str, Received]
    listed: Collection[str]


def documents_of(
    workspace: Workspace,
    ledger: Ledger,
    programme: Programme,
    period: Period,
    now: datetime,
    password: str | None,
) -> Sources:
    """Read a period's returns again, and fill its documents; nothing is written.

    Those of a year are its notice, those of other periods what the scheme calls for and what lies in
    4汇总.
    """
    of_period = _of_year if form_of(period.kind) is Form.SUMMARY else _of_period
    return of_period(workspace, ledger, programme, period, now, password)


def _of_period(
    workspace: Workspace,
    ledger: Ledger,
    programme: Programme,
    period: Period,
    now: datetime,
    password: str | None,
) -> Sources:
    kinds = asked_kinds([kind for kind in Bulletin if fits(kind, period.kind)], period)
    read = read_month(workspace, ledger, programme, period.label, (), now, password, kinds)
    month = read.collected.month
    called = called_for(programme.scheme, period.kind, read.figures)
    drafts = [
        draft
        for draft in read.documents
        if draft.kind in called or document_path(workspace, month, draft).is_file()
    ]
    filled = filled_documents(workspace, month, drafts, now)
    items = {merged.item.code: (merged.item, merged.entries) for merged in read.items}
    may_print = (claims(draft, read.figures) for draft in drafts)
    documents = tuple(zip(filled, may_print, strict=True))
    return Sources(documents, items, month.accepted, programme.by_code)


def _of_year(
    workspace: Workspace,
    ledger: Ledger,
    programme: Programme,
    period: Period,
    now: datetime,
    password: str | None,
) -> Sources:
    collected, merged = collect_list(workspace, ledger, programme, period.label, (), now, password)
    items = {row.item.code: (row.item, row.entries) for row in merged.rows}
    may_print = notice_claims(merged, notice_fields(merged, now)["导语"])
    documents = ((filled_notice(workspace, merged, now), may_print),)
    return Sources(documents, items, collected.month.accepted, programme.by_code)
