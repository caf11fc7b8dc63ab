"""The units of a whole notice: names that lines broke made whole, other names, members.

The notice itself is the dictionary: a name that stands whole in one place tells how to join its
pieces in another.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from toolkit.text.clean import match_key
from toolkit.text.unit_roles import role_pieces
from toolkit.text.units import lines_of_piece, looks_like_unit, split_units, tidy_unit

_MOST_LINES = 4
_PREFIX = re.compile(r"[一-鿿]{0,8}?(区|县|市|镇|街道|高新|经开|新区|开发区)")
_COMPANY_END = re.compile(r"(集团)?(股份)?(有限|有限责任)(责任)?公司")
_LEVELS = "市区县省镇"
_KINDS = ("街道", "镇", "乡")
_COLLECTIVE = re.compile(r"各[（(]?(街道|镇|乡|街)")
_NAMED = "[一-鿿]{2,3}"
_RUN = re.compile(
    rf"(?:^"
    rf"|(?<=[和与及在对由将、，。；：,;:（(]))(?P<names>{_NAMED}(?:、{_NAMED})*)(?:[两二三四五六七八九十\d]+个)?(?P<kind>街道"
    rf"|镇)"
)
_NO_NAME = re.compile(
    r"[各全每本该相有数多个级城村乡镇县]|街道|社区|特色|重点|示范|[一二三四五六七八九十两]"
)
_UNNAMED = re.compile(r"各|相关|有关|全|其他|其它|街道$|镇$|乡$")
_BEFORE_NAME = re.compile(r"[在对由将至及](?=..$)")
_LEAST_ALIAS = 3


def grow_lexicon(cells: Iterable[str], texts: Iterable[str]) -> frozenset[str]:
    """Return the names that a notice shows whole.

    Args:
        cells: The cells that name units.
        texts: All texts of the notice, where a broken name may stand whole.
    """
    whole: set[str] = set()
    joins: set[str] = set()
    for piece in (piece for cell in cells for piece in role_pieces(cell)):
        lines = lines_of_piece(piece.text)
        if len(lines) == 1 and looks_like_unit(lines[0]):
            whole.add(lines[0])
        joins.update(_joins(lines))
    plain = "\n".join(tidy_unit(line) for text in texts for line in text.splitlines())
    shown = {name for name in joins - whole if name in plain}
    return frozenset(whole | shown)


def _joins(lines: Sequence[str]) -> Iterator[str]:
    """Yield what neighbouring lines could be together."""
    for start in range(len(lines)):
        for end in range(start + 2, min(len(lines), start + _MOST_LINES) + 1):
            name = "".join(lines[start:end])
            if looks_like_unit(name):
                yield name


def guessed_joins(cells: Iterable[str], known: frozenset[str]) -> tuple[str, ...]:
    """Return the names that were put together from lines and stand nowhere whole."""
    guessed: dict[str, None] = {}
    for cell in cells:
        for piece in role_pieces(cell):
            lines = lines_of_piece(piece.text)
            for name in split_units(piece.text, known):
                if name not in lines and name not in known and len(lines) > 1:
                    guessed[name] = None
    return tuple(guessed)


def find_aliases(names: Sequence[str], others: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return the other names under which a notice knows its units, by the name that its list uses.

    Two names mean one unit when they differ in a place at the beginning (高新区综合行政执法局) or in
    a company's legal form at the end. Where two units could be meant, none is.

    Args:
        names: The names in the list, as often as they stand there.
        others: Further names, such as those of the paragraphs above a table.
    """
    uses = Counter(names)
    longer: dict[str, list[str]] = {}
    every = dict.fromkeys((*names, *others))
    for name in every:
        for short in _shorter(name):
            if short in every:
                longer.setdefault(short, []).append(name)
    found: dict[str, list[str]] = {}
    for short, meant in longer.items():
        if len(meant) > 1:
            continue
        pair = sorted((meant[0], short), key=lambda name: (-uses[name], -len(name)))
        if uses[pair[0]]:
            found.setdefault(pair[0], []).append(pair[1])
    taken = {alias for aliases in found.values() for alias in aliases}
    return {name: tuple(a) for name, a in found.items() if name not in taken}


def _shorter(name: str) -> Iterator[str]:
    """Yield the shorter names that a unit may have: without its place, without its legal form."""
    for place in range(1, len(name) - _LEAST_ALIAS + 1):
        prefix, rest = name[:place], name[place:]
        if _PREFIX.fullmatch(prefix) and rest[0] not in _LEVELS and looks_like_unit(rest):
            yield rest
        if _COMPANY_END.fullmatch(rest) and looks_like_unit(prefix):
            yield prefix


def find_members(
    names: Iterable[str], collective: Iterable[str], texts: Iterable[str]
) -> dict[str, tuple[str, ...]]:
    """Return what collective names such as 各街道 stand for, as far as the programme names it.

    Args:
        names: The units of the list.
        collective: Names that a scheme says stand for several.
        texts: The items' texts, which name sub-districts too: 王因、柳行两个街道.
    """
    units = tuple(dict.fromkeys(names))
    stated = set(collective)
    groups = [name for name in units if name in stated or _COLLECTIVE.match(name)]
    if not groups:
        return {}
    named = [name for name in units if name not in groups and _is_place(name)]
    offices = {name.removesuffix("办事处") for name in named}
    named += [name for text in texts for name in _places_in(text) if name not in offices]
    return {
        group: members
        for group in groups
        if (members := tuple(n for n in dict.fromkeys(named) if _belongs(n, group)))
    }


def _is_place(name: str) -> bool:
    bare = name.removesuffix("办事处").removesuffix("人民政府")
    return bare.endswith(_KINDS) and not _UNNAMED.match(bare)


def _kind(name: str) -> str:
    return next((kind for kind in _KINDS if name.endswith(kind)), "")


def _belongs(name: str, group: str) -> bool:
    kind = _kind(name.removesuffix("办事处").removesuffix("人民政府"))
    wanted = group.replace("镇街", "镇街道")
    return bool(kind) and kind in wanted


def _places_in(text: str) -> Iterator[str]:
    for match in _RUN.finditer(match_key(text)):
        for name in match["names"].split("、"):
            name = _BEFORE_NAME.sub("", name)
            if not _NO_NAME.search(name):
                yield f"{name}{match['kind']}"
