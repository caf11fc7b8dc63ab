"""An .xlsx of which some parts are edited; all others stay as they came, byte for byte."""

import posixpath
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from toolkit.files.package import repacked
from toolkit.files.sheet_faults import reader_of, relations_of, titled_parts
from toolkit.files.xml_trees import children, local, parse_xml
from toolkit.files.zip_parts import zip_parts

RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = "[Content_Types].xml"
_MAIN_TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml."
_MACROS = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
_MACRO_TYPES = (_MACROS, "application/vnd.ms-excel.template.macroEnabled.main+xml")


class EditedPackage:
    """The parts of a package by their names; an edited one is a tree of elements.

    Raises:
        UnreadableFileError: The package or one of its parts is damaged.
        KeyError: It lacks a part that every workbook has.
    """

    def __init__(self, data: bytes) -> None:
        listed = zip_parts(data)
        self._data = data
        self._names = {part.filename.lower(): part.filename for part in listed}
        self._content = reader_of(data, listed)
        self._trees: dict[str, Any] = {}
        self._removed: set[str] = set()
        self.workbook = self._main_part()
        self.sheets = {title: name for name, title in titled_parts(self._content)}

    def _main_part(self) -> str:
        relations = relations_of(self._content("_rels/.rels"), "")
        return next(name for kind, name in relations.values() if kind.endswith("/officeDocument"))

    def has(self, name: str) -> bool:
        """Tell whether there is such a part."""
        return name in self._trees or name.lower() in self._names

    def is_edited(self, name: str) -> bool:
        """Tell whether a part is a tree of elements already."""
        return name in self._trees

    def content(self, name: str) -> bytes:
        """Return a part's bytes as they came, none where there is no such part."""
        return self._content(name)

    def tree(self, name: str) -> Any:
        """Return a part's root element; what is changed in it is saved."""
        name = self._names.get(name.lower(), name)
        if name not in self._trees:
            if name.lower() not in self._names:
                raise KeyError(name)
            self._trees[name] = parse_xml(self._content(name))
        return self._trees[name]

    def add(self, name: str, root: Any, content_type: str) -> None:
        """Add a part."""
        self._trees[name] = root
        types = self.tree(_TYPES)
        _append(types, "Override", PartName=f"/{name}", ContentType=content_type)

    def put(self, name: str, root: Any) -> None:
        """Add or replace a part whose type its suffix tells."""
        self._trees[self._names.get(name.lower(), name)] = root

    def remove(self, name: str) -> None:
        """Leave a part and what it is related to by itself out."""
        for each in (name, _relations_name(name)):
            if self.has(each):
                self._removed.add(self._names.get(each.lower(), each))
                self._trees.pop(each, None)
        for node in list(self.tree(_TYPES)):
            if (node.get("PartName") or "").lower() == f"/{name}".lower():
                node.getparent().remove(node)

    def free_name(self, stem: str, suffix: str) -> str:
        """Return a name that no part has, such as xl/comments3.xml."""
        number = 1
        while self.has(f"{stem}{number}{suffix}"):
            number += 1
        return f"{stem}{number}{suffix}"

    def declare(self, suffix: str, content_type: str) -> None:
        """Say of what type parts with a suffix are, unless the package does."""
        types = self.tree(_TYPES)
        known = {(node.get("Extension") or "").lower() for node in children(types, "Default")}
        if suffix not in known:
            node = _element(types, "Default", Extension=suffix, ContentType=content_type)
            types.insert(0, node)

    def related(self, name: str, kind: str) -> str | None:
        """Return the first part to which another one is related in such a way."""
        return next(iter(self.all_related(name, kind)), None)

    def needed(self, kind: str) -> str:
        """Return the part to which the workbook is related in such a way.

        Raises:
            LookupError: There is none.
        """
        found = self.related(self.workbook, kind)
        if found is None:
            raise LookupError(kind)
        return found

    def all_related(self, name: str, kind: str) -> Iterator[str]:
        """Yield the parts to which another one is related in such a way."""
        for its_kind, target in self.relations(name).values():
            if its_kind.endswith(f"/{kind}"):
                yield target

    def relations(self, name: str) -> dict[str, tuple[str, str]]:
        """Return the kinds and targets of a part's relations by their numbers."""
        relations = _relations_name(name)
        root = self._trees.get(relations)
        part = self._content(relations) if root is None else _bytes(root)
        return {
            key: (kind, self._names.get(target.lower(), target))
            for key, (kind, target) in relations_of(part, posixpath.dirname(name)).items()
        }

    def relate(self, name: str, kind: str, target: str) -> str:
        """Relate a part to another one, and return the relation's number."""
        relations = _relations_name(name)
        if not self.has(relations):
            self.put(relations, parse_xml(_EMPTY_RELATIONS))
        root = self.tree(relations)
        taken = {node.get("Id") for node in root}
        key = next(f"rId{n}" for n in range(1, len(taken) + 2) if f"rId{n}" not in taken)
        _append(root, "Relationship", Id=key, Type=f"{RELATIONS}/{kind}", Target=f"/{target}")
        return key

    def unrelate(self, name: str, target: str) -> None:
        """Take a part's relation to another one away."""
        keys = {key for key, (_, its) in self.relations(name).items() if its == target}
        root = self.tree(_relations_name(name))
        for node in [node for node in root if node.get("Id") in keys]:
            root.remove(node)

    def unsign(self) -> None:
        """Take signatures off: they hold for the file as it was."""
        if b"digital-signature" in self._content("_rels/.rels"):
            for node in list(self.tree("_rels/.rels")):
                if "digital-signature" in (node.get("Type") or ""):
                    node.getparent().remove(node)
        for name in self._names.values():
            if name.startswith("_xmlsignatures/"):
                self.remove(name)

    def made_openable(self) -> str:
        """Return the suffix under which Excel opens it; a template becomes an ordinary file."""
        for node in children(self.tree(_TYPES), "Override"):
            if (node.get("PartName") or "").lower() == f"/{self.workbook}".lower():
                if node.get("ContentType") in _MACRO_TYPES:
                    node.set("ContentType", _MACROS)
                    return ".xlsm"
                node.set("ContentType", f"{_MAIN_TYPES}sheet.main+xml")
        return ".xlsx"

    def packed(self, when: datetime) -> bytes:
        """Return the package; its properties say when it was changed."""
        parts = {name: _bytes(root) for name, root in self._trees.items()}
        return repacked(self._data, when, parts, self._removed)


