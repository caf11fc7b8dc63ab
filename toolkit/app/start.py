"""`minsheng init`: a working folder from an official notice."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from toolkit.app.workspace import Workspace
from toolkit.errors import ArgumentError, UnreadableFileError, WorkspaceError
from toolkit.files.atomic import replacing
from toolkit.files.schemes import SUFFIX, load_scheme, scheme_names, scheme_text
from toolkit.files.workbook_writer import write_workbook
from toolkit.files.workbooks import read_merges, read_path, read_workbook
from toolkit.model.finding import Finding
from toolkit.model.notice import Notice
from toolkit.model.programme import Programme
from toolkit.model.scheme import Scheme
from toolkit.notices.programme import build_programme
from toolkit.notices.table import read_notice
from toolkit.rules.engine import check_programme
from toolkit.stages.programme_book import programme_book


@dataclass(frozen=True, slots=True)
class Started:
    """What `init` made."""

    workspace: Workspace
    programme: Programme
    findings: tuple[Finding, ...]


def start(
    root: Path,
    notice_path: Path,
    now: datetime,
    scheme: str | None = None,
    year: int | None = None,
    authority: str | None = None,
) -> Started:
    """Make a working folder with the programme workbook of a notice.

    Args:
        root: The folder to make; it may exist, but must not hold a programme yet.
        notice_path: A table in .xlsx or .xls.
        scheme: The name of a scheme or of a .toml file; recognised by its layout when None.
        year: The programme's year; read from the notice's heading when None.
        authority: The issuing body; the scheme's own when None.

    Raises:
        WorkspaceError: The folder holds a programme already, or another scheme of that name.
        ArgumentError: The notice cannot be read or holds no list, or its year is unknown.
        SchemeError: The scheme does not exist or has mistakes.
    """
    workspace = Workspace(root)
    if workspace.programme_path.exists():
        raise WorkspaceError(
            f"“{workspace.programme_path}”已经存在，不会覆盖。",
            "请换一个文件夹，或直接在现有清单上修改。",
        )
    schemes = tuple(load_scheme(name) for name in ((scheme,) if scheme else scheme_names()))
    notice = _read(notice_path, schemes)
    chosen = next(known for known in schemes if known.name == notice.scheme)
    year = _year(notice.year if year is None else year)
    programme = build_programme(notice, chosen, year, authority, scheme and Path(scheme).name)
    findings = check_programme(programme, notice)
    root.mkdir(parents=True, exist_ok=True)
    if scheme and scheme.endswith(SUFFIX):
        _keep_scheme(Path(scheme), root)
    write_workbook(programme_book(programme), workspace.programme_path, now)
    return Started(workspace, programme, findings)


def _year(year: int | None) -> int:
    if year is None:
        raise ArgumentError("通知里看不出是哪一年的实事。", "请用 --year 指明，如 --year 2021。")
    if not 2000 <= year <= 2099:
        raise ArgumentError(f"年度“{year}”不对。", "请写四位数字的年度，如 --year 2021。")
    return year


def _keep_scheme(path: Path, root: Path) -> None:
    """Copy an office's own scheme beside its programme, where every later command looks for it."""
    kept = root / path.name
    text = scheme_text(str(path))
    if not kept.exists():
        with replacing(kept) as temporary:
            temporary.write_text(text, "utf-8")
    elif kept.read_text("utf-8-sig") != text:
        raise WorkspaceError(
            f"“{kept}”已经存在，内容与“{path}”不同，不会覆盖。", "请换一个文件夹或体例文件名。"
        )


def _read(path: Path, schemes: tuple[Scheme, ...]) -> Notice:
    if not path.is_file():
        raise ArgumentError(f"找不到通知文件“{path}”。", "请检查路径。")
    try:
        data = read_path(path)
        workbook, merges = read_workbook(data), read_merges(data)
    except UnreadableFileError as error:
        raise ArgumentError(f"通知“{path.name}”读不出来：{error.reason}。", error.advice) from error
    notice = read_notice(workbook, merges, schemes, path.name)
    if notice is None or not notice.rows:
        titles = "、".join(column.title for column in schemes[0].summary.shown)
        raise ArgumentError(
            f"在“{path.name}”里没有找到实事项目表。",
            f"表头应有这样的栏目：{titles}。栏目名称不同的，请用 --scheme 指明体例。",
        )
    return notice
