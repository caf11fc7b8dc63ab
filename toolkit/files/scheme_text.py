"""Writing a scheme as the TOML that `toolkit.files.schemes` reads, for an office to go on with."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import MISSING, fields

from toolkit.model.scheme import Column, Fonts, Scheme, TableLayout

_NOTE = """\
# 体例：由 minsheng init 按通知的版式生成，可以修改；改后重新生成的表格按新的体例。
# 各项含义参见内置体例：minsheng schemes jining-gaoxin-2021
"""

_LINE = 70


def scheme_toml(scheme: Scheme) -> str:
    """Return a scheme's text; what is as usual is left out."""
    lines = [_NOTE, *_settings(scheme)]
    for name, table in (("summary", scheme.summary), ("progress", scheme.progress)):
        lines += ["", f"[{name}]", *_settings(table)]
        for column in table.columns:
            lines += ["", f"[[{name}.columns]]", *_settings(column)]
    if scheme.fonts != Fonts():
        lines += ["", "[fonts]", *_settings(scheme.fonts)]
    return "\n".join(lines) + "\n"


def _settings(value: Scheme | TableLayout | Column | Fonts) -> Iterator[str]:
    for field in fields(value):
        setting = getattr(value, field.name)
        if isinstance(setting, TableLayout | Fonts) or field.name == "columns":
            continue
        if field.default is MISSING or setting != field.default:
            yield f"{field.name} = {_toml(setting)}"


def _toml(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return json.dumps(str(value), ensure_ascii=False).replace("\x7f", "\\u007f")
    if isinstance(value, tuple):
        return _list([_toml(each) for each in value])
    return str(value)


def _list(values: Sequence[str]) -> str:
    line = ", ".join(values)
    if len(line) <= _LINE:
        return f"[{line}]"
    return "[\n" + "".join(f"    {value},\n" for value in values) + "]"
