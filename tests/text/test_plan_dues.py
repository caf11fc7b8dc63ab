"""What of an earlier plan a later report owes an answer to."""

from datetime import date

import pytest

from toolkit.text.plan_dues import figures_moved, part_due

END = date(2024, 9, 30)


@pytest.mark.parametrize(
    ("plan", "due"),
    [
        ("9月底前完成屋面防水。", "9月底前完成屋面防水"),
        ("完成屋面防水，清洗外墙。", "完成屋面防水，清洗外墙"),
        ("10月底前完成屋面防水。", ""),
        ("四季度完成屋面防水，年底前验收。", ""),
        ("三季度完成屋面防水。", "三季度完成屋面防水"),
        ("9月20日完成招标；11月上旬进场。", "9月20日完成招标"),
        ("2025年1月底前完成屋面防水。", ""),
        ("明年汛期前完成清淤。", ""),
        ("继续做好日常管理。", ""),
        ("提高站位，压实责任，确保圆满完成任务。", ""),
        ("坚持应检尽检，加强政策宣传。", ""),
        ("做好20处点位的验收。", "做好20处点位的验收"),
        ("", ""),
    ],
)
def test_part_due(plan: str, due: str) -> None:
    """What is for later is not due yet, and standing work never is; a number makes it a work."""
    assert part_due(plan, 2024, END) == due


@pytest.mark.parametrize(
    ("plan", "former", "text", "moved"),
    [
        ("8月新建120个以上。", "建成530个。", "建成655个。", True),
        ("8月新建120个以上。", "建成530个。", "仍是建成530个。", False),
        ("8月新建120个以上。", "建成530个。", "开会3次。", False),
        ("覆盖率提高到94%。", "覆盖率91%。", "覆盖率93.5%。", True),
        ("覆盖率提高到94%。", "覆盖率91%。", "覆盖率91%。", False),
        ("完成屋面防水。", "建成5个。", "建成6个。", False),
    ],
)
def test_figures_moved(plan: str, former: str, text: str, moved: bool) -> None:
    """A plan of more of something is kept where the figure in its measure is another one."""
    assert figures_moved(plan, former, text) is moved
