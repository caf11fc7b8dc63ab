"""Writes what must not drift from the code: the tables of README.md, and docs/rules.md.

Run it after a change of a command or a rule: `make docs`, or `python -m scripts.make_docs`.
"""

import sys
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from pathlib import Path

import click

from toolkit.cli.commands import main as minsheng
from toolkit.model.finding import Severity
from toolkit.rules.base import FAMILIES, Rule
from toolkit.rules.registry import RULES
from toolkit.stages.finding_counts import SEVERITY_NAMES

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
RULES_PAGE = ROOT / "docs" / "rules.md"

_ASKS = {
    Severity.ERROR: "退回报送单位修改，或由汇总人员处理；命令的退出状态为 1",
    Severity.WARNING: "请汇总人员核对，不退回",
    Severity.INFO: "记录在案，一般不用处理",
}


def documents() -> dict[Path, str]:
    """Return every generated document by its path, as it has to read now."""
    blocks = {"commands": commands_block(minsheng), "rules": rules_block(RULES)}
    return {
        README: with_blocks(README.read_text("utf-8"), blocks),
        RULES_PAGE: rules_page(RULES),
    }


def with_blocks(text: str, blocks: Mapping[str, str]) -> str:
    """Return a text with each block put between its markers `<!-- NAME:begin/end -->`.

    Raises:
        ValueError: The text lacks a pair of markers, or has it more than once.
    """
    for name, block in blocks.items():
        begin, end = f"<!-- {name}:begin -->", f"<!-- {name}:end -->"
        if text.count(begin) != 1 or text.count(end) != 1 or text.index(begin) > text.index(end):
            raise ValueError(f"expected {begin} … {end} once")
        before, rest = text.split(begin)
        _, after = rest.split(end)
        text = f"{before}{begin}\n{block}{end}{after}"
    return text


def commands_block(group: click.Group) -> str:
    """Return the table of a group's commands, and a list of the options that several share."""
    shared = _shared_options(group)
    rows = [
        (
            _code(f"minsheng {_usage(name, command)}"),
            _first_paragraph(command),
            "<br>".join(
                f"{_code(_flags(option))} {option.help}"
                for option in _options(command)
                if not option.required and _flags(option) not in shared
            ),
        )
        for name, command in group.commands.items()
    ]
    notes = "".join(
        f"- {_code(flags)}（{'、'.join(names)}）：{text}\n"
        for flags, (text, names) in shared.items()
    )
    return f"{_table(('命令', '做什么', '选项'), rows)}\n多个命令共用的选项：\n\n{notes}"


def _shared_options(group: click.Group) -> dict[str, tuple[str, list[str]]]:
    """Return the options that more than one command has, with their help and those commands."""
    found: dict[str, tuple[str, list[str]]] = {}
    for name, command in group.commands.items():
        for option in _options(command):
            if option.required:  # it stands in the command itself
                continue
            default = f"默认{option.show_default}。" if isinstance(option.show_default, str) else ""
            text = f"{option.help}{default}"
            found.setdefault(_flags(option), (text, []))[1].append(name)
    return {flags: each for flags, each in found.items() if len(each[1]) > 1}


def _options(command: click.Command) -> list[click.Option]:
    return [each for each in command.params if isinstance(each, click.Option)]


def _usage(name: str, command: click.Command) -> str:
    """Return how a command is written: its name, its arguments, the options that it needs."""
    arguments = [p.metavar or p.name or "" for p in command.params if isinstance(p, click.Argument)]
    needed = [_flags(option) for option in _options(command) if option.required]
    return " ".join((name, *arguments, *needed))


def _flags(option: click.Option) -> str:
    names = "/".join(option.opts)
    return names if option.is_flag else f"{names} {option.metavar or option.name}"


def _first_paragraph(command: click.Command) -> str:
    paragraph = (command.help or "").split("\n\n")[0]
    return "".join(line.strip() for line in paragraph.splitlines())


def rules_block(rules: Iterable[Rule]) -> str:
    """Return the table of all rules, each with a link to its place in docs/rules.md."""
    rows = [
        (
            f"[{rule.code}](docs/rules.md#{rule.code.lower()})",
            rule.family,
            SEVERITY_NAMES[rule.severity],
            rule.name,
            rule.what,
        )
        for rule in rules
    ]
    return _table(("代码", "类别", "程度", "名称", "核查什么"), rows)


def rules_page(rules: Iterable[Rule]) -> str:
    """Return docs/rules.md: every rule with its texts, by family, in the order of their codes."""
    ordered = sorted(rules, key=lambda rule: (list(FAMILIES).index(rule.code[0]), rule.code))
    asks = "".join(f"- {SEVERITY_NAMES[severity]}：{text}。\n" for severity, text in _ASKS.items())
    families = groupby(ordered, key=lambda rule: rule.code[0])
    sections = "".join(
        f"\n## {FAMILIES[letter]}（{letter}）\n{''.join(map(_section, listed))}"
        for letter, listed in families
    )
    return (
        "# 核查规则\n\n"
        "<!-- 由 scripts/make_docs.py 生成，请勿手工修改；改规则后运行 make docs。 -->\n\n"
        "代码固定不变，一条规则停用后不再另作他用。个别情况不适用的，在 实事清单.xlsx 的“豁免”表里"
        "按代码登记（清单、印发两类不能豁免）；整个机关都不用、要改程度或先试行的，在体例里设，见"
        " [README](../README.md#体例)。命令行里查看一条：`minsheng rules V401`。\n\n"
        f"程度分三级：\n\n{asks}{sections}"
    )


def _section(rule: Rule) -> str:
    lines = [
        f'\n<a id="{rule.code.lower()}"></a>',
        f"\n### {rule.code} {rule.name}\n",
        f"程度：{SEVERITY_NAMES[rule.severity]}。核查对象：{rule.subject.value}。\n",
        f"- 核查什么：{rule.what}",
        f"- 为什么：{rule.why}",
        f"- 不妥的例子：{rule.wrong}",
        f"- 妥当的例子：{rule.right}",
        f"- 怎么办：{rule.mend}",
    ]
    if rule.requires:
        lines.append(f"- 同一处已有 {'、'.join(rule.requires)} 的，不再核查这一条。")
    return "\n".join(lines) + "\n"


def _table(titles: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    return "".join(_table_lines(tuple(titles), rows))


def _table_lines(titles: tuple[str, ...], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    yield f"| {' | '.join(titles)} |\n"
    yield f"|{'---|' * len(titles)}\n"
    for row in rows:
        cells = [cell.replace("|", "\\|") for cell in row]
        yield f"| {' | '.join(cells)} |\n"


def _code(text: str) -> str:
    return f"`{text}`"


def main() -> int:
    """Write the documents that differ from the code, and name them."""
    for path, text in documents().items():
        if not path.exists() or path.read_text("utf-8") != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8", newline="\n")
            sys.stdout.write(f"{path.relative_to(ROOT)}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
