"""What a cell accepts, and what Excel says beside it, read back by another library."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from toolkit.files.workbook_writer import write_workbook
from toolkit.model.sheets import Block, Range, SheetPlan, Style, Validation, WorkbookPlan

AREA = Range(1, 2, 2, 2)
ASKED = Validation(AREA, "填报说明", "请填写进展情况。", error="请从列表中选择。")


def checked(folder: Path, validation: Validation) -> Any:
    """Write one validation and read it back."""
    path = folder / "表.xlsx"
    sheet = SheetPlan("表", (8,), (Block(0, (Style(),), (("甲",),)),), validations=(validation,))
    write_workbook(WorkbookPlan((sheet,), "表"), path, datetime(2024, 9, 30))
    book: Any = openpyxl.load_workbook(path)
    (found,) = book["表"].data_validations.dataValidation
    assert str(found.sqref) == "C2:C3"
    return found


def test_a_drop_down(tmp_path: Path) -> None:
    """Choices are offered; the prompt stands beside the cell, the error says what to do."""
    found = checked(tmp_path, replace(ASKED, choices=("已完成", "正在推进")))
    assert (found.type, found.formula1) == ("list", '"已完成,正在推进"')
    assert (found.promptTitle, found.prompt) == ("填报说明", "请填写进展情况。")
    assert (found.errorTitle, found.error) == ("请检查", "请从列表中选择。")
    assert (found.showInputMessage, found.showErrorMessage) == (True, True)
    assert found.errorStyle in (None, "stop")


def test_a_lenient_validation_only_warns(tmp_path: Path) -> None:
    """Without `strict`, Excel asks and lets the value stand."""
    found = checked(tmp_path, replace(ASKED, choices=("已完成",), strict=False))
    assert found.errorStyle == "warning"


def test_a_limit_of_length(tmp_path: Path) -> None:
    """A text can be as long as `max_length`."""
    found = checked(tmp_path, replace(ASKED, max_length=500))
    assert (found.type, found.operator) == ("textLength", "lessThanOrEqual")
    assert found.formula1 == "500"


@pytest.mark.parametrize(
    ("minimum", "maximum", "operator", "formulas"),
    [
        (0, 100, None, ("0", "100")),
        (0, None, "greaterThanOrEqual", ("0", None)),
        (None, 99.5, "lessThanOrEqual", ("99.5", None)),
    ],
)
def test_bounds_of_a_number(
    tmp_path: Path,
    minimum: float | None,
    maximum: float | None,
    operator: str | None,
    formulas: tuple[str | None, str | None],
) -> None:
    """Between both, or on one side; zero is a bound."""
    found = checked(tmp_path, replace(ASKED, minimum=minimum, maximum=maximum))
    assert (found.type, found.operator) == ("decimal", operator)
    assert (found.formula1, found.formula2) == formulas


def test_a_prompt_without_a_rule(tmp_path: Path) -> None:
    """A cell may only explain itself."""
    found = checked(tmp_path, ASKED)
    assert (found.type, found.prompt) == (None, "请填写进展情况。")


@pytest.mark.parametrize(
    ("validation", "reason"),
    [
        (replace(ASKED, prompt_title="说" * 33), "prompt title has 33 characters"),
        (replace(ASKED, error_title="说" * 33), "error title has 33"),
        (replace(ASKED, prompt="说" * 256), "prompt has 256"),
        (replace(ASKED, error="说" * 256), "error message has 256"),
        (replace(ASKED, prompt="😀" * 128), "prompt has 256"),
        (replace(ASKED, choices=("选" * 128, "项" * 127)), "choices has 256"),
        (replace(ASKED, choices=("一,二",)), "comma"),
        (replace(ASKED, choices=("",)), "empty"),
        (replace(ASKED, choices=("一",), max_length=3), "more than one kind"),
        (replace(ASKED, prompt_title="", prompt=""), "does nothing"),
        (replace(ASKED, area=Range(0, 16384, 0, 16384)), "refuses"),
    ],
)
def test_a_validation_beyond_what_excel_takes_is_refused(
    tmp_path: Path, validation: Validation, reason: str
) -> None:
    """Left to xlsxwriter, it would be missing from the form."""
    with pytest.raises(ValueError, match=f"sheet 表: .*{reason}"):
        checked(tmp_path, validation)
    assert list(tmp_path.iterdir()) == []


def test_texts_as_long_as_excel_takes_are_written(tmp_path: Path) -> None:
    """The limits themselves are allowed."""
    found = checked(tmp_path, Validation(AREA, "说" * 32, "说" * 255, choices=("选" * 255,)))
    assert len(found.prompt) == 255
