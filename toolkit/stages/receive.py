"""What becomes of each returned file: accepted, or put aside with a reason and what to do."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from toolkit.errors import ArgumentError, ScanError, UnreadableFileError
from toolkit.model.finding import Repair
from toolkit.model.form import Form, form_of
from toolkit.model.period import Period
from toolkit.model.programme import Programme
from toolkit.model.submission import (
    Entry,
    FileStatus,
    Identity,
    Received,
    StoredFile,
    Submission,
    Superseding,
)
from toolkit.model.workbook import RawWorkbook
from toolkit.stages.extract import extract
from toolkit.stages.identify import BY_FILE_NAME, identify, units_in_name
from toolkit.stages.laid_out import laid_out
from toolkit.stages.official_sheet import is_consolidated
from toolkit.stages.parts import parts
from toolkit.text.clean import is_blank
from toolkit.text.periods import parse_period, span_name

Outcome = tuple[Received, Submission | None]

TAKEN_FROM_OTHER = "TAKEN-FROM-OTHER"


def unreadable(file: StoredFile, error: UnreadableFileError) -> Received:
    """Return the outcome of a file that could not be read."""
    return Received(file, FileStatus.UNREADABLE, reason=error.reason, advice=error.advice)


def scanned(file: StoredFile, error: ScanError, programme: Programme, period: Period) -> Received:
    """Return the outcome of a picture or a page for people, such as a signed and stamped copy."""
    units = units_in_name(file.name, programme)
    form = form_of(period.kind)
    unit = units[0] if len(units) == 1 else None
    identity = Identity(form.value, None, unit, None, None, BY_FILE_NAME) if unit else None
    return Received(
        file,
        FileStatus.SCAN,
        identity,
        reason=error.reason,
        advice="留存备查，不用处理；没有另报表格的单位，请报送电子表格。",
    )


def receive_all(
    file: StoredFile, workbook: RawWorkbook, programme: Programme, period: Period
) -> tuple[Outcome, ...]:
    """Receive a file that was read; one with the returns of several units has several outcomes."""
    layout = programme.scheme.layouts[period.kind]
    if is_consolidated(workbook):
        return (receive(file, workbook, programme, period),)
    found = parts(laid_out(workbook, programme, layout), file.name, programme, layout)
    return tuple(receive(file, part, programme, period) for part in found)


def receive(
    file: StoredFile, workbook: RawWorkbook, programme: Programme, period: Period
) -> Outcome:
    """Identify a file that was read and, when it is a return of this period, read its values."""
    if is_consolidated(workbook):
        reason, advice = "这是汇总以后的表，不是单位报送的表", "请核对是否放错了文件夹。"
        return Received(file, FileStatus.FOREIGN, reason=reason, advice=advice), None
    form, layout = form_of(period.kind), programme.scheme.layouts[period.kind]
    identity = identify(workbook, file.name, programme, period.kind)
    if identity is None:
        return (
            Received(
                file,
                FileStatus.FOREIGN,
                reason=f"里面没有本年度实事的{form.sheet}",
                advice="如果确是报送表，请报送单位用下发的表格重新填写；否则不用处理。",
            ),
            None,
        )
    objection = _objection(identity, programme, period)
    if objection is not None:
        status, reason, advice = objection
        return Received(file, status, identity, identity.repairs, reason, advice), None
    submission = extract(workbook, identity, programme, layout, file)
    if submission is None:
        return (
            Received(
                file,
                FileStatus.UNIDENTIFIED,
                identity,
                reason=f"找不到{form.sheet}的表头",
                advice="请报送单位恢复下发表格的表头，或用下发的表格重新填写。",
            ),
            None,
        )
    return Received(file, FileStatus.ACCEPTED, identity, submission.repairs), submission


def _objection(
    identity: Identity, programme: Programme, period: Period
) -> tuple[FileStatus, str, str] | None:
    """Return why a return cannot count for this period, None when it can."""
    foreign = FileStatus.FOREIGN
    if identity.programme not in (None, programme.identity):
        return (
            foreign,
            f"这是另一份年度实事的表（{identity.programme}）",
            "请核对是否放错了文件夹。",
        )
    form = form_of(period.kind)
    if identity.form != form.value:
        other = next((f.sheet for f in Form if f.value == identity.form), "别的表")
        return foreign, f"这是{other}，不是{form.sheet}", "请核对是否放错了文件夹。"
    if identity.period not in (None, period.label):
        return (
            foreign,
            f"这是{_period_name(identity.period or '')}的表，不是{_period_name(period.label)}的表",
            f"请放到 {identity.period} 的“2回收”文件夹，或请报送单位补报本期的表。",
        )
    if identity.unit is None:
        return (
            FileStatus.UNIDENTIFIED,
            "认不出是哪个单位的表",
            "请在表内“填报单位：”后写明单位，或把文件名改成单位名称，再重新运行。",
        )
    asked = programme.addressees if form is Form.SUMMARY else programme.assignments
    if identity.unit not in asked:
        return (
            foreign,
            f"清单里没有由“{identity.unit}”填报的事项",
            "请核对“清单”的主办单位和“单位”表的别名。",
        )
    return None


def _period_name(label: str) -> str:
    """Return how people call a period; what a damaged mark says is quoted as it is."""
    try:
        period = parse_period(label)
    except ArgumentError:
        return f"“{label}”"
    return f"{period.year}年{span_name(period) or '度'}"


def settle(
    outcomes: Iterable[Outcome], saved_at: Callable[[StoredFile], datetime | None]
) -> tuple[tuple[Received, ...], tuple[Submission, ...]]:
    """Decide which return counts where a unit sent several, and which files came twice.

    The later one counts: by when it was received, then by when its program saved it where every
    candidate says so, then by its name; the last is a guess and said so.

    Args:
        outcomes: Every file's outcome.
        saved_at: Tells when a file was last saved; asked only where it has to decide.

    Returns:
        All files in the order of their paths, and the submissions that count.
    """
    ordered = sorted(outcomes, key=lambda outcome: outcome[0].file.stored)
    settled: list[Received] = []
    rivals: dict[str, list[Outcome]] = {}
    first_with: dict[str, StoredFile] = {}
    for received, submission in ordered:
        digest = received.file.sha256 or received.file.stored  # none: the disk did not give it
        same = first_with.setdefault(digest, received.file)
        if same is not received.file:
            settled.append(_duplicate(received, same))
        elif submission is not None and received.unit:
            rivals.setdefault(received.unit, []).append((received, submission))
        else:
            settled.append(received)
    counted: list[Submission] = []
    for candidates in rivals.values():
        (winner, submission), losers = _decide(candidates, saved_at)
        settled += [winner, *losers]
        if submission is not None:
            counted.append(submission)
    settled.sort(key=lambda received: received.file.stored)
    return tuple(settled), tuple(counted)


def _duplicate(received: Received, same: StoredFile) -> Received:
    return replace(
        received,
        status=FileStatus.DUPLICATE,
        reason=f"内容与“{same.name}”完全相同，只算一份",
        advice="不用处理。",
    )


def _decide(
    candidates: list[Outcome], saved_at: Callable[[StoredFile], datetime | None]
) -> tuple[Outcome, list[Received]]:
    """Choose the latest of a unit's returns; one without any answer never replaces a filled one."""
    filled = [outcome for outcome in candidates if _says_something(outcome)] or candidates
    winner, losers = _latest(filled, saved_at)
    winner, losers = _completed(winner, losers, {r.file: s for r, s in filled if s})
    empty = Superseding(winner[0].file, "本份没有填写任何内容", certain=True)
    losers += [_superseded(outcome[0], empty) for outcome in candidates if outcome not in filled]
    return winner, losers


