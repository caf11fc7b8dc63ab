"""Every returned file has exactly one outcome, and every unit at most one return that counts."""

from collections import Counter
from dataclasses import replace
from datetime import datetime, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.stages.returns import (
    CONTENT,
    FIRST_ROW,
    MARKET,
    PROGRESS,
    REPORTS,
    ROADS,
    SCHOOLS,
    Rows,
    bare,
    changed,
    filled,
    outcome,
)
from tests.tables import LIST, RECEIVED, book, programme, sheet, stored
from toolkit.errors import UnreadableFileError
from toolkit.model.scheme import Key
from toolkit.model.submission import FileStatus, Identity, Received, StoredFile, Submission
from toolkit.model.workbook import RawWorkbook
from toolkit.stages.header_recovery import HEADER_LOST
from toolkit.stages.receive import (
    TAKEN_FROM_OTHER,
    Outcome,
    receive,
    settle,
    unreadable,
)
from toolkit.text.periods import parse_period

LISTED = programme()


def test_a_return_of_the_period_is_accepted() -> None:
    """It goes on with what was read out of it."""
    received, submission = outcome(filled(LISTED, ROADS), LISTED)

    assert received.status is FileStatus.ACCEPTED
    assert received.unit == ROADS
    assert received.reason is None
    assert submission is not None


def test_repairs_of_identity_and_rows_are_told_with_the_file() -> None:
    """Whatever reading repaired is logged once, with the file."""
    received, submission = outcome(bare(filled(LISTED, ROADS)), LISTED)

    assert submission is not None
    assert received.repairs == submission.repairs
    assert len(received.repairs) == 2


def test_another_periods_form_is_foreign() -> None:
    """August's figures never become September's."""
    received, submission = outcome(filled(LISTED, ROADS, period="2021-08"), LISTED)

    assert (received.status, submission) == (FileStatus.FOREIGN, None)
    assert received.reason == "这是2021年1-8月的表，不是2021年1-9月的表"


def test_another_programmes_form_is_foreign() -> None:
    """Last year's list has items of the same codes."""
    before = replace(LISTED, settings=replace(LISTED.settings, year=2020))
    received, submission = outcome(filled(before, ROADS), LISTED)

    assert (received.status, submission) == (FileStatus.FOREIGN, None)
    assert "2020" in (received.reason or "")


def hidden_mark(workbook: RawWorkbook, row: int, value: str) -> RawWorkbook:
    """Return the workbook with another value in its hidden sheet."""
    rows: Rows = [list(line) for line in workbook.sheets[2].rows]
    rows[row][1] = value
    return RawWorkbook((*workbook.sheets[:2], replace(workbook.sheets[2], rows=rows)))


def test_a_summary_form_is_foreign() -> None:
    """The form of the year is not the form of a month."""
    received, _ = outcome(hidden_mark(filled(LISTED, ROADS), 1, "summary"), LISTED)

    assert received.status is FileStatus.FOREIGN


@pytest.mark.parametrize("label", ["2021/9/1", "九月", "2021-13"])
def test_a_damaged_period_never_stops_the_batch(label: str) -> None:
    """One bad return is put aside with its mark quoted."""
    received, _ = outcome(hidden_mark(filled(LISTED, ROADS), 4, label), LISTED)

    assert received.status is FileStatus.FOREIGN
    assert label in (received.reason or "")


def test_a_unit_that_has_nothing_to_report_is_foreign() -> None:
    """Its form was sent before the list changed."""
    fewer = programme("\n".join(LIST.strip().splitlines()[:3]))
    received, _ = outcome(filled(LISTED, ROADS), fewer)

    assert received.status is FileStatus.FOREIGN
    assert ROADS in (received.reason or "")


def test_a_table_of_unknown_origin_is_unidentified() -> None:
    """A person has to say whose it is."""

    def strip(rows: Rows) -> None:
        rows.pop(1)
        rows[-1][CONTENT] = "另一件事"

    received, submission = outcome(changed(bare(filled(LISTED, ROADS)), strip), LISTED)

    assert (received.status, submission) == (FileStatus.UNIDENTIFIED, None)
    assert received.advice


def test_a_form_whose_header_is_gone_is_read_by_its_keys() -> None:
    """They stand in the last column as in the form that was sent."""
    workbook = changed(filled(LISTED, ROADS), lambda rows: rows.pop(2))
    received, submission = outcome(workbook, LISTED)

    assert submission is not None
    assert submission.entries[0].values == dict(REPORTS["M003"])
    assert HEADER_LOST in [repair.code for repair in received.repairs]


def test_a_form_without_header_whose_columns_were_moved_is_unidentified() -> None:
    """It is known whose form it was, but not what stands where."""

    def move(rows: Rows) -> None:
        rows.pop(2)
        for row in rows:
            row.insert(0, row.pop())

    received, submission = outcome(changed(filled(LISTED, ROADS), move), LISTED)

    assert (received.status, submission) == (FileStatus.UNIDENTIFIED, None)
    assert received.unit == ROADS


