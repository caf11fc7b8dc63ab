"""--json: one object on standard output, with every key of the contract, and nothing else there."""

import json
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from tests.months import (
    FOOD,
    IN_TIME,
    LATE,
    PERIOD,
    PROBLEM,
    ROADS,
    SCHOOLS,
    SENT,
    UNITS,
    all_returned,
    minsheng,
    returned,
    sent,
    workspace,
    write_notice,
)
from toolkit.app.workspace import Workspace

FINDING = {
    "code",
    "name",
    "severity",
    "unit",
    "item",
    "file",
    "sheet",
    "cell",
    "message",
    "suggestion",
    "trial",
}
RECEIVED = {
    "source",
    "sha256",
    "status",
    "unit",
    "form",
    "period",
    "identified_by",
    "repairs",
    "reason",
}
SOURCE = {"unit", "file", "sheet", "cell", "sha256", "received_at"}
KINDS = {
    "consolidated",
    "findings",
    "returned",
    "returned.note",
    "bulletin.monthly",
    "bulletin.quarterly",
    "bulletin.reminder",
    "bulletin.supervision",
    "bulletin.problems",
    "bulletin.explanation",
    "notice",
    "dashboard",
}


@pytest.fixture
def made(tmp_path: Path) -> Workspace:
    """Return a month with a good, a faulty, a broken and a foreign file, and one unit missing."""
    made = sent(tmp_path / "w")
    returned(made, ROADS)
    returned(made, SCHOOLS, changes={"M002": {PROBLEM: "否"}})
    (made.root / PERIOD / "2回收" / "空.xlsx").write_bytes(b"")
    with xlsxwriter.Workbook(made.root / PERIOD / "2回收" / "名单.xlsx") as book:
        book.add_worksheet().write_row(0, 0, ["姓名", "电话"])
    return made


def has(value: dict[str, Any], *keys: str) -> bool:
    """Tell whether an object has all these keys."""
    return set(keys) <= set(value)


def test_init(tmp_path: Path) -> None:
    """The folder, the scheme that was recognised, and how much was read."""
    notice = write_notice(tmp_path / "通知.xlsx")
    ran = minsheng("init", tmp_path / "w", "--notice", notice, "--json")
    assert ran.json == {
        "workspace": str(tmp_path / "w"),
        "scheme": "jining-gaoxin-2021",
        "items": 4,
        "units": 6,
        "targets": ran.json["targets"],
        "findings": ran.json["findings"],
    }
    assert isinstance(ran.json["targets"], int)
    assert ran.status == int(any(f["severity"] == "error" for f in ran.json["findings"]))


def test_forms(tmp_path: Path) -> None:
    """A file for every unit, where it lies and how many items it has."""
    made = workspace(tmp_path / "w")
    ran = minsheng("forms", PERIOD, "-w", made.root, "--json")
    assert ran.status == 0
    assert has(ran.json, "period", "form", "files")
    assert (ran.json["period"], ran.json["form"]) == (PERIOD, "progress")
    assert [(f["unit"], f["items"]) for f in ran.json["files"]] == [
        (ROADS, 1),
        (SCHOOLS, 2),
        (FOOD, 1),
    ]
    assert all(Path(f["path"]).is_file() for f in ran.json["files"])


def test_gather(made: Workspace) -> None:
    """What became of every file; what is unknown is null, not absent."""
    ran = minsheng("gather", PERIOD, "-w", made.root, "--json")
    assert ran.status == 1
    assert has(ran.json, "period", "files")
    assert all(has(file, *RECEIVED) for file in ran.json["files"])
    files = {Path(f["source"]).name: f for f in ran.json["files"]}
    good, broken = files[f"{ROADS}.xlsx"], files["空.xlsx"]
    assert (good["status"], good["unit"], good["form"]) == ("accepted", ROADS, "progress")
    assert (good["period"], good["identified_by"]) == (PERIOD, "隐藏标识")
    assert (good["repairs"], good["reason"]) == ([], None)
    assert len(good["sha256"]) == 64
    assert (broken["status"], broken["reason"]) == ("unreadable", "文件是空的（0 字节）")
    assert [broken[k] for k in ("unit", "form", "period", "identified_by")] == [None] * 4
    assert files["名单.xlsx"]["status"] == "foreign"


