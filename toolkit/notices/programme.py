"""From a notice's list to the year's programme."""

from collections.abc import Iterable, Iterator, Mapping

from toolkit.model.notice import Notice, UnitNames
from toolkit.model.programme import Item, Programme, Settings, Unit, item_code
from toolkit.model.scheme import Key
from toolkit.notices.targets import programme_targets
from toolkit.text.units import Resolve, item_units, unit_resolver, units_of


def build_programme(
    notice: Notice,
    year: int,
    authority: str | None = None,
    scheme_file: str | None = None,
) -> Programme:
    """Make the programme that a notice publishes.

    Args:
        notice: What was read.
        year: The programme's year.
        authority: The issuing body; the scheme's when None.
        scheme_file: Where the scheme is to be found again; its name when None.
    """
    scheme = notice.scheme
    units = tuple(_units([row.values for row in notice.rows], notice.names))
    resolve = unit_resolver(units)
    items = tuple(
        _item(item_code(number), row.values, number, resolve)
        for number, row in enumerate(notice.rows, 1)
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
    return Programme(settings, scheme, items, units, programme_targets(items))


def _item(code: str, texts: Mapping[Key, str], row: int, resolve: Resolve) -> Item:
    return Item(code, texts, *item_units(texts, resolve), row)


def _units(rows: Iterable[Mapping[Key, str]], names: UnitNames) -> Iterator[Unit]:
    """Yield every unit once: those that lead first, each in the list's order, members last."""
    own = {alias: name for name, aliases in names.aliases.items() for alias in aliases}
    each = [units_of(values) for values in rows]
    named = [unit for lead, _, _ in each for unit in lead]
    named += [unit for _, co, assist in each for unit in (*co, *assist)]
    named += [member for members in names.members.values() for member in members]
    for name in dict.fromkeys(own.get(name, name) for name in named):
        yield Unit(name, names.aliases.get(name, ()), names.members.get(name, ()))
