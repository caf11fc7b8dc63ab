"""The texts of the Word templates that ask for something: problems, reports, action, reasons."""

from scripts.official_page import Landscape, Line, Piece, Upright
from scripts.official_parts import FormTable, LetterHead
from scripts.word_lines import (
    CONTACT,
    HEAD,
    IMPRINT,
    SIGNATURE,
    STANDING,
    body,
    heading,
    listed,
    shown_if,
)

PROBLEMS: tuple[Piece, ...] = (
    *HEAD,
    Line("GwTitle", "{{ 标题 }}"),
    Line("GwAddressee", "各有关单位："),
    body("{{ 导语 }}"),
    heading("总体情况"),
    body("{{ 问题概况 }}{{ 重点问题概况 }}"),
    *shown_if(
        "重点问题.数",
        heading("需要优先解决的问题"),
        *listed("重点问题", "存在问题：{{ 项.问题 }}下步计划：{{ 项.计划 }}"),
    ),
    heading("办理要求"),
    body(
        "各责任单位要对照附件逐项研究措施，明确解决时限和责任人，能够自行解决的抓紧解决。",
        "限期研究解决。",
    ),
    body(
        "需要上级协调的，写明需要协调的事项、涉及的单位和具体建议，"
        "{% if 答复时限 %}于{{ 答复时限 }}前{% endif %}报送{{ 制发机关 }}。",
        "及时提请协调。",
        keep=True,
    ),
    Line("GwAnnexes", "附件：{{ 附件名称 }}"),
    *SIGNATURE,
    Landscape(),
    Line("GwAnnex", "附件"),
    Line("GwAnnexTitle", "{{ 附件名称 }}"),
    body("{{ 问题表 }}"),
    Upright(),
    *IMPRINT,
)

REMINDER: tuple[Piece, ...] = (
    LetterHead(),
    body("{%p if 信函红头 %}"),
    Line("GwLetterNumber", "{{ 发文字号 }}"),
    body("{%p elif 发文字号 %}"),
    Line("GwNumber", "{{ 发文字号 }}"),
    body("{%p endif %}"),
    Line("GwTitle", "{{ 标题 }}"),
    Line("GwAddressee", "{{ 主送 }}："),
    body("{{ 催报情况 }}"),
    body(
        "{{ 催报要求 }}不能按时报送的，请提前说明原因。"
        "{% if 已过时限 %}再次逾期的，在进展情况通报中列明。{% endif %}",
        keep=True,
    ),
    *SIGNATURE,
    *CONTACT,
)

SUPERVISION: tuple[Piece, ...] = (
    *HEAD,
    Line("GwTitle", "{{ 标题 }}"),
    Line("GwAddressee", "{{ 主送 }}："),
    body(
        "下列事项{% if 已逾期 %}逾期未完成{% else %}进展滞后{% endif %}，现予督办。请抓紧办理，"
        "{% if 答复时限 %}于{{ 答复时限 }}前{% endif %}将办理情况填入本单，加盖公章后反馈。",
    ),
    FormTable(
        (
            ("督办事项", "{{ 事项名称 }}"),
            ("责任单位", "{{ 责任单位 }}"),
            ("目标任务", "{% if 项.目标 %}{{ 项.目标 }}{% else %}{{ 事项名称 }}{% endif %}"),
            ("完成时限", "{% if 事项时限 %}{{ 事项时限 }}{% else %}未另行规定{% endif %}"),
            ("督办原因", "{{ 督办原因 }}"),
            ("目前进展", "{{ 项.进展 }}"),
            ("存在问题", "{{ 项.问题 }}"),
            ("下步计划", "{{ 项.计划 }}"),
            (
                "督办要求",
                "查明原因，重新排定工期，明确责任人和各节点时间，"
                "{% if 已逾期 %}尽快办结{% else %}尽快赶上进度{% endif %}；"
                "需要协调的，写明由谁协调什么。",
            ),
            ("办理情况", ""),
        ),
        (("办理情况", 1200),),
    ),
    *SIGNATURE,
    *CONTACT,
    *IMPRINT,
)

EXPLANATION: tuple[Piece, ...] = (
    *HEAD,
    Line("GwTitle", "{{ 标题 }}"),
    Line("GwAddressee", "{{ 主送 }}："),
    body("{{ 说明事由 }}具体如下："),
    *listed(
        "逾期事项",
        "{% if 项.时限 %}完成时限：{{ 项.时限 }}。{% endif %}{% if 项.已报送 %}"
        + STANDING
        + "{% else %}本期未报送进展情况。{% endif %}",
        unit="",
    ),
    body(
        "请你单位对未能如期完成的事项{% if 逾期事项.数 > 1 %}逐项{% endif %}作出书面说明，经主要负责人审定后，"
        "{% if 答复时限 %}于{{ 答复时限 }}前{% endif %}报送{{ 制发机关 }}。说明包括以下内容：一是未能如期完成的原因，"
        "分清客观条件和工作责任；二是目前完成的数量和程度；三是补救措施、责任人和预计完成时间。"
    ),
    body("说明要实事求是，原因具体，措施可行。逾期不作说明的，在通报中列明。", keep=True),
    *SIGNATURE,
    *CONTACT,
    *IMPRINT,
)
