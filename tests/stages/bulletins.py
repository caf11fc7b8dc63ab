"""Bulletins for tests: 济宁高新区, 2021, January to September."""

from dataclasses import replace

from toolkit.model.bulletin import BulletinItem, LateUnit, MonthlyBulletin

EMPTY = MonthlyBulletin(
    authority="济宁高新区管委会",
    signature="",
    place="济宁高新区",
    year=2021,
    span="1-9月",
    as_of="9月底",
    phrase="为民办实事",
    issued="2021年10月11日",
    next_deadline="11月8日",
    projects=0,
    items=0,
    finished=(),
    ongoing=(),
    behind=(),
    unstated=(),
    unreported=(),
    problems=(),
    by_text=0,
    on_time=(),
    late=(),
    missing=(),
    to_correct=(),
)


def item(code: str = "1", problem: str = "", plan: str = "") -> BulletinItem:
    """Return an item of the road programme, with a code of its own."""
    return BulletinItem(
        code=code,
        project="交通畅行工程",
        name=f"第{code}段20公里道路改造。",
        lead="城乡建设和交通局",
        status="正常推进",
        progress="已完工16公里。",
        problem=problem,
        plan=plan,
    )


def items(count: int, first: int = 1, problem: str = "") -> tuple[BulletinItem, ...]:
    """Return several items with consecutive codes."""
    return tuple(item(str(code), problem) for code in range(first, first + count))


LIGHTS = replace(
    item("5"),
    project="优质教育 \n提升工程",
    name="400口教室的护眼灯改造施工。",
    lead="发展软环境保障局、",
)
SCHOOL = replace(
    item("4", "土地手续尚未办结，影响后期建设手续办理\n", "完成施工招标；"),
    project="优质教育提升工程",
    name="济宁高新区小屯小学项目。",
)
SHOWS = replace(item("11", "群众知晓率不高。；"), project="文体惠民工程", lead="党政办公室（宣传）")

MONTH = replace(
    EMPTY,
    projects=10,
    items=15,
    finished=(LIGHTS,),
    ongoing=(SHOWS, *items(11, 20)),
    behind=(SCHOOL,),
    unstated=(item("40"),),
    problems=(SCHOOL, SHOWS),
    by_text=6,
    on_time=("发展软环境保障局", "城乡建设和交通局"),
    late=(LateUnit("市场监管局", 2),),
    missing=("应急管理局",),
    to_correct=("城乡建设和交通局",),
)
