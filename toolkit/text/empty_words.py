"""Texts that hold nothing but what fits every work and every difficulty.

A progress text of 高度重视，成立专班，有序推进 tells no progress; a problem cell of 还存在一些困难，希望予以协调
names no problem. A text is empty only when each of its clauses is a known empty phrase to its last
character, so that a single number, date, place or deed of its own makes it a report.
"""

import re

from toolkit.text.patterns import any_word

_CLAUSE = re.compile(r"[^，,。.；;、：:!！\n]+")
_MOST = 200

_HEED_WORDS = (
    "高度重视 非常重视 十分重视 极为重视 专班 领导小组 工作组 指挥部 研究部署 专题研究 专题部署 安排部署 动员部署 统筹谋划 挂图作战 压实责任 压紧压实"
    " 提高站位 提高政治站位 强化担当 狠抓落实 真抓实干 齐抓共管 多措并举 精心组织 周密部署 周密安排 科学谋划 统筹推进 凝心聚力 全力以赴 强力推进 高位推动"
    " 细化措施 强化措施 强化领导 加强领导 强化督导 强化调度 定期调度 明确责任 明确分工 层层落实 形成合力 夯实责任 落实责任 靠前指挥 主动作为 攻坚克难 倒排工期"
    " 密切配合 通力协作 密切协作 协同配合 亲自部署 亲自推动 亲自过问 亲自抓 贯彻落实 组织领导 责任落实 工作落实 抓落实 强化统筹 统筹协调 统筹兼顾 强化保障 严格落实 以人民为中心 压茬推进"
    " 周调度 月通报 日调度 月调度 建立台账 一线工作法 挂图作战 工作机制 责任机制 为抓手 为重点 为契机 周密组织 精心谋划 严密组织 紧盯目标 对标对表 履职尽责 积极作为 迎难而上 克服困难"
)
_HEED = any_word(dict.fromkeys(_HEED_WORDS.split()))
"""What is said of how a work is taken, never of the work; an empty progress text has such a phrase."""

_HOW = (
    r"(?:按照|根据|围绕|对照|结合|扎实|稳步|有序|有力|有效|顺利|正常|平稳|全面|深入|持续|积极|大力|统筹|协同|按计划|按序时|按时序|按照计划|高效|快速|加快|全力|强力|认真|切实|不断"
    r"|进一步|高质量|高标准|及时|科学|精心|周密|主动|迅速|严格|多次|先后|专题|定期|分别|充分|狠|层层)"
)
_THINGS = (
    r"(?:各项|有关|相关|该|此|本|这)?(?:工作|项目|工程|事项|任务|实事|民生实事|民生工程|措施|责任|分工|要求|目标|力度|领导|组织领导|统筹|协调|调度|督导|督促|检查"
    r"|宣传|服务|管理|质量|进度|步伐|机制|方案|计划|部署|会议|专题会|专题会议|调度会|调度会议|推进会|推进会议|协调会|协调会议|工作会议|台账|合力|攻坚|上级|年初|年度|全年|预期|既定|建设|总体|整体|安排|有望|如期|按期|实现|圆满|顺利|通力|配合|协作)"
)
_DO = (
    r"(?:推进|推动|实施|开展|进行|落实|抓好|抓实|抓|加强|强化|加大|压实|夯实|明确|细化|制定|完善|建立|健全|召开|组织|研究|部署|安排|谋划|调度|督导|督促|统筹|协调|形成|确保"
    r"|提高|提升|优化|落细|见效|到位|落地|细化分解|分解)"
)
_EMPTY_CLAUSE = re.compile(
    rf"[^\d]{{0,20}}?(?:{_HEED})(?:和|并|、)?(?:{_HEED})?(?:的?(?:发展思想|理念|原则)|[和与]?{_THINGS})*"
    rf"|[^\d]{{0,16}}?(?:成立|组建|建立)了?(?:由[^\d，。]{{0,12}}的)?(?:工作|专项|项目|推进|攻坚|[日周旬月]|调度|例会|联席会议?|长效|协调|督导|会商|通报|的)*(?:专班|领导小组|工作组|指挥部|小组|机制)"
    rf"|(?:[^\d，。]{{0,16}}?(?:各项|各有关|全部)(?:工作|任务|措施)|(?:该|此|本)?(?:项目|工程|工作|事项|实事)?)?(?:正在|均|都|目前)?(?:{_HOW}|{_THINGS}|{_DO}|[地的了中和与并])*"
    r"|[^\d]{0,16}?(?:得到|有了|实现|获得)了?(?:(?:进一步|明显|显著|持续|不断|有效|切实|大幅|较大|全面)的?)*(?:提升|增强|改善|提高|优化|加强|好转)"
    r"|[^\d]{0,12}?(?:进一步|明显|显著|持续|不断|有效|切实|大幅)(?:提升|增强|改善|提高|优化|加强|好转)"
    r"|(?:项目|工作|工程|总体|整体|各项工作|目前|推进)*(?:进展|进度)(?:较为|总体|比较)?(?:顺利|良好|正常|平稳)"
    r"|为[^\d]{0,24}(?:奠定|打下|提供|创造)了?[^\d]{0,10}(?:基础|保障|条件)"
    r"|[^\d]{0,12}?(?:得到|受到|获得|赢得)了?[^\d]{0,10}(?:好评|认可|肯定|赞誉|支持|欢迎)"
    r"|(?:群众|社会|各界|居民|广大|的|普遍)*(?:反响|反映|评价)(?:良好|热烈|较好|很好)"
    r"|[^\d]{0,6}?(?:始终|坚持|切实|牢固|牢牢)?(?:把|将)[^\d]{1,20}(?:作为|当作|摆在|放在|纳入)[^\d]{1,20}"
    r"|[一-龥]{0,10}(?:获得感|幸福感|安全感|满意度|认同感)"
    r"|有力(?:推动|促进|保障)了?[^\d]{1,20}"
    r"|[^\d]{0,8}?取得了?(?:(?:社会|阶段性|明显|显著|积极|良好|初步|一定|较好|突出|扎实)的?)*(?:成效|进展|成果|成绩|效果)"
)
_OF_ITS_OWN = re.compile(
    r"[\d“”《》]|[一二三四五六七八九十两百]+[个处座所家项人户名场次条公栋台]|完成(?!任务|目标)|完工|竣工|建成|开工|进场|交付|投用|启用|中标|签订|封顶|浇筑|入户|上线|印发"
    r"|(?:验收|安装|铺设|招标|采购|设计|发放|拨付|培训|施工(?!单位)|改造|摸排|排查|选址)(?!提升)(?!各项|等?工作|工程|项目|任务)"
)

