"""Whether a plan takes up a problem: with its words, or with any way of solving one.

A plan that names the work itself, a number or a rest of it may well be the answer; only one that is
wholly about things beside the work (宣传、活动、征集) leaves a named problem where it is.
"""

import re

from toolkit.text.echoes import echoes, own_words
from toolkit.text.phrases import Phrase, first_phrase

_CLAUSE = re.compile(r"[^，,。；;！!\n]+")
_SOLVES = re.compile(
    r"再[^，,。；;]{0,16}\d|协调|争取|对接|沟通|联系|约谈|商|会同|配合|联合|督促|督办|督导|推动|推进|加快|加紧|抓紧|尽快|抢|赶|补|办|报|申请|审批|批"
    r"|整改|解决|化解|消除|处理|处置|调整|优化|改|更换|增|减|避开|错|倒排|压实|帮|请|派|入户|上门|动员|劝|说服|讲解|做工作"
    r"|落实|筹措|筹集|资金|拨付|采购|招标|招采|选址|换|替代|迁|拆|修|验收|复验|复核|评审|签|完成|建成|完工|开工|复工|施工|进场|安装|铺|达到"
    r"|剩余|其余|余下|打通|跟进|跟踪|调度|分流|疏|应急|研究|论证|试点|推广|指导|规范|轮|借|租|扩|新建"
)
_BESIDE = re.compile(
    r"宣传|征集|招聘|活动|培训|回访|满意度|评选|评比|总结|表彰|展|观摩|参观|竞赛|比赛|讲座|沙龙|座谈|文化|命名|典型|经验|氛围"
    r"|公众号|信息报送|简报|档案|台账|调研|学习|交流|巡查|检查|资料|测评|筹备|仪式|宣传片|党日|迎检|迎接|值班|节日|维护|安全生产|安全管理"
)
_FIRM = re.compile(
    r"用地|土地|手续|许可|权属|产权|资金|经费|征迁|征收|拆迁|管线|迁改|消防|验收|资料|供电|容量|增容|设计变更|阻|纠纷|争议|停工|施工|工期|到货|供货|设备|材料|床位|场地"
)
"""What plans of publicity or training do not solve; that people know too little they may."""

_AIM = re.compile(r"\W*(?:不断|进一步|持续|切实)*(?:提高|提升|增强|营造|丰富|扩大|确保)[^\d]*$")
"""What something is good for, behind what is to be done: 提高保教质量."""

_FAINT = 0.05


def leaves_problem(problem: str, plan: str, besides: str) -> Phrase | None:
    """Return the first words of a problem that a plan leaves alone, None where it may take it up.

    Args:
        problem: A problem that a unit names.
        plan: What it plans.
        besides: What the list says of the item: words that both share anyway.
    """
    firm = first_phrase(_FIRM, problem)
    if firm is None or _SOLVES.search(plan):
        return None
    clauses = [clause for clause in _CLAUSE.findall(plan) if clause.strip()]
    beside = [clause for clause in clauses if _BESIDE.search(clause)]
    if not beside or not all(clause in beside or _AIM.match(clause) for clause in clauses):
        return None
    own = own_words(problem, besides)
    if not own or echoes(problem, plan, besides) > _FAINT:
        return None
    return firm
