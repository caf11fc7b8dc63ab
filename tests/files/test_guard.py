"""Returned files are read by guarded processes: a bad one costs itself a reason, others nothing."""

import io
import sys
import zipfile
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

import pytest
import xlsxwriter

from tests.files.bad_work import UNCHECKED
from tests.files.pdf import pdf
from tests.files.test_compound import DIRECTORY, next_of, number
from tests.files.test_compound import changed as changed_xls
from tests.files.test_hazards import STRINGS, changed, with_cell, workbook
from toolkit.errors import UnreadableFileError
from toolkit.files import guard, guard_reading, guard_worker
from toolkit.files.guard import ReadFile, read_files
from toolkit.files.guard_process import Limits
from toolkit.files.inbox import digest
from toolkit.files.resources import sample
from toolkit.files.workbooks import read_workbook
from toolkit.model.sheets import Range
from toolkit.model.workbook import CellNote, RawWorkbook

SMALL = Limits(seconds=20, memory=512 * 2**20)
RESEND = "请报送单位在 WPS 或 Excel 中打开、另存为 .xlsx 后重新发送。"


@cache
def ordinary() -> bytes:
    """Return a workbook that is as it should be."""
    return workbook()


@cache
def far_cell() -> bytes:
    """Return 4 KB for which calamine wants 549 GB, unless it is helped."""
    return with_cell("XFD1048576")


@cache
def wide_block() -> bytes:
    """Return 4 KB for which it wants 6 GB, unless it is helped."""
    return with_cell("IV1048576")


@cache
def many_texts() -> bytes:
    """Return a workbook that announces 4,294,967,295 texts."""
    return changed(STRINGS, lambda part: part.replace(b'ount="1"', b'ount="4294967295"'))


