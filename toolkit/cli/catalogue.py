"""`minsheng rules` and `minsheng schemes`: what ships with the toolkit."""

from collections.abc import Callable, Sequence
from pathlib import Path

from toolkit.cli import render
from toolkit.cli.group import print_json, say, show
from toolkit.errors import ArgumentError
from toolkit.files.atomic import replacing
from toolkit.files.schemes import load_scheme, scheme_names, scheme_text
from toolkit.rules.base import Rule
from toolkit.rules.registry import RULES, find_rule


def show_rules(code: str | None, as_json: bool) -> None:
    """Print the catalogue of rules, or one of them."""
    listed = RULES if code is None else (_rule_of(code),)
    if as_json:
        print_json({"rules": [_rule(rule) for rule in listed]})
    elif code is not None:
        render.rule(listed[0])
    else:
        render.rules(listed)


def choice_of_rules(only: Sequence[str], ignored: Sequence[str]) -> Callable[[str], bool]:
    """Return what tells whether a rule was asked for: one of `only`, if any, and not `ignored`.

    Raises:
        ArgumentError: There is no rule of a code.
    """
    chosen = {_rule_of(code).code for code in only} or {rule.code for rule in RULES}
    return chosen.difference(_rule_of(code).code for code in ignored).__contains__


def _rule_of(code: str) -> Rule:
    found = find_rule(code)
    if found is None:
        raise ArgumentError(f"没有代码为“{code}”的规则。", "用 minsheng rules 查看全部规则。")
    return found


def _rule(rule: Rule) -> dict[str, str]:
    return {
        "code": rule.code,
        "name": rule.name,
        "severity": rule.severity.value,
        "family": rule.family,
        "what": rule.what,
        "why": rule.why,
        "wrong": rule.wrong,
        "right": rule.right,
        "mend": rule.mend,
    }


def show_schemes(name: str | None, save: Path | None, as_json: bool) -> None:
    """Print the built-in schemes, or the text of one, or save that text to a file."""
    if name is None:
        _list_schemes(as_json)
        return
    text = scheme_text(name)
    if save is not None:
        _save(text, save)
    if as_json:
        print_json({"name": name, "path": str(save.resolve()) if save else None, "text": text})
    elif save is None:
        show(text)


def _list_schemes(as_json: bool) -> None:
    schemes = [load_scheme(each) for each in scheme_names()]
    if as_json:
        listed = [{"name": s.name, "label": s.label, "source": s.source} for s in schemes]
        print_json({"schemes": listed})
        return
    for scheme in schemes:
        show(f"{scheme.name}　{scheme.label}　（{scheme.source}）")


def _save(text: str, path: Path) -> None:
    if path.exists():
        raise ArgumentError(f"“{path}”已经存在，不会覆盖。", "请换一个文件名。")
    with replacing(path) as temporary:
        temporary.write_text(text, "utf-8")
    say(f"已另存为 {path}。修改后放进工作文件夹，在“基本信息—体例”里写它的文件名。")
