"""A plan that leaves a named problem where it is."""

import pytest

from toolkit.text.problem_plans import leaves_problem


@pytest.mark.parametrize(
    ("problem", "plan", "left"),
    [
        ("用地手续没有办下来。", "做好校名征集和教师招聘宣传。", "用地"),
        ("消防验收资料不全。", "组织业务培训1期，开展迎国庆活动。", "消防"),
        ("用地手续没有办下来。", "会同自然资源部门办理用地手续，做好宣传。", None),
        ("用地手续没有办下来。", "争取10月取得进展，开展宣传活动。", None),
        ("设备到货晚。", "10月底前安装剩余20台。", None),
        ("群众不了解政策。", "开展宣传活动2次。", None),
        ("用地手续没有办下来。", "主体封顶。", None),
        ("用地手续没有办下来。", "", None),
    ],
)
def test_leaves_problem(problem: str, plan: str, left: str | None) -> None:
    """Only plans wholly beside the work count, and only problems that these do not solve."""
    found = leaves_problem(problem, plan, "建设小屯小学")

    assert (found.text if found else None) == left
