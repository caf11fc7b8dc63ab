"""Write the Word templates under templates/word: their texts, fields and marks.

Run `python -m scripts.word_templates` after a change here; a test compares what is committed.
Offices edit the result in Word; this script only makes the first one.
"""

import sys
from pathlib import Path

from scripts.official_page import Landscape, Line, Piece, Upright, build
from scripts.word_lines import (
    HEAD,
    IMPRINT,
    STANDING,
    body,
    heading,
    listed,
    shown_if,
)
from scripts.word_requests import EXPLANATION, PROBLEMS, REMINDER, SUPERVISION

FOLDER = Path(__file__).parent.parent / "templates" / "word"


BEGINNING = (
    *HEAD,
    Line("GwTitle", "{{ 标题 }}"),
    Line("GwAddressee", "各有关单位："),
    body("{{ 导语 }}"),
    heading("总体情况"),
    body("{{ 总体情况 }}"),
)

PACE = shown_if(
    "时序情况",
    heading("时序进度"),
    body("{{ 时序情况 }}"),
    *shown_if("超序时.数", body("{{ 超序时名单 }}。", "超序时事项。")),
    *shown_if("达序时.数", body("{{ 达序时名单 }}。", "达序时事项。")),
    *shown_if(
        "慢序时.数",
        body(
            "{% if 慢序时.数 > 1 %}共{{ 慢序时.数 }}项，逐项列明如下{% else %}1项，情况如下{% endif %}。",
            "慢序时事项。",
        ),
        *listed(
            "慢序时",
            "累计完成{{ 项.完成进度 }}，时序进度{{ 项.时序进度 }}，{{ 项.时序对照 }}。"
            "{% if 项.另述 %}具体情况在{{ 项.另述 }}事项中列明。"
            f"{{% else %}}{STANDING}{{% endif %}}",
        ),
    ),
)

ITEMS_AND_RETURNS = (
    *shown_if("已完成.数", heading("已完成事项"), *listed("已完成", "")),
    *PACE,
    *shown_if(
        "进展较慢.数",
        heading("进展较慢事项"),
        *shown_if("进展较慢说明", body("{{ 进展较慢说明 }}")),
        *listed("其他进展较慢", STANDING),
    ),
    *shown_if(
        "逾期未完成.数",
        heading("逾期未完成事项{% if 说明情况 %}及说明{% endif %}"),
        body("{{ 逾期概况 }}"),
        *listed(
            "逾期未完成",
            "{% if 时限不一 %}完成时限：{{ 项.时限 }}。{% endif %}"
            f"{{% if 项.已报送 %}}{STANDING}{{% else %}}本期未报送进展情况。{{% endif %}}"
            "{% if 项.说明 %}未如期完成的说明：{{ 项.说明 }}"
            "{% elif 说明情况 %}未对逾期作出说明。{% endif %}",
        ),
        *shown_if("说明情况", body("{{ 说明情况 }}")),
    ),
    *shown_if(
        "存在问题.数",
        heading("存在的主要问题"),
        *shown_if("问题说明", body("{{ 问题说明 }}")),
        *listed("其他问题", "存在问题：{{ 项.问题 }}"),
    ),
    heading("报送情况"),
    body("{{ 报送情况 }}"),
)

CATCH_UP = "{% if 其他进展较慢.数 or 慢序时.数 %}进展较慢的事项，要查明原因、倒排工期，尽快赶上进度。{% endif %}"

OVERDUE = shown_if(
    "逾期未完成.数",
    body(
        "逾期未完成事项的责任单位要重新排定工期，明确完成时间和责任人，集中力量办结。"
        "{% if 说明情况 and not 未作说明单位 %}"
        "要按说明的时间抓好落实。"
        "{% else %}"
        "没有作出书面说明的，要尽快说明未如期完成的原因、目前进展和预计完成时间；"
        "已经说明的，要按说明的时间抓好落实。"
        "{% endif %}",
        "尽快办结逾期未完成事项。",
    ),
)

FINISHED = shown_if(
    "已完成.数",
    body(
        "各责任单位要落实后续管理和维护措施，整理好验收等资料备查，确保群众长期受益。",
        "巩固已完成事项成果。",
    ),
)

REPORTING_AND_SIGNATURE = (
    body(
        "{% if 下次报送时限 %}请各单位于{{ 下次报送时限 }}前报送下期进展情况，"
        "做到内容真实、数据准确、前后一致。{% else %}"
        "报送内容要真实、准确，有关资料要整理齐全、妥善保存。{% endif %}"
        "{% if 未报送单位 and 需更正单位 %}尚未报送或者报送内容需要更正的单位，要抓紧补报、更正。"
        "{% elif 未报送单位 %}尚未报送的单位，要抓紧补报。"
        "{% elif 需更正单位 %}报送内容需要更正的单位，要抓紧更正。{% endif %}",
        "按时如实报送情况。",
        keep=True,
    ),
    Line("GwSignature", "{{ 署名 }}"),
    Line("GwDate", "{{ 成文日期 }}"),
    *IMPRINT,
)

