"""Writes the notices of the sample programmes, each in the layout of the official document.

The words are the data files' own. Nothing of the clock is in them: the same data give the same
bytes.
"""

import io
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from html import escape
from itertools import groupby

import xlsxwriter
from docx import Document

from scripts.official_page import Landscape, Line, build
from scripts.sample_data import Sample, SampleItem
from toolkit.files.schemes import load_scheme
from toolkit.files.word import document_bytes
from toolkit.files.word_table import place_tables, table_marks
from toolkit.model.scheme import Key
from toolkit.stages.annual_notice import ANNEX, annex_table
from toolkit.text.numerals import heading_numeral


def notice_file(sample: Sample) -> bytes:
    """Return the notice of a sample programme."""
    return _WRITERS[sample.scheme](sample)


def _workbook(sample: Sample) -> bytes:
    """Write the list as offices publish it: merged project cells, unit names in one cell."""
    data = io.BytesIO()
    columns = sample.notice.columns
    with xlsxwriter.Workbook(data) as book:
        book.set_properties({"created": datetime(2021, 3, 15)})
        sheet = book.add_worksheet("项目表")
        title = book.add_format({"font_name": "方正小标宋简体", "font_size": 20, "align": "center"})
        head = book.add_format({"font_name": "黑体", "border": 1, "align": "center"})
        text = book.add_format(
            {"font_name": "仿宋", "border": 1, "text_wrap": True, "valign": "vcenter"}
        )
        sheet.merge_range(0, 0, 0, len(columns) - 1, sample.notice.title, title)
        for place, column in enumerate(columns):
            sheet.set_column(place, place, column.width)
            sheet.write_string(1, place, column.title, head)
        row = 2
        for number, (_, items) in enumerate(sample.projects, 1):
            last = row + len(items) - 1
            for place, column in enumerate(columns):
                if column.key in ("content", "lead"):
                    continue
                value = str(number) if column.key == "number" else items[0][column.key]
                if last > row:
                    sheet.merge_range(row, place, last, place, value, text)
                else:
                    sheet.write_string(row, place, value, text)
            for item in items:
                sheet.set_row(row, 60)
                for place, column in enumerate(columns):
                    if column.key in ("content", "lead"):
                        sheet.write_string(row, place, item[column.key], text)
                row += 1
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(1)
    return data.getvalue()


def _listed_in_word(sample: Sample) -> bytes:
    """Write a notice whose annex is numbered paragraphs: 1. 名称。内容（责任部门：A、B）."""
    notice = sample.notice
    items = (
        Line("GwBody", f"{number}. {item['name']}。{_ended(item)}")
        for number, item in enumerate(sample.items, 1)
    )
    first = Line("GwAnnexTitle", notice.annex, new_page=True)
    return build(notice.full_title, notice.issuer, (*_front(sample), first, *items))


def _ended(item: SampleItem) -> str:
    return f"{item['content'].removesuffix('。')}。（责任部门：{item['lead']}）"


def _table_in_word(sample: Sample) -> bytes:
    """Write a notice whose annex is a table on its side; units stand one below the other."""
    notice = sample.notice
    layout = load_scheme(sample.scheme).summary
    rows = [
        {
            column.key: str(number)
            if column.key is Key.NUMBER
            else "\n".join(item.units)
            if column.key is Key.LEAD
            else item[column.key.value]
            for column in layout.shown
        }
        for number, item in enumerate(sample.items, 1)
    ]
    table = annex_table(layout, rows, [item["project"] for item in sample.items])
    lines: tuple[Line | Landscape, ...] = (
        *_front(sample),
        Landscape(),
        Line("GwAnnex", "附件"),
        Line("GwAnnexTitle", notice.annex),
        Line("GwBody", table_marks((ANNEX,))[ANNEX]),
    )
    document = Document(io.BytesIO(build(notice.full_title, notice.issuer, lines)))
    place_tables(notice.file, document, {ANNEX: table})
    return document_bytes(document, sample.started)


