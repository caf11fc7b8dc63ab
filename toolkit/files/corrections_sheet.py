"""需修改事项: the first sheet of a return that goes back, with a link to every cell to mend."""

from collections.abc import Sequence
from typing import Any

from toolkit.files.edited_package import EditedPackage, added, linked
from toolkit.files.edited_styles import EditedStyles
from toolkit.files.word_text import holdable
from toolkit.files.xml_trees import attribute, children, count_of, local, parse_xml
from toolkit.model.amendment import Amendment, numbered
from toolkit.model.form import CORRECTIONS_SHEET
from toolkit.model.refs import cell_name
from toolkit.model.sheets import FOOTER
from toolkit.text.layout import MAX_HEIGHT, text_height

_TITLES = ("序号", "编号", "事项", "位置", "问题", "怎么办")
_WIDTHS = (6.0, 9.0, 30.0, 12.0, 50.0, 64.0)
_CENTRED = (0, 1, 3)
_PLACE = 3
_SIZE, _HEADING_SIZE = 11, 14
_LEAST_HEIGHT = 24.0
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_HEAD = (
    f'<worksheet xmlns="{_MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>'
    '<sheetView tabSelected="1" workbookViewId="0"><pane ySplit="2" topLeftCell="A3"'
    ' activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
    '<sheetFormatPr defaultRowHeight="15"/><cols/><sheetData/>'
    f'<mergeCells count="1"><mergeCell ref="A1:F1"/></mergeCells></worksheet>'
)


def put_list(
    package: EditedPackage, styles: EditedStyles, entries: Sequence[Amendment], heading: str
) -> None:
    """Put the list in front of a workbook's sheets, in place of the one of an earlier round."""
    _take_out(package)
    name = package.free_name("xl/worksheets/sheet", ".xml")
    package.add(name, _sheet(styles, entries, heading), _TYPE)
    key = package.relate(package.workbook, "worksheet", name)
    book = package.tree(package.workbook)
    (sheets,) = children(book, "sheets")
    number = max((count_of(sheet, "sheetId", 0) for sheet in sheets), default=0) + 1
    sheet = linked(sheets, "sheet", key)
    sheet.set("name", CORRECTIONS_SHEET)
    sheet.set("sheetId", str(number))
    sheets.insert(0, sheet)
    _renumber(book, lambda place: place + 1)
    _repeat_header(book)
    for views in children(book, "bookViews"):
        for view in views:
            view.attrib.pop("firstSheet", None)
            view.set("activeTab", "0")
    for part in package.sheets.values():
        _unselect(package, part)
    _forget_titles(package)


def _take_out(package: EditedPackage) -> None:
    part = package.sheets.pop(CORRECTIONS_SHEET, None)
    if part is None:
        return
    book = package.tree(package.workbook)
    for sheets in children(book, "sheets"):
        for place, sheet in enumerate(list(sheets)):
            if attribute(sheet, "name") == CORRECTIONS_SHEET:
                sheets.remove(sheet)
                _renumber(book, lambda n, gone=place: None if n == gone else n - (n > gone))
    package.unrelate(package.workbook, part)
    package.remove(part)


def _renumber(book: Any, moved: Any) -> None:
    """Tell names that belong to one sheet of its new place; one whose sheet is gone goes too."""
    for names in children(book, "definedNames"):
        for name in list(names):
            if name.get("localSheetId") is not None:
                place = moved(count_of(name, "localSheetId", 0))
                if place is None:
                    names.remove(name)
                else:
                    name.set("localSheetId", str(place))
        if len(names) == 0:
            book.remove(names)


def _repeat_header(book: Any) -> None:
    """Have every printed page of the list, the first sheet, begin with its header."""
    names = next(iter(children(book, "definedNames")), None)
    if names is None:
        before = ("sheets", "functionGroups", "externalReferences")  # the format's order
        last = [node for kind in before for node in children(book, kind)][-1]
        names = added(book, "definedNames")
        last.addnext(names)
    rows = f"'{CORRECTIONS_SHEET}'!$2:$2"
    added(names, "definedName", rows, name="_xlnm.Print_Titles", localSheetId="0")


