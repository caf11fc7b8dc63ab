"""What LibreOffice makes of forms: other formats, formulas worked out, rows sorted."""

from collections.abc import Callable
from pathlib import Path

from benchmarks.damage.batch import Kind, OfficeChange, by_office
from benchmarks.damage.cells import formulas, text_formulas
from benchmarks.damage.draft import FILLED, SHEET, Draft
from tests.office import Office
from toolkit.model.refs import cell_name
from toolkit.model.scheme import Key


def _saved_as(
    suffix: str, name: str = "", change: Callable[[Draft], object] | None = None
) -> OfficeChange:
    """Return the change that has LibreOffice save the form in another format.

    Args:
        suffix: Of the format.
        name: The ending that the file has in the end, where it is another one.
        change: What befell the form before.
    """

    def save(draft: Draft, office: Office) -> Path:
        if change is not None:
            change(draft)
        source = draft.save(f"{draft.unit}-原件.xlsx")
        target = draft.target(f"{draft.unit}{suffix}")
        office.fill(source, target, {})
        source.unlink()
        return target.rename(target.with_suffix(name)) if name else target

    return save


def printed(draft: Draft, office: Office) -> Path:
    """Print the form into a PDF file."""
    source = draft.save()
    target = draft.target(f"{draft.unit}.pdf")
    office.pdf(source, target)
    source.unlink()
    return target


def typed_there(draft: Draft, office: Office) -> Path:
    """Type all texts in LibreOffice and save as .xls, as a unit does."""
    places = {
        (SHEET, cell_name(draft.index(code), draft.place(key))): str(draft.value(code, key))
        for code in draft.codes
        for key in FILLED
    }
    for code in draft.codes:
        for key in FILLED:
            draft.lines[code][draft.place(key)] = None
    source = draft.save(f"{draft.unit}-原件.xlsx")
    target = draft.target(f"{draft.unit}.xls")
    office.fill(source, target, places)
    source.unlink()
    return target


def sorted_there(draft: Draft, office: Office) -> Path:
    """Take the merged cells apart and sort whole rows in LibreOffice."""
    codes = draft.need(2)
    draft.fill_down()
    source = draft.save(f"{draft.unit}-原件.xlsx")
    target = draft.target()
    first, last = draft.index(codes[0]), draft.index(codes[-1])
    area = f"{cell_name(first, 0)}:{cell_name(last, len(draft.titles) - 1)}"
    office.sort(source, target, SHEET, area, draft.place(Key.PROGRESS))
    source.unlink()
    return target


def sorted_seen(draft: Draft, office: Office) -> Path:
    """Sort only the visible columns in LibreOffice: the keys stay behind."""
    codes = draft.need(2)
    draft.fill_down()
    source = draft.save(f"{draft.unit}-原件.xlsx")
    target = draft.target(f"{draft.unit}.ods")
    first, last = draft.index(codes[0]), draft.index(codes[-1])
    area = f"{cell_name(first, 0)}:{cell_name(last, len(draft.titles) - 2)}"
    office.sort(source, target, SHEET, area, draft.place(Key.CONTENT))
    source.unlink()
    return target


KINDS: tuple[Kind, ...] = (
    by_office("用 LibreOffice 填写，存为 .xls", typed_there, harmless=True),
    by_office("LibreOffice 另存为 .xlsx", _saved_as(".xlsx"), harmless=True),
    by_office("LibreOffice 另存为 .xls", _saved_as(".xls"), harmless=True),
    by_office("LibreOffice 另存为 .ods", _saved_as(".ods"), harmless=True),
    by_office("LibreOffice 另存为 .fods", _saved_as(".fods")),
    by_office("LibreOffice 另存为网页", _saved_as(".html")),
    by_office("LibreOffice 另存为 CSV", _saved_as(".csv")),
    by_office("金山表格 .et（内容是 .xls）", _saved_as(".xls", ".et"), harmless=True),
    by_office("公式算过后保存为 .xlsx", _saved_as(".xlsx", change=formulas), harmless=True),
    by_office("公式算过后保存为 .xls", _saved_as(".xls", change=formulas), harmless=True),
    by_office(
        "文本格式格子里的公式，存为 .xls", _saved_as(".xls", change=text_formulas), harmless=True
    ),
    by_office("打印成 PDF", printed),
    by_office("标识全丢后存为 .ods", _saved_as(".ods", change=lambda draft: draft.lose_marks())),
    by_office("标识全丢后存为 .xls", _saved_as(".xls", change=lambda draft: draft.lose_marks())),
    by_office("LibreOffice 里整行排序", sorted_there, harmless=True),
    by_office("LibreOffice 里只排看得见的栏", sorted_seen),
)
