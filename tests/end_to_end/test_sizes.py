"""Documents of any size: nothing, one item, thousands of words; all of it is found on paper.

Each document is printed by LibreOffice; what its file says and what its pages say are compared
character by character, so that nothing can be clipped, and the pages are measured.
"""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn

from tests.gbt9704 import deviations, page_deviations
from tests.gbt9704.pages import read_pages
from tests.office import Office
from tests.stages.annual_notices import NOTICE
from tests.stages.requests import WHEN
from tests.stages.test_return_note import NOTE, entry
from toolkit.files.resources import word_template
from toolkit.files.schemes import load_scheme
from toolkit.files.word import rendered_word
from toolkit.model.amendment import Point
from toolkit.model.assessment import Pace
from toolkit.model.bulletin import BulletinItem, LateUnit, OutstandingUnit, ProgressBulletin
from toolkit.model.letterhead import Letterhead
from toolkit.model.scheme import Bulletin, Key
from toolkit.model.word_table import WordTable
from toolkit.stages.annual_notice import ANNEX, annex_table, annual_notice_context
from toolkit.stages.bulletin_checks import inconsistencies
from toolkit.stages.documents import drafts
from toolkit.stages.printed_figures import misprints
from toolkit.stages.return_note import TABLE, amendment_table, return_note_context

pytestmark = pytest.mark.office

SIZES = (0, 1, 2, 15, 60)
LONG = ("已改造提升9.5公里（其中沥青路面3km），其余路段正在施工；" * 60)[:1500]
"""A text as long as the form lets it be."""
HEAD = Letterhead("淄博高新技术产业开发区管理委员会办公室文件", "淄高新管办字", "张三", "3255678")


def _item(number: int, kind: str, text: str) -> BulletinItem:
    return BulletinItem(
        code=f"M{kind}{number:03d}",
        project=f"{kind}类提升工程",
        name=f"{kind}路第{number}段20公里道路改造",
        lead=f"第{number % 7}城乡建设和交通局（{kind}）",
        status="推进缓慢" if kind == "慢" else "正常推进",
        progress=text,
        problem=text,
        plan=text,
        explanation="",
        content="改造道路20公里。",
        due=date(2024, 9, 30),
    )


def _period(size: int, span: str) -> ProgressBulletin:
    """Return a period with so many entries in each list; the first unfinished text is a long one."""
    groups = {
        kind: tuple(
            _item(n, kind, LONG if n == 1 and size == 2 else "完工16公里。")
            for n in range(1, size + 1)
        )
        for kind in ("完", "推", "慢", "未")
    }
    paces = (Pace.AHEAD, Pace.ON, Pace.BEHIND)
    shares = (0.9, 0.75, 0.3)
    ongoing = tuple(
        replace(each, pace=paces[n % 3], share=shares[n % 3], expected=0.75)
        for n, each in enumerate(groups["推"])
    )
    silent = tuple(
        replace(i, status="未报送", progress="", problem="", plan="") for i in groups["未"]
    )
    units = tuple(OutstandingUnit(f"第{n}社会事业发展中心", 1, 2) for n in range(size))
    return ProgressBulletin(
        authority="淄博高新技术产业开发区管理委员会办公室",
        signature="",
        place="淄博高新区",
        year=2024,
        span=span,
        as_of="9月底",
        phrase="重大民生实事",
        issued="2024年10月14日",
        next_deadline="11月8日",
        finish_by=date(2024, 9, 30),
        projects=size,
        items=4 * size,
        finished=groups["完"],
        ongoing=ongoing,
        behind=groups["慢"],
        unstated=(),
        unreported=silent,
        overdue=(*groups["慢"], *silent),
        problems=(*ongoing, *groups["慢"]),
        by_text=0,
        on_time=tuple(f"第{n}社区服务中心" for n in range(size)),
        late=tuple(LateUnit(f"第{n}教育和体育事业中心", 2) for n in range(size)),
        missing=tuple(unit.unit for unit in units),
        to_correct=tuple(f"第{n}社区服务中心" for n in range(size)),
        due=date(2024, 10, 9),
        outstanding=units,
        remind_by=date(2024, 10, 16),
        answer_by=date(2024, 10, 21),
        head=HEAD if size % 2 else Letterhead(),
    )


@dataclass(frozen=True, slots=True)
class _Given:
    """What a template is filled with."""

    fields: dict[str, object]
    tables: dict[str, WordTable]


def _given(kind: str, size: int) -> _Given | None:
    """Return what the last document of a kind is made of; None where there is nothing to say."""
    if kind == "notice":
        return _notice(size)
    if kind == "return_note":
        return _note(size)
    period = _period(size, "第三季度" if kind == "quarterly" else "1-9月")
    found = drafts(Bulletin(kind), period)
    assert not inconsistencies(period)
    assert not misprints(found, period)
    return _Given(dict(found[0].fields), dict(found[0].tables)) if found else None


def _notice(size: int) -> _Given:
    layout = load_scheme("jining-gaoxin-2021").summary
    rows = [
        {
            Key.NUMBER: str(n // 2 + 1),
            Key.PROJECT: f"第{n // 2 + 1}提升工程",
            Key.CONTENT: LONG if n == 1 and size == 2 else f"改造第{n}段20公里道路。",
            Key.LEAD: f"第{n}城乡建设和交通局",
            Key.ASSIST: "各街道",
        }
        for n in range(size)
    ]
    table = annex_table(layout, rows, [row[Key.PROJECT] for row in rows])
    given = replace(NOTICE, items=size, projects=-(-size // 2), head=HEAD)
    return _Given(annual_notice_context(given), {ANNEX: table})


def _note(size: int) -> _Given:
    points = [
        Point("V401", f"第{n}处没有填写。", LONG if size == 2 else "请填写。") for n in range(size)
    ]
    entries = tuple(entry(n, f"F{n + 4}", point) for n, point in enumerate(points))
    note = replace(NOTE, entries=entries)
    return _Given(return_note_context(note), {TABLE: amendment_table(entries)})


KINDS = (*(kind.value for kind in Bulletin), "notice", "return_note")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("kind", KINDS)
def test_every_character_is_on_paper(kind: str, size: int, office: Office, tmp_path: Path) -> None:
    """Nothing is clipped, no page is empty, nothing stands outside the text area."""
    given = _given(kind, size)
    if given is None:
        assert size == 0
        return
    path = tmp_path / f"{kind}.docx"
    path.write_bytes(rendered_word(word_template(kind), given.fields, WHEN, given.tables))
    pdf = path.with_suffix(".pdf")
    office.pdf(path, pdf)
    pages = read_pages(pdf)

    assert _written(path) - _printed(pdf) == Counter()
    assert [page.number for page in pages if len(page.words) < 5] == []
    closer = ("supervision", "return_note")  # the lines of a table are closer than those of a text
    assert [d for d in page_deviations(pdf) if not (d.check == "lines" and kind in closer)] == []
    assert deviations(path) == []


def _written(path: Path) -> Counter[str]:
    body = Document(str(path)).element.body
    return Counter("".join("".join(body.itertext(qn("w:t"))).split()))


def _printed(pdf: Path) -> Counter[str]:
    return Counter("".join(word.text for page in read_pages(pdf) for word in page.words))