_VAGUE_PROBLEM = re.compile(
    r"(?:工作|项目|工程|任务|推进|实施|建设|开展|过程|目前|当前|现阶段|仍然?|还|尚|依然|存在|面临|遇到|有|一些|一定|部分|个别|某些|若干|少数|不少|较多|许多|诸多|多|的"
    r"|困难|问题|难点|难题|难度|阻力|堵点|需要?|须|希望|恳请|请求?|请予|予以|给予|加以|帮助|协调|解决|支持|关注|重视|指导|上级|市里|区里|县里|领导|有关|相关|各|部门|单位"
    r"|在|中|上|里|时|和|与|及|并|等|这|该|此|进一步|大力|尽快|统筹|沟通|克服|和问题|因素|客观|原因|各种|各方面|受|影响|配合|由于|但|不过|情况|方面|有待|较大|，|。|；|、|,|;|\s)+"
)
_NAMES_DIFFICULTY = re.compile(r"困难|问题|难点|难题|难度|阻力|堵点")


def is_empty_report(progress: str) -> bool:
    """Tell whether a progress text has no clause that is more than an attitude or an effect.

    正常推进 alone is no such text: a scheme may ask for it, and it claims nothing.
    """
    if len(progress) > _MOST or _OF_ITS_OWN.search(progress) or not _HEEDS.search(progress):
        return False
    clauses = [clause.strip() for clause in _CLAUSE.findall(progress)]
    return all(_EMPTY_CLAUSE.fullmatch(clause) for clause in clauses if clause)


_HEEDS = re.compile(_HEED)


def may_be_empty_report(text: str) -> bool:
    """Tell at a glance whether a text has any such phrase."""
    return _HEEDS.search(text) is not None


def names_no_problem(problem: str) -> bool:
    """Tell whether a problem cell says that there is a difficulty and not which."""
    short = len(problem) <= _MOST and _NAMES_DIFFICULTY.search(problem) is not None
    return short and _VAGUE_PROBLEM.fullmatch(problem.strip()) is not None
