"""Every shipped programme, from its notice to its bulletin, held to the data it was made from.

What the workbooks and the bulletin say is read by openpyxl and python-docx, and compared with
scripts/samples/*.toml, from which the departments' returns were typed.
"""

import re
import shutil
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from docx import Document

from scripts.sample_data import Sample, SampleItem, load_sample, sample_names
from tests.months import cells, minsheng
from toolkit.files.resources import sample, schemes
from toolkit.model.period import PeriodKind
from toolkit.text.periods import parse_period

BULLETINS = {PeriodKind.MONTH: ("monthly", "通报"), PeriodKind.QUARTER: ("quarterly", "季度通报")}
TITLES = {
    "zibo-gaoxin-2024": (
        "2024年{span}高新区重大民生实事项目进展情况表",
        "2024年度高新区重大民生实事项目清单",
    ),
    "jining-jingkai-2023": (
        "济宁经开区2023年{span}“重点民生实事”项目进展情况表",
        "2023年“重点民生实事”项目汇总表",
    ),
    "jining-gaoxin-2024": (
        "济宁高新区2024年{span}“重点民生实事”进展情况表",
        "济宁高新区2024年“重点民生实事”汇总表",
    ),
    "qingdao-2024": ("青岛市2024年{span}市办实事进展情况表", "青岛市2024年市办实事项目表"),
    "jining-gaoxin-2021": (
        "济宁高新区2021年{span}为民办实事项目表",
        "济宁高新区2021年为民办实事项目表",
    ),
}
SPANS = {"-W36": "第36周", "-09-上旬": "9月上旬", "-09": "1-9月", "-Q3": "第三季度", "": ""}


@dataclass(frozen=True, slots=True)
class Lived:
    """A shipped programme's period, gone through with the commands."""

    sample: Sample
    root: Path

    @property
    def scheme(self) -> dict[str, Any]:
        """The scheme file as it stands."""
        text = schemes().joinpath(f"{self.sample.scheme}.toml").read_text("utf-8")
        return tomllib.loads(text)

    @property
    def filled(self) -> dict[str, str]:
        """The columns that units fill: their keys by title."""
        columns = self.scheme["progress"]["columns"]
        theirs = [c for c in columns if c.get("filled_by") == "unit" and c.get("on", True)]
        return {column["title"]: column["key"] for column in theirs}

    @property
    def results(self) -> Path:
        """The folder of what was merged."""
        return self.root / self.sample.period / "4汇总"

    def of_code(self, code: str) -> SampleItem:
        """Return the item of a 编号; they are given in the list's order."""
        return self.sample.items[int(code.removeprefix("M")) - 1]

    def counted(self) -> dict[str, int]:
        """Count the items by what their units say first; who says nothing of it is under way."""
        items, reported = self.sample.items, self.sample.reported
        finished = sum(item["progress"].startswith("已完成") for item in reported)
        behind = sum(item["progress"].startswith("推进缓慢") for item in reported)
        ongoing = len(reported) - finished - behind
        return {
            "已完成": finished,
            "正常推进": ongoing,
            "进展较慢": behind,
            "未报送": len(items) - len(reported),
        }


def started(name: str, root: Path) -> Sample:
    """Make a working folder from the shipped notice; its layout tells the scheme."""
    given = load_sample(name)
    shipped = Path(str(sample(name)))
    done = minsheng("init", root, "--notice", shipped / given.notice.file, "--json")
    assert done.json["scheme"] == name
    assert done.json["items"] == len(given.items)
    if given.units_by_coordinator:
        shutil.copyfile(shipped / "实事清单.xlsx", root / "实事清单.xlsx")
    return given


