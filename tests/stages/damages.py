"""What people and programs do to forms, for tests to do it at random.

Every text that a damage writes carries 〔〕, by which it is found again.
"""

from hypothesis import strategies as st

from tests.stages.returns import Rows

Damage = tuple[str, int, int]
ALL = (
    "move",
    "delete",
    "blank row",
    "lose key",
    "wrong key",
    "take key",
    "take text",
    "lose text",
    "copy",
    "copy without text",
    "edit copy",
    "foreign row",
    "new row",
    "remark beside",
    "remark below",
    "remark above",
    "swap columns",
    "second column",
    "new column",
    "header again",
)


def damages(kinds: tuple[str, ...] = ALL) -> st.SearchStrategy[list[Damage]]:
    """Draw some damages with the rows that they strike."""
    places = st.integers(0, 9)
    return st.lists(st.tuples(st.sampled_from(kinds), places, places), max_size=6)


def apply(rows: Rows, damage: Damage) -> None:
    """Do to a form what people and programs do to forms."""
    kind, one, other = damage
    header = header_row(rows)
    body = range(header + 1, len(rows))
    if not body:
        return
    row = rows[body[one % len(body)]]
    second = rows[body[other % len(body)]]
    width = len(rows[header])
    code, content = rows[header].index("编号"), rows[header].index("项目内容及规模")
    progress, plan = rows[header].index("落实进展情况"), rows[header].index("下月工作计划")
    blank = [""] * width
    match kind:
        case "move":
            rows.remove(row)
            rows.append(row)
        case "delete":
            rows.remove(row)
        case "blank row":
            rows.insert(body[other % len(body)], blank)
        case "lose key":
            row[code] = ""
        case "wrong key":
            row[code] = "M999"
        case "take key":
            row[code] = second[code]
        case "take text":
            row[content] = second[content]
        case "lose text":
            row[content] = ""
        case "copy":
            rows.append(list(row))
        case "copy without text":
            rows.append([*row[:progress], *[""] * (plan + 1 - progress), *row[plan + 1 :]])
        case "edit copy":
            rows.append(list(row))
            rows[-1][progress] = f"改〔{one}{other}〕"
        case "foreign row":
            rows.append(list(blank))
            rows[-1][content], rows[-1][code] = "改造道路20公里", "M003"
            rows[-1][progress] = f"别家〔{one}{other}〕"
        case "new row":
            rows.append(list(blank))
            rows[-1][content], rows[-1][progress] = "其他工作", f"新增〔{one}{other}〕"
        case "remark beside":
            row.append(f"旁注〔{one}{other}〕")
        case "remark below":
            rows.append([f"落款〔{one}{other}〕"])
        case "remark above":
            rows.insert(0, [f"批示〔{one}{other}〕"])
        case "swap columns":
            for line in rows:
                if len(line) > plan:
                    line[progress], line[plan] = line[plan], line[progress]
        case "second column":
            for number, line in enumerate(rows[header:]):
                line.insert(plan, f"重栏〔{number}〕" if number else "存在问题")
        case "new column":
            for number, line in enumerate(rows[header:]):
                line.insert(plan, f"备注〔{number}〕" if number else "备注")
        case "header again":
            rows.insert(body[other % len(body)], list(rows[header]))


def header_row(rows: Rows) -> int:
    """Return where the first header stands."""
    return next(number for number, row in enumerate(rows) if "落实进展情况" in row)