NOTICE: tuple[Piece, ...] = (
    *HEAD,
    Line("GwTitle", "{{ 标题 }}"),
    Line("GwAddressee", "{{ 主送 }}："),
    body(
        "民生实事关系群众日常生活，定了就要办成，要办就要办好。{{ 导语 }}现就组织实施工作通知如下。"
    ),
    heading("逐项落实任务"),
    body(
        "{{ 牵头称谓 }}要按照附件列明的内容和目标，抓紧拟定实施方案，把任务细化到具体节点、落实到人，"
        "不得随意调减数量、降低标准。{{ 完成要求 }}"
    ),
    heading("明确工作责任"),
    body(
        "{{ 牵头称谓 }}对任务的进度和质量负总责，主要负责人要亲自部署，并指定专人负责日常联络和情况报送。"
        "同一任务列有几个{{ 牵头称谓 }}的，由列在首位的单位牵头，其他单位分工协作。"
        "{% if 协办称谓 %}{{ 协办称谓 }}要主动与{{ 牵头称谓 }}对接，在手续办理、要素保障等方面给予支持，"
        "承担的工作与{{ 牵头称谓 }}同步安排、同步推进。{% endif %}"
    ),
    heading("如实报送进展"),
    body(
        "{{ 报送要求 }}报送内容包括累计完成的数量、存在的问题和下步打算，做到数据准确、前后一致；"
        "遇到需要上级协调的困难，随时报告，不必等到报送时限。"
    ),
    heading("加强督促检查"),
    body(
        "各项任务列入年度督查内容，采取查阅资料、实地察看、听取群众意见等方式核实进展。"
        "{% if 完成时限 %}到期没有完成的，{{ 牵头称谓 }}要书面说明原因和补救措施。{% endif %}"
        "对推进不力、虚报进展的，视情予以通报。",
        keep=True,
    ),
    Line("GwAnnexes", "附件：{{ 附件名称 }}"),
    Line("GwSignature", "{{ 署名 }}"),
    Line("GwDate", "{{ 成文日期 }}"),
    Landscape(),
    Line("GwAnnex", "附件"),
    Line("GwAnnexTitle", "{{ 附件名称 }}"),
    body("{{ 附件表 }}"),
    Upright(),
    *IMPRINT,
)

MONTHLY = (
    *BEGINNING,
    *ITEMS_AND_RETURNS,
    heading("下一步要求"),
    *shown_if(
        "未完成数 > 逾期未完成.数",
        body(
            "各责任单位要对照年度目标任务，逐项明确完成时间和责任人，及时协调解决影响进度的问题，"
            f"确保按期完成。{CATCH_UP}",
            "抓紧推进未完成事项。",
        ),
    ),
    *OVERDUE,
    *FINISHED,
    *REPORTING_AND_SIGNATURE,
)

QUARTERLY = (
    *BEGINNING,
    *shown_if("单位完成情况", body("{{ 单位完成情况 }}")),
    *ITEMS_AND_RETURNS,
    heading("下一步要求"),
    *shown_if(
        "未完成数 > 逾期未完成.数",
        body(
            "各责任单位要对照目标任务逐项核对剩余工作，排出时间安排，落实到人，"
            "需要协调的问题及时提出。{% if 完成时限 %}{% if 时限有别 %}除另有时限的以外，{% endif %}各事项的完成时限为{{ 完成时限 }}，"
            "到期没有完成的，由责任单位书面说明原因、目前进展和预计完成时间。{% endif %}"
            f"{CATCH_UP}",
            "确保未完成事项如期完成。",
        ),
    ),
    *OVERDUE,
    *FINISHED,
    *REPORTING_AND_SIGNATURE,
)

RETURN_NOTE = (
    Line("GwTitle", "{{ 标题 }}"),
    Line("GwAddressee", "{{ 主送 }}："),
    body("{{ 导语 }}"),
    *shown_if("修改处数", body("{{ 修改事项表 }}")),
    body("{%p for 件 in 不能采用 %}"),
    body("{{ 件.序号 }}“{{ 件.文件 }}”：{{ 件.原因 }}。"),
    body("{%p endfor %}"),
    body("{{ 办理要求 }}", keep=True),
    Line("GwSignature", "{{ 署名 }}"),
    Line("GwDate", "{{ 成文日期 }}"),
    *shown_if("联系方式", body("（{{ 联系方式 }}）")),
)

TITLE, AUTHOR = "{{ 标题全文 | safe }}", "{{ 制发机关 | safe }}"

TEMPLATES: dict[str, tuple[str, str, tuple[Piece, ...]]] = {
    "monthly.docx": (TITLE, AUTHOR, MONTHLY),
    "quarterly.docx": (TITLE, AUTHOR, QUARTERLY),
    "notice.docx": (TITLE, AUTHOR, NOTICE),
    "problems.docx": (TITLE, AUTHOR, PROBLEMS),
    "reminder.docx": (TITLE, AUTHOR, REMINDER),
    "supervision.docx": (TITLE, AUTHOR, SUPERVISION),
    "explanation.docx": (TITLE, AUTHOR, EXPLANATION),
    "return_note.docx": (TITLE, AUTHOR, RETURN_NOTE),
}


def main() -> int:
    """Write all templates."""
    for name, (title, author, lines) in TEMPLATES.items():
        (FOLDER / name).write_bytes(build(title, author, lines))
    return 0


if __name__ == "__main__":
    sys.exit(main())
