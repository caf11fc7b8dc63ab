"""What the file says: one function a clause of GB/T 9704-2012, each yielding what deviates."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from docx.oxml.ns import qn

from tests.gbt9704.looks import Look, Looks, read_looks

SONG, FANG, HEI, KAI = "小标宋", "仿宋", "黑体", "楷体"
RED = "FF0000"
MILLIMETRE = 56.693
TEXT_WIDTH, TEXT_HEIGHT = 156, 225
SECOND, THIRD, FOURTH = 44, 32, 28
"""Half points of 2号, 3号 and 4号."""

_LEVEL_1 = re.compile(r"[一二三四五六七八九十]+、")
_LEVEL_2 = re.compile(r"（[一二三四五六七八九十]+）")
_NUMBER = re.compile(r"[^\d〔]+〔(?:19|20)\d\d〕(?:[1-9]\d*|　+)号")
_DAY = re.compile(r"\d{4}年(?:[1-9]|1[0-2])月(?:[1-9]|[12]\d|3[01])日")
_ANY_DAY = re.compile(r"[\d〇一二三四五六七八九十]{4}\s*年.{1,4}月.{1,4}日")
_AMBIGUOUS = re.compile("[“”‘’—…·]")


@dataclass(frozen=True, slots=True)
class Deviation:
    """What a document does otherwise than the standard asks.

    Attributes:
        check: The name of the check that found it.
        what: Where and how.
    """

    check: str
    what: str


def deviations(path: Path) -> list[Deviation]:
    """Return everything in a .docx that deviates from the standard."""
    looks = read_looks(path)
    return [Deviation(name, what) for name, check in CHECKS.items() for what in check(looks)]


def _quoted(look: Look) -> str:
    return f"“{look.text[:30]}”"


def _title(looks: Looks) -> Look | None:
    """Return the title: the first large black paragraph of the text."""
    large = (p for p in looks.body if p.runs and max(r.size for r in p.runs) >= 40)
    return next((p for p in large if not _is_red(p)), None)


def _is_red(look: Look) -> bool:
    return any(run.colour == RED for run in look.runs if run.text.strip())


def _annex_starts(looks: Looks) -> int:
    """Return the number of the first section that is an annex; a very high one without any."""
    return next((p.section for p in looks.body if re.fullmatch(r"附件\d*", p.text)), 999)


def _plain(looks: Looks) -> tuple[Look, ...]:
    """Return the paragraphs below the title that are text, not headings of the first level."""
    title, annex = _title(looks), _annex_starts(looks)
    after = looks.body[looks.body.index(title) + 1 :] if title in looks.body else ()
    return tuple(p for p in after if p.section < annex and not _LEVEL_1.match(p.text))


def page(looks: Looks) -> Iterator[str]:
    """5.1, 5.2.1: A4; 37 mm above, 28 mm at the binding, a text area of 156 by 225 mm."""
    for number, section in enumerate(looks.document.sections, 1):
        size = _millimetres(section.page_width, section.page_height)
        sides = _millimetres(
            section.top_margin, section.right_margin, section.bottom_margin, section.left_margin
        )
        wide = size[0] > size[1]
        if size != ((297, 210) if wide else (210, 297)):
            yield f"第{number}节的纸张是 {size}"
        if sides != ((28, 37, 26, 35) if wide else (37, 26, 35, 28)):
            yield f"第{number}节的页边距是 {sides}"


def _millimetres(*measures: Any) -> tuple[int, ...]:
    return tuple(round((measure or 0) / 36000) for measure in measures)


def grid(looks: Looks) -> Iterator[str]:
    """5.2.2: 22 lines of 28 characters; the grid of the document has the same pitch."""
    for look in _plain(looks):
        lines = round(TEXT_HEIGHT * MILLIMETRE) // look.line if look.line else 0
        if lines != 22:
            yield f"{_quoted(look)}每页 {lines} 行"
        pitches = {run.size * 10 + run.spacing for run in look.runs if run.text}
        if any(round(TEXT_WIDTH * MILLIMETRE) // pitch != 28 for pitch in pitches):
            yield f"{_quoted(look)}每行不是 28 字"
    for section in looks.document.sections:
        found = section._sectPr.find(qn("w:docGrid"))
        pitch = int(found.get(qn("w:linePitch"), "0")) if found is not None else 0
        lined = found is not None and found.get(qn("w:type")) in ("lines", "linesAndChars")
        if not lined or round(TEXT_HEIGHT * MILLIMETRE) // max(pitch, 1) != 22:
            yield "文档网格不是每页 22 行"


def title(looks: Looks) -> Iterator[str]:
    """7.3.1: 2号小标宋, centred."""
    found = _title(looks)
    if found is None:
        yield "没有标题"
    elif not found.is_set_in(SONG, SECOND) or found.align != "center":
        yield f"标题{_quoted(found)}不是居中的 2号小标宋"


def body(looks: Looks) -> Iterator[str]:
    """5.2.2: 3号仿宋, nothing bold; a heading of the second level may be 楷体."""
    for look in _plain(looks):
        for run in look.runs:
            if run.text and (run.size != THIRD or run.bold):
                yield f"{_quoted(look)}不是 3号字，或者加粗了"
            if run.text and not any(name in run.fonts["eastAsia"] for name in (FANG, KAI)):
                yield f"{_quoted(look)}不是仿宋"


def headings(looks: Looks) -> Iterator[str]:
    """7.3.3: 一、黑体, （一）楷体, in 3号, counted without a gap."""
    first = [p for p in looks.body if _LEVEL_1.match(p.text) and p.section < _annex_starts(looks)]
    for look in first:
        if not look.is_set_in(HEI, THIRD):
            yield f"一级标题{_quoted(look)}不是 3号黑体"
    numerals = [look.text.split("、")[0] for look in first]
    if numerals != list("一二三四五六七八九十")[: len(numerals)]:
        yield f"一级标题的序号是 {numerals}"
    alone = _alone(looks)
    for look in _plain(looks):
        if look in alone:
            continue
        if _LEVEL_2.match(look.text):
            kai = "".join(run.text for run in look.runs if KAI in run.fonts["eastAsia"])
            if not _LEVEL_2.match(kai):
                yield f"二级标题{_quoted(look)}不是楷体"
        elif any(KAI in run.fonts["eastAsia"] for run in look.runs if run.text):
            yield f"{_quoted(look)}不是标题，却是楷体"


def _alone(looks: Looks) -> list[Look]:
    """Return the headings of the second level without a number, each alone in its section."""
    sections: list[list[Look]] = [[]]
    for look in looks.body:
        if _LEVEL_1.match(look.text):
            sections.append([])
        elif look.runs and all(KAI in font for font in look.runs[0].fonts.values()):
            sections[-1].append(look)
    return [s[0] for s in sections if len(s) == 1 and not _LEVEL_2.match(s[0].text)]


def page_numbers(looks: Looks) -> Iterator[str]:
    """7.5: — 1 — in 4号宋体, odd pages right, even pages left, one character from the edge."""
    if not looks.document.settings.odd_and_even_pages_header_footer:
        yield "单页、双页的页码没有分开"
    section = looks.document.sections[0]
    for name, part, side in (
        ("单页", section.footer, "right"),
        ("双页", section.even_page_footer, "left"),
    ):
        shown = [p for p in part.paragraphs if p.text.strip()]
        look = next(
            (
                p
                for p in looks.paragraphs
                if shown and p.text == shown[0].text and p.place == "footer" and p.align == side
            ),
            None,
        )
        if look is None or not re.fullmatch("— ?1 ?—", look.text):
            yield f"{name}页码不是靠{side}的 — 1 —"
        elif not look.is_set_in("宋体", FOURTH) or look.twips(f"ind.{side}") != FOURTH * 10:
            yield f"{name}页码不是 4号宋体，或者没有空一字"
        if " PAGE " not in "".join(part._element.itertext(qn("w:instrText"))):
            yield f"{name}页码不是自动的"


def number(looks: Looks) -> Iterator[str]:
    """7.2.5: the whole year in 〔〕, the number without 第 and zeros, in 3号仿宋."""
    found = _title(looks)
    above = looks.body[: looks.body.index(found)] if found in looks.body else ()
    for look in above:
        if not _is_red(look):
            if not _NUMBER.fullmatch(look.text.strip()):
                yield f"发文字号{_quoted(look)}的写法不对"
            if not look.is_set_in(FANG, THIRD):
                yield f"发文字号{_quoted(look)}不是 3号仿宋"


def day(looks: Looks) -> Iterator[str]:
    """7.3.5.5: the date in Arabic figures, without leading zeros."""
    days = [p for p in looks.body if _ANY_DAY.fullmatch(p.text.strip())]
    if not days:
        yield "没有成文日期"
    for look in days:
        if not _DAY.fullmatch(look.text):
            yield f"成文日期{_quoted(look)}的写法不对"


def signature(looks: Looks) -> Iterator[str]:
    """7.3.5.2: without a seal the date begins two characters right of the name, or ends at two."""
    for name, date in zip(looks.body, looks.body[1:], strict=False):
        if not _ANY_DAY.fullmatch(date.text.strip()):
            continue
        character = (THIRD * 10 + date.runs[0].spacing) / 2
        right = [round(look.twips("ind.right") / character) for look in (name, date)]
        widths = [_halves(look.text) for look in (name, date)]
        starts = [-r - w for r, w in zip(right, widths, strict=True)]
        if 4 not in right or starts[1] - starts[0] != 4:
            yield f"署名{_quoted(name)}和成文日期的位置不对"


def _halves(text: str) -> int:
    return sum(1 if character.isascii() else 2 for character in text)


def annex(looks: Looks) -> Iterator[str]:
    """7.3.4, 7.3.6: 附件： without a mark at its end; its title is that of the annex."""
    named = [p for p in looks.body if p.text.startswith("附件：")]
    heads = [p for p in looks.body if re.fullmatch(r"附件\d*", p.text)]
    if bool(named) != bool(heads):
        yield "附件说明和附件不是都有"
    for look in named:
        text = re.sub(r"^附件：(?:\d+\.)?", "", look.text)
        if re.search("[。；，、.;,]$", text):
            yield f"附件说明{_quoted(look)}末尾有标点"
        after = [p.text.replace("\n", "") for p in looks.body[looks.body.index(look) :]]
        if text not in after:
            yield f"附件说明{_quoted(look)}与附件标题不一致"
        if look.twips("ind.left") <= look.twips("ind.hanging"):
            yield f"附件说明{_quoted(look)}没有左空二字"
    for look in heads:
        if not look.is_set_in(HEI, THIRD) or look.align not in ("left", "both"):
            yield "“附件”二字不是顶格的 3号黑体"


def annex_table(looks: Looks) -> Iterator[str]:
    """The annex has a section of its own; its table repeats its header and fits the page."""
    start = _annex_starts(looks)
    if start == 999:
        return
    if start == 0:
        yield "附件没有另起一节"
    section = looks.document.sections[min(start, len(looks.document.sections) - 1)]
    if (section.page_width or 0) < (section.page_height or 0):
        yield "附件不是横向页"
    room = (section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0)
    for table in looks.document.tables[-1:]:
        header = table._tbl.find(f"{qn('w:tr')}/{qn('w:trPr')}/{qn('w:tblHeader')}")
        if header is None:
            yield "附表的表头没有每页重复"
        columns = table._tbl.findall(f"{qn('w:tblGrid')}/{qn('w:gridCol')}")
        width = sum(int(column.get(qn("w:w"))) for column in columns)
        if width * 635 > room + 635 * 20:
            yield "附表比版心宽"


def fonts(looks: Looks) -> Iterator[str]:
    """Quotes, dashes and dots are Chinese ones: every script has the font, and runs say so."""
    for look in looks.written:
        for run in look.runs:
            if run.text.strip() and len({*run.fonts.values()}) != 1:
                yield f"{_quoted(look)}的西文字体和中文字体不同"
            if _AMBIGUOUS.search(run.text) and not run.hinted:
                yield f"{_quoted(look)}的引号、破折号没有注明按中文排"
            if run.text.strip() and run.colour not in ("000000", "auto", RED):
                yield f"{_quoted(look)}不是黑色"


def red_head(looks: Looks) -> Iterator[str]:
    """7.2.4, 7.2.7: 小标宋, centred, 35 mm below the text area's edge; a red rule as wide as it."""
    marks = [p for p in looks.body if _is_red(p)]
    for look in marks[:1]:
        if not look.is_set_in(SONG, look.runs[0].size) or look.align != "center":
            yield f"发文机关标志{_quoted(look)}不是居中的小标宋"
        if abs(look.twips("spacing.before") / MILLIMETRE - 35) > 0.5:
            yield "发文机关标志距版心上边缘不是 35 毫米"
        rules = [p for p in looks.paragraphs if p.settings.get("pBdr.bottom.color") == RED]
        if not any(abs(int(p.settings["pBdr.bottom.space"]) * 0.3528 - 4) < 0.5 for p in rules):
            yield "发文字号下面 4 毫米处没有红色分隔线"
        if any(p.twips("ind.left") or p.twips("ind.right") for p in rules):
            yield "红色分隔线与版心不等宽"
        last = [p for p in looks.paragraphs if p.framed and p.text.strip()]
        if not any(p.text.strip("　").endswith("印发") for p in last):
            yield "没有版记"
        elif max(p.section for p in last) < max(p.section for p in looks.body):
            yield "版记不在附件之后"
        if any(not p.is_set_in(FANG, FOURTH) for p in last):
            yield "版记不是 4号仿宋"


