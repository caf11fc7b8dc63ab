"""Whether a plan takes up a problem: with its words, or with any way of solving one.

Each sort of problem (people are lacking, they do not know how, land, papers, money, supply, people
who object) has its own ways of being solved, and all have some in common. A plan that names the
work itself may well be the answer to most; to lacking people or skill it is none. Where a plan is
wholly about things beside the work (宣传、活动、征集) it leaves what needs more where it is.
"""

import re
from dataclasses import dataclass

from toolkit.text.echoes import echoes, own_words
from toolkit.text.phrases import Phrase

_CLAUSE = re.compile(r"[^，,。；;！!\n]+")
_TAKES_UP = re.compile(
    r"协调|对接|沟通|联系|约谈|商(?!户|圈|场|业)|会同|配合|督促|督办|督导|推动|整改|解决|化解"
    r"|消除|处理|处置|调整|优化|针对|研究|论证|跟进|跟踪|调度|应急|落实|改(?!造)|补(?!助|贴)"
    r"|克服|争取|加快|加紧|抓紧|尽快"
)
"""What may be the answer to a problem of any sort."""

_SOLVES = re.compile(
    r"再[^，,。；;]{0,16}\d|推进|抢|赶|办(?!公)|报|申请|审批|批(?!次|发)|更换|增|减|避开|错"
    r"|倒排|压实|帮|请|派|入户|上门|动员|劝|说服|讲解|做工作"
    r"|筹措|筹集|资金|拨付|采购|招标|招采|选址|换|替代|迁|拆|修|验收|复验|复核|评审|签|完成"
    r"|建成|完工|开工|复工|施工|进场|安装|铺|达到"
    r"|剩余|其余|余下|打通|分流|疏|试点|推广|指导|规范|轮|借|租|扩|新建|联合"
)
_BESIDE = re.compile(
    r"宣传|征集|招聘|活动|培训|回访|演出|放映|慰问|满意度|评选|评比|总结|表彰|展|观摩|参观|竞赛"
    r"|比赛|讲座|沙龙|座谈|文化|命名|典型|经验|氛围"
    r"|公众号|信息报送|简报|档案|台账|调研|学习|交流|巡查|检查|资料|测评|筹备|仪式|宣传片|党日"
    r"|迎检|迎接|值班|节日|维护|安全生产|安全管理|明白纸|海报|手册|横幅|标语|倡议书"
)
_HOLDS = re.compile(
    r"(?:举办|开办|召开|开展|组织|举行|印发|发放|印制|做好|办好|开好|抓好|邀请|申报|上报|汇报"
    r"|报道|报名|拟办|筹办|主办|承办)"
)
"""How such things are held; 举办 solves nothing although it has 办."""


@dataclass(frozen=True, slots=True)
class _Sort:
    """A sort of problem: the words that name it, and those by which a plan answers it.

    Attributes:
        works: Whether going on with the work may be the answer.
    """

    named: re.Pattern[str]
    answered: re.Pattern[str]
    works: bool = True


_SORTS = (
    _Sort(
        re.compile(
            r"(?:缺(?!口|陷)|少)[^，,。；;]{0,8}\d+[名人个位](?!床)"
            r"|(?<!施工)(?<!施工单位)(?<!施工队)(?<!施工队伍)(?:[^学会\W]员|讲师|志愿者|人手|力量|师资|教师|护理员|医生|医师|护士|司机|技师|保育员"
            r"|指导员|管护员|工人|编制|队伍)[^，,。；;]{0,6}(?:缺|不足|不够|短缺|紧缺|紧张|偏少|较少"
            r"|流失|空缺)"
            r"|(?:缺|缺少|缺乏|短缺)[^，,。；;\d]{0,6}(?:人员|人手|师资|教师|护理员|医生|医师|护士|司机"
            r"|技师|保育员|指导员|工人|人才)"
            r"|招不到人|无人值守|没有专人"
        ),
        re.compile(
            r"招|聘|补充|调剂|调配|抽调|选派|派|增派|借调|轮|志愿|编制|购买服务|劳务|培养|考核"
            r"|公益性?岗|返聘|兼职|合作|联合|签约|机构|增加|新增|补|名|外包|培训"
        ),
        works=False,
    ),
    _Sort(
        re.compile(
            r"不会(?:用|操作|使用|填|写|上网|线上|安装|预约)"
            r"|(?:操作|使用|业务|技术|掌握)[^，,。；;]{0,4}不(?:熟|会|了解|规范|熟练|精)|不懂|不熟悉"
            r"|学不会|不太会|业务(?:能力|水平)(?:不强|不高|偏低|较弱|参差)"
        ),
        re.compile(
            r"培训|教|指导|辅导|帮|带教|演示|手册|现场|一对一|志愿|简化|上门|技术|讲解|示范|人工|窗口"
            r"|代办|电话|客服|操作|视频|图解|进修|轮训|跟班|考核|练"
        ),
        works=False,
    ),
    _Sort(
        re.compile(
            r"用地|土地|手续|许可|权属|产权|资金|经费|征迁|征收|拆迁|管线|迁改|消防|验收|资料|供电|容量"
            r"|增容|设计变更|阻|纠纷|争议|停工|施工|工期|到货|供货|发货|设备|材料|床位|场地|选址"
            r"|不同意|不愿|反对|不配合|渗漏|漏水|破损|返工|塌|积水|堵塞|停电|带宽|信号|网络|故障|停用"
            r"|投诉|拥堵|占位|回潮|亏损|退出|响应慢|录入错误|不达标|不合格|超期"
        ),
        _SOLVES,
    ),
)
"""What plans of publicity do not solve; that people know too little they may."""

"""What something is good for, behind what is to be done: 提高保教质量."""

_FAINT = 0.05
_FAINT_BESIDE = 0.1


def leaves_problem(problem: str, plan: str, besides: str) -> Phrase | None:
    """Return the first words of a problem that a plan leaves alone, None where it may take it up.

    Args:
        problem: A problem that a unit names.
        plan: What it plans.
        besides: What the list says of the item: words that both share anyway.
    """
    if not plan.strip() or _TAKES_UP.search(plan):
        return None
    bare = _HOLDS.sub("", plan)
    about = [_BESIDE.search(clause) is not None for clause in _clauses(plan)]
    found, left = None, problem
    for sort in _SORTS:
        named = sort.named.search(left)
        if named is None:
            continue
        if sort.answered.search(_BESIDE.sub("", bare) if sort.works else bare):
            return None
        if sort.works and not any(about):
            return None
        found = found or named
        left = "，".join(clause for clause in _clauses(left) if not sort.named.search(clause))
    if found is None:
        return None
    heard = echoes(problem, plan, besides)
    own = own_words(problem, besides)
    if not own or heard > (_FAINT_BESIDE if all(about) else _FAINT):
        return None
    return Phrase(found[0], start := problem.index(found[0]), start + len(found[0]))


def _clauses(plan: str) -> list[str]:
    return [clause for clause in _CLAUSE.findall(plan) if clause.strip()]