def test_gather_tells_the_source_as_it_was_given(made: Workspace, tmp_path: Path) -> None:
    """A file offered again is a duplicate under the path that was typed."""
    source = made.root / PERIOD / "2回收" / f"{ROADS}.xlsx"
    copy = tmp_path / "来 件" / "路.xlsx"
    copy.parent.mkdir()
    copy.write_bytes(source.read_bytes())
    ran = minsheng("gather", PERIOD, copy, "-w", made.root, "--json")
    (file,) = [f for f in ran.json["files"] if f["source"] == str(copy)]
    assert (file["status"], file["unit"]) == ("duplicate", ROADS)


def test_check(made: Workspace) -> None:
    """Findings with their places, and the returns that go back."""
    ran = minsheng("check", PERIOD, "-w", made.root, "--json")
    assert ran.status == 1
    assert has(ran.json, "period", "findings", "returned")
    assert all(set(f) == FINDING for f in ran.json["findings"])
    assert all(f["severity"] in ("error", "warning", "info") for f in ran.json["findings"])
    (finding,) = [f for f in ran.json["findings"] if f["code"] == "V403"]
    assert (finding["unit"], finding["item"], finding["sheet"], finding["cell"]) == (
        SCHOOLS,
        "M002",
        "进展表",
        "F4",
    )
    assert finding["file"] == f"{PERIOD}/2回收/{SCHOOLS}.xlsx"
    (missing,) = [f for f in ran.json["findings"] if f["code"] == "U501"]
    assert [missing[k] for k in ("item", "file", "sheet", "cell")] == [None] * 4
    assert [r["unit"] for r in ran.json["returned"]] == [SCHOOLS]
    assert all(Path(r["path"]).is_file() for r in ran.json["returned"])


def test_merge(made: Workspace) -> None:
    """Files, findings, units, items and outputs; every output is a file that is there."""
    ran = minsheng("merge", PERIOD, "-w", made.root, "--json")
    assert ran.status == 1
    assert has(ran.json, "period", "files", "findings", "units", "items", "outputs")
    assert ran.json["units"] == {
        "expected": list(UNITS),
        "received": [ROADS, SCHOOLS],
        "returned": [SCHOOLS],
        "missing": [FOOD],
    }
    assert ran.json["items"] == {
        "total": 4,
        "reported": 3,
        "by_status": {"正常推进": 3, "未报送": 1},
    }
    outputs = {output["kind"]: Path(output["path"]) for output in ran.json["outputs"]}
    assert (
        {"consolidated", "findings", "returned", "bulletin.monthly", "dashboard"}
        <= set(outputs)
        <= KINDS
    )
    assert all(path.is_absolute() and path.is_file() for path in outputs.values())


def test_merge_of_a_good_month_ends_with_0(tmp_path: Path) -> None:
    """Nothing to object to; nobody is missing, nothing went back."""
    made = sent(tmp_path / "w")
    all_returned(made)
    ran = minsheng("merge", PERIOD, "-w", made.root, "--json")
    assert ran.status == 0
    assert ran.json["units"]["missing"] == ran.json["units"]["returned"] == []
    assert [f for f in ran.json["findings"] if f["severity"] == "error"] == []


def test_status(made: Workspace) -> None:
    """Every unit with its times; what did not happen is null."""
    minsheng("merge", PERIOD, "-w", made.root)
    ran = minsheng("status", PERIOD, "-w", made.root, "--json", at=LATE)
    assert ran.status == 1
    assert ran.json["period"] == PERIOD
    units = {u["unit"]: u for u in ran.json["units"]}
    assert list(units) == list(UNITS)
    assert units[ROADS] == {
        "unit": ROADS,
        "sent_at": SENT.isoformat(),
        "received_at": IN_TIME.isoformat(),
        "state": "已报送",
        "file": f"{PERIOD}/2回收/{ROADS}.xlsx",
        "late_days": 0,
        "contact": None,
    }
    assert units[SCHOOLS]["state"] == "已报送，需修改"
    assert (units[FOOD]["state"], units[FOOD]["late_days"]) == ("逾期未报", 3)
    assert (units[FOOD]["received_at"], units[FOOD]["file"]) == (None, None)


def test_status_of_the_latest_period(made: Workspace) -> None:
    """Without a period it is the last one with anything in it."""
    assert minsheng("status", "-w", made.root, "--json").json["period"] == PERIOD


