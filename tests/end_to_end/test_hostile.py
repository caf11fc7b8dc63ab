"""Whatever lies in 2回收, the month is merged: hostile and odd files cost nobody else anything."""

import hashlib
import json
import os
import re
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from stat import S_ISREG
from typing import Any

import openpyxl
import pytest

from tests.end_to_end.hostile_files import hostile_files, put_odd_entries
from tests.months import PROGRESS, SCHOOLS, all_returned, minsheng, returned, sent
from toolkit.files.names import printable
from toolkit.files.resources import sample

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="pipes, links, and names that are bytes"
)

PERIOD = "2021-09"
AT = 1633711200
"""2021-10-08 16:40, when most departments of the sample had sent their returns."""
MOST_SECONDS = 120
MOST_MEMORY = 600 * 2**20
_CHINESE = re.compile("[\u4e00-\u9fff]")
_SAME_SHEETS = ("汇总表", "统计", "溯源")


@dataclass(frozen=True, slots=True)
class Merged:
    """A run of `minsheng merge` in a process of its own.

    Attributes:
        home: The folder around the working folder.
        memory: The most that the program itself had, in bytes.
    """

    home: Path
    status: int
    out: str
    err: str
    seconds: float
    memory: int

    @property
    def json(self) -> Any:
        """The JSON object that it printed."""
        return json.loads(self.out)

    @property
    def inbox(self) -> Path:
        """The folder 2回收."""
        return self.home / "w" / PERIOD / "2回收"

    @property
    def sheets(self) -> dict[str, list[tuple[object, ...]]]:
        """The values of the consolidated workbook that hostile files must not change."""
        (path,) = (self.home / "w" / PERIOD / "4汇总").glob("*汇总表.xlsx")
        book = openpyxl.load_workbook(path)
        return {name: list(book[name].iter_rows(values_only=True)) for name in _SAME_SHEETS}


@dataclass(frozen=True, slots=True)
class Before:
    """What was there before the run: files with their digests, and everything around them."""

    digests: dict[str, str]
    outside: dict[str, tuple[int, ...]]


def started(home: Path) -> Path:
    """Make a working folder of the sample with its returns in 2回收; return 2回收."""
    shipped = Path(str(sample("jining-gaoxin-2021")))
    assert minsheng("init", home / "w", "--notice", shipped / "项目表.xlsx").status == 0
    assert minsheng("forms", PERIOD, "-w", home / "w").status == 0
    inbox = home / "w" / PERIOD / "2回收"
    inbox.mkdir(parents=True, exist_ok=True)
    for path in (shipped / PERIOD).iterdir():
        (inbox / path.name).write_bytes(path.read_bytes())
    return inbox


def merge(home: Path) -> Merged:
    """Run the command as a person does, with a folder for temporary files that is looked at."""
    temporary = home / "tmp"
    temporary.mkdir(exist_ok=True)
    words = ("-m", "toolkit", "merge", PERIOD, "-w", str(home / "w"), "--json")
    env = {**os.environ, "SOURCE_DATE_EPOCH": str(AT), "TMPDIR": str(temporary)}
    start = time.monotonic()
    with (home / "out").open("wb") as stdout, (home / "err").open("wb") as stderr:
        process = subprocess.Popen([sys.executable, *words], stdout=stdout, stderr=stderr, env=env)
        peaks = [0]
        watch = threading.Thread(target=_watch, args=(process.pid, peaks))
        watch.start()
        try:
            process.wait(MOST_SECONDS)
        finally:
            process.kill()
            watch.join()
    seconds = time.monotonic() - start
    out, err = ((home / name).read_bytes().decode() for name in ("out", "err"))
    return Merged(home, process.returncode, out, err, seconds, max(peaks))


def _watch(pid: int, peaks: list[int]) -> None:
    """Note the greatest memory of a process until it is gone."""
    while match := re.search(r"VmHWM:\s+(\d+)", _status(pid)):
        peaks.append(int(match[1]) * 1024)
        time.sleep(0.02)


