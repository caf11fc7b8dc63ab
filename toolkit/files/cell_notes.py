"""Comments on the cells of an .xlsx: notes, as Excel calls them now, and threaded comments.

A threaded comment stands in a part of its own. Beside it stands a note for older programs, whose
text begins with an explanation ([MS-XLSX] 2.6.205 and 2.6.206).
"""

import posixpath
import re
from collections.abc import Callable, Collection, Iterator
from typing import Any
from zipfile import ZipInfo

from toolkit.errors import UnreadableFileError
from toolkit.files.raw_rows import plain, without_author
from toolkit.files.sheet_faults import column_of, relations_of, titled_parts
from toolkit.files.xml_trees import attribute, children, local, parse_xml
from toolkit.files.zip_parts import damage_named, unpacked, zip_parts
from toolkit.model.workbook import CellNote

_NOTES, _THREADED, _PERSONS = "/comments", "/threadedComment", "/person"
_PLACE = re.compile(r"([A-Za-z]{1,3})([1-9]\d{0,6})")
EXPLANATION = re.compile(r"\[[^\]]*\].*?linkid=870924\s+[^\n]*[:：]\s*", re.DOTALL)

Content = Callable[[str], bytes]


def has_notes(parts: Collection[ZipInfo]) -> bool:
    """Tell whether a package has parts with comments."""
    return any("omment" in part.filename for part in parts)


def notes_of(data: bytes) -> dict[str, tuple[CellNote, ...]]:
    """Return the comments of a package's worksheets by their titles.

    Returns:
        Nothing where the parts with comments are damaged: the cells are worth reading all the same.
    """
    named = {part.filename.lower(): part for part in zip_parts(data)}

    def content(name: str) -> bytes:
        part = named.get(name.lower().lstrip("/"))
        with damage_named():
            return unpacked(data, part) if part else b""

    try:
        return {title: tuple(_notes(part, content)) for part, title in titled_parts(content)}
    except UnreadableFileError:
        return {}


def _notes(sheet: str, content: Content) -> Iterator[CellNote]:
    """Yield a worksheet's comments; where there is a discussion, not the note beside it."""
    related = list(_related(sheet, content))
    persons = _persons(content) if any(kind.endswith(_THREADED) for kind, _ in related) else {}
    threads = [
        note
        for kind, part in related
        if kind.endswith(_THREADED)
        for note in _thread(_parsed(content(part)), persons)
    ]
    discussed = {(note.row, note.column) for note in threads}
    for kind, part in related:
        if kind.endswith(_NOTES):
            for note in _plain_notes(_parsed(content(part))):
                if (note.row, note.column) not in discussed:
                    yield note
    yield from threads


def _related(part: str, content: Content) -> Collection[tuple[str, str]]:
    folder, name = posixpath.split(part)
    return relations_of(content(f"{folder}/_rels/{name}.rels"), folder).values()


def _parsed(part: bytes) -> Any:
    return parse_xml(part) if part else ()


def _plain_notes(root: Any) -> Iterator[CellNote]:
    nodes = list(root)
    authors = [
        "".join(author.itertext()).strip()
        for node in nodes
        if local(node) == "authors"
        for author in children(node, "author")
    ]
    for node in nodes:
        for comment in children(node, "comment") if local(node) == "commentList" else ():
            number = comment.get("authorId") or ""
            known = number.isdecimal() and int(number) < len(authors)
            author = authors[int(number)] if known else ""
            text = "".join(_texts(comment))
            yield from _note(comment, text, "" if author.startswith("tc={") else author)


def _texts(comment: Any) -> Iterator[str]:
    """Yield the pieces of a comment's text, without the sounds that may stand beside it."""
    for text in children(comment, "text"):
        for piece in text.iter("{*}t"):
            if local(piece.getparent()) != "rPh":
                yield piece.text or ""


def _thread(root: Any, persons: dict[str, str]) -> Iterator[CellNote]:
    for comment in root:
        text = "".join("".join(node.itertext()) for node in children(comment, "text"))
        yield from _note(comment, text, persons.get(comment.get("personId") or "", ""))


def _note(comment: Any, text: str, author: str) -> Iterator[CellNote]:
    """Yield a comment unless it says nothing, or nobody knows of which cell."""
    place = _PLACE.fullmatch(comment.get("ref") or "")
    said = without_author(EXPLANATION.sub("", str(plain(text)), count=1), author)
    if place and said:
        yield CellNote(int(place[2]) - 1, column_of(place[1]), said, author)


def _persons(content: Content) -> dict[str, str]:
    """Return the names of those who discuss by their numbers."""
    related = _related("xl/workbook.xml", content)
    return {
        attribute(person, "id") or "": attribute(person, "displayName") or ""
        for kind, part in related
        if kind.endswith(_PERSONS)
        for person in _parsed(content(part))
    }