_EMPTY_RELATIONS = f'<Relationships xmlns="{_PACKAGE}/relationships"/>'.encode()


def _relations_name(name: str) -> str:
    folder, base = posixpath.split(name)
    return posixpath.join(folder, "_rels", f"{base}.rels")


def _bytes(root: Any) -> bytes:
    from lxml import etree

    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _element(parent: Any, tag: str, **attributes: str) -> Any:
    from lxml import etree

    return etree.Element(sibling_name(parent, tag), attributes)


def _append(parent: Any, tag: str, **attributes: str) -> None:
    parent.append(_element(parent, tag, **attributes))


def sibling_name(node: Any, tag: str) -> str:
    """Return a tag in the namespace of another element."""
    space = node.tag[: node.tag.rfind("}") + 1]
    return f"{space}{tag}"


def added(parent: Any, tag: str, text: str | None = None, /, **attributes: str) -> Any:
    """Add an element in its parent's namespace, and return it."""
    from lxml import etree

    node = etree.SubElement(parent, sibling_name(parent, tag), attributes)
    node.text = text
    return node


def linked(parent: Any, tag: str, key: str) -> Any:
    """Add an element that refers to a relation by its number, and return it."""
    from lxml import etree

    node = etree.SubElement(parent, sibling_name(parent, tag), nsmap={"r": RELATIONS})
    node.set(f"{{{RELATIONS}}}id", key)
    return node


def placed(parent: Any, tag: str, followers: Sequence[str]) -> Any:
    """Return a parent's only child of a name, made before those that the schema puts after it."""
    known = children(parent, tag)
    return known[0] if known else moved_before(added(parent, tag), followers)


def moved_before(node: Any, followers: Sequence[str]) -> Any:
    """Put an element before those that the schema puts after it, and return it."""
    for sibling in list(node.getparent()):
        if sibling is not node and local(sibling) in followers:
            sibling.addprevious(node)
            break
    return node