@cache
def bomb() -> bytes:
    """Return 3 MB that unpack to a sheet of 600 MB of blanks."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(ordinary())) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as new,
    ):
        for name in old.namelist():
            head, mark, end = old.read(name).partition(b"</sheetData>")
            with new.open(name, "w") as part:
                part.write(head)
                for _ in range(600 if mark else 0):
                    part.write(b" " * 2**20)
                part.write(mark + end)
    return out.getvalue()


@cache
def circle() -> bytes:
    """Return an .xls whose directory follows itself without end."""
    data = Path(str(sample("jining-gaoxin-2021") / "2021-09" / "综合执法局.xls")).read_bytes()
    start = number(data, DIRECTORY)
    return changed_xls(data, (next_of(data, start), start))


def reason(file: ReadFile) -> str:
    """Return why a file could not be read, "" where it could."""
    return file.content.reason if isinstance(file.content, UnreadableFileError) else ""


def advice(file: ReadFile) -> str:
    """Return what to do about a file, "" where nothing has to be done."""
    return file.content.advice if isinstance(file.content, UnreadableFileError) else ""


HOSTILE = (far_cell, wide_block, many_texts, bomb, circle)


def written(folder: Path, *contents: bytes) -> list[Path]:
    """Write files 0.xlsx, 1.xlsx, …"""
    paths = [folder / f"{number}.xlsx" for number in range(len(contents))]
    for path, content in zip(paths, contents, strict=True):
        path.write_bytes(content)
    return paths


def test_an_ordinary_file_is_read_as_it_is_without_a_guard(tmp_path: Path) -> None:
    """Every sheet, every value, dates too, and the digest of the bytes that were read."""
    with xlsxwriter.Workbook(tmp_path / "表.xlsx") as book:
        sheet = book.add_worksheet("进展表")
        sheet.write_row("B2", ("一、已完工\n二、在建", 16, True))
        sheet.write_datetime("F2", date(2025, 9, 30), book.add_format({"num_format": "yyyy/m/d"}))
        book.add_worksheet("_minsheng").very_hidden()
    data = (tmp_path / "表.xlsx").read_bytes()
    (read,) = read_files([tmp_path / "表.xlsx"])
    assert read == ReadFile(tmp_path / "表.xlsx", digest(data), read_workbook(data))


def test_reasons_and_advice_pass_through(tmp_path: Path) -> None:
    """A file that is merely no workbook has its own reason, and the rest have their sheets."""
    paths = [*written(tmp_path, b"", ordinary(), b"<html>"), tmp_path / "没有.xlsx"]
    read = list(read_files(paths))
    assert [file.path for file in read] == paths
    assert list(map(reason, read)) == [
        "文件是空的（0 字节）",
        "",
        "文件里没有工作表",
        "无法从磁盘读取",
    ]
    assert [advice(file) != "" for file in read] == [True, False, True, True]
    assert [bool(file.sha256) for file in read] == [True, True, True, False]


def test_files_that_kill_the_reader_are_named_and_cost_nobody_else(tmp_path: Path) -> None:
    """What the second process looks for first tells what is wrong with them."""
    contents = [ordinary()]
    for make in HOSTILE:
        contents += [make(), ordinary()]
    read = list(read_files(written(tmp_path, *contents), SMALL))
    assert [file.sha256 for file in read] == [digest(content) for content in contents]
    assert {reason(file) for file in read[::2]} == {""}
    assert list(map(reason, read[1::2])) == [
        "",
        "",
        "文件已损坏，打不开（文字总数与内容不符）",
        "工作表大得不正常，不能安全读取",
        "文件已损坏，打不开（内部结构有误）",
    ]


@pytest.mark.parametrize("make", HOSTILE)
def test_nothing_has_to_be_known_of_a_danger(tmp_path: Path, make: Callable[[], bytes]) -> None:
    """With nothing looked for first: no memory is taken, no neighbour lost, and something said."""
    paths = written(tmp_path, ordinary(), make(), ordinary())
    before, bad, after = read_files(paths, SMALL, UNCHECKED)
    assert before.content == after.content == read_workbook(ordinary())
    assert reason(bad) == "这个文件读取时出错，为安全起见没有采用（读取程序崩溃）"
    assert advice(bad) == RESEND
    assert bad.sha256 == digest(make())


@pytest.mark.parametrize("make", [far_cell, wide_block])
def test_a_stray_cell_far_away_takes_little_memory(
    tmp_path: Path, make: Callable[[], bytes]
) -> None:
    """The rows in between are empty, here and on their way."""
    (read,) = read_files(written(tmp_path, make()), SMALL)
    assert isinstance(read.content, RawWorkbook)
    rows = read.content.sheets[0].rows
    assert (rows[0][0], rows[-1][-1], len(rows)) == ("进展", 1.0, 1_048_576)
    assert sys.getsizeof(rows) + sum(sys.getsizeof(row) for row in rows if row) < 10 * 2**20


def test_merges_and_notes_travel_as_plain_values(tmp_path: Path) -> None:
    """Marshal carries them, which is twice as fast as pickle; they come out as they were."""
    path = tmp_path / "表.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("进展表")
        sheet.merge_range("A2:B4", "建学校")
        sheet.write_comment("A2", "请核对", {"author": "张三"})
    kind, _ = guard_worker._answer(guard_reading.read, str(path))
    assert kind == guard_worker.MARSHALLED
    (read,) = read_files([path])
    assert read.content == read_workbook(path.read_bytes())
    assert isinstance(read.content, RawWorkbook)
    assert read.content.sheets[0].merges == (Range(1, 0, 3, 1),)
    assert read.content.sheets[0].notes == (CellNote(1, 0, "请核对", "张三"),)


def test_a_printed_page_is_still_one_after_its_travel(tmp_path: Path) -> None:
    """Whoever compares texts has to know that cells may be torn."""
    path = tmp_path / "表.pdf"
    path.write_bytes(pdf(("填报单位：住建局",), (("序号", "内容"), ("1", "建学校"))))
    (read,) = read_files([path])
    assert isinstance(read.content, RawWorkbook)
    assert read.content.nature.printed


def test_a_file_that_the_disk_does_not_give_has_no_digest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is told from all others by its path alone."""

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "used by another process")

    (path,) = written(tmp_path, ordinary())
    monkeypatch.setattr(Path, "open", refuse)
    sha256, error = guard_reading.read(str(path))
    assert (sha256, str(error)) == ("", "无法从磁盘读取")


@pytest.mark.parametrize(
    ("files", "cores", "processes"),
    [(1, 8, 1), (12, 8, 1), (1000, 1, 1), (1000, 2, 1), (1000, 3, 2), (1000, 64, 2)],
)
def test_as_many_processes_as_are_of_use(
    monkeypatch: pytest.MonkeyPatch, files: int, cores: int, processes: int
) -> None:
    """One for a handful of files; one core is for the program that takes what they read."""
    monkeypatch.setattr(guard, "_cores", lambda: cores)
    started: list[int] = []

    def count(*arguments: object) -> list[object]:
        started.append(int(str(arguments[-1])))
        return []

    monkeypatch.setattr(guard, "guarded", count)
    with pytest.raises(ValueError, match="zip"):
        list(read_files([Path("a")] * files))
    assert started == [processes]
