"""click in Chinese: its help texts and its objections to what somebody typed."""

import errno
import re

import click

from toolkit.errors import ArgumentError, MinshengError, WorkspaceError

_WORDS = (
    (re.compile(r"\[default: \(?(.*?)\)?\]"), r"[默认：\1]"),
    (re.compile(r"\[required\]"), "[必填]"),
)
_HELP, _VERSION = "显示本说明。", "显示版本号。"
_REASONS = {
    errno.ENOSPC: "磁盘已满",
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EROFS: "磁盘或文件夹是只读的",
    errno.EEXIST: "已有同名的文件",
    errno.ENOTDIR: "路径中间有一个不是文件夹",
    errno.EISDIR: "那里是一个文件夹",
    errno.ENOENT: "找不到",
    errno.ENAMETOOLONG: "名称太长",
}


class ChineseCommand(click.Command):
    """A command whose help speaks Chinese."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write how the command is called."""
        pieces = [piece.replace("[OPTIONS]", "[选项]") for piece in self.collect_usage_pieces(ctx)]
        formatter.write_usage(ctx.command_path, " ".join(pieces), prefix="用法：")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the options."""
        write_options(self, ctx, formatter)


def write_options(
    command: click.Command, ctx: click.Context, formatter: click.HelpFormatter
) -> None:
    """List a command's options under a Chinese heading."""
    rows = []
    for param in command.get_params(ctx):
        record = param.get_help_record(ctx) if isinstance(param, click.Option) else None
        if record is not None:
            rows.append((record[0], _translated(param.name or "", record[1])))
    with formatter.section("选项"):
        formatter.write_dl(rows)


def _translated(name: str, text: str) -> str:
    if name == "version":
        return _VERSION
    if text == "Show this message and exit.":
        return _HELP
    for pattern, words in _WORDS:
        text = pattern.sub(words, text)
    return text


def mistyped(error: click.UsageError) -> MinshengError:
    """Return what is wrong with a command as it was typed, in Chinese, with how to call it."""
    path = error.ctx.command_path if error.ctx else "minsheng"
    return ArgumentError(_objection(error), f"用 {path} --help 查看用法。")


def _objection(error: click.UsageError) -> str:
    if isinstance(error, click.MissingParameter):
        return f"缺少“{_name(error.param)}”。"
    if isinstance(error, click.BadParameter):
        kind = error.param.type if error.param else None
        allowed = f"可以写：{'、'.join(kind.choices)}。" if isinstance(kind, click.Choice) else ""
        return f"“{_name(error.param)}”写得不对。{allowed}"
    if isinstance(error, click.NoSuchOption):
        return f"没有“{error.option_name}”这个选项。"
    if isinstance(error, click.BadOptionUsage):
        return f"选项“{error.option_name}”用得不对：后面要写内容的没有写，或不该写内容的写了。"
    given = re.search(r"'(.+?)'|\((.+)\)", error.format_message())
    what = (given[1] or given[2]) if given else error.format_message()
    if error.format_message().startswith("No such command"):
        return f"没有“{what}”这个命令。"
    return f"命令里多写了“{what}”。"


def _name(param: click.Parameter | None) -> str:
    if isinstance(param, click.Option):
        return max(param.opts, key=len)
    return (param.metavar or param.name or "") if param else ""


def refused(error: OSError) -> MinshengError:
    """Return what the computer refused to do with which file, in Chinese."""
    reason = _REASONS.get(error.errno or 0, "系统不允许")
    place = f"“{error.filename}”" if error.filename else "文件"
    return WorkspaceError(
        f"无法读写{place}：{reason}。",
        "请检查路径、磁盘空间和写入权限，关闭正在使用该文件的程序，再重新运行。",
    )