def _completed(
    winner: Outcome, losers: list[Received], submissions: Mapping[StoredFile, Submission]
) -> tuple[Outcome, list[Received]]:
    """Add what earlier returns say of items on which the one that counts says nothing at all.

    Two offices of a unit each fill their half: the later file would else wipe out the other's.
    """
    received, counted = winner
    if counted is None:
        return winner, losers
    told: list[Received] = []
    for loser in reversed(losers):  # the latest first
        entries, added = _filled_up(counted.entries, submissions[loser.file].entries)
        if added:
            codes = "、".join(added)
            cause = f"“{received.file.name}”没有填写，采用“{loser.file.name}”的内容"
            repair = Repair(TAKEN_FROM_OTHER, f"{codes} 在{cause}。")
            counted = replace(counted, entries=entries, repairs=(*counted.repairs, repair))
            loser = replace(loser, reason=f"{loser.reason}；其中 {codes} 采用本份")
        told.append(loser)
    return (replace(received, repairs=counted.repairs), counted), told[::-1]


def _filled_up(
    entries: Sequence[Entry], others: Sequence[Entry]
) -> tuple[tuple[Entry, ...], list[str]]:
    """Replace entries that say nothing by those of another return; tell the 编号 of these."""
    said = {entry.item.code: entry for entry in others if not _is_blank(entry)}
    added = [e.item.code for e in entries if _is_blank(e) and e.item.code in said]
    return tuple(said[e.item.code] if e.item.code in added else e for e in entries), added


def _is_blank(entry: Entry) -> bool:
    return not entry.faults and all(map(is_blank, entry.values.values()))


def _says_something(outcome: Outcome) -> bool:
    """Tell whether a unit wrote anything in a return, taken or not."""
    submission = outcome[1]
    if submission is None:
        return False
    untaken = (submission.added, submission.disputed, submission.second_tables)
    entries = (*submission.entries, *submission.foreign_items)
    return (
        any(untaken)
        or any(not doubled.alike for doubled in submission.doubled)
        or any(not is_blank(text) for entry in entries for text in entry.values.values())
    )


def _latest(
    candidates: list[Outcome], saved_at: Callable[[StoredFile], datetime | None]
) -> tuple[Outcome, list[Received]]:
    last_day = max(received.file.received_at for received, _ in candidates)
    last = [received.file for received, _ in candidates if received.file.received_at == last_day]
    times = {file.stored: saved_at(file) for file in last} if len(last) > 1 else {}
    saved = {name: time for name, time in times.items() if time is not None}
    if len(saved) < len(last):
        saved = {}  # one that does not say when it was saved is neither earlier nor later

    def order(outcome: Outcome) -> tuple[datetime, datetime, str]:
        file = outcome[0].file
        return file.received_at, saved.get(file.stored, datetime.min), file.stored

    *earlier, winner = sorted(candidates, key=order)
    return winner, [
        _superseded(received, _why(received.file, winner[0].file, saved)) for received, _ in earlier
    ]


def _superseded(received: Received, why: Superseding) -> Received:
    return replace(
        received,
        status=FileStatus.SUPERSEDED,
        superseding=why,
        reason=f"该单位另有“{why.by.name}”，以那份为准（{why.basis}）",
        advice="如应以本份为准，请把另一份移出“2回收”，再重新运行。",
    )


def _why(file: StoredFile, winner: StoredFile, saved: Mapping[str, datetime]) -> Superseding:
    if winner.received_at > file.received_at:
        return Superseding(winner, "收到较晚", certain=True)
    if saved and saved[winner.stored] > saved[file.stored]:
        return Superseding(winner, f"保存较晚：{saved[winner.stored]:%m月%d日 %H:%M}", certain=True)
    return Superseding(winner, "无法判断先后，按文件名取后一份", certain=False)
