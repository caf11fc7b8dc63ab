"""The yearly notice with the merged list as its annex."""

from datetime import datetime

from toolkit.app.documents import Filled
from toolkit.app.outputs import Output
from toolkit.app.period_run import PeriodRun
from toolkit.files.inbox import safe_name
from toolkit.files.word import rendered_word
from toolkit.model.annual import MergedList
from toolkit.model.annual_notice import AnnualNotice
from toolkit.model.scheme import Key
from toolkit.stages.annual_notice import ANNEX, annex_table, annual_notice_context
from toolkit.stages.design import table_title


def notice_fields(merged: MergedList, now: datetime) -> dict[str, object]:
    """Return the fields of the template."""
    month = merged.month
    programme, layout = month.programme, month.layout
    titles = {column.key: column.title for column in layout.shown}
    settings, scheme = programme.settings, programme.scheme
    return annual_notice_context(
        AnnualNotice(
            authority=settings.authority,
            signature=settings.signature,
            document_number="",
            place=scheme.place,
            year=settings.year,
            phrase=scheme.phrase,
            addressees=(),
            projects=len({row.item.group for row in merged.rows if row.item.group}),
            items=len(merged.rows),
            table_title=table_title(programme, month.period),
            cadence=scheme.cadence,
            report_by=settings.report_by,
            finish_by=settings.finish_by,
            issued=now.date(),
            lead_word=titles.get(Key.LEAD, ""),
            head=settings.head,
            assist_word=titles.get(Key.ASSIST, ""),
        )
    )


def filled_notice(run: PeriodRun, merged: MergedList) -> Filled:
    """Fill the template; nothing is written.

    Raises:
        TemplateError: The template is broken.
    """
    fields = notice_fields(merged, run.now)
    rows = [row.item.values for row in merged.rows]
    table = annex_table(merged.month.layout, rows, [row.item.group for row in merged.rows])
    name = f"{safe_name(str(fields['标题全文']))}.docx"
    data = rendered_word(run.workspace.template("notice"), fields, run.now, {ANNEX: table})
    return Filled(Output("notice", run.results / name), data)
