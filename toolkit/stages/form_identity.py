"""The very hidden sheet by which a form is known again: written and read in one place."""

import hashlib
from collections.abc import Iterable, Sequence

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
    sheet = next((sheet for sheet in sheets if sheet.name == META_SHEET), None)
    if sheet is None:
        return None
    rows = [row for row in sheet.rows if len(row) >= 2]
    names = [cell_text(row[0]).strip() for row in rows]
    if not names or names[0] != META_MARK or _ROWS not in names:
        return None
    texts = [cell_text(row[1]).strip() for row in rows]
    first = names.index(_ROWS)
    fields = dict(zip(names[1:first], texts[1:first], strict=True))
    if not all(fields.get(name) for name in _FIELDS) or not fields["issue"].isdecimal():
        return None
    return FormIdentity(
        form=fields["form"],
        programme=fields["programme"],
        unit=fields["unit"],
        period=fields["period"],
        issue=int(fields["issue"]),
        locked=dict(zip(names[first + 1 :], texts[first + 1 :], strict=True)),
        shown={
            name: text
            for name, row in zip(names[first + 1 :], rows[first + 1 :], strict=True)
            if len(row) > 2 and (text := cell_text(row[2]).strip())
        },
    )
