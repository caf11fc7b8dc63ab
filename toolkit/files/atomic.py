"""Writing a file whole or not at all."""

import secrets
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from toolkit.errors import WorkspaceError


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Give a temporary path beside `path`; what was written there takes the place of `path`.

    If the body raises, `path` stays as it was and the temporary file is removed. The temporary
    name is short, not made from the file's own, which may already be as long as a name can be.

    Args:
        path: The file to write; its folder must exist.

    Yields:
        Where to write; the writer creates the file, so that it gets the usual permissions.

    Raises:
        WorkspaceError: The file cannot be replaced, which on Windows means that it is open.
    """
    temporary = path.with_name(f".{secrets.token_hex(8)}.tmp")
    try:
        yield temporary
        try:
            temporary.replace(path)
        except PermissionError as error:
            raise WorkspaceError(
                f"无法写入“{path}”：该文件正在其他程序（如 Excel、WPS）中打开，或者没有写入权限。",
                "请先关闭该文件，再重新运行。",
            ) from error
    finally:
        temporary.unlink(missing_ok=True)


def check_replaceable(paths: Iterable[Path]) -> None:
    """Make sure before anything is written that no existing file is held by another program.

    Raises:
        WorkspaceError: One is; on Windows that means that Excel or WPS has it open.
    """
    for path in paths:
        if not path.exists():
            continue
        try:
            with path.open("r+b"):
                continue
        except OSError as error:
            raise WorkspaceError(
                f"无法写入“{path}”：该文件正在其他程序（如 Excel、WPS）中打开，或者没有写入权限。",
                "请先关闭该文件，再重新运行；本次没有改动任何文件。",
            ) from error
