"""Who issued a notice, where, and for which year."""

import pytest

from toolkit.notices.front import Front, read_front


@pytest.mark.parametrize(
    ("heading", "texts", "front"),
    [
        (
            ["2024年度民生实事项目清单"],
            ["东岸县人民政府办公室关于公布民生实事的通知", "东政办〔2024〕2号"],
            Front(2024, "东岸县", "东岸县人民政府办公室", "民生实事"),
        ),
        (
            ["西山高新区2023年“重点民生实事”汇总表"],
            ["西山高新区管委会", "关于办好2023年实事的通知"],
            Front(2023, "西山高新区", "西山高新区管委会", "重点民生实事"),
        ),
        (
            ["2022年南湖市政府十大民生实事"],
            ["南湖新闻网"],
            Front(2022, "南湖市", "南湖市人民政府", "民生实事"),
        ),
        (["石桥镇2024年为民办实事"], [], Front(2024, "石桥镇", "石桥镇人民政府", "为民办实事")),
        (["实事清单"], ["发布日期:2011-02-12"], Front(2011, "", "", "民生实事")),
        (["实事清单"], [], Front(None, "", "", "民生实事")),
    ],
)
def test_front(heading: list[str], texts: list[str], front: Front) -> None:
    """From the heading first, then from the letterhead, the title and the date."""
    assert read_front(heading, texts) == front


def test_the_heading_decides_between_years() -> None:
    """A text names other years too."""
    front = read_front(["2024年实事"], ["2023年底基础上再提高", "到2023年、2022年"])

    assert front.year == 2024


def test_the_addressees_are_not_the_issuer() -> None:
    """各区、市人民政府 is whom the notice speaks to."""
    front = read_front([], ["各区、市人民政府，市直各单位：", "各县人民政府"])

    assert front.authority == ""