def letter(looks: Looks) -> Iterator[str]:
    """10.1: the head 30 mm below the paper's edge, two double rules of 170 mm, no first number."""
    first = [p for p in looks.paragraphs if p.place == "first"]
    marks = [p for p in first if _is_red(p)]
    if not marks:
        return
    distance = (looks.document.sections[0].header_distance or 0) / 36000
    if abs(distance - 30) > 0.5:
        yield "信函的发文机关标志距上页边不是 30 毫米"
    if marks[0].text.strip().endswith("文件"):
        yield "信函的发文机关标志带了“文件”二字"
    upper = [p for p in first if p.settings.get("pBdr.bottom.val") == "thickThinSmallGap"]
    width = [TEXT_WIDTH - (p.twips("ind.left") + p.twips("ind.right")) / MILLIMETRE for p in upper]
    if len(width) != 1 or abs(width[0] - 170) > 0.5:
        yield "信函上面的红色双线不是 170 毫米的上粗下细线"
    lower = [p for p in first if p.settings.get("pBdr.top.val") == "thinThickSmallGap"]
    if len(lower) != 1 or abs(lower[0].twips("framePr.w") / MILLIMETRE - 170) > 0.5:
        yield "信函下面的红色双线不是 170 毫米的上细下粗线"
    elif abs(297 - lower[0].twips("framePr.y") / MILLIMETRE - 20) > 0.5:
        yield "信函下面的红色双线距下页边不是 20 毫米"
    if any("—" in p.text for p in first):
        yield "信函首页有页码"


CHECKS: dict[str, Callable[[Looks], Iterator[str]]] = {
    check.__name__: check
    for check in (
        page,
        grid,
        title,
        body,
        headings,
        page_numbers,
        number,
        day,
        signature,
        annex,
        annex_table,
        fonts,
        red_head,
        letter,
    )
}
