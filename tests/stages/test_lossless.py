"""The product's promise: whatever befalls a form, nothing that was written in it is lost in silence.

Every text in a returned sheet ends as the value of an item, or in something that is told: a row of
another unit's item, an added row, text outside, a second column, a row whose key and texts disagree,
an item with two rows.
"""

from collections import Counter
from collections.abc import Iterable, Iterator

from hypothesis import given
from hypothesis import strategies as st

from tests.stages.damages import KEYS_LIE, TEXTS_LIE, Damage, damages
from tests.stages.returns import SCHOOLS, changed, filled, outcome
from tests.tables import LIST, programme
from toolkit.model.scheme import Key
from toolkit.model.submission import FileStatus, Submission
from toolkit.model.workbook import RawWorkbook

LISTED = programme(
    LIST
    + """
| M005 | 四 | 养老服务工程 | 新增护理床位100张 | 发展软环境保障局 | |
| M006 | 四 | 养老服务工程 | 新增老年人食堂2处 | 发展软环境保障局 | |
"""
)


@st.composite
def reports(draw: st.DrawFn) -> dict[str, dict[Key, str]]:
    """Draw what a unit writes; every text names its own place, so that none equals another."""
    words = st.sampled_from(("已完成。", "一、开工\n二、封顶", "无", "", " "))
    return {
        item.code: {
            key: f"{word}〔{item.code}{key}〕" if (word := draw(words)).strip() else word
            for key in (Key.PROGRESS, Key.PROBLEM, Key.PLAN)
        }
        for item in LISTED.assignments[SCHOOLS]
    }


def damaged(report: dict[str, dict[Key, str]], struck: Iterable[Damage]) -> RawWorkbook:
    """Return a unit's filled form after what befell it."""
    workbook = filled(LISTED, values=report)
    for damage in struck:
        workbook = changed(workbook, damage.strike)
    return workbook


def accepted(workbook: RawWorkbook) -> Submission:
    """Return what an accepted return says."""
    received, submission = outcome(workbook, LISTED)
    assert received.status is FileStatus.ACCEPTED
    assert submission is not None
    return submission


def written(workbook: RawWorkbook) -> list[str]:
    """Return every text of the first sheet that somebody wrote."""
    return [text for row in workbook.sheets[0].rows for text in map(str, row) if "〔" in text]


def told(submission: Submission, workbook: RawWorkbook) -> str:
    """Return all that a submission says, or names the place of."""
    entries = (*submission.entries, *submission.foreign_items)
    texts = [text for entry in entries for text in entry.values.values()]
    texts += [row.text for row in submission.added]
    texts += [stray.text for stray in (*submission.outside, *submission.second_columns)]
    texts += [row.text for row in submission.disputed]
    texts += [change.found for change in submission.changed]
    return "\n".join((*texts, *contradicted(submission, workbook)))


def contradicted(submission: Submission, workbook: RawWorkbook) -> Iterator[str]:
    """Yield the texts of rows that are told to contradict one another."""
    for doubled in submission.doubled:
        if not doubled.alike:
            for cell in doubled.cells:
                yield from map(str, workbook.sheets[0].rows[int(cell[1:]) - 1])


@given(reports(), damages())
def test_nothing_is_lost_in_silence(
    report: dict[str, dict[Key, str]], struck: list[Damage]
) -> None:
    """Every text of a damaged return is taken or told."""
    workbook = damaged(report, struck)
    said = told(accepted(workbook), workbook)

    assert [text for text in written(workbook) if text.strip() not in said] == []


@given(reports(), damages())
def test_nothing_is_taken_twice(report: dict[str, dict[Key, str]], struck: list[Damage]) -> None:
    """No line becomes part of more values than it stood in cells, and no item has two entries."""
    workbook = damaged(report, struck)
    entries = accepted(workbook).entries
    texts = (text for entry in entries for text in entry.values.values())
    taken = Counter(line for text in texts for line in text.split("\n") if "〔" in line)

    assert taken <= Counter(line for text in written(workbook) for line in text.split("\n"))
    assert len({entry.item.code for entry in entries}) == len(entries)


@given(reports(), damages())
def test_every_item_has_an_entry_or_is_told(
    report: dict[str, dict[Key, str]], struck: list[Damage]
) -> None:
    """An item of the unit is reported, missing, or in a row that was not taken."""
    submission = accepted(damaged(report, struck))
    known = {entry.item.code for entry in submission.entries}
    known |= {item.code for item in submission.missing_items}
    known |= {item.code for row in submission.disputed for item in (row.by_key, row.by_text)}

    assert known >= set(report)


def strangers(submission: Submission) -> list[str]:
    """Return values that were taken for an item although another's stands on them."""
    return [
        text
        for entry in submission.entries
        for text in entry.values.values()
        if "〔M" in text and f"〔{entry.item.code}" not in text
    ]


@given(reports(), damages(*TEXTS_LIE))
def test_wrong_keys_alone_never_move_a_value_to_another_item(
    report: dict[str, dict[Key, str]], struck: list[Damage]
) -> None:
    """As long as a row shows its item's text, a key that was overwritten does no harm."""
    assert strangers(accepted(damaged(report, struck))) == []


@given(reports(), damages(*KEYS_LIE))
def test_wrong_texts_alone_never_move_a_value_to_another_item(
    report: dict[str, dict[Key, str]], struck: list[Damage]
) -> None:
    """As long as a row has its key, a text that was overwritten does no harm."""
    assert strangers(accepted(damaged(report, struck))) == []


@given(reports(), damages(*KEYS_LIE))
def test_no_value_comes_to_stand_under_another_title(
    report: dict[str, dict[Key, str]], struck: list[Damage]
) -> None:
    """Columns may move as they like: each value stays with its title."""
    for entry in accepted(damaged(report, struck)).entries:
        for key, text in entry.values.items():
            assert "〔M" not in text or f"{key}〕" in text
