"""The pieces of a cell that names units, each with the role that the cell's own words give it.

市教育局牵头，市卫健委配合 and 牵头单位：市教育局；配合单位：市卫健委 say of the names what elsewhere
columns say; the words are no part of the names.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from toolkit.text.searching import searched

SEPARATORS = "、，,；;|/"
"""What parts the names of a cell."""

_ENDS_GROUP = "，,；;|\n"
"""What parts 甲牵头 from 乙、丙配合, unlike 、 inside such a group."""

_OPEN, _CLOSE = "（([〔【", "）)]〕】"
_KINDS = "(?:区|县|市|旗|镇|乡|街道|乡镇|镇街|镇街道|部门|单位|委|办|局|村|社区|园区|功能区|管委会)"
_COLLECTIVE = re.compile(
    rf"[各相有](?:关|级)?{_KINDS}(?:[、，,]{_KINDS})+(?:人民政府|政府|管委会|办事处)?(?=$"
    rf"|[{SEPARATORS}。])"
)


class UnitRole(StrEnum):
    """What a cell says of a unit, by the word that says it."""

    LEAD = "牵头"
    ASSIST = "配合"


@dataclass(frozen=True, slots=True)
class RolePiece:
    """What stands between a cell's separators, without words of its role; None says none."""

    text: str
    role: UnitRole | None = None


_LEADS, _ASSISTS = "牵头|主办|主责", "配合|(?<!经)协办|协助|协同|参与"
_SAYS_ROLE = re.compile(f"{_LEADS}|{_ASSISTS}")
_BODY = "(?:单位|部门|科室|处室)"
_WORK = "(?:组织|实施|落实|办理|推进|负责|抓总|做好|完成|工作|共同)"
_JOINT = "(?:共同|联合|分别|协同|密切|积极|按职责|按照职责)"
_ROLE = rf"(?:(?P<lead>{_LEADS})|(?P<assist>{_ASSISTS})(?:牵头{_BODY}?)?)"
_LABEL = searched(rf"\s*{_ROLE}{_BODY}?\s*[:：]")
_BRACKETED = rf"\s*[（(\[〔【]\s*[省市县区总]?{_ROLE}{_BODY}?\s*[)）\]〕】]"
_BRACKET = re.compile(rf"{_BRACKETED}\s*$")
_SUFFIX = searched(rf"\s*{_JOINT}?{_ROLE}(?:{_WORK}|{_BODY})*+[。.]?\s*$")
_BY = re.compile(r"^\s*由")
_MORE = rf"(?=\s*[^\s{SEPARATORS}。（(单部科处:：])"
_RUN_ON = searched(
    rf"{_BRACKETED}(?=\s*[^\s{SEPARATORS}])|(?P<kept>[（(\[〔【][^（）()]*[)）\]〕】])"
    rf"|(?:牵头|配合){_WORK}*+{_MORE}|(?P<gap>\s+)(?=(?:{_LEADS}|{_ASSISTS}){_BODY}\s*[:：])"
)
"""Where a name begins right behind the words of another's role: 甲牵头乙配合."""


def split_pieces(cell: str) -> Iterator[str]:
    """Yield what stands between a cell's separators; those in brackets separate nothing."""
    return (piece for piece, _ in _parted(cell))


def role_pieces(cell: str) -> Iterator[RolePiece]:
    """Yield a cell's pieces with their roles, in their order.

    (牵头) and 牵头 behind a name speak of it; 甲、乙配合 of all names of the group, as far as none of
    them has a role; 牵头单位： of all that follow, up to the next label.
    """
    if not _SAYS_ROLE.search(cell):
        return map(RolePiece, split_pieces(cell))
    return iter(_with_roles(cell))


def _with_roles(cell: str) -> list[RolePiece]:
    pieces: list[RolePiece] = []
    labelled: UnitRole | None = None
    group = 0
    for text, mark in _parted(_RUN_ON.sub(_divided, cell)):
        if label := _LABEL.match(text):
            labelled, group = _role(label), len(pieces)
            text = text[label.end() :]
        piece = RolePiece(text, labelled)
        if bracket := _BRACKET.search(text):
            piece = RolePiece(text[: bracket.start()], _role(bracket))
        elif (suffix := _SUFFIX.search(text)) and suffix.start():
            role = _role(suffix)
            piece = RolePiece(_BY.sub("", text[: suffix.start()]), role)
            _share(pieces, group, role)
        if piece.text.strip():
            pieces.append(piece)
        group = len(pieces) if mark in _ENDS_GROUP else group
    return pieces


def _share(pieces: list[RolePiece], start: int, role: UnitRole) -> None:
    """Give a role to the last pieces of a group that have none.

    Where it would leave nobody to lead, the cell's first unit keeps none: 甲、乙配合.
    """
    place = len(pieces) - 1
    while place >= start and pieces[place].role is None:
        if place or role is UnitRole.LEAD:
            bare = _BY.sub("", pieces[place].text) if role is UnitRole.LEAD else pieces[place].text
            pieces[place] = replace(pieces[place], text=bare, role=role)
        place -= 1


def marked(names: Iterable[tuple[str, UnitRole | None]]) -> str:
    """Return names as one cell, each with its role behind it: 市教育局（牵头）、市卫健委（配合）."""
    return "、".join(f"{name}（{role}）" if role else name for name, role in names)


def _role(match: re.Match[str]) -> UnitRole:
    return UnitRole.LEAD if match["lead"] else UnitRole.ASSIST


def _divided(match: re.Match[str]) -> str:
    if match["gap"]:
        return "；"
    return match["kept"] or f"{match[0]}，"


def _parted(cell: str) -> Iterator[tuple[str, str]]:
    """Yield a cell's pieces, each with the mark behind it."""
    kept = {place for match in _COLLECTIVE.finditer(cell) for place in range(*match.span())}
    piece, depth = "", 0
    for place, character in enumerate(cell):
        depth += (character in _OPEN) - (character in _CLOSE)
        depth = max(0, depth)
        if character in SEPARATORS and depth == 0 and place not in kept:
            yield piece, character
            piece = ""
        else:
            piece += character
    yield piece, ""
