"""The consolidated workbook on paper: where its pages end, and what its charts show."""

from pathlib import Path

import pytest

from tests.end_to_end.printed import characters
from tests.months import (
    IN_TIME,
    PERIOD,
    PROGRESS,
    ROADS,
    SENT,
    all_returned,
    cells,
    returned,
    workspace,
)
from tests.office import Office
from tests.stages.months import month
from tests.tables import LIST, programme
from toolkit.app.dispatch import make_forms
from toolkit.app.month_end import merge_month
from toolkit.app.workspace import Workspace
from toolkit.files.workbook_writer import write_workbook
from toolkit.model.scheme import Fonts
from toolkit.model.sheets import WorkbookPlan
from toolkit.stages.merge import merge
from toolkit.stages.statistics_sheet import statistics_sheet
from toolkit.stages.styles import official_styles

pytestmark = pytest.mark.office

PROJECTS = ("甲乙工程", "丙丁工程", "戊己工程", "庚辛工程", "壬癸工程")
"""Names whose characters stand nowhere else."""
ITEMS = 4
SAID = "已改造9公里，正在施工，沥青摊铺同步推进；"


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the table of five projects of a third of a page each, and one of several pages."""
    rows = [
        (str(n), project, f"改造{project[0]}路{k}公里。", ROADS, "")
        for n, project in enumerate(PROJECTS, 1)
        for k in range(1, ITEMS + 1)
    ]
    rows += [("6", "子丑工程", f"改造子路{k}公里。", ROADS, "") for k in range(1, 25)]
    made = workspace(tmp_path_factory.mktemp("页") / "w", tuple(rows))
    make_forms(made, PERIOD, (), SENT)
    all_returned(made)
    codes = [item.code for item in made.load().items]
    returned(made, ROADS, changes={code: {PROGRESS: SAID * 5} for code in codes})
    merge_month(made, PERIOD, (), IN_TIME)
    return the_table(made)


def the_table(made: Workspace) -> Path:
    """Return the consolidated workbook."""
    (path,) = (made.root / PERIOD / "4汇总").glob("*汇总表.xlsx")
    return path


def pages(office: Office, path: Path, folder: Path) -> list[str]:
    """Return what each page says, without white space."""
    office.pdf(path, folder / "表.pdf")
    texts = office.pdf_text(folder / "表.pdf").rstrip("\f").split("\f")
    return ["".join(text.split()) for text in texts]


def test_a_project_that_fits_on_a_page_is_not_torn(
    printed: Path, office: Office, tmp_path: Path
) -> None:
    """Its name and all its items stand on one page; a longer one is named on each of its own."""
    sheet = [page for page in pages(office, printed, tmp_path) if "落实进展情况" in page]
    of_table = [page for page in sheet if "项目内容及规模" in page]
    torn = [p for p in PROJECTS if sum(p[0] in characters(page) for page in of_table) != 1]
    long = [page for page in of_table if "改造子路" in page or "子路" in page]

    assert torn == []
    assert len(of_table) > 3
    assert len(long) > 1
    assert all("子丑" in page for page in long)


def test_the_charts_print_on_one_page(demo: Workspace, office: Office, tmp_path: Path) -> None:
    """With their titles, the units that they show, and nothing of the table."""
    (path,) = (demo.root / PERIOD / "4汇总").glob("*汇总表.xlsx")
    units = {row[1] for row in cells(path, "统计") if row[0] == "按单位"}
    (drawn,) = [page for page in pages(office, path, tmp_path) if "各单位事项状态" in page]

    assert all(title in drawn for title in ("事项状态", "进度快慢", "红黄绿灯"))
    assert all(characters(unit) <= characters(drawn) for unit in units)
    assert "完成率" not in drawn


@pytest.mark.parametrize(("size", "expected"), [(6, 1), (13, 1), (20, 2)])
def test_of_a_long_table_of_counts_no_kind_and_no_chart_is_torn(
    size: int, expected: int, office: Office, tmp_path: Path
) -> None:
    """Each page has the header; charts print once, on a page without any of the table."""
    header = LIST.strip().splitlines()[0]
    rows = (f"| M{n:03d} | {n} | 工程{n} | 改造{n}处 | 第{n}局 | |" for n in range(1, size + 1))
    period = month(programme("\n".join([header, *rows])), {})
    sheet = statistics_sheet(period, merge(period), official_styles(Fonts()))
    write_workbook(WorkbookPlan((sheet,), "汇总表"), tmp_path / "统计.xlsx", SENT)
    printed = pages(office, tmp_path / "统计.xlsx", tmp_path)
    table = [page for page in printed if "完成率" in page]

    assert len(table) == len(printed) - 1 == expected
    assert all("类别名称" in page for page in table)
    for kind in ("按项目", "按单位"):
        assert [page.count(kind) for page in table if kind in page] == [size]
    (drawn,) = [page for page in printed if "各单位事项状态" in page]
    assert "类别" not in drawn
    assert all(f"第{n}局" in drawn for n in range(1, size + 1))
