"""The automatic numbers of a Word document, as texts: Word keeps them outside of the paragraphs."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from toolkit.text.numerals import heading_numeral

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PLACEHOLDER = re.compile(r"%([1-9])")
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"


@dataclass(frozen=True, slots=True)
class _Level:
    form: str
    text: str
    start: int


@dataclass(slots=True)
class Numbering:
    """Counts the numbered paragraphs of one document from its start to its end."""

    levels: Mapping[str, Mapping[int, _Level]] = field(default_factory=dict)
    by_style: Mapping[str, tuple[str, int]] = field(default_factory=dict)
    counts: dict[str, dict[int, int]] = field(default_factory=dict)

    def prefix(self, paragraph: Any) -> str:
        """Return the number that Word shows before this paragraph, "" for none. Counts on."""
        list_id, level = self._place(paragraph)
        shown = self.levels.get(list_id, {}).get(level)
        if shown is None or shown.form in ("bullet", "none"):
            return ""
        counts = self.counts.setdefault(list_id, {})
        counts[level] = counts.get(level, shown.start - 1) + 1
        for deeper in [other for other in counts if other > level]:
            del counts[deeper]
        return _PLACEHOLDER.sub(lambda match: self._number(list_id, int(match[1]) - 1), shown.text)

    def _number(self, list_id: str, level: int) -> str:
        shown = self.levels[list_id].get(level)
        if shown is None:
            return ""
        count = self.counts[list_id].get(level, shown.start)
        return _FORMS.get(shown.form, str)(count)

    def _place(self, paragraph: Any) -> tuple[str, int]:
        properties = paragraph.find(f"{_W}pPr")
        if properties is None:
            return "0", 0
        numbered = properties.find(f"{_W}numPr")
        style = properties.find(f"{_W}pStyle")
        inherited = (
            self.by_style.get(style.get(f"{_W}val"), ("0", 0)) if style is not None else None
        )
        if numbered is None:
            return inherited or ("0", 0)
        list_id = _value(numbered.find(f"{_W}numId"), (inherited or ("0", 0))[0])
        return list_id, int(_value(numbered.find(f"{_W}ilvl"), "0"))


def read_numbering(document: Any) -> Numbering:
    """Return the numbering of a document opened by python-docx, at its start."""
    part = next(
        (
            relation.target_part
            for relation in document.part.rels.values()
            if relation.reltype.endswith("/numbering") and not relation.is_external
        ),
        None,
    )
    levels = _lists(part.element) if part is not None else {}
    return Numbering(levels, _styles(document.styles.element))


def _lists(root: Any) -> dict[str, dict[int, _Level]]:
    abstract = {
        node.get(f"{_W}abstractNumId"): _levels(node) for node in root.iter(f"{_W}abstractNum")
    }
    lists: dict[str, dict[int, _Level]] = {}
    for node in root.iter(f"{_W}num"):
        own = dict(abstract.get(_value(node.find(f"{_W}abstractNumId"), ""), {}))
        for override in node.iter(f"{_W}lvlOverride"):
            own |= _levels(override)
            level = int(override.get(f"{_W}ilvl", "0"))
            start = override.find(f"{_W}startOverride")
            if start is not None and level in own:
                own[level] = _Level(own[level].form, own[level].text, int(_value(start, "1")))
        lists[node.get(f"{_W}numId")] = own
    return lists


def _levels(node: Any) -> dict[int, _Level]:
    return {
        int(level.get(f"{_W}ilvl", "0")): _Level(
            _value(level.find(f"{_W}numFmt"), "decimal"),
            _value(level.find(f"{_W}lvlText"), ""),
            int(_value(level.find(f"{_W}start"), "1")),
        )
        for level in node.findall(f"{_W}lvl")
    }


def _styles(root: Any) -> dict[str, tuple[str, int]]:
    """Map the styles that number their paragraphs to list and level, those based on them too."""
    own: dict[str, tuple[str, int]] = {}
    based: dict[str, str] = {}
    for style in root.iter(f"{_W}style"):
        name = style.get(f"{_W}styleId")
        based[name] = _value(style.find(f"{_W}basedOn"), "")
        numbered = style.find(f"{_W}pPr/{_W}numPr")
        if numbered is not None:
            level = int(_value(numbered.find(f"{_W}ilvl"), "0"))
            own[name] = (_value(numbered.find(f"{_W}numId"), "0"), level)
    for name in based:
        parent, seen = name, {name}
        while parent not in own and based.get(parent) and based[parent] not in seen:
            parent = based[parent]
            seen.add(parent)
        if parent in own:
            own.setdefault(name, own[parent])
    return own


def _value(node: Any, otherwise: str) -> str:
    return otherwise if node is None else str(node.get(f"{_W}val", otherwise))


def _han(number: int) -> str:
    return heading_numeral(number) if 0 < number < 100 else str(number)


def _circled(number: int) -> str:
    return _CIRCLED[number - 1] if 0 < number <= len(_CIRCLED) else f"({number})"


def _letter(number: int) -> str:
    return chr(ord("a") + (number - 1) % 26)


_FORMS: Mapping[str, Callable[[int], str]] = {
    "chineseCounting": _han,
    "chineseCountingThousand": _han,
    "chineseLegalSimplified": _han,
    "ideographDigital": _han,
    "japaneseCounting": _han,
    "taiwaneseCounting": _han,
    "taiwaneseCountingThousand": _han,
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalEnclosedFullstop": lambda number: f"{number}.",
    "decimalEnclosedParen": lambda number: f"({number})",
    "decimalZero": lambda number: f"{number:02d}",
    "lowerLetter": _letter,
    "upperLetter": lambda number: _letter(number).upper(),
}
