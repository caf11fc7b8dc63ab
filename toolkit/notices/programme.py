"""From a notice's list to the year's programme."""

from collections.abc import Iterable, Mapping

from toolkit.model.notice import Notice
from toolkit.model.programme import Item, Programme, Settings, Unit
from toolkit.model.scheme import Key, Scheme
from toolkit.text.units import split_units


def item_code(number: int) -> str:
    """Return the 编号 of the n-th item ever listed, counted from 1.

    A letter first, so that no spreadsheet takes it for a number or a date.
    """
    return f"M{number:03d}"


def build_programme(
    notice: Notice,
    scheme: Scheme,
    year: int,
    authority: str | None = None,
    scheme_file: str | None = None,
) -> Programme:
    """Make the programme that a notice publishes.

    Args:
        notice: What was read.
        scheme: Its layout.
        year: The programme's year.
        authority: The issuing body; the scheme's when None.
        scheme_file: Where the scheme is to be found again; its name when None.
    """
    items = tuple(
        _item(item_code(number), row.values, number) for number, row in enumerate(notice.rows, 1)
    )
    body = authority or scheme.authority
    settings = Settings(
        name=f"{scheme.place}{year}年{scheme.phrase}",
        year=year,
        authority=body,
        scheme=scheme_file or scheme.name,
        report_by=scheme.report_by,
        finish_by=scheme.finish_by,
        filling=scheme.filling,
        signature=body,
    )
    return Programme(settings, scheme, items, tuple(_units(items)))


def _item(code: str, texts: Mapping[Key, str], row: int) -> Item:
    lead, *co = split_units(texts.get(Key.LEAD, "")) or ("",)
    assist = split_units(texts.get(Key.ASSIST, ""))
    return Item(code, texts, lead, tuple(co), assist, row)


def _units(items: Iterable[Item]) -> Iterable[Unit]:
    """Yield every unit once: those that lead first, each in the list's order."""
    rows = tuple(items)
    named = [item.lead for item in rows]
    named += [unit for item in rows for unit in (*item.co, *item.assist)]
    return (Unit(name) for name in dict.fromkeys(filter(None, named)))
