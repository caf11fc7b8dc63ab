"""Periods of any size for tests: so many entries in each list of each document."""

from dataclasses import replace
from datetime import date

from toolkit.model.assessment import Pace
from toolkit.model.bulletin import BulletinItem, LateUnit, OutstandingUnit, ProgressBulletin
from toolkit.model.letterhead import Letterhead
from toolkit.text.numerals import heading_numeral

LONG = ("已改造提升9.5公里（其中沥青路面3km），其余路段正在施工；" * 60)[:1500]
"""A text as long as the form lets it be."""
HEAD = Letterhead("淄博高新技术产业开发区管理委员会办公室文件", "淄高新管办字", "张三", "3255678")


def _row(number: int, kind: str, text: str) -> BulletinItem:
    return BulletinItem(
        code=f"M{kind}{number:03d}",
        project=f"{kind}类提升工程",
        name=f"{kind}路第{number}段20公里道路改造",
        lead=f"第{heading_numeral(number % 7 + 1)}城乡建设和交通局（{kind}）",
        status="推进缓慢" if kind == "慢" else "正常推进",
        progress=text,
        problem=text,
        plan=text,
        explanation="",
        content="改造道路20公里。",
        due=date(2024, 9, 30),
    )


def period(size: int, span: str) -> ProgressBulletin:
    """Return a period with so many entries in each list; the first unfinished text is a long one."""
    groups = {
        kind: tuple(
            _row(n, kind, LONG if n == 1 and size == 2 else "完工16公里。")
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
    units = tuple(
        OutstandingUnit(f"第{heading_numeral(n + 1)}社会事业发展中心", 1, 2) for n in range(size)
    )
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
        on_time=tuple(f"第{heading_numeral(n + 1)}社区服务中心" for n in range(size)),
        late=tuple(
            LateUnit(f"第{heading_numeral(n + 1)}教育和体育事业中心", 2) for n in range(size)
        ),
        missing=tuple(unit.unit for unit in units),
        to_correct=tuple(f"第{heading_numeral(n + 1)}社区服务中心" for n in range(size)),
        due=date(2024, 10, 9),
        outstanding=units,
        remind_by=date(2024, 10, 16),
        answer_by=date(2024, 10, 21),
        head=HEAD if size % 2 else Letterhead(),
    )
