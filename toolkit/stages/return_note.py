"""退回修改通知: what a unit has to mend, in the words of the Word template return_note.docx.

The template holds the standing wording; here are the sentences that depend on what is given, and
the table. Fields have Chinese names, for offices edit the template in Word.
"""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from toolkit.model.amendment import WHOLE_FORM, Amendment, numbered
from toolkit.model.refs import cell_position, column_letters
from toolkit.model.return_note import Attached, ReturnNote
from toolkit.model.word_table import WordTable
from toolkit.stages.return_order import alike
from toolkit.text.deadlines import due_text
from toolkit.text.periods import full_day_name
from toolkit.text.prose import name_text
from toolkit.text.titles import break_title

TABLE = "修改事项表"
"""The field that stands for the table of what is to be mended."""

_TITLES = ("序号", "事项", "位置", "问题", "修改要求")
_WIDTHS = (5.0, 16.0, 12.0, 22.0, 22.0)
_CENTRED = frozenset((0, 2))
_NAMED = 3
"""How many items a line names; the places say which the others are."""


def return_note_context(note: ReturnNote) -> dict[str, object]:
    """Return the fields of the template; templates/word/README.md explains each."""
    again = "重新报送" if note.refused else "修改"
    lines = break_title((f"关于{again}", note.span, note.table, "的通知"))
    return {
        "标题": "\n".join(lines),
        "标题全文": "".join(lines),
        "主送": name_text(note.unit),
        "导语": _refusal(note) if note.refused else _lead(note),
        "修改处数": len(note.entries),
        "不能采用": [
            {"序号": f"{n}." if len(note.refused) > 1 else "", "文件": f.name, "原因": f.reason}
            for n, f in enumerate(note.refused, 1)
        ],
        "办理要求": _asked(note),
        "署名": name_text(note.signature) or name_text(note.authority),
        "成文日期": full_day_name(note.issued),
        "联系方式": _contact(note),
        "报表": note.report,
        "原文件": note.original,
        "退回文件": note.attachment,
        "报送时限": due_text(note.due),
        "制发机关": name_text(note.authority),
    }


def amendment_table(entries: Sequence[Amendment]) -> WordTable:
    """Return what is to be mended as a table: one row for what is said alike of several items."""
    return WordTable(
        titles=_TITLES,
        widths=_WIDTHS,
        rows=tuple(
            (
                str(number),
                _items([name for entry in group for name in entry.names]) or WHOLE_FORM,
                _places(group),
                numbered(tuple(point.message for point in group[0].points)),
                numbered(tuple(dict.fromkeys(p.suggestion for p in group[0].points))),
            )
            for number, group in enumerate(alike(entries), 1)
        ),
        centred=_CENTRED,
    )


def asked_until(due: date | None, today: date) -> str:
    """Return by when a unit is asked to send its return again, as a heading says it."""
    if due is None:
        return ""
    return f"{due_text(due)}前为按时" if today <= due else f"报送时限{due_text(due)}已过，请尽快"


def what_is_attached(note: ReturnNote) -> str:
    """Return what to know of a form that goes back in place of the unit's own file; "" for that."""
    if note.attached is Attached.OWN:
        return ""
    why = {
        Attached.FRESH: f"原文件“{note.original}”不便直接标注",
        Attached.PART: f"原文件“{note.original}”里还有其他单位的内容",
    }.get(note.attached, "")
    return (
        f"{why}，已把采用的内容转入退回的表；原文件中的图片、附加的文字和工作表没有转入，"
        "需要的请自行补上。"
    )


def _lead(note: ReturnNote) -> str:
    mend = "逐项修改" if len(note.entries) > 1 else "修改"
    return (
        f"你单位报送的{note.report}收悉。经核查，有{len(note.entries)}处需要修改。"
        f"{_until(note, mend, '重新报送')}需要修改的内容如下："
    )


def _refusal(note: ReturnNote) -> str:
    several = f"{len(note.refused)}个文件都" if len(note.refused) > 1 else "文件"
    return f"你单位报送{note.report}的{several}不能采用，具体情况如下："


def _until(note: ReturnNote, first: str, then: str) -> str:
    due = due_text(note.due)
    if note.due is None:
        return f"请{first}后尽快{then}。"
    if note.issued <= note.due:
        return f"请{first}后，于{due}前{then}。"
    return f"报送时限（{due}）已过，请抓紧{first}，尽快{then}。"


def _asked(note: ReturnNote) -> str:
    if note.refused:
        form = f"请用下发的“{note.attachment}”填写本期内容，保存为电子表格，不设打开密码。"
        return form + _until(note, "填写", "报送")
    if note.attached is Attached.OWN:
        return (
            f"随文退回你单位原表“{note.attachment}”，需要修改的单元格已标红并加批注，"
            "首页“需修改事项”逐条列明。请直接在该表上修改，保存后发回；其他内容不用改动。"
        )
    return (
        f"随文退回“{note.attachment}”，需要修改的单元格已标红并加批注，请直接在该表上修改，"
        f"保存后发回。{what_is_attached(note)}"
    )


def _contact(note: ReturnNote) -> str:
    parts = (("联系人", note.contact), ("联系电话", note.phone))
    return "，".join(f"{label}：{name_text(text)}" for label, text in parts if text.strip())


def _items(names: Sequence[str]) -> str:
    several = list(dict.fromkeys(names))
    named = "、".join(several[:_NAMED])
    return f"{named}等{len(names)}个事项" if len(several) > _NAMED else named


def _places(entries: Sequence[Amendment]) -> str:
    """Return the places of entries, one a line; cells below each other as G4至G7."""
    if any(entry.elsewhere or not entry.cell for entry in entries):
        return "\n".join(dict.fromkeys(entry.place for entry in entries))
    columns: dict[int, set[int]] = {}
    for entry in entries:
        position = cell_position(entry.cell or "")
        if position:
            columns.setdefault(position[1], set()).add(position[0])
    return "\n".join(
        place
        for column in sorted(columns)
        for place in _runs(column_letters(column), sorted(columns[column]))
    )


def _runs(letters: str, rows: Sequence[int]) -> list[str]:
    """Return rows of one column as cells, three or more below each other as one run."""
    breaks = [n + 1 for n, (row, following) in enumerate(pairwise(rows)) if following != row + 1]
    found: list[str] = []
    for start, end in pairwise((0, *breaks, len(rows))):
        run = [f"{letters}{row + 1}" for row in rows[start:end]]
        found += [f"{run[0]}至{run[-1]}"] if len(run) > 2 else run
    return found
