"""A layout that nobody described becomes a scheme of its own, which can be written and read."""

from pathlib import Path

import pytest

from tests.notices.drawn import read
from toolkit.files.scheme_text import scheme_toml
from toolkit.files.schemes import load_scheme, scheme_names
from toolkit.model.notice import Notice
from toolkit.model.scheme import Key, Scheme

TABLE = """
东岸县人民政府办公室
关于办好2024年民生实事的通知
2024年民生实事推进情况
序号 | 主要任务 | 全年目标任务 | 分管领导 | 牵头单位 | 协同单位 | 1-10月推进情况 | 存在问题 |
1 | 教育 | 新建学校3所，增加学位900个。 | 张三 | 教育局 | 财政局 | 已完工2所。 | 无 |
2 | 交通 | 改造农村道路20公里。 | 李四 | 交通局 | 各街道 | 正在施工，完成一半。 | 无 |
"""


@pytest.fixture
def notice() -> Notice:
    """A table of a county that no scheme knows."""
    return read(TABLE)


def test_its_columns_keep_their_titles_and_order(notice: Notice) -> None:
    """The list's columns are those of the notice."""
    scheme = notice.scheme

    assert [c.title for c in scheme.summary.columns] == [
        *("序号", "主要任务", "全年目标任务", "分管领导", "牵头单位", "协同单位"),
    ]
    assert (scheme.name, scheme.place, scheme.phrase) == ("东岸县-2024", "东岸县", "民生实事")
    assert scheme.authority == "东岸县人民政府办公室"


def test_its_forms_ask_for_progress(notice: Notice) -> None:
    """A title of one period (1-10月) is not taken over, one for all periods is."""
    filled = {c.key: c.title for c in notice.scheme.progress.filled}

    assert filled == {Key.PROGRESS: "进展情况", Key.PROBLEM: "存在问题", Key.PLAN: "下步工作计划"}


def test_a_list_without_units_gets_a_column_for_them() -> None:
    """The coordinator fills it in."""
    notice = read("某市2024年实事\n1.建设学校3所。\n2.修路9公里。\n3.建公园2处。")

    assert [(c.key, c.title) for c in notice.scheme.summary.columns][-1] == (Key.LEAD, "责任单位")


def test_it_is_a_scheme_file(notice: Notice, tmp_path: Path) -> None:
    """Written as TOML and read with all checks, it is the same."""
    assert _read_back(notice.scheme, tmp_path) == notice.scheme


@pytest.mark.parametrize("name", scheme_names())
def test_every_scheme_can_be_written(name: str, tmp_path: Path) -> None:
    """What ships can be written out and read again."""
    scheme = load_scheme(name)

    assert _read_back(scheme, tmp_path) == scheme


def _read_back(scheme: Scheme, folder: Path) -> Scheme:
    (folder / "体例.toml").write_text(scheme_toml(scheme), "utf-8")
    return load_scheme("体例.toml", folder)