def test_status_of_a_complete_month_ends_with_0(tmp_path: Path) -> None:
    """Every unit's return is accepted."""
    made = sent(tmp_path / "w")
    all_returned(made)
    assert minsheng("status", PERIOD, "-w", made.root, "--json").status == 0


def test_close_and_reopen(tmp_path: Path) -> None:
    """The issue with its files; in between `status` says that the period is closed."""
    made = sent(tmp_path / "w")
    all_returned(made)
    minsheng("merge", PERIOD, "-w", made.root)
    closed = minsheng("close", PERIOD, "-w", made.root, "--json")
    assert closed.status == 0
    assert has(closed.json, "period", "number", "closed_at", "files", "items", "waiting", "errors")
    assert {"path", "sha256"} == set(closed.json["files"][0])
    status = minsheng("status", PERIOD, "-w", made.root, "--json").json["closed"]
    assert status == {"number": 1, "closed_at": IN_TIME.isoformat()}

    opened = minsheng("reopen", PERIOD, "--reason", "更正", "-w", made.root, "--json")
    assert opened.status == 0
    assert (opened.json["reason"], opened.json["changed"]) == ("更正", [])
    assert all("（第1次印发）" in file["path"] for file in opened.json["files"])
    assert minsheng("status", PERIOD, "-w", made.root, "--json").json["closed"] is None
    merged = minsheng("merge", PERIOD, "-w", made.root, "--json").json["outputs"]
    assert "amendments" in {output["kind"] for output in merged}


def test_closing_with_a_unit_missing_ends_with_1(made: Workspace) -> None:
    """It is closed, and somebody should know what was open then."""
    minsheng("merge", PERIOD, "-w", made.root)
    ran = minsheng("close", PERIOD, "-w", made.root, "--json")
    assert ran.status == 1
    assert FOOD in ran.json["waiting"]


def test_trace_of_one_column(made: Workspace) -> None:
    """The value and the cells that it was read from."""
    minsheng("merge", PERIOD, "-w", made.root)
    ran = minsheng("trace", PERIOD, "M001", "落实进展情况", "-w", made.root, "--json")
    assert ran.status == 0
    assert has(ran.json, "period", "code", "column", "value", "sources")
    assert (ran.json["column"], ran.json["value"]) == ("落实进展情况", "M001正常推进。")
    (source,) = ran.json["sources"]
    assert has(source, *SOURCE)
    assert (source["unit"], source["sheet"], source["cell"]) == (ROADS, "进展表", "E4")
    assert (source["file"], source["received_at"]) == (
        f"{PERIOD}/2回收/{ROADS}.xlsx",
        IN_TIME.isoformat(),
    )


def test_trace_of_a_whole_item(made: Workspace) -> None:
    """Every column under `columns`; the keys of one column are there and null."""
    minsheng("merge", PERIOD, "-w", made.root)
    ran = minsheng("trace", PERIOD, "M001", "-w", made.root, "--json")
    assert (ran.json["column"], ran.json["value"], ran.json["sources"]) == (None, None, [])
    assert [c["column"] for c in ran.json["columns"]] == [
        "落实进展情况",
        "存在问题",
        "下月工作计划",
    ]


@pytest.mark.parametrize(
    "words",
    [
        ("init", "别处", "--notice", "没有.xlsx"),
        ("forms", "2021-13"),
        ("gather", PERIOD, "没有.xlsx"),
        ("check", "2022-01"),
        ("merge", "2022"),
        ("adopt", "2021-09"),
        ("status", "九月"),
        ("trace", PERIOD, "M099"),
    ],
    ids=lambda words: words[0],
)
def test_a_run_that_could_not_be_leaves_standard_output_empty(
    made: Workspace, words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Status 2, and the reason on standard error."""
    monkeypatch.chdir(made.root)
    ran = minsheng(*words, "--json")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("错误：")
    assert "请这样做：" in ran.err


def test_chinese_is_printed_as_chinese(made: Workspace) -> None:
    """For people who look at it, not as escapes."""
    ran = minsheng("status", PERIOD, "-w", made.root, "--json")
    assert ROADS in ran.out
    assert json.loads(ran.out)["units"][0]["unit"] == ROADS
