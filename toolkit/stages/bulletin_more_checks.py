"""What does not add up of the pace, and of what documents ask for."""

from toolkit.model.assessment import Pace
from toolkit.model.bulletin import BulletinItem, ProgressBulletin
from toolkit.text.percent import one_decimal, share_tenths


def pace_faults(bulletin: ProgressBulletin) -> list[str]:
    """Return what is wrong with the pace: it belongs to unfinished items and fits their shares."""
    finished = [item.code for item in bulletin.finished if item.pace]
    paced = [item for item in bulletin.unfinished if item.pace]
    return [
        *(f"事项{code}列入已完成，又列入时序进度。" for code in finished),
        *(fault for item in paced for fault in _share_faults(item)),
    ]


def _share_faults(item: BulletinItem) -> list[str]:
    if item.share is None or item.expected is None:
        return [f"事项{item.code}列入{item.pace}，但没有完成进度或者时序进度。"]
    done, expected = share_tenths(item.share), share_tenths(item.expected)
    if done < 0 or not 0 <= expected <= 1000:
        return [f"事项{item.code}的完成进度或者时序进度不在 0 到 100% 之间。"]
    wrong = (item.pace is Pace.AHEAD and done < expected) or (
        item.pace is Pace.BEHIND and done > expected
    )
    if not wrong:
        return []
    told = f"完成{one_decimal(done)}%、时序进度{one_decimal(expected)}%"
    return [f"事项{item.code}{told}，与“{item.pace}”不符。"]


def request_faults(bulletin: ProgressBulletin) -> list[str]:
    """Return what is wrong with whom documents are sent to."""
    faults = []
    outstanding = [unit.unit for unit in bulletin.outstanding]
    if outstanding and outstanding != list(bulletin.missing):
        faults.append(
            f"催报的单位有{len(outstanding)}个，与未报送的单位{len(bulletin.missing)}个对不上。"
        )
    reported = {*bulletin.on_time, *(entry.unit for entry in bulletin.late)}
    faults += [f"单位{unit}已经报送，又列入催报。" for unit in outstanding if unit in reported]
    return faults