def test_something_else_is_foreign() -> None:
    """A workbook without the table is not this programme's."""
    received, _ = outcome(book(sheet("| 时间 | 地点 |")), LISTED)

    assert received.status is FileStatus.FOREIGN


def test_what_cannot_be_read_keeps_its_reason() -> None:
    """The coordinator can pass the reason on."""
    received = unreadable(stored(), UnreadableFileError("文件设了打开密码", "请取消密码。"))

    assert received.status is FileStatus.UNREADABLE
    assert (received.reason, received.advice) == ("文件设了打开密码", "请取消密码。")


def arrived(
    name: str, unit: str = ROADS, sha256: str = "", after: int = 0
) -> tuple[Received, Submission]:
    """Return an accepted file that came some hours after the first."""
    file = stored(name, sha256, RECEIVED + timedelta(hours=after))
    identity = Identity("progress", LISTED.identity, unit, "2021-09", 1, "隐藏标识")
    received = Received(file, FileStatus.ACCEPTED, identity)
    return received, Submission(file, identity, "进展表")


def statuses(outcomes: list[Outcome], saved: dict[str, datetime] | None = None) -> dict[str, str]:
    """Return each file's outcome by its name."""
    known = saved or {}
    received, _ = settle(outcomes, lambda file: known.get(file.name))
    return {r.file.name: r.status.value for r in received}


def test_the_later_return_counts() -> None:
    """A correction replaces what came before, whatever the names say."""
    outcomes: list[Outcome] = [arrived("乙.xlsx"), arrived("甲.xlsx", after=1)]

    assert statuses(outcomes) == {"乙.xlsx": "superseded", "甲.xlsx": "accepted"}


def test_of_returns_that_came_together_the_one_saved_later_counts() -> None:
    """Programs note in the file when it was saved."""
    outcomes: list[Outcome] = [arrived("甲.xlsx"), arrived("乙.xlsx")]
    saved = {"甲.xlsx": datetime(2021, 10, 8, 9), "乙.xlsx": datetime(2021, 10, 7, 9)}
    received, _ = settle(outcomes, lambda file: saved[file.name])
    loser = next(r for r in received if r.status is FileStatus.SUPERSEDED)

    assert loser.file.name == "乙.xlsx"
    assert loser.superseding is not None
    assert loser.superseding.certain
    assert "保存较晚：10月08日 09:00" in (loser.reason or "")


@pytest.mark.parametrize("saved", [{}, {"1.xlsx": datetime(2021, 10, 8)}, {"2.xls": RECEIVED}])
def test_what_nothing_decides_is_a_guess_and_said_so(saved: dict[str, datetime]) -> None:
    """A file that does not say when it was saved is neither earlier nor later."""
    outcomes: list[Outcome] = [arrived("1.xlsx"), arrived("2.xls")]
    received, _ = settle(outcomes, lambda file: saved.get(file.name))

    assert [r.status.value for r in received] == ["superseded", "accepted"]
    assert received[0].superseding is not None
    assert not received[0].superseding.certain


def after(workbook: RawWorkbook, name: str, hours: int) -> Outcome:
    """Return the outcome of a workbook that came some hours after the first."""
    file = stored(name, received_at=RECEIVED + timedelta(hours=hours))
    return receive(file, workbook, LISTED, parse_period("2021-09"))


def test_an_empty_return_replaces_no_filled_one() -> None:
    """Somebody sent the blank form after the filled one."""
    outcomes = [
        after(filled(LISTED, ROADS), "填.xlsx", 0),
        after(filled(LISTED, ROADS, values={}), "空.xlsx", 1),
    ]

    assert statuses(outcomes) == {"填.xlsx": "accepted", "空.xlsx": "superseded"}


def test_a_return_whose_rows_cannot_be_taken_is_not_empty() -> None:
    """It replaces the earlier one, and its faults are told, not hidden behind the old figures."""

    def contradict(rows: Rows) -> None:
        rows.append([*rows[FIRST_ROW][:PROGRESS], "已完成。", "", "", "M003"])

    outcomes = [
        after(filled(LISTED, ROADS), "旧.xlsx", 0),
        after(changed(filled(LISTED, ROADS), contradict), "新.xlsx", 1),
    ]

    assert statuses(outcomes) == {"旧.xlsx": "superseded", "新.xlsx": "accepted"}


def test_the_same_bytes_count_once() -> None:
    """A file that was saved twice is no second return."""
    outcomes: list[Outcome] = [arrived("乙.xlsx", sha256="a"), arrived("甲.xlsx", sha256="a")]

    assert statuses(outcomes) == {"乙.xlsx": "accepted", "甲.xlsx": "duplicate"}


