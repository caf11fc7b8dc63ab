"""What is wrong with a Word template, told to the person who edits it in Word."""

import difflib
import html
import re
import traceback
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from toolkit.errors import TemplateError

if TYPE_CHECKING:
    from docx.document import Document
    from jinja2 import Environment

_README = "可用的字段和写法见模板所在文件夹的 README.md。"
_FULL_WIDTH = re.compile(r"｛\s*[｛{%％]|\{\s*[｛％]|[}%％]\s*｝|[｝％]\s*\}")
_UNKNOWN = re.compile(r"'([^']+)' is undefined|has no (?:attribute|element) '?([^']+?)'?$")
_TAG = re.compile(r"\{%-?\s*(if|for|endif|endfor)\b")
_SHOWN = 60


def unusual_braces(name: str, document: "Document") -> None:
    """Refuse a template whose marks are typed with full-width braces: they would be printed.

    Raises:
        TemplateError: Names the paragraph.
    """
    for paragraph in document.element.body.iter("{*}p"):
        text = "".join(paragraph.itertext("{*}t"))
        if _FULL_WIDTH.search(text):
            raise TemplateError(
                f"Word 模板“{name}”用了全角花括号或全角百分号，所在段落：“{_short(text)}”。",
                "请把标记改成半角的 {{ }} 和 {% %}。" + _README,
            )


def explain(
    name: str, template: Any, context: Mapping[str, object], error: Exception
) -> TemplateError:
    """Return what an exception raised by a template's marks means, with field and paragraph.

    Args:
        name: The template's file name.
        template: The DocxTemplate that was being filled.
        context: The fields that there are; a misspelt one is answered with the nearest.
        error: What came out of docxtpl, Jinja2 or lxml.
    """
    from jinja2 import TemplateSyntaxError, UndefinedError

    lines = _source_lines(template)
    if isinstance(error, UndefinedError):
        return _unknown_field(name, lines, context, error)
    if isinstance(error, TemplateSyntaxError):
        open_line = _unclosed(lines)
        place = _place(open_line if open_line is not None else _line(lines, error.lineno))
        return TemplateError(
            f"Word 模板“{name}”的标记写法有误{place}。",
            "请检查花括号是否成对，for 与 endfor、if 与 endif 是否成对出现。" + _README,
        )
    return TemplateError(
        f"Word 模板“{name}”的标记无法处理{_place(_line(lines, _raised_at(error)))}。",
        "请检查标记的位置和写法：if、for 的标记应各占一段，写成 {%p … %}。" + _README,
    )


def unknown_field(
    name: str, template: Any, context: Mapping[str, object], environment: "Environment"
) -> TemplateError | None:
    """Return what is wrong with the first field of the body that does not exist, None if none.

    Filling a template finds only fields that this time's figures lead to; here the others are
    found too, which would stop a month in which something is late for the first time.

    Raises:
        jinja2.TemplateSyntaxError: Marks do not pair.
    """
    from jinja2 import meta, nodes

    lines = _source_lines(template)
    tree = environment.parse("\n".join(lines))
    unknown = meta.find_undeclared_variables(tree) - {*context, *environment.globals}
    used = (node for node in tree.find_all(nodes.Name) if node.name in unknown)
    first = min(used, key=lambda node: node.lineno, default=None)
    if first is None:
        return None
    return _no_such_field(name, context, first.name, _line(lines, first.lineno))


def _unknown_field(
    name: str, lines: list[str], context: Mapping[str, object], error: Exception
) -> TemplateError:
    match = _UNKNOWN.search(str(error))
    field = (match[1] or match[2]) if match else ""
    return _no_such_field(name, context, field, _line(lines, _raised_at(error)))


def _no_such_field(
    name: str, context: Mapping[str, object], field: str, line: str
) -> TemplateError:
    near = difflib.get_close_matches(field, sorted(set(_field_names(context))), n=1, cutoff=0.4)
    advice = f"是否应为“{near[0]}”？" if near else ""
    return TemplateError(
        f"Word 模板“{name}”用了没有的字段“{field}”{_place(line, field)}。",
        f"{advice}请在 Word 中打开模板更正。{_README}",
    )


def _field_names(fields: object) -> Iterator[str]:
    if isinstance(fields, Mapping):
        for key, value in fields.items():
            yield str(key)
            yield from _field_names(value)
    elif isinstance(fields, list | tuple) and fields:
        yield from _field_names(fields[0])


def _source_lines(template: Any) -> list[str]:
    """Return the part being filled as Jinja2 counts its lines: docxtpl gives each paragraph one."""
    part = template.current_rendering_part
    is_body = part is None or part is template.docx.part
    xml = template.patch_xml(template.get_xml() if is_body else template.get_part_xml(part))
    return re.sub(r"<w:p([ >])", r"\n<w:p\1", xml).split("\n")


def _raised_at(error: Exception) -> int | None:
    """Return the line of the template that raised; Jinja2 names its frames <template>."""
    frames = traceback.extract_tb(error.__traceback__)
    numbers = [frame.lineno for frame in frames if frame.filename == "<template>"]
    return numbers[-1] if numbers else None


def _unclosed(lines: Iterable[str]) -> str | None:
    """Return the line of an if or for whose end is missing."""
    opened: list[tuple[str, str]] = []
    for line in lines:
        for tag in _TAG.findall(line):
            if not tag.startswith("end"):
                opened.append((tag, line))
            elif opened and opened[-1][0] == tag.removeprefix("end"):
                opened.pop()
    return opened[-1][1] if opened else None


def _line(lines: list[str], number: int | None) -> str:
    return lines[number - 1] if number is not None and number <= len(lines) else ""


def _place(line: str, field: str = "") -> str:
    """Return where it is in words; a line can end with marks whose own paragraphs are gone."""
    texts = [html.unescape(re.sub(r"<[^>]+>", "", piece)).strip() for piece in line.split("</w:p>")]
    marked = [text for text in texts if "{" in text]
    naming = [text for text in marked if field and field in text]
    chosen = (naming or marked or texts)[0]
    return f"，所在段落：“{_short(chosen)}”" if chosen else ""


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}……"
