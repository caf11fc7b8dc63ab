"""What is wrong with a Word template is told in Chinese, with field and paragraph."""

import io
import zipfile
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from pathlib import Path

import pytest
from docx import Document

from tests.files.documents import render_word
from tests.stages.bulletins import MONTH
from toolkit.errors import TemplateError
from toolkit.files.resources import word_template
from toolkit.stages.bulletin import monthly_context

WHEN = datetime(2021, 10, 11, 9, 30)

Write = Callable[[Iterable[str]], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Give a function that saves a template with these paragraphs."""

    def save(paragraphs: Iterable[str]) -> Path:
        document = Document()
        for text in paragraphs:
            document.add_paragraph(text)
        path = tmp_path / "模板.docx"
        document.save(str(path))
        return path

    return save


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """Give the place of the document to write."""
    return tmp_path / "月通报.docx"


def fault(template: Path, context: Mapping[str, object], target: Path) -> TemplateError:
    """Return the error that a template brings, after looking that nothing was written."""
    with pytest.raises(TemplateError) as caught:
        render_word(template, context, target, WHEN)
    assert not target.exists()
    return caught.value


def test_an_unknown_field_is_named_with_its_paragraph(write: Write, target: Path) -> None:
    """The message gives template, field and paragraph, the hint the likely field."""
    template = write(["第一段", "截止{{ 截至时间 }}，情况如下", "末段"])
    error = fault(template, monthly_context(MONTH), target)

    assert error.message == (
        "Word 模板“模板.docx”用了没有的字段“截至时间”，所在段落：“截止{{ 截至时间 }}，情况如下”。"
    )
    assert "是否应为“截止时间”？" in error.hint


def test_an_unknown_field_of_an_item_is_named(write: Write, target: Path) -> None:
    """A field inside a loop is found as well."""
    template = write(["{%p for 项 in 已完成.事项 %}", "{{ 项.单位名 }}办", "{%p endfor %}"])
    error = fault(template, monthly_context(MONTH), target)

    assert "字段“单位名”，所在段落：“{{ 项.单位名 }}办”" in error.message
    assert "“单位”" in error.hint


def test_an_unknown_field_is_named_before_the_month_that_needs_it(
    write: Write, target: Path
) -> None:
    """A part that this month leaves out is looked at too."""
    template = write(["{% if 事项数 > 99 %}{{ 逾期项数 }}{% endif %}", "{{ 标题 }}"])
    error = fault(template, monthly_context(MONTH), target)

    assert "没有的字段“逾期项数”，所在段落：“{% if 事项数 > 99 %}{{ 逾期项数 }}" in error.message


def test_an_unknown_field_in_the_footer_is_named(tmp_path: Path, target: Path) -> None:
    """Headers and footers are templates too."""
    document = Document()
    document.add_paragraph("正文")
    document.sections[0].footer.paragraphs[0].text = "共{{ 页数 }}页"
    template = tmp_path / "页脚.docx"
    document.save(str(template))

    assert "字段“页数”，所在段落：“共{{ 页数 }}页”" in fault(template, {}, target).message


@pytest.mark.parametrize(
    ("paragraphs", "where"),
    [
        (
            ["甲", "{%p for 项 in 已完成.事项 %}", "{{ 项.名称 }}", "乙"],
            "{% for 项 in 已完成.事项 %}",
        ),
        (["甲", "{% if 事项数 %}有事项", "乙"], "{% if 事项数 %}有事项"),
        (["甲", "共{{ 事项数 项 }}", "乙"], "共{{ 事项数 项 }}"),
        (["甲{% endif %}", "乙"], "甲{% endif %}"),
        (["甲{% 如果 %}", "乙"], "甲{% 如果 %}"),
        (["甲{{ 标题 | 大写 }}", "乙"], "甲{{ 标题 | 大写 }}"),
    ],
)
def test_marks_that_do_not_pair_are_shown(
    paragraphs: list[str], where: str, write: Write, target: Path
) -> None:
    """A broken mark is told in Chinese with its paragraph."""
    error = fault(write(paragraphs), monthly_context(MONTH), target)

    assert error.message == f"Word 模板“模板.docx”的标记写法有误，所在段落：“{where}”。"
    assert "成对" in error.hint


def test_braces_that_are_not_closed_are_shown(write: Write, target: Path) -> None:
    """The paragraph where they open is shown, though docxtpl takes the next ones along."""
    error = fault(write(["甲", "共{{ 事项数 项", "乙"]), monthly_context(MONTH), target)

    assert "所在段落：“共{{ 事项数 项" in error.message


@pytest.mark.parametrize(
    "text", ["{% for 项 in 事项数 %}甲{% endfor %}", "{{ 事项数 / 0 }}", "{{ ''.__class__ }}"]
)
def test_a_mark_that_cannot_be_carried_out_is_shown(text: str, write: Write, target: Path) -> None:
    """Whatever a template's author thought of ends in a message, the sandbox's refusal too."""
    error = fault(write(["甲", text]), monthly_context(MONTH), target)

    assert "模板.docx" in error.message
    assert text[:20] in error.message


def test_a_mark_in_the_wrong_place_is_refused(tmp_path: Path, target: Path) -> None:
    """A loop that opens in a table and closes outside would lose text in silence."""
    document = Document()
    document.add_table(1, 1).cell(0, 0).text = "{% if 有 %}甲"
    document.add_paragraph("乙{% endif %}")
    template = tmp_path / "表.docx"
    document.save(str(template))
    error = fault(template, {"有": False}, target)

    assert "表.docx" in error.message
    assert "标记的位置" in error.hint


@pytest.mark.parametrize("text", ["｛｛ 标题 ｝｝", "{％ if 标题 ％}", "{｛ 标题 }}"])
def test_full_width_braces_are_pointed_out(text: str, write: Write, target: Path) -> None:
    """A Chinese keyboard types them; they would be printed as they are."""
    error = fault(write(["甲", text]), monthly_context(MONTH), target)

    assert "全角" in error.message
    assert text in error.message


def test_a_missing_template_is_named(tmp_path: Path, target: Path) -> None:
    """The message names the file."""
    assert "没有.docx" in fault(tmp_path / "没有.docx", {}, target).message


@pytest.mark.parametrize("kind", ["empty", "text", "zip", "truncated"])
def test_what_is_no_word_document_is_refused(kind: str, tmp_path: Path, target: Path) -> None:
    """An .xlsx, a text file or half a download is told as such."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("a.txt", "a")
    whole = word_template("monthly").read_bytes()
    data = {"empty": b"", "text": b"text", "zip": packed.getvalue(), "truncated": whole[:5000]}
    template = tmp_path / "坏.docx"
    template.write_bytes(data[kind])

    assert fault(template, {}, target).message.startswith("Word 模板“坏.docx”打不开")
