"""Cell formats added to a workbook's own (ECMA-376 part 1, 18.8); none that is there changes."""

from copy import deepcopy
from typing import Any

from toolkit.files.edited_package import added, placed
from toolkit.files.xml_trees import children, count_of, local

_ORDER = (
    "numFmts",
    "fonts",
    "fills",
    "borders",
    "cellStyleXfs",
    "cellXfs",
    "cellStyles",
    "dxfs",
    "tableStyles",
    "colors",
    "extLst",
)
_FALSE = ("0", "false", "off")


class EditedStyles:
    """The formats of a workbook, by the numbers that cells give them."""

    def __init__(self, root: Any) -> None:
        self._root = root
        self._filled: dict[tuple[int, str | None], int] = {}
        self._fills: dict[str, int] = {}

    def filled(self, number: int, color: str | None) -> int:
        """Return the number of a format like another one but with this background, or none."""
        key = number, color
        if key not in self._filled:
            formats = self._list("cellXfs")
            node = deepcopy(formats[number])
            node.set("fillId", str(self._fill(color) if color else 0))
            node.set("applyFill", "1")
            self._filled[key] = _append(formats, node)
        return self._filled[key]

    def is_unlocked(self, number: int) -> bool:
        """Tell whether a cell of a format may be filled in a protected sheet."""
        protections = children(self._list("cellXfs")[number], "protection")
        return any(node.get("locked") in _FALSE for node in protections)

    def made(self, font: str, size: int, **look: str | bool) -> int:
        """Return the number of a new format for the list of what to mend.

        Args:
            font: The font's name.
            size: Its size in points.
            look: `horizontal` alignment; `bordered`; `link` for a text that leads somewhere.
        """
        formats = self._list("cellXfs")
        node = added(
            formats,
            "xf",
            numFmtId="0",
            fontId=str(self._font(font, size, link=bool(look.get("link")))),
            fillId="0",
            borderId=str(self._border() if look.get("bordered") else self._plain_border()),
            xfId="0",
            applyFont="1",
            applyBorder="1",
            applyAlignment="1",
        )
        horizontal = look.get("horizontal")
        sides = {"horizontal": str(horizontal)} if horizontal else {}
        added(node, "alignment", vertical="center", wrapText="1", **sides)
        return _counted(formats)

    def _list(self, name: str) -> Any:
        return placed(self._root, name, _ORDER[_ORDER.index(name) + 1 :])

    def _fill(self, color: str) -> int:
        if color not in self._fills:
            fills = self._list("fills")
            pattern = added(added(fills, "fill"), "patternFill", patternType="solid")
            added(pattern, "fgColor", rgb=color)
            added(pattern, "bgColor", indexed="64")
            self._fills[color] = _counted(fills)
        return self._fills[color]

    def _font(self, name: str, size: int, *, link: bool) -> int:
        fonts = self._list("fonts")
        font = added(fonts, "font")
        if link:
            added(font, "u")
        added(font, "sz", val=str(size))
        added(font, "color", **({"rgb": "FF0563C1"} if link else {"rgb": "FF000000"}))
        added(font, "name", val=name)
        added(font, "charset", val="134")
        return _counted(fonts)

    def _border(self) -> int:
        borders = self._list("borders")
        border = added(borders, "border")
        for side in ("left", "right", "top", "bottom"):
            added(added(border, side, style="thin"), "color", rgb="FF000000")
        added(border, "diagonal")
        return _counted(borders)

    def _plain_border(self) -> int:
        """Return the number of a border without lines; usually, but not surely, the first."""
        for number, border in enumerate(self._list("borders")):
            if not any(side.get("style") for side in border if local(side) != "extLst"):
                return number
        added(self._list("borders"), "border")
        return _counted(self._list("borders"))


def _append(formats: Any, node: Any) -> int:
    formats.append(node)
    return _counted(formats)


def _counted(nodes: Any) -> int:
    """Set a list's count, and return the number of its last element."""
    nodes.set("count", str(len(nodes)))
    return len(nodes) - 1


def format_of(node: Any) -> int:
    """Return the number of the format that a cell, a row or a column has."""
    return count_of(node, "style" if local(node) == "col" else "s", 0)
