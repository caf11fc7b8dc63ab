"""What `minsheng doctor` looks at in the working folder; it only looks."""

from toolkit.app.workspace import LEDGER_FILE, PROGRAMME_FILE, Workspace
from toolkit.errors import MinshengError
from toolkit.files.folder import can_write, free_megabytes, locks
from toolkit.ledger.about import LedgerState, look
from toolkit.model.check_up import Check, Group
from toolkit.model.programme import Programme

ROOM = 500
"""Megabytes: a month of a large programme, with the archives that are unpacked for it."""

_FOLDER, _ROOM, _LIST, _LEDGER, _OPEN = (
    "工作文件夹",
    "磁盘空间",
    PROGRAMME_FILE,
    "台账",
    "打开着的文件",
)
_KEEPS = "放清单、台账和各期文件"
_NOTHING_RUNS = "在这个文件夹里只能运行 init、demo、rules、schemes、doctor"


def folder_checks(workspace: Workspace) -> tuple[tuple[Check, ...], Programme | None]:
    """Look at a working folder: return what was found, and the programme where it can be read."""
    try:
        return _looked_at(workspace)
    except OSError as error:  # not even its files can be listed
        return (_unread(_FOLDER, _KEEPS, error),), None


def _looked_at(workspace: Workspace) -> tuple[tuple[Check, ...], Programme | None]:
    root = workspace.root.resolve()
    if not root.is_dir():
        missing = _lacks(
            *(_FOLDER, _KEEPS, None),
            f"“{root}”不是文件夹，或者还没有建立；{_NOTHING_RUNS}",
            "用 -w 指定工作文件夹；还没有建立的，先运行 minsheng init",
        )
        return (missing,), None
    listed, programme = _programme(workspace)
    ledger = () if programme is None else (_ledger(workspace, programme),)
    checks = (_writable(workspace), _room(workspace), listed, *ledger, _open_files(workspace))
    return checks, programme


def keeps_a_database(programme: Programme | None) -> bool:
    """Tell whether the office keeps its ledger in a database."""
    return programme is not None and "postgres" in programme.settings.ledger.lower()


def _writable(workspace: Workspace) -> Check:
    root = str(workspace.root.resolve())
    if can_write(workspace.root):
        return _ready(_FOLDER, _KEEPS, f"可以写入 {root}")
    return _lacks(
        *(_FOLDER, _KEEPS, f"不能写入 {root}"),
        "表格、汇总表、通报和台账都写不进去",
        "换到有写入权限的文件夹（如“文档”里），或请管理员开通权限；只读的光盘、U 盘先复制到硬盘",
    )


def _room(workspace: Workspace) -> Check:
    free = free_megabytes(workspace.root)
    purpose = "生成文件、解压缩包"
    if free >= ROOM:
        return _ready(_ROOM, purpose, f"还有 {_size(free)}")
    return _lacks(
        *(_ROOM, purpose, f"只剩 {_size(free)}"),
        "汇总做到一半可能因磁盘已满而停下（已有的文件不受影响）",
        f"清理磁盘，留出 {ROOM} MB 以上，或把工作文件夹移到别的磁盘",
    )


def _size(megabytes: int) -> str:
    return f"{megabytes / 1000:.1f} GB" if megabytes >= 1000 else f"{megabytes} MB"


def _programme(workspace: Workspace) -> tuple[Check, Programme | None]:
    purpose = "清单、单位、时限等设置"
    if not workspace.programme_path.is_file():
        return (
            _lacks(
                *(_LIST, purpose, None),
                f"这里不是工作文件夹：{_NOTHING_RUNS}",
                "进入工作文件夹运行，或用 -w 指定；还没有建立的，先运行 minsheng init",
            ),
            None,
        )
    try:
        programme = workspace.load()
    except MinshengError as error:
        return _lacks(_LIST, purpose, "有，但是不能用", error.message, error.hint or None), None
    counts = f"{len(programme.items)} 个事项，{len(programme.units)} 个单位"
    return _ready(_LIST, purpose, f"能读出，{counts}"), programme


def _ledger(workspace: Workspace, programme: Programme) -> Check:
    purpose = "记下收发、采用的内容和出处"
    try:
        state = look(workspace.ledger_address(programme), programme.ledger_name)
    except MinshengError as error:
        return _lacks(_LEDGER, purpose, "有，但是不能用", error.message, error.hint or None)
    where = f"{LEDGER_FILE} " if state is LedgerState.READY else ""
    return _ready(_LEDGER, purpose, f"{where}{state}")


def _open_files(workspace: Workspace) -> Check:
    purpose = "别的程序占着的文件写不进去"
    try:
        found = locks(workspace.root)
    except OSError as error:
        return _unread(_OPEN, purpose, error)
    if not found:
        return _ready(_OPEN, purpose, "没有")
    files = "、".join(sorted({workspace.relative(lock.file) for lock in found}))
    marks = "、".join(workspace.relative(lock.lock) for lock in found)
    return _lacks(
        *(_OPEN, purpose, files),
        "没有保存的改动读不到，这些文件可能写不进去",
        "在 Excel、WPS、Word 里保存并关闭；没有谁开着的，是上次意外退出留下的标记，"
        f"可以删除：{marks}",
    )


def _unread(name: str, purpose: str, error: OSError) -> Check:
    return _lacks(
        *(name, purpose, "有，但是打不开"),
        f"读不了“{error.filename}”：没有权限，或者正被别的程序占用",
        "关闭占用它的程序；没有权限的，请管理员开通",
    )


def _ready(name: str, purpose: str, found: str) -> Check:
    return Check(name, Group.REQUIRED, purpose, found)


def _lacks(name: str, purpose: str, found: str | None, effect: str, advice: str | None) -> Check:
    return Check(name, Group.REQUIRED, purpose, found, ok=False, effect=effect, advice=advice)
