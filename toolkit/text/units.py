"""Unit names out of a cell such as 发展软环境保障局、王因街道、接庄街道.

A line break inside a name and one between two names look the same. Which it is, the names
themselves tell: each line is weighed as a name of its own and as part of one, and a name that the
document shows whole elsewhere weighs most.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from toolkit.model.programme import Unit
from toolkit.model.scheme import Key
from toolkit.text.clean import match_key
from toolkit.text.searching import searched
from toolkit.text.unit_roles import UnitRole, role_pieces

_LINE = re.compile(r"[\n\r\t\v\f]+")
_OPEN, _CLOSE = "（([〔【", "）)]〕】"
_BRACKETS = str.maketrans("()", "（）")
_NAME_END = searched(
    r"(局|办|办公室|委|委员会|部|中心|集团|公司|街道|街道办事处|镇|乡|村|社区|学校|医院|大队"
    r"|支队|总队|队|站|所|院"
    r"|会|处|厅|[农支分]商?行|区|县|市|园|厂|社|联|校|馆|署|科|组|单位|部门|政府|府办|专班|台"
    r"|室|基地|委办|银行|协会|[)）])$"
)
_FRAGMENT = re.compile(
    r".?[局会室心司处队院委部]|(股份|集团|控股)?(有限|有限责任|股份)(责任)?公司|集团|公司"
    r"|分公司|(.{1,4}[区县市])?分局|街道|街道办事处|办事处|镇|乡|大队|支队"
    r"|(市|区|县)?(管理|服务|保障|监督|监督管理|指挥|事务|事业|发展|规划)?(局|办公室|委员会"
    r"|中心|处|部)"
    r"|人民政府|政府"
)
_SHORT_NAMES = frozenset(
    ("工会", "妇联", "团委", "残联", "科协", "文联", "侨联", "工委", "党委", "工商联")
)
_AND_OTHERS = re.compile(r"等(有关|相关)?(部门|单位|部门单位|单位和部门|部门和单位)?$")
_TWO_NAMES = re.compile(r"^\(|.各(街道|镇|乡|村|社区)")
_BRACKETED = re.compile(r"\(.*\)")
_END_MARKS = "。.．:："
_MOST_LINES = 4
_SHORTEST, _LONGEST = 2, 26

_KNOWN, _PLAUSIBLE, _JOIN, _EACH_MORE, _DOUBTFUL = 0.0, 1.0, 2.5, 2.0, 6.0
_NONE: frozenset[str] = frozenset()


def split_units(cell: str, known: frozenset[str] = _NONE) -> tuple[str, ...]:
    """Split the units that a cell names, in their order, each once.

    Brackets belong to the name: 党政办公室（宣传）, 各县（市、区）. So do the lists of a collective
    name: 各区、市政府. Words of a role do not: 市教育局（牵头）, 市卫健委配合.

    Args:
        cell: The cell's text.
        known: Names that are seen whole elsewhere.
    """
    return tuple(name for name, _ in units_with_roles(cell, known))


@lru_cache(maxsize=8192)
def units_with_roles(
    cell: str, known: frozenset[str] = _NONE
) -> tuple[tuple[str, UnitRole | None], ...]:
    """Split the units that a cell names, each with what the cell's own words say of its role.

    Args:
        cell: The cell's text.
        known: Names that are seen whole elsewhere.
    """
    found: dict[str, UnitRole | None] = {}
    for piece in role_pieces(cell):
        for name in _names(piece.text, known):
            if name:
                found.setdefault(name, piece.role)
    return tuple(found.items())


def tidy_unit(name: str) -> str:
    """Return a unit's name without blanks, its brackets full-width as documents print them."""
    return match_key(name).strip(_END_MARKS).translate(_BRACKETS)


def looks_like_unit(name: str) -> bool:
    """Tell whether a text can be the whole name of a unit."""
    text = match_key(name)
    base = _BRACKETED.sub("", text)
    if base in _SHORT_NAMES:
        return True
    return (
        len(base) > _SHORTEST
        and len(text) <= _LONGEST
        and _balanced(text)
        and _NAME_END.search(text) is not None
        and _FRAGMENT.fullmatch(text) is None
        and _TWO_NAMES.search(text) is None
    )


def lines_of_piece(piece: str) -> list[str]:
    """Return the lines of one piece, tidied, without blank ones.

    Blanks divide names only when every part is one; inside a name they only space it.
    """
    return [
        line
        for text in _LINE.split(piece)
        for line in map(tidy_unit, _divided_by_blanks(text))
        if line
    ]


