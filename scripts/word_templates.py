"""Write the Word templates under templates/word: their texts, fields and marks.

Run `python -m scripts.word_templates` after a change here; a test compares what is committed.
Offices edit the result in Word; this script only makes the first one.
"""

import sys
from pathlib import Path

from scripts.official_page import Line, build

FOLDER = Path(__file__).parent.parent / "templates" / "word"


def heading(text: str) -> Line:
    """Return a heading of the first level with its number."""
    return Line("GwHeading", f"{{{{ 节号() }}}}、{text}")


def body(text: str, lead: str = "", *, keep: bool = False) -> Line:
    """Return a paragraph; `lead` is a heading of the second level that runs into it."""
    return Line("GwBody", text, f"{{{{ 条号() }}}}{lead}" if lead else "", keep)


def shown_if(condition: str, *lines: Line) -> tuple[Line, ...]:
    """Return paragraphs that appear only where there is something to say."""
    return (body(f"{{%p if {condition} %}}"), *lines, body("{%p endif %}"))


def listed(group: str, text: str) -> tuple[Line, ...]:
    """Return a paragraph for each item of a group, and the sentence on those not listed."""
    return (
        body(f"{{%p for 项 in {group}.事项 %}}"),
        body("{{ 项.序号 }}{{ 项.名称 }}。责任单位：{{ 项.单位 }}。" + text),
        body("{%p endfor %}"),
        *shown_if(f"{group}.其余", body(f"{{{{ {group}.其余 }}}}")),
    )


MONTHLY = (
    Line("GwTitle", "{{ 标题 }}"),
    Line("GwAddressee", "各有关单位："),
    body("{{ 导语 }}"),
    heading("总体情况"),
    body("{{ 总体情况 }}"),
    *shown_if("已完成.数", heading("已完成事项"), *listed("已完成", "")),
    *shown_if(
        "进展较慢.数",
        heading("进展较慢事项"),
        *listed(
            "进展较慢",
            "进展情况：{{ 项.进展 }}存在问题：{{ 项.问题 }}下步计划：{{ 项.计划 }}",
        ),
    ),
    *shown_if(
        "存在问题.数",
        heading("存在的主要问题"),
        *shown_if("问题说明", body("{{ 问题说明 }}")),
        *listed("其他问题", "存在问题：{{ 项.问题 }}"),
    ),
    heading("报送情况"),
    body("{{ 报送情况 }}"),
    heading("下一步要求"),
    *shown_if(
        "未完成数",
        body(
            "各责任单位要对照年度目标任务，逐项明确完成时间和责任人，及时协调解决影响进度的问题，"
            "确保按期完成。{% if 进展较慢.数 %}进展较慢的事项，要查明原因、倒排工期，"
            "尽快赶上进度。{% endif %}",
            "抓紧推进未完成事项。",
        ),
    ),
    *shown_if(
        "已完成.数",
        body(
            "各责任单位要落实后续管理和维护措施，整理好验收等资料备查，确保群众长期受益。",
            "巩固已完成事项成果。",
        ),
    ),
    body(
        "{% if 下次报送时限 %}请各单位于{{ 下次报送时限 }}前报送下期进展情况，{% else %}"
        "请各单位按规定时限报送下期进展情况，{% endif %}做到内容真实、数据准确、前后一致。"
        "{% if 未报送单位 or 需更正单位 %}尚未报送或者报送内容需要更正的单位，要抓紧补报、更正。"
        "{% endif %}",
        "按时如实报送情况。",
        keep=True,
    ),
    Line("GwSignature", "{{ 署名 }}"),
    Line("GwDate", "{{ 成文日期 }}"),
)

TEMPLATES = {"monthly.docx": ("{{ 标题全文 | safe }}", "{{ 制发机关 | safe }}", MONTHLY)}


def main() -> int:
    """Write all templates."""
    for name, (title, author, lines) in TEMPLATES.items():
        (FOLDER / name).write_bytes(build(title, author, lines))
    return 0


if __name__ == "__main__":
    sys.exit(main())
