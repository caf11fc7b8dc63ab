"""How the paragraphs of a Word document look once styles, defaults and direct settings are applied."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from docx import Document
from docx.oxml.ns import qn

FONTS = ("ascii", "hAnsi", "eastAsia")


@dataclass(frozen=True, slots=True)
class RunLook:
    """A run: its text and what it is set in; sizes in half points, spacing in twips."""

    text: str
    fonts: dict[str, str]
    size: int
    spacing: int
    colour: str
    bold: bool
    hinted: bool


@dataclass(frozen=True, slots=True)
class Look:
    """A paragraph; measures in twips.

    Attributes:
        settings: The paragraph's own and inherited settings, `element.attribute` to value.
        place: `body`, `table`, `header` or `footer`.
        section: The number of its section, from 0.
    """

    text: str
    runs: tuple[RunLook, ...]
    settings: dict[str, str]
    place: str
    section: int
    framed: bool = False

    @property
    def line(self) -> int:
        """The pitch of its lines, 0 where it is not exact."""
        exact = self.settings.get("spacing.lineRule") == "exact"
        return int(self.settings.get("spacing.line", "0")) if exact else 0

    @property
    def align(self) -> str:
        """How it is aligned."""
        return self.settings.get("jc.val", "left")

    def twips(self, name: str) -> int:
        """Return a measure, 0 where it is not set."""
        return int(self.settings.get(name, "0"))

    def is_set_in(self, font: str, size: int) -> bool:
        """Tell whether all of its text is set in a font and size."""
        return all(
            font in run.fonts["eastAsia"] and run.size == size for run in self.runs if run.text
        )


@dataclass(frozen=True)
class Looks:
    """A whole document."""

    document: Any
    paragraphs: tuple[Look, ...] = field(default=())

    @property
    def body(self) -> tuple[Look, ...]:
        """The paragraphs of the text: outside of tables and frames, with something in them."""
        return tuple(
            p for p in self.paragraphs if p.place == "body" and p.text.strip() and not p.framed
        )

    @property
    def written(self) -> tuple[Look, ...]:
        """All paragraphs with a text, wherever they stand."""
        return tuple(p for p in self.paragraphs if p.text.strip())


def read_looks(path: Path) -> Looks:
    """Read a .docx."""
    document = Document(str(path))
    styles = {
        style.get(qn("w:styleId")): style for style in document.styles.element.iter(qn("w:style"))
    }
    defaults = document.styles.element.find(qn("w:docDefaults"))
    reader = _Reader(styles, defaults)
    found = list(_body(reader, document))
    for number, section in enumerate(document.sections):
        parts = [("header", section.header), ("footer", section.footer)]
        parts += [("header", section.even_page_header), ("footer", section.even_page_footer)]
        if section.different_first_page_header_footer:
            parts += [("first", section.first_page_header), ("first", section.first_page_footer)]
        for place, part in parts:
            if not part.is_linked_to_previous:
                found += [reader.look(p._p, place, number) for p in part.paragraphs]
    return Looks(document, tuple(found))


def _body(reader: "_Reader", document: Any) -> Iterator[Look]:
    section = 0
    for element in document.element.body:
        if element.tag == qn("w:p"):
            yield reader.look(element, "body", section)
            section += element.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is not None
        elif element.tag == qn("w:tbl"):
            for paragraph in element.iter(qn("w:p")):
                yield reader.look(paragraph, "table", section)


class _Reader:
    """Applies styles as Word does: defaults, then the styles from the base on, then direct settings."""

    def __init__(self, styles: dict[str, Any], defaults: Any) -> None:
        self._styles = styles
        self._defaults = defaults

    def look(self, paragraph: Any, place: str, section: int) -> Look:
        own = paragraph.find(qn("w:pPr"))
        style = _value(own, "w:pStyle") or "Normal"
        layers = [self._defaults.find(f"{qn('w:pPrDefault')}/{qn('w:pPr')}")]
        layers += [each.find(qn("w:pPr")) for each in self._chain(style)]
        runs = tuple(self._run(run, style) for run in paragraph.iter(qn("w:r")))
        text = "".join(run.text for run in runs)
        framed = own is not None and own.find(qn("w:framePr")) is not None
        return Look(text, runs, _merged([*layers, own]), place, section, framed)

    def _run(self, run: Any, style: str) -> RunLook:
        own = run.find(qn("w:rPr"))
        layers = [self._defaults.find(f"{qn('w:rPrDefault')}/{qn('w:rPr')}")]
        layers += [each.find(qn("w:rPr")) for each in self._chain(style)]
        layers += [each.find(qn("w:rPr")) for each in self._chain(_value(own, "w:rStyle"))]
        got = _merged([*layers, own])
        return RunLook(
            "".join(_text(child) for child in run),
            {name: got.get(f"rFonts.{name}", "") for name in FONTS},
            int(got.get("sz.val", "20")),
            int(got.get("spacing.val", "0")),
            got.get("color.val", "auto"),
            got.get("b.val", "1" if "b" in got else "0") not in ("0", "false"),
            got.get("rFonts.hint") == "eastAsia",
        )

    def _chain(self, key: str | None) -> list[Any]:
        """Return a style and what it is based on, the base first."""
        found: list[Any] = []
        while key in self._styles:
            found.insert(0, self._styles[key])
            key = _value(self._styles[key], "w:basedOn")
        return found


def _text(element: Any) -> str:
    if element.tag in (qn("w:br"), qn("w:cr")):
        return "\n"
    if element.tag == qn("w:tab"):
        return "\t"
    if element.tag == qn("w:instrText"):
        return ""
    return element.text or "" if element.tag == qn("w:t") else ""


def _value(parent: Any, name: str) -> str | None:
    element = parent.find(qn(name)) if parent is not None else None
    return element.get(qn("w:val")) if element is not None else None


def _merged(layers: list[Any]) -> dict[str, str]:
    """Return all settings, later layers over earlier ones, attribute by attribute."""
    merged: dict[str, str] = {}
    for layer in layers:
        for element in layer if layer is not None else ():
            name = element.tag.split("}")[1]
            merged[name] = ""
            for child in (element, *element):
                inner = name if child is element else f"{name}.{child.tag.split('}')[1]}"
                for key, value in child.attrib.items():
                    merged[f"{inner}.{key.split('}')[1]}"] = value
    return merged
