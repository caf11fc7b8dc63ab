"""Makes samples/ out of scripts/samples/*.toml: notices, calendars, lists and returns.

`python -m scripts.make_samples` writes what a script can write with the same bytes every time: each
sample's notice, its calendar.toml, and the list that a coordinator completed. A test compares that
with what is committed. With names of samples (`… jining-gaoxin-2021`) their returns are made too:
they are filled by LibreOffice, as a department would: opened, typed into, saved as .xlsx, .xls or
.ods under a name of the department's own. Their bytes differ each time, so make them only after a
change of the texts or of the form's layout.
"""

import io
import json
import shutil
import sys
import tempfile
from collections.abc import Collection, Iterator
from datetime import datetime
from pathlib import Path

from openpyxl import load_workbook

from scripts.sample_data import FOLDER, Sample, SampleReturn, load_sample, sample_names
from scripts.sample_notices import notice_file
from tests.office import Office
from toolkit.app.dispatch import make_forms
from toolkit.app.start import start
from toolkit.app.workspace import PROGRAMME_FILE, Workspace
from toolkit.files.package import repacked
from toolkit.files.workbooks import read_workbook
from toolkit.model.programme import Programme
from toolkit.model.scheme import Key
from toolkit.model.submission import StoredFile, Submission
from toolkit.stages.programme_book import CODE_TITLE, ITEMS_SHEET
from toolkit.stages.receive import receive
from toolkit.text.periods import parse_period

TARGET = FOLDER.parents[1] / "samples"
CALENDAR = "calendar.toml"


def main(names: Collection[str]) -> None:
    """Write what a script can write for every sample, and the returns of those named."""
    samples = {name: load_sample(name) for name in sample_names()}
    for name in names:
        if name not in samples:
            raise SystemExit(f"{name}: no such sample; there are {', '.join(samples)}")
    for sample in samples.values():
        for path, data in written_files(sample).items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
    if names:
        with Office() as office:
            for name in names:
                make_returns(samples[name], office)


def written_files(sample: Sample) -> dict[Path, bytes]:
    """Return what the script itself writes of a sample, by its path: all but the returns."""
    folder = TARGET / sample.scheme
    files = {
        folder / sample.notice.file: notice_file(sample),
        folder / CALENDAR: calendar(sample).encode(),
    }
    if sample.units_by_coordinator:
        files[folder / PROGRAMME_FILE] = completed_list(sample)
    return files


def calendar(sample: Sample) -> str:
    """Return the calendar by which the demonstration runs, as TOML."""
    completed = f"completed = {_quoted(PROGRAMME_FILE)}\n" if sample.units_by_coordinator else ""
    deliveries = "".join(
        f"\n[[delivery]]\nat = {each.at.isoformat()}\nfiles = [\n"
        + "".join(f"    {_quoted(name)},\n" for name in each.files)
        + "]\n"
        for each in sample.deliveries
    )
    return (
        "# 样例的日历：minsheng demo 按这些时间演示。文件名是各单位报送时的原名。\n\n"
        f"notice = {_quoted(sample.notice.file)}\n{completed}"
        f"period = {_quoted(sample.period)}\n"
        f"following = {_quoted(sample.following)}\n"
        f"started = {sample.started.isoformat()}\n"
        f"sent = {sample.sent.isoformat()}\n"
        f"next_sent = {sample.next_sent.isoformat()}\n{deliveries}"
    )


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def completed_list(sample: Sample) -> bytes:
    """Return 实事清单.xlsx after the coordinator has typed the units into it."""
    with tempfile.TemporaryDirectory() as folder:
        workspace = _started(sample, Path(folder))
        scheme = workspace.load().scheme
        book = load_workbook(workspace.programme_path)
    title = next(column.title for column in scheme.summary.shown if column.key is Key.LEAD)
    sheet = book[ITEMS_SHEET]
    columns = {str(cell.value): cell.column or 0 for cell in sheet[1]}
    rows = [
        row for row in range(2, sheet.max_row + 1) if sheet.cell(row, columns[CODE_TITLE]).value
    ]
    for row, item in zip(rows, sample.items, strict=True):
        sheet.cell(row, columns[title]).value = item["lead"]
    saved = io.BytesIO()
    book.save(saved)
    return repacked(saved.getvalue(), sample.started)


def _started(sample: Sample, folder: Path) -> Workspace:
    notice = folder / sample.notice.file
    notice.write_bytes(notice_file(sample))
    return start(folder / "w", notice, sample.started, sample.scheme).workspace


def make_returns(sample: Sample, office: Office) -> None:
    """Fill the forms of a sample's period as its units do, in place of those of before."""
    target = TARGET / sample.scheme / sample.period
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    with tempfile.TemporaryDirectory() as folder:
        workspace = _started(sample, Path(folder))
        if sample.units_by_coordinator:
            workspace.programme_path.write_bytes(completed_list(sample))
        programme = workspace.load()
        make_forms(workspace, sample.period, (), sample.sent)
        for each in sample.returns:
            form = workspace.forms(parse_period(sample.period)) / f"{each.unit}.xlsx"
            filled = Path(folder) / f"filled{Path(each.name).suffix}"
            office.fill(form, filled, dict(_typed(form, programme, sample, each)))
            shutil.copyfile(filled, target / each.name)


def _typed(
    form: Path, programme: Programme, sample: Sample, each: SampleReturn
) -> Iterator[tuple[tuple[str, str], str]]:
    """Yield each cell to fill with its text."""
    texts = dict(zip(programme.by_code, sample.items, strict=True))
    read = read_form(form, programme, sample)
    for entry in read.entries:
        for column in programme.scheme.layouts[parse_period(sample.period).kind].filled:
            value = texts[entry.item.code].filled(column.key.value, each.progress)
            cell = entry.cell(column.key)
            if value and cell:
                yield (read.sheet, cell), value


def read_form(form: Path, programme: Programme, sample: Sample) -> Submission:
    """Read a form as the toolkit reads a return, to know where its cells are.

    Raises:
        ValueError: It cannot be read.
    """
    file = StoredFile(str(form), str(form), "", datetime(2024, 1, 1))
    workbook = read_workbook(form.read_bytes())
    _, submission = receive(file, workbook, programme, parse_period(sample.period))
    if submission is None:
        raise ValueError(f"{form} cannot be read as a form")
    return submission


if __name__ == "__main__":
    main(sys.argv[1:])