def _unselect(package: EditedPackage, part: str) -> None:
    """Several selected sheets would be edited together."""
    if b"tabSelected" in package.content(part):
        for views in children(package.tree(part), "sheetViews"):
            for view in views:
                view.attrib.pop("tabSelected", None)


def _forget_titles(package: EditedPackage) -> None:
    """Take the sheets' titles out of the properties, which repeat them and need not."""
    name = "docProps/app.xml"
    if package.has(name):
        root = package.tree(name)
        for node in list(root):
            if local(node) in ("HeadingPairs", "TitlesOfParts"):
                root.remove(node)


def _sheet(styles: EditedStyles, entries: Sequence[Amendment], heading: str) -> Any:
    root = parse_xml(_HEAD.encode())
    (columns,), (data,) = children(root, "cols"), children(root, "sheetData")
    for number, width in enumerate(_WIDTHS, 1):
        place = str(number)
        added(columns, "col", min=place, max=place, width=str(width), customWidth="1")
    title = styles.made("黑体", _HEADING_SIZE, horizontal="left")
    header = styles.made("黑体", _SIZE, horizontal="center", bordered=True)
    plain = styles.made("仿宋", _SIZE, horizontal="left", bordered=True)
    centred = styles.made("仿宋", _SIZE, horizontal="center", bordered=True)
    link = styles.made("仿宋", _SIZE, horizontal="center", bordered=True, link=True)
    room = text_height(heading, sum(_WIDTHS), _HEADING_SIZE)
    _row(data, 1, (heading,), (title,), max(room, 30.0))
    _row(data, 2, _TITLES, (header,) * len(_TITLES), _LEAST_HEIGHT)
    looks = tuple(centred if place in _CENTRED else plain for place in range(len(_TITLES)))
    linked = (*looks[:_PLACE], link, *looks[_PLACE + 1 :])
    for number, entry in enumerate(entries, 1):
        texts = _texts(number, entry)
        heights = (text_height(t, w, _SIZE) for t, w in zip(texts, _WIDTHS, strict=True))
        height = min(MAX_HEIGHT, max(_LEAST_HEIGHT, *heights))
        _row(data, number + 2, texts, linked if entry.cell else looks, height)
    _links(root, entries)
    added(
        root,
        "pageMargins",
        left="0.5",
        right="0.5",
        top="0.7",
        bottom="0.7",
        header="0.3",
        footer="0.3",
    )
    added(root, "pageSetup", paperSize="9", orientation="landscape", fitToHeight="0")
    footer = added(root, "headerFooter", scaleWithDoc="0")
    added(footer, "oddFooter", FOOTER)
    return root


def _texts(number: int, entry: Amendment) -> tuple[str, ...]:
    """Return a line of the list."""
    return (
        str(number),
        "、".join(entry.items),
        "、".join(entry.names),
        entry.place,
        numbered(tuple(point.message for point in entry.points)),
        numbered(tuple(dict.fromkeys(point.suggestion for point in entry.points))),
    )


def _row(data: Any, number: int, texts: Sequence[str], looks: Sequence[int], height: float) -> None:
    row = added(data, "row", r=str(number), ht=f"{height:g}", customHeight="1")
    for column, (text, look) in enumerate(zip(texts, looks, strict=True)):
        cell = added(row, "c", r=cell_name(number - 1, column), s=str(look))
        if column == 0 and text.isdecimal():
            added(cell, "v", text)
        elif text:
            cell.set("t", "inlineStr")
            piece = added(added(cell, "is"), "t", holdable(text))
            piece.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def _links(root: Any, entries: Sequence[Amendment]) -> None:
    places = [(n, e) for n, e in enumerate(entries) if e.cell and e.sheet]
    links = added(root, "hyperlinks") if places else None
    for number, entry in places:
        sheet = (entry.sheet or "").replace("'", "''")
        place = cell_name(number + 2, _PLACE)
        added(links, "hyperlink", ref=place, location=f"'{sheet}'!{entry.cell}")