def _divided_by_blanks(line: str) -> list[str]:
    parts = line.split()
    return parts if all(map(looks_like_unit, parts)) else [line]


def units_of(values: Mapping[Key, str]) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Return the units that lead, share and assist an item, by the columns of its list.

    The column of leading units may name several: the one that it marks (牵头) leads, the first where
    it marks none; the others share, those marked 配合 assist.
    """
    lead, assist = _led(values.get(Key.LEAD, ""))
    others = tuple(u for u in split_units(values.get(Key.CO, "")) if u not in lead[:1])
    if not lead and others:
        all_of_them, assisting = _led(values.get(Key.CO, ""))
        lead, others, assist = all_of_them[:1], all_of_them[1:], (*assist, *assisting)
    co = tuple(dict.fromkeys((*lead[1:], *others)))
    assist = (*assist, *split_units(values.get(Key.ASSIST, "")))
    return lead[:1], co, tuple(dict.fromkeys(assist))


def _led(cell: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the units of a cell that lead, those marked as leading first, and those that assist."""
    named = units_with_roles(cell)
    assist = tuple(name for name, role in named if role is UnitRole.ASSIST)
    lead = [(role is None, name) for name, role in named if role is not UnitRole.ASSIST]
    return tuple(name for _, name in sorted(lead, key=lambda each: each[0])), assist


Resolve = Callable[[Sequence[str]], tuple[str, ...]]


def item_units(
    values: Mapping[Key, str], resolve: Resolve
) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """Return who leads an item ("" when nobody does), who shares and who assists.

    Args:
        values: The texts of its row in the list.
        resolve: Gives units their own names, see `unit_resolver`.
    """
    lead, co, assist = map(resolve, units_of(values))
    first, *others = lead or ("",)
    shared = tuple(unit for unit in dict.fromkeys((*others, *co)) if unit != first)
    return first, shared, assist


def unit_resolver(units: Iterable[Unit]) -> Resolve:
    """Return a function that gives units their own names, collective ones their members."""
    by_name = {known: unit for unit in units for known in (unit.name, *unit.aliases)}

    def resolve(names: Sequence[str]) -> tuple[str, ...]:
        found = ((name, by_name.get(name)) for name in names)
        return tuple(
            dict.fromkeys(
                member
                for name, unit in found
                for member in ((unit.members or (unit.name,)) if unit else (name,))
            )
        )

    return resolve


def _names(piece: str, known: frozenset[str]) -> Iterator[str]:
    for name in _cheapest(lines_of_piece(piece), known):
        yield from _run_together(_without_others(name), known)


def _without_others(name: str) -> str:
    """Return 市教育局 for 市教育局等部门."""
    bare = _AND_OTHERS.sub("", name)
    return bare if bare != name and looks_like_unit(bare) else name


def _cheapest(lines: Sequence[str], known: Collection[str]) -> list[str]:
    """Join lines to names so that the whole is the most likely."""
    best: list[tuple[float, list[str]]] = [(0.0, [])]
    for end in range(1, len(lines) + 1):
        choices = []
        for start in range(max(0, end - _MOST_LINES), end):
            name = "".join(lines[start:end])
            cost, before = best[start]
            cost += _cost(name, lines[start:end], known)
            choices.append((cost, [*before, name]))
        best.append(min(choices, key=lambda choice: choice[0]))
    return best[-1][1]


def _cost(name: str, lines: Sequence[str], known: Collection[str]) -> float:
    """Return how unlikely it is that these lines are this one name."""
    if name in known:
        return _KNOWN
    more = len(lines) - 1
    if not looks_like_unit(name):
        return _DOUBTFUL + more
    if not more:
        return _PLAUSIBLE
    wrong_start = _DOUBTFUL if _FRAGMENT.fullmatch(lines[0]) else 0
    return _JOIN + _EACH_MORE * (more - 1) + wrong_start


def _run_together(name: str, known: frozenset[str]) -> list[str]:
    """Split a name that is several known ones written without anything between them."""
    if name in known or len(known) < 2:
        return [name]
    found: list[list[str] | None] = [[]] + [None] * len(name)
    for end in range(1, len(name) + 1):
        for start in range(max(0, end - _LONGEST), end):
            before = found[start]
            if before is not None and name[start:end] in known:
                found[end] = [*before, name[start:end]]
                break
    return found[-1] or [name]


def _balanced(text: str) -> bool:
    return sum(text.count(mark) for mark in _OPEN) == sum(text.count(mark) for mark in _CLOSE)
