"""The lines that several Word templates have in common."""

from scripts.official_page import Line


def heading(text: str) -> Line:
    """Return a heading of the first level with its number."""
    return Line("GwHeading", f"{{{{ 节号() }}}}、{text}")


def body(text: str, lead: str = "", *, keep: bool = False) -> Line:
    """Return a paragraph; `lead` is a heading of the second level that runs into it."""
    return Line("GwBody", text, f"{{{{ 条号() }}}}{lead}" if lead else "", keep)


def shown_if(condition: str, *lines: Line) -> tuple[Line, ...]:
    """Return paragraphs that appear only where there is something to say."""
    return (body(f"{{%p if {condition} %}}"), *lines, body("{%p endif %}"))


UNIT = "{% if 项.共同单位 %}牵头单位{% else %}责任单位{% endif %}：{{ 项.单位 }}。"
"""Whose an item is. Where several units are responsible, the one that leads is named as such."""


def listed(group: str, text: str, unit: str = UNIT) -> tuple[Line, ...]:
    """Return a paragraph for each item of a group, and the sentence on those not listed."""
    return (
        body(f"{{%p for 项 in {group}.事项 %}}"),
        body("{{ 项.序号 }}{{ 项.名称 }}。" + unit + text),
        body("{%p endfor %}"),
        *shown_if(f"{group}.其余", body(f"{{{{ {group}.其余 }}}}")),
    )


STANDING = "进展情况：{{ 项.进展 }}存在问题：{{ 项.问题 }}下步计划：{{ 项.计划 }}"

HEAD = (
    body("{%p if 红头 %}"),
    Line("GwMark", "{{ 红头 }}"),
    Line("GwRedNumber", "{{ 发文字号 }}"),
    body("{%p elif 发文字号 %}"),
    Line("GwNumber", "{{ 发文字号 }}"),
    body("{%p endif %}"),
)
"""Red head and document number, where the office has set them."""

SIGNATURE = (Line("GwSignature", "{{ 署名 }}"), Line("GwDate", "{{ 成文日期 }}"))

CONTACT = shown_if("联系方式", body("{{ 联系方式 }}"))
"""附注: whom to ask, below the date."""

IMPRINT = shown_if(
    "红头",
    Line("GwImprint", "　{{ 印发机关 }}\t{{ 成文日期 }}印发　"),
    Line("GwNothing", ""),
)
"""版记 of a document with a red head; the empty line is what its frame is anchored to.

After an annex it stands on a page of its own: a table that lies on its side has no room for it.
"""