def _status(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/status").read_text("utf-8")
    except OSError:
        return ""


def entries(folder: Path) -> Iterator[str]:
    """Yield everything below a folder without following links."""
    for place, folders, files in os.walk(folder):
        yield from (f"{place}/{name}" for name in (*folders, *files))


def digests(folder: Path) -> dict[str, str]:
    """Return the digest of every regular file below a folder."""
    return {
        path: hashlib.sha256(Path(path).read_bytes()).hexdigest()
        for path in entries(folder)
        if S_ISREG(os.lstat(path).st_mode)
    }


def outside(home: Path) -> dict[str, tuple[int, ...]]:
    """Return what lies around the working folder, with what a change would change."""
    found: dict[str, tuple[int, ...]] = {}
    for path in entries(home):
        if not path.startswith((f"{home}/w/", f"{home}/out", f"{home}/err")):
            state = os.lstat(path)
            is_file = S_ISREG(state.st_mode)
            found[path] = (state.st_mode, *((state.st_size, state.st_mtime_ns) if is_file else ()))
    return found


def named(merged: Merged, path: str) -> str:
    """Return the name of a file in 2回收 as it is told, in full or from the working folder."""
    return path.removeprefix(f"{merged.inbox}/").removeprefix(f"{PERIOD}/2回收/")


@pytest.fixture(scope="module")
def calm(tmp_path_factory: pytest.TempPathFactory) -> Merged:
    """Return the month without hostile files."""
    home: Path = tmp_path_factory.mktemp("平静")
    started(home)
    return merge(home)


@pytest.fixture(scope="module")
def told() -> dict[str, int]:
    """Return how many files of each name have to be told of; filled when they are put there."""
    return {}


@pytest.fixture(scope="module")
def before() -> list[Before]:
    """Return what was there before the run."""
    return []


@pytest.fixture(scope="module")
def hostile(
    tmp_path_factory: pytest.TempPathFactory, told: dict[str, int], before: list[Before]
) -> Merged:
    """Return the month with all of them among the good returns."""
    home: Path = tmp_path_factory.mktemp("敌意")
    inbox = started(home)
    (home / "别处").mkdir()
    (home / "别处" / "别人的.xlsx").write_bytes(b"1,2")
    (home / "tmp").mkdir()
    made = hostile_files()
    for name, content in made.items():
        (inbox / name).write_bytes(content)
    odd = put_odd_entries(inbox, home / "别处")
    told.update(dict.fromkeys((*made, *odd), 1))
    before.append(Before(digests(inbox), outside(home)))
    return merge(home)


def test_the_run_ends_as_planned(hostile: Merged) -> None:
    """In bounded time and memory, without a traceback, and with what needs a person said."""
    assert hostile.status == 1, hostile.err
    assert "Traceback" not in hostile.err
    assert hostile.seconds < MOST_SECONDS
    assert 0 < hostile.memory < MOST_MEMORY


def test_every_file_has_one_outcome_with_a_reason(hostile: Merged, told: dict[str, int]) -> None:
    """Read or put aside or skipped, never two of them and never none; archives are skipped."""
    files = Counter(named(hostile, each["source"]) for each in hostile.json["files"])
    skipped = {named(hostile, each["path"]): each["reason"] for each in hostile.json["skipped"]}
    for name in told:
        assert files[name] + (name in skipped) == 1, (name, files[name], skipped.get(name))
    assert all(_CHINESE.search(each["reason"]) for each in hostile.json["skipped"])
    for each in hostile.json["files"]:
        assert each["status"] == "accepted" or _CHINESE.search(each["reason"]), each


def test_names_that_are_no_text_are_told_of_too(hostile: Merged) -> None:
    """They are shown as what Chinese Windows would show."""
    shown = printable(os.fsdecode(b"\xb1\xed\xff.csv"))
    assert [each for each in hostile.json["skipped"] if each["path"].endswith(shown)]


def test_the_neighbours_lose_nothing(hostile: Merged, calm: Merged) -> None:
    """All good returns are accepted, nothing else is, and the consolidated table is the same."""
    by_name = {each["source"]: each["status"] for each in hostile.json["files"]}
    usual = {each["source"]: each["status"] for each in calm.json["files"]}
    assert {name: by_name[name] for name in usual} == usual
    taken = {name for name, status in by_name.items() if status in ("accepted", "superseded")}
    assert taken <= usual.keys()
    assert hostile.json["units"] == calm.json["units"]
    assert hostile.json["items"] == calm.json["items"]
    assert hostile.sheets == calm.sheets


def test_nothing_is_written_outside_and_no_input_is_changed(
    hostile: Merged, before: list[Before]
) -> None:
    """Neither beside the working folder nor among the temporary files; no half files are left."""
    assert outside(hostile.home) == before[0].outside
    after = digests(hostile.inbox)
    assert {path: after.get(path) for path in before[0].digests} == before[0].digests
    assert [path for path in after if path.endswith(".tmp")] == []


def test_hostile_values_of_a_return_stay_texts(tmp_path: Path) -> None:
    """Formulas are no formulas, and what no workbook can hold does not stop the month."""
    made = sent(tmp_path / "w")
    all_returned(made)
    formula = "=cmd|' /C calc'!A0"
    returned(
        made,
        SCHOOLS,
        changes={
            "M002": {PROGRESS: formula},
            "M003": {PROGRESS: "已完成_xD800__x0007_\u202e_x0000_" + "长" * 30_000},
        },
    )
    ran = minsheng("merge", PERIOD, "-w", made.root, "--json")
    assert ran.status in (0, 1)
    (path,) = (made.root / PERIOD / "4汇总").glob("*汇总表.xlsx")
    for sheet in openpyxl.load_workbook(path).worksheets:
        for cell in (cell for row in sheet.iter_rows() for cell in row):
            assert cell.data_type != "f" or formula not in str(cell.value), cell.coordinate
    values = [cell for row in openpyxl.load_workbook(path)["汇总表"] for cell in row]
    assert [cell.data_type for cell in values if cell.value == formula] == ["s"]