def _front(sample: Sample) -> Iterator[Line]:
    """Yield the notice itself, down to its date."""
    notice = sample.notice
    yield Line("GwNumber", notice.number)
    yield Line("GwTitle", f"{notice.issuer}\n{notice.title}")
    yield Line("GwAddressee", notice.addressees)
    for paragraph in notice.paragraphs:
        yield Line("GwBody", paragraph)
    yield Line("GwAnnexes", f"附件：{notice.annex}")
    yield Line("GwSignature", notice.issuer)
    yield Line("GwDate", notice.date)


_PAGE = """<!DOCTYPE html>
<!-- saved from an official site with a browser -->
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>{title}</title>
<style>
body {{ font-family: 仿宋, FangSong, serif; width: 60em; margin: auto; }}
h1, h2 {{ text-align: center; }}
table {{ border-collapse: collapse; }}
td, th {{ border: 1px solid #000; padding: 4px; }}
</style>
<script>var column = "zwgk";</script>
</head>
<body>
<div class="nav"><a href="#">首页</a> <a href="#">政务公开</a> <a href="#">政务服务</a> <a href="#">互动交流</a></div>
<div class="crumbs">当前位置：<a href="#">首页</a> &gt; <a href="#">政务公开</a> &gt; <a href="#">通知公告</a></div>
<div class="tools">字体：【大 中 小】 <a href="#">打印</a> <a href="#">关闭</a></div>
<div class="article">
<h1>{issuer}<br>{title}</h1>
<p>{addressees}</p>
{paragraphs}
<p>附件：{annex}</p>
<p align="right">{issuer}</p>
<p>附件</p>
<h2>{annex}</h2>
<table>
{rows}
</table>
</div>
<div class="share">分享到：<a href="#">微信</a> <a href="#">微博</a></div>
<div class="footer">主办：{issuer}　<a href="#">网站地图</a>　<a href="#">联系我们</a></div>
</body>
</html>
"""


def _web_page(sample: Sample) -> bytes:
    """Write a page as a browser saves it; neighbours that one unit leads share its cell."""
    notice = sample.notice
    return _PAGE.format(
        title=_html(notice.title),
        issuer=_html(notice.issuer),
        addressees=_html(notice.addressees),
        paragraphs="\n".join(f"<p>　　{_html(text)}</p>" for text in notice.paragraphs),
        annex=_html(notice.annex),
        rows="\n".join(_rows(sample)),
    ).encode()


def _rows(sample: Sample) -> Iterator[str]:
    columns = load_scheme(sample.scheme).summary.shown
    yield "<tr>" + "".join(f"<th>{column.title}</th>" for column in columns) + "</tr>"
    number = 0
    for _, group in groupby(sample.items, lambda item: item["lead"]):
        items = tuple(group)
        for place, item in enumerate(items):
            number += 1
            cells = [
                _cell(column.key, item, number, len(items))
                for column in columns
                if column.key is not Key.LEAD or place == 0
            ]
            yield "<tr>" + "".join(cells) + "</tr>"


def _cell(key: Key, item: SampleItem, number: int, height: int) -> str:
    if key is Key.NUMBER:
        return f"<td>{number}</td>"
    if key is Key.LEAD:
        span = f' rowspan="{height}"' if height > 1 else ""
        return f"<td{span}>{'<br>'.join(map(_html, item.units))}</td>"
    text = item[key.value]
    return f"<td>{_html(text.replace('、', chr(10)) if key is Key.ASSIST else text)}</td>"


def _html(text: str) -> str:
    return escape(text, quote=False).replace("\n", "<br>")


def _plain_text(sample: Sample) -> bytes:
    """Write a news text: an opening, then 第N件 with its numbered items; it names no units."""
    paragraphs = [sample.notice.title, *sample.notice.paragraphs]
    for number, (project, items) in enumerate(sample.projects, 1):
        paragraphs.append(f"第{heading_numeral(number)}件 {project}")
        for place, item in enumerate(items, 1):
            if item["name"]:
                paragraphs.append(f"{place}.{item['name']}")
            paragraphs.append(item["content"])
    return ("\n\n".join(paragraphs) + "\n").encode()


_WRITERS: Mapping[str, Callable[[Sample], bytes]] = {
    "jining-gaoxin-2021": _workbook,
    "jining-gaoxin-2024": _table_in_word,
    "jining-jingkai-2023": _web_page,
    "qingdao-2024": _plain_text,
    "zibo-gaoxin-2024": _listed_in_word,
}
