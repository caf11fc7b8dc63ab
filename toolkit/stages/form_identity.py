"""The very hidden sheet by which a form is known again: written and read in one place."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence

from toolkit.model.form import META_MARK, META_SHEET, FormIdentity
from toolkit.model.sheets import Block, SheetPlan, Style
from toolkit.model.workbook import RawSheet
from toolkit.text.clean import cell_text, match_key

_FIELDS = ("form", "programme", "unit", "period", "issue")
_ROWS = "rows"


def text_digest(texts: Iterable[str]) -> str:
    """Return a short digest of a row's locked texts, blind to blanks and widths."""
    joined = "\x1f".join(match_key(text) for text in texts)
    return hashlib.sha256(joined.encode()).hexdigest()[:12]


def identity_sheet(identity: FormIdentity) -> SheetPlan:
    """Plan the very hidden sheet: names and values, then one line a row of the form."""
    style = Style(border=False, wrap=False, number_format="@")
    rows: list[tuple[str, str, str]] = [(META_MARK, "1", "")]
    rows += [(name, str(getattr(identity, name)), "") for name in _FIELDS]
    rows.append((_ROWS, str(len(identity.locked)), ""))
    rows += [
        (code, digest, identity.shown.get(code, "")) for code, digest in identity.locked.items()
    ]
    return SheetPlan(
        name=META_SHEET,
        widths=(24, 60, 20),
        blocks=(Block(0, (style,) * 3, rows),),
        visibility="very_hidden",
        protected=True,
    )


def read_identity_sheet(sheets: Sequence[RawSheet]) -> FormIdentity | None:
    """Return the identity that a workbook carries, None when it has no such sheet or it is cut."""
    rows = _mark_rows(sheets)
    fields = _fields(rows)
    if fields is None:
        return None
    items = tuple(rows)
    return FormIdentity(
        form=fields["form"],
        programme=fields["programme"],
        unit=fields["unit"],
        period=fields["period"],
        issue=int(fields["issue"]),
        locked={name: text for name, text, _ in items},
        shown={name: shown for name, _, shown in items if shown},
    )


def carries_identity(sheets: Sequence[RawSheet]) -> bool:
    """Tell whether a workbook carries an identity; only the head of its sheet is read for that."""
    return _fields(_mark_rows(sheets)) is not None


def _mark_rows(sheets: Sequence[RawSheet]) -> Iterator[tuple[str, str, str]]:
    """Yield the three texts of each row of the very hidden sheet."""
    for row in next((sheet.rows for sheet in sheets if sheet.name == META_SHEET), ()):
        if len(row) >= 2:
            shown = cell_text(row[2]).strip() if len(row) > 2 else ""
            yield cell_text(row[0]).strip(), cell_text(row[1]).strip(), shown


def _fields(rows: Iterator[tuple[str, str, str]]) -> dict[str, str] | None:
    """Read the head of the sheet, up to where its items begin; None when it is cut."""
    if next(rows, ("", "", ""))[0] != META_MARK:
        return None
    fields: dict[str, str] = {}
    for name, text, _ in rows:
        if name == _ROWS:
            whole = all(fields.get(name) for name in _FIELDS)
            return fields if whole and fields["issue"].isdecimal() else None
        fields[name] = text
    return None
