"""What does not fit together of the pace, and of what documents ask for."""

from collections.abc import Iterator

from toolkit.model.assessment import Pace
from toolkit.model.bulletin import BulletinItem, ProgressBulletin
from toolkit.model.inconsistency import Inconsistency, Wrong
from toolkit.text.percent import one_decimal, share_tenths


def pace_faults(bulletin: ProgressBulletin) -> Iterator[Inconsistency]:
    """Yield what is wrong with the pace: it belongs to unfinished items and fits their shares."""
    for item in bulletin.finished:
        if item.pace:
            sentence = f"事项{item.code}列入已完成，又列入时序进度。"
            yield Inconsistency(Wrong.TWICE, sentence)
    for item in bulletin.unfinished:
        if item.pace and (sentence := _share_fault(item)):
            yield Inconsistency(Wrong.SHARE, sentence)


def _share_fault(item: BulletinItem) -> str:
    """Return what is wrong with an item's shares, "" when nothing is."""
    if item.share is None or item.expected is None:
        return f"事项{item.code}列入{item.pace}，但没有完成进度或者时序进度。"
    done, expected = share_tenths(item.share), share_tenths(item.expected)
    if done < 0 or not 0 <= expected <= 1000:
        return f"事项{item.code}的完成进度或者时序进度不在 0 到 100% 之间。"
    wrong = (item.pace is Pace.AHEAD and done < expected) or (
        item.pace is Pace.BEHIND and done > expected
    )
    if not wrong:
        return ""
    told = f"完成{one_decimal(done)}%、时序进度{one_decimal(expected)}%"
    return f"事项{item.code}{told}，与“{item.pace}”不符。"


def request_faults(bulletin: ProgressBulletin) -> Iterator[Inconsistency]:
    """Yield what is wrong with whom documents are sent to."""
    outstanding = [unit.unit for unit in bulletin.outstanding]
    if outstanding and outstanding != list(bulletin.missing):
        asked, missing = len(outstanding), len(bulletin.missing)
        sentence = f"催报的单位有{asked}个，与未报送的单位{missing}个对不上。"
        yield Inconsistency(Wrong.SUM, sentence)
    reported = {*bulletin.on_time, *(entry.unit for entry in bulletin.late)}
    for unit in outstanding:
        if unit in reported:
            yield Inconsistency(Wrong.TWICE, f"单位{unit}已经报送，又列入催报。")
