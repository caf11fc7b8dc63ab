"""What the yearly notice (关于办好…的通知) is made from, before any wording."""

from dataclasses import dataclass, field
from datetime import date

from toolkit.model.letterhead import Letterhead
from toolkit.model.period import PeriodKind


@dataclass(frozen=True, slots=True)
class AnnualNotice:
    """The yearly notice to which the summary table is annexed.

    Attributes:
        authority: The issuing body (制发机关), which the title begins with.
        signature: How it signs; "" when it signs with its name.
        document_number: 发文字号 such as 济高新管发〔2024〕1号; "" when it is not given yet.
        place: The place's name as titles carry it.
        phrase: What the programme is called, such as 重点民生实事.
        addressees: The addressees (主送机关), one group each; empty means 各有关单位.
        projects: How many projects the annex has; 0 for a list without projects.
        items: How many items it has.
        table_title: The annex's title.
        cadence: The kinds of progress report that are asked for.
        report_by: 报送时限 such as 次月5日; "" when none is set.
        finish_by: 完成时限 such as 12月底; "" when none is set.
        issued: The date of the document.
        lead_word: The scheme's title of the lead units' column, such as 承办单位.
        head: Red head, code of the document number and whom to ask, as the office has set them.
        assist_word: That of the assisting units' column; "" when the scheme has none.
    """

    authority: str
    signature: str
    document_number: str
    place: str
    year: int
    phrase: str
    addressees: tuple[str, ...]
    projects: int
    items: int
    table_title: str
    cadence: tuple[PeriodKind, ...]
    report_by: str
    finish_by: str
    issued: date
    lead_word: str
    assist_word: str
    head: Letterhead = field(default_factory=Letterhead)
