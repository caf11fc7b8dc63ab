"""The yearly notice for tests: a district's programme of 10 projects with 27 items, 2024."""

from datetime import date

from toolkit.model.annual_notice import AnnualNotice
from toolkit.model.period import PeriodKind

NOTICE = AnnualNotice(
    authority="济宁高新区管委会",
    signature="",
    document_number="济高新管发〔2024〕1号",
    place="济宁高新区",
    year=2024,
    phrase="重点民生实事",
    addressees=("各街道办事处", "区直各部门单位"),
    projects=10,
    items=27,
    table_title="济宁高新区2024年“重点民生实事”汇总表",
    cadence=(PeriodKind.WEEK, PeriodKind.TEN_DAYS, PeriodKind.MONTH),
    report_by="次月5日",
    finish_by="12月底",
    issued=date(2024, 1, 31),
    lead_word="承办单位",
    assist_word="协办单位",
)
