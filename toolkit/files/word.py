"""Word documents out of templates that an office edits in Word (docxtpl: Jinja2 in a .docx).

What a template does wrong is told in Chinese with the template's name, the field and the
paragraph. The same template and fields give the same bytes.
"""

import io
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from importlib.resources.abc import Traversable
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from toolkit.errors import TemplateError
from toolkit.files.package import repacked
from toolkit.files.word_faults import explain, unknown_field, unusual_braces
from toolkit.files.word_places import drop_empty_ending, fit_imprints, fit_marks, place_signature
from toolkit.files.word_table import place_tables, table_marks
from toolkit.files.word_text import holdable
from toolkit.model.word_table import WordTable
from toolkit.text.numerals import heading_numeral

if TYPE_CHECKING:
    from docx.document import Document
    from jinja2 import Environment

_NO_TABLES: Mapping[str, WordTable] = MappingProxyType({})


def rendered_word(
    template: Path | Traversable,
    context: Mapping[str, object],
    when: datetime,
    tables: Mapping[str, WordTable] = _NO_TABLES,
) -> bytes:
    """Fill a Word template and return the document.

    Besides the fields, a template can use `节号()` (一, 二, …) and `条号()` ((一), (二), …, from the
    start again in each section), so that numbers stay consecutive where parts are left out; a heading
    of the second level that is alone in its section has none.

    Args:
        template: The .docx with fields.
        context: The fields.
        when: The moment that the document's properties give as its creation.
        tables: Whole tables by their field; a template marks the place of each by a paragraph
            with nothing but the field.

    Raises:
        TemplateError: The template is missing, no Word document, or its fields do not work.
    """
    fields = {**context, **table_marks(tables)}
    document = _rendered(template.name, _read(template), fields)
    place_tables(template.name, document, tables)
    place_signature(document)
    fit_marks(document)
    fit_imprints(document)
    drop_empty_ending(document)
    return document_bytes(document, when)


def document_bytes(document: "Document", when: datetime) -> bytes:
    """Return a document as a .docx: parts in fixed order, with fixed times."""
    properties = document.core_properties
    properties.created = properties.modified = when
    properties.last_modified_by = properties.author
    properties.revision = 1
    saved = io.BytesIO()
    document.save(saved)
    return repacked(saved.getvalue())


def _read(template: Path | Traversable) -> bytes:
    try:
        return template.read_bytes()
    except OSError as error:
        raise TemplateError(
            f"Word 模板“{template.name}”读不到。", "请确认模板文件存在，并且没有被其他程序独占。"
        ) from error


def _rendered(name: str, data: bytes, context: Mapping[str, object]) -> "Document":
    """Fill the template twice: docxtpl repairs broken XML in silence, so it is looked at first."""
    from docx import Document
    from docx.oxml import parse_xml

    template = _opened(name, data)
    unusual_braces(name, template.docx)
    with _explained(name, template, context):
        unknown = unknown_field(name, template, *_with_numbers(context, []))
    if unknown is not None:
        raise unknown
    with _explained(name, template, context):
        entries: list[int] = []
        parse_xml(template.build_xml(*_with_numbers(context, entries)))
        template.render(*_with_numbers(context, [], entries), autoescape=True)
    saved = io.BytesIO()
    template.save(saved)
    return Document(saved)


def _opened(name: str, data: bytes) -> Any:
    from docx.opc.exceptions import PackageNotFoundError
    from docxtpl import DocxTemplate

    template = DocxTemplate(io.BytesIO(data))
    try:
        template.render_init()
    except (
        zipfile.BadZipFile,
        PackageNotFoundError,
        KeyError,
        ValueError,
        SyntaxError,
    ) as error:
        raise TemplateError(
            f"Word 模板“{name}”打不开：不是 .docx 文件，或者已经损坏。",
            "请在 Word 或 WPS 中打开模板，另存为 .docx；打不开的，从安装包里的原模板重新改起。",
        ) from error
    return template


@contextmanager
def _explained(name: str, template: Any, context: Mapping[str, object]) -> Iterator[None]:
    """Turn whatever a template's fields raise into a `TemplateError` that says where."""
    try:
        yield
    except Exception as error:
        # A template is a program by its author: any kind of exception can come out of it.
        raise explain(name, template, context, error) from error


def _with_numbers(
    context: Mapping[str, object], counted: list[int], entries: Sequence[int] = ()
) -> tuple[dict[str, object], "Environment"]:
    """Return the fields with fresh numbering, and an environment to fill a template with."""
    return {**context, **_numbering(counted, entries)}, _environment()


def _numbering(counted: list[int], entries: Sequence[int]) -> dict[str, object]:
    """Return what numbers headings.

    Args:
        counted: Is told how many headings of the second level each section has.
        entries: The same as counted before: one that is alone in its section has no number.
    """
    counted.append(0)

    def section() -> str:
        counted.append(0)
        return heading_numeral(len(counted) - 1)

    def item() -> str:
        counted[-1] += 1
        alone = entries[len(counted) - 1 : len(counted)] == [1]
        return "" if alone else f"（{heading_numeral(counted[-1])}）"

    return {"节号": section, "条号": item}


def _environment() -> "Environment":
    """Return an environment in which an unknown field is a mistake and values are only text.

    It is a sandbox: a template may come from another office.
    """
    from jinja2 import StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    return ImmutableSandboxedEnvironment(
        undefined=StrictUndefined, autoescape=True, finalize=_printable
    )


def _printable(value: object) -> object:
    """Leave out what XML cannot hold; a value marked as safe stays so."""
    return holdable(value) if isinstance(value, str) else value
