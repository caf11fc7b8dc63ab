"""Months for tests of the documents that ask for something, and these documents as files."""

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from tests.stages.bulletins import EMPTY, MONTH, YEAR_END
from toolkit.files.resources import word_template
from toolkit.files.word import rendered_word
from toolkit.model.assessment import Pace
from toolkit.model.bulletin import BulletinItem, OutstandingUnit, ProgressBulletin
from toolkit.model.letterhead import Letterhead
from toolkit.model.scheme import Bulletin
from toolkit.stages.documents import drafts

WHEN = datetime(2021, 10, 11, 9, 30)
HEAD = Letterhead("济宁高新区管委会文件", "济高新管字", "张三", "0537-3255678")


def paced(item: BulletinItem, share: float, pace: Pace, expected: float = 0.75) -> BulletinItem:
    """Return an item of which it is known how far it is."""
    return replace(item, share=share, expected=expected, pace=pace)


ONGOING = (
    paced(MONTH.ongoing[0], 0.9, Pace.AHEAD),
    paced(MONTH.ongoing[1], 0.75, Pace.ON),
    paced(MONTH.ongoing[2], 0.3, Pace.BEHIND),
    *MONTH.ongoing[3:],
)
SEPTEMBER = replace(
    MONTH,
    ongoing=ONGOING,
    due=date(2021, 10, 8),
    remind_by=date(2021, 10, 13),
    answer_by=date(2021, 10, 18),
    outstanding=(OutstandingUnit("应急管理局", 2, 1),),
)
"""MONTH with paces, one unit still to report, and the days by which answers are asked for."""

DECEMBER = replace(
    YEAR_END,
    outstanding=(OutstandingUnit("高新区交警大队", 1, 2),),
    due=date(2025, 1, 6),
    remind_by=date(2025, 1, 10),
    answer_by=date(2025, 1, 15),
)
"""YEAR_END with the same."""

NOTHING = replace(EMPTY, due=date(2021, 10, 8), remind_by=date(2021, 10, 13))

SCENES: dict[str, tuple[Bulletin, ProgressBulletin]] = {
    "monthly": (Bulletin.MONTHLY, SEPTEMBER),
    "headed": (Bulletin.MONTHLY, replace(SEPTEMBER, head=HEAD)),
    "quarterly": (Bulletin.QUARTERLY, DECEMBER),
    "problems": (Bulletin.PROBLEMS, SEPTEMBER),
    "problems headed": (Bulletin.PROBLEMS, replace(SEPTEMBER, head=HEAD)),
    "reminder": (Bulletin.REMINDER, SEPTEMBER),
    "letter": (Bulletin.REMINDER, replace(SEPTEMBER, head=HEAD)),
    "supervision": (Bulletin.SUPERVISION, SEPTEMBER),
    "supervision headed": (Bulletin.SUPERVISION, replace(DECEMBER, head=HEAD)),
    "explanation": (Bulletin.EXPLANATION, DECEMBER),
    "explanation headed": (Bulletin.EXPLANATION, replace(DECEMBER, head=HEAD)),
}
"""Documents to look at, by a name: the kind and the month."""


def written(scene: str, folder: Path) -> Path:
    """Write the last document of a scene's kind into a folder and return its path."""
    kind, month = SCENES[scene]
    draft = drafts(kind, month)[-1]
    path = folder / f"{scene}.docx"
    data = rendered_word(word_template(kind.value), draft.fields, WHEN, draft.tables)
    path.write_bytes(data)
    return path
