"""What a cell of a form accepts, and what Excel says beside it."""

from toolkit.model.scheme import Column, Kind, Need
from toolkit.model.sheets import Range, Validation


def validation(column: Column, area: Range) -> Validation:
    """Return what the cells of a column that units fill accept."""
    needed = {
        Need.ALWAYS: "必须填写。",
        Need.UNFINISHED: "事项未完成的必须填写。",
        Need.NEVER: "",
    }[column.required]
    prompt = (column.prompt or "请填写。") + (needed if needed not in column.prompt else "")
    if column.kind is Kind.CHOICE:
        return Validation(
            area, column.title, prompt, error="请从列表中选择一项。", choices=column.choices
        )
    if column.kind is Kind.PERCENT:
        return Validation(
            area, column.title, prompt, error="请填 0 至 100% 之间的完成率。", minimum=0, maximum=1
        )
    if column.kind is Kind.NUMBER:
        return Validation(area, column.title, prompt, error="请只填数字。", minimum=0, maximum=1e12)
    limit = f"不超过{column.max_length}字。"
    return Validation(
        area,
        column.title,
        prompt + limit,
        error=f"文字太长：{limit}请精简后再填。",
        max_length=column.max_length,
    )
