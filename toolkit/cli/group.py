"""What all commands share: Chinese help, one place that turns errors into exit status 2."""

import sys
from pathlib import Path
from typing import Any

import click

from toolkit.errors import MinshengError

DONE, NEEDS_PERSON, COULD_NOT_RUN = 0, 1, 2


class ChineseGroup(click.Group):
    """A group whose help speaks Chinese and which catches `MinshengError` once."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; an error that stops the run becomes one message and status 2."""
        try:
            return super().invoke(ctx)
        except MinshengError as error:
            click.echo(f"错误：{error.message}", err=True)
            if error.hint:
                click.echo(f"请这样做：{error.hint}", err=True)
            ctx.exit(COULD_NOT_RUN)

    def format_commands(self, _ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands in the order in which a year uses them."""
        rows = [(name, command.get_short_help_str(60)) for name, command in self.commands.items()]
        with formatter.section("命令"):
            formatter.write_dl(rows)

    def list_commands(self, _ctx: click.Context) -> list[str]:
        """Return the commands in the order in which they were added."""
        return list(self.commands)


def workspace_option(command: Any) -> Any:
    """Add -w/--workspace."""
    return click.option(
        "-w",
        "--workspace",
        "root",
        type=click.Path(path_type=Path),
        default=Path(),
        show_default="当前文件夹",
        help="工作文件夹。",
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


def say(text: str) -> None:
    """Print a message for people, on standard error."""
    click.echo(text, err=True)
