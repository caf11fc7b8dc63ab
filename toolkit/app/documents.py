"""The Word documents of a period: which, by which templates, and where."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from toolkit.app.outputs import Output, Planned, write_bytes
from toolkit.app.period_run import PeriodRun
from toolkit.app.workspace import TEMPLATES_FOLDER, Workspace
from toolkit.errors import ArgumentError
from toolkit.files.inbox import safe_name
from toolkit.files.resources import word_template
from toolkit.files.word import rendered_word
from toolkit.model.form import Form, form_of
from toolkit.model.month import Month
from toolkit.model.period import Period
from toolkit.model.scheme import Bulletin
from toolkit.stages.documents import NAMES, Draft, fits
from toolkit.text.periods import span_name


def file_stem(month: Month) -> str:
    """Return how the names of a period's results begin."""
    span = span_name(month.period, cumulative=month.programme.scheme.cumulative)
    return f"{month.period.year}年{span}{month.programme.scheme.phrase}"


def save_templates(workspace: Workspace, kinds: Sequence[str]) -> tuple[Path, ...]:
    """Put built-in templates into the working folder for the office to change; return the new ones.

    One that lies there already is the office's, and stays.

    Args:
        kinds: Which; none for all.
    """
    folder = workspace.root / TEMPLATES_FOLDER
    folder.mkdir(exist_ok=True)
    made = []
    for kind in kinds or (*Bulletin, "notice", "return_note"):
        path = folder / f"{kind}.docx"
        if not path.exists():
            write_bytes(word_template(kind).read_bytes(), path)
            made.append(path)
    return tuple(made)


def document_path(run: PeriodRun, month: Month, draft: Draft) -> Path:
    """Return where a document belongs."""
    return run.results / f"{safe_name(file_stem(month) + draft.name)}.docx"


@dataclass(frozen=True, slots=True)
class Filled:
    """A document whose template is filled, and where it belongs."""

    output: Output
    data: bytes

    @property
    def planned(self) -> Planned:
        """The document as an output to write."""
        return Planned(self.output, partial(write_bytes, self.data))


def filled_documents(run: PeriodRun, month: Month, documents: Sequence[Draft]) -> list[Filled]:
    """Fill the templates of documents; nothing is written.

    Raises:
        TemplateError: A template is broken.
    """
    template = run.workspace.template
    return [
        Filled(
            Output(f"bulletin.{draft.kind.value}", document_path(run, month, draft), draft.unit),
            rendered_word(template(draft.kind.value), draft.fields, run.now, draft.tables),
        )
        for draft in documents
    ]


def planned_documents(run: PeriodRun, month: Month, documents: Sequence[Draft]) -> list[Planned]:
    """Return documents as outputs to write.

    Every template is filled here already, so that a broken one stops the run before it writes.

    Raises:
        TemplateError: A template is broken.
    """
    return [filled.planned for filled in filled_documents(run, month, documents)]


def beginnings(run: PeriodRun, month: Month, kinds: Sequence[Bulletin]) -> list[str]:
    """Return how the paths of some kinds of document begin, whether there is one now or not."""
    folder = run.workspace.relative(run.results)
    return [f"{folder}/{safe_name(file_stem(month) + NAMES[kind])}" for kind in kinds]


def asked_kinds(words: Sequence[str], period: Period) -> tuple[Bulletin, ...]:
    """Return the kinds that a person asks for, in the order in which they are written.

    Raises:
        ArgumentError: The period is a year, or a kind does not belong to such a period.
    """
    if form_of(period.kind) is Form.SUMMARY:
        raise ArgumentError(
            f"{period.label} 是年度，没有通报。",
            f"年度通知由 minsheng merge {period.label} 生成；通报请写月份、季度等报告期。",
        )
    asked = {Bulletin(word) for word in words}
    for kind in asked:
        if not fits(kind, period.kind):
            raise ArgumentError(
                f"{period.label} 没有{NAMES[kind]}。",
                "月通报对应月份（如 2024-09），季度通报对应季度（如 2024-Q3）。",
            )
    return tuple(kind for kind in NAMES if kind in asked)
