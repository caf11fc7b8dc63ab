"""`minsheng init`: a working folder from an official notice."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from toolkit.app.workspace import Workspace
from toolkit.errors import ArgumentError, UnreadableFileError, WorkspaceError
from toolkit.files.atomic import replacing
from toolkit.files.documents import read_document
from toolkit.files.scheme_text import scheme_toml
from toolkit.files.schemes import SUFFIX, load_scheme, scheme_names, scheme_text
from toolkit.files.workbook_writer import write_workbook
from toolkit.files.workbooks import read_path
from toolkit.model.finding import Finding
from toolkit.model.notice import LayoutFrom, Notice
from toolkit.model.programme import Programme
from toolkit.model.scheme import Scheme
from toolkit.notices.programme import build_programme
from toolkit.notices.reading import read_notice, with_year
from toolkit.rules.engine import check_programme
from toolkit.stages.programme_book import programme_book

OWN_SCHEME_FILE = "体例.toml"


@dataclass(frozen=True, slots=True)
class Started:
    """What `init` made.

    Attributes:
        scheme_file: The scheme that was put into the working folder, None for a built-in one.
    """

    workspace: Workspace
    programme: Programme
    findings: tuple[Finding, ...]
    scheme_file: Path | None = None


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
        notice_path: The notice: .txt, .docx, .xlsx, .xls, .ods, .html or .pdf with a text layer.
        scheme: The name of a scheme or of a .toml file; recognised by its layout when None. A
            layout that is none of the known ones becomes a scheme of the folder's own.
        year: The programme's year; read from the notice when None.
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
    notice = _read(notice_path, schemes, forced=scheme is not None)
    year = _year(notice.year if year is None else year)
    notice = with_year(notice, year)
    own = _own_scheme(notice, scheme)
    programme = build_programme(notice, year, authority, own[0] if own else scheme)
    findings = check_programme(programme, notice)
    root.mkdir(parents=True, exist_ok=True)
    scheme_file = _put(root, *own) if own else None
    write_workbook(programme_book(programme), workspace.programme_path, now)
    return Started(workspace, programme, findings, scheme_file)


def _year(year: int | None) -> int:
    if year is None:
        raise ArgumentError("通知里看不出是哪一年的实事。", "请用 --year 指明，如 --year 2021。")
    if not 2000 <= year <= 2099:
        raise ArgumentError(f"年度“{year}”不对。", "请写四位数字的年度，如 --year 2021。")
    return year


def _own_scheme(notice: Notice, given: str | None) -> tuple[str, str] | None:
    """Return name and text of the scheme that the folder needs; None for a built-in one."""
    if given is not None:
        return (Path(given).name, scheme_text(given)) if given.endswith(SUFFIX) else None
    if notice.layout_from is not LayoutFrom.NOTICE:
        return None
    return OWN_SCHEME_FILE, scheme_toml(notice.scheme)


def _put(root: Path, name: str, text: str) -> Path:
    """Write a scheme into the working folder; one that is there already must say the same.

    Raises:
        WorkspaceError: Another file of that name is there.
    """
    path = root / name
    if path.exists():
        if path.read_bytes() != text.encode():
            raise WorkspaceError(
                f"“{path}”已经存在，内容不同，不会覆盖。", "请换一个文件夹，或先移走该文件。"
            )
        return path
    with replacing(path) as temporary:
        temporary.write_bytes(text.encode())
    return path


def _read(path: Path, schemes: Sequence[Scheme], *, forced: bool) -> Notice:
    if not path.is_file():
        raise ArgumentError(f"找不到通知文件“{path}”。", "请检查路径。")
    try:
        document = read_document(read_path(path), path.name)
    except UnreadableFileError as error:
        raise ArgumentError(f"通知“{path.name}”读不出来：{error.reason}。", error.advice) from error
    notice = read_notice(document, schemes, forced=forced)
    if notice is None or not notice.rows:
        raise ArgumentError(
            f"在“{path.name}”里没有找到实事清单。",
            "清单应是带“序号、项目名称、内容、责任单位”等栏目的表格，或逐条编号的段落；"
            "清单在附件里的，请把附件作为通知文件。",
        )
    return notice
