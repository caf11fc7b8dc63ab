"""Bulletins for tests: 济宁高新区, January to September 2021; 淄博高新区, quarters of 2024."""

from dataclasses import replace
from datetime import date

from toolkit.model.bulletin import BulletinItem, LateUnit, ProgressBulletin

EMPTY = ProgressBulletin(
    authority="济宁高新区管委会",
    signature="",
    place="济宁高新区",
    year=2021,
    span="1-9月",
    as_of="9月底",
    phrase="为民办实事",
    issued="2021年10月11日",
    next_deadline="11月8日",
    finish_by=None,
    projects=0,
    items=0,
    finished=(),
    ongoing=(),
    behind=(),
    unstated=(),
    unreported=(),
    overdue=(),
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


def items(
    count: int, first: int = 1, problem: str = "", explanation: str | None = None
) -> tuple[BulletinItem, ...]:
    """Return several items with consecutive codes."""
    return tuple(
        replace(item(str(code), problem), explanation=explanation)
        for code in range(first, first + count)
    )


def late(count: int, explanation: str | None = "") -> ProgressBulletin:
    """Return a bulletin of some items, all of them slow, overdue, and problems."""
    slow = items(count, problem="缺资金", explanation=explanation)
    return replace(
        EMPTY,
        items=count,
        behind=slow,
        overdue=slow,
        problems=slow,
        as_of="10月底",
        finish_by=date(2021, 10, 31),
    )


def led(unit: str, *rows: BulletinItem) -> tuple[BulletinItem, ...]:
    """Return the items under the lead of a unit."""
    return tuple(replace(row, lead=unit) for row in rows)


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


def _listed(code: str, name: str, lead: str, status: str) -> BulletinItem:
    return replace(
        item(code), project="", name=name, lead=lead, status=status, progress="", explanation=""
    )


HEALTH = _listed("2", "基层医疗卫生提升工程", "卫生健康事业中心", "已完成")
HOMES = replace(
    _listed("3", "城区居住品质提升工程", "建设局", "推进缓慢"),
    progress="老旧小区改造完成六成",
    problem="管线迁改手续未办结",
    plan="恢复路面",
)
CARE = replace(
    _listed("7", "品质养老服务供给工程", "民政和文旅事业中心", "正常推进"),
    progress="建成家庭养老床位460张",
    plan="建成其余49张",
)
CROSSINGS = _listed("8", "智慧交通平安畅行工程", "高新区交警大队", "未报送")
STREETS = replace(_listed("4", "城乡路网优化提升工程", "建设局", "正常推进"), progress="完成7公里")

QUARTER = replace(
    EMPTY,
    authority="淄博高新区管委会办公室",
    place="淄博高新区",
    year=2024,
    span="第三季度",
    as_of="9月底",
    phrase="重大民生实事",
    issued="2024年10月11日",
    next_deadline="2025年1月6日",
    finish_by=date(2024, 10, 31),
    projects=5,
    items=5,
    finished=(HEALTH,),
    ongoing=(STREETS, CARE),
    behind=(HOMES,),
    unreported=(CROSSINGS,),
    problems=(HOMES,),
    on_time=("建设局", "卫生健康事业中心", "民政和文旅事业中心"),
    missing=("高新区交警大队",),
)
"""The third quarter, a month before the finish date."""

EXPLAINED = replace(HOMES, explanation="管线产权单位多，协调时间长；预计2025年3月完成")

YEAR_END = replace(
    QUARTER,
    span="第四季度",
    as_of="12月底",
    issued="2025年1月8日",
    next_deadline="",
    behind=(EXPLAINED,),
    problems=(EXPLAINED,),
    overdue=(EXPLAINED, STREETS, CARE, CROSSINGS),
)
"""The fourth quarter, two months after the finish date."""
