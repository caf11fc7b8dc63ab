"""What a notice says about itself: number, date, annex, how many items, and by when.

Nothing is judged here; `toolkit.rules` compares.
"""

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import date

from toolkit.model.document import Paragraph
from toolkit.model.notice import NoticeRow
from toolkit.model.scheme import Key
from toolkit.model.stated import (
    DocumentNumber,
    Facts,
    IssueDate,
    Stated,
    StatedCount,
    StatedDay,
)
from toolkit.notices.annex import annex_reference, annex_references, annex_title
from toolkit.notices.counts import stated_counts
from toolkit.text.clean import match_key
from toolkit.text.completion import find_completions
from toolkit.text.periods import parse_period, period_in_text

_NUMBER = re.compile(
    r"(?:发?文号?字?号?[:：])?[一-鿿]{2,16}[〔\[(【]20\d\d[〕\])】]第?(?P<number>\d{0,5})[xX×*_＿—-]*号"
)
_BODY = r"[^:：、,，。;；]{2,40}(?:人民政府|管委会|管理委员会|办公室|办公厅|委员会|街道办事处)"
_DATE = re.compile(
    rf"(?:{_BODY})?(?P<year>20\d\d)年(?P<month>\d{{0,2}}|[xX×]{{1,2}})月(?P<day>\d{{0,2}}"
    rf"|[xX×]{{1,2}})日"
)
_SIGNATURE = re.compile(_BODY)
_NO_PERIOD = re.compile(r"月\d{1,2}日|[。；;]|发布|来源")
_SENTENCE_END = re.compile(r"[。；;!！?？\n]")
_ALL_ITEMS = re.compile(
    r"原则上|各项(?:任务|目标|实事|工作)|(?:所有|全部)(?:项目|实事|任务|事项)|民生实事|实事项目"
    r"|为民办实事|办实事"
)


def read_facts(
    lines: Sequence[Paragraph],
    opening: Sequence[Paragraph],
    heading: Sequence[str],
    rows: Sequence[NoticeRow],
    year: int | None,
) -> Facts:
    """Read what a notice says about itself.

    Args:
        lines: Its paragraphs.
        opening: Those before the first item.
        heading: The lines right above its list.
        rows: All items that were read, of a second list too.
        year: The year of the programme.
    """
    reference = annex_reference(lines, heading)
    title = annex_title(lines, heading, reference) if reference else None
    titles = [title] if title else [Stated(text, _place(lines, text)) for text in heading]
    return Facts(
        number=next(_numbers(opening), None),
        issued=_issued(lines),
        annex_reference=reference,
        annex_title=title,
        annex_period=next(_periods(titles), None),
        finish_by=next(_finish(lines, rows, year), None) if year else None,
        counts=tuple(_counts(opening, heading, lines, year)),
    )


def _place(lines: Sequence[Paragraph], text: str) -> str:
    return next((line.place for line in reversed(lines) if line.text.strip() == text.strip()), "")


def _numbers(lines: Sequence[Paragraph]) -> Iterator[DocumentNumber]:
    """Yield the lines that are nothing but a document's number."""
    for line in lines:
        match = _NUMBER.fullmatch(match_key(line.text))
        if match:
            digits = match["number"]
            yield DocumentNumber(line.text.strip(), line.place, int(digits) if digits else None)


def _issued(lines: Sequence[Paragraph]) -> IssueDate | None:
    """Return the first date on a line of its own; one below a signature before any other."""
    signed: list[IssueDate] = []
    plain: list[IssueDate] = []
    before = ""
    for line in lines:
        key = match_key(line.text)
        match = _DATE.fullmatch(key)
        issued = _date(line, match) if match else None
        if match and issued:
            below = _SIGNATURE.fullmatch(before) or match.start("year") > 0
            (signed if below else plain).append(issued)
        before = key
    return next(iter((*signed, *plain)), None)


def _date(line: Paragraph, match: re.Match[str]) -> IssueDate | None:
    year = int(match["year"])
    month = int(match["month"]) if match["month"].isdecimal() else 0
    day = int(match["day"]) if match["day"].isdecimal() else 0
    if month > 12 or day > 31:
        return None
    last = monthrange(year, month or 12)[1]
    latest = date(year, month or 12, min(day, last) if month and day else last)
    return IssueDate(line.text.strip(), line.place, bool(month and day), latest)


def _periods(titles: Sequence[Stated]) -> Iterator[StatedDay]:
    for title in titles:
        label = period_in_text(title.text)
        if label and not _NO_PERIOD.search(title.text):
            yield StatedDay(title.text, title.place, parse_period(label).end)


def _finish(
    lines: Sequence[Paragraph], rows: Sequence[NoticeRow], year: int
) -> Iterator[StatedDay]:
    """Yield the days by which the notice wants its items done, outside of the items."""
    content = "".join(match_key(row.values.get(key, "")) for row in rows for key in Key)
    for line in lines:
        for sentence in _SENTENCE_END.split(line.text):
            if _ALL_ITEMS.search(sentence) and match_key(sentence) not in content:
                for found in find_completions(sentence, year):
                    yield StatedDay(found.text, line.place, found.day)


def _counts(
    opening: Sequence[Paragraph],
    heading: Sequence[str],
    lines: Sequence[Paragraph],
    year: int | None,
) -> Iterator[StatedCount]:
    """Yield each statement once, of the opening and of the lines above the list."""
    annexes = [stated.place for stated in annex_references(lines)]
    others = set(annexes if len(annexes) > 1 else ())
    said = [Stated(line.text, line.place) for line in opening if line.place not in others]
    texts = {stated.text.strip() for stated in said}
    said += [Stated(text, _place(lines, text)) for text in heading if text.strip() not in texts]
    seen: set[tuple[str, int]] = set()
    for stated in said:
        for count in stated_counts(stated, year):
            if (count.text, count.number) not in seen:
                seen.add((count.text, count.number))
                yield count