@pytest.fixture(scope="module", params=sample_names())
def lived(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Lived:
    """Go through a programme's period; tests only read what is left."""
    root: Path = tmp_path_factory.mktemp("体例") / request.param
    given = started(request.param, root)
    assert minsheng("forms", given.period, "-w", root, at=given.sent).status == 0
    returns = Path(str(sample(given.scheme))) / given.period
    early, late = given.deliveries
    paths = [returns / name for name in early.files]
    assert minsheng("gather", given.period, *paths, "-w", root, at=early.at).status == 1
    paths = [returns / name for name in late.files]
    assert minsheng("merge", given.period, *paths, "-w", root, at=late.at).status == 1
    assert minsheng("forms", given.following, "-w", root, at=given.next_sent).status == 0
    return Lived(given, root)


def the_one(folder: Path, ending: str) -> Path:
    """Return the only file with an ending."""
    (path,) = folder.glob(f"*{ending}")
    return path


def test_every_cell_of_the_consolidated_table_is_what_its_unit_wrote(lived: Lived) -> None:
    """Character by character; only the items of a unit that never reported stay empty."""
    _, header, *rows = cells(the_one(lived.results, "汇总表.xlsx"), "汇总表")
    assert len(rows) == len(lived.sample.items)
    for item, row in zip(lived.sample.items, rows, strict=True):
        printed = dict(zip(header, row, strict=True))
        reported = item.unit in lived.sample.returning
        for title, key in lived.filled.items():
            assert printed[title] == (item.filled(key) if reported else ""), (item, title)


def test_every_item_is_listed_in_the_words_of_the_notice(lived: Lived) -> None:
    """Units that stand one below the other in the notice are separate units."""
    header, *rows = cells(lived.root / "实事清单.xlsx", "清单")
    titles = {c["title"]: c["key"] for c in lived.scheme["summary"]["columns"]}
    for item, row in zip(lived.sample.items, rows, strict=True):
        listed = dict(zip(header, row, strict=True))
        for title in titles.keys() & listed.keys():
            key = titles[title]
            expected = item[key] or (item["project"] if key == "name" else "")
            if key != "number":
                assert listed[title] in (expected, expected.replace("、", "\n")), (item, title)


def test_only_the_unit_that_is_late_is_called_late(lived: Lived) -> None:
    """Who sent first in the second delivery; who never sent stands as not reported."""
    header, *rows = cells(the_one(lived.results, "汇总表.xlsx"), "报送情况")
    states = [dict(zip(header, row, strict=True)) for row in rows]
    late = {row["单位"] for row in states if row["逾期（工作日）"]}
    unit_of = {each.name: each.unit for each in lived.sample.returns}
    early, last = (
        {unit_of[name] for name in delivery.files} for delivery in lived.sample.deliveries
    )
    silent = lived.sample.leading - lived.sample.returning
    assert late == (last - early) | silent
    assert {row["单位"] for row in states if not row["采用的文件"]} == silent


def test_the_bulletin_is_written_where_the_scheme_calls_for_one(lived: Lived) -> None:
    """After months and quarters, never after weeks and ten days."""
    kind, name = BULLETINS.get(parse_period(lived.sample.period).kind, ("", ""))
    called_for = lived.scheme.get("bulletins", ["monthly", "reminder"])
    wanted = [name] if kind in called_for else []
    wanted += ["存在问题汇总"] if "problems" in called_for else []
    silent = lived.sample.leading - lived.sample.returning
    wanted += ["催报通知"] if "reminder" in called_for and silent else []
    written = [path.stem for path in lived.results.glob("*.docx")]
    assert len(written) == len(wanted)
    assert all(any(stem.endswith(name) for stem in written) for name in wanted)


def test_the_bulletin_counts_as_one_counts_by_hand(lived: Lived) -> None:
    """All items, those finished, under way and behind; units that report, and the late one."""
    written = list(lived.results.glob("*通报.docx"))
    if not written:
        assert parse_period(lived.sample.period).kind not in BULLETINS
        return
    text = "\n".join(paragraph.text for paragraph in Document(str(written[0])).paragraphs)
    counted = lived.counted()
    total = len(lived.sample.items)
    overview = next(line for line in text.split("\n") if "共安排" in line)
    assert re.findall(r"(\d+)项。截至", overview) == [str(total)]
    for name, number in counted.items():
        assert re.findall(rf"{name}(\d+)项", overview) == ([str(number)] if number else []), name
    share = f"{counted['已完成'] / total:.1%}".replace(".0%", "%")
    assert f"完成率{share}" in overview
    units = len(lived.sample.leading)
    assert f"应报送单位{units}个" in text
    assert f"按时报送{units - 1}个，逾期报送1个" in text


def test_the_statistics_count_as_one_counts_by_hand(lived: Lived) -> None:
    """Also where no bulletin follows: what nobody reported is 未报送."""
    header, whole, *_ = cells(the_one(lived.results, "汇总表.xlsx"), "统计")
    row = dict(zip(header, whole, strict=True))
    counted = lived.counted()
    assert row["事项数"] == str(len(lived.sample.items))
    assert [row[n] for n in ("已完成", "正常推进", "推进缓慢", "未报送")] == [
        str(number) for number in counted.values()
    ]


def test_the_next_forms_show_what_was_planned(lived: Lived) -> None:
    """Each item's own plan, in the column that names the period before."""
    word = parse_period(lived.sample.following).kind.previous_word
    shown = {}
    for path in (lived.root / lived.sample.following / "1下发").iterdir():
        header, *rows = cells(path, "进展表")[2:]
        for row in rows:
            printed = dict(zip(header, row, strict=True))
            shown[printed["编号"]] = printed.get(f"{word}工作计划（参考）", "")
    assert len(shown) == len(lived.sample.items)
    for code, text in shown.items():
        item = lived.of_code(code)
        reported = item.unit in lived.sample.returning
        assert text == (item["plan"] if reported else ""), code
    assert any(shown.values())


@pytest.fixture(scope="module", params=sample_names())
def fresh(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Lived:
    """Return a programme whose forms nobody has been sent."""
    root: Path = tmp_path_factory.mktemp("表式") / request.param
    return Lived(started(request.param, root), root)


@pytest.mark.parametrize("suffix", SPANS, ids=lambda suffix: suffix or "year")
def test_every_kind_of_period_has_its_forms(fresh: Lived, suffix: str) -> None:
    """Week, ten days, month, quarter and year; the title names the period as officials do."""
    name = fresh.sample.scheme
    label = f"{name[-4:]}{suffix}"
    sent = minsheng("forms", label, "-w", fresh.root, "--json", at=fresh.sample.sent)
    assert sent.status == 0, sent.err
    units = {form["unit"] for form in sent.json["files"]}
    assert units >= fresh.sample.leading
    assert suffix == "" or units == fresh.sample.leading
    progress, summary = TITLES[name]
    title = progress.format(span=SPANS[suffix]) if suffix else summary
    for form in sent.json["files"]:
        sheet = openpyxl.load_workbook(form["path"]).worksheets[0]
        assert sheet.title == ("进展表" if suffix else "汇总表")
        assert sheet["A1"].value == title
