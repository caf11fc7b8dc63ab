"""What all commands share: Chinese help, one place that turns errors into exit status 2."""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from toolkit.cli.chinese import ChineseCommand, mistyped, refused, write_options
from toolkit.errors import MinshengError

if TYPE_CHECKING:
    from toolkit.model.finding import Finding

DONE, NEEDS_PERSON, COULD_NOT_RUN = 0, 1, 2

_SHARED = {"-w": 2, "--workspace": 2, "--json": 1}
"""Options of the commands that may stand before the command, and how many words each takes."""


class ChineseGroup(ChineseCommand, click.Group):
    """A group which catches every error once, and tells it in Chinese with what to do next."""

    command_class = ChineseCommand

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run a command line; an error becomes one message and exit status 2."""
        kwargs["standalone_mode"] = False
        try:
            status = super().main(*args, **kwargs)
        except MinshengError as error:
            _stop(error)
        except click.exceptions.NoArgsIsHelpError as error:
            say(error.format_message())
            sys.exit(COULD_NOT_RUN)
        except click.UsageError as error:
            _stop(mistyped(error))
        except OSError as error:
            _stop(refused(error))
        except (click.Abort, KeyboardInterrupt):
            say("已中断。")
            sys.exit(COULD_NOT_RUN)
        # Without standalone_mode click returns the status of --help and --version.
        sys.exit(status if isinstance(status, int) else DONE)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Let the options of all commands stand before the command too."""
        before: list[str] = []
        rest = list(args)
        while rest and (rest[0] in _SHARED or rest[0].startswith("--workspace=")):
            words = _SHARED.get(rest[0], 1)
            before += rest[:words]
            rest = rest[words:]
        return super().parse_args(ctx, [*rest[:1], *before, *rest[1:]])

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands in the order in which a year uses them, then the options."""
        rows = [(name, command.get_short_help_str(60)) for name, command in self.commands.items()]
        with formatter.section("命令"):
            formatter.write_dl(rows)
        write_options(self, ctx, formatter)

    def list_commands(self, _ctx: click.Context) -> list[str]:
        """Return the commands in the order in which they were added."""
        return list(self.commands)


def _stop(error: MinshengError) -> NoReturn:
    say(f"错误：{error.message}")
    if error.hint:
        say(f"请这样做：{error.hint}")
    sys.exit(COULD_NOT_RUN)


def workspace_option(command: Any) -> Any:
    """Add -w/--workspace."""
    return click.option(
        "-w",
        "--workspace",
        "root",
        type=click.Path(readable=False, path_type=Path),  # told by what reads it, in plain words
        metavar="文件夹",
        default=Path(),
        show_default="当前文件夹",
        help="工作文件夹。",
    )(command)


def password_option(command: Any) -> Any:
    """Add --password."""
    return click.option(
        "--password", metavar="密码", help="打开加了密码的回收件和压缩包；不会保存。"
    )(command)


def json_option(command: Any) -> Any:
    """Add --json."""
    return click.option("--json", "as_json", is_flag=True, help="只在标准输出打印一个 JSON 对象。")(
        command
    )


def print_json(value: object) -> None:
    """Print one JSON object on standard output, in UTF-8 whatever the console speaks."""
    import json

    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8")
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def show(text: str) -> None:
    """Print what a person asked to see, on standard output."""
    click.echo(text)


def say(text: str) -> None:
    """Print a message for people, on standard error."""
    click.echo(text, err=True)


def has_errors(findings: "Iterable[Finding]") -> bool:
    """Tell whether any finding has to be put right."""
    return any(finding.severity == "error" for finding in findings)


def leave(needs_person: bool) -> NoReturn:
    """End a command: with 1 where something is left for a person to do."""
    raise SystemExit(NEEDS_PERSON if needs_person else DONE)
