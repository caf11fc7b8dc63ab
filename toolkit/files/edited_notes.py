"""Comments on the cells of a worksheet that is edited (ECMA-376 part 1, 18.7, and part 4, 19.4).

A comment has its text in one part and its box in another one, a drawing in VML, which a worksheet
refers to as its legacy drawing. A threaded comment ([MS-XLSX] 2.6.205) shows in its place.
"""

import re
from collections.abc import Iterator
from typing import Any

from toolkit.errors import UnreadableFileError
from toolkit.files.cell_notes import EXPLANATION
from toolkit.files.edited_package import EditedPackage, added, linked, moved_before
from toolkit.files.word_text import holdable
from toolkit.files.xml_trees import attribute, children, local, parse_xml
from toolkit.model.refs import cell_name, cell_position

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_NOTES_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_BOXES_TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_AFTER_BOXES = (
    "legacyDrawingHF",
    "drawingHF",
    "picture",
    "oleObjects",
    "controls",
    "AlternateContent",
    "webPublishItems",
    "tableParts",
    "extLst",
)
_NO_NOTES = f'<comments xmlns="{_MAIN}"><authors/><commentList/></comments>'.encode()
_V, _O, _X = (
    f'xmlns:{p}="urn:schemas-microsoft-com:{n}"'
    for p, n in (
        ("v", "vml"),
        ("o", "office:office"),
        ("x", "office:excel"),
    )
)
_NO_BOXES = (
    f'<xml {_V} {_O} {_X}><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/>'
    '</o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202"'
    ' path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/>'
    '<v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype></xml>'
).encode()
_BOX = (
    f'<v:shape {_V} {_O} {_X} id="_x0000_s{{number}}" type="#_x0000_t202" style="position:absolute;'
    "margin-left:59.25pt;margin-top:1.5pt;width:{width}pt;height:{height}pt;z-index:1;"
    'visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/>'
    '<v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>'
    '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"/></v:textbox>'
    '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>'
    "<x:AutoFill>False</x:AutoFill><x:Row>{row}</x:Row><x:Column>{column}</x:Column>"
    "</x:ClientData></v:shape>"
)
_FIRST_BOX = 1025
_BREAK = re.compile(rb"<br\s*>")
"""Excel writes line breaks of a button's label as HTML does, which is no XML."""


class EditedNotes:
    """The comments of one worksheet.

    Args:
        package: The workbook.
        part: The worksheet's part.
    """

    def __init__(self, package: EditedPackage, part: str) -> None:
        self._package, self._part = package, part

    def texts(self) -> Iterator[tuple[str, str]]:
        """Yield the cells that have a comment, with its text."""
        notes = self._package.related(self._part, "comments")
        for note in _listed(self._package.tree(notes)) if notes else ():
            yield note.get("ref") or "", _text(note)

    def set(self, cell: str, text: str, author: str, size: tuple[int, int]) -> None:
        """Give a cell a comment instead of what it has.

        Args:
            size: Width and height in points of the box, where there is none yet.
        """
        root = self._package.tree(self._notes())
        known = next((note for note in _listed(root) if note.get("ref") == cell), None)
        note = known
        if note is None:
            note = added(next(n for n in root if local(n) == "commentList"), "comment", ref=cell)
            self._add_box(cell, size)
        note.set("authorId", str(_author(root, author)))
        for child in list(note):
            note.remove(child)
        run = added(added(note, "text"), "r")
        look = added(run, "rPr")
        added(look, "sz", val="10")
        added(look, "rFont", val="宋体")
        piece = added(run, "t", holdable(text))
        piece.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        self._end_thread(cell)

    def remove(self, cell: str) -> None:
        """Take a cell's comment and its box away."""
        for note in _listed(self._package.tree(self._notes())):
            if note.get("ref") == cell:
                note.getparent().remove(note)
        boxes = self._boxes()
        for box in list(boxes.iter("{*}shape")):
            if _place(box) == cell:
                box.getparent().remove(box)

    def _notes(self) -> str:
        found = self._package.related(self._part, "comments")
        if found:
            return found
        name = self._package.free_name("xl/comments", ".xml")
        self._package.add(name, parse_xml(_NO_NOTES), _NOTES_TYPE)
        self._package.relate(self._part, "comments", name)
        return name

    def _boxes(self) -> Any:
        """Return the drawing of the boxes; a sheet with a button has one without any comment."""
        sheet = self._package.tree(self._part)
        drawings = [attribute(node, "id") for node in children(sheet, "legacyDrawing")]
        relations = self._package.relations(self._part)
        name = next((relations[key][1] for key in drawings if key in relations), None)
        if name is None:
            name = self._package.free_name("xl/drawings/vmlDrawing", ".vml")
            self._package.put(name, parse_xml(_NO_BOXES))
            self._package.declare("vml", _BOXES_TYPE)
            number = self._package.relate(self._part, "vmlDrawing", name)
            moved_before(linked(sheet, "legacyDrawing", number), _AFTER_BOXES)
        elif not self._package.is_edited(name):
            self._package.put(name, parse_xml(_BREAK.sub(b"<br/>", self._package.content(name))))
        return self._package.tree(name)

    def _add_box(self, cell: str, size: tuple[int, int]) -> None:
        place = cell_position(cell)
        if place is None:
            raise UnreadableFileError("单元格位置有误", "")
        boxes = self._boxes()
        names = (re.search(r"_s(\d+)$", box.get("id") or "") for box in boxes.iter("{*}shape"))
        number = max((int(name[1]) for name in names if name), default=_FIRST_BOX - 1) + 1
        width, height = size
        box = _BOX.format(number=number, width=width, height=height, row=place[0], column=place[1])
        boxes.append(parse_xml(box.encode()))

    def _end_thread(self, cell: str) -> None:
        """Take a discussion away that would show instead of the comment, which quotes it."""
        for name in list(self._package.all_related(self._part, "threadedComment")):
            root = self._package.tree(name)
            for node in list(root):
                if node.get("ref") == cell:
                    root.remove(node)
            if len(root) == 0:
                self._package.unrelate(self._part, name)
                self._package.remove(name)


def _listed(root: Any) -> list[Any]:
    return [note for nodes in children(root, "commentList") for note in children(nodes, "comment")]


def _text(note: Any) -> str:
    """Return a comment's text without the sounds beside it, and without what a thread explains."""
    pieces = (
        piece.text or ""
        for text in children(note, "text")
        for piece in text.iter("{*}t")
        if local(piece.getparent()) != "rPh"
    )
    return EXPLANATION.sub("", "".join(pieces), count=1)


def _author(root: Any, name: str) -> int:
    authors = next(node for node in root if local(node) == "authors")
    for number, node in enumerate(children(authors, "author")):
        if (node.text or "") == name:
            return number
    added(authors, "author", name)
    return len(children(authors, "author")) - 1


def _place(box: Any) -> str | None:
    """Return the cell to whose comment a box belongs; None for a button or a picture."""
    for data in children(box, "ClientData"):
        if attribute(data, "ObjectType") == "Note":
            row, column = (
                next((node.text or "" for node in children(data, name)), "").strip()
                for name in ("Row", "Column")
            )
            if row.isdecimal() and column.isdecimal():
                return cell_name(int(row), int(column))
    return None