def test_files_that_the_disk_did_not_give_are_no_duplicates() -> None:
    """Of neither anything is known, so neither may be put aside for the other's sake."""
    error = UnreadableFileError("无法从磁盘读取", "请关闭占用的程序。")
    files = [replace(stored(name), sha256="") for name in ("甲.xlsx", "乙.xlsx")]
    outcomes: list[Outcome] = [(unreadable(file, error), None) for file in files]

    assert set(statuses(outcomes).values()) == {"unreadable"}


def test_two_units_do_not_compete() -> None:
    """Each unit's only return counts."""
    outcomes: list[Outcome] = [arrived("甲.xlsx"), arrived("乙.xlsx", MARKET)]

    assert set(statuses(outcomes).values()) == {"accepted"}


@st.composite
def batches(draw: st.DrawFn) -> tuple[list[Outcome], dict[str, datetime]]:
    """Draw files of two units and of nobody, some the same, some saved at known times."""
    outcomes: list[Outcome] = []
    saved: dict[str, datetime] = {}
    for number in range(draw(st.integers(0, 8))):
        name = f"{number}.xlsx"
        unit = draw(st.sampled_from((ROADS, MARKET, None)))
        after = draw(st.integers(0, 2))
        received, submission = arrived(name, unit or "", draw(st.sampled_from("abcdef")), after)
        if unit is None:
            outcomes.append((replace(received, status=FileStatus.FOREIGN, identity=None), None))
        else:
            outcomes.append((received, submission))
        if draw(st.booleans()):
            saved[name] = RECEIVED + timedelta(hours=draw(st.integers(0, 2)))
    return outcomes, saved


@given(batches(), st.randoms(use_true_random=False))
def test_settling_does_not_depend_on_the_order(
    batch: tuple[list[Outcome], dict[str, datetime]], random: Random
) -> None:
    """The same files give the same outcomes, however the disk lists them."""
    outcomes, saved = batch
    shuffled = list(outcomes)
    random.shuffle(shuffled)

    def save(file: StoredFile) -> datetime | None:
        return saved.get(file.name)

    first, second = settle(outcomes, save), settle(shuffled, save)

    assert first[0] == second[0]
    assert sorted(s.file.stored for s in first[1]) == sorted(s.file.stored for s in second[1])


@given(batches())
def test_one_outcome_a_file_and_one_return_a_unit(
    batch: tuple[list[Outcome], dict[str, datetime]],
) -> None:
    """No file vanishes, none appears twice, and each unit that sent something has one that counts."""
    outcomes, saved = batch
    received, submissions = settle(outcomes, lambda file: saved.get(file.name))
    accepted = Counter(r.unit for r in received if r.status is FileStatus.ACCEPTED)
    original = [r for r in received if r.status is not FileStatus.DUPLICATE]

    assert [r.file.stored for r in received] == sorted(o[0].file.stored for o in outcomes)
    assert accepted == Counter({r.unit: 1 for r in original if r.unit})
    assert {s.unit for s in submissions} == set(accepted)
    for loser in received:
        if loser.status is FileStatus.SUPERSEDED:
            assert loser.superseding is not None
            assert loser.superseding.by.received_at >= loser.file.received_at


def halves(first: str, second: str) -> tuple[Received, ...]:
    """Return what becomes of two returns of one unit that fill one item each, the second later."""
    reports = {"M001": REPORTS["M001"], "M002": REPORTS["M002"]}
    outcomes = []
    for code, name, hour in ((first, "甲科.xlsx", 1), (second, "乙科.xlsx", 2)):
        workbook = filled(LISTED, SCHOOLS, {code: reports[code]})
        at = RECEIVED + timedelta(hours=hour)
        outcomes.append(
            receive(stored(name, received_at=at), workbook, LISTED, parse_period("2021-09"))
        )
    received, (submission,) = settle(outcomes, lambda file: None)  # noqa: ARG005
    said = {e.item.code: (e.file.name, e.values[Key.PROGRESS]) for e in submission.entries}
    assert said[second] == ("乙科.xlsx", reports[second][Key.PROGRESS])
    if first != second:
        assert said[first] == ("甲科.xlsx", reports[first][Key.PROGRESS])
    return received


def test_two_offices_that_fill_a_half_each_are_one_return() -> None:
    """The later file leaves an item blank; what the earlier says of it counts, and is told."""
    received = {r.file.name: r for r in halves("M001", "M002")}
    assert received["乙科.xlsx"].status is FileStatus.ACCEPTED
    assert [r.code for r in received["乙科.xlsx"].repairs] == [TAKEN_FROM_OTHER]
    assert "其中 M001 采用本份" in (received["甲科.xlsx"].reason or "")


def test_a_correction_replaces_what_was_said_before() -> None:
    """Only an item without any answer is completed."""
    received = {r.file.name: r for r in halves("M002", "M002")}
    assert received["乙科.xlsx"].repairs == ()
