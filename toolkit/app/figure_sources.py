"""A period's documents as they are filled, with what each of their figures was counted from."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from toolkit.app.documents import Filled, asked_kinds, document_path, filled_documents
from toolkit.app.month_end import read_month
from toolkit.app.period_run import PeriodRun
from toolkit.app.year import collect_list
from toolkit.app.year_notice import filled_notice, notice_fields
from toolkit.model.figure import Claim
from toolkit.model.form import Form, form_of
from toolkit.model.programme import Item
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


def documents_of(run: PeriodRun) -> Sources:
    """Read a period's returns again, and fill its documents; nothing is written.

    Those of a year are its notice, those of other periods what the scheme calls for and what lies in
    4汇总.
    """
    return _of_year(run) if form_of(run.period.kind) is Form.SUMMARY else _of_period(run)


def _of_period(run: PeriodRun) -> Sources:
    fitting = [kind for kind in Bulletin if fits(kind, run.period.kind)]
    read = read_month(run, wanted=asked_kinds(fitting, run.period))
    month = read.collected.month
    called = called_for(run.programme.scheme, run.period.kind, read.figures)
    drafts = [
        draft
        for draft in read.documents
        if draft.kind in called or document_path(run, month, draft).is_file()
    ]
    filled = filled_documents(run, month, drafts)
    items = {merged.item.code: (merged.item, merged.entries) for merged in read.items}
    may_print = (claims(draft, read.figures) for draft in drafts)
    documents = tuple(zip(filled, may_print, strict=True))
    return Sources(documents, items, month.accepted, run.programme.by_code)


def _of_year(run: PeriodRun) -> Sources:
    collected, merged = collect_list(run)
    items = {row.item.code: (row.item, row.entries) for row in merged.rows}
    may_print = notice_claims(merged, notice_fields(merged, run.now)["导语"])
    documents = ((filled_notice(run, merged), may_print),)
    return Sources(documents, items, collected.month.accepted, run.programme.by_code)
